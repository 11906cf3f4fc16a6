//! What becomes of the work when workers are of another build than the page, or when none is left: it is given back with a word and
//! waits for nobody. Knows no reason why a worker cannot start.

use super::{ATTEMPTS, Activity, Dispatch, Order};

impl Dispatch {
    /// A worker says that it is of another build than the page. A cache may have given an old copy, so it is started anew, but not for
    /// ever: then the page is told, whether or not others still work.
    pub fn other_build(&mut self, worker: usize) -> Vec<Order> {
        let last = self.workers[worker].stillborn + 1 >= ATTEMPTS;
        let mut orders = self.died(worker);
        if last {
            // First, so that whatever is given up is given up for this reason.
            orders.insert(0, Order::OtherBuild);
        }
        orders
    }

    /// Whether a worker has said that it is up since it was started.
    pub fn is_up(&self, worker: usize) -> bool {
        self.workers[worker].activity != Activity::Starting
    }

    /// Whether no worker can be started any more.
    pub(super) fn nobody_is_left(&self) -> bool {
        self.workers
            .iter()
            .all(|worker| worker.stillborn >= ATTEMPTS)
    }

    /// Gives back everything that waits: nobody will come for it.
    pub(super) fn give_back(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        if !self.queue.is_empty() || self.place_wanted {
            self.queue.clear();
            self.place_wanted = false;
            orders.push(Order::GiveUp);
        }
        orders.extend(self.errand.take().map(|errand| Order::Abandon {
            number: errand.number(),
        }));
        orders.extend(self.batch.take().map(|batch| Order::Fold {
            number: batch.number(),
        }));
        orders
    }
}
