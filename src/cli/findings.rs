//! `kith findings`: the answers that stand beside a headline, made once and bundled: luck, robustness and layers of evidence.

use super::asking::About;
use super::robustness::SIZE;
use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, files};
use crate::analysis::estimate::Estimate;
use crate::analysis::findings::{Findings, Interval, Layer, Shares, question};
use crate::analysis::layers::Layers;
use crate::analysis::question::Question;
use crate::analysis::robustness::Robustness;
use crate::ensemble::{self, Job, Prepared};
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::{Scenario, bundled, validate};

/// Which scenario, how many worlds.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// Worlds to draw.
    #[arg(long, value_name = "N", default_value_t = 128)]
    draws: u32,
    /// Re-run the layers with this many different lucks.
    #[arg(long, value_name = "R", default_value_t = 16)]
    replicates: u32,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// How many of the deciding assumptions are kept.
const DECIDING: usize = 6;

/// Asks and prints one JSON object.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let argument = ScenarioArgument { scenario: arguments.about.scenario.clone() };
    let scenario = argument.read_with(&Changes::default(), Some(arguments.replicates))?;
    let asked = question(&scenario);
    let whole = prepare(scenario.clone())?;
    let question = Layers::new(&whole).map_err(Failure::Input)?;
    let parts = ask::in_parallel(arguments.threads, question.tasks(), |task| question.run(task))?;
    // The last layer is the scenario itself, replicate by replicate.
    let itself = &parts[parts.len() - arguments.replicates as usize..];
    let differences: Vec<f64> = itself.iter().map(|paired| paired.difference(DOING_WELL)).collect();
    let layers = question.answer(parts);
    let worlds = prepare(Scenario { people: SIZE.people, replicates: SIZE.replicates, ..scenario.clone() })?;
    let robustness = Robustness::new(&worlds, arguments.draws).map_err(|words| Failure::Input(format!("--{words}")))?;
    let robustness = ask::ask(&robustness, arguments.threads, "worlds")?;
    let course = layers.indicators.iter().find(|course| course.indicator == "doing_well");
    let course = course.ok_or_else(|| Failure::Other("the layers hold no course of adults doing well".to_owned()))?;
    let findings = Findings {
        name: scenario.name.clone(),
        question: asked,
        model: model()?,
        first: layers.first.clone(),
        second: layers.second.clone(),
        difference: interval(&Estimate::of(&differences)),
        replicates: arguments.replicates,
        first_better: differences.iter().filter(|difference| **difference > 0.0).count() as u32,
        robustness: Shares {
            draws: robustness.draws,
            wins: robustness.wins,
            decides: robustness.decides.into_iter().take(DECIDING).map(|decides| (decides.parameter, decides.share)).collect(),
            middle_half: (robustness.quantiles[1], robustness.quantiles[3]),
        },
        layers: course.layers.iter().map(|step| Layer { up_to: step.up_to, difference: interval(&step.difference) }).collect(),
        carried_by: course.carried_by,
    };
    let json = serde_json::to_string_pretty(&findings).map_err(|error| Failure::Other(error.to_string()))?;
    files::print(&(json + "\n"))
}

fn interval(estimate: &Estimate) -> Interval {
    Interval { mean: estimate.mean, low: estimate.low, high: estimate.high }
}

/// The fingerprint of a small run of the bundled default: another one means that the model gives other results.
fn model() -> Result<String, Failure> {
    let text = bundled::scenario("trafford").unwrap_or_default();
    let mut scenario = validate::parse(text).map_err(|_| Failure::Other("the bundled default does not parse".to_owned()))?;
    (scenario.people, scenario.years, scenario.spin_up_months, scenario.money.last_year) = (800, 2, 12, 2);
    let arms = (0..scenario.arms.len() as u32).collect::<Vec<_>>();
    let prepared: Prepared = prepare(scenario)?;
    let mut ensemble = ensemble::Ensemble::default();
    for replicate in 0..2 {
        ensemble.add(ensemble::run(&prepared, &Job { replicate, arms: arms.clone(), frames: false }));
    }
    Ok(ensemble.fingerprint())
}
