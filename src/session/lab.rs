//! The researcher's afternoon: assumptions, experiments, results.
//!
//! Pure like the rest of the session: what it wants done it asks for by [`Order`]s.

pub mod assumptions;
pub mod bench;
mod beside;
pub mod file;
pub mod form;
pub mod list;
pub mod map;
pub mod record;
pub mod size;
pub mod taken;

#[cfg(test)]
mod assumptions_tests;
#[cfg(test)]
mod bench_tests;

use super::choices::Choices;
use super::message::Effect;
use super::state::State;
use assumptions::Assumptions;
use bench::Bench;

/// Everything that the page knows of the lab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lab {
    /// The table of assumptions: what is looked at, what was typed.
    pub assumptions: Assumptions,
    /// Experiments.
    pub bench: Bench,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// To the assumptions.
    Assumptions(assumptions::Said),
    /// To experiments.
    Bench(bench::Said),
    /// A file was chosen or dropped: its name, and what it holds or how many bytes too many.
    File(String, Result<Vec<u8>, u64>),
}

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Offer text as a file of a name and a media type.
    Download {
        /// The name.
        name: String,
        /// The media type.
        kind: &'static str,
        /// What it holds.
        text: String,
    },
    /// Have the workers do something for the experiment.
    Work(bench::Work),
    /// Keep something of an experiment on this device, or give it back.
    Keep(bench::Keep),
}

/// Takes in what happened.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    match said {
        Said::Assumptions(said) => assumptions::update(state, said, choices),
        Said::Bench(said) => bench::update(state, said, choices),
        Said::File(name, content) => file::import(state, &name, content, choices),
    }
}

/// Offers text as a file.
fn download(name: String, kind: &'static str, text: String) -> Vec<Effect> {
    vec![Effect::Lab(Order::Download { name, kind, text })]
}
