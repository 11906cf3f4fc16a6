//! One saved scenario as bytes, and why storage says no. What was written by an older page is read; what is broken is said.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The form of records. Another shape needs another number, and a line in [`Record::read`] that reads this one.
const FORM: u8 = 1;
/// The largest record that is read. Unit: bytes.
const LARGEST: usize = 8 << 20;

/// A saved scenario. The scenario itself is the text of a file, which every later version reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// What the person called it.
    pub name: String,
    /// When it was saved. Unit: milliseconds since 1970.
    pub saved: u64,
    /// What people call the place.
    pub place: String,
    /// The bundled scenario it started from.
    pub base: String,
    /// The scenario, as in files.
    pub text: String,
    /// What it came to, in one sentence; empty when no re-run was in.
    pub headline: String,
    /// The digest of the result, when it was complete.
    pub fingerprint: Option<String>,
    /// The version of the program.
    pub version: String,
    /// The figures of a place that is not bundled, as in files; none for a bundled one.
    pub profile: Option<String>,
}

impl Record {
    /// As bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        // Names, numbers and texts always have bytes.
        bytes.extend(postcard::to_allocvec(self).unwrap_or_default());
        bytes
    }

    /// From bytes.
    ///
    /// Errors: why it cannot be read, for people.
    pub fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        match bytes.split_first() {
            _ if bytes.len() > LARGEST => Err("It is too large."),
            Some((&FORM, rest)) => postcard::from_bytes(rest).map_err(|_| "It is damaged."),
            Some((form, _)) if *form > FORM => Err("It was saved by a newer version of this page."),
            _ => Err("It is damaged."),
        }
    }
}

/// What tells one record from another without holding both.
pub fn digest(bytes: &[u8]) -> u64 {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// What may stand under a key for a change to be made there: digests of records, or nothing at all.
pub type Over = Vec<Option<u64>>;

/// Why storage says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This browser does not let the page keep anything, as in a private window.
    Forbidden,
    /// There is no room left.
    Full,
    /// Another tab with another version of the page holds it.
    Blocked,
    /// Something else.
    Failed,
}

impl Refusal {
    /// From the name of the browser's error.
    pub fn named(name: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Forbidden,
            "VersionError" | "blocked" => Self::Blocked,
            _ => Self::Failed,
        }
    }

    /// Why, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Forbidden => {
                "This browser does not let the page keep anything here; private windows often do not."
            }
            Self::Full => "There is no room left for this page on this device.",
            Self::Blocked => {
                "Another tab has this page open in another version: close that tab, then load this one again."
            }
            Self::Failed => "This browser could not reach what it keeps for this page.",
        }
    }
}
