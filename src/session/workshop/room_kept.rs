//! The room's guesses on this device, which several tabs may take in: what one adds another does not lose.
//!
//! Each tab remembers what was kept when it last looked. What it added and took out since then is done to whatever is kept now.

use super::order::Order;
use super::room::Room;
use super::room_known::read;
use super::state::Workshop;
use crate::session::effect::Effect;
use crate::session::kept;
use crate::session::kept::keys::ROOM_KEY;
use crate::session::kept::record::digest;
use crate::session::kept::storage::Said;

/// Has this device keep the room's guesses.
pub fn keep(workshop: &mut Workshop) -> Effect {
    let bytes = workshop.room.text().into_bytes();
    let known = &mut workshop.room_known;
    if known.base.is_empty() {
        known.base.push(None);
    }
    let over = known.base.clone();
    known.base.push(Some(digest(&bytes)));
    Effect::Kept(kept::order::Order::Put(ROOM_KEY, bytes, over))
}

/// Takes in what a version before this one kept: a link may have brought something first.
pub fn recalled(workshop: &mut Workshop, text: &str) -> Effect {
    let before = workshop.room.guesses.len();
    let mut all = Room::default();
    for guess in read(text)
        .into_iter()
        .chain(std::mem::take(&mut workshop.room.guesses))
    {
        // A double of what is kept is no news.
        let _ = all.add(guess);
    }
    let more = all.guesses.len() > before;
    workshop.room = all;
    workshop.room_known.old = true;
    if more {
        keep(workshop)
    } else {
        Effect::Workshop(Order::ForgetOldRoom)
    }
}

/// Takes in what storage said about the guesses.
pub fn kept(workshop: &mut Workshop, said: Said) -> Option<Effect> {
    match said {
        Said::Stored(_, stored, answer) => {
            workshop.unkept = answer.is_err();
            answer.ok()?;
            let known = &mut workshop.room_known;
            let position = known.base.iter().position(|known| *known == Some(stored))?;
            known.base.drain(..position);
            // Only when nothing newer is on its way: what is, another tab does not have yet.
            if known.base.len() == 1 {
                known.guesses.clone_from(&workshop.room.guesses);
            }
            std::mem::take(&mut known.old).then_some(Effect::Workshop(Order::ForgetOldRoom))
        }
        Said::Clashed(_, theirs) => {
            merge(workshop, theirs.as_deref());
            Some(keep(workshop))
        }
        Said::Elsewhere(_, theirs) => {
            let found = theirs.as_deref().map(digest);
            if workshop.room_known.base.contains(&found) {
                return None;
            }
            merge(workshop, theirs.as_deref());
            let is_all = workshop.room.guesses == workshop.room_known.guesses;
            (!is_all).then(|| keep(workshop))
        }
        Said::Removed(..) | Said::Spared(..) => None,
    }
}

/// What is kept now, with what this tab added and without what it took out since it last looked.
fn merge(workshop: &mut Workshop, theirs: Option<&[u8]>) {
    let found = theirs.map(digest);
    let theirs = theirs.map_or_else(Vec::new, |bytes| read(&String::from_utf8_lossy(bytes)));
    let mine = std::mem::take(&mut workshop.room.guesses);
    let base = std::mem::take(&mut workshop.room_known.guesses);
    let stays = |guess: &&super::guess::Guess| mine.contains(guess) || !base.contains(guess);
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
    use crate::session::workshop::guess::Guess;

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

    fn tab(nicks: &[&str]) -> Workshop {
        let mut state = Workshop::default();
        assert_eq!(
            kept(&mut state, Said::Elsewhere(ROOM_KEY, Some(text(nicks)))),
            None
        );
        state
    }

    fn nicks(state: &Workshop) -> Vec<&str> {
        state
            .room
            .guesses
            .iter()
            .map(|guess| guess.nick.as_str())
            .collect()
    }

    fn put(effect: &Effect) -> Vec<u8> {
        let Effect::Kept(kept::order::Order::Put(ROOM_KEY, bytes, _)) = effect else {
            panic!("{effect:?}")
        };
        bytes.clone()
    }

    #[test]
    fn what_two_tabs_take_in_is_all_kept() {
        let mut one = tab(&["Ann"]);
        one.room.add(guess("Bo")).unwrap();
        keep(&mut one);
        let effects = kept(
            &mut one,
            Said::Clashed(ROOM_KEY, Some(text(&["Ann", "Cy"]))),
        );
        assert_eq!(nicks(&one), ["Ann", "Cy", "Bo"]);
        assert_eq!(put(&effects.unwrap()), text(&["Ann", "Cy", "Bo"]));
        assert!(one.came.last().unwrap().contains("taken in 1 more guess"));
    }

    #[test]
    fn what_is_still_on_its_way_is_not_taken_for_kept() {
        let mut one = tab(&["Ann"]);
        one.room.add(guess("Bo")).unwrap();
        let first = put(&keep(&mut one));
        one.room.add(guess("Cy")).unwrap();
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
        one.room = Room::default();
        keep(&mut one);
        kept(
            &mut one,
            Said::Clashed(ROOM_KEY, Some(text(&["Ann", "Bo", "Cy"]))),
        );
        assert_eq!(nicks(&one), ["Cy"]);
        // And a tab that still shows the old ones does not bring them back.
        let mut other = tab(&["Ann", "Bo"]);
        other.room.add(guess("Di")).unwrap();
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
            None
        );
        assert_eq!(nicks(&one), ["Ann", "Bo"]);
        let old = String::from_utf8(text(&["Old"])).unwrap();
        let bytes = put(&recalled(&mut one, &old));
        assert_eq!(nicks(&one), ["Old", "Ann", "Bo"]);
        let forgotten = kept(&mut one, Said::Stored(ROOM_KEY, digest(&bytes), Ok(())));
        assert_eq!(forgotten, Some(Effect::Workshop(Order::ForgetOldRoom)));
    }
}
