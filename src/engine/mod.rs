//! The engine: a world in arrays, and a month made of named mechanisms.

pub mod ledger;
