//! The fourteen mechanisms of a month, one file each. They see state, parameters and what is funded; never a strategy,
//! an arm's name or another arm.

pub mod accounts;
pub mod community;
pub mod control;
pub mod crisis;
pub mod demography;
pub mod family;
pub mod governance;
pub mod life_events;
pub mod practice;
pub mod problems;
pub mod spread;
pub mod support;
pub mod ties;
pub mod wellbeing;

use crate::numeric;

/// The chance with which a contact suits a person where services fit nobody: what remains is good will. Unit: share. An
/// assumption; fit adds to it.
const FITS_ANYWAY: f32 = 0.25;

/// A ratio between the most and the least deprived tenth as a factor for a deprivation between −1 and 1 (1 at 0).
fn gradient(ratio: f32, deprivation: f32) -> f32 {
    numeric::pow(f64::from(ratio), f64::from(deprivation) / 2.0) as f32
}

/// How hazards of people move with national conditions: 1 as today, lower where income, housing and rights are better.
fn structural(
    world: &crate::engine::state::World,
    parameters: &crate::scenario::parameters::Parameters,
) -> f32 {
    let better = parameters.life_events.structural + world.government.structural - 0.5;
    libm::expf(-better * parameters.couplings.people_from_national)
}

/// e^(slope × (age − reference)) for every age in whole years: hazards that rise with age, worked out once a month.
struct ByAge([f32; 128]);

impl ByAge {
    fn new(slope: f32, reference: f32) -> Self {
        Self(std::array::from_fn(|age| {
            libm::expf(slope * (age as f32 - reference))
        }))
    }

    #[inline]
    fn at(&self, age: u16) -> f32 {
        self.0[usize::from(age).min(127)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::engine::schedule::{MONTH, names};
    use crate::engine::state::example;
    use crate::scenario::parameters::Parameters;

    fn all_off() -> Parameters {
        let mut parameters = Parameters::default();
        for mechanism in MONTH {
            assert!(parameters.set(&format!("mechanisms.{}", mechanism.id), 0.0));
        }
        parameters
    }

    #[test]
    fn with_every_switch_off_nothing_but_the_month_changes() {
        let before = example::lived();
        let mut world = before.clone();
        world.month += 1; // not the turn of a year, when yearly counts are emptied
        engine::step(&mut world, &all_off(), None);
        assert_eq!(world.month, before.month + 2);
        assert_eq!(example::differing(&before, &world), Vec::<String>::new());
    }

    #[test]
    fn each_mechanism_changes_its_own_and_nothing_else() {
        let mut before = example::lived();
        // Something of everything to react to: a lasting overspend, a project, shared power.
        before.begin_year();
        before.government.crisis_budget = Some(0);
        before.government.power = 0.5;
        before.projects.push(super::spread::tests::project());
        for mechanism in MONTH {
            let mut parameters = all_off();
            parameters.set(&format!("mechanisms.{}", mechanism.id), 1.0);
            let mut world = before.clone();
            let mut changed = std::collections::BTreeSet::new();
            for month in 0..24 {
                (mechanism.step)(&mut world, &parameters, before.month + month);
                changed.extend(example::differing(&before, &world));
            }
            let strange: Vec<&String> = changed
                .iter()
                .filter(|name| !names(mechanism.changes, name))
                .collect();
            assert!(strange.is_empty(), "{} changed {strange:?}", mechanism.id);
            assert!(
                !changed.is_empty(),
                "{} changed nothing in two years",
                mechanism.id
            );

            let mut switched = before.clone();
            engine::step(&mut switched, &parameters, None);
            let mut alone = before.clone();
            (mechanism.step)(&mut alone, &parameters, before.month);
            alone.month += 1;
            assert_eq!(
                example::differing(&switched, &alone),
                Vec::<String>::new(),
                "the switch of {}",
                mechanism.id
            );
        }
    }

    #[test]
    fn three_years_with_everything_on_keep_the_books_of_people_straight() {
        let world = example::lived();
        example::check_ties(&world);
        example::check_homes(&world);
    }

    #[test]
    fn a_gradient_spans_its_ratio() {
        assert_eq!(gradient(2.2, 0.0), 1.0);
        assert!((gradient(2.2, 1.0) / gradient(2.2, -1.0) - 2.2).abs() < 1e-5);
        assert_eq!(gradient(1.0, 0.7), 1.0);
    }

    #[test]
    fn national_conditions_move_hazards_unless_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        assert_eq!(structural(&world, &parameters), 1.0);
        parameters.life_events.structural = 0.8;
        world.government.structural = 0.2;
        assert!(
            (structural(&world, &parameters) - 0.606_530_7).abs() < 1e-6,
            "where the place began, and what has moved since"
        );
        parameters.couplings.people_from_national = 0.0;
        assert_eq!(structural(&world, &parameters), 1.0);
    }

    #[test]
    fn hazards_by_age_are_exponential() {
        let by_age = ByAge::new(0.1, 60.0);
        assert_eq!(by_age.at(60), 1.0);
        assert!((by_age.at(70) - core::f32::consts::E).abs() < 1e-5);
        assert_eq!(by_age.at(500), by_age.at(127));
    }
}
