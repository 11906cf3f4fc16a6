//! How much each template of a household weighs, so that the people in them have the ages that were
//! counted. Knows no communities.

use super::super::fitting::ratio;
use super::{Cell, FITTED_BANDS, Template, fitted_band};
use crate::numeric;

/// How often templates are re-weighted.
const RAKING_ROUNDS: usize = 120;

/// The templates of a cell as raking sees them: the fitted bands of their members, and which of
/// them are alike.
struct Pattern {
    /// The bands of each template's members, one template after the other.
    bands: Vec<u8>,
    /// For each template, the first that has the same bands in the same order: they have the same
    /// weight.
    like: Vec<u16>,
}

impl Pattern {
    fn of(cell: &Cell) -> Self {
        let band = |&age: &u8| fitted_band(age) as u8;
        let named = |template: &Template| {
            template
                .members()
                .iter()
                .map(band)
                .fold(0_u64, |name, band| {
                    name * FITTED_BANDS as u64 + u64::from(band)
                })
        };
        let mut order: Vec<(u64, u16)> = cell.templates.iter().map(named).zip(0..).collect();
        order.sort_unstable();
        let mut like = vec![0; order.len()];
        for alike in order.chunk_by(|one, other| one.0 == other.0) {
            for (_, template) in alike {
                like[usize::from(*template)] = alike[0].1;
            }
        }
        Self {
            bands: cell
                .templates
                .iter()
                .flat_map(Template::members)
                .map(band)
                .collect(),
            like,
        }
    }

    /// Weighs the templates by the factors of their members' bands. Gives the sum of the weights,
    /// and that of each band.
    fn weigh(
        &self,
        weights: &mut [f64],
        factors: &[f64; FITTED_BANDS],
    ) -> (f64, [f64; FITTED_BANDS]) {
        let size = self.bands.len() / self.like.len();
        let (mut sum, mut reached) = (0.0, [0.0; FITTED_BANDS]);
        for (template, (bands, &like)) in self.bands.chunks_exact(size).zip(&self.like).enumerate()
        {
            let weight = if usize::from(like) < template {
                weights[usize::from(like)]
            } else {
                let score: f64 = bands.iter().map(|&band| factors[usize::from(band)]).sum();
                numeric::exp(score.clamp(-30.0, 30.0))
            };
            weights[template] = weight;
            sum += weight;
            for &band in bands {
                reached[usize::from(band)] += weight;
            }
        }
        (sum, reached)
    }
}

/// Weighs the templates by iterative proportional fitting to the ages, keeping every cell's total.
pub(super) fn rake(cells: &mut [Cell], counts: &[u32], ages: &[f64]) {
    let mut factors = [0.0_f64; FITTED_BANDS];
    let patterns: Vec<Pattern> = cells.iter().map(Pattern::of).collect();
    let mut weights: Vec<Vec<f64>> = cells
        .iter()
        .map(|cell| vec![1.0; cell.templates.len()])
        .collect();
    for round in 0..=RAKING_ROUNDS {
        let mut reached = [0.0; FITTED_BANDS];
        let weighed = cells
            .iter_mut()
            .zip(&mut weights)
            .zip(counts)
            .zip(&patterns);
        // Cells without households move nothing; they are weighed once, at the end.
        for (((cell, weights), &count), pattern) in
            weighed.filter(|(((_, _), count), _)| **count > 0 || round == RAKING_ROUNDS)
        {
            let (sum, mut bands) = pattern.weigh(weights, &factors);
            for (band, reached) in bands.iter_mut().zip(&mut reached) {
                *band *= ratio(1.0, sum);
                *reached += *band * f64::from(count);
            }
            cell.bands = bands;
        }
        if round < RAKING_ROUNDS {
            for ((factor, &target), &now) in factors.iter_mut().zip(ages).zip(&reached) {
                // Half steps in the logarithm: members of one home share a weight, and full steps
                // would overshoot.
                *factor =
                    (*factor + 0.5 * numeric::ln((target + 0.5) / (now + 0.5))).clamp(-8.0, 8.0);
            }
        }
    }
    for (cell, weights) in cells.iter_mut().zip(weights) {
        let whole: f64 = weights.iter().sum();
        let mut running = 0.0;
        cell.cumulative = weights
            .iter()
            .map(|weight| {
                running += weight / whole;
                running
            })
            .collect();
    }
}
