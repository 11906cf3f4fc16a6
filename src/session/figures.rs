//! What a run says, worked out once for each arrival: every indicator in every arm, the paired differences, the axes.

use crate::charts::scale::Extent;
use crate::ensemble::pair::{Pair, usual};
use crate::ensemble::summary::{self, ArmSummary, Difference, Spread};
use crate::ensemble::{Ensemble, YearLedger};
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::Scenario;
use std::rc::Rc;

/// One indicator of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Position in the catalogue.
    pub indicator: usize,
    /// The strategy that is subtracted.
    pub reference: ArmSummary,
    /// The strategy that differences are counted for.
    pub alternative: ArmSummary,
    /// Business as usual, when it was run.
    pub usual: Option<ArmSummary>,
    /// The alternative less the reference, paired.
    pub difference: Difference,
}

impl Figure {
    /// Where every strategy begins: the mean of the first year, before anything is spent.
    pub fn start(&self) -> Option<f64> {
        self.reference.by_year.first().map(|spread| spread.mean)
    }
}

/// Every indicator of one run, in the order of the catalogue. Empty until the first replicate is in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// One an indicator.
    pub all: Vec<Rc<Figure>>,
}

impl Figures {
    /// What an ensemble says.
    pub fn of(ensemble: &Ensemble, scenario: &Scenario) -> Self {
        if ensemble.is_empty() {
            return Self::default();
        }
        let (pair, usual) = (Pair::shown(scenario), usual(scenario));
        let all = (0..CATALOGUE.len())
            .map(|indicator| {
                Rc::new(Figure {
                    indicator,
                    reference: summary::arm(ensemble, pair.reference as u32, indicator),
                    alternative: summary::arm(ensemble, pair.alternative as u32, indicator),
                    usual: usual.map(|usual| summary::arm(ensemble, usual as u32, indicator)),
                    difference: summary::compared(scenario, ensemble, pair, indicator),
                })
            })
            .collect();
        Self { all }
    }

    /// One indicator, when there is something to say.
    pub fn get(&self, indicator: usize) -> Option<&Rc<Figure>> {
        self.all.get(indicator)
    }
}

/// One indicator in each re-run by itself, for thin lines. Shape of each: re-runs × years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SingleRuns {
    /// The strategy that is subtracted.
    pub reference: Vec<Vec<f64>>,
    /// The strategy that differences are counted for.
    pub alternative: Vec<Vec<f64>>,
    /// The alternative less the reference, paired.
    pub difference: Vec<Vec<f64>>,
}

impl SingleRuns {
    /// The re-runs in which both strategies are there, in order.
    pub fn of(ensemble: &Ensemble, pair: Pair, indicator: usize) -> Self {
        let mut runs = Self::default();
        for outcome in ensemble.outcomes() {
            let row = |wanted: usize| {
                outcome
                    .arms
                    .iter()
                    .find(|a| a.arm as usize == wanted)
                    .map(|a| a.table.row(indicator).to_vec())
            };
            if let (Some(reference), Some(alternative)) =
                (row(pair.reference), row(pair.alternative))
            {
                runs.difference.push(
                    alternative
                        .iter()
                        .zip(&reference)
                        .map(|(b, a)| b - a)
                        .collect(),
                );
                runs.reference.push(reference);
                runs.alternative.push(alternative);
            }
        }
        runs
    }
}

/// The extents that axes hold, so that charts do not jump while a control moves. Shape: one an indicator, or none yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axes {
    /// Of values.
    pub values: Vec<Option<Extent>>,
    /// Of differences; zero is always in.
    pub differences: Vec<Option<Extent>>,
}

impl Axes {
    /// The axes widened to hold a run's figures. They never shrink here: that is what "fit" is for.
    pub fn widened(&self, figures: &Figures) -> Self {
        let held =
            |old: Option<&Option<Extent>>, new: Option<Extent>| match (old.copied().flatten(), new)
            {
                (Some(old), Some(new)) => Some(old.with(new)),
                (old, new) => old.or(new),
            };
        let mut axes = Self::default();
        for figure in &figures.all {
            axes.values
                .push(held(self.values.get(figure.indicator), values_of(figure)));
            axes.differences.push(held(
                self.differences.get(figure.indicator),
                differences_of(figure),
            ));
        }
        axes
    }
}

fn values_of(figure: &Figure) -> Option<Extent> {
    let arms = [
        Some(&figure.reference),
        Some(&figure.alternative),
        figure.usual.as_ref(),
    ];
    Extent::of(
        arms.into_iter()
            .flatten()
            .flat_map(|arm| edges(&arm.by_year)),
    )
}

fn differences_of(figure: &Figure) -> Option<Extent> {
    Extent::of(edges(&figure.difference.by_year).chain([0.0]))
}

fn edges(spreads: &[Spread]) -> impl Iterator<Item = f64> {
    spreads.iter().flat_map(|s| [s.p05, s.p95, s.mean])
}

