//! Pattern 11: single interventions are small. One approach at a time, in trials without any strategy or money.

use super::{Baseline, Pattern, measure};
use crate::analysis::outcomes::{CONTROL, FRIENDS, WELLBEING};
use crate::analysis::statistics::{mean, median};
use crate::analysis::trial::{TrialOptions, TrialPart, answer, trial};
use crate::engine::state::World;

pub(super) const SINGLE: Pattern = Pattern {
    id: 11,
    name: "Single interventions are small",
    sources: &["L09", "I27", "I04"],
    how: "Trials of one approach for a year: treated people less the same people untreated, over the standard deviation between people; \
          the odds of feeling in control (at or above the middle of all adults) when those whom one more link worker sees gain as in \
          the trial, in a population of 50,000.",
    measures: &[
        measure("befriending, wellbeing", "SMD", 0.0, 0.36),
        measure("community engagement, wellbeing", "SMD", 0.06, 0.27),
        measure(
            "community engagement, friends to count on",
            "SMD",
            0.23,
            0.65,
        ),
        measure(
            "one more link worker per 50,000, in control",
            "odds ratio",
            1.001,
            1.027,
        ),
    ],
    read,
};

/// What a link worker costs a year, fully loaded (K13). Unit: pounds.
const LINK_WORKER: f64 = 45_000.0;
/// The population that one more link worker is for (I04).
const POPULATION: f64 = 50_000.0;

fn read(baseline: &Baseline) -> Vec<f64> {
    let smd = |id: &str, outcome: usize| {
        held(baseline, id).map_or(f64::NAN, |(part, _)| {
            answer::effect_standardised(&part, outcome)
        })
    };
    let engagement = held(baseline, "community-engagement").map(|(part, _)| part);
    let engaged = |outcome| {
        engagement
            .as_ref()
            .map_or(f64::NAN, |part| answer::effect_standardised(part, outcome))
    };
    vec![
        smd("befriending", WELLBEING),
        engaged(WELLBEING),
        engaged(FRIENDS),
        link_worker(baseline),
    ]
}

/// A trial of an approach from the spun-up world, with its unit cost; nothing when the catalogue has no such approach.
fn held(baseline: &Baseline, id: &str) -> Option<(TrialPart, f64)> {
    let approach = baseline
        .prepared
        .scenario
        .approaches
        .iter()
        .find(|approach| approach.id == id)?;
    Some((
        trial(
            &baseline.prepared,
            &baseline.start,
            approach,
            TrialOptions::default(),
        ),
        approach.unit_cost_pounds,
    ))
}

/// The odds ratio of feeling in control in a whole population when the people whom one more link worker sees gain as in the
/// trial: confidence to manage is what the survey asked.
fn link_worker(baseline: &Baseline) -> f64 {
    let Some((part, unit_cost)) = held(baseline, "link-workers") else {
        return f64::NAN;
    };
    let world = &baseline.start.world;
    let levels: Vec<f64> = adults(world)
        .map(|i| f64::from(world.persons.control[i]))
        .collect();
    let middle = median(&levels);
    let in_control = |level: f64| f64::from(u8::from(level >= middle));
    let treated: Vec<f64> = part
        .subjects
        .iter()
        .filter(|subject| subject.treated)
        .map(|subject| in_control(subject.after[CONTROL]) - in_control(subject.twin[CONTROL]))
        .collect();
    let adults_there = POPULATION * levels.len() as f64 / f64::from(world.population().max(1));
    let share_in_control =
        levels.iter().map(|level| in_control(*level)).sum::<f64>() / levels.len() as f64;
    odds_ratio(
        share_in_control,
        mean(&treated),
        LINK_WORKER / unit_cost / adults_there,
    )
}

/// The ratio of odds when a share of people gains that much in probability.
fn odds_ratio(probability: f64, gain: f64, share: f64) -> f64 {
    let odds = |p: f64| p / (1.0 - p);
    odds(probability + gain * share) / odds(probability)
}

/// Everybody of 18 and over.
fn adults(world: &World) -> impl Iterator<Item = usize> + '_ {
    world.living().filter(|i| world.persons.is_adult(*i))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_worker_among_many_moves_the_odds_a_little() {
        assert_eq!(odds_ratio(0.5, 0.0, 0.01), 1.0);
        // 250 of 40,000 adults gain 20 points: 0.125 points of the population.
        assert!(
            (odds_ratio(0.6, 0.2, 250.0 / 40_000.0) - (0.601_25 / 0.398_75) / 1.5).abs() < 1e-9
        );
    }
}
