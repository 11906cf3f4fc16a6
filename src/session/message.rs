//! What can happen on the page, and what the page is asked to do about it. Words only; `update` says what follows.

use super::edit::{DecisionEdit, ShockEdit};
use super::inquiries::{Said, Wanted};
use super::spending::Flow;
use super::state::{Route, Theme};
use crate::analysis::lives::proposals::Example;
use crate::ensemble::{Job, Outcome};
use crate::indicators::FrameMeasure;
use crate::place::Place;
use crate::scenario::Scenario;
use std::rc::Rc;

/// One change of the scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another place, by id.
    Place(String),
    /// Investment. Unit: pounds a head a year.
    Money(f64),
    /// The last funded year.
    FundedUntil(u32),
    /// Years simulated.
    Years(u32),
    /// Re-runs.
    Replicates(u32),
    /// People generated.
    People(u32),
    /// The seed of all luck.
    Seed(u64),
    /// A named strategy for an arm.
    Preset {
        /// Position of the arm.
        arm: usize,
        /// Id of the preset.
        preset: String,
    },
    /// One dimension of an arm's design.
    Dimension {
        /// Position of the arm.
        arm: usize,
        /// Id of the dimension.
        id: &'static str,
        /// The value, in the dimension's unit.
        value: f32,
    },
    /// The weight of one level in an arm's budget.
    Level {
        /// Position of the arm.
        arm: usize,
        /// Position of the level in `Level::ALL`.
        level: usize,
        /// Its weight. Range: 0–1.
        weight: f32,
    },
    /// The first funded year.
    FundedFrom(u32),
    /// What an arm spends, as a share of the scenario's investment. Range: −1 to 1.
    Budget {
        /// Position of the arm.
        arm: usize,
        /// The share.
        share: f64,
    },
    /// Whether an arm may buy an approach.
    Approach {
        /// Position of the arm.
        arm: usize,
        /// Id of the approach.
        id: String,
        /// Whether it may.
        allowed: bool,
    },
    /// An arm chooses among all that its strategy buys.
    AllApproaches(usize),
    /// What hits both worlds, on the timeline.
    Shock(ShockEdit),
    /// What one arm decides, on the timeline.
    Decision {
        /// Position of the arm.
        arm: usize,
        /// The change.
        edit: DecisionEdit,
    },
    /// One assumption of the model.
    Parameter {
        /// Its id.
        id: String,
        /// The value, in the parameter's unit.
        value: f32,
    },
}

