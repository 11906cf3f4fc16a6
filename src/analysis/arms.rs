//! The two arms that a question compares, lived under one luck, and the indicators that questions report. Knows no
//! strategy: an arm is a position in the scenario.

use crate::ensemble::{ArmOutcome, Prepared};
use crate::indicators::Table;
use crate::indicators::catalogue as c;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The indicators that questions report: one for each separate outcome of people's lives, and two of the system.
pub const MAIN: [usize; 8] =
    [c::DOING_WELL, c::WELLBEING, c::CLOSE_FRIENDS, c::LONELY, c::CONTROL, c::DIGNITY, c::EMERGENCY_ADMISSIONS, c::CRISES];

/// Worlds lived for one pair: the spin-up and two arms.
pub const LIVES: u32 = 3;

/// The pair of arms that a comparison is about: whole area less pilots where both are there, else the last less the one before.
pub fn pair(scenario: &Scenario) -> Option<(usize, usize)> {
    let position = |id: &str| scenario.arms.iter().position(|arm| arm.id == id);
    match (position("whole-area"), position("pilots")) {
        (Some(first), Some(second)) => Some((first, second)),
        _ => (scenario.arms.len() >= 2).then(|| (scenario.arms.len() - 1, scenario.arms.len() - 2)),
    }
}

/// The pair, or a sentence for people.
pub fn wanted_pair(scenario: &Scenario) -> Result<(usize, usize), String> {
    pair(scenario).ok_or_else(|| format!("arms: found {}; wanted two to compare", scenario.arms.len()))
}

/// The same place with another scenario. Only what the place was not generated from may differ.
pub fn with(prepared: &Prepared, scenario: Scenario) -> Prepared {
    Prepared { scenario, place: Arc::clone(&prepared.place) }
}

/// Values of all indicators in the last column of a table.
pub fn last(table: &Table) -> Vec<f64> {
    (0..c::CATALOGUE.len()).map(|k| table.row(k).last().copied().unwrap_or(0.0)).collect()
}

/// Two arms under one luck: every indicator before they branch and in the last year of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paired {
    /// The year before the arms branch: business as usual.
    pub before: Vec<f64>,
    /// The last year of the first arm.
    pub first: Vec<f64>,
    /// The last year of the second arm.
    pub second: Vec<f64>,
}

impl Paired {
    /// First less second on one indicator.
    pub fn difference(&self, indicator: usize) -> f64 {
        self.first[indicator] - self.second[indicator]
    }
}

/// Lives both arms of a pair from one spun-up world.
pub fn live_pair(prepared: &Prepared, pair: (usize, usize), replicate: u32) -> Paired {
    live_pair_telling(prepared, pair, replicate, &mut || ())
}

/// The same, telling of the spin-up and of each arm when it was lived: [`LIVES`] times.
pub fn live_pair_telling(prepared: &Prepared, pair: (usize, usize), replicate: u32, lived: &mut dyn FnMut()) -> Paired {
    let start = prepared.spin_up(replicate);
    lived();
    let mut live = |arm: usize| -> ArmOutcome {
        let outcome = prepared.live(&start, arm as u32, false);
        lived();
        outcome
    };
    let (first, second) = (live(pair.0), live(pair.1));
    let before = (0..c::CATALOGUE.len()).map(|k| first.table.row(k)[0]).collect();
    Paired { before, first: last(&first.table), second: last(&second.table) }
}

#[cfg(test)]
pub mod tests {
    //! The pair, and the small scenario that tests of other questions ask about.

    use super::*;
    use crate::scenario::{bundled, validate};

    /// A few hundred people of the invented town, two years of pilots and whole area.
    pub fn small() -> Prepared {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (scenario.people, scenario.years, scenario.spin_up_months, scenario.replicates) = (600, 2, 12, 2);
        (scenario.money.first_year, scenario.money.last_year) = (1, 2);
        Prepared { scenario, place: crate::place::example::small() }
    }

    #[test]
    fn the_pair_is_whole_area_less_pilots_or_the_last_two() {
        let mut scenario = small().scenario;
        assert_eq!(pair(&scenario), Some((2, 1)));
        scenario.arms.remove(1);
        assert_eq!(pair(&scenario), Some((1, 0)));
        scenario.arms.truncate(1);
        assert!(wanted_pair(&scenario).unwrap_err().contains("wanted two"));
    }

    #[test]
    fn a_pair_is_lived_from_one_start_and_repeats() {
        let prepared = small();
        let once = live_pair(&prepared, (2, 1), 1);
        assert_eq!(once, live_pair(&prepared, (2, 1), 1));
        assert_ne!(once.first, once.second);
        let turned = live_pair(&prepared, (1, 2), 1);
        assert_eq!(once.difference(c::WELLBEING), -turned.difference(c::WELLBEING));
        assert_eq!(once.before, turned.before);
    }
}
