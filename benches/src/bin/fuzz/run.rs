//! Many inputs of one reader, one after the other, with a watch beside them.

use crate::attempt::{Failure, attempt, note_panics};
use crate::luck::Luck;
use crate::minimise::minimise;
use crate::readers::Reader;
use crate::watch::{PATIENCE, Watch};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Different failures of one reader that are kept; all are counted.
const MOST_KEPT: usize = 20;

/// Which inputs.
#[derive(Clone, Copy, Debug)]
pub struct Which {
    /// The seed of all luck.
    pub seed: u64,
    /// The number of the first input.
    pub from: u64,
    /// How many.
    pub inputs: u64,
}

/// An input that failed.
#[derive(Clone, Debug)]
pub struct Failed {
    /// How.
    pub failure: Failure,
    /// Its number.
    pub number: u64,
    /// The input, shortened.
    pub input: Vec<u8>,
}

/// What came of the inputs of one reader.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many were read.
    pub inputs: u64,
    /// How many were accepted.
    pub accepted: u64,
    /// How many failed.
    pub failures: u64,
    /// One of each kind of failure.
    pub kept: Vec<Failed>,
    /// The input that took longest, and how long it took.
    pub slowest: (u64, Duration),
    /// How long all took.
    pub took: Duration,
}

/// The input of a number.
pub fn input(reader: &Reader, seed: u64, number: u64) -> Vec<u8> {
    (reader.corpus)().input(&mut Luck::new(seed, reader.name, number))
}

/// Reads inputs. `trace`: a file to write the number of each input into before it is read, to find
/// one that ends the whole process.
pub fn run(reader: &Reader, which: Which, trace: Option<&Path>) -> Tally {
    note_panics();
    let watch = Watch::default();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            if let Some(number) = watch.look(PATIENCE, || done.load(Ordering::Relaxed)) {
                // A thread cannot be stopped: what is known is said, and the process ends.
                crate::report::hang(reader, which.seed, number);
                std::process::exit(1);
            }
        });
        let tally = read_all(reader, which, trace, &watch);
        done.store(true, Ordering::Relaxed);
        tally
    })
}

fn read_all(reader: &Reader, which: Which, trace: Option<&Path>, watch: &Watch) -> Tally {
    let (corpus, read) = ((reader.corpus)(), (reader.ready)());
    let start = Instant::now();
    let mut tally = Tally::default();
    for number in which.from..which.from + which.inputs {
        let input = corpus.input(&mut Luck::new(which.seed, reader.name, number));
        if let Some(trace) = trace {
            // Best effort: without it the input that ended the process stays unknown.
            let _ = std::fs::write(trace, number.to_string());
        }
        watch.begin(number);
        let outcome = attempt(&read, &input);
        watch.end();
        tally.inputs += 1;
        tally.accepted += u64::from(outcome.accepted);
        if outcome.took > tally.slowest.1 {
            tally.slowest = (number, outcome.took);
        }
        if let Some(failure) = outcome.failure {
            tally.failures += 1;
            if tally.kept.len() < MOST_KEPT
                && !tally.kept.iter().any(|kept| kept.failure.is_like(&failure))
            {
                let input = minimise(&read, &input, &failure);
                tally.kept.push(Failed {
                    failure,
                    number,
                    input,
                });
            }
        }
    }
    tally.took = start.elapsed();
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::READERS;

    /// Some thousand inputs of each reader: what a longer run found is found here again, if it
    /// comes back.
    #[test]
    fn no_reader_panics_hangs_or_says_what_is_long_or_hidden() {
        for reader in READERS {
            let inputs = if ["team", "guess", "link"].contains(&reader.name) {
                6_000
            } else {
                1_500
            };
            let tally = run(
                &reader,
                Which {
                    seed: 1,
                    from: 0,
                    inputs,
                },
                None,
            );
            let failures: Vec<String> = tally
                .kept
                .iter()
                .map(|failed| {
                    format!(
                        "{}: {:?} {:?}",
                        failed.number,
                        failed.failure,
                        String::from_utf8_lossy(&failed.input)
                    )
                })
                .collect();
            assert_eq!(
                (tally.inputs, tally.failures),
                (inputs, 0),
                "{}: {failures:#?}",
                reader.name
            );
            assert!(
                tally.accepted > 20 && tally.accepted < inputs,
                "{}: {} of {inputs} accepted",
                reader.name,
                tally.accepted
            );
        }
    }

    #[test]
    fn the_same_number_is_the_same_input() {
        let reader = READERS[0];
        assert_eq!(input(&reader, 3, 99), input(&reader, 3, 99));
        assert!((0..50).any(|number| input(&reader, 3, number) != input(&reader, 4, number)));
    }
}
