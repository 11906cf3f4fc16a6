//! Tables that the command line writes of single lives, and what strangers' names may do in them.

use crate::program::{err, kith};
use std::fs;
use std::path::Path;

/// The cells of a CSV file, headings first.
fn cells(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap();
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_panel_holds_every_arm_and_luck_that_was_asked_for_and_says_what_its_columns_mean() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.csv");
    let small = |more: &[&str]| {
        let output = kith(
            &[
                &[
                    "run",
                    "trafford",
                    "--people",
                    "500",
                    "--years",
                    "1",
                    "--panel",
                    path.to_str().unwrap(),
                ],
                more,
            ]
            .concat(),
        );
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        cells(&path)
    };
    let whole = small(&["--replicates", "2"]);
    assert!(
        fs::read(&path)
            .unwrap()
            .starts_with("\u{FEFF}arm,replicate,seed,person,year,age,sex,".as_bytes())
    );
    every_arm_and_luck_is_there(&whole);
    columns_are_described(folder.path(), &whole[0]);
    let column = |name: &str| position(&whole, name);
    let part = small(&["--arm", "pilots", "--replicate", "1"]);
    let same: Vec<&Vec<String>> = whole[1..]
        .iter()
        .filter(|row| row[column("arm")] == "pilots" && row[column("replicate")] == "1")
        .collect();
    assert_eq!(
        part[1..].iter().collect::<Vec<_>>(),
        same,
        "a life is the same whoever else is in the panel"
    );
}

fn position(rows: &[Vec<String>], name: &str) -> usize {
    rows[0].iter().position(|heading| heading == name).unwrap()
}

fn every_arm_and_luck_is_there(whole: &[Vec<String>]) {
    let column = |name: &str| position(whole, name);
    let mut lives: Vec<(&str, &str)> = whole[1..]
        .iter()
        .map(|row| {
            (
                row[column("arm")].as_str(),
                row[column("replicate")].as_str(),
            )
        })
        .collect();
    lives.dedup();
    let wanted: Vec<(&str, &str)> = ["0", "1"]
        .into_iter()
        .flat_map(|replicate| {
            ["business-as-usual", "pilots", "whole-area"].map(|arm| (arm, replicate))
        })
        .collect();
    assert_eq!(lives, wanted);
    for row in &whole[1..] {
        assert!(
            row[column("person")].starts_with('p')
                && row[column("family")].starts_with('f')
                && row[column("seed")] == "20211121"
        );
        assert_eq!(
            row[column("present")] == "1",
            row[column("presence")] == "here"
        );
        assert!((1..=10).contains(&row[column("deprivation_decile")].parse::<u8>().unwrap()));
    }
    let gone = whole[1..]
        .iter()
        .filter(|row| row[column("present")] == "0")
        .count();
    assert!(gone > 0, "somebody dies or moves away in a year");
}

fn columns_are_described(folder: &Path, headings: &[String]) {
    let package: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("panel.csv.datapackage.json")).unwrap())
            .unwrap();
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap();
    assert_eq!(package["resources"][0]["path"], "panel.csv");
    assert_eq!(
        fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect::<Vec<_>>(),
        headings
    );
    assert!(fields.iter().all(|field| {
        field["description"]
            .as_str()
            .is_some_and(|words| words.len() > 5)
    }));
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("panel.csv.manifest.json")).unwrap()).unwrap();
    assert!(
        manifest["build"]
            .as_str()
            .unwrap()
            .starts_with(concat!(env!("CARGO_PKG_VERSION"), "-"))
    );
}

#[test]
fn names_that_begin_like_formulas_are_text_in_every_table() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/names-from-strangers.toml"
    );
    let path = folder.path().join("values.csv");
    let output = kith(&[
        "compare",
        scenario,
        "--people",
        "500",
        "--csv",
        path.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let rows = cells(&path);
    assert!(rows.len() > 100);
    for cell in rows.iter().flatten() {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t']) || cell.parse::<f64>().is_ok(),
            "{cell}"
        );
    }
    assert!(folder.path().join("values.csv.datapackage.json").exists());
}
