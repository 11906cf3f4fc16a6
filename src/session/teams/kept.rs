//! How games are kept on this device: one record for the room's game and one for a guest's, others beside them.
//!
//! As with saved scenarios, nothing is written over what this tab does not know: when another tab has changed a game meanwhile,
//! this tab's goes on in a record of its own, and both can be opened.

use super::game::Game;
use super::place::{Place, RECORDS};
use super::record;
use super::state::Teams;
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::effect::Effect;
use crate::session::kept::keys::FIRST_KEY;
use crate::session::kept::order::Order;
use crate::session::kept::record::digest;
use crate::session::kept::storage::Said;
use crate::session::question::Question;
use std::sync::Arc;

/// The first key of games beside those in front.
const BESIDE: u64 = 10;

fn bytes(question: &Question, game: &Game) -> Vec<u8> {
    record::write(game, question.place(&game.base.place).map(Arc::as_ref))
}

/// Has this device keep the game of a seat.
pub(super) fn keep(teams: &mut Teams, seat: usize, question: &Question) -> Option<Action> {
    let bytes = bytes(question, teams.games[seat].as_ref()?);
    let place = &mut teams.places[seat];
    let over = place.over(&bytes);
    Some(Effect::Kept(Order::Put(place.key(seat), bytes, over)).into())
}

/// Has this device keep a game that was put away, beside those in front.
pub(super) fn keep_away(
    teams: &mut Teams,
    place: Option<Place>,
    question: &Question,
) -> Option<Action> {
    let bytes = bytes(question, teams.away.as_ref()?);
    let mut place = place.unwrap_or_else(|| Place {
        key: Some(free_key(teams)),
        ..Place::default()
    });
    let over = place.over(&bytes);
    let order = Order::Put(place.key.unwrap_or(BESIDE), bytes, over);
    teams.away_place = Some(place);
    Some(Effect::Kept(order).into())
}

/// This device no longer keeps the game that was in a place.
pub(super) fn forget(place: Place, seat: usize) -> Action {
    let (key, mut over) = (place.key(seat), place.base);
    over.push(None);
    Effect::Kept(Order::Remove(key, over)).into()
}

/// A key under which this tab knows no game.
fn free_key(teams: &Teams) -> u64 {
    let places = teams
        .places
        .iter()
        .chain(&teams.away_place)
        .chain(teams.aside.iter().map(|(place, _)| place));
    places
        .filter_map(|place| place.key)
        .max()
        .map_or(BESIDE, |key| (key + 1).min(FIRST_KEY - 1))
}

/// Takes in what storage said about games.
pub(super) fn update(teams: &mut Teams, said: Said, around: &Context<'_>) -> Vec<Action> {
    let key = said.key();
    let seat = (0..RECORDS.len()).find(|seat| teams.places[*seat].key(*seat) == key);
    match said {
        Said::Stored(_, digest, Ok(())) => {
            if let Some(place) = seat.map(|seat| &mut teams.places[seat])
                && let Some(position) = place.base.iter().position(|known| *known == Some(digest))
            {
                // From now on nothing older may be written over.
                place.base.drain(..position);
            }
            Vec::new()
        }
        Said::Stored(_, _, Err(refusal)) | Said::Removed(_, Err(refusal)) => {
            vec![Action::Tell(crate::words::notices::game_not_kept(
                refusal.words(),
            ))]
        }
        Said::Removed(_, Ok(())) | Said::Spared(..) => Vec::new(),
        Said::Clashed(_, theirs) => seat.map_or_else(Vec::new, |seat| {
            clashed(teams, seat, theirs.as_deref(), around.question)
        }),
        Said::Elsewhere(_, theirs) => seat.map_or_else(Vec::new, |seat| {
            elsewhere(teams, seat, (key, theirs), around)
        }),
    }
}

/// The game was not written: another tab has changed what stands there.
fn clashed(
    teams: &mut Teams,
    seat: usize,
    theirs: Option<&[u8]>,
    question: &Question,
) -> Vec<Action> {
    let found = theirs.map(digest);
    let place = &mut teams.places[seat];
    let known = found.is_none() || place.base.contains(&found);
    if known {
        // It was put away in another tab, or something written in between was refused: nothing is lost by writing.
        place.base = vec![found];
        return keep(teams, seat, question).into_iter().collect();
    }
    let key = free_key(teams);
    teams.places[seat] = Place {
        key: Some(key),
        ..Place::default()
    };
    let told = Action::Tell(crate::words::notices::GAME_OF_ANOTHER_TAB.into());
    let kept = keep(teams, seat, question);
    std::iter::once(told).chain(kept).collect()
}

