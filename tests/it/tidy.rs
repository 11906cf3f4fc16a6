//! The rules of the house, held by reading the sources as text. A failure names the file, the line, and why the rule exists.

mod documents;
mod imports;
mod rules;
mod source;

use source::{Breach, Source, files};

const RUST: [&str; 5] = ["src", "tests", "benches", "reading/src", "xtask/src"];

fn none(breaches: impl IntoIterator<Item = Breach>) {
    let lines: Vec<String> = breaches.into_iter().map(|breach| breach.to_string()).collect();
    assert!(lines.is_empty(), "{} place(s) to mend:\n{}\n", lines.len(), lines.join("\n"));
}

fn in_rust(rule: fn(&Source) -> Vec<Breach>) {
    let sources = files(&RUST, &[".rs"]);
    assert!(sources.len() > 20, "the sources were not found: only {} files", sources.len());
    none(sources.iter().flat_map(rule));
}

/// The digest of the mechanisms that `docs/ODD.md` must hold.
pub fn digest_of_mechanisms() -> String {
    documents::digest(&files(&["src/engine/mechanisms"], &[".rs"]))
}

/// Rust and everything that the page is made from.
fn in_all_code(rule: fn(&Source) -> Vec<Breach>) {
    let mut sources = files(&RUST, &[".rs"]);
    sources.extend(files(&["tests/e2e"], &[".mjs"]));
    sources.extend(files(&["static"], &[".css", ".toml", ".js"]));
    none(sources.iter().flat_map(rule));
}

#[test]
fn modules_import_only_what_stands_before_them() {
    in_rust(imports::breaches);
}

#[test]
fn mechanisms_never_see_a_strategy() {
    in_rust(imports::mechanism_breaches);
}

#[test]
fn every_file_opens_with_its_purpose() {
    in_rust(rules::opens_with_its_purpose);
}

#[test]
fn no_file_is_long() {
    in_all_code(rules::is_short);
}

#[test]
fn nothing_asks_for_the_target() {
    in_rust(rules::asks_for_no_target);
}

#[test]
fn crates_stay_in_their_places() {
    in_rust(rules::keeps_crates_in_their_places);
}

#[test]
fn nothing_iterates_in_a_varying_order() {
    in_rust(rules::uses_no_hash_maps);
}

#[test]
fn nothing_is_left_for_later() {
    in_all_code(rules::leaves_nothing_for_later);
}

#[test]
fn no_test_is_switched_off() {
    in_all_code(rules::switches_no_test_off);
}

#[test]
fn nothing_unwraps_what_a_person_gave() {
    in_rust(rules::unwraps_only_invariants);
}

#[test]
fn the_description_follows_the_model() {
    let description = std::fs::read_to_string(source::root().join("docs/ODD.md")).ok();
    none(documents::description_follows(&files(&["src/engine/mechanisms"], &[".rs"]), description.as_deref()));
}

#[test]
fn links_lead_somewhere() {
    none(files(&[""], &[".md"]).iter().flat_map(|source| documents::dead_links(source, documents::exists)));
}
