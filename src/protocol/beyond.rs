//! What is asked of a worker, and answered by it, beyond living worlds: inquiries, experiments, tables, codes in pictures. A
//! worker of the model alone holds none of the code that reads or writes these.

use super::figures::Figures;
use super::inquiry::{Answer, Ask};
use crate::experiment::Experiment;
use crate::report::Report;
use serde::{Deserialize, Serialize};

/// What a worker of the model is asked beyond worlds: nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nothing {}

/// What is asked beyond worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Make the profile of an area from files.
    ReadPlace {
        /// Names and bytes.
        files: Vec<(String, Vec<u8>)>,
        /// The area, by name or code.
        area: String,
    },
    /// Read the code to scan in a picture.
    ReadCode {
        /// Its width. Unit: pixels.
        width: u32,
        /// How light each pixel is, row by row.
        luma: Vec<u8>,
    },
    /// Do one task of an inquiry about the scenario that was told last. Unlike a job it is lived in
    /// one go, without listening.
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

/// What is answered beyond worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The profile that was asked for as text with what is to be said of how it was made, or why
    /// there is none.
    PlaceRead(Result<(String, Vec<String>), String>),
    /// What the code in a picture says, or why none was read.
    CodeRead(Result<String, String>),
    /// A world of an inquiry's task was lived; also a sign of life.
    Lived {
        /// The inquiry's number.
        number: u32,
        /// Worlds of this task so far.
        lives: u32,
    },
    /// An inquiry is answered.
    Answered {
        /// The inquiry's number.
        number: u32,
        /// What it came to.
        answer: Answer,
    },
    /// The experiment is ready.
    Sized {
        /// The experiment's number.
        number: u32,
        /// How many tasks it is made of.
        tasks: u32,
        /// Worlds lived for each.
        lives_a_task: u32,
    },
    /// A world of an experiment's task was lived; also a sign of life.
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
    /// The results of the experiment.
    Gathered {
        /// The experiment's number.
        number: u32,
        /// What it came to.
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
