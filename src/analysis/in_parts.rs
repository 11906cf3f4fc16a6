//! Questions whose parts are bytes: what workers, other threads and other machines send back, and what a file keeps. The same for
//! the page's inquiries and for experiments. Knows no question.

use super::question::Question;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value as bytes.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(message)
        .map_err(|error| format!("a message could not be written: {error}"))
}

/// Bytes as a value.
pub fn decode<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| format!("a message could not be read: {error}"))
}

/// A question whose parts are bytes, and whose answer is of one kind whatever the question.
pub trait InParts<A>: Sync {
    /// How many tasks there are.
    fn tasks(&self) -> usize;

    /// Does one task; `lived` is called for every world lived.
    fn part(&self, task: usize, lived: &mut dyn FnMut()) -> Result<Vec<u8>, String>;

    /// The answer from the parts of all tasks, in their order.
    fn conclude(&self, parts: &[Vec<u8>]) -> Result<A, String>;
}

/// A question with the digest of its answer.
struct Digested<Q, D>(Q, D);

impl<Q, D, A> InParts<A> for Digested<Q, D>
where
    Q: Question,
    Q::Part: Serialize + DeserializeOwned,
    D: Fn(Q::Answer) -> Result<A, String> + Sync,
{
    fn tasks(&self) -> usize {
        self.0.tasks()
    }

    fn part(&self, task: usize, lived: &mut dyn FnMut()) -> Result<Vec<u8>, String> {
        if task >= self.0.tasks() {
            return Err(format!(
                "task: found {task}; wanted one below {}",
                self.0.tasks()
            ));
        }
        encode(&self.0.run_telling(task, lived))
    }

    fn conclude(&self, parts: &[Vec<u8>]) -> Result<A, String> {
        if parts.len() != self.0.tasks() {
            return Err(format!(
                "parts: found {}; wanted {}",
                parts.len(),
                self.0.tasks()
            ));
        }
        let parts = parts
            .iter()
            .map(|bytes| decode::<Q::Part>(bytes))
            .collect::<Result<Vec<_>, _>>()?;
        (self.1)(self.0.answer(parts))
    }
}

/// A question in parts, with what becomes of its answer.
pub fn digested<Q, D, A>(question: Q, digest: D) -> Box<dyn InParts<A>>
where
    Q: Question + 'static,
    Q::Part: Serialize + DeserializeOwned,
    D: Fn(Q::Answer) -> Result<A, String> + Sync + 'static,
    A: 'static,
{
    Box::new(Digested(question, digest))
}
