//! What follows from a message: the screen that it is to takes it in, and what that asks of others is done. Pure: the same in, the
//! same out. Here alone the whole state may be changed.

use super::action::Action;
use super::choices::Choices;
use super::context::Context;
use super::effect::Effect;
use super::kept::{self, FIRST_KEY, ROOM_KEY, storage};
use super::link::{self, View};
use super::message::Message;
use super::route::Route;
use super::state::State;
use super::workshop::address::Address;
use super::workshop::people::People;
use super::workshop::{self, room_kept};
use super::{address, explore, inquiries, lab, page, question, taking_in, teams};
use std::rc::Rc;

/// Takes in a message and says what the page is to do.
pub fn update(state: &mut State, message: Message, choices: &Choices) -> Vec<Effect> {
    let before = Rc::clone(&state.question.scenario);
    let goes_on = matches!(
        &message,
        Message::Question(question::Said::Edit(edit))
            if question::history::goes_on(&state.question, edit)
    );
    let mut effects = take_in(state, message, choices);
    follow(state, &mut effects, choices);
    question::follow(&mut state.question, &before, goes_on);
    effects
}

/// What surrounds the screens of a state.
macro_rules! around {
    ($state:expr, $choices:expr) => {
        &Context {
            choices: $choices,
            question: &$state.question,
            theme: $state.page.theme,
        }
    };
}

fn take_in(state: &mut State, message: Message, choices: &Choices) -> Vec<Effect> {
    let actions = match message {
        Message::Opened { hash, calm } => return opened(state, &hash, calm, choices),
        Message::HashChanged(hash) => return changed_hash(state, &hash, choices),
        Message::Go(route) => return go(state, route, choices),
        Message::Placed { epoch, place } => {
            if let Some(place) = question::placed(Rc::make_mut(&mut state.question), epoch, *place)
            {
                state.explore.placed(place);
            }
            Vec::new()
        }
        Message::Year { epoch, year } => {
            question::grew(Rc::make_mut(&mut state.question), epoch, year)
        }
        Message::Arrived { epoch, outcomes } => {
            if teams::living::is_own(&state.teams, epoch) {
                teams::living::arrived(&mut state.teams, outcomes)
            } else {
                question::arrived(Rc::make_mut(&mut state.question), epoch, outcomes)
            }
        }
        Message::Failed { epoch, message } => {
            if teams::living::is_own(&state.teams, epoch) {
                teams::living::failed(&mut state.teams, message)
            } else {
                question::failed(Rc::make_mut(&mut state.question), epoch, message);
                Vec::new()
            }
        }
        Message::Page(said) => page::update(&mut state.page, said),
        Message::Question(said) => {
            question::update(Rc::make_mut(&mut state.question), said, choices)
        }
        Message::Explore(said) => explore::update(&mut state.explore, said, &state.question),
        Message::Kept(kept::Said::Storage(said)) if said.key() < FIRST_KEY => {
            beside_the_shelf(state, said, choices)
        }
        Message::Kept(said) => {
            kept::update(Rc::make_mut(&mut state.kept), said, around!(state, choices))
        }
        Message::Inquiry(said) => vec![Action::Inquire(said)],
        Message::Workshop(said) => {
            workshop::update(&mut state.workshop, said, around!(state, choices))
        }
        Message::Teams(said) => teams::update(&mut state.teams, said, around!(state, choices)),
        Message::Lab(said) => lab::update(&mut state.lab, said, around!(state, choices)),
    };
    perform(state, actions, choices)
}

