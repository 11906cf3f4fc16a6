//! What an ensemble says: means, quantiles, paired differences with their intervals, and how often
//! each arm does better.

use super::Ensemble;
use super::pair::Pair;
use crate::indicators::catalogue::{sign, year_read};
use crate::numeric::quantile_of_sorted;
use crate::scenario::Scenario;
use serde::Serialize;

/// The middle and the spread of a number over replicates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// Mean over replicates.
    pub mean: f64,
    /// One replicate in twenty lies below.
    pub p05: f64,
    /// One replicate in twenty lies above.
    pub p95: f64,
}

impl Spread {
    /// The spread of some numbers, summed in the order given.
    pub fn of(values: &[f64]) -> Self {
        if values.is_empty() {
            return Self::default();
        }
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        Self {
            mean,
            p05: quantile_of_sorted(&sorted, 0.05),
            p95: quantile_of_sorted(&sorted, 0.95),
        }
    }
}

/// One indicator in one arm.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmSummary {
    /// Position of the arm in the scenario.
    pub arm: u32,
    /// The spread in every year, year 0 (before the branch) first.
    pub by_year: Vec<Spread>,
}

/// Two arms compared on one indicator, replicate by replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The spread of (alternative − reference) in every year.
    pub by_year: Vec<Spread>,
    /// The year in which it is read, counted from 0 before the branch: the last, unless the
    /// indicator is read before it.
    pub year: usize,
    /// The 90 % interval of the mean paired difference in that year (Student's t).
    pub interval: (f64, f64),
    /// In how many replicates the alternative does better in that year, by however little; 0 where
    /// neither direction is better.
    pub alternative_better: u32,
    /// In how many the reference does.
    pub reference_better: u32,
    /// How many replicates were compared.
    pub replicates: u32,
    /// The paired differences (alternative − reference) of that year, in order of replicate.
    pub runs: Vec<f64>,
}

impl Difference {
    /// Whether the interval of the mean lies wholly on one side of zero.
    pub fn is_clear(&self) -> bool {
        self.replicates > 1 && (self.interval.0 > 0.0 || self.interval.1 < 0.0)
    }

    /// The spread in the year in which it is read; nothing of no replicates.
    pub fn spread(&self) -> Option<&Spread> {
        self.by_year.get(self.year)
    }

    /// The mean difference in that year; 0 of no replicates.
    pub fn mean(&self) -> f64 {
        self.spread().map_or(0.0, |spread| spread.mean)
    }

    /// In how many replicates the alternative has more in that year, whichever way is better.
    pub fn alternative_higher(&self) -> u32 {
        self.runs
            .iter()
            .filter(|difference| **difference > 0.0)
            .count() as u32
    }
}

/// The spread of one indicator in one arm, year by year. Replicates without that arm are left out.
pub fn arm(ensemble: &Ensemble, arm: u32, indicator: usize) -> ArmSummary {
    let rows: Vec<&[f64]> = rows(ensemble, arm, indicator);
    let columns = rows.first().map_or(0, |row| row.len());
    let by_year = (0..columns)
        .map(|year| Spread::of(&rows.iter().map(|row| row[year]).collect::<Vec<_>>()))
        .collect();
    ArmSummary { arm, by_year }
}

fn rows(ensemble: &Ensemble, arm: u32, indicator: usize) -> Vec<&[f64]> {
    ensemble
        .outcomes()
        .filter_map(|o| o.arms.iter().find(|a| a.arm == arm))
        .map(|a| a.table.row(indicator))
        .collect()
}

/// Two arms of a scenario compared on one indicator, the alternative less the reference, read in
/// the year in which that indicator is read ([`year_read`]); replicates in which either is missing
/// are left out.
pub fn compared(
    scenario: &Scenario,
    ensemble: &Ensemble,
    pair: Pair,
    indicator: usize,
) -> Difference {
    difference_in(
        ensemble,
        pair,
        indicator,
        year_read(indicator, scenario) as usize,
    )
}

/// The same, read in the last year that there is.
pub fn difference(ensemble: &Ensemble, pair: Pair, indicator: usize) -> Difference {
    difference_in(ensemble, pair, indicator, usize::MAX)
}

/// The same, read in one year, or in the last where there are fewer.
fn difference_in(ensemble: &Ensemble, pair: Pair, indicator: usize, wanted: usize) -> Difference {
    let pairs: Vec<(&[f64], &[f64])> = ensemble
        .outcomes()
        .filter_map(|outcome| {
            let row = |wanted: usize| {
                outcome
                    .arms
                    .iter()
                    .find(|a| a.arm as usize == wanted)
                    .map(|a| a.table.row(indicator))
            };
            Some((row(pair.alternative)?, row(pair.reference)?))
        })
        .collect();
    let columns = pairs.first().map_or(0, |(row, _)| row.len());
    let in_year = |k: usize| pairs.iter().map(|(a, b)| a[k] - b[k]).collect::<Vec<f64>>();
    let year = wanted.min(columns.saturating_sub(1));
    let runs = if columns == 0 {
        Vec::new()
    } else {
        in_year(year)
    };
    Difference {
        by_year: (0..columns).map(|k| Spread::of(&in_year(k))).collect(),
        ..of_runs(runs, year, indicator)
    }
}

