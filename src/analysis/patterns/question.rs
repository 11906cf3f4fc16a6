//! The patterns as a question: one task a seed, and the median over seeds of every measure.

use super::drift::{self, Drift};
use super::{Baseline, PATTERNS, Pattern};
use crate::analysis::question::Question;
use crate::analysis::statistics::median;
use crate::scenario::Scenario;
use serde::Serialize;

/// Which patterns to measure, on what and how often.
#[derive(Clone, Debug)]
pub struct Patterns {
    /// The place, its size, and every assumption; its money and arms are not looked at.
    pub scenario: Scenario,
    /// How many seeds, each with a place and luck of its own.
    pub seeds: u32,
    /// Numbers of the patterns to measure; all when empty.
    pub only: Vec<u8>,
}

/// All patterns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatternsAnswer {
    /// The place.
    pub place: String,
    /// How many people were generated.
    pub people: u32,
    /// How many seeds.
    pub seeds: u32,
    /// The first seed.
    pub seed: u64,
    /// How many patterns are in band.
    pub in_band: u32,
    /// Each pattern.
    pub patterns: Vec<PatternAnswer>,
    /// Whether business as usual stands still, indicator by indicator.
    pub drift: Vec<Drift>,
}

/// One pattern.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatternAnswer {
    /// Its number.
    pub id: u8,
    /// What it says.
    pub name: &'static str,
    /// How it is measured.
    pub how: &'static str,
    /// Rows of the evidence register that it rests on.
    pub sources: &'static [&'static str],
    /// Its measures.
    pub measures: Vec<MeasureAnswer>,
    /// Whether every measure is in its band.
    pub in_band: bool,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeasureAnswer {
    /// What is measured.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The median over seeds; nothing where it cannot be measured.
    pub value: Option<f64>,
    /// The lowest value in band.
    pub low: f64,
    /// The highest value in band.
    pub high: f64,
    /// Whether the median lies in the band.
    pub in_band: bool,
    /// The values seed by seed.
    pub by_seed: Vec<Option<f64>>,
}

impl Patterns {
    fn chosen(&self) -> impl Iterator<Item = &'static Pattern> + '_ {
        PATTERNS
            .iter()
            .filter(|pattern| self.only.is_empty() || self.only.contains(&pattern.id))
    }
}

/// What one seed came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Seed {
    /// Values by pattern and measure.
    values: Vec<Vec<f64>>,
    /// The first and last years of every indicator.
    ends: Vec<(f64, f64)>,
}

impl Question for Patterns {
    /// One seed, or why the place could not be lived in.
    type Part = Result<Seed, String>;
    type Answer = Result<PatternsAnswer, String>;

    fn tasks(&self) -> usize {
        self.seeds as usize
    }

    fn run(&self, task: usize) -> Self::Part {
        let baseline = Baseline::live(&self.scenario, task as u32)?;
        let values = self
            .chosen()
            .map(|pattern| (pattern.read)(&baseline))
            .collect();
        Ok(Seed {
            values,
            ends: drift::read(&baseline),
        })
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer {
        let seeds = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
        let (values, ends): (Vec<_>, Vec<_>) = seeds
            .into_iter()
            .map(|seed| (seed.values, seed.ends))
            .unzip();
        let patterns: Vec<PatternAnswer> = self
            .chosen()
            .enumerate()
            .map(|(k, pattern)| judge(pattern, k, &values))
            .collect();
        Ok(PatternsAnswer {
            place: self.scenario.place.clone(),
            people: self.scenario.people,
            seeds: self.seeds,
            seed: self.scenario.seed,
            in_band: patterns.iter().filter(|pattern| pattern.in_band).count() as u32,
            patterns,
            drift: drift::judge(&ends),
        })
    }
}

fn judge(pattern: &Pattern, position: usize, seeds: &[Vec<Vec<f64>>]) -> PatternAnswer {
    let number = |value: f64| value.is_finite().then_some(value);
    let measures: Vec<MeasureAnswer> = pattern
        .measures
        .iter()
        .enumerate()
        .map(|(m, measure)| {
            let values: Vec<f64> = seeds.iter().map(|seed| seed[position][m]).collect();
            let value = median(&values);
            MeasureAnswer {
                name: measure.name,
                unit: measure.unit,
                value: number(value),
                low: measure.low,
                high: measure.high,
                in_band: (measure.low..=measure.high).contains(&value),
                by_seed: values.into_iter().map(number).collect(),
            }
        })
        .collect();
    let in_band = measures.iter().all(|measure| measure.in_band);
    PatternAnswer {
        id: pattern.id,
        name: pattern.name,
        how: pattern.how,
        sources: pattern.sources,
        measures,
        in_band,
    }
}
