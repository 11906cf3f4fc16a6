//! The life that patterns are measured on: one seed of business as usual without any money, kept at the years that
//! patterns look at.

use crate::engine::{self, state::World};
use crate::ensemble::prepared::Start;
use crate::ensemble::{Prepared, prepare};
use crate::indicators::Table;
use crate::indicators::observe::Observer;
use crate::scenario::Scenario;

/// Years lived after the spin-up.
const YEARS: u32 = 10;

/// The years after the spin-up that are kept.
const KEPT_YEARS: [u32; 5] = [0, 1, 2, 3, 10];

/// One place living on as it is.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The scenario and its place.
    pub prepared: Prepared,
    /// The spun-up world from which benches branch.
    pub start: Start,
    /// Every indicator, from the last year of the spin-up (column 0) to the tenth year after it.
    pub table: Table,
    /// Worlds at the end of some years, in the order of `KEPT_YEARS`; what is counted by year is still there.
    kept: Vec<World>,
}

impl Baseline {
    /// Lives one seed: a place of its own and luck of its own. The error is a sentence for people.
    pub fn live(scenario: &Scenario, seed: u32) -> Result<Self, String> {
        let scenario = Scenario {
            seed: scenario.seed.wrapping_add(u64::from(seed)),
            ..scenario.clone()
        };
        let prepared = prepare(scenario)?;
        let start = prepared.spin_up(seed);
        let mut world = start.world.clone();
        let mut table = start.table(YEARS);
        let mut kept = vec![world.clone()];
        let mut observer = Observer::default();
        for year in 1..=YEARS {
            for _ in 0..12 {
                engine::step(&mut world, &prepared.scenario.parameters, None);
                observer.month(&world);
            }
            observer.year(&world, &mut table, year);
            if KEPT_YEARS.contains(&year) {
                kept.push(world.clone());
            }
        }
        Ok(Self {
            prepared,
            start,
            table,
            kept,
        })
    }

    /// The world at the end of a year that is kept, counted from 0 at the end of the spin-up.
    pub fn at(&self, year: u32) -> &World {
        let position = KEPT_YEARS.iter().position(|kept| *kept == year);
        // invariant: callers name years of KEPT_YEARS; the tests read every pattern once.
        &self.kept[position.expect("a year that is kept")]
    }

    /// The worlds of all years that are kept.
    pub fn years(&self) -> &[World] {
        &self.kept
    }
}

/// Whether the same person lives in a position in both worlds.
pub fn is_same(earlier: &World, later: &World, i: usize) -> bool {
    i < earlier.persons.len()
        && earlier.persons.alive[i]
        && later.persons.alive[i]
        && earlier.persons.key[i] == later.persons.key[i]
}

/// Life satisfaction as a person would answer a survey: a whole number from 0 to 10.
pub fn answer(world: &World, i: usize) -> f64 {
    f64::from(world.persons.wellbeing[i]).round()
}
