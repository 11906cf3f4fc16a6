//! What the answers of the section Why say, in words: titles that state the finding, sentences with
//! their intervals.
//!
//! A difference is counted for `Names::alternative`, as everywhere, and what it comes to is the one
//! [`Verdict`].

use super::number::{plain, signed};
use super::words::lower_first;
use crate::analysis::digest::{
    Figure, Interval, Layered, Published, Shares, Split, SwitchedOff, Together,
};
use crate::analysis::outcomes::{OUTCOMES, gain};
use crate::analysis::verdict::{FEWEST, Verdict};
use crate::ensemble::pair::Names;
use crate::scenario::parameters::Couplings;
use crate::scenario::strategy::{DIMENSIONS, Level};
use crate::words::{Words, answers as said};

/// The id of what stays of the difference without any coupling, in a split among couplings.
pub const WITHOUT_ANY: &str = "without any coupling";

/// What stands before the plausible worlds where they follow an interval.
pub const LUCK_IS_NOT_ALL: Words = said::LUCK_IS_NOT_ALL;

/// A level's name in the picture of interdependence.
pub fn level(level: Level) -> &'static str {
    let words = match level {
        Level::People => said::LEVEL_PEOPLE,
        Level::Families => said::LEVEL_FAMILIES,
        Level::Communities => said::LEVEL_COMMUNITIES,
        Level::Services => said::LEVEL_SERVICES,
        Level::Government => said::LEVEL_GOVERNMENT,
    };
    words.text()
}

/// What an arrow of the picture is called, by its position in `Couplings::INFO`.
pub fn arrow(coupling: usize) -> &'static str {
    [
        said::ARROW_FAMILIES_PEOPLE,
        said::ARROW_COMMUNITIES_PEOPLE,
        said::ARROW_SERVICES_PEOPLE,
        said::ARROW_FRIENDS_PEOPLE,
        said::ARROW_COMMUNITIES_FAMILIES,
        said::ARROW_SERVICES_FAMILIES,
        said::ARROW_PEOPLE_COMMUNITIES,
        said::ARROW_GOVERNMENT_COMMUNITIES,
        said::ARROW_PEOPLE_SERVICES,
        said::ARROW_SERVICES_SERVICES,
        said::ARROW_GOVERNMENT_SERVICES,
        said::ARROW_NATIONAL_LOCAL,
        said::ARROW_NATIONAL_PEOPLE,
    ][coupling.min(12)]
    .text()
}

/// "+0.59 points (90% interval +0.45 to +0.72)".
pub fn points(interval: &Interval) -> String {
    let [mean, low, high] =
        [interval.mean, interval.low, interval.high].map(|value| signed(value, 2));
    said::points_with_interval(&mean, &low, &high)
}

fn size(interval: &Interval) -> String {
    plain(interval.mean.abs(), 2)
}

/// What the whole difference is.
fn whole(difference: &Interval, runs: u32, names: Names) -> String {
    let points = points(difference);
    let verdict = difference.verdict(runs);
    match verdict {
        Verdict::Clear(_) => said::whole_clear(&points, ahead(difference, names)),
        Verdict::TooLittle(_) => said::whole_too_little(&points, ahead(difference, names)),
        Verdict::Nothing | Verdict::TooFew => said::whole_too_few(&points),
        Verdict::Same => said::whole_same(&points),
        Verdict::NoneThatMatters | Verdict::Unclear => said::whole_none(verdict.words(), &points),
    }
}

/// Whom a difference is in favour of.
fn ahead<'a>(difference: &Interval, names: Names<'a>) -> &'a str {
    if difference.mean > 0.0 {
        names.alternative
    } else {
        names.reference
    }
}

/// The part that is largest in the direction of the whole, where both matter.
fn largest(split: &Split) -> Option<&(String, Interval)> {
    let ahead = split.difference.mean.signum();
    let parts = split
        .parts
        .iter()
        .filter(|(_, part)| part.verdict(split.samples).is_clear() && part.mean * ahead > 0.0);
    parts
        .max_by(|a, b| a.1.mean.abs().total_cmp(&b.1.mean.abs()))
        .filter(|_| split.difference.verdict(split.samples).is_clear())
}

/// The name of a part: an arrow, a dimension, or what no arrow carries.
pub fn part_name(id: &str) -> &str {
    if id == WITHOUT_ANY {
        return said::WITHOUT_ANY_ARROW.text();
    }
    let coupling = id
        .strip_prefix("couplings.")
        .and_then(|field| Couplings::INFO.iter().position(|info| info.field == field));
    let dimension = || {
        DIMENSIONS
            .iter()
            .find(|dimension| dimension.id == id)
            .map(|dimension| dimension.name)
    };
    coupling.map(arrow).or_else(dimension).unwrap_or(id)
}

