//! Does the tasks that are left, on several threads, each part kept as soon as it is there.

use super::log::Log;
use crate::cli::{Failure, ask};
use crate::experiment::Ready;
use crate::experiment::sweep::Starts;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Does tasks in their order and adds their parts to a log. `counted`: goes up by one with every part that is kept.
///
/// Errors: the first one; what was done before it is kept.
pub fn through(
    ready: &Ready,
    tasks: &[u32],
    threads: Option<u16>,
    log: &mut Log,
    counted: &AtomicUsize,
) -> Result<(), Failure> {
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let bar = ask::progress(tasks.len() as u64, "tasks");
    let log = Mutex::new(log);
    let failed: Mutex<Option<Failure>> = Mutex::new(None);
    let work = || {
        let mut starts = Starts::default();
        while !stopped.load(Ordering::Relaxed) {
            let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            let part = ready
                .part_keeping(*task, &mut starts, &mut || ())
                .map_err(Failure::Other);
            // A thread that panicked has been told of already; its record is whole or will be cut off.
            let kept = part.and_then(|part| {
                log.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .add(*task, &part)
            });
            match kept {
                Ok(()) => drop(counted.fetch_add(1, Ordering::Relaxed)),
                Err(failure) => {
                    stopped.store(true, Ordering::Relaxed);
                    failed
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .get_or_insert(failure);
                }
            }
            bar.inc(1);
        }
    };
    let count = how_many(threads).min(tasks.len().max(1));
    std::thread::scope(|scope| {
        for _ in 1..count {
            scope.spawn(work);
        }
        work();
    });
    bar.finish_and_clear();
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(failure) => Err(failure),
        None => log
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
            .settle(),
    }
}

/// As many threads as asked for, or as the machine has.
pub fn how_many(threads: Option<u16>) -> usize {
    threads.map_or_else(
        || std::thread::available_parallelism().map_or(1, usize::from),
        usize::from,
    )
}
