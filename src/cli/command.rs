//! The commands, and what each is called: nine, of which three hold others.

use super::questions::Question;
use super::{
    Failure, calibrate, compare, describe, england, follow, graph, patterns, place, regress, run,
    sweep, validate,
};
use clap::Subcommand;

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare the arms of a scenario: the same people, the same luck, the same money.
    Compare(compare::Arguments),
    /// Ask what is behind a difference: which evidence, level, dimension or assumption.
    Ask {
        #[command(subcommand)]
        question: Question,
    },
    /// Follow every person through one arm and write a person-year panel.
    Run(run::Arguments),
    /// Follow one person through both worlds: where the two lives part, and what then happens.
    Follow(follow::Arguments),
    /// Run an experiment file, on one machine or many; go on where it stopped.
    Sweep(sweep::Arguments),
    /// Generate a place from official tables or a profile; its graph; all of England.
    Place(Placed),
    /// List what the model is made of, and where each number comes from.
    Describe(describe::Arguments),
    /// Check a file of any kind, the model against patterns, one version against another.
    Check(Checked),
    /// Fit the free parameters to business as usual; no comparison is looked at.
    Calibrate(calibrate::Arguments),
}

/// What can be done with a place.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Placed {
    #[command(subcommand)]
    what: Option<OfAPlace>,
    #[command(flatten)]
    generate: Option<place::Arguments>,
}

/// What can be done with a place besides generating it.
#[derive(Debug, Subcommand)]
enum OfAPlace {
    /// Write or measure the graph of a place: people, families, neighbourhoods, services, government.
    Graph(graph::Arguments),
    /// Make the figures of every English district from official tables, or check the places generated from them.
    England(england::Arguments),
}

/// What can be checked.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Checked {
    #[command(subcommand)]
    what: Option<OfTheModel>,
    #[command(flatten)]
    file: Option<validate::Arguments>,
}

/// What can be checked besides a file.
#[derive(Debug, Subcommand)]
enum OfTheModel {
    /// Measure what a credible model must reproduce: 16 patterns against their bands.
    Patterns(patterns::Arguments),
    /// What moved between two versions' results, and by how much; or against what this version computes.
    Regression(regress::Arguments),
}

impl Command {
    /// Does it.
    pub fn run(&self) -> Result<(), Failure> {
        match self {
            Self::Compare(arguments) => compare::run(arguments),
            Self::Ask { question } => question.run(),
            Self::Run(arguments) => run::run(arguments),
            Self::Follow(arguments) => follow::run(arguments),
            Self::Sweep(arguments) => sweep::run(arguments),
            Self::Place(placed) => placed.run(),
            Self::Describe(arguments) => describe::run(arguments),
            Self::Check(checked) => checked.run(),
            Self::Calibrate(arguments) => calibrate::run(arguments),
        }
    }
}

impl Placed {
    fn run(&self) -> Result<(), Failure> {
        match (&self.what, &self.generate) {
            (Some(OfAPlace::Graph(arguments)), _) => graph::run(arguments),
            (Some(OfAPlace::England(arguments)), _) => england::run(arguments),
            (None, Some(arguments)) => place::run(arguments),
            (None, None) => {
                Err(Failure::Input("place: nothing to generate from; wanted --profile ID|FILE or --census DIR --area NAME".to_owned()))
            }
        }
    }
}

impl Checked {
    fn run(&self) -> Result<(), Failure> {
        match (&self.what, &self.file) {
            (Some(OfTheModel::Patterns(arguments)), _) => patterns::run(arguments),
            (Some(OfTheModel::Regression(arguments)), _) => regress::run(arguments),
            (None, Some(arguments)) => validate::run(arguments),
            (None, None) => Err(Failure::Input(
                "check: no file; wanted one of any kind, `patterns` or `regression`".to_owned(),
            )),
        }
    }
}
