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

/// e^(slope × (age − reference)) for every age in whole years: hazards that rise with age, worked out once a month.
struct ByAge([f32; 128]);

impl ByAge {
    fn new(slope: f32, reference: f32) -> Self {
        Self(std::array::from_fn(|age| libm::expf(slope * (age as f32 - reference))))
    }

    #[inline]
    fn at(&self, age: u16) -> f32 {
        self.0[usize::from(age).min(127)]
    }
}
