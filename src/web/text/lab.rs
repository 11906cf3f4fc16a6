//! Words of the lab.

use crate::charts::number::plain;
use crate::scenario::Scenario;

words! {
    TITLE = "Lab: change any assumption, run an experiment, take the results with you";
    ABOUT = "The question on the table, the same as in Explore:";
    ASSUMPTIONS = "Every assumption";
    ASSUMPTIONS_HINT = "Each number that the model rests on. Change one and the whole page follows: Explore, the link, your experiments.";
    ASSUMPTION = "Assumption";
    DEFAULT_AND_RANGE = "Default and range";
    EVIDENCE = "Evidence";
    ANY_EVIDENCE = "all";
    ONLY_CHANGED = "Only changed ones";
    UNFOLD_ALL = "Unfold all";
    FOLD_ALL = "Fold all";
    ALL_DEFAULT = "All back to default";
    COUNT_ONLY = "Count only some evidence";
    NO_SPECULATIVE = "Speculative off";
    NO_DISPUTED = "Disputed and speculative off";
    ONLY_WELL = "Well evidenced only";
    COUNT_ONLY_HINT = "By the same rule as the layers of evidence in Explore: what lies beyond is set to 0 where 0 is in its range, a ratio or multiplier to 1, a coupling to 0; a level stays as it is. What approaches achieve stays as the catalogue has it.";
    NOT_USED = "Not used.";
    CHANGED = "Changed";
    BACK = "Back to default";
    FILES = "Assumptions as a file";
    FILES_HINT = "A text file (TOML) with a table [parameters], the same that the command line and scenario files read. Drop one anywhere on this page. What it does not name stays as it is.";
    EXPORT = "Download what is changed";
    IMPORT = "Open a file of assumptions";
    COMMAND = "kith compare SCENARIO --parameters kith-assumptions.toml";
    DELTA = "What differs from the model as described (delta-ODD)";
    DELTA_HINT = "For the methods section of a paper: every change of the model against its description in ODD.md, with source, evidence and section. The command line writes the same: kith describe delta SCENARIO.";
    DELTA_SHOW = "Show the document";
    DELTA_HIDE = "Hide the document";
    DELTA_EXPORT = "Download it (Markdown)";
}

/// The question in one line.
pub fn question(scenario: &Scenario, place: &str) -> String {
    let number = |value: u32| plain(f64::from(value), 0);
    let people = number(scenario.people);
    format!("{place}, {people} people, {} years, {} re-runs, seed {}.", scenario.years, number(scenario.replicates), scenario.seed)
}

/// How many assumptions are shown, how many there are, how many differ.
pub fn counted(shown: usize, all: usize, differ: usize) -> String {
    let differ = match differ {
        0 => "None differs from its default.".to_owned(),
        1 => "1 differs from its default.".to_owned(),
        many => format!("{many} differ from their defaults."),
    };
    if shown == all { format!("{all} assumptions. {differ}") } else { format!("{shown} of {all} assumptions shown. {differ}") }
}

/// The name of a mechanism's assumptions.
pub fn group(mechanism: &str) -> String {
    let words = mechanism.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// How many of a group are shown, and how many of it differ.
pub fn in_group(shown: usize, all: usize, differ: usize) -> String {
    let count = if shown == all { all.to_string() } else { format!("{shown} of {all}") };
    if differ == 0 { count } else { format!("{count}, {differ} changed") }
}

/// What the button does that takes a change back.
pub fn back_to(id: &str, default: f32) -> String {
    format!("Back to default: {id} = {default}")
}

/// The default.
pub fn default_is(value: f32) -> String {
    format!("default {value}")
}

/// The plausible range.
pub fn range(low: f32, high: f32) -> String {
    format!("{low} to {high}")
}

/// Where the mechanism is described.
pub fn described_in(section: &str) -> String {
    format!("ODD {section}.")
}

/// Words as a sentence.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str() + ".")
}
