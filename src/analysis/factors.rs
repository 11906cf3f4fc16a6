//! What is uncertain in a scenario: every parameter and every effect of an approach, each with its registered range.
//! Switches of mechanisms are no uncertain numbers. Knows no way of drawing points.

use crate::random::mix;
use crate::scenario::Scenario;
use crate::scenario::parameters::Parameters;
use serde::Serialize;

/// The mechanism under which effects of approaches are listed.
pub const APPROACHES: &str = "approaches";
/// The group of the registry that holds switches.
const SWITCHES: &str = "mechanisms";

/// One uncertain number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Factor {
    /// The parameter's id, or `approaches.APPROACH.LEVER` of an effect.
    pub id: String,
    /// Lowest plausible value.
    pub low: f32,
    /// Highest plausible value.
    pub high: f32,
    /// For an effect: positions of the approach in the catalogue and of the effect in the approach.
    #[serde(skip)]
    effect: Option<(usize, usize)>,
}

impl Factor {
    /// The value at a share of the range.
    pub fn at(&self, share: f64) -> f64 {
        f64::from(self.low) + f64::from(self.high - self.low) * share
    }
}

/// The uncertain numbers of a scenario: all, or those of one mechanism (`approaches` for effects). Numbers whose range is a
/// single value are left out.
pub fn factors(scenario: &Scenario, only: Option<&str>) -> Vec<Factor> {
    let wanted = |mechanism: &str| only.is_none_or(|only| only == mechanism);
    let registry = Parameters::registry()
        .into_iter()
        .filter(|info| info.mechanism != SWITCHES && wanted(info.mechanism));
    let mut factors: Vec<Factor> = registry
        .map(|info| Factor {
            id: info.id(),
            low: info.low,
            high: info.high,
            effect: None,
        })
        .collect();
    if wanted(APPROACHES) {
        for (a, approach) in scenario.approaches.iter().enumerate() {
            for (e, effect) in approach.effects.iter().enumerate() {
                let id = format!("{APPROACHES}.{}.{}", approach.id, effect.lever.id());
                factors.push(Factor {
                    id,
                    low: effect.low,
                    high: effect.high,
                    effect: Some((a, e)),
                });
            }
        }
    }
    factors.retain(|factor| factor.low < factor.high);
    factors
}

/// The mechanisms that `only` may name.
pub fn mechanisms() -> Vec<&'static str> {
    let mut names: Vec<&str> = Parameters::registry()
        .iter()
        .map(|info| info.mechanism)
        .filter(|name| *name != SWITCHES)
        .collect();
    names.dedup();
    names.push(APPROACHES);
    names
}

/// The scenario in which each factor stands where a point of the unit cube says: 0 = its lowest value, 1 = its highest.
pub fn at(scenario: &Scenario, factors: &[Factor], point: &[f64]) -> Scenario {
    let mut scenario = scenario.clone();
    for (factor, share) in factors.iter().zip(point) {
        let value = factor.low + (factor.high - factor.low) * *share as f32;
        match factor.effect {
            Some((approach, effect)) => scenario.approaches[approach].effects[effect].size = value,
            None => {
                scenario.parameters.set(&factor.id, value);
            }
        }
    }
    scenario
}

/// One coordinate of a point of a low-discrepancy design: Sobol's sequence with Owen scrambling.
///
/// The table of direction numbers has 256 dimensions; beyond them the sequence begins anew under another scrambling.
/// Range: 0–1. `number` below 65,536.
pub fn sobol(number: u32, dimension: usize, seed: u64) -> f64 {
    let table = sobol_burley::NUM_DIMENSIONS as usize;
    let scrambling = mix(seed ^ mix((dimension / table) as u64 + 1)) as u32;
    f64::from(sobol_burley::sample(
        number,
        (dimension % table) as u32,
        scrambling,
    ))
}

