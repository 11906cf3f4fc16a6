//! What does each level add, and do levels together do more than alone? A full 2⁵ factorial of levels on and off.
//!
//! Every funded level has the same money whatever else is funded: a fifth of the scenario's each. So the answer is about
//! levels, not about spreading money thinner. Sharing power and moving core money are what government does: without the
//! level government they are 0. Knows no way of showing an answer.

use super::arms::{self, MAIN};
use super::estimate::Estimate;
use super::judged::Judged;
use super::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::parameters::{Couplings, Parameters};
use crate::scenario::strategy::Level;
use crate::scenario::{Scenario, strategy};
use serde::Serialize;

/// Cells of the factorial: one for each set of funded levels.
pub const CELLS: usize = 1 << Level::ALL.len();

/// The factorial of one scenario.
#[derive(Clone, Debug)]
pub struct Factorial {
    cells: Vec<Prepared>,
    couplings: bool,
}

/// What it says of one indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effects {
    /// The indicator's id.
    pub indicator: &'static str,
    /// Its value with no level funded.
    pub none: Estimate,
    /// Its value with every level funded.
    pub all: Estimate,
    /// What all of them together add: the one less the other, replicate by replicate.
    pub added: Judged,
    /// What funding a level adds, averaged over all sets of other levels.
    pub main: Vec<LevelEffect>,
    /// How much more two levels add together than each alone, averaged over all sets of other levels.
    pub interactions: Vec<Interaction>,
    /// Y(all) − Y(none) − Σ [Y(level alone) − Y(none)].
    pub surplus: Judged,
}

/// What one level adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelEffect {
    /// The level.
    pub level: &'static str,
    /// What it adds.
    pub effect: Judged,
}

/// What two levels add beyond their sum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Interaction {
    /// The two levels.
    pub levels: [&'static str; 2],
    /// What they add beyond their sum.
    pub effect: Judged,
}

/// What the whole factorial says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Replicates in it.
    pub replicates: u32,
    /// Whether couplings were as in the scenario (true) or all 0.
    pub couplings: bool,
    /// Indicator by indicator, those of [`MAIN`].
    pub indicators: Vec<Effects>,
}

impl Factorial {
    /// The factorial around the whole-area arm of a scenario; with all couplings 0 when `couplings` is false.
    ///
    /// Errors: a sentence for people when there is no arm that buys approaches.
    pub fn new(prepared: &Prepared, couplings: bool) -> Result<Self, String> {
        let scenario = &prepared.scenario;
        let arm = Pair::of(scenario).map_or(0, |pair| pair.alternative);
        if strategy::preset(&scenario.arms[arm].preset)
            .is_some_and(|preset| !preset.buys_approaches)
        {
            return Err(format!(
                "arms: found \"{}\", which buys no approaches; wanted an arm that does",
                scenario.arms[arm].id
            ));
        }
        let cells = (0..CELLS)
            .map(|mask| arms::with(prepared, cell(scenario, arm, mask, couplings)))
            .collect();
        Ok(Self { cells, couplings })
    }
}

/// The scenario of one cell: bit k of `mask` funds level k.
fn cell(scenario: &Scenario, arm: usize, mask: usize, couplings: bool) -> Scenario {
    let mut cell = scenario.clone();
    cell.arms = vec![scenario.arms[arm].clone()];
    // A change of course would fund levels that the cell leaves out.
    cell.arms[0].decisions.clear();
    let design = &mut cell.arms[0].design;
    for level in Level::ALL {
        design.levels[level as usize] = if funds(mask, level) { 1.0 } else { 0.0 };
    }
    if !funds(mask, Level::Government) {
        (design.power, design.core_shift) = (0.0, 0.0);
    }
    cell.money.pounds_per_head_year *=
        f64::from((mask as u32).count_ones()) / Level::ALL.len() as f64;
    if !couplings {
        uncouple(&mut cell.parameters);
    }
    cell
}

fn funds(mask: usize, level: Level) -> bool {
    mask & 1 << level as usize != 0
}

/// Turns every coupling to 0.
pub fn uncouple(parameters: &mut Parameters) {
    for info in Couplings::INFO {
        parameters.set(&info.id(), 0.0);
    }
}

