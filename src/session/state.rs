//! What the page knows at one moment. Plain data; nothing here changes itself.

use super::figures::Figures;
use super::inquiries::Inquiries;
use super::kept::Kept;
use super::message::Edit;
use crate::charts::layout::Layout;
use crate::charts::picture;
use crate::ensemble::pair::Pair;
use crate::ensemble::{Ensemble, Outcome};
use crate::indicators::{FrameMeasure, Frames};
use crate::place::Place;
use crate::scenario::Scenario;
use std::rc::Rc;

/// The views of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The comparison.
    #[default]
    Explore,
    /// The trainer's hour.
    Workshop,
    /// The researcher's afternoon.
    Lab,
    /// What this is, and every assumption.
    About,
}

impl Route {
    /// All views with their names in addresses.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Explore, "explore"),
        (Self::Workshop, "workshop"),
        (Self::Lab, "lab"),
        (Self::About, "about"),
    ];

    /// The name in addresses.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(route, _)| *route == self)
            .map_or("explore", |(_, id)| id)
    }
}

/// The looks a person can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black, white and little else.
    Contrast,
    /// Large, for a room.
    Projector,
}

impl Theme {
    /// All looks with their names in files.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Device, "device"),
        (Self::Light, "light"),
        (Self::Dark, "dark"),
        (Self::Contrast, "contrast"),
        (Self::Projector, "projector"),
    ];

    /// The name in files.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(theme, _)| *theme == self)
            .map_or("device", |(_, id)| id)
    }

    /// A look by name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == id)
            .map(|(theme, _)| *theme)
    }
}

/// One run of a scenario, as far as it has come.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its number.
    pub epoch: u32,
    /// What was asked.
    pub scenario: Rc<Scenario>,
    /// Replicates of which every arm is there.
    pub ensemble: Rc<Ensemble>,
    /// Replicates of which some arms are there: just arrived, or kept from the run before because nothing changed for them.
    pub parts: Rc<Ensemble>,
    /// What that says.
    pub figures: Rc<Figures>,
    /// Pictures of everybody in the first re-run, one an arm; none until it is in.
    pub pictures: Rc<Vec<Frames>>,
    /// How many replicates were asked for.
    pub wanted: u32,
    /// The digest of the result, once it is complete.
    pub fingerprint: Option<String>,
    /// The place, as soon as it is here.
    pub place: Option<Rc<Place>>,
    /// Where everybody stands.
    pub layout: Option<Rc<Layout>>,
    /// Whether the person stopped it.
    pub cancelled: bool,
}

impl Run {
    /// What moved most between its two worlds, of what people can be coloured by; nothing before its pictures are in.
    pub(super) fn moved_most(&self) -> Option<FrameMeasure> {
        let pair = Pair::shown(&self.scenario);
        picture::moved_most(
            self.pictures.get(pair.reference)?,
            self.pictures.get(pair.alternative)?,
        )
    }

    /// Pictures are large and drawn only: they are kept apart from the numbers.
    pub(super) fn keep_pictures(&mut self, outcome: &mut Outcome) {
        if outcome.replicate != 0 {
            return;
        }
        let pictures = Rc::make_mut(&mut self.pictures);
        pictures.resize(self.scenario.arms.len(), Frames::default());
        for arm in &mut outcome.arms {
            if let (Some(frames), Some(place)) =
                (arm.frames.take(), pictures.get_mut(arm.arm as usize))
            {
                *place = frames;
            }
        }
    }

    /// Whether every replicate of the scenario is in.
    pub fn is_complete(&self) -> bool {
        self.ensemble.len() as u32 >= self.scenario.replicates
    }
}

/// The time on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The month shown, counted from 0 at the branching of the arms.
    pub month: u32,
    /// Whether months pass by themselves.
    pub playing: bool,
    /// Months a second.
    pub speed: u32,
    /// Whether to start by itself with the first result.
    pub autoplay: bool,
}

/// What a link promised about its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The fingerprint in the link.
    pub fingerprint: String,
    /// The build that made it.
    pub version: String,
}

/// Whether a result is the one the link promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The link promised nothing, or the scenario was changed since.
    None,
    /// Not all replicates are in.
    Waiting,
    /// The same, to the last bit.
    Same,
    /// Another result; by another version, if the words are there.
    Different {
        /// The version the link was made with.
        version: String,
    },
}

/// Something to tell the person once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number, for dismissing it.
    pub id: usize,
    /// The words.
    pub words: String,
    /// Whether it goes by itself; what asks for attention stays until it is closed.
    pub passing: bool,
}