/// Another tab has written a game, or put it away.
fn elsewhere(
    teams: &mut Teams,
    seat: usize,
    (key, theirs): (u64, Option<Vec<u8>>),
    around: &Context<'_>,
) -> Vec<Action> {
    let found = theirs.as_deref().map(digest);
    let place = &mut teams.places[seat];
    if place.base.contains(&found) {
        return Vec::new();
    }
    match (theirs, teams.games[seat].is_some()) {
        (Some(bytes), false) => loaded(teams, &[(key, bytes)], around),
        (None, false) => Vec::new(),
        (theirs, true) => {
            if std::mem::replace(&mut place.told, true) {
                return Vec::new();
            }
            let words = if theirs.is_some() {
                crate::words::notices::GAME_CHANGED_ELSEWHERE
            } else {
                crate::words::notices::GAME_PUT_AWAY_ELSEWHERE
            };
            vec![Action::Tell(words.into())]
        }
    }
}

/// Takes in what this device kept. What was begun before it answered stays in front, and is put beside what it kept.
pub(super) fn loaded(
    teams: &mut Teams,
    records: &[(u64, Vec<u8>)],
    around: &Context<'_>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    for (key, bytes) in records {
        let seat = RECORDS.iter().position(|usual| usual == key);
        if seat.is_none() && *key < BESIDE {
            continue;
        }
        match record::read(bytes, around.choices) {
            Ok((game, place)) => {
                actions.extend(place.map(Action::Know));
                let known = Place {
                    key: seat.map_or(Some(*key), |_| None),
                    base: vec![Some(digest(bytes))],
                    told: false,
                };
                seat_one(teams, seat, game, known);
            }
            Err(words) => actions.push(Action::Tell(words)),
        }
    }
    next_away(teams);
    teams.loaded = true;
    actions
}

fn seat_one(teams: &mut Teams, seat: Option<usize>, game: Game, known: Place) {
    let Some(seat) = seat else {
        let there = |place: &Place| place.key == known.key;
        if !teams
            .places
            .iter()
            .chain(&teams.away_place)
            .chain(teams.aside.iter().map(|(place, _)| place))
            .any(there)
        {
            teams.aside.push((known, game));
        }
        return;
    };
    match &mut teams.games[seat] {
        // The same game, further on than what the address opened.
        Some(open)
            if open.number == game.number && open.base == game.base && open.is_untouched() =>
        {
            *open = game;
            teams.places[seat] = known;
        }
        // It was begun here while the device was still being asked: what was done since is newer.
        Some(open) if *open == game || (open.number == game.number && !open.guest) => {}
        Some(_) => teams.away = Some(game),
        None => {
            teams.games[seat] = Some(game);
            teams.places[seat] = known;
        }
    }
}

