//! Sources as text: which files there are, and what in them is code, comment or test. A reader of
//! Rust, not a compiler.

use super::code;
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
    /// Whether the whole file is compiled for tests only: another file in its folder says
    /// `#[cfg(test)] mod …;`.
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

    /// The text without comments, and with empty strings: line by line where it was, so that a rule
    /// reads code only.
    pub fn code(&self) -> String {
        code::blanked(&self.text, ' ', false)
    }

    /// The text with empty strings and its comments kept.
    pub fn code_and_comments(&self) -> String {
        code::blanked(&self.text, ' ', true)
    }

    /// The code without what is compiled for tests only.
    pub fn code_outside_tests(&self) -> String {
        if self.is_for_tests {
            String::new()
        } else {
            code::without_tests(&self.code())
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

    /// Breaches at every line of `text` (this file's, or a blanked copy of it) in which `is_bad`
    /// finds something, with what it found.
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

/// All files under some folders of the repository whose names end so, in order; folders that do not
/// exist have none.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in folders {
        gather(&root().join(folder), endings, &mut sources);
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    let rust = sources.iter().filter(|source| source.is_rust());
    let for_tests: Vec<String> = rust
        .flat_map(|source| code::modules_for_tests(&source.path, &source.text))
        .collect();
    for source in &mut sources {
        let is_part = |module: &String| code::is_part_of(&source.path, module);
        source.is_for_tests = for_tests.iter().any(is_part);
    }
    sources
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

#[test]
fn strings_and_comments_are_no_code() {
    let source = Source::sample(
        "src/x.rs",
        "let a = \"unwrap() // no\"; // HashMap\nlet b = 'x'; /* y */ fn f<'a>() {}\nlet r = r#\"z \
         \" z\"#;",
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
    let parent =
        "mod state;\n#[cfg(test)]\nmod samples;\n#[cfg(test)]\nmod tests {\n    mod inner;\n}\n";
    let modules = code::modules_for_tests("src/session/mod.rs", parent);
    assert_eq!(modules, ["src/session/samples"]);
    let plain = code::modules_for_tests("src/scenario/validate.rs", "#[cfg(test)]\nmod tests;\n");
    for file in ["tests.rs", "tests/mod.rs", "tests/mistakes.rs"] {
        assert!(code::is_part_of(
            &format!("src/scenario/validate/{file}"),
            &plain[0]
        ));
    }
    assert!(!code::is_part_of(
        "src/scenario/validate/testsome.rs",
        &plain[0]
    ));
}
