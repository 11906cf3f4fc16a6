//! Figures, drawn once: marks with roles, a text alternative, axes and scales. Painters put them on a page or into a file. Knows no browser
//! and no file; it is given numbers and words.

pub mod axes;
pub mod bars;
pub mod fifty;
pub mod figure;
pub mod lines;
pub mod lives;
pub mod over_years;
pub mod role;
pub mod rows;
pub mod scatter;
mod svg;
pub mod tiles;

pub use crate::charts::interdependence::Anchor;
pub use role::{Role, Who};
pub use svg::{escaped, is_forbidden, to_svg};

/// A figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Unit: pixels.
    pub width: f64,
    /// Unit: pixels.
    pub height: f64,
    /// What is to be seen, for who cannot see it.
    pub words: String,
    /// What it is made of, from the back to the front.
    pub marks: Vec<Mark>,
}

impl Drawing {
    /// Marks in so many pixels across and down, with what is to be seen in words.
    pub fn new((width, height): (f64, f64), words: impl Into<String>, marks: Vec<Mark>) -> Self {
        Self {
            width,
            height,
            words: words.into(),
            marks,
        }
    }
}

/// A place in a drawing: across from the left, down from the top. Unit: pixels.
pub type At = (f64, f64);

/// One thing that is drawn: what it stands for, from which its look follows, and its form.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark(pub Role, pub Shape);

/// The form of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Marks that belong together.
    Group(Vec<Mark>),
    /// A straight line.
    Line(At, At),
    /// A line or an area, as path data.
    Path(String),
    /// A circle: its middle and its radius.
    Dot(At, f64),
    /// A rectangle: its upper left corner and its size.
    Tile(At, At),
    /// Words; each line of them under the one before.
    Text(At, Anchor, String),
}

impl Mark {
    /// Marks that belong together.
    pub fn group(role: Role, marks: Vec<Self>) -> Self {
        Self(role, Shape::Group(marks))
    }

    /// A straight line.
    pub fn line(role: Role, from: At, to: At) -> Self {
        Self(role, Shape::Line(from, to))
    }

    /// A line or an area.
    pub fn path(role: Role, path: String) -> Self {
        Self(role, Shape::Path(path))
    }

    /// A circle.
    pub fn dot(role: Role, middle: At, radius: f64) -> Self {
        Self(role, Shape::Dot(middle, radius))
    }

    /// A rectangle.
    pub fn tile(role: Role, corner: At, size: At) -> Self {
        Self(role, Shape::Tile(corner, size))
    }

    /// Words.
    pub fn text(role: Role, at: At, anchor: Anchor, words: impl Into<String>) -> Self {
        Self(role, Shape::Text(at, anchor, words.into()))
    }
}

/// The size of words in files. Unit: pixels.
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
