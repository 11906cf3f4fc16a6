//! A scenario made ready to run: the place generated, what each arm buys worked out.

use super::ArmOutcome;
use crate::place::Place;
use crate::scenario::Scenario;

/// A scenario with its place.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The question.
    pub scenario: Scenario,
    /// The place.
    pub place: Place,
}

/// A spun-up world from which the arms branch.
pub struct Start;

impl Prepared {
    /// Lives the spin-up under the luck of a replicate.
    pub fn spin_up(&self, _replicate: u32) -> Start {
        Start
    }

    /// Lives one arm from a spun-up world.
    pub fn live(&self, _start: &Start, arm: u32, _frames: bool) -> ArmOutcome {
        ArmOutcome { arm, table: crate::indicators::Table::new(self.scenario.years + 1), ledger: Vec::new(), frames: None }
    }
}
