//! What a table is to those who use it: its subject, its level and its counts by area code; and how
//! its figures are written. Knows no form: [`super::forms`] reads those.

use super::day::Day;
use super::subject::{Scheme, Subject};
use crate::text;
use std::collections::BTreeMap;

/// The largest table read. Unit: bytes.
pub const LARGEST_TABLE: usize = 64 << 20;
/// The longest field read. Unit: bytes.
pub const LONGEST_FIELD: usize = 1_000;
/// The most that one count may be.
pub const LARGEST_COUNT: u32 = 100_000_000;
/// The longest name of a file or column in a message. Unit: bytes.
pub(super) const MOST_PART: usize = 120;
/// The most that is said of what would be right. Unit: bytes.
const MOST_EXPECTED: usize = 1_000;

/// What is wrong with a table: where, what was read, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: read {found}, expected {expected}", place(*line, column))]
pub struct TableError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 where it is about the file as a whole.
    pub line: u64,
    /// The name of the column; "-" where it is about the whole line or file.
    pub column: String,
    /// What was read.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

/// Where in the file, as far as that is known.
fn place(line: u64, column: &str) -> String {
    match (line, column) {
        (0, "-") => String::new(),
        (0, column) => format!(", column {column}"),
        (line, "-") => format!(", line {line}"),
        (line, column) => format!(", line {line}, column {column}"),
    }
}

impl TableError {
    /// A problem in a place of a file. What was read is shortened where it is long.
    pub fn new(
        file: &str,
        line: u64,
        column: &str,
        found: &str,
        expected: impl Into<String>,
    ) -> Self {
        let part = text::message;
        let found = if found.is_empty() {
            "nothing".to_owned()
        } else {
            text::short(found, 80)
        };
        Self {
            file: part(file, MOST_PART),
            line,
            column: part(column, MOST_PART),
            found,
            expected: part(&expected.into(), MOST_EXPECTED),
        }
    }
}

/// What kind of area a code is of. The official codes say it; names of columns and files do not
/// matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Districts (local authorities).
    District,
    /// Neighbourhoods (Lower-layer Super Output Areas).
    Neighbourhood,
    /// Middle-layer Super Output Areas, of some five neighbourhoods each.
    Middle,
    /// Output Areas, of which neighbourhoods are made.
    Output,
    /// Countries, regions, counties, wards and whatever else has a code.
    Other,
}

impl Level {
    /// The level of an area code; none where it is no area code.
    pub fn of(code: &str) -> Option<Self> {
        if !is_area_code(code) {
            return None;
        }
        Some(match &code[..3] {
            "E06" | "E07" | "E08" | "E09" | "W06" | "S12" | "N09" => Self::District,
            "E01" | "W01" | "S01" => Self::Neighbourhood,
            "E02" | "W02" | "S02" => Self::Middle,
            "E00" | "W00" | "S00" => Self::Output,
            _ => Self::Other,
        })
    }

    /// How a sentence says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::District => "by district",
            Self::Neighbourhood => "by neighbourhood (LSOA)",
            Self::Middle => "by middle-layer area (MSOA)",
            Self::Output => "by output area (OA)",
            Self::Other => "by areas that are neither districts nor neighbourhoods",
        }
    }
}

/// Whether a text is an official area code: a letter and eight digits.
pub fn is_area_code(text: &str) -> bool {
    text.len() == 9
        && text.as_bytes()[0].is_ascii_uppercase()
        && text.bytes().skip(1).all(|b| b.is_ascii_digit())
}

/// A whole number of at least 0 without signs, spaces or separators.
pub fn whole_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|&number| number <= LARGEST_COUNT)
}

/// A whole number with or without separators of thousands in the right places.
pub fn separated_number(text: &str) -> Option<u32> {
    let Some((first, rest)) = text.split_once(',') else {
        return whole_number(text);
    };
    let placed = (1..=3).contains(&first.len()) && rest.split(',').all(|group| group.len() == 3);
    if placed {
        whole_number(&text.replace(',', ""))
    } else {
        None
    }
}

/// Whether two totals of the same thing agree: counts are perturbed a little so that nobody can be
/// told from them.
pub fn near(one: f64, two: f64, level: Level) -> bool {
    let (share, people) = if level == Level::District {
        (0.002, 30.0)
    } else {
        (0.02, 25.0)
    };
    (one - two).abs() <= share * one.max(two) + people
}

/// The counts of one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaCounts {
    /// Its official name.
    pub name: String,
    /// The line of its first row, for naming problems.
    pub line: u64,
    /// Counts by class. Shape: the classes of the subject.
    pub counts: Vec<u32>,
}

/// A table: its subject and its counts by area code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file it came from.
    pub file: String,
    /// What it counts.
    pub subject: Subject,
    /// In which categories.
    pub scheme: &'static Scheme,
    /// Of which areas. All are of one level.
    pub level: Level,
    /// The day that it is of, where it says one.
    pub day: Option<Day>,
    /// Whether it is in the tidy form of the Trafford Data Lab.
    pub tidied: bool,
    /// By area code.
    pub areas: BTreeMap<String, AreaCounts>,
}

impl Table {
    /// How a sentence names what it is: "household size by district (TS017)".
    pub fn words(&self) -> String {
        what(self.subject, self.level)
    }
}

/// How a sentence names a table of a subject and a level.
pub fn what(subject: Subject, level: Level) -> String {
    format!(
        "{} {} ({})",
        subject.words(),
        level.words(),
        subject.number()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_what_the_code_says() {
        for (code, level) in [
            ("E08000009", Some(Level::District)),
            ("W06000015", Some(Level::District)),
            ("E01006109", Some(Level::Neighbourhood)),
            ("E02001259", Some(Level::Middle)),
            ("E00031000", Some(Level::Output)),
            ("E92000001", Some(Level::Other)),
            ("E0800009", None),
            ("Trafford", None),
            ("é8000009", None),
        ] {
            assert_eq!(Level::of(code), level, "{code}");
        }
    }

    #[test]
    fn separators_stand_where_thousands_end() {
        assert_eq!(separated_number("1,616"), Some(1616));
        assert_eq!(separated_number("938"), Some(938));
        assert_eq!(separated_number("12,345,678"), Some(12_345_678));
        for wrong in [
            "",
            ",616",
            "1,61",
            "1616,",
            "1,6166",
            "-5",
            "1.5",
            " 7",
            "1,-16",
            "99999999999",
        ] {
            assert_eq!(separated_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_a_table_is_told_about_can_be_shown_and_is_short() {
        let name = format!("\u{1b}[31m{}\u{202e}.csv", "x".repeat(50_000));
        let error = TableError::new(&name, 3, &name, &name, name.clone());
        assert!(error.to_string().len() < 2_000 && !error.to_string().chars().any(text::is_hidden));
    }
}
