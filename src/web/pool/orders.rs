//! What the workers are to be told, carried out order by order.

use super::Pool;
use super::live::{Heard, Live};
use crate::experiment::Experiment;
use crate::protocol::{Ask, Inquiry, Request, ToWorker};
use crate::scenario::Scenario;
use crate::session::dispatch::Order;
use crate::session::inquiries::Said;
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::Said as Bench;
use crate::session::{Message, page};
use crate::web::text;

impl Pool {
    /// Carries orders out; gives what the page should know.
    pub(super) fn carry_out(&mut self, orders: Vec<Order>) -> Vec<Message> {
        let mut messages = Vec::new();
        for order in orders {
            if let Some((worker, message)) = self.told(order, &mut messages) {
                self.send(worker, &message);
            }
        }
        messages
    }

    /// What a worker is to be told by an order; where it is no such order, it is carried out.
    fn told(&mut self, order: Order, messages: &mut Vec<Message>) -> Option<(usize, ToWorker)> {
        Some(match order {
            Order::Prepare { worker, epoch } => {
                let scenario = Box::new(Scenario::clone(self.scenario.as_ref()?));
                let figures = self.figures.clone();
                let prepare = ToWorker::Prepare {
                    epoch,
                    scenario,
                    figures,
                };
                (worker, prepare)
            }
            Order::SendPlace { worker, epoch } => (worker, ToWorker::SendPlace { epoch }),
            Order::Run { worker, epoch, job } => {
                self.pace.run(worker, &job);
                (worker, ToWorker::Run { epoch, job })
            }
            Order::Ask {
                worker,
                number,
                ask,
                task,
            } => (worker, asked(number, ask, task)),
            Order::Conclude {
                worker,
                number,
                ask,
                parts,
            } => (worker, concluded(number, ask, parts)),
            Order::Stop(worker) => (worker, ToWorker::Stop),
            Order::Ping(worker) => (worker, ToWorker::Ping),
            Order::Undertake { .. } | Order::Task { .. } | Order::Gather { .. } => {
                let (worker, request) = self.experimental(&order)?;
                (worker, ToWorker::Request(request))
            }
            other => {
                self.do_itself(&other, messages);
                return None;
            }
        })
    }

    /// What a worker is to be told of the experiment.
    fn experimental(&self, order: &Order) -> Option<(usize, Request)> {
        Some(match *order {
            Order::Undertake { worker, number } => {
                let experiment = Box::new(Experiment::clone(self.trial.experiment.as_ref()?));
                let figures = self.trial.figures.clone();
                let undertake = Request::Undertake {
                    number,
                    experiment,
                    figures,
                };
                (worker, undertake)
            }
            Order::Task {
                worker,
                number,
                task,
            } => (worker, Request::Task { number, task }),
            Order::Gather { worker, number } => {
                let parts = self.trial.parts.iter().map(|part| part.to_vec()).collect();
                (worker, Request::Gather { number, parts })
            }
            _ => return None,
        })
    }

    /// Does what no worker is told.
    fn do_itself(&mut self, order: &Order, messages: &mut Vec<Message>) {
        match *order {
            Order::Spawn(number) => self.spawn(number),
            Order::Abandon { number } => {
                let words = text::why::WORKERS_LOST.to_string();
                messages.push(Message::Inquiry(Said::Refused { number, words }));
            }
            Order::Fold { number } => {
                let words = text::lab::WORKERS_LOST.to_string();
                messages.push(Message::Lab(Lab::Bench(Bench::Declined { number, words })));
            }
            Order::OtherBuild => {
                self.outdated = true;
                messages.push(Message::Page(page::Said::NewerBuild));
            }
            Order::GiveUp => {
                let words = if self.outdated {
                    text::OTHER_BUILD
                } else {
                    text::WORKERS_LOST
                };
                messages.push(self.failed(words.text()));
            }
            _ => {}
        }
    }

    fn spawn(&mut self, number: usize) {
        self.births += 1;
        // The one before it is ended first.
        self.live[number] = None;
        let kind = self.dispatch.kind(number);
        self.live[number] = Live::start(kind, number, self.births, &self.tell);
        if self.live[number].is_none() {
            self.tell.emit((number, self.births, Heard::Died));
        }
    }

    fn send(&self, number: usize, message: &ToWorker) {
        if let Some(live) = &self.live[number]
            && !live.send(message)
        {
            self.tell.emit((number, live.birth, Heard::Died));
        }
    }
}

/// A task of an inquiry. Lives are followed by whoever lives worlds.
fn asked(number: u32, ask: Ask, task: u32) -> ToWorker {
    match ask.inquiry {
        Inquiry::Life { person, arms } => ToWorker::Follow {
            number,
            task,
            person,
            arm: arms[task as usize % arms.len()],
        },
        _ => ToWorker::Request(Request::Ask { number, ask, task }),
    }
}

fn concluded(number: u32, ask: Ask, parts: Vec<Vec<u8>>) -> ToWorker {
    match ask.inquiry {
        Inquiry::Life { person, arms } => ToWorker::Tell {
            number,
            person,
            arms,
            parts,
        },
        _ => ToWorker::Request(Request::Conclude { number, ask, parts }),
    }
}
