//! What a researcher takes away of an experiment: where it comes from, and everything in one file. Knows no browser.

use super::bench::Finished;
use crate::experiment::{self, Cell};
use crate::export::manifest::CAVEAT;
use crate::protocol::BUILD;
use crate::scenario::validate;
use serde_json::{Value, json};

/// Where the results come from: enough to make them again.
fn provenance(finished: &Finished) -> Value {
    let Finished { experiment, hash, results } = finished;
    let scenario = &experiment.scenario;
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": crate::session::link::VERSION,
        "build": BUILD,
        "name": experiment.name,
        "question": experiment.kind.id(),
        "experiment": hash,
        "scenario": validate::hash(scenario),
        "seed": scenario.seed,
        "replicates": scenario.replicates,
        "fingerprint": results.fingerprint,
        "caveat": CAVEAT,
        "file": experiment::write(experiment),
    })
}

/// The manifest as JSON, ending in a line break.
pub fn manifest(finished: &Finished) -> String {
    format!("{:#}\n", provenance(finished))
}

/// Manifest, findings, tables and figures as one JSON file.
pub fn everything(finished: &Finished) -> String {
    let results = &finished.results;
    let figure = |figure: &experiment::Figure| json!({ "name": figure.name, "title": figure.title, "subtitle": figure.subtitle, "description": figure.description, "svg": figure.svg });
    let figures: Vec<Value> = results.figures.iter().map(figure).collect();
    let tables: Vec<String> = results.tables.iter().map(|table| table.json().trim_end().to_owned()).collect();
    let (manifest, findings) = (provenance(finished), json!(results.findings));
    format!(
        "{{\n\"manifest\":{manifest},\n\"findings\":{findings},\n\"tables\":[{}],\n\"figures\":{}\n}}\n",
        tables.join(","),
        json!(figures)
    )
}

/// A cell as it is shown: numbers short enough to be read; files hold them whole.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => {
            let digits = if number.abs() >= 1000.0 { 0 } else { 4 };
            let text = format!("{number:.digits$}");
            if digits == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
        }
        other => other.written(),
    }
}
