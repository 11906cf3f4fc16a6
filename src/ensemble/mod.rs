//! Arms × replicates, paired: what to run, and how results are put together whatever order they
//! come in.
//!
//! A job is one replicate: its arms branch from one spun-up state, so that they are paired by
//! construction. Knows no threads and no workers; those who have them call [`run`] and hand the
//! outcomes to [`Ensemble::add`].

pub mod grounds;
pub mod kept;
pub mod lives;
pub mod pair;
pub mod prepared;
pub mod sliced;
pub mod summary;

pub use prepared::{Prepared, prepare};

use crate::indicators::{Frames, Table};
use crate::units::Pence;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What to run: one replicate of some arms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Which luck.
    pub replicate: u32,
    /// Positions of the arms in the scenario.
    pub arms: Vec<u32>,
    /// Whether to picture every person, for drawing.
    pub frames: bool,
}

/// What one arm of one replicate came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArmOutcome {
    /// Position of the arm in the scenario.
    pub arm: u32,
    /// Every indicator, year by year.
    pub table: Table,
    /// Where the money came from and went, year by year after the branch. Shape: years × accounts.
    pub ledger: Vec<YearLedger>,
    /// Pictures of every person, when asked for.
    pub frames: Option<Frames>,
}

/// One year's money: totals by account, in the order of `engine::ledger::Account::ALL`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearLedger {
    /// Totals: sources positive, uses positive; the two sides are equal.
    pub totals: Vec<Pence>,
}

/// What one job came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which luck.
    pub replicate: u32,
    /// Arm by arm, in the order of the job.
    pub arms: Vec<ArmOutcome>,
}

/// Outcomes gathered so far, kept in order of replicate whatever order they arrive in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ensemble {
    outcomes: std::collections::BTreeMap<u32, Outcome>,
}

impl Ensemble {
    /// Takes in the outcome of a job. A second outcome of the same replicate replaces the arms it
    /// brings and keeps the others.
    pub fn add(&mut self, outcome: Outcome) {
        match self.outcomes.entry(outcome.replicate) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(outcome);
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                let kept = entry.get_mut();
                for arm in outcome.arms {
                    match kept.arms.iter().position(|a| a.arm == arm.arm) {
                        Some(position) => kept.arms[position] = arm,
                        None => kept.arms.push(arm),
                    }
                }
                kept.arms.sort_by_key(|a| a.arm);
            }
        }
    }

    /// Takes out the outcome of one replicate.
    pub fn remove(&mut self, replicate: u32) -> Option<Outcome> {
        self.outcomes.remove(&replicate)
    }

    /// How many replicates have arrived.
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// Outcomes in order of replicate.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.values()
    }

    /// The outcome of one replicate.
    pub fn outcome(&self, replicate: u32) -> Option<&Outcome> {
        self.outcomes.get(&replicate)
    }

    /// A digest of all indicator tables: 16 hexadecimal digits, the same on every machine.
    pub fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        for outcome in self.outcomes.values() {
            digest.update(outcome.replicate.to_le_bytes());
            for arm in &outcome.arms {
                digest.update(arm.arm.to_le_bytes());
                for value in &arm.table.values {
                    digest.update(value.to_le_bytes());
                }
            }
        }
        digest
            .finalize()
            .iter()
            .take(8)
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }
}

/// Runs a job: spins the place up under this luck, then lives each arm from that one state.
pub fn run(prepared: &Prepared, job: &Job) -> Outcome {
    let start = prepared.spin_up(job.replicate);
    let arms = job
        .arms
        .iter()
        .map(|&arm| prepared.live(&start, arm, job.frames))
        .collect();
    Outcome {
        replicate: job.replicate,
        arms,
    }
}
