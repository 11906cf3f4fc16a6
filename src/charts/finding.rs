//! The finding in words: what one strategy brought more of than the other, and last how many adults are doing well.
//!
//! Only what matters by the rule of every verdict is said to have been brought, the largest change first; where nothing does, the
//! sentence says that. Whichever strategy brought more comes first.

use super::changes::{Change, changes};
use super::number::{interval_digits, plain, signed};
use super::words::{headline, lower_first};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::pair::Names;
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::{
    AREA_SATISFACTION, CARERS_STRAINED, CATALOGUE, CONTROL, CRIME, DIED_AS_WISHED, DIGNITY,
    DOING_WELL, FAILURE_DEMAND, IN_WORK, LONELY, PUBLIC_SPENDING, WAITING,
};
use crate::words::Words;
use crate::words::finding as said;

/// The most that is named of what a strategy brought; one less where both brought something.
const NAMED: usize = 3;

/// What an outcome is called where a strategy brought more of the good, or less of the bad.
fn gain(indicator: usize) -> Option<Words> {
    Some(match indicator {
        DIGNITY => said::GAIN_DIGNITY,
        WAITING => said::GAIN_WAITING,
        CONTROL => said::GAIN_CONTROL,
        FAILURE_DEMAND => said::GAIN_FAILURE_DEMAND,
        AREA_SATISFACTION => said::GAIN_AREA_SATISFACTION,
        CRIME => said::GAIN_CRIME,
        LONELY => said::GAIN_LONELY,
        CARERS_STRAINED => said::GAIN_CARERS_STRAINED,
        IN_WORK => said::GAIN_IN_WORK,
        DIED_AS_WISHED => said::GAIN_DIED_AS_WISHED,
        PUBLIC_SPENDING => said::GAIN_PUBLIC_SPENDING,
        _ => return None,
    })
}

/// What those changes are called that go one way, the largest first; nothing where none does.
fn gains(changes: &[Change], way: Way, most: usize) -> Option<String> {
    let found: Vec<&str> = changes
        .iter()
        .filter(|change| change.verdict == Verdict::Clear(way))
        .filter_map(|change| gain(change.indicator).map(Words::text))
        .take(most)
        .collect();
    match found[..] {
        [] => None,
        [one] => Some(one.to_owned()),
        [one, other] => Some(said::two_gains(one, other)),
        [one, two, three, ..] => Some(said::three_gains(one, two, three)),
    }
}

/// The finding, from the differences of all outcomes. Nothing where the outcome that the sentence ends with is not known, or nothing
/// may be claimed of it yet.
fn finding<'a>(
    difference_of: impl Fn(usize) -> Option<&'a Difference>,
    names: Names<'_>,
    place: &str,
) -> Option<String> {
    let well = difference_of(DOING_WELL)?;
    let mut last = doing_well(well, names, None)?;
    let found = changes(difference_of);
    let years = well.year;
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let is = |way: Way| {
        found
            .iter()
            .any(|change| change.verdict == Verdict::Clear(way))
    };
    let most = if is(Way::Better) && is(Way::Worse) {
        NAMED - 1
    } else {
        NAMED
    };
    let (better, worse) = (
        gains(&found, Way::Better, most),
        gains(&found, Way::Worse, most),
    );
    let first = match (better, worse) {
        // The headline says it, with the place.
        (None, None) if verdict(well, DOING_WELL).is_clear() => return None,
        (None, None) => said::brought_nothing(years, place),
        (Some(gains), None) => {
            last = doing_well(well, names, Some(Way::Better))?;
            said::brought(years, &alternative, place, &gains, &reference)
        }
        (None, Some(gains)) => {
            last = doing_well(well, names, Some(Way::Worse))?;
            said::brought(years, &reference, place, &gains, &alternative)
        }
        (Some(gains), Some(others)) => {
            said::brought_both(years, &alternative, place, &gains, &reference, &others)
        }
    };
    Some([first, last].join(" "))
}

