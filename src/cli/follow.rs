//! `kith follow`: one person's two lives under the same luck, month by month and in sentences.

use super::asking::json;
use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, files};
use crate::analysis::arms::wanted_pair;
use crate::analysis::lives::proposals::{Example, Proposals};
use crate::analysis::lives::question::REPLICATE;
use crate::charts::lives::{Told, proposals, tell};
use crate::ensemble::lives::TwoLives;
use crate::export::manifest::CAVEAT;
use crate::scenario::parameters::beyond::mark;
use serde::Serialize;
use std::sync::Arc;

/// Which scenario, and whose lives.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    scenario: ScenarioArgument,
    /// Follow whoever lives at this position (counted from 0) when the arms branch.
    #[arg(long, value_name = "N", conflicts_with_all = ["better", "worse", "same"])]
    person: Option<u32>,
    /// Follow somebody who ends better off in the second world: the middle of those who gain half a point, or whoever gains most.
    #[arg(long, conflicts_with_all = ["worse", "same"])]
    better: bool,
    /// Follow somebody who ends worse off in the second world, likewise.
    #[arg(long, conflicts_with = "same")]
    worse: bool,
    /// Follow somebody for whom nothing differs, or least. Without any of these: somebody typical.
    #[arg(long)]
    same: bool,
    /// Follow the next such person, or the one after.
    #[arg(long, value_name = "K", default_value_t = 0)]
    another: u32,
    #[command(flatten)]
    changes: Changes,
    /// Print one JSON object: the counts, the story, and every month of both lives.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print every month of both lives as CSV.
    #[arg(long)]
    csv: bool,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    scenario: &'a str,
    place: &'a str,
    seed: u64,
    replicate: u32,
    arms: [&'a str; 2],
    counts: Option<Counts>,
    story: &'a Told,
    lives: &'a TwoLives,
    caveat: &'static str,
}

/// How many end better and worse off.
#[derive(Clone, Copy, Serialize)]
struct Counts {
    adults_in_both: u32,
    better_off: u32,
    worse_off: u32,
    a_tenth_better: u32,
    a_tenth_worse: u32,
    median_points: f64,
}

/// Lives both arms of the run that is pictured, once to see who differs and once to follow one person.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = prepare(arguments.scenario.read_with(&arguments.changes, None)?)?;
    let pair = wanted_pair(&prepared.scenario).map_err(Failure::Input)?;
    let arms = [pair.reference as u32, pair.alternative as u32];
    let names = pair.names(&prepared.scenario);
    let start = Arc::new(prepared.spin_up(REPLICATE));
    let found = arms.map(|arm| prepared.live(&start, arm, true).frames.unwrap_or_default());
    let found = Proposals::of(&found[0], &found[1]);
    let example = arguments.example();
    let chosen = arguments
        .person
        .or_else(|| found.as_ref()?.pick(example, arguments.another));
    let slot = chosen.ok_or_else(|| {
        Failure::Input(
            "person: nobody is such an example in this run; wanted --person N".to_owned(),
        )
    })?;
    let two = prepared
        .follow(&start, arms, slot)
        .map_err(Failure::Input)?;
    let told = tell(&two, &prepared.scenario, &prepared.place, names);
    if arguments.csv {
        return files::print(&crate::export::lives::csv(&two, &prepared.scenario));
    }
    if arguments.json {
        let counts = found.map(|found| Counts {
            adults_in_both: found.people,
            better_off: found.better,
            worse_off: found.worse,
            a_tenth_better: found.a_little_better,
            a_tenth_worse: found.a_little_worse,
            median_points: found.median,
        });
        let ids = pair.ids(&prepared.scenario);
        let answer = Answer {
            scenario: &prepared.scenario.name,
            place: &prepared.place.name,
            seed: prepared.scenario.seed,
            replicate: REPLICATE,
            arms: [ids.reference, ids.alternative],
            counts,
            story: &told,
            lives: &two,
            caveat: CAVEAT,
        };
        return files::print(&json(&answer, &prepared.scenario)?);
    }
    let counted = found.map_or_else(String::new, |found| {
        proposals::sentence(&found, names) + "\n"
    });
    let meant = if arguments.person.is_some() {
        format!("Person {slot}.")
    } else {
        format!("{}: person {slot}.", proposals::button(example, names))
    };
    let marked =
        mark(&prepared.scenario.parameters.beyond()).map_or_else(String::new, |mark| mark + "\n");
    files::print(&format!(
        "{marked}{counted}{meant}\n\n{}\n\n{CAVEAT}\n",
        told.text()
    ))
}

impl Arguments {
    fn example(&self) -> Example {
        match (self.better, self.worse, self.same) {
            (true, ..) => Example::Better,
            (_, true, _) => Example::Worse,
            (_, _, true) => Example::Same,
            _ => Example::Typical,
        }
    }
}
