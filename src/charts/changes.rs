//! What is different at the end: the outcomes that come first, each counted in steps worth having, the largest change on top.
//!
//! Steps make outcomes of different units comparable without adding any of them up: one step is the smallest change of a place's
//! value that a decision would turn on.

use super::number::signed;
use super::words::difference_unit;
use crate::analysis::verdict::{Verdict, verdict};
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::{CATALOGUE, HEADLINE, Indicator, sign};
use crate::words::finding as said;

/// One outcome's change. Steps are positive where the alternative does better.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Position in the catalogue.
    pub indicator: usize,
    /// The middle. Unit: steps worth having.
    pub steps: f64,
    /// The end of the interval of the mean that is worse for the alternative. Unit: steps.
    pub low: f64,
    /// The other end. Unit: steps.
    pub high: f64,
    /// What it comes to.
    pub verdict: Verdict,
    /// The difference with its sign and unit, as the outcome is counted.
    pub amount: String,
}

impl Change {
    /// What a difference comes to.
    pub fn of(difference: &Difference, indicator: usize) -> Self {
        let info = &CATALOGUE[indicator];
        let step = sign(indicator) / info.worthwhile.size;
        let ends = [difference.interval.0 * step, difference.interval.1 * step];
        Self {
            indicator,
            steps: difference.mean() * step,
            low: ends[0].min(ends[1]),
            high: ends[0].max(ends[1]),
            verdict: verdict(difference, indicator),
            amount: amount(difference.mean(), info),
        }
    }
}

/// A difference with its sign, and its unit in as few words as a narrow row has room for.
fn amount(value: f64, info: &Indicator) -> String {
    let number = signed(value, info.digits);
    let unit = difference_unit(info);
    if unit.contains("points") {
        said::short_points(&number)
    } else if unit.ends_with("per 1,000 people") {
        said::short_per_thousand(&number)
    } else if unit.starts_with('£') {
        let size = number.trim_start_matches(['+', '−']);
        said::short_pounds(number.trim_end_matches(size), size)
    } else {
        [&number, " ", unit].concat()
    }
}

/// The changes of the outcomes that come first, what matters before what does not, and the largest before the smaller.
pub fn changes<'a>(difference_of: impl Fn(usize) -> Option<&'a Difference>) -> Vec<Change> {
    let mut found: Vec<Change> = HEADLINE
        .into_iter()
        .filter_map(|indicator| Some(Change::of(difference_of(indicator)?, indicator)))
        .collect();
    found.sort_by(|a, b| {
        let size = |change: &Change| change.steps.abs();
        let order = b.verdict.is_clear().cmp(&a.verdict.is_clear());
        order.then(size(b).total_cmp(&size(a)))
    });
    found
}

/// Where an axis of steps begins and ends that holds all of them, and two steps at least either way, so that the band of what is too
/// small to matter is to be seen as a band. Unit: steps.
pub fn reach(changes: &[Change]) -> (f64, f64) {
    let ends = |least: f64, end: fn(&Change) -> f64| changes.iter().map(end).fold(least, f64::max);
    (
        -ends(2.0, |change| -change.low),
        ends(4.0, |change| change.high),
    )
}

/// Where steps stand on an axis that gives small ones more room than large ones: by their square root. Range: 0–1 inside the axis.
pub fn along(steps: f64, (low, high): (f64, f64)) -> f64 {
    let root = |steps: f64| steps.abs().sqrt() * steps.signum();
    (root(steps) - root(low)) / (root(high) - root(low))
}

/// The steps that an axis names.
pub fn named((low, high): (f64, f64)) -> impl Iterator<Item = i32> {
    const NAMED: [i32; 9] = [-36, -16, -4, -1, 0, 1, 4, 16, 36];
    NAMED
        .into_iter()
        .filter(move |steps| f64::from(*steps) >= low && f64::from(*steps) <= high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::of_runs;
    use crate::indicators::catalogue::{CONTROL, DOING_WELL, LONELY, PUBLIC_SPENDING, WAITING};

    fn difference(mean: f64, indicator: usize) -> Difference {
        let runs = (0..16).map(|run| mean * (1.0 + 0.01 * f64::from(run % 3 - 1)));
        of_runs(runs.collect(), 10, indicator)
    }

    #[test]
    fn the_largest_that_matters_comes_first_whatever_its_unit() {
        let of = [
            (CONTROL, difference(2.0, CONTROL)),
            (WAITING, difference(-0.2, WAITING)),
            (DOING_WELL, difference(-0.5, DOING_WELL)),
            (LONELY, difference(0.0, LONELY)),
        ];
        let found = changes(|wanted| {
            let known = of.iter().find(|(indicator, _)| *indicator == wanted);
            known.map(|(_, difference)| difference)
        });
        let order: Vec<usize> = found.iter().map(|change| change.indicator).collect();
        assert_eq!(order[0], CONTROL);
        assert_eq!(order.last(), Some(&LONELY), "{found:?}");
        let well = found.iter().find(|change| change.indicator == DOING_WELL);
        assert!(well.is_some_and(|well| well.steps < 0.0 && well.verdict.is_worse()));
        let waiting = found.iter().find(|change| change.indicator == WAITING);
        assert!(
            waiting.is_some_and(|waiting| waiting.steps > 0.0),
            "fewer who wait is better"
        );
        assert!(found.iter().all(|change| change.low <= change.high));
        let spending = difference(5.7, PUBLIC_SPENDING);
        assert_eq!(
            Change::of(&spending, PUBLIC_SPENDING).amount,
            "+£6 a head",
            "the sign stands before the pounds"
        );
        let axis = reach(&found);
        for change in &found {
            for end in [change.low, change.steps, change.high] {
                assert!((0.0..=1.0).contains(&along(end, axis)), "{end} on {axis:?}");
            }
        }
        assert!(along(0.0, axis) < along(1.0, axis));
        assert_eq!(named((-2.0, 5.0)).collect::<Vec<_>>(), [-1, 0, 1, 4]);
    }
}
