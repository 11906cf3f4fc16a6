//! The scenario of the lesson: the hour has one of its own, whose money ends before its last year. It stands in for the one that
//! the page opens with; whatever anybody chose stays.

use super::Part;
use super::address::Address;
use crate::scenario::Scenario;
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::notices::notify;
use crate::session::state::{Route, State};
use crate::session::update::replace;
use std::rc::Rc;

/// The scenario of the lesson with its id. None before the workshop was opened.
pub fn of_lesson<'a>(state: &State, choices: &'a Choices) -> Option<(&'static str, &'a Scenario)> {
    choices.scenario(&state.workshop.lesson.as_ref()?.scenario)
}

/// The lesson's scenario, where it is to stand in: on a page of the hour, as long as the scenario is the one that the page
/// opens with. Rounds of teams need money in every round, and keep theirs.
fn wanted(state: &State, choices: &Choices) -> Option<(&'static str, Rc<Scenario>)> {
    let (opens_with, untouched) = choices.default_scenario();
    let here = state.workshop.part != Part::Teams
        && state.base == opens_with
        && *state.scenario == *untouched;
    let (id, own) = of_lesson(state, choices).filter(|_| here)?;
    Some((id, Rc::new(own.clone())))
}

/// An address that names no scenario opens the lesson's; one that promises a result keeps what it promises.
pub fn opened(state: &mut State, address: &Address, choices: &Choices) {
    if address.part == Part::Teams || state.promise.is_some() {
        return;
    }
    if let Some((id, scenario)) = wanted(state, choices) {
        (state.base, state.scenario) = (id, scenario);
    }
}

/// After the page has changed: the workshop is entered, with the lesson's scenario where nothing was changed, and whoever comes is
/// told.
pub fn come(state: &mut State, choices: &Choices) -> Vec<Effect> {
    if state.route != Route::Workshop {
        return Vec::new();
    }
    super::enter(state);
    let Some((id, scenario)) = wanted(state, choices) else {
        return Vec::new();
    };
    let effects = replace(state, id, scenario, choices);
    notify(state, TOLD.into());
    effects
}

/// What is said when the scenario was changed for the hour.
const TOLD: crate::words::Words = crate::words::notices::HOUR_HAS_ITS_OWN;

/// Back to the lesson's scenario: the one kept when the room began to try others, otherwise its own.
pub fn again(state: &mut State, choices: &Choices) -> Vec<Effect> {
    if let Some(scenario) = state.workshop.of_lesson.clone() {
        return replace(state, state.base, scenario, choices);
    }
    match of_lesson(state, choices).map(|(id, own)| (id, Rc::new(own.clone()))) {
        Some((id, own)) => replace(state, id, own, choices),
        None => Vec::new(),
    }
}

/// Whether there is a year after the money, so that the room can see what is left.
pub fn shows_an_end(scenario: &Scenario) -> bool {
    scenario.money.last_year < scenario.years
}

/// What teams play about: the scenario on the controls; of the hour's scenario with money in every round.
pub fn for_teams(state: &State, choices: &Choices) -> Rc<Scenario> {
    let lesson = super::lesson::bundled();
    let own = lesson
        .and_then(|lesson| choices.scenario(&lesson.scenario))
        .map(|(id, _)| id);
    if own != Some(state.base) {
        return Rc::clone(&state.scenario);
    }
    let mut funded = Scenario::clone(&state.scenario);
    funded.money.last_year = funded.years;
    Rc::new(funded)
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::session::message::{Edit, Message};
    use crate::session::{teams, update};

    fn say(state: &mut State, message: Message) {
        update(state, message, &Choices::bundled());
    }

    fn opened(hash: &str) -> State {
        let choices = Choices::bundled();
        let (base, scenario) = choices.default_scenario();
        let mut state = State::new(base, scenario.clone());
        say(
            &mut state,
            Message::Opened {
                hash: hash.to_owned(),
                calm: true,
            },
        );
        state
    }

    fn funded(state: &State) -> (&str, u32, u32) {
        (
            state.base,
            state.scenario.money.last_year,
            state.scenario.years,
        )
    }

    #[test]
    fn the_hour_opens_with_its_own_scenario_and_leaves_what_anybody_chose() {
        for hash in [
            "#/workshop",
            "#/workshop?step=cliff",
            "#/workshop/guess",
            "#/workshop/notes",
        ] {
            let state = opened(hash);
            assert_eq!(funded(&state), ("hour", 6, 10), "{hash}");
            assert!(shows_an_end(&state.scenario) && state.notices.is_empty());
        }
        assert_eq!(funded(&opened("#/explore")), ("trafford", 10, 10));
        assert_eq!(
            funded(&opened("#/workshop?money=20&step=cliff")),
            ("trafford", 10, 10),
            "a room's own"
        );
        assert_eq!(funded(&opened("#/workshop?from=wigan")), ("wigan", 10, 10));
        assert_eq!(
            funded(&opened("#/workshop/teams")),
            ("trafford", 10, 10),
            "rounds need money in every round"
        );
        assert_eq!(
            funded(&opened("#/workshop?f=2&v=0.1.0&result=0123456789abcdef")),
            ("trafford", 10, 10),
            "what a link promised"
        );
    }

    #[test]
    fn whoever_comes_from_another_page_is_told_and_can_go_back() {
        let mut state = opened("#/explore");
        say(&mut state, Message::Go(Route::Workshop));
        assert_eq!(funded(&state), ("hour", 6, 10));
        assert!(
            state.notices.iter().any(|notice| notice.words == *TOLD),
            "{:?}",
            state.notices
        );
        say(&mut state, Message::Undo);
        assert_eq!(state.scenario.money.last_year, 10);
        let mut changed = opened("#/explore?money=20");
        say(&mut changed, Message::Go(Route::Workshop));
        assert_eq!(funded(&changed), ("trafford", 10, 10));
        say(&mut changed, Message::Workshop(Said::OfLesson));
        assert_eq!(funded(&changed), ("hour", 6, 10));
    }

    #[test]
    fn teams_play_about_the_hours_scenario_with_money_in_every_round() {
        let mut state = opened("#/workshop");
        say(&mut state, Message::Edit(Edit::Money(20.0)));
        say(&mut state, Message::EditDone);
        let game = |state: &mut State| {
            say(state, Message::Teams(teams::Said::Begin(5)));
            Rc::clone(&state.teams.game().unwrap().base)
        };
        let base = game(&mut state);
        assert_eq!(
            (
                base.money.pounds_per_head_year,
                base.money.last_year,
                base.years
            ),
            (20.0, 10, 10)
        );
        let mut wigan = opened("#/workshop?from=wigan&funded=1-4");
        assert_eq!(
            game(&mut wigan).money.last_year,
            4,
            "a room's own question is played as it is"
        );
    }
}
