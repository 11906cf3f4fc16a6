//! Which module may import which, and that no other import exists.

use super::source::{Breach, Source, words};

/// The modules of the library in the order in which data flows: each imports only what stands
/// before it.
const ORDER: [&str; 23] = [
    "ids",
    "text",
    "numeric",
    "units",
    "random",
    "scenario",
    "place",
    "engine",
    "indicators",
    "ensemble",
    "analysis",
    "questions",
    "words",
    "charts",
    "drawing",
    "report",
    "export",
    "answers",
    "experiment",
    "protocol",
    "session",
    "cli",
    "web",
];

/// What a module keeps apart from though it stands before it.
const APART: [(&str, &[&str]); 14] = [
    ("text", &["ids"]),
    ("numeric", &["ids", "text"]),
    ("units", &["ids", "text"]),
    ("random", &["ids", "text", "units"]),
    ("scenario", &["random"]),
    // A list that knows no way of answering.
    (
        "questions",
        &[
            "ids",
            "text",
            "numeric",
            "units",
            "random",
            "scenario",
            "place",
            "engine",
            "indicators",
            "ensemble",
            "analysis",
        ],
    ),
    // The catalogue of words knows nothing of what is said with them.
    (
        "words",
        &[
            "ids",
            "text",
            "numeric",
            "units",
            "random",
            "scenario",
            "place",
            "engine",
            "indicators",
            "ensemble",
            "analysis",
            "questions",
        ],
    ),
    ("charts", &["questions"]),
    ("drawing", &["questions"]),
    ("report", &["questions"]),
    ("answers", &["questions"]),
    ("experiment", &["questions"]),
    // The command line and the page know nothing of one another.
    ("cli", &["protocol", "session"]),
    ("web", &["cli"]),
];

fn place_of(module: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == module)
}

fn may_import(module: &str, other: &str) -> bool {
    let apart = APART
        .iter()
        .any(|(name, others)| *name == module && others.contains(&other));
    module == other || (!apart && place_of(other) < place_of(module))
}

fn is_known(module: &str) -> bool {
    place_of(module).is_some()
}

/// Imports that the table does not allow. Tests beside the code may import anything.
pub fn breaches(source: &Source) -> Vec<Breach> {
    let Some(module) = source
        .module()
        .filter(|module| !["lib", "bin"].contains(module))
    else {
        return Vec::new();
    };
    if !is_known(module) {
        return vec![source.breach(
            1,
            format!(
                "the module `{module}` is not in the table of \
                tests/it/tidy/imports.rs: every module has its place"
            ),
        )];
    }
    paths(source)
        .into_iter()
        .filter_map(|(line, path)| {
            let other = path
                .strip_prefix("crate::")?
                .split("::")
                .next()?
                .to_string();
            let is_bad = is_known(&other) && !may_import(module, &other);
            is_bad.then(|| {
                source.breach(
                    line,
                    format!(
                        "`{module}` imports `{other}` ({path}): data flows one way, each \
                        module imports only what stands before it"
                    ),
                )
            })
        })
        .collect()
}

/// Mechanisms that look at strategies, arms or funding decisions.
pub fn mechanism_breaches(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("src/engine/mechanisms") {
        return Vec::new();
    }
    let why = "mechanisms never see a strategy, an arm or how money is divided, only funded \
        intensities; else the answer could be written in";
    let by_path = paths(source).into_iter().filter(|(_, path)| {
        let path = format!("{path}::");
        [
            "::scenario::strategy::",
            "::engine::funding::",
            "::ensemble::",
        ]
        .iter()
        .any(|banned| path.contains(banned))
    });
    let mut found: Vec<Breach> = by_path
        .map(|(line, path)| source.breach(line, format!("{path}: {why}")))
        .collect();
    found.extend(source.lines_where(&source.code_outside_tests(), |line| {
        words(line)
            .find(|word| ["Arm", "Design", "Preset"].contains(word))
            .map(|word| format!("`{word}`: {why}"))
    }));
    found
}

/// Every path of the crate that the code outside tests names, in full (`crate::…`), with its line.
fn paths(source: &Source) -> Vec<(usize, String)> {
    let code = source.code_outside_tests();
    let mut found = Vec::new();
    let mut depth_of_modules: Vec<i32> = Vec::new();
    let mut depth = 0;
    let mut line = 1;
    for (at, c) in code.char_indices() {
        match c {
            '\n' => line += 1,
            '{' => {
                if opens_module(&code[..at]) {
                    depth_of_modules.push(depth);
                }
                depth += 1;
            }
            '}' => {
                depth -= 1;
                if depth_of_modules.last() == Some(&depth) {
                    depth_of_modules.pop();
                }
            }
            _ => {}
        }
        let starts = ["crate::", "super::"]
            .iter()
            .any(|mark| code[at..].starts_with(mark));
        let inside = code[..at].ends_with(|b: char| b.is_alphanumeric() || b == '_' || b == ':');
        if starts && !inside {
            let mut tails = Vec::new();
            expand(&code[at..], "", &mut tails);
            found.extend(
                tails
                    .into_iter()
                    .map(|tail| (line, in_full(&tail, source, depth_of_modules.len()))),
            );
        }
    }
    found
}

