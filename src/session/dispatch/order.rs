//! What the page is to do with a worker.

use crate::ensemble::Job;
use crate::protocol::Ask;

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
    /// Give it a task of an inquiry.
    Ask {
        /// The worker.
        worker: usize,
        /// The inquiry's number.
        number: u32,
        /// What is asked.
        ask: Ask,
        /// Which task.
        task: u32,
    },
    /// Have it answer an inquiry from the parts of all its tasks.
    Conclude {
        /// The worker.
        worker: usize,
        /// The inquiry's number.
        number: u32,
        /// What is asked.
        ask: Ask,
        /// The parts, in the order of the tasks.
        parts: Vec<Vec<u8>>,
    },
    /// Tell it to drop what it is doing: nobody wants that any more.
    Stop(usize),
    /// Ask it whether it is still there.
    Ping(usize),
    /// Give up: the worker died too often on the same job.
    GiveUp,
    /// Tell the page that it is not of the newest build.
    OtherBuild,
    /// Give up an inquiry only: workers died too often on the same task of it.
    Abandon {
        /// The inquiry's number.
        number: u32,
    },
    /// Tell it the experiment.
    Undertake {
        /// The worker.
        worker: usize,
        /// The experiment's number.
        number: u32,
    },
    /// Give it a task of the experiment.
    Task {
        /// The worker.
        worker: usize,
        /// The experiment's number.
        number: u32,
        /// Which task.
        task: u32,
    },
    /// Have it put the results together.
    Gather {
        /// The worker.
        worker: usize,
        /// The experiment's number.
        number: u32,
    },
    /// Give up the experiment only: workers died too often on the same piece of it.
    Fold {
        /// The experiment's number.
        number: u32,
    },
}
