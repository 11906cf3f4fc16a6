//! Tests of inquiries among made-up workers: after the re-runs, dropped with the question, repeated when a worker dies.

use super::dispatch::{Dispatch, Order};
use super::errand::ATTEMPTS;
use crate::ensemble::Job;
use crate::protocol::{Ask, Inquiry, Kind};
use proptest::prelude::*;

const ASK: Ask = Ask {
    inquiry: Inquiry::Evaluation,
    people: 500,
    samples: 3,
};

fn ready(count: usize) -> Dispatch {
    let (mut dispatch, _) = Dispatch::of(count, Kind::Answers);
    for worker in 0..count {
        assert!(dispatch.ready(worker).is_empty());
    }
    dispatch
}

fn job(replicate: u32) -> Job {
    Job {
        replicate,
        arms: vec![0],
        frames: false,
    }
}

fn ask(worker: usize, task: u32) -> Order {
    Order::Ask {
        worker,
        number: 1,
        ask: ASK,
        task,
    }
}

#[test]
fn re_runs_come_first_then_tasks_and_at_the_end_the_conclusion() {
    let mut dispatch = ready(2);
    dispatch.start(1, vec![job(0), job(1), job(2)], false);
    assert_eq!(dispatch.inquire(1, ASK), [], "everybody is busy");
    assert_eq!(
        dispatch.done(0, 1).1,
        [Order::Run {
            worker: 0,
            epoch: 1,
            job: job(2)
        }]
    );
    assert_eq!(dispatch.done(1, 1).1, [ask(1, 0)]);
    assert_eq!(dispatch.done(0, 1).1, [ask(0, 1)]);
    assert_eq!(dispatch.lived(1, 1, 2), Some(2));
    assert_eq!(dispatch.part(1, 1, 0, vec![10]), [ask(1, 2)]);
    assert_eq!(dispatch.lived(1, 1, 1), Some(ASK.lives_a_task() + 1));
    assert_eq!(dispatch.part(1, 1, 2, vec![12]), []);
    let parts = vec![vec![10], vec![11], vec![12]];
    assert_eq!(
        dispatch.part(0, 1, 1, vec![11]),
        [Order::Conclude {
            worker: 0,
            number: 1,
            ask: ASK,
            parts
        }]
    );
    assert_eq!(dispatch.concluded(0, 1), (true, Vec::new()));
    assert_eq!(dispatch.concluded(0, 1), (false, Vec::new()), "once");
    assert_eq!(dispatch.lived(0, 1, 1), None);
}

#[test]
fn more_re_runs_of_the_same_question_come_before_the_tasks_that_wait() {
    let mut dispatch = ready(1);
    dispatch.start(1, Vec::new(), true);
    assert_eq!(dispatch.inquire(1, ASK), [ask(0, 0)]);
    assert_eq!(dispatch.more(vec![job(7)]), []);
    assert_eq!(
        dispatch.part(0, 1, 0, Vec::new()),
        [Order::Run {
            worker: 0,
            epoch: 1,
            job: job(7)
        }]
    );
    assert_eq!(dispatch.done(0, 1), (true, vec![ask(0, 1)]));
}

#[test]
fn a_new_question_and_a_change_of_mind_free_the_workers_at_once() {
    let mut dispatch = ready(2);
    dispatch.start(1, vec![job(0)], false);
    assert_eq!(
        dispatch.inquire(1, ASK),
        [
            Order::Prepare {
                worker: 1,
                epoch: 1
            },
            ask(1, 0)
        ]
    );
    assert_eq!(
        dispatch.start(2, Vec::new(), false),
        [Order::Stop(0), Order::Spawn(1)],
        "a task hears nothing: its worker is ended"
    );
    assert_eq!(dispatch.ready(1), []);
    assert_eq!(
        dispatch.part(0, 1, 0, Vec::new()),
        [],
        "late words are nobody's"
    );
    let orders = dispatch.inquire(2, ASK);
    assert_eq!(
        orders
            .iter()
            .filter(|order| matches!(order, Order::Ask { number: 2, .. }))
            .count(),
        2
    );
    assert_eq!(dispatch.drop_inquiry(), [Order::Spawn(0), Order::Spawn(1)]);
    assert_eq!(dispatch.ready(0), []);
}

