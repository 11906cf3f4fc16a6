//! The two arms that a question compares, lived under one luck, and the indicators that questions report. Knows no
//! strategy: an arm is a position in the scenario.

use crate::ensemble::pair::Pair;
use crate::ensemble::{ArmOutcome, Prepared};
use crate::indicators::Table;
use crate::indicators::catalogue as c;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The indicators that questions report: one for each separate outcome of people's lives, and two of the system.
pub const MAIN: [usize; 8] = [
    c::DOING_WELL,
    c::WELLBEING,
    c::CLOSE_FRIENDS,
    c::LONELY,
    c::CONTROL,
    c::DIGNITY,
    c::EMERGENCY_ADMISSIONS,
    c::CRISES,
];

/// Worlds lived for one pair: the spin-up and two arms.
pub const LIVES: u32 = 3;

/// The pair that a scenario is about, or a sentence for people.
pub fn wanted_pair(scenario: &Scenario) -> Result<Pair, String> {
    Pair::of(scenario)
        .ok_or_else(|| format!("arms: found {}; wanted two to compare", scenario.arms.len()))
}

/// The same place with another scenario. Only what the place was not generated from may differ.
pub fn with(prepared: &Prepared, scenario: Scenario) -> Prepared {
    Prepared {
        scenario,
        place: Arc::clone(&prepared.place),
    }
}

/// Values of all indicators in the last column of a table.
pub fn last(table: &Table) -> Vec<f64> {
    (0..c::CATALOGUE.len())
        .map(|k| table.row(k).last().copied().unwrap_or(0.0))
        .collect()
}

/// Two arms under one luck: every indicator before they branch and in the last year of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paired {
    /// The year before the arms branch: business as usual.
    pub before: Vec<f64>,
    // Kept parts are bytes by position: the alternative stays before the reference.
    /// The last year of the alternative.
    pub alternative: Vec<f64>,
    /// The last year of the reference.
    pub reference: Vec<f64>,
}

impl Paired {
    /// The alternative less the reference on one indicator.
    pub fn difference(&self, indicator: usize) -> f64 {
        self.alternative[indicator] - self.reference[indicator]
    }
}

/// Lives both arms of a pair from one spun-up world.
pub fn live_pair(prepared: &Prepared, pair: Pair, replicate: u32) -> Paired {
    live_pair_telling(prepared, pair, replicate, &mut || ())
}

/// The same, telling of the spin-up and of each arm when it was lived: [`LIVES`] times.
pub fn live_pair_telling(
    prepared: &Prepared,
    pair: Pair,
    replicate: u32,
    lived: &mut dyn FnMut(),
) -> Paired {
    let start = prepared.spin_up(replicate);
    lived();
    let mut live = |arm: usize| -> ArmOutcome {
        let outcome = prepared.live(&start, arm as u32, false);
        lived();
        outcome
    };
    let (alternative, reference) = (live(pair.alternative), live(pair.reference));
    let before = (0..c::CATALOGUE.len())
        .map(|k| alternative.table.row(k)[0])
        .collect();
    Paired {
        before,
        alternative: last(&alternative.table),
        reference: last(&reference.table),
    }
}

#[cfg(test)]
pub mod tests {
    //! The pair, and the small scenario that tests of other questions ask about.

    use super::*;
    use crate::scenario::{bundled, validate};

    /// Its pair.
    pub const PAIR: Pair = Pair {
        reference: 1,
        alternative: 2,
    };

    /// A few hundred people of the invented town, two years of pilots and whole area.
    pub fn small() -> Prepared {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 2, 12, 2);
        (scenario.money.first_year, scenario.money.last_year) = (1, 2);
        Prepared {
            scenario,
            place: crate::place::example::small(),
        }
    }

    #[test]
    fn the_pair_is_that_of_the_scenario_or_a_sentence() {
        let mut scenario = small().scenario;
        assert_eq!(wanted_pair(&scenario), Ok(PAIR));
        scenario.arms.truncate(1);
        assert!(wanted_pair(&scenario).unwrap_err().contains("wanted two"));
    }

    #[test]
    fn a_pair_is_lived_from_one_start_and_repeats() {
        let prepared = small();
        let once = live_pair(&prepared, PAIR, 1);
        assert_eq!(once, live_pair(&prepared, PAIR, 1));
        assert_ne!(once.alternative, once.reference);
        let turned = live_pair(&prepared, PAIR.turned(), 1);
        assert_eq!(
            once.difference(c::WELLBEING),
            -turned.difference(c::WELLBEING)
        );
        assert_eq!(once.before, turned.before);
    }
}
