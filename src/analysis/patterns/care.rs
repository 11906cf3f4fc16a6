//! Pattern 8: unpaid carers.

use super::standardised::at_the_same_age;
use super::{Baseline, Pattern, measure};
use crate::analysis::statistics::share;
use crate::engine::state::World;
use crate::place::Disability;

pub(super) const CARERS: Pattern = Pattern {
    id: 8,
    name: "Unpaid carers",
    sources: &["C01", "C02", "C03", "C04"],
    how: "People of 5 and over who give care, over the ends of five years; gradients standardised for age, between fifths of deprivation.",
    measures: &[
        measure("give care", "% of 5+", 8.0, 10.0),
        measure("give 50 hours a week or more", "% of 5+", 2.5, 3.0),
        measure("most to least deprived fifth, any hours", "ratio", 1.2, 1.3),
        measure(
            "most to least deprived fifth, 50 hours or more",
            "ratio",
            1.8,
            2.3,
        ),
        measure("disabled among carers, to among others", "ratio", 1.4, 1.7),
    ],
    read,
};

/// Fifths of deprivation lie eight deciles apart, from the middle of the first to the middle of the last.
const FIFTHS_APART: f64 = 8.0;

fn read(baseline: &Baseline) -> Vec<f64> {
    let worlds = baseline.years();
    let share_of = |from: f32| {
        let (mut part, mut whole) = (0, 0);
        for world in worlds {
            for i in world.living().filter(|i| world.persons.age(*i) >= 5) {
                whole += 1;
                part += usize::from(
                    world.persons.care_hours[i] > 0.0 && world.persons.care_hours[i] >= from,
                );
            }
        }
        100.0 * share(part, whole)
    };
    vec![
        share_of(0.0),
        share_of(50.0),
        by_deprivation(worlds, 0.0),
        by_deprivation(worlds, 50.0),
        disabled_ratio(worlds),
    ]
}

/// The gradient of the age-standardised share of people who give that many hours.
fn by_deprivation(worlds: &[World], from: f32) -> f64 {
    let gives = |world: &World, i: usize| {
        let hours = world.persons.care_hours[i];
        f64::from(u8::from(hours > 0.0 && hours >= from))
    };
    at_the_same_age(worlds, FIFTHS_APART, gives, 5)
}

/// How much more common it is among carers than among others that activities are limited.
fn disabled_ratio(worlds: &[World]) -> f64 {
    let mut counts = [(0_usize, 0_usize); 2];
    for world in worlds {
        for i in world.living().filter(|i| world.persons.age(*i) >= 5) {
            let group = &mut counts[usize::from(world.persons.care_hours[i] > 0.0)];
            group.0 += usize::from(matches!(
                world.persons.disability[i],
                Disability::Little | Disability::Lot
            ));
            group.1 += 1;
        }
    }
    share(counts[1].0, counts[1].1) / share(counts[0].0, counts[0].1)
}
