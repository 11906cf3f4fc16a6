//! Tests of what undo takes back, of results that come back without a run, and of notices told one at a time.

use super::edit::{DecisionEdit, Shock, ShockEdit};
use super::samples;
use super::state::State;
use super::update::update;
use super::{Edit, Effect, Message};
use crate::scenario::EventKind;
use crate::session::{explore, page, question};

fn opened() -> State {
    let choices = samples::choices();
    let (base, scenario) = choices.default_scenario();
    let mut state = State::new(base, scenario.clone());
    update(
        &mut state,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
        &choices,
    );
    finish(&mut state);
    state
}

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    update(state, message, &samples::choices())
}

/// Every run that is asked for comes in.
fn finish(state: &mut State) {
    for replicate in 0..state.question.run.scenario.replicates {
        let outcome = samples::outcome(&state.question.run.scenario, replicate, 1.0);
        let epoch = state.question.run.epoch;
        say(
            state,
            Message::Arrived {
                epoch,
                outcomes: vec![outcome],
            },
        );
    }
}

fn jobs(effects: &[Effect]) -> Option<usize> {
    effects.iter().find_map(|effect| {
        if let Effect::Start { jobs, .. } = effect {
            Some(jobs.len())
        } else {
            None
        }
    })
}

#[test]
fn a_run_of_keys_on_one_control_is_one_step_and_a_pause_begins_another() {
    let mut state = opened();
    for pounds in [49.0, 48.0, 47.0] {
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(pounds))),
        );
        say(&mut state, Message::Question(question::Said::EditRests));
    }
    assert_eq!(state.question.undo.len(), 1, "three keys, one change");
    say(&mut state, Message::Question(question::Said::EditDone));
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(46.0))),
    );
    say(&mut state, Message::Question(question::Said::EditRests));
    say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(state.question.undo.len(), 2);
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.money.pounds_per_head_year, 47.0);
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.money.pounds_per_head_year, 50.0);
    say(&mut state, Message::Question(question::Said::Redo));
    assert_eq!(state.question.scenario.money.pounds_per_head_year, 47.0);
}

#[test]
fn another_control_is_another_step_even_without_a_pause() {
    let mut state = opened();
    let power = |value| {
        Message::Question(question::Said::Edit(Edit::Dimension {
            arm: 1,
            id: "power",
            value,
        }))
    };
    for message in [
        Message::Question(question::Said::Edit(Edit::Money(60.0))),
        Message::Question(question::Said::Edit(Edit::Years(2))),
        power(0.2),
        power(0.3),
    ] {
        say(&mut state, message);
        say(&mut state, Message::Question(question::Said::EditRests));
    }
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Dimension {
            arm: 2,
            id: "power",
            value: 0.1,
        })),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(state.question.undo.len(), 4);
}

#[test]
fn the_same_control_is_told_from_others_of_its_kind() {
    let cut = |turn| Shock {
        kind: EventKind::Cut,
        service: None,
        turn,
    };
    let month = |turn, month| Edit::Shock(ShockEdit::Month(cut(turn), month));
    assert!(
        month(0, 3).is_same_control(&month(0, 9)) && !month(0, 3).is_same_control(&month(1, 3))
    );
    assert!(!month(0, 3).is_same_control(&Edit::Shock(ShockEdit::Size(cut(0), 0.5))));
    let decided = |dimension, value| Edit::Decision {
        arm: 1,
        edit: DecisionEdit::Dimension {
            turn: 0,
            dimension,
            value,
        },
    };
    assert!(decided("area", Some(0.1)).is_same_control(&decided("area", Some(0.2))));
    assert!(!decided("area", Some(0.1)).is_same_control(&decided("power", Some(0.1))));
    assert!(
        !decided("area", None).is_same_control(&decided("area", Some(0.1))),
        "a button is a change of its own"
    );
    assert!(!Edit::Seed(1).is_same_control(&Edit::Seed(2)));
    assert!(Edit::Money(1.0).is_same_control(&Edit::Money(2.0)));
}

