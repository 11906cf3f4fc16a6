//! Chart geometry, drawings as bytes, and what a chart says in words. Plain numbers in, plain numbers out.
//!
//! Knows no browser and no application state: the page draws what stands here, the command line could too.

pub mod changes;
pub mod code;
pub mod colour;
pub mod dots;
pub mod finding;
pub mod in_all;
pub mod interdependence;
pub mod labels;
pub mod layout;
pub mod lives;
pub mod number;
pub mod packing;
pub mod person;
pub mod picture;
pub mod raster;
pub mod rim;
pub mod scale;
pub mod sensitivity;
pub mod settle;
pub mod stack;
pub mod steps;
pub mod why;
pub mod words;

#[cfg(test)]
mod why_tests;
