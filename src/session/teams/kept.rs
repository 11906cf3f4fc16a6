//! How games are kept on this device: one record for the room's game and one for a guest's, others beside them.
//!
//! As with saved scenarios, nothing is written over what this tab does not know: when another tab has changed a game meanwhile,
//! this tab's goes on in a record of its own, and both can be opened.

use super::game::Game;
use super::{RECORDS, Teams, came, record};
use crate::session::choices::Choices;
use crate::session::kept::record::{Over, digest};
use crate::session::kept::{FIRST_KEY, Order, Said, own};
use crate::session::message::Effect;
use crate::session::notices::notify;
use crate::session::state::State;
use std::sync::Arc;

/// The first key of games beside those in front.
const BESIDE: u64 = 10;

/// Where a game is kept, and what of it this tab knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The key, where it is not the usual one of its seat.
    key: Option<u64>,
    /// What may be written over.
    base: Over,
    /// Whether it was said that another tab has changed it.
    told: bool,
}

impl Place {
    fn key(&self, seat: usize) -> u64 {
        self.key.unwrap_or(RECORDS[seat])
    }

    /// What may be written over now; from now on also what is about to be written.
    fn over(&mut self, bytes: &[u8]) -> Over {
        if self.base.is_empty() {
            self.base.push(None);
        }
        let over = self.base.clone();
        self.base.push(Some(digest(bytes)));
        over
    }
}

fn bytes(state: &State, game: &Game) -> Vec<u8> {
    record::write(
        game,
        state.kept.places.find(&game.base.place).map(Arc::as_ref),
    )
}

/// Has this device keep the game of a seat.
pub fn keep(state: &mut State, seat: usize) -> Vec<Effect> {
    let Some(bytes) = state.teams.games[seat]
        .as_ref()
        .map(|game| self::bytes(state, game))
    else {
        return Vec::new();
    };
    let place = &mut state.teams.places[seat];
    vec![Effect::Kept(Order::Put(
        place.key(seat),
        bytes.clone(),
        place.over(&bytes),
    ))]
}

/// Has this device keep a game that was put away, beside those in front.
pub fn keep_away(state: &mut State, place: Option<Place>) -> Vec<Effect> {
    let Some(bytes) = state
        .teams
        .away
        .as_ref()
        .map(|game| self::bytes(state, game))
    else {
        return Vec::new();
    };
    let mut place = place.unwrap_or_else(|| Place {
        key: Some(free_key(&state.teams)),
        ..Place::default()
    });
    let order = Order::Put(
        place.key.unwrap_or(BESIDE),
        bytes.clone(),
        place.over(&bytes),
    );
    state.teams.away_place = Some(place);
    vec![Effect::Kept(order)]
}

/// This device no longer keeps the game that was in a place.
pub fn forget(place: Place, seat: usize) -> Effect {
    let (key, mut over) = (place.key(seat), place.base);
    over.push(None);
    Effect::Kept(Order::Remove(key, over))
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
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    let teams = &mut state.teams;
    let seat_of = |teams: &Teams, key: u64| {
        (0..RECORDS.len()).find(|seat| teams.places[*seat].key(*seat) == key)
    };
    match said {
        Said::Stored(key, digest, Ok(())) => {
            let seat = seat_of(teams, key);
            if let Some(place) = seat.map(|seat| &mut teams.places[seat])
                && let Some(position) = place.base.iter().position(|known| *known == Some(digest))
            {
                // From now on nothing older may be written over.
                place.base.drain(..position);
            }
        }
        Said::Stored(_, _, Err(refusal)) | Said::Removed(_, Err(refusal)) => {
            notify(state, crate::words::notices::game_not_kept(refusal.words()));
        }
        Said::Clashed(key, theirs) => {
            if let Some(seat) = seat_of(teams, key) {
                return clashed(state, seat, theirs.as_deref());
            }
        }
        Said::Elsewhere(key, theirs) => {
            return elsewhere(state, key, theirs, seat_of(&state.teams, key), choices);
        }
        _ => {}
    }
    Vec::new()
}

/// The game was not written: another tab has changed what stands there.
fn clashed(state: &mut State, seat: usize, theirs: Option<&[u8]>) -> Vec<Effect> {
    let found = theirs.map(digest);
    let place = &mut state.teams.places[seat];
    let known = found.is_none() || place.base.contains(&found);
    if known {
        // It was put away in another tab, or something written in between was refused: nothing is lost by writing.
        place.base = vec![found];
        return keep(state, seat);
    }
    let key = free_key(&state.teams);
    state.teams.places[seat] = Place {
        key: Some(key),
        ..Place::default()
    };
    notify(state, crate::words::notices::GAME_OF_ANOTHER_TAB.into());
    keep(state, seat)
}

/// Another tab has written a game, or put it away.
fn elsewhere(
    state: &mut State,
    key: u64,
    theirs: Option<Vec<u8>>,
    seat: Option<usize>,
    choices: &Choices,
) -> Vec<Effect> {
    let Some(seat) = seat else { return Vec::new() };
    let found = theirs.as_deref().map(digest);
    let place = &mut state.teams.places[seat];
    if place.base.contains(&found) {
        return Vec::new();
    }
    match (theirs, state.teams.games[seat].is_some()) {
        (Some(bytes), false) => loaded(state, &[(key, bytes)], choices),
        (_, false) => Vec::new(),
        (theirs, true) => {
            if !std::mem::replace(&mut place.told, true) {
                let words = if theirs.is_some() {
                    crate::words::notices::GAME_CHANGED_ELSEWHERE
                } else {
                    crate::words::notices::GAME_PUT_AWAY_ELSEWHERE
                };
                notify(state, words.into());
            }
            Vec::new()
        }
    }
}

/// Takes in what this device kept. What was begun before it answered stays in front, and is put beside what it kept.
pub fn loaded(state: &mut State, records: &[(u64, Vec<u8>)], choices: &Choices) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (key, bytes) in records {
        let seat = RECORDS.iter().position(|usual| usual == key);
        if seat.is_none() && *key < BESIDE {
            continue;
        }
        match record::read(bytes, choices) {
            Ok((game, place)) => {
                effects.extend(place.map_or_else(Vec::new, |place| own::know(state, place)));
                let known = Place {
                    key: seat.map_or(Some(*key), |_| None),
                    base: vec![Some(digest(bytes))],
                    told: false,
                };
                seat_one(&mut state.teams, seat, game, known);
            }
            Err(words) => notify(state, words),
        }
    }
    let teams = &mut state.teams;
    next_away(teams);
    teams.loaded = true;
    if let Some(text) = teams.waiting.take() {
        effects.extend(came(state, &text, choices));
    }
    effects
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
pub fn next_away(teams: &mut Teams) {
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
    use crate::session::message::Message;
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
                waiting.push(Message::Kept(said));
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
        say(storage, &mut state, Message::Kept(Said::Loaded(Ok(all))));
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
            Message::Teams(Teams::Name(0, name.to_owned())),
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
            two.notices
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
        say(&mut storage, &mut two, Message::Kept(heard));
        assert!(
            two.notices
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
