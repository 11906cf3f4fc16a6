//! The fields of an experiment file: the one table from which files are checked and the reference is written.

use super::Kind;

/// One field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name as in files.
    pub name: &'static str,
    /// The questions it belongs to; all of them when none is named.
    pub of: &'static [&'static str],
    /// What it takes.
    pub takes: &'static str,
    /// What it is when not given; empty where it must be given.
    pub default: &'static str,
    /// What it means.
    pub sentence: &'static str,
}

const fn field(
    name: &'static str,
    of: &'static [&'static str],
    takes: &'static str,
    default: &'static str,
    sentence: &'static str,
) -> Field {
    Field { name, of, takes, default, sentence }
}

/// Every field, in the order in which files have them.
pub const FIELDS: [Field; 22] = [
    field("format", &[], "1", "", "The version of the file format."),
    field("name", &[], "a text of up to 80 characters", "", "What people call the experiment."),
    field(
        "scenario",
        &[],
        "a text or a table",
        "",
        "The scenario: the id of a bundled one, a file beside this one, or a whole scenario as the table [scenario].",
    ),
    field("people", &[], "500 to 1000000", "the scenario's", "How many people the place is generated with."),
    field("years", &[], "1 to 20", "the scenario's", "Years simulated after the spin-up."),
    field("replicates", &[], "1 to 100000", "the scenario's", "Re-runs with different luck: of every point, world or trial."),
    field("seed", &[], "a whole number", "the scenario's", "The seed of all luck."),
    field("parameters", &[], "a table of ids and numbers", "the scenario's", "Assumptions changed for all of the experiment."),
    field("question", &[], "the name of a question", "", "What is asked."),
    field("vary", &["sweep"], "tables [[vary]]", "", "What takes which values: every combination of them is a point."),
    field("years_kept", &["sweep"], "\"last\" or \"all\"", "\"last\"", "Which years of every world the table holds."),
    field("couplings", &["factorial"], "true or false", "true", "Whether the ways in which levels touch one another are switched on."),
    field("of", &["shapley"], "\"dimensions\" or \"couplings\"", "\"dimensions\"", "Among what the difference is shared out."),
    field("orders", &["shapley"], "1 to 1000", "32", "Orders of joining that are drawn, when shared out among couplings."),
    field(
        "trajectories",
        &["morris"],
        "1 to 1000",
        "4",
        "Walks through the assumptions; each lives one world more than there are assumptions.",
    ),
    field("points", &["sobol"], "2 to 65536", "32", "The size of the base sample; worlds = points × (assumptions + 2)."),
    field(
        "indicator",
        &["morris", "sobol"],
        "the id of an indicator",
        "\"doing_well\"",
        "The indicator whose difference between the arms is looked at.",
    ),
    field(
        "only",
        &["morris", "sobol"],
        "the name of a mechanism",
        "all",
        "Moves only the assumptions of one mechanism (\"approaches\" for effects of approaches).",
    ),
    field("draws", &["robustness"], "1 to 65536", "256", "Worlds drawn from the ranges of all assumptions."),
    field("approach", &["trial"], "the id of an approach", "", "The approach that is tried."),
    field("months", &["trial"], "1 to 120", "12", "Months from enrolment to follow-up."),
    field(
        "before",
        &["versions"],
        "a file beside this one",
        "",
        "What an earlier version said: a file of `kith compare --json` about the same scenario, or of `kith regress --write`.",
    ),
];

/// The fields of a table [[vary]].
pub const VARY: [Field; 5] = [
    field("name", &[], "the id of a parameter, or another field that can vary", "", "What takes the values."),
    field("values", &[], "a list of numbers", "", "The values; or else from, to and steps."),
    field("from", &[], "a number", "", "The first of evenly spread values."),
    field("to", &[], "a number", "", "The last of them."),
    field("steps", &[], "2 to 1000", "", "How many there are."),
];

/// Whether a field belongs to a question.
pub fn belongs(field: &Field, question: &str) -> bool {
    field.of.is_empty() || field.of.contains(&question)
}

/// The names of all questions.
pub fn questions() -> [&'static str; Kind::ALL.len()] {
    Kind::ALL.map(|(id, _)| id)
}
