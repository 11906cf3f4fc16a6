//! What a run says at its end: the one line that every implementation of the reference workload
//! prints.

use super::Record;
use serde::Serialize;

/// Seconds of wall clock and of processor time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seconds {
    /// Wall clock.
    pub wall: f64,
    /// Processor.
    pub cpu: f64,
}

#[derive(Serialize)]
struct Line<'a> {
    n: usize,
    steps: usize,
    seconds: f64,
    cpu_seconds: f64,
    setup_seconds: f64,
    setup_cpu_seconds: f64,
    served: u64,
    waiting: &'a [u32],
    mean_wellbeing: &'a [f64],
}

/// The line: JSON, without its end of line.
pub fn line(people: usize, record: &Record, setup: Seconds, steps: Seconds) -> String {
    let line = Line {
        n: people,
        steps: record.waiting.len(),
        seconds: steps.wall,
        cpu_seconds: steps.cpu,
        setup_seconds: setup.wall,
        setup_cpu_seconds: setup.cpu,
        served: record.served,
        waiting: &record.waiting,
        mean_wellbeing: &record.mean_wellbeing,
    };
    // Numbers and lists of numbers always have a JSON form.
    serde_json::to_string(&line).unwrap_or_default()
}
