//! Numbers that are written into the formulas of mechanisms: nobody can vary them, and no range, grade or source says how sure they are.

use super::source::{Source, files};

/// How many there are. It only falls: a new number is a registered parameter or a constant with a name.
const LEFT: usize = 83;

/// Numbers that say nothing about the world: nought, one, a half, twice, months of a year.
const PLAIN: [&str; 6] = ["0.0", "1.0", "0.5", "2.0", "12.0", "100.0"];

/// Numbers with a point in a line of code that declares no constant.
fn in_line(line: &str) -> impl Iterator<Item = &str> {
    let declares = line
        .split_whitespace()
        .any(|word| word == "const" || word == "static");
    let parts = line
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
        .filter(move |_| !declares);
    let is_number = |part: &&str| {
        part.starts_with(|c: char| c.is_ascii_digit()) && part.matches('.').count() == 1
    };
    parts.filter(is_number).filter(|part| !PLAIN.contains(part))
}

/// All of them, each with its file and line.
pub fn literals() -> Vec<String> {
    let sources = files(&["src/engine/mechanisms"], &[".rs"]);
    let of = |source: &Source| {
        let code = source.code_outside_tests();
        let found = code
            .lines()
            .enumerate()
            .flat_map(|(k, line)| in_line(line).map(move |number| (k + 1, number.to_owned())));
        found
            .map(|(line, number)| format!("{}:{line}: {number}", source.path))
            .collect::<Vec<_>>()
    };
    sources.iter().flat_map(of).collect()
}

#[test]
fn numbers_in_formulas_only_become_fewer() {
    let found = literals();
    let list = found.join("\n");
    assert!(
        found.len() <= LEFT,
        "{} numbers in formulas, {LEFT} before; name the new one or register it:\n{list}",
        found.len()
    );
    assert!(
        found.len() == LEFT,
        "{} numbers in formulas are left: write that into LEFT",
        found.len()
    );
}

#[test]
fn a_number_in_a_formula_is_found_and_a_named_one_is_not() {
    let found = |line| in_line(line).collect::<Vec<_>>();
    assert_eq!(
        found("let near = (0.6 + 0.4 * x[3].0).min(1.0) / 12.0;"),
        ["0.6", "0.4"]
    );
    assert!(found("const NEAR: f32 = 0.6;").is_empty() && found("for k in 0..4 {}").is_empty());
}
