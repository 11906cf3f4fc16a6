//! Rules about single files: what may stand where, and why. Each has a test on a small bad sample,
//! so that it is known to bite.

use super::source::{Breach, Source, words};

/// Every file says first what it is about.
pub fn opens_with_its_purpose(source: &Source) -> Vec<Breach> {
    if source.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![source.breach(
        1,
        "a file opens with `//!`: what it answers and what it must not know, so \
        that a stranger finds the one to open",
    )]
}

/// Results differ between targets only where somebody says so.
pub fn asks_for_no_target(source: &Source) -> Vec<Breach> {
    if source.path == "src/lib.rs" || source.path.starts_with("src/bin/") {
        return Vec::new();
    }
    let is_test = source.path.starts_with("tests/") || source.path.starts_with("benches/");
    source.lines_where(&source.code(), |line| {
        let asks = line.contains("cfg") && words(line).any(|word| word.starts_with("target_"));
        let is_header = is_test && line.starts_with("#![cfg(");
        (asks && !is_header).then(|| {
            "asks for the target: two copies of one thing drift apart, so only src/lib.rs, src/bin \
             and headers of tests do"
                .to_string()
        })
    })
}

/// Crates and parts of std that only some places may use.
struct Kept {
    words: &'static [&'static str],
    /// For paths as `std::fs`: the part before the last.
    after: &'static str,
    places: &'static [&'static str],
    why: &'static str,
}

const KEPT: [Kept; 6] = [
    Kept {
        words: &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo",
            "yew",
            "console_error_panic_hook",
        ],
        after: "",
        places: &[
            "src/web/",
            "tests/web.rs",
            "benches/src/bin/wasm.rs",
            "xtask/",
        ],
        why: "a browser crate outside src/web: the model knows no browser, and everything else is \
            tested natively",
    },
    Kept {
        words: &["clap", "rayon", "indicatif", "comfy_table", "signal_hook"],
        after: "",
        places: &["src/cli/", "benches/"],
        why: "a crate of the command line outside src/cli: the page must build without it",
    },
    Kept {
        words: &["fs", "time", "thread", "net", "process", "env"],
        after: "std::",
        places: &[
            "src/cli/", "src/bin/", "xtask/", "tests/", "benches/", "site/",
        ],
        why: "the model knows no file, clock, thread or process: it takes values and returns \
            values",
    },
    Kept {
        words: &[
            "Mutex",
            "RwLock",
            "AtomicBool",
            "AtomicU32",
            "AtomicU64",
            "AtomicUsize",
            "thread_local",
        ],
        after: "",
        places: &[
            "src/cli/",
            "src/web/",
            "xtask/",
            "tests/",
            "benches/",
            // Which language a thread speaks: no result depends on it.
            "src/words/",
        ],
        why: "shared or global state: a result must depend on its arguments alone",
    },
    Kept {
        words: &["OnceLock", "LazyLock"],
        after: "",
        places: &[
            "src/cli/",
            "src/web/",
            "xtask/",
            "tests/",
            "benches/",
            // Lists of places, read once from text that is compiled in: the same on every call.
            "src/place/england/list.rs",
            "src/scenario/places.rs",
        ],
        why: "shared or global state: a result must depend on its arguments alone",
    },
    Kept {
        words: &[
            "from_utf8",
            "from_utf8_lossy",
            "read_to_string",
            "read_as_text",
        ],
        after: "",
        places: &[
            "src/text/",
            // What this program itself wrote as bytes, percent signs and letters of codes.
            "src/report/csv.rs",
            "src/report/table.rs",
            "src/experiment/table.rs",
            "src/place/england/pack.rs",
            "src/session/link/form.rs",
            "src/session/teams/code.rs",
            "src/session/workshop/room_kept.rs",
            "xtask/",
            "tests/",
            "benches/",
            "site/",
        ],
        why: "bytes become text in src/text alone: whatever else reads them knows no UTF-16, no \
            mark in front, and no line to name",
    },
];

