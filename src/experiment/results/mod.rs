//! What an experiment comes to: sentences computed from the run, tables, figures.

mod course;
pub(super) mod deciding;
mod discovered;
pub(super) mod effects;
pub(super) mod grid;
pub(super) mod movement;
pub(super) mod trials;

use super::Experiment;
use super::about::About;
use crate::analysis::estimate::Estimate;
use crate::analysis::judged::Judged;
use crate::analysis::verdict::{self, Verdict};
use crate::charts::number::{plain, signed};
use crate::drawing::Drawing;
use crate::drawing::rows::Shown;
use crate::ensemble::pair::Names;
use crate::export::package::{Resource, description};
use crate::indicators::catalogue::DOING_WELL;
use crate::report::table::Table;
use crate::report::{Figure, Report, Words};
use crate::scenario::parameters::beyond;

/// What the columns of all tables mean, as JSON for a file beside them. `manifest`: the file that says how to make them again; `file_of`: the file
/// of a table.
pub fn package(
    report: &Report,
    experiment: &Experiment,
    manifest: &str,
    file_of: impl Fn(&Table) -> String,
) -> String {
    let paths: Vec<String> = report.tables.iter().map(file_of).collect();
    let tables = report.tables.iter().zip(&paths);
    let resources: Vec<Resource<'_>> = tables
        .map(|(table, path)| Resource {
            name: &table.name,
            title: &table.title,
            path,
            columns: &table.columns,
        })
        .collect();
    description(
        &experiment.name,
        &experiment.name,
        manifest,
        beyond::mark(&experiment.beyond()).as_deref(),
        &resources,
    )
}

/// A drawing with its words around it and below them what it is of.
pub(super) fn captioned(drawing: &Drawing, words: Words, about: &About) -> Figure {
    Figure::of(drawing, words, about.notes())
}

/// An estimate as it is drawn, in colour where it matters.
pub(super) fn shown(estimate: &Estimate, matters: bool) -> Shown {
    Shown {
        interval: **estimate,
        matters,
    }
}

/// A difference as it is drawn, in colour where its verdict says that it matters.
pub(super) fn judged(judged: &Judged) -> Shown {
    shown(judged, judged.verdict.is_clear())
}

/// An estimate in words: size with its sign, and the interval.
pub(super) fn with_interval(estimate: &Estimate, digits: u8) -> String {
    if estimate.low == estimate.high {
        return signed(estimate.mean, digits);
    }
    format!(
        "{} (90% interval {} to {})",
        signed(estimate.mean, digits),
        signed(estimate.low, digits),
        signed(estimate.high, digits)
    )
}

/// What a difference in adults doing well comes to: the title of a figure, at most fifteen words.
pub(super) fn who_is_ahead(estimate: &Estimate, runs: usize, names: Names) -> String {
    let size = plain(estimate.mean.abs(), 1);
    let found = verdict::of_interval(estimate, runs as u32, DOING_WELL);
    let ahead = lower_first(if estimate.mean > 0.0 {
        names.alternative
    } else {
        names.reference
    });
    match found {
        Verdict::Clear(_) => format!("Doing well: {ahead} better by {size} points"),
        Verdict::TooLittle(_) => format!("Doing well: {ahead} better, but too little to matter"),
        other => format!("Doing well: {}", other.words()),
    }
}

/// A name as it stands inside a sentence.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// A value that was varied, as short as it can be.
pub(super) fn value(number: f64) -> String {
    let text = number.to_string();
    text.replace('-', "−")
}