impl Edit {
    /// Whether both come from the same control.
    pub fn is_same_control(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Dimension { arm, id, .. },
                Self::Dimension {
                    arm: other,
                    id: same,
                    ..
                },
            ) => (arm, id) == (other, same),
            (
                Self::Level { arm, level, .. },
                Self::Level {
                    arm: other,
                    level: same,
                    ..
                },
            ) => (arm, level) == (other, same),
            (Self::Budget { arm, .. }, Self::Budget { arm: other, .. }) => arm == other,
            (Self::Parameter { id, .. }, Self::Parameter { id: same, .. }) => id == same,
            (Self::Shock(edit), Self::Shock(other)) => edit.is_same_control(*other),
            (
                Self::Decision { arm, edit },
                Self::Decision {
                    arm: other,
                    edit: same,
                },
            ) => arm == other && edit.is_same_control(*same),
            // Buttons and lists: each press is a change of its own.
            (
                Self::Preset { .. }
                | Self::Approach { .. }
                | Self::AllApproaches(_)
                | Self::Seed(_),
                _,
            ) => false,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The page opened with this hash. `calm` when the person asked their device for less motion.
    Opened {
        /// The part of the address after `#`.
        hash: String,
        /// Whether less motion is asked for.
        calm: bool,
    },
    /// The address changed by going back or forward, or by hand.
    HashChanged(String),
    /// A control moved; more may follow while the hand is on it.
    Edit(Edit),
    /// The hand rests on the control, and may go on with the same change: keys pressed one after another.
    EditRests,
    /// The hand left the control: the change is whole.
    EditDone,
    /// One change back.
    Undo,
    /// One change forward again.
    Redo,
    /// Back to the bundled scenario.
    Reset,
    /// The place of a run, for drawing.
    Placed {
        /// Of which run.
        epoch: u32,
        /// The place.
        place: Box<Place>,
    },
    /// Jobs are done; those that came close together come together, so that they are worked out and drawn once.
    Arrived {
        /// Of which run.
        epoch: u32,
        /// What they came to, in order of arrival.
        outcomes: Vec<Outcome>,
    },
    /// A run cannot go on; the words are for people.
    Failed {
        /// Of which run.
        epoch: u32,
        /// What went wrong.
        message: String,
    },
    /// This page is not of the newest build.
    NewerBuild,
    /// Stop the replicates that are still to come.
    Cancel,
    /// Run those that are missing.
    Resume,
    /// Colour people by this.
    Colour(FrameMeasure),
    /// Show where the two worlds differ, or each as it is.
    ShowDifference(bool),
    /// Follow a person, by slot, or nobody.
    Person(Option<u32>),
    /// Follow somebody whose two lives are such an example; another one when asked again.
    Propose(Example),
    /// Follow somebody else, in the neighbourhood looked at if there is one.
    SomebodyElse,
    /// Look at a neighbourhood, or at none.
    Neighbourhood(Option<u32>),
    /// Draw each re-run as a thin line in the large chart, or not.
    SingleRuns(bool),
    /// Look closely at an indicator.
    Choose(usize),
    /// Let the months pass, or stop them.
    Play(bool),
    /// Months forward or back.
    Step(i32),
    /// To a month.
    Seek(u32),
    /// Look at another side of the money.
    Flow(Flow),
    /// Months a second.
    Speed(u32),
    /// One more month has passed on screen.
    Tick,
    /// Fit all axes to what is shown.
    FitAxes,
    /// Another look.
    Theme(Theme),
    /// Copy the link.
    CopyLink,
    /// Whether the link was copied.
    LinkCopied(bool),
    /// Whether words were copied that are not the link.
    Copied(bool),
    /// Show the list of keys, or close it.
    ShowKeys(bool),
    /// Let single letters do what buttons do, or not.
    Letters(bool),
    /// A notice was read, or has been there long enough.
    Dismiss(usize),
    /// To another view.
    Go(Route),
    /// Search the model's tables.
    Search(String),
    /// Something about work that is kept.
    Kept(super::kept::Said),
    /// Something about an inquiry.
    Inquiry(Said),
    /// Something in the workshop.
    Workshop(super::workshop::Said),
    /// Something that teams do.
    Teams(super::teams::Said),
    /// Something in the lab.
    Lab(super::lab::Said),
}

/// Something for the page to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Run jobs of a scenario, those of other epochs no more.
    Start {
        /// The number of the run.
        epoch: u32,
        /// The scenario.
        scenario: Rc<Scenario>,
        /// Whether the place is to be sent for drawing.
        show_place: bool,
        /// What to run, the first first.
        jobs: Vec<Job>,
    },
    /// Run more jobs of the scenario that is running.
    More(Vec<Job>),
    /// Drop what is waiting and stop what is running.
    Cancel,
    /// Write the hash; as a new step of the history or in place of this one.
    SetHash {
        /// The part after `#`, with it.
        hash: String,
        /// Whether "back" returns to the address before.
        push: bool,
    },
    /// Keep work, or give it back.
    Kept(super::kept::Order),
    /// Have the workers begin or drop an inquiry.
    Inquire(Wanted),
    /// Something for the workshop.
    Workshop(super::workshop::Order),
    /// Something for teams.
    Teams(super::teams::Order),
    /// Something for the lab.
    Lab(super::lab::Order),
    /// Put the address on the clipboard.
    CopyLink,
    /// Let months pass on screen, so many a second; 0 stops them.
    Clock(u32),
    /// Use and remember a look.
    SetTheme(Theme),
    /// Remember whether single letters do what buttons do.
    KeepLetters(bool),
    /// Move the focus to the heading of the view, as a new page would.
    FocusHeading,
}
