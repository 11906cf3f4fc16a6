//! What the page is asked to do. Words only.

use super::inquiries::Wanted;
use super::theme::Theme;
use crate::ensemble::Job;
use crate::scenario::Scenario;
use std::rc::Rc;

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
    Kept(super::kept::order::Order),
    /// Have the workers begin or drop an inquiry.
    Inquire(Wanted),
    /// Something for the workshop.
    Workshop(super::workshop::order::Order),
    /// Something for the lab.
    Lab(super::lab::order::Order),
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
