//! One inquiry on its way: which of its tasks wait, which are out, what came back. Pure; a worker is a number here.

use crate::protocol::Ask;
use std::collections::VecDeque;

/// How often a piece of work is tried on a fresh worker before it is given up.
pub const ATTEMPTS: u32 = 3;

/// A piece of work for a worker: one task, or the conclusion from all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A task.
    Task(u32),
    /// The answer from the parts of all tasks.
    Conclusion,
}

#[derive(Clone, Copy, Debug)]
struct Out {
    worker: usize,
    piece: Piece,
    attempts: u32,
    lives: u32,
}

/// An inquiry whose tasks are shared out among workers.
#[derive(Clone, Debug)]
pub struct Errand {
    number: u32,
    ask: Ask,
    waiting: VecDeque<(Piece, u32)>,
    out: Vec<Out>,
    parts: Vec<Option<Vec<u8>>>,
}

impl Errand {
    /// An inquiry about to begin.
    pub fn new(number: u32, ask: Ask) -> Self {
        let tasks = ask.tasks();
        let waiting = (0..tasks).map(|task| (Piece::Task(task), 0)).collect();
        Self {
            number,
            ask,
            waiting,
            out: Vec::new(),
            parts: vec![None; tasks as usize],
        }
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// What is asked.
    pub fn ask(&self) -> Ask {
        self.ask
    }

    /// Whether something waits for a worker.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The next piece, for a worker that has nothing else to do.
    pub fn next_for(&mut self, worker: usize) -> Option<Piece> {
        let (piece, attempts) = self.waiting.pop_front()?;
        self.out.push(Out {
            worker,
            piece,
            attempts,
            lives: 0,
        });
        Some(piece)
    }

    /// Who is working on it.
    pub fn workers(&self) -> Vec<usize> {
        self.out.iter().map(|out| out.worker).collect()
    }

    /// The parts in the order of the tasks, once all are there.
    pub fn parts(&self) -> Option<Vec<Vec<u8>>> {
        self.parts.iter().cloned().collect()
    }

    /// A worker has lived so many worlds of its task; how many that makes in all.
    pub fn lived(&mut self, worker: usize, lives: u32) -> u32 {
        if let Some(out) = self.out.iter_mut().find(|out| out.worker == worker) {
            out.lives = lives;
        }
        let done = self.parts.iter().flatten().count() as u32 * self.ask.lives_a_task();
        done + self.out.iter().map(|out| out.lives).sum::<u32>()
    }

    /// A worker brought a part. With the last of them, the conclusion waits for a worker. Says whether it was awaited.
    pub fn part(&mut self, worker: usize, task: u32, bytes: Vec<u8>) -> bool {
        let Some(position) = self
            .out
            .iter()
            .position(|out| out.worker == worker && out.piece == Piece::Task(task))
        else {
            return false;
        };
        self.out.swap_remove(position);
        self.parts[task as usize] = Some(bytes);
        if self.parts.iter().all(Option::is_some) {
            self.waiting.push_back((Piece::Conclusion, 0));
        }
        true
    }

    /// A worker died. Its piece waits again, before all others; false when it has been tried too often.
    pub fn died(&mut self, worker: usize) -> bool {
        let Some(position) = self.out.iter().position(|out| out.worker == worker) else {
            return true;
        };
        let out = self.out.swap_remove(position);
        self.waiting.push_front((out.piece, out.attempts + 1));
        out.attempts + 1 < ATTEMPTS
    }
}
