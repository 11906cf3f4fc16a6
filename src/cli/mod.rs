//! The command line: one file a subcommand.

/// Runs the command line. Exit codes: 0 done, 2 the input is wrong, 1 anything else.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
