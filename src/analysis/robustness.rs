//! In what share of plausible worlds does each strategy do better, and which assumptions decide? Every parameter and every
//! effect of an approach is drawn from its registered range (evenly spread, scrambled points), and both arms are lived in each world.
//! Knows no way of showing an answer.

use super::arms::{self, Paired};
use super::estimate::{mean, variance};
use super::factors::{self, Factor};
use super::forest::{self, Cases, Growth, Tree};
use super::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::pair::{Names, Pair};
use crate::indicators::catalogue::{AE_ATTENDANCES, CATALOGUE, DOING_WELL, LONELY, WELLBEING};
use crate::numeric::quantile_of_sorted;
use serde::Serialize;
use std::collections::BTreeMap;

/// A difference in adults doing well below this is none that matters: what is worth having for a place. Unit: percentage points.
pub const TIE: f64 = CATALOGUE[DOING_WELL].worthwhile.size;
/// Half the width of a 90 % interval, in standard errors.
const Z_95: f64 = 1.644_853_626_951_472;
/// Bounds within which business as usual is still a place in England: indicator, low, high.
const PLAUSIBLE: [(usize, f64, f64); 3] = [
    (WELLBEING, 6.9, 7.9),
    (LONELY, 3.0, 11.0),
    (AE_ATTENDANCES, 0.25, 0.65),
];
/// How many deciding assumptions are listed.
const LISTED: usize = 12;
/// Trees in the forest.
const TREES: usize = 300;

/// The worlds that are drawn.
#[derive(Clone, Debug)]
pub struct Robustness {
    prepared: Prepared,
    pair: Pair,
    factors: Vec<Factor>,
    draws: u32,
}

/// An assumption and its share in deciding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decides {
    /// The parameter, or the effect of an approach.
    pub parameter: String,
    /// Its share in what a forest explains of the difference.
    pub share: f64,
}

/// One fork or leaf of the tree in words that a program can read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Rule {
    /// Where a path ends.
    Leaf {
        /// Mean difference of the worlds here. Unit: percentage points.
        difference: f64,
        /// How many worlds are here.
        worlds: usize,
    },
    /// Where it forks.
    Fork {
        /// The assumption that is asked about.
        parameter: String,
        /// The value at which the worlds part.
        threshold: f64,
        /// Worlds below it.
        below: Box<Rule>,
        /// Worlds at it or above.
        above: Box<Rule>,
    },
}

/// What the drawn worlds say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Worlds drawn.
    pub draws: u32,
    /// Share of worlds in which each arm does better, and of ties.
    pub wins: BTreeMap<String, f64>,
    /// What decides the difference, largest share first.
    pub decides: Vec<Decides>,
    /// The same shares among worlds whose business as usual stays plausible; nothing when there is no such world.
    pub wins_plausible: Option<BTreeMap<String, f64>>,
    /// How many worlds are plausible in that sense.
    pub plausible: u32,
    /// Quantiles of the difference in adults doing well over worlds: 5, 25, 50, 75 and 95 %. Unit: percentage points.
    pub quantiles: [f64; 5],
    /// Half the width of the 90 % interval of one world's mean difference, from the spread between replicates pooled over all
    /// worlds. Unit: percentage points.
    pub margin: f64,
    /// Replicates in each world.
    pub replicates: u32,
    /// How many numbers were drawn.
    pub parameters: usize,
    /// A small tree on the difference.
    pub tree: Rule,
    /// World by world, for who looks closer; the text and the JSON of `kith ask robustness` do without.
    #[serde(skip)]
    pub worlds: Vec<World>,
    /// The numbers that were drawn, in the order of each world's.
    #[serde(skip)]
    pub factors: Vec<Factor>,
}

/// One world that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// Where each number stands in its range. Range: 0–1.
    pub point: Vec<f64>,
    /// Mean difference between the arms over the world's replicates. Unit: percentage points.
    pub difference: f64,
    /// Who does better there.
    pub winner: Winner,
    /// Whether its business as usual is still a place in England.
    pub plausible: bool,
}

/// Who does better in a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Winner {
    /// The arm that the difference is counted for.
    Alternative,
    /// The arm that is subtracted.
    Reference,
    /// Neither by enough.
    Tie,
}

impl Robustness {
    /// Draws that many worlds around a scenario (1–65,536).
    ///
    /// Errors: a sentence for people when there are no two arms or the count is out of range.
    pub fn new(prepared: &Prepared, draws: u32) -> Result<Self, String> {
        let pair = arms::wanted_pair(&prepared.scenario)?;
        if !(1..=65_536).contains(&draws) {
            return Err(format!(
                "draws: found {draws}; wanted a whole number from 1 to 65536"
            ));
        }
        Ok(Self {
            prepared: prepared.clone(),
            pair,
            factors: factors::factors(&prepared.scenario, None),
            draws,
        })
    }

