//! Which couplings carry the difference between two arms? Shapley shares from sampled orders of switching them on.
//!
//! The worth of a set of couplings is the difference between the arms when those are as in the scenario and all others are 0.
//! Each order has a luck of its own, so the standard error holds both. Knows no way of showing an answer.

use super::arms::{self, MAIN};
use super::attribute::{Answer, shares};
use super::factorial::uncouple;
use super::question::Question;
use super::shapley;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::parameters::{Couplings, ParameterInfo};
use serde::{Deserialize, Serialize};

/// Attribution of the difference between two arms to couplings.
#[derive(Clone, Debug)]
pub struct CouplingShares {
    prepared: Prepared,
    pair: Pair,
    orders: u32,
}

impl CouplingShares {
    /// The attribution with this many orders of joining, at least one.
    ///
    /// Errors: a sentence for people when there are no two arms.
    pub fn new(prepared: &Prepared, orders: u32) -> Result<Self, String> {
        let pair = arms::wanted_pair(&prepared.scenario)?;
        Ok(Self {
            prepared: prepared.clone(),
            pair,
            orders: orders.max(1),
        })
    }

    /// The difference between the arms when only some couplings are on.
    fn worth(&self, on: &[usize], replicate: u32, lived: &mut dyn FnMut()) -> [f64; MAIN.len()] {
        let mut scenario = self.prepared.scenario.clone();
        uncouple(&mut scenario.parameters);
        for coupling in on {
            let id = Couplings::INFO[*coupling].id();
            let value = self.prepared.scenario.parameters.get(&id).unwrap_or(0.0);
            scenario.parameters.set(&id, value);
        }
        let paired = arms::live_pair_telling(
            &arms::with(&self.prepared, scenario),
            self.pair,
            replicate,
            lived,
        );
        MAIN.map(|indicator| paired.difference(indicator))
    }
}

/// One order of joining: what each coupling added when its turn came, and the difference with none and with all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    added: Vec<[f64; MAIN.len()]>,
    none: [f64; MAIN.len()],
}

impl Question for CouplingShares {
    type Part = Joined;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.orders as usize
    }

    fn run(&self, task: usize) -> Joined {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Joined {
        let order = shapley::order(
            self.prepared.scenario.seed,
            task as u64,
            Couplings::INFO.len(),
        );
        let none = self.worth(&[], task as u32, lived);
        let mut before = none;
        let mut added = vec![[0.0; MAIN.len()]; order.len()];
        for (k, coupling) in order.iter().enumerate() {
            let now = self.worth(&order[..=k], task as u32, lived);
            added[*coupling] = std::array::from_fn(|indicator| now[indicator] - before[indicator]);
            before = now;
        }
        Joined { added, none }
    }

    fn answer(&self, parts: Vec<Joined>) -> Answer {
        let mut ids: Vec<String> = Couplings::INFO.iter().map(ParameterInfo::id).collect();
        ids.push("without any coupling".to_owned());
        let of = |k: usize| {
            let values: Vec<Vec<f64>> = parts
                .iter()
                .map(|part| {
                    part.added
                        .iter()
                        .map(|added| added[k])
                        .chain([part.none[k]])
                        .collect()
                })
                .collect();
            let differences: Vec<f64> = values.iter().map(|row| row.iter().sum()).collect();
            shares(CATALOGUE[MAIN[k]].id, &differences, &ids, &values)
        };
        let named = |arm: usize| self.prepared.scenario.arms[arm].id.clone();
        Answer {
            by: "couplings",
            reference: named(self.pair.reference),
            alternative: named(self.pair.alternative),
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
    fn what_couplings_add_and_what_stays_without_them_is_the_whole_difference() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let question = CouplingShares::new(&prepared, 1).unwrap();
        let answer = question.ask();
        let whole = arms::live_pair(&prepared, PAIR, 0);
        for (k, indicator) in answer.indicators.iter().enumerate() {
            let sum: f64 = indicator.shares.iter().map(|share| share.value.mean).sum();
            assert!(
                (sum - whole.difference(MAIN[k])).abs() < 1e-6,
                "{}",
                indicator.indicator
            );
        }
        assert_eq!(answer.indicators[0].shares.len(), Couplings::INFO.len() + 1);
        assert_eq!(
            question.worth(
                &(0..Couplings::INFO.len()).collect::<Vec<_>>(),
                0,
                &mut || ()
            ),
            MAIN.map(|k| whole.difference(k))
        );
    }
}
