//! The fields of an experiment file: the one table from which files are checked and the reference
//! is written.

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
    Field {
        name,
        of,
        takes,
        default,
        sentence,
    }
}

/// Every field, in the order in which files have them.
pub const FIELDS: [Field; 23] = [
    field("format", &[], "1", "", "The version of the file format."),
    field(
        "name",
        &[],
        "a text of up to 80 characters",
        "",
        "What people call the experiment.",
    ),
    field(
        "scenario",
        &[],
        "a text or a table",
        "",
        "The scenario: the id of a bundled one, a file beside this one, or a whole scenario as the \
         table [scenario].",
    ),
    field(
        "people",
        &[],
        "500 to 1000000",
        "the scenario's",
        "How many people the place is generated with.",
    ),
    field(
        "years",
        &[],
        "1 to 20",
        "the scenario's",
        "Years simulated after the spin-up.",
    ),
    field(
        "replicates",
        &[],
        "1 to 100000",
        "the scenario's",
        "Runs with different luck: of every point, world or trial.",
    ),
    field(
        "seed",
        &[],
        "a whole number",
        "the scenario's",
        "The seed of all luck.",
    ),
    field(
        "parameters",
        &[],
        "a table of ids and numbers",
        "the scenario's",
        "Assumptions changed for all of the experiment.",
    ),
    field(
        "beyond_range",
        &[],
        "true or false",
        "false",
        "Whether assumptions, changed or varied, and varied effects of approaches may lie outside \
         their registered range; whatever comes out is marked then.",
    ),
    field(
        "question",
        &[],
        "the name of a question",
        "",
        "What is asked.",
    ),
    field(
        "vary",
        &["sweep"],
        "tables [[vary]]",
        "",
        "What takes which values: every combination of them is a point.",
    ),
    field(
        "years_kept",
        &["sweep"],
        "\"last\" or \"all\"",
        "\"last\"",
        "Which years of every world the table holds.",
    ),
    field(
        "couplings",
        &["factorial"],
        "true or false",
        "true",
        "Whether the ways in which levels touch one another are switched on.",
    ),
    field(
        "of",
        &["shapley"],
        "\"dimensions\" or \"couplings\"",
        "\"dimensions\"",
        "Among what the difference is shared out.",
    ),
    field(
        "orders",
        &["shapley"],
        "1 to 1000",
        "32",
        "Orders of joining that are drawn, when shared out among couplings.",
    ),
    field(
        "trajectories",
        &["morris"],
        "1 to 1000",
        "4",
        "Walks through the assumptions; each lives one world more than there are assumptions.",
    ),
    field(
        "points",
        &["sobol"],
        "2 to 65536",
        "32",
        "The size of the base sample; worlds = points × (assumptions + 2).",
    ),
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
    field(
        "draws",
        &["robustness"],
        "1 to 65536",
        "256",
        "Worlds drawn from the ranges of all assumptions.",
    ),
    field(
        "approach",
        &["trial"],
        "the id of an approach",
        "",
        "The approach that is tried.",
    ),
    field(
        "months",
        &["trial"],
        "1 to 120",
        "12",
        "Months from enrolment to follow-up.",
    ),
    field(
        "before",
        &["versions"],
        "a file beside this one",
        "",
        "What an earlier version said: a file of `kith compare --json` about the same scenario, or \
         of `kith check regression --write`.",
    ),
];

/// The fields of a table [[vary]].
pub const VARY: [Field; 5] = [
    field(
        "name",
        &[],
        "the id of a parameter, or another field that can vary",
        "",
        "What takes the values.",
    ),
    field(
        "values",
        &[],
        "a list of numbers",
        "",
        "The values; or else from, to and steps.",
    ),
    field(
        "from",
        &[],
        "a number",
        "",
        "The first of evenly spread values.",
    ),
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

/// The tables of the reference, in Markdown, each with the name by which the document marks it.
pub fn reference() -> [(&'static str, String); 3] {
    let questions = Kind::ALL
        .iter()
        .map(|(id, sentence)| vec![format!("`{id}`"), (*sentence).to_owned()]);
    let fields = |fields: &'static [Field]| fields.iter().map(row).collect::<Vec<_>>();
    [
        (
            "questions",
            table(
                &["question", "what it asks"],
                &questions.collect::<Vec<_>>(),
            ),
        ),
        (
            "fields",
            table(
                &["field", "of", "takes", "when not given", "meaning"],
                &fields(&FIELDS),
            ),
        ),
        (
            "vary",
            table(
                &["field", "of", "takes", "when not given", "meaning"],
                &fields(&VARY),
            ),
        ),
    ]
}

fn row(field: &Field) -> Vec<String> {
    let of = if field.of.is_empty() {
        "all".to_owned()
    } else {
        field.of.join(", ")
    };
    let default = if field.default.is_empty() {
        "must be given"
    } else {
        field.default
    };
    let default = if field.name == "values" || ["from", "to", "steps"].contains(&field.name) {
        "one way or the other"
    } else {
        default
    };
    vec![
        format!("`{}`", field.name),
        of,
        field.takes.to_owned(),
        default.to_owned(),
        field.sentence.to_owned(),
    ]
}

fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        format!(
            "| {} |\n",
            cells
                .iter()
                .map(|cell| cell.replace('|', "\\|"))
                .collect::<Vec<_>>()
                .join(" | ")
        )
    };
    let head = line(
        &headings
            .iter()
            .map(|heading| (*heading).to_owned())
            .collect::<Vec<_>>(),
    );
    head + &format!("|{}\n", " --- |".repeat(headings.len()))
        + &rows.iter().map(|row| line(row)).collect::<String>()
}
