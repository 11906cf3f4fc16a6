//! What is wrong with a scenario: where, what was found, and what would be right. Knows nothing of
//! how it was noticed.

use crate::text::{self, Lines, MOST_TOLD};
use std::fmt::{Display, Formatter};

/// The most that is said of one problem: of its path, of what was found and of what is wanted.
/// Unit: bytes. Twenty of them with the name of a file stay below 20 kB.
const MOST_PATH: usize = 120;
const MOST_FOUND: usize = 240;
const MOST_WANTED: usize = 480;
/// The longest name of a file in front of a problem. Unit: bytes.
const MOST_FILE: usize = 100;
/// After so many problems no likely meaning is looked up: nobody reads them, and it takes time.
const MANY: usize = 400;

/// One thing that is wrong with what a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as `arms[1].design.area`; positions count from 0. Empty when the text as a whole
    /// is meant.
    pub path: String,
    /// The line it stands on, counted from 1, when it is known.
    pub line: Option<u32>,
    /// What was found there.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

impl Problem {
    /// Why a text is no TOML of the wanted form, with the line where that shows.
    pub fn of_toml(text: &str, error: &toml::de::Error, path: &str, wanted: &str) -> Self {
        let line = error.span().map(|span| {
            let before = text.bytes().take(span.start);
            before.filter(|b| *b == b'\n').count() as u32 + 1
        });
        Self {
            path: path.to_owned(),
            line,
            found: error.message().to_owned(),
            wanted: wanted.to_owned(),
        }
    }
}

impl Display for Problem {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(out, "line {line}: ")?;
        }
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        // A number of the right kind is outside a range; of anything else it helps to know what was
        // wanted.
        let is_outside = |range: &'_ str, whole: bool| {
            let is_number = if whole {
                self.found.parse::<i64>().is_ok()
            } else {
                self.found.parse::<f64>().is_ok_and(f64::is_finite)
            };
            // "1 to 1" is no range.
            let is_range = range
                .split_once(" to ")
                .is_some_and(|(low, high)| low != high);
            (is_number && is_range).then(|| range.to_owned())
        };
        let range = self
            .wanted
            .strip_prefix("a number from ")
            .and_then(|range| is_outside(range, false));
        match range.or_else(|| {
            self.wanted
                .strip_prefix("a whole number from ")
                .and_then(|range| is_outside(range, true))
        }) {
            Some(range) => write!(out, "{} is outside {range}", self.found),
            None => write!(out, "found {}; wanted {}", self.found, self.wanted),
        }
    }
}

impl Problem {
    /// A problem as it is told: whatever it quotes is visible and not long.
    pub fn new(path: &str, line: Option<u32>, found: &str, wanted: &str) -> Self {
        let part = text::message;
        Self {
            path: part(path, MOST_PATH),
            line,
            found: part(found, MOST_FOUND),
            wanted: part(wanted, MOST_WANTED),
        }
    }
}

/// Problems of what has a name as lines, one each.
pub fn lines(name: &str, problems: &[Problem]) -> Vec<String> {
    let name = text::message(name, MOST_FILE);
    problems
        .iter()
        .map(|problem| format!("{name}: {problem}"))
        .collect()
}

/// Lines about problems as one message: the first twenty, how many more there are, and how many in
/// all.
pub fn told(lines: &[String]) -> String {
    let said = lines[..lines.len().min(MOST_TOLD)].join("\n");
    let more = if lines.len() > MOST_TOLD {
        format!("\n… and {} more", lines.len() - MOST_TOLD)
    } else {
        String::new()
    };
    let count = if lines.len() == 1 {
        "1 problem".to_owned()
    } else {
        format!("{} problems", lines.len())
    };
    format!("{said}{more}\n{count}")
}

/// Problems gathered while reading one text, with the lines at which its offsets lie.
pub(crate) struct Problems {
    text: Lines,
    gathered: Vec<Problem>,
}

impl Problems {
    /// None yet.
    pub fn in_text(text: &str) -> Self {
        Self {
            text: Lines::of(text),
            gathered: Vec::new(),
        }
    }

    /// Whether there are more than anybody reads.
    pub fn many(&self) -> bool {
        self.gathered.len() >= MANY
    }

    /// Takes in a problem at an offset.
    pub fn add(
        &mut self,
        offset: usize,
        path: impl Into<String>,
        found: impl Into<String>,
        wanted: impl Into<String>,
    ) {
        let line = Some(self.text.at(offset));
        self.gathered.push(Problem::new(
            &path.into(),
            line,
            &found.into(),
            &wanted.into(),
        ));
    }

    /// Takes in problems that lie nowhere in the text.
    pub fn extend(&mut self, problems: Vec<Problem>) {
        self.gathered.extend(problems);
    }

    /// Whether anything is wrong with a field.
    pub fn mentions(&self, path: &str) -> bool {
        self.gathered.iter().any(|p| p.path == path)
    }

    /// The lines on which something is wrong so far.
    pub fn lines(&self) -> Vec<Option<u32>> {
        self.gathered.iter().map(|p| p.line).collect()
    }

    /// All of them, in the order of the text.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.gathered.sort_by_key(|problem| problem.line);
        self.gathered
    }
}
