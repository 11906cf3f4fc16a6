//! A game as this device keeps it, so that closing the page by mistake loses nothing. What cannot be read is said.

use super::card::Turned;
use super::course::{Change, Course};
use super::game::{Game, REPLICATES_RANGE, TEAMS, Team};
use crate::scenario::validate;
use crate::session::choices::Choices;
use crate::session::kept::own::{self, Own};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use std::sync::Arc;

/// The form of records. Another shape needs another number.
const FORM: u8 = 1;
/// The largest record that is read. Unit: bytes.
const LARGEST: usize = 8 << 20;

#[derive(Serialize, Deserialize)]
struct Record {
    base: String,
    profile: Option<String>,
    bundled: String,
    number: u32,
    card: Option<(u32, u32)>,
    replicates: u32,
    guest: bool,
    lived: u32,
    /// Name, start, changes of each round as bytes, whether it came from another device.
    teams: Vec<(String, u32, Vec<Vec<u8>>, bool)>,
}

/// A game as bytes, with its place where that is not a bundled one.
pub fn write(game: &Game, own: Option<&Own>) -> Vec<u8> {
    let changes = |course: &Course| {
        course
            .rounds()
            .iter()
            .map(|changes| changes.iter().map(|change| change.byte()).collect())
            .collect()
    };
    let record = Record {
        base: validate::write_alone(&game.base),
        profile: own.map(|own| own.profile.clone()),
        bundled: game.bundled.to_owned(),
        number: game.number,
        card: game.card.map(|card| (card.position() as u32, card.after())),
        replicates: game.replicates,
        guest: game.guest,
        lived: game.lived,
        teams: game
            .teams
            .iter()
            .map(|team| {
                (
                    team.name.clone(),
                    team.course.start() as u32,
                    changes(&team.course),
                    team.came,
                )
            })
            .collect(),
    };
    let mut bytes = vec![FORM];
    // Names, numbers and texts always have bytes.
    bytes.extend(postcard::to_allocvec(&record).unwrap_or_default());
    bytes
}

/// A game from bytes, and its place where that is not a bundled one.
///
/// Errors: why it cannot be read, for people.
pub fn read(bytes: &[u8], choices: &Choices) -> Result<(Game, Option<Arc<Own>>), String> {
    const DAMAGED: &str = "The game that this device kept is damaged and cannot be opened.";
    let record: Record = match bytes.split_first() {
        Some((&FORM, rest)) if rest.len() < LARGEST => {
            postcard::from_bytes(rest).map_err(|_| DAMAGED)?
        }
        Some((form, _)) if *form > FORM => {
            return Err(
                "The game that this device kept was saved by a newer version of this page."
                    .to_owned(),
            );
        }
        _ => return Err(DAMAGED.to_owned()),
    };
    let place = record.profile.as_deref().and_then(Own::of).map(Arc::new);
    let base = own::parse(&record.base, place.as_ref()).map_err(|problems| {
        let first = problems
            .first()
            .map_or_else(String::new, ToString::to_string);
        format!("The game that this device kept cannot be opened by this version: {first}.")
    })?;
    let bundled = choices.scenario_or_default(&record.bundled).0;
    let mut game = Game::new(Rc::new(base), bundled, record.number);
    game.card = record
        .card
        .and_then(|(card, after)| Turned::new(card as usize, after, game.rounds()));
    game.replicates = record
        .replicates
        .clamp(REPLICATES_RANGE.0, REPLICATES_RANGE.1);
    game.guest = record.guest;
    game.lived = record.lived.min(game.rounds());
    game.teams.clear();
    for (name, start, rounds, came) in record.teams.into_iter().take(TEAMS.1) {
        let name = game.checked_name(None, &name)?;
        let rounds: Option<Vec<Vec<Change>>> = rounds
            .iter()
            .map(|changes| changes.iter().map(|byte| Change::of_byte(*byte)).collect())
            .collect();
        let course = rounds
            .filter(|rounds| rounds.len() as u32 == game.rounds())
            .and_then(|rounds| Course::of(start as usize, rounds));
        game.teams.push(Team {
            name,
            course: course.ok_or(DAMAGED)?,
            came,
        });
    }
    if game.teams.is_empty() {
        Err(DAMAGED.to_owned())
    } else {
        Ok((game, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Choices;
    use proptest::prelude::*;

    fn choices() -> Choices {
        Choices::bundled()
    }

    fn game() -> Game {
        let choices = choices();
        let (bundled, base) = choices.default_scenario();
        let mut game = Game::new(Rc::new(base.clone()), bundled, 77);
        game.add();
        game.lived = 2;
        game.teams[1].name = "Reds".into();
        game.teams[1].came = true;
        game.teams[1].course.begin(4);
        game.teams[1].course.change(3, 0, Change::new(2, 1));
        game
    }

    #[test]
    fn a_game_comes_back_as_it_was() {
        let game = game();
        assert_eq!(read(&write(&game, None), &choices()), Ok((game, None)));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let whole = write(&game(), None);
        assert!(read(&[], &choices()).unwrap_err().contains("damaged"));
        assert!(
            read(&whole[..whole.len() / 2], &choices())
                .unwrap_err()
                .contains("damaged")
        );
        let mut newer = whole.clone();
        newer[0] = FORM + 1;
        assert!(read(&newer, &choices()).unwrap_err().contains("newer"));
        let mut other = game();
        Rc::make_mut(&mut other.base).place = "atlantis".into();
        assert!(
            read(&write(&other, None), &choices())
                .unwrap_err()
                .contains("atlantis")
        );
        let mut none = game();
        none.teams.clear();
        assert!(read(&write(&none, None), &choices()).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), flip in 0..400_usize, to in any::<u8>()) {
            let mut whole = write(&game(), None);
            let at = flip % whole.len();
            whole[at] = to;
            let (_, _) = (read(&whole, &choices()), read(&bytes, &choices()));
        }
    }
}
