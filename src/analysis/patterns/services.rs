//! Patterns 2, 9 and 10: how cost is concentrated, rates of use and their gradient, and repeats.

use super::baseline::is_same;
use super::standardised::at_the_same_age;
use super::{Baseline, Pattern, measure};
use crate::analysis::statistics::{gradient, share};
use crate::engine::{self, state::World};
use crate::numeric::ln;

pub(super) const COST: Pattern = Pattern {
    id: 2,
    name: "Concentration of cost",
    sources: &["K01", "K02"],
    how: "Health cost of each resident in year 1, and who of the costliest twentieth is among it again in year 2.",
    measures: &[
        measure("cost on the top 5 %", "% of cost", 45.0, 55.0),
        measure("cost on the top 1 %", "% of cost", 20.0, 32.0),
        measure("staying in the top 5 %", "% a year", 25.0, 45.0),
    ],
    read: cost,
};

/// Residents by cost, the costliest first.
fn ranked(world: &World) -> Vec<(f64, usize)> {
    let mut costs: Vec<(f64, usize)> = world
        .living()
        .map(|i| (world.persons.health_cost[i].pounds(), i))
        .collect();
    costs.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(world.persons.key[a.1].cmp(&world.persons.key[b.1]))
    });
    costs
}

fn cost(baseline: &Baseline) -> Vec<f64> {
    let (first, later) = (baseline.at(1), baseline.at(2));
    let costs = ranked(first);
    let total: f64 = costs.iter().map(|c| c.0).sum();
    let top = |part: usize| {
        costs
            .iter()
            .take(costs.len() / part)
            .map(|c| c.0)
            .sum::<f64>()
            / total
    };
    let next = ranked(later);
    let line = next[next.len() / 20].0;
    let still: Vec<usize> = costs[..costs.len() / 20]
        .iter()
        .map(|c| c.1)
        .filter(|i| is_same(first, later, *i))
        .collect();
    let again = still
        .iter()
        .filter(|i| later.persons.health_cost[**i].pounds() > line)
        .count();
    vec![
        100.0 * top(20),
        100.0 * top(100),
        100.0 * share(again, still.len()),
    ]
}

pub(super) const RATES: Pattern = Pattern {
    id: 9,
    name: "Use of services and its gradient",
    sources: &["S01", "S08", "S09", "S10", "S12", "S14", "S15"],
    how: "Counts of five years by residents; gradients by a line through the logarithm of the neighbourhoods' rates; then three years lived with the same access everywhere.",
    measures: &[
        measure("A&E attendances", "per person a year", 0.40, 0.46),
        measure("emergency admissions", "per person a year", 0.095, 0.115),
        measure("primary-care contacts", "per person a year", 5.0, 7.0),
        measure(
            "requests for social care",
            "per 100 adults a year",
            4.2,
            4.8,
        ),
        measure("A&E, most to least deprived tenth", "ratio", 1.8, 2.1),
        measure(
            "emergency admissions at the same age, most to least deprived fifth",
            "ratio",
            1.4,
            2.2,
        ),
        measure(
            "A&E gradient that goes with equal access",
            "% of the gradient",
            0.0,
            40.0,
        ),
    ],
    read: rates,
};

fn rates(baseline: &Baseline) -> Vec<f64> {
    let worlds = baseline.years();
    let people: f64 = worlds.iter().map(|w| f64::from(w.population())).sum();
    let count = |of: fn(&World) -> u64| worlds.iter().map(|w| of(w) as f64).sum::<f64>() / people;
    let adults: usize = worlds
        .iter()
        .map(|w| w.living().filter(|i| w.persons.is_adult(*i)).count())
        .sum();
    let requests: u64 = worlds.iter().map(|w| w.counts.social_care_requests).sum();
    vec![
        count(|w| w.counts.attendances),
        count(|w| w.counts.admissions),
        count(|w| w.counts.primary_contacts),
        100.0 * requests as f64 / adults as f64,
        by_deprivation(worlds, 9.0, |world, i| world.persons.attendances[i]),
        at_the_same_age(
            worlds,
            8.0,
            |world, i| f64::from(world.persons.admissions[i]),
            0,
        ),
        100.0 * gone_with_access(baseline),
    ]
}

/// How much of the gradient of attendances goes when services give the same of what is asked for everywhere: the same
/// people and luck for three years, once as it is and once with equal access.
fn gone_with_access(baseline: &Baseline) -> f64 {
    let mut equal = baseline.prepared.scenario.parameters.clone();
    equal.problems.access_deprivation = 1.0;
    let mut world = baseline.start.world.clone();
    let mut years = Vec::new();
    for _ in 0..3 {
        for _ in 0..12 {
            engine::step(&mut world, &equal, None);
        }
        years.push(world.clone());
    }
    let slope = |worlds: &[World]| {
        ln(by_deprivation(worlds, 9.0, |world, i| {
            world.persons.attendances[i]
        }))
    };
    let usual = slope(&baseline.years()[1..4]);
    (usual - slope(&years)) / usual
}

/// The gradient of a yearly count by neighbourhood.
fn by_deprivation(worlds: &[World], apart: f64, of: impl Fn(&World, usize) -> u16) -> f64 {
    let mut counts = vec![(0.0_f64, 0.0_f64); worlds[0].communities.len()];
    for world in worlds {
        for i in world.living() {
            let here = &mut counts[world.persons.community[i].index()];
            here.0 += f64::from(of(world, i));
            here.1 += 1.0;
        }
    }
    let groups: Vec<(f64, f64, f64)> = counts
        .iter()
        .zip(&worlds[0].communities.decile)
        .map(|((uses, people), d)| (f64::from(*d), *people, uses / people))
        .collect();
    gradient(&groups, apart)
}

pub(super) const REPEATS: Pattern = Pattern {
    id: 10,
    name: "Repeat demand",
    sources: &["S11", "G01", "G02"],
    how: "Contacts about a problem that an earlier contact had not resolved, of all contacts about problems, over five years.",
    measures: &[
        measure(
            "contacts caused by an unresolved need",
            "% of contacts",
            20.0,
            40.0,
        ),
        measure(
            "attendances at A&E followed by another within 7 days",
            "% of attendances",
            8.0,
            9.5,
        ),
    ],
    read: repeats,
};

fn repeats(baseline: &Baseline) -> Vec<f64> {
    let sum = |of: fn(&World) -> u64| baseline.years().iter().map(|w| of(w) as f64).sum::<f64>();
    vec![
        100.0 * sum(|w| w.counts.failure_contacts) / sum(|w| w.counts.contacts),
        100.0 * sum(|w| w.counts.reattendances) / sum(|w| w.counts.attendances),
    ]
}
