//! What goes with every table and figure of an answer: place, size, luck, version. Knows no
//! result.

use crate::charts::number::plain;
use crate::ensemble::Prepared;
use crate::ensemble::pair::{Names, Pair};
use crate::export::manifest::CAVEAT;
use crate::scenario::Scenario;
use crate::words::findings::years;
use crate::words::why;

/// Which scenario an answer is about, for its sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What people call its place.
    pub place: &'a str,
}

impl<'a> Setting<'a> {
    /// The names of the two arms compared.
    pub fn names(&self) -> Names<'a> {
        Pair::shown(self.scenario).names(self.scenario)
    }

    /// Their ids.
    pub fn ids(&self) -> Names<'a> {
        Pair::shown(self.scenario).ids(self.scenario)
    }

    /// Measure, unit, place and time of what is about adults doing well.
    pub fn unit(&self) -> String {
        why::unit(self.place, self.scenario.years)
    }
}

/// What an answer is about, for captions and sentences.
#[derive(Clone, Debug)]
pub struct About {
    /// The scenario.
    pub scenario: Scenario,
    place: String,
    people: usize,
    name: String,
    source: String,
    /// What is outside its registered range.
    beyond: Option<String>,
}

impl About {
    /// Of a question asked of a place. `name`: what is asked; `source`: what would give the same again; `beyond`: what is outside its
    /// registered range.
    pub fn new(prepared: &Prepared, name: &str, source: String, beyond: Option<String>) -> Self {
        Self {
            scenario: prepared.scenario.clone(),
            place: prepared.place.name.clone(),
            people: prepared.place.persons.len(),
            name: name.to_owned(),
            source,
            beyond,
        }
    }

    /// The size of what was run: place, people, runs and luck.
    pub fn size(&self) -> String {
        let Scenario {
            replicates, seed, ..
        } = self.scenario;
        let runs = if replicates == 1 {
            "1 replicate".to_owned()
        } else {
            format!("{replicates} replicates")
        };
        let people = plain(self.people as f64, 0);
        format!(
            "{}, {people} invented people, {runs}, seed {seed}",
            self.place
        )
    }

    /// What stands below a figure: of what it is, with which luck, by which version.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![
            format!("{}: {}.", self.name.trim_end_matches('?'), self.size()),
            format!(
                "{} {}, {}. {CAVEAT}",
                env!("CARGO_PKG_NAME"),
                env!("CARGO_PKG_VERSION"),
                self.source
            ),
        ];
        notes.extend(self.beyond.iter().map(|mark| format!("Run {mark}.")));
        notes
    }

    /// The scenario with its place, for sentences.
    pub fn setting(&self) -> Setting<'_> {
        Setting {
            scenario: &self.scenario,
            place: &self.place,
        }
    }

    /// The pair of arms that sentences are about.
    pub fn pair(&self) -> Option<Pair> {
        Pair::of(&self.scenario)
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
        let years = years(self.scenario.years as usize);
        format!("{}, after {years}", self.place)
    }
}
