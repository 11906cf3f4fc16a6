//! `kith ask`: the questions about what is behind a difference, each with its own arguments; all are answered and printed alike.

use super::asking::Asking;
use super::{Failure, findings};
use crate::analysis::attribute::Attribution;
use crate::analysis::couplings::CouplingShares;
use crate::analysis::evaluate::Evaluation;
use crate::analysis::factorial::Factorial;
use crate::analysis::layers::Layers;
use crate::analysis::outcomes::OUTCOMES;
use crate::analysis::robustness::Robustness;
use crate::analysis::sensitivity::morris::Morris;
use crate::analysis::sensitivity::saltelli::Saltelli;
use crate::analysis::sensitivity::{Design, Sensitivity};
use crate::analysis::trial::Trial;
use crate::answers::{assumptions, evaluation, layers, levels, parts, trial, worlds};
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::questions;
use crate::scenario::approaches::Approach;
use crate::scenario::validate::nearest;
use clap::Subcommand;
use clap::builder::PossibleValuesParser;

/// What can be asked of a scenario.
#[derive(Debug, Subcommand)]
pub enum Question {
    #[command(about = questions::LAYERS.sentence)]
    Layers(Asking),
    #[command(about = questions::WORLDS.sentence)]
    Robustness {
        #[command(flatten)]
        asking: Asking,
        /// Worlds to draw; powers of two fill the ranges most evenly.
        #[arg(long, value_name = "N", default_value_t = 128)]
        draws: u32,
    },
    #[command(about = questions::LEVELS.sentence)]
    Factorial {
        #[command(flatten)]
        asking: Asking,
        /// Turn every coupling between levels to 0: levels should then add up.
        #[arg(long)]
        couplings_off: bool,
    },
    #[command(about = questions::DIMENSIONS.sentence)]
    Attribute {
        #[command(flatten)]
        asking: Asking,
        /// Share the difference out among the seven dimensions of design, or among the couplings between levels.
        #[arg(long, value_enum, default_value_t = By::Dimensions)]
        by: By,
        /// With --by couplings: orders of switching couplings on to sample.
        #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        orders: u32,
    },
    #[command(about = questions::ASSUMPTIONS.sentence)]
    Sensitivity(Moved),
    #[command(about = questions::EVALUATION.sentence)]
    Evaluate {
        #[command(flatten)]
        asking: Asking,
        /// The outcome to show; --json holds all.
        #[arg(long, value_name = "OUTCOME", default_value = "wellbeing", value_parser = PossibleValuesParser::new(OUTCOMES.iter().map(|o| o.id)))]
        of: String,
    },
    #[command(about = questions::TRIAL.sentence)]
    Trial {
        /// The approach to try, by id (kith describe approaches).
        approach: String,
        #[command(flatten)]
        asking: Asking,
        /// Months from enrolment to follow-up.
        #[arg(long, value_name = "M", default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=120))]
        months: u32,
    },
    /// All that stands beside a headline, as the page holds it (JSON).
    Findings(findings::Arguments),
}

/// Among what a difference is shared out.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum By {
    /// The seven dimensions: exact, from all 128 coalitions.
    Dimensions,
    /// The couplings: sampled orders.
    Couplings,
}

