//! What a comparison says, in words: titles that state the finding, sentences, text alternatives.
//!
//! Every word follows from numbers: when the interval spans zero there is "no clear difference", and when the first
//! strategy does better the sentence says so as plainly as the other way round.

use super::number::{interval_digits, plain, signed};
use crate::analysis::finding::{Finding, finding};
use crate::ensemble::summary::{ArmSummary, Difference};
use crate::indicators::catalogue::{Better, CATALOGUE, Indicator};
use std::fmt::Write;

/// The names of the two strategies compared: the difference is second less first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Names<'a> {
    /// The one subtracted.
    pub first: &'a str,
    /// The one it is subtracted from.
    pub second: &'a str,
}

/// The unit of a difference: points for percentages and scores, otherwise the indicator's own.
pub fn difference_unit(indicator: &Indicator) -> &'static str {
    if indicator.unit.starts_with('%') {
        "percentage points"
    } else if indicator.unit.starts_with("points") {
        "points"
    } else {
        indicator.unit
    }
}

/// An amount with its unit, pounds written before it.
pub fn amount(value: f64, indicator: &Indicator) -> String {
    let number = plain(value, indicator.digits);
    match indicator.unit.strip_prefix('£') {
        Some(rest) => format!("£{number}{rest}"),
        None if indicator.unit.starts_with('%') => format!("{number}%{}", &indicator.unit[1..]),
        None => format!("{number} {}", indicator.unit),
    }
}

/// A difference with its sign and unit.
pub fn difference_amount(value: f64, indicator: &Indicator) -> String {
    let number = signed(value, indicator.digits);
    match difference_unit(indicator).strip_prefix('£') {
        Some(rest) => match number.strip_prefix(['+', '−']) {
            Some(size) => format!("{}£{size}{rest}", number.chars().next().unwrap_or('+')),
            None => format!("£{number}{rest}"),
        },
        None => format!("{number} {}", difference_unit(indicator)),
    }
}

/// A chart's title: the finding, at most fifteen words.
pub fn title(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let size = || {
        let mean = difference.by_year.last().map_or(0.0, |s| s.mean.abs());
        let number = plain(mean, info.digits);
        match difference_unit(info).strip_prefix('£') {
            Some(rest) => format!("£{number}{rest}"),
            None if info.unit.starts_with('%') => format!("{number} points"),
            None => format!("{number} {}", difference_unit(info).split(" (").next().unwrap_or_default()),
        }
    };
    match finding(difference, indicator) {
        Finding::Nothing => format!("{}: not run yet", info.name),
        Finding::Same => format!("{}: the same in both worlds", info.name),
        Finding::Unclear if difference.replicates < 2 => format!("{}: one re-run so far, too few to say", info.name),
        Finding::Unclear => format!("{}: no clear difference", info.name),
        Finding::Worse => format!("{}: {} better by {}", info.name, lower_first(names.first), size()),
        Finding::Better => format!("{}: {} better by {}", info.name, lower_first(names.second), size()),
    }
}

/// One sentence below a chart: the size, the interval, and in how many re-runs.
pub fn sentence(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let Some(last) = difference.by_year.last() else { return "Nothing has been run yet.".to_owned() };
    let years = difference.by_year.len() - 1;
    if finding(difference, indicator) == Finding::Same {
        return format!(
            "After {} both worlds have the same, in {}.",
            years_words(years),
            of_reruns(difference.replicates, difference.replicates)
        );
    }
    let mut text = format!(
        "After {} {} has {} against {}",
        years_words(years),
        lower_first(names.second),
        difference_amount(last.mean, info),
        lower_first(names.first)
    );
    if difference.replicates > 1 {
        let (low, high) = difference.interval;
        let digits = interval_digits(difference.interval, info.digits);
        let _ = write!(text, " (90% interval of the mean {} to {})", signed(low, digits), signed(high, digits));
    }
    text + &format!("; it does better in {}.", of_reruns(difference.first_better, difference.replicates))
}

