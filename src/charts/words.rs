//! What a comparison says, in words: titles that state the finding, sentences, text alternatives.
//!
//! Every word follows from numbers by one rule ([`crate::analysis::verdict`]), and when the reference does better the sentence says so
//! as plainly as the other way round.

use super::dots::Counts;
use super::number::{interval_digits, plain, signed};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::pair::Names;
use crate::ensemble::summary::{ArmSummary, Difference};
use crate::indicators::catalogue::{Better, CATALOGUE, Indicator};
use std::fmt::Write;

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

/// A size without a sign, with its unit in few words.
fn size(value: f64, info: &Indicator) -> String {
    let number = plain(value.abs(), info.digits);
    match difference_unit(info).strip_prefix('£') {
        Some(rest) => format!("£{number}{rest}"),
        None if info.unit.starts_with('%') => format!("{number} points"),
        None => format!(
            "{number} {}",
            difference_unit(info).split(" (").next().unwrap_or_default()
        ),
    }
}

/// Who a verdict speaks for: the alternative, unless it does worse, when it is told of the reference, which does better.
fn ahead(way: Way, names: Names<'_>) -> &str {
    if way == Way::Worse {
        names.reference
    } else {
        names.alternative
    }
}

/// The word of a way, told of who is [`ahead`].
fn ahead_word(way: Way) -> &'static str {
    match way {
        Way::Better | Way::Worse => "better",
        Way::Higher => "higher",
        Way::Lower => "lower",
    }
}

/// A verdict in a few words that name who does better: "whole-area investment better, but too little to matter".
pub fn verdict_words(found: Verdict, names: Names<'_>) -> String {
    match found {
        Verdict::Clear(way) => format!("{} {}", lower_first(ahead(way, names)), ahead_word(way)),
        Verdict::TooLittle(way) => format!(
            "{} {}, but too little to matter",
            lower_first(ahead(way, names)),
            ahead_word(way)
        ),
        other => other.words().to_owned(),
    }
}

/// A chart's title: the finding, at most fifteen words.
pub fn title(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let found = verdict(difference, indicator);
    match found {
        Verdict::Same => format!("{}: the same in both worlds", info.name),
        Verdict::TooFew => format!(
            "{}: {}, too few to say",
            info.name,
            so_far(difference.replicates)
        ),
        Verdict::Clear(_) => format!(
            "{}: {} by {}",
            info.name,
            verdict_words(found, names),
            size(difference.mean(), info)
        ),
        other => format!("{}: {}", info.name, verdict_words(other, names)),
    }
}

/// One sentence below a chart: the size, the interval, and in how many re-runs.
pub fn sentence(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let Some(spread) = difference.spread() else {
        return "Nothing has been run yet.".to_owned();
    };
    let when = after(difference);
    let found = verdict(difference, indicator);
    if found == Verdict::Same {
        return format!(
            "{when} both worlds have the same, in {}.",
            of_reruns(difference.replicates, difference.replicates)
        );
    }
    let mut text = format!(
        "{when} {} has {} against {}",
        lower_first(names.alternative),
        difference_amount(spread.mean, info),
        lower_first(names.reference)
    );
    if difference.replicates > 1 {
        let (low, high) = difference.interval;
        let digits = interval_digits(difference.interval, info.digits);
        let _ = write!(
            text,
            " (90% interval of the mean {} to {})",
            signed(low, digits),
            signed(high, digits)
        );
    }
    match found {
        Verdict::TooFew => {
            text + &format!(
                "; {}, too few to say which does better.",
                so_far(difference.replicates)
            )
        }
        Verdict::TooLittle(_) => {
            let _ = write!(
                text,
                "; it {}. Less than {} is too little to matter.",
                ahead_in(difference, indicator),
                worthwhile(info)
            );
            text
        }
        _ => text + &format!("; it {}.", ahead_in(difference, indicator)),
    }
}

/// "After 10 years", or which year a difference is read in where it is not the last.
fn after(difference: &Difference) -> String {
    let last = difference.by_year.len().saturating_sub(1);
    if difference.year == last {
        format!("After {}", years_words(last))
    } else {
        format!(
            "After {}, the last with new money,",
            years_words(difference.year)
        )
    }
}

/// "is ahead in 12 of 16 re-runs", or "is higher" where neither direction is better.
fn ahead_in(difference: &Difference, indicator: usize) -> String {
    match CATALOGUE[indicator].better {
        Better::Neither => format!(
            "is higher in {}",
            of_reruns(difference.alternative_higher(), difference.replicates)
        ),
        _ => format!(
            "is ahead in {}",
            of_reruns(difference.alternative_better, difference.replicates)
        ),
    }
}

