//! The search: from the runs of all waves to where the next wave runs, and to the best point so far.

use super::emulator::Emulator;
use super::space::{LONGEST, sobol};
use super::wave::Target;

/// Implausibility from which a point is ruled out (three standard errors: Pukelsheim 1994).
const RULED_OUT: f64 = 3.0;

/// How much staying at the value before counts beside one measure that is at the edge of its band.
const PRIOR: f64 = 0.02;

/// How many measures may be ruled out at once before a point is: one emulator in a crowd may be wrong.
const SPARED: usize = 1;

/// What the runs so far say.
#[derive(Clone, Debug)]
pub struct Fitted {
    emulators: Vec<Emulator>,
    prior: Vec<f64>,
}

/// Fits emulators to all runs so far: points, and one row of measures each.
pub fn fit(targets: &[Target], points: &[Vec<f64>], rows: &[Vec<f64>], prior: &[f64]) -> Fitted {
    let emulators = targets
        .iter()
        .enumerate()
        .map(|(k, target)| {
            Emulator::fit(
                *target,
                points,
                &rows.iter().map(|row| row[k]).collect::<Vec<_>>(),
            )
        })
        .collect();
    Fitted {
        emulators,
        prior: prior.to_vec(),
    }
}

impl Fitted {
    /// Whether a point is not ruled out.
    pub fn is_plausible(&self, point: &[f64]) -> bool {
        self.emulators
            .iter()
            .filter(|emulator| emulator.implausibility(point) > RULED_OUT)
            .count()
            <= SPARED
    }

    /// How far measures would lie from the middles of their bands, and parameters from their values before.
    fn distance(&self, point: &[f64]) -> f64 {
        let measures: f64 = self
            .emulators
            .iter()
            .map(|emulator| outside_counts_most(emulator.from_middle(point)))
            .sum();
        let prior: f64 = point
            .iter()
            .zip(&self.prior)
            .map(|(x, before)| 4.0 * (x - before) * (x - before))
            .sum();
        measures + PRIOR * prior
    }

    /// The best point that the emulators know: a Sobol search about the best so far, ever narrower.
    pub fn best(&self, seed: u32) -> Vec<f64> {
        let mut best = (self.distance(&self.prior), self.prior.clone());
        for (round, width) in [1.0, 0.5, 0.25, 0.12, 0.06, 0.03].into_iter().enumerate() {
            for index in 0..2_000 {
                let step = sobol(index, best.1.len(), seed.wrapping_add(100 + round as u32));
                let point = about(&best.1, &step, width);
                let distance = self.distance(&point);
                if distance < best.0 {
                    best = (distance, point);
                }
            }
        }
        best.1
    }

    /// Where the next wave runs: the best point, and plausible points about it, wide ones first; the least implausible
    /// where too few are left.
    pub fn next(&self, count: usize, seed: u32) -> Vec<Vec<f64>> {
        let best = self.best(seed);
        let mut points = vec![best.clone()];
        for width in [1.0, 0.7, 0.5, 0.35, 0.25, 0.15, 0.1] {
            for index in 0..LONGEST / 16 {
                if points.len() == count {
                    return points;
                }
                let step = sobol(index, best.len(), seed);
                let point = about(&best, &step, width);
                if self.is_plausible(&point) {
                    points.push(point);
                }
            }
        }
        for index in 0..(count - points.len()) as u32 {
            let step = sobol(index, best.len(), seed.wrapping_add(1));
            points.push(about(&best, &step, 0.1));
        }
        points
    }
}

/// A point of the cube near another: `step` in the unit cube says where in a box that wide about it.
fn about(point: &[f64], step: &[f64], width: f64) -> Vec<f64> {
    point
        .iter()
        .zip(step)
        .map(|(x, s)| (x + width * (s - 0.5)).clamp(0.0, 1.0))
        .collect()
}

/// Inside the band the middle is a little better than the edge; outside, every bit counts.
pub fn outside_counts_most(from_middle: f64) -> f64 {
    if from_middle.is_nan() {
        return 25.0;
    }
    let outside = (from_middle - 1.0).clamp(0.0, 5.0);
    0.1 * from_middle.min(1.0) * from_middle.min(1.0) + outside + outside * outside
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A model of three numbers, of which the third does nothing.
    fn model(p: &[f64]) -> Vec<f64> {
        vec![p[0] + 0.5 * p[1], p[0] * p[0] - p[1]]
    }

    #[test]
    fn waves_close_in_on_the_bands_and_leave_what_does_not_matter() {
        let targets = [
            Target {
                pattern: 1,
                measure: 0,
                low: 1.0,
                high: 1.05,
            },
            Target {
                pattern: 1,
                measure: 1,
                low: 0.1,
                high: 0.2,
            },
        ];
        let mut points: Vec<Vec<f64>> = (0..40).map(|k| sobol(k, 3, 5)).collect();
        let mut rows: Vec<Vec<f64>> = points.iter().map(|p| model(p)).collect();
        let defaults = [0.5, 0.5, 0.4];
        for wave in 0..3 {
            let next = fit(&targets, &points, &rows, &defaults).next(20, wave);
            rows.extend(next.iter().map(|p| model(p)));
            points.extend(next);
        }
        let best = fit(&targets, &points, &rows, &defaults).best(9);
        let values = model(&best);
        assert!(
            targets
                .iter()
                .zip(values)
                .all(|(t, v)| t.from_middle(v) <= 1.0),
            "{best:?}"
        );
        assert!((best[2] - 0.4).abs() < 0.1, "{best:?}");
    }

    #[test]
    fn what_cannot_be_measured_is_worse_than_anything_measured() {
        assert!(outside_counts_most(f64::NAN) >= outside_counts_most(2.0));
        assert!(
            outside_counts_most(0.2) < outside_counts_most(0.9)
                && outside_counts_most(0.9) < outside_counts_most(1.1)
        );
    }
}
