//! The last change shown again: the page as it was before it, a moment, the page after it. Both were run; nothing is run anew.

use super::Order;
use crate::charts::number::signed;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::scenario::Scenario;
use crate::session::message::Effect;
use crate::session::state::{Run, State};
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
}

/// Shows the page before the change, or goes on. With less motion it stays until the person goes on.
pub fn toggle(state: &mut State, calm: bool) -> Vec<Effect> {
    let replay = &mut state.kept.replay;
    replay.showing = !replay.showing && replay.before.is_some();
    replay.turn += 1;
    if replay.showing && !calm {
        vec![Effect::Kept(Order::Hold(MOMENT, replay.turn))]
    } else {
        Vec::new()
    }
}

/// The moment is over.
pub fn held(state: &mut State, turn: u32) -> Vec<Effect> {
    let replay = &mut state.kept.replay;
    if replay.turn == turn {
        replay.showing = false;
    }
    Vec::new()
}

/// Remembers the run before a change. A drag is one change: what it passes through is not remembered, nor is what follows
/// while the change `goes_on`.
pub fn follow(state: &mut State, before: &Rc<Scenario>, goes_on: bool) {
    if Rc::ptr_eq(before, &state.scenario) || **before == *state.scenario {
        return;
    }
    state.kept.replay.showing = false;
    if !goes_on {
        state.kept.replay.before = state
            .previous
            .clone()
            .filter(|run| *run.scenario == **before);
    }
}

/// What the change did to the headline outcome, once both sides have been run.
pub fn sentence(state: &State) -> Option<String> {
    let before = state.kept.replay.before.as_ref()?;
    let lead = |run: &Run| Some(run.figures.get(DOING_WELL)?.difference.by_year.last()?.mean);
    let (was, is) = (lead(before)?, lead(&state.run)?);
    let info = &CATALOGUE[DOING_WELL];
    let done = if state.run.is_complete() {
        ""
    } else {
        " so far"
    };
    Some(format!(
        "The last change moved the second world's lead in adults doing well from {} to {} percentage points{done}.",
        signed(was, info.digits),
        signed(is, info.digits)
    ))
}
