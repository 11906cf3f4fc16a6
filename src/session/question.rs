//! The question on the controls: it is changed, run, taken back and shown again. Knows nothing of how its run is looked at: what
//! follows for that it says as [`Action`]s.

pub mod first_look;
pub mod history;
pub mod promise;
pub mod replay;
pub mod run;
mod state;

pub use state::Question;

use super::action::Action;
use super::choices::Choices;
use super::edit::{Edit, apply};
use super::effect::Effect;
use super::explore::shift::Shift;
use super::figures::{Axes, Figures};
use super::kept::order::Order;
use crate::charts::layout::Layout;
use crate::ensemble::kept::same_place;
use crate::ensemble::sliced::Year;
use crate::ensemble::{Job, Outcome};
use crate::place::Place;
use crate::scenario::Scenario;
use crate::scenario::own::{Carried, Own};
use run::Run;
use std::rc::Rc;
use std::sync::Arc;

/// What happened to the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
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
    /// Stop the replicates that are still to come.
    Cancel,
    /// Run those that are missing.
    Resume,
    /// Fit all axes to what is shown.
    FitAxes,
    /// Show the last change again, or stop showing it. The flag says whether the device asks for less motion.
    Replay(bool),
    /// The time to look at one side of the last change is over; the number says of which showing.
    Held(u32),
}

/// Takes in what happened.
pub fn update(question: &mut Question, said: Said, choices: &Choices) -> Vec<Action> {
    match said {
        Said::Edit(edit) => return moved(question, edit),
        Said::EditRests => return rested(question),
        Said::EditDone => {
            let actions = rested(question);
            history::close(question);
            return actions;
        }
        Said::Undo => return travel(question, false),
        Said::Redo => return travel(question, true),
        Said::Reset => {
            let (base, scenario) = choices.default_scenario();
            return replace(question, base, Rc::new(scenario.clone()));
        }
        Said::Cancel => {
            question.run.cancelled = true;
            return vec![Effect::Cancel.into()];
        }
        // What has arrived of this very scenario stays; only the rest is run.
        Said::Resume => {
            if question.run.cancelled || question.failure.is_some() {
                return start(question, true);
            }
        }
        Said::FitAxes => {
            question.axes = Rc::new(Axes::default().widened(&question.shown().figures));
        }
        Said::Replay(calm) => {
            return Action::pages(question.replay.toggle(calm));
        }
        Said::Held(turn) => question.replay.held(turn),
    }
    Vec::new()
}

/// A control moves: the scenario changes at once, and one re-run follows the hand.
fn moved(question: &mut Question, edit: Edit) -> Vec<Action> {
    let mut scenario = Scenario::clone(&question.scenario);
    apply(&mut scenario, &edit);
    if scenario == *question.scenario {
        return Vec::new();
    }
    if !history::goes_on(question, &edit) {
        let before = Rc::clone(&question.scenario);
        history::remember(question, before);
    }
    question.moving = true;
    question.gesture = Some(edit);
    question.promise = None;
    question.scenario = Rc::new(scenario);
    // Every run that follows the hand is waited for until something of it is seen, so that something comes while it moves.
    let unseen = question.run.ensemble.is_empty() && question.run.first_look.told() == 0;
    if unseen && question.run.wanted == 1 {
        Vec::new()
    } else {
        start(question, false)
    }
}

/// The hand rests on the control, or leaves it: all runs follow.
fn rested(question: &mut Question) -> Vec<Action> {
    if !std::mem::take(&mut question.moving) {
        return Vec::new();
    }
    let mut actions = everything(question);
    actions.push(Action::Address { push: false });
    actions
}

/// Asks for all re-runs of the scenario on the controls, keeping those that are already there.
fn everything(question: &mut Question) -> Vec<Action> {
    let run = &mut question.run;
    let goes_on = run.epoch > 0 && !run.cancelled && question.failure.is_none();
    if !goes_on || *run.scenario != *question.scenario {
        return start(question, true);
    }
    let from = std::mem::replace(&mut run.wanted, question.scenario.replicates);
    let jobs = run.jobs(from);
    if jobs.is_empty() {
        Vec::new()
    } else {
        vec![Effect::More(jobs).into()]
    }
}