/// A text alternative for the two-world chart.
pub fn fan_alternative(first: &ArmSummary, second: &ArmSummary, usual: Option<&ArmSummary>, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let mut text = format!("Line chart of {} ({}) by year. ", info.name.to_lowercase(), info.unit);
    for (name, arm) in [(names.first, Some(first)), (names.second, Some(second)), ("Business as usual", usual)] {
        let Some((start, end)) = arm.and_then(|arm| Some((arm.by_year.first()?, arm.by_year.last()?))) else { continue };
        let _ = write!(
            text,
            "{name}: from {} to {}; nine in ten re-runs end between {} and {}. ",
            plain(start.mean, info.digits),
            plain(end.mean, info.digits),
            plain(end.p05, info.digits),
            plain(end.p95, info.digits)
        );
    }
    text + better_words(info.better)
}

/// Which way is better, in words.
pub fn better_words(better: Better) -> &'static str {
    match better {
        Better::Higher => "Higher is better.",
        Better::Lower => "Lower is better.",
        Better::Neither => "Neither more nor less is better.",
    }
}

/// "12 of 16 re-runs", "the only re-run so far".
pub fn of_reruns(count: u32, all: u32) -> String {
    if all == 1 { format!("{count} of 1 re-run") } else { format!("{count} of {all} re-runs") }
}

/// "1 year", "10 years".
pub fn years_words(years: usize) -> String {
    if years == 1 { "1 year".to_owned() } else { format!("{years} years") }
}

/// A chance told as a count: "47 of 50".
pub fn frequency(second_better: u32, names: Names<'_>) -> String {
    format!(
        "Of 50 equally likely pairs of worlds, {} does better in {second_better} and {} in {}.",
        lower_first(names.second),
        lower_first(names.first),
        super::dots::DOTS as u32 - second_better.min(super::dots::DOTS as u32)
    )
}

/// The front page's one sentence before anything has come of the question.
pub fn being_lived(place: &str) -> String {
    format!("{place} is living through two futures with the same people, the same luck and the same money…")
}

/// The front page's one sentence.
///
/// `place` is the place's name; `done` and `wanted` are re-runs. The difference is that of `doing_well`.
pub fn headline(difference: &Difference, names: Names<'_>, place: &str) -> String {
    let indicator = crate::indicators::catalogue::DOING_WELL;
    let years = difference.by_year.len().saturating_sub(1);
    let per_thousand = |share: f64| plain((share * 10.0).abs(), 0);
    let after = years_words(years);
    let lead = format!("For the same money in {place}, after {after}");
    let Some(last) = difference.by_year.last() else { return format!("Two worlds for {place} are being lived now.") };
    let one = difference.replicates < 2;
    match finding(difference, indicator) {
        Finding::Nothing => format!("Two worlds for {place} are being lived now."),
        Finding::Same => format!("{lead} the two worlds come out the same: as many adults are doing well in each."),
        Finding::Unclear if one => format!(
            "{lead}, in the first re-run, {} more adults in every 1,000 are doing well with {}. One re-run is too few to say more.",
            per_thousand(last.mean),
            lower_first(if last.mean >= 0.0 { names.second } else { names.first })
        ),
        Finding::Unclear => format!(
            "{lead} there is no clear difference in how many adults are doing well: {} does better in {}.",
            lower_first(names.second),
            of_reruns(difference.first_better, difference.replicates)
        ),
        found => {
            let (better, worse, count) = if found == Finding::Better {
                (names.second, names.first, difference.first_better)
            } else {
                (names.first, names.second, difference.second_better)
            };
            let (low, high) = if found == Finding::Better { difference.interval } else { (-difference.interval.1, -difference.interval.0) };
            // Of every thousand: ten times the share in percent.
            let (low, high) = (low * 10.0, high * 10.0);
            let digits = interval_digits((low, high), 0);
            format!(
                "{lead} {} more adults in every 1,000 are doing well with {} than with {} (90% interval {} to {}), in {}.",
                per_thousand(last.mean),
                lower_first(better),
                lower_first(worse),
                plain(low, digits),
                plain(high, digits),
                of_reruns(count, difference.replicates)
            )
        }
    }
}

/// Why there are no fifty dots yet.
pub fn too_few_for_dots(replicates: u32) -> String {
    let so_far = if replicates == 1 { "there is 1 so far".to_owned() } else { format!("there are {replicates} so far") };
    format!("This picture needs {} re-runs or more; {so_far}.", super::dots::FEWEST)
}

