//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The root of the repository: where the command was built, or, if it was moved since, where cargo
/// runs it from.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .map_or_else(|| package.clone(), Path::to_path_buf)
}

/// Where cargo builds: what it is told by the environment, as it is by whoever keeps builds
/// elsewhere.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A program of the project as tests have it.
pub fn built(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// Where the tools that cargo installs for this project stand; nothing outside the repository is
/// touched.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Where the page is built.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The page as one file. Beside dist/, not in it: whoever publishes the page does not publish it
/// twice.
pub fn single_file() -> PathBuf {
    root().join("target/single-file/kith.html")
}

/// Where the browser tests and the npm packages stand.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

/// Where xtask remembers what it has done.
pub fn memory() -> PathBuf {
    root().join("target/xtask")
}
