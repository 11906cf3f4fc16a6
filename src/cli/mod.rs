//! The command line: one file a subcommand. Reads files, prints, keeps exit codes; knows nothing of how a month works.

mod ask;
mod asking;
mod calibrate;
mod command;
mod compare;
mod describe;
mod england;
mod failure;
mod files;
mod findings;
mod follow;
mod graph;
mod numbers;
mod own_place;
mod parquet;
mod patterns;
mod place;
mod questions;
mod regress;
mod renames;
mod report;
mod run;
mod scenario_argument;
mod stop;
mod sweep;
mod terminal;
mod validate;

pub use failure::Failure;

use clap::Parser;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  kith compare trafford --replicates 16        the default comparison, quicker
  kith compare mine.toml --json > result.json  one object, for other programs
  kith ask layers                              what rests on which evidence
  kith check mine.toml                         every mistake in a file at once
  kith describe dimensions                     what a strategy is made of

SCENARIO is a path, or the id of a bundled scenario (kith describe scenarios).
Exit codes: 0 done, 2 the input is wrong, 130 stopped, 1 anything else.
Ctrl-C says what is kept and how to go on.
A model, not a forecast.";

/// How a place changes: the same people, the same luck, the same money spent differently.
#[derive(Debug, Parser)]
#[command(name = "kith", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 110)]
struct Line {
    #[command(subcommand)]
    command: command::Command,
}

/// Runs the command line. Exit codes: 0 done, 2 the input is wrong, 130 stopped by somebody, 1 anything else.
pub fn main() -> ExitCode {
    let (arguments, note) = renames::today(std::env::args_os().collect());
    if let Some(note) = note {
        files::say(&note);
    }
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(answer) => {
            // Help and version come this way too; if nobody reads them there is nobody to tell.
            let typed = answer.to_string();
            // What was typed is quoted in it: that must not reach a terminal as orders.
            if typed
                .chars()
                .any(|c| c != '\n' && crate::text::is_hidden(c))
            {
                files::say(&typed);
            } else {
                let _ = answer.print();
            }
            return ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(1));
        }
    };
    stop::listen();
    // A broken invariant of the model asserts; its words are on stderr already, and the exit code is "anything else".
    let done = std::panic::catch_unwind(|| line.command.run());
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
}