/// A comparison of which only the paired differences in one year are known, one a replicate: years
/// before it are zero.
pub fn of_runs(runs: Vec<f64>, year: usize, indicator: usize) -> Difference {
    let better = |factor: f64| {
        runs.iter()
            .filter(|d| **d * sign(indicator) * factor > 0.0)
            .count() as u32
    };
    let mut by_year = vec![Spread::default(); if runs.is_empty() { 0 } else { year + 1 }];
    if let Some(last) = by_year.last_mut() {
        *last = Spread::of(&runs);
    }
    Difference {
        by_year,
        year,
        interval: interval_of_mean(&runs),
        alternative_better: better(1.0),
        reference_better: better(-1.0),
        replicates: runs.len() as u32,
        runs,
    }
}

/// The 90 % interval of a mean by Student's t; the mean alone when there are fewer than two
/// numbers.
pub fn interval_of_mean(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    if values.is_empty() {
        return (0.0, 0.0);
    }
    let mean = values.iter().sum::<f64>() / count;
    if values.len() < 2 {
        return (mean, mean);
    }
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (count - 1.0);
    let margin = t_quantile_95(values.len() - 1) * (variance / count).sqrt();
    (mean - margin, mean + margin)
}

/// The 95th percentile of Student's t with some degrees of freedom (1 or more).
///
/// Exact for 1 and 2; beyond that the expansion around the normal (Abramowitz & Stegun 26.7.5),
/// right to 0.2 % from 3 on.
fn t_quantile_95(freedom: usize) -> f64 {
    const Z: f64 = 1.644_853_626_951_472;
    let v = freedom as f64;
    match freedom {
        0 => f64::INFINITY,
        1 => 6.313_751_514_675_04,
        2 => 2.919_985_580_353_73,
        _ => {
            let z2 = Z * Z;
            let first = Z * (z2 + 1.0) / 4.0;
            let second = Z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
            let third = Z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
            let fourth =
                Z * ((((79.0 * z2 + 776.0) * z2 + 1_482.0) * z2 - 1_920.0) * z2 - 945.0) / 92_160.0;
            Z + first / v + second / (v * v) + third / (v * v * v) + fourth / (v * v * v * v)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::{ArmOutcome, Outcome};
    use crate::indicators::Table;
    use crate::indicators::catalogue::{LONELY, WELLBEING};

    const PAIR: Pair = Pair {
        reference: 0,
        alternative: 1,
    };

    fn outcome(replicate: u32, shift: f64) -> Outcome {
        let arms = (0..2)
            .map(|arm| {
                let mut table = Table::new(2);
                table.set(WELLBEING, 1, 7.0 + shift * f64::from(arm));
                table.set(LONELY, 1, 6.0 + shift * f64::from(arm));
                ArmOutcome {
                    arm,
                    table,
                    ledger: Vec::new(),
                    frames: None,
                }
            })
            .collect();
        Outcome { replicate, arms }
    }

    #[test]
    fn better_follows_the_direction_of_the_indicator() {
        let mut ensemble = Ensemble::default();
        for (replicate, shift) in [(2, 0.5), (0, 0.25), (1, -0.25)] {
            ensemble.add(outcome(replicate, shift));
        }
        let wellbeing = difference(&ensemble, PAIR, WELLBEING);
        assert_eq!(
            (
                wellbeing.alternative_better,
                wellbeing.reference_better,
                wellbeing.replicates
            ),
            (2, 1, 3)
        );
        assert_eq!(wellbeing.runs, [0.25, -0.25, 0.5]);
        let lonely = difference(&ensemble, PAIR, LONELY);
        assert_eq!((lonely.alternative_better, lonely.reference_better), (1, 2));
    }

    #[test]
    fn arrival_order_changes_nothing() {
        let (mut forwards, mut backwards) = (Ensemble::default(), Ensemble::default());
        for k in 0..5 {
            forwards.add(outcome(k, f64::from(k) * 0.1));
            backwards.add(outcome(4 - k, f64::from(4 - k) * 0.1));
        }
        assert_eq!(forwards.fingerprint(), backwards.fingerprint());
        assert_eq!(
            difference(&forwards, PAIR, WELLBEING),
            difference(&backwards, PAIR, WELLBEING)
        );
    }

    #[test]
    fn students_t_matches_published_values() {
        for (freedom, value) in [
            (1, 6.3138),
            (2, 2.92),
            (3, 2.3534),
            (5, 2.015),
            (10, 1.8125),
            (63, 1.6694),
            (1000, 1.6464),
        ] {
            assert!(
                (t_quantile_95(freedom) / value - 1.0).abs() < 2e-3,
                "{freedom}: {}",
                t_quantile_95(freedom)
            );
        }
    }

    #[test]
    fn an_empty_ensemble_says_nothing_rather_than_fail() {
        let ensemble = Ensemble::default();
        assert!(arm(&ensemble, 0, WELLBEING).by_year.is_empty());
        let nothing = difference(&ensemble, PAIR, WELLBEING);
        assert_eq!(nothing.replicates, 0);
        assert!(!nothing.is_clear());
    }
}
