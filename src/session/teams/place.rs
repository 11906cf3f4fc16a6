//! Under which key a game is kept on this device, and what of it this tab knows.

use crate::session::kept::record::{Over, digest};

/// The keys under which this device keeps the room's game and a guest's: below those of saved scenarios.
pub const RECORDS: [u64; 2] = [1, 2];

/// Where a game is kept, and what of it this tab knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The key, where it is not the usual one of its seat.
    pub(super) key: Option<u64>,
    /// What may be written over.
    pub(super) base: Over,
    /// Whether it was said that another tab has changed it.
    pub(super) told: bool,
}

impl Place {
    /// The key under which the game of a seat is kept.
    pub(super) fn key(&self, seat: usize) -> u64 {
        self.key.unwrap_or(RECORDS[seat])
    }

    /// What may be written over now; from now on also what is about to be written.
    pub(super) fn over(&mut self, bytes: &[u8]) -> Over {
        if self.base.is_empty() {
            self.base.push(None);
        }
        let over = self.base.clone();
        self.base.push(Some(digest(bytes)));
        over
    }
}
