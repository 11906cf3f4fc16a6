//! How one change of a control changes a scenario, always inside the limits. Knows no runs and no history.
//!
//! What is dated has a file of its own, and what an arm may buy has one.

mod change;
mod decisions;
mod means;
mod months;
mod shocks;

pub use change::Edit;
pub use decisions::{DecisionEdit, design_before};
pub use shocks::{Shock, ShockEdit, shocks};

use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{Level, preset};
use crate::scenario::{Scenario, limits};

/// Applies a change; a value outside its limits is held to them, an unknown name changes nothing.
pub fn apply(scenario: &mut Scenario, edit: &Edit) {
    match edit {
        Edit::Place(id) => scenario.place.clone_from(id),
        Edit::Money(pounds) => {
            let (low, high) = limits::POUNDS_PER_HEAD_YEAR;
            if pounds.is_finite() {
                scenario.money.pounds_per_head_year = pounds.clamp(low, high);
            }
        }
        Edit::FundedUntil(year) => {
            scenario.money.last_year = (*year).clamp(1, scenario.years);
            scenario.money.first_year = scenario.money.first_year.min(scenario.money.last_year);
        }
        Edit::Years(years) => set_years(scenario, *years),
        Edit::Replicates(count) => {
            scenario.replicates = (*count).clamp(limits::REPLICATES.0, limits::REPLICATES.1);
        }
        Edit::People(people) => {
            scenario.people = (*people).clamp(limits::PEOPLE.0, limits::PEOPLE.1);
        }
        Edit::Seed(seed) => scenario.seed = *seed,
        Edit::Preset { arm, preset: id } => {
            if let (Some(arm), Some(preset)) = (scenario.arms.get_mut(*arm), preset(id)) {
                preset.id.clone_into(&mut arm.preset);
                preset.name.clone_into(&mut arm.name);
                arm.design = preset.design;
                arm.budget = preset.budget;
            }
        }
        Edit::Dimension { arm, id, value } => {
            if let Some(arm) = scenario.arms.get_mut(*arm).filter(|_| value.is_finite()) {
                arm.design.set(id, *value);
            }
        }
        Edit::Parameter { id, value } => {
            if let Some(info) = Parameters::registry()
                .into_iter()
                .find(|info| info.id() == *id)
                .filter(|_| value.is_finite())
            {
                scenario
                    .parameters
                    .set(id, value.clamp(info.low, info.high));
            }
        }
        Edit::Level { arm, level, weight } => {
            if let Some(arm) = scenario
                .arms
                .get_mut(*arm)
                .filter(|_| *level < Level::ALL.len() && weight.is_finite())
            {
                arm.design.levels[*level] = weight.clamp(0.0, 1.0);
                // Money that reaches no level would be no strategy: the last level stays funded.
                if arm.design.levels.iter().all(|w| *w <= 0.0) {
                    arm.design.levels[*level] = 0.05;
                }
            }
        }
        Edit::FundedFrom(year) => {
            scenario.money.first_year = (*year).clamp(1, scenario.years);
            scenario.money.last_year = scenario.money.last_year.max(scenario.money.first_year);
        }
        Edit::Budget { arm, share } => means::budget(scenario, *arm, *share),
        Edit::Approach { arm, id, allowed } => means::approach(scenario, *arm, id, *allowed),
        Edit::AllApproaches(arm) => means::all_approaches(scenario, *arm),
        Edit::Shock(edit) => shocks::apply(scenario, *edit),
        Edit::Decision { arm, edit } => decisions::apply(scenario, *arm, *edit),
    }
}

/// More or fewer years; funding that lasted to the end still does, and never outlasts it. Events beyond the end go.
fn set_years(scenario: &mut Scenario, years: u32) {
    let years = years.clamp(limits::YEARS.0, limits::YEARS.1);
    let to_the_end = scenario.money.last_year >= scenario.years;
    scenario.years = years;
    scenario.money.last_year = if to_the_end {
        years
    } else {
        scenario.money.last_year.min(years)
    };
    scenario.money.first_year = scenario.money.first_year.min(scenario.money.last_year);
    scenario.events.retain(|event| event.month < years * 12);
    for arm in &mut scenario.arms {
        arm.decisions.retain(|decision| decision.month < years * 12);
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::scenario::strategy::PRESETS;

    #[test]
    fn funding_to_the_end_follows_the_end() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, &Edit::Years(10));
        assert_eq!((scenario.years, scenario.money.last_year), (10, 10));
        apply(&mut scenario, &Edit::FundedUntil(4));
        apply(&mut scenario, &Edit::Years(8));
        assert_eq!(scenario.money.last_year, 4);
        apply(&mut scenario, &Edit::Years(2));
        assert_eq!(scenario.money.last_year, 2);
        apply(&mut scenario, &Edit::Years(999));
        assert_eq!(scenario.years, limits::YEARS.1);
    }

    #[test]
    fn values_are_held_to_their_limits_and_nonsense_is_ignored() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, &Edit::Money(1e12));
        assert_eq!(
            scenario.money.pounds_per_head_year,
            limits::POUNDS_PER_HEAD_YEAR.1
        );
        let before = scenario.clone();
        apply(&mut scenario, &Edit::Money(f64::NAN));
        apply(
            &mut scenario,
            &Edit::Dimension {
                arm: 99,
                id: "area",
                value: 0.5,
            },
        );
        apply(
            &mut scenario,
            &Edit::Preset {
                arm: 0,
                preset: "utopia".into(),
            },
        );
        assert_eq!(scenario, before);
        apply(
            &mut scenario,
            &Edit::Dimension {
                arm: 1,
                id: "area",
                value: 9.0,
            },
        );
        assert_eq!(scenario.arms[1].design.area, 1.0);
    }

    #[test]
    fn an_assumption_is_held_to_its_range() {
        let mut scenario = samples::scenario();
        let id = || "couplings.person_from_family".to_owned();
        apply(
            &mut scenario,
            &Edit::Parameter {
                id: id(),
                value: 0.0,
            },
        );
        assert_eq!(scenario.parameters.couplings.person_from_family, 0.0);
        apply(
            &mut scenario,
            &Edit::Parameter {
                id: id(),
                value: 99.0,
            },
        );
        assert_eq!(scenario.parameters.couplings.person_from_family, 2.0);
        let before = scenario.clone();
        apply(
            &mut scenario,
            &Edit::Parameter {
                id: id(),
                value: f32::NAN,
            },
        );
        apply(
            &mut scenario,
            &Edit::Parameter {
                id: "couplings.nonsense".into(),
                value: 1.0,
            },
        );
        assert_eq!(scenario, before);
    }

    #[test]
    fn a_strategy_always_funds_some_level() {
        let mut scenario = samples::scenario();
        apply(
            &mut scenario,
            &Edit::Preset {
                arm: 1,
                preset: PRESETS[0].id.into(),
            },
        );
        for level in 0..5 {
            apply(
                &mut scenario,
                &Edit::Level {
                    arm: 1,
                    level,
                    weight: 0.0,
                },
            );
        }
        assert!(scenario.arms[1].design.levels.iter().any(|w| *w > 0.0));
    }

    #[test]
    fn the_first_funded_year_takes_the_last_along() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, &Edit::FundedUntil(1));
        apply(&mut scenario, &Edit::FundedFrom(3));
        assert_eq!(
            (scenario.money.first_year, scenario.money.last_year),
            (3, 3)
        );
        apply(&mut scenario, &Edit::FundedFrom(99));
        assert_eq!(scenario.money.first_year, scenario.years);
    }
}

#[cfg(test)]
mod sequences;
