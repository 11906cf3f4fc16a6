//! `kith check`: everything that is wrong with a file of any kind, or a short summary of what it says, with what to be warned of.

use super::scenario_argument::{self, ScenarioArgument, wrong};
use super::{Failure, files, numbers, own_place, sweep};
use crate::charts::number::plain;
use crate::charts::words::years_words;
use crate::experiment::{Experiment, Kind};
use crate::export::regression;
use crate::place::Profile;
use crate::scenario::Scenario;
use crate::scenario::parameters::Parameters;
use crate::scenario::places::name_of;
use crate::scenario::validate::{self, FileKind, Problem, hash};
use crate::scenario::warnings::warnings;
use std::fmt::Write as _;

/// No file of any kind is longer.
const LONGEST: u64 = 16 << 20;

/// Which file.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A scenario, an experiment, a file of assumptions, a profile of a place or results in JSON; or the id of a bundled scenario.
    file: std::path::PathBuf,
}

/// Prints what kind of file it is, "valid", and a summary. Errors: every problem, as wrong input.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let argument = ScenarioArgument::of(&arguments.file);
    let text = if arguments.file.is_file() {
        files::read_at_most(
            &arguments.file,
            LONGEST,
            "a scenario, an experiment, assumptions, a profile or results",
        )?
    } else {
        argument.text()?
    };
    let (kind, shown) = (FileKind::of(&text), argument.shown());
    let of_kind = |problems: Vec<Problem>| as_kind(wrong(&shown, &problems), kind);
    let sentence = |words: String| as_kind(Failure::Input(format!("{shown}: {words}")), kind);
    let summary = match kind {
        FileKind::Scenario => {
            let scenario = scenario_argument::parse_at(&arguments.file, &text).map_err(of_kind)?;
            own_place::check(&scenario, &shown)?;
            summary(&scenario)
        }
        FileKind::Experiment => {
            let experiment = sweep::parse_at(&arguments.file, &text).map_err(of_kind)?;
            own_place::check(&experiment.scenario, &shown)?;
            of_experiment(&experiment)
        }
        FileKind::Parameters => of_parameters(&validate::parse_parameters(&text).map_err(of_kind)?),
        FileKind::Profile => {
            of_profile(&Profile::from_toml(&text).map_err(|error| sentence(error.to_string()))?)
        }
        FileKind::Results => of_results(&regression::read(&text).map_err(sentence)?),
    };
    files::print(&format!("{shown}: valid, {}\n{summary}", kind.words()))
}

/// A failure that says as what the file was read: whoever meant another kind finds out why so much is wrong.
fn as_kind(failure: Failure, kind: FileKind) -> Failure {
    match failure {
        Failure::Input(words) => Failure::Input(format!("{words}, read as {}", kind.words())),
        other => other,
    }
}

fn summary(scenario: &Scenario) -> String {
    let Scenario {
        name,
        people,
        years,
        replicates,
        seed,
        money,
        ..
    } = scenario;
    let place = scenario
        .own_place()
        .map(|own| own.name.as_str())
        .or_else(|| name_of(&scenario.place))
        .unwrap_or(&scenario.place);
    let pounds = plain(money.pounds_per_head_year, 2);
    let (people, years) = (
        numbers::count(u64::from(*people)),
        years_words(*years as usize),
    );
    let mut text = format!(
        "  {name}\n  {place}, {people} people, {years}, {replicates} replicates, seed {seed}\n"
    );
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        text,
        "  £{pounds} a head a year, years {} to {}",
        money.first_year, money.last_year
    );
    for arm in &scenario.arms {
        let _ = writeln!(text, "  arm {}: {} (from {})", arm.id, arm.name, arm.preset);
    }
    let _ = writeln!(
        text,
        "  {} parameters changed, {} events, hash {}",
        scenario.parameters.changes().len(),
        scenario.events.len(),
        hash(scenario)
    );
    for warning in warnings(scenario) {
        let _ = writeln!(text, "  warning: {warning}");
    }
    text
}

fn of_experiment(experiment: &Experiment) -> String {
    let id = experiment.kind.id();
    let asks = Kind::ALL
        .iter()
        .find(|(known, _)| *known == id)
        .map_or("", |(_, sentence)| *sentence);
    let mut text = format!("  {}\n  {id}: {asks}\n", experiment.name);
    if let Kind::Sweep(sweep) = &experiment.kind {
        for vary in &sweep.vary {
            let ends = vary
                .values
                .first()
                .zip(vary.values.last())
                .map_or_else(String::new, |(a, b)| format!(", {a} to {b}"));
            let _ = writeln!(
                text,
                "  varies {}: {} values{ends}",
                vary.name,
                vary.values.len()
            );
        }
    }
    text + "  of the scenario\n" + &summary(&experiment.scenario)
}

fn of_parameters(named: &[(String, f32)]) -> String {
    let mut text = String::new();
    for (id, value) in named {
        let default = Parameters::default()
            .get(id)
            .map_or_else(String::new, |value| value.to_string());
        let _ = writeln!(text, "  {id} = {value} (default {default})");
    }
    text
}

fn of_profile(profile: &Profile) -> String {
    let (residents, neighbourhoods) = (
        numbers::count(profile.margins.residents()),
        profile.neighbourhoods.len(),
    );
    format!(
        "  {} ({}): {residents} residents in {neighbourhoods} neighbourhoods\n",
        profile.name, profile.id
    )
}

fn of_results(results: &crate::analysis::regression::movement::Results) -> String {
    let scenarios = results.scenarios.len();
    let plural = if scenarios == 1 { "" } else { "s" };
    format!(
        "  of version {}, {scenarios} scenario{plural}, digest {}\n",
        results.version,
        results.digest()
    )
}
