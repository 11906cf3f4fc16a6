//! The last change shown again: the page as it was before it, a moment, the page after it. Both were run; nothing is run anew.

use super::run::Run;
use crate::charts::number::signed;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::session::effect::Effect;
use crate::session::kept::order::Order;
use std::rc::Rc;

/// How long the page before the change is shown. Unit: milliseconds.
const MOMENT: u32 = 2_500;

/// The last change.
#[derive(Clone, Debug, Default)]
pub struct Replay {
    /// The run before it, when that had something to show.
    pub before: Option<Rc<Run>>,
    /// Whether that is shown now.
    pub showing: bool,
    /// How often it has been shown, so that a late clock stops nothing.
    turn: u32,
}

impl Replay {
    /// What is drawn in place of the page as it is.
    pub fn shown(&self) -> Option<&Rc<Run>> {
        self.before.as_ref().filter(|_| self.showing)
    }

    /// Shows the page before the change, or goes on. With less motion it stays until the person goes on.
    pub(super) fn toggle(&mut self, calm: bool) -> Option<Effect> {
        self.showing = !self.showing && self.before.is_some();
        self.turn += 1;
        (self.showing && !calm).then_some(Effect::Kept(Order::Hold(MOMENT, self.turn)))
    }

    /// The moment is over.
    pub(super) fn held(&mut self, turn: u32) {
        if self.turn == turn {
            self.showing = false;
        }
    }

    /// What the change did to the headline outcome of a run, once both sides have been run.
    pub fn sentence(&self, run: &Run) -> Option<String> {
        let before = self.before.as_ref()?;
        let lead = |run: &Run| Some(run.figures.get(DOING_WELL)?.difference.by_year.last()?.mean);
        let (was, is) = (lead(before)?, lead(run)?);
        let info = &CATALOGUE[DOING_WELL];
        let done = if run.is_complete() { "" } else { " so far" };
        Some(format!(
            "The last change moved the second world's lead in adults doing well from {} to {} percentage points{done}.",
            signed(was, info.digits),
            signed(is, info.digits)
        ))
    }
}
