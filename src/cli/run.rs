//! `kith run`: every person's years, in any number of arms and under any number of lucks, as one panel.

use super::parquet::Stream;
use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, files, numbers};
use crate::ensemble::Prepared;
use crate::export::{Manifest, panel};
use crate::report::csv;
use crate::report::table::Column;
use crate::scenario::validate::nearest;
use crate::scenario::{Scenario, limits};
use std::io::Write;
use std::path::PathBuf;

/// The most lucks: as many as a scenario may ask for.
const MOST: i64 = limits::REPLICATES.1 as i64;

/// Which scenario, which arms and lucks, where to.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    scenario: ScenarioArgument,
    /// An arm to follow, by id; give it several times for several arms. All arms, when not given.
    #[arg(long, value_name = "ID")]
    arm: Vec<String>,
    /// The file to write, one row an arm, replicate, person and year: as CSV or as Parquet, by its ending. Where it comes from and what its columns
    /// mean are written beside it (FILE.manifest.json, FILE.datapackage.json).
    #[arg(long, value_name = "FILE.csv|FILE.parquet")]
    panel: PathBuf,
    /// Which luck, counted from 0; give it several times for several lucks. The first, when not given.
    #[arg(long, value_name = "R", value_parser = clap::value_parser!(u32).range(0..MOST))]
    replicate: Vec<u32>,
    /// The first R lucks.
    #[arg(long, value_name = "R", conflicts_with = "replicate", value_parser = clap::value_parser!(u32).range(1..=MOST))]
    replicates: Option<u32>,
    #[command(flatten)]
    changes: Changes,
}

/// Writes the panel, a year of an arm at a time.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let ending = files::ending("--panel", &arguments.panel, &["csv", "parquet"])?;
    let scenario = arguments.scenario.read_with(&arguments.changes, None)?;
    let arms = arms_of(&scenario, &arguments.arm)?;
    let replicates = match arguments.replicates {
        Some(count) => (0..count).collect(),
        None if arguments.replicate.is_empty() => vec![0],
        None => each_once(&arguments.replicate),
    };
    let prepared = prepare(scenario)?;
    let manifest = Manifest::new(&prepared.scenario, replicates.len() as u32, None);
    let mark = manifest.beyond_range.as_deref();
    let columns = panel::columns(mark.is_some());
    let title = mark.map_or_else(
        || panel::TITLE.to_owned(),
        |mark| format!("{}; {mark}", panel::TITLE),
    );
    let mut count = 0;
    files::write_whole(&arguments.panel, |out| {
        let mut sheet = Sheet::new(ending, out, &title, &columns)?;
        count = fill(&prepared, (&arms, &replicates), mark, &mut sheet)?;
        sheet.finish()
    })?;
    files::describe(&arguments.panel, &manifest, &title, &columns)?;
    files::say(&format!(
        "{}: {} rows",
        arguments.panel.display(),
        numbers::count(count)
    ));
    Ok(())
}

/// Lives every arm under every luck and writes what was lived; how many rows. `beyond`: the mark of what is outside its range.
fn fill(
    prepared: &Prepared,
    (arms, replicates): (&[u32], &[u32]),
    beyond: Option<&str>,
    sheet: &mut Sheet<'_>,
) -> Result<u64, String> {
    let bar = ask::progress(replicates.len() as u64, "replicates");
    let mut count = 0;
    for replicate in replicates {
        prepared.panel(*replicate, arms, |arm, rows| {
            let arm = prepared
                .scenario
                .arms
                .get(arm as usize)
                .map_or("", |arm| arm.id.as_str());
            let of = panel::Of {
                arm,
                replicate: *replicate,
                seed: prepared.scenario.seed,
                beyond,
            };
            count += rows.len() as u64;
            rows.iter()
                .try_for_each(|row| sheet.row(panel::cells(of, row)))
        })?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(count)
}

/// The file being written, in the format of its ending.
enum Sheet<'a> {
    Csv(Box<csv::Writer<&'a mut (dyn Write + Send)>>),
    Parquet(Box<Stream<'a, &'a mut (dyn Write + Send)>>),
}

impl<'a> Sheet<'a> {
    fn new(
        ending: &str,
        out: &'a mut (dyn Write + Send),
        title: &str,
        columns: &'a [Column],
    ) -> Result<Self, String> {
        if ending == "parquet" {
            return Stream::new(out, title, columns)
                .map(|stream| Self::Parquet(Box::new(stream)))
                .map_err(|error| error.to_string());
        }
        let mut writer = csv::Writer::new(out, []).map_err(|error| error.to_string())?;
        writer
            .row(columns.iter().map(|column| &column.name))
            .map_err(|error| error.to_string())?;
        Ok(Self::Csv(Box::new(writer)))
    }

    fn row(&mut self, cells: Vec<crate::report::table::Cell>) -> Result<(), String> {
        match self {
            Self::Csv(writer) => writer
                .row(cells.iter().map(crate::report::table::Cell::written))
                .map_err(|error| error.to_string()),
            Self::Parquet(stream) => stream.row(cells).map_err(|error| error.to_string()),
        }
    }

    fn finish(self) -> Result<(), String> {
        match self {
            Self::Csv(writer) => writer.finish().map_err(|error| error.to_string()),
            Self::Parquet(stream) => stream.finish().map_err(|error| error.to_string()),
        }
    }
}

/// The positions of the arms that were asked for; of all, where none was.
fn arms_of(scenario: &Scenario, ids: &[String]) -> Result<Vec<u32>, Failure> {
    if ids.is_empty() {
        return Ok((0..scenario.arms.len() as u32).collect());
    }
    let found = ids
        .iter()
        .map(|id| arm_of(scenario, id))
        .collect::<Result<Vec<u32>, Failure>>()?;
    Ok(each_once(&found))
}

/// In the order in which they were named first.
fn each_once(numbers: &[u32]) -> Vec<u32> {
    let mut once = Vec::new();
    for number in numbers {
        if !once.contains(number) {
            once.push(*number);
        }
    }
    once
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
    Err(Failure::Input(format!(
        "--arm: found \"{id}\"; wanted {wanted}"
    )))
}
