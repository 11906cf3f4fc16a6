//! An experiment as a readable file that reads back to the same one.

use super::{Experiment, FORMAT, Kind, Players, Sensitivity, YearsKept};
use crate::scenario::validate;
use std::fmt::Write as _;

/// The experiment as TOML, its whole scenario inside, so that the file needs nothing beside it but
/// what a version comparison names.
pub fn write(experiment: &Experiment) -> String {
    let mut text = format!(
        "format = {FORMAT}\nname = {}\nquestion = \"{}\"\n",
        quoted(&experiment.name),
        experiment.kind.id()
    );
    if !experiment.beyond().is_empty() {
        text.push_str("beyond_range = true\n");
    }
    // Writing to a String cannot fail, here and below.
    let _ = match &experiment.kind {
        Kind::Replicates => Ok(()),
        Kind::Sweep(sweep) => {
            let years = if sweep.years_kept == YearsKept::All {
                "all"
            } else {
                "last"
            };
            let varied = sweep.vary.iter().map(|vary| {
                format!(
                    "\n[[vary]]\nname = {}\nvalues = {:?}\n",
                    quoted(&vary.name),
                    vary.values
                )
            });
            writeln!(text, "years_kept = \"{years}\"")
                .and_then(|()| write!(text, "{}", varied.collect::<String>()))
        }
        Kind::Factorial { couplings } => writeln!(text, "couplings = {couplings}"),
        Kind::Shapley { of, orders } => {
            let of = if *of == Players::Dimensions {
                "dimensions"
            } else {
                "couplings"
            };
            writeln!(text, "of = \"{of}\"\norders = {orders}")
        }
        Kind::Morris { trajectories, what } => {
            writeln!(text, "trajectories = {trajectories}\n{}", about(what))
        }
        Kind::Sobol { points, what } => writeln!(text, "points = {points}\n{}", about(what)),
        Kind::Robustness { draws } => writeln!(text, "draws = {draws}"),
        Kind::Trial { approach, months } => {
            writeln!(text, "approach = {}\nmonths = {months}", quoted(approach))
        }
        Kind::Versions { before, .. } => writeln!(text, "before = {}", quoted(before)),
    };
    text.push_str("\n[scenario]\n");
    for line in validate::write(&experiment.scenario).lines() {
        // Only headings of tables begin with a bracket.
        if let Some(rest) = line.strip_prefix("[[") {
            text.push_str("[[scenario.");
            text.push_str(rest);
        } else if let Some(rest) = line.strip_prefix('[') {
            text.push_str("[scenario.");
            text.push_str(rest);
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

fn about(what: &Sensitivity) -> String {
    let only = what
        .only
        .as_ref()
        .map_or(String::new(), |only| format!("\nonly = {}", quoted(only)));
    format!("indicator = {}{only}", quoted(&what.indicator))
}

/// A text in quotation marks, as TOML wants it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
