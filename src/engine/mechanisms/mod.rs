//! The fourteen mechanisms of a month, one file each. They see state, parameters and what is funded; never a strategy,
//! an arm's name or another arm.

pub mod accounts;
pub mod community;
pub mod control;
pub mod crisis;
pub mod demography;
pub mod family;
pub mod governance;
pub mod life_events;
pub mod practice;
pub mod problems;
pub mod spread;
pub mod support;
pub mod ties;
pub mod wellbeing;

use crate::numeric;

/// A ratio between the most and the least deprived tenth as a factor for a deprivation between −1 and 1 (1 at 0).
fn gradient(ratio: f32, deprivation: f32) -> f32 {
    numeric::pow(f64::from(ratio), f64::from(deprivation) / 2.0) as f32
}

/// How hazards of people move with national conditions: 1 as today, lower where income, housing and rights are better.
fn structural(parameters: &crate::scenario::parameters::Parameters) -> f32 {
    let better = parameters.life_events.structural - 0.5;
    libm::expf(-better * parameters.couplings.people_from_national)
}
