//! What storage says about a record, whosever it is.

use super::record::Refusal;

/// What became of a record: always with its key.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Whether it was written: its key and digest.
    Stored(u64, u64, Result<(), Refusal>),
    /// Whether it was taken out.
    Removed(u64, Result<(), Refusal>),
    /// Nothing was written, because another tab has changed what stands there: into this, or nothing stands there any more.
    Clashed(u64, Option<Vec<u8>>),
    /// Nothing was taken out, because another tab has changed it into this.
    Spared(u64, Vec<u8>),
    /// Another tab has written this, or taken it out.
    Elsewhere(u64, Option<Vec<u8>>),
}

impl Said {
    /// The key.
    pub fn key(&self) -> u64 {
        match self {
            Self::Stored(key, ..)
            | Self::Removed(key, _)
            | Self::Clashed(key, _)
            | Self::Spared(key, _)
            | Self::Elsewhere(key, _) => *key,
        }
    }
}