#[test]
fn a_drag_that_comes_back_to_where_it_began_is_no_step() {
    let mut state = opened();
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(60.0))),
    );
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(50.0))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    assert!(state.question.undo.is_empty());
    assert!(
        !state.question.moving && state.question.run.wanted == 4,
        "all runs follow all the same"
    );
}

#[test]
fn what_was_on_screen_comes_back_without_a_run() {
    let mut state = opened();
    let first = state.question.run.fingerprint.clone().unwrap();
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Place("wigan".into()))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    finish(&mut state);
    let effects = say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(jobs(&effects), Some(0), "nothing is run again");
    assert_eq!(state.question.run.fingerprint.as_ref(), Some(&first));
    assert!(!state.question.is_stale() && !state.question.run.pictures.is_empty());
    let effects = say(&mut state, Message::Question(question::Said::Redo));
    assert_eq!(jobs(&effects), Some(0));
    // A drag passes through many scenarios; they push no result out.
    for pounds in 60..90 {
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(f64::from(pounds)))),
        );
        let (epoch, outcome) = (
            state.question.run.epoch,
            samples::outcome(&state.question.run.scenario, 0, 1.0),
        );
        say(
            &mut state,
            Message::Arrived {
                epoch,
                outcomes: vec![outcome],
            },
        );
    }
    say(&mut state, Message::Question(question::Said::EditDone));
    finish(&mut state);
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(
        jobs(&say(&mut state, Message::Question(question::Said::Undo))),
        Some(0)
    );
    assert_eq!(state.question.run.fingerprint, Some(first));
}

#[test]
fn ten_results_are_kept_and_what_was_half_done_goes_on_where_it_was() {
    let mut state = opened();
    for years in 0..15 {
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(100.0 + f64::from(years)))),
        );
        say(&mut state, Message::Question(question::Said::EditDone));
        let (epoch, outcome) = (
            state.question.run.epoch,
            samples::outcome(&state.question.run.scenario, 0, 1.0),
        );
        say(
            &mut state,
            Message::Arrived {
                epoch,
                outcomes: vec![outcome],
            },
        );
    }
    assert_eq!(state.question.results.len(), 10);
    let effects = say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(jobs(&effects), Some(3), "one of four runs was there");
    assert_eq!(state.question.run.ensemble.len(), 1);
}

#[test]
fn a_result_that_comes_back_for_fewer_years_holds_time_on_screen_inside_it() {
    let mut state = opened();
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Years(10))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    finish(&mut state);
    say(&mut state, Message::Explore(explore::Said::Seek(120)));
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.explore.timeline.month, 36);
}

#[test]
fn notices_are_told_one_at_a_time_those_that_go_by_themselves_first() {
    let mut state = opened();
    say(&mut state, Message::Page(page::Said::LinkCopied(false)));
    say(&mut state, Message::Page(page::Said::LinkCopied(true)));
    say(&mut state, Message::Page(page::Said::Copied(true)));
    let told = |state: &State| {
        state
            .page
            .notices
            .shown()
            .map(|notice| (notice.id, notice.words.clone(), notice.passing))
    };
    let (id, words, passing) = told(&state).unwrap();
    assert_eq!((words.as_str(), passing), ("The link is copied.", true));
    say(&mut state, Message::Page(page::Said::Dismiss(id)));
    let (id, words, _) = told(&state).unwrap();
    assert_eq!(words, "Copied.");
    say(&mut state, Message::Page(page::Said::Dismiss(id)));
    let (id, words, passing) = told(&state).unwrap();
    assert!(
        words.starts_with("The link could not be copied") && !passing,
        "it stays until it is closed"
    );
    say(&mut state, Message::Page(page::Said::Dismiss(id)));
    assert_eq!(told(&state), None);
    say(&mut state, Message::Page(page::Said::LinkCopied(true)));
    say(&mut state, Message::Page(page::Said::LinkCopied(true)));
    assert_eq!(
        state.page.notices.list.len(),
        1,
        "what is told twice stands there once"
    );
}
