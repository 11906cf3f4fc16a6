//! The command line as a person uses it: the built program, its output and its exit codes.

use crate::program::{err, kith, out};
use std::fs;
use std::io::Read;
use std::process::{Command, Output, Stdio};

const SMALL: [&str; 6] = ["--people", "500", "--years", "2", "--replicates", "3"];

fn compare(more: &[&str]) -> Output {
    kith(&[&["compare", "trafford"], &SMALL[..], more].concat())
}

#[test]
fn the_table_is_the_same_to_the_byte_on_one_thread_two_and_many() {
    let one = compare(&["--threads", "1"]);
    assert_eq!(one.status.code(), Some(0), "{}", err(&one));
    for many in ["2", "16"] {
        assert_eq!(
            out(&one),
            out(&compare(&["--threads", many])),
            "{many} threads"
        );
    }
    for words in [
        "People's lives",
        "Often lonely",
        "Emergency admissions",
        "fingerprint",
        "not a forecast",
    ] {
        assert!(out(&one).contains(words), "{words}");
    }
    assert!(
        err(&one).contains("3 replicates of 3 arms in"),
        "{}",
        err(&one)
    );
}

#[test]
fn json_is_one_object_that_differs_in_its_seconds_only() {
    let without_seconds = |output: &Output| {
        let mut value: serde_json::Value = serde_json::from_str(&out(output)).unwrap();
        assert!(value["seconds"].as_f64().unwrap() >= 0.0);
        value["seconds"] = serde_json::Value::Null;
        value
    };
    let one = without_seconds(&compare(&["--json"]));
    assert_eq!(
        one,
        without_seconds(&compare(&["--json", "--threads", "1"]))
    );
    assert_eq!(
        (one["months"].as_u64(), one["replicates"].as_u64()),
        (Some(24), Some(3))
    );
    assert_eq!(one["fingerprint"].as_str().unwrap().len(), 16);
    let ids: Vec<&str> = one["arms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|arm| arm["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["business-as-usual", "pilots", "whole-area"]);
}

#[test]
fn csv_holds_every_value_and_its_manifest_makes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("values.csv");
    let output = compare(&["--csv", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.starts_with("\u{FEFF}arm,replicate,year,indicator,unit,value\n"),
        "spreadsheets are told that it is UTF-8"
    );
    let rows = kith::indicators::catalogue::CATALOGUE.len() * 3 * 3 * 3;
    assert_eq!(text.lines().count(), rows + 1);
    let manifest = fs::read_to_string(folder.path().join("values.csv.manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let again = folder.path().join("again.toml");
    fs::write(&again, manifest["file"].as_str().unwrap()).unwrap();
    let repeated: serde_json::Value =
        serde_json::from_str(&out(&kith(&["compare", again.to_str().unwrap(), "--json"]))).unwrap();
    assert_eq!(repeated["fingerprint"], manifest["fingerprint"]);
    assert_eq!(repeated["scenario"], manifest["scenario"]);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        4,
        "the table, its manifest, its columns, the scenario: nothing half-written stays"
    );
}

#[test]
fn a_file_that_cannot_be_written_is_no_fault_of_the_input() {
    let output = compare(&["--csv", "/no/such/folder/values.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("/no/such/folder/values.csv"),
        "{}",
        err(&output)
    );
}

#[test]
fn every_problem_of_a_file_is_named_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    fs::write(
        &path,
        "format = 1\nname = \"Mine\"\nplace = \"traford\"\npoeple = \
         3\n[money]\npounds_per_head_year = -1\n[[arms]]\nid = \"a\"\npreset = \"pilots\"\n",
    )
    .unwrap();
    let output = kith(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output), "");
    for words in [
        "line 3: place: found \"traford\"",
        "did you mean \"people\"?",
        "line 6: money.pounds_per_head_year: -1 is outside 0 to 2000",
        "line 9",
        "4 problems",
    ] {
        assert!(err(&output).contains(words), "{words}\n{}", err(&output));
    }
    assert_eq!(
        kith(&["compare", path.to_str().unwrap()]).status.code(),
        Some(2)
    );
}

