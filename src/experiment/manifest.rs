//! Where an experiment's results came from: enough to make them again and to tell whose parts a
//! folder holds. No clock in it, so that it is the same however often, on however many machines,
//! the experiment was run.

use super::{Experiment, Ready, hash};
use crate::export::manifest::{BUILD, CAVEAT};
use crate::report::Report;
use crate::report::table::Table;
use crate::scenario::parameters::beyond::mark;
use crate::scenario::validate;
use serde::{Deserialize, Serialize};

/// What goes with an experiment's results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What made them.
    pub program: String,
    /// The version that made them.
    pub version: String,
    /// The build that made them: version and digest of the sources. Empty where a folder of before
    /// builds had names is read.
    #[serde(default)]
    pub build: String,
    /// The experiment's name.
    pub name: String,
    /// The question it asks.
    pub question: String,
    /// The experiment's hash, 16 hexadecimal digits.
    pub experiment: String,
    /// The hash of its scenario.
    pub scenario: String,
    /// The place.
    pub place: String,
    /// People it was generated with.
    pub people: u32,
    /// Years simulated.
    pub years: u32,
    /// Re-runs with different luck.
    pub replicates: u32,
    /// The seed of all luck.
    pub seed: u64,
    /// Tasks it is made of.
    pub tasks: u32,
    /// The digest of all its parts, once they are there.
    pub fingerprint: Option<String>,
    /// Its tables, once they are there.
    pub tables: Vec<Listed>,
    /// What it is not.
    pub caveat: String,
    /// What is outside its registered range, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond_range: Option<String>,
}

/// A table that goes with a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its name as in files.
    pub name: String,
    /// What it holds.
    pub title: String,
    /// How many rows it has.
    pub rows: usize,
}

impl Manifest {
    /// The manifest of an experiment; with its results, once they are there.
    pub fn new(experiment: &Experiment, ready: &Ready, results: Option<&Report>) -> Self {
        let scenario = &experiment.scenario;
        let listed = |table: &Table| Listed {
            name: table.name.clone(),
            title: table.title.clone(),
            rows: table.rows.len(),
        };
        Self {
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            build: BUILD.to_owned(),
            name: experiment.name.clone(),
            question: experiment.kind.id().to_owned(),
            experiment: hash(experiment),
            scenario: validate::hash(scenario),
            place: scenario.place.clone(),
            people: scenario.people,
            years: scenario.years,
            replicates: scenario.replicates,
            seed: scenario.seed,
            tasks: ready.tasks(),
            fingerprint: results.map(|results| results.fingerprint.clone()),
            tables: results
                .map(|results| results.tables.iter().map(listed).collect())
                .unwrap_or_default(),
            caveat: CAVEAT.to_owned(),
            beyond_range: mark(&experiment.beyond()),
        }
    }

    /// The manifest as JSON, ending in a line break.
    pub fn json(&self) -> String {
        // invariant: a manifest is words and whole numbers, which JSON holds.
        serde_json::to_string_pretty(self)
            .expect("a manifest is plain data: words and whole numbers")
            + "\n"
    }

    /// Whether parts made for the other belong to this one: the same experiment by the same build.
    pub fn owns_parts_of(&self, other: &Self) -> bool {
        (&self.program, &self.build, &self.experiment, self.tasks)
            == (&other.program, &other.build, &other.experiment, other.tasks)
    }
}
