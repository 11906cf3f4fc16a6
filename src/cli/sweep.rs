//! `kith sweep`: runs an experiment of any kind, on one machine or many, and goes on where it was stopped.

mod folder;
mod log;
mod work;

use super::scenario_argument::wrong;
use super::{Failure, files, numbers, stop};
use crate::experiment::{self, Beside, Experiment, Kind, Ready, parse_beside};
use crate::scenario::validate::Problem;
pub use folder::parse_at;

use folder::Folder;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const EXAMPLES: &str = "\
Examples:
  kith sweep power.toml --dry-run                   how many tasks, and how long
  kith sweep power.toml --out power                 run it; run the same again to go on after a stop
  kith sweep power.toml --out power --shard 2/10    one of ten shards, for a cluster
  kith sweep --gather --out power                   put together what all shards left in one folder
  kith sweep --gather --out all --from a --from b   the same, from the folders of several machines

In the folder: experiment.toml (as run), manifest.json, parts/ (what tasks came to), and when all tasks are there every table
as CSV, JSON and Parquet, every figure as SVG, and findings.txt. The files are the same to the byte whatever the threads,
stops and shards. The fields of an experiment file: docs/reference/experiments.md.";

/// Which experiment, how large, where to, which share of it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Arguments {
    /// An experiment file.
    #[arg(required_unless_present = "gather")]
    experiment: Option<PathBuf>,
    /// The folder to keep parts in and to write results to; made when it is not there.
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// Run on this many threads; as many as the machine has, when not given. Report do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Generate this many people in place of the experiment's.
    #[arg(long, value_name = "N")]
    people: Option<u32>,
    /// Simulate this many years in place of the experiment's.
    #[arg(long, value_name = "Y")]
    years: Option<u32>,
    /// Run with this many different lucks in place of the experiment's.
    #[arg(long, value_name = "R")]
    replicates: Option<u32>,
    /// Do only every N-th task, beginning with the I-th: share I of N equal ones.
    #[arg(long, value_name = "I/N", value_parser = shard, conflicts_with = "gather")]
    shard: Option<(u32, u32)>,
    /// Run nothing: put together what the shards have left.
    #[arg(long, conflicts_with = "dry_run")]
    gather: bool,
    /// Another folder with parts, when gathering.
    #[arg(long, value_name = "DIR", requires = "gather")]
    from: Vec<PathBuf>,
    /// Say how many tasks there are and how long they take, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Reads "2/10".
fn shard(text: &str) -> Result<(u32, u32), String> {
    let numbers = text
        .split_once('/')
        .and_then(|(i, n)| Some((i.parse::<u32>().ok()?, n.parse::<u32>().ok()?)));
    numbers
        .filter(|(i, n)| (1..=100_000).contains(n) && (1..=*n).contains(i))
        .ok_or_else(|| "wanted I/N with I from 1 to N, such as 2/10".to_owned())
}

/// Runs, or puts together.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let experiment = asked(arguments)?;
    let ready = Ready::new(&experiment, None).map_err(Failure::Input)?;
    if arguments.dry_run {
        return say_how_long(&experiment, &ready, arguments.threads);
    }
    // clap asks for it.
    let Some(out) = &arguments.out else {
        return Ok(());
    };
    let shown = out.display().to_string();
    stop::keeps(move || {
        format!(
            "no task was begun, and what {shown} holds is as it was; run the same command again to go on"
        )
    });
    let folder = Folder::claim(out, &experiment, &ready)?;
    if !arguments.gather {
        live(arguments, &folder, &ready)?;
    }
    let parts = folder.parts(&arguments.from)?;
    let missing: Vec<String> = (0..ready.tasks())
        .filter(|task| !parts.contains_key(task))
        .map(|task| task.to_string())
        .collect();
    if !missing.is_empty() {
        let words = format!(
            "{} of {} tasks are not there yet (first: {}); run the other shards, then kith sweep --gather --out {}",
            missing.len(),
            ready.tasks(),
            missing[..missing.len().min(8)].join(", "),
            out.display()
        );
        // A shard that is done has done what it should.
        if arguments.gather {
            return Err(Failure::Input(words));
        }
        files::say(&words);
        return Ok(());
    }
    let parts: Vec<Vec<u8>> = parts.into_values().collect();
    let results = ready.results(&parts).map_err(Failure::Other)?;
    folder.finish(&experiment, &ready, &results)?;
    files::print(&format!(
        "{}\nfingerprint {}, in {}\n",
        folder::findings(&experiment, &results),
        results.fingerprint,
        out.display()
    ))
}

