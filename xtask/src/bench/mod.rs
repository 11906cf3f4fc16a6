//! Measuring: runs what measures (natively, as wasm under node, the page in Chromium), prints one
//! table, keeps it as JSON and compares it with one that was kept. Knows what is to be reached; how
//! anything is measured stands beside what measures it.

mod kept;
mod rows;
mod table;

use crate::build::{self, Size};
use crate::command::{answer, cargo, program, run, say, watch};
use crate::{apt, npm, paths, serve, tools};
use kept::Kept;
use std::path::PathBuf;

/// What to measure and what to do with it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    native: bool,
    wasm: bool,
    page: bool,
    save: Option<String>,
    against: Option<String>,
}

/// `cargo xtask bench [--native] [--wasm] [--page] [--save NAME] [--against NAME]`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let wanted = wanted(arguments)?;
    // Before the work, so that a wrong name is known at once.
    let before = wanted
        .against
        .as_deref()
        .map(|name| Kept::read(&file(name)?))
        .transpose()?;
    let save = wanted.save.as_deref().map(file).transpose()?;
    let mut kept = Kept::default();
    for (is_wanted, measure) in [
        (wanted.native, native as fn() -> Result<String, String>),
        (wanted.wasm, wasm),
        (wanted.page, page),
    ] {
        if is_wanted {
            kept.take_in(&measure()?);
        }
    }
    println!("\n{}\n{}", machine(), table::text(&kept, before.as_ref()));
    for file in [Some(file("last")?), save].into_iter().flatten() {
        kept.write(&file, &machine())?;
        say(&format!("Kept as {}", file.display()));
    }
    Ok(())
}

fn wanted(arguments: &[&str]) -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut name = || {
            rest.next()
                .map(ToString::to_string)
                .ok_or_else(|| format!("`{argument}` wants a name"))
        };
        match *argument {
            "--native" => wanted.native = true,
            "--wasm" => wanted.wasm = true,
            "--page" => wanted.page = true,
            "--save" => wanted.save = Some(name()?),
            "--against" => wanted.against = Some(name()?),
            other => {
                return Err(format!(
                    "`bench` takes `--native`, `--wasm`, `--page`, `--save NAME` and `--against \
                     NAME`, not `{other}`"
                ));
            }
        }
    }
    if !(wanted.native || wanted.wasm || wanted.page) {
        wanted.native = true;
    }
    Ok(wanted)
}

/// Where a table of this name is kept.
fn file(name: &str) -> Result<PathBuf, String> {
    let is_plain = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        && !name.starts_with('.');
    if is_plain {
        Ok(paths::root()
            .join("target/bench")
            .join(format!("{name}.json")))
    } else {
        Err(format!(
            "`{name}` is no name for a table: letters, digits, `-`, `_` and `.` only"
        ))
    }
}

/// On what this is measured.
fn machine() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo")
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("model name"))?;
            Some(line.split_once(':')?.1.trim().to_string())
        });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let commit = answer("git", &["describe", "--always", "--dirty"])
        .unwrap_or_else(|| "no commit".to_string());
    let compiler = answer("rustc", &["--version"]).unwrap_or_default();
    format!(
        "{} · {cores} cores · {compiler} · commit {commit}",
        processor.unwrap_or_else(|| "unknown processor".to_string())
    )
}

fn native() -> Result<String, String> {
    say("Measuring natively: some minutes");
    run(
        "building what measures",
        &mut cargo(&[
            "build",
            "--release",
            "--quiet",
            "--package",
            "kith-bench",
            "--bins",
        ]),
    )?;
    measured(
        "measuring natively",
        program(
            &paths::target()
                .join("release/kith-measure")
                .to_string_lossy(),
        ),
    )
}

fn wasm() -> Result<String, String> {
    apt::ensure(&[apt::NODE])?;
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    say("Measuring as wasm under node: some minutes");
    let mut build = cargo(&[
        "build",
        "--profile",
        "wasm-release",
        "--target",
        "wasm32-unknown-unknown",
        "--quiet",
    ]);
    build.args([
        "--package",
        "kith-bench",
        "--bin",
        "kith-bench-wasm",
        "--features",
        "wasm",
    ]);
    run("building what measures for wasm", &mut build)?;
    let output = "target/wasm32-unknown-unknown/wasm-release/kith-bench-wasm.wasm";
    run(
        "joining it to node",
        program("wasm-bindgen").args([
            "--target",
            "nodejs",
            "--out-dir",
            "target/bench/wasm",
            output,
        ]),
    )?;
    let mut node = program("node");
    node.arg("benches/node/measure.mjs");
    measured("measuring as wasm", node)
}

fn page() -> Result<String, String> {
    apt::ensure(&[apt::NODE, apt::NPM, apt::CHROMIUM])?;
    npm::ensure()?;
    build::page(Size::Small)?;
    let listener = serve::listen(0)?;
    let address = serve::address(&listener)?;
    say(&format!("Measuring the page at {address}: some minutes"));
    std::thread::spawn(move || serve::answer_all(&listener, &paths::dist()));
    let mut node = program("node");
    node.arg("measure-page.mjs").current_dir(paths::e2e());
    node.env("KITH_URL", address)
        .env("KITH_CHROMIUM", apt::CHROMIUM.path()?)
        .env("KITH_DIST", paths::dist());
    measured("measuring the page", node)
}

/// What a measuring program prints.
fn measured(what: &str, mut command: std::process::Command) -> Result<String, String> {
    let (success, words) = watch(what, &mut command)?;
    if success {
        Ok(words)
    } else {
        Err(format!("{what} failed: see above"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_word_it_measures_natively() {
        assert_eq!(
            wanted(&[]),
            Ok(Wanted {
                native: true,
                ..Wanted::default()
            })
        );
        let named = wanted(&["--wasm", "--save", "before", "--against", "after"]).unwrap();
        assert_eq!(
            (
                named.native,
                named.wasm,
                named.save.as_deref(),
                named.against.as_deref()
            ),
            (false, true, Some("before"), Some("after"))
        );
        assert!(wanted(&["--save"]).is_err());
        assert!(wanted(&["--fast"]).unwrap_err().contains("--fast"));
    }

    #[test]
    fn names_of_tables_stay_in_their_folder() {
        assert!(
            file("2026-11-23")
                .unwrap()
                .ends_with("target/bench/2026-11-23.json")
        );
        for bad in ["", "../x", "a/b", ".hidden"] {
            assert!(file(bad).is_err(), "{bad}");
        }
    }
}
