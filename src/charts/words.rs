//! What a comparison says, in words: titles that state the finding, sentences, text alternatives.
//!
//! Every word follows from numbers by one rule ([`crate::analysis::verdict`]), and when the
//! reference does better the sentence says so as plainly as the other way round.

use super::dots::Counts;
use super::number::{interval_digits, plain, signed};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::pair::Names;
use crate::ensemble::summary::{ArmSummary, Difference};
use crate::indicators::catalogue::{Better, CATALOGUE, Indicator};
use crate::words::findings as said;

/// The unit of a difference: points for percentages and scores, otherwise the indicator's own.
pub fn difference_unit(indicator: &Indicator) -> &'static str {
    if indicator.unit.starts_with('%') {
        said::PERCENTAGE_POINTS.text()
    } else if indicator.unit.starts_with("points") {
        said::POINTS.text()
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
        None if info.unit.starts_with('%') => said::size_points(&number),
        None => format!(
            "{number} {}",
            difference_unit(info).split(" (").next().unwrap_or_default()
        ),
    }
}

/// A verdict in a few words that name who does better: "whole-area investment better, but too
/// little to matter".
pub fn verdict_words(found: Verdict, names: Names<'_>) -> String {
    let (way, say) = match found {
        Verdict::Clear(way) => {
            let say = match way {
                Way::Better | Way::Worse => said::name_better,
                Way::Higher => said::name_higher,
                Way::Lower => said::name_lower,
            };
            (way, say)
        }
        Verdict::TooLittle(way) => {
            let say = match way {
                Way::Better | Way::Worse => said::name_better_little,
                Way::Higher => said::name_higher_little,
                Way::Lower => said::name_lower_little,
            };
            (way, say)
        }
        Verdict::Nothing
        | Verdict::Same
        | Verdict::TooFew
        | Verdict::NoneThatMatters
        | Verdict::Unclear => return found.words().to_owned(),
    };
    // Who does worse is told of the other one, which does better.
    let name = if way == Way::Worse {
        names.reference
    } else {
        names.alternative
    };
    say(&lower_first(name))
}

/// A chart's title: the finding, at most fifteen words.
pub fn title(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let found = verdict(difference, indicator);
    match found {
        Verdict::Same => said::title_same(info.name),
        Verdict::TooFew => said::title_too_few(info.name, difference.replicates),
        Verdict::Clear(_) => said::title_clear(
            info.name,
            &verdict_words(found, names),
            &size(difference.mean(), info),
        ),
        Verdict::Nothing | Verdict::TooLittle(_) | Verdict::NoneThatMatters | Verdict::Unclear => {
            said::title_verdict(info.name, &verdict_words(found, names))
        }
    }
}

/// One sentence below a chart: the size, the interval, and in how many re-runs.
pub fn sentence(difference: &Difference, indicator: usize, names: Names<'_>) -> String {
    let info = &CATALOGUE[indicator];
    let Some(spread) = difference.spread() else {
        return said::NOTHING_RUN.to_string();
    };
    let (when, all) = (after(difference), difference.replicates);
    let found = verdict(difference, indicator);
    if found == Verdict::Same {
        return said::both_the_same(&when, all);
    }
    let (alternative, reference) = (lower_first(names.alternative), lower_first(names.reference));
    let amount = difference_amount(spread.mean, info);
    let digits = interval_digits(difference.interval, info.digits);
    let (low, high) = difference.interval;
    let interval = said::low_to_high(&signed(low, digits), &signed(high, digits));
    let is_higher = info.better == Better::Neither;
    let count = if is_higher {
        difference.alternative_higher()
    } else {
        difference.alternative_better
    };
    match found {
        Verdict::TooFew => {
            said::has_too_few(&when, &alternative, &amount, &reference, all, &interval)
        }
        Verdict::TooLittle(_) => {
            let say = if is_higher {
                said::has_higher_little
            } else {
                said::has_ahead_little
            };
            say(
                &when,
                &alternative,
                &amount,
                &reference,
                all,
                &interval,
                count,
                &worthwhile(info),
            )
        }
        Verdict::Nothing
        | Verdict::Same
        | Verdict::Clear(_)
        | Verdict::NoneThatMatters
        | Verdict::Unclear => {
            let say = if is_higher {
                said::has_higher
            } else {
                said::has_ahead
            };
            say(
                &when,
                &alternative,
                &amount,
                &reference,
                all,
                &interval,
                count,
            )
        }
    }
}

/// "After 10 years", or which year a difference is read in where it is not the last.
fn after(difference: &Difference) -> String {
    let last = difference.by_year.len().saturating_sub(1);
    if difference.year == last {
        said::after_years(last)
    } else {
        said::after_last_funded(difference.year)
    }
}

