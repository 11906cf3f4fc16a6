//! Messages between the page and its workers, as bytes (postcard). Knows no browser.

use crate::ensemble::{Job, Outcome};
use crate::place::Place;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// The build both sides must share. A worker of another build is refused, never mixed.
pub const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), "-1");

/// What the page says to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// From now on, jobs are about this scenario. `epoch` numbers scenarios, so that late answers can be told.
    Prepare {
        /// Which scenario this is.
        epoch: u32,
        /// The scenario.
        scenario: Box<Scenario>,
        /// The place, when it changed since the last time.
        place: Option<Box<Place>>,
    },
    /// Run one replicate.
    Run {
        /// Of which scenario.
        epoch: u32,
        /// What to run.
        job: Job,
    },
}

/// What a worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker is up.
    Ready {
        /// Its build.
        build: String,
    },
    /// A job is done.
    Done {
        /// Of which scenario.
        epoch: u32,
        /// What it came to.
        outcome: Outcome,
    },
    /// The scenario or the job could not be run; the words are for people.
    Failed {
        /// Of which scenario.
        epoch: u32,
        /// What went wrong.
        message: String,
    },
}

/// A message as bytes.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(message).map_err(|error| format!("a message could not be written: {error}"))
}

/// Bytes as a message.
pub fn decode<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| format!("a message could not be read: {error}"))
}
