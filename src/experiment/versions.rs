//! Every arm of a scenario lived whole under every luck, as `kith compare` does: what is held
//! against an earlier version's comparison.

use crate::analysis::question::Question;
use crate::ensemble::{self, Job, Outcome, Prepared};

/// The replicates of a scenario.
pub(super) struct Lived {
    prepared: Prepared,
}

impl Lived {
    /// Of a scenario in its place.
    pub fn new(prepared: &Prepared) -> Self {
        Self {
            prepared: prepared.clone(),
        }
    }
}

impl Question for Lived {
    type Part = Outcome;
    type Answer = Vec<Outcome>;

    fn tasks(&self) -> usize {
        self.prepared.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> Outcome {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Outcome {
        let arms: Vec<u32> = (0..self.prepared.scenario.arms.len() as u32).collect();
        let outcome = ensemble::run(
            &self.prepared,
            &Job {
                replicate: task as u32,
                arms: arms.clone(),
                frames: false,
            },
        );
        // The spin-up and every arm.
        (0..=arms.len()).for_each(|_| lived());
        outcome
    }

    fn answer(&self, parts: Vec<Outcome>) -> Vec<Outcome> {
        parts
    }
}
