//! What follows from a message: the state changes, and the page is told what to do. Pure: the same in, the same out.

use super::choices::Choices;
use super::edit::apply;
use super::figures::{Axes, Figures};
use super::history;
use super::inquiries;
use super::kept::{self, own};
use super::link::{self, View};
use super::lives;
use super::message::{Edit, Effect, Message};
use super::notices::{copied_to, notify};
use super::state::{Route, Run, State};
use super::workshop::{self, address::Address};
use crate::charts::layout::Layout;
use crate::ensemble::kept::{kept, same_place};
use crate::ensemble::{Job, Outcome};
use crate::place::{Place, Resident};
use crate::random::mix;
use crate::scenario::Scenario;
use std::rc::Rc;

/// Takes in a message and says what the page is to do.
pub fn update(state: &mut State, message: Message, choices: &Choices) -> Vec<Effect> {
    let scenario = Rc::clone(&state.scenario);
    let goes_on = matches!(&message, Message::Edit(edit) if history::goes_on(state, edit));
    let mut effects = match message {
        Message::Kept(said) => kept::update(state, said, choices),
        Message::Inquiry(said) => inquiries::update(state, said),
        Message::Workshop(said) => workshop::update(state, said, choices),
        Message::Teams(said) => super::teams::update(state, said, choices),
        Message::Lab(said) => super::lab::update(state, said, choices),
        Message::Propose(example) => lives::propose(state, example),
        Message::Opened { hash, calm } => {
            state.timeline.autoplay = !calm;
            let view = open(state, &hash, choices);
            let mut effects = needed(state);
            look(state, &view);
            effects.extend(workshop::arrive(state, &view.workshop, choices));
            effects.push(set_hash(state, choices, false));
            effects.push(Effect::Kept(kept::Order::Load));
            effects
        }
        Message::HashChanged(hash) => changed_hash(state, &hash, choices),
        Message::Edit(edit) => moved(state, &edit),
        Message::EditRests => rested(state, choices),
        Message::EditDone => {
            let effects = rested(state, choices);
            history::close(state);
            effects
        }
        Message::Undo => travel(state, choices, false),
        Message::Redo => travel(state, choices, true),
        Message::Reset => reset(state, choices),
        Message::Placed { epoch, place } => placed(state, epoch, place),
        Message::Arrived { epoch, outcomes } if super::teams::run::is_own(&state.teams, epoch) => {
            super::teams::run::arrived(state, outcomes)
        }
        Message::Failed { epoch, message } if super::teams::run::is_own(&state.teams, epoch) => {
            super::teams::run::failed(state, message)
        }
        Message::Arrived { epoch, outcomes } => arrived(state, epoch, outcomes, choices),
        Message::Failed { epoch, message } => {
            if epoch == state.run.epoch {
                state.failure = Some(message);
            }
            Vec::new()
        }
        Message::NewerBuild => newer_build(state),
        Message::Cancel => {
            state.run.cancelled = true;
            vec![Effect::Cancel]
        }
        Message::Resume => resume(state),
        Message::CopyLink => vec![set_hash(state, choices, false), Effect::CopyLink],
        Message::Go(route) => {
            state.route = route;
            let mut effects = workshop::own::come(state, choices);
            effects.extend(needed(state));
            effects.extend(workshop::arrive(state, &Address::default(), choices));
            effects.extend([set_hash(state, choices, true), Effect::FocusHeading]);
            effects
        }
        Message::LinkCopied(copied) => copied_to(
            state,
            copied,
            crate::words::notices::LINK_COPIED,
            crate::words::notices::LINK_NOT_COPIED,
        ),
        Message::Copied(copied) => copied_to(
            state,
            copied,
            crate::words::notices::COPIED,
            crate::words::notices::NOT_COPIED,
        ),
        Message::Letters(on) => {
            state.letters = on;
            vec![Effect::KeepLetters(on)]
        }
        Message::Theme(theme) => {
            state.theme = theme;
            vec![Effect::SetTheme(theme)]
        }
        other => looked(state, other),
    };
    inquiries::follow(state);
    workshop::people::follow(state);
    effects.extend(workshop::ahead::follow(state));
    effects.extend(lives::follow(state));
    super::teams::run::follow(state, &mut effects);
    kept::replay::follow(state, &scenario, goes_on);
    effects
}