/// Whether the code before a brace opens an inline module.
fn opens_module(before: &str) -> bool {
    let head = before.rsplit(['{', '}', ';']).next().unwrap_or_default();
    let mut last = head.split_whitespace().rev();
    last.next().is_some() && last.next() == Some("mod")
}

/// A path, with every branch of its braces written out.
pub fn expand(code: &str, prefix: &str, into: &mut Vec<String>) -> usize {
    let end = code
        .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        .unwrap_or(code.len());
    let path = format!("{prefix}{}", &code[..end]);
    if !code[end..].starts_with('{') || !path.ends_with("::") {
        into.push(path.trim_end_matches(':').to_string());
        return end;
    }
    let mut at = end + 1;
    while at < code.len() {
        match code[at..].chars().next() {
            Some('}') => return at + 1,
            Some(c) if c.is_alphabetic() || c == '_' => at += expand(&code[at..], &path, into),
            Some(c) => at += c.len_utf8(),
            None => break,
        }
    }
    at
}

/// A path from the crate's root: `super` means the module around the one that a file, or a module
/// inside it, is.
pub fn in_full(path: &str, source: &Source, inner_modules: usize) -> String {
    let ups = path.split("::").take_while(|part| *part == "super").count();
    if ups == 0 {
        return path.to_string();
    }
    let file = source
        .path
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .trim_end_matches("/mod");
    let mut at: Vec<&str> = file.split('/').collect();
    at.truncate(at.len().saturating_sub(ups.saturating_sub(inner_modules)));
    let tail = path.split("::").skip(ups);
    std::iter::once("crate")
        .chain(at)
        .chain(tail)
        .collect::<Vec<_>>()
        .join("::")
}

#[test]
fn an_import_of_what_comes_later_is_found() {
    let bad = "use crate::ids::PersonId;\nuse crate::{\n    engine::Ledger,\n    \
        units::Pence,\n};\nfn f() { crate::analysis::g(); }\n";
    let found = breaches(&Source::sample("src/scenario/mod.rs", bad));
    assert_eq!(
        found.iter().map(|b| b.line).collect::<Vec<_>>(),
        [2, 6],
        "{found:?}"
    );
    assert!(
        found[0].why.contains("`scenario` imports `engine`"),
        "{}",
        found[0]
    );
}

#[test]
fn a_way_round_by_super_is_found() {
    let found = breaches(&Source::sample(
        "src/scenario/strategy.rs",
        "use super::super::engine::ledger;\nuse super::parameters;\n",
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    let inner = Source::sample(
        "src/units.rs",
        "pub mod limits {\n    use super::super::place::Place;\n    use super::Pence;\n}\n",
    );
    assert_eq!(breaches(&inner).len(), 1);
}

#[test]
fn what_stands_before_and_what_tests_import_is_allowed() {
    let good = "use crate::{ids::PersonId, place::Place};\n#[cfg(test)]\nmod tests {\n    use \
        crate::analysis::trial;\n}\n";
    assert_eq!(breaches(&Source::sample("src/engine/state.rs", good)), []);
    assert_eq!(
        breaches(&Source::sample(
            "src/web/app.rs",
            "use crate::session::State;"
        )),
        []
    );
    assert_eq!(
        breaches(&Source::sample("src/web/app.rs", "use crate::cli::main;")).len(),
        1
    );
}

#[test]
fn a_module_without_a_place_is_found() {
    assert_eq!(
        breaches(&Source::sample("src/helpers.rs", "//! x")).len(),
        1
    );
}

#[test]
fn what_is_kept_apart_stands_before() {
    for (module, others) in APART {
        for other in others {
            assert!(
                place_of(other) < place_of(module),
                "{module} may not import {other} anyway: it stands later"
            );
        }
    }
    assert!(
        may_import("charts", "analysis")
            && !may_import("analysis", "charts")
            && !may_import("cli", "session")
    );
}

#[test]
fn a_mechanism_that_looks_at_the_strategy_is_found() {
    let of =
        |text| mechanism_breaches(&Source::sample("src/engine/mechanisms/ties.rs", text)).len();
    assert_eq!(
        of("use crate::scenario::{parameters::Ties, strategy::Level};"),
        1
    );
    assert_eq!(of("use super::super::funding;"), 1);
    assert_eq!(of("fn step(arm: &Arm) {}"), 1);
    assert_eq!(
        of("fn step(world: &mut World, parameters: &Ties) {} // any Arm"),
        0
    );
    assert!(
        mechanism_breaches(&Source::sample(
            "src/engine/funding.rs",
            "use crate::scenario::strategy::Level;"
        ))
        .is_empty()
    );
}
