//! `kith sweep` as a person and a cluster use it: stopped, gone on, shared out, gathered, and given
//! what nobody should have written.

use crate::program::{done, err, kith};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A few hundred people of the invented town, one year after a spin-up of one.
fn experiment(folder: &Path, question: &str) -> String {
    let scenario = "format = 1\nname = \"Small\"\nplace = \"invented-town\"\nspin_up_months = \
        12\n[money]\npounds_per_head_year = 40\n\
                    [[arms]]\nid = \"pilots\"\npreset = \"siloed-pilots\"\n[[arms]]\nid = \
                    \"whole-area\"\npreset = \"place-based\"\n";
    fs::write(folder.join("town.toml"), scenario).unwrap();
    let text = format!(
        "format = 1\nname = \"A small one\"\nscenario = \"town.toml\"\npeople = 500\nyears = \
         1\nreplicates = 2\nseed = 7\n{question}\n"
    );
    let path = folder.join("experiment.toml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const SWEEP: &str = "question = \"sweep\"\nvary = [{ name = \"arms.whole-area.power\", values = \
    [0.0, 0.5, 1.0] }, { name = \"control.power\", values = [0.0, 0.05, 0.1, 0.15] }]";

/// Every file of a folder but its logs, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file());
    entries
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn stopped_at_any_moment_and_gone_on_it_comes_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = experiment(folder.path(), SWEEP);
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    done(&["sweep", &path, "--out", &at("whole"), "--threads", "2"]);
    let whole = files(Path::new(&at("whole")));
    for name in [
        "experiment.toml",
        "manifest.json",
        "results.csv",
        "results.json",
        "results.parquet",
        "summary.csv",
        "plane.svg",
        "findings.txt",
    ] {
        assert!(whole.contains_key(name), "{name}");
    }
    let log = folder.path().join("killed/parts/shard-1-of-1.log");
    let mut stopped = 0;
    for wanted in [0, 2_000, 6_000] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kith"))
            .args(["sweep", &path, "--out", &at("killed"), "--threads", "2"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let began = Instant::now();
        // At the very start, then each time a little more is kept.
        while fs::metadata(&log).map_or(0, |log| log.len()) <= wanted
            && began.elapsed() < Duration::from_secs(20)
        {
            std::thread::sleep(Duration::from_millis(2));
        }
        stopped += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(
            !files(Path::new(&at("killed"))).contains_key("results.csv"),
            "it was stopped too late to prove anything"
        );
    }
    assert_eq!(stopped, 3, "each was running when it was stopped");
    // A torn end: half a record, as a machine that lost its power may leave it.
    let mut torn = fs::read(&log).unwrap();
    torn.extend([9, 0, 0, 0, 200, 0, 0, 0, 1, 2, 3]);
    fs::write(&log, &torn).unwrap();
    let output = kith(&["sweep", &path, "--out", &at("killed"), "--threads", "1"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        err(&output).contains("tasks are there already"),
        "{}",
        err(&output)
    );
    assert_eq!(files(Path::new(&at("killed"))), whole);
    // Nothing was done twice: the log of a run that was stopped is as long as that of one that was
    // not.
    let length = |name: &str| {
        fs::metadata(folder.path().join(name).join("parts/shard-1-of-1.log"))
            .unwrap()
            .len()
    };
    assert_eq!(length("killed"), length("whole"));
}

#[test]
fn shards_of_one_folder_or_of_many_come_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = experiment(folder.path(), SWEEP);
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    done(&["sweep", &path, "--out", &at("whole")]);
    let whole = files(Path::new(&at("whole")));
    for share in ["1/3", "2/3"] {
        done(&["sweep", &path, "--out", &at("one"), "--shard", share]);
        done(&[
            "sweep",
            &path,
            "--out",
            &at(&share.replace('/', "-")),
            "--shard",
            share,
        ]);
    }
    let early = kith(&["sweep", "--gather", "--out", &at("one")]);
    assert_eq!(early.status.code(), Some(2));
    assert!(
        err(&early).contains("8 of 24 tasks are not there yet (first: 2, 5"),
        "{}",
        err(&early)
    );
    done(&["sweep", &path, "--out", &at("one"), "--shard", "3/3"]);
    assert_eq!(
        files(Path::new(&at("one"))),
        whole,
        "the last shard to be done puts all together"
    );
    done(&["sweep", &path, "--out", &at("3-3"), "--shard", "3/3"]);
    let from = [at("1-3"), at("2-3"), at("3-3")];
    done(&[
        "sweep",
        "--gather",
        "--out",
        &at("gathered"),
        "--from",
        &from[0],
        "--from",
        &from[1],
        "--from",
        &from[2],
    ]);
    assert_eq!(files(Path::new(&at("gathered"))), whole);
}

#[test]
fn another_experiment_or_another_build_is_refused_and_leaves_the_folder_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = experiment(folder.path(), "question = \"replicates\"");
    let out = folder.path().join("out").to_str().unwrap().to_owned();
    done(&["sweep", &path, "--out", &out]);
    let before = files(Path::new(&out));
    let refused = |arguments: &[&str], words: &str| {
        let output = kith(arguments);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(words), "{words}: {}", err(&output));
        assert_eq!(files(Path::new(&out)), before);
    };
    refused(
        &["sweep", &path, "--out", &out, "--replicates", "3"],
        "wanted",
    );
    let manifest = folder.path().join("out/manifest.json");
    let other = fs::read_to_string(&manifest)
        .unwrap()
        .replace(env!("CARGO_PKG_VERSION"), "9.9.9");
    fs::write(&manifest, &other).unwrap();
    let output = kith(&["sweep", &path, "--out", &out]);
    assert!(
        output.status.code() == Some(2) && err(&output).contains("build 9.9.9-"),
        "{}",
        err(&output)
    );
    assert_eq!(fs::read_to_string(&manifest).unwrap(), other);
}