#[test]
fn what_to_be_warned_of_is_told_and_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rich.toml");
    let text = fs::read_to_string(format!(
        "{}/static/scenarios/trafford.toml",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let rich = text.replace("pounds_per_head_year = 40", "pounds_per_head_year = 900");
    assert_ne!(rich, text);
    fs::write(&path, rich).unwrap();
    let output = kith(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        out(&output).contains("warning: £900 a head a year") && out(&output).contains("(U12)"),
        "{}",
        out(&output)
    );
    assert!(!out(&kith(&["check", "trafford"])).contains("warning"));
    assert!(err(&compare(&[])).contains("warning: There are 3 runs."));
}

#[test]
fn bundled_scenarios_are_valid_by_id_and_by_path() {
    for id in ["trafford", "wigan", "manchester", "no-money"] {
        let output = kith(&["check", id]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert!(out(&output).contains(": valid"));
        let path = format!("{}/static/scenarios/{id}.toml", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(kith(&["check", &path]).status.code(), Some(0));
    }
}

#[test]
fn wrong_arguments_exit_with_two_and_say_what_would_be_right() {
    for (arguments, words) in [
        (&["compare", "trafort"][..], "did you mean that?"),
        (
            &["compare", "trafford", "--people", "3"],
            "people: 3 is outside 500 to 1000000",
        ),
        (
            &["compare", "trafford", "--people", "many"],
            "invalid value 'many'",
        ),
        (
            &["compare", "trafford", "--json", "--csv", "x"],
            "cannot be used with",
        ),
        (
            &["compare", "trafford", "--threads", "0"],
            "0 is not in 1..=1024",
        ),
        (
            &["run", "trafford", "--arm", "pilot", "--panel", "x.csv"],
            "did you mean \"pilots\"?",
        ),
        (
            &["run", "trafford", "--panel", "x.xlsx"],
            "the ending .xlsx; wanted a name that ends in .csv or .parquet",
        ),
        (
            &["run", "trafford", "--panel", "x.csv", "--replicates", "0"],
            "invalid value '0'",
        ),
        (
            &["compare", "trafford", "--csv", "x.xlsx"],
            "wanted a name that ends in .csv",
        ),
        (&["describe", "colours"], "possible values"),
        (&["dance"], "unrecognized subcommand"),
        (&[], "Usage"),
    ] {
        let output = kith(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            err(&output).contains(words),
            "{arguments:?}: {}",
            err(&output)
        );
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn everything_can_be_described_as_text_and_as_json() {
    for topic in [
        "parameters",
        "indicators",
        "approaches",
        "dimensions",
        "levers",
        "places",
        "scenarios",
    ] {
        assert!(
            out(&kith(&["describe", topic])).lines().count() >= 4,
            "{topic}"
        );
        let list: serde_json::Value =
            serde_json::from_str(&out(&kith(&["describe", topic, "--json"]))).unwrap();
        assert!(list.as_array().unwrap().len() >= 4, "{topic}");
    }
}

#[test]
fn a_reader_who_leaves_hears_no_complaint() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kith"))
        .args(["describe", "approaches", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut words = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(words, "");
}

#[test]
fn help_and_version_are_answers() {
    let help = kith(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(
        out(&help)
            .contains("Exit codes: 0 done, 2 the input is wrong, 130 stopped, 1 anything else.")
    );
    assert_eq!(
        out(&kith(&["--version"])),
        format!("kith {}\n", env!("CARGO_PKG_VERSION"))
    );
    for subcommand in [
        "compare",
        "run",
        "validate",
        "describe",
        "trial",
        "evaluate",
        "factorial",
        "attribute",
        "robustness",
        "sensitivity",
        "layers",
        "follow",
    ] {
        assert!(
            out(&kith(&[subcommand, "--help"])).contains("Usage: kith"),
            "{subcommand}"
        );
    }
}

#[test]
fn regress_says_what_moved_between_two_results_with_the_exit_codes_of_diff() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, seed) in [("old.json", "1"), ("new.json", "2")] {
        fs::write(path(name), out(&compare(&["--json", "--seed", seed]))).unwrap();
    }
    let same = kith(&["check", "regression", &path("old.json"), &path("old.json")]);
    assert_eq!(
        (
            same.status.code(),
            out(&same).starts_with("The same bits: 1 scenario")
        ),
        (Some(0), true),
        "{}",
        out(&same)
    );
    let moved = kith(&["check", "regression", &path("old.json"), &path("new.json")]);
    assert_eq!(moved.status.code(), Some(1), "{}", err(&moved));
    for words in [
        "Scenarios with other bits: 1 (0).",
        "Scenarios that ask something else now",
        "alternative less reference",
        "wellbeing",
        "spreads: Root mean square",
    ] {
        assert!(out(&moved).contains(words), "{words}: {}", out(&moved));
    }
    let json: serde_json::Value = serde_json::from_str(&out(&kith(&[
        "check",
        "regression",
        &path("old.json"),
        &path("new.json"),
        "--json",
    ])))
    .unwrap();
    assert_eq!(json["other_bits"], serde_json::json!([0]));
    assert!(json["movements"].as_array().unwrap().len() > 50);
}

#[test]
fn regress_refuses_what_is_not_results_and_prints_one_of_its_scenarios() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    for (arguments, words) in [
        (
            vec!["check", "regression", manifest, manifest],
            "wanted what `kith check regression --write` or `kith compare --json` wrote",
        ),
        (
            vec!["check", "regression", "no-such.json", manifest],
            "no-such.json",
        ),
        (vec!["check", "regression", "--scenario", "256"], "256"),
        (
            vec![
                "check",
                "regression",
                "--write",
                "/no/such/folder/x.json",
                "old.json",
            ],
            "cannot be used with",
        ),
    ] {
        let output = kith(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(words), "{}", err(&output));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s17.toml");
    fs::write(
        &file,
        out(&kith(&["check", "regression", "--scenario", "17"])),
    )
    .unwrap();
    assert_eq!(
        kith(&["check", file.to_str().unwrap()]).status.code(),
        Some(0)
    );
}

#[test]
fn a_file_in_any_form_of_unicode_is_read_and_any_other_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let path_text = path.to_str().unwrap();
    let scenario = kith::scenario::bundled::scenario("trafford").unwrap();
    let wide = |bytes: fn(u16) -> [u8; 2]| {
        format!("\u{feff}{scenario}")
            .encode_utf16()
            .flat_map(bytes)
            .collect::<Vec<u8>>()
    };
    for bytes in [
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        format!("\u{feff}{}", scenario.replace('\n', "\r")).into_bytes(),
    ] {
        fs::write(&path, bytes).unwrap();
        let output = kith(&["check", path_text]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    }
    fs::write(&path, b"format = 1\r\nname = \"Ynys M\xF4n\"\r\n").unwrap();
    for command in [
        vec!["check", path_text],
        vec!["sweep", path_text, "--dry-run"],
        vec!["check", "regression", path_text, path_text],
        vec!["place", "--profile", path_text],
    ] {
        let output = kith(&command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        let words = err(&output);
        assert!(
            words.contains("not UTF-8 text, at line 2: found the byte F4, which is “ô”")
                && words.contains("save the file again"),
            "{words}"
        );
    }
}

#[test]
fn whatever_a_file_holds_and_is_called_its_message_is_short_and_obeyed_by_no_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a\u{1b}[31m\u{202e}.toml");
    let many = (0..5_000)
        .map(|k| format!("\"\\u001b]0;{k}\\u0007{}\" = 1\r\n", "x".repeat(100)))
        .collect::<Vec<String>>()
        .concat();
    fs::write(&path, many).unwrap();
    let output = kith(&["check", path.to_str().unwrap()]);
    let words = err(&output);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        words.len() < 20_000
            && words.lines().count() == 22
            && words.contains(" more\n50")
            && words.ends_with(" problems, read as a scenario\n"),
        "{words}"
    );
    assert!(
        words.contains("line 14: ")
            && !words.chars().any(|c| c != '\n' && kith::text::is_hidden(c)),
        "{words}"
    );
    // What was typed is quoted too.
    for typed in [
        vec!["check", "\u{1b}[2J"],
        vec!["\u{1b}[2J"],
        vec!["compare", "trafford", "--people", "\u{202e}5"],
    ] {
        let output = kith(&typed);
        let words = err(&output) + &out(&output);
        assert!(
            output.status.code() == Some(2)
                && !words.chars().any(|c| c != '\n' && kith::text::is_hidden(c)),
            "{words:?}"
        );
    }
}
