//! The command line: one file a subcommand. Reads files, prints, keeps exit codes; knows nothing of how a month works.

mod ask;
mod asking;
mod attribute;
mod calibrate;
mod compare;
mod describe;
mod england;
mod evaluate;
mod factorial;
mod files;
mod findings;
mod follow;
mod graph;
mod layers;
mod numbers;
mod own_place;
mod parquet;
mod patterns;
mod place;
mod regress;
mod report;
mod robustness;
mod run;
mod scenario_argument;
mod sensitivity;
mod stop;
mod sweep;
mod trial;
mod validate;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// How a subcommand failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// What the person gave is wrong; the words say what and what would be right. Exit code 2.
    Input(String),
    /// Anything else. Exit code 1.
    Other(String),
    /// Nothing went wrong, but what was compared differs, and that has been printed. Exit code 1.
    Differs,
    /// Whoever read our output has stopped reading. Nothing is said; exit code 0.
    NobodyReads,
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe { Self::NobodyReads } else { Self::Other(error.to_string()) }
    }
}

const EXAMPLES: &str = "\
Examples:
  kith compare trafford --replicates 16        the default comparison, quicker
  kith compare mine.toml --json > result.json  one object, for other programs
  kith validate mine.toml                      every mistake in a file at once, whatever kind it is of
  kith describe dimensions                     what a strategy is made of

SCENARIO is a path, or the id of a bundled scenario (kith describe scenarios).
Exit codes: 0 done, 2 the input is wrong, 130 stopped, 1 anything else. Of regress: 0 the same, 1 something moved, 2 trouble.
Ctrl-C says what is kept and how to go on.
A model, not a forecast.";

/// How a place changes: the same invented people living the same luck, in worlds that spend the same money differently.
#[derive(Debug, Parser)]
#[command(name = "kith", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 110)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compare the arms of a scenario: the same people, the same luck, the same money.
    Compare(compare::Arguments),
    /// Follow every person through one arm and write a person-year panel.
    Run(run::Arguments),
    /// Measure what a credible model must reproduce: 16 patterns against their bands.
    Patterns(patterns::Arguments),
    /// Fit the free parameters to business as usual by history matching; no comparison is looked at.
    Calibrate(calibrate::Arguments),
    /// Make the answers that stand beside a headline: luck, robustness, layers of evidence (JSON).
    Findings(findings::Arguments),
    /// Follow one person through both worlds under the same luck: where the two lives part, and what then happens in each.
    Follow(follow::Arguments),
    /// Check a file (scenario, experiment, assumptions, profile, results) and name everything that is wrong with it.
    Validate(validate::Arguments),
    /// List what the model is made of, and where each number comes from.
    Describe(describe::Arguments),
    /// Try one approach in a simulated randomised controlled trial, with the truth that no trial knows.
    Trial(trial::Arguments),
    /// What each pilot would publish, beside the truth.
    Evaluate(evaluate::Arguments),
    /// Fund every set of levels: what each adds, and whether together they do more.
    Factorial(factorial::Arguments),
    /// Share the difference between two arms out among dimensions of design, or couplings.
    Attribute(attribute::Arguments),
    /// Draw every assumption from its range: in what share of worlds each strategy does better, and what decides.
    Robustness(robustness::Arguments),
    /// How much each assumption moves the difference between the arms.
    Sensitivity(sensitivity::Arguments),
    /// Run an experiment file of any kind, on one machine or many; go on where it was stopped.
    Sweep(sweep::Arguments),
    /// How much of the difference rests on what kind of evidence.
    Layers(layers::Arguments),
    /// Generate a place from official tables or from a bundled profile, and check its margins.
    Place(place::Arguments),
    /// Make the figures of every English district from official tables, or check the places generated from them.
    England(england::Arguments),
    /// Write or measure the graph of a place: people, families, neighbourhoods, services, government.
    Graph(graph::Arguments),
    /// What moved between two versions' results, and by how much; or against what this version computes.
    Regress(regress::Arguments),
}

/// Runs the command line. Exit codes: 0 done, 2 the input is wrong, 130 stopped by somebody, 1 anything else.
pub fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(answer) => {
            // Help and version come this way too; if nobody reads them there is nobody to tell.
            let typed = answer.to_string();
            // What was typed is quoted in it: that must not reach a terminal as orders.
            if typed.chars().any(|c| c != '\n' && crate::text::is_hidden(c)) {
                files::say(&typed);
            } else {
                let _ = answer.print();
            }
            return ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(1));
        }
    };
    stop::listen();
    // A broken invariant of the model asserts; its words are on stderr already, and the exit code is "anything else".
    let done = std::panic::catch_unwind(|| match &line.command {
        Command::Compare(arguments) => compare::run(arguments),
        Command::Run(arguments) => run::run(arguments),
        Command::Patterns(arguments) => patterns::run(arguments),
        Command::Calibrate(arguments) => calibrate::run(arguments),
        Command::Findings(arguments) => findings::run(arguments),
        Command::Follow(arguments) => follow::run(arguments),
        Command::Validate(arguments) => validate::run(arguments),
        Command::Describe(arguments) => describe::run(arguments),
        Command::Trial(arguments) => trial::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Factorial(arguments) => factorial::run(arguments),
        Command::Attribute(arguments) => attribute::run(arguments),
        Command::Robustness(arguments) => robustness::run(arguments),
        Command::Sensitivity(arguments) => sensitivity::run(arguments),
        Command::Sweep(arguments) => sweep::run(arguments),
        Command::Layers(arguments) => layers::run(arguments),
        Command::Place(arguments) => place::run(arguments),
        Command::England(arguments) => england::run(arguments),
        Command::Graph(arguments) => graph::run(arguments),
        Command::Regress(arguments) => regress::run(arguments),
    });
    let (words, code) = match done {
        Ok(Ok(()) | Err(Failure::NobodyReads)) => return ExitCode::SUCCESS,
        Ok(Err(Failure::Differs)) => return ExitCode::from(1),
        Ok(Err(Failure::Input(words))) => (words, 2),
        Ok(Err(Failure::Other(words))) => (words, 1),
        Err(_) => ("kith stopped: an invariant of the model did not hold (see above). Please report it with the scenario.".to_owned(), 1),
    };
    files::say(&words);
    ExitCode::from(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Line::command().debug_assert();
    }

    #[test]
    fn a_reader_who_left_is_no_failure() {
        assert_eq!(Failure::from(std::io::Error::from(std::io::ErrorKind::BrokenPipe)), Failure::NobodyReads);
        assert!(matches!(Failure::from(std::io::Error::from(std::io::ErrorKind::StorageFull)), Failure::Other(_)));
    }
}
