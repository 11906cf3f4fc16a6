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

    /// Does one task, to the same bits, and tells each time a world was lived to its end (a spin-up is one), so that whoever
    /// waits for a long task can see it move. Questions of long tasks tell more often than this.
    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Self::Part {
        let part = self.run(task);
        lived();
        part
    }

    /// Puts the parts together, in the order of the tasks.
    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer;

    /// Answers on one thread.
    fn ask(&self) -> Self::Answer {
        self.answer((0..self.tasks()).map(|task| self.run(task)).collect())
    }
}
