//! What is measured: a catalogue of indicators, and the tables that hold their values year by year.
//!
//! Observing a state never changes it. Knows nothing of arms, money or strategies.

pub mod catalogue;
pub mod in_all;
pub mod introduced;
pub mod life;
pub mod observe;
pub mod panel;
pub mod panel_observer;
mod place;
pub mod sizes;

use serde::{Deserialize, Serialize};

/// Indicator values of one run: one row an indicator of the catalogue, one column a year.
///
/// Column 0 is the last year of the spin-up (before the arms branch), column y the y-th year after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Columns: years simulated after the branch, and one more for the year before it.
    pub columns: u32,
    /// Values, indicator by indicator. Shape: indicators × columns.
    pub values: Vec<f64>,
}

impl Table {
    /// A table of zeros.
    pub fn new(columns: u32) -> Self {
        Self {
            columns,
            values: vec![0.0; catalogue::CATALOGUE.len() * columns as usize],
        }
    }

    /// The values of one indicator, year by year.
    pub fn row(&self, indicator: usize) -> &[f64] {
        let width = self.columns as usize;
        &self.values[indicator * width..(indicator + 1) * width]
    }

    /// Sets one value.
    pub fn set(&mut self, indicator: usize, column: u32, value: f64) {
        self.values[indicator * self.columns as usize + column as usize] = value;
    }
}

/// Pictures of every person at regular months, for drawing the place as it lives.
///
/// One byte a person and measure, so that a picture of 5,000 people is small.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frames {
    /// The months pictured, counted from 0 at the branching of the arms.
    pub months: Vec<u32>,
    /// How many slots for persons each picture has (a slot nobody lives in holds
    /// [`Frames::NOBODY`]).
    pub slots: Vec<u32>,
    /// Measures, one after another: `FRAME_MEASURES` planes a picture, one byte a slot. Shape: Σ
    /// slots × measures.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// For each slot, the family living there, as at the last picture. Families keep their home's
    /// place.
    pub family_of_slot: Vec<u32>,
    /// For each slot, who lives there, as at the last picture: age in whole years (127 at the
    /// most), and 128 more for women.
    #[serde(with = "serde_bytes")]
    pub who: Vec<u8>,
    /// For each slot, since when they do, as at the last picture: the position in [`Since::ALL`].
    #[serde(with = "serde_bytes")]
    pub since: Vec<u8>,
    /// The neighbourhood of each home built after the place was generated, as at the last picture:
    /// families from the place's number of families on live there.
    pub later_homes: Vec<u32>,
    /// For each slot, a number that is the same for the same person in every world, as at the first
    /// picture.
    pub keys: Vec<u64>,
    /// People to meet, as they are at the first picture.
    pub introduced: Vec<introduced::Introduced>,
}

/// Since when somebody has lived in the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Since {
    /// Since the place was generated.
    Generated,
    /// Came during the spin-up, before the arms branched.
    SpinUp,
    /// Born, joined or moved in after the arms branched.
    Branch,
}

impl Since {
    /// All, in the order of the bytes.
    pub const ALL: [Self; 3] = [Self::Generated, Self::SpinUp, Self::Branch];
}

/// Somebody as the last picture shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Age at the last picture. Unit: whole years, 127 at the most.
    pub age: u8,
    /// Female (true) or male.
    pub female: bool,
    /// Since when they have lived in the place.
    pub since: Since,
}

/// What the pictures show, in the order of the planes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FrameMeasure {
    /// Wellbeing. Byte = 25 × (0–10).
    Wellbeing,
    /// Friends a person counts on. Byte = 25 × (0–10).
    CloseFriends,
    /// Control. Byte = 250 × (0–1).
    Control,
    /// Support need that is met. Byte = 250 × share; people without need have 250.
    NeedMet,
}

impl Frames {
    /// The byte of a slot nobody lives in.
    pub const NOBODY: u8 = 255;
    /// What is pictured.
    pub const MEASURES: [FrameMeasure; 4] = [
        FrameMeasure::Wellbeing,
        FrameMeasure::CloseFriends,
        FrameMeasure::Control,
        FrameMeasure::NeedMet,
    ];

    /// Who lives in a slot at the last picture, or was the last to; nothing for a slot that is not
    /// there.
    pub fn seen(&self, slot: usize) -> Option<Seen> {
        let (who, since) = (*self.who.get(slot)?, *self.since.get(slot)?);
        let since = *Since::ALL.get(usize::from(since))?;
        Some(Seen {
            age: who & 127,
            female: who & 128 != 0,
            since,
        })
    }

    /// The bytes of one picture and measure, one a slot.
    pub fn plane(&self, picture: usize, measure: FrameMeasure) -> &[u8] {
        let before: usize = self.slots[..picture]
            .iter()
            .map(|s| *s as usize * Self::MEASURES.len())
            .sum();
        let slots = self.slots[picture] as usize;
        let start = before + slots * measure as usize;
        &self.bytes[start..start + slots]
    }
}
