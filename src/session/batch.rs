//! An experiment on its way: which of its tasks wait, which are out. Pure; a worker is a number here, and parts are somebody else's.

use super::errand::ATTEMPTS;
use std::collections::VecDeque;

/// A piece of work for a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Make the experiment ready and say how large it is.
    Size,
    /// A task.
    Task(u32),
    /// Put the results together from the parts of all tasks.
    Gather,
}

#[derive(Clone, Copy, Debug)]
struct Out {
    worker: usize,
    work: Work,
    attempts: u32,
    lives: u32,
}

/// An experiment whose tasks are shared out among workers.
#[derive(Clone, Debug)]
pub struct Batch {
    number: u32,
    waiting: VecDeque<(Work, u32)>,
    out: Vec<Out>,
}

impl Batch {
    /// An experiment about to begin: nobody knows yet how large it is.
    pub fn new(number: u32) -> Self {
        Self {
            number,
            waiting: VecDeque::from([(Work::Size, 0)]),
            out: Vec::new(),
        }
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// More to do.
    pub fn add(&mut self, work: impl IntoIterator<Item = Work>) {
        self.waiting.extend(work.into_iter().map(|work| (work, 0)));
    }

    /// Whether something waits for a worker.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The next piece, for a worker that has nothing else to do.
    pub fn next_for(&mut self, worker: usize) -> Option<Work> {
        let (work, attempts) = self.waiting.pop_front()?;
        self.out.push(Out {
            worker,
            work,
            attempts,
            lives: 0,
        });
        Some(work)
    }

    /// Who is working on it.
    pub fn workers(&self) -> Vec<usize> {
        self.out.iter().map(|out| out.worker).collect()
    }

    /// A worker has lived so many worlds of its task; how many that makes in all tasks that are out.
    pub fn lived(&mut self, worker: usize, lives: u32) -> u32 {
        if let Some(out) = self.out.iter_mut().find(|out| out.worker == worker) {
            out.lives = lives;
        }
        self.out.iter().map(|out| out.lives).sum()
    }

    /// A worker did its piece; whether that was awaited.
    pub fn done(&mut self, worker: usize, work: Work) -> bool {
        let position = self
            .out
            .iter()
            .position(|out| out.worker == worker && out.work == work);
        position
            .map(|position| self.out.swap_remove(position))
            .is_some()
    }

    /// A worker is needed elsewhere: its piece waits again, before all others.
    pub fn put_back(&mut self, worker: usize) {
        if let Some(position) = self.out.iter().position(|out| out.worker == worker) {
            let out = self.out.swap_remove(position);
            self.waiting.push_front((out.work, out.attempts));
        }
    }

    /// A worker died. Its piece waits again, before all others; false when it has been tried too often.
    pub fn died(&mut self, worker: usize) -> bool {
        let Some(position) = self.out.iter().position(|out| out.worker == worker) else {
            return true;
        };
        let out = self.out.swap_remove(position);
        self.waiting.push_front((out.work, out.attempts + 1));
        out.attempts + 1 < ATTEMPTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_worker_that_died_is_done_again_before_others_but_not_for_ever() {
        let mut batch = Batch::new(1);
        assert_eq!(batch.next_for(0), Some(Work::Size));
        assert!(batch.done(0, Work::Size) && !batch.done(0, Work::Size) && !batch.waits());
        batch.add([Work::Task(0), Work::Task(1)]);
        assert_eq!(
            (batch.next_for(0), batch.next_for(1)),
            (Some(Work::Task(0)), Some(Work::Task(1)))
        );
        assert_eq!((batch.lived(0, 2), batch.lived(1, 3)), (2, 5));
        assert!(batch.died(0));
        batch.add([Work::Task(2)]);
        assert_eq!(batch.next_for(0), Some(Work::Task(0)));
        assert!(batch.died(0) && batch.next_for(0) == Some(Work::Task(0)) && !batch.died(0));
        assert!(!batch.done(1, Work::Task(7)), "nobody asked it for that");
        assert!(batch.died(9), "who had nothing to do leaves nothing behind");
        assert_eq!(batch.workers(), [1]);
    }
}
