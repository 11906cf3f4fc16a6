//! The folder of an experiment: what it holds, whose it is, and the files that stand there in the end. Knows no tasks.

use super::log::{self, Parts};
use crate::cli::scenario_argument::wrong;
use crate::cli::{Failure, files, own_place, parquet};
use crate::experiment::{Beside, Experiment, Kind, Manifest, Ready, package, parse_beside, write};
use crate::report::Report;
use crate::scenario::validate::Problem;
use std::fs;
use std::path::{Path, PathBuf};

/// The experiment as it is run.
const EXPERIMENT: &str = "experiment.toml";
/// What an earlier version said, of version comparisons.
pub const BEFORE: &str = "before.json";
const MANIFEST: &str = "manifest.json";
/// What the columns of the tables mean.
const PACKAGE: &str = "datapackage.json";
const PARTS: &str = "parts";
/// No file of results of an earlier version is longer.
const LONGEST_BESIDE: u64 = 16 << 20;

/// The text of a file in the folder of an experiment file; nothing outside of it.
pub fn beside(folder: &Path, name: &str) -> Option<String> {
    let inside = Path::new(name)
        .components()
        .all(|part| matches!(part, std::path::Component::Normal(_)));
    let path = folder.join(name);
    (inside && path.is_file())
        .then(|| files::read_at_most(&path, LONGEST_BESIDE, "text").ok())
        .flatten()
}

/// The experiment that a folder holds.
pub fn experiment_in(folder: &Path) -> Result<Experiment, Failure> {
    let path = folder.join(EXPERIMENT);
    if !path.is_file() {
        return Err(Failure::Input(format!(
            "{}: found no {EXPERIMENT}; wanted the folder of an experiment that was begun",
            folder.display()
        )));
    }
    read(&path)
}

/// Reads an experiment file; what it names stands beside it.
pub fn read(path: &Path) -> Result<Experiment, Failure> {
    let shown = path.display().to_string();
    let experiment =
        parse_at(path, &files::read(path)?).map_err(|problems| wrong(&shown, &problems))?;
    own_place::check(&experiment.scenario, &shown)?;
    Ok(experiment)
}

/// The experiment that a text at a path says; what it names stands beside it.
///
/// Errors: every problem of the text.
pub fn parse_at(path: &Path, text: &str) -> Result<Experiment, Vec<Problem>> {
    parse_in(path.parent().unwrap_or(Path::new("")), text)
}

/// A folder claimed for an experiment.
pub struct Folder {
    path: PathBuf,
    owner: String,
}

impl Folder {
    /// Makes the folder this experiment's, or finds that it is.
    ///
    /// Errors: it is another experiment's or another build's; the file system.
    pub fn claim(path: &Path, experiment: &Experiment, ready: &Ready) -> Result<Self, Failure> {
        let manifest = Manifest::new(experiment, ready, None);
        let folder = Self {
            path: path.to_owned(),
            owner: format!(
                "kith parts 1, build {}, experiment {}\n",
                manifest.build,
                ready.hash()
            ),
        };
        fs::create_dir_all(path.join(PARTS))
            .map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?;
        let there = path.join(MANIFEST);
        if there.is_file() {
            let text = files::read(&there)?;
            let found: Manifest = serde_json::from_str(&text).map_err(|error| {
                Failure::Input(format!(
                    "{}: {error}; wanted the manifest of this experiment, or an empty folder",
                    there.display()
                ))
            })?;
            if !manifest.owns_parts_of(&found) {
                return Err(Failure::Input(format!(
                    "{}: found experiment {} (\"{}\", build {}); wanted {} (\"{}\", build {}), or an empty folder",
                    path.display(),
                    found.experiment,
                    found.name,
                    if found.build.is_empty() {
                        &found.version
                    } else {
                        &found.build
                    },
                    manifest.experiment,
                    manifest.name,
                    manifest.build
                )));
            }
            return Ok(folder);
        }
        if let Kind::Versions { text, .. } = &experiment.kind {
            folder.put(BEFORE, text.as_bytes())?;
        }
        folder.put(EXPERIMENT, write(experiment).as_bytes())?;
        folder.put(MANIFEST, manifest.json().as_bytes())?;
        Ok(folder)
    }

