//! How much of the difference rests on what kind of evidence? The comparison with well evidenced assumptions alone, then
//! with each further layer. Knows no way of showing an answer.
//!
//! The rule. A parameter whose grade lies beyond the layer takes its neutral value: 0 where its range includes 0 (an effect
//! that may be absent); 1 where it is a ratio or a multiplier whose range includes 1 and not 0; else it stays, because it is
//! a level and not an effect. Couplings beyond the layer are 0. Effects of an approach whose grade lies beyond stand at their
//! low ends.

use super::arms::{self, MAIN, Paired};
use super::judged::Judged;
use super::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::scenario::Scenario;
use crate::scenario::parameters::{Grade, ParameterInfo, Parameters};
use serde::Serialize;

/// The layers, each with those before it.
pub const LAYERS: [Grade; 4] = [
    Grade::Well,
    Grade::Partly,
    Grade::Disputed,
    Grade::Speculative,
];

/// The value that a parameter takes when its evidence lies beyond the layer; nothing when it stays.
pub fn neutral(info: &ParameterInfo) -> Option<f32> {
    let holds = |value: f32| (info.low..=info.high).contains(&value);
    let is_ratio = info.unit.starts_with("ratio") || info.unit == "multiplier";
    if info.mechanism == "mechanisms" {
        None
    } else if info.mechanism == "couplings" || holds(0.0) {
        Some(0.0)
    } else {
        (is_ratio && holds(1.0)).then_some(1.0)
    }
}

/// The parameters as they are when only evidence up to a grade counts.
pub fn parameters_up_to(parameters: &Parameters, layer: Grade) -> Parameters {
    let mut parameters = parameters.clone();
    for info in Parameters::registry()
        .into_iter()
        .filter(|info| info.grade > layer)
    {
        if let Some(value) = neutral(info) {
            parameters.set(&info.id(), value);
        }
    }
    parameters
}

/// The scenario as it is when only evidence up to a grade counts.
pub fn up_to(scenario: &Scenario, layer: Grade) -> Scenario {
    let mut scenario = Scenario {
        parameters: parameters_up_to(&scenario.parameters, layer),
        ..scenario.clone()
    };
    for approach in scenario
        .approaches
        .iter_mut()
        .filter(|approach| approach.grade > layer)
    {
        for effect in &mut approach.effects {
            effect.size = effect.low;
        }
    }
    scenario
}

/// The comparison, layer by layer.
#[derive(Clone, Debug)]
pub struct Layers {
    layers: Vec<Prepared>,
    pair: Pair,
}

/// One indicator in one layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// The layer with all before it.
    pub up_to: Grade,
    /// Alternative less reference in the last year.
    pub difference: Judged,
    /// What this layer adds to the difference; for the first, the difference itself.
    pub added: Judged,
}

/// One indicator, layer by layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// The indicator's id.
    pub indicator: &'static str,
    /// The layers in order.
    pub layers: Vec<Step>,
    /// The layer with the largest step, in size.
    pub carried_by: Grade,
}

/// What the layers say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The arm that is subtracted.
    pub reference: String,
    /// The arm that the difference is counted for.
    pub alternative: String,
    /// Replicates in it.
    pub replicates: u32,
    /// How many numbers of the scenario each layer sets aside, layer by layer.
    pub set_aside: Vec<u32>,
    /// Which layer carries the difference in adults doing well.
    pub carried_by: Grade,
    /// Indicator by indicator, those of [`MAIN`].
    pub indicators: Vec<Course>,
}

impl Layers {
    /// The layers of a scenario.
    ///
    /// Errors: a sentence for people when there are no two arms.
    pub fn new(prepared: &Prepared) -> Result<Self, String> {
        let pair = arms::wanted_pair(&prepared.scenario)?;
        let layers = LAYERS
            .iter()
            .map(|layer| arms::with(prepared, up_to(&prepared.scenario, *layer)))
            .collect();
        Ok(Self { layers, pair })
    }

    fn replicates(&self) -> usize {
        self.layers[0].scenario.replicates as usize
    }

    /// Numbers that differ from the whole scenario.
    fn set_aside(&self, layer: usize) -> u32 {
        let (whole, here) = (
            &self.layers[LAYERS.len() - 1].scenario,
            &self.layers[layer].scenario,
        );
        let values = whole
            .parameters
            .values()
            .iter()
            .zip(here.parameters.values())
            .filter(|(a, b)| **a != *b)
            .count();
        let effects = whole
            .approaches
            .iter()
            .zip(&here.approaches)
            .flat_map(|(a, b)| a.effects.iter().zip(&b.effects));
        (values + effects.filter(|(a, b)| a.size != b.size).count()) as u32
    }
}

impl Question for Layers {
    type Part = Paired;
    type Answer = Answer;

    /// Layer by layer, replicate by replicate.
    fn tasks(&self) -> usize {
        LAYERS.len() * self.replicates()
    }

