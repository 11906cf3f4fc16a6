//! Hostile input for every reader of what people hand in, on the stable compiler and without anything to install.
//!
//! [`readers`] are the doors: a file, a link, a code as bytes, and what is said about it. [`mutate`] bends inputs that are right until
//! they are wrong in the ways that files and links go wrong. [`attempt`] tries one input and judges it; [`run`] tries many; [`report`]
//! keeps and prints what failed. An input is named by seed, reader and number, so that any of them can be made again by itself.

pub mod attempt;
pub mod luck;
pub mod minimise;
pub mod mutate;
pub mod readers;
pub mod report;
pub mod run;
pub mod tokens;
pub mod watch;