/// Messages that change only how things are looked at.
/// The page stays as it is, and says that there is a newer one.
fn newer_build(state: &mut State) -> Vec<Effect> {
    state.newer_build = true;
    Vec::new()
}

fn looked(state: &mut State, message: Message) -> Vec<Effect> {
    let end = state.shown().scenario.months();
    let clock = |state: &State| {
        Effect::Clock(if state.timeline.playing {
            state.timeline.speed
        } else {
            0
        })
    };
    match message {
        Message::Colour(measure) => state.colour = Some(measure),
        Message::ShowDifference(shown) => state.difference = Some(shown),
        Message::Choose(indicator) => state.chosen = indicator,
        Message::Person(person) => state.person = person,
        Message::SomebodyElse => somebody_else(state),
        Message::Neighbourhood(neighbourhood) => state.neighbourhood = neighbourhood,
        Message::SingleRuns(shown) => state.single_runs = shown,
        Message::Flow(flow) => state.flow = flow,
        Message::FitAxes => state.axes = Rc::new(Axes::default().widened(&state.shown().figures)),
        Message::Dismiss(id) => state.notices.retain(|notice| notice.id != id),
        Message::Search(words) => state.search = words,
        Message::ShowKeys(shown) => state.keys_shown = shown,
        Message::Play(playing) => {
            state.timeline.playing = playing;
            state.timeline.autoplay = false;
            if playing && state.timeline.month >= end {
                state.timeline.month = 0;
            }
            return vec![clock(state)];
        }
        Message::Speed(speed) => {
            state.timeline.speed = speed.clamp(1, 60);
            return vec![clock(state)];
        }
        Message::Step(months) => {
            return seek(
                state,
                state.timeline.month.saturating_add_signed(months).min(end),
            );
        }
        Message::Seek(month) => return seek(state, month.min(end)),
        Message::Tick if state.timeline.playing => {
            state.timeline.month = (state.timeline.month + 1).min(end);
            if state.timeline.month == end {
                state.timeline.playing = false;
                return vec![Effect::Clock(0)];
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Somebody of the neighbourhood looked at, or of the place; another each time, the same order for everybody.
fn somebody_else(state: &mut State) {
    let Some(place) = &state.shown().place else {
        return;
    };
    let here = |person: &Resident| {
        let home = place
            .families
            .get(person.family.index())
            .map(|family| family.community.0);
        state.neighbourhood.is_none() || home == state.neighbourhood
    };
    let people: Vec<u32> = (0..)
        .zip(&place.persons)
        .filter(|(_, person)| here(person))
        .map(|(slot, _)| slot)
        .collect();
    let others = state.others + 1;
    let pick = |turn: u32| people[(mix(u64::from(turn)) % people.len() as u64) as usize];
    let person = match people.len() {
        0 => None,
        // The next one in the order that is not the one already followed.
        _ => (others..others + 8)
            .map(pick)
            .find(|slot| Some(*slot) != state.person)
            .or(state.person),
    };
    state.others = others;
    state.person = person.or(state.person);
}

fn seek(state: &mut State, month: u32) -> Vec<Effect> {
    state.timeline.month = month;
    state.timeline.autoplay = false;
    let was_playing = std::mem::replace(&mut state.timeline.playing, false);
    if was_playing {
        vec![Effect::Clock(0)]
    } else {
        Vec::new()
    }
}

fn open(state: &mut State, hash: &str, choices: &Choices) -> View {
    let mut opened = link::read(hash, choices);
    state.route = opened.view.route;
    state.base = opened.base;
    state.scenario = Rc::new(opened.scenario);
    state.promise = opened.promise;
    opened
        .dropped
        .extend(workshop::open(state, &opened.view.workshop, choices));
    for words in opened.told {
        notify(state, words);
    }
    if !opened.dropped.is_empty() {
        notify(
            state,
            crate::words::notices::link_in_part(&opened.dropped.join(" ")),
        );
    }
    opened.view
}

/// Looks at a scenario as a link says, after its run has begun: whom it follows lives in its place, not in the one before.
fn look(state: &mut State, view: &View) {
    state.chosen = view.chosen;
    state.colour = view.colour;
    state.difference = view.difference;
    state.neighbourhood = view.neighbourhood;
    state.person = view.person;
}

fn changed_hash(state: &mut State, hash: &str, choices: &Choices) -> Vec<Effect> {
    let (before, route) = (Rc::clone(&state.scenario), state.route);
    let view = open(state, hash, choices);
    let mut effects = if *before == *state.scenario {
        state.scenario = before;
        Vec::new()
    } else {
        history::remember(state, before);
        state.retell = true;
        start(state, true)
    };
    // Coming back from another view, what was looked at there still is, unless the address says otherwise.
    if view.route == Route::Explore && (!effects.is_empty() || view != View::default()) {
        look(state, &view);
    }
    effects.extend(needed(state));
    effects.extend(workshop::arrive(state, &view.workshop, choices));
    if view.workshop.brings() {
        effects.push(set_hash(state, choices, false));
    }
    if state.route != route {
        effects.push(Effect::FocusHeading);
    }
    effects
}

/// Asks for what the page in sight needs and nobody has asked for: the trainer's notes need no run, a telephone the first
/// re-run, everything else all of them.
pub(super) fn needed(state: &mut State) -> Vec<Effect> {
    match workshop::needs(state) {
        Some(all) if state.run.epoch == 0 => start(state, all),
        Some(true) if !state.moving && state.run.wanted < state.run.scenario.replicates => {
            everything(state)
        }
        _ => Vec::new(),
    }
}

/// A control moves: the scenario changes at once, and one re-run follows the hand.
fn moved(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let mut scenario = Scenario::clone(&state.scenario);
    apply(&mut scenario, edit);
    if scenario == *state.scenario {
        return Vec::new();
    }
    if !history::goes_on(state, edit) {
        let before = Rc::clone(&state.scenario);
        history::remember(state, before);
    }
    state.moving = true;
    state.gesture = Some(edit.clone());
    state.promise = None;
    state.scenario = Rc::new(scenario);
    // Waiting for the first re-run before starting the next keeps pictures coming while the hand moves.
    if state.run.ensemble.is_empty() && state.run.wanted == 1 {
        Vec::new()
    } else {
        start(state, false)
    }
}

/// The hand rests on the control, or leaves it: all runs follow.
fn rested(state: &mut State, choices: &Choices) -> Vec<Effect> {
    if !std::mem::take(&mut state.moving) {
        return Vec::new();
    }
    let mut effects = everything(state);
    effects.push(set_hash(state, choices, false));
    effects
}

/// Asks for all re-runs of the scenario on the controls, keeping those that are already there.
fn everything(state: &mut State) -> Vec<Effect> {
    if *state.run.scenario == *state.scenario
        && state.run.epoch > 0
        && !state.run.cancelled
        && state.failure.is_none()
    {
        let from = state.run.wanted;
        state.run.wanted = state.scenario.replicates;
        let jobs = jobs(&state.run, from);
        if jobs.is_empty() {
            Vec::new()
        } else {
            vec![Effect::More(jobs)]
        }
    } else {
        start(state, true)
    }
}

fn travel(state: &mut State, choices: &Choices, forward: bool) -> Vec<Effect> {
    if !history::travel(state, forward) {
        return Vec::new();
    }
    state.promise = None;
    let mut effects = start(state, true);
    effects.push(set_hash(state, choices, false));
    effects
}

fn reset(state: &mut State, choices: &Choices) -> Vec<Effect> {
    let (base, scenario) = choices.default_scenario();
    replace(state, base, Rc::new(scenario.clone()), choices)
}

/// Puts another scenario on the controls; one step back returns.
pub(super) fn replace(
    state: &mut State,
    base: &'static str,
    scenario: Rc<Scenario>,
    choices: &Choices,
) -> Vec<Effect> {
    state.base = base;
    if *state.scenario == *scenario {
        return Vec::new();
    }
    state.retell = true;
    let before = std::mem::replace(&mut state.scenario, scenario);
    history::remember(state, before);
    state.moving = false;
    state.promise = None;
    let mut effects = start(state, true);
    effects.push(set_hash(state, choices, false));
    effects
}

/// Begins a new run: the first re-run pictures everybody, so that the worlds redraw first.
fn start(state: &mut State, all: bool) -> Vec<Effect> {
    own::carry(state);
    let same_place = same_place(&state.run.scenario, &state.scenario);
    if !state.run.ensemble.is_empty() {
        state.previous = Some(history::result(state));
    }
    if state.run.scenario.place != state.scenario.place {
        state.axes = Rc::default();
    }
    let (place, layout) = if same_place {
        (state.run.place.clone(), state.run.layout.clone())
    } else {
        (None, None)
    };
    if !same_place {
        state.person = None;
        state.neighbourhood = None;
    }
    let wanted = if all { state.scenario.replicates } else { 1 };
    state.failure = None;
    let epoch = state.run.epoch + 1;
    let fresh = Run {
        epoch,
        scenario: Rc::clone(&state.scenario),
        ensemble: Rc::default(),
        parts: Rc::default(),
        figures: Rc::default(),
        pictures: Rc::default(),
        wanted,
        fingerprint: None,
        place,
        layout,
        cancelled: false,
    };
    let before = std::mem::replace(&mut state.run, fresh);
    keep(&mut state.run, &before);
    history::recall(state);
    reckon(state);
    if !state.run.ensemble.is_empty() {
        state.timeline.month = state.timeline.month.min(state.run.scenario.months());
    }
    let jobs = jobs(&state.run, 0);
    vec![Effect::Start {
        epoch,
        scenario: Rc::clone(&state.scenario),
        show_place: state.run.place.is_none(),
        jobs,
    }]
}

/// Takes over what the run before has of worlds for which nothing changed.
pub(super) fn keep(run: &mut Run, before: &Run) {
    for gathered in [&before.ensemble, &before.parts] {
        for mut outcome in kept(gathered, &before.scenario, &run.scenario) {
            for arm in &mut outcome.arms {
                arm.frames = before
                    .pictures
                    .get(arm.arm as usize)
                    .filter(|_| outcome.replicate == 0)
                    .cloned();
            }
            take(run, outcome);
        }
    }
}

/// Takes in some arms of a replicate; with the last of them it is one of the ensemble.
fn take(run: &mut Run, mut outcome: Outcome) {
    run.keep_pictures(&mut outcome);
    let (replicate, arms) = (outcome.replicate, run.scenario.arms.len());
    let parts = Rc::make_mut(&mut run.parts);
    parts.add(outcome);
    if parts
        .outcome(replicate)
        .is_some_and(|gathered| gathered.arms.len() == arms)
        && let Some(whole) = parts.remove(replicate)
    {
        Rc::make_mut(&mut run.ensemble).add(whole);
    }
}

/// Works out what the run says by now, and its fingerprint once it is complete.
fn reckon(state: &mut State) {
    if state.run.ensemble.is_empty() {
        return;
    }
    state.run.figures = Rc::new(Figures::of(&state.run.ensemble, &state.run.scenario));
    state.axes = Rc::new(state.axes.widened(&state.run.figures));
    if state.retell
        && let Some(measure) = state.run.moved_most()
    {
        (state.telling, state.retell) = (measure, false);
    }
    if state.run.is_complete() {
        state.run.fingerprint = Some(state.run.ensemble.fingerprint());
    }
}

/// What is to be run of the replicates from one on, up to those wanted. The arms of the pictured one are jobs of their own,
/// so that all workers work on what is looked at; arms that are there already are not run again.
pub(super) fn jobs(run: &Run, from: u32) -> Vec<Job> {
    let there = |replicate: u32, arm: u32| {
        let gathered = [&run.ensemble, &run.parts]
            .into_iter()
            .filter_map(|gathered| gathered.outcome(replicate));
        gathered
            .flat_map(|outcome| &outcome.arms)
            .any(|outcome| outcome.arm == arm)
    };
    let mut jobs = Vec::new();
    for replicate in from..run.wanted {
        let arms: Vec<u32> = (0..run.scenario.arms.len() as u32)
            .filter(|arm| !there(replicate, *arm))
            .collect();
        if replicate == 0 {
            jobs.extend(arms.into_iter().map(|arm| Job {
                replicate,
                arms: vec![arm],
                frames: true,
            }));
        } else if !arms.is_empty() {
            jobs.push(Job {
                replicate,
                arms,
                frames: false,
            });
        }
    }
    jobs
}

/// What has arrived of this very scenario stays; only the rest is run.
fn resume(state: &mut State) -> Vec<Effect> {
    if state.run.cancelled || state.failure.is_some() {
        start(state, true)
    } else {
        Vec::new()
    }
}

fn placed(state: &mut State, epoch: u32, place: Box<Place>) -> Vec<Effect> {
    if epoch == state.run.epoch {
        // A link may name somebody or somewhere that this place does not have.
        state.person = state
            .person
            .filter(|slot| (*slot as usize) < place.persons.len());
        state.neighbourhood = state
            .neighbourhood
            .filter(|number| (*number as usize) < place.communities.len());
        state.run.layout = Some(Rc::new(Layout::of(&place)));
        state.run.place = Some(Rc::new(*place));
    }
    Vec::new()
}

fn arrived(
    state: &mut State,
    epoch: u32,
    outcomes: Vec<Outcome>,
    choices: &Choices,
) -> Vec<Effect> {
    if epoch != state.run.epoch || state.run.cancelled {
        return Vec::new();
    }
    let old_end = state.shown().scenario.months();
    let before = state.run.ensemble.len();
    for outcome in outcomes {
        take(&mut state.run, outcome);
    }
    if state.run.ensemble.len() == before {
        return Vec::new();
    }
    reckon(state);
    let mut effects = Vec::new();
    if before == 0 {
        let end = state.run.scenario.months();
        let at_the_end = state.timeline.month >= old_end && !state.timeline.playing;
        state.timeline.month = if at_the_end {
            end
        } else {
            state.timeline.month.min(end)
        };
        if state.run.epoch == 1 {
            effects.extend(first_look(state, end));
        }
        if *state.run.scenario != *state.scenario {
            // The hand has moved on meanwhile: follow it.
            effects.extend(start(state, !state.moving));
            return effects;
        }
    }
    if state.run.is_complete() {
        effects.push(set_hash(state, choices, false));
    }
    effects
}

/// The first picture moves by itself, or stands at the end where less motion is asked for; a step of the workshop has a moment of its own.
fn first_look(state: &mut State, end: u32) -> Vec<Effect> {
    if state.route == Route::Workshop {
        Vec::new()
    } else if std::mem::take(&mut state.timeline.autoplay) {
        state.timeline.playing = true;
        state.timeline.month = 0;
        vec![Effect::Clock(state.timeline.speed)]
    } else {
        state.timeline.month = end;
        Vec::new()
    }
}

/// The address of what is on the controls and of how it is looked at.
pub(super) fn set_hash(state: &State, choices: &Choices, push: bool) -> Effect {
    let fingerprint = state
        .run
        .fingerprint
        .clone()
        .filter(|_| *state.run.scenario == *state.scenario);
    // While it is being worked out, a link that came with a result keeps its promise.
    let fingerprint = fingerprint.or_else(|| {
        state
            .promise
            .as_ref()
            .map(|promise| promise.fingerprint.clone())
    });
    let shown = if state.route == Route::Explore {
        fingerprint.as_deref()
    } else {
        None
    };
    Effect::SetHash {
        hash: link::write_beside(
            choices,
            &View::of(state),
            state.base,
            &state.scenario,
            shown,
        ),
        push,
    }
}
