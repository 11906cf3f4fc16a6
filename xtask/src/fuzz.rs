//! `cargo xtask fuzz`: hostile input for every reader. What it is and how it is judged: `fuzz` in
//! the package `benches`.

use crate::command::{cargo, run};

/// `cargo xtask fuzz [READER…] [--inputs N] [--seed S] [--from K] [--file PATH] [--list]`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let mut command = cargo(&[
        "run",
        "--release",
        "--quiet",
        "--package",
        "kith-bench",
        "--bin",
        "kith-fuzz",
        "--",
    ]);
    command.args(arguments);
    run("hostile input for the readers", &mut command)
}
