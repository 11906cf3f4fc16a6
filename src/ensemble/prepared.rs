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
    /// Every person's years in one arm.
    pub fn panel(&self, _replicate: u32, _arm: u32) -> Vec<crate::indicators::panel::PanelRow> {
        Vec::new()
    }

    /// Lives the spin-up under the luck of a replicate.
    pub fn spin_up(&self, _replicate: u32) -> Start {
        Start
    }

    /// Lives one arm from a spun-up world.
    pub fn live(&self, _start: &Start, arm: u32, _frames: bool) -> ArmOutcome {
        ArmOutcome { arm, table: crate::indicators::Table::new(self.scenario.years + 1), ledger: Vec::new(), frames: None }
    }
}

/// Makes a scenario ready to run.
pub fn prepare(scenario: Scenario) -> Result<Prepared, String> {
    let place = Place {
        id: scenario.place.clone(),
        name: scenario.place.clone(),
        sources: Vec::new(),
        communities: Vec::new(),
        families: Vec::new(),
        persons: Vec::new(),
        friendships: Vec::new(),
        kin: Vec::new(),
    };
    Ok(Prepared { scenario, place })
}
