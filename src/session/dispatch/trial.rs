//! The experiment among the workers: taken on, added to, laid down, and who does what of it.

use super::{Activity, Dispatch, Order};
use crate::session::batch::{Batch, Work};

impl Dispatch {
    /// An experiment, for those who have nothing more urgent. It takes the place of one that is going on.
    pub fn undertake(&mut self, number: u32) -> Vec<Order> {
        let mut orders = self.lay_down();
        self.batch = Some(Batch::new(number));
        orders.extend(self.hand_out());
        orders
    }

    /// More to do for the experiment of a number.
    pub fn add(&mut self, number: u32, work: impl IntoIterator<Item = Work>) -> Vec<Order> {
        if let Some(batch) = self.batch.as_mut().filter(|batch| batch.number() == number) {
            batch.add(work);
        }
        self.hand_out()
    }

    /// The experiment is not wanted any more, or over: those who are at it are ended and started again.
    pub fn lay_down(&mut self) -> Vec<Order> {
        let Some(batch) = self.batch.take() else {
            return Vec::new();
        };
        let mut orders = Vec::new();
        for number in batch.workers() {
            self.workers[number] = self.fresh();
            orders.push(Order::Spawn(number));
        }
        orders
    }

    /// A worker has lived so many worlds of its task of the experiment; how many that makes in all tasks that are out.
    pub fn experiment_lived(&mut self, worker: usize, number: u32, lives: u32) -> Option<u32> {
        let batch = self
            .batch
            .as_mut()
            .filter(|batch| batch.number() == number)?;
        Some(batch.lived(worker, lives))
    }

    /// A worker did a piece of the experiment; whether it was awaited.
    pub fn experiment_done(
        &mut self,
        worker: usize,
        number: u32,
        work: Work,
    ) -> (bool, Vec<Order>) {
        let batch = self.batch.as_mut().filter(|batch| batch.number() == number);
        let awaited = batch.is_some_and(|batch| batch.done(worker, work));
        if awaited {
            self.workers[worker].activity = Activity::Idle;
        }
        (awaited, self.hand_out())
    }

    /// What a worker is to do for the experiment, if anything of it waits.
    pub(super) fn experiment_for(&mut self, worker: usize) -> Vec<Order> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        let number = batch.number();
        let Some(work) = batch.next_for(worker) else {
            return Vec::new();
        };
        let mut orders = Vec::new();
        if self.workers[worker].undertaken.replace(number) != Some(number) {
            orders.push(Order::Undertake { worker, number });
        }
        match work {
            // Whoever is told says how large it is.
            Work::Size => {}
            Work::Task(task) => orders.push(Order::Task {
                worker,
                number,
                task,
            }),
            Work::Gather => orders.push(Order::Gather { worker, number }),
        }
        self.workers[worker].activity = Activity::Experimenting;
        orders
    }
}
