//! Who works on what: a queue of jobs over a handful of workers that may be busy with yesterday's question, or die.
//!
//! An inquiry about the same question has whoever has no job. Its tasks are lived in one go, so a worker that is at one hears
//! nothing: to stop it, it is ended and started again. A new question drops the inquiry about the old one.
//!
//! Workers begin as those of the model. Who is to do something beyond worlds is first started again as one that answers, and
//! stays one.
//!
//! Pure: it is told what happened and says what to do. It knows no browser; a worker is a number.

mod kinds;
mod lost;
mod order;
mod trial;

pub use order::Order;

use super::batch::Batch;
use super::errand::{ATTEMPTS, Errand, Piece};
use crate::ensemble::Job;
use crate::protocol::{Ask, Kind};
use std::collections::VecDeque;

/// How far down the queue a worker looks for a replicate of its own: near enough that replicates still come in order.
const LOOK_AHEAD: usize = 16;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Task {
    job: Job,
    attempts: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Activity {
    /// Started, not yet heard of.
    #[default]
    Starting,
    Idle,
    Busy {
        epoch: u32,
        task: Task,
    },
    /// At a piece of the inquiry.
    Inquiring,
    /// At a piece of the experiment.
    Experimenting,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Worker {
    activity: Activity,
    kind: Kind,
    /// The scenario it was told last.
    prepared: Option<u32>,
    /// The experiment it was told last.
    undertaken: Option<u32>,
    /// How often it died before it said it was ready.
    stillborn: u32,
    /// How often it was asked since it last said anything.
    unanswered: u32,
}

/// The workers and what waits for them.
#[derive(Clone, Debug, Default)]
pub struct Dispatch {
    workers: Vec<Worker>,
    queue: VecDeque<Task>,
    epoch: u32,
    place_wanted: bool,
    errand: Option<Errand>,
    batch: Option<Batch>,
    /// What a worker is that starts with nothing to do.
    first: Kind,
}

impl Dispatch {
    /// As many workers as asked for, all to be started.
    pub fn new(workers: usize) -> (Self, Vec<Order>) {
        Self::of(workers, Kind::Model)
    }

    /// Workers of a kind, all to be started.
    pub(in crate::session) fn of(workers: usize, first: Kind) -> (Self, Vec<Order>) {
        let mut dispatch = Self {
            first,
            ..Self::default()
        };
        dispatch.workers = vec![dispatch.fresh(); workers.max(1)];
        let orders = (0..dispatch.workers.len()).map(Order::Spawn).collect();
        (dispatch, orders)
    }

    /// A new question: what waits is dropped, and who is busy with the old one stops.
    pub fn start(&mut self, epoch: u32, jobs: Vec<Job>, place_wanted: bool) -> Vec<Order> {
        self.epoch = epoch;
        self.place_wanted = place_wanted;
        self.queue = jobs
            .into_iter()
            .map(|job| Task { job, attempts: 0 })
            .collect();
        let mut orders = self.interrupt();
        orders.extend(self.drop_inquiry());
        orders.extend(self.make_room());
        orders.extend(self.hand_out());
        orders
    }

    /// Where everybody is at the experiment, one is called away: whoever changes something sees it at once.
    fn make_room(&mut self) -> Vec<Order> {
        if !self
            .workers
            .iter()
            .all(|worker| worker.activity == Activity::Experimenting)
        {
            return Vec::new();
        }
        if let Some(batch) = &mut self.batch {
            batch.put_back(0);
        }
        self.workers[0] = self.fresh();
        vec![Order::Spawn(0)]
    }

    /// An inquiry about the question asked last, for those who have no job. It takes the place of one that is going on.
    pub fn inquire(&mut self, number: u32, ask: Ask) -> Vec<Order> {
        let mut orders = self.drop_inquiry();
        self.errand = Some(Errand::new(number, ask));
        orders.extend(self.hand_out());
        orders
    }

    /// The inquiry is not wanted any more: those who are at it stop, or, where they do not listen, are ended and started again.
    pub fn drop_inquiry(&mut self) -> Vec<Order> {
        let Some(errand) = self.errand.take() else {
            return Vec::new();
        };
        let mut orders = Vec::new();
        for number in errand.workers() {
            if errand.ask().inquiry.listens() {
                self.workers[number].activity = Activity::Idle;
                orders.push(Order::Stop(number));
            } else {
                self.workers[number] = self.fresh();
                orders.push(Order::Spawn(number));
            }
        }
        orders
    }

    /// A worker has lived so many worlds of its task of an inquiry; how many that makes in all, if the inquiry is still wanted.
    pub fn lived(&mut self, worker: usize, number: u32, lives: u32) -> Option<u32> {
        let errand = self
            .errand
            .as_mut()
            .filter(|errand| errand.number() == number)?;
        Some(errand.lived(worker, lives))
    }

    /// A worker finished a task of an inquiry.
    pub fn part(&mut self, worker: usize, number: u32, task: u32, bytes: Vec<u8>) -> Vec<Order> {
        if let Some(errand) = self
            .errand
            .as_mut()
            .filter(|errand| errand.number() == number)
            && errand.part(worker, task, bytes)
        {
            self.workers[worker].activity = Activity::Idle;
        }
        self.hand_out()
    }

    /// An inquiry is answered, or cannot be; whether it is still wanted. Others who are still at it are started again.
    pub fn concluded(&mut self, worker: usize, number: u32) -> (bool, Vec<Order>) {
        let wanted = self
            .errand
            .as_ref()
            .is_some_and(|errand| errand.number() == number);
        let mut orders = Vec::new();
        if wanted {
            if let Some(errand) = &mut self.errand {
                errand.died(worker);
            }
            self.workers[worker].activity = Activity::Idle;
            orders = self.drop_inquiry();
        }
        orders.extend(self.hand_out());
        (wanted, orders)
    }

    /// More of the same question.
    pub fn more(&mut self, jobs: Vec<Job>) -> Vec<Order> {
        self.queue
            .extend(jobs.into_iter().map(|job| Task { job, attempts: 0 }));
        self.hand_out()
    }

    /// Nothing more is wanted; who is busy stops.
    pub fn cancel(&mut self) -> Vec<Order> {
        self.queue.clear();
        self.place_wanted = false;
        self.epoch += 1;
        self.interrupt()
    }

    /// A worker is up.
    pub fn ready(&mut self, worker: usize) -> Vec<Order> {
        self.workers[worker].stillborn = 0;
        self.workers[worker].activity = Activity::Idle;
        self.hand_out()
    }

    /// A worker finished its job of an epoch; whether that was the one it was to do. What it had finished before it heard
    /// of a new question is nobody's.
    pub fn done(&mut self, worker: usize, epoch: u32) -> (bool, Vec<Order>) {
        let awaited = matches!(self.workers[worker].activity, Activity::Busy { epoch: own, .. } if own == epoch);
        if awaited {
            self.workers[worker].activity = Activity::Idle;
        }
        (awaited, self.hand_out())
    }

    /// A worker said something, whatever it was.
    pub fn heard(&mut self, worker: usize) {
        self.workers[worker].unanswered = 0;
    }

    /// Some time has passed: everybody who is up is asked for a sign of life, and who has left `patience` of them unanswered
    /// is taken for dead. A worker that closed, or that the system ended, says nothing about it.
    pub fn beat(&mut self, patience: u32) -> Vec<Order> {
        let mut orders = Vec::new();
        for number in 0..self.workers.len() {
            let worker = &mut self.workers[number];
            if worker.activity == Activity::Starting {
                continue;
            }
            if worker.unanswered >= patience {
                orders.extend(self.died(number));
            } else {
                worker.unanswered += 1;
                orders.push(Order::Ping(number));
            }
        }
        orders
    }

    /// A worker died. It is started again and its job goes to the front, but not for ever.
    pub fn died(&mut self, worker: usize) -> Vec<Order> {
        let mut orders = Vec::new();
        match std::mem::take(&mut self.workers[worker].activity) {
            Activity::Busy { epoch, mut task } if epoch == self.epoch => {
                task.attempts += 1;
                if task.attempts >= ATTEMPTS {
                    self.queue.clear();
                    orders.push(Order::GiveUp);
                } else {
                    self.place_wanted |= task.job.frames;
                    self.queue.push_front(task);
                }
            }
            Activity::Inquiring => {
                if let Some(errand) = &mut self.errand
                    && !errand.died(worker)
                {
                    orders.push(Order::Abandon {
                        number: errand.number(),
                    });
                    orders.extend(self.drop_inquiry());
                }
            }
            Activity::Experimenting => {
                if let Some(batch) = &mut self.batch
                    && !batch.died(worker)
                {
                    orders.push(Order::Fold {
                        number: batch.number(),
                    });
                    orders.extend(self.lay_down());
                }
            }
            Activity::Starting => {
                self.workers[worker].stillborn += 1;
                if self.workers[worker].stillborn >= ATTEMPTS {
                    if self.workers[worker].kind > self.first {
                        return self.without_answers(worker);
                    }
                    // A machine that cannot start one worker may still have others.
                    let back = if self.nobody_is_left() {
                        self.give_back()
                    } else {
                        return Vec::new();
                    };
                    let rest = back.into_iter().filter(|order| *order != Order::GiveUp);
                    return std::iter::once(Order::GiveUp).chain(rest).collect();
                }
            }
            _ => {}
        }
        self.workers[worker].prepared = None;
        self.workers[worker].undertaken = None;
        self.workers[worker].unanswered = 0;
        orders.push(Order::Spawn(worker));
        orders
    }

    fn hand_out(&mut self) -> Vec<Order> {
        if self.nobody_is_left() {
            return self.give_back();
        }
        let mut orders = Vec::new();
        for number in 0..self.workers.len() {
            if self.workers[number].activity != Activity::Idle {
                continue;
            }
            let inquiry = self.errand.as_ref().is_some_and(Errand::waits);
            let nothing_else = self.queue.is_empty() && !self.place_wanted && !inquiry;
            if nothing_else || self.is_its_turn(number) {
                if let Some(order) = self.raised_for_experiment(number) {
                    orders.push(order);
                    continue;
                }
                let pieces = self.experiment_for(number);
                if nothing_else || !pieces.is_empty() {
                    orders.extend(pieces);
                    continue;
                }
            }
            if let Some(order) = self.raised_for_inquiry(number) {
                orders.push(order);
                continue;
            }
            let epoch = self.epoch;
            if self.workers[number].prepared.replace(epoch) != Some(epoch) {
                orders.push(Order::Prepare {
                    worker: number,
                    epoch,
                });
            }
            if std::mem::take(&mut self.place_wanted) {
                orders.push(Order::SendPlace {
                    worker: number,
                    epoch,
                });
            }
            let first = if self.is_quick() {
                self.piece_for(number)
            } else {
                None
            };
            if let Some(order) = first {
                orders.push(order);
                self.workers[number].activity = Activity::Inquiring;
            } else if let Some(task) = self.next_for(number) {
                orders.push(Order::Run {
                    worker: number,
                    epoch,
                    job: task.job.clone(),
                });
                self.workers[number].activity = Activity::Busy { epoch, task };
            } else if let Some(order) = self.piece_for(number) {
                orders.push(order);
                self.workers[number].activity = Activity::Inquiring;
            }
        }
        orders
    }

    /// Whether the inquiry is one that somebody waits for and that costs less than one replicate: it goes before the
    /// replicates that are still to come, but never before what is pictured.
    fn is_quick(&self) -> bool {
        let pictured = self.queue.front().is_some_and(|task| task.job.frames);
        !pictured
            && self
                .errand
                .as_ref()
                .is_some_and(|errand| errand.waits() && errand.ask().inquiry.listens())
    }

    /// Whether a worker goes to the experiment before it goes to re-runs: every second one does, so that neither waits for the
    /// other to end. What is looked at, and what somebody waits for, goes before both.
    fn is_its_turn(&self, worker: usize) -> bool {
        let pictured = self.place_wanted || self.queue.front().is_some_and(|task| task.job.frames);
        worker % 2 == 1 && !pictured && !self.is_quick()
    }

    /// What a worker without a job is to do for the inquiry.
    fn piece_for(&mut self, worker: usize) -> Option<Order> {
        let errand = self.errand.as_mut()?;
        let (number, ask) = (errand.number(), errand.ask());
        Some(match errand.next_for(worker)? {
            Piece::Task(task) => Order::Ask {
                worker,
                number,
                ask,
                task,
            },
            Piece::Conclusion => Order::Conclude {
                worker,
                number,
                ask,
                parts: errand.parts()?,
            },
        })
    }

    /// What a worker is to do next: what is pictured comes first; of the rest rather a replicate that it had before, because
    /// it keeps spun-up worlds.
    fn next_for(&mut self, worker: usize) -> Option<Task> {
        let count = self.workers.len();
        let urgent = self.queue.front()?.job.frames;
        let own = |task: &Task| task.job.replicate as usize % count == worker;
        let position = if urgent {
            0
        } else {
            self.queue
                .iter()
                .take(LOOK_AHEAD)
                .position(own)
                .unwrap_or(0)
        };
        self.queue.remove(position)
    }

    fn interrupt(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        for (number, worker) in self.workers.iter_mut().enumerate() {
            if matches!(worker.activity, Activity::Busy { epoch, .. } if epoch != self.epoch) {
                worker.activity = Activity::Idle;
                orders.push(Order::Stop(number));
            }
        }
        orders
    }
}
