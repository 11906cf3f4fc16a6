//! The worker that answers: it lives worlds as the worker of the model does, and beyond them does the tasks of inquiries and
//! experiments, reads tables, and codes in pictures.

use super::model::Model;
use super::{Craft, Tell};
use crate::ensemble::Prepared;
use crate::ensemble::kept::same_place;
use crate::experiment::{Experiment, Ready};
use crate::protocol::asked::Asked;
use crate::protocol::{Ask, Figures, FromWorker, Reply, Request, ToWorker, decode, scan};
use crate::scenario::Scenario;
use crate::scenario::own::Carried;
use std::sync::Arc;

/// Starts the worker.
pub fn main() {
    super::start::<Answers>();
}

/// What answers, and what it keeps from one message to the next.
#[derive(Default)]
pub struct Answers {
    model: Model,
    /// The figures that came beside the scenario told last: its place, where it is made again at another size.
    figures: Option<Figures>,
    /// The last place whose figures came beside a scenario: equal ids are equal places, so that they are read once.
    known: Option<(String, Carried)>,
    /// The inquiry that tasks are being done of, with its number.
    asked: Option<(u32, Asked)>,
    /// The experiment that tasks are done of, with its number.
    undertaken: Option<(u32, Ready)>,
}

impl Craft for Answers {
    type Reply = Reply;

    fn hear(&mut self, bytes: &[u8], tell: Tell<'_, Reply>) {
        match decode::<ToWorker>(bytes) {
            Ok(message) => {
                if let ToWorker::Prepare { figures, .. } = &message {
                    self.figures.clone_from(figures);
                    self.asked = None;
                }
                if let Some(request) = self.model.take(message, tell) {
                    tell(self.answer(request, tell));
                }
            }
            Err(message) => tell(FromWorker::Failed { epoch: 0, message }),
        }
    }

    fn slice(&mut self, tell: Tell<'_, Reply>) {
        self.model.go_on(tell);
    }

    fn wants_a_turn(&mut self) -> bool {
        self.model.turns()
    }
}

impl Answers {
    /// The answer to a request; signs of life from a long task go out through `tell`.
    fn answer(&mut self, request: Request, tell: Tell<'_, Reply>) -> FromWorker {
        FromWorker::Reply(match request {
            Request::ReadPlace { files, area } => {
                let read = crate::place::census::from_files(&files, &area);
                Reply::PlaceRead(read.map(|reading| (reading.profile.to_toml(), reading.remarks)))
            }
            Request::ReadCode { width, luma } => Reply::CodeRead(scan::read(width as usize, &luma)),
            Request::Ask { number, ask, task } => return self.do_task(number, ask, task, tell),
            Request::Conclude { number, ask, parts } => {
                let answer = self
                    .asked(number, ask)
                    .and_then(|asked| asked.conclude(&parts));
                // Nothing more is asked of it: a second place is not kept.
                self.asked = None;
                match answer {
                    Ok(answer) => Reply::Answered { number, answer },
                    Err(message) => return FromWorker::Refused { number, message },
                }
            }
            Request::Undertake {
                number,
                experiment,
                figures,
            } => self.undertake(number, *experiment, figures),
            Request::Task { number, task } => self.experiment_task(number, task, tell),
            Request::Gather { number, parts } => {
                let ready = self.undertaken(number);
                match ready.and_then(|ready| ready.results(&parts)) {
                    Ok(results) => Reply::Gathered {
                        number,
                        results: Box::new(results),
                    },
                    Err(message) => Reply::Declined { number, message },
                }
            }
        })
    }

    /// A scenario with the place that came beside it: figures do not travel inside it.
    fn carrying(
        &mut self,
        scenario: Scenario,
        figures: Option<Figures>,
    ) -> Result<Scenario, String> {
        let Some(figures) = figures else {
            return Ok(scenario);
        };
        let own = match &self.known {
            Some((id, known)) if *id == scenario.place => known.clone(),
            _ => self
                .known
                .insert((scenario.place.clone(), figures.carried(&scenario.place)?))
                .1
                .clone(),
        };
        Ok(Scenario { own, ..scenario })
    }

    fn do_task(&mut self, number: u32, ask: Ask, task: u32, tell: Tell<'_, Reply>) -> FromWorker {
        let mut lives = 0;
        let mut lived = || {
            lives += 1;
            tell(FromWorker::Reply(Reply::Lived { number, lives }));
        };
        let part = self
            .asked(number, ask)
            .and_then(|asked| asked.part(task, &mut lived));
        match part {
            Ok(bytes) => FromWorker::Part {
                number,
                task,
                bytes,
            },
            Err(message) => FromWorker::Refused { number, message },
        }
    }

    /// The inquiry of a number, made ready with its first task.
    fn asked(&mut self, number: u32, ask: Ask) -> Result<&Asked, String> {
        let asked = match self.asked.take() {
            Some((own, asked)) if own == number => asked,
            _ => {
                let ready = self.model.ready()?;
                let (scenario, place) = (ready.scenario.clone(), Arc::clone(&ready.place));
                let scenario = self.carrying(scenario, self.figures.clone())?;
                Asked::new(&Prepared { scenario, place }, ask, None)?
            }
        };
        Ok(&self.asked.insert((number, asked)).1)
    }

    /// Makes an experiment ready; a place that is there already is used again.
    fn undertake(
        &mut self,
        number: u32,
        experiment: Experiment,
        figures: Option<Figures>,
    ) -> Reply {
        // A second place is not kept while a third one is made.
        self.undertaken = None;
        let scenario = match self.carrying(experiment.scenario.clone(), figures) {
            Ok(scenario) => scenario,
            Err(message) => return Reply::Declined { number, message },
        };
        let there = self.model.ready().ok();
        let there = there.filter(|there| same_place(&there.scenario, &scenario));
        let place = there.map(|there| Prepared {
            scenario: scenario.clone(),
            place: Arc::clone(&there.place),
        });
        let experiment = Experiment {
            scenario,
            ..experiment
        };
        match Ready::new(&experiment, place) {
            Ok(ready) => {
                let (tasks, lives_a_task) = (ready.tasks(), ready.lives_a_task());
                self.undertaken = Some((number, ready));
                Reply::Sized {
                    number,
                    tasks,
                    lives_a_task,
                }
            }
            Err(message) => Reply::Declined { number, message },
        }
    }

    fn experiment_task(&self, number: u32, task: u32, tell: Tell<'_, Reply>) -> Reply {
        let mut lives = 0;
        let mut lived = || {
            lives += 1;
            tell(FromWorker::Reply(Reply::Worked { number, lives }));
        };
        let part = self
            .undertaken(number)
            .and_then(|ready| ready.part(task, &mut lived));
        match part {
            Ok(bytes) => Reply::TaskDone {
                number,
                task,
                bytes,
            },
            Err(message) => Reply::Declined { number, message },
        }
    }

    /// The experiment of a number.
    fn undertaken(&self, number: u32) -> Result<&Ready, String> {
        let own = self.undertaken.as_ref().filter(|(own, _)| *own == number);
        own.map(|(_, ready)| ready)
            .ok_or_else(|| "the experiment could not be made ready".to_owned())
    }
}
