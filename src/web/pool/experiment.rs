//! The experiment among the workers: what the lab wants of it, and what they say of it.

use super::Pool;
use super::trial::Trial;
use crate::protocol::{Figures, Reply};
use crate::session::Message;
use crate::session::batch::Work;
use crate::session::dispatch::Order;
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::Said as Bench;
use crate::session::lab::order::Work as Wished;
use js_sys::Date;
use std::rc::Rc;

impl Pool {
    /// What the lab wants of its experiment.
    pub fn experiment(&mut self, wished: Wished, figures: Option<Figures>) -> Vec<Message> {
        let orders = match wished {
            Wished::Begin { number, experiment } => {
                self.trial = Trial {
                    experiment: Some(experiment),
                    figures,
                    parts: Vec::new(),
                    since: Date::now(),
                };
                self.dispatch.undertake(number)
            }
            Wished::Tasks { number, tasks } => {
                self.trial.since = Date::now();
                self.dispatch.add(number, tasks.into_iter().map(Work::Task))
            }
            Wished::Gather { number, parts } => {
                self.trial.parts = parts;
                self.dispatch.add(number, [Work::Gather])
            }
            Wished::Drop => {
                self.trial = Trial::default();
                self.dispatch.lay_down()
            }
        };
        self.carry_out(orders)
    }

    /// Takes in what a worker said of the experiment.
    pub(super) fn heard_of_experiment(
        &mut self,
        worker: usize,
        reply: Reply,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        let (awaited, orders, bench) = match reply {
            Reply::Sized {
                number,
                tasks,
                lives_a_task,
            } => {
                let (awaited, orders) = self.dispatch.experiment_done(worker, number, Work::Size);
                let sized = Bench::Sized {
                    number,
                    tasks,
                    lives_a_task,
                };
                (awaited, orders, sized)
            }
            Reply::Worked { number, lives } => self.worked(worker, number, lives),
            Reply::TaskDone {
                number,
                task,
                bytes,
            } => {
                let work = Work::Task(task);
                let (awaited, orders) = self.dispatch.experiment_done(worker, number, work);
                let part = Bench::Part {
                    number,
                    task,
                    bytes,
                };
                (awaited, orders, part)
            }
            Reply::Gathered { number, results } => {
                let (awaited, orders) = self.dispatch.experiment_done(worker, number, Work::Gather);
                let results = Rc::from(results);
                (awaited, orders, Bench::Gathered { number, results })
            }
            Reply::Declined { number, message } => {
                let words = message;
                (true, Vec::new(), Bench::Declined { number, words })
            }
            _ => return Vec::new(),
        };
        messages.extend(awaited.then_some(Message::Lab(Lab::Bench(bench))));
        orders
    }

    fn worked(&mut self, worker: usize, number: u32, lives: u32) -> (bool, Vec<Order>, Bench) {
        let lives = self.dispatch.experiment_lived(worker, number, lives);
        let lived = Bench::Lived {
            number,
            lives: lives.unwrap_or_default(),
            seconds: (Date::now() - self.trial.since) / 1000.0,
        };
        (lives.is_some(), Vec::new(), lived)
    }
}
