//! Tests of who works on what, with made-up workers that are late, die or close in silence.

use super::dispatch::{Dispatch, Order};
use super::errand::ATTEMPTS;
use super::samples;
use crate::ensemble::{Ensemble, Job, Outcome};
use crate::protocol::Kind;
use proptest::prelude::*;
use std::collections::VecDeque;

fn job(replicate: u32) -> Job {
    Job {
        replicate,
        arms: vec![0, 1],
        frames: replicate == 0,
    }
}

fn jobs(count: u32) -> Vec<Job> {
    (0..count).map(job).collect()
}

fn ready(count: usize) -> Dispatch {
    let (mut dispatch, orders) = Dispatch::of(count, Kind::Answers);
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
            Order::Prepare {
                worker: 0,
                epoch: 1
            },
            Order::SendPlace {
                worker: 0,
                epoch: 1
            },
            Order::Run {
                worker: 0,
                epoch: 1,
                job: job(0)
            },
            Order::Prepare {
                worker: 1,
                epoch: 1
            },
            Order::Run {
                worker: 1,
                epoch: 1,
                job: job(1)
            },
        ]
    );
    assert_eq!(
        dispatch.done(1, 1),
        (
            true,
            vec![Order::Run {
                worker: 1,
                epoch: 1,
                job: job(2)
            }]
        )
    );
    assert_eq!(dispatch.done(0, 1), (true, Vec::new()));
}

#[test]
fn a_place_is_sent_even_when_nothing_is_to_be_run() {
    let mut dispatch = ready(2);
    assert_eq!(
        dispatch.start(1, Vec::new(), true),
        [
            Order::Prepare {
                worker: 0,
                epoch: 1
            },
            Order::SendPlace {
                worker: 0,
                epoch: 1
            }
        ]
    );
}

#[test]
fn a_worker_rather_runs_the_replicates_it_had_before_but_what_is_pictured_comes_first() {
    let mut dispatch = ready(2);
    let replicate = |orders: &[Order], number: usize| {
        orders.iter().find_map(|order| match order {
            Order::Run { worker, job, .. } if *worker == number => Some(job.replicate),
            _ => None,
        })
    };
    let pictured = |arm| Job {
        replicate: 0,
        arms: vec![arm],
        frames: true,
    };
    let orders = dispatch.start(
        1,
        vec![pictured(1), pictured(2), job(1), job(2), job(3), job(4)],
        false,
    );
    assert_eq!(
        (replicate(&orders, 0), replicate(&orders, 1)),
        (Some(0), Some(0))
    );
    assert_eq!(replicate(&dispatch.done(0, 1).1, 0), Some(2));
    assert_eq!(replicate(&dispatch.done(1, 1).1, 1), Some(1));
    assert_eq!(replicate(&dispatch.done(0, 1).1, 0), Some(4));
    assert_eq!(
        replicate(&dispatch.done(0, 1).1, 0),
        Some(3),
        "nobody waits while there is work"
    );
}

#[test]
fn a_new_question_stops_the_old_one_and_keeps_the_workers() {
    let mut dispatch = ready(1);
    dispatch.start(1, jobs(2), false);
    let run = Order::Run {
        worker: 0,
        epoch: 2,
        job: job(0),
    };
    assert_eq!(
        dispatch.start(2, jobs(1), false),
        [
            Order::Stop(0),
            Order::Prepare {
                worker: 0,
                epoch: 2
            },
            run
        ]
    );
    assert_eq!(
        dispatch.done(0, 1),
        (false, Vec::new()),
        "it had finished the old job before it heard of the new one"
    );
    assert_eq!(dispatch.done(0, 2), (true, Vec::new()));
    assert_eq!(
        dispatch.done(0, 2),
        (false, Vec::new()),
        "a job is done once"
    );
}

#[test]
fn a_dead_worker_is_started_again_and_its_job_repeated_three_times_at_most() {
    let mut dispatch = ready(1);
    dispatch.start(1, jobs(1), true);
    for _ in 1..ATTEMPTS {
        assert_eq!(dispatch.died(0), [Order::Spawn(0)]);
        let orders = dispatch.ready(0);
        assert!(
            orders.contains(&Order::Prepare {
                worker: 0,
                epoch: 1
            }),
            "a new worker knows nothing"
        );
        assert!(orders.contains(&Order::SendPlace {
            worker: 0,
            epoch: 1
        }));
        assert_eq!(
            orders.last(),
            Some(&Order::Run {
                worker: 0,
                epoch: 1,
                job: job(0)
            })
        );
    }
    assert_eq!(dispatch.died(0), [Order::GiveUp, Order::Spawn(0)]);
}