/// What the page knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The view.
    pub route: Route,
    /// The look.
    pub theme: Theme,
    /// The bundled scenario that this one started from.
    pub base: &'static str,
    /// The scenario as the controls show it.
    pub scenario: Rc<Scenario>,
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
    /// The time on screen.
    pub timeline: Timeline,
    /// What people are coloured by, where somebody chose it.
    pub colour: Option<FrameMeasure>,
    /// Whether the difference is drawn instead of two worlds, where somebody chose it.
    pub difference: Option<bool>,
    /// What people are coloured by where nobody chose: what moved most in the first result.
    pub telling: FrameMeasure,
    /// Whether the next result says anew what moved most.
    pub retell: bool,
    /// The slot of the person followed.
    pub person: Option<u32>,
    /// Whose life is proposed, and what was asked about whoever is followed.
    pub lives: super::lives::Followed,
    /// The neighbourhood looked at.
    pub neighbourhood: Option<u32>,
    /// How often somebody else was asked for.
    pub others: u32,
    /// Whether each re-run is drawn as a thin line.
    pub single_runs: bool,
    /// The indicator looked at closely.
    pub chosen: usize,
    /// What is looked at of the money.
    pub flow: super::spending::Flow,
    /// Axes held while controls move.
    pub axes: Rc<super::figures::Axes>,
    /// What the link promised.
    pub promise: Option<Promise>,
    /// Things to tell.
    pub notices: Vec<Notice>,
    /// The number of the next notice.
    pub next_notice: usize,
    /// Why nothing more will come, if that is so.
    pub failure: Option<String>,
    /// Whether a newer build of the page is there.
    pub newer_build: bool,
    /// What the model's tables are searched for.
    pub search: String,
    /// Work that is kept.
    pub kept: Kept,
    /// What was asked of the model beyond its re-runs.
    pub inquiries: Rc<Inquiries>,
    /// Whether single letters do what buttons do.
    pub letters: bool,
    /// Whether the list of keys is shown.
    pub keys_shown: bool,
    /// The hour in a room.
    pub workshop: super::workshop::Workshop,
    /// Rounds that teams play.
    pub teams: super::teams::Teams,
    /// Assumptions and experiments.
    pub lab: super::lab::Lab,
}

impl State {
    /// The page before anything happened, with a scenario and the bundled one it came from.
    pub fn new(base: &'static str, scenario: Scenario) -> Self {
        let scenario = Rc::new(scenario);
        Self {
            route: Route::Explore,
            theme: Theme::Device,
            base,
            run: Run {
                epoch: 0,
                scenario: Rc::clone(&scenario),
                ensemble: Rc::default(),
                parts: Rc::default(),
                figures: Rc::default(),
                pictures: Rc::default(),
                wanted: 0,
                fingerprint: None,
                place: None,
                layout: None,
                cancelled: false,
            },
            scenario,
            undo: Vec::new(),
            redo: Vec::new(),
            moving: false,
            gesture: None,
            previous: None,
            results: Vec::new(),
            timeline: Timeline {
                month: 0,
                playing: false,
                speed: 12,
                autoplay: true,
            },
            colour: None,
            difference: None,
            telling: FrameMeasure::Wellbeing,
            retell: true,
            person: None,
            lives: super::lives::Followed::default(),
            neighbourhood: None,
            others: 0,
            single_runs: false,
            chosen: crate::indicators::catalogue::DOING_WELL,
            flow: super::spending::Flow::default(),
            axes: Rc::default(),
            promise: None,
            notices: Vec::new(),
            next_notice: 0,
            failure: None,
            newer_build: false,
            search: String::new(),
            kept: Kept::default(),
            inquiries: Rc::default(),
            letters: true,
            keys_shown: false,
            workshop: super::workshop::Workshop::default(),
            teams: super::teams::Teams::default(),
            lab: super::lab::Lab::default(),
        }
    }

    /// The run to draw: the one going on once it has something to show, the one before it until then.
    pub fn shown(&self) -> &Run {
        if let Some(before) = self.kept.replay.shown() {
            return before;
        }
        match &self.previous {
            Some(previous) if self.run.ensemble.is_empty() => previous,
            _ => &self.run,
        }
    }

    /// The scenario on the controls: while the last change is shown again, the one before it.
    pub fn on_controls(&self) -> &Rc<Scenario> {
        self.kept
            .replay
            .shown()
            .map_or(&self.scenario, |before| &before.scenario)
    }

    /// Whether what is drawn is not yet what the controls say.
    pub fn is_stale(&self) -> bool {
        if self.kept.replay.showing {
            return false;
        }
        !Rc::ptr_eq(&self.shown().scenario, &self.scenario)
            && *self.shown().scenario != *self.scenario
    }

    /// What people are coloured by. In a room, nothing is told before its time: wellbeing, until somebody chooses.
    pub fn coloured_by(&self) -> FrameMeasure {
        self.colour.unwrap_or(if self.route == Route::Workshop {
            FrameMeasure::Wellbeing
        } else {
            self.telling
        })
    }

    /// Whether the difference is drawn: two worlds beside each other look alike, so it comes first outside the workshop.
    pub fn shows_difference(&self) -> bool {
        self.difference.unwrap_or(self.route != Route::Workshop)
    }

    /// The notice on screen: one at a time. What goes by itself is told first; what stays is there when it has gone.
    pub fn notice(&self) -> Option<&Notice> {
        self.notices
            .iter()
            .find(|notice| notice.passing)
            .or_else(|| self.notices.first())
    }

    /// Whether replicates are still to come.
    pub fn is_running(&self) -> bool {
        self.failure.is_none()
            && !self.run.cancelled
            && (self.run.ensemble.len() as u32) < self.run.wanted
    }

    /// Whether the result is the one the link promised.
    pub fn check(&self) -> Check {
        let Some(promise) = &self.promise else {
            return Check::None;
        };
        match &self.run.fingerprint {
            Some(fingerprint) if *self.run.scenario == *self.scenario => {
                if *fingerprint == promise.fingerprint {
                    Check::Same
                } else {
                    Check::Different {
                        version: promise.version.clone(),
                    }
                }
            }
            _ => Check::Waiting,
        }
    }
}
