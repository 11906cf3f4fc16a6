//! The words of charts and tables of outcomes.

use super::lower;
use crate::analysis::verdict;
use crate::indicators::catalogue::{Better, CATALOGUE, STILL_DELIVERED, year_read};
use crate::scenario::Scenario;

pub(crate) use crate::words::outcomes::*;

/// Which side of the zero line is whose.
pub fn side(name: &str, word: &str, above: bool) -> String {
    let say = if above { side_above } else { side_below };
    say(&lower(name), word)
}

/// What whoever a side of the zero line belongs to is there.
pub fn side_word(better: Better) -> &'static str {
    if better == Better::Neither {
        SIDE_HIGHER.text()
    } else {
        SIDE_BETTER.text()
    }
}

/// What stands under a table of all outcomes: how its verdicts are found, and what is compared
/// before the last year.
pub fn table_notes(scenario: &Scenario) -> String {
    let funded = year_read(STILL_DELIVERED, scenario);
    let chance = verdict::chance_words(CATALOGUE.len());
    if funded < scenario.years {
        notes_with_year(&VERDICTS, CATALOGUE[STILL_DELIVERED].name, funded, &chance)
    } else {
        [VERDICTS.text(), " ", &chance].concat()
    }
}

/// Names short enough to stand beside a line: the first word of long ones, told apart where they
/// are the same.
pub fn short_names(first: &str, second: &str) -> (String, String) {
    let short = |name: &str| {
        if name.chars().count() <= 13 {
            name.to_owned()
        } else {
            name.split(' ').next().unwrap_or(name).to_owned()
        }
    };
    let (a, b) = (short(first), short(second));
    if a == b {
        (format!("{a} 1"), format!("{b} 2"))
    } else {
        (a, b)
    }
}

/// A button to another outcome.
pub fn look_at(name: &str) -> String {
    look_closely_at(&lower(name))
}

/// The head of a column.
pub fn at_end(name: &str) -> String {
    at_the_end(&lower(name))
}

/// Which way is better.
pub fn direction(better: Better) -> &'static str {
    let words = match better {
        Better::Higher => DIRECTION_HIGHER,
        Better::Lower => DIRECTION_LOWER,
        Better::Neither => DIRECTION_NEITHER,
    };
    words.text()
}
