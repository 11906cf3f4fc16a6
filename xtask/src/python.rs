//! Python with the packages of an example, in a place of its own: nothing outside the repository is
//! touched.

use crate::apt;
use crate::command::{answer, program, run, say};
use crate::{paths, stamp};
use std::path::PathBuf;

/// Sees to it that a Python with exactly the packages of a list is there, and gives its path.
pub fn ensure(requirements: &str) -> Result<PathBuf, String> {
    let folder = paths::tools().join("python");
    let python = folder.join("bin/python");
    let wanted = stamp::digest("", &[requirements])?;
    let kept = folder.join(".in-step");
    if python.is_file() && stamp::holds(&kept, &wanted) {
        return Ok(python);
    }
    apt::ensure(&[apt::PYTHON])?;
    // Debian keeps the module apart from the program.
    if answer("python3", &["-c", "import venv, ensurepip"]).is_none() {
        apt::install(&[apt::PYTHON])?;
    }
    say(&format!(
        "Installing the Python packages of {requirements}, once: an example that the tests run \
         needs them"
    ));
    run(
        "making a place for Python packages",
        program("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    let mut install = program(&python.to_string_lossy());
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--requirement",
        requirements,
    ]);
    run("installing Python packages", &mut install)?;
    stamp::keep(&kept, &wanted)?;
    Ok(python)
}