#[test]
fn a_worker_that_falls_silent_is_replaced_and_one_that_answers_is_not() {
    let mut dispatch = ready(2);
    dispatch.start(1, jobs(1), false);
    for _ in 0..3 {
        assert_eq!(dispatch.beat(3), [Order::Ping(0), Order::Ping(1)]);
        dispatch.heard(1);
    }
    assert_eq!(dispatch.beat(3), [Order::Spawn(0), Order::Ping(1)]);
    assert_eq!(
        dispatch.beat(3),
        [Order::Ping(1)],
        "who is starting is not asked"
    );
    let orders = dispatch.ready(0);
    assert_eq!(
        orders.last(),
        Some(&Order::Run {
            worker: 0,
            epoch: 1,
            job: job(0)
        })
    );
    assert_eq!(
        dispatch.beat(3),
        [Order::Ping(0), Order::Ping(1)],
        "the new one starts afresh"
    );
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
fn workers_of_another_build_are_tried_again_and_then_told_and_nothing_waits_for_them() {
    let (mut dispatch, _) = Dispatch::new(2);
    dispatch.start(1, jobs(4), true);
    assert!(!dispatch.ready(1).is_empty());
    for _ in 1..ATTEMPTS {
        assert_eq!(
            dispatch.other_build(0),
            [Order::Spawn(0)],
            "a cache may have given an old copy"
        );
    }
    assert_eq!(
        dispatch.other_build(0),
        [Order::OtherBuild],
        "the other worker goes on"
    );
    assert!(dispatch.done(1, 1).0);
    let mut orders = dispatch.died(1);
    while orders.last() == Some(&Order::Spawn(1)) {
        orders = dispatch.other_build(1);
    }
    assert_eq!(
        orders,
        [Order::OtherBuild, Order::GiveUp],
        "what waits is given back and does not hang"
    );
    assert_eq!(dispatch.start(2, jobs(1), false), [Order::GiveUp]);
    assert_eq!(dispatch.undertake(7), [Order::Fold { number: 7 }]);
    assert_eq!(dispatch.start(3, Vec::new(), false), []);
}

#[test]
fn cancelling_empties_the_queue() {
    let mut dispatch = ready(2);
    dispatch.start(1, jobs(9), false);
    assert_eq!(dispatch.cancel(), [Order::Stop(0), Order::Stop(1)]);
    assert_eq!(dispatch.done(0, 1), (false, Vec::new()));
    let orders = dispatch.start(2, jobs(1), false);
    assert_eq!(
        orders,
        [
            Order::Prepare {
                worker: 0,
                epoch: 2
            },
            Order::Run {
                worker: 0,
                epoch: 2,
                job: job(0)
            }
        ]
    );
}

/// Workers as a browser has them: each has one job at most, answers come late and in any order.
struct Machine {
    dispatch: Dispatch,
    /// What a worker is doing.
    doing: Vec<Option<(u32, Job)>>,
    /// Workers that are starting.
    starting: Vec<usize>,
    /// Answers that are on their way to the page, oldest first, worker by worker.
    posted: Vec<VecDeque<(u32, Job)>>,
    gave_up: bool,
}

impl Machine {
    fn new(workers: usize) -> Self {
        let (dispatch, orders) = Dispatch::new(workers);
        let posted = vec![VecDeque::new(); workers];
        let mut machine = Self {
            dispatch,
            doing: vec![None; workers],
            starting: Vec::new(),
            posted,
            gave_up: false,
        };
        machine.carry_out(orders);
        machine
    }

    fn carry_out(&mut self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Spawn(worker) => {
                    // Whatever it said before is not listened to any more.
                    self.doing[worker] = None;
                    self.posted[worker].clear();
                    self.starting.push(worker);
                }
                Order::Run { worker, epoch, job } => {
                    assert!(
                        self.doing[worker].replace((epoch, job)).is_none(),
                        "worker {worker} has a job already"
                    );
                }
                Order::Stop(worker) => self.doing[worker] = None,
                Order::GiveUp => self.gave_up = true,
                Order::OtherBuild => unreachable!("all of these are of one build"),
                Order::Prepare { .. } | Order::SendPlace { .. } | Order::Ping(_) => {}
                Order::Ask { .. } | Order::Conclude { .. } | Order::Abandon { .. } => {
                    panic!("nobody asked anything")
                }
                Order::Undertake { .. }
                | Order::Task { .. }
                | Order::Gather { .. }
                | Order::Fold { .. } => {
                    panic!("nobody set up an experiment")
                }
            }
        }
    }

    /// One thing happens: a worker comes up, finishes, is heard, or dies. Gives the job that the page takes in.
    fn happen(&mut self, worker: usize, dies: bool) -> Option<(u32, Job)> {
        if let Some(position) = self.starting.iter().position(|w| *w == worker) {
            self.starting.remove(position);
            let orders = self.dispatch.ready(worker);
            self.carry_out(orders);
        } else if dies {
            let orders = self.dispatch.died(worker);
            self.carry_out(orders);
        } else if let Some((epoch, job)) = self.posted[worker].pop_front() {
            let (awaited, orders) = self.dispatch.done(worker, epoch);
            self.carry_out(orders);
            return awaited.then_some((epoch, job));
        } else if let Some(done) = self.doing[worker].take() {
            self.posted[worker].push_back(done);
        }
        None
    }
}

