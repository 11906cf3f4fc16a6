//! The researcher's afternoon: assumptions, experiments, results.
//!
//! Pure like the rest of the session: what it wants done it asks for by [`Order`]s.

pub mod assumptions;
pub mod bench;
mod beside;
pub mod file;
pub mod form;
mod going;
pub mod list;
pub mod map;
pub mod order;
pub mod record;
pub mod size;
pub mod taken;

#[cfg(test)]
mod assumptions_tests;
#[cfg(test)]
mod bench_tests;

pub use order::Order;

use super::action::Action;
use super::context::Context;
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

/// Takes in what happened.
pub fn update(lab: &mut Lab, said: Said, around: &Context<'_>) -> Vec<Action> {
    match said {
        Said::Assumptions(said) => assumptions::update(&mut lab.assumptions, said, around),
        Said::Bench(said) => bench::update(&mut lab.bench, said, &around.question.scenario),
        Said::File(name, content) => {
            let Lab { assumptions, bench } = lab;
            file::import(assumptions, bench, (&name, content), around)
        }
    }
}
