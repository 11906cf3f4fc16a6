//! Values outside their registered range: what is allowed runs to the end with finite results, and
//! is marked wherever it comes out.

use crate::program::{done, refused};
use kith::ensemble::{self, Job};
use kith::scenario::parameters::{ParameterInfo, Parameters};
use kith::scenario::{Scenario, bundled, validate};
use proptest::prelude::*;
use std::fs;

/// A scenario small enough to be lived hundreds of times.
fn small() -> Scenario {
    let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
    (
        scenario.people,
        scenario.years,
        scenario.replicates,
        scenario.spin_up_months,
    ) = (500, 1, 1, 12);
    scenario.money.last_year = 1;
    scenario
}

/// Runs a scenario with some values, read from its own file as everybody's is.
fn lived(changes: &[(&ParameterInfo, f32)]) -> Result<(), String> {
    let mut scenario = small();
    for (info, value) in changes {
        scenario.parameters.set(&info.id(), *value);
    }
    let scenario =
        validate::parse(&validate::write(&scenario)).map_err(|problems| format!("{problems:?}"))?;
    finite(scenario)
}

/// Runs a scenario; the first indicator that is no number.
fn finite(scenario: Scenario) -> Result<(), String> {
    let prepared = ensemble::prepare(scenario)?;
    let outcome = ensemble::run(
        &prepared,
        &Job {
            replicate: 0,
            arms: vec![0, 1, 2],
            frames: false,
        },
    );
    let bad = outcome
        .arms
        .iter()
        .find_map(|arm| arm.table.values.iter().position(|value| !value.is_finite()));
    bad.map_or(Ok(()), |position| {
        Err(format!("value {position} is no number"))
    })
}

#[test]
fn every_assumption_at_either_bound_runs_to_the_end_with_finite_results() {
    let registry = Parameters::registry();
    let ends: Vec<(&ParameterInfo, f32)> = registry
        .iter()
        .flat_map(|info| {
            let (least, most) = info.bounds();
            [(least, info.low), (most, info.high)]
                .into_iter()
                .filter(|(bound, end)| bound != end)
                .map(|(bound, _)| (*info, bound))
        })
        .collect();
    assert!(ends.len() > 300, "{} bounds lie outside", ends.len());
    let answer = |(info, bound): &(&ParameterInfo, f32)| {
        let lived = std::panic::catch_unwind(|| lived(&[(info, *bound)]))
            .unwrap_or_else(|_| Err("a panic".to_owned()));
        lived
            .err()
            .map(|words| format!("{} = {bound} ({}): {words}", info.id(), info.unit))
    };
    let halves = ends.split_at(ends.len() / 2);
    let failed: Vec<String> = std::thread::scope(|scope| {
        let other = scope.spawn(|| halves.1.iter().filter_map(answer).collect::<Vec<_>>());
        let own: Vec<String> = halves.0.iter().filter_map(answer).collect();
        own.into_iter().chain(other.join().unwrap()).collect()
    });
    assert!(
        failed.is_empty(),
        "{} of {}:\n{}",
        failed.len(),
        ends.len(),
        failed.join("\n")
    );
}

