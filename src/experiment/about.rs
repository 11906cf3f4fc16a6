//! What goes with every table and figure of an experiment: place, size, luck, version. Knows no
//! result.

use super::{Experiment, hash};
use crate::ensemble::Prepared;
use crate::ensemble::pair::{Names, Pair};
use crate::export::manifest::CAVEAT;
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::mark;

/// What an experiment is about, for captions and sentences.
#[derive(Clone, Debug)]
pub struct About {
    /// The scenario.
    pub scenario: Scenario,
    place: String,
    people: usize,
    name: String,
    hash: String,
    /// What is outside its registered range.
    beyond: Option<String>,
}

impl About {
    /// Of an experiment in its place.
    pub fn of(experiment: &Experiment, prepared: &Prepared) -> Self {
        Self {
            scenario: prepared.scenario.clone(),
            place: prepared.place.name.clone(),
            people: prepared.place.persons.len(),
            name: experiment.name.clone(),
            hash: hash(experiment),
            beyond: mark(&experiment.beyond()),
        }
    }

    /// What stands below a figure: of what it is, with which luck, by which version.
    pub fn notes(&self) -> Vec<String> {
        let Scenario {
            replicates, seed, ..
        } = self.scenario;
        let runs = if replicates == 1 {
            "1 replicate".to_owned()
        } else {
            format!("{replicates} replicates")
        };
        let people = crate::charts::number::plain(self.people as f64, 0);
        let mut notes = vec![
            format!(
                "{}: {}, {people} invented people, {runs}, seed {seed}.",
                self.name, self.place
            ),
            format!(
                "{} {}, experiment {}. {CAVEAT}",
                env!("CARGO_PKG_NAME"),
                env!("CARGO_PKG_VERSION"),
                self.hash
            ),
        ];
        notes.extend(self.beyond.iter().map(|mark| format!("Run {mark}.")));
        notes
    }

    /// The pair of arms that sentences are about.
    pub fn pair(&self) -> Option<Pair> {
        Pair::of(&self.scenario)
    }

    /// The names of the pair, as they stand inside a sentence.
    pub fn names(&self) -> Option<Names<'_>> {
        self.pair().map(|pair| pair.names(&self.scenario))
    }

    /// The place.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// People the place was generated with.
    pub fn people(&self) -> usize {
        self.people
    }

    /// Where it takes place and how long: the end of a subtitle.
    pub fn place_and_time(&self) -> String {
        let years = self.scenario.years;
        format!(
            "{}, after {}",
            self.place,
            if years == 1 {
                "1 year".to_owned()
            } else {
                format!("{years} years")
            }
        )
    }
}