/// The smallest difference worth having, with its unit.
pub fn worthwhile(info: &Indicator) -> String {
    size(info.worthwhile.size, info)
}

/// The two sizes that a change of an indicator is judged by, each with its source and why.
pub fn sizes(info: &Indicator) -> String {
    let of = &info.worthwhile;
    let worth = said::worth_having(&worthwhile(info), of.source, of.why);
    match info.noticed {
        None => worth,
        Some(noticed) => {
            said::worth_having_noticed(&worth, &noticed.words(), noticed.source, noticed.why)
        }
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
    let mut sentences = vec![said::fan_of(&info.name.to_lowercase(), info.unit)];
    for (name, arm) in [
        (names.reference, Some(reference)),
        (names.alternative, Some(alternative)),
        (said::BUSINESS_AS_USUAL.text(), usual),
    ] {
        let Some((start, end)) =
            arm.and_then(|arm| Some((arm.by_year.first()?, arm.by_year.last()?)))
        else {
            continue;
        };
        let [start, mean, low, high] =
            [start.mean, end.mean, end.p05, end.p95].map(|value| plain(value, info.digits));
        sentences.push(said::fan_world(name, &start, &mean, &low, &high));
    }
    sentences.push(better_words(info.better).to_owned());
    sentences.join(" ")
}

/// Which way is better, in words.
pub fn better_words(better: Better) -> &'static str {
    let words = match better {
        Better::Higher => said::HIGHER_IS_BETTER,
        Better::Lower => said::LOWER_IS_BETTER,
        Better::Neither => said::NEITHER_IS_BETTER,
    };
    words.text()
}

/// "12 of 16 re-runs", "the only re-run so far".
pub fn of_reruns(count: u32, all: u32) -> String {
    said::of_runs(count, all)
}

/// "1 year", "10 years".
pub fn years_words(years: usize) -> String {
    said::years(years)
}

/// A chance told as counts of fifty: the same rule as every verdict, of single pairs of worlds.
pub fn frequency(counts: Counts, indicator: usize, names: Names<'_>) -> String {
    let say = if CATALOGUE[indicator].better == Better::Neither {
        said::fifty_more
    } else {
        said::fifty_better
    };
    say(
        &lower_first(names.alternative),
        counts.alternative,
        &lower_first(names.reference),
        counts.reference,
        counts.neither,
    )
}

/// The front page's one sentence before anything has come of the question.
pub fn being_lived(place: &str) -> String {
    said::being_lived(place)
}

/// Who is ahead: place, years, how many, with which, than with which, interval, in how many runs,
/// of how many.
type Ahead = fn(&str, usize, &str, &str, &str, &str, u32, u32) -> String;

/// The front page's one sentence.
///
/// `place` is the place's name; `wanted` how many re-runs are asked for. The difference is that of `doing_well`.
pub fn headline(difference: &Difference, names: Names<'_>, place: &str, wanted: u32) -> String {
    let indicator = crate::indicators::catalogue::DOING_WELL;
    let found = verdict(difference, indicator);
    let per_thousand = |share: f64| plain((share * 10.0).abs(), 0);
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let (years, all) = (difference.year, difference.replicates);
    let least = per_thousand(CATALOGUE[indicator].worthwhile.size);
    match found {
        Verdict::Nothing => said::headline_nothing(place),
        Verdict::Same => said::headline_same(place, years),
        Verdict::TooFew => {
            let (low, high) = difference.interval;
            let digits = interval_digits(difference.interval, 0);
            said::headline_too_few(
                all,
                wanted,
                place,
                years,
                &alternative,
                &reference,
                &signed(difference.mean() * 10.0, 0),
                &said::low_to_high(&signed(low * 10.0, digits), &signed(high * 10.0, digits)),
            )
        }
        Verdict::Unclear => {
            let count = difference.alternative_better;
            said::headline_unclear(place, years, &alternative, count, all)
        }
        Verdict::NoneThatMatters => said::headline_none(place, years, &least),
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
            let interval = said::low_to_high(&plain(low, digits), &plain(high, digits));
            let (say, number) = if found.is_clear() {
                (
                    said::headline_clear as Ahead,
                    per_thousand(difference.mean()),
                )
            } else {
                (said::headline_too_little as Ahead, least)
            };
            say(place, years, &number, better, worse, &interval, count, all)
        }
    }
}

/// Why there are no fifty dots yet.
pub fn too_few_for_dots(replicates: u32) -> String {
    said::too_few_for_fifty(super::dots::FEWEST, replicates)
}

/// A name inside a sentence: its first letter small.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |reference| {
        reference.to_lowercase().collect::<String>() + letters.as_str()
    })
}

#[cfg(test)]
mod tests;
