//! `kith check patterns` and `kith calibrate` as a person runs them, on a place too small to be in
//! band.

use crate::program::kith;
use serde_json::Value;
use std::process::Output;

fn json(output: &Output) -> Value {
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn sixteen_patterns_each_with_measures_and_bands_and_the_same_on_any_threads() {
    let run = |threads: &str| {
        kith(&[
            "check",
            "patterns",
            "--people",
            "500",
            "--seeds",
            "2",
            "--json",
            "--threads",
            threads,
        ])
    };
    let one = run("1");
    assert_eq!(one.stdout, run("2").stdout);
    let answer = json(&one);
    assert_eq!(
        (answer["people"].as_u64(), answer["seeds"].as_u64()),
        (Some(500), Some(2))
    );
    let patterns = answer["patterns"].as_array().unwrap();
    let ids: Vec<u64> = patterns
        .iter()
        .map(|pattern| pattern["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (1..=16).collect::<Vec<u64>>());
    for pattern in patterns {
        let measures = pattern["measures"].as_array().unwrap();
        let inside = |measure: &Value| {
            let number = |key: &str| measure[key].as_f64();
            number("value").is_some_and(|value| {
                (number("low").unwrap()..=number("high").unwrap()).contains(&value)
            })
        };
        assert!(
            measures
                .iter()
                .all(|measure| measure["in_band"] == inside(measure)),
            "{}",
            pattern["name"]
        );
        assert_eq!(
            pattern["in_band"],
            measures.iter().all(inside),
            "{}",
            pattern["name"]
        );
    }
    let in_band = patterns
        .iter()
        .filter(|pattern| pattern["in_band"] == true)
        .count();
    assert_eq!(answer["in_band"].as_u64(), Some(in_band as u64));
    assert!(
        answer["drift"]
            .as_array()
            .unwrap()
            .iter()
            .any(|drift| drift["indicator"] == "wellbeing")
    );
}

#[test]
fn calibration_prints_every_free_parameter_inside_its_range_and_what_it_cannot_fit_is_named() {
    let size = [
        "--people",
        "500",
        "--points",
        "20",
        "--waves",
        "1",
        "--seeds",
        "1",
        "--patterns",
        "4,10",
    ];
    let answer = json(&kith(&[&["calibrate", "--json"], &size[..]].concat()));
    assert_eq!(answer["runs"].as_u64(), Some(41));
    let registry = kith::scenario::parameters::Parameters::registry();
    for (row, (free, _)) in answer["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .zip(kith::analysis::calibration::FREE)
    {
        let info = registry.iter().find(|info| info.id() == *free).unwrap();
        let value = row[2].as_f64().unwrap() as f32;
        assert!(
            row[0] == *free && (info.low..=info.high).contains(&value),
            "{row} of {free}"
        );
    }
    let output = kith(&["calibrate", "--patterns", "4,99"]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        words.contains("--patterns: found 99; wanted the number of a pattern"),
        "{words}"
    );
}