/// A name inside a sentence: its first letter small.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::Spread;
    use crate::indicators::catalogue::{CRISIS_SPENDING, DOING_WELL, LONELY, sign};

    #[test]
    fn few_runs_are_not_drawn_as_fifty() {
        assert_eq!(too_few_for_dots(1), "This picture needs 20 re-runs or more; there is 1 so far.");
        assert!(too_few_for_dots(4).ends_with("there are 4 so far."));
    }

    const NAMES: Names<'static> = Names { first: "Siloed pilots", second: "Whole-area investment" };

    fn difference(values: &[f64], indicator: usize) -> Difference {
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        let margin = if values.len() > 1 { 0.5 } else { 0.0 };
        let better = |factor: f64| values.iter().filter(|v| **v * factor * sign(indicator) > 0.0).count() as u32;
        Difference {
            by_year: if values.is_empty() { Vec::new() } else { vec![Spread::default(), Spread::of(values)] },
            interval: (mean - margin, mean + margin),
            first_better: better(1.0),
            second_better: better(-1.0),
            replicates: values.len() as u32,
            last_year: values.to_vec(),
        }
    }

    #[test]
    fn the_headline_says_who_does_better_as_plainly_either_way() {
        let ahead = headline(&difference(&[2.0, 3.0, 1.0], DOING_WELL), NAMES, "Trafford");
        assert_eq!(
            ahead,
            "For the same money in Trafford, after 1 year 20 more adults in every 1,000 are doing well with whole-area investment \
             than with siloed pilots (90% interval 15 to 25), in 3 of 3 re-runs."
        );
        let behind = headline(&difference(&[-2.0, -3.0, 1.0], DOING_WELL), NAMES, "Trafford");
        assert!(
            behind.contains("13 more adults in every 1,000 are doing well with siloed pilots than with whole-area investment"),
            "{behind}"
        );
        assert!(behind.contains("(90% interval 8 to 18), in 2 of 3 re-runs"), "{behind}");
    }

    #[test]
    fn a_difference_that_may_be_none_is_called_that() {
        let unclear = headline(&difference(&[0.5, -0.4], DOING_WELL), NAMES, "Wigan");
        assert!(unclear.contains("no clear difference") && unclear.contains("1 of 2 re-runs"), "{unclear}");
        let same = headline(&difference(&[0.0, 0.0], DOING_WELL), NAMES, "Wigan");
        assert!(same.contains("come out the same"), "{same}");
        let one = headline(&difference(&[1.2], DOING_WELL), NAMES, "Wigan");
        assert!(one.contains("One re-run is too few"), "{one}");
        assert!(headline(&difference(&[], DOING_WELL), NAMES, "Wigan").contains("being lived"));
    }

    #[test]
    fn titles_follow_the_direction_that_is_better_and_stay_short() {
        assert_eq!(title(&difference(&[-2.0, -2.1], LONELY), LONELY, NAMES), "Often lonely: whole-area investment better by 2.1 points");
        assert_eq!(title(&difference(&[2.0, 2.1], LONELY), LONELY, NAMES), "Often lonely: siloed pilots better by 2.1 points");
        assert_eq!(title(&difference(&[9.0], LONELY), LONELY, NAMES), "Often lonely: one re-run so far, too few to say");
        assert_eq!(title(&difference(&[0.1, -0.1], LONELY), LONELY, NAMES), "Often lonely: no clear difference");
        assert_eq!(
            title(&difference(&[-20.0, -22.0], CRISIS_SPENDING), CRISIS_SPENDING, NAMES),
            "Crisis spending: whole-area investment better by £21 per person"
        );
        for indicator in 0..CATALOGUE.len() {
            let words = title(&difference(&[2.0, 2.1], indicator), indicator, NAMES);
            assert!(words.split_whitespace().count() <= 15, "{words}");
        }
    }

    #[test]
    fn sentences_carry_unit_interval_and_count() {
        let text = sentence(&difference(&[-2.0, -3.0], CRISIS_SPENDING), CRISIS_SPENDING, NAMES);
        assert!(text.contains("−£3 per person against siloed pilots"), "{text}");
        assert!(text.contains("it does better in 2 of 2 re-runs"), "{text}");
        assert_eq!(amount(12.34, &CATALOGUE[DOING_WELL]), "12.3% of adults");
        assert_eq!(sentence(&difference(&[], LONELY), LONELY, NAMES), "Nothing has been run yet.");
    }
}