    fn run(&self, task: usize) -> Paired {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Paired {
        let (layer, replicate) = (task / self.replicates(), task % self.replicates());
        arms::live_pair_telling(&self.layers[layer], self.pair, replicate as u32, lived)
    }

    fn answer(&self, parts: Vec<Paired>) -> Answer {
        let by_layer: Vec<&[Paired]> = parts.chunks(self.replicates()).collect();
        let indicators: Vec<Course> = MAIN
            .iter()
            .map(|indicator| course(*indicator, &by_layer))
            .collect();
        let carried = indicators
            .iter()
            .find(|course| course.indicator == CATALOGUE[DOING_WELL].id);
        let named = |arm: usize| self.layers[0].scenario.arms[arm].id.clone();
        Answer {
            reference: named(self.pair.reference),
            alternative: named(self.pair.alternative),
            replicates: self.replicates() as u32,
            set_aside: (0..LAYERS.len())
                .map(|layer| self.set_aside(layer))
                .collect(),
            carried_by: carried.map_or(Grade::Well, |course| course.carried_by),
            indicators,
        }
    }
}

fn course(indicator: usize, by_layer: &[&[Paired]]) -> Course {
    let differences: Vec<Vec<f64>> = by_layer
        .iter()
        .map(|layer| {
            layer
                .iter()
                .map(|paired| paired.difference(indicator))
                .collect()
        })
        .collect();
    let indicator = CATALOGUE[indicator].id;
    let mut layers = Vec::new();
    for (k, here) in differences.iter().enumerate() {
        let added: Vec<f64> = match k.checked_sub(1) {
            Some(before) => here
                .iter()
                .zip(&differences[before])
                .map(|(now, then)| now - then)
                .collect(),
            None => here.clone(),
        };
        layers.push(Step {
            up_to: LAYERS[k],
            difference: Judged::of(here, indicator),
            added: Judged::of(&added, indicator),
        });
    }
    let mut carried_by = Grade::Well;
    let mut largest = 0.0;
    for step in &layers {
        if step.added.mean.abs() > largest {
            (carried_by, largest) = (step.up_to, step.added.mean.abs());
        }
    }
    Course {
        indicator,
        layers,
        carried_by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::PAIR;

    fn info(mechanism: &'static str, unit: &'static str, low: f32, high: f32) -> ParameterInfo {
        ParameterInfo {
            mechanism,
            unit,
            low,
            high,
            ..*Parameters::registry()[0]
        }
    }

    #[test]
    fn the_rule_is_what_it_says() {
        assert_eq!(
            neutral(&info("ties", "share", 0.0, 0.5)),
            Some(0.0),
            "an effect that may be absent"
        );
        assert_eq!(
            neutral(&info("ties", "ratio, most to least", 0.8, 2.0)),
            Some(1.0)
        );
        assert_eq!(
            neutral(&info("ties", "ratio", 0.0, 2.0)),
            Some(0.0),
            "0 goes before 1"
        );
        assert_eq!(neutral(&info("ties", "multiplier", 0.5, 2.0)), Some(1.0));
        assert_eq!(
            neutral(&info("ties", "ratio", 1.5, 2.0)),
            None,
            "known to be above 1"
        );
        assert_eq!(neutral(&info("ties", "months", 6.0, 24.0)), None, "a level");
        assert_eq!(
            neutral(&info("mechanisms", "switch, 0 or 1", 0.0, 1.0)),
            None
        );
        assert_eq!(
            neutral(&info("couplings", "multiplier", 0.5, 2.0)),
            Some(0.0)
        );
    }

    #[test]
    fn the_last_layer_is_the_scenario_and_each_sets_less_aside() {
        let prepared = arms::tests::small();
        assert_eq!(
            up_to(&prepared.scenario, Grade::Speculative),
            prepared.scenario
        );
        let layers = Layers::new(&prepared).unwrap();
        let aside: Vec<u32> = (0..4).map(|layer| layers.set_aside(layer)).collect();
        assert!(
            aside[0] > aside[1] && aside[1] > aside[2] && aside[2] > aside[3] && aside[3] == 0,
            "{aside:?}"
        );
        let well = up_to(&prepared.scenario, Grade::Well);
        assert_eq!(well.parameters.couplings.person_from_friends, 0.0);
        assert_eq!(
            well.parameters.couplings.people_from_national, 1.0,
            "well evidenced"
        );
        for (approach, whole) in well.approaches.iter().zip(&prepared.scenario.approaches) {
            let kept = approach.grade == Grade::Well;
            assert!(
                approach
                    .effects
                    .iter()
                    .zip(&whole.effects)
                    .all(|(e, w)| e.size == if kept { w.size } else { w.low })
            );
        }
    }

    #[test]
    fn steps_add_up_to_the_whole_difference_and_the_largest_is_named() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let answer = Layers::new(&prepared).unwrap().ask();
        let whole: Vec<Paired> = (0..2)
            .map(|r| arms::live_pair(&prepared, PAIR, r))
            .collect();
        for (course, indicator) in answer.indicators.iter().zip(MAIN) {
            let sum: f64 = course.layers.iter().map(|step| step.added.mean).sum();
            let mean = f64::midpoint(
                whole[0].difference(indicator),
                whole[1].difference(indicator),
            );
            assert!(
                (sum - mean).abs() < 1e-9 && (course.layers[3].difference.mean - mean).abs() < 1e-9
            );
            let largest = course
                .layers
                .iter()
                .map(|s| s.added.mean.abs())
                .fold(0.0, f64::max);
            let named = course
                .layers
                .iter()
                .find(|s| s.up_to == course.carried_by)
                .unwrap();
            assert_eq!(named.added.mean.abs(), largest);
        }
    }
}
