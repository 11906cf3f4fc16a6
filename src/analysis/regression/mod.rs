//! What the model says of many small scenarios from all over what can be asked, so that two versions can be compared.
//!
//! [`design`] makes the scenarios, [`movement`] compares what two versions said of them. Knows no files and no way of
//! showing an answer.

pub mod design;
pub mod movement;

use super::arms;
use super::question::Question;
use crate::ensemble::{self, Job, Outcome, Prepared};
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::validate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The set of scenarios, lived.
#[derive(Clone, Copy, Debug)]
pub struct Regression {
    /// How many of them, the first ones. Range: 1 to [`design::SIZE`].
    pub scenarios: u32,
}

/// What one version says of the set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The version that said it.
    pub version: String,
    /// Ids of the indicators, in the order of each arm's values.
    pub indicators: Vec<String>,
    /// How far two re-runs with different luck lie apart, indicator by indicator: a standard deviation, pooled over arms.
    pub spread: Vec<f64>,
    /// Scenario by scenario.
    pub scenarios: Vec<Case>,
}

/// What one version says of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The scenario's hash: the same where the same was asked.
    pub scenario: String,
    /// A digest of every bit of every indicator table and ledger: 16 hexadecimal digits.
    pub fingerprint: String,
    /// By arm, every indicator in the last year of the first replicate. Five significant figures.
    pub arms: BTreeMap<String, Vec<f64>>,
}

/// What one scenario comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    number: u32,
    case: Case,
    /// Of every arm that was lived twice: the squared distance of the two lives, indicator by indicator.
    distances: Vec<Vec<f64>>,
}

impl Regression {
    /// The whole set.
    pub const ALL: Self = Self {
        scenarios: design::SIZE,
    };
}

impl Question for Regression {
    type Part = Result<Vec<Part>, String>;
    type Answer = Result<Record, String>;

    /// One a generated place.
    fn tasks(&self) -> usize {
        self.scenarios.clamp(1, design::PLACES) as usize
    }

    fn run(&self, task: usize) -> Result<Vec<Part>, String> {
        let scenarios = self.scenarios.clamp(1, design::SIZE);
        let mut prepared: Option<Prepared> = None;
        let live = |number: u32| {
            let scenario = design::scenario(number)?;
            let here = match prepared.take() {
                Some(before) => arms::with(&before, scenario),
                None => ensemble::prepare(scenario)?,
            };
            Ok(part(number, prepared.insert(here)))
        };
        let numbers = (task as u32..scenarios).step_by(design::PLACES as usize);
        numbers
            .map(live)
            .collect::<Result<_, String>>()
            .map_err(|words| format!("place {task} of the set: {words}"))
    }

    /// Errors: the first scenario that could not be lived.
    fn answer(&self, parts: Vec<Result<Vec<Part>, String>>) -> Result<Record, String> {
        let parts = parts
            .into_iter()
            .collect::<Result<Vec<Vec<Part>>, String>>()?;
        let mut parts: Vec<Part> = parts.into_iter().flatten().collect();
        parts.sort_by_key(|part| part.number);
        let distances: Vec<&Vec<f64>> = parts.iter().flat_map(|part| &part.distances).collect();
        // Two lives of one arm: half their squared distance estimates the variance between re-runs.
        let pooled = |k: usize| {
            (distances.iter().map(|d| d[k] / 2.0).sum::<f64>() / distances.len().max(1) as f64)
                .sqrt()
        };
        Ok(Record {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            indicators: CATALOGUE
                .iter()
                .map(|indicator| indicator.id.to_owned())
                .collect(),
            spread: (0..CATALOGUE.len()).map(|k| rounded(pooled(k))).collect(),
            scenarios: parts.into_iter().map(|part| part.case).collect(),
        })
    }
}

