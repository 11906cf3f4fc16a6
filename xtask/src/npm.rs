//! The npm packages of tests/e2e, exactly as its lock file has them.

use crate::apt;
use crate::command::{answer, program, run, say};
use crate::{paths, stamp};

/// Installs them unless they are in step with the lock file already.
pub fn ensure() -> Result<(), String> {
    apt::ensure(&[apt::NODE])?;
    let wanted = stamp::digest("", &["tests/e2e/package.json", "tests/e2e/package-lock.json"])?;
    let file = paths::e2e().join("node_modules/.in-step");
    if stamp::holds(&file, &wanted) {
        return Ok(());
    }
    apt::ensure(&[apt::NPM])?;
    if node_version().is_some_and(|version| version < 20) {
        say("node is older than 20, which the browser tests are written for: trying all the same");
    }
    say("Installing the npm packages of tests/e2e: browser tests, accessibility rules, optimiser of the page");
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=5"];
    run("`npm ci` in tests/e2e", program("npm").args(arguments).current_dir(paths::e2e()))?;
    stamp::keep(&file, &wanted)
}

fn node_version() -> Option<u32> {
    answer("node", &["--version"])?.trim_start_matches('v').split('.').next()?.parse().ok()
}
