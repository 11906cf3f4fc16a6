//! Patterns that are measured on a bench of their own: one event, one approach, one project, branched from the spun-up world.

use super::{Pattern, measure, volunteers};

pub(super) const VOLUNTEERS: Pattern = Pattern {
    id: 15,
    name: "Finite supply of volunteers",
    sources: &["X03", "X05"],
    how: "Adults who give time in a month; those who stop within a year; a third of them lost at once, and how many are back; exits when twice the aid there is is asked for.",
    measures: &[
        measure("give time in a month", "% of adults", 16.0, 27.0),
        measure("stop within a year", "% of volunteers", 15.0, 40.0),
        measure("of a third lost, back after 12 months", "%", 5.0, 75.0),
        measure("of a third lost, back after 24 months", "%", 10.0, 95.0),
        measure("exits under overload, to exits without", "ratio", 1.05, 5.0),
    ],
    read: |b| {
        let values = volunteers::measure(&b.prepared, &b.start, &b.prepared.scenario.parameters);
        in_percent(values, &[0, 1, 2, 3])
    },
};

/// Shares as percentages, at some positions.
fn in_percent(mut values: Vec<f64>, positions: &[usize]) -> Vec<f64> {
    for position in positions {
        values[*position] *= 100.0;
    }
    values
}
