//! The first sentence of the page: what the question on the controls came to, as far as this device knows.
//!
//! No sentence names a place that its result is not about: while the controls ask something else, what was said before is
//! marked as old, and where they ask about another place, it is not said any more.

use super::choices::Choices;
use super::state::State;
use crate::charts::words::{being_lived, headline};
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::DOING_WELL;

/// The sentence, and whether it is still about the question before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The words.
    pub words: String,
    /// Whether they belong to the question before.
    pub stale: bool,
}

/// What the page says first.
pub fn answer(state: &State, choices: &Choices) -> Answer {
    let shown = state.shown();
    let stale = state.is_stale();
    let moved = stale && shown.scenario.place != state.scenario.place;
    match shown.figures.get(DOING_WELL).filter(|_| !moved) {
        Some(figure) => {
            let names = Pair::shown(&shown.scenario).names(&shown.scenario);
            Answer {
                words: headline(&figure.difference, names, choices.place_name(&shown.scenario.place), shown.scenario.replicates),
                stale,
            }
        }
        None => Answer { words: being_lived(choices.place_name(&state.scenario.place)), stale: false },
    }
}
