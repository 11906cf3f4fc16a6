//! How fast this device lives worlds, by the clock of the browser: what "about two minutes" is reckoned from.

use crate::ensemble::Job;
use crate::scenario::Scenario;
use js_sys::Date;

/// A new measurement is told when it differs from the last one told by this much.
const TELLING: f64 = 1.15;

/// The pace of all workers together, measured on re-runs without pictures.
pub struct Pace {
    /// When each worker began its re-run, if that is one to measure by. Unit: milliseconds.
    began: Vec<Option<f64>>,
    person_months: f64,
    /// Of one worker. Unit: months lived by persons a second.
    of_one: Option<f64>,
    told: Option<f64>,
    inquiry: f64,
}

impl Pace {
    /// Nothing measured yet.
    pub fn new(workers: usize) -> Self {
        Self {
            began: vec![None; workers],
            person_months: 0.0,
            of_one: None,
            told: None,
            inquiry: 0.0,
        }
    }

    /// Re-runs are about this scenario from now on.
    pub fn start(&mut self, scenario: &Scenario) {
        self.began.fill(None);
        self.person_months = f64::from(scenario.people) * f64::from(scenario.months());
    }

    /// A worker begins a re-run.
    pub fn run(&mut self, worker: usize, job: &Job) {
        self.began[worker] = (!job.frames).then(Date::now);
    }

    /// A worker ended a re-run of so many arms; the pace of all workers together, when that is news. The spin-up is not counted,
    /// because a worker may have kept it: the device is rather faster than this.
    pub fn done(&mut self, worker: usize, arms: usize) -> Option<f64> {
        let seconds = (Date::now() - self.began[worker].take()?) / 1000.0;
        if seconds <= 0.0 {
            return None;
        }
        let now = self.person_months * arms as f64 / seconds;
        // A quarter of what is new: one slow re-run does not frighten anybody.
        let pace = self.of_one.map_or(now, |pace| pace + (now - pace) / 4.0);
        self.of_one = Some(pace);
        let all = pace * self.began.len() as f64;
        let news = self
            .told
            .is_none_or(|told| all > told * TELLING || told > all * TELLING);
        news.then(|| *self.told.insert(all))
    }

    /// An inquiry begins.
    pub fn begin(&mut self) {
        self.inquiry = Date::now();
    }

    /// Since the inquiry began. Unit: seconds.
    pub fn seconds(&self) -> f64 {
        (Date::now() - self.inquiry) / 1000.0
    }
}
