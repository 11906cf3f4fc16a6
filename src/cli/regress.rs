//! `kith check regression`: what moved between two versions' results, and by how much.

use super::asking::signed;
use super::terminal::table;
use super::{Failure, ask, files, numbers};
use crate::analysis::regression::movement::{Differences, Movement, Results, Summary};
use crate::analysis::regression::{Record, Regression, design};
use crate::export::regression;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::scenario::validate;
use std::path::{Path, PathBuf};

/// No file of results is longer; a longer file is something else.
const LONGEST: u64 = 16 << 20;
/// How many of the numbers that moved most are listed.
const LISTED: usize = 20;
/// How many positions of scenarios are listed.
const POSITIONS: usize = 24;

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
        let json = serde_json::to_string_pretty(&differences)
            .map_err(|error| Failure::Other(error.to_string()))?;
        files::print(&(json + "\n"))?;
    } else {
        files::print(&text(&differences))?;
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

fn text(differences: &Differences) -> String {
    let (old, new) = &differences.versions;
    let compared = counted(differences.compared, "scenario");
    if differences.none() {
        return format!("The same bits: {compared}, version {old} and version {new}.\n");
    }
    let mut parts = vec![format!(
        "{compared} compared, version {old} and version {new}."
    )];
    let mut say = |positions: &[usize], what: &str| {
        if !positions.is_empty() {
            parts.push(format!(
                "{what}: {} ({}).",
                positions.len(),
                listed(positions)
            ));
        }
    };
    say(
        &differences.other_question,
        "Scenarios that ask something else now, because the set, a registry or the catalogue has changed",
    );
    say(&differences.other_bits, "Scenarios with other bits");
    if let [(_, first), ..] = &differences.other_contents[..] {
        let positions: Vec<usize> = differences
            .other_contents
            .iter()
            .map(|(position, _)| *position)
            .collect();
        say(
            &positions,
            "Scenarios that say other figures under the same fingerprint",
        );
        parts.push(format!("One of the two was changed after it was written, or the versions count differently; first at {first}."));
    }
    let silent = differences.other_bits.iter().filter(|k| {
        differences
            .movements
            .iter()
            .all(|movement| movement.scenario != **k)
    });
    let silent: Vec<usize> = silent.copied().collect();
    if !silent.is_empty() {
        parts.push(format!(
            "Of those with other bits, no figure in the file moved in {} ({}): what moved is smaller than the figures kept, or \
             the fingerprint itself was changed.",
            silent.len(),
            listed(&silent)
        ));
    }
    parts.extend(differences.unpaired.iter().cloned());
    if differences.movements.is_empty() {
        parts.push("No figure of an indicator moved.".to_owned());
        return parts.join("\n") + "\n";
    }
    parts.extend(moved(differences));
    parts.join("\n") + "\n"
}

/// What moved: by indicator, then number by number.
fn moved(differences: &Differences) -> Vec<String> {
    let mut parts = Vec::new();
    let rows = differences
        .indicators
        .iter()
        .map(row_of_indicator)
        .collect();
    let header = ["Indicator", "Moved", "Mean", "Largest", "In spreads"];
    parts.push(format!(
        "\nBy indicator, those that moved most first:\n{}",
        table(&header, rows)
    ));
    let rows = differences
        .movements
        .iter()
        .take(LISTED)
        .map(row_of_movement)
        .collect();
    let header = ["Scenario, arm, indicator", "Was", "Is", "By", "In spreads"];
    let all = numbers::count(differences.movements.len() as u64);
    parts.push(format!(
        "\nOf {all} numbers that moved, those that moved most:\n{}",
        table(&header, rows)
    ));
    parts.push(
        "\nSpreads: standard deviations between runs with another luck. Mean and \"in spreads\" (root mean square) by indicator".to_owned(),
    );
    parts.push(
        "count the arms that stood still too: about 1.4 is a change as large as another luck."
            .to_owned(),
    );
    parts
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn listed(positions: &[usize]) -> String {
    let words: Vec<String> = positions
        .iter()
        .take(POSITIONS)
        .map(usize::to_string)
        .collect();
    words.join(", ")
        + if positions.len() > POSITIONS {
            " …"
        } else {
            ""
        }
}

fn row_of_indicator(summary: &Summary) -> Vec<String> {
    let known = position(&summary.indicator).map(|k| &CATALOGUE[k]);
    let name = known.map_or(summary.indicator.clone(), |info| {
        format!("{}, {}", info.name, info.unit)
    });
    let digits = digits(&summary.indicator);
    let moved = format!("{} of {}", summary.moved, summary.of);
    vec![
        name,
        moved,
        signed(summary.mean, digits),
        signed(summary.largest, digits),
        spreads(summary.spreads, false),
    ]
}

fn row_of_movement(movement: &Movement) -> Vec<String> {
    let digits = digits(&movement.indicator);
    vec![
        format!(
            "{} {} {}",
            movement.scenario, movement.arm, movement.indicator
        ),
        numbers::plain(movement.old, digits),
        numbers::plain(movement.new, digits),
        signed(movement.by, digits),
        spreads(movement.spreads, true),
    ]
}

/// Digits after the point: two more than people are shown, for what moved a little.
fn digits(indicator: &str) -> usize {
    position(indicator).map_or(3, |k| usize::from(CATALOGUE[k].digits) + 2)
}

fn spreads(value: Option<f64>, with_sign: bool) -> String {
    match value {
        Some(value) if with_sign => signed(value, 2),
        Some(value) => numbers::plain(value, 2),
        None => "–".to_owned(),
    }
}
