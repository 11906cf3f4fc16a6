//! What the answers of the section Why say, in words: titles that state the finding, sentences with their intervals.
//!
//! A difference is counted for `Names::alternative`, as everywhere, and what it comes to is the one [`Verdict`].

mod published;

pub use published::{evaluation_sentence, evaluation_title, flattery, outcome};

use super::number::{plain, signed};
use super::words::lower_first;
use crate::analysis::digest::{Interval, Layered, Shares, Split, SwitchedOff, Together};
use crate::analysis::verdict::{FEWEST, Verdict};
use crate::ensemble::pair::Names;
use crate::scenario::parameters::Couplings;
use crate::scenario::strategy::{DIMENSIONS, Level};

/// The id of what stays of the difference without any coupling, in a split among couplings.
pub const WITHOUT_ANY: &str = "without any coupling";

/// What stands before the plausible worlds where they follow an interval.
pub const LUCK_IS_NOT_ALL: &str = "Luck is not all that is unknown.";

/// A level's name in the picture of interdependence.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::People => "Individuals",
        Level::Families => "Families",
        Level::Communities => "Communities",
        Level::Services => "Services",
        Level::Government => "Government",
    }
}

/// What an arrow of the picture is called, by its position in `Couplings::INFO`.
pub fn arrow(coupling: usize) -> &'static str {
    [
        "Families → individuals",
        "Communities → individuals",
        "Services → individuals",
        "Friends → individuals",
        "Communities → families",
        "Services → families",
        "Individuals → communities",
        "Government → communities",
        "Individuals → services",
        "Services → services",
        "Government → services",
        "National → local government",
        "National government → individuals",
    ][coupling.min(12)]
}

/// "+0.59 points (90% interval +0.45 to +0.72)".
pub fn points(interval: &Interval) -> String {
    let mut words = signed(interval.mean, 2);
    words.push_str(" points (90% interval ");
    words.push_str(&signed(interval.low, 2));
    words.push_str(" to ");
    words.push_str(&signed(interval.high, 2));
    words.push(')');
    words
}

fn size(interval: &Interval) -> String {
    plain(interval.mean.abs(), 2)
}

fn quoted(name: &str) -> String {
    ["\u{201c}", name, "\u{201d}"].concat()
}

