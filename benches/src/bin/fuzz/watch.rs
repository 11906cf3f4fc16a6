//! Notices an input that does not end. A thread beside the one that reads looks at which input is
//! being read and since when.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long one input may be read. So much that a machine busy with other things is no reason.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often the watch looks.
const PAUSE: Duration = Duration::from_millis(250);
/// No input is being read.
const NONE: u64 = u64::MAX;

/// Which input is being read.
#[derive(Debug)]
pub struct Watch {
    number: AtomicU64,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            number: AtomicU64::new(NONE),
        }
    }
}

impl Watch {
    /// An input is being read.
    pub fn begin(&self, number: u64) {
        self.number.store(number, Ordering::Relaxed);
    }

    /// All are read.
    pub fn end(&self) {
        self.number.store(NONE, Ordering::Relaxed);
    }

    /// Looks until an input has been read for too long, and gives its number; nothing when all are
    /// read and `done` says so.
    pub fn look(&self, patience: Duration, done: impl Fn() -> bool) -> Option<u64> {
        let mut seen = (NONE, Instant::now());
        while !done() {
            let number = self.number.load(Ordering::Relaxed);
            if number != seen.0 {
                seen = (number, Instant::now());
            } else if number != NONE && seen.1.elapsed() > patience {
                return Some(number);
            }
            std::thread::sleep(PAUSE.min(patience / 2));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicBool;

    #[test]
    fn an_input_that_does_not_end_is_noticed_and_one_that_does_is_not() {
        let watch = Watch::default();
        watch.begin(7);
        assert_eq!(watch.look(Duration::from_millis(20), || false), Some(7));
        watch.end();
        let looked = AtomicBool::new(false);
        assert_eq!(
            watch.look(Duration::from_millis(20), || looked
                .swap(true, Ordering::Relaxed)),
            None
        );
    }
}