#[test]
fn every_effect_of_an_approach_at_either_bound_runs_to_the_end_with_finite_results() {
    let whole = small();
    let mut failed = Vec::new();
    // One effect of each approach at once: as many runs as the longest list of effects has, each
    // twice.
    let longest = whole
        .approaches
        .iter()
        .map(|approach| approach.effects.len())
        .max()
        .unwrap();
    for (e, most) in (0..longest).flat_map(|e| [(e, false), (e, true)]) {
        let mut scenario = whole.clone();
        for effect in scenario
            .approaches
            .iter_mut()
            .filter_map(|approach| approach.effects.get_mut(e))
        {
            let bounds = effect.bounds();
            effect.size = if most { bounds.1 } else { bounds.0 };
        }
        let lived = std::panic::catch_unwind(|| finite(scenario))
            .unwrap_or_else(|_| Err("a panic".to_owned()));
        failed.extend(lived.err().map(|words| {
            format!(
                "effects[{e}] at {}: {words}",
                if most { "most" } else { "least" }
            )
        }));
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Bounds hold one by one; this tries many at once.
    #[test]
    fn many_assumptions_at_their_bounds_at_once_run_to_the_end(
        picks in proptest::collection::vec((0_usize..10_000, any::<bool>()), 1..40),
    ) {
        let registry = Parameters::registry();
        let changes: Vec<(&ParameterInfo, f32)> = picks
            .iter()
            .map(|(k, most)| {
                let info = registry[k % registry.len()];
                let bounds = info.bounds();
                (info, if *most { bounds.1 } else { bounds.0 })
            })
            .collect();
        let named = changes.iter().map(|(info, value)| format!("{} = {value}", info.id()));
        let named: Vec<String> = named.collect();
        prop_assert_eq!(lived(&changes), Ok(()), "{}", named.join(", "));
    }
}

const FLAGGED: &str = "beyond_range = true\n[parameters]\n\"control.power\" = 3\n";
const MARK: &str = "outside its registered range: control.power = 3 (0–0.15)";

/// A folder for files, and what writes one there and says where it is.
fn desk() -> (tempfile::TempDir, impl Fn(&str, &str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let put = move |name: &str, text: &str| {
        fs::write(path.join(name), text).unwrap();
        path.join(name).to_str().unwrap().to_owned()
    };
    (folder, put)
}

const SMALL: &str = "--people 500 --years 1";

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn the_command_line_refuses_what_is_outside_without_the_flag_and_what_breaks_the_model() {
    let (_folder, put) = desk();
    for (flag, value, said) in [
        (
            "",
            3,
            "3 is outside 0 to 0.15 (index, 0–1; with beyond_range = true from 0 to 10)",
        ),
        (
            "beyond_range = true\n",
            -1,
            "-1 is outside 0 to 10 (index, 0–1; beyond that the model breaks)",
        ),
    ] {
        let file = put(
            "far.toml",
            &format!("{flag}[parameters]\n\"control.power\" = {value}\n"),
        );
        let line = format!("compare trafford {SMALL} --replicates 1 --parameters {file}");
        let answer = refused(&words(&line));
        assert!(answer.contains(said), "{answer}");
    }
}

#[test]
fn the_command_line_marks_every_output_of_what_is_outside() {
    let (folder, put) = desk();
    let flagged = put("flagged.toml", FLAGGED);
    let scenario = flagged_scenario(&put);
    let csv = folder.path().join("values.csv");
    let run = |line: &str| {
        let line = line
            .replace("SMALL", SMALL)
            .replace("CSV", csv.to_str().unwrap());
        done(&words(
            &line.replace("FAR", &format!("--parameters {flagged}")),
        ))
    };
    for line in [
        "compare trafford SMALL --replicates 1 FAR",
        "compare trafford --json SMALL --replicates 1 FAR",
        "ask layers SMALL --replicates 1 FAR",
        "ask layers --json SMALL --replicates 1 FAR",
        "follow trafford SMALL FAR",
        "follow trafford SMALL FAR --json",
    ] {
        assert!(run(line).contains(MARK), "{line}");
    }
    run("compare trafford --csv CSV SMALL --replicates 1 FAR");
    let manifest = fs::read_to_string(folder.path().join("values.csv.manifest.json")).unwrap();
    assert!(
        manifest.contains(MARK) && manifest.contains("beyond_range = true"),
        "{manifest}"
    );
    let patterns = run(&format!(
        "check patterns {scenario} --people 500 --seeds 1 --only 1"
    ));
    assert!(
        patterns.lines().nth(1).unwrap().contains(MARK),
        "{patterns}"
    );
    let delta = run("describe delta trafford FAR");
    assert!(
        delta.contains(MARK) && delta.contains("0 to 0.15: outside"),
        "{delta}"
    );
}

/// The bundled scenario with one assumption outside its range, as a file.
fn flagged_scenario(put: &impl Fn(&str, &str) -> String) -> String {
    let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
    scenario.parameters.control.power = 3.0;
    put("far-scenario.toml", &validate::write(&scenario))
}

#[test]
fn a_panel_is_marked_in_both_formats_and_in_the_description_of_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("far.toml"), FLAGGED).unwrap();
    for file in ["far.csv", "far.parquet", "near.csv"] {
        let mut run = vec![
            "run", "trafford", "--people", "500", "--years", "1", "--arm", "pilots",
        ];
        let (assumptions, panel) = (path("far.toml"), path(file));
        run.extend(["--panel", &panel]);
        if file != "near.csv" {
            run.extend(["--parameters", &assumptions]);
        }
        done(&run);
    }
    let csv = fs::read_to_string(path("far.csv")).unwrap();
    assert!(
        csv.lines().next().unwrap().ends_with(",beyond_range"),
        "{}",
        csv.lines().next().unwrap()
    );
    assert!(csv.lines().skip(1).all(|line| line.ends_with(MARK)) && csv.lines().count() > 400);
    assert!(String::from_utf8_lossy(&fs::read(path("far.parquet")).unwrap()).contains(MARK));
    for file in ["far.csv", "far.parquet"] {
        let package = fs::read_to_string(path(&format!("{file}.datapackage.json"))).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        assert_eq!(package["beyond_range"], MARK);
        let fields = package["resources"][0]["schema"]["fields"]
            .as_array()
            .unwrap();
        assert_eq!(fields.last().unwrap()["name"], "beyond_range");
    }
    assert!(
        !fs::read_to_string(path("near.csv"))
            .unwrap()
            .contains("beyond_range")
    );
    assert!(
        !fs::read_to_string(path("near.csv.datapackage.json"))
            .unwrap()
            .contains("beyond_range")
    );
}