/// One of the games that are kept beside can be brought back.
pub(super) fn next_away(teams: &mut Teams) {
    if teams.away.is_none()
        && let Some((place, game)) = teams.aside.pop()
    {
        (teams.away, teams.away_place) = (Some(game), Some(place));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Said as Teams;
    use super::*;
    use crate::session::State;
    use crate::session::kept::Said as Kept;
    use crate::session::message::Message;
    use crate::session::teams::game;
    use crate::session::{samples, update as session_update};
    use std::collections::BTreeMap;

    /// What a browser keeps, as `web::storage` keeps it.
    type Storage = BTreeMap<u64, Vec<u8>>;

    /// Something happens in a tab, and storage does what it asks for.
    fn say(storage: &mut Storage, tab: &mut State, message: Message) {
        let mut waiting = vec![message];
        while !waiting.is_empty() {
            for effect in session_update(tab, waiting.remove(0), &samples::choices()) {
                let (key, bytes, over) = match effect {
                    Effect::Kept(Order::Put(key, bytes, over)) => (key, Some(bytes), over),
                    Effect::Kept(Order::Remove(key, over)) => (key, None, over),
                    _ => continue,
                };
                let found = storage.get(&key).cloned();
                let said = match (bytes, found) {
                    (Some(_), found) if !over.contains(&found.as_deref().map(digest)) => {
                        Said::Clashed(key, found)
                    }
                    (None, Some(found)) if !over.contains(&Some(digest(&found))) => {
                        Said::Spared(key, found)
                    }
                    (Some(bytes), _) => {
                        let stored = Said::Stored(key, digest(&bytes), Ok(()));
                        storage.insert(key, bytes);
                        stored
                    }
                    (None, _) => {
                        storage.remove(&key);
                        Said::Removed(key, Ok(()))
                    }
                };
                waiting.push(Message::Kept(Kept::Storage(said)));
            }
        }
    }

    fn tab(storage: &mut Storage) -> State {
        let mut state = State::new("sample", samples::scenario());
        session_update(
            &mut state,
            Message::Opened {
                hash: String::new(),
                calm: true,
            },
            &samples::choices(),
        );
        let all = storage
            .iter()
            .map(|(key, bytes)| (*key, bytes.clone()))
            .collect();
        say(storage, &mut state, Message::Kept(Kept::Loaded(Ok(all))));
        state
    }

    /// Names of the first teams of all games that are kept, by key.
    fn kept_names(storage: &Storage) -> Vec<(u64, String)> {
        storage
            .iter()
            .map(|(key, bytes)| {
                (
                    *key,
                    record::read(bytes, &samples::choices()).unwrap().0.teams[0]
                        .name
                        .clone(),
                )
            })
            .collect()
    }

    fn name(storage: &mut Storage, tab: &mut State, name: &str) {
        say(
            storage,
            tab,
            Message::Teams(Teams::Game(game::Said::Name(0, name.to_owned()))),
        );
    }

    #[test]
    fn two_tabs_that_play_keep_both_games_and_either_can_be_opened() {
        let mut storage = Storage::new();
        let mut one = tab(&mut storage);
        say(&mut storage, &mut one, Message::Teams(Teams::Begin(7)));
        let mut two = tab(&mut storage);
        name(&mut storage, &mut one, "Reds");
        name(&mut storage, &mut one, "Crimsons");
        assert_eq!(
            kept_names(&storage),
            [(1, "Crimsons".to_owned())],
            "one tab alone needs one record"
        );
        name(&mut storage, &mut two, "Blues");
        name(&mut storage, &mut two, "Navies");
        assert_eq!(
            kept_names(&storage),
            [(1, "Crimsons".to_owned()), (BESIDE, "Navies".to_owned())]
        );
        assert!(
            two.page
                .notices
                .list
                .iter()
                .any(|notice| notice.words.contains("Both are kept"))
        );
        let mut again = tab(&mut storage);
        let names = |state: &State| {
            (
                state.teams.game().unwrap().teams[0].name.clone(),
                state.teams.away.as_ref().unwrap().teams[0].name.clone(),
            )
        };
        assert_eq!(names(&again), ("Crimsons".to_owned(), "Navies".to_owned()));
        say(&mut storage, &mut again, Message::Teams(Teams::BringBack));
        assert_eq!(names(&again), ("Navies".to_owned(), "Crimsons".to_owned()));
        assert_eq!(
            kept_names(&storage),
            [(1, "Navies".to_owned()), (BESIDE, "Crimsons".to_owned())]
        );
    }

    #[test]
    fn a_tab_hears_that_its_game_was_changed_or_put_away() {
        let mut storage = Storage::new();
        let mut one = tab(&mut storage);
        say(&mut storage, &mut one, Message::Teams(Teams::Begin(7)));
        let mut two = tab(&mut storage);
        name(&mut storage, &mut one, "Reds");
        let heard = Said::Elsewhere(RECORDS[0], storage.get(&RECORDS[0]).cloned());
        say(&mut storage, &mut two, Message::Kept(Kept::Storage(heard)));
        assert!(
            two.page
                .notices
                .list
                .iter()
                .any(|notice| notice.words.contains("was changed in another tab"))
        );
        say(&mut storage, &mut one, Message::Teams(Teams::PutAway));
        assert!(storage.is_empty());
        let mut three = tab(&mut storage);
        say(&mut storage, &mut three, Message::Teams(Teams::Begin(8)));
        name(&mut storage, &mut two, "Blues");
        assert_eq!(
            storage.len(),
            2,
            "the game that goes on here is kept beside the new one"
        );
    }
}
