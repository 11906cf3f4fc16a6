//! The experiment that workers are at.

use crate::experiment::Experiment;
use crate::protocol::Figures;
use std::rc::Rc;

/// Months lived by persons that are allowed one request more: a slow device lives as many a second.
const MONTHS_A_BEAT: f64 = 60_000.0;

/// The experiment that workers are at.
#[derive(Default)]
pub(super) struct Trial {
    pub experiment: Option<Rc<Experiment>>,
    /// The figures of its place, where workers do not have them.
    pub figures: Option<Figures>,
    /// Parts of all tasks, once they are to be put together.
    pub parts: Vec<Rc<[u8]>>,
    /// When its tasks began. Unit: milliseconds.
    pub since: f64,
}

impl Trial {
    /// Requests that a worker may leave unanswered beyond the usual: it does not listen while it lives a world.
    pub fn patience(&self) -> u32 {
        self.experiment.as_ref().map_or(0, |experiment| {
            let scenario = &experiment.scenario;
            let months = scenario.months() + scenario.spin_up_months;
            (f64::from(scenario.people) * f64::from(months) / MONTHS_A_BEAT) as u32
        })
    }
}