    /// What it is called in messages.
    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// Whose parts logs here hold.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Where a shard's log stands.
    pub fn log_of(&self, shard: u32, of: u32) -> PathBuf {
        self.path
            .join(PARTS)
            .join(format!("shard-{shard}-of-{of}.log"))
    }

    /// Every part that is in the logs of this folder, and of others.
    ///
    /// Errors: logs of another experiment; two logs that say different things of one task.
    pub fn parts(&self, others: &[PathBuf]) -> Result<Parts, Failure> {
        let mut all = Parts::new();
        for folder in std::iter::once(&self.path).chain(others) {
            let mut logs: Vec<PathBuf> = match fs::read_dir(folder.join(PARTS)) {
                Ok(entries) => entries
                    .filter_map(|entry| Some(entry.ok()?.path()))
                    .collect(),
                Err(error) => {
                    return Err(Failure::Input(format!(
                        "{}: {error}; wanted the folder of an experiment",
                        folder.join(PARTS).display()
                    )));
                }
            };
            logs.retain(|path| path.extension().is_some_and(|ending| ending == "log"));
            logs.sort();
            for path in logs {
                for (task, bytes) in log::look(&path, &self.owner)? {
                    if all.get(&task).is_some_and(|there| *there != bytes) {
                        let words = format!(
                            "{}: task {task} came to something else than in another log; wanted one machine's results to be another's",
                            path.display()
                        );
                        return Err(Failure::Other(words));
                    }
                    all.insert(task, bytes);
                }
            }
        }
        Ok(all)
    }

    /// Writes everything that the experiment says; the manifest last, so that a folder whose manifest has a fingerprint is whole.
    pub fn finish(
        &self,
        experiment: &Experiment,
        ready: &Ready,
        results: &Report,
    ) -> Result<(), Failure> {
        for table in &results.tables {
            self.put(&format!("{}.csv", table.name), table.csv().as_bytes())?;
            self.put(&format!("{}.json", table.name), table.json().as_bytes())?;
            self.put(
                &format!("{}.parquet", table.name),
                &parquet::bytes(table).map_err(Failure::Other)?,
            )?;
        }
        let package = package(results, experiment, MANIFEST, |table| {
            format!("{}.csv", table.name)
        });
        self.put(PACKAGE, package.as_bytes())?;
        for figure in &results.drawings {
            self.put(&format!("{}.svg", figure.name), figure.svg.as_bytes())?;
        }
        self.put("findings.txt", findings(experiment, results).as_bytes())?;
        self.put(
            MANIFEST,
            Manifest::new(experiment, ready, Some(results))
                .json()
                .as_bytes(),
        )
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        files::put(&self.path.join(name), bytes)
    }
}

/// The sentences, with what each figure shows.
pub fn findings(experiment: &Experiment, results: &Report) -> String {
    let mut text = format!("{}\n\n", experiment.name);
    for sentence in &results.sentences {
        text.push_str(sentence);
        text.push('\n');
    }
    for figure in &results.drawings {
        text.extend([
            "\n",
            &figure.name,
            ".svg: ",
            &figure.title,
            "\n",
            &figure.subtitle,
            "\n",
        ]);
    }
    text + "\n" + crate::export::manifest::CAVEAT + "\n"
}

/// Reads an experiment that may name files in its own folder.
pub fn parse_in(folder: &Path, text: &str) -> Result<Experiment, Vec<Problem>> {
    let profile = |path: &str| own_place::read(folder, path);
    let mut experiment = parse_beside(
        text,
        &Beside {
            profile: &profile,
            file: &|name| beside(folder, name),
            ..Beside::NOTHING
        },
    )?;
    if let Kind::Versions { before, .. } = &mut experiment.kind {
        // What it is called where it stands in the experiment's folder.
        BEFORE.clone_into(before);
    }
    Ok(experiment)
}
