//! What paired differences come to: who does better, by enough to matter or not, or that nobody can tell. Page, command line, files
//! and workshop all say what is found here, so that they cannot disagree.
//!
//! The rule, of a difference (alternative less reference) with the 90 % interval of its mean and the size worth having
//! ([`Worthwhile`](crate::indicators::sizes::Worthwhile)):
//!
//! 1. no run: nothing; every run the same to the bit: the same; under [`FEWEST`] runs: too few, and no direction is claimed;
//! 2. the interval leaves out zero: there is a difference. Where the mean comes to the size worth having it matters; where it does
//!    not it is too little to matter, however clear;
//! 3. the interval holds zero and lies within the size worth having either way: there is no difference that matters;
//! 4. else nothing is clear.

use super::estimate::{Estimate, Interval};
use super::outcomes::OUTCOMES;
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::{Better, CATALOGUE, DOING_WELL};
use serde::Serialize;

/// Runs under which no direction is claimed.
pub const FEWEST: u32 = 8;

/// Which way a difference goes, of the alternative against the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It does better, in the indicator's own direction.
    Better,
    /// It does worse.
    Worse,
    /// It has more, where neither direction is better.
    Higher,
    /// It has less, where neither direction is better.
    Lower,
}

/// What a paired difference comes to, for the alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing has been run.
    Nothing,
    /// Every run gave the same in both arms, to the bit.
    Same,
    /// There are runs, and under [`FEWEST`] of them.
    TooFew,
    /// A difference that is worth having (or worth avoiding).
    Clear(Way),
    /// A difference, but too little to matter.
    TooLittle(Way),
    /// It may be none, and it is none that matters.
    NoneThatMatters,
    /// It may be none, and it may be one that matters.
    Unclear,
}

impl Verdict {
    /// The word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nothing => "not-run",
            Self::Same => "same",
            Self::TooFew => "too-few-runs",
            Self::Clear(Way::Better) => "better",
            Self::Clear(Way::Worse) => "worse",
            Self::Clear(Way::Higher) => "higher",
            Self::Clear(Way::Lower) => "lower",
            Self::TooLittle(Way::Better) => "better-too-little-to-matter",
            Self::TooLittle(Way::Worse) => "worse-too-little-to-matter",
            Self::TooLittle(Way::Higher) => "higher-too-little-to-matter",
            Self::TooLittle(Way::Lower) => "lower-too-little-to-matter",
            Self::NoneThatMatters => "no-difference-that-matters",
            Self::Unclear => "no-clear-difference",
        }
    }

    /// The words in a table, said of the alternative.
    pub fn words(self) -> &'static str {
        match self {
            Self::Nothing => "not run yet",
            Self::Same => "the same",
            Self::TooFew => "too few runs to say",
            Self::Clear(Way::Better) => "better",
            Self::Clear(Way::Worse) => "worse",
            Self::Clear(Way::Higher) => "higher",
            Self::Clear(Way::Lower) => "lower",
            Self::TooLittle(Way::Better) => "better, but too little to matter",
            Self::TooLittle(Way::Worse) => "worse, but too little to matter",
            Self::TooLittle(Way::Higher) => "higher, but too little to matter",
            Self::TooLittle(Way::Lower) => "lower, but too little to matter",
            Self::NoneThatMatters => "no difference that matters",
            Self::Unclear => "no clear difference",
        }
    }

    /// What hinders a finding from being one that matters, in a few words; nothing where it does.
    pub fn but(self) -> Option<&'static str> {
        match self {
            Self::Clear(_) => None,
            Self::TooLittle(_) => Some("too little to matter"),
            other => Some(other.words()),
        }
    }

    /// Whether it is a difference that matters, whichever way.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Clear(_))
    }

    /// Whether the alternative is better by enough to matter.
    pub fn is_better(self) -> bool {
        self == Self::Clear(Way::Better)
    }

    /// Whether it is worse by enough to matter.
    pub fn is_worse(self) -> bool {
        self == Self::Clear(Way::Worse)
    }
}

impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// What the difference of an indicator comes to, in the year in which it is read.
pub fn verdict(difference: &Difference, indicator: usize) -> Verdict {
    let all_same = difference.runs.iter().all(|run| *run == 0.0);
    judged(
        difference.mean(),
        difference.interval,
        difference.replicates,
        all_same,
        indicator,
    )
}

/// The same from one paired difference (alternative less reference) a run.
pub fn of_runs(runs: &[f64], indicator: usize) -> Verdict {
    let estimate = Estimate::of(runs);
    judged(
        estimate.mean,
        (estimate.low, estimate.high),
        runs.len() as u32,
        runs.iter().all(|run| *run == 0.0),
        indicator,
    )
}

