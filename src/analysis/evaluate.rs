//! What would each pilot publish, and what is true? The before-after figure of everybody it reached, from entry to twelve
//! months later, beside the same people at the same time in the twin world without the pilots' money.
//!
//! Pilots recruit people when things are at their worst, so they regress to the mean and the published figure flatters. Knows
//! no way of showing an answer.

use super::arms;
use super::estimate::{Estimate, mean};
use super::judged::Judged;
use super::outcomes::{COUNT, History, OUTCOMES, Row};
use super::question::Question;
use crate::engine::funded::Phase;
use crate::engine::funding::approach_key;
use crate::engine::state::{Persons, World};
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::ensemble::prepared::Life;
use crate::random::Key;
use crate::scenario::approaches::{Approach, Scope};
use serde::{Deserialize, Serialize};

/// Months from a person's entry to the follow-up.
const FOLLOW_UP: u32 = 12;

/// The evaluation of one arm's pilots.
#[derive(Clone, Debug)]
pub struct Evaluation {
    prepared: Prepared,
    unfunded: Prepared,
    arm: u32,
    /// What the arm may buy.
    approaches: Vec<Approach>,
}

/// One person whom an approach reached, followed up in both worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    /// Position of the approach among those that the arm may buy.
    approach: usize,
    entry: Row,
    later: Row,
    twin: Row,
}

/// What an approach would publish of one outcome, and the truth.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The outcome's id.
    pub outcome: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// People reached, at entry.
    pub entry: Estimate,
    /// The same people twelve months later.
    pub later: Estimate,
    /// What the pilot would publish: later less entry.
    pub published: Estimate,
    /// The truth: later less the same people at the same time without the money.
    pub truth: Judged,
}

/// One approach evaluated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluated {
    /// The approach's id.
    pub approach: String,
    /// The approach's name.
    pub name: String,
    /// People reached and followed up in a replicate, on average.
    pub people: f64,
    /// Outcome by outcome.
    pub figures: Vec<Figure>,
}

/// What the evaluation says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The arm that was evaluated.
    pub arm: String,
    /// Replicates in it.
    pub replicates: u32,
    /// Approach by approach, those that reached anybody.
    pub approaches: Vec<Evaluated>,
}

impl Evaluation {
    /// The evaluation of a scenario's pilots arm: the reference of the pair that a comparison is about, else its only arm.
    ///
    /// Errors: a sentence for people when that arm buys no approaches, or the years are too few for a follow-up.
    pub fn new(prepared: &Prepared) -> Result<Self, String> {
        let arm = Pair::of(&prepared.scenario).map_or(0, |pair| pair.reference) as u32;
        let approaches = prepared.contract(arm, 0).approaches;
        if approaches.is_empty() {
            let id = &prepared.scenario.arms[arm as usize].id;
            return Err(format!(
                "arms: found \"{id}\", which buys no approaches; wanted an arm that does"
            ));
        }
        if prepared.scenario.years < 2 {
            return Err(format!(
                "years: found {}; wanted 2 or more, for a follow-up of a year",
                prepared.scenario.years
            ));
        }
        let mut scenario = prepared.scenario.clone();
        scenario.money.pounds_per_head_year = 0.0;
        Ok(Self {
            unfunded: arms::with(prepared, scenario),
            prepared: prepared.clone(),
            arm,
            approaches,
        })
    }
}

/// One of the two worlds, with what is counted of its people.
struct Watched<'a> {
    prepared: &'a Prepared,
    life: Life,
    history: History,
}

impl Watched<'_> {
    fn step(&mut self) {
        self.life.step(self.prepared);
        self.history.month(&self.life.world);
    }

    /// A person as they are now, if the one of this key is still here.
    fn row(&self, i: usize, key: Key) -> Option<Row> {
        let persons = &self.life.world.persons;
        (persons.alive[i] && persons.key[i] == key).then(|| self.history.row(persons, i))
    }
}