    fn point(&self, draw: usize) -> Vec<f64> {
        (0..self.factors.len())
            .map(|k| factors::stratified(draw as u32, k, self.prepared.scenario.seed))
            .collect()
    }
}

impl Question for Robustness {
    /// The replicates of one world.
    type Part = Vec<Paired>;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.draws as usize
    }

    /// Luck differs between worlds, so that no single luck decides for all of them.
    fn run(&self, task: usize) -> Vec<Paired> {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Vec<Paired> {
        let scenario = factors::at(&self.prepared.scenario, &self.factors, &self.point(task));
        let world = arms::with(&self.prepared, scenario);
        let replicates = self.prepared.scenario.replicates;
        (0..replicates)
            .map(|replicate| {
                arms::live_pair_telling(
                    &world,
                    self.pair,
                    task as u32 * replicates + replicate,
                    lived,
                )
            })
            .collect()
    }

    fn answer(&self, parts: Vec<Vec<Paired>>) -> Answer {
        let names = self.pair.ids(&self.prepared.scenario);
        let by_world: Vec<Vec<f64>> = parts
            .iter()
            .map(|world| world.iter().map(|p| p.difference(DOING_WELL)).collect())
            .collect();
        let differences: Vec<f64> = by_world.iter().map(|world| mean(world)).collect();
        let margin = margin(&by_world);
        let plausible: Vec<f64> = differences
            .iter()
            .zip(&parts)
            .filter(|(_, world)| is_plausible(world))
            .map(|(difference, _)| *difference)
            .collect();
        let mut sorted = differences.clone();
        sorted.sort_by(f64::total_cmp);
        let rows: Vec<Vec<f64>> = (0..parts.len()).map(|draw| self.point(draw)).collect();
        let cases = Cases {
            rows: &rows,
            outcomes: &differences,
        };
        let leaf = (parts.len() / 10).max(2);
        Answer {
            draws: parts.len() as u32,
            wins: wins(&differences, margin, names),
            decides: self.decides(cases),
            wins_plausible: (!plausible.is_empty()).then(|| wins(&plausible, margin, names)),
            plausible: plausible.len() as u32,
            quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(|q| quantile_of_sorted(&sorted, q)),
            margin,
            replicates: self.prepared.scenario.replicates,
            parameters: self.factors.len(),
            tree: self.rule(&forest::tree(
                cases,
                Growth {
                    depth: 3,
                    leaf,
                    one_in: 1,
                },
            )),
            worlds: Self::worlds(rows, &differences, margin, &parts),
            factors: self.factors.clone(),
        }
    }
}

impl Robustness {
    fn worlds(
        points: Vec<Vec<f64>>,
        differences: &[f64],
        margin: f64,
        parts: &[Vec<Paired>],
    ) -> Vec<World> {
        let world = |((point, difference), part): ((Vec<f64>, &f64), &Vec<Paired>)| World {
            point,
            difference: *difference,
            winner: winner(*difference, margin),
            plausible: is_plausible(part),
        };
        points
            .into_iter()
            .zip(differences)
            .zip(parts)
            .map(world)
            .collect()
    }

    fn decides(&self, cases: Cases) -> Vec<Decides> {
        let shares = forest::importance(cases, TREES, self.prepared.scenario.seed);
        let mut decides: Vec<Decides> = self
            .factors
            .iter()
            .zip(shares)
            .map(|(factor, share)| Decides {
                parameter: factor.id.clone(),
                share,
            })
            .collect();
        decides.sort_by(|a, b| {
            b.share
                .total_cmp(&a.share)
                .then(a.parameter.cmp(&b.parameter))
        });
        decides.retain(|decides| decides.share > 0.0);
        decides.truncate(LISTED);
        decides
    }

    /// The tree with values of parameters in place of shares of their ranges.
    fn rule(&self, tree: &Tree) -> Rule {
        match tree {
            Tree::Leaf { mean, cases } => Rule::Leaf {
                difference: *mean,
                worlds: *cases,
            },
            Tree::Fork {
                feature,
                threshold,
                below,
                above,
            } => {
                let factor = &self.factors[*feature];
                Rule::Fork {
                    parameter: factor.id.clone(),
                    threshold: f64::from(factor.low)
                        + f64::from(factor.high - factor.low) * threshold,
                    below: Box::new(self.rule(below)),
                    above: Box::new(self.rule(above)),
                }
            }
        }
    }
}

/// Half the width of the interval of one world's mean.
///
/// Two replicates are too few to know a world's own spread (Student's t would ask for more than four times the distance between
/// them), so the spread is pooled over all worlds, which have about the same luck in them. With one replicate there is none.
fn margin(by_world: &[Vec<f64>]) -> f64 {
    let replicates = by_world.first().map_or(1, Vec::len);
    let pooled = mean(
        &by_world
            .iter()
            .map(|world| variance(world))
            .collect::<Vec<_>>(),
    );
    Z_95 * (pooled / replicates.max(1) as f64).sqrt()
}

