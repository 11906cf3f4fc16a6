//! `kith ask findings`: the answers that stand beside a headline and in the section Why, made once and bundled.

use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, asking, compare, files};
use crate::analysis::attribute::Attribution;
use crate::analysis::couplings::CouplingShares;
use crate::analysis::digest::{Layered, Published, Shares, Split, SwitchedOff, Together};
use crate::analysis::estimate::Estimate;
use crate::analysis::evaluate::Evaluation;
use crate::analysis::factorial::Factorial;
use crate::analysis::findings::{Findings, question};
use crate::analysis::layers::Layers;
use crate::analysis::question::Question;
use crate::analysis::robustness::Robustness;
use crate::analysis::without::Without;
use crate::ensemble::pair::Pair;
use crate::ensemble::{self, Ensemble, Job, Prepared, summary};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, HEADLINE};
use crate::questions;
use crate::scenario::parameters::Couplings;
use crate::scenario::{Scenario, bundled, validate};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Which scenario, how many worlds.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A scenario file, or the id of a bundled scenario (kith describe scenarios).
    #[arg(default_value = "trafford")]
    scenario: PathBuf,
    /// Worlds to draw.
    #[arg(long, value_name = "N", default_value_t = 128)]
    draws: u32,
    /// Run the layers with this many different lucks.
    #[arg(long, value_name = "R", default_value_t = 16)]
    replicates: u32,
    /// Work out the headline from this many runs.
    #[arg(long, value_name = "R", default_value_t = 64)]
    runs: u32,
    /// Run levels, dimensions, each coupling switched off and the evaluation with this many different lucks.
    #[arg(long, value_name = "R", default_value_t = 8)]
    asked_replicates: u32,
    /// Draw this many orders in which couplings join.
    #[arg(long, value_name = "N", default_value_t = 24)]
    orders: u32,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// Asks and prints one JSON object.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let argument = ScenarioArgument::of(&arguments.scenario);
    let scenario = argument.read_with(&Changes::default(), Some(arguments.replicates))?;
    let whole = prepare(scenario.clone())?;
    let by_layer = Layers::new(&whole).map_err(Failure::Input)?;
    let parts = ask::in_parallel(arguments.threads, by_layer.tasks(), |task| {
        by_layer.run(task)
    })?;
    // The last layer is the scenario itself, replicate by replicate.
    let itself = &parts[parts.len() - arguments.replicates as usize..];
    let differences: Vec<f64> = itself
        .iter()
        .map(|paired| paired.difference(DOING_WELL))
        .collect();
    let layers = by_layer.answer(parts);
    let layered = Layered::of(&layers).ok_or_else(silent)?;
    let asked_of = |replicates: u32| {
        prepare(Scenario {
            people: questions::WORLDS.usual.people,
            replicates,
            ..scenario.clone()
        })
    };
    let (worlds, asked) = (
        asked_of(questions::WORLDS.usual.replicates)?,
        asked_of(arguments.asked_replicates)?,
    );
    let whole = prepare(Scenario {
        replicates: arguments.runs,
        ..scenario.clone()
    })?;
    let answer_of = compare::gather(&whole, arguments.threads)?;
    let robustness = Robustness::new(&worlds, arguments.draws)
        .map_err(|words| Failure::Input(format!("--{words}")))?;
    let levels = answer(arguments, Factorial::new(&asked, true), "levels")?;
    let dimensions = answer(arguments, Attribution::new(&asked), "dimensions")?;
    let couplings = answer(
        arguments,
        CouplingShares::new(&asked, arguments.orders),
        "couplings",
    )?;
    let without = |coupling| {
        Ok(SwitchedOff::of(&answer(
            arguments,
            Without::new(&asked, coupling),
            "couplings",
        )?)
        .rounded())
    };
    let findings = Findings {
        name: scenario.name.clone(),
        question: question(&scenario),
        model: model()?,
        reference: layers.reference.clone(),
        alternative: layers.alternative.clone(),
        difference: Estimate::of(&differences).interval,
        replicates: arguments.replicates,
        alternative_better: differences
            .iter()
            .filter(|difference| **difference > 0.0)
            .count() as u32,
        seed: scenario.seed,
        outcomes: outcomes(&scenario, &answer_of),
        robustness: Shares::of(ask::ask(&robustness, arguments.threads, "worlds")?),
        layers: layered.layers,
        carried_by: layered.carried_by,
        people: scenario.people,
        asked_people: questions::WORLDS.usual.people,
        levels: Together::of(&levels).ok_or_else(silent)?.rounded(),
        dimensions: Split::of(&dimensions).ok_or_else(silent)?.rounded(),
        couplings: Split::of(&couplings).ok_or_else(silent)?.rounded(),
        without: (0..Couplings::INFO.len())
            .map(without)
            .collect::<Result<_, Failure>>()?,
        evaluation: Published::of(&answer(arguments, Evaluation::new(&asked), "evaluations")?)
            .rounded(),
    };
    files::print(&asking::json(&findings, &scenario)?)
}

/// Every outcome that comes first, one paired difference a run, by its id.
fn outcomes(scenario: &Scenario, lived: &Ensemble) -> BTreeMap<String, Vec<f64>> {
    let pair = Pair::shown(scenario);
    HEADLINE
        .map(|outcome| {
            let found = summary::compared(scenario, lived, pair, outcome);
            (CATALOGUE[outcome].id.to_owned(), found.runs)
        })
        .into()
}

/// Answers a question, or says why it cannot be asked of this scenario.
fn answer<Q: Question>(
    arguments: &Arguments,
    question: Result<Q, String>,
    what: &str,
) -> Result<Q::Answer, Failure> {
    ask::ask(&question.map_err(Failure::Input)?, arguments.threads, what)
}

fn silent() -> Failure {
    Failure::Other("an answer says nothing of adults doing well".to_owned())
}

/// The fingerprint of a small run of the bundled default: another one means that the model gives other results.
fn model() -> Result<String, Failure> {
    let text = bundled::scenario("trafford").unwrap_or_default();
    let mut scenario = validate::parse(text)
        .map_err(|_| Failure::Other("the bundled default does not parse".to_owned()))?;
    (
        scenario.people,
        scenario.years,
        scenario.spin_up_months,
        scenario.money.last_year,
    ) = (800, 2, 12, 2);
    let arms = (0..scenario.arms.len() as u32).collect::<Vec<_>>();
    let prepared: Prepared = prepare(scenario)?;
    let mut ensemble = ensemble::Ensemble::default();
    for replicate in 0..2 {
        ensemble.add(ensemble::run(
            &prepared,
            &Job {
                replicate,
                arms: arms.clone(),
                frames: false,
            },
        ));
    }
    Ok(ensemble.fingerprint())
}
