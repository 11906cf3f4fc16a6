//! Sources as text: which files there are, and what in them is code, comment or test. A reader of Rust, not a compiler.

use std::fmt;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The file, from the root.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What stands there that should not, and why the rule exists.
    pub why: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}", self.file, self.line, self.why)
    }
}

/// A file with its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path from the root, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
    /// Whether the whole file is compiled for tests only: another file in its folder says `#[cfg(test)] mod …;`.
    pub is_for_tests: bool,
}

impl Source {
    /// A sample for a rule's own test.
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_string(),
            text: text.to_string(),
            is_for_tests: false,
        }
    }

    /// Whether it is Rust: other texts are read as they are.
    pub fn is_rust(&self) -> bool {
        self.ends_in("rs")
    }

    /// Whether its name ends so after the last dot.
    pub fn ends_in(&self, ending: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|own| own == ending)
    }

    /// The text without comments, and with empty strings: line by line where it was, so that a rule reads code only.
    pub fn code(&self) -> String {
        blanked(&self.text, false)
    }

    /// The text with empty strings and its comments kept.
    pub fn code_and_comments(&self) -> String {
        blanked(&self.text, true)
    }

    /// The code without what is compiled for tests only.
    pub fn code_outside_tests(&self) -> String {
        if self.is_for_tests {
            String::new()
        } else {
            without_tests(&self.code())
        }
    }

    /// A breach at a line of this file.
    pub fn breach(&self, line: usize, why: impl Into<String>) -> Breach {
        Breach {
            file: self.path.clone(),
            line,
            why: why.into(),
        }
    }

    /// Breaches at every line of `text` (this file's, or a blanked copy of it) in which `is_bad` finds something, with what it found.
    pub fn lines_where(&self, text: &str, is_bad: impl Fn(&str) -> Option<String>) -> Vec<Breach> {
        text.lines()
            .enumerate()
            .filter_map(|(k, line)| Some(self.breach(k + 1, is_bad(line)?)))
            .collect()
    }

    /// The top-level module of the library that a file belongs to, if any.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        Some(first.strip_suffix(".rs").unwrap_or(first))
    }
}

/// All files under some folders of the repository whose names end so, in order; folders that do not exist have none.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in folders {
        gather(&root().join(folder), endings, &mut sources);
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    let for_tests: Vec<String> = sources.iter().flat_map(files_for_tests).collect();
    for source in &mut sources {
        source.is_for_tests = for_tests.contains(&source.path);
    }
    sources
}

/// The files that a file declares as modules for tests only.
fn files_for_tests(source: &Source) -> Vec<String> {
    if !source.is_rust() {
        return Vec::new();
    }
    // The modules inside `a/mod.rs` stand in `a/`, those inside `a/b.rs` in `a/b/`.
    let folder = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
    let text = source.code_and_comments();
    let declared = text.split("#[cfg(test)]").skip(1).filter_map(|after| {
        let item = &after[..end_of_item(after)];
        item.strip_suffix(';')?
            .rsplit_once("mod ")
            .map(|(_, name)| name.trim().to_string())
    });
    declared
        .flat_map(|name| {
            [
                format!("{folder}/{name}.rs"),
                format!("{folder}/{name}/mod.rs"),
            ]
        })
        .collect()
}

/// Folders that hold what others wrote or what was built.
const FOREIGN: [&str; 5] = ["target", "node_modules", "dist", "out", ".git"];

fn gather(folder: &Path, endings: &[&str], sources: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.map(|entry| {
        entry
            .expect("an entry of a folder that can be listed")
            .path()
    }) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !FOREIGN.contains(&name.as_str()) {
                gather(&path, endings, sources);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let relative = path
                .strip_prefix(root())
                .expect("a path below the root")
                .to_string_lossy()
                .replace('\\', "/");
            sources.push(Source {
                path: relative,
                text,
                is_for_tests: false,
            });
        }
    }
}

/// The words (identifiers) of a line of code.
pub fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
}

/// Blanks string contents and, unless they are kept, comments; lines stay lines and columns stay columns.
fn blanked(text: &str, keep_comments: bool) -> String {
    let c: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let blank = |out: &mut String, part: &[char]| {
        out.extend(part.iter().map(|k| if *k == '\n' { '\n' } else { ' ' }))
    };
    let mut at = 0;
    while at < c.len() {
        let end = if c[at..].starts_with(&['/', '/']) {
            end_of_line(&c, at)
        } else if c[at..].starts_with(&['/', '*']) {
            end_of_block(&c, at)
        } else if let Some(end) = end_of_literal(&c, at) {
            blank(&mut out, &c[at..end]);
            at = end;
            continue;
        } else {
            out.push(c[at]);
            at += 1;
            continue;
        };
        if keep_comments {
            out.extend(&c[at..end]);
        } else {
            blank(&mut out, &c[at..end]);
        }
        at = end;
    }
    out
}

