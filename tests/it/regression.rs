//! The regression set: what the model says of 256 small scenarios from all over what can be asked
//! is what it said when it was last looked at, to the bit. Run as a person would, by
//! `kith check regression`; where something moved, its words say which and by how much.
//!
//! `KITH_UPDATE=1 cargo test --test it regression` accepts what this version says; the changelog
//! must then say why.

use std::path::Path;
use std::process::{Command, Output};

/// What the model said when it was last looked at.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/regression.json");

fn regress(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kith"))
        .arg("regress")
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn no_result_of_the_set_has_moved() {
    let compared = regress(&[GOLDEN]);
    let moved = words(&compared.stdout);
    if compared.status.code() == Some(1) && std::env::var_os("KITH_UPDATE").is_some() {
        let written = regress(&["--write", GOLDEN]);
        assert!(written.status.success(), "{}", words(&written.stderr));
        println!("{moved}\nAccepted: {}", words(&written.stderr));
        return;
    }
    assert_eq!(
        compared.status.code(),
        Some(0),
        "\n{moved}{}\nIf you did not mean to change results, the change is wrong. If you did: \
         accept them with\n    \
         KITH_UPDATE=1 cargo test --test it regression\nand say under \"Results\" in CHANGELOG.md \
         why and by how much they moved.\n",
        words(&compared.stderr)
    );
}

/// Accepting other results takes a line in the changelog: it names the set by its digest, which is
/// another one then.
#[test]
fn the_changelog_knows_the_results_that_were_accepted() {
    let text = std::fs::read_to_string(GOLDEN).unwrap();
    let digest = kith::export::regression::read(&text).unwrap().digest();
    let changelog =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CHANGELOG.md"))
            .unwrap();
    let results: String = changelog
        .split("### Results")
        .skip(1)
        .map(|part| part.split("\n##").next().unwrap_or_default())
        .collect();
    assert!(
        results.contains(&digest),
        "tests/golden/regression.json has changed: add a line under \"Results\" in CHANGELOG.md \
         that says why and by how much, and names the set by its digest `{digest}`"
    );
}

#[test]
fn the_set_is_large_and_its_file_small() {
    let text = std::fs::read_to_string(GOLDEN).unwrap();
    let results = kith::export::regression::read(&text).unwrap();
    assert!(
        results.scenarios.len() >= 200,
        "{}",
        results.scenarios.len()
    );
    assert!(text.len() <= 300_000, "{} bytes", text.len());
}
