//! A wave: the model run at the points of a design, and what was measured there.

use super::space::Space;
use crate::analysis::patterns::{Baseline, PATTERNS};
use crate::analysis::question::Question;
use crate::analysis::statistics::mean;
use crate::scenario::Scenario;

/// One measure that calibration looks at, with its band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The number of the pattern.
    pub pattern: u8,
    /// The position of the measure in it.
    pub measure: usize,
    /// The lowest value in band.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Target {
    /// How far a value lies from the middle of the band. 1 = at its edge.
    pub fn from_middle(&self, value: f64) -> f64 {
        let (middle, half) = (
            f64::midpoint(self.low, self.high),
            (self.high - self.low) / 2.0,
        );
        ((value - middle) / half).abs()
    }
}

/// Every measure of some patterns.
pub fn targets(patterns: &[u8]) -> Vec<Target> {
    PATTERNS
        .iter()
        .filter(|pattern| patterns.contains(&pattern.id))
        .flat_map(|pattern| {
            let measures = pattern.measures.iter().enumerate();
            measures.map(|(measure, m)| Target {
                pattern: pattern.id,
                measure,
                low: m.low,
                high: m.high,
            })
        })
        .collect()
}

/// The points of one wave.
#[derive(Clone, Debug)]
pub struct Wave {
    /// The place and its size; its arms and money are not looked at.
    pub scenario: Scenario,
    /// Numbers of the patterns that are measured.
    pub patterns: Vec<u8>,
    /// The free parameters.
    pub space: Space,
    /// Where to run.
    pub points: Vec<Vec<f64>>,
    /// On how many seeds each point is run: the same ones at every point, so that points differ by parameters alone.
    pub seeds: u32,
}

impl Question for Wave {
    /// The mean over seeds of every target, or why the place could not be lived in.
    type Part = Result<Vec<f64>, String>;
    /// One row a point.
    type Answer = Result<Vec<Vec<f64>>, String>;

    fn tasks(&self) -> usize {
        self.points.len()
    }

    fn run(&self, task: usize) -> Self::Part {
        let mut scenario = self.scenario.clone();
        self.space
            .apply(&self.points[task], &mut scenario.parameters);
        let seeds = (0..self.seeds)
            .map(|seed| self.measure(&scenario, seed))
            .collect::<Result<Vec<_>, _>>()?;
        Ok((0..seeds[0].len())
            .map(|k| mean(&seeds.iter().map(|seed| seed[k]).collect::<Vec<_>>()))
            .collect())
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer {
        parts.into_iter().collect()
    }
}

impl Wave {
    fn measure(&self, scenario: &Scenario, seed: u32) -> Result<Vec<f64>, String> {
        let baseline = Baseline::live(scenario, seed)?;
        Ok(PATTERNS
            .iter()
            .filter(|p| self.patterns.contains(&p.id))
            .flat_map(|pattern| (pattern.read)(&baseline))
            .collect())
    }
}
