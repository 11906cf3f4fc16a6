//! A job lived in slices, so that whoever runs it can listen between them. The bits are those of
//! [`super::run`].

use super::prepared::{Life, SpinUp, Start};
use super::{ArmOutcome, Job, Outcome, Prepared};
use crate::indicators::catalogue::CATALOGUE;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;

/// A year that an arm of a job has lived, told before the job is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Year {
    /// Position of the arm in the scenario.
    pub arm: u32,
    /// Which year; 0 is the one before the arms branch.
    pub year: u32,
    /// Every indicator in that year. Shape: one a row of the catalogue.
    pub values: Vec<f64>,
}

/// A job on its way.
pub struct Sliced {
    job: Job,
    /// Until the arms branch.
    spin_up: Option<SpinUp>,
    /// From then on.
    start: Option<Arc<Start>>,
    life: Option<Life>,
    lived: Vec<ArmOutcome>,
    /// Years of the arm going on that were told.
    told: u32,
}

impl Sliced {
    /// A job about to begin; with its spun-up world, when that was kept.
    pub fn new(prepared: &Prepared, job: Job, start: Option<Arc<Start>>) -> Self {
        let spin_up = start
            .is_none()
            .then(|| SpinUp::new(prepared, job.replicate));
        Self {
            job,
            spin_up,
            start,
            life: None,
            lived: Vec::new(),
            told: 0,
        }
    }

    /// The job.
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// The spun-up world, once the job has come so far; worth keeping for the next arm of the same
    /// replicate.
    pub fn start(&self) -> Option<&Arc<Start>> {
        self.start.as_ref()
    }

    /// Lives so many months more, or fewer where a part of the job ends; the outcome with the last
    /// of them.
    pub fn advance(&mut self, prepared: &Prepared, months: u32) -> Option<Outcome> {
        let Some(start) = &self.start else {
            self.spin_up(prepared, months);
            return None;
        };
        let Some(&arm) = self.job.arms.get(self.lived.len()) else {
            return Some(self.outcome());
        };
        let life = self
            .life
            .get_or_insert_with(|| Life::new(prepared, start, arm, self.job.frames));
        for _ in 0..months {
            if life.month() >= prepared.scenario.months() {
                break;
            }
            life.step(prepared);
        }
        if life.month() >= prepared.scenario.months() {
            self.lived
                .extend(self.life.take().map(|life| life.outcome(arm)));
            self.told = 0;
        }
        (self.lived.len() == self.job.arms.len()).then(|| self.outcome())
    }

    /// The years of the arm going on that are over and were not told yet. Those of an arm that is
    /// lived to its end come with the outcome.
    pub fn years(&mut self) -> Vec<Year> {
        let (Some(life), Some(&arm)) = (&self.life, self.job.arms.get(self.lived.len())) else {
            return Vec::new();
        };
        let over = life.month() / 12 + 1;
        let years = std::mem::replace(&mut self.told, over)..over;
        years
            .map(|year| Year {
                arm,
                year,
                values: (0..CATALOGUE.len())
                    .map(|indicator| life.table().row(indicator)[year as usize])
                    .collect(),
            })
            .collect()
    }

    fn spin_up(&mut self, prepared: &Prepared, months: u32) {
        let Some(spin_up) = self.spin_up.take() else {
            return;
        };
        match spin_up.advance(prepared, months) {
            ControlFlow::Break(start) => self.start = Some(Arc::new(start)),
            ControlFlow::Continue(rest) => self.spin_up = Some(rest),
        }
    }

    fn outcome(&mut self) -> Outcome {
        Outcome {
            replicate: self.job.replicate,
            arms: std::mem::take(&mut self.lived),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::run;
    use crate::scenario::{bundled, validate};

    fn small() -> Prepared {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 2, 12, 1);
        (scenario.money.first_year, scenario.money.last_year) = (1, 2);
        Prepared {
            scenario,
            place: crate::place::example::small(),
        }
    }

    fn lived(
        prepared: &Prepared,
        job: &Job,
        months: u32,
        start: Option<Arc<Start>>,
    ) -> (Outcome, Arc<Start>, u32) {
        let mut sliced = Sliced::new(prepared, job.clone(), start);
        for slices in 1..1000 {
            if let Some(outcome) = sliced.advance(prepared, months) {
                return (outcome, Arc::clone(sliced.start().unwrap()), slices);
            }
        }
        panic!("the job never ends");
    }

    #[test]
    fn slices_of_any_length_and_a_kept_start_give_the_bits_of_one_go() {
        let prepared = small();
        let job = Job {
            replicate: 2,
            arms: vec![0, 2],
            frames: true,
        };
        let whole = run(&prepared, &job);
        for months in [1, 5, 12, 1000] {
            let (outcome, start, slices) = lived(&prepared, &job, months, None);
            assert_eq!(outcome, whole, "slices of {months}");
            let parts = 12_u32.div_ceil(months) + 2 * 24_u32.div_ceil(months);
            assert_eq!(
                slices, parts,
                "slices of {months}: nothing longer is lived between two looks"
            );
            assert_eq!(
                lived(&prepared, &job, months, Some(start)).0,
                whole,
                "from a kept start"
            );
        }
    }

    #[test]
    fn arms_lived_in_jobs_of_their_own_are_the_arms_of_one_job() {
        let prepared = small();
        let job = |arms: Vec<u32>| Job {
            replicate: 0,
            arms,
            frames: false,
        };
        let whole = run(&prepared, &job(vec![0, 1, 2]));
        for arm in 0..3 {
            assert_eq!(
                lived(&prepared, &job(vec![arm]), 7, None).0.arms[0],
                whole.arms[arm as usize]
            );
        }
    }

    #[test]
    fn years_are_told_once_as_they_end_and_are_those_of_the_outcome() {
        let prepared = small();
        let job = Job {
            replicate: 1,
            arms: vec![1, 2],
            frames: false,
        };
        let whole = run(&prepared, &job);
        for months in [5, 12] {
            let mut sliced = Sliced::new(&prepared, job.clone(), None);
            let mut told = Vec::new();
            while sliced.advance(&prepared, months).is_none() {
                told.extend(sliced.years());
            }
            let order: Vec<(u32, u32)> = told.iter().map(|year| (year.arm, year.year)).collect();
            assert_eq!(
                order,
                [(1, 0), (1, 1), (2, 0), (2, 1)],
                "slices of {months}"
            );
            for year in told {
                let table = &whole.arms[year.arm as usize - 1].table;
                for (indicator, value) in year.values.iter().enumerate() {
                    let there = table.row(indicator)[year.year as usize];
                    assert_eq!(value.to_bits(), there.to_bits());
                }
            }
        }
    }
}
