//! An experiment on its way, and one with its results.

use crate::experiment::Experiment;
use crate::report::Report;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An experiment on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Going {
    /// Its number.
    pub number: u32,
    /// What is asked.
    pub experiment: Rc<Experiment>,
    /// Its hash.
    pub hash: String,
    /// Whether it is the map's.
    pub is_map: bool,
    /// Which assumptions hold, where the experiment is a file's and the page has others.
    pub beside: Option<String>,
    /// The parts that are there, by task; empty before the size is known.
    pub parts: Vec<Option<Rc<[u8]>>>,
    /// Parts from an earlier time.
    pub(super) resumed: BTreeMap<u32, Rc<[u8]>>,
    /// Worlds lived for each task.
    pub lives_a_task: u32,
    /// Worlds lived in tasks that are not done.
    pub(super) out: u32,
    /// Parts that were there before this time.
    pub(super) before: u32,
    /// Since its tasks began this time. Unit: seconds.
    pub seconds: f64,
}

impl Going {
    /// Tasks that are done.
    pub fn done(&self) -> u32 {
        self.parts.iter().flatten().count() as u32
    }

    /// Tasks in all; 0 before that is known.
    pub fn tasks(&self) -> u32 {
        self.parts.len() as u32
    }

    /// Worlds lived, those of an earlier time included.
    pub fn lives(&self) -> u32 {
        (self.done() * self.lives_a_task + self.out).min(self.lives_in_all())
    }

    /// Worlds in all.
    pub fn lives_in_all(&self) -> u32 {
        self.tasks() * self.lives_a_task
    }

    /// What is left to wait. Unit: seconds. Nothing before the first world of this time was lived.
    pub fn seconds_left(&self) -> Option<f64> {
        let now = self.lives().saturating_sub(self.before * self.lives_a_task);
        (now > 0 && self.seconds > 0.0)
            .then(|| self.seconds / f64::from(now) * f64::from(self.lives_in_all() - self.lives()))
    }
}

/// An experiment with its results.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    /// What was asked.
    pub experiment: Rc<Experiment>,
    /// Its hash.
    pub hash: String,
    /// Which assumptions held, where the experiment was a file's and the page had others.
    pub beside: Option<String>,
    /// What it came to.
    pub results: Rc<Report>,
}
