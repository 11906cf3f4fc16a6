//! A place of one's own on the command line: named by a path, carried by what is kept, and the same
//! question everywhere.

use crate::program::{done_in as done, err, kith_in as kith};
use serde_json::Value;
use std::fs;

const SCENARIO: &str = "format = 1\nname = \"Ours\"\nplace = \"towns/p.toml\"\npeople = 500\nyears \
    = 1\nreplicates = 2\nspin_up_months = 12\n\
    [money]\npounds_per_head_year = 40\n[[arms]]\nid = \"pilots\"\npreset = \
    \"siloed-pilots\"\n[[arms]]\nid = \"whole-area\"\npreset = \"place-based\"\n";

/// A desk with a scenario and an experiment in one folder, and the profile in a folder beside them:
/// not where the program runs.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir_all(desk.path().join("questions/towns")).unwrap();
    done(
        desk.path(),
        &[
            "place",
            "--profile",
            "invented-town",
            "--people",
            "500",
            "--profile-out",
            "questions/towns/p.toml",
        ],
    );
    fs::write(desk.path().join("questions/ours.toml"), SCENARIO).unwrap();
    let sweep = "format = 1\nname = \"A sweep\"\nscenario = \"ours.toml\"\nquestion = \
        \"sweep\"\n[[vary]]\nname = \"people\"\nvalues = [500, 600]\n";
    fs::write(desk.path().join("questions/sweep.toml"), sweep).unwrap();
    desk
}

#[test]
fn every_command_knows_a_place_by_its_path_and_the_same_figures_are_the_same_lives() {
    let desk = desk();
    let at = desk.path();
    let ours: Value =
        serde_json::from_str(&done(at, &["compare", "questions/ours.toml", "--json"])).unwrap();
    // The same figures by their bundled name are the same town; only the question's name for it is
    // another.
    fs::write(
        at.join("bundled.toml"),
        SCENARIO.replace("towns/p.toml", "invented-town"),
    )
    .unwrap();
    let bundled: Value =
        serde_json::from_str(&done(at, &["compare", "bundled.toml", "--json"])).unwrap();
    assert_eq!(ours["fingerprint"], bundled["fingerprint"]);
    assert_ne!(ours["scenario"], bundled["scenario"]);
    for line in [
        "compare OURS",
        "run OURS --arm pilots --panel panel.csv",
        "check OURS",
        "follow OURS",
        "ask evaluate OURS --people 500 --years 2 --replicates 1",
        "ask trial personal-budgets OURS --months 6",
        "ask factorial OURS",
        "ask attribute OURS",
        "ask layers OURS",
        "ask robustness OURS --draws 16",
        "ask sensitivity OURS --only couplings --samples 1",
        "check patterns OURS --people 500 --seeds 1",
        "calibrate OURS --people 500 --points 20 --waves 1 --seeds 1",
        "place graph --scenario OURS --measures",
        "describe delta OURS",
        "place --profile questions/towns/p.toml",
    ] {
        let line = line.replace("OURS", "questions/ours.toml");
        let line: Vec<&str> = line.split(' ').collect();
        let size: &[&str] = match line[0] {
            "trial" | "factorial" | "attribute" | "layers" | "robustness" | "sensitivity" => {
                &["--people", "500", "--years", "1", "--replicates", "1"]
            }
            _ => &[],
        };
        done(at, &[&line[..], size].concat());
    }
}

#[test]
fn what_is_kept_runs_again_without_the_profile_file() {
    let desk = desk();
    let at = desk.path();
    let does = |line: &str| done(at, &line.split(' ').collect::<Vec<_>>());
    let json = |line: &str| serde_json::from_str::<Value>(&does(line)).unwrap();
    let before = json("compare questions/ours.toml --json");
    does("compare questions/ours.toml --csv values.csv");
    does("sweep questions/sweep.toml --out whole");
    does("sweep questions/sweep.toml --out parts --shard 1/2");
    fs::remove_dir_all(at.join("questions/towns")).unwrap();
    // A manifest.
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(at.join("values.csv.manifest.json")).unwrap())
            .unwrap();
    fs::write(at.join("again.toml"), manifest["file"].as_str().unwrap()).unwrap();
    let again = json("compare again.toml --json");
    assert_eq!(
        (&again["fingerprint"], &again["scenario"]),
        (&before["fingerprint"], &before["scenario"])
    );
    // The folder of a sweep, gone on with and run anew from what it holds.
    does("sweep parts/experiment.toml --out parts --shard 2/2");
    does("sweep --gather --out parts");
    does("sweep whole/experiment.toml --out anew");
    for name in [
        "results.csv",
        "summary.csv",
        "manifest.json",
        "experiment.toml",
    ] {
        let whole = fs::read(at.join("whole").join(name)).unwrap();
        assert_eq!(
            whole,
            fs::read(at.join("parts").join(name)).unwrap(),
            "{name}"
        );
        assert_eq!(
            whole,
            fs::read(at.join("anew").join(name)).unwrap(),
            "{name}"
        );
    }
    let output = kith(at, &["compare", "questions/ours.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let words = err(&output);
    assert!(
        words.contains(
            "line 3: place: found \"towns/p.toml\" (looked for as \
        questions/towns/p.toml): No such file"
        ),
        "{words}"
    );
}

#[test]
fn a_profile_that_cannot_be_right_is_told_with_its_line_wherever_it_is() {
    let desk = desk();
    let at = desk.path();
    let good = fs::read_to_string(at.join("questions/towns/p.toml")).unwrap();
    let line = good
        .lines()
        .position(|line| line.starts_with("sizes = "))
        .unwrap()
        + 1;
    let wrong = good.replacen("sizes = [", "sizes = [1, ", 1);
    fs::write(at.join("questions/towns/p.toml"), &wrong).unwrap();
    for question in ["questions/ours.toml", "questions/sweep.toml"] {
        let output = kith(at, &["check", question]);
        assert_eq!(output.status.code(), Some(2));
        let words = err(&output);
        assert!(
            words.contains(&format!("line {line}: margins.sizes"))
                && words.contains("towns/p.toml"),
            "{words}"
        );
    }
    // Carried in the file itself.
    let own = kith::scenario::own::Own::of(&wrong).unwrap();
    let carrying = SCENARIO.replace("towns/p.toml", &own.id) + &kith::scenario::own::lines(&own);
    fs::write(at.join("carrying.toml"), &carrying).unwrap();
    let words = err(&kith(at, &["compare", "carrying.toml"]));
    assert!(
        words.contains(&format!("line {line}: margins.sizes")) && words.contains(&own.id),
        "{words}"
    );
    // Figures changed by hand are another place, and the file says which.
    fs::write(
        at.join("changed.toml"),
        carrying.replacen("sizes = [1, ", "sizes = [", 1),
    )
    .unwrap();
    let words = err(&kith(at, &["compare", "changed.toml"]));
    let right = kith::scenario::own::Own::of(&good).unwrap().id;
    assert!(
        words.contains("line 3: place: found") && words.contains(&own.id) && words.contains(&right),
        "{words}"
    );
    // An id alone is no place.
    fs::write(
        at.join("alone.toml"),
        SCENARIO.replace("towns/p.toml", &right),
    )
    .unwrap();
    let words = err(&kith(at, &["compare", "alone.toml"]));
    assert!(
        words.contains("#|") && words.contains("FILE.toml"),
        "{words}"
    );
}