#[test]
fn an_effect_of_an_approach_may_go_beyond_its_range_and_is_marked() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = small();
    let approach = scenario
        .approaches
        .iter()
        .find(|approach| approach.effects[0].bounds().1 > approach.effects[0].high)
        .unwrap();
    let effect = approach.effects[0];
    let name = format!("approaches.{}.{}", approach.id, effect.lever.id());
    let text = |far: f32| {
        format!(
            "format = 1\nname = \"Far\"\nscenario = \"trafford\"\nquestion = \"sweep\"\npeople = \
             500\nyears = 1\nreplicates = 1\n\
             vary = [{{ name = \"{name}\", values = [{}, {far}] }}]\n",
            effect.size
        )
    };
    let (file, out) = (folder.path().join("far.toml"), folder.path().join("out"));
    let sweep = [
        "sweep",
        file.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let most = effect.bounds().1;
    fs::write(&file, text(most)).unwrap();
    assert!(
        refused(&sweep).contains("with beyond_range = true"),
        "{}",
        refused(&sweep)
    );
    fs::write(&file, format!("beyond_range = true\n{}", text(most * 2.0))).unwrap();
    assert!(
        refused(&sweep).contains(&format!("to {most}")),
        "{}",
        refused(&sweep)
    );
    fs::write(&file, format!("beyond_range = true\n{}", text(most))).unwrap();
    let mark = format!(
        "outside its registered range: {name} = {most} ({}–{})",
        effect.low, effect.high
    );
    assert!(done(&sweep).contains(&mark), "{mark}");
    let table = fs::read_to_string(out.join("datapackage.json")).unwrap();
    assert!(table.contains(&mark), "{table}");
}

#[test]
fn an_experiment_may_vary_beyond_a_range_and_everything_that_comes_out_is_marked() {
    let folder = tempfile::tempdir().unwrap();
    let text = "format = 1\nname = \"Far\"\nscenario = \"trafford\"\nquestion = \"sweep\"\npeople \
        = 500\nyears = 1\nreplicates = 1\n\
                vary = [{ name = \"control.power\", values = [0.1, 1, 3] }]\n";
    let file = folder.path().join("far.toml");
    let out = folder.path().join("out");
    let sweep = [
        "sweep",
        file.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    fs::write(&file, text).unwrap();
    let words = refused(&sweep);
    assert!(
        words.contains(
            "found 3; wanted for control.power numbers from 0 to 0.15 (index, 0–1; with \
            beyond_range = true from 0 to 10)"
        ),
        "{words}"
    );
    fs::write(
        &file,
        format!("beyond_range = true\n{text}").replace("1, 3]", "1, 30]"),
    )
    .unwrap();
    assert!(
        refused(&sweep).contains("from 0 to 10 (index, 0–1)"),
        "{}",
        refused(&sweep)
    );
    fs::write(&file, format!("beyond_range = true\n{text}")).unwrap();
    let mark = "outside its registered range: control.power = 1 to 3 (0–0.15)";
    assert!(done(&sweep).contains(mark));
    let files: Vec<_> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    for path in &files {
        let ending = path.extension().unwrap().to_str().unwrap();
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let wanted = match ending {
            "toml" => "beyond_range = true",
            _ => mark,
        };
        assert!(text.contains(wanted), "{}: {text}", path.display());
    }
    assert!(files.len() > 6, "{files:?}");
    assert!(
        done(&sweep).contains(mark),
        "the folder's own file is read again"
    );
}
