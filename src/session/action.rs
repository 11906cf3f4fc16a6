//! What a screen asks of the rest of the session. It says what is to be done and whoever owns that does it, in this order.

use super::edit::Edit;
use super::effect::Effect;
use super::explore::shift::Shift;
use super::inquiries;
use super::route::Route;
use super::theme::Theme;
use crate::ensemble::Job;
use crate::scenario::Scenario;
use crate::scenario::own::Own;
use std::rc::Rc;
use std::sync::Arc;

/// One thing to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// For the page to carry out.
    Page(Effect),
    /// Tell something that asks for attention: it stays until it is closed.
    Tell(String),
    /// Tell that something went well: it goes by itself.
    Confirm(String),
    /// What was told in these words is no news any more.
    Settle(String),
    /// Write the address; as a new step of the history or in place of this one.
    Address {
        /// Whether "back" returns to the address before.
        push: bool,
    },
    /// To another view; what it needs and its address are asked for apart.
    Enter(Route),
    /// Another look.
    Look(Theme),
    /// Put another scenario on the controls, with the bundled one that it began as; one step back returns.
    Replace(&'static str, Rc<Scenario>),
    /// One whole change of the scenario on the controls.
    Change(Edit),
    /// Open a scenario in Explore, as one new step of the history.
    Open(Rc<Scenario>),
    /// From now on scenarios may lie in this place.
    Know(Arc<Own>),
    /// Ask for the re-runs that the page in sight needs.
    Need,
    /// Give the workers to a run beside the page's; the page's next run gets a number beyond its own.
    Lend {
        /// The number of that run.
        epoch: u32,
        /// What it is about.
        scenario: Rc<Scenario>,
        /// What is to be run.
        jobs: Vec<Job>,
    },
    /// The workers are the page's again.
    GiveBack,
    /// Something about an inquiry.
    Inquire(inquiries::Said),
    /// What is looked at follows what has happened to the question, or stands where a screen wants it.
    Shift(Shift),
    /// Take in what was typed, scanned, opened or dropped: guesses and teams' courses.
    Collect(String),
    /// Say what was wrong with something that was to be taken in.
    Refuse(String),
    /// An address invites to a game of teams.
    Invited(String),
    /// What this device keeps beside saved scenarios.
    Recall(Vec<(u64, Vec<u8>)>),
}

impl From<Effect> for Action {
    fn from(effect: Effect) -> Self {
        Self::Page(effect)
    }
}

impl Action {
    /// Effects for the page to carry out.
    pub fn pages(effects: impl IntoIterator<Item = Effect>) -> Vec<Self> {
        effects.into_iter().map(Self::Page).collect()
    }
}
