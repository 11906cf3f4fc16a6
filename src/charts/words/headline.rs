//! The one sentence above everything: what the comparison says of adults doing well.

use super::super::number::{interval_digits, plain, signed};
use super::{lower_first, of_reruns, years_words};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::pair::Names;
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};

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
    let found = verdict(difference, DOING_WELL);
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let after = years_words(difference.year);
    let lead = format!("For the same money in {place}, after {after}");
    match found {
        Verdict::Nothing => format!("Two worlds for {place} are being lived now."),
        Verdict::Same => format!(
            "{lead} the two worlds come out the same: as many adults are doing well in each."
        ),
        Verdict::TooFew => first_look(difference, place, wanted, [&reference, &alternative]),
        Verdict::Unclear => format!(
            "{lead} there is no clear difference in how many adults are doing well: {alternative} is ahead in {}.",
            of_reruns(difference.alternative_better, difference.replicates)
        ),
        Verdict::NoneThatMatters => format!(
            "{lead} there is no difference that matters in how many adults are doing well: fewer than {} in every 1,000 either way.",
            per_thousand(CATALOGUE[DOING_WELL].worthwhile.size)
        ),
        Verdict::Clear(way) | Verdict::TooLittle(way) => ahead_by(
            difference,
            way == Way::Better,
            found.is_clear(),
            &lead,
            [&reference, &alternative],
        ),
    }
}

/// Under eight runs: a look, and no direction claimed.
fn first_look(
    difference: &Difference,
    place: &str,
    wanted: u32,
    [reference, alternative]: [&str; 2],
) -> String {
    let after = years_words(difference.year);
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

/// Who is ahead, by how many in every thousand, or by too few to matter.
fn ahead_by(
    difference: &Difference,
    alternative_ahead: bool,
    is_clear: bool,
    lead: &str,
    [reference, alternative]: [&str; 2],
) -> String {
    let (better, worse, count) = if alternative_ahead {
        (alternative, reference, difference.alternative_better)
    } else {
        (reference, alternative, difference.reference_better)
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
    if is_clear {
        format!(
            "{lead} {} more adults in every 1,000 are doing well with {better} than with {worse} {interval}.",
            per_thousand(difference.mean())
        )
    } else {
        format!(
            "{lead} too few more adults are doing well with {better} than with {worse} to matter: fewer than {} in every 1,000 {interval}.",
            per_thousand(CATALOGUE[DOING_WELL].worthwhile.size)
        )
    }
}

fn per_thousand(share: f64) -> String {
    plain((share * 10.0).abs(), 0)
}