fn end_of_line(c: &[char], at: usize) -> usize {
    c[at..]
        .iter()
        .position(|k| *k == '\n')
        .map_or(c.len(), |k| at + k)
}

fn end_of_block(c: &[char], at: usize) -> usize {
    (at + 2..c.len())
        .find(|k| c[*k..].starts_with(&['*', '/']))
        .map_or(c.len(), |k| k + 2)
}

/// The end of the string or character literal that starts here, if one does.
fn end_of_literal(c: &[char], at: usize) -> Option<usize> {
    let inside_word = at > 0 && (c[at - 1].is_alphanumeric() || c[at - 1] == '_');
    if c[at] == 'r' && !inside_word || c[at] == 'r' && at > 0 && c[at - 1] == 'b' {
        let hashes = c[at + 1..].iter().take_while(|k| **k == '#').count();
        if c.get(at + 1 + hashes) == Some(&'"') {
            let close: Vec<char> = std::iter::once('"')
                .chain(std::iter::repeat_n('#', hashes))
                .collect();
            let from = at + 2 + hashes;
            return Some(
                (from..c.len())
                    .find(|k| c[*k..].starts_with(&close))
                    .map_or(c.len(), |k| k + close.len()),
            );
        }
    }
    match c[at] {
        '"' => Some(end_of_quoted(c, at, '"')),
        // A quote that is a character, not a lifetime.
        '\'' if c.get(at + 1) == Some(&'\\') || c.get(at + 2) == Some(&'\'') => {
            Some(end_of_quoted(c, at, '\''))
        }
        _ => None,
    }
}

fn end_of_quoted(c: &[char], at: usize, quote: char) -> usize {
    let mut k = at + 1;
    while k < c.len() && c[k] != quote {
        k += if c[k] == '\\' { 2 } else { 1 };
    }
    (k + 1).min(c.len())
}

/// Blanks every item under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mark = "#[cfg(test)]";
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find(mark) {
        let end = start + end_of_item(&rest[start..]);
        kept.push_str(&rest[..start]);
        kept.extend(
            rest[start..end]
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' }),
        );
        rest = &rest[end..];
    }
    kept + rest
}

/// Where an item ends: at its `;`, or at the brace that closes its first one.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0_i32;
    for (k, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (c == '}' || c == ';') {
            return k + 1;
        }
    }
    code.len()
}

#[test]
fn strings_and_comments_are_no_code() {
    let source = Source::sample(
        "src/x.rs",
        "let a = \"unwrap() // no\"; // HashMap\nlet b = 'x'; /* y */ fn f<'a>() {}\nlet r = r#\"z \" z\"#;",
    );
    let code = source.code();
    assert!(
        !code.contains("unwrap")
            && !code.contains("HashMap")
            && !code.contains('y')
            && !code.contains('z'),
        "{code}"
    );
    assert!(code.contains("fn f<'a>() {}"), "{code}");
    assert_eq!(code.lines().count(), 3);
    assert!(source.code_and_comments().contains("// HashMap"));
}

#[test]
fn tests_are_told_from_the_rest() {
    let source = Source::sample(
        "src/x.rs",
        "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { c(); }\n}\nfn d() {}",
    );
    let code = source.code_outside_tests();
    assert!(
        code.contains("fn a") && code.contains("fn d") && !code.contains("fn b"),
        "{code}"
    );
    assert_eq!(code.lines().count(), 6);
}

#[test]
fn a_file_for_tests_is_told_by_who_declares_it() {
    let parent = Source::sample(
        "src/session/mod.rs",
        "mod state;\n#[cfg(test)]\nmod samples;\n#[cfg(test)]\nmod tests {\n    mod inner;\n}\n",
    );
    assert_eq!(
        files_for_tests(&parent),
        ["src/session/samples.rs", "src/session/samples/mod.rs"]
    );
    let plain = Source::sample("src/scenario/validate.rs", "#[cfg(test)]\nmod tests;\n");
    assert_eq!(files_for_tests(&plain)[0], "src/scenario/validate/tests.rs");
}
