//! An experiment: one file that says what to run, the tasks it is made of, and the tables, figures
//! and sentences that come out.
//!
//! The same core in the page's workers, on the command line and on a cluster: [`parse`] reads a
//! file, [`Ready`] does its tasks in any order, anywhere, each giving a few bytes, and
//! [`Ready::results`] puts all of them together. Knows no browser, file, thread or clock.

mod fields;
mod kinds;
mod manifest;
mod question;
mod read;
mod ready;
mod results;
pub mod sweep;
mod vary;
mod versions;
mod write;

pub use fields::{FIELDS, Field, reference};
pub use manifest::{Listed, Manifest};
pub use question::{
    Experiment, FORMAT, Kind, Players, Sensitivity, Sweep, YearsKept, hash, hexadecimal, limits,
};
pub use read::{Beside, parse, parse_beside};
pub use ready::Ready;
pub use results::package;
pub use vary::{Varied, Vary, can_vary, find as varied, spread};
pub use write::write;

#[cfg(test)]
mod tests;
