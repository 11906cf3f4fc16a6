//! What an experiment comes to: sentences computed from the run, tables, figures.

mod along;
mod course;
mod gathered;
pub(super) mod grid;
mod words;

use super::Experiment;
use crate::export::package::{Resource, description};
use crate::report::Report;
use crate::report::table::Table;
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
