//! The room's guesses on this device, which several tabs may take in: what one adds another does not lose.
//!
//! Each tab remembers what was kept when it last looked. What it added and took out since then is done to whatever is kept now.

use super::Order;
use super::guess::Guess;
use super::room::Room;
use crate::session::collect::{self, Came};
use crate::session::kept::record::{Over, digest};
use crate::session::kept::{self, ROOM_KEY, Said};
use crate::session::message::Effect;
use crate::session::state::State;

/// What is kept, as far as this tab knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The guesses that were kept when this tab last looked.
    guesses: Vec<Guess>,
    /// What may be written over.
    base: Over,
    /// Whether guesses that a version before this one kept are to be forgotten once they are kept anew.
    old: bool,
}

/// Has this device keep the room's guesses.
pub fn keep(state: &mut State) -> Effect {
    let bytes = state.workshop.room.text().into_bytes();
    let known = &mut state.workshop.room_known;
    if known.base.is_empty() {
        known.base.push(None);
    }
    let over = known.base.clone();
    known.base.push(Some(digest(&bytes)));
    Effect::Kept(kept::Order::Put(ROOM_KEY, bytes, over))
}

/// Takes in what a version before this one kept: a link may have brought something first.
pub fn recalled(state: &mut State, text: &str) -> Vec<Effect> {
    let before = state.workshop.room.guesses.len();
    let mut all = Room::default();
    for guess in read(text)
        .into_iter()
        .chain(std::mem::take(&mut state.workshop.room.guesses))
    {
        // A double of what is kept is no news.
        let _ = all.add(guess);
    }
    let more = all.guesses.len() > before;
    state.workshop.room = all;
    state.workshop.room_known.old = true;
    if more {
        vec![keep(state)]
    } else {
        vec![Effect::Workshop(Order::ForgetOldRoom)]
    }
}

fn read(text: &str) -> Vec<Guess> {
    let came = collect::read(text).came;
    came.into_iter()
        .filter_map(|came| {
            if let Came::Guess(guess) = came {
                Some(guess)
            } else {
                None
            }
        })
        .collect()
}

/// Takes in what storage said about the guesses.
pub fn kept(state: &mut State, said: Said) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    match said {
        Said::Stored(_, stored, answer) => {
            workshop.unkept = answer.is_err();
            if answer.is_ok()
                && let Some(position) = workshop
                    .room_known
                    .base
                    .iter()
                    .position(|known| *known == Some(stored))
            {
                workshop.room_known.base.drain(..position);
                // Only when nothing newer is on its way: what is, another tab does not have yet.
                if workshop.room_known.base.len() == 1 {
                    workshop
                        .room_known
                        .guesses
                        .clone_from(&workshop.room.guesses);
                }
                if std::mem::take(&mut workshop.room_known.old) {
                    return vec![Effect::Workshop(Order::ForgetOldRoom)];
                }
            }
            Vec::new()
        }
        Said::Clashed(_, theirs) => {
            merge(
                state,
                theirs.as_deref().unwrap_or_default(),
                theirs.as_deref().map(digest),
            );
            vec![keep(state)]
        }
        Said::Elsewhere(_, theirs) => {
            let found = theirs.as_deref().map(digest);
            if workshop.room_known.base.contains(&found) {
                return Vec::new();
            }
            merge(state, theirs.as_deref().unwrap_or_default(), found);
            let is_all = state.workshop.room.guesses == state.workshop.room_known.guesses;
            if is_all {
                Vec::new()
            } else {
                vec![keep(state)]
            }
        }
        _ => Vec::new(),
    }
}