proptest! {
    /// Whatever the number of workers, the order of arrival, deaths and questions dropped half-way: every job of the last
    /// question is taken in once, and what they come to together is the same to the bit.
    #[test]
    fn every_job_is_taken_in_once_and_the_sum_is_the_same(
        workers in 1..6_usize,
        count in 1..40_u32,
        deaths in 0..ATTEMPTS,
        events in prop::collection::vec((0..6_usize, prop::bool::weighted(0.1)), 0..60),
        cancel in prop::bool::ANY,
        new_question_after in 0..40_usize,
    ) {
        let scenario = samples::scenario();
        let mut machine = Machine::new(workers);
        let orders = machine.dispatch.start(1, jobs(7), true);
        machine.carry_out(orders);
        let mut deaths = deaths;
        let (mut seen, mut epoch) = (Vec::new(), 1);
        let endless = (0..10_000).map(|k| (k, false));
        for (k, (worker, dies)) in events.into_iter().chain(endless).enumerate() {
            if k == new_question_after {
                if cancel {
                    let orders = machine.dispatch.cancel();
                    machine.carry_out(orders);
                }
                epoch = 2;
                let orders = machine.dispatch.start(2, jobs(count), true);
                machine.carry_out(orders);
            }
            let dies = dies && deaths > 0;
            deaths -= u32::from(dies);
            if let Some((of, job)) = machine.happen(worker % workers, dies) {
                prop_assert_eq!(of, epoch, "an answer to an old question is nobody's");
                if of == 2 { seen.push(job); }
            }
        }
        prop_assert!(!machine.gave_up);
        let sum = |jobs: &[Job]| {
            let mut ensemble = Ensemble::default();
            for job in jobs {
                let whole = samples::outcome(&scenario, job.replicate, 1.5);
                ensemble.add(Outcome { replicate: job.replicate, arms: whole.arms.into_iter().filter(|a| job.arms.contains(&a.arm)).collect() });
            }
            (ensemble.fingerprint(), ensemble)
        };
        prop_assert_eq!(sum(&seen), sum(&jobs(count)));
        seen.sort_by_key(|job| job.replicate);
        prop_assert_eq!(seen, jobs(count));
    }
}

mod experiments {
    use super::super::batch::Work;
    use super::*;

    fn sized(workers: usize) -> Dispatch {
        let mut dispatch = ready(workers);
        assert_eq!(
            dispatch.undertake(1),
            [Order::Undertake {
                worker: 0,
                number: 1
            }]
        );
        assert_eq!(
            dispatch.experiment_done(0, 1, Work::Size),
            (true, Vec::new())
        );
        dispatch
    }

