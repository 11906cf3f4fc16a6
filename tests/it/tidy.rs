//! The rules of the house, held by reading the sources as text. A failure names the file, the line,
//! and why the rule exists.

mod circles;
#[path = "../../xtask/src/lines/code.rs"]
mod code;
mod documents;
mod imports;
mod literals;
mod month;
mod paths;
mod rules;
mod sayings;
mod screens;
mod size;
mod source;

use source::{Breach, Source, files};

const RUST: [&str; 5] = ["src", "tests", "benches", "site", "xtask"];

fn none(breaches: impl IntoIterator<Item = Breach>) {
    let lines: Vec<String> = breaches
        .into_iter()
        .map(|breach| breach.to_string())
        .collect();
    assert!(
        lines.is_empty(),
        "{} place(s) to mend:\n{}\n",
        lines.len(),
        lines.join("\n")
    );
}

fn in_rust(rule: fn(&Source) -> Vec<Breach>) {
    let sources = files(&RUST, &[".rs"]);
    assert!(
        sources.len() > 20,
        "the sources were not found: only {} files",
        sources.len()
    );
    none(sources.iter().flat_map(rule));
}

/// The digest of the mechanisms that `docs/ODD.md` must hold.
pub fn digest_of_mechanisms() -> String {
    documents::digest(&files(&["src/engine/mechanisms"], &[".rs"]))
}

/// Rust and everything that the page is made from.
fn all_code() -> Vec<Source> {
    let mut sources = files(&RUST, &[".rs"]);
    sources.extend(files(&["tests/e2e"], &[".mjs"]));
    sources.extend(files(&["static"], &[".css", ".toml", ".js"]));
    sources
}

fn in_all_code(rule: fn(&Source) -> Vec<Breach>) {
    none(all_code().iter().flat_map(rule));
}

#[test]
fn modules_import_only_what_stands_before_them() {
    in_rust(imports::breaches);
}

#[test]
fn no_files_of_a_module_import_one_another_in_a_circle() {
    none(circles::breaches(&files(&["src"], &[".rs"])));
}

#[test]
fn no_screen_takes_the_whole_state() {
    in_rust(screens::breaches);
}

#[test]
fn mechanisms_never_see_a_strategy() {
    in_rust(imports::mechanism_breaches);
}

#[test]
fn month_says_what_each_mechanism_touches() {
    none(month::breaches());
}

#[test]
fn every_file_opens_with_its_purpose() {
    in_rust(rules::opens_with_its_purpose);
}

#[test]
fn no_file_is_long() {
    none(size::unexpected(
        &all_code(),
        size::long_files,
        &size::LONG_FILES,
    ));
}

#[test]
fn no_function_is_long() {
    none(size::unexpected(
        &files(&RUST, &[".rs"]),
        size::long_functions,
        &size::LONG_FUNCTIONS,
    ));
}

#[test]
fn wide_lines_only_become_fewer() {
    let found: usize = files(&RUST, &[".rs"]).iter().map(size::wide_lines).sum();
    assert!(
        found <= size::WIDE_LINES,
        "{found} lines are wider than {}, {} before: break the new ones",
        code::WIDEST,
        size::WIDE_LINES
    );
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
fn a_clone_alone_has_all_that_is_read() {
    let workspace = std::fs::read_to_string(source::root().join("Cargo.toml")).unwrap();
    let members = workspace
        .lines()
        .find_map(|line| line.strip_prefix("members = "))
        .expect("the crates of the workspace");
    let crates: Vec<String> = members
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_string)
        .collect();
    let endings = [".rs", ".mjs", ".js", ".py", ".sh", ".toml", ".txt"];
    let mut sources = files(&["src", "tests", "xtask", "benches", "site"], &endings);
    sources.extend(files(&[".ci"], &[""]));
    // The rule's own samples are what it refuses.
    sources.retain(|source| source.path != "tests/it/tidy/paths.rs");
    assert!(
        sources.iter().any(|source| source.path == ".ci/run"),
        "the sources were not found"
    );
    none(
        sources
            .iter()
            .flat_map(|source| paths::leave_the_repository(source, &crates)),
    );
}

#[test]
fn the_projects_own_checks_run_what_the_readme_says() {
    let read = |file: &str| std::fs::read_to_string(source::root().join(file)).unwrap();
    let readme = read("README.md");
    let block = readme
        .split("## Two commands")
        .nth(1)
        .and_then(|rest| rest.split("```").nth(1))
        .expect("a block with the two commands");
    let commands: Vec<&str> = block
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(commands.len(), 2, "{commands:?}");
    assert!(
        read(".ci/run")
            .lines()
            .any(|line| line.starts_with(commands[1])),
        ".ci/run does not run `{}`",
        commands[1]
    );
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
    none(documents::description_follows(
        &files(&["src/engine/mechanisms"], &[".rs"]),
        description.as_deref(),
    ));
}

#[test]
fn each_word_of_the_glossary_has_one_meaning() {
    let glossary = files(&["docs"], &["glossary.md"]);
    assert_eq!(glossary.len(), 1);
    none(documents::terms_with_two_meanings(&glossary[0]));
}

#[test]
fn links_lead_somewhere() {
    none(
        files(&[""], &[".md"])
            .iter()
            .flat_map(|source| documents::dead_links(source, documents::exists)),
    );
}
