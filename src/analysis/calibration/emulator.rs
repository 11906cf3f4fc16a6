//! Emulators: for each measure a surface of second degree through the runs so far, with how far it misses them.

use super::linear::ridge;
use super::wave::Target;
use crate::analysis::statistics::mean;

/// How strongly slopes are shrunk: enough that there may be more coefficients than runs.
const RIDGE: f64 = 0.05;

/// A cheap stand-in for the model, for one measure.
#[derive(Clone, Debug)]
pub struct Emulator {
    target: Target,
    coefficients: Vec<f64>,
    error: f64,
}

/// A constant, every coordinate, and its square, about the middle of the cube.
fn basis(point: &[f64]) -> Vec<f64> {
    let centred = point.iter().map(|x| 2.0 * x - 1.0);
    std::iter::once(1.0)
        .chain(centred.clone())
        .chain(centred.map(|x| x * x))
        .collect()
}

impl Emulator {
    /// Fits one measure to runs: points and values. Runs in which it could not be measured are left out.
    pub fn fit(target: Target, points: &[Vec<f64>], values: &[f64]) -> Self {
        let (rows, y): (Vec<Vec<f64>>, Vec<f64>) = points
            .iter()
            .zip(values)
            .filter(|(_, v)| v.is_finite())
            .map(|(p, v)| (basis(p), *v))
            .unzip();
        let coefficients = ridge(&rows, &y, RIDGE);
        // Every fifth run is foretold from the other four fifths: what is missed there is what the emulator does not know.
        let missed: Vec<f64> = (0..5)
            .flat_map(|fold| Self::missed(&rows, &y, fold))
            .collect();
        Self {
            target,
            coefficients,
            error: mean(&missed).sqrt(),
        }
    }

    fn missed(rows: &[Vec<f64>], y: &[f64], fold: usize) -> Vec<f64> {
        let kept: Vec<usize> = (0..y.len()).filter(|k| k % 5 != fold).collect();
        let coefficients = ridge(
            &kept.iter().map(|k| rows[*k].clone()).collect::<Vec<_>>(),
            &kept.iter().map(|k| y[*k]).collect::<Vec<_>>(),
            RIDGE,
        );
        (0..y.len())
            .filter(|k| k % 5 == fold)
            .map(|k| (y[k] - dot(&rows[k], &coefficients)) * (y[k] - dot(&rows[k], &coefficients)))
            .collect()
    }

    /// What the measure would be.
    pub fn foretell(&self, point: &[f64]) -> f64 {
        dot(&basis(point), &self.coefficients)
    }

    /// How far the measure would lie outside its band, in standard errors of the emulator. 0 = inside.
    pub fn implausibility(&self, point: &[f64]) -> f64 {
        let value = self.foretell(point);
        let outside = (self.target.low - value)
            .max(value - self.target.high)
            .max(0.0);
        outside / self.error.max(1e-9)
    }

    /// How far the measure would lie from the middle of its band. 1 = at its edge.
    pub fn from_middle(&self, point: &[f64]) -> f64 {
        self.target.from_middle(self.foretell(point))
    }

    /// The error of foretelling runs that it has not seen, in the measure's unit.
    pub fn error(&self) -> f64 {
        self.error
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::super::space::sobol;
    use super::*;

    #[test]
    fn a_smooth_surface_is_learnt_and_what_lies_outside_the_band_is_implausible() {
        let points: Vec<Vec<f64>> = (0..64).map(|k| sobol(k, 6, 1)).collect();
        let truth = |p: &[f64]| 3.0 + 2.0 * p[0] - p[1] + p[2] * p[2];
        let values: Vec<f64> = points.iter().map(|p| truth(p)).collect();
        let target = Target {
            pattern: 1,
            measure: 0,
            low: 4.0,
            high: 6.0,
        };
        let emulator = Emulator::fit(target, &points, &values);
        let new = sobol(999, 6, 2);
        assert!(
            (emulator.foretell(&new) - truth(&new)).abs() < 0.05,
            "{} {}",
            emulator.foretell(&new),
            truth(&new)
        );
        assert!(emulator.error() < 0.05, "{}", emulator.error());
        let inside = [1.0, 0.0, 0.5, 0.5, 0.5, 0.5];
        let outside = [0.0, 1.0, 0.0, 0.5, 0.5, 0.5];
        assert_eq!(emulator.implausibility(&inside), 0.0);
        assert!(emulator.implausibility(&outside) > 10.0);
        assert!(emulator.from_middle(&inside) < 1.0 && emulator.from_middle(&outside) > 1.0);
    }

    #[test]
    fn what_is_luck_alone_is_known_as_such() {
        let points: Vec<Vec<f64>> = (0..60).map(|k| sobol(k, 4, 1)).collect();
        let values: Vec<f64> = (0..60).map(|k| sobol(k, 1, 77)[0]).collect();
        let emulator = Emulator::fit(
            Target {
                pattern: 1,
                measure: 0,
                low: 0.4,
                high: 0.6,
            },
            &points,
            &values,
        );
        assert!(emulator.error() > 0.2, "{}", emulator.error());
    }
}