/// The same from a mean with the 90 % interval of it, over so many runs.
pub fn of_interval(of: &Interval, runs: u32, indicator: usize) -> Verdict {
    let ends = (of.low, of.high);
    judged(of.mean, ends, runs, is_none(of.mean, ends), indicator)
}

/// The same of what single people were asked: an outcome of a trial or an evaluation, by its position in [`OUTCOMES`].
pub fn of_outcome(of: &Interval, runs: u32, outcome: usize) -> Verdict {
    let (info, ends) = (&OUTCOMES[outcome], (of.low, of.high));
    let way = way_of(of.mean, info.better);
    by_size(
        of.mean,
        ends,
        (runs, is_none(of.mean, ends)),
        info.worthwhile,
        way,
    )
}

impl Interval {
    /// What it comes to as a difference in adults doing well over so many runs (replicates, or orders of joining).
    pub fn verdict(&self, runs: u32) -> Verdict {
        of_interval(self, runs, DOING_WELL)
    }
}

/// Every run the same to the bit leaves no interval.
fn is_none(mean: f64, (low, high): (f64, f64)) -> bool {
    mean == 0.0 && low == high
}

fn judged(mean: f64, interval: (f64, f64), runs: u32, all_same: bool, indicator: usize) -> Verdict {
    by_size(
        mean,
        interval,
        (runs, all_same),
        CATALOGUE[indicator].worthwhile.size,
        way(mean, indicator),
    )
}

fn by_size(
    mean: f64,
    (low, high): (f64, f64),
    (runs, all_same): (u32, bool),
    worthwhile: f64,
    way: Way,
) -> Verdict {
    if runs == 0 {
        Verdict::Nothing
    } else if all_same {
        Verdict::Same
    } else if runs < FEWEST {
        Verdict::TooFew
    } else if low > 0.0 || high < 0.0 {
        if mean.abs() >= worthwhile {
            Verdict::Clear(way)
        } else {
            Verdict::TooLittle(way)
        }
    } else if low >= -worthwhile && high <= worthwhile {
        Verdict::NoneThatMatters
    } else {
        Verdict::Unclear
    }
}

/// Which way a difference goes.
fn way(difference: f64, indicator: usize) -> Way {
    way_of(difference, CATALOGUE[indicator].better)
}

fn way_of(difference: f64, better: Better) -> Way {
    match (better, difference > 0.0) {
        (Better::Higher, true) | (Better::Lower, false) => Way::Better,
        (Better::Higher, false) | (Better::Lower, true) => Way::Worse,
        (Better::Neither, true) => Way::Higher,
        (Better::Neither, false) => Way::Lower,
    }
}

/// Which way one run's difference goes by as much as is worth having; none where it is less than that.
pub fn of_one(difference: f64, indicator: usize) -> Option<Way> {
    (difference.abs() >= CATALOGUE[indicator].worthwhile.size).then(|| way(difference, indicator))
}

/// How many of so many outcomes would look clear by chance alone, were there no difference in any. Unit: outcomes.
///
/// Each 90 % interval leaves out the truth once in ten. Outcomes are not independent, which does not move this mean.
pub fn by_chance(outcomes: usize) -> u32 {
    (outcomes as f64 * 0.1).round() as u32
}

