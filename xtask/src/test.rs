//! Everything that must hold, in parts, cheapest first. A part that fails stops no other: one run
//! says all that is wrong.

use crate::apt;
use crate::build::{self, Size};
use crate::command::{cargo, find, program, say, watch};
use crate::summary::{Counts, Done, counts, report};
use crate::{npm, paths, python, serve, tools};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// One part of the tests.
struct Part {
    name: &'static str,
    what: &'static str,
    /// Whether `--quick` runs it.
    quick: bool,
    run: fn() -> Outcome,
}

/// What a part came to: counts, and what to say if it failed.
type Outcome = Result<Counts, (Counts, String)>;

const PARTS: [Part; 8] = [
    Part {
        name: "fmt",
        what: "the code is formatted",
        quick: true,
        run: fmt,
    },
    Part {
        name: "lint",
        what: "clippy has nothing to say, natively and for the browser",
        quick: true,
        run: lint,
    },
    Part {
        name: "unit",
        what: "tests beside the code",
        quick: true,
        run: unit,
    },
    Part {
        name: "integration",
        what: "tests of the library as a whole",
        quick: true,
        run: integration,
    },
    Part {
        name: "docs",
        what: "examples run, and the documentation builds without a warning",
        quick: false,
        run: docs,
    },
    Part {
        name: "wasm",
        what: "the model in node and in a real browser gives the same bits",
        quick: false,
        run: wasm,
    },
    Part {
        name: "cluster",
        what: "a sweep on Dask's scheduler and workers gives the same tables",
        quick: false,
        run: cluster,
    },
    Part {
        name: "page",
        what: "the page works in Chromium and Firefox",
        quick: false,
        run: page,
    },
];

/// `cargo xtask test [--quick] [PART…]`.
pub fn task(arguments: &[&str]) -> ExitCode {
    match chosen(arguments) {
        Ok(parts) => run_all(&parts),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn chosen(arguments: &[&str]) -> Result<Vec<&'static Part>, String> {
    let (quick, names): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .partition(|argument| **argument == "--quick");
    if let Some(unknown) = names
        .iter()
        .find(|name| PARTS.iter().all(|part| part.name != **name))
    {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!(
            "`{unknown}` is no part of the tests; the parts are {}",
            known.join(", ")
        ));
    }
    let wanted = |part: &&Part| {
        (quick.is_empty() || part.quick) && (names.is_empty() || names.contains(&part.name))
    };
    Ok(PARTS.iter().filter(wanted).collect())
}

fn run_all(parts: &[&Part]) -> ExitCode {
    let mut done = Vec::new();
    for (position, part) in parts.iter().enumerate() {
        println!(
            "\n━━ {} ({} of {}): {} ━━",
            part.name,
            position + 1,
            parts.len(),
            part.what
        );
        let start = Instant::now();
        let (counts, failure) = match (part.run)() {
            Ok(counts) => (counts, None),
            Err((counts, message)) => (counts, Some(message)),
        };
        if let Some(message) = &failure {
            println!("\nThe part `{}` failed: {message}", part.name);
        }
        done.push(Done {
            part: part.name,
            time: start.elapsed(),
            counts,
            failure,
        });
    }
    println!("\n{}", report(&done));
    if done.iter().all(Done::is_well) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs one command of a part. Where the runner counts its tests its counts are taken; else it is
/// one check, passed or failed.
fn check(what: &str, command: &mut Command) -> Outcome {
    let (success, words) = watch(what, command).map_err(unprepared)?;
    let mut counts = counts(&words).unwrap_or(Counts {
        passed: u32::from(success),
        failed: 0,
    });
    if success && counts.failed == 0 {
        return Ok(counts);
    }
    // It failed although no test did: that is a failure of its own.
    counts.failed = counts.failed.max(1);
    Err((counts, format!("{what}: see above")))
}

/// Several commands of one part. All of them run, whatever fails.
fn checks(all: Vec<(&str, Command)>) -> Outcome {
    let mut sum = Counts::default();
    let mut failures = Vec::new();
    for (what, mut command) in all {
        match check(what, &mut command) {
            Ok(counts) => sum.add(counts),
            Err((counts, message)) => {
                sum.add(counts);
                failures.push(message);
            }
        }
    }
    if failures.is_empty() {
        Ok(sum)
    } else {
        Err((sum, failures.join("; ")))
    }
}

/// What a part comes to for which something could not be got ready: one failure, since none of its
/// tests could run.
fn unprepared(mut message: String) -> (Counts, String) {
    message.insert_str(0, "could not be prepared: ");
    (
        Counts {
            passed: 0,
            failed: 1,
        },
        message,
    )
}

fn fmt() -> Outcome {
    checks(vec![(
        "`cargo fmt --check` (mend it with `cargo fmt --all`)",
        cargo(&["fmt", "--all", "--check"]),
    )])
}

fn lint() -> Outcome {
    tools::wasm_target().map_err(unprepared)?;
    let native = cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]);
    let browser = cargo(&[
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
        "--bins",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]);
    checks(vec![
        ("clippy", native),
        ("clippy for the browser", browser),
    ])
}