/// Asks for what the page in sight needs and nobody has asked for: every re-run (`Some(true)`), the first one, or none.
pub(super) fn need(question: &mut Question, all: Option<bool>) -> Vec<Action> {
    match all {
        Some(all) if question.run.epoch == 0 => start(question, all),
        Some(true)
            if !question.moving && question.run.wanted < question.run.scenario.replicates =>
        {
            everything(question)
        }
        _ => Vec::new(),
    }
}

fn travel(question: &mut Question, forward: bool) -> Vec<Action> {
    if !history::travel(question, forward) {
        return Vec::new();
    }
    question.promise = None;
    let mut actions = start(question, true);
    actions.push(Action::Address { push: false });
    actions
}

/// Puts another scenario on the controls; one step back returns.
pub(super) fn replace(
    question: &mut Question,
    base: &'static str,
    scenario: Rc<Scenario>,
) -> Vec<Action> {
    question.base = base;
    if *question.scenario == *scenario {
        return Vec::new();
    }
    let before = std::mem::replace(&mut question.scenario, scenario);
    question.moving = false;
    question.promise = None;
    let mut actions = turned(question, before);
    actions.push(Action::Address { push: false });
    actions
}

/// Puts another scenario on the controls that is to be looked at in Explore: one new step of the history of addresses.
pub(super) fn open(question: &mut Question, scenario: Rc<Scenario>) -> Vec<Action> {
    let mut actions = replace(question, question.base, scenario);
    actions.retain(|action| !matches!(action, Action::Address { .. }));
    actions.extend([Action::Address { push: true }, Effect::FocusHeading.into()]);
    actions
}

/// One whole change of the scenario on the controls.
pub(super) fn changed(question: &mut Question, edit: Edit) -> Vec<Action> {
    let mut actions = moved(question, edit);
    actions.extend(rested(question));
    history::close(question);
    actions
}

/// The scenario on the controls may be another one than before: then its run begins.
pub(super) fn turned(question: &mut Question, before: Rc<Scenario>) -> Vec<Action> {
    if *before == *question.scenario {
        question.scenario = before;
        return Vec::new();
    }
    question.retell = true;
    history::remember(question, before);
    start(question, true)
}

/// Begins a new run: the first re-run pictures everybody, so that the worlds redraw first.
fn start(question: &mut Question, all: bool) -> Vec<Action> {
    carry(question);
    question.glimpse = question.first_look().cloned().unwrap_or_default();
    let same_place = same_place(&question.run.scenario, &question.scenario);
    if !question.run.ensemble.is_empty() {
        question.previous = Some(history::result(question));
    }
    if question.run.scenario.place != question.scenario.place {
        question.axes = Rc::default();
    }
    let wanted = if all { question.scenario.replicates } else { 1 };
    question.failure = None;
    let epoch = question.run.epoch + 1;
    let fresh = Run::of(epoch, Rc::clone(&question.scenario), wanted);
    let before = std::mem::replace(&mut question.run, fresh);
    let mut actions = Vec::new();
    if same_place {
        (question.run.place, question.run.layout) = (before.place.clone(), before.layout.clone());
    } else {
        actions.push(Action::Shift(Shift::Elsewhere));
    }
    question.run.keep(&before);
    history::recall(question);
    reckon(question);
    if !question.run.ensemble.is_empty() {
        actions.push(Action::Shift(Shift::Within(question.run.scenario.months())));
    }
    actions.push(begin(&question.run, question.run.jobs(0)).into());
    actions
}

/// Has the workers begin with some jobs of a run.
fn begin(run: &Run, jobs: Vec<Job>) -> Effect {
    Effect::Start {
        epoch: run.epoch,
        scenario: Rc::clone(&run.scenario),
        show_place: run.place.is_none(),
        jobs,
    }
}

/// The workers are the page's again, which had lent them: its run, and what of it was still to come.
pub(super) fn go_on(question: &Question) -> Effect {
    let run = &question.run;
    let jobs = if run.cancelled || question.failure.is_some() {
        Vec::new()
    } else {
        run.jobs(0)
    };
    begin(run, jobs)
}

