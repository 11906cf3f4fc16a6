//! `kith check regression`: what moved between two versions' results, and by how much.

use super::{Failure, ask, files, terminal};
use crate::analysis::regression::movement::{Differences, Results};
use crate::analysis::regression::{Record, Regression, design};
use crate::answers::movement;
use crate::export::regression;
use crate::scenario::validate;
use std::path::{Path, PathBuf};

/// No file of results is longer; a longer file is something else.
const LONGEST: u64 = 16 << 20;
/// How many indicators, and how many of the numbers that moved most, are listed.
const LISTED: usize = 40;

const EXAMPLES: &str = "\
Examples:
  kith check regression --write old.json              live the set with this version and keep what it says
  kith check regression old.json                      what moved since, against what this version computes
  kith check regression old.json new.json             what moved between two versions
  kith check regression before.json after.json        the same of two results of `kith compare --json`
  kith check regression --scenario 17 > s17.toml      one scenario of the set, to look into with `kith compare`

Exit codes: 0 the same bits, 1 something moved, 2 trouble.";

/// What to compare, or where to write.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Arguments {
    /// What an earlier version said: of the regression set (--write), or of one scenario (kith compare --json).
    #[arg(required_unless_present_any = ["write", "scenario"])]
    old: Option<PathBuf>,
    /// What a later version said of the same; the set is lived now when not given.
    new: Option<PathBuf>,
    /// Live the regression set and write what this version says of it.
    #[arg(long, value_name = "OUT.json", conflicts_with_all = ["old", "json", "scenario"])]
    write: Option<PathBuf>,
    /// Print one scenario of the set as a file, by number.
    #[arg(long, value_name = "K", conflicts_with_all = ["old", "json"], value_parser = clap::value_parser!(u32).range(..i64::from(design::SIZE)))]
    scenario: Option<u32>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
}

/// Compares or writes. All trouble is exit code 2, so that 1 always means that something moved.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    chosen(arguments).map_err(|failure| match failure {
        Failure::Other(words) => Failure::Input(words),
        other => other,
    })
}

fn chosen(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(number) = arguments.scenario {
        return files::print(&validate::write(
            &design::scenario(number).map_err(Failure::Other)?,
        ));
    }
    if let Some(path) = &arguments.write {
        let record = live(arguments.threads)?;
        let text = regression::write(&record).map_err(|error| Failure::Other(error.to_string()))?;
        files::write_whole(path, |out| {
            out.write_all(text.as_bytes())
                .map_err(|error| error.to_string())
        })?;
        let digest = regression::of_record(&record)
            .map_err(Failure::Other)?
            .digest();
        files::say(&format!(
            "{}: {} scenarios, digest {digest}",
            path.display(),
            record.scenarios.len()
        ));
        return Ok(());
    }
    // invariant: clap asks for OLD where neither of the others is given.
    let old = read(arguments.old.as_deref().expect("one of the three is there"))?;
    let new = match &arguments.new {
        Some(path) => read(path)?,
        None => regression::of_record(&live(arguments.threads)?).map_err(Failure::Other)?,
    };
    let differences = Differences::between(&old, &new);
    if arguments.json {
        files::print(&files::json(&differences)?)?;
    } else {
        files::print(&terminal::report(&movement::report(&differences), LISTED))?;
    }
    if differences.none() {
        Ok(())
    } else {
        Err(Failure::Differs)
    }
}

/// What this version says of the set.
fn live(threads: Option<u16>) -> Result<Record, Failure> {
    ask::ask(&Regression::ALL, threads, "places")?.map_err(Failure::Other)
}

fn read(path: &Path) -> Result<Results, Failure> {
    let text = files::read_at_most(path, LONGEST, "results in JSON")?;
    regression::read(&text).map_err(|words| Failure::Input(format!("{}: {words}", path.display())))
}