/// Lives one scenario of the set.
fn part(number: u32, prepared: &Prepared) -> Part {
    let scenario = &prepared.scenario;
    let positions: Vec<u32> = (0..scenario.arms.len() as u32).collect();
    let job = |replicate| Job {
        replicate,
        arms: positions.clone(),
        frames: false,
    };
    let outcomes: Vec<Outcome> = (0..scenario.replicates)
        .map(|replicate| ensemble::run(prepared, &job(replicate)))
        .collect();
    let ends = |outcome: &Outcome| {
        outcome
            .arms
            .iter()
            .map(|arm| arms::last(&arm.table))
            .collect::<Vec<_>>()
    };
    let lives: Vec<Vec<Vec<f64>>> = outcomes.iter().map(ends).collect();
    let distances = match &lives[..] {
        [first, second, ..] => first
            .iter()
            .zip(second)
            .map(|(a, b)| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).collect())
            .collect(),
        _ => Vec::new(),
    };
    let values = |k: usize| lives[0][k].iter().copied().map(rounded).collect();
    let arms = scenario
        .arms
        .iter()
        .enumerate()
        .map(|(k, arm)| (arm.id.clone(), values(k)))
        .collect();
    Part {
        number,
        case: Case {
            scenario: validate::hash(scenario),
            fingerprint: fingerprint(&outcomes),
            arms,
        },
        distances,
    }
}

/// A digest of all bits of what came out: tables and money.
fn fingerprint(outcomes: &[Outcome]) -> String {
    let mut digest = Sha256::new();
    for arm in outcomes.iter().flat_map(|outcome| &outcome.arms) {
        arm.table
            .values
            .iter()
            .for_each(|value| digest.update(value.to_le_bytes()));
        arm.ledger
            .iter()
            .flat_map(|year| &year.totals)
            .for_each(|pence| digest.update(pence.0.to_le_bytes()));
    }
    digest
        .finalize()
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A number to five significant figures: enough to say by how much it moved.
fn rounded(value: f64) -> f64 {
    format!("{value:.4e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{POPULATION, WELLBEING};

    #[test]
    fn the_first_scenarios_are_lived_the_same_twice_and_say_something() {
        let few = Regression { scenarios: 3 };
        let record = few.ask().unwrap();
        assert_eq!(record, few.ask().unwrap());
        assert_eq!(record.scenarios.len(), 3);
        for case in &record.scenarios {
            for values in case.arms.values() {
                assert_eq!(values.len(), record.indicators.len());
                assert!(values.iter().all(|value| value.is_finite()));
                assert!(
                    values[WELLBEING] > 0.0 && values[POPULATION] > 100.0,
                    "{values:?}"
                );
            }
        }
        let mut prints: Vec<&str> = record
            .scenarios
            .iter()
            .map(|case| case.fingerprint.as_str())
            .collect();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), 3, "each scenario is another question");
        assert!(
            record.spread[WELLBEING] > 0.0 && record.spread[WELLBEING] < 1.0,
            "{}",
            record.spread[WELLBEING]
        );
    }

    #[test]
    fn a_single_bit_changes_the_fingerprint() {
        let scenario = design::scenario(0).unwrap();
        let prepared = ensemble::prepare(scenario).unwrap();
        let outcome = ensemble::run(
            &prepared,
            &Job {
                replicate: 0,
                arms: vec![0],
                frames: false,
            },
        );
        let before = fingerprint(std::slice::from_ref(&outcome));
        let mut other = outcome.clone();
        other.arms[0].table.values[7] = f64::from_bits(other.arms[0].table.values[7].to_bits() ^ 1);
        assert_ne!(fingerprint(&[other]), before);
        let mut richer = outcome;
        richer.arms[0].ledger[0].totals[0].0 += 1;
        assert_ne!(fingerprint(&[richer]), before);
    }

    #[test]
    fn five_figures_are_kept() {
        assert_eq!(
            [
                rounded(123_456.7),
                rounded(0.001_234_564),
                rounded(0.0),
                rounded(-7.0)
            ],
            [123_460.0, 0.001_234_6, 0.0, -7.0]
        );
    }
}
