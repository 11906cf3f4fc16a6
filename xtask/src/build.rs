//! Building the page into dist/: Trunk, then what makes it ready to publish.

use crate::command::{cargo, program, run, say};
use crate::{npm, paths, publish, stamp, tools};
use std::path::PathBuf;

/// All that the page is made from; when none of it has changed, nothing is built.
const INPUTS: [&str; 16] = [
    "src",
    "static",
    "docs",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "build",
    ".cargo",
    "rust-toolchain.toml",
    "xtask/src",
    "site",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
];

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As the compiler makes it: soon there, fast model.
    Plain,
    /// After wasm-opt too, where index.html asks for it: smaller to download.
    Small,
}

/// `cargo xtask build [--release] [--single-file]`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let known = ["--release", "--single-file"];
    if let Some(other) = arguments.iter().find(|argument| !known.contains(argument)) {
        return Err(format!(
            "`build` takes `--release`, `--single-file` or nothing, not `{other}`"
        ));
    }
    page(if arguments.contains(&"--release") {
        Size::Small
    } else {
        Size::Plain
    })?;
    say("dist/ is ready to publish: copy it to any place that serves files.");
    if arguments.contains(&"--single-file") {
        single_file()?;
    }
    Ok(())
}

/// Writes the page that stands in dist/ as one file, and gives its path.
pub fn single_file() -> Result<PathBuf, String> {
    let file = paths::single_file();
    let mut write = publish::site("one-file");
    run(
        "writing the page as one file",
        write.arg(paths::dist()).arg(&file),
    )?;
    say(&format!(
        "{} opens from disk, without a server or a network.",
        file.display()
    ));
    Ok(file)
}

/// The command line as the tests have it, built if it is not there. In the very way of the tests:
/// another set of packages has other features, and everything would be compiled twice.
pub fn command_line() -> Result<PathBuf, String> {
    run(
        "building the command line",
        &mut cargo(&["test", "--quiet", "--workspace", "--test", "it", "--no-run"]),
    )?;
    Ok(paths::built("kith"))
}

/// The digest of all that the page is made from.
pub fn inputs(size: Size) -> Result<String, String> {
    let name = match size {
        Size::Plain => "plain",
        Size::Small => "small",
    };
    Ok(format!("{name} {}", stamp::digest("", &INPUTS)?))
}

/// Sees to it that dist/ holds the page as the sources have it. A page that is small will do where
/// a plain one is asked for.
pub fn page(size: Size) -> Result<(), String> {
    let wanted = inputs(size)?;
    let kept = paths::memory().join("page.stamp");
    let there = paths::dist().join("index.html").is_file();
    if there
        && (stamp::holds(&kept, &wanted)
            || (size == Size::Plain && stamp::holds(&kept, &inputs(Size::Small)?)))
    {
        say("dist/ is in step with the sources: nothing to build.");
        return Ok(());
    }
    if !paths::root().join("index.html").is_file() {
        return Err(
            "there is no index.html at the root of the repository, and so no page to build"
                .to_string(),
        );
    }
    tools::for_page()?;
    say(
        "Building the page (the first time some minutes, as all crates are compiled for the \
         browser)",
    );
    let mut trunk = program("trunk");
    trunk.args([
        "build",
        "--offline",
        "true",
        "--skip-version-check",
        "--cargo-profile",
        "wasm-release",
        "--public-url",
        "./",
        "--dist",
        "dist",
    ]);
    // Trunk reads NO_COLOR as a flag and stops at the "1" that is usual for it.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    if size == Size::Small {
        npm::ensure()?;
        trunk.args(["--release", "true"]);
    }
    // A page that fails half-way must not pass for the one before.
    let _ = std::fs::remove_file(&kept);
    run("building the page", &mut trunk)?;
    publish::finish(&paths::dist())?;
    stamp::keep(&kept, &wanted)
}
