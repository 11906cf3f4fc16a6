//! What a world depends on: whether people, a spin-up or a whole arm of one scenario are those of
//! another, to the bit.
//!
//! Whoever keeps results from one question to the next asks here. In doubt the answer is no: then
//! it is run again.

use super::{Ensemble, Outcome};
use crate::scenario::Scenario;

/// Whether two scenarios have the same people.
pub fn same_place(a: &Scenario, b: &Scenario) -> bool {
    (&a.place, a.people, a.seed) == (&b.place, b.people, b.seed)
}

/// Whether two scenarios are one until the arms branch.
pub fn same_spin_up(a: &Scenario, b: &Scenario) -> bool {
    same_place(a, b) && a.spin_up_months == b.spin_up_months && a.parameters == b.parameters
}

/// Whether an arm lives the same life in two scenarios. Its own choices count, not those of other
/// arms; money that it does not get does not count.
pub fn same_world(a: &Scenario, b: &Scenario, arm: usize) -> bool {
    let (Some(own), Some(other)) = (a.arms.get(arm), b.arms.get(arm)) else {
        return false;
    };
    let penniless = |s: &Scenario| s.money.pounds_per_head_year * own.budget == 0.0;
    let same_money = a.money == b.money || (penniless(a) && penniless(b));
    own == other
        && same_money
        && a.years == b.years
        && a.events == b.events
        && a.approaches == b.approaches
        && same_spin_up(a, b)
}

/// What one question's outcomes are worth to the next: the arms that are the same there, of the
/// replicates it asks for.
pub fn kept<'a>(
    gathered: &'a Ensemble,
    before: &Scenario,
    now: &Scenario,
) -> impl Iterator<Item = Outcome> + 'a {
    let same: Vec<bool> = (0..now.arms.len())
        .map(|arm| same_world(before, now, arm))
        .collect();
    let replicates = now.replicates;
    gathered
        .outcomes()
        .filter(move |outcome| outcome.replicate < replicates)
        .filter_map(move |outcome| {
            let arms: Vec<_> = outcome
                .arms
                .iter()
                .filter(|arm| same.get(arm.arm as usize) == Some(&true))
                .cloned()
                .collect();
            (!arms.is_empty()).then_some(Outcome {
                replicate: outcome.replicate,
                arms,
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::{Job, Prepared, run};
    use crate::scenario::{bundled, validate};

    fn small() -> Scenario {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 2, 12, 2);
        (scenario.money.first_year, scenario.money.last_year) = (1, 2);
        // A world that gets none of the money, beside two that do.
        scenario.arms[0].budget = 0.0;
        scenario
    }

    fn outcome(scenario: &Scenario, replicate: u32) -> Outcome {
        let prepared = Prepared {
            scenario: scenario.clone(),
            place: crate::place::example::small(),
        };
        let arms = (0..scenario.arms.len() as u32).collect();
        run(
            &prepared,
            &Job {
                replicate,
                arms,
                frames: false,
            },
        )
    }

    /// Which arms are said to be the same after a change; those that are said to be must be, run
    /// anew.
    fn same_after(change: impl Fn(&mut Scenario)) -> Vec<bool> {
        let (before, mut now) = (small(), small());
        change(&mut now);
        let (old, new) = (outcome(&before, 1), outcome(&now, 1));
        (0..before.arms.len())
            .map(|arm| {
                let same = same_world(&before, &now, arm);
                assert!(
                    !same || old.arms[arm] == new.arms[arm],
                    "arm {arm} is said to be the same and is not"
                );
                same
            })
            .collect()
    }

    #[test]
    fn only_what_an_arm_depends_on_changes_it() {
        assert_eq!(same_after(|_| ()), [true; 3]);
        assert_eq!(
            same_after(|s| s.arms[2].design.area = 1.0 - s.arms[2].design.area),
            [true, true, false]
        );
        assert_eq!(
            same_after(|s| s.money.pounds_per_head_year += 7.0),
            [true, false, false],
            "no money is no money"
        );
        assert_eq!(same_after(|s| s.money.last_year = 1), [true, false, false]);
        assert_eq!(same_after(|s| s.arms[1].budget = 0.5), [true, false, true]);
        assert_eq!(same_after(|s| s.years = 1), [false; 3]);
        assert_eq!(same_after(|s| s.seed += 1), [false; 3]);
        assert_eq!(same_after(|s| s.spin_up_months = 24), [false; 3]);
        assert_eq!(
            same_after(|s| s.parameters.mechanisms.demography = 0.0),
            [false; 3]
        );
    }

    #[test]
    fn outcomes_are_kept_arm_by_arm_and_only_of_replicates_that_are_asked_for() {
        let (before, mut now) = (small(), small());
        let mut gathered = Ensemble::default();
        (0..2).for_each(|replicate| gathered.add(outcome(&before, replicate)));
        now.money.pounds_per_head_year += 7.0;
        let arms = |now: &Scenario| -> Vec<(u32, usize)> {
            kept(&gathered, &before, now)
                .map(|o| (o.replicate, o.arms.len()))
                .collect()
        };
        assert_eq!(arms(&now), [(0, 1), (1, 1)]);
        now.replicates = 1;
        assert_eq!(arms(&now), [(0, 1)]);
        now.seed += 1;
        assert!(arms(&now).is_empty());
    }
}
