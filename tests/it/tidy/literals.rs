//! Numbers that are written into the formulas of mechanisms: nobody can vary them, and nothing says
//! what they mean, in which unit, and how sure they are. A number is a registered parameter or a
//! constant with a name.

use super::source::{Source, files};

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
    // The type that a number says it has (`0.0_f32`) is no part of it, and a method's name
    // (`0_u32.max`) makes no number.
    let bare = |part| str::split_once(part, "_f").map_or(part, |(number, _)| number);
    let is_number = |part: &&str| {
        let is_whole =
            |digits: &str| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        part.split_once('.')
            .is_some_and(|(whole, after)| is_whole(whole) && is_whole(after))
    };
    parts
        .map(bare)
        .filter(is_number)
        .filter(|part| !PLAIN.contains(part))
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
fn formulas_hold_no_numbers_without_a_name() {
    let found = literals().join("\n");
    assert!(
        found.is_empty(),
        "name these numbers, with their meaning and unit, or register them:\n{found}"
    );
}

#[test]
fn a_number_in_a_formula_is_found_and_a_named_one_is_not() {
    let found = |line| in_line(line).collect::<Vec<_>>();
    assert_eq!(
        found("let near = (0.6 + 0.4 * x[3].0).min(1.0) / 12.0;"),
        ["0.6", "0.4"]
    );
    assert_eq!(
        found("let x = [0.0_f32; 3].max(0.35_f32) ^ 0_u32.max(1);"),
        ["0.35"]
    );
    assert!(found("const NEAR: f32 = 0.6;").is_empty() && found("for k in 0..4 {}").is_empty());
}