/// The title of a split among arrows or dimensions.
pub fn split_title(split: &Split) -> String {
    if let Some((id, part)) = largest(split) {
        return said::largest_part(part_name(id), &size(part), &size(&split.difference));
    }
    let words = match split.difference.verdict(split.samples) {
        Verdict::Clear(_) => said::NO_PART_CLEAR,
        Verdict::TooLittle(_) => said::SHARE_TOO_LITTLE,
        Verdict::Nothing | Verdict::TooFew => said::SHARE_TOO_FEW,
        Verdict::Same => said::SHARE_SAME,
        Verdict::NoneThatMatters => said::SHARE_NONE,
        Verdict::Unclear => said::SHARE_UNCLEAR,
    };
    words.to_string()
}

/// The sentence of a split.
pub fn split_sentence(split: &Split, names: Names) -> String {
    let whole = whole(&split.difference, split.samples, names);
    if !split.difference.verdict(split.samples).is_clear() {
        return whole;
    }
    let words = match largest(split) {
        Some((id, part)) => said::split_most(&whole, part_name(id), &points(part)),
        None => said::split_no_part(&whole),
    };
    let against: Vec<&str> = split
        .parts
        .iter()
        .filter(|(_, part)| {
            part.verdict(split.samples).is_clear() && part.mean * split.difference.mean < 0.0
        })
        .map(|(id, _)| part_name(id))
        .collect();
    if against.is_empty() {
        words
    } else {
        said::split_against(&words, &against.join(", "))
    }
}

/// What went when an arrow was switched off.
pub fn switched_off(answer: &SwitchedOff) -> String {
    let (from, to) = (signed(answer.with.mean, 2), signed(answer.without.mean, 2));
    let explained = points(&answer.explained);
    match answer.explained.verdict(answer.replicates).but() {
        None => said::switched_off_explains(&from, &to, &explained),
        Some(but) => said::switched_off_but(&from, &to, but, &explained),
    }
}

/// Whether the whole is more than its parts: the title.
pub fn together_title(answer: &Together) -> String {
    let size = size(&answer.surplus);
    match answer.surplus.verdict(answer.replicates).but() {
        Some(but) => said::together_but(but),
        None if answer.surplus.mean > 0.0 => said::together_more(&size),
        None => said::together_less(&size),
    }
}

/// Whether the whole is more than its parts: the sentence.
pub fn together_sentence(answer: &Together) -> String {
    let runs = answer.replicates;
    let all = points(&answer.all);
    let all = match answer.all.verdict(runs).but() {
        None => said::all_five(&all),
        Some(but) => said::all_five_but(&all, but),
    };
    let say = match answer.surplus.verdict(runs) {
        Verdict::Clear(_) if answer.surplus.mean > 0.0 => said::surplus_more,
        Verdict::Clear(_) => said::surplus_less,
        Verdict::TooLittle(_) => said::surplus_too_little,
        Verdict::NoneThatMatters => said::surplus_none,
        Verdict::Unclear => said::surplus_unclear,
        Verdict::Same => said::surplus_same,
        Verdict::Nothing | Verdict::TooFew => said::surplus_too_few,
    };
    let mut sentences = vec![all, say(&points(&answer.surplus))];
    let clear = answer
        .pairs
        .iter()
        .filter(|(_, _, pair)| pair.verdict(runs).is_clear());
    if let Some((one, other, pair)) = clear.max_by(|a, b| a.2.mean.abs().total_cmp(&b.2.mean.abs()))
    {
        let name = |position: u8| {
            Level::ALL
                .get(usize::from(position))
                .map_or_else(String::new, |which| lower_first(level(*which)))
        };
        let say = if pair.mean > 0.0 {
            said::pair_helps
        } else {
            said::pair_hinders
        };
        sentences.push(say(&name(*one), &name(*other), &points(pair)));
    }
    sentences.join(" ")
}

/// What the layers of evidence say: the title.
pub fn layers_title(answer: &Layered) -> String {
    let Some(well) = answer.layers.first() else {
        return String::new();
    };
    match well.difference.verdict(answer.replicates).but() {
        None => said::layers_points(&signed(well.difference.mean, 2)),
        Some(but) => said::layers_but(but),
    }
}

