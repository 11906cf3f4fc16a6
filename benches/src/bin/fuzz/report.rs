//! What is printed, and where inputs that failed are kept.

use crate::attempt::Failure;
use crate::readers::Reader;
use crate::run::{Failed, Tally, input};
use std::path::PathBuf;

/// Where inputs that failed are kept.
fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/fuzz"))
}

/// Keeps an input that failed, and says how to try it again.
pub fn keep(reader: &Reader, seed: u64, failed: &Failed) {
    let name = format!(
        "{}-{}-{seed}-{}.bin",
        reader.name,
        failed.failure.word(),
        failed.number
    );
    let path = folder().join(name);
    let written =
        std::fs::create_dir_all(folder()).and_then(|()| std::fs::write(&path, &failed.input));
    let kept = written.map_or_else(
        |error| format!("not kept: {error}"),
        |()| path.display().to_string(),
    );
    println!(
        "  FAILED {} input {} (seed {seed}): {:?}",
        reader.name, failed.number, failed.failure
    );
    println!("    {} bytes, shortened: {kept}", failed.input.len());
    println!(
        "    again, whole: cargo xtask fuzz {} --seed {seed} --from {} --inputs 1",
        reader.name, failed.number
    );
    println!(
        "    again, short: cargo xtask fuzz {} --file {}",
        reader.name,
        path.display()
    );
}

/// Says that an input does not end, and keeps it.
pub fn hang(reader: &Reader, seed: u64, number: u64) {
    keep(
        reader,
        seed,
        &Failed {
            failure: Failure::Hang,
            number,
            input: input(reader, seed, number),
        },
    );
}

/// What stands above the lines of [`line`].
pub fn heading() -> String {
    format!(
        "{:<11} {:>10} {:>10} {:>10} {:>8}   {:>9} {:>9} {:>8}",
        "reader", "inputs", "accepted", "refused", "failures", "seconds", "slowest", "peak"
    )
}

/// What came of one reader. `peak`: the most memory the process has had, in MB, where that is
/// known.
pub fn line(name: &str, tally: &Tally, peak: Option<u64>) -> String {
    format!(
        "{name:<11} {:>10} {:>10} {:>10} {:>8}   {:>7.1} s {:>6.0} ms {:>8}",
        tally.inputs,
        tally.accepted,
        tally.inputs - tally.accepted,
        tally.failures,
        tally.took.as_secs_f64(),
        tally.slowest.1.as_secs_f64() * 1e3,
        peak.map_or_else(String::new, |peak| format!("{peak} MB")),
    )
}

/// The most memory that this process has had. Unit: MB. Known on Linux.
pub fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()
        .map(|kilobytes| kilobytes / 1024)
}