/// What is kept now, with what this tab added and without what it took out since it last looked.
fn merge(state: &mut State, theirs: &[u8], found: Option<u64>) {
    let theirs = if theirs.is_empty() {
        Vec::new()
    } else {
        read(&String::from_utf8_lossy(theirs))
    };
    let workshop = &mut state.workshop;
    let mine = std::mem::take(&mut workshop.room.guesses);
    let base = std::mem::take(&mut workshop.room_known.guesses);
    let stays = |guess: &&Guess| mine.contains(guess) || !base.contains(guess);
    let added = mine.iter().filter(|guess| !base.contains(guess));
    for guess in theirs.iter().filter(stays).chain(added) {
        // Both tabs may have taken in the same.
        let _ = workshop.room.add(guess.clone());
    }
    let came = workshop
        .room
        .guesses
        .iter()
        .filter(|guess| !mine.contains(guess))
        .count();
    if came > 0 && !mine.is_empty() {
        let word = if came == 1 { "guess" } else { "guesses" };
        workshop.came.push(format!(
            "Another tab has taken in {came} more {word}: the room has {} now.",
            workshop.room.guesses.len()
        ));
    }
    workshop.room_known.guesses = theirs;
    workshop.room_known.base = vec![found];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::samples;

    fn guess(nick: &str) -> Guess {
        Guess {
            question: 0,
            curves: [None, Some([40; 5])],
            nick: nick.to_owned(),
        }
    }

    fn text(nicks: &[&str]) -> Vec<u8> {
        Room {
            guesses: nicks.iter().map(|nick| guess(nick)).collect(),
        }
        .text()
        .into_bytes()
    }

    fn tab(nicks: &[&str]) -> State {
        let mut state = State::new("sample", samples::scenario());
        assert_eq!(
            kept(&mut state, Said::Elsewhere(ROOM_KEY, Some(text(nicks)))),
            []
        );
        state
    }

    fn nicks(state: &State) -> Vec<&str> {
        state
            .workshop
            .room
            .guesses
            .iter()
            .map(|guess| guess.nick.as_str())
            .collect()
    }

    fn put(effect: &Effect) -> Vec<u8> {
        let Effect::Kept(kept::Order::Put(ROOM_KEY, bytes, _)) = effect else {
            panic!("{effect:?}")
        };
        bytes.clone()
    }

    #[test]
    fn what_two_tabs_take_in_is_all_kept() {
        let mut one = tab(&["Ann"]);
        one.workshop.room.add(guess("Bo")).unwrap();
        keep(&mut one);
        let effects = kept(
            &mut one,
            Said::Clashed(ROOM_KEY, Some(text(&["Ann", "Cy"]))),
        );
        assert_eq!(nicks(&one), ["Ann", "Cy", "Bo"]);
        assert_eq!(put(&effects[0]), text(&["Ann", "Cy", "Bo"]));
        assert!(
            one.workshop
                .came
                .last()
                .unwrap()
                .contains("taken in 1 more guess")
        );
    }

    #[test]
    fn what_is_still_on_its_way_is_not_taken_for_kept() {
        let mut one = tab(&["Ann"]);
        one.workshop.room.add(guess("Bo")).unwrap();
        let first = put(&keep(&mut one));
        one.workshop.room.add(guess("Cy")).unwrap();
        keep(&mut one);
        kept(&mut one, Said::Stored(ROOM_KEY, digest(&first), Ok(())));
        kept(
            &mut one,
            Said::Clashed(ROOM_KEY, Some(text(&["Ann", "Bo", "Di"]))),
        );
        assert_eq!(nicks(&one), ["Ann", "Bo", "Di", "Cy"]);
    }

    #[test]
    fn a_list_that_is_emptied_keeps_what_this_tab_has_not_seen() {
        let mut one = tab(&["Ann", "Bo"]);
        one.workshop.room = Room::default();
        keep(&mut one);
        kept(
            &mut one,
            Said::Clashed(ROOM_KEY, Some(text(&["Ann", "Bo", "Cy"]))),
        );
        assert_eq!(nicks(&one), ["Cy"]);
        // And a tab that still shows the old ones does not bring them back.
        let mut other = tab(&["Ann", "Bo"]);
        other.workshop.room.add(guess("Di")).unwrap();
        kept(&mut other, Said::Clashed(ROOM_KEY, Some(text(&["Cy"]))));
        assert_eq!(nicks(&other), ["Cy", "Di"]);
    }

    #[test]
    fn what_another_tab_takes_in_is_heard_and_what_an_older_version_kept_moves() {
        let mut one = tab(&["Ann"]);
        assert_eq!(
            kept(
                &mut one,
                Said::Elsewhere(ROOM_KEY, Some(text(&["Ann", "Bo"])))
            ),
            []
        );
        assert_eq!(nicks(&one), ["Ann", "Bo"]);
        let old = String::from_utf8(text(&["Old"])).unwrap();
        let bytes = put(&recalled(&mut one, &old)[0]);
        assert_eq!(nicks(&one), ["Old", "Ann", "Bo"]);
        let forgotten = kept(&mut one, Said::Stored(ROOM_KEY, digest(&bytes), Ok(())));
        assert_eq!(forgotten, [Effect::Workshop(Order::ForgetOldRoom)]);
    }
}
