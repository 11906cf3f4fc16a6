//! `cargo xtask lines`: how much code there is, and what of it is longer than the rules allow.
//! Counts sources as they stand, or as they stood at a revision; in a fixed width, so that two ways
//! of formatting can be compared.

mod code;
mod count;

use crate::command::{answer, cargo, program, run};
use crate::paths;
use code::{LONGEST_FILE, LONGEST_FUNCTION, WIDEST};
use count::{Count, Counted};
use std::fmt::Write;
use std::path::Path;

/// `cargo xtask lines [--at REVISION] [--width N]`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let (mut revision, mut width) = (None, None);
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let value = rest.next().ok_or(format!("`{name}` wants a value"))?;
        match *name {
            "--at" => revision = Some(*value),
            "--width" => {
                let columns = value.parse::<u32>();
                width = Some(columns.map_err(|_| format!("`{value}` is no width"))?);
            }
            other => return Err(format!("`lines` takes `--at` and `--width`, not `{other}`")),
        }
    }
    let root = paths::root();
    if revision.is_none() && width.is_none() {
        print!("{}", table(&count::counted(&sources(&root)?)));
        return Ok(());
    }
    let copy = paths::memory().join("lines");
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(&copy).map_err(|error| format!("{}: {error}", copy.display()))?;
    take_out(revision, &copy)?;
    if let Some(width) = width {
        format(&copy, width)?;
    }
    print!("{}", table(&count::counted(&sources(&copy)?)));
    std::fs::remove_dir_all(&copy).map_err(|error| format!("{}: {error}", copy.display()))
}

/// Copies a revision, or what git knows of the files as they stand, into a folder.
fn take_out(revision: Option<&str>, folder: &Path) -> Result<(), String> {
    let kept = answer("git", &["stash", "create"]).filter(|kept| !kept.is_empty());
    let revision = revision.or(kept.as_deref()).unwrap_or("HEAD");
    let archive = folder.with_extension("tar");
    let mut pack = program("git");
    pack.args(["archive", "--output"])
        .arg(&archive)
        .arg(revision);
    run("taking the sources out of git", &mut pack)?;
    let mut unpack = program("tar");
    run(
        "unpacking the sources",
        unpack.arg("-xf").arg(&archive).arg("-C").arg(folder),
    )?;
    std::fs::remove_file(&archive).map_err(|error| format!("{}: {error}", archive.display()))
}

/// Formats a copy in a width, without the formatter's habits of breaking what is short.
fn format(folder: &Path, width: u32) -> Result<(), String> {
    let config = format!("max_width={width},use_small_heuristics=Max");
    let mut fmt = cargo(&["fmt", "--all", "--manifest-path"]);
    fmt.arg(folder.join("Cargo.toml"))
        .args(["--", "--config", &config]);
    run("formatting the copy", &mut fmt)
}

/// Every source of Rust in a tree, by its path from there.
fn sources(root: &Path) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    let listing =
        std::fs::read_dir(root).map_err(|error| format!("{}: {error}", root.display()))?;
    for entry in listing.flatten().filter(|entry| entry.path().is_dir()) {
        gather(root, &entry.path(), &mut files)?;
    }
    files.sort();
    Ok(files)
}

/// Folders that hold what others wrote or what was built.
const FOREIGN: [&str; 4] = ["target", "node_modules", "dist", ".git"];

fn gather(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), String> {
    if folder
        .file_name()
        .is_some_and(|name| FOREIGN.iter().any(|foreign| name == *foreign))
    {
        return Ok(());
    }
    let cannot = |path: &Path, error| format!("{}: {error}", path.display());
    for entry in std::fs::read_dir(folder).map_err(|error| cannot(folder, error))? {
        let path = entry.map_err(|error| cannot(folder, error))?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).map_err(|error| cannot(&path, error))?;
            let name = path.strip_prefix(root).unwrap_or(&path);
            files.push((name.to_string_lossy().replace('\\', "/"), text));
        }
    }
    Ok(())
}

fn table(counted: &Counted) -> String {
    let mut text = format!(
        "{:20}{:>8}{:>8}{:>10}{:>12}{:>16}\n",
        "",
        "code",
        "tests",
        format!("over {WIDEST}"),
        format!("files >{LONGEST_FILE}"),
        format!("functions >{LONGEST_FUNCTION}"),
    );
    let mut row = |name: &str, count: &Count| {
        let Count {
            code,
            tests,
            wide,
            long_files,
            long_functions,
        } = count;
        let _ = writeln!(
            text,
            "{name:20}{code:8}{tests:8}{wide:10}{long_files:12}{long_functions:16}"
        );
    };
    for (name, count) in &counted.modules {
        row(name, count);
    }
    row("all", &counted.all);
    if !counted.long.is_empty() {
        text += "\nToo long:\n";
        text.extend(counted.long.iter().map(|line| format!("  {line}\n")));
    }
    text
}