/// Crates and parts of std stay where they belong. Tests beside the code are free.
pub fn keeps_crates_in_their_places(source: &Source) -> Vec<Breach> {
    let code = source.code_outside_tests();
    let mut found = Vec::new();
    for kept in KEPT.iter().filter(|kept| {
        !kept
            .places
            .iter()
            .any(|place| source.path.starts_with(place))
    }) {
        found.extend(source.lines_where(&code, |line| {
            let names = kept.words.iter().find(|word| {
                if kept.after.is_empty() {
                    words(line).any(|w| w == **word)
                } else {
                    names_part_of_std(line, word)
                }
            })?;
            Some(format!("`{names}`: {}", kept.why))
        }));
    }
    found
}

/// Whether a line names `std::part`, alone or in braces.
fn names_part_of_std(line: &str, part: &str) -> bool {
    line.match_indices("std::").any(|(at, mark)| {
        let rest = &line[at + mark.len()..];
        let tree = if rest.starts_with('{') {
            &rest[..rest.find(';').unwrap_or(rest.len())]
        } else {
            words(rest).next().unwrap_or_default()
        };
        words(tree).any(|word| word == part)
    })
}

/// Nothing whose order of iteration varies.
pub fn uses_no_hash_maps(source: &Source) -> Vec<Breach> {
    source.lines_where(&source.code(), |line| {
        let word = words(line).find(|word| ["HashMap", "HashSet"].contains(word))?;
        Some(format!(
            "`{word}`: its iteration order varies from run to run and would reach \
            results; use BTreeMap, BTreeSet or a Vec"
        ))
    })
}

/// Nothing is left for later.
pub fn leaves_nothing_for_later(source: &Source) -> Vec<Breach> {
    let text = if source.is_rust() {
        source.code_and_comments()
    } else {
        source.text.clone()
    };
    source.lines_where(&text, |line| {
        let mark = words(line)
            .find(|word| ["TODO", "FIXME", "XXX"].contains(word))
            .map(str::to_string);
        let call = ["todo!", "unimplemented!"]
            .iter()
            .find(|call| line.contains(**call))
            .map(ToString::to_string);
        mark.or(call).map(|mark| {
            format!(
                "`{mark}`: what is not done is an issue for everybody to \
            see, not a mark in the code"
            )
        })
    })
}

/// No test is switched off.
pub fn switches_no_test_off(source: &Source) -> Vec<Breach> {
    let text = if source.is_rust() {
        source.code()
    } else {
        source.text.clone()
    };
    source.lines_where(&text, |line| {
        let mark = [
            "#[ignore",
            "it.skip(",
            "test.skip(",
            "describe.skip(",
            "it.only(",
            "{ skip:",
        ]
        .iter()
        .find(|mark| line.contains(**mark))?;
        Some(format!(
            "`{mark}`: a test that does not run checks nothing; mend it or delete it"
        ))
    })
}

/// What a person gave never makes the program panic.
pub fn unwraps_only_invariants(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let raw: Vec<&str> = source.text.lines().collect();
    let mut found = source.lines_where(&source.code_outside_tests(), |line| {
        let call = [".unwrap()", ".expect("]
            .iter()
            .find(|call| line.contains(**call))?;
        Some(format!(
            "`{call}` without `// invariant: …` on its line or above it: user input must never \
             panic, so say why this cannot fail"
        ))
    });
    found.retain(|breach| !is_explained(&raw, breach.line - 1));
    found
}

/// Whether the line, or the block of comments right above its statement, names the invariant.
fn is_explained(raw: &[&str], line: usize) -> bool {
    let is_comment = |text: &&&str| text.trim_start().starts_with("//");
    let begins = |text: &&&str| text.ends_with([';', '{', '}', ',']) || text.trim().is_empty();
    let above = raw[..line].iter().rev();
    let rest = above
        .clone()
        .take_while(|text| !is_comment(text) && !begins(text))
        .count();
    std::iter::once(&raw[line])
        .chain(above.skip(rest).take_while(is_comment))
        .any(|text| text.contains("// invariant:"))
}

fn bites(rule: fn(&Source) -> Vec<Breach>, path: &str, text: &str) -> Vec<usize> {
    rule(&Source::sample(path, text))
        .iter()
        .map(|breach| breach.line)
        .collect()
}

