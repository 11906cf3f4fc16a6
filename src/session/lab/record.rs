//! What is kept of an experiment that is not done: enough to go on with it. Parts of another build are told, never mixed in.

use crate::experiment::Experiment;
use crate::protocol::{BUILD, decode, encode};
use crate::scenario::own::{Carried, Own};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What an experiment is, as kept on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The build whose parts these are. It stands first, so that every build can read it.
    pub build: String,
    /// What people call it.
    pub name: String,
    /// How many tasks it is made of.
    pub tasks: u32,
    /// The experiment, as this build writes it.
    experiment: Vec<u8>,
    /// The profile of its place, where that is not a bundled one.
    profile: Option<String>,
}

/// Why an experiment cannot be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It is another build's.
    OtherBuild {
        /// Which.
        build: String,
        /// What people call it.
        name: String,
    },
    /// It cannot be read.
    Broken,
}

/// An experiment on this device that was not done to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Its hash.
    pub hash: String,
    /// How many parts are there.
    pub done: u32,
    /// What it is, or why it cannot be gone on with.
    pub head: Result<Head, Stale>,
}

impl Head {
    /// Of an experiment of this build.
    pub fn of(experiment: &Experiment, tasks: u32) -> Self {
        let bytes = encode(experiment).unwrap_or_default();
        Self {
            build: BUILD.to_owned(),
            name: experiment.name.clone(),
            tasks,
            experiment: bytes,
            profile: experiment
                .scenario
                .own_place()
                .map(|own| own.profile.clone()),
        }
    }

    /// As it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        encode(self).unwrap_or_default()
    }

    /// The experiment.
    pub fn experiment(&self) -> Option<Experiment> {
        let mut experiment: Experiment = decode(&self.experiment).ok()?;
        experiment.scenario.own = Carried(self.profile.as_deref().and_then(Own::of).map(Arc::new));
        Some(experiment)
    }

    fn read(bytes: &[u8]) -> Result<Self, Stale> {
        let head = decode::<Self>(bytes).map_err(|_| Stale::Broken)?;
        if head.build != BUILD {
            return Err(Stale::OtherBuild {
                build: head.build,
                name: head.name,
            });
        }
        // What cannot be read now will not be when somebody wants to go on.
        head.experiment().map(|_| head).ok_or(Stale::Broken)
    }
}

/// What is on this device: hash, head and how many parts of each.
pub fn unfinished(found: Vec<(String, Vec<u8>, u32)>) -> Vec<Unfinished> {
    found
        .into_iter()
        .map(|(hash, bytes, done)| Unfinished {
            hash,
            done,
            head: Head::read(&bytes),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn experiment() -> Experiment {
        crate::experiment::parse(
            "format = 1\nname = \"Kept\"\nscenario = \"trafford\"\npeople = 500\nyears = 1\nquestion = \"replicates\"\n",
        )
        .unwrap()
    }

    #[test]
    fn what_is_kept_is_gone_on_with_by_the_same_build() {
        let head = Head::of(&experiment(), 7);
        let found = unfinished(vec![("abc".to_owned(), head.to_bytes(), 3)]);
        assert_eq!((found[0].hash.as_str(), found[0].done), ("abc", 3));
        let back = found[0].head.as_ref().unwrap();
        assert_eq!((back.tasks, back.experiment()), (7, Some(experiment())));
    }

    #[test]
    fn another_builds_parts_are_told_and_broken_ones_too() {
        let other = Head {
            build: "kith-0".to_owned(),
            ..Head::of(&experiment(), 7)
        };
        let empty = Head {
            experiment: Vec::new(),
            ..Head::of(&experiment(), 7)
        };
        let found = unfinished(vec![
            ("a".to_owned(), other.to_bytes(), 1),
            ("b".to_owned(), vec![255; 9], 1),
            ("c".to_owned(), empty.to_bytes(), 1),
        ]);
        assert_eq!(
            found[0].head,
            Err(Stale::OtherBuild {
                build: "kith-0".to_owned(),
                name: "Kept".to_owned()
            })
        );
        assert_eq!(found[1].head, Err(Stale::Broken));
        assert_eq!(found[2].head, Err(Stale::Broken));
    }
}