/// The same as a sentence for a table of so many outcomes.
pub fn chance_words(outcomes: usize) -> String {
    let many = match by_chance(outcomes) {
        0 => {
            return format!(
                "With {outcomes} outcomes at 90% intervals, one in ten would look clear by chance alone."
            );
        }
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        many => many.to_string(),
    };
    format!(
        "With {outcomes} outcomes at 90% intervals, about {many} would look clear by chance alone."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{CARERS, DOING_WELL, IN_WORK, LONELY};

    /// As many runs as it takes, around a mean.
    fn runs(mean: f64, spread: f64, count: usize) -> Vec<f64> {
        (0..count)
            .map(|k| mean + if k % 2 == 0 { spread } else { -spread })
            .collect()
    }

    fn interval(mean: f64, low: f64, high: f64) -> Interval {
        Interval { mean, low, high }
    }

    #[test]
    fn more_is_better_or_worse_as_the_indicator_has_it() {
        let more = runs(0.5, 0.1, 16);
        assert_eq!(of_runs(&more, DOING_WELL), Verdict::Clear(Way::Better));
        assert_eq!(of_runs(&more, LONELY), Verdict::Clear(Way::Worse));
        assert_eq!(
            of_runs(&more, CARERS),
            Verdict::Clear(Way::Higher),
            "neither more nor fewer carers are better"
        );
        let less = runs(-0.5, 0.1, 16);
        assert_eq!(of_runs(&less, DOING_WELL), Verdict::Clear(Way::Worse));
        assert_eq!(of_runs(&less, LONELY), Verdict::Clear(Way::Better));
        assert_eq!(of_runs(&less, CARERS), Verdict::Clear(Way::Lower));
    }

    #[test]
    fn what_is_clear_but_small_is_never_simply_better() {
        assert_eq!(
            of_runs(&runs(0.04, 0.001, 64), IN_WORK),
            Verdict::TooLittle(Way::Better),
            "it would be shown as 0.0"
        );
        assert_eq!(
            of_runs(&runs(-0.04, 0.001, 64), IN_WORK),
            Verdict::TooLittle(Way::Worse)
        );
        for (indicator, info) in CATALOGUE.iter().enumerate() {
            let zero = format!("{:.*}", usize::from(info.digits), 0.0);
            for step in -200..=200 {
                let mean = info.worthwhile.size * f64::from(step) / 40.0;
                let shown = format!("{:.*}", usize::from(info.digits), mean.abs());
                let found = of_runs(&runs(mean, info.worthwhile.size * 1e-6, 64), indicator);
                assert!(
                    shown != zero || !matches!(found, Verdict::Clear(_)),
                    "{}: {found:?} at {shown}",
                    info.id
                );
            }
        }
    }

    #[test]
    fn no_direction_is_claimed_under_eight_runs() {
        for count in 1..8 {
            assert_eq!(
                of_runs(&runs(5.0, 0.001, count), DOING_WELL),
                Verdict::TooFew
            );
        }
        assert_eq!(
            of_runs(&runs(5.0, 0.001, 8), DOING_WELL),
            Verdict::Clear(Way::Better)
        );
        assert_eq!(of_runs(&[], DOING_WELL), Verdict::Nothing);
        assert_eq!(of_runs(&[0.0, 0.0], DOING_WELL), Verdict::Same);
    }

    #[test]
    fn what_people_were_asked_is_judged_by_the_size_of_the_outcome() {
        use crate::analysis::outcomes::{FRIENDS, PROBLEMS};
        assert_eq!(
            of_outcome(&interval(-0.3, -0.4, -0.2), 8, PROBLEMS),
            Verdict::Clear(Way::Better)
        );
        assert_eq!(
            of_outcome(&interval(0.01, 0.005, 0.015), 8, PROBLEMS),
            Verdict::TooLittle(Way::Worse)
        );
        assert_eq!(
            of_outcome(&interval(0.3, 0.2, 0.4), 7, FRIENDS),
            Verdict::TooFew
        );
        assert_eq!(
            of_outcome(&interval(0.0, 0.0, 0.0), 8, FRIENDS),
            Verdict::Same
        );
        assert_eq!(
            (
                Verdict::TooLittle(Way::Worse).but(),
                Verdict::Clear(Way::Worse).but()
            ),
            (Some("too little to matter"), None)
        );
        assert!(
            OUTCOMES
                .iter()
                .all(|outcome| outcome.worthwhile > 0.0 && outcome.worthwhile <= outcome.noticed)
        );
    }

    #[test]
    fn what_may_be_none_is_told_from_what_is_none_that_matters() {
        assert_eq!(
            of_runs(&runs(0.0, 0.05, 64), DOING_WELL),
            Verdict::NoneThatMatters
        );
        assert_eq!(of_runs(&runs(0.0, 5.0, 64), DOING_WELL), Verdict::Unclear);
    }

    #[test]
    fn one_run_goes_one_way_only_by_what_is_worth_having() {
        assert_eq!(
            (of_one(0.2, DOING_WELL), of_one(0.2, LONELY)),
            (Some(Way::Better), Some(Way::Worse))
        );
        assert_eq!(
            (of_one(0.09, DOING_WELL), of_one(-0.2, CARERS)),
            (None, Some(Way::Lower))
        );
    }

    #[test]
    fn chance_is_said_for_as_many_outcomes_as_there_are() {
        assert_eq!(
            chance_words(34),
            "With 34 outcomes at 90% intervals, about three would look clear by chance alone."
        );
        assert!(
            chance_words(12).contains("about one would") && chance_words(3).contains("one in ten")
        );
    }

    #[test]
    fn an_interval_is_judged_as_every_difference_in_adults_doing_well() {
        let of = |mean: f64, half: f64, runs| {
            Interval {
                mean,
                low: mean - half,
                high: mean + half,
            }
            .verdict(runs)
        };
        assert_eq!(of(0.2, 0.3, 8), Verdict::Unclear);
        assert_eq!(of(-0.2, 0.1, 8), Verdict::Clear(Way::Worse));
        assert_eq!(of(0.05, 0.01, 8), Verdict::TooLittle(Way::Better));
        assert_eq!(of(0.0, 0.05, 8), Verdict::NoneThatMatters);
        assert_eq!(of(0.2, 0.1, 7), Verdict::TooFew);
    }
}