/// The smallest difference worth having, with its unit.
pub fn worthwhile(info: &Indicator) -> String {
    size(info.worthwhile.size, info)
}

/// The two sizes that a change of an indicator is judged by, each with its source and why.
pub fn sizes(info: &Indicator) -> String {
    let of = &info.worthwhile;
    let mut text = format!(
        "Worth having for a place: {} or more ({}). {}",
        worthwhile(info),
        of.source,
        of.why
    );
    if let Some(noticed) = info.noticed {
        let _ = write!(
            text,
            " Noticed by a person: {} ({}). {}",
            noticed.words(),
            noticed.source,
            noticed.why
        );
    }
    text
}

/// "one re-run so far", "4 re-runs so far".
fn so_far(replicates: u32) -> String {
    if replicates == 1 {
        "one run so far".to_owned()
    } else {
        format!("{replicates} runs so far")
    }
}

/// A text alternative for the two-world chart.
pub fn fan_alternative(
    reference: &ArmSummary,
    alternative: &ArmSummary,
    usual: Option<&ArmSummary>,
    indicator: usize,
    names: Names<'_>,
) -> String {
    let info = &CATALOGUE[indicator];
    let mut text = format!(
        "Line chart of {} ({}) by year. ",
        info.name.to_lowercase(),
        info.unit
    );
    for (name, arm) in [
        (names.reference, Some(reference)),
        (names.alternative, Some(alternative)),
        ("Business as usual", usual),
    ] {
        let Some((start, end)) =
            arm.and_then(|arm| Some((arm.by_year.first()?, arm.by_year.last()?)))
        else {
            continue;
        };
        let _ = write!(
            text,
            "{name}: from {} to {}; nine in ten runs end between {} and {}. ",
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
    if all == 1 {
        format!("{count} of 1 run")
    } else {
        format!("{count} of {all} runs")
    }
}

/// "1 year", "10 years".
pub fn years_words(years: usize) -> String {
    if years == 1 {
        "1 year".to_owned()
    } else {
        format!("{years} years")
    }
}

/// A chance told as counts of fifty: the same rule as every verdict, of single pairs of worlds.
pub fn frequency(counts: Counts, indicator: usize, names: Names<'_>) -> String {
    let does = if CATALOGUE[indicator].better == Better::Neither {
        "has more"
    } else {
        "does better"
    };
    format!(
        "Of 50 equally likely pairs of worlds, {} {does} in {}, {} in {}, and in {} there is no difference that matters.",
        lower_first(names.alternative),
        counts.alternative,
        lower_first(names.reference),
        counts.reference,
        counts.neither
    )
}

/// The front page's one sentence before anything has come of the question.
pub fn being_lived(place: &str) -> String {
    format!(
        "{place} is living through two futures with the same people, the same luck and the same money…"
    )
}

/// The front page's one sentence.
///
/// `place` is the place's name; `wanted` how many re-runs are asked for. The difference is that of `doing_well`.
pub fn headline(difference: &Difference, names: Names<'_>, place: &str, wanted: u32) -> String {
    let indicator = crate::indicators::catalogue::DOING_WELL;
    let found = verdict(difference, indicator);
    let per_thousand = |share: f64| plain((share * 10.0).abs(), 0);
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let after = years_words(difference.year);
    let lead = format!("For the same money in {place}, after {after}");
    match found {
        Verdict::Nothing => format!("Two worlds for {place} are being lived now."),
        Verdict::Same => format!(
            "{lead} the two worlds come out the same: as many adults are doing well in each."
        ),
        Verdict::TooFew => {
            let (done, digits) = (
                difference.replicates,
                interval_digits(difference.interval, 0),
            );
            let numbers = if done > 1 {
                let (low, high) = (difference.interval.0 * 10.0, difference.interval.1 * 10.0);
                format!(
                    " (90% interval {} to {})",
                    signed(low, digits),
                    signed(high, digits)
                )
            } else {
                String::new()
            };
            format!(
                "First look: {done} of {wanted} runs {} in; too few to say which does better in {place}. So far, after {after}, {alternative} less {reference} is {} adults doing well in every 1,000{numbers}.",
                if done == 1 { "is" } else { "are" },
                signed(difference.mean() * 10.0, 0)
            )
        }
        Verdict::Unclear => format!(
            "{lead} there is no clear difference in how many adults are doing well: {alternative} is ahead in {}.",
            of_reruns(difference.alternative_better, difference.replicates)
        ),
        Verdict::NoneThatMatters => format!(
            "{lead} there is no difference that matters in how many adults are doing well: fewer than {} in every 1,000 either way.",
            per_thousand(CATALOGUE[indicator].worthwhile.size)
        ),
        Verdict::Clear(way) | Verdict::TooLittle(way) => {
            let alternative_ahead = way == Way::Better;
            let (better, worse, count) = if alternative_ahead {
                (&alternative, &reference, difference.alternative_better)
            } else {
                (&reference, &alternative, difference.reference_better)
            };
            let (low, high) = if alternative_ahead {
                difference.interval
            } else {
                (-difference.interval.1, -difference.interval.0)
            };
            // Of every thousand: ten times the share in percent.
            let (low, high) = (low * 10.0, high * 10.0);
            let digits = interval_digits((low, high), 0);
            let interval = format!(
                "(90% interval {} to {}), in {}",
                plain(low, digits),
                plain(high, digits),
                of_reruns(count, difference.replicates)
            );
            if matches!(found, Verdict::Clear(_)) {
                format!(
                    "{lead} {} more adults in every 1,000 are doing well with {better} than with {worse} {interval}.",
                    per_thousand(difference.mean())
                )
            } else {
                format!(
                    "{lead} too few more adults are doing well with {better} than with {worse} to matter: fewer than {} in every 1,000 {interval}.",
                    per_thousand(CATALOGUE[indicator].worthwhile.size)
                )
            }
        }
    }
}

/// Why there are no fifty dots yet.
pub fn too_few_for_dots(replicates: u32) -> String {
    let so_far = if replicates == 1 {
        "there is 1 so far".to_owned()
    } else {
        format!("there are {replicates} so far")
    };
    format!(
        "This picture needs {} runs or more; {so_far}.",
        super::dots::FEWEST
    )
}

/// A name inside a sentence: its first letter small.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |reference| {
        reference.to_lowercase().collect::<String>() + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::{Spread, interval_of_mean};
    use crate::indicators::catalogue::{CARERS, CRISIS_SPENDING, DOING_WELL, LONELY, sign};

    #[test]
    fn few_runs_are_not_drawn_as_fifty() {
        assert_eq!(
            too_few_for_dots(1),
            "This picture needs 20 runs or more; there is 1 so far."
        );
        assert!(too_few_for_dots(4).ends_with("there are 4 so far."));
    }

    const NAMES: Names<'static> = Names {
        reference: "Siloed pilots",
        alternative: "Whole-area investment",
    };

    fn difference(values: &[f64], indicator: usize) -> Difference {
        let better = |factor: f64| {
            values
                .iter()
                .filter(|v| **v * factor * sign(indicator) > 0.0)
                .count() as u32
        };
        Difference {
            by_year: if values.is_empty() {
                Vec::new()
            } else {
                vec![Spread::default(), Spread::of(values)]
            },
            year: 1,
            interval: interval_of_mean(values),
            alternative_better: better(1.0),
            reference_better: better(-1.0),
            replicates: values.len() as u32,
            runs: values.to_vec(),
        }
    }

    /// Sixteen runs about a mean, every other one above and below it.
    fn sixteen(mean: f64, spread: f64) -> Vec<f64> {
        (0..16)
            .map(|k| mean + if k % 2 == 0 { spread } else { -spread })
            .collect()
    }

    fn headed(values: &[f64]) -> String {
        headline(&difference(values, DOING_WELL), NAMES, "Trafford", 64)
    }

    #[test]
    fn the_headline_says_who_does_better_as_plainly_either_way() {
        assert_eq!(
            headed(&sixteen(2.0, 1.0)),
            "For the same money in Trafford, after 1 year 20 more adults in every 1,000 are doing well with whole-area investment \
             than with siloed pilots (90% interval 15 to 25), in 16 of 16 runs."
        );
        let behind = headed(&sixteen(-1.3, 1.5));
        assert!(
            behind.contains("13 more adults in every 1,000 are doing well with siloed pilots than with whole-area investment"),
            "{behind}"
        );
        assert!(
            behind.contains("(90% interval 6 to 20), in 8 of 16 runs"),
            "{behind}"
        );
    }

    #[test]
    fn a_difference_that_may_be_none_or_does_not_matter_is_called_that() {
        let unclear = headed(&sixteen(0.05, 0.5));
        assert!(
            unclear.contains("no clear difference") && unclear.contains("8 of 16 runs"),
            "{unclear}"
        );
        let same = headed(&[0.0, 0.0]);
        assert!(same.contains("come out the same"), "{same}");
        let none = headed(&sixteen(0.0, 0.05));
        assert!(
            none.contains("no difference that matters")
                && none.contains("fewer than 1 in every 1,000"),
            "{none}"
        );
        let little = headed(&sixteen(0.06, 0.01));
        assert!(
            little.contains("to matter: fewer than 1 in every 1,000 (90% interval"),
            "{little}"
        );
        assert!(headed(&[]).contains("being lived"));
    }

    #[test]
    fn under_eight_runs_no_direction_is_claimed() {
        let one = headed(&[1.2]);
        assert!(one.starts_with("First look: 1 of 64 runs is in; too few to say which does better in Trafford. So far"), "{one}");
        let seven = difference(&sixteen(5.0, 0.001)[..7], DOING_WELL);
        let words = [
            headline(&seven, NAMES, "Trafford", 64),
            title(&seven, DOING_WELL, NAMES),
            sentence(&seven, DOING_WELL, NAMES),
            verdict_words(verdict(&seven, DOING_WELL), NAMES),
        ];
        for words in words {
            assert!(
                words.contains("too few")
                    && !words.contains("ahead")
                    && !words.contains("better by"),
                "{words}"
            );
        }
    }

    #[test]
    fn titles_follow_the_direction_that_is_better_and_stay_short() {
        let titled = |mean: f64, indicator: usize| {
            title(
                &difference(&sixteen(mean, 0.01), indicator),
                indicator,
                NAMES,
            )
        };
        assert_eq!(
            titled(-2.1, LONELY),
            "Often lonely: whole-area investment better by 2.1 points"
        );
        assert_eq!(
            titled(2.1, LONELY),
            "Often lonely: siloed pilots better by 2.1 points"
        );
        assert_eq!(
            titled(0.04, LONELY),
            "Often lonely: siloed pilots better, but too little to matter"
        );
        assert_eq!(
            titled(0.0, LONELY),
            "Often lonely: no difference that matters"
        );
        assert_eq!(
            titled(1.0, CARERS),
            "Unpaid carers: whole-area investment higher by 1.0 points"
        );
        assert_eq!(
            titled(-1.0, CARERS),
            "Unpaid carers: whole-area investment lower by 1.0 points"
        );
        assert_eq!(
            title(&difference(&[9.0], LONELY), LONELY, NAMES),
            "Often lonely: one run so far, too few to say"
        );
        assert_eq!(
            title(&difference(&[0.1, -0.1], LONELY), LONELY, NAMES),
            "Often lonely: 2 runs so far, too few to say"
        );
        assert_eq!(
            titled(-21.0, CRISIS_SPENDING),
            "Crisis spending: whole-area investment better by £21 per person"
        );
        for indicator in 0..CATALOGUE.len() {
            for mean in [-20.0, -1e-6, 1e-6, 20.0] {
                let words = title(
                    &difference(&sixteen(mean, 1e-7), indicator),
                    indicator,
                    NAMES,
                );
                assert!(words.split_whitespace().count() <= 15, "{words}");
            }
        }
    }

    #[test]
    fn sentences_carry_unit_interval_and_count() {
        let text = sentence(
            &difference(&sixteen(-2.5, 0.5), CRISIS_SPENDING),
            CRISIS_SPENDING,
            NAMES,
        );
        assert!(
            text.contains("−£3 per person against siloed pilots"),
            "{text}"
        );
        assert!(text.contains("it is ahead in 16 of 16 runs."), "{text}");
        let carers = sentence(&difference(&sixteen(1.0, 0.1), CARERS), CARERS, NAMES);
        assert!(
            carers.ends_with("it is higher in 16 of 16 runs.") && !carers.contains("better"),
            "{carers}"
        );
        let little = sentence(&difference(&sixteen(0.04, 0.001), LONELY), LONELY, NAMES);
        assert!(
            little.ends_with("Less than 0.1 points is too little to matter."),
            "{little}"
        );
        let read = Difference {
            year: 0,
            ..difference(&sixteen(1.0, 0.1), CRISIS_SPENDING)
        };
        assert!(
            sentence(&read, CRISIS_SPENDING, NAMES)
                .starts_with("After 0 years, the last with new money,")
        );
        let sizes = sizes(&CATALOGUE[DOING_WELL]);
        assert!(
            sizes.starts_with("Worth having for a place: 0.1 points or more (I04).")
                && sizes.contains("whether it is so"),
            "{sizes}"
        );
        assert_eq!(amount(12.34, &CATALOGUE[DOING_WELL]), "12.3% of adults");
        assert_eq!(
            sentence(&difference(&[], LONELY), LONELY, NAMES),
            "Nothing has been run yet."
        );
    }
}