/// Somebody who has been reached and waits for the follow-up.
struct Entered {
    approach: usize,
    person: usize,
    key: Key,
    month: u32,
    row: Row,
}

impl Question for Evaluation {
    type Part = Vec<Followed>;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.prepared.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> Vec<Followed> {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Vec<Followed> {
        let start = self.prepared.spin_up(task as u32);
        lived();
        let watch = |prepared| Watched {
            prepared,
            life: Life::new(prepared, &start, self.arm, false),
            history: History::new(&start.world),
        };
        let (mut funded, mut twin) = (watch(&self.prepared), watch(&self.unfunded));
        let mut seen: Vec<Vec<Option<Key>>> = vec![Vec::new(); self.approaches.len()];
        let (mut waiting, mut followed) = (Vec::new(), Vec::new());
        for month in 0..self.prepared.scenario.months() {
            let (persons, history) = (funded.life.world.persons.clone(), funded.history.clone());
            funded.step();
            twin.step();
            if month + FOLLOW_UP <= self.prepared.scenario.months() {
                for (approach, seen) in seen.iter_mut().enumerate() {
                    waiting.extend(self.enter(
                        approach,
                        seen,
                        (&persons, &history),
                        &funded.life.world,
                        month,
                    ));
                }
            }
            let due: Vec<Entered> = waiting
                .extract_if(.., |entered: &mut Entered| {
                    entered.month + FOLLOW_UP == month + 1
                })
                .collect();
            followed.extend(due.into_iter().filter_map(|entered| {
                let (later, twin) = (
                    funded.row(entered.person, entered.key)?,
                    twin.row(entered.person, entered.key)?,
                );
                Some(Followed {
                    approach: entered.approach,
                    entry: entered.row,
                    later,
                    twin,
                })
            }));
        }
        // Both worlds are lived month by month side by side.
        lived();
        lived();
        followed
    }

    fn answer(&self, parts: Vec<Vec<Followed>>) -> Answer {
        let approaches = self
            .approaches
            .iter()
            .enumerate()
            .filter_map(|(k, approach)| evaluated(approach, k, &parts));
        Answer {
            arm: self.prepared.scenario.arms[self.arm as usize].id.clone(),
            replicates: parts.len() as u32,
            approaches: approaches.collect(),
        }
    }
}

impl Evaluation {
    /// Adults whom an approach reaches for the first time this month, as they were when the month began.
    fn enter(
        &self,
        approach: usize,
        seen: &mut Vec<Option<Key>>,
        (persons, history): (&Persons, &History),
        world: &World,
        month: u32,
    ) -> Vec<Entered> {
        let entry = &self.approaches[approach];
        let key = approach_key(&entry.id);
        let works = |i: usize| match entry.eligible.scope() {
            Scope::People => world.funded.reaches(persons, i, key),
            Scope::Community => world.projects.iter().any(|project| {
                let runs = project.phase == Phase::Funded && project.running > 0;
                runs && self.approaches[project.approach].id == entry.id
                    && project.communities.contains(&persons.community[i].0)
            }),
        };
        seen.resize(persons.len(), None);
        let mut entered = Vec::new();
        for i in (0..persons.len()).filter(|i| persons.alive[*i] && persons.is_adult(*i)) {
            if seen[i] != Some(persons.key[i]) && works(i) {
                seen[i] = Some(persons.key[i]);
                entered.push(Entered {
                    approach,
                    person: i,
                    key: persons.key[i],
                    month,
                    row: history.row(persons, i),
                });
            }
        }
        entered
    }
}

fn evaluated(approach: &Approach, position: usize, parts: &[Vec<Followed>]) -> Option<Evaluated> {
    let reached: Vec<Vec<&Followed>> = parts
        .iter()
        .map(|part| part.iter().filter(|f| f.approach == position).collect())
        .collect();
    let people = mean(
        &reached
            .iter()
            .map(|people| people.len() as f64)
            .collect::<Vec<_>>(),
    );
    if people == 0.0 {
        return None;
    }
    let figure = |k: usize| {
        let over = |measure: &dyn Fn(&Followed) -> f64| {
            let of = |people: &Vec<&Followed>| {
                let values: Vec<f64> = people
                    .iter()
                    .map(|f| measure(f))
                    .filter(|v| v.is_finite())
                    .collect();
                if values.is_empty() {
                    f64::NAN
                } else {
                    mean(&values)
                }
            };
            reached.iter().map(of).collect::<Vec<_>>()
        };
        Figure {
            outcome: OUTCOMES[k].id,
            unit: OUTCOMES[k].unit,
            entry: Estimate::of(&over(&|f| f.entry[k])),
            later: Estimate::of(&over(&|f| f.later[k])),
            published: Estimate::of(&over(&|f| f.later[k] - f.entry[k])),
            truth: Judged::of_outcome(&over(&|f| f.later[k] - f.twin[k]), k),
        }
    };
    let figures = (0..COUNT).map(figure).collect();
    Some(Evaluated {
        approach: approach.id.clone(),
        name: approach.name.clone(),
        people,
        figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::outcomes::PROBLEMS;
    use crate::scenario::approaches::Eligible;

    #[test]
    fn published_is_after_less_before_and_truth_after_less_twin() {
        let person = |entry: f64, later: f64, twin: f64| Followed {
            approach: 1,
            entry: [entry; COUNT],
            later: [later; COUNT],
            twin: [twin; COUNT],
        };
        let prepared = arms::tests::small();
        let parts = vec![
            vec![person(4.0, 7.0, 6.5), person(5.0, 6.0, 6.0)],
            vec![person(4.0, 6.0, 6.0)],
        ];
        let found = evaluated(&prepared.scenario.approaches[1], 1, &parts).unwrap();
        assert_eq!(
            (
                found.people,
                found.figures[0].published.mean,
                found.figures[0].truth.mean
            ),
            (1.5, 2.0, 0.125)
        );
        assert!(evaluated(&prepared.scenario.approaches[0], 0, &parts).is_none());
    }

    #[test]
    fn those_reached_are_at_their_worst_and_recover_without_the_money_too() {
        let mut prepared = arms::tests::small();
        (
            prepared.scenario.money.pounds_per_head_year,
            prepared.scenario.replicates,
        ) = (100.0, 2);
        for approach in &mut prepared.scenario.approaches {
            approach.ramp_months = 1.0;
            // Nothing works: whatever is published is the mean that people go back to.
            for effect in &mut approach.effects {
                effect.size = 1e-6;
            }
        }
        let answer = Evaluation::new(&prepared).unwrap().ask();
        assert_eq!(answer.arm, "pilots");
        let troubled = prepared
            .scenario
            .approaches
            .iter()
            .filter(|a| a.eligible == Eligible::OpenProblems);
        let ids: Vec<&str> = troubled.map(|a| a.id.as_str()).collect();
        let figures: Vec<&Figure> = answer
            .approaches
            .iter()
            .filter(|a| ids.contains(&a.approach.as_str()))
            .map(|a| &a.figures[PROBLEMS])
            .collect();
        assert!(!figures.is_empty());
        let published = mean(&figures.iter().map(|f| f.published.mean).collect::<Vec<_>>());
        let truth = mean(&figures.iter().map(|f| f.truth.mean).collect::<Vec<_>>());
        assert!(
            published < -0.3,
            "fewer problems are open a year later: {published}"
        );
        assert!(
            truth.abs() < -published / 4.0,
            "{truth} against {published}"
        );
    }

    #[test]
    fn what_cannot_be_followed_up_is_refused() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        assert!(Evaluation::new(&prepared).unwrap_err().contains("years"));
        prepared.scenario.arms.truncate(1);
        assert!(
            Evaluation::new(&prepared)
                .unwrap_err()
                .contains("buys no approaches")
        );
    }
}
