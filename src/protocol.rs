//! Messages between the page and its workers, as bytes (postcard). Knows no browser.

pub mod asked;
pub mod inquiry;
pub mod scan;

pub use crate::analysis::in_parts::{decode, encode};
pub use inquiry::{Answer, Ask, Inquiry, Lives};

use crate::ensemble::{Job, Outcome};
use crate::experiment::Experiment;
use crate::place::{Place, england};
use crate::report::Report;
use crate::scenario::Scenario;
use crate::scenario::own::{Carried, Own};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The build both sides must share. A worker of another build is refused, never mixed.
pub use crate::export::manifest::BUILD;

/// The figures of a place that is not compiled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figures {
    /// The profile of a place of a person's own, as text.
    Profile(String),
    /// The packs of a district of England, in the order of [`crate::place::england::codes`].
    Packs(Vec<Vec<u8>>),
}

impl Figures {
    /// The place of a scenario, as the scenario carries it.
    ///
    /// Errors: packs that cannot be right.
    pub fn carried(self, place: &str) -> Result<Carried, String> {
        let packs = match self {
            Self::Profile(text) => return Ok(Carried(Own::of(&text).map(Arc::new))),
            Self::Packs(packs) => packs,
        };
        let entry =
            england::find(place).ok_or_else(|| format!("place: there is no place \"{place}\""))?;
        let packs: Vec<&[u8]> = packs.iter().map(Vec::as_slice).collect();
        let profile = england::profile_from_packs(entry, &packs)
            .map_err(|error| format!("place \"{place}\": {error}"))?;
        let own = Own {
            id: place.to_owned(),
            name: entry.name.to_owned(),
            profile: profile.to_toml(),
        };
        Ok(Carried(Some(Arc::new(own))))
    }
}

/// What the page says to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// From now on, jobs are about this scenario. `epoch` numbers scenarios, so that late answers
    /// can be told.
    Prepare {
        /// Which scenario this is.
        epoch: u32,
        /// The scenario.
        scenario: Box<Scenario>,
        /// The place, when it changed since the last time.
        place: Option<Box<Place>>,
        /// The figures of its place, when the worker does not have them.
        figures: Option<Figures>,
    },
    /// Make the profile of an area from files.
    ReadPlace {
        /// Names and bytes.
        files: Vec<(String, Vec<u8>)>,
        /// The area, by name or code.
        area: String,
    },
    /// Send the place, for drawing.
    SendPlace {
        /// Of which scenario.
        epoch: u32,
    },
    /// Run one replicate.
    Run {
        /// Of which scenario.
        epoch: u32,
        /// What to run.
        job: Job,
    },
    /// Do one task of an inquiry about the scenario that was told last. Unlike a job it is lived in
    /// one go, without listening, unless the inquiry says otherwise.
    Ask {
        /// The inquiry's number, so that late words can be told.
        number: u32,
        /// What is asked.
        ask: Ask,
        /// Which of its tasks.
        task: u32,
    },
    /// Answer an inquiry from the parts of all its tasks.
    Conclude {
        /// The inquiry's number.
        number: u32,
        /// What is asked.
        ask: Ask,
        /// What the tasks came to, in their order.
        parts: Vec<Vec<u8>>,
    },
    /// Drop the job that is running: nobody wants it any more.
    Stop,
    /// Give a sign of life.
    Ping,
    /// Read the code to scan in a picture.
    ReadCode {
        /// Its width. Unit: pixels.
        width: u32,
        /// How light each pixel is, row by row.
        luma: Vec<u8>,
    },
    /// From now on, tasks are of this experiment: make it ready and say how large it is.
    Undertake {
        /// The experiment's number, so that late words can be told.
        number: u32,
        /// The experiment.
        experiment: Box<Experiment>,
        /// The figures of its place, when the worker does not have them.
        figures: Option<Figures>,
    },
    /// Do one task of the experiment, in one go and without listening.
    Task {
        /// The experiment's number.
        number: u32,
        /// Which of its tasks.
        task: u32,
    },
    /// Put the results of the experiment together.
    Gather {
        /// The experiment's number.
        number: u32,
        /// What the tasks came to, in their order.
        parts: Vec<Vec<u8>>,
    },
}