/// What the layers of evidence say: the sentence.
pub fn layers_sentence(answer: &Layered) -> String {
    let (Some(well), Some(last)) = (answer.layers.first(), answer.layers.last()) else {
        return String::new();
    };
    let told = |interval: &Interval| {
        let points = points(interval);
        match interval.verdict(answer.replicates).but() {
            None => points,
            Some(but) => said::points_but(&points, but),
        }
    };
    let words = said::layers_of(&told(&well.difference), &told(&last.difference));
    // Steps of what nobody can tell from luck are luck.
    if answer.replicates >= FEWEST {
        said::layers_largest(&words, answer.carried_by.words())
    } else {
        words
    }
}

fn of_100(share: f64) -> String {
    said::share_of_100(&plain(100.0 * share, 0))
}

/// In how many worlds who does better: the title. `ids` are those of the two names.
pub fn worlds_title(answer: &Shares, ids: Names, names: Names) -> String {
    let (reference, alternative, tie) = (
        answer.wins(ids.reference),
        answer.wins(ids.alternative),
        answer.wins("tie"),
    );
    let (share, name) = if reference > alternative {
        (reference, names.reference)
    } else {
        (alternative, names.alternative)
    };
    if tie >= share {
        said::worlds_none(&of_100(tie))
    } else {
        said::worlds_better(name, &of_100(share))
    }
}

/// In how many worlds who does better: the sentence.
pub fn worlds_sentence(answer: &Shares, ids: Names, names: Names) -> String {
    said::worlds_of(
        &plain(f64::from(answer.draws), 0),
        names.alternative,
        &of_100(answer.wins(ids.alternative)),
        names.reference,
        &of_100(answer.wins(ids.reference)),
        &of_100(answer.wins("tie")),
        &signed(answer.middle_half.0, 2),
        &signed(answer.middle_half.1, 2),
    )
}

/// The position of a figure's outcome among all outcomes.
pub fn outcome(figure: &Figure) -> usize {
    OUTCOMES
        .iter()
        .position(|outcome| outcome.id == figure.outcome)
        .unwrap_or(0)
}

/// Whether what would be published clearly flatters (1), or is clearly too modest (-1), or neither
/// (0): the intervals of so many runs lie apart, by as much as is worth having.
pub fn flattery(figure: &Figure, runs: u32) -> i32 {
    let apart =
        figure.published.low > figure.truth.high || figure.published.high < figure.truth.low;
    let outcome = outcome(figure);
    let better = gain(outcome, figure.truth.mean, figure.published.mean);
    if !apart || runs < FEWEST || better.abs() < OUTCOMES[outcome].worthwhile {
        0
    } else if better > 0.0 {
        1
    } else {
        -1
    }
}

/// What the pilots' own evaluation would say, and what was true: the title. `outcome` is a position
/// in a row of figures.
pub fn evaluation_title(answer: &Published, outcome: usize) -> String {
    let (flattering, modest, all) = flattered(answer, outcome);
    if all == 0 {
        said::NOBODY_FOLLOWED.to_string()
    } else if answer.replicates < FEWEST {
        said::PUBLISHED_TOO_FEW.to_string()
    } else if flattering >= modest {
        said::published_too_good(flattering, all)
    } else {
        said::published_too_bad(modest, all)
    }
}

fn flattered(answer: &Published, outcome: usize) -> (usize, usize, usize) {
    let figures: Vec<i32> = answer
        .approaches
        .iter()
        .filter_map(|approach| approach.figures.get(outcome))
        .map(|figure| flattery(figure, answer.replicates))
        .collect();
    let count = |which: i32| {
        figures
            .iter()
            .filter(|flattery| **flattery == which)
            .count()
    };
    (count(1), count(-1), figures.len())
}

/// The same in a sentence.
pub fn evaluation_sentence(answer: &Published, outcome: usize) -> String {
    let Some(figure) = answer
        .approaches
        .iter()
        .find_map(|approach| approach.figures.get(outcome))
    else {
        return said::NO_APPROACH_FOLLOWED.to_string();
    };
    let (flattering, modest, all) = flattered(answer, outcome);
    said::published_of(
        OUTCOMES[self::outcome(figure)].name,
        flattering,
        all,
        modest,
        all - flattering - modest,
    )
}

/// "about 2 minutes", "about 20 seconds".
pub fn about_time(seconds: f64) -> String {
    let rounded = |step: f64| plain((seconds / step).ceil().max(1.0) * step, 0);
    if !seconds.is_finite() || seconds > 5_400.0 {
        said::MORE_THAN_AN_HOUR.to_string()
    } else if seconds <= 55.0 {
        said::about_seconds(&rounded(5.0))
    } else if seconds <= 90.0 {
        said::ABOUT_A_MINUTE.to_string()
    } else {
        said::about_minutes(&plain((seconds / 60.0).round(), 0))
    }
}