/// The first sentence about a comparison: the finding, or the headline of adults doing well where nothing else may be said. Nothing
/// before that is known. `wanted` is how many re-runs are asked for.
pub fn first_sentence<'a>(
    difference_of: impl Fn(usize) -> Option<&'a Difference> + Copy,
    names: Names<'_>,
    place: &str,
    wanted: u32,
) -> Option<String> {
    let well = difference_of(DOING_WELL)?;
    finding(difference_of, names, place).or_else(|| Some(headline(well, names, place, wanted)))
}

/// How many adults are doing well, with the number; nothing while nothing may be claimed. Whoever was `named` alone before is not
/// named again.
fn doing_well(difference: &Difference, names: Names<'_>, named: Option<Way>) -> Option<String> {
    let least = plain(CATALOGUE[DOING_WELL].worthwhile.size * 10.0, 0);
    // Of every thousand: ten times the share in percent.
    let (low, high) = (difference.interval.0 * 10.0, difference.interval.1 * 10.0);
    let range = |low: f64, high: f64, say: fn(f64, u8) -> String| {
        let digits = interval_digits((low, high), 0);
        crate::words::findings::low_to_high(&say(low, digits), &say(high, digits))
    };
    Some(match verdict(difference, DOING_WELL) {
        Verdict::Nothing | Verdict::Same | Verdict::TooFew => return None,
        Verdict::Clear(way) => {
            let (name, mean, low, high) = if way == Way::Worse {
                (names.reference, -difference.mean(), -high, -low)
            } else {
                (names.alternative, difference.mean(), low, high)
            };
            let (number, range) = (plain(mean * 10.0, 0), range(low, high, plain));
            if named == Some(way) {
                said::more_well_too(&number, &range)
            } else {
                said::more_well(&lower_first(name), &number, &range)
            }
        }
        Verdict::TooLittle(_) => said::hardly_well(&least),
        Verdict::NoneThatMatters => said::same_well(&least),
        Verdict::Unclear => said::unclear_well(&range(low, high, signed)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::of_runs;

    const NAMES: Names<'static> = Names {
        reference: "Siloed pilots",
        alternative: "Whole-area investment",
    };

    fn said_of(means: &[(usize, f64)], runs: u32) -> Option<String> {
        let of: Vec<(usize, Difference)> = means
            .iter()
            .map(|(indicator, mean)| {
                let runs = (0..runs).map(|run| mean + 0.001 * f64::from(run % 3));
                (*indicator, of_runs(runs.collect(), 10, *indicator))
            })
            .collect();
        let difference_of = |wanted| {
            let known = of.iter().find(|(indicator, _)| *indicator == wanted);
            known.map(|(_, difference)| difference)
        };
        finding(difference_of, NAMES, "Trafford")
    }

    #[test]
    fn what_matters_is_named_the_largest_first_and_the_number_comes_last() {
        let words = said_of(&[(DOING_WELL, 0.6), (CONTROL, 2.0), (DIGNITY, 3.0)], 16).unwrap();
        assert_eq!(
            words,
            "Over 10 years, whole-area investment brought Trafford more control over life and help that fits better than siloed pilots did. More adults are doing well with it: 6 in every 1,000 (6 to 6)."
        );
    }

    #[test]
    fn whoever_does_better_comes_first_and_nothing_is_said_as_plainly() {
        let pilots = said_of(&[(DOING_WELL, -0.6), (CONTROL, -2.0)], 16).unwrap();
        assert!(
            pilots.starts_with("Over 10 years, siloed pilots brought Trafford more control over life than whole-area investment did."),
            "{pilots}"
        );
        assert!(pilots.contains("with it: 6 in every 1,000"));
        let nothing = said_of(&[(DOING_WELL, 0.0), (CONTROL, 0.0)], 16).unwrap();
        assert!(
            nothing.contains("nothing that matters differs"),
            "{nothing}"
        );
        let both = said_of(&[(DOING_WELL, 0.05), (CONTROL, 2.0), (DIGNITY, -3.0)], 16).unwrap();
        assert!(
            both.contains(
                "more control over life; siloed pilots brought help that fits better. It hardly changes"
            ),
            "{both}"
        );
    }

    #[test]
    fn under_eight_runs_nothing_is_claimed() {
        assert_eq!(said_of(&[(DOING_WELL, 0.6), (CONTROL, 2.0)], 7), None);
        assert_eq!(said_of(&[], 16), None);
    }
}
