//! What was typed, scanned, opened or dropped: guesses go to the room, courses to the teams, and what came is said where the
//! person looks.

use super::action::Action;
use super::collect::{self, Came};
use super::question::Question;
use super::teams::{self, Teams};
use super::workshop::{Workshop, room_kept};

/// Takes in all that stands in a text. `shows_teams`: rounds and teams are what the person sees, and have their own place for words.
pub fn collect(
    workshop: &mut Workshop,
    teams: &mut Teams,
    (text, shows_teams): (&str, bool),
    question: &Question,
) -> Vec<Action> {
    let found = collect::read(text);
    let (mut actions, mut taken, mut wrong) = (Vec::new(), 0, found.wrong);
    for came in found.came {
        match came {
            Came::Guess(guess) => match workshop.room.add(guess) {
                Ok(()) => taken += 1,
                Err(words) => wrong.push(words),
            },
            Came::Team(text) => {
                teams.refused = None;
                actions.extend(teams::came(teams, &text, question));
                if !shows_teams {
                    wrong.extend(teams.refused.take());
                }
            }
        }
    }
    let mut words = Vec::new();
    if taken > 0 {
        let all = workshop.room.guesses.len();
        words.push(format!(
            "Taken in: {taken}. The room has {all} {}.",
            if all == 1 { "guess" } else { "guesses" }
        ));
        actions.push(room_kept::keep(workshop).into());
    }
    if shows_teams {
        actions.extend(words.into_iter().map(Action::Confirm));
        if !wrong.is_empty() {
            teams.refused = Some(wrong.join(" "));
        }
    } else {
        workshop.came = [words, wrong].concat();
    }
    actions
}

/// Says what was wrong with something that could not be taken in.
pub fn refuse(workshop: &mut Workshop, teams: &mut Teams, words: String, shows_teams: bool) {
    if shows_teams {
        teams.refused = Some(words);
    } else {
        workshop.came = vec![words];
    }
}
