//! Gradients by deprivation at the same age: rates of neighbourhoods standardised to the ages of the whole place.

use crate::analysis::statistics::gradient;
use crate::engine::state::World;

/// The ages within which people are compared. Unit: years, the first of each band.
const BANDS: [u16; 6] = [0, 5, 25, 45, 60, 75];

fn band(age: u16) -> usize {
    BANDS.iter().rposition(|first| age >= *first).unwrap_or(0)
}

/// The ratio, so many deciles apart, of an age-standardised mean of something over people from an age on.
pub fn at_the_same_age(
    worlds: &[World],
    apart: f64,
    of: impl Fn(&World, usize) -> f64,
    from_age: u16,
) -> f64 {
    let communities = worlds[0].communities.len();
    let mut counts = vec![[(0.0_f64, 0.0_f64); BANDS.len()]; communities];
    let mut everybody = [0.0_f64; BANDS.len()];
    for world in worlds {
        for i in world.living().filter(|i| world.persons.age(*i) >= from_age) {
            let band = band(world.persons.age(i));
            let cell = &mut counts[world.persons.community[i].index()][band];
            cell.0 += of(world, i);
            cell.1 += 1.0;
            everybody[band] += 1.0;
        }
    }
    let all: f64 = everybody.iter().sum();
    let groups: Vec<(f64, f64, f64)> = counts
        .iter()
        .zip(&worlds[0].communities.decile)
        .map(|(cells, decile)| {
            let rate = cells
                .iter()
                .zip(everybody)
                .filter(|(cell, _)| cell.1 > 0.0)
                .map(|(cell, n)| cell.0 / cell.1 * n / all)
                .sum();
            (
                f64::from(*decile),
                cells.iter().map(|cell| cell.1).sum(),
                rate,
            )
        })
        .collect();
    gradient(&groups, apart)
}
