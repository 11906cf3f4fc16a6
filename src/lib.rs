//! Kith simulates how a place changes: the same people living the same luck in two worlds, for the
//! same money.
//!
//! The modules stand in the order in which data flows; each imports only what stands before it
//! (`tests/it/tidy.rs` holds the table).
//!
//! 1. [`ids`], [`text`], [`units`], [`numeric`], [`random`]: the words and numbers everything else
//!    is written in.
//! 2. [`scenario`]: what a person asks. 3. [`place`]: who lives where. 4. [`engine`]: a month made
//!    of named mechanisms.
//! 5. [`indicators`]: what is measured. 6. [`ensemble`]: arms × replicates, paired. 7.
//!    [`analysis`]: questions asked of ensembles, which [`questions`] lists. [`words`]: what is said
//!    to people, message by message.
//! 8. [`charts`], [`drawing`], [`report`], [`export`], [`answers`], [`experiment`], [`protocol`], [`session`]:
//!    pictures, results as bytes, what answers say, experiments, messages and application state.
//! 9. `web` (the page) and `cli` (the command line): each only on its own target.

pub mod ids;
pub mod numeric;
pub mod random;
pub mod text;
pub mod units;

pub mod scenario;

pub mod place;

pub mod engine;

pub mod indicators;

pub mod ensemble;

pub mod analysis;

pub mod questions;

pub mod words;

pub mod charts;
pub mod drawing;
pub mod export;
pub mod report;

pub mod answers;
pub mod experiment;

pub mod protocol;
pub mod session;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod web;
