//! What the page is to do for the lab.

use crate::experiment::Experiment;
use std::rc::Rc;

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Offer text as a file of a name and a media type.
    Download {
        /// The name.
        name: String,
        /// The media type.
        kind: &'static str,
        /// What it holds.
        text: String,
    },
    /// Have the workers do something for the experiment.
    Work(Work),
    /// Keep something of an experiment on this device, or give it back.
    Keep(Keep),
}

/// What the workers are to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Make an experiment ready and say how large it is.
    Begin {
        /// Its number.
        number: u32,
        /// The experiment.
        experiment: Rc<Experiment>,
    },
    /// Do tasks of it.
    Tasks {
        /// Its number.
        number: u32,
        /// Which.
        tasks: Vec<u32>,
    },
    /// Put the results together.
    Gather {
        /// Its number.
        number: u32,
        /// The parts of all tasks, in their order.
        parts: Vec<Rc<[u8]>>,
    },
    /// It is over, or not wanted any more.
    Drop,
}

/// What is to be kept on this device, or given back.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    /// Say what there is.
    List,
    /// What an experiment is.
    Head(String, Vec<u8>),
    /// One part of it.
    Part(String, u32, Rc<[u8]>),
    /// Give all parts of one.
    Read(String),
    /// Throw one away.
    Remove(String),
}
