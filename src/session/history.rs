//! Changes that can be taken back, a whole one at a time, and the results that were on screen lately.

use super::message::Edit;
use super::state::{Run, State};
use super::update::keep;
use crate::scenario::Scenario;
use std::rc::Rc;

/// Changes that can be taken back.
const UNDO_STEPS: usize = 100;
/// Results that are kept: one of them on screen again needs no run.
const RESULTS: usize = 10;

/// Whether an edit belongs to the change that is going on: it comes from the same control, and the hand has not left it.
pub fn goes_on(state: &State, edit: &Edit) -> bool {
    state
        .gesture
        .as_ref()
        .is_some_and(|last| last.is_same_control(edit))
}

/// Begins a step: what was before it can be returned to.
pub fn remember(state: &mut State, before: Rc<Scenario>) {
    state.gesture = None;
    state.undo.push(before);
    if state.undo.len() > UNDO_STEPS {
        state.undo.remove(0);
    }
    state.redo.clear();
}

/// The change is whole. One that came back to where it began is none.
pub fn close(state: &mut State) {
    let changed = state.gesture.take().is_some();
    if changed
        && state
            .undo
            .last()
            .is_some_and(|before| **before == *state.scenario)
    {
        state.undo.pop();
    }
}

/// One step back or forward; whether there was one.
pub fn travel(state: &mut State, forward: bool) -> bool {
    close(state);
    let (from, to) = if forward {
        (&mut state.redo, &mut state.undo)
    } else {
        (&mut state.undo, &mut state.redo)
    };
    let Some(scenario) = from.pop() else {
        return false;
    };
    to.push(std::mem::replace(&mut state.scenario, scenario));
    state.moving = false;
    true
}

/// The run going on as a result to come back to, in place of an earlier one of the same scenario. What a drag passes through
/// is on screen for a moment only, and pushes nothing out.
pub fn result(state: &mut State) -> Rc<Run> {
    let run = Rc::new(state.run.clone());
    if run.wanted < run.scenario.replicates {
        return run;
    }
    state.results.retain(|kept| *kept.scenario != *run.scenario);
    state.results.push(Rc::clone(&run));
    if state.results.len() > RESULTS {
        state.results.remove(0);
    }
    run
}

/// Gives the run that begins what an earlier one of the same scenario came to.
pub fn recall(state: &mut State) {
    let Some(kept) = state
        .results
        .iter()
        .rfind(|kept| *kept.scenario == *state.run.scenario)
        .cloned()
    else {
        return;
    };
    if state.run.place.is_none() {
        (state.run.place, state.run.layout) = (kept.place.clone(), kept.layout.clone());
    }
    keep(&mut state.run, &kept);
}
