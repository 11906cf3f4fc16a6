//! Messages between the page and its workers, as bytes (postcard). Knows no browser.

pub mod asked;
pub mod beyond;
mod figures;
pub mod inquiry;
mod kind;
pub mod lives;
pub mod scan;

pub use crate::analysis::in_parts::{decode, encode};
pub use beyond::{Nothing, Reply, Request};
pub use figures::Figures;
pub use inquiry::{Answer, Ask, Inquiry, Lives};
pub use kind::Kind;

use crate::ensemble::sliced::Year;
use crate::ensemble::{Job, Outcome};
use crate::place::Place;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// The build both sides must share. A worker of another build is refused, never mixed.
pub use crate::export::manifest::BUILD;

/// What the page says to a worker. `R` is what it may ask beyond worlds: [`Nothing`] of a worker of
/// the model alone, which so holds none of the code that reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker<R = Request> {
    /// From now on, jobs are about this scenario. `epoch` numbers scenarios, so that late answers
    /// can be told.
    Prepare {
        /// Which scenario this is.
        epoch: u32,
        /// The scenario.
        scenario: Box<Scenario>,
        /// The figures of its place, when the worker does not have them.
        figures: Option<Figures>,
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
    /// Follow one person in one arm of the pictured run; lived in slices, as jobs are.
    Follow {
        /// The inquiry's number, so that late words can be told.
        number: u32,
        /// Which of its tasks.
        task: u32,
        /// The person's position when the arms branch.
        person: u32,
        /// The arm's position in the scenario.
        arm: u32,
    },
    /// Tell a person's two lives, each of which was followed.
    Tell {
        /// The inquiry's number.
        number: u32,
        /// The person's position when the arms branch.
        person: u32,
        /// The arms' positions in the scenario.
        arms: [u32; 2],
        /// What following them came to, in the order of the arms.
        parts: Vec<Vec<u8>>,
    },
    /// Drop the job that is running: nobody wants it any more.
    Stop,
    /// Give a sign of life.
    Ping,
    /// Whatever else is asked.
    Request(R),
}

/// What a worker says to the page. `R` is what it answers beyond worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker<R = Reply> {
    /// The worker is up. The first of all words in every build, so that another build is known by it.
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
    /// A year of the pictured run is over, in an arm that is being lived.
    Year {
        /// Of which scenario.
        epoch: u32,
        /// What was observed in it.
        year: Year,
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
    /// A task of an inquiry is done.
    Part {
        /// The inquiry's number.
        number: u32,
        /// Which task.
        task: u32,
        /// What it came to.
        bytes: Vec<u8>,
    },
    /// A person's two lives, or why there are none; the words are for people.
    Told {
        /// The inquiry's number.
        number: u32,
        /// The lives.
        lives: Result<Box<Lives>, String>,
    },
    /// An inquiry cannot be answered; the words are for people.
    Refused {
        /// The inquiry's number.
        number: u32,
        /// Why.
        message: String,
    },
    /// The sign of life that was asked for.
    Alive,
    /// Whatever else was asked.
    Reply(R),
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
}
