//! Nothing that builds or tests the project reads outside the repository: whoever has a clone has
//! all there is.

use super::source::{Breach, Source};

/// Where the machines of people keep what is theirs. Programs of the system (`/usr/bin`, `/etc`)
/// are no such places.
const OF_A_MACHINE: [&str; 10] = [
    "/work", "/home", "/root", "/Users", "/mnt", "/media", "/srv", "/opt", "/tmp", "~",
];

/// What may stand before a path in a text: it begins there.
const BEFORE: [char; 10] = ['"', '\'', '`', ' ', '=', '(', ':', '\t', '}', '>'];

/// Where `..` is mostly text: links of documents, hostile names of files. There only a line counts
/// that reads something.
const OF_TEXTS: [&str; 3] = ["src/", "site/src/", "tests/it/tidy/documents.rs"];

/// What a line says that reads something.
const READS: [&str; 7] = [
    "CARGO_MANIFEST_DIR",
    "include",
    "#[path",
    "fs::",
    "File::",
    "root()",
    "Path::new",
];

/// Every line with a path that leaves the repository. `crates` are the folders of the workspace's
/// crates, from the root.
pub fn leave_the_repository(source: &Source, crates: &[String]) -> Vec<Breach> {
    let is_of_texts = OF_TEXTS.iter().any(|start| source.path.starts_with(start));
    source.lines_where(&source.text, |line| {
        if is_of_texts && !READS.iter().any(|word| line.contains(word)) {
            return None;
        }
        let from = start(source, crates, line);
        let climbing = climbing_paths(line)
            .into_iter()
            .find(|path| climbs_out(from, path));
        let path = climbing.or_else(|| machine_path(line))?;
        Some(format!(
            "`{path}` leaves the repository: what is read must lie in it (small, under \
            tests/data), or a clone alone fails"
        ))
    })
}

/// The folder, from the root, that a relative path on this line starts from.
fn start<'a>(source: &'a Source, crates: &'a [String], line: &str) -> &'a str {
    let folder = source
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    // The compiler and scripts that say so go from the file itself.
    let from_the_file = [
        "include", "#[path", "import", "require", "__file__", "dirname", "from \"",
    ]
    .iter()
    .any(|word| line.contains(word));
    let is_of_cargo = source.ends_in("rs") || source.ends_in("py");
    if !is_of_cargo || from_the_file {
        return folder;
    }
    // The rest goes from where cargo runs it: the folder of its crate, or the root, if the line
    // says so.
    if line.contains("root()") {
        return "";
    }
    let own = crates
        .iter()
        .filter(|own| source.path.starts_with(&format!("{own}/")))
        .max_by_key(|own| own.len());
    own.map_or("", String::as_str)
}

/// Every text in a line that has `..` as a step of a path.
fn climbing_paths(line: &str) -> Vec<&str> {
    let is_of_a_path = |c: char| c.is_alphanumeric() || "._-/".contains(c);
    let words = line.split(|c: char| !is_of_a_path(c));
    let is_quoted = |word: &str| {
        ['"', '\'', '`']
            .iter()
            .any(|quote| line.contains(&format!("{quote}{word}{quote}")))
    };
    // A bare `..` is a path only between quotes: elsewhere it is a range or the rest of a pattern.
    words
        .filter(|word| {
            word.split('/').any(|step| step == "..") && (word.contains('/') || is_quoted(word))
        })
        .collect()
}

/// Whether a path climbs above the root, from a folder.
fn climbs_out(from: &str, path: &str) -> bool {
    let mut depth = from.split('/').filter(|step| !step.is_empty()).count();
    for step in path.split('/').filter(|step| !matches!(*step, "" | ".")) {
        match (step, depth) {
            ("..", 0) => return true,
            ("..", _) => depth -= 1,
            _ => depth += 1,
        }
    }
    false
}