#[test]
fn every_question_gives_tables_that_are_the_same_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    for (k, question) in [
        "question = \"replicates\"",
        "question = \"sweep\"\nyears_kept = \"all\"\nvary = [{ name = \"years\", values = [1, 2] \
         }]",
        "question = \"factorial\"",
        "question = \"shapley\"\nof = \"couplings\"\norders = 1",
        "question = \"morris\"\ntrajectories = 1\nonly = \"governance\"",
        "question = \"sobol\"\npoints = 2\nonly = \"governance\"",
        "question = \"robustness\"\ndraws = 32",
        "question = \"trial\"\napproach = \"personal-budgets\"\nmonths = 3",
    ]
    .into_iter()
    .enumerate()
    {
        let path = experiment(folder.path(), question);
        let out = folder.path().join(k.to_string());
        done(&["sweep", &path, "--out", out.to_str().unwrap()]);
        let manifest: serde_json::Value =
            serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
        let tables = manifest["tables"].as_array().unwrap();
        assert!(
            !tables.is_empty() && manifest["fingerprint"].as_str().unwrap().len() == 16,
            "{question}"
        );
        let package: serde_json::Value =
            serde_json::from_slice(&fs::read(out.join("datapackage.json")).unwrap()).unwrap();
        let listed: Vec<&str> = package["resources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|table| table["path"].as_str().unwrap())
            .collect();
        assert_eq!(
            listed,
            tables
                .iter()
                .map(|table| format!("{}.csv", table["name"].as_str().unwrap()))
                .collect::<Vec<_>>(),
            "{question}"
        );
        for table in tables {
            same_in_every_format(
                &out,
                table["name"].as_str().unwrap(),
                table["rows"].as_u64().unwrap() as usize,
            );
        }
        assert!(
            files(&out).keys().any(|name| Path::new(name)
                .extension()
                .is_some_and(|ending| ending == "svg")),
            "{question}"
        );
    }
}