/// Tests by nextest where it is installed, else by cargo itself.
fn tests(arguments: &[&str]) -> Command {
    let mut command = if find(&["cargo-nextest"]).is_some() {
        cargo(&[
            "nextest",
            "run",
            "--no-fail-fast",
            "--no-tests=pass",
            "--status-level=fail",
            "--final-status-level=fail",
        ])
    } else {
        cargo(&["test", "--no-fail-fast"])
    };
    command.arg("--workspace").args(arguments);
    command
}

fn unit() -> Outcome {
    checks(vec![("tests beside the code", tests(&["--lib", "--bins"]))])
}

fn integration() -> Outcome {
    checks(vec![(
        "tests of the library as a whole",
        tests(&["--test", "*"]),
    )])
}

fn docs() -> Outcome {
    let mut doc = cargo(&["doc", "--no-deps", "--lib", "--quiet"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    // The whole workspace, as the tests before: its crates are compiled already.
    checks(vec![
        (
            "examples in the documentation",
            cargo(&["test", "--workspace", "--doc", "--quiet"]),
        ),
        ("`cargo doc`", doc),
    ])
}

fn wasm() -> Outcome {
    let prepare = || {
        tools::wasm_target()?;
        tools::wasm_bindgen()?;
        apt::ensure(&[apt::NODE, apt::CHROMIUM, apt::CHROMEDRIVER])?;
        apt::CHROMEDRIVER.path()
    };
    let driver = prepare().map_err(unprepared)?;
    // The profile of the page: the very code that it runs is tested, and most crates are compiled
    // for both at once.
    let run = || {
        cargo(&[
            "test",
            "--profile",
            "wasm-release",
            "--target",
            "wasm32-unknown-unknown",
            "--test",
            "web",
        ])
    };
    let mut browser = run();
    browser
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "200");
    // The same build runs in both: without a word about a browser the runner takes node.
    checks(vec![
        ("the model in node", run()),
        ("the model in Chromium", browser),
    ])
}

fn cluster() -> Outcome {
    let prepare = || {
        let kith = build::command_line()?;
        Ok((kith, python::ensure("tests/cluster/requirements.txt")?))
    };
    let (kith, python) = prepare().map_err(unprepared)?;
    let mut command = program(&python.to_string_lossy());
    command.env("KITH", kith).args([
        "-m",
        "unittest",
        "discover",
        "--start-directory",
        "tests/cluster",
        "--verbose",
    ]);
    checks(vec![("a sweep on a cluster", command)])
}

fn page() -> Outcome {
    let prepare = || {
        apt::ensure(&[apt::NODE, apt::NPM, apt::CHROMIUM, apt::FIREFOX])?;
        npm::ensure()?;
        build::page(Size::Small)?;
        let listener = serve::listen(0)?;
        let address = serve::address(&listener)?;
        let single = format!("file://{}", build::single_file()?.display());
        Ok((
            listener,
            address,
            single,
            build::command_line()?,
            apt::CHROMIUM.path()?,
            apt::FIREFOX.path()?,
        ))
    };
    let (listener, address, single, kith, chromium, firefox) = prepare().map_err(unprepared)?;
    say(&format!("Testing the page at {address}"));
    std::thread::spawn(move || serve::answer_all(&listener, &paths::dist()));
    let mut command = program("node");
    // One file at a time: the page runs its model on every core already.
    command
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .current_dir(paths::e2e());
    command
        .env("KITH_URL", address)
        .env("KITH_SINGLE_FILE", single)
        .env("KITH_CHROMIUM", chromium)
        .env("KITH_FIREFOX", firefox);
    command.env("KITH", kith);
    checks(vec![("the page in Chromium and Firefox", command)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Vec<&'static str> {
        chosen(arguments)
            .unwrap()
            .iter()
            .map(|part| part.name)
            .collect()
    }

    #[test]
    fn parts_are_chosen_by_name_and_speed_and_kept_in_order() {
        assert_eq!(names(&[]).len(), PARTS.len());
        assert_eq!(names(&["page", "fmt"]), ["fmt", "page"]);
        assert_eq!(names(&["--quick"]), ["fmt", "lint", "unit", "integration"]);
        assert!(chosen(&["everything"]).is_err());
    }

    #[test]
    fn commands_after_one_that_fails_run_too() {
        let (counts, message) = checks(vec![
            ("one", program("false")),
            ("two", program("true")),
            ("three", program("false")),
        ])
        .unwrap_err();
        assert_eq!(
            counts,
            Counts {
                passed: 1,
                failed: 2
            }
        );
        assert_eq!(message, "one: see above; three: see above");
    }

    #[test]
    fn a_command_that_is_not_there_is_one_failure_with_its_name() {
        let (counts, message) =
            checks(vec![("nothing", program("no-such-program-of-kith"))]).unwrap_err();
        assert_eq!(
            counts,
            Counts {
                passed: 0,
                failed: 1
            }
        );
        assert!(message.contains("nothing could not start"), "{message}");
    }

    #[test]
    fn a_command_that_fails_without_a_summary_counts_as_one_failure() {
        let (counts, _) = check("nothing", &mut program("false")).unwrap_err();
        assert_eq!(
            counts,
            Counts {
                passed: 0,
                failed: 1
            }
        );
        assert_eq!(
            check("nothing", &mut program("true")),
            Ok(Counts {
                passed: 1,
                failed: 0
            })
        );
    }
}
