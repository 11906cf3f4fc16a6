//! What is known of the question on the controls: its scenario, what can be taken back, its run and those before it.

use super::first_look::FirstLook;
use super::promise::{Check, Promise};
use super::replay::Replay;
use super::run::Run;
use crate::indicators::FrameMeasure;
use crate::scenario::Scenario;
use crate::scenario::own::Own;
use crate::session::edit::Edit;
use crate::session::figures::Axes;
use std::rc::Rc;
use std::sync::Arc;

/// The question on the controls and what it has come to.
#[derive(Clone, Debug)]
pub struct Question {
    /// The bundled scenario that this one started from.
    pub base: &'static str,
    /// The scenario as the controls show it.
    pub scenario: Rc<Scenario>,
    /// Places of the person's own that a scenario can lie in.
    pub places: Vec<Arc<Own>>,
    /// Scenarios to go back to, the last one last.
    pub undo: Vec<Rc<Scenario>>,
    /// Scenarios to go forward to, the next one last.
    pub redo: Vec<Rc<Scenario>>,
    /// Whether a control is being moved.
    pub moving: bool,
    /// The last edit of a change that may go on: the next one from the same control belongs to it.
    pub gesture: Option<Edit>,
    /// The run that is going on or done.
    pub run: Run,
    /// The last run that had something to show, kept on screen until the next has.
    pub previous: Option<Rc<Run>>,
    /// The last runs that had something to show, the latest last.
    pub results: Vec<Rc<Run>>,
    /// The last change, to be shown again.
    pub replay: Replay,
    /// What people are coloured by where nobody chose: what moved most in the first result.
    pub telling: FrameMeasure,
    /// Whether the next result says anew what moved most.
    pub retell: bool,
    /// Axes held while controls move.
    pub axes: Rc<Axes>,
    /// The first look of the run before, where that went no further: it stays in sight until there is one of this run.
    pub glimpse: Rc<FirstLook>,
    /// What the link promised.
    pub promise: Option<Promise>,
    /// Why nothing more will come, if that is so.
    pub failure: Option<String>,
}

impl Question {
    /// A scenario that nothing was run of, with the bundled one that it came from.
    pub fn new(base: &'static str, scenario: Scenario) -> Self {
        let scenario = Rc::new(scenario);
        Self {
            base,
            places: Vec::new(),
            run: Run::of(0, Rc::clone(&scenario), 0),
            scenario,
            undo: Vec::new(),
            redo: Vec::new(),
            moving: false,
            gesture: None,
            previous: None,
            results: Vec::new(),
            replay: Replay::default(),
            telling: FrameMeasure::Wellbeing,
            retell: true,
            axes: Rc::default(),
            glimpse: Rc::default(),
            promise: None,
            failure: None,
        }
    }

    /// The run to draw: the one going on once it has something to show, the one before it until then.
    pub fn shown(&self) -> &Run {
        if let Some(before) = self.replay.shown() {
            return before;
        }
        match &self.previous {
            Some(previous) if self.run.ensemble.is_empty() => previous,
            _ => &self.run,
        }
    }

    /// The pictured run while it is lived: from its first year on, until there is a result. While the hand moves, that of where
    /// it was last.
    pub fn first_look(&self) -> Option<&Rc<FirstLook>> {
        let grows = self.run.ensemble.is_empty() && !self.replay.showing && self.is_running();
        let mut looks = [&self.run.first_look, &self.glimpse].into_iter();
        looks.find(|look| grows && look.told() > 0)
    }

    /// The scenario on the controls: while the last change is shown again, the one before it.
    pub fn on_controls(&self) -> &Rc<Scenario> {
        self.replay
            .shown()
            .map_or(&self.scenario, |before| &before.scenario)
    }

    /// Whether the run is about what the controls say.
    pub fn is_settled(&self) -> bool {
        *self.run.scenario == *self.scenario
    }

    /// Whether what is drawn is not yet what the controls say.
    pub fn is_stale(&self) -> bool {
        if self.replay.showing {
            return false;
        }
        !Rc::ptr_eq(&self.shown().scenario, &self.scenario)
            && *self.shown().scenario != *self.scenario
    }

    /// Whether replicates are still to come.
    pub fn is_running(&self) -> bool {
        self.failure.is_none()
            && !self.run.cancelled
            && (self.run.ensemble.len() as u32) < self.run.wanted
    }

    /// The digest of the result, once it is complete and about what the controls say.
    pub fn fingerprint(&self) -> Option<&str> {
        let fingerprint = self.run.fingerprint.as_deref();
        fingerprint.filter(|_| self.is_settled())
    }

    /// Whether the result is the one the link promised.
    pub fn check(&self) -> Check {
        let Some(promise) = &self.promise else {
            return Check::None;
        };
        match self.fingerprint() {
            Some(fingerprint) if fingerprint == promise.fingerprint => Check::Same,
            Some(_) => Check::Different {
                version: promise.version.clone(),
            },
            None => Check::Waiting,
        }
    }

    /// A place of the person's own, by its id.
    pub fn place(&self, id: &str) -> Option<&Arc<Own>> {
        self.places.iter().find(|own| own.id == id)
    }
}
