//! The workers as the browser has them: started, told, heard, ended. Who does what is decided by `session::dispatch`.

mod experiment;
mod hearing;
mod live;
mod orders;
mod reader;
mod trial;

pub use live::Heard;

use super::pace::Pace;
use crate::ensemble::Job;
use crate::protocol::Figures;
use crate::scenario::Scenario;
use crate::session::Message;
use crate::session::dispatch::Dispatch;
use crate::session::inquiries::Wanted;
use gloo::timers::callback::Interval;
use live::{Live, Tell};
use std::rc::Rc;
use trial::Trial;
use yew::Callback;

/// The most workers used: more would cost memory for little.
const MOST: usize = 8;
/// Seconds between two requests for a sign of life.
const BEAT_SECONDS: u32 = 1;
/// Requests a worker may leave unanswered, at the least.
const PATIENCE: u32 = 5;
/// People that are allowed one request more: while a worker generates a place it does not listen.
const PEOPLE_A_BEAT: u32 = 1_000;

/// How many workers a machine of so many cores gets: all of two, and of more all but the one that draws the page.
fn workers(cores: usize) -> usize {
    if cores <= 2 {
        cores.max(1)
    } else {
        (cores - 1).min(MOST)
    }
}

/// The workers.
pub struct Pool {
    dispatch: Dispatch,
    live: Vec<Option<Live>>,
    /// Who reads what people hand in, once somebody does. Its number is the one after the others'.
    reader: Option<Live>,
    births: u32,
    scenario: Option<Rc<Scenario>>,
    /// The figures of its place, where workers do not have them.
    figures: Option<Figures>,
    epoch: u32,
    pace: Pace,
    trial: Trial,
    /// Whether workers were of another build.
    outdated: bool,
    tell: Tell,
    _beat: Interval,
}

impl Pool {
    /// Starts the workers, as many as the machine has cores for. `tell` hears of everything with the worker's number and birth;
    /// `beat` is called when [`Pool::beat`] is due.
    pub fn new(tell: Tell, beat: Callback<()>) -> Self {
        let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
        let count = workers(cores);
        let (dispatch, orders) = Dispatch::new(count);
        let beat = Interval::new(BEAT_SECONDS * 1000, move || beat.emit(()));
        let mut pool = Self {
            dispatch,
            live: (0..count).map(|_| None).collect(),
            reader: None,
            births: 0,
            scenario: None,
            figures: None,
            epoch: 0,
            pace: Pace::new(count),
            trial: Trial::default(),
            outdated: false,
            tell,
            _beat: beat,
        };
        pool.carry_out(orders);
        pool
    }

    /// A new question, with the figures of its place where workers do not have them.
    pub fn start(
        &mut self,
        epoch: u32,
        (scenario, figures): (Rc<Scenario>, Option<Figures>),
        jobs: Vec<Job>,
        place_wanted: bool,
    ) -> Vec<Message> {
        self.epoch = epoch;
        self.figures = figures.or_else(|| Figures::of_invented(&scenario.place));
        self.pace.start(&scenario);
        self.scenario = Some(scenario);
        let orders = self.dispatch.start(epoch, jobs, place_wanted);
        self.carry_out(orders)
    }

    /// More of the same question.
    pub fn more(&mut self, jobs: Vec<Job>) -> Vec<Message> {
        let orders = self.dispatch.more(jobs);
        self.carry_out(orders)
    }

    /// Nothing more is wanted.
    pub fn cancel(&mut self) {
        let orders = self.dispatch.cancel();
        self.carry_out(orders);
    }

    /// An inquiry is to begin or to be dropped.
    pub fn inquire(&mut self, wanted: Wanted) -> Vec<Message> {
        let orders = match wanted {
            Wanted::Begin { number, ask } => {
                self.pace.begin();
                self.dispatch.inquire(number, ask)
            }
            Wanted::Drop => self.dispatch.drop_inquiry(),
        };
        self.carry_out(orders)
    }

    /// Seconds have passed: who is silent for too long is replaced.
    pub fn beat(&mut self) -> Vec<Message> {
        let people = self.scenario.as_ref().map_or(0, |scenario| scenario.people);
        let orders = self
            .dispatch
            .beat(PATIENCE + (people / PEOPLE_A_BEAT).max(self.trial.patience()));
        self.carry_out(orders)
    }
}
