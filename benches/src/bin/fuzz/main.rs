//! `kith-fuzz [READER…]`: hostile input for every reader of what people hand in, on the stable
//! compiler and without anything to install. `cargo xtask fuzz` runs it.
//!
//! [`readers`] are the doors: a file, a link, a code as bytes, and what is said about it.
//! [`mutate`] bends inputs that are right until they are wrong in the ways that files and links go
//! wrong. [`attempt`] tries one input and judges it; [`run`] tries many, each reader in a process
//! of its own, so that one that ends the process is found too; [`report`] keeps and prints what
//! failed. An input is named by seed, reader and number, so that any of them can be made again by
//! itself.

mod attempt;
mod luck;
mod minimise;
mod mutate;
mod readers;
mod report;
mod run;
mod tokens;
mod watch;

use crate::attempt::{attempt, note_panics};
use crate::readers::{READERS, Reader};
use crate::report::{heading, keep, line, peak};
use crate::run::{Failed, Which, input, run};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "kith-fuzz [READER…] [--inputs N] [--seed S] [--from K]
    N hostile inputs for each reader (default 20,000, seed 1), from number K on
kith-fuzz READER --file PATH
    one input from a file
kith-fuzz --list
    the readers";

/// What is asked for.
struct Wanted {
    readers: Vec<Reader>,
    which: Which,
    file: Option<PathBuf>,
    /// This process reads; without it, it starts others that do.
    here: bool,
    trace: Option<PathBuf>,
    list: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = match wanted(&arguments) {
        Ok(wanted) => wanted,
        Err(words) => {
            eprintln!("{words}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    if wanted.list {
        for reader in READERS {
            println!("{:<11} {}", reader.name, reader.what);
        }
        return ExitCode::SUCCESS;
    }
    if let Some(file) = &wanted.file {
        return one(&wanted.readers[0], file);
    }
    if !wanted.here {
        println!("{}", heading());
    }
    let failed = wanted
        .readers
        .iter()
        .filter(|reader| {
            !if wanted.here {
                here(reader, &wanted)
            } else {
                apart(reader, wanted.which)
            }
        })
        .count();
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn wanted(arguments: &[String]) -> Result<Wanted, String> {
    let mut wanted = Wanted {
        readers: Vec::new(),
        which: Which {
            seed: 1,
            from: 0,
            inputs: 20_000,
        },
        file: None,
        here: false,
        trace: None,
        list: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || {
            rest.next()
                .ok_or_else(|| format!("{argument} wants a value"))
        };
        let number = |text: &String| {
            text.replace('_', "")
                .parse::<u64>()
                .map_err(|_| format!("{argument}: {text:?} is no number"))
        };
        match argument.as_str() {
            "--inputs" => wanted.which.inputs = number(value()?)?,
            "--seed" => wanted.which.seed = number(value()?)?,
            "--from" => wanted.which.from = number(value()?)?,
            "--file" => wanted.file = Some(value()?.into()),
            "--trace" => wanted.trace = Some(value()?.into()),
            "--here" => wanted.here = true,
            "--list" => wanted.list = true,
            name => match READERS.iter().find(|reader| reader.name == name) {
                Some(reader) => wanted.readers.push(*reader),
                None => {
                    return Err(format!(
                        "{name:?} is no reader; there are {}",
                        READERS.map(|reader| reader.name).join(", ")
                    ));
                }
            },
        }
    }
    if wanted.file.is_some() && wanted.readers.len() != 1 {
        return Err("--file wants one reader".to_owned());
    }
    if wanted.readers.is_empty() {
        wanted.readers = READERS.to_vec();
    }
    Ok(wanted)
}

/// One input from a file, and everything that is said about it.
fn one(reader: &Reader, file: &Path) -> ExitCode {
    let input = match std::fs::read(file) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::from(2);
        }
    };
    note_panics();
    let read = (reader.ready)();
    let outcome = attempt(&read, &input);
    println!(
        "{} bytes, {:?}, accepted: {}, failure: {:?}",
        input.len(),
        outcome.took,
        outcome.accepted,
        outcome.failure
    );
    if outcome
        .failure
        .as_ref()
        .is_none_or(|failure| failure.word() != "panic")
    {
        read(&input)
            .messages
            .iter()
            .for_each(|message| println!("{message:?}"));
    }
    if outcome.failure.is_some() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Reads inputs in this process.
fn here(reader: &Reader, wanted: &Wanted) -> bool {
    let tally = run(reader, wanted.which, wanted.trace.as_deref());
    println!("{}", line(reader.name, &tally, peak()));
    tally
        .kept
        .iter()
        .for_each(|failed| keep(reader, wanted.which.seed, failed));
    tally.failures == 0
}

/// Reads inputs in a process of its own; where that is ended from outside, finds the input that did
/// it.
fn apart(reader: &Reader, which: Which) -> bool {
    let Some(status) = child(reader, which, None) else {
        return false;
    };
    if status.code().is_some() {
        return status.success();
    }
    println!(
        "{}: the process ended ({status}); once more, to find the input",
        reader.name
    );
    let trace = std::env::temp_dir().join(format!("kith-fuzz-{}", std::process::id()));
    child(reader, which, Some(&trace));
    let number = std::fs::read_to_string(&trace)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    // Best effort: a temporary file.
    let _ = std::fs::remove_file(&trace);
    if let Some(number) = number {
        let failure = crate::attempt::Failure::Panic(format!("the process ended: {status}"));
        keep(
            reader,
            which.seed,
            &Failed {
                failure,
                number,
                input: input(reader, which.seed, number),
            },
        );
    }
    false
}

fn child(reader: &Reader, which: Which, trace: Option<&Path>) -> Option<std::process::ExitStatus> {
    let own = std::env::current_exe()
        .map_err(|error| eprintln!("this program: {error}"))
        .ok()?;
    let mut command = Command::new(own);
    command.args([reader.name, "--here", "--seed", &which.seed.to_string()]);
    command.args([
        "--from",
        &which.from.to_string(),
        "--inputs",
        &which.inputs.to_string(),
    ]);
    if let Some(trace) = trace {
        command.arg("--trace").arg(trace);
    }
    command
        .status()
        .map_err(|error| eprintln!("{}: {error}", reader.name))
        .ok()
}
