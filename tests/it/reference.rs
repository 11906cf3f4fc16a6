//! The description of the model holds the tables that the code gives, and every source it names can
//! be looked up.
//!
//! `KITH_UPDATE=1 cargo test --test it reference` writes the tables into the documents, and the
//! digest into `docs/ODD.md`. Do it after reading the text beside what has changed: the test can
//! hold the tables to the code, not the words.

use crate::tidy::digest_of_mechanisms;
use kith::export::reference::{fill, sources};
use std::path::PathBuf;

/// The line of the description that names the state of the mechanisms it was written for.
const DIGEST: &str = "Digest of `src/engine/mechanisms` as described here: ";

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A description with its tables and its digest as the code has them.
fn brought_up_to_date(description: &str) -> String {
    let filled = fill(description).unwrap_or_else(|error| panic!("docs/ODD.md: {error}"));
    assert_eq!(
        filled.matches(DIGEST).count(),
        1,
        "docs/ODD.md has not exactly one line \"{DIGEST}\""
    );
    let line = |text: &str| {
        if text.starts_with(DIGEST) {
            format!("{DIGEST}`{}`\n", digest_of_mechanisms())
        } else {
            format!("{text}\n")
        }
    };
    filled.lines().map(line).collect()
}

#[test]
fn the_tables_of_the_description_are_those_of_the_code() {
    let description = read("docs/ODD.md");
    let wanted = brought_up_to_date(&description);
    if std::env::var_os("KITH_UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(path("docs/ODD.md"), &wanted).unwrap();
        return;
    }
    let differs = description
        .lines()
        .zip(wanted.lines())
        .position(|(is, should)| is != should);
    let line = differs.unwrap_or_else(|| description.lines().count().min(wanted.lines().count()));
    assert!(
        description == wanted,
        "docs/ODD.md differs from the code at line {}:\n  is     {}\n  should {}\nread the \
         section, mend its words, then KITH_UPDATE=1",
        line + 1,
        description.lines().nth(line).unwrap_or_default(),
        wanted.lines().nth(line).unwrap_or_default()
    );
}

/// The other documents with tables from the code.
const DOCUMENTS: [&str; 10] = [
    "docs/TRACE.md",
    "docs/evidence.md",
    "docs/bibliography.md",
    "docs/reference/parameters.md",
    "docs/reference/approaches.md",
    "docs/reference/indicators.md",
    "docs/reference/presets.md",
    "docs/reference/levers.md",
    "docs/reference/events.md",
    "docs/reference/patterns.md",
];

#[test]
fn the_guide_for_reference_has_the_tables_of_the_code() {
    for name in DOCUMENTS {
        let document = read(name);
        assert!(
            document.contains("<!-- generated: "),
            "{name} has no table from the code"
        );
        let wanted = fill(&document).unwrap_or_else(|error| panic!("{name}: {error}"));
        if std::env::var_os("KITH_UPDATE").is_some_and(|value| value == "1") {
            std::fs::write(path(name), &wanted).unwrap();
        } else {
            let differs = document
                .lines()
                .zip(wanted.lines())
                .find(|(is, should)| is != should);
            assert!(
                document == wanted,
                "{name} differs from the code: {differs:?}; read it, then KITH_UPDATE=1"
            );
        }
    }
}

/// Ids of the evidence register in a text: a capital letter and two digits, standing alone.
fn cited(text: &str) -> Vec<String> {
    let mut ids: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.len() == 3
                && word.starts_with(|c: char| c.is_ascii_uppercase())
                && word[1..].bytes().all(|b| b.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn every_source_can_be_looked_up() {
    let evidence = read("docs/evidence.md");
    let has_row = |id: &str| {
        evidence
            .lines()
            .any(|line| line.starts_with(&format!("| {id} |")))
    };
    let mut ids = sources();
    assert!(ids.len() > 50, "only {} sources were found", ids.len());
    ids.extend(cited(&read("docs/ODD.md")));
    ids.extend(cited(&read("static/approaches.toml")));
    let missing: Vec<String> = ids.into_iter().filter(|id| !has_row(id)).collect();
    assert!(
        missing.is_empty(),
        "docs/evidence.md has no row for {missing:?}"
    );
}

#[test]
fn ids_are_told_from_other_words() {
    assert_eq!(
        cited("K09 and (I12, I12); £45,000, E0100, A&E, 2019, P07."),
        ["I12", "K09", "P07"]
    );
}