/// Does the tasks of this shard that are not there yet.
fn live(arguments: &Arguments, folder: &Folder, ready: &Ready) -> Result<(), Failure> {
    let started = Instant::now();
    let (share, of) = arguments.shard.unwrap_or((1, 1));
    let (mut log, _) = log::Log::open(&folder.log_of(share, of), folder.owner())?;
    let there = folder.parts(&[])?;
    let own: Vec<u32> = (share - 1..ready.tasks()).step_by(of as usize).collect();
    let left: Vec<u32> = own
        .iter()
        .copied()
        .filter(|task| !there.contains_key(task))
        .collect();
    if left.len() < own.len() {
        files::say(&format!(
            "{} of {} tasks are there already",
            own.len() - left.len(),
            own.len()
        ));
    }
    let kept = tell(own.len() - left.len(), own.len(), folder);
    work::through(ready, &left, arguments.threads, &mut log, &kept)?;
    let seconds = started.elapsed().as_secs_f64();
    files::say(&format!(
        "{} tasks in {seconds:.1} s",
        numbers::count(left.len() as u64)
    ));
    Ok(())
}

/// Has whoever stops us told how many tasks are kept: those that were there, and those that are counted as they come.
fn tell(there: usize, of: usize, folder: &Folder) -> Arc<AtomicUsize> {
    let kept = Arc::new(AtomicUsize::new(there));
    let (now, shown) = (Arc::clone(&kept), folder.shown());
    let of = numbers::count(of as u64);
    stop::keeps(move || {
        let now = numbers::count(now.load(Ordering::Relaxed) as u64);
        format!("{now} of {of} tasks are kept in {shown}; run the same command again to go on")
    });
    kept
}

/// The experiment at the size asked for, checked again as a whole.
fn asked(arguments: &Arguments) -> Result<Experiment, Failure> {
    let experiment = match (&arguments.experiment, &arguments.out) {
        (Some(path), _) => folder::read(path)?,
        (None, Some(out)) => {
            let begun = std::iter::once(out)
                .chain(&arguments.from)
                .find(|folder| folder.join("experiment.toml").is_file());
            folder::experiment_in(begun.unwrap_or(out))?
        }
        (None, None) => {
            return Err(Failure::Input(
                "EXPERIMENT: found nothing; wanted an experiment file".to_owned(),
            ));
        }
    };
    let mut sized = experiment.clone();
    sized.scenario.people = arguments.people.unwrap_or(sized.scenario.people);
    sized.scenario.years = arguments.years.unwrap_or(sized.scenario.years);
    sized.scenario.replicates = arguments.replicates.unwrap_or(sized.scenario.replicates);
    if sized == experiment {
        return Ok(experiment);
    }
    let before = |_: &str| match &sized.kind {
        Kind::Versions { text, .. } => Some(text.clone()),
        _ => None,
    };
    parse_beside(
        &experiment::write(&sized),
        &Beside {
            file: &before,
            ..Beside::NOTHING
        },
    )
    .map_err(|problems| {
        // The lines are those of no file that the person has.
        let problems: Vec<Problem> = problems
            .into_iter()
            .map(|p| Problem { line: None, ..p })
            .collect();
        wrong(&sized.name, &problems)
    })
}

/// Lives one task to say how long all of them take.
fn say_how_long(
    experiment: &Experiment,
    ready: &Ready,
    threads: Option<u16>,
) -> Result<(), Failure> {
    let (tasks, threads) = (ready.tasks(), work::how_many(threads));
    let started = Instant::now();
    let bytes = ready.part(0, &mut || ()).map_err(Failure::Other)?.len();
    let seconds = started.elapsed().as_secs_f64();
    let all = seconds * f64::from(tasks) / threads as f64;
    let long = if all < 120.0 {
        format!("{all:.0} s")
    } else {
        format!("{:.0} min", all / 60.0)
    };
    files::print(&format!(
        "{}\n{} tasks of {} worlds, about {bytes} bytes each; the first took {seconds:.2} s here\nabout {long} on {threads} threads\n",
        experiment.name,
        numbers::count(u64::from(tasks)),
        ready.lives_a_task()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_are_counted_from_one() {
        assert_eq!(shard("2/10"), Ok((2, 10)));
        for wrong in ["0/3", "4/3", "1/0", "1", "a/b", "-1/2", "1/1000000"] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_files_beside_the_experiment_are_read() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("in")).unwrap();
        std::fs::write(root.path().join("secret"), "x").unwrap();
        std::fs::write(root.path().join("in/there"), "y").unwrap();
        let inside = root.path().join("in");
        assert_eq!(folder::beside(&inside, "there").as_deref(), Some("y"));
        for outside in ["../secret", "/etc/hostname", "..", "", "missing"] {
            assert_eq!(folder::beside(&inside, outside), None, "{outside}");
        }
    }
}
