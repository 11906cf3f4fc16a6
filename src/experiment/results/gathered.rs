//! The parts of a grid, with what to look them up by. Knows no table and no figure.

use crate::answers::about::About;
use crate::ensemble::pair::Pair;
use crate::experiment::sweep::Kept;
use crate::experiment::{Sweep, vary};

/// All parts of a grid, in the order of its tasks, with what to look them up by.
pub struct Gathered<'a> {
    pub sweep: &'a Sweep,
    pub parts: &'a [Vec<Kept>],
    pub about: &'a About,
    pub points: usize,
    pub replicates: usize,
}

impl Gathered<'_> {
    /// The arms of one luck at one point.
    pub fn arms(&self, point: usize, replicate: usize) -> &[Kept] {
        &self.parts[replicate * self.points + point]
    }

    /// Alternative less reference in the last year, luck by luck.
    pub fn differences(&self, point: usize, pair: Pair, indicator: usize) -> Vec<f64> {
        let of = |replicate: usize| {
            let arms = self.arms(point, replicate);
            arms[pair.alternative].last(indicator) - arms[pair.reference].last(indicator)
        };
        (0..self.replicates).map(of).collect()
    }

    /// What a field that was varied is called on an axis.
    pub fn axis(&self, k: usize) -> String {
        let name = &self.sweep.vary[k].name;
        let unit =
            vary::find(&self.about.scenario, name).map_or(String::new(), |varied| varied.unit);
        format!("{name} ({unit})")
    }
}
