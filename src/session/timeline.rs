//! What happens when, for the marks under the slider of time: money, and the rounds in which approaches open and end.
//!
//! Reads a scenario as the engine's funding does; knows no pixels.

use crate::scenario::{Arm, Scenario};

/// From one month to another, counted from 0 at the branching of the arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The month it begins.
    pub from: u32,
    /// The month it is over.
    pub to: u32,
}

/// When there is new money, inside the run. Nothing when there is none.
pub fn money(scenario: &Scenario) -> Option<Stretch> {
    let money = scenario.money;
    let from = money.first_year.saturating_sub(1) * 12;
    let to = (money.last_year * 12).min(scenario.months());
    (money.pounds_per_head_year > 0.0 && from < to).then_some(Stretch { from, to })
}

/// The rounds of an arm: all it funds opens together and ends when the promised time is over, then a new round opens.
///
/// The last round ends with the money. Nothing for an arm that funds no level.
pub fn rounds(scenario: &Scenario, arm: &Arm) -> Vec<Stretch> {
    let Some(money) = money(scenario) else {
        return Vec::new();
    };
    if arm.design.levels.iter().all(|weight| *weight <= 0.0) {
        return Vec::new();
    }
    let mut rounds: Vec<Stretch> = Vec::new();
    let mut from = money.from;
    while from < money.to {
        let to = (from + length_of_round(arm, from)).min(money.to);
        rounds.push(Stretch { from, to });
        from = to;
    }
    rounds
}

/// The months that a round lasts which opens now, decisions taken by then included: whole years, as rounds are held once a year.
fn length_of_round(arm: &Arm, month: u32) -> u32 {
    let mut design = arm.design;
    arm.decisions
        .iter()
        .filter(|decision| decision.month <= month)
        .for_each(|decision| decision.apply(&mut design));
    (design.horizon_months / 12.0).round().max(1.0) as u32 * 12
}

/// The rounds in words: "5 rounds of 2 years, opening in years 1, 3, 5, 7 and 9".
pub fn rounds_words(rounds: &[Stretch]) -> String {
    let year = |month: u32| (month / 12 + 1).to_string();
    let years = |stretch: &Stretch| match (stretch.to - stretch.from).div_ceil(12) {
        1 => "1 year".to_owned(),
        n => format!("{n} years"),
    };
    match rounds {
        [] => "nothing is opened".to_owned(),
        [only] => format!(
            "one round of {}, opening in year {}",
            years(only),
            year(only.from)
        ),
        [first, .., last] => {
            let shorter = if first.to - first.from == last.to - last.from {
                ""
            } else {
                " (the last is shorter)"
            };
            let opening: Vec<String> = rounds.iter().map(|round| year(round.from)).collect();
            let (end, before) = opening
                .split_last()
                .map_or(("", &[][..]), |(end, before)| (end.as_str(), before));
            format!(
                "{} rounds of {}{shorter}, opening in years {} and {end}",
                rounds.len(),
                years(first),
                before.join(", ")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    fn scenario(horizon: f32, first_year: u32, last_year: u32) -> Scenario {
        let mut scenario = samples::scenario();
        scenario.years = 10;
        scenario.money.first_year = first_year;
        scenario.money.last_year = last_year;
        scenario.arms[1].design.horizon_months = horizon;
        scenario
    }

    #[test]
    fn rounds_follow_one_another_while_there_is_money() {
        let scenario = scenario(24.0, 1, 5);
        let rounds = rounds(&scenario, &scenario.arms[1]);
        let stretch = |from, to| Stretch { from, to };
        assert_eq!(rounds, [stretch(0, 24), stretch(24, 48), stretch(48, 60)]);
        assert_eq!(
            rounds_words(&rounds),
            "3 rounds of 2 years (the last is shorter), opening in years 1, 3 and 5"
        );
        assert_eq!(money(&scenario), Some(stretch(0, 60)));
    }

    #[test]
    fn a_decision_changes_the_rounds_that_open_after_it() {
        let mut scenario = scenario(24.0, 1, 10);
        let dimensions = std::collections::BTreeMap::from([("horizon_months".to_owned(), 60.0)]);
        scenario.arms[1].decisions = vec![crate::scenario::strategy::Decision {
            month: 30,
            levels: None,
            dimensions,
        }];
        let rounds = rounds(&scenario, &scenario.arms[1]);
        assert_eq!(
            rounds.iter().map(|round| round.to).collect::<Vec<_>>(),
            [24, 48, 108, 120]
        );
    }

    #[test]
    fn a_long_promise_is_one_round_and_no_money_is_none() {
        let mut long = scenario(240.0, 2, 99);
        let rounds = super::rounds(&long, &long.arms[1]);
        assert_eq!(rounds, [Stretch { from: 12, to: 120 }]);
        assert_eq!(
            rounds_words(&rounds),
            "one round of 9 years, opening in year 2"
        );
        long.money.pounds_per_head_year = 0.0;
        assert_eq!(
            (money(&long), super::rounds(&long, &long.arms[1])),
            (None, Vec::new())
        );
        let mut nothing = scenario(24.0, 1, 5);
        nothing.arms[1].design.levels = [0.0; 5];
        assert_eq!(
            rounds_words(&super::rounds(&nothing, &nothing.arms[1])),
            "nothing is opened"
        );
    }
}