/// Which assumptions are moved, by which method, how much of it.
#[derive(Debug, clap::Args)]
pub struct Moved {
    #[command(flatten)]
    asking: Asking,
    /// Morris screens many assumptions with few worlds; Sobol shares variance out among few with many.
    #[arg(long, value_enum, default_value_t = Method::Morris)]
    method: Method,
    /// The indicator.
    #[arg(long, value_name = "INDICATOR", default_value = "doing_well", value_parser = PossibleValuesParser::new(CATALOGUE.iter().map(|i| i.id)))]
    of: String,
    /// Only the assumptions of one mechanism ("approaches" for effects of approaches).
    #[arg(long, value_name = "MECHANISM")]
    only: Option<String>,
    /// Morris: walks (worlds: walks × (assumptions + 1)). Sobol: base sample (worlds: base × (assumptions + 2)).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=65_536))]
    samples: Option<u32>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Method {
    /// Elementary effects: μ*, σ.
    Morris,
    /// First-order and total indices.
    Sobol,
}

impl Question {
    /// Asks it and prints the answer.
    pub fn run(&self) -> Result<(), Failure> {
        match self {
            Self::Layers(asking) => asking.answer(
                &questions::LAYERS,
                "pairs of arms",
                Layers::new,
                layers::report,
            ),
            Self::Robustness { asking, draws } => asking.answer(
                &questions::WORLDS,
                "worlds",
                |of| Robustness::new(of, *draws).map_err(|words| format!("--{words}")),
                worlds::report,
            ),
            Self::Factorial {
                asking,
                couplings_off,
            } => asking.answer(
                &questions::LEVELS,
                "replicates of 32 cells",
                |of| Factorial::new(of, !couplings_off),
                levels::report,
            ),
            Self::Attribute {
                asking,
                by: By::Dimensions,
                ..
            } => asking.answer(
                &questions::DIMENSIONS,
                "replicates of 128 coalitions",
                Attribution::new,
                parts::report,
            ),
            Self::Attribute { asking, orders, .. } => asking.answer(
                &questions::COUPLINGS,
                "orders",
                |of| CouplingShares::new(of, *orders),
                parts::report,
            ),
            Self::Sensitivity(moved) => match (moved.method, moved.samples) {
                (Method::Morris, walks) => {
                    let walks = walks.unwrap_or(4) as usize;
                    moved.answer(|count, seed| Morris::new(count, walks, seed))
                }
                (Method::Sobol, base) => {
                    let base = base.unwrap_or(32) as usize;
                    moved.answer(|count, seed| Saltelli::new(count, base, seed))
                }
            },
            Self::Evaluate { asking, of } => evaluated(asking, of),
            Self::Trial {
                approach,
                asking,
                months,
            } => tried(asking, approach, *months),
            Self::Findings(arguments) => findings::run(arguments),
        }
    }
}

fn evaluated(asking: &Asking, of: &str) -> Result<(), Failure> {
    // The choices of --of are those of the list.
    let outcome = OUTCOMES.iter().position(|outcome| outcome.id == of);
    asking.answer(
        &questions::EVALUATION,
        "replicates",
        Evaluation::new,
        |answer, about| evaluation::report(answer, outcome.unwrap_or(0), about),
    )
}

fn tried(asking: &Asking, approach: &str, months: u32) -> Result<(), Failure> {
    asking.answer(
        &questions::TRIAL,
        "trials",
        |of| {
            Ok(Trial::new(
                of,
                approach_of(&of.scenario.approaches, approach)?,
                months,
            ))
        },
        |answer, about| {
            let tried = approach_of(&about.scenario.approaches, approach);
            trial::report(answer, tried.map_or(approach, |tried| &tried.name), about)
        },
    )
}

impl Moved {
    fn answer<D: Design>(&self, design: impl FnOnce(usize, u64) -> D) -> Result<(), Failure> {
        // The choices of --of are the catalogue's.
        let indicator = position(&self.of).unwrap_or(0);
        self.asking.answer(
            &questions::ASSUMPTIONS,
            "worlds",
            |of| {
                let design = |count| design(count, of.scenario.seed);
                Sensitivity::new(of, indicator, self.only.as_deref(), design)
                    .map_err(|words| format!("--{words}"))
            },
            assumptions::report,
        )
    }
}

fn approach_of<'a>(approaches: &'a [Approach], id: &str) -> Result<&'a Approach, String> {
    let found = approaches.iter().find(|approach| approach.id == id);
    found.ok_or_else(|| {
        let wanted = match nearest(id, approaches.iter().map(|approach| approach.id.as_str())) {
            Some(near) => format!("an approach of the catalogue (did you mean \"{near}\"?)"),
            None => "an approach of the catalogue (kith describe approaches)".to_owned(),
        };
        format!("approach: found \"{id}\"; wanted {wanted}")
    })
}