/// The seal on the money: whether the arms that were run spent the same investment, year by year, to the penny.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seal {
    /// No ledger has arrived.
    Unknown,
    /// The same in every arm, every year and every re-run. Unit of the total: pence.
    Same {
        /// Investment over all years.
        total: i64,
    },
    /// Not the same.
    Different {
        /// The largest gap in one year.
        gap: i64,
    },
}

/// Compares the investment of the arms in every replicate.
///
/// `investment` is the position of that account in a ledger.
pub fn seal(ensemble: &Ensemble, investment: usize) -> Seal {
    let mut total = None;
    let mut gap = 0;
    for outcome in ensemble.outcomes() {
        let years: Vec<Vec<i64>> = outcome
            .arms
            .iter()
            .map(|arm| account(&arm.ledger, investment))
            .collect();
        let Some(reference) = years.first().filter(|years| !years.is_empty()) else {
            continue;
        };
        total.get_or_insert(reference.iter().sum::<i64>());
        for other in &years[1..] {
            if other.len() != reference.len() {
                gap = i64::MAX;
            }
            for (a, b) in reference.iter().zip(other) {
                gap = gap.max((a - b).abs());
            }
        }
    }
    match (total, gap) {
        (None, _) => Seal::Unknown,
        (Some(total), 0) => Seal::Same { total },
        (Some(_), gap) => Seal::Different { gap },
    }
}

/// One account year by year, in pence.
pub fn account(ledger: &[YearLedger], account: usize) -> Vec<i64> {
    ledger
        .iter()
        .map(|year| year.totals.get(account).map_or(0, |pence| pence.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::indicators::catalogue::{DOING_WELL, LONELY};

    #[test]
    fn figures_count_the_alternative_against_the_reference() {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        for replicate in 0..4 {
            ensemble.add(samples::outcome(&scenario, replicate, 2.0));
        }
        let figures = Figures::of(&ensemble, &scenario);
        let figure = figures.get(DOING_WELL).unwrap();
        assert_eq!(figure.difference.replicates, 4);
        assert!(figure.difference.by_year.last().unwrap().mean > 0.0);
        assert_eq!(figure.difference.alternative_better, 4);
        assert_eq!(
            figures.get(LONELY).unwrap().difference.reference_better,
            4,
            "more lonely is worse"
        );
        assert!(figure.usual.is_some());
        assert!(Figures::of(&Ensemble::default(), &scenario).all.is_empty());
    }

    #[test]
    fn single_runs_are_the_rows_that_the_means_are_made_of() {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        for replicate in 0..4 {
            ensemble.add(samples::outcome(&scenario, replicate, 2.0));
        }
        let runs = SingleRuns::of(&ensemble, Pair::shown(&scenario), DOING_WELL);
        let figures = Figures::of(&ensemble, &scenario);
        let figure = figures.get(DOING_WELL).unwrap();
        assert_eq!(
            (
                runs.reference.len(),
                runs.alternative.len(),
                runs.difference.len()
            ),
            (4, 4, 4)
        );
        for year in 0..=3 {
            let mean = |rows: &[Vec<f64>]| rows.iter().map(|row| row[year]).sum::<f64>() / 4.0;
            assert!((mean(&runs.difference) - figure.difference.by_year[year].mean).abs() < 1e-9);
            assert!((mean(&runs.alternative) - figure.alternative.by_year[year].mean).abs() < 1e-9);
        }
    }

    #[test]
    fn axes_hold_until_they_are_fitted() {
        let scenario = samples::scenario();
        let figures = |shift| {
            let mut ensemble = Ensemble::default();
            ensemble.add(samples::outcome(&scenario, 0, shift));
            Figures::of(&ensemble, &scenario)
        };
        let wide = Axes::default().widened(&figures(8.0));
        let held = wide.widened(&figures(0.5));
        assert_eq!(wide.differences[DOING_WELL], held.differences[DOING_WELL]);
        let fitted = Axes::default().widened(&figures(0.5));
        assert!(
            fitted.differences[DOING_WELL].unwrap().high
                < held.differences[DOING_WELL].unwrap().high
        );
        assert!(
            fitted.differences[DOING_WELL].unwrap().low <= 0.0,
            "zero is always in"
        );
    }

    #[test]
    fn the_seal_breaks_for_a_penny() {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        assert_eq!(seal(&ensemble, 0), Seal::Unknown);
        let mut outcome = samples::outcome(&scenario, 0, 1.0);
        ensemble.add(outcome.clone());
        assert!(matches!(seal(&ensemble, 0), Seal::Same { total } if total > 0));
        outcome.replicate = 1;
        outcome.arms[1].ledger[1].totals[0].0 += 1;
        ensemble.add(outcome);
        assert_eq!(seal(&ensemble, 0), Seal::Different { gap: 1 });
    }
}
