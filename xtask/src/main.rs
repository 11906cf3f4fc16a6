//! Project tasks: one command sets a fresh machine up and does the work. Knows how the project is
//! built; knows no model.

mod apt;
mod bench;
mod build;
mod check_data;
mod command;
mod fuzz;
mod lighthouse;
mod lines;
mod look_up;
mod npm;
mod offline;
mod paths;
mod programs;
mod publish;
mod python;
mod serve;
mod stamp;
mod summary;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "Tasks of the project. Each installs what it needs first, and says so.

  cargo xtask serve [--port P] [--watch]
      build the page and serve it on this machine (default port 8080)
  cargo xtask build [--release] [--single-file]
      build dist/, ready to publish; --release also makes it as small as it gets;
      --single-file also writes it as one HTML file that opens from disk
  cargo xtask test [--quick] [PART…]
      everything that must hold; --quick leaves the browsers and the documentation out
  cargo xtask check-data DIR
      are the bundled boroughs what the full official tables in DIR say?
  cargo xtask look-up NEIGHBOURHOODS.csv DISTRICTS.csv
      pack the official look-ups into static/neighbourhoods.txt
  cargo xtask bench [--native] [--wasm] [--page] [--save NAME] [--against NAME]
      what it costs, in one table; compares with a table that was kept
  cargo xtask fuzz [READER…] [--inputs N] [--seed S]
      hostile input for every reader of files, links and codes; --list names them
  cargo xtask lines [--at REVISION] [--width N]
      how much code there is, and what is too long: now or at a revision; formatted in a
      fixed width, two ways of formatting can be compared
  cargo xtask lighthouse
      Lighthouse over the published page: performance, accessibility, best practice
  cargo xtask tools
      install everything and do nothing else
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.split_first() {
        Some((&"serve", rest)) => serve::task(rest),
        Some((&"build", rest)) => build::task(rest),
        Some((&"test", rest)) => return test::task(rest),
        Some((&"check-data", rest)) => check_data::task(rest),
        Some((&"look-up", rest)) => look_up::task(rest),
        Some((&"bench", rest)) => bench::task(rest),
        Some((&"fuzz", rest)) => fuzz::task(rest),
        Some((&"lines", rest)) => lines::task(rest),
        Some((&"lighthouse", rest)) => lighthouse::task(rest),
        Some((&"tools", [])) => tools::everything(),
        None | Some((&"help" | &"--help" | &"-h", _)) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => Err(format!(
            "`cargo xtask {}` is not a task.\n\n{HELP}",
            words.join(" ")
        )),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}
