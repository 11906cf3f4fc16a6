//! Whether an experiment is small enough for its parts to be put together in the end.

use crate::experiment::{Experiment, Kind, YearsKept, limits};
use crate::scenario::validate::problem::Problems;
use crate::scenario::validate::section::Section;

/// Whether the whole can be put together in the end.
pub(super) fn check(experiment: &Experiment, file: &Section, problems: &mut Problems) {
    let at = |field: &str| file.field(field).map_or(file.offset, |place| place.offset);
    let replicates = u64::from(experiment.scenario.replicates);
    match &experiment.kind {
        Kind::Sweep(sweep) => {
            let points = sweep
                .vary
                .iter()
                .map(|vary| vary.values.len() as u64)
                .fold(1, u64::saturating_mul);
            if points > limits::POINTS {
                problems.add(
                    at("vary"),
                    "vary",
                    format!("{points} points"),
                    format!("at most {} points", limits::POINTS),
                );
                return;
            }
            let years = if sweep.years_kept == YearsKept::All {
                u64::from(experiment.scenario.years) + 1
            } else {
                1
            };
            let rows = points
                .saturating_mul(replicates)
                .saturating_mul(experiment.scenario.arms.len() as u64)
                .saturating_mul(years);
            too_many_rows(rows, at("replicates"), problems);
        }
        Kind::Replicates => {
            let years = u64::from(experiment.scenario.years) + 1;
            too_many_rows(
                replicates * experiment.scenario.arms.len() as u64 * years,
                at("replicates"),
                problems,
            );
        }
        _ => {}
    }
}

fn too_many_rows(rows: u64, offset: usize, problems: &mut Problems) {
    if rows > limits::ROWS {
        let wanted = format!(
            "at most {} rows: fewer replicates, points, arms or years kept",
            limits::ROWS
        );
        problems.add(
            offset,
            "replicates",
            format!("a table of {rows} rows"),
            wanted,
        );
    }
}
