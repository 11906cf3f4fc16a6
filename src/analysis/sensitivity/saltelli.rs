//! Sobol's first-order and total indices: which share of the variance an assumption makes, alone and with others. Points and
//! first-order estimator after Saltelli et al. 2010, total after Jansen 1999. Dear: points = base × (numbers + 2). Knows no
//! model.

use super::{Design, Indices};
use crate::analysis::estimate::{mean, variance};
use crate::analysis::factors::sobol;

/// Points for a count of numbers: two base samples, and one for each number in which it comes from the second.
#[derive(Clone, Copy, Debug)]
pub struct Saltelli {
    numbers: usize,
    base: usize,
    seed: u64,
}

impl Saltelli {
    /// A base sample of that size (at least 2, best a power of two, at most 65,536).
    pub fn new(numbers: usize, base: usize, seed: u64) -> Self {
        Self {
            numbers,
            base: base.clamp(2, 65_536),
            seed,
        }
    }
}

impl Design for Saltelli {
    fn points(&self) -> usize {
        self.base * (self.numbers + 2)
    }

    /// Row by row: A, B, then A with one number from B, number by number.
    fn point(&self, number: usize) -> Vec<f64> {
        let (row, kind) = (
            (number / (self.numbers + 2)) as u32,
            number % (self.numbers + 2),
        );
        let from = |second: bool, k: usize| {
            sobol(row, if second { self.numbers + k } else { k }, self.seed)
        };
        (0..self.numbers)
            .map(|k| from(kind == 1 || kind == k + 2, k))
            .collect()
    }

    fn rows(&self) -> usize {
        self.base
    }

    fn indices_of(&self, outcomes: &[f64], rows: &[usize]) -> Vec<Indices> {
        let rows: Vec<&[f64]> = rows
            .iter()
            .map(|row| &outcomes[row * (self.numbers + 2)..][..self.numbers + 2])
            .collect();
        let both: Vec<f64> = rows.iter().flat_map(|row| [row[0], row[1]]).collect();
        let (middle, spread) = (mean(&both), variance(&both));
        let of = |k: usize| {
            // Centred: the estimator is the same and loses fewer digits.
            let first: Vec<f64> = rows
                .iter()
                .map(|row| (row[1] - middle) * (row[k + 2] - row[0]))
                .collect();
            let total: Vec<f64> = rows
                .iter()
                .map(|row| (row[0] - row[k + 2]) * (row[0] - row[k + 2]) / 2.0)
                .collect();
            // Where nothing varies nothing has a share.
            let share = |part: f64| if spread > 0.0 { part / spread } else { 0.0 };
            Indices::Sobol {
                first: share(mean(&first)),
                total: share(mean(&total)),
            }
        };
        (0..self.numbers).map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::sin;

    fn analysed(design: &Saltelli, model: impl Fn(&[f64]) -> f64) -> Vec<(f64, f64)> {
        let outcomes: Vec<f64> = (0..design.points())
            .map(|n| model(&design.point(n)))
            .collect();
        let unpack = |indices: Indices| match indices {
            Indices::Sobol { first, total } => (first, total),
            Indices::Morris { .. } => panic!("these are Sobol's indices"),
        };
        design.indices(&outcomes).into_iter().map(unpack).collect()
    }

    /// Ishigami & Homma's function (a = 7, b = 0.1), whose indices are known in closed form.
    fn ishigami(x: &[f64]) -> f64 {
        let angle = |k: usize| (2.0 * x[k] - 1.0) * core::f64::consts::PI;
        let third = angle(2);
        sin(angle(0))
            + 7.0 * sin(angle(1)) * sin(angle(1))
            + 0.1 * third * third * third * third * sin(angle(0))
    }

    #[test]
    fn ishigamis_indices_are_found() {
        let found = analysed(&Saltelli::new(3, 4_096, 1), ishigami);
        for ((first, total), (known_first, known_total)) in
            found
                .iter()
                .zip([(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)])
        {
            assert!(
                (first - known_first).abs() < 0.02 && (total - known_total).abs() < 0.02,
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_sum_has_shares_that_add_up_and_no_interaction() {
        let found = analysed(&Saltelli::new(2, 1_024, 2), |x| 3.0 * x[0] + 4.0 * x[1]);
        for ((first, total), share) in found.into_iter().zip([9.0 / 25.0, 16.0 / 25.0]) {
            assert!(
                (first - share).abs() < 0.01 && (total - share).abs() < 0.01,
                "{first} {total}"
            );
        }
        assert!(
            analysed(&Saltelli::new(2, 8, 2), |_| 1.0)
                .iter()
                .all(|(first, total)| *first == 0.0 && *total == 0.0)
        );
    }
}
