//! What the pilots' own evaluation would have published, beside what was true.

use super::super::number::plain;
use crate::analysis::digest::{Figure, Published};
use crate::analysis::outcomes::{OUTCOMES, gain};
use crate::analysis::verdict::FEWEST;

/// The position of a figure's outcome among all outcomes.
pub fn outcome(figure: &Figure) -> usize {
    OUTCOMES
        .iter()
        .position(|outcome| outcome.id == figure.outcome)
        .unwrap_or(0)
}

/// Whether what would be published clearly flatters (1), or is clearly too modest (-1), or neither (0): the intervals of so many runs lie
/// apart, by as much as is worth having.
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

/// What the pilots' own evaluation would say, and what was true: the title. `outcome` is a position in a row of figures.
pub fn evaluation_title(answer: &Published, outcome: usize) -> String {
    let (flattering, modest, all) = flattered(answer, outcome);
    if all == 0 {
        return "Nobody could be followed up".to_owned();
    }
    if answer.replicates < FEWEST {
        return "Too few runs to say how far published figures are off".to_owned();
    }
    let number = |count: usize| plain(count as f64, 0);
    let (count, found) = if flattering >= modest {
        (flattering, "too good")
    } else {
        (modest, "too bad")
    };
    [
        "For ",
        &number(count),
        " of ",
        &number(all),
        " projects the published figure was ",
        found,
    ]
    .concat()
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
        return "No approach reached anybody who could be followed up for a year.".to_owned();
    };
    let (flattering, modest, all) = flattered(answer, outcome);
    let number = |count: usize| plain(count as f64, 0);
    [
        "\u{201c}",
        OUTCOMES[self::outcome(figure)].name,
        "\u{201d}, a year after people joined: for ",
        &number(flattering),
        " of ",
        &number(all),
        " projects the figure that they would publish (before and after) was too good; for ",
        &number(modest),
        " too bad; for ",
        &number(all - flattering - modest),
        " we cannot tell.",
    ]
    .concat()
}