/// The workers are lent to a run beside the page's: the page's next one gets a number beyond its own.
pub(super) fn lend(
    question: &mut Question,
    epoch: u32,
    scenario: Rc<Scenario>,
    jobs: Vec<Job>,
) -> Effect {
    question.run.epoch = epoch + 1;
    Effect::Start {
        epoch,
        scenario,
        show_place: false,
        jobs,
    }
}

/// Works out what the run says by now, and its fingerprint once it is complete.
fn reckon(question: &mut Question) {
    let run = &mut question.run;
    if run.ensemble.is_empty() {
        return;
    }
    run.figures = Rc::new(Figures::of(&run.ensemble, &run.scenario));
    question.axes = Rc::new(question.axes.widened(&run.figures));
    if question.retell
        && let Some(measure) = run.moved_most()
    {
        (question.telling, question.retell) = (measure, false);
    }
    if run.is_complete() {
        run.fingerprint = Some(run.ensemble.fingerprint());
    }
}

/// Takes in the place of a run, for drawing; nothing where it is of another run.
pub(super) fn placed(question: &mut Question, epoch: u32, place: Place) -> Option<&Place> {
    if epoch != question.run.epoch {
        return None;
    }
    question.run.layout = Some(Rc::new(Layout::of(&place)));
    Some(question.run.place.insert(Rc::new(place)))
}

/// Takes in what jobs of the run came to.
pub(super) fn arrived(question: &mut Question, epoch: u32, outcomes: Vec<Outcome>) -> Vec<Action> {
    if epoch != question.run.epoch || question.run.cancelled {
        return Vec::new();
    }
    let shown_before = question.shown().scenario.months();
    let before = question.run.ensemble.len();
    for outcome in outcomes {
        question.run.take(outcome);
    }
    if question.run.ensemble.len() == before {
        return Vec::new();
    }
    reckon(question);
    let mut actions = Vec::new();
    if before == 0 {
        actions.push(Action::Shift(Shift::Came {
            before: shown_before,
            end: question.run.scenario.months(),
            first: question.run.epoch == 1,
        }));
        if !question.is_settled() {
            // The hand has moved on meanwhile: follow it.
            actions.extend(start(question, !question.moving));
            return actions;
        }
    }
    if question.run.is_complete() {
        actions.push(Action::Address { push: false });
    }
    actions
}

/// Takes in a year of the pictured run while it is lived.
pub(super) fn grew(question: &mut Question, epoch: u32, year: Year) -> Vec<Action> {
    if epoch != question.run.epoch || question.run.cancelled {
        return Vec::new();
    }
    Rc::make_mut(&mut question.run.first_look).grow(year);
    // The hand has moved on meanwhile: follow it, once its last place was seen.
    if question.run.first_look.told() == 1 && !question.is_settled() {
        return start(question, !question.moving);
    }
    Vec::new()
}

/// The run cannot go on; the words are for people.
pub(super) fn failed(question: &mut Question, epoch: u32, words: String) {
    if epoch == question.run.epoch {
        question.failure = Some(words);
    }
}

/// From now on scenarios may lie in a place of the person's own, and workers are told what it is like.
pub(super) fn know(question: &mut Question, own: Arc<Own>) -> Option<Effect> {
    if question.place(&own.id).is_some() {
        return None;
    }
    question.places.push(Arc::clone(&own));
    Some(Effect::Kept(Order::Know(own)))
}

/// Has the scenario carry its place where that is one of the person's own: it goes with it into every file and to every worker.
fn carry(question: &mut Question) {
    if question.scenario.own_place().is_none()
        && let Some(own) = question.place(&question.scenario.place)
    {
        let own = Carried(Some(Arc::clone(own)));
        Rc::make_mut(&mut question.scenario).own = own;
    }
}

/// After any message: remembers the run before a change. A drag is one change: what it passes through is not remembered, nor is
/// what follows while the change `goes_on`.
pub(super) fn follow(question: &mut Rc<Question>, before: &Rc<Scenario>, goes_on: bool) {
    if Rc::ptr_eq(before, &question.scenario) || **before == *question.scenario {
        return;
    }
    let question = Rc::make_mut(question);
    question.replay.showing = false;
    if !goes_on {
        let run = question.previous.clone();
        question.replay.before = run.filter(|run| *run.scenario == **before);
    }
}
