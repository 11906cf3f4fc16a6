//! Changes that can be taken back, a whole one at a time, and the results that were on screen lately.

use super::run::Run;
use super::state::Question;
use crate::scenario::Scenario;
use crate::session::edit::Edit;
use std::rc::Rc;

/// Changes that can be taken back.
const UNDO_STEPS: usize = 100;
/// Results that are kept: one of them on screen again needs no run.
const RESULTS: usize = 10;

/// Whether an edit belongs to the change that is going on: it comes from the same control, and the hand has not left it.
pub fn goes_on(question: &Question, edit: &Edit) -> bool {
    question
        .gesture
        .as_ref()
        .is_some_and(|last| last.is_same_control(edit))
}

/// Begins a step: what was before it can be returned to.
pub(super) fn remember(question: &mut Question, before: Rc<Scenario>) {
    question.gesture = None;
    question.undo.push(before);
    if question.undo.len() > UNDO_STEPS {
        question.undo.remove(0);
    }
    question.redo.clear();
}

/// The change is whole. One that came back to where it began is none.
pub(super) fn close(question: &mut Question) {
    let changed = question.gesture.take().is_some();
    if changed
        && question
            .undo
            .last()
            .is_some_and(|before| **before == *question.scenario)
    {
        question.undo.pop();
    }
}

/// One step back or forward; whether there was one.
pub(super) fn travel(question: &mut Question, forward: bool) -> bool {
    close(question);
    let (from, to) = if forward {
        (&mut question.redo, &mut question.undo)
    } else {
        (&mut question.undo, &mut question.redo)
    };
    let Some(scenario) = from.pop() else {
        return false;
    };
    to.push(std::mem::replace(&mut question.scenario, scenario));
    question.moving = false;
    true
}

/// The run going on as a result to come back to, in place of an earlier one of the same scenario. What a drag passes through
/// is on screen for a moment only, and pushes nothing out.
pub(super) fn result(question: &mut Question) -> Rc<Run> {
    let run = Rc::new(question.run.clone());
    if run.wanted < run.scenario.replicates {
        return run;
    }
    question
        .results
        .retain(|kept| *kept.scenario != *run.scenario);
    question.results.push(Rc::clone(&run));
    if question.results.len() > RESULTS {
        question.results.remove(0);
    }
    run
}

/// Gives the run that begins what an earlier one of the same scenario came to.
pub(super) fn recall(question: &mut Question) {
    let Some(kept) = question
        .results
        .iter()
        .rfind(|kept| *kept.scenario == *question.run.scenario)
        .cloned()
    else {
        return;
    };
    if question.run.place.is_none() {
        (question.run.place, question.run.layout) = (kept.place.clone(), kept.layout.clone());
    }
    question.run.keep(&kept);
}
