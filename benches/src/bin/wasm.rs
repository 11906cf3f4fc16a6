//! The same work for node: functions that a script calls between two readings of its clock. Knows
//! no clock.

use kith::ensemble::Prepared;
use kith_bench::reference::tell::{Seconds, line};
use kith_bench::reference::{Kind, Model, build, world::World, world_file};
use kith_bench::subjects::{Usual, pair, person_months, scenario};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A world of the reference workload.
#[wasm_bindgen]
pub struct ReferenceWorld(World);

#[wasm_bindgen]
impl ReferenceWorld {
    /// The world of so many people from a seed.
    pub fn made(people: u32, seed: u32) -> Self {
        Self(World::new(people.max(1), seed))
    }

    /// The world in the bytes of a file.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        world_file::read(bytes).map(Self)
    }
}

/// The reference workload at work.
#[wasm_bindgen]
pub struct Reference {
    people: usize,
    model: Box<dyn Model>,
}

#[wasm_bindgen]
impl Reference {
    /// An implementation (`hand`, or else on Kith's public parts), ready to run.
    #[wasm_bindgen(constructor)]
    pub fn new(
        world: &ReferenceWorld,
        hand: bool,
        replicate: u32,
        dynamic: bool,
    ) -> Result<Self, String> {
        let kind = if hand { Kind::Hand } else { Kind::Engine };
        Ok(Self {
            people: world.0.people(),
            model: build(&world.0, kind, replicate, dynamic)?,
        })
    }

    /// Lives some months.
    pub fn live(&mut self, months: u32) {
        (0..months).for_each(|_| self.model.step());
    }

    /// The line of JSON, with the seconds that were measured.
    pub fn line(&self, setup: f64, setup_cpu: f64, steps: f64, steps_cpu: f64) -> String {
        line(
            self.people,
            self.model.record(),
            Seconds {
                wall: setup,
                cpu: setup_cpu,
            },
            Seconds {
                wall: steps,
                cpu: steps_cpu,
            },
        )
    }
}

/// The scenario that the page opens with.
#[wasm_bindgen]
pub struct Comparison(Prepared);

#[wasm_bindgen]
impl Comparison {
    /// With so many people and years.
    #[wasm_bindgen(constructor)]
    pub fn new(people: u32, years: u32) -> Self {
        Self(scenario(people, years))
    }

    /// Lives one paired replicate; gives how many arms it has.
    pub fn pair(&self, replicate: u32) -> usize {
        pair(&self.0, replicate).arms.len()
    }

    /// Months that people live in one.
    pub fn person_months(&self) -> f64 {
        person_months(&self.0) as f64
    }
}

/// A world of the full model, business as usual.
#[wasm_bindgen]
pub struct Place(Usual);

#[wasm_bindgen]
impl Place {
    /// With so many people.
    #[wasm_bindgen(constructor)]
    pub fn new(people: u32) -> Self {
        Self(Usual::new(people))
    }

    /// Lives some months; gives the months that people lived in them.
    pub fn live(&mut self, months: u32) -> f64 {
        self.0.live(months) as f64
    }
}