/// Who wins: a difference below [`TIE`] or within its own interval is nobody's.
fn winner(difference: f64, margin: f64) -> Winner {
    let needed = TIE.max(margin);
    if difference > 0.0 && difference >= needed {
        Winner::Alternative
    } else if difference < 0.0 && -difference >= needed {
        Winner::Reference
    } else {
        Winner::Tie
    }
}

/// Shares of worlds that each arm wins, and of ties.
fn wins(differences: &[f64], margin: f64, names: Names) -> BTreeMap<String, f64> {
    let share = |wanted: Winner| {
        differences
            .iter()
            .filter(|d| winner(**d, margin) == wanted)
            .count() as f64
            / differences.len().max(1) as f64
    };
    BTreeMap::from([
        (names.alternative.to_owned(), share(Winner::Alternative)),
        (names.reference.to_owned(), share(Winner::Reference)),
        ("tie".to_owned(), share(Winner::Tie)),
    ])
}

/// Whether business as usual, the year before the arms branch, is still a place in England.
fn is_plausible(world: &[Paired]) -> bool {
    PLAUSIBLE.iter().all(|(indicator, low, high)| {
        let before: Vec<f64> = world
            .iter()
            .map(|paired| paired.before[*indicator])
            .collect();
        (*low..=*high).contains(&mean(&before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paired(alternative: f64, wellbeing: f64) -> Paired {
        let mut before = vec![0.0; CATALOGUE.len()];
        (before[WELLBEING], before[LONELY], before[AE_ATTENDANCES]) = (wellbeing, 6.0, 0.4);
        let mut end = before.clone();
        end[DOING_WELL] = alternative;
        Paired {
            alternative: end,
            reference: before.clone(),
            before,
        }
    }

    #[test]
    fn small_and_unclear_differences_are_ties() {
        let names = Names {
            reference: "pilots",
            alternative: "whole-area",
        };
        let won = wins(&[0.5, 0.09, -0.3, -0.09], 0.0, names);
        assert_eq!(
            (won["whole-area"], won["pilots"], won["tie"]),
            (0.25, 0.25, 0.5)
        );
        assert_eq!(wins(&[0.5, -0.3], 0.4, names)["tie"], 0.5);
        assert_eq!(wins(&[0.0], 0.0, names)["tie"], 1.0);
    }

    #[test]
    fn the_margin_is_that_of_the_pooled_spread() {
        // Variances 2 and 0: pooled 1, over two replicates.
        let found = margin(&[vec![1.0, 3.0], vec![5.0, 5.0]]);
        assert!((found - Z_95 / 2.0_f64.sqrt()).abs() < 1e-9);
        assert_eq!(margin(&[vec![1.0]]), 0.0);
    }

    #[test]
    fn shares_add_up_and_follow_who_wins() {
        let question = Robustness::new(&arms::tests::small(), 128).unwrap();
        let deciding = question
            .factors
            .iter()
            .position(|f| f.id.starts_with("ties."))
            .unwrap();
        // A made-up model: the alternative wins where one number of `ties` is high; half of the worlds are implausible.
        let parts: Vec<Vec<Paired>> = (0..128)
            .map(|draw| {
                let high = question.point(draw)[deciding] > 0.5;
                vec![paired(if high { 1.0 } else { -1.0 }, if high { 7.4 } else { 5.0 }); 2]
            })
            .collect();
        let answer = question.answer(parts);
        assert_eq!((answer.draws, answer.plausible), (128, 64));
        assert_eq!(
            (
                answer.wins["whole-area"],
                answer.wins["pilots"],
                answer.wins["tie"]
            ),
            (0.5, 0.5, 0.0)
        );
        assert_eq!(answer.wins_plausible.as_ref().unwrap()["whole-area"], 1.0);
        assert_eq!(answer.decides[0].parameter, question.factors[deciding].id);
        let Rule::Fork {
            parameter,
            threshold,
            ..
        } = &answer.tree
        else {
            panic!("the tree does not fork")
        };
        let factor = &question.factors[deciding];
        assert_eq!(*parameter, factor.id);
        assert!((f64::from(factor.low)..=f64::from(factor.high)).contains(threshold));
        assert_eq!(answer.quantiles, [-1.0, -1.0, 0.0, 1.0, 1.0]);
    }

    #[test]
    fn worlds_differ_run_and_repeat() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let question = Robustness::new(&prepared, 2).unwrap();
        let one = question.run(0);
        assert_eq!(one.len(), 2);
        assert_eq!(one, question.run(0));
        assert_ne!(one[0].before, question.run(1)[0].before);
        assert!(
            Robustness::new(&prepared, 0)
                .unwrap_err()
                .contains("wanted a whole number")
        );
    }
}