#[test]
fn a_task_on_which_workers_die_is_tried_three_times_and_then_only_the_inquiry_is_given_up() {
    let mut dispatch = ready(1);
    dispatch.start(1, Vec::new(), true);
    dispatch.inquire(1, ASK);
    for _ in 1..ATTEMPTS {
        assert_eq!(dispatch.died(0), [Order::Spawn(0)]);
        assert_eq!(
            dispatch.ready(0),
            [
                Order::Prepare {
                    worker: 0,
                    epoch: 1
                },
                ask(0, 0)
            ]
        );
    }
    assert_eq!(
        dispatch.died(0),
        [Order::Abandon { number: 1 }, Order::Spawn(0)]
    );
    dispatch.ready(0);
    assert_eq!(
        dispatch.more(vec![job(0)]).last(),
        Some(&Order::Run {
            worker: 0,
            epoch: 1,
            job: job(0)
        }),
        "runs go on"
    );
}

#[test]
fn a_worker_at_a_long_task_lives_as_long_as_it_tells() {
    let mut dispatch = ready(1);
    dispatch.start(1, Vec::new(), true);
    dispatch.inquire(1, ASK);
    for lives in 0..10 {
        assert_eq!(dispatch.beat(1), [Order::Ping(0)]);
        dispatch.heard(0);
        dispatch.lived(0, 1, lives);
    }
    dispatch.beat(1);
    assert_eq!(
        dispatch.beat(1),
        [Order::Spawn(0)],
        "it told nothing for too long"
    );
    assert_eq!(
        dispatch.ready(0).last(),
        Some(&ask(0, 0)),
        "the task is repeated"
    );
}

proptest! {
    /// Whatever the number of workers and whoever dies: the conclusion gets every part once, in the order of the tasks.
    #[test]
    fn the_conclusion_has_all_parts_in_order(
        workers in 1..5_usize,
        samples in 1..20_u32,
        deaths in 0..ATTEMPTS,
        events in prop::collection::vec((0..5_usize, prop::bool::weighted(0.15)), 0..60),
    ) {
        let ask = Ask { samples, ..ASK };
        let mut dispatch = ready(workers);
        let mut doing: Vec<Option<u32>> = vec![None; workers];
        let mut starting = vec![false; workers];
        let mut concluded = None;
        let mut deaths = deaths;
        let mut orders = dispatch.start(1, Vec::new(), true);
        orders.extend(dispatch.inquire(1, ask));
        for (worker, dies) in events.into_iter().chain((0..1_000).map(|k| (k, false))) {
            for order in orders.drain(..) {
                match order {
                    Order::Ask { worker, task, .. } => prop_assert!(doing[worker].replace(task).is_none()),
                    Order::Spawn(worker) => (doing[worker], starting[worker]) = (None, true),
                    Order::Conclude { parts, .. } => concluded = Some(parts),
                    Order::Abandon { .. } | Order::GiveUp => prop_assert!(false, "given up"),
                    _ => {}
                }
            }
            let worker = worker % workers;
            orders = if std::mem::take(&mut starting[worker]) {
                dispatch.ready(worker)
            } else if dies && deaths > 0 && concluded.is_none() {
                deaths -= 1;
                dispatch.died(worker)
            } else if let Some(task) = doing[worker].take() {
                dispatch.part(worker, 1, task, vec![task as u8])
            } else {
                Vec::new()
            };
        }
        prop_assert_eq!(concluded, Some((0..samples).map(|task| vec![task as u8]).collect::<Vec<_>>()));
    }
}
