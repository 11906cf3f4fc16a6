//! Tools that rustup and cargo install: the wasm target, Trunk and wasm-bindgen, in the versions
//! that work together.

use crate::command::{answer, cargo, program, run, say};
use crate::{apt, npm, paths};

/// The newest Trunk that builds with the pinned compiler.
const TRUNK: &str = "0.21.14";

/// Tools are built to be there soon, not to be fast: their own release profiles take half an hour.
const SOON: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Everything that any task needs.
pub fn everything() -> Result<(), String> {
    wasm_target()?;
    crates()?;
    trunk()?;
    wasm_bindgen()?;
    apt::ensure(&[
        apt::NODE,
        apt::NPM,
        apt::CHROMIUM,
        apt::CHROMEDRIVER,
        apt::FIREFOX,
    ])?;
    npm::ensure()?;
    say("Everything is there.");
    Ok(())
}

/// What a build of the page needs.
pub fn for_page() -> Result<(), String> {
    wasm_target()?;
    crates()?;
    trunk()?;
    wasm_bindgen()
}

/// The compiler's target for browsers.
pub fn wasm_target() -> Result<(), String> {
    let there = || {
        answer(
            "rustc",
            &[
                "--print",
                "target-libdir",
                "--target",
                "wasm32-unknown-unknown",
            ],
        )
        .is_some_and(|folder| std::path::Path::new(&folder).is_dir())
    };
    if there() {
        return Ok(());
    }
    say("Adding the compiler's wasm target, once: the page runs as WebAssembly");
    let advice = "add the target wasm32-unknown-unknown to the Rust toolchain that \
        rust-toolchain.toml names";
    run(
        "`rustup target add wasm32-unknown-unknown`",
        program("rustup").args(["target", "add", "wasm32-unknown-unknown"]),
    )
    .map_err(|error| format!("{error}\nWithout rustup: {advice}."))?;
    if there() {
        Ok(())
    } else {
        Err(format!("the wasm target is still missing: {advice}."))
    }
}

/// The crates of the lock file, because Trunk works offline.
pub fn crates() -> Result<(), String> {
    run(
        "fetching the crates of Cargo.lock",
        &mut cargo(&["fetch", "--locked", "--quiet"]),
    )
}

/// Trunk, which puts the page together.
fn trunk() -> Result<(), String> {
    if has("trunk", TRUNK) {
        return Ok(());
    }
    say(&format!(
        "Building Trunk {TRUNK} into target/tools, once, some minutes: it puts the page together"
    ));
    install(&[
        "trunk",
        "--locked",
        "--version",
        TRUNK,
        "--no-default-features",
    ])
}

/// wasm-bindgen's command line, in the very version of the crate: it joins wasm and browser, and
/// runs wasm tests.
pub fn wasm_bindgen() -> Result<(), String> {
    let version = locked("wasm-bindgen")?;
    if has("wasm-bindgen", &version) && has("wasm-bindgen-test-runner", &version) {
        return Ok(());
    }
    say(&format!(
        "Building wasm-bindgen {version} into target/tools, once, a few minutes: it joins the wasm \
         to the browser"
    ));
    // Without `--locked`: the lock file it was published with does not build.
    install(&[
        "wasm-bindgen-cli",
        "--version",
        &version,
        "--no-default-features",
    ])
}

fn has(tool: &str, version: &str) -> bool {
    let ours = paths::tools().join("bin").join(tool);
    let tool = if ours.is_file() {
        ours.to_string_lossy().into_owned()
    } else {
        tool.to_string()
    };
    answer(&tool, &["--version"])
        .is_some_and(|words| words.split_whitespace().nth(1) == Some(version))
}

fn install(arguments: &[&str]) -> Result<(), String> {
    let mut command = cargo(&["install", "--force", "--root"]);
    command.arg(paths::tools()).args(arguments).envs(SOON);
    run(&format!("building {}", arguments[0]), &mut command)
}

/// The version of a crate in Cargo.lock.
fn locked(name: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(paths::root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    version_in(&text, name).ok_or_else(|| format!("Cargo.lock names no {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != format!("name = \"{name}\""));
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_very_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \
            \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
