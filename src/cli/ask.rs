//! Answers a question on several threads, with a progress bar. The answer does not depend on how many.

use super::Failure;
use crate::analysis::question::Question;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::io::IsTerminal;

/// Runs all tasks of a question and puts them together. `what` names the tasks in the progress bar.
pub fn ask<Q: Question>(
    question: &Q,
    threads: Option<u16>,
    what: &str,
) -> Result<Q::Answer, Failure> {
    let bar = progress(question.tasks() as u64, what);
    let parts = in_parallel(threads, question.tasks(), |task| {
        let part = question.run(task);
        bar.inc(1);
        part
    })?;
    bar.finish_and_clear();
    Ok(question.answer(parts))
}

/// Does independent tasks on several threads and gives their results in order.
pub fn in_parallel<T: Send>(
    threads: Option<u16>,
    tasks: usize,
    run: impl Fn(usize) -> T + Sync + Send,
) -> Result<Vec<T>, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.map_or(0, usize::from))
        .build();
    let pool =
        pool.map_err(|error| Failure::Other(format!("the threads could not be started: {error}")))?;
    Ok(pool.install(|| (0..tasks).into_par_iter().map(run).collect()))
}

/// A progress bar where somebody watches, nothing elsewhere.
pub fn progress(length: u64, what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(length);
    match ProgressStyle::with_template(&format!(
        "{{bar:40}} {{pos}} of {{len}} {what}, {{eta}} left"
    )) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
