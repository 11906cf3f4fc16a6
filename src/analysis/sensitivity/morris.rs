//! Morris' elementary effects (Morris 1991; μ* after Campolongo, Cariboni & Saltelli 2007): walks through the unit cube that
//! move one number at a time. Cheap: a few points a number. Knows no model.

use super::{Design, Indices};
use crate::analysis::estimate::{mean, variance};
use crate::random::mix;

/// Levels of the grid; a step crosses half of it, as Morris proposes.
const LEVELS: u64 = 4;
/// The length of a step: LEVELS / (2 (LEVELS − 1)).
const STEP: f64 = 2.0 / 3.0;

/// Walks of a count of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Morris {
    numbers: usize,
    walks: usize,
    seed: u64,
}

impl Morris {
    /// That many walks, at least one; each has one point more than there are numbers.
    pub fn new(numbers: usize, walks: usize, seed: u64) -> Self {
        Self {
            numbers,
            walks: walks.max(1),
            seed,
        }
    }

    fn name(&self, walk: usize) -> u64 {
        mix(self.seed ^ mix(walk as u64 + 1))
    }

    /// The order in which a walk moves its numbers.
    fn order(&self, walk: usize) -> Vec<usize> {
        crate::analysis::shapley::order(self.name(walk), 0, self.numbers)
    }

    /// Where a number starts on a walk, and which way it moves: from the lower half up, or from the upper half down.
    fn start(&self, walk: usize, number: usize) -> (f64, f64) {
        let draw = mix(self.name(walk) ^ mix(number as u64 + 1));
        let low = (draw % (LEVELS / 2)) as f64 / (LEVELS - 1) as f64;
        if draw >> 40 & 1 == 0 {
            (low, STEP)
        } else {
            (low + STEP, -STEP)
        }
    }
}

impl Design for Morris {
    fn points(&self) -> usize {
        self.walks * (self.numbers + 1)
    }

    fn point(&self, number: usize) -> Vec<f64> {
        let (walk, moved) = (number / (self.numbers + 1), number % (self.numbers + 1));
        let mut point: Vec<f64> = (0..self.numbers).map(|k| self.start(walk, k).0).collect();
        for k in &self.order(walk)[..moved] {
            point[*k] += self.start(walk, *k).1;
        }
        point
    }

    fn rows(&self) -> usize {
        self.walks
    }

    fn indices_of(&self, outcomes: &[f64], walks: &[usize]) -> Vec<Indices> {
        let mut effects = vec![Vec::with_capacity(walks.len()); self.numbers];
        for walk in walks {
            let outcomes = &outcomes[walk * (self.numbers + 1)..][..=self.numbers];
            for (k, number) in self.order(*walk).into_iter().enumerate() {
                effects[number].push((outcomes[k + 1] - outcomes[k]) / self.start(*walk, number).1);
            }
        }
        let of = |effects: Vec<f64>| {
            let sizes: Vec<f64> = effects.iter().map(|effect| effect.abs()).collect();
            Indices::Morris {
                mu_star: mean(&sizes),
                mu: mean(&effects),
                sigma: variance(&effects).sqrt(),
            }
        };
        effects.into_iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analysed(design: &Morris, model: impl Fn(&[f64]) -> f64) -> Vec<(f64, f64, f64)> {
        let outcomes: Vec<f64> = (0..design.points())
            .map(|n| model(&design.point(n)))
            .collect();
        let unpack = |indices: Indices| match indices {
            Indices::Morris { mu_star, mu, sigma } => (mu_star, mu, sigma),
            Indices::Sobol { .. } => panic!("these are Morris' walks"),
        };
        design.indices(&outcomes).into_iter().map(unpack).collect()
    }

    #[test]
    fn a_straight_line_has_its_slopes_and_no_spread() {
        let found = analysed(&Morris::new(3, 10, 1), |x| 2.0 * x[0] - 5.0 * x[1]);
        for ((mu_star, mu, sigma), slope) in found.into_iter().zip([2.0_f64, -5.0, 0.0]) {
            assert!(
                (mu_star - slope.abs()).abs() < 1e-9 && (mu - slope).abs() < 1e-9 && sigma < 1e-9
            );
        }
    }

    #[test]
    fn what_depends_on_others_has_a_spread() {
        let found = analysed(&Morris::new(3, 40, 2), |x| x[0] * x[1] + x[2]);
        assert!(
            found[0].2 > 0.2 && found[1].2 > 0.2 && found[2].2 < 1e-9,
            "{found:?}"
        );
        let centred = analysed(&Morris::new(2, 60, 3), |x| (x[0] - 0.5) * (x[1] - 0.5));
        assert!(
            centred[0].1.abs() < 0.2 && centred[0].0 > 0.25,
            "signs cancel in μ and not in μ*: {centred:?}"
        );
    }

    #[test]
    fn walks_stay_in_the_cube_and_move_one_number_at_a_time() {
        let design = Morris::new(7, 5, 9);
        for number in 0..design.points() {
            let point = design.point(number);
            assert!(
                point.iter().all(|x| (-1e-12..=1.0 + 1e-12).contains(x)),
                "{point:?}"
            );
            if number % 8 != 0 {
                let before = design.point(number - 1);
                let moved: Vec<f64> = point
                    .iter()
                    .zip(&before)
                    .map(|(a, b)| (a - b).abs())
                    .filter(|d| *d > 0.0)
                    .collect();
                assert_eq!(moved.len(), 1);
                assert!((moved[0] - STEP).abs() < 1e-12);
            }
        }
    }
}
