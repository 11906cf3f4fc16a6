//! The run of a game's rounds: what was asked, what is in, what is still to be run.

use super::game::Game;
use crate::ensemble::{Ensemble, Job};
use crate::scenario::Scenario;
use std::rc::Rc;

/// How a game's run stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It goes on.
    Going,
    /// Every re-run is in.
    Done,
    /// It was stopped, by the person or because the page needed the workers.
    Stopped,
    /// It cannot go on; the words are for people.
    Failed(String),
}

/// The run of a game's rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The number of the run.
    pub epoch: u32,
    /// What was asked.
    pub scenario: Rc<Scenario>,
    /// How many rounds it lives.
    pub rounds: u32,
    /// The game as it was asked about.
    pub game: Rc<Game>,
    /// What is in.
    pub gathered: Rc<Ensemble>,
    /// How it stands.
    pub standing: Standing,
}

impl Run {
    fn is_whole(&self, replicate: u32) -> bool {
        self.gathered
            .outcome(replicate)
            .is_some_and(|outcome| outcome.arms.len() == self.scenario.arms.len())
    }

    /// Re-runs in which every team has lived.
    pub fn done(&self) -> u32 {
        (0..self.scenario.replicates)
            .filter(|replicate| self.is_whole(*replicate))
            .count() as u32
    }

    /// What is still to be run.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let there = |replicate, arm: u32| {
            self.gathered
                .outcome(replicate)
                .is_some_and(|outcome| outcome.arms.iter().any(|other| other.arm == arm))
        };
        let job = |replicate| {
            let arms: Vec<u32> = (0..self.scenario.arms.len() as u32)
                .filter(|arm| !there(replicate, *arm))
                .collect();
            (!arms.is_empty()).then_some(Job {
                replicate,
                arms,
                frames: false,
            })
        };
        (0..self.scenario.replicates).filter_map(job).collect()
    }
}
