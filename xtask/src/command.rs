//! Other programs: finding them, running them, and saying plainly what went wrong.

use crate::paths;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Says what is being done, and why it takes a while.
pub fn say(message: &str) {
    println!("→ {message}");
}

/// A program to be run at the root, with the project's own tools before all others on the path.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command
        .current_dir(paths::root())
        .env("PATH", search_path());
    // `cargo run` sets these about xtask; they are not about what is run from here.
    for (key, _) in std::env::vars_os() {
        let about_xtask = key
            .to_str()
            .is_some_and(|k| k.starts_with("CARGO_PKG_") || k.starts_with("CARGO_MANIFEST_"));
        if about_xtask {
            command.env_remove(key);
        }
    }
    command
}

/// Cargo, as the project pins it.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = program("cargo");
    command.args(arguments);
    command
}

fn search_path() -> OsString {
    let mut folders = vec![
        paths::tools().join("bin"),
        paths::e2e().join("node_modules/.bin"),
    ];
    folders.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    std::env::join_paths(folders).unwrap_or_default()
}

/// The first of some programs that is on the path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&search_path()).collect();
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}

/// What a program prints when it succeeds; nothing when it cannot be run or fails.
pub fn answer(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name)
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// Runs a program to its end; `what` names the work in the message when it fails.
pub fn run(what: &str, command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| cannot_start(what, command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what} failed ({status}): {}", shown(command)))
    }
}

/// Runs a program, shows what it says as it says it, and keeps it: whether it succeeded, and its
/// words.
pub fn watch(what: &str, command: &mut Command) -> Result<(bool, String), String> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| cannot_start(what, command, &error))?;
    let errors = child.stderr.take();
    let aside = std::thread::spawn(move || {
        errors
            .map(|stream| echo(stream, std::io::stderr()))
            .unwrap_or_default()
    });
    let mut words = child
        .stdout
        .take()
        .map(|stream| echo(stream, std::io::stdout()))
        .unwrap_or_default();
    words.push_str(&aside.join().unwrap_or_default());
    let status = child
        .wait()
        .map_err(|error| format!("{what} was lost: {error}"))?;
    Ok((status.success(), words))
}

fn echo(stream: impl Read, mut to: impl Write) -> String {
    let mut words = String::new();
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
        // A closed terminal must not stop the work that is being watched.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        words.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    words
}

fn cannot_start(what: &str, command: &Command, error: &std::io::Error) -> String {
    format!("{what} could not start: {error}: {}", shown(command))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
