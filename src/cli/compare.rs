//! `kith compare`: runs every arm under every luck and says what came out.

use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, files, report};
use crate::ensemble::{self, Ensemble, Job, Prepared};
use crate::export::{self, Comparison, Manifest};
use crate::place::Whole;
use crate::scenario::warnings::warnings;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Which scenario, how large, and in which form.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    scenario: ScenarioArgument,
    #[command(flatten)]
    changes: Changes,
    /// Run with this many different lucks.
    #[arg(long, value_name = "R")]
    replicates: Option<u32>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of the table.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Write every value too (arm, replicate, year, indicator, unit, value), with where they come from and what the columns
    /// mean beside it (FILE.manifest.json, FILE.datapackage.json).
    #[arg(long, value_name = "FILE.csv")]
    csv: Option<PathBuf>,
}

/// Runs the comparison and prints it. Timing goes to standard error, so that the table is the same every time.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let started = Instant::now();
    if let Some(path) = &arguments.csv {
        files::ending("--csv", path, &["csv"])?;
    }
    let scenario = arguments
        .scenario
        .read_with(&arguments.changes, arguments.replicates)?;
    let prepared = prepare(scenario)?;
    let ensemble = gather(&prepared, arguments.threads)?;
    let seconds = started.elapsed().as_secs_f64();
    let scenario = &prepared.scenario;
    if let Some(path) = &arguments.csv {
        write_csv(path, &prepared, &ensemble)?;
    }
    if arguments.json {
        let people = prepared.place.persons.len() as u32;
        let json = Comparison::new(scenario, people, &ensemble, seconds)
            .in_all_of(&Whole::of(&prepared.place), scenario)
            .to_json();
        files::print(&json.map_err(|error| Failure::Other(error.to_string()))?)?;
    } else {
        files::print(&report::text(scenario, &prepared.place, &ensemble))?;
    }
    for warning in warnings(scenario) {
        files::say(&format!("warning: {warning}"));
    }
    files::say(&format!(
        "{} replicates of {} arms in {seconds:.1} s",
        ensemble.len(),
        scenario.arms.len()
    ));
    Ok(())
}

/// Runs every replicate, on several threads; the ensemble puts them in order whatever order they end in.
pub(super) fn gather(prepared: &Prepared, threads: Option<u16>) -> Result<Ensemble, Failure> {
    let replicates = prepared.scenario.replicates;
    let bar = ask::progress(u64::from(replicates), "replicates");
    let arms: Vec<u32> = (0..prepared.scenario.arms.len() as u32).collect();
    let outcomes = ask::in_parallel(threads, replicates as usize, |replicate| {
        let outcome = ensemble::run(
            prepared,
            &Job {
                replicate: replicate as u32,
                arms: arms.clone(),
                frames: false,
            },
        );
        bar.inc(1);
        outcome
    })?;
    bar.finish_and_clear();
    let mut ensemble = Ensemble::default();
    for outcome in outcomes {
        ensemble.add(outcome);
    }
    Ok(ensemble)
}

fn write_csv(path: &Path, prepared: &Prepared, ensemble: &Ensemble) -> Result<(), Failure> {
    let scenario = &prepared.scenario;
    files::write_whole(path, |out| {
        export::values::write(scenario, ensemble, out).map_err(|error| error.to_string())
    })?;
    let manifest = Manifest::new(
        scenario,
        ensemble.len() as u32,
        Some(ensemble.fingerprint()),
    );
    let columns = export::values::columns(manifest.beyond_range.is_some());
    files::describe(
        path,
        &manifest,
        "Every indicator, arm by arm, luck by luck and year by year",
        &columns,
    )
}
