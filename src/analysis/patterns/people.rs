//! Patterns 3, 4 and 5: loneliness by age, the distribution of wellbeing and how it lasts.

use super::baseline::{answer, is_same};
use super::{Baseline, Pattern, measure};
use crate::analysis::statistics::{correlation, mean, share, skewness, standard_deviation};
use crate::engine::state::World;

pub(super) const LONELINESS: Pattern = Pattern {
    id: 3,
    name: "Loneliness: level and shape by age",
    sources: &["L01", "L02"],
    how: "People of 16 and over who are often or always lonely, over the ends of five years.",
    measures: &[
        measure("often lonely, all", "% of 16+", 4.9, 7.1),
        measure("often lonely, 16–24", "%", 8.0, 10.0),
        measure("often lonely, 50–64", "%", 4.0, 8.0),
        measure("often lonely, 65–74", "%", 3.0, 5.0),
        measure("65–74 below the lowest younger band", "points", 0.0, 6.0),
        measure("75+ above 65–74", "points", 0.0, 2.0),
    ],
    read: loneliness,
};

fn lonely(worlds: &[World], from: u16, to: u16) -> f64 {
    let (mut part, mut whole) = (0, 0);
    for world in worlds {
        for i in world
            .living()
            .filter(|i| (from..=to).contains(&world.persons.age(*i)))
        {
            whole += 1;
            part += usize::from(world.persons.lonely[i]);
        }
    }
    100.0 * share(part, whole)
}

fn loneliness(baseline: &Baseline) -> Vec<f64> {
    let band = |from, to| lonely(baseline.years(), from, to);
    let (young, middle, before_old, old) =
        (band(16, 24), band(50, 64), band(65, 74), band(75, 120));
    let lowest = [young, band(25, 34), band(35, 49), middle]
        .into_iter()
        .fold(f64::INFINITY, f64::min);
    vec![
        band(16, 120),
        young,
        middle,
        before_old,
        lowest - before_old,
        old - before_old,
    ]
}

pub(super) const WELLBEING: Pattern = Pattern {
    id: 4,
    name: "Distribution of wellbeing",
    sources: &["W01", "W04", "W05"],
    how: "Adults' life satisfaction as answered in whole points, over the ends of five years.",
    measures: &[
        measure("mean", "points (0–10)", 7.2, 7.7),
        measure("standard deviation", "points", 1.6, 2.1),
        measure("answers 0–4", "% of adults", 4.5, 6.5),
        measure("skewness", "", -2.0, -0.3),
    ],
    read: wellbeing,
};

fn wellbeing(baseline: &Baseline) -> Vec<f64> {
    let answers: Vec<f64> = baseline
        .years()
        .iter()
        .flat_map(|world| {
            world
                .living()
                .filter(|i| world.persons.is_adult(*i))
                .map(|i| answer(world, i))
        })
        .collect();
    let low = answers.iter().filter(|answer| **answer <= 4.0).count();
    vec![
        mean(&answers),
        standard_deviation(&answers),
        100.0 * share(low, answers.len()),
        skewness(&answers),
    ]
}

pub(super) const PERSISTENCE: Pattern = Pattern {
    id: 5,
    name: "Persistence of wellbeing",
    sources: &["W06"],
    how: "Correlation of the answers of the same adults, one and ten years apart.",
    measures: &[
        measure("after 1 year", "correlation", 0.55, 0.70),
        measure("after 10 years", "correlation", 0.35, 0.50),
    ],
    read: persistence,
};

fn persistence(baseline: &Baseline) -> Vec<f64> {
    let first = baseline.at(0);
    let retest = |later: &World| {
        let same: Vec<(f64, f64)> = first
            .living()
            .filter(|i| first.persons.is_adult(*i) && is_same(first, later, *i))
            .map(|i| (answer(first, i), answer(later, i)))
            .collect();
        correlation(&same)
    };
    vec![retest(baseline.at(1)), retest(baseline.at(10))]
}