/// After any message: what screens ask for because of what is there now.
fn follow(state: &mut State, effects: &mut Vec<Effect>, choices: &Choices) {
    let question = &state.question;
    inquiries::follow(&mut state.inquiries, question);
    let mut asked = Vec::new();
    if state.route == Route::Workshop {
        // The room meets its three as soon as they can be introduced, and keeps them.
        if state.workshop.people.is_none() {
            state.workshop.people = People::of(question.shown());
        }
        let next = state.workshop.look_ahead(question, &state.inquiries);
        asked.extend(next.map(inquiries::Said::Ask));
    }
    for said in asked {
        effects.extend(inquiries::update(&mut state.inquiries, said, question));
    }
    for said in explore::follow(&mut state.explore, question, &state.inquiries) {
        effects.extend(inquiries::update(&mut state.inquiries, said, question));
    }
    if state.shows_teams() && teams::living::waits(&state.teams, effects) {
        let lent = teams::living::start(&mut state.teams, &state.question);
        effects.extend(perform(state, lent, choices));
    }
    teams::living::follow(&mut state.teams, &state.question, effects);
}

/// What storage said of what other screens than the shelf keep.
fn beside_the_shelf(state: &mut State, said: storage::Said, choices: &Choices) -> Vec<Action> {
    if said.key() == ROOM_KEY {
        Action::pages(room_kept::kept(&mut state.workshop, said))
    } else {
        teams::stored(&mut state.teams, said, around!(state, choices))
    }
}

/// Does what screens have asked for, in their order.
pub(super) fn perform(state: &mut State, actions: Vec<Action>, choices: &Choices) -> Vec<Effect> {
    let mut effects = Vec::new();
    for action in actions {
        match action {
            Action::Page(effect) => effects.push(effect),
            other => {
                let next = done(state, other, choices);
                effects.extend(perform(state, next, choices));
            }
        }
    }
    effects
}

/// Does one thing; what that asks for in turn.
fn done(state: &mut State, action: Action, choices: &Choices) -> Vec<Action> {
    match action {
        Action::Page(_) => return vec![action],
        Action::Tell(words) => state.page.notices.tell(words),
        Action::Confirm(words) => state.page.notices.confirm(words),
        Action::Settle(words) => state.page.notices.settle(&words),
        Action::Address { push } => return vec![address::write(state, choices, push).into()],
        Action::Enter(route) => state.route = route,
        Action::Look(theme) => {
            state.page.theme = theme;
            return vec![Effect::SetTheme(theme).into()];
        }
        Action::Replace(base, scenario) => {
            return question::replace(Rc::make_mut(&mut state.question), base, scenario);
        }
        Action::Change(edit) => return question::changed(Rc::make_mut(&mut state.question), edit),
        Action::Open(scenario) => {
            state.route = Route::Explore;
            return question::open(Rc::make_mut(&mut state.question), scenario);
        }
        Action::Know(own) => {
            return Action::pages(question::know(Rc::make_mut(&mut state.question), own));
        }
        Action::Need => {
            let all = needs(state);
            return question::need(Rc::make_mut(&mut state.question), all);
        }
        Action::Lend {
            epoch,
            scenario,
            jobs,
        } => {
            return vec![
                question::lend(Rc::make_mut(&mut state.question), epoch, scenario, jobs).into(),
            ];
        }
        Action::GiveBack => return vec![question::go_on(&state.question).into()],
        Action::Inquire(said) => {
            let effects = inquiries::update(&mut state.inquiries, said, &state.question);
            return Action::pages(effects);
        }
        Action::Shift(shift) => {
            let when = state.route == Route::Workshop;
            return Action::pages(state.explore.shift(shift, when));
        }
        Action::Collect(text) => {
            let text = (text.as_str(), state.shows_teams());
            let (workshop, teams) = (&mut state.workshop, &mut state.teams);
            return taking_in::collect(workshop, teams, text, &state.question);
        }
        Action::Refuse(words) => {
            let shows_teams = state.shows_teams();
            taking_in::refuse(&mut state.workshop, &mut state.teams, words, shows_teams);
        }
        Action::Invited(letters) => {
            return teams::invited(&mut state.teams, &letters, &state.question);
        }
        Action::Recall(records) => return recall(state, &records, choices),
    }
    Vec::new()
}

