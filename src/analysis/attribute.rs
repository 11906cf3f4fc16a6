//! Which part of "place-based" does the work? Exact Shapley shares of the seven dimensions of design between two arms.
//!
//! A coalition of dimensions is an arm that stands where the alternative stands on those, and where the reference stands on the
//! others; all 2⁷ are lived under the same luck with the same money. Knows no way of showing an answer.

use super::arms::{self, MAIN};
use super::judged::Judged;
use super::question::Question;
use super::shapley;
use crate::ensemble::Prepared;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::Arm;
use crate::scenario::strategy::{DIMENSIONS, Design};
use serde::Serialize;

/// Coalitions of dimensions.
pub const COALITIONS: usize = 1 << DIMENSIONS.len();

/// Attribution of the difference between two arms to the dimensions in which they differ.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The scenario with one arm for each coalition.
    prepared: Prepared,
}

/// One player's part in a difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    /// The dimension or coupling.
    pub id: String,
    /// What it brings, in the indicator's unit.
    pub value: Judged,
    /// The same over the whole difference; nothing where that is not clear, or too little to matter.
    pub share: Option<f64>,
}

/// How one indicator's difference is shared out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// The indicator's id.
    pub indicator: &'static str,
    /// The whole difference.
    pub difference: Judged,
    /// Shares of it, which add up to it.
    pub shares: Vec<Share>,
}

/// What the attribution says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// What was shared out among: dimensions, or couplings.
    pub by: &'static str,
    /// The arm that is subtracted.
    pub reference: String,
    /// The arm that the difference is counted for.
    pub alternative: String,
    /// Replicates, or orders of joining that were drawn.
    pub samples: u32,
    /// Indicator by indicator, those of [`MAIN`].
    pub indicators: Vec<Shares>,
}

/// Shares from one row of values a sample.
pub(super) fn shares(
    indicator: &'static str,
    differences: &[f64],
    ids: &[String],
    values: &[Vec<f64>],
) -> Shares {
    let difference = Judged::of(differences, indicator);
    let shares = ids.iter().enumerate().map(|(k, id)| {
        let value = Judged::of(
            &values.iter().map(|row| row[k]).collect::<Vec<_>>(),
            indicator,
        );
        let share = difference
            .verdict
            .is_clear()
            .then(|| value.mean / difference.mean);
        Share {
            id: id.clone(),
            value,
            share,
        }
    });
    Shares {
        indicator,
        difference,
        shares: shares.collect(),
    }
}

/// A design that stands with the alternative on the dimensions of a coalition and with the reference on the others.
fn mixed(reference: &Design, alternative: &Design, coalition: usize) -> Design {
    let mut design = *reference;
    for (k, dimension) in DIMENSIONS
        .iter()
        .enumerate()
        .filter(|(k, _)| coalition & 1 << k != 0)
    {
        match alternative.get(dimension.id) {
            Some(value) if k > 0 => {
                design.set(dimension.id, value);
            }
            // `levels`, the first dimension, stands for its five weights.
            _ => design.levels = alternative.levels,
        }
    }
    design
}

impl Attribution {
    /// The attribution of the difference between the pair of arms of a scenario.
    ///
    /// Errors: a sentence for people when there is no such pair, or an arm buys no approaches and so has no design.
    pub fn new(prepared: &Prepared) -> Result<Self, String> {
        let mut scenario = prepared.scenario.clone();
        let pair = arms::wanted_pair(&scenario)?;
        let (reference, alternative) = (
            scenario.arms[pair.reference].clone(),
            scenario.arms[pair.alternative].clone(),
        );
        for arm in [&alternative, &reference] {
            if crate::scenario::strategy::preset(&arm.preset)
                .is_some_and(|preset| !preset.buys_approaches)
            {
                return Err(format!(
                    "arms: found \"{}\", which buys no approaches; wanted two arms that do",
                    arm.id
                ));
            }
        }
        if alternative.budget != reference.budget
            || !alternative.decisions.is_empty()
            || !reference.decisions.is_empty()
        {
            let wanted = "wanted two arms with the same budget and no change of course, which differ in what they are";
            return Err(format!(
                "arms: found \"{}\" and \"{}\"; {wanted}",
                alternative.id, reference.id
            ));
        }
        scenario.arms = (0..COALITIONS)
            .map(|coalition| {
                // What is bought at each level goes with the levels.
                let buyer = if coalition & 1 != 0 {
                    &alternative
                } else {
                    &reference
                };
                let named = if coalition == COALITIONS - 1 {
                    &alternative
                } else {
                    &reference
                };
                Arm {
                    id: named.id.clone(),
                    design: mixed(&reference.design, &alternative.design, coalition),
                    ..buyer.clone()
                }
            })
            .collect();
        Ok(Self {
            prepared: arms::with(prepared, scenario),
        })
    }
}

