//! The npm packages of the tests, exactly as their lock files have them.

use crate::apt;
use crate::command::{answer, program, run, say};
use crate::{paths, stamp};

/// Installs those of the browser tests unless they are in step with the lock file already.
pub fn ensure() -> Result<(), String> {
    ensure_in(
        "tests/e2e",
        "browser tests, accessibility rules, optimiser of the page",
    )
}

/// Installs those of a folder unless they are in step with its lock file already; `what` says to
/// people what they are.
pub fn ensure_in(folder: &str, what: &str) -> Result<(), String> {
    apt::ensure(&[apt::NODE])?;
    let wanted = stamp::digest(
        "",
        &[
            &format!("{folder}/package.json"),
            &format!("{folder}/package-lock.json"),
        ],
    )?;
    let file = paths::root().join(folder).join("node_modules/.in-step");
    if stamp::holds(&file, &wanted) {
        return Ok(());
    }
    apt::ensure(&[apt::NPM])?;
    if node_version().is_some_and(|version| version < 20) {
        say("node is older than 20, which the browser tests are written for: trying all the same");
    }
    say(&format!("Installing the npm packages of {folder}: {what}"));
    let arguments = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--fetch-retries=5",
    ];
    run(
        &format!("`npm ci` in {folder}"),
        program("npm")
            .args(arguments)
            .current_dir(paths::root().join(folder)),
    )?;
    stamp::keep(&file, &wanted)
}

fn node_version() -> Option<u32> {
    answer("node", &["--version"])?
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}
