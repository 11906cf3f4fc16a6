//! Lighthouse over the published page. No part of the tests: its packages are large, and speed
//! depends on the machine.

use crate::build::{self, Size};
use crate::command::{program, run, say};
use crate::{apt, npm, paths, serve};

/// `cargo xtask lighthouse`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    if let Some(other) = arguments.first() {
        return Err(format!("`lighthouse` takes nothing, not `{other}`"));
    }
    apt::ensure(&[apt::NODE, apt::NPM, apt::CHROMIUM])?;
    npm::ensure_in("tests/lighthouse", "Lighthouse, which is large")?;
    build::page(Size::Small)?;
    let listener = serve::listen(0)?;
    let address = serve::address(&listener)?;
    std::thread::spawn(move || serve::answer_all(&listener, &paths::dist()));
    say(&format!("Asking Lighthouse about {address}"));
    let mut node = program("node");
    node.arg("lighthouse.mjs")
        .current_dir(paths::root().join("tests/lighthouse"));
    run(
        "Lighthouse",
        node.env("KITH_URL", address)
            .env("KITH_CHROMIUM", apt::CHROMIUM.path()?),
    )
}
