//! What a comparison says, in words: titles that state the finding, sentences, text alternatives.
//!
//! Every word follows from numbers by one rule ([`crate::analysis::verdict`]), and when the reference does better the sentence says so
//! as plainly as the other way round.

mod amounts;
mod headline;

pub use amounts::{
    amount, difference_amount, difference_unit, lower_first, of_reruns, worthwhile, years_words,
};
pub use headline::{being_lived, headline};

use super::dots::Counts;
use super::number::{interval_digits, plain, signed};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::pair::Names;
use crate::ensemble::summary::{ArmSummary, Difference};
use crate::indicators::catalogue::{Better, CATALOGUE, Indicator};
use amounts::size;
use std::fmt::Write;

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

#[cfg(test)]
mod tests;
