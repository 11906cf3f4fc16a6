//! Whether business as usual stands still: how far each indicator drifts in ten years in which nothing changes.

use super::Baseline;
use crate::analysis::statistics::median;
use crate::indicators::catalogue::{
    CATALOGUE, COST_AVOIDED, GAP_DEPRIVATION, GAP_SUPPORT, Indicator,
};
use serde::Serialize;

/// The largest drift over ten years that still counts as standing still. Unit: share of the value at the start.
pub const LARGEST: f64 = 0.05;

/// One indicator of business as usual.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drift {
    /// The indicator.
    pub indicator: &'static str,
    /// Its value before the ten years (mean of the last year of the spin-up and the first after it), median over seeds.
    pub first: f64,
    /// Its value at their end (mean of the ninth and the tenth year), median over seeds.
    pub last: f64,
    /// What it changed by, of its value at the start; nothing where it starts from nought.
    pub drift: Option<f64>,
    /// Whether that is less than a twentieth.
    pub stands_still: bool,
    /// Whether it is a main indicator: a level, neither a gap between two small groups nor a saving that is about nought.
    pub main: bool,
}

/// The values of one seed: the first two years and the last two of every indicator.
pub fn read(baseline: &Baseline) -> Vec<(f64, f64)> {
    (0..CATALOGUE.len())
        .map(|indicator| {
            let row = baseline.table.row(indicator);
            let end = row.len() - 1;
            (
                f64::midpoint(row[0], row[1]),
                f64::midpoint(row[end - 1], row[end]),
            )
        })
        .collect()
}

/// Puts the seeds together.
pub fn judge(seeds: &[Vec<(f64, f64)>]) -> Vec<Drift> {
    CATALOGUE
        .iter()
        .enumerate()
        .map(|(k, indicator)| one(k, indicator, seeds))
        .collect()
}

fn one(position: usize, indicator: &Indicator, seeds: &[Vec<(f64, f64)>]) -> Drift {
    let of = |end: fn(&(f64, f64)) -> f64| {
        median(
            &seeds
                .iter()
                .map(|seed| end(&seed[position]))
                .collect::<Vec<_>>(),
        )
    };
    let (first, last) = (of(|pair| pair.0), of(|pair| pair.1));
    let drift = (first.abs() > 1e-9).then(|| last / first - 1.0);
    let main = drift.is_some() && ![GAP_DEPRIVATION, GAP_SUPPORT, COST_AVOIDED].contains(&position);
    Drift {
        indicator: indicator.id,
        first,
        last,
        drift,
        stands_still: drift.is_none_or(|drift| drift.abs() < LARGEST),
        main,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twentieth_is_the_line() {
        let seeds = |first: f64, last: f64| vec![vec![(first, last); CATALOGUE.len()]; 3];
        let wellbeing = |first, last| judge(&seeds(first, last)).swap_remove(1);
        assert!(wellbeing(100.0, 104.9).stands_still && !wellbeing(100.0, 94.9).stands_still);
        assert!(wellbeing(100.0, 104.9).main && !wellbeing(0.0, 0.0).main);
        assert_eq!(judge(&seeds(2.0, 1.0))[GAP_SUPPORT].drift, Some(-0.5));
    }
}