/// What the whole difference is.
fn whole(difference: &Interval, runs: u32, names: Names) -> String {
    let numbers = points(difference);
    let verdict = difference.verdict(runs);
    match verdict {
        Verdict::Clear(_) | Verdict::TooLittle(_) => {
            let end = if verdict.is_clear() { "." } else { ", but too little to matter." };
            ["The whole difference in adults doing well is ", &numbers, ", in favour of ", &quoted(ahead(difference, names)), end].concat()
        }
        Verdict::Nothing | Verdict::TooFew => {
            ["There are too few runs to say whether adults doing well differ, so there is nothing to share out: ", &numbers, "."].concat()
        }
        Verdict::Same => ["Both worlds are the same, so there is nothing to share out: ", &numbers, "."].concat(),
        Verdict::NoneThatMatters | Verdict::Unclear => {
            ["There is ", verdict.words(), " in adults doing well to share out: ", &numbers, "."].concat()
        }
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
        return "Without any arrow";
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
    match largest(split) {
        Some((id, part)) => [
            "Largest part: ",
            part_name(id),
            ", ",
            &size(part),
            " of ",
            &size(&split.difference),
            " points",
        ]
        .concat(),
        None => match split.difference.verdict(split.samples) {
            Verdict::Clear(_) => "No single part clearly matters",
            Verdict::TooLittle(_) => "The difference is too little to matter",
            Verdict::Nothing | Verdict::TooFew => "Too few runs to share anything out",
            Verdict::Same => "Nothing to share out: both worlds are the same",
            Verdict::NoneThatMatters => "No difference that matters to share out",
            Verdict::Unclear => "No clear difference to share out",
        }
        .to_owned(),
    }
}

/// The sentence of a split.
pub fn split_sentence(split: &Split, names: Names) -> String {
    let mut words = whole(&split.difference, split.samples, names);
    if !split.difference.verdict(split.samples).is_clear() {
        return words;
    }
    match largest(split) {
        Some((id, part)) => {
            words.push_str(" Most of it comes by \u{201c}");
            words.push_str(part_name(id));
            words.push_str("\u{201d}: ");
            words.push_str(&points(part));
            words.push('.');
        }
        None => words.push_str(" No single part of it clearly matters."),
    }
    let against: Vec<&str> = split
        .parts
        .iter()
        .filter(|(_, part)| {
            part.verdict(split.samples).is_clear() && part.mean * split.difference.mean < 0.0
        })
        .map(|(id, _)| part_name(id))
        .collect();
    if !against.is_empty() {
        words.push_str(" Clearly the other way: ");
        words.push_str(&against.join(", "));
        words.push('.');
    }
    words
}

/// What went when an arrow was switched off.
pub fn switched_off(answer: &SwitchedOff) -> String {
    let from_to = [
        "the difference goes from ",
        &signed(answer.with.mean, 2),
        " to ",
        &signed(answer.without.mean, 2),
        " points",
    ]
    .concat();
    match answer.explained.verdict(answer.replicates).but() {
        None => [
            "Switched off in both worlds, ",
            &from_to,
            ": the arrow explains ",
            &points(&answer.explained),
            ".",
        ]
        .concat(),
        Some(but) => [
            "Switched off in both worlds, ",
            &from_to,
            ": ",
            but,
            ", ",
            &points(&answer.explained),
            ".",
        ]
        .concat(),
    }
}

/// Whether the whole is more than its parts: the title.
pub fn together_title(answer: &Together) -> String {
    let size = size(&answer.surplus);
    match (
        answer.surplus.verdict(answer.replicates).but(),
        answer.surplus.mean > 0.0,
    ) {
        (None, true) => [
            "Together, levels add ",
            &size,
            " points more than the sum of each alone",
        ]
        .concat(),
        (None, false) => [
            "Together, levels add ",
            &size,
            " points less than the sum of each alone",
        ]
        .concat(),
        (Some(but), _) => ["Together and alone: ", but].concat(),
    }
}

/// Whether the whole is more than its parts: the sentence.
pub fn together_sentence(answer: &Together) -> String {
    let runs = answer.replicates;
    let mut words = [
        "Funding all five levels changes adults doing well by ",
        &points(&answer.all),
    ]
    .concat();
    if let Some(but) = answer.all.verdict(runs).but() {
        words.extend([": ", but]);
    }
    words.push_str(". ");
    match (answer.surplus.verdict(runs), answer.surplus.mean > 0.0) {
        (Verdict::Clear(_), true) => {
            words
                .push_str("The whole is more than its parts: beyond the sum of each level alone, ");
        }
        (Verdict::Clear(_), false) => words
            .push_str("The whole is less than its parts: against the sum of each level alone, "),
        (Verdict::TooLittle(_), _) => {
            words.push_str("What the whole adds to the sum of its parts is too little to matter: ");
        }
        (Verdict::NoneThatMatters, _) => words.push_str(
            "There is no difference that matters between the whole and the sum of its parts: ",
        ),
        (Verdict::Unclear, _) => words
            .push_str("There is no clear difference between the whole and the sum of its parts: "),
        (Verdict::Same, _) => words.push_str("The whole is the sum of its parts: "),
        (Verdict::Nothing | Verdict::TooFew, _) => {
            words.push_str("There are too few runs to say whether the whole is more than the sum of its parts: ");
        }
    }
    words.push_str(&points(&answer.surplus));
    words.push('.');
    let clear = answer
        .pairs
        .iter()
        .filter(|(_, _, pair)| pair.verdict(runs).is_clear());
    if let Some((one, other, pair)) = clear.max_by(|a, b| a.2.mean.abs().total_cmp(&b.2.mean.abs()))
    {
        let name = |position: u8| {
            Level::ALL
                .get(usize::from(position))
                .map_or("", |which| level(*which))
        };
        words.push_str(if pair.mean > 0.0 {
            " The pair that helps each other most: "
        } else {
            " The pair that gets in each other's way most: "
        });
        words.push_str(&lower_first(name(*one)));
        words.push_str(" and ");
        words.push_str(&lower_first(name(*other)));
        words.push_str(", ");
        words.push_str(&points(pair));
        words.push('.');
    }
    words
}

/// What the layers of evidence say: the title.
pub fn layers_title(answer: &Layered) -> String {
    match answer.layers.first() {
        Some(well) => match well.difference.verdict(answer.replicates).but() {
            None => [
                "With well evidenced assumptions alone: ",
                &signed(well.difference.mean, 2),
                " points",
            ]
            .concat(),
            Some(but) => ["With well evidenced assumptions alone: ", but].concat(),
        },
        None => String::new(),
    }
}

/// What the layers of evidence say: the sentence.
pub fn layers_sentence(answer: &Layered) -> String {
    let (Some(well), Some(last)) = (answer.layers.first(), answer.layers.last()) else {
        return String::new();
    };
    let but = |interval: &Interval| {
        interval
            .verdict(answer.replicates)
            .but()
            .map_or_else(String::new, |but| [", ", but].concat())
    };
    let mut words = [
        "With well evidenced assumptions alone the difference is ",
        &points(&well.difference),
        &but(&well.difference),
        "; with all of them it is ",
        &points(&last.difference),
        &but(&last.difference),
        ".",
    ]
    .concat();
    // Steps of what nobody can tell from luck are luck.
    if answer.replicates >= FEWEST {
        words.extend([
            " The largest step comes with what is ",
            answer.carried_by.words(),
            ".",
        ]);
    }
    words
}

fn of_100(share: f64) -> String {
    [&plain(100.0 * share, 0), " of 100"].concat()
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
        [
            "No difference that matters in ",
            &of_100(tie),
            " plausible worlds",
        ]
        .concat()
    } else {
        [
            name,
            " does better in ",
            &of_100(share),
            " plausible worlds",
        ]
        .concat()
    }
}

/// In how many worlds who does better: the sentence.
pub fn worlds_sentence(answer: &Shares, ids: Names, names: Names) -> String {
    [
        "With every assumption drawn from its plausible range (",
        &plain(f64::from(answer.draws), 0),
        " worlds), ",
        &quoted(names.alternative),
        " does better in ",
        &of_100(answer.wins(ids.alternative)),
        " worlds, ",
        &quoted(names.reference),
        " in ",
        &of_100(answer.wins(ids.reference)),
        ", and in ",
        &of_100(answer.wins("tie")),
        " there is no difference that matters. In half of all worlds the difference lies between ",
        &signed(answer.middle_half.0, 2),
        " and ",
        &signed(answer.middle_half.1, 2),
        " points.",
    ]
    .concat()
}

/// "about 2 minutes", "about 20 seconds".
pub fn about_time(seconds: f64) -> String {
    let rounded = |step: f64| plain((seconds / step).ceil().max(1.0) * step, 0);
    if !seconds.is_finite() || seconds > 5_400.0 {
        "more than an hour".to_owned()
    } else if seconds <= 55.0 {
        ["about ", &rounded(5.0), " seconds"].concat()
    } else if seconds <= 90.0 {
        "about a minute".to_owned()
    } else {
        ["about ", &plain((seconds / 60.0).round(), 0), " minutes"].concat()
    }
}
