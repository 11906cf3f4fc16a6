//! Are the figures of every district, and the cuts of tables in the tests, what the full official
//! tables say? Nobody needs the full tables to build or test; whoever has them gives their folder.

use crate::command::{program, run};
use crate::{build, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[path = "../../tests/cut_tables.rs"]
mod cut_tables;

/// The folders of the tables, and the column by which their cuts were made: the area itself, or the
/// borough that it lies in.
const FOLDERS: [(&str, usize); 2] = [("census2021", 0), ("iod2019", 2)];

/// `cargo xtask check-data DIR`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let [directory] = arguments else {
        return Err(
            "`check-data` takes the folder of the official tables, in which census2021/, \
            iod2019/ and england/ lie"
                .to_string(),
        );
    };
    let directory =
        std::path::absolute(directory).map_err(|error| format!("{directory}: {error}"))?;
    let mut wrong = 0;
    let mut tell = |what: &str, outcome: Result<(), String>| {
        match &outcome {
            Ok(()) => println!("  ok      {what}"),
            Err(message) => println!("  DIFFERS {what}: {message}"),
        }
        wrong += u32::from(outcome.is_err());
    };
    println!("Cuts in tests/data:");
    for (folder, column) in FOLDERS {
        for (name, cut) in cut_tables::read(&paths::root().join("tests/data").join(folder))? {
            let full = read(&directory.join(folder).join(&name));
            tell(
                &format!("{folder}/{name}"),
                full.and_then(|full| {
                    same(
                        &String::from_utf8_lossy(&cut),
                        &rows_of(&full, &cut, column),
                    )
                }),
            );
        }
    }
    let kith = build::command_line()?;
    println!("Boroughs in tests/data:");
    for (id, code, text) in boroughs()? {
        tell(
            &id,
            from_tables(&kith, &directory, &id, &code)
                .and_then(|made| same(&figures(&text), &figures(&made))),
        );
    }
    println!("All of England:");
    for (name, outcome) in england(&kith, &directory)? {
        tell(&name, outcome);
    }
    if wrong == 0 {
        Ok(())
    } else {
        Err(format!(
            "{wrong} of them are not what the tables in {} say",
            directory.display()
        ))
    }
}

/// The rows of a full table that belong into its cut: the header, and every row of the areas or
/// boroughs that the cut has.
fn rows_of(full: &str, cut: &[u8], column: usize) -> String {
    let key = |line: &str| line.split(',').nth(column).unwrap_or_default().to_string();
    let kept: BTreeSet<String> = String::from_utf8_lossy(cut).lines().map(key).collect();
    full.split_inclusive('\n')
        .filter(|line| kept.contains(&key(line.trim_end())))
        .collect()
}

/// A profile without what it says in words of how it was made.
fn figures(profile: &str) -> String {
    profile
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("note = ") && !line.starts_with("region = "))
        .collect()
}

/// Whether what is here is what should be. Errors: the first line that is not.
fn same(here: &str, tables: &str) -> Result<(), String> {
    if here == tables {
        return Ok(());
    }
    let (mut ours, mut theirs) = (here.lines(), tables.lines());
    for line in 1.. {
        match (ours.next(), theirs.next()) {
            (None, None) => break,
            (one, other) if one == other => {}
            (one, other) => {
                return Err(format!(
                    "line {line} has\n    {}\n  the tables say\n    {}",
                    shown(one),
                    shown(other)
                ));
            }
        }
    }
    Err("the ends of lines are not the same".to_string())
}

fn shown(line: Option<&str>) -> String {
    line.map_or_else(
        || "nothing".to_string(),
        |line| line.chars().take(160).collect(),
    )
}

/// What was compared, and what is wrong with it.
type Outcome = (String, Result<(), String>);

/// Whether the list and every pack come out of the tables to the byte; those that do not are named,
/// and how many do.
fn england(kith: &Path, directory: &Path) -> Result<Vec<Outcome>, String> {
    let (ours, made) = (
        paths::root().join("static/england"),
        paths::memory().join("check-data/england"),
    );
    let mut command = program(&kith.to_string_lossy());
    command
        .args(["place", "england", "make"])
        .arg(directory.join("england"))
        .arg("--out")
        .arg(&made)
        .stdout(std::process::Stdio::null());
    run("`kith place england make`", &mut command)?;
    let (ours, theirs) = (files(&ours)?, files(&made)?);
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    let differ = names
        .iter()
        .filter(|name| ours.get(**name) != theirs.get(**name));
    let mut found: Vec<_> = differ
        .map(|name| ((*name).clone(), Err("not what the tables give".to_string())))
        .collect();
    found.push((
        format!(
            "{} files of {} are the same",
            names.len() - found.len(),
            names.len()
        ),
        Ok(()),
    ));
    Ok(found)
}

/// The files of a folder by name.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let cannot = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        found.insert(
            path.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            std::fs::read(&path).map_err(cannot)?,
        );
    }
    Ok(found)
}

/// The boroughs of the tests: id, official code, and the text of the profile.
fn boroughs() -> Result<Vec<(String, String, String)>, String> {
    let folder = paths::root().join("tests/data/profiles");
    let cannot = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let text = read(&path)?;
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let code = text
            .lines()
            .find_map(|line| line.strip_prefix("code = \"")?.strip_suffix('"'))
            .unwrap_or_default()
            .to_string();
        if !code.is_empty() {
            found.push((id, code, text));
        }
    }
    found.sort();
    Ok(found)
}

/// The profile that the command line makes of the tables.
fn from_tables(kith: &Path, directory: &Path, id: &str, code: &str) -> Result<String, String> {
    let file = paths::memory()
        .join("check-data")
        .join(format!("{id}.toml"));
    std::fs::create_dir_all(file.parent().unwrap_or(&file))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    let mut place = program(&kith.to_string_lossy());
    place
        .arg("place")
        .arg("--census")
        .arg(directory.join(FOLDERS[0].0))
        .arg("--deprivation")
        .arg(directory.join(FOLDERS[1].0));
    place
        .args(["--area", code, "--people", "1000", "--profile-out"])
        .arg(&file)
        .stdout(std::process::Stdio::null());
    run("`kith place`", &mut place)?;
    read(&file)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: &str = "code,name\nE1,Bury\nE2,Oldham\nE1,Bury again\n";

    #[test]
    fn a_cut_has_every_row_of_its_areas_and_no_other() {
        assert_eq!(
            rows_of(FULL, b"code,name\nE1,Bury\n", 0),
            "code,name\nE1,Bury\nE1,Bury again\n"
        );
        assert_eq!(
            rows_of(FULL, b"code,name\nE2,Oldham\n", 1),
            "code,name\nE2,Oldham\n"
        );
    }

    #[test]
    fn the_first_difference_is_named() {
        assert_eq!(same(FULL, FULL), Ok(()));
        let message = same(&FULL.replace("Oldham", "Wigan"), FULL).unwrap_err();
        assert!(
            message.contains("line 3")
                && message.contains("E2,Wigan")
                && message.contains("E2,Oldham"),
            "{message}"
        );
        assert!(same("code,name\n", FULL).unwrap_err().contains("nothing"));
        assert!(
            same(&FULL.replace('\n', "\r\n"), FULL)
                .unwrap_err()
                .contains("ends of lines")
        );
    }

    #[test]
    fn the_boroughs_of_the_tests_are_compared() {
        let boroughs = boroughs().unwrap();
        assert!(
            boroughs
                .iter()
                .any(|(id, code, _)| id == "trafford" && code == "E08000009"),
            "{}",
            boroughs.len()
        );
    }
}
