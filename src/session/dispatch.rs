//! Who works on what: a queue of jobs over a handful of workers that may be busy with yesterday's question, or die.
//!
//! Pure: it is told what happened and says what to do. It knows no browser; a worker is a number.

use crate::ensemble::Job;
use std::collections::VecDeque;

/// How often a job is tried on a fresh worker before it is given up.
pub const ATTEMPTS: u32 = 3;

/// What the page is to do with a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Start it (again): what ran there is gone.
    Spawn(usize),
    /// Tell it the scenario of this epoch.
    Prepare {
        /// The worker.
        worker: usize,
        /// The scenario's number.
        epoch: u32,
    },
    /// Ask it for the place, for drawing.
    SendPlace {
        /// The worker.
        worker: usize,
        /// The scenario's number.
        epoch: u32,
    },
    /// Give it a job.
    Run {
        /// The worker.
        worker: usize,
        /// The scenario's number.
        epoch: u32,
        /// The job.
        job: Job,
    },
    /// Give up: the worker died too often on the same job.
    GiveUp,
}

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
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Worker {
    activity: Activity,
    /// The scenario it was told last.
    prepared: Option<u32>,
    /// How often it died before it said it was ready.
    stillborn: u32,
}

/// The workers and what waits for them.
#[derive(Clone, Debug, Default)]
pub struct Dispatch {
    workers: Vec<Worker>,
    queue: VecDeque<Task>,
    epoch: u32,
    place_wanted: bool,
}

impl Dispatch {
    /// As many workers as asked for, all to be started.
    pub fn new(workers: usize) -> (Self, Vec<Order>) {
        let dispatch = Self { workers: vec![Worker::default(); workers.max(1)], ..Self::default() };
        let orders = (0..dispatch.workers.len()).map(Order::Spawn).collect();
        (dispatch, orders)
    }

    /// A new question: what waits is dropped. When nobody is free, those busy with the old one are started again.
    pub fn start(&mut self, epoch: u32, jobs: Vec<Job>, place_wanted: bool) -> Vec<Order> {
        self.epoch = epoch;
        self.place_wanted = place_wanted;
        self.queue = jobs.into_iter().map(|job| Task { job, attempts: 0 }).collect();
        let mut orders = self.hand_out();
        if !self.queue.is_empty() {
            orders.extend(self.interrupt());
        }
        orders
    }

    /// More of the same question.
    pub fn more(&mut self, jobs: Vec<Job>) -> Vec<Order> {
        self.queue.extend(jobs.into_iter().map(|job| Task { job, attempts: 0 }));
        self.hand_out()
    }

    /// Nothing more is wanted; who is busy is started again.
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

