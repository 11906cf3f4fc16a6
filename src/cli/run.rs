//! `kith run`: every person's years in one arm, as a panel.

use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, files, numbers, parquet};
use crate::export::{Manifest, panel};
use crate::scenario::Scenario;
use crate::scenario::validate::nearest;
use std::path::PathBuf;

/// Which scenario, which arm, where to.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    scenario: ScenarioArgument,
    /// The arm to follow, by id.
    #[arg(long, value_name = "ID")]
    arm: String,
    /// The file to write, one row a person and year, as Parquet where its name ends in .parquet and as CSV otherwise; a manifest is
    /// written beside it (FILE.manifest.json).
    #[arg(long, value_name = "FILE.csv|FILE.parquet")]
    panel: PathBuf,
    /// Which luck.
    #[arg(long, value_name = "R", default_value_t = 0)]
    replicate: u32,
    #[command(flatten)]
    changes: Changes,
}

/// Writes the panel.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let scenario = arguments.scenario.read_with(&arguments.changes, None)?;
    let arm = arm_of(&scenario, &arguments.arm)?;
    let prepared = prepare(scenario)?;
    let rows = prepared.panel(arguments.replicate, arm);
    let count = rows.len();
    let is_parquet = arguments.panel.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"));
    files::write_whole(&arguments.panel, |out| {
        if is_parquet {
            out.write_all(&parquet::panel(&rows)?).map_err(|error| error.to_string())
        } else {
            panel::write(rows, out).map_err(|error| error.to_string())
        }
    })?;
    let manifest = Manifest::new(&prepared.scenario, 1, None).to_json().map_err(|error| Failure::Other(error.to_string()))?;
    let beside = files::manifest_of(&arguments.panel);
    files::write_whole(&beside, |out| out.write_all(manifest.as_bytes()).map_err(|error| error.to_string()))?;
    files::say(&format!("{}: {} rows", arguments.panel.display(), numbers::count(count as u64)));
    Ok(())
}

/// The position of an arm by id.
fn arm_of(scenario: &Scenario, id: &str) -> Result<u32, Failure> {
    if let Some(position) = scenario.arms.iter().position(|arm| arm.id == id) {
        return Ok(position as u32);
    }
    let ids: Vec<&str> = scenario.arms.iter().map(|arm| arm.id.as_str()).collect();
    let wanted = match nearest(id, ids.iter().copied()) {
        Some(near) => format!("an arm of the scenario (did you mean \"{near}\"?)"),
        None => format!("an arm of the scenario: {}", ids.join(", ")),
    };
    Err(Failure::Input(format!("--arm: found \"{id}\"; wanted {wanted}")))
}