    #[test]
    fn all_who_have_nothing_else_work_on_it_and_the_last_puts_it_together() {
        let mut dispatch = sized(2);
        let orders = dispatch.add(1, (0..3).map(Work::Task));
        let told = Order::Undertake {
            worker: 1,
            number: 1,
        };
        assert_eq!(
            orders,
            [
                Order::Task {
                    worker: 0,
                    number: 1,
                    task: 0
                },
                told,
                Order::Task {
                    worker: 1,
                    number: 1,
                    task: 1
                }
            ]
        );
        assert_eq!(dispatch.experiment_lived(1, 1, 2), Some(2));
        assert_eq!(
            dispatch.experiment_done(1, 1, Work::Size),
            (false, Vec::new()),
            "only the first to say so sized it"
        );
        assert_eq!(
            dispatch.experiment_done(1, 1, Work::Task(1)),
            (
                true,
                vec![Order::Task {
                    worker: 1,
                    number: 1,
                    task: 2
                }]
            )
        );
        assert!(dispatch.experiment_done(0, 1, Work::Task(0)).1.is_empty());
        assert!(dispatch.experiment_done(1, 1, Work::Task(2)).0);
        assert_eq!(
            dispatch.add(1, [Work::Gather]),
            [Order::Gather {
                worker: 0,
                number: 1
            }]
        );
        assert!(dispatch.experiment_done(0, 1, Work::Gather).0 && dispatch.lay_down().is_empty());
    }

    #[test]
    fn re_runs_and_the_experiment_share_the_workers_and_what_is_pictured_comes_first() {
        let mut dispatch = sized(2);
        dispatch.start(1, jobs(6), false);
        // Both have a job; the second goes to the experiment when it is free, the first goes on with re-runs.
        dispatch.add(1, (0..4).map(Work::Task));
        let orders = dispatch.done(1, 1).1;
        assert!(
            orders.contains(&Order::Task {
                worker: 1,
                number: 1,
                task: 0
            }),
            "{orders:?}"
        );
        assert!(matches!(
            dispatch.done(0, 1).1[..],
            [Order::Run { worker: 0, .. }]
        ));
        let orders = dispatch.start(2, vec![job(0)], true);
        assert!(
            orders.contains(&Order::Stop(0))
                && orders.contains(&Order::Run {
                    worker: 0,
                    epoch: 2,
                    job: job(0)
                }),
            "{orders:?}"
        );
        assert!(
            !orders.contains(&Order::Spawn(1)),
            "a new question drops no experiment"
        );
    }

    #[test]
    fn one_is_called_away_when_all_are_at_it_and_its_task_is_not_lost() {
        let mut dispatch = sized(2);
        dispatch.add(1, (0..2).map(Work::Task));
        assert_eq!(dispatch.start(1, jobs(1), false), [Order::Spawn(0)]);
        let orders = dispatch.ready(0);
        assert!(
            orders.contains(&Order::Run {
                worker: 0,
                epoch: 1,
                job: job(0)
            }),
            "{orders:?}"
        );
        let orders = dispatch.experiment_done(1, 1, Work::Task(1)).1;
        assert_eq!(
            orders,
            [Order::Task {
                worker: 1,
                number: 1,
                task: 0
            }]
        );
    }

    #[test]
    fn a_task_of_a_dead_worker_is_done_again_and_too_many_deaths_end_it() {
        let mut dispatch = sized(1);
        dispatch.add(1, [Work::Task(0)]);
        for attempt in 1..=ATTEMPTS {
            let orders = dispatch.died(0);
            assert_eq!(
                orders.contains(&Order::Fold { number: 1 }),
                attempt == ATTEMPTS,
                "{orders:?}"
            );
            assert!(orders.contains(&Order::Spawn(0)));
            if attempt < ATTEMPTS {
                let again = [
                    Order::Undertake {
                        worker: 0,
                        number: 1,
                    },
                    Order::Task {
                        worker: 0,
                        number: 1,
                        task: 0,
                    },
                ];
                assert_eq!(dispatch.ready(0), again);
            }
        }
        assert!(dispatch.ready(0).is_empty());
    }

    #[test]
    fn what_is_not_wanted_any_more_ends_those_who_are_at_it() {
        let mut dispatch = sized(2);
        dispatch.add(1, [Work::Task(0)]);
        assert_eq!(dispatch.lay_down(), [Order::Spawn(0)]);
        assert_eq!(
            dispatch.experiment_done(0, 1, Work::Task(0)),
            (false, Vec::new()),
            "late words are nobody's"
        );
        assert_eq!(dispatch.experiment_lived(0, 1, 1), None);
    }
}
