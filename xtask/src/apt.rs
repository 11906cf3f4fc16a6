//! Programs that cargo cannot install: node and the browsers. By apt where that is possible, else
//! named in one message.

use crate::command::{answer, find, program, run, say};
use std::path::PathBuf;

/// A program from outside, the names it goes by, and the Debian package that brings it.
#[derive(Clone, Copy)]
pub struct Need {
    names: &'static [&'static str],
    package: &'static str,
    what_for: &'static str,
}

pub const NODE: Need = Need {
    names: &["node"],
    package: "nodejs",
    what_for: "runs the browser tests and the optimiser of the page (20 or newer)",
};
pub const NPM: Need = Need {
    names: &["npm"],
    package: "npm",
    what_for: "installs the packages of tests/e2e",
};
pub const CHROMIUM: Need = Need {
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
    what_for: "first browser of the tests",
};
pub const CHROMEDRIVER: Need = Need {
    names: &["chromedriver"],
    package: "chromium-driver",
    what_for: "drives Chromium in the wasm tests",
};
pub const PYTHON: Need = Need {
    names: &["python3"],
    package: "python3-venv",
    what_for: "runs the example on a cluster (3.11 or newer)",
};
pub const FIREFOX: Need = Need {
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
    what_for: "second browser of the tests",
};

impl Need {
    /// Where it stands, once [`ensure`] has seen to it.
    pub fn path(self) -> Result<PathBuf, String> {
        find(self.names).ok_or_else(|| format!("{} is not on the path", self.names[0]))
    }
}

/// Sees to it that the programs are there: installs the missing ones on Debian as root, names them
/// all otherwise.
pub fn ensure(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|need| find(need.names).is_none())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)?;
    let still: Vec<Need> = missing
        .into_iter()
        .filter(|need| find(need.names).is_none())
        .collect();
    if still.is_empty() {
        Ok(())
    } else {
        Err(message(&still))
    }
}

/// Installs what brings these programs, on Debian as root; names them all otherwise.
pub fn install(missing: &[Need]) -> Result<(), String> {
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !can_install() {
        return Err(message(missing));
    }
    say(&format!(
        "Installing {} by apt, once: the tests need them",
        packages.join(", ")
    ));
    let apt = |arguments: &[&str]| {
        let mut command = program("apt-get");
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run("`apt-get update`", &mut apt(&["update", "-qq"]))?;
    run(
        "installing Debian packages",
        apt(&["install", "-y", "-qq", "--no-install-recommends"]).args(&packages),
    )
}

fn can_install() -> bool {
    let debian = std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    debian && find(&["apt-get"]).is_some() && answer("id", &["-u"]).is_some_and(|id| id == "0")
}

fn message(missing: &[Need]) -> String {
    let lines: Vec<String> = missing
        .iter()
        .map(|need| format!("  {:<14} {}\n", need.names[0], need.what_for))
        .collect();
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    format!(
        "these programs are missing; please install them and try again:\n{}On Debian: sudo apt-get \
         install --no-install-recommends {}",
        lines.concat(),
        packages.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_message_names_all_that_is_missing() {
        let text = message(&[NODE, FIREFOX]);
        assert!(
            text.contains("  node ") && text.contains("  firefox-esr "),
            "{text}"
        );
        assert!(text.ends_with("nodejs firefox-esr"), "{text}");
    }
}
