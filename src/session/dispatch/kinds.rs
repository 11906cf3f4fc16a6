//! Which kind of worker each one is: started as what the model needs, and as more only where a task asks for it.

use super::{Activity, Dispatch, Order, Worker};
use crate::protocol::Kind;

impl Worker {
    /// One of a kind that starts with nothing to do.
    fn of(kind: Kind) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }
}

impl Dispatch {
    /// What a worker is, or is being started as.
    pub fn kind(&self, worker: usize) -> Kind {
        self.workers[worker].kind
    }

    /// A worker that starts with nothing to do.
    pub(super) fn fresh(&self) -> Worker {
        Worker::of(self.first)
    }

    /// Starts a worker as one of a kind, where it is none.
    fn raised(&mut self, worker: usize, kind: Kind) -> Option<Order> {
        (self.workers[worker].kind < kind).then(|| {
            self.workers[worker] = Worker::of(kind);
            Order::Spawn(worker)
        })
    }

    /// Where a worker's next piece is one of the inquiry, and of a kind that it cannot do: what it is started as.
    pub(super) fn raised_for_inquiry(&mut self, worker: usize) -> Option<Order> {
        let errand = self.errand.as_ref().filter(|errand| errand.waits())?;
        if !self.queue.is_empty() || self.place_wanted {
            return None;
        }
        self.raised(worker, errand.ask().inquiry.needs())
    }

    /// Where a worker's next piece is one of the experiment, and it cannot do it: what it is started as.
    pub(super) fn raised_for_experiment(&mut self, worker: usize) -> Option<Order> {
        self.batch.as_ref().filter(|batch| batch.waits())?;
        self.raised(worker, Kind::Answers)
    }

    /// Those that answer cannot be started here: what they are needed for is given back, and the worker goes on as what it
    /// was before.
    pub(super) fn without_answers(&mut self, worker: usize) -> Vec<Order> {
        self.workers[worker] = self.fresh();
        let needs_them = |dispatch: &Self| {
            let errand = dispatch.errand.as_ref();
            errand.is_some_and(|errand| errand.ask().inquiry.needs() > dispatch.first)
        };
        let mut orders = Vec::new();
        if needs_them(self) {
            orders.extend(self.errand.as_ref().map(|errand| Order::Abandon {
                number: errand.number(),
            }));
            orders.extend(self.drop_inquiry());
        }
        orders.extend(self.batch.as_ref().map(|batch| Order::Fold {
            number: batch.number(),
        }));
        orders.extend(self.lay_down());
        for (number, other) in self.workers.iter_mut().enumerate() {
            if other.activity == Activity::Starting && other.kind > self.first {
                *other = Worker::of(self.first);
                orders.push(Order::Spawn(number));
            }
        }
        orders.push(Order::Spawn(worker));
        orders
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Job;
    use crate::protocol::{Ask, Inquiry};
    use crate::session::errand::ATTEMPTS;

    const ASK: Ask = Ask {
        inquiry: Inquiry::Layers,
        people: 600,
        samples: 1,
    };

    fn ready(workers: usize) -> Dispatch {
        let (mut dispatch, _) = Dispatch::new(workers);
        (0..workers).for_each(|worker| {
            dispatch.ready(worker);
        });
        dispatch.start(1, Vec::new(), false);
        dispatch
    }

    fn job(replicate: u32) -> Job {
        Job {
            replicate,
            arms: vec![0],
            frames: false,
        }
    }

    #[test]
    fn who_is_asked_something_is_started_as_one_that_answers_and_still_lives_worlds() {
        let mut dispatch = ready(1);
        assert_eq!(dispatch.inquire(1, ASK), [Order::Spawn(0)]);
        assert_eq!(dispatch.kind(0), Kind::Answers);
        let orders = dispatch.ready(0);
        assert!(
            matches!(orders[1], Order::Ask { task: 0, .. }),
            "{orders:?}"
        );
        let parts: Vec<Order> = (0..ASK.tasks())
            .flat_map(|task| dispatch.part(0, 1, task, vec![1]))
            .collect();
        assert!(
            matches!(parts.last(), Some(Order::Conclude { .. })),
            "{parts:?}"
        );
        assert!(dispatch.concluded(0, 1).0);
        let orders = dispatch.more(vec![job(0)]);
        assert!(matches!(orders[..], [Order::Run { .. }]), "{orders:?}");
    }

    #[test]
    fn re_runs_and_lives_need_no_more_than_the_model() {
        let mut dispatch = ready(2);
        dispatch.more(vec![job(0), job(1)]);
        assert_eq!(dispatch.inquire(1, ASK), [], "re-runs go first");
        assert_eq!(dispatch.done(0, 1).1, [Order::Spawn(0)]);
        assert_eq!(dispatch.kind(1), Kind::Model);
        let life = Inquiry::Life {
            person: 3,
            arms: [0, 1],
        };
        let mut dispatch = ready(1);
        let orders = dispatch.inquire(
            2,
            Ask {
                inquiry: life,
                ..ASK
            },
        );
        assert!(
            matches!(orders[..], [Order::Prepare { .. }, Order::Ask { .. }]),
            "{orders:?}"
        );
        assert_eq!(dispatch.kind(0), Kind::Model);
    }

    #[test]
    fn an_experiment_starts_them_too_and_without_them_worlds_go_on() {
        let mut dispatch = ready(2);
        assert_eq!(dispatch.undertake(7), [Order::Spawn(0), Order::Spawn(1)]);
        for _ in 1..ATTEMPTS {
            assert_eq!(dispatch.died(1), [Order::Spawn(1)]);
        }
        let orders = dispatch.died(1);
        let back = [Order::Fold { number: 7 }, Order::Spawn(0), Order::Spawn(1)];
        assert_eq!(orders, back);
        assert_eq!(
            (dispatch.kind(0), dispatch.kind(1)),
            (Kind::Model, Kind::Model)
        );
        dispatch.start(2, vec![job(0)], false);
        assert!(matches!(dispatch.ready(1).last(), Some(Order::Run { .. })));
        assert_eq!(dispatch.inquire(3, ASK), []);
        dispatch.ready(0);
        for _ in 1..ATTEMPTS {
            assert_eq!(dispatch.other_build(0), [Order::Spawn(0)]);
        }
        let orders = dispatch.other_build(0);
        assert_eq!(
            orders[..2],
            [Order::OtherBuild, Order::Abandon { number: 3 }]
        );
    }
}
