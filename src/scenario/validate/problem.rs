//! What is wrong with a scenario: where, what was found, and what would be right. Knows nothing of how it was noticed.

use std::fmt::{Display, Formatter};

/// One thing that is wrong with what a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as `arms[1].design.area`; positions count from 0. Empty when the text as a whole is meant.
    pub path: String,
    /// The line it stands on, counted from 1, when it is known.
    pub line: Option<u32>,
    /// What was found there.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

impl Display for Problem {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(out, "line {line}: ")?;
        }
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "found {}; wanted {}", self.found, self.wanted)
    }
}

/// Problems gathered while reading one text, with the lines at which its offsets lie.
pub(crate) struct Problems {
    /// Offsets at which lines end.
    ends: Vec<usize>,
    gathered: Vec<Problem>,
}

impl Problems {
    /// None yet.
    pub fn in_text(text: &str) -> Self {
        Self { ends: text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(k, _)| k).collect(), gathered: Vec::new() }
    }

    /// The line of an offset, counted from 1.
    fn line(&self, offset: usize) -> u32 {
        self.ends.partition_point(|end| *end < offset) as u32 + 1
    }

    /// Takes in a problem at an offset.
    pub fn add(&mut self, offset: usize, path: impl Into<String>, found: impl Into<String>, wanted: impl Into<String>) {
        let line = Some(self.line(offset));
        self.gathered.push(Problem { path: path.into(), line, found: found.into(), wanted: wanted.into() });
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
