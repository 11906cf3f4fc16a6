//! The scenario of the lesson: the hour has one of its own, whose money ends before its last year. It stands in for the one that
//! the page opens with; whatever anybody chose stays.

use super::address::Part;
use super::state::Workshop;
use crate::scenario::Scenario;
use crate::session::action::Action;
use crate::session::choices::Choices;
use crate::session::context::Context;
use crate::session::question::Question;
use std::rc::Rc;

/// The scenario of the lesson, with its id.
pub type Lesson = (&'static str, Rc<Scenario>);

/// The scenario of the lesson with its id. None before the workshop was opened.
pub fn of_lesson<'a>(
    workshop: &Workshop,
    choices: &'a Choices,
) -> Option<(&'static str, &'a Scenario)> {
    choices.scenario(&workshop.lesson.as_ref()?.scenario)
}

/// The lesson's scenario, where it is to stand in: on a page of the hour, as long as the scenario is the one that the page
/// opens with. Rounds of teams need money in every round, and keep theirs.
fn wanted(workshop: &Workshop, around: &Context<'_>) -> Option<Lesson> {
    let (opens_with, untouched) = around.choices.default_scenario();
    let here = workshop.part != Part::Teams
        && around.question.base == opens_with
        && *around.scenario() == *untouched;
    let (id, own) = of_lesson(workshop, around.choices).filter(|_| here)?;
    Some((id, Rc::new(own.clone())))
}

/// An address that names no scenario opens the lesson's; one that promises a result keeps what it promises.
pub(super) fn opened(workshop: &Workshop, around: &Context<'_>) -> Option<Lesson> {
    wanted(workshop, around).filter(|_| around.question.promise.is_none())
}

/// The page has changed to the workshop: its scenario, where nothing was changed, and whoever comes is told.
pub(super) fn come(workshop: &Workshop, around: &Context<'_>) -> Vec<Action> {
    let Some((id, scenario)) = wanted(workshop, around) else {
        return Vec::new();
    };
    vec![Action::Replace(id, scenario), Action::Tell(TOLD.into())]
}

/// What is said when the scenario was changed for the hour.
const TOLD: crate::words::Words = crate::words::notices::HOUR_HAS_ITS_OWN;

/// Back to the lesson's scenario: the one kept when the room began to try others, otherwise its own.
pub(super) fn again(workshop: &Workshop, around: &Context<'_>) -> Option<Action> {
    if let Some(scenario) = workshop.of_lesson.clone() {
        return Some(Action::Replace(around.question.base, scenario));
    }
    let (id, own) = of_lesson(workshop, around.choices)?;
    Some(Action::Replace(id, Rc::new(own.clone())))
}

/// Whether there is a year after the money, so that the room can see what is left.
pub fn shows_an_end(scenario: &Scenario) -> bool {
    scenario.money.last_year < scenario.years
}

/// What teams play about: the scenario on the controls; of the hour's scenario with money in every round.
pub fn for_teams(question: &Question, choices: &Choices) -> Rc<Scenario> {
    let lesson = super::lesson::bundled();
    let own = lesson
        .and_then(|lesson| choices.scenario(&lesson.scenario))
        .map(|(id, _)| id);
    if own != Some(question.base) {
        return Rc::clone(&question.scenario);
    }
    let mut funded = Scenario::clone(&question.scenario);
    funded.money.last_year = funded.years;
    Rc::new(funded)
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::session::question;
    use crate::session::{Edit, Message, Route, State};
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
            state.question.base,
            state.question.scenario.money.last_year,
            state.question.scenario.years,
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
            assert!(shows_an_end(&state.question.scenario) && state.page.notices.list.is_empty());
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
            state
                .page
                .notices
                .list
                .iter()
                .any(|notice| notice.words == *TOLD),
            "{:?}",
            state.page.notices
        );
        say(&mut state, Message::Question(question::Said::Undo));
        assert_eq!(state.question.scenario.money.last_year, 10);
        let mut changed = opened("#/explore?money=20");
        say(&mut changed, Message::Go(Route::Workshop));
        assert_eq!(funded(&changed), ("trafford", 10, 10));
        say(&mut changed, Message::Workshop(Said::OfLesson));
        assert_eq!(funded(&changed), ("hour", 6, 10));
    }

    #[test]
    fn teams_play_about_the_hours_scenario_with_money_in_every_round() {
        let mut state = opened("#/workshop");
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(20.0))),
        );
        say(&mut state, Message::Question(question::Said::EditDone));
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
