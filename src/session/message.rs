//! What can happen on the page: to the page itself, or to one of its screens. Words only.

use super::route::Route;
use super::{explore, inquiries, kept, lab, page, question, teams, workshop};
use crate::ensemble::Outcome;
use crate::ensemble::sliced::Year;
use crate::place::Place;

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
    /// The place of a run, for drawing.
    Placed {
        /// Of which run.
        epoch: u32,
        /// The place.
        place: Box<Place>,
    },
    /// A year of the pictured run is over, in an arm that is being lived.
    Year {
        /// Of which run.
        epoch: u32,
        /// What was observed in it.
        year: Year,
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
    /// To another view.
    Go(Route),
    /// To the page itself.
    Page(page::Said),
    /// To the question on the controls.
    Question(question::Said),
    /// To the way in which the comparison is looked at.
    Explore(explore::Said),
    /// Something about work that is kept.
    Kept(kept::Said),
    /// Something about an inquiry.
    Inquiry(inquiries::Said),
    /// Something in the workshop.
    Workshop(workshop::Said),
    /// Something that teams do.
    Teams(teams::Said),
    /// Something in the lab.
    Lab(lab::Said),
}