impl Question for Factorial {
    /// Values of [`MAIN`] in every cell, cell by cell.
    type Part = Vec<[f64; MAIN.len()]>;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.cells[0].scenario.replicates as usize
    }

    /// One replicate: all cells branch from one spun-up world, which no money has reached.
    fn run(&self, task: usize) -> Self::Part {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Self::Part {
        let start = self.cells[0].spin_up(task as u32);
        lived();
        let mut values = |cell: &Prepared| {
            let end = arms::last(&cell.live(&start, 0, false).table);
            lived();
            MAIN.map(|indicator| end[indicator])
        };
        self.cells.iter().map(&mut values).collect()
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Answer {
        let indicators = (0..MAIN.len())
            .map(|k| {
                let cells: Vec<Vec<f64>> = parts
                    .iter()
                    .map(|part| part.iter().map(|values| values[k]).collect())
                    .collect();
                effects(CATALOGUE[MAIN[k]].id, &cells)
            })
            .collect();
        Answer {
            replicates: parts.len() as u32,
            couplings: self.couplings,
            indicators,
        }
    }
}

/// All effects on one indicator, from its values by replicate and cell.
fn effects(indicator: &'static str, replicates: &[Vec<f64>]) -> Effects {
    let values = |contrast: &dyn Fn(&[f64]) -> f64| {
        replicates
            .iter()
            .map(|cells| contrast(cells))
            .collect::<Vec<_>>()
    };
    let over = |contrast: &dyn Fn(&[f64]) -> f64| Judged::of(&values(contrast), indicator);
    let main = Level::ALL.iter().map(|level| LevelEffect {
        level: level.id(),
        effect: over(&|cells| main_effect(cells, *level)),
    });
    let mut interactions = Vec::new();
    for (k, one) in Level::ALL.iter().enumerate() {
        for other in &Level::ALL[k + 1..] {
            let effect = over(&|cells| interaction(cells, *one, *other));
            interactions.push(Interaction {
                levels: [one.id(), other.id()],
                effect,
            });
        }
    }
    Effects {
        indicator,
        none: Estimate::of(&values(&|cells| cells[0])),
        all: Estimate::of(&values(&|cells| cells[CELLS - 1])),
        added: over(&|cells| cells[CELLS - 1] - cells[0]),
        main: main.collect(),
        interactions,
        surplus: over(&surplus),
    }
}

/// What funding a level adds, averaged over all sets of other levels.
fn main_effect(cells: &[f64], level: Level) -> f64 {
    let sum: f64 = (0..CELLS)
        .map(|mask| {
            if funds(mask, level) {
                cells[mask]
            } else {
                -cells[mask]
            }
        })
        .sum();
    sum / (CELLS / 2) as f64
}

/// How much more two levels add together than each alone, averaged over all sets of other levels.
fn interaction(cells: &[f64], one: Level, other: Level) -> f64 {
    let sum: f64 = (0..CELLS)
        .map(|mask| {
            if funds(mask, one) == funds(mask, other) {
                cells[mask]
            } else {
                -cells[mask]
            }
        })
        .sum();
    sum / (CELLS / 4) as f64
}

/// What all levels together add beyond the sum of each alone.
fn surplus(cells: &[f64]) -> f64 {
    let alone: f64 = Level::ALL
        .iter()
        .map(|level| cells[1 << *level as usize] - cells[0])
        .sum();
    cells[CELLS - 1] - cells[0] - alone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(value: impl Fn(usize) -> f64) -> Vec<f64> {
        (0..CELLS).map(value).collect()
    }

    #[test]
    fn levels_that_add_up_have_their_effects_and_no_surplus() {
        let adds = cells(|mask| {
            7.0 + Level::ALL
                .iter()
                .filter(|l| funds(mask, **l))
                .map(|l| 1.0 + *l as usize as f64)
                .sum::<f64>()
        });
        assert!((main_effect(&adds, Level::Communities) - 3.0).abs() < 1e-12);
        assert!(interaction(&adds, Level::People, Level::Government).abs() < 1e-12);
        assert!(surplus(&adds).abs() < 1e-12);
    }

    #[test]
    fn a_pair_that_does_more_together_is_found_and_alone() {
        let both = cells(|mask| {
            if funds(mask, Level::People) && funds(mask, Level::Services) {
                4.0
            } else {
                0.0
            }
        });
        assert_eq!(surplus(&both), 4.0);
        assert_eq!(interaction(&both, Level::People, Level::Services), 4.0);
        assert_eq!(interaction(&both, Level::People, Level::Families), 0.0);
        assert_eq!(main_effect(&both, Level::People), 2.0);
    }

    #[test]
    fn each_level_has_the_same_money_and_government_holds_power() {
        let scenario = arms::tests::small().scenario;
        let one = cell(&scenario, 2, 1 << Level::Families as usize, true);
        assert_eq!(
            one.money.pounds_per_head_year * 5.0,
            scenario.money.pounds_per_head_year
        );
        assert_eq!(
            (one.arms[0].design.power, one.arms[0].design.core_shift),
            (0.0, 0.0)
        );
        assert_eq!(one.arms[0].design.levels, [0.0, 1.0, 0.0, 0.0, 0.0]);
        let all = cell(&scenario, 2, CELLS - 1, false);
        assert_eq!(all.money, scenario.money);
        assert_eq!(
            all.arms[0].design,
            crate::scenario::strategy::Design {
                levels: [1.0; 5],
                ..scenario.arms[2].design
            }
        );
        assert!(
            Couplings::INFO
                .iter()
                .all(|info| all.parameters.get(&info.id()) == Some(0.0))
        );
    }

    #[test]
    fn it_runs_and_its_cells_begin_from_nothing_funded() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let factorial = Factorial::new(&prepared, true).unwrap();
        let part = factorial.run(0);
        let mut unfunded = prepared.clone();
        unfunded.scenario.money.pounds_per_head_year = 0.0;
        let none = arms::last(&unfunded.live(&unfunded.spin_up(0), 2, false).table);
        assert_eq!(part[0], MAIN.map(|indicator| none[indicator]));
        let answer = factorial.answer(vec![part.clone(), part]);
        assert_eq!(
            (answer.replicates, answer.indicators.len()),
            (2, MAIN.len())
        );
        assert_eq!(
            (
                answer.indicators[0].main.len(),
                answer.indicators[0].interactions.len()
            ),
            (5, 10)
        );
        prepared.scenario.arms.truncate(1);
        assert!(
            Factorial::new(&prepared, true)
                .unwrap_err()
                .contains("buys no approaches")
        );
    }
}
