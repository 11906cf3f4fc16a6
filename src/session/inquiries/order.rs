//! What the page is to have the workers do for an inquiry.

use crate::protocol::Ask;

/// What the page is to have the workers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Begin an inquiry about the scenario that is running.
    Begin {
        /// Its number.
        number: u32,
        /// What is asked.
        ask: Ask,
    },
    /// Drop the one that is on its way.
    Drop,
}
