//! The words of charts and tables of outcomes.

use super::lower;
use crate::analysis::verdict;
use crate::indicators::catalogue::{Better, CATALOGUE, STILL_DELIVERED, year_read};
use crate::scenario::Scenario;

words! {
    OUTCOMES = "What changes";
    OTHER_OUTCOMES = "Other outcomes";
    LOOK_CLOSELY = "Look closely at";
    FIT = "Fit axes";
    FIT_HINT = "Axes stay put while you change things, so that you can compare. This fits them to what is shown.";
    BAND = "A shaded band holds 9 in 10 re-runs. It shows luck from run to run, not everything we do not know.";
    PAIRED = "Difference, same luck";
    BOTH_WORLDS = "Each world by year";
    AS_USUAL = "As usual";
    BUSINESS_AS_USUAL = "Business as usual";
    FIFTY = "How sure? Fifty dots, each as likely as the next";
    DOTS_AXIS = "Difference in the last year";
    NUMBERS = "The numbers behind this";
    YEAR = "Year";
    DIFFERENCE = "Difference";
    NINE_IN_TEN = "9 in 10 re-runs";
    ALL_OUTCOMES = "All outcomes";
    VERDICTS = "Better or worse: the 90% interval leaves out zero and the difference is worth having; none under 8 re-runs.";
    TABLE_HINT = "Separate outcomes: none is turned into another. Choose one to look at it closely.";
    OUTCOME = "Outcome";
    UNIT = "Unit";
    BETTER = "Better";
    AT_START = "At the start";
    INTERVAL = "90% interval of the mean";
    HUMAN = "People's lives";
    PLACE_OUTCOMES = "What the place becomes";
    SYSTEM = "What the system does";
    TABLE_REGION = "Table of all outcomes";
    LEDGER_REGION = "Ledger";
    YEARS_REGION = "Year by year";
    NO_INTERVAL = "–";
}

/// What a chart shows, and what its upright axis counts.
pub fn axis_of(name: &str, unit: &str) -> String {
    format!("{name}, in {unit}")
}

/// Which side of the zero line is whose.
pub fn side(name: &str, word: &str, above: bool) -> String {
    format!("{} {} {word}", if above { "▲" } else { "▼" }, lower(name))
}

/// What whoever a side of the zero line belongs to is there.
pub fn side_word(better: Better) -> &'static str {
    if better == Better::Neither {
        "higher"
    } else {
        "better"
    }
}

/// What stands under a table of all outcomes: how its verdicts are found, and what is compared before the last year.
pub fn table_notes(scenario: &Scenario) -> String {
    let delivered = &CATALOGUE[STILL_DELIVERED];
    let funded = year_read(STILL_DELIVERED, scenario);
    let read = if funded < scenario.years {
        format!(
            " {} is compared in year {funded}, the last with new money.",
            delivered.name
        )
    } else {
        String::new()
    };
    format!(
        "{}{read} {}",
        VERDICTS,
        verdict::chance_words(CATALOGUE.len())
    )
}

/// Names short enough to stand beside a line: the first word of long ones, told apart where they are the same.
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

/// Unit, place and period of a chart, and which way is better.
pub fn subtitle(unit: &str, place: &str, years: usize, better: &str) -> String {
    format!("In {unit}. {place}, year 0 to {years}. {better}")
}

/// A button to another outcome.
pub fn look_at(name: &str) -> String {
    format!("Look closely at {}", lower(name))
}

/// From one number to another.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// The head of a column.
pub fn at_end(name: &str) -> String {
    format!("At the end: {}", lower(name))
}

/// The head of a column.
pub fn better_in(name: &str) -> String {
    format!("{name} ahead in")
}

/// Which way is better.
pub fn direction(better: Better) -> &'static str {
    match better {
        Better::Higher => "▲ higher",
        Better::Lower => "▼ lower",
        Better::Neither => "neither",
    }
}

/// So many of so many.
pub fn count_of(count: u32, all: u32) -> String {
    format!("{count} of {all}")
}
