//! What commands say of any file, of any list, and when they are stopped: the built program, its
//! output and its exit codes.

use crate::program::{err, kith, out};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// A folder in which a test writes files, each by name, and gets paths.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.0.path().join(name), text).unwrap();
        self.path(name)
    }
}

fn in_the_repository(path: &str) -> String {
    format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
}

const EXPERIMENT: &str = "format = 1\nname = \"A grid\"\nscenario = \"trafford\"\nquestion = \
    \"sweep\"\npeople = 500\nyears = 1\n\
                          replicates = 20\nvary = [{ name = \"money.pounds_per_head_year\", values \
                          = [0, 10, 20, 30, 40, 50] }]\n";

#[test]
fn validate_says_what_kind_of_file_it_is_and_reads_it_as_that() {
    let desk = Desk::new();
    let json = kith(&[
        "compare",
        "trafford",
        "--people",
        "500",
        "--years",
        "1",
        "--replicates",
        "1",
        "--json",
    ]);
    for (file, words) in [
        ("trafford".to_owned(), "valid, a scenario"),
        (
            desk.put("grid.toml", EXPERIMENT),
            "valid, an experiment\n  A grid\n  sweep: Every arm",
        ),
        (
            in_the_repository("docs/guide/researchers/studies/1-noise.toml"),
            "valid, an experiment",
        ),
        (
            desk.put("mine.toml", "[parameters]\n\"control.power\" = 0.1\n"),
            "valid, a file of assumptions\n  control.power = 0.1 (default 0.06)",
        ),
        (
            in_the_repository("tests/golden/regression.json"),
            "valid, results in JSON\n  of version",
        ),
        (
            desk.put("result.json", &out(&json)),
            "valid, results in JSON",
        ),
    ] {
        let output = kith(&["check", &file]);
        assert_eq!(output.status.code(), Some(0), "{file}: {}", err(&output));
        assert!(out(&output).contains(words), "{file}: {}", out(&output));
    }
    let profile = desk.path("place.toml");
    assert_eq!(
        kith(&[
            "place",
            "--profile",
            "wigan",
            "--people",
            "500",
            "--profile-out",
            &profile
        ])
        .status
        .code(),
        Some(0)
    );
    assert!(
        out(&kith(&["check", &profile]))
            .contains("valid, a profile of a place\n  Wigan (wigan): 3")
    );
}

#[test]
fn every_problem_of_any_kind_of_file_is_named_and_as_what_it_was_read() {
    let desk = Desk::new();
    let wrong = EXPERIMENT
        .replace("replicates = 20", "replicates = 0\npoeple = 3")
        .replace("\"sweep\"", "\"swep\"");
    for (file, words) in [
        (
            desk.put("grid.toml", &wrong),
            &[
                "did you mean \"sweep\"?",
                "did you mean \"people\"?",
                "3 problems, read as an experiment",
            ][..],
        ),
        (
            desk.put(
                "mine.toml",
                "[parameters]\n\"control.powr\" = 1\n\"control.power\" = \"x\"\n",
            ),
            &["2 problems, read as a file of assumptions"],
        ),
        (
            desk.put("place.toml", "margins = 1\n"),
            &["read as a profile of a place"],
        ),
        (desk.put("x.json", "{}"), &["read as results in JSON"]),
        (desk.put("empty.toml", ""), &["read as a scenario"]),
    ] {
        let output = kith(&["check", &file]);
        assert_eq!(
            (output.status.code(), out(&output).as_str()),
            (Some(2), ""),
            "{file}"
        );
        for words in words {
            assert!(err(&output).contains(words), "{words}: {}", err(&output));
        }
    }
}