/// One coordinate of a point of a design with more numbers than points: a scrambled sequence of its own for every number.
///
/// Sobol's sequence itself is no use there: among few points its later dimensions halve the points alike, so that two numbers
/// cannot be told apart. Here every number is spread as evenly over its range, and pairs of numbers meet by chance.
/// Range: 0–1. `number` below 65,536.
pub fn stratified(number: u32, dimension: usize, seed: u64) -> f64 {
    f64::from(sobol_burley::sample(
        number,
        0,
        mix(seed ^ mix(dimension as u64 + 0x5eed)) as u32,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;

    #[test]
    fn every_number_with_a_range_is_there_and_no_switch() {
        let scenario = small().scenario;
        let all = factors(&scenario, None);
        let effects: usize = scenario
            .approaches
            .iter()
            .flat_map(|a| &a.effects)
            .filter(|e| e.low < e.high)
            .count();
        let numbers = Parameters::registry()
            .iter()
            .filter(|i| i.mechanism != SWITCHES && i.low < i.high)
            .count();
        assert_eq!(all.len(), effects + numbers);
        assert!(
            all.iter()
                .all(|factor| !factor.id.starts_with("mechanisms."))
        );
        assert_eq!(
            factors(&scenario, Some("ties")).len(),
            all.iter().filter(|f| f.id.starts_with("ties.")).count()
        );
        assert_eq!(factors(&scenario, Some(APPROACHES)).len(), effects);
        assert_eq!(mechanisms().len(), 16);
    }

    #[test]
    fn the_corners_of_the_cube_are_the_ends_of_the_ranges() {
        let scenario = small().scenario;
        let all = factors(&scenario, None);
        for (share, end) in [(0.0, 0), (1.0, 1)] {
            let moved = at(&scenario, &all, &vec![share; all.len()]);
            for factor in &all {
                let value = match factor.effect {
                    Some((a, e)) => moved.approaches[a].effects[e].size,
                    None => moved.parameters.get(&factor.id).unwrap(),
                };
                assert!(
                    (value - [factor.low, factor.high][end]).abs() <= 1e-6 * value.abs().max(1.0),
                    "{}",
                    factor.id
                );
            }
        }
        assert_eq!(at(&scenario, &[], &[]), scenario);
    }

    #[test]
    fn points_fill_every_dimension_evenly_and_differ_between_dimensions() {
        for dimension in [0, 255, 256, 300] {
            let mut strata = [0; 16];
            for number in 0..64 {
                strata[(sobol(number, dimension, 5) * 16.0) as usize] += 1;
            }
            assert_eq!(strata, [4; 16], "dimension {dimension}");
        }
        let row = |dimension, seed| {
            (0..8)
                .map(|number| sobol(number, dimension, seed))
                .collect::<Vec<_>>()
        };
        assert_ne!(row(0, 5), row(256, 5));
        assert_ne!(row(0, 5), row(0, 6));
    }

    #[test]
    fn no_two_of_many_numbers_halve_few_points_alike() {
        let halves = |dimension| {
            (0..64)
                .map(|number| stratified(number, dimension, 5) < 0.5)
                .collect::<Vec<bool>>()
        };
        let all: Vec<Vec<bool>> = (0..250).map(halves).collect();
        for (k, one) in all.iter().enumerate() {
            assert_eq!(one.iter().filter(|low| **low).count(), 32);
            for other in &all[..k] {
                let alike = one.iter().zip(other).filter(|(a, b)| a == b).count();
                assert!((8..=56).contains(&alike), "number {k}: {alike} of 64 alike");
            }
        }
    }

    #[test]
    fn its_numbers_are_the_same_on_every_machine() {
        let found = [(0, 0), (1, 3), (17, 255), (40_000, 256)]
            .map(|(number, dimension)| sobol(number, dimension, 11).to_bits());
        assert_eq!(
            found,
            [
                4_601_978_739_503_398_912,
                4_596_118_119_189_053_440,
                4_594_935_057_562_468_352,
                4_606_351_687_299_366_912
            ]
        );
    }
}
