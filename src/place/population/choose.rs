//! Which households a community gets: drawn by their weight, then exchanged one for one while that
//! brings its ages nearer.

use super::{Cell, Template, fitted_band};
use crate::random::{Draws, Key, Luck, Stream};

/// How often each household is offered an exchange.
const EXCHANGE_ROUNDS: u32 = 24;

/// The households of one community: drawn by weight, then exchanged one for one while that brings
/// the ages nearer.
///
/// An exchange keeps kind and size, so those margins stay as rounded. Gives (cell, template) in the
/// order of the cells.
pub(super) fn choose(
    cells: &[Cell],
    counts: &[u32],
    target: &[f64],
    luck: Luck,
    community: usize,
) -> Vec<(usize, usize)> {
    let key = Key(0xC0_77).child(community as u64);
    let mut draws = luck.draws(key, 0, Stream::Population);
    let mut chosen = Vec::with_capacity(counts.iter().sum::<u32>() as usize);
    let mut missing: Vec<f64> = target.to_vec();
    for (index, (cell, &count)) in cells.iter().zip(counts).enumerate() {
        let start = f64::from(draws.uniform());
        for k in 0..count {
            // Systematic sampling: evenly spaced points over the weights, one random start.
            let pick = at(&cell.cumulative, (f64::from(k) + start) / f64::from(count));
            count_ages(&mut missing, &cell.templates[pick], -1.0);
            chosen.push((index, pick));
        }
    }
    for round in 1..=EXCHANGE_ROUNDS {
        let mut draws: Draws = luck.draws(key, round, Stream::Population);
        for slot in &mut chosen {
            let cell = &cells[slot.0];
            let offer = at(&cell.cumulative, f64::from(draws.uniform()));
            if offer == slot.1 {
                continue;
            }
            let (old, new) = (&cell.templates[slot.1], &cell.templates[offer]);
            if gain(&mut missing, old, new) < 0.0 {
                slot.1 = offer;
            } else {
                count_ages(&mut missing, new, 1.0);
                count_ages(&mut missing, old, -1.0);
            }
        }
    }
    chosen
}

/// The first position whose cumulative weight exceeds the point.
fn at(cumulative: &[f64], point: f64) -> usize {
    cumulative
        .partition_point(|&weight| weight <= point)
        .min(cumulative.len() - 1)
}

fn count_ages(missing: &mut [f64], home: &Template, by: f64) {
    for &age in home.members() {
        missing[fitted_band(age)] += by;
    }
}

/// Puts `new` in the place of `old`; the change in the sum of squared misses (below 0: nearer).
fn gain(missing: &mut [f64], old: &Template, new: &Template) -> f64 {
    let mut change = 0.0;
    for (home, by) in [(old, 1.0), (new, -1.0)] {
        for &age in home.members() {
            let miss = &mut missing[fitted_band(age)];
            change += (2.0 * *miss + by) * by;
            *miss += by;
        }
    }
    change
}
