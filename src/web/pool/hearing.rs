//! What workers say: of worlds, and of inquiries.

use super::Pool;
use super::live::Heard;
use crate::ensemble::Outcome;
use crate::protocol::{Answer, BUILD, FromWorker, Reply, decode};
use crate::session::Message;
use crate::session::dispatch::Order;
use crate::session::inquiries::Said;
use std::rc::Rc;

impl Pool {
    /// Takes in what a worker said; gives what the page should know.
    pub fn heard(&mut self, number: usize, birth: u32, heard: Heard) -> Vec<Message> {
        if number == self.live.len() {
            return self.heard_of_reader(birth, heard);
        }
        if self.live[number]
            .as_ref()
            .is_none_or(|live| live.birth != birth)
        {
            return Vec::new();
        }
        let Heard::Bytes(bytes) = heard else {
            let orders = self.dispatch.died(number);
            return self.carry_out(orders);
        };
        self.dispatch.heard(number);
        let mut messages = Vec::new();
        let orders = match decode::<FromWorker>(&bytes) {
            Ok(message) => self.heard_of_worlds(number, message, &mut messages),
            // The first word of every build is its build. Where not even that can be read, it is another one.
            Err(_) if !self.dispatch.is_up(number) => self.dispatch.other_build(number),
            Err(message) => {
                messages.push(self.failed(&message));
                Vec::new()
            }
        };
        messages.extend(self.carry_out(orders));
        messages
    }

    fn heard_of_worlds(
        &mut self,
        number: usize,
        message: FromWorker,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        match message {
            FromWorker::Ready { build } if build == BUILD => self.dispatch.ready(number),
            FromWorker::Ready { .. } => self.dispatch.other_build(number),
            FromWorker::Placed { epoch, place } => {
                messages.push(Message::Placed { epoch, place });
                Vec::new()
            }
            FromWorker::Year { epoch, year } => {
                messages.push(Message::Year { epoch, year });
                Vec::new()
            }
            FromWorker::Done { epoch, outcome } => self.done(number, epoch, outcome, messages),
            FromWorker::Failed { epoch, message } if epoch == self.epoch => {
                messages.push(Message::Failed { epoch, message });
                self.dispatch.cancel()
            }
            FromWorker::Failed { epoch, .. } => self.dispatch.done(number, epoch).1,
            FromWorker::Alive => Vec::new(),
            other => self.heard_of_inquiry(number, other, messages),
        }
    }

    fn done(
        &mut self,
        number: usize,
        epoch: u32,
        outcome: Outcome,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        let (awaited, orders) = self.dispatch.done(number, epoch);
        if awaited {
            let pace = self.pace.done(number, outcome.arms.len());
            messages.extend(pace.map(|pace| Message::Inquiry(Said::Pace(pace))));
            let outcomes = vec![outcome];
            messages.push(Message::Arrived { epoch, outcomes });
        }
        orders
    }

    fn heard_of_inquiry(
        &mut self,
        worker: usize,
        message: FromWorker,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        match message {
            FromWorker::Part {
                number,
                task,
                bytes,
            } => self.dispatch.part(worker, number, task, bytes),
            FromWorker::Reply(Reply::Lived { number, lives }) => {
                if let Some(lives) = self.dispatch.lived(worker, number, lives) {
                    messages.push(Message::Inquiry(Said::Lived {
                        number,
                        lives,
                        seconds: self.pace.seconds(),
                    }));
                }
                Vec::new()
            }
            FromWorker::Told { number, lives } => {
                let answer = Rc::new(Answer::Life(lives));
                self.concluded(worker, number, Said::Answered { number, answer }, messages)
            }
            FromWorker::Reply(Reply::Answered { number, answer }) => {
                let answer = Rc::new(answer);
                self.concluded(worker, number, Said::Answered { number, answer }, messages)
            }
            FromWorker::Refused { number, message } => {
                let words = message;
                self.concluded(worker, number, Said::Refused { number, words }, messages)
            }
            FromWorker::Reply(reply) => self.heard_of_experiment(worker, reply, messages),
            _ => Vec::new(),
        }
    }

    fn concluded(
        &mut self,
        worker: usize,
        number: u32,
        said: Said,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        let (wanted, orders) = self.dispatch.concluded(worker, number);
        messages.extend(wanted.then_some(Message::Inquiry(said)));
        orders
    }

    pub(super) fn failed(&self, words: &str) -> Message {
        Message::Failed {
            epoch: self.epoch,
            message: words.to_owned(),
        }
    }
}