fn same_in_every_format(out: &Path, name: &str, rows: usize) {
    let text = fs::read_to_string(out.join(format!("{name}.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let from_json: Vec<Vec<serde_json::Value>> =
        serde_json::from_value(json["rows"].clone()).unwrap();
    let mut reader = csv::Reader::from_path(out.join(format!("{name}.csv"))).unwrap();
    let headings: Vec<String> = reader.headings();
    let from_csv: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let parquet =
        SerializedFileReader::new(fs::File::open(out.join(format!("{name}.parquet"))).unwrap())
            .unwrap();
    let from_parquet: Vec<Vec<(String, Field)>> = parquet
        .get_row_iter(None)
        .unwrap()
        .map(|row| row.unwrap().into_columns())
        .collect();
    assert_eq!(
        (from_json.len(), from_csv.len(), from_parquet.len()),
        (rows, rows, rows),
        "{name}"
    );
    for ((json, csv), parquet) in from_json.iter().zip(&from_csv).zip(&from_parquet) {
        assert_eq!(
            parquet
                .iter()
                .map(|(heading, _)| heading.clone())
                .collect::<Vec<_>>(),
            headings,
            "{name}"
        );
        for ((json, csv), (heading, parquet)) in json.iter().zip(csv).zip(parquet) {
            match parquet {
                Field::Null => assert!(json.is_null() && csv.is_empty(), "{name}.{heading}"),
                Field::Str(text) => assert!(
                    json.as_str() == Some(text) && csv == text,
                    "{name}.{heading}"
                ),
                Field::Long(number) => assert!(
                    json.as_i64() == Some(*number) && csv.parse() == Ok(*number),
                    "{name}.{heading}"
                ),
                Field::Double(number) => {
                    // This reader of JSON may miss the last bit of a number; what is written does
                    // not.
                    let written = text.contains(&serde_json::json!(number).to_string());
                    let near = json
                        .as_f64()
                        .is_some_and(|read| (read - number).abs() <= 1e-14 * number.abs());
                    assert!(
                        written && near && csv.parse::<f64>() == Ok(*number),
                        "{name}.{heading}: {json} {csv} {number}"
                    );
                }
                other => panic!("{name}.{heading}: {other:?}"),
            }
        }
    }
}

trait Headings {
    fn headings(&mut self) -> Vec<String>;
}

impl<R: std::io::Read> Headings for csv::Reader<R> {
    fn headings(&mut self) -> Vec<String> {
        self.headers().unwrap().iter().map(str::to_owned).collect()
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told_at_once_and_a_dry_run_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = experiment(
        folder.path(),
        "question = \"sweep\"\nvary = [{ name = \"control.pover\", values = [0.1] }]\npeopel = 3",
    );
    let out = folder.path().join("out");
    let output = kith(&["sweep", &path, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    for words in [
        "line 9: vary[0].name",
        "did you mean \"control.power\"",
        "line 10: peopel",
        "2 problems",
    ] {
        assert!(err(&output).contains(words), "{words}: {}", err(&output));
    }
    let path = experiment(folder.path(), SWEEP);
    let output = kith(&["sweep", &path, "--dry-run", "--threads", "1"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("24 tasks of 3 worlds") && text.contains("on 1 threads"),
        "{text}"
    );
    assert!(!out.exists());
    let small = kith(&["sweep", &path, "--dry-run", "--people", "3"]);
    assert!(
        small.status.code() == Some(2) && err(&small).contains("3 is outside 500"),
        "{}",
        err(&small)
    );
}

#[test]
fn a_panel_as_parquet_holds_what_its_csv_holds() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for name in ["panel.csv", "panel.parquet"] {
        done(&[
            "run",
            "trafford",
            "--arm",
            "pilots",
            "--people",
            "500",
            "--years",
            "1",
            "--panel",
            &at(name),
        ]);
    }
    let mut reader = csv::Reader::from_path(at("panel.csv")).unwrap();
    let parquet = SerializedFileReader::new(fs::File::open(at("panel.parquet")).unwrap()).unwrap();
    let mut compared = 0;
    for (row, record) in parquet.get_row_iter(None).unwrap().zip(reader.records()) {
        for ((heading, field), csv) in row
            .unwrap()
            .into_columns()
            .into_iter()
            .zip(&record.unwrap())
        {
            let same = match field {
                Field::Str(text) => text == *csv,
                Field::Long(number) => csv.parse() == Ok(number),
                Field::Double(number) => csv.parse() == Ok(number),
                _ => false,
            };
            assert!(same, "{heading}");
            compared += 1;
        }
    }
    assert!(compared > 500 * 2 * 30, "{compared}");
    let words = parquet
        .metadata()
        .file_metadata()
        .key_value_metadata()
        .unwrap();
    let said = |key: &str| {
        words
            .iter()
            .find(|word| word.key == key)
            .and_then(|word| word.value.clone())
            .unwrap_or_default()
    };
    assert_eq!(said("unit:unmet"), "hours a week");
    assert!(
        said("meaning:present").contains("lives in the place")
            && said("build").starts_with(env!("CARGO_PKG_VERSION"))
    );
}

/// The reference holds the tables that the code gives; `KITH_UPDATE=1` writes them.
#[test]
fn the_reference_has_the_fields_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/experiments.md");
    let document = fs::read_to_string(&path).unwrap();
    let mut wanted = document.clone();
    for (name, table) in kith::experiment::reference() {
        let (begin, end) = (
            format!("<!-- of the code: {name} -->\n\n"),
            "\n<!-- end of it -->",
        );
        let from = wanted
            .find(&begin)
            .unwrap_or_else(|| panic!("{name} is not marked"))
            + begin.len();
        let to = from
            + wanted[from..]
                .find(end)
                .unwrap_or_else(|| panic!("{name} does not end"));
        wanted.replace_range(from..to, &table);
    }
    if std::env::var_os("KITH_UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, &wanted).unwrap();
    } else {
        assert_eq!(document, wanted);
    }
}

#[test]
fn the_example_of_the_reference_is_an_experiment() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/experiments.md");
    let document = fs::read_to_string(path).unwrap();
    let example = document
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let experiment =
        kith::experiment::parse(example).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(experiment.kind.id(), "sweep");
}

#[test]
fn where_nothing_varies_no_assumption_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/cases/nothing-varies.toml"
    );
    done(&["sweep", file, "--out", out.to_str().unwrap()]);
    for name in ["findings.txt", "sensitivity.svg"] {
        let text = fs::read_to_string(out.join(name)).unwrap();
        // The rows of the figure have their labels; its title and description must name nobody.
        let words = text.split("<line").next().unwrap();
        assert!(
            words.contains("moves the difference here"),
            "{name}: {words}"
        );
        assert!(!words.contains("control."), "{name}: {words}");
    }
}
