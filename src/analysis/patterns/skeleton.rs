//! Pattern 1: the skeleton of people and homes.

use super::{Baseline, Pattern, measure};
use crate::analysis::statistics::share;

pub(super) const HOMES: Pattern = Pattern {
    id: 1,
    name: "Skeleton of people and homes",
    sources: &["P01", "P04", "P05"],
    how: "Residents and occupied homes at the end of the spin-up.",
    measures: &[
        measure("residents aged 65 and over", "% of residents", 17.0, 20.0),
        measure("one-person households", "% of households", 26.0, 36.0),
        measure("mean household size", "people", 2.3, 2.4),
    ],
    read,
};

fn read(baseline: &Baseline) -> Vec<f64> {
    let world = baseline.at(0);
    let residents = world.population() as usize;
    let old = world
        .living()
        .filter(|i| world.persons.age(*i) >= 65)
        .count();
    let sizes: Vec<usize> = (0..world.families.len())
        .map(|f| world.families.size(f, &world.persons.alive))
        .filter(|size| *size > 0)
        .collect();
    let alone = sizes.iter().filter(|size| **size == 1).count();
    vec![
        100.0 * share(old, residents),
        100.0 * share(alone, sizes.len()),
        share(residents, sizes.len()),
    ]
}