/// What this device keeps beside saved scenarios goes to those who keep it.
fn recall(state: &mut State, records: &[(u64, Vec<u8>)], choices: &Choices) -> Vec<Action> {
    let room = records.iter().find(|(key, _)| *key == ROOM_KEY);
    let heard = room.map(|(key, room)| storage::Said::Elsewhere(*key, Some(room.clone())));
    let effect = heard.and_then(|said| room_kept::kept(&mut state.workshop, said));
    let mut actions = Action::pages(effect);
    actions.extend(teams::recall(
        &mut state.teams,
        records,
        around!(state, choices),
    ));
    actions
}

/// Whether the page in sight needs every re-run, only the first one, or none: the trainer's notes need no run, a telephone the
/// first re-run, everything else all of them.
fn needs(state: &State) -> Option<bool> {
    match state.route {
        Route::Workshop => state.workshop.needs(),
        Route::Explore | Route::Lab | Route::About => Some(true),
    }
}

fn opened(state: &mut State, hash: &str, calm: bool, choices: &Choices) -> Vec<Effect> {
    state.explore.timeline.autoplay = !calm;
    let view = open(state, hash, choices);
    let mut effects = perform(state, vec![Action::Need], choices);
    // After its run has begun: whom a link follows lives in its place, not in the one before.
    state.explore.look(&view);
    let mut actions = arrive(state, &view.workshop);
    actions.extend([
        Action::Address { push: false },
        Effect::Kept(kept::Order::Load).into(),
    ]);
    effects.extend(perform(state, actions, choices));
    effects
}

/// Goes where an address leads, with the scenario that it holds; what is to be told is told.
fn open(state: &mut State, hash: &str, choices: &Choices) -> View {
    let mut opened = link::read(hash, choices);
    state.route = opened.view.route;
    let question = Rc::make_mut(&mut state.question);
    question.base = opened.base;
    question.scenario = Rc::new(opened.scenario);
    question.promise = opened.promise;
    if state.route == Route::Workshop {
        let (address, around) = (&opened.view.workshop, around!(state, choices));
        let (own, actions, unknown) = workshop::open(&mut state.workshop, address, around);
        if let Some((base, scenario)) = own {
            let question = Rc::make_mut(&mut state.question);
            (question.base, question.scenario) = (base, scenario);
        }
        perform(state, actions, choices);
        opened.dropped.extend(unknown);
    }
    let notices = &mut state.page.notices;
    opened
        .told
        .into_iter()
        .for_each(|words| notices.tell(words));
    if !opened.dropped.is_empty() {
        notices.tell(crate::words::notices::link_in_part(
            &opened.dropped.join(" "),
        ));
    }
    opened.view
}

/// What the first sight of the workshop asks for, and a link that brings something to it.
fn arrive(state: &mut State, address: &Address) -> Vec<Action> {
    if state.route == Route::Workshop {
        workshop::arrive(&mut state.workshop, address)
    } else {
        Vec::new()
    }
}

fn changed_hash(state: &mut State, hash: &str, choices: &Choices) -> Vec<Effect> {
    let (before, route) = (Rc::clone(&state.question.scenario), state.route);
    let view = open(state, hash, choices);
    let actions = question::turned(Rc::make_mut(&mut state.question), before);
    let mut effects = perform(state, actions, choices);
    // Coming back from another view, what was looked at there still is, unless the address says otherwise.
    if view.route == Route::Explore && (!effects.is_empty() || view != View::default()) {
        state.explore.look(&view);
    }
    let mut actions = vec![Action::Need];
    actions.extend(arrive(state, &view.workshop));
    if view.workshop.brings() {
        actions.push(Action::Address { push: false });
    }
    if state.route != route {
        actions.push(Effect::FocusHeading.into());
    }
    effects.extend(perform(state, actions, choices));
    effects
}

fn go(state: &mut State, route: Route, choices: &Choices) -> Vec<Effect> {
    state.route = route;
    let mut actions = Vec::new();
    if route == Route::Workshop {
        actions.extend(workshop::come(&mut state.workshop, around!(state, choices)));
    }
    actions.push(Action::Need);
    actions.extend(arrive(state, &Address::default()));
    actions.extend([Action::Address { push: true }, Effect::FocusHeading.into()]);
    perform(state, actions, choices)
}
