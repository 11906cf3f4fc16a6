//! Results as bytes, each with where it came from. Knows no files and no clock: what is written where is the caller's.

pub mod comparison;
pub mod delta;
pub mod graph;
pub mod json;
pub mod lives;
pub mod manifest;
pub mod package;
pub mod panel;
pub mod reference;
pub mod regression;
pub mod values;

pub use comparison::Comparison;
pub use manifest::Manifest;
