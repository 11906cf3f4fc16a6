//! The command line: one file a subcommand.

pub mod graph;
pub mod place;

/// Why a command did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The input is wrong: exit code 2.
    Input(String),
    /// Anything else: exit code 1.
    Other(String),
}

/// Runs the command line. Exit codes: 0 done, 2 the input is wrong, 1 anything else.
pub fn main() -> std::process::ExitCode {
    use clap::Parser;
    let done = match Cli::parse().command {
        Command::Place(arguments) => place::run(&arguments),
        Command::Graph(arguments) => graph::run(&arguments),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(Failure::Input(text)) => {
            eprintln!("{text}");
            std::process::ExitCode::from(2)
        }
        Err(Failure::Other(text)) => {
            eprintln!("{text}");
            std::process::ExitCode::from(1)
        }
    }
}

#[derive(clap::Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Generates a place from official tables or from a bundled profile.
    Place(place::Arguments),
    /// Writes or measures the graph of a place.
    Graph(graph::Arguments),
}
