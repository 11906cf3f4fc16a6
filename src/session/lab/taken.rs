//! What a researcher takes away of an experiment: where it comes from, and everything in one file. Knows no browser.

use super::bench::Finished;
use crate::experiment;
use crate::export::manifest::{BUILD, CAVEAT};
use crate::report::Figure;
use crate::report::table::{Cell, Table};
use crate::scenario::parameters::beyond::mark;
use crate::scenario::validate;
use serde_json::{Value, json};

/// The name of the manifest's file.
pub const MANIFEST: &str = "kith-manifest.json";

/// Where the results come from: enough to make them again.
fn provenance(finished: &Finished) -> Value {
    let Finished {
        experiment,
        hash,
        beside,
        results,
    } = finished;
    let scenario = &experiment.scenario;
    let mut provenance = json!({
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
    });
    if let (Some(mark), Some(fields)) = (mark(&experiment.beyond()), provenance.as_object_mut()) {
        fields.insert("beyond_range".to_owned(), mark.into());
    }
    if let (Some(words), Some(fields)) = (beside, provenance.as_object_mut()) {
        fields.insert("assumptions".to_owned(), words.as_str().into());
    }
    provenance
}

/// The manifest as JSON, ending in a line break.
pub fn manifest(finished: &Finished) -> String {
    format!("{:#}\n", provenance(finished))
}

/// The name of a table's file, without its ending.
pub fn file_of(table: &Table) -> String {
    format!("kith-{}", table.name)
}

/// What the columns of all tables mean, as they are called when they are taken away as CSV.
pub fn package(finished: &Finished) -> String {
    experiment::package(&finished.results, &finished.experiment, MANIFEST, |table| {
        format!("{}.csv", file_of(table))
    })
}

/// Manifest, findings, tables and figures as one JSON file.
pub fn everything(finished: &Finished) -> String {
    let results = &finished.results;
    let figure = |figure: &Figure| json!({ "name": figure.name, "title": figure.title, "subtitle": figure.subtitle, "description": figure.description, "svg": figure.svg });
    let figures: Vec<Value> = results.drawings.iter().map(figure).collect();
    let tables: Vec<String> = results
        .tables
        .iter()
        .map(|table| table.json().trim_end().to_owned())
        .collect();
    let (manifest, findings) = (provenance(finished), json!(results.sentences));
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
            if digits == 0 {
                text
            } else {
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
        }
        other => other.written(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::{Ready, parse};

    #[test]
    fn everything_is_one_file_that_says_how_to_make_it_again() {
        let text = "format = 1\nname = \"Taken\"\nscenario = \"trafford\"\npeople = 500\nyears = 1\nreplicates = 2\nquestion = \"replicates\"\n";
        let mut experiment = parse(text).unwrap();
        experiment.scenario.spin_up_months = 12;
        let ready = Ready::new(&experiment, None).unwrap();
        let parts: Vec<Vec<u8>> = (0..ready.tasks())
            .map(|task| ready.part(task, &mut || ()).unwrap())
            .collect();
        let finished = Finished {
            hash: ready.hash().to_owned(),
            beside: Some("This file keeps every assumption at its default; the one you changed here does not apply.".to_owned()),
            results: ready.results(&parts).unwrap().into(),
            experiment: experiment.clone().into(),
        };
        let whole: Value = serde_json::from_str(&everything(&finished)).unwrap();
        assert_eq!(
            whole["manifest"]["fingerprint"],
            json!(finished.results.fingerprint)
        );
        assert_eq!(
            whole["tables"].as_array().unwrap().len(),
            finished.results.tables.len()
        );
        assert_eq!(
            whole["figures"].as_array().unwrap().len(),
            finished.results.drawings.len()
        );
        assert_eq!(
            parse(whole["manifest"]["file"].as_str().unwrap()),
            Ok(experiment)
        );
        assert_eq!(whole["manifest"]["assumptions"], json!(finished.beside));
        let alone: Value = serde_json::from_str(&manifest(&finished)).unwrap();
        assert_eq!(alone, whole["manifest"]);
        assert_eq!(alone["build"], BUILD);
        let package: Value = serde_json::from_str(&package(&finished)).unwrap();
        let listed = package["resources"].as_array().unwrap();
        assert_eq!(listed.len(), finished.results.tables.len());
        for (listed, table) in listed.iter().zip(&finished.results.tables) {
            assert_eq!(listed["path"], json!(format!("{}.csv", file_of(table))));
            assert_eq!(
                listed["schema"]["fields"].as_array().unwrap().len(),
                table.columns.len()
            );
        }
    }

    #[test]
    fn numbers_are_shown_short_and_whole_words_as_they_are() {
        assert_eq!(shown(&Cell::Number(0.25)), "0.25");
        assert_eq!(shown(&Cell::Number(2.0)), "2");
        assert_eq!(shown(&Cell::Number(12_345.678)), "12346");
        assert_eq!(shown(&Cell::Number(0.123_456)), "0.1235");
    }
}