/// The lists of the reference are named by its front page; each of them comes from the program too,
/// with the same entries.
#[test]
fn every_list_of_the_reference_is_described_as_text_and_as_json() {
    let front = fs::read_to_string(in_the_repository("docs/reference/README.md")).unwrap();
    let lists: Vec<&str> = front
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(".md)"))
        .map(|(name, _)| name)
        .collect();
    let lists: Vec<&str> = lists
        .into_iter()
        .filter(|name| !name.contains('/'))
        .collect();
    assert!(
        lists.len() >= 8 && lists.contains(&"presets") && lists.contains(&"experiments"),
        "{lists:?}"
    );
    for list in lists {
        let document =
            fs::read_to_string(in_the_repository(&format!("docs/reference/{list}.md"))).unwrap();
        let (text, json) = (
            kith(&["describe", list]),
            kith(&["describe", list, "--json"]),
        );
        assert_eq!(
            (text.status.code(), json.status.code()),
            (Some(0), Some(0)),
            "{list}: {}",
            err(&text)
        );
        let entries: serde_json::Value = serde_json::from_str(&out(&json)).unwrap();
        let entries = entries.as_array().unwrap();
        assert!(entries.len() >= 4, "{list}");
        for entry in entries {
            let id = entry["id"].as_str().unwrap();
            // Tables name an entry by its id, by its id within a section of one mechanism, by its
            // number, or by its name.
            let (own, name) = (
                id.rsplit('.').next().unwrap(),
                entry["name"].as_str().unwrap_or(id),
            );
            let named = [
                format!("`{id}`"),
                format!("`{own}`"),
                format!("| {id} |"),
                format!("| {name} |"),
            ];
            assert!(
                named.iter().any(|cell| document.contains(cell)),
                "{list}: {id} is not in the document"
            );
            assert!(
                out(&text).lines().any(|line| line.starts_with(id)),
                "{list}: {id} is not in the text"
            );
        }
    }
}

/// Starts the program, waits until something is true or it has ended, sends it a signal, and gives
/// what it said.
fn stopped(arguments: &[&str], signal: &str, ripe: impl Fn() -> bool) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kith"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    while !ripe() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let sent = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status()
        .expect("there is a program `kill`");
    assert!(sent.success(), "it had ended before it could be stopped");
    child.wait_with_output().unwrap()
}

#[test]
fn a_sweep_that_is_stopped_says_what_is_kept_and_goes_on() {
    let desk = Desk::new();
    let (file, dir) = (desk.put("grid.toml", EXPERIMENT), desk.path("out"));
    let log = Path::new(&dir).join("parts/shard-1-of-1.log");
    let arguments = ["sweep", &file, "--out", &dir, "--threads", "1"];
    for signal in ["-INT", "-TERM"] {
        let before = fs::metadata(&log).map_or(0, |data| data.len());
        let output = stopped(&arguments, signal, || {
            fs::metadata(&log).is_ok_and(|data| data.len() > before + 200)
        });
        assert_eq!(output.status.code(), Some(130), "{}", err(&output));
        let words = err(&output);
        let (kept, _) = words
            .split_once("Stopped: ")
            .unwrap()
            .1
            .split_once(" of ")
            .unwrap();
        assert!(kept.parse::<u32>().unwrap() > 0, "{words}");
        assert!(
            words.contains(&format!(
                " tasks are kept in {dir}; run the same command again to go on."
            )),
            "{words}"
        );
    }
    let whole = kith(&arguments);
    assert_eq!(whole.status.code(), Some(0), "{}", err(&whole));
    assert!(
        err(&whole).contains("tasks are there already"),
        "{}",
        err(&whole)
    );
}

#[test]
fn other_commands_that_are_stopped_say_that_nothing_is_kept_and_leave_nothing() {
    let desk = Desk::new();
    let csv = desk.path("values.csv");
    let started = std::time::Instant::now();
    let soon = || started.elapsed() > Duration::from_millis(1_500);
    let output = stopped(
        &["compare", "trafford", "--replicates", "5000", "--csv", &csv],
        "-INT",
        soon,
    );
    assert_eq!(output.status.code(), Some(130), "{}", err(&output));
    assert!(
        err(&output).contains("Stopped: nothing is kept") && err(&output).contains("run it again"),
        "{}",
        err(&output)
    );
    assert_eq!(
        (
            out(&output).as_str(),
            fs::read_dir(desk.0.path()).unwrap().count()
        ),
        ("", 0)
    );
}