    /// A worker finished its job (or said that it could not).
    pub fn done(&mut self, worker: usize) -> Vec<Order> {
        if matches!(self.workers[worker].activity, Activity::Busy { .. }) {
            self.workers[worker].activity = Activity::Idle;
        }
        self.hand_out()
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
            Activity::Starting => {
                self.workers[worker].stillborn += 1;
                if self.workers[worker].stillborn >= ATTEMPTS {
                    // A machine that cannot start one worker may still have others.
                    let hopeless = self.workers.iter().all(|w| w.stillborn >= ATTEMPTS);
                    return if hopeless { vec![Order::GiveUp] } else { Vec::new() };
                }
            }
            _ => {}
        }
        self.workers[worker].prepared = None;
        orders.push(Order::Spawn(worker));
        orders
    }

    fn hand_out(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        for (number, worker) in self.workers.iter_mut().enumerate() {
            if worker.activity != Activity::Idle {
                continue;
            }
            let Some(task) = self.queue.pop_front() else { break };
            if worker.prepared != Some(self.epoch) {
                worker.prepared = Some(self.epoch);
                orders.push(Order::Prepare { worker: number, epoch: self.epoch });
            }
            if std::mem::take(&mut self.place_wanted) {
                orders.push(Order::SendPlace { worker: number, epoch: self.epoch });
            }
            orders.push(Order::Run { worker: number, epoch: self.epoch, job: task.job.clone() });
            worker.activity = Activity::Busy { epoch: self.epoch, task };
        }
        orders
    }

    fn interrupt(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        for (number, worker) in self.workers.iter_mut().enumerate() {
            if matches!(worker.activity, Activity::Busy { epoch, .. } if epoch != self.epoch) {
                *worker = Worker::default();
                orders.push(Order::Spawn(number));
            }
        }
        orders
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn job(replicate: u32) -> Job {
        Job { replicate, arms: vec![0, 1], frames: replicate == 0 }
    }

    fn jobs(count: u32) -> Vec<Job> {
        (0..count).map(job).collect()
    }

    fn ready(count: usize) -> Dispatch {
        let (mut dispatch, orders) = Dispatch::new(count);
        assert_eq!(orders.len(), count);
        for worker in 0..count {
            assert!(dispatch.ready(worker).is_empty());
        }
        dispatch
    }

    #[test]
    fn the_first_job_goes_out_first_with_scenario_and_place() {
        let mut dispatch = ready(2);
        let orders = dispatch.start(1, jobs(3), true);
        assert_eq!(
            orders,
            [
                Order::Prepare { worker: 0, epoch: 1 },
                Order::SendPlace { worker: 0, epoch: 1 },
                Order::Run { worker: 0, epoch: 1, job: job(0) },
                Order::Prepare { worker: 1, epoch: 1 },
                Order::Run { worker: 1, epoch: 1, job: job(1) },
            ]
        );
        assert_eq!(dispatch.done(1), [Order::Run { worker: 1, epoch: 1, job: job(2) }]);
        assert!(dispatch.done(0).is_empty());
    }

    #[test]
    fn a_new_question_interrupts_only_who_is_needed() {
        let mut dispatch = ready(1);
        dispatch.start(1, jobs(2), false);
        assert_eq!(dispatch.start(2, jobs(1), false), [Order::Spawn(0)], "busy with the old question");
        let orders = dispatch.ready(0);
        assert_eq!(orders.last(), Some(&Order::Run { worker: 0, epoch: 2, job: job(0) }));

        let mut dispatch = ready(2);
        dispatch.start(1, jobs(1), false);
        let orders = dispatch.start(2, jobs(1), false);
        assert!(!orders.iter().any(|o| matches!(o, Order::Spawn(_))), "the other worker is free: {orders:?}");
    }

    #[test]
    fn a_dead_worker_is_started_again_and_its_job_repeated_three_times_at_most() {
        let mut dispatch = ready(1);
        dispatch.start(1, jobs(1), true);
        for _ in 1..ATTEMPTS {
            assert_eq!(dispatch.died(0), [Order::Spawn(0)]);
            let orders = dispatch.ready(0);
            assert!(orders.contains(&Order::Prepare { worker: 0, epoch: 1 }), "a new worker knows nothing");
            assert!(orders.contains(&Order::SendPlace { worker: 0, epoch: 1 }));
            assert_eq!(orders.last(), Some(&Order::Run { worker: 0, epoch: 1, job: job(0) }));
        }
        assert_eq!(dispatch.died(0), [Order::GiveUp, Order::Spawn(0)]);
    }

    #[test]
    fn workers_that_never_start_are_not_started_for_ever() {
        let (mut dispatch, _) = Dispatch::new(1);
        for _ in 1..ATTEMPTS {
            assert_eq!(dispatch.died(0), [Order::Spawn(0)]);
        }
        assert_eq!(dispatch.died(0), [Order::GiveUp]);
    }

    #[test]
    fn cancelling_empties_the_queue() {
        let mut dispatch = ready(2);
        dispatch.start(1, jobs(9), false);
        assert_eq!(dispatch.cancel(), [Order::Spawn(0), Order::Spawn(1)]);
        assert!(dispatch.ready(0).is_empty() && dispatch.ready(1).is_empty());
    }

    proptest! {
        #[test]
        fn every_job_of_the_last_question_is_done_once(deaths in prop::collection::vec(0..3_usize, 0..4), count in 1..12_u32) {
            let mut dispatch = ready(3);
            let mut orders = dispatch.start(1, jobs(5), true);
            orders.extend(dispatch.start(2, jobs(count), true));
            let mut deaths = deaths.into_iter();
            let mut done = Vec::new();
            while !orders.is_empty() {
                let mut next = Vec::new();
                for order in orders {
                    match order {
                        Order::Spawn(worker) => next.extend(dispatch.ready(worker)),
                        Order::Run { worker, epoch, job } => {
                            if dispatch.workers[worker].activity != (Activity::Busy { epoch, task: Task { job: job.clone(), attempts: attempts(&dispatch, worker) } }) {
                                continue;
                            }
                            if deaths.next() == Some(worker) {
                                next.extend(dispatch.died(worker));
                            } else {
                                if epoch == 2 { done.push(job.replicate); }
                                next.extend(dispatch.done(worker));
                            }
                        }
                        Order::GiveUp => return Ok(()),
                        _ => {}
                    }
                }
                orders = next;
            }
            done.sort_unstable();
            prop_assert_eq!(done, (0..count).collect::<Vec<_>>());
        }
    }

    fn attempts(dispatch: &Dispatch, worker: usize) -> u32 {
        match &dispatch.workers[worker].activity {
            Activity::Busy { task, .. } => task.attempts,
            _ => 0,
        }
    }
}