impl Question for Attribution {
    /// Values of [`MAIN`], coalition by coalition.
    type Part = Vec<[f64; MAIN.len()]>;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.prepared.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> Self::Part {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Self::Part {
        let start = self.prepared.spin_up(task as u32);
        lived();
        let mut live = |coalition: usize| {
            let end = arms::last(&self.prepared.live(&start, coalition as u32, false).table);
            lived();
            MAIN.map(|indicator| end[indicator])
        };
        (0..COALITIONS).map(&mut live).collect()
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Answer {
        let ids: Vec<String> = DIMENSIONS
            .iter()
            .map(|dimension| dimension.id.to_owned())
            .collect();
        let of = |k: usize| {
            let worths: Vec<Vec<f64>> = parts
                .iter()
                .map(|part| part.iter().map(|values| values[k]).collect())
                .collect();
            let differences: Vec<f64> = worths
                .iter()
                .map(|worth| worth[COALITIONS - 1] - worth[0])
                .collect();
            let values: Vec<Vec<f64>> = worths.iter().map(|worth| shapley::exact(worth)).collect();
            shares(CATALOGUE[MAIN[k]].id, &differences, &ids, &values)
        };
        let named = &self.prepared.scenario.arms;
        Answer {
            by: "dimensions",
            reference: named[0].id.clone(),
            alternative: named[COALITIONS - 1].id.clone(),
            samples: parts.len() as u32,
            indicators: (0..MAIN.len()).map(of).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::PAIR;

    #[test]
    fn coalitions_lead_from_one_design_to_the_other() {
        let scenario = arms::tests::small().scenario;
        let (reference, alternative) = (scenario.arms[1].design, scenario.arms[2].design);
        assert_eq!(mixed(&reference, &alternative, 0), reference);
        assert_eq!(mixed(&reference, &alternative, COALITIONS - 1), alternative);
        assert_eq!(
            mixed(&reference, &alternative, 1),
            Design {
                levels: alternative.levels,
                ..reference
            }
        );
        assert_eq!(
            mixed(&reference, &alternative, 0b10),
            Design {
                area: alternative.area,
                ..reference
            }
        );
    }

    #[test]
    fn shares_of_a_run_add_up_and_its_ends_are_the_arms() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let attribution = Attribution::new(&prepared).unwrap();
        let part = attribution.run(0);
        let pair = arms::live_pair(&prepared, PAIR, 0);
        assert_eq!(
            (part[COALITIONS - 1], part[0]),
            (
                MAIN.map(|k| pair.alternative[k]),
                MAIN.map(|k| pair.reference[k])
            )
        );
        let answer = attribution.answer(vec![part]);
        assert_eq!(
            (answer.alternative.as_str(), answer.reference.as_str()),
            ("whole-area", "pilots")
        );
        for indicator in &answer.indicators {
            let sum: f64 = indicator.shares.iter().map(|share| share.value.mean).sum();
            assert!(
                (sum - indicator.difference.mean).abs() < 1e-9,
                "{}",
                indicator.indicator
            );
        }
    }

    #[test]
    fn arms_without_a_design_are_refused() {
        let mut prepared = arms::tests::small();
        prepared.scenario.arms.truncate(2);
        assert!(
            Attribution::new(&prepared)
                .unwrap_err()
                .contains("buys no approaches")
        );
        let mut prepared = arms::tests::small();
        prepared.scenario.arms[2].budget = 0.5;
        assert!(
            Attribution::new(&prepared)
                .unwrap_err()
                .contains("the same budget")
        );
    }
}