/// A path from the root of somebody's machine, if the line has one.
fn machine_path(line: &str) -> Option<&str> {
    OF_A_MACHINE.into_iter().find(|folder| {
        line.match_indices(folder).any(|(at, _)| {
            let before = line[..at]
                .strip_suffix("file://")
                .unwrap_or(&line[..at])
                .chars()
                .next_back();
            let after = line[at + folder.len()..].chars().next();
            // The page's own addresses (`#/home`) have something else before them; a folder ends,
            // or has something in it.
            let begins = before.is_none_or(|c| BEFORE.contains(&c));
            begins
                && after
                    .is_some_and(|c| c == '/' || (*folder != "~" && ['"', '\'', '`'].contains(&c)))
        })
    })
}

#[test]
fn paths_that_leave_are_found() {
    let crates = ["xtask".to_string(), "benches".to_string()];
    let found = |path: &str, line: &str| {
        !leave_the_repository(&Source::sample(path, line), &crates).is_empty()
    };
    for (path, line) in [
        (
            "tests/it/census.rs",
            r#"const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");"#,
        ),
        (
            "tests/it/census.rs",
            r#"std::fs::read("../shared/data/ages.csv")"#,
        ),
        ("tests/it/census.rs", r#"root().join("tests/../../shared")"#),
        (
            "tests/it/census.rs",
            r#"Path::new(env!("CARGO_MANIFEST_DIR")).join("..")"#,
        ),
        (
            "tests/it/census.rs",
            r#"include_str!("../../../shared/a.toml")"#,
        ),
        (
            "src/place/mod.rs",
            r#"std::fs::read("../shared/data/ages.csv")"#,
        ),
        ("xtask/src/main.rs", r#"paths::root().join("../shared")"#),
        (
            "xtask/src/main.rs",
            r#"concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")"#,
        ),
        ("xtask/src/main.rs", r#"Path::new("/work/shared/data")"#),
        (
            "tests/e2e/page.test.mjs",
            "import { data } from '../../../shared/data.mjs';",
        ),
        (
            "tests/e2e/page.test.mjs",
            "const kept = `/home/somebody/data`;",
        ),
        (
            "tests/e2e/page.test.mjs",
            "await page.goto('file:///work/page.html')",
        ),
        (
            "tests/cluster/test_sweep.py",
            r#"open("../shared/data.csv")"#,
        ),
        ("benches/Cargo.toml", r#"kith = { path = "../../kith" }"#),
        (
            ".ci/run",
            r#"cp -r "$(dirname "$0")/../../shared" tests/data"#,
        ),
        (".ci/run", "cp ~/data/ages.csv tests/data"),
    ] {
        assert!(found(path, line), "{path}: {line}");
    }
}

#[test]
fn paths_that_stay_are_left_alone() {
    let crates = ["xtask".to_string(), "benches".to_string()];
    for (path, line) in [
        ("tests/it/main.rs", r#"#[path = "../bits.rs"]"#),
        (
            "xtask/src/offline.rs",
            r#"include_str!("../../static/offline.js")"#,
        ),
        (
            "xtask/src/main.rs",
            r#"concat!(env!("CARGO_MANIFEST_DIR"), "/../static")"#,
        ),
        ("benches/Cargo.toml", r#"kith = { path = ".." }"#),
        (
            "tests/e2e/page.test.mjs",
            r#"new URL("../golden/page.json", import.meta.url)"#,
        ),
        (
            "tests/e2e/page.test.mjs",
            "visit({ hash: '/workshop/teams', ...rest })",
        ),
        (
            "tests/e2e/page.test.mjs",
            "await page.goto(`${address}#/home/a`)",
        ),
        (
            "tests/it/place.rs",
            r#"assert_eq!(&text[..at], "a"); for _ in 0..9 { f(..) }"#,
        ),
        (
            "tests/it/place.rs",
            "/// A share of what is at home/at work, 5 ~ 6.",
        ),
        (
            "site/src/documents/links.rs",
            r#"assert_eq!(link("../../ODD.md"), None);"#,
        ),
        ("xtask/src/apt.rs", r#"read_to_string("/etc/os-release")"#),
        (
            "tests/e2e/harness.mjs",
            r#"process.env.KITH_CHROMIUM ?? "/usr/bin/chromium""#,
        ),
        (".ci/run", r#"cd "$(dirname "$0")/..""#),
    ] {
        let found = leave_the_repository(&Source::sample(path, line), &crates);
        assert!(found.is_empty(), "{path}: {line}: {found:?}");
    }
}