/// What a worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker is up.
    Ready {
        /// Its build.
        build: String,
    },
    /// The place that was asked for.
    Placed {
        /// Of which scenario.
        epoch: u32,
        /// The place.
        place: Box<Place>,
    },
    /// A job is done.
    Done {
        /// Of which scenario.
        epoch: u32,
        /// What it came to.
        outcome: Outcome,
    },
    /// The scenario or the job could not be run; the words are for people.
    Failed {
        /// Of which scenario.
        epoch: u32,
        /// What went wrong.
        message: String,
    },
    /// A world of an inquiry's task was lived; also a sign of life.
    Lived {
        /// The inquiry's number.
        number: u32,
        /// Worlds of this task so far.
        lives: u32,
    },
    /// A task of an inquiry is done.
    Part {
        /// The inquiry's number.
        number: u32,
        /// Which task.
        task: u32,
        /// What it came to.
        bytes: Vec<u8>,
    },
    /// An inquiry is answered.
    Answered {
        /// The inquiry's number.
        number: u32,
        /// What it came to.
        answer: Answer,
    },
    /// An inquiry cannot be answered; the words are for people.
    Refused {
        /// The inquiry's number.
        number: u32,
        /// Why.
        message: String,
    },
    /// The profile that was asked for as text with what is to be said of how it was made, or why
    /// there is none.
    PlaceRead(Result<(String, Vec<String>), String>),
    /// The sign of life that was asked for.
    Alive,
    /// What the code in a picture says, or why none was read.
    CodeRead(Result<String, String>),
    /// The experiment is ready.
    Sized {
        /// The experiment's number.
        number: u32,
        /// How many tasks it is made of.
        tasks: u32,
        /// Worlds lived for each.
        lives_a_task: u32,
    },
    /// A world of the experiment's task was lived; also a sign of life.
    Worked {
        /// The experiment's number.
        number: u32,
        /// Worlds of this task so far.
        lives: u32,
    },
    /// A task of the experiment is done.
    TaskDone {
        /// The experiment's number.
        number: u32,
        /// Which task.
        task: u32,
        /// What it came to.
        bytes: Vec<u8>,
    },
    /// What the experiment came to.
    Gathered {
        /// The experiment's number.
        number: u32,
        /// The results.
        results: Box<Report>,
    },
    /// The experiment cannot be done; the words are for people.
    Declined {
        /// The experiment's number.
        number: u32,
        /// Why.
        message: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::ArmOutcome;
    use crate::indicators::{Frames, Table};

    #[test]
    fn messages_survive_the_journey() {
        let frames = Frames {
            months: vec![0],
            slots: vec![2],
            bytes: vec![1; 8],
            family_of_slot: vec![0, 0],
            who: vec![41, 170],
            since: vec![0, 2],
            later_homes: vec![7],
            keys: vec![u64::MAX, 3],
            introduced: Vec::new(),
        };
        let arm = ArmOutcome {
            arm: 1,
            table: Table::new(3),
            ledger: Vec::new(),
            frames: Some(frames),
        };
        let message = FromWorker::Done {
            epoch: 9,
            outcome: Outcome {
                replicate: 3,
                arms: vec![arm],
            },
        };
        assert_eq!(
            decode::<FromWorker>(&encode(&message).unwrap()).unwrap(),
            message
        );
        let job = ToWorker::Run {
            epoch: 2,
            job: Job {
                replicate: 1,
                arms: vec![0, 2],
                frames: true,
            },
        };
        assert_eq!(decode::<ToWorker>(&encode(&job).unwrap()).unwrap(), job);
    }

    #[test]
    fn broken_bytes_are_an_error_not_a_panic() {
        assert!(
            decode::<ToWorker>(&[250, 1, 2])
                .unwrap_err()
                .contains("could not be read")
        );
        assert!(decode::<FromWorker>(&[]).is_err());
    }

    #[test]
    fn the_figures_of_a_district_in_a_worker_are_those_of_the_command_line() {
        let scenario = Scenario {
            place: "somerset".to_owned(),
            people: 500,
            ..crate::session::samples::scenario()
        };
        let codes = england::codes(england::find("somerset").unwrap());
        let packs = Figures::Packs(
            codes
                .iter()
                .map(|code| england::pack_of(code).unwrap().to_vec())
                .collect(),
        );
        let own = decode::<Figures>(&encode(&packs).unwrap())
            .unwrap()
            .carried("somerset")
            .unwrap();
        let there = crate::ensemble::prepare(Scenario {
            own,
            ..scenario.clone()
        })
        .unwrap();
        assert_eq!(
            there.place,
            crate::ensemble::prepare(scenario.clone()).unwrap().place
        );
        let text = crate::scenario::validate::write(&there.scenario);
        assert!(
            text.contains("place = \"somerset\"") && !text.contains("#|"),
            "{text}"
        );
        assert!(
            Figures::Packs(vec![vec![1]])
                .carried("leeds")
                .is_err_and(|words| words.contains("leeds"))
        );
    }
}