#[test]
fn a_file_without_a_purpose_is_found() {
    assert_eq!(
        bites(opens_with_its_purpose, "src/x.rs", "use std::fmt;\n"),
        [1]
    );
    assert!(bites(opens_with_its_purpose, "src/x.rs", "//! What x is.\n").is_empty());
}

#[test]
fn a_question_about_the_target_is_found() {
    let bad = "//! x\n#[cfg(target_arch = \"wasm32\")]\nfn f() {}\nif cfg!(not(target_os = \
        \"linux\")) {}\n// cfg(target_arch) in words\n";
    assert_eq!(
        bites(asks_for_no_target, "src/engine/state.rs", bad),
        [2, 4]
    );
    assert!(bites(asks_for_no_target, "src/lib.rs", bad).is_empty());
    assert_eq!(
        bites(
            asks_for_no_target,
            "tests/web.rs",
            "#![cfg(target_arch = \"wasm32\")]\n#[cfg(target_arch = \"wasm32\")]\n"
        ),
        [2]
    );
}

#[test]
fn a_crate_out_of_its_place_is_found() {
    let of = |path, text| bites(keeps_crates_in_their_places, path, text);
    assert_eq!(
        of(
            "src/session/mod.rs",
            "use web_sys::Window;\nuse yew::prelude::*;"
        ),
        [1, 2]
    );
    assert_eq!(of("src/ensemble/mod.rs", "use rayon::prelude::*;"), [1]);
    assert_eq!(
        of(
            "src/place/census.rs",
            "fn f() { std::fs::read(x); }\nuse std::{collections::BTreeMap, time::Instant};"
        ),
        [1, 2]
    );
    assert_eq!(
        of("src/engine/mod.rs", "static A: Mutex<u8> = Mutex::new(0);"),
        [1]
    );
    assert!(
        of(
            "src/cli/run.rs",
            "use std::{fs, thread};\nuse rayon::prelude::*;"
        )
        .is_empty()
    );
    assert!(
        of(
            "src/engine/mod.rs",
            "let time = 3; use std::collections::BTreeMap; // std::time\n"
        )
        .is_empty()
    );
}

#[test]
fn a_hash_map_is_found() {
    assert_eq!(
        bites(
            uses_no_hash_maps,
            "src/x.rs",
            "// HashMap\nuse std::collections::HashMap;"
        ),
        [2]
    );
}

#[test]
fn what_is_left_for_later_is_found() {
    let bad = format!(
        "// {}: finish\nfn f() {{ {}!() }}\nlet a = \"TODO\";\n",
        "TODO", "todo"
    );
    assert_eq!(bites(leaves_nothing_for_later, "src/x.rs", &bad), [1, 2]);
    assert_eq!(
        bites(leaves_nothing_for_later, "static/style.css", "/* FIXME */"),
        [1]
    );
}

#[test]
fn a_test_that_is_switched_off_is_found() {
    assert_eq!(
        bites(
            switches_no_test_off,
            "src/x.rs",
            "#[test]\n#[ignore = \"slow\"]\nfn f() {}"
        ),
        [2]
    );
    assert_eq!(
        bites(
            switches_no_test_off,
            "tests/e2e/a.test.mjs",
            "it.skip('x', f)"
        ),
        [1]
    );
}

#[test]
fn an_unexplained_unwrap_is_found() {
    let of = |text| bites(unwraps_only_invariants, "src/x.rs", text);
    assert_eq!(
        of("fn f() {\n    a.unwrap();\n    b.expect(\"b\");\n}"),
        [2, 3]
    );
    assert!(
        of("// invariant: a is set in new\na.unwrap();\nb.unwrap(); // invariant: never empty")
            .is_empty()
    );
    assert!(of("// invariant: a is set in new\nlet b = a\n    .c()\n    .unwrap();").is_empty());
    assert_eq!(
        of("// invariant: b is set\nb();\nlet b = a\n    .unwrap();"),
        [4]
    );
    assert!(of("#[cfg(test)]\nmod tests {\n    fn f() { a.unwrap(); }\n}").is_empty());
    assert!(of("a.unwrap_or_default();\n// never .unwrap()\n").is_empty());
}
