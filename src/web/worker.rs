//! The worker.
/// Starts the worker.
pub fn main() {}
