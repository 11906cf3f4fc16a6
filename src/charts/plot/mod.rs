//! Whole drawings of results as text: lines with bands, tiles, rows of marks, scatters. The same bytes everywhere, on light paper, for files
//! and papers. Knows no experiment: it is given numbers and words.

pub mod lines;
mod pen;
pub mod rows;
pub mod scatter;
pub mod tiles;

pub use pen::Pen;

/// A finished drawing: a whole `<svg>` element.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Its text.
    pub svg: String,
    /// Unit: pixels.
    pub width: f64,
    /// Unit: pixels.
    pub height: f64,
}

/// Who does better, or that nobody clearly does: told by shape as well as by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The arm that a difference is counted for.
    Alternative,
    /// The arm that is subtracted.
    Reference,
    /// Neither.
    Neither,
}

impl Side {
    /// Its colour: those that arms have everywhere.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Alternative => ALTERNATIVE,
            Self::Reference => REFERENCE,
            Self::Neither => NEUTRAL,
        }
    }
}

/// Words and axes.
pub const INK: &str = "#1b222b";
/// Words beside.
pub const SOFT: &str = "#4c5866";
/// Lines of the grid.
pub const FAINT: &str = "#d5dbe2";
/// The arm that a difference is counted for.
pub const ALTERNATIVE: &str = "#12436d";
/// The arm that is subtracted.
pub const REFERENCE: &str = "#b4501b";
/// Business as usual, and what nobody wins.
pub const NEUTRAL: &str = "#66717d";
/// The size of words. Unit: pixels.
pub const LETTERS: f64 = 13.0;
/// How wide words are at most, about: system fonts differ, and a word that is cut says nothing. Unit: pixels.
pub fn wide(words: &str) -> f64 {
    words.chars().count() as f64 * LETTERS * 0.62
}

/// Words cut to so many letters.
pub fn short(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words
        .chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}
