//! How far the indices of a design would differ with other walks or samples: parts of the design drawn again with replacement
//! (the bootstrap, as for Sobol's indices in Archer, Saltelli & Sobol 1997). Tells a ranking from noise. Knows no model.

use super::{Design, Indices};
use crate::numeric::quantile_of_sorted;
use crate::random::mix;
use serde::Serialize;

/// How often parts are drawn again.
const RESAMPLES: u64 = 500;
/// Fewer parts than this cannot say how far others would differ: nothing is claimed of who leads.
pub const FEWEST: usize = 4;
/// The share of resamples in which one must lead to be called the leader.
pub const SURE: f64 = 0.95;
/// Outcomes that lie closer together than this are the same but for rounding.
const SAME: f64 = 1e-9;

/// The 90 % interval of each index, from the resamples; its ends are the index itself where there are too few parts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// One resample in twenty lies below.
    pub low: Indices,
    /// One in twenty lies above.
    pub high: Indices,
}

/// What a design says of one number, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The indices from all parts.
    pub indices: Indices,
    /// Their interval.
    pub interval: Interval,
    /// In what share of resamples this number is the largest; 0 where nothing varies or there are too few parts. Range: 0–1.
    pub leads: f64,
}

/// Whether outcomes differ by more than rounding.
pub fn varies(outcomes: &[f64]) -> bool {
    let (low, high) = outcomes
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
            (low.min(*x), high.max(*x))
        });
    high - low > SAME * low.abs().max(high.abs()).max(1.0)
}

/// What the outcomes say of each number. The same seed gives the same resamples.
pub fn found(design: &dyn Design, outcomes: &[f64], seed: u64) -> Vec<Found> {
    let indices = design.indices(outcomes);
    if !varies(outcomes) || design.rows() < FEWEST {
        return indices
            .into_iter()
            .map(|indices| Found {
                indices,
                interval: Interval {
                    low: indices,
                    high: indices,
                },
                leads: 0.0,
            })
            .collect();
    }
    let resamples: Vec<Vec<Indices>> = (0..RESAMPLES)
        .map(|k| design.indices_of(outcomes, &drawn_again(design.rows(), seed, k)))
        .collect();
    let leaders: Vec<usize> = resamples.iter().map(|resample| largest(resample)).collect();
    let of = |(number, indices): (usize, Indices)| Found {
        indices,
        interval: interval(&resamples, number),
        leads: leaders.iter().filter(|leader| **leader == number).count() as f64 / RESAMPLES as f64,
    };
    indices.into_iter().enumerate().map(of).collect()
}

/// As many parts as there are, drawn with replacement.
fn drawn_again(count: usize, seed: u64, resample: u64) -> Vec<usize> {
    let name = mix(seed ^ mix(resample + 1));
    (0..count)
        .map(|k| (mix(name ^ mix(k as u64 + 1)) % count as u64) as usize)
        .collect()
}

/// The position of the largest; the first of equals.
fn largest(indices: &[Indices]) -> usize {
    let better = |best: usize, k: usize| {
        if indices[k].size() > indices[best].size() {
            k
        } else {
            best
        }
    };
    (1..indices.len()).fold(0, better)
}

fn interval(resamples: &[Vec<Indices>], number: usize) -> Interval {
    let sample = resamples[0][number];
    let sorted: Vec<Vec<f64>> = (0..sample.values().len())
        .map(|field| {
            let mut values: Vec<f64> = resamples
                .iter()
                .map(|resample| resample[number].values()[field])
                .collect();
            values.sort_by(f64::total_cmp);
            values
        })
        .collect();
    let at = |q: f64| sample.with(|field| quantile_of_sorted(&sorted[field], q));
    Interval {
        low: at(0.05),
        high: at(0.95),
    }
}

#[cfg(test)]
mod tests {
    use super::super::morris::Morris;
    use super::super::saltelli::Saltelli;
    use super::*;

    fn analysed(design: &dyn Design, model: impl Fn(&[f64]) -> f64) -> Vec<Found> {
        let outcomes: Vec<f64> = (0..design.points())
            .map(|n| model(&design.point(n)))
            .collect();
        found(design, &outcomes, 5)
    }

    /// A number from 0 to 1 that has nothing to do with the point but is the same for the same point.
    fn noise(point: &[f64]) -> f64 {
        let name = point.iter().fold(0, |name, x| mix(name ^ x.to_bits()));
        (name >> 11) as f64 / (1_u64 << 53) as f64
    }

    #[test]
    fn one_that_truly_leads_is_found_and_its_interval_holds_the_truth() {
        let designs: [&dyn Design; 2] = [&Morris::new(4, 10, 1), &Saltelli::new(4, 256, 1)];
        for design in designs {
            let found = analysed(design, |x| 5.0 * x[2] + x[0] + 0.1 * noise(x));
            assert!(found[2].leads >= SURE, "{found:?}");
            assert!(
                found
                    .iter()
                    .all(|f| f.interval.low.size() <= f.indices.size()
                        && f.indices.size() <= f.interval.high.size())
            );
        }
        let found = analysed(&Saltelli::new(2, 512, 3), |x| 3.0 * x[0] + 4.0 * x[1]);
        assert!(
            found[1].interval.low.values()[0] < 16.0 / 25.0
                && 16.0 / 25.0 < found[1].interval.high.values()[0],
            "{found:?}"
        );
    }

    #[test]
    fn noise_has_no_leader() {
        let designs: [&dyn Design; 3] = [
            &Morris::new(8, 4, 1),
            &Morris::new(8, 10, 2),
            &Saltelli::new(8, 32, 1),
        ];
        for design in designs {
            let found = analysed(design, noise);
            assert!(found.iter().all(|f| f.leads < SURE), "{found:?}");
            assert!(
                found
                    .iter()
                    .any(|f| f.interval.high.size() > f.interval.low.size())
            );
        }
    }

    #[test]
    fn where_nothing_varies_or_parts_are_few_nothing_is_claimed() {
        let still = analysed(&Saltelli::new(3, 8, 1), |x| 0.5 + 1e-15 * x[0]);
        assert!(
            still
                .iter()
                .all(|f| f.leads == 0.0 && f.interval.low == f.indices),
            "{still:?}"
        );
        assert!(
            analysed(&Morris::new(3, FEWEST - 1, 1), |x| x[0])
                .iter()
                .all(|f| f.leads == 0.0)
        );
        assert!(!varies(&[]) && !varies(&[3.0, 3.0]) && varies(&[0.0, 1e-6]));
    }
}
