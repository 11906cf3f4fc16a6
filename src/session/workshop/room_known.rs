//! What of the room's guesses this device keeps, as far as this tab knows.

use super::guess::Guess;
use crate::session::collect::{self, Came};
use crate::session::kept::record::Over;

/// What is kept, as far as this tab knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The guesses that were kept when this tab last looked.
    pub(super) guesses: Vec<Guess>,
    /// What may be written over.
    pub(super) base: Over,
    /// Whether guesses that a version before this one kept are to be forgotten once they are kept anew.
    pub(super) old: bool,
}

/// The guesses in what was kept.
pub(super) fn read(text: &str) -> Vec<Guess> {
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
