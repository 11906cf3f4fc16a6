//! What a question is: independent tasks, and what all of them together say. Knows no threads and no workers; whoever has
//! them runs the tasks in any order and hands the parts back in the order of the tasks.

use serde::Serialize;

/// A question that is answered by many independent runs.
pub trait Question: Sync {
    /// What one task comes to.
    type Part: Send;
    /// What all of them say.
    type Answer: Serialize;

    /// How many tasks there are.
    fn tasks(&self) -> usize;

    /// Does one task. The same task gives the same part, bit for bit, whatever else runs.
    fn run(&self, task: usize) -> Self::Part;

    /// Puts the parts together, in the order of the tasks.
    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer;

    /// Answers on one thread.
    fn ask(&self) -> Self::Answer {
        self.answer((0..self.tasks()).map(|task| self.run(task)).collect())
    }
}
