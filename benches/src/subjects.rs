//! The pieces of Kith that are measured: worlds ready to be lived, and what each piece of work is.

use kith::engine;
use kith::engine::state::World;
use kith::ensemble::{self, Job, Outcome, Prepared};
use kith::place::{Place, bundled, generate};
use kith::random::Luck;
use kith::scenario::parameters::Parameters;
use kith::scenario::{bundled as scenarios, validate};
use std::sync::Arc;

/// The place and the scenario that everything is measured on.
const PLACE: &str = "trafford";
/// The arms that are compared: pilots and whole area.
const PAIR: [u32; 2] = [1, 2];
const SEED: u64 = 20_211_121;

/// Generates the place with so many people.
pub fn place(people: u32) -> Place {
    let profile = bundled::profile(PLACE).expect("the bundled place is there and can be read");
    generate(&profile, people, SEED).expect("the bundled place can be generated at this size")
}

/// A world of a place under the model's own parameters, business as usual.
#[derive(Clone)]
pub struct Usual {
    /// The world.
    pub world: World,
    /// Its parameters.
    pub parameters: Parameters,
}

impl Usual {
    /// The place with so many people, not yet lived.
    pub fn new(people: u32) -> Self {
        let parameters = Parameters::default();
        Self {
            world: World::new(Arc::new(place(people)), Luck::new(SEED, 0), &parameters),
            parameters,
        }
    }

    /// The same after some months.
    pub fn lived(people: u32, months: u32) -> Self {
        let mut usual = Self::new(people);
        usual.live(months);
        usual
    }

    /// Lives some months of the full model; gives how many months people have lived in them.
    pub fn live(&mut self, months: u32) -> u64 {
        let mut lived = 0;
        for _ in 0..months {
            lived += u64::from(self.world.population());
            engine::step(&mut self.world, &self.parameters, None);
        }
        lived
    }
}

/// The bundled scenario with other numbers of people and years.
pub fn scenario(people: u32, years: u32) -> Prepared {
    let text = scenarios::scenario(PLACE).expect("the bundled scenario is there");
    let mut scenario = validate::parse(text).expect("the bundled scenario is valid");
    (scenario.people, scenario.years) = (people, years);
    scenario.money.last_year = scenario.money.last_year.min(years);
    ensemble::prepare(scenario).expect("the bundled scenario can be prepared")
}

/// One paired replicate: the spin-up once, then both arms.
pub fn pair(prepared: &Prepared, replicate: u32) -> Outcome {
    ensemble::run(
        prepared,
        &Job {
            replicate,
            arms: PAIR.to_vec(),
            frames: false,
        },
    )
}

/// How many months people live in a paired replicate, taking the place to keep its size.
pub fn person_months(prepared: &Prepared) -> u64 {
    let spin_up = prepared.scenario.spin_up_months.div_ceil(12).max(1) * 12;
    u64::from(spin_up + prepared.scenario.months() * PAIR.len() as u32)
        * prepared.place.persons.len() as u64
}

/// a = b + s × c over three columns (the triad of STREAM); gives the bytes that it has to move.
pub fn triad(a: &mut [f32], b: &[f32], c: &[f32], s: f32) -> u64 {
    for ((a, b), c) in a.iter_mut().zip(b).zip(c) {
        *a = *b + s * *c;
    }
    a.len() as u64 * 3 * size_of::<f32>() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_is_the_model_that_people_run() {
        let mut usual = Usual::lived(1_000, 2);
        let lived = usual.live(2);
        assert_eq!(usual.world.month, 4);
        assert!((1_900..2_100).contains(&lived), "{lived} months");
        let prepared = scenario(1_000, 1);
        assert_eq!(
            person_months(&prepared),
            1_000 * u64::from(prepared.scenario.spin_up_months + 24)
        );
        assert_eq!(
            pair(&prepared, 3)
                .arms
                .iter()
                .map(|arm| arm.arm)
                .collect::<Vec<_>>(),
            PAIR
        );
    }

    #[test]
    fn the_triad_does_what_it_says() {
        let mut a = [0.0; 3];
        assert_eq!(triad(&mut a, &[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], 2.0), 36);
        assert_eq!(a, [9.0, 12.0, 15.0]);
    }
}
