//! An experiment made ready: its tasks in any order, each some bytes, and the results of all of
//! them. Knows no threads and no workers.

use super::sweep::{Grid, Starts};
use super::{Experiment, hash, hexadecimal, kinds};
use crate::analysis::in_parts::{self, InParts};
use crate::answers::about::About;
use crate::ensemble::{self, Prepared};
use crate::report::Report;
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::mark;
use sha2::{Digest, Sha256};

/// An experiment ready for its tasks.
pub struct Ready {
    question: Box<dyn InParts<Report>>,
    grid: Option<Grid>,
    lives: u32,
    hash: String,
    months: u32,
    people: u32,
    /// What is outside its registered range.
    beyond: Option<String>,
}

impl Ready {
    /// Makes an experiment ready; with the place where it is already there (it counts only if it is
    /// the same place).
    ///
    /// Errors: a sentence for people when the place cannot be generated or the question cannot be
    /// asked of this scenario.
    pub fn new(experiment: &Experiment, place: Option<Prepared>) -> Result<Self, String> {
        let scenario = experiment.scenario.clone();
        let prepared = match place {
            Some(there) if ensemble::kept::same_place(&there.scenario, &scenario) => Prepared {
                scenario,
                place: there.place,
            },
            _ => ensemble::prepare(scenario)?,
        };
        let hash = hash(experiment);
        let source = format!("experiment {hash}");
        let beyond = mark(&experiment.beyond());
        let about = About::new(&prepared, &experiment.name, source, beyond.clone());
        let Scenario { people, .. } = prepared.scenario;
        let months = prepared.scenario.spin_up_months + prepared.scenario.months();
        let grid = kinds::grid(experiment, &prepared)?;
        let (question, lives) = kinds::question(&experiment.kind, grid.as_ref(), &prepared, about)?;
        let tasks = question.tasks();
        if tasks as u64 > super::limits::TASKS {
            return Err(format!(
                "question: found {tasks} tasks; wanted at most {}",
                super::limits::TASKS
            ));
        }
        Ok(Self {
            question,
            grid,
            lives,
            hash,
            months,
            people,
            beyond,
        })
    }

    /// How many tasks there are.
    pub fn tasks(&self) -> u32 {
        self.question.tasks() as u32
    }

    /// How many worlds are lived for each task: as often `part` tells. A spin-up is one.
    pub fn lives_a_task(&self) -> u32 {
        self.lives
    }

    /// Months lived by persons in all tasks, at most: near enough to say how long it takes.
    pub fn person_months(&self) -> f64 {
        f64::from(self.tasks())
            * f64::from(self.lives)
            * f64::from(self.people)
            * f64::from(self.months)
    }

    /// The experiment's [`hash`].
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Does one task; the same task gives the same bytes everywhere.
    ///
    /// Errors: a task that there is not.
    pub fn part(&self, task: u32, lived: &mut dyn FnMut()) -> Result<Vec<u8>, String> {
        self.question.part(task as usize, lived)
    }

    /// The same bytes, sooner: whoever does one task after another keeps the spun-up world that
    /// points of a sweep may share.
    ///
    /// Errors: as [`Ready::part`].
    pub fn part_keeping(
        &self,
        task: u32,
        starts: &mut Starts,
        lived: &mut dyn FnMut(),
    ) -> Result<Vec<u8>, String> {
        match &self.grid {
            Some(grid) if task < self.tasks() => {
                in_parts::encode(&grid.run_keeping(task as usize, starts, lived))
            }
            _ => self.part(task, lived),
        }
    }

    /// The results from the parts of all tasks, in their order.
    ///
    /// Errors: too few parts, or bytes that are no part.
    pub fn results(&self, parts: &[Vec<u8>]) -> Result<Report, String> {
        let results = self.question.conclude(parts)?;
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let mut results = Report {
            fingerprint: hexadecimal(&digest.finalize()),
            ..results
        };
        if let Some(mark) = &self.beyond {
            results.marked(mark);
        }
        Ok(results)
    }
}
