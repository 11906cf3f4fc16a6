//! Tests of the hour as messages and what follows.

use super::super::{Effect, Message, State, samples, update as session_update};
use super::*;
use crate::session::question;

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    session_update(state, message, &samples::choices())
}

fn said(state: &mut State, said: Said) -> Vec<Effect> {
    say(state, Message::Workshop(said))
}

fn opened(hash: &str) -> (State, Vec<Effect>) {
    let mut state = State::new("sample", samples::scenario());
    let effects = say(
        &mut state,
        Message::Opened {
            hash: hash.to_owned(),
            calm: false,
        },
    );
    (state, effects)
}

fn hash(effects: &[Effect]) -> Option<(&str, bool)> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::SetHash { hash, push } => Some((hash.as_str(), *push)),
        _ => None,
    })
}

#[test]
fn steps_are_in_the_address_and_back_again() {
    let (mut state, effects) = opened("#/workshop?step=cliff&years=2");
    assert_eq!(state.workshop.step().unwrap().id, "cliff");
    assert!(
        hash(&effects)
            .unwrap()
            .0
            .starts_with("#/workshop?f=3&years=2&step=cliff"),
        "{effects:?}"
    );
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Workshop(Order::Recall)))
    );
    let effects = said(&mut state, Said::Next);
    assert!(
        hash(&effects).is_some_and(|(hash, push)| hash.contains("step=evaluation") && push),
        "{effects:?}"
    );
    say(
        &mut state,
        Message::HashChanged("#/workshop?step=cliff&years=2".into()),
    );
    assert_eq!(state.workshop.step().unwrap().id, "cliff");
    for _ in 0..20 {
        said(&mut state, Said::Next);
    }
    assert_eq!(state.workshop.step().unwrap().id, "debrief");
    assert!(
        said(&mut state, Said::Next).is_empty(),
        "the last step is the last"
    );
    said(&mut state, Said::To(0));
    assert_eq!((state.workshop.step, state.explore.timeline.month), (0, 0));
}

#[test]
fn a_step_that_is_not_there_is_told_and_the_first_is_shown() {
    let (state, _) = opened("#/workshop?step=clif");
    assert_eq!(state.workshop.step, 0);
    assert!(
        state
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words.contains("no step “clif”")),
        "{:?}",
        state.page.notices
    );
    let (state, _) = opened("#/workshop/gess");
    assert!(
        state
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words.contains("no page “gess”")),
        "{:?}",
        state.page.notices
    );
}

#[test]
fn the_notes_run_no_model_and_a_telephone_one_re_run() {
    let (mut notes, effects) = opened("#/workshop/notes");
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Start { .. })),
        "{effects:?}"
    );
    let effects = say(&mut notes, Message::Go(Route::Explore));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Start { .. })),
        "whoever leaves the notes needs it"
    );
    let (mut guess, effects) = opened("#/workshop/guess");
    let replicates = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Start { jobs, .. } | Effect::More(jobs) => {
                Some(jobs.iter().map(|job| job.replicate).max().unwrap_or(0))
            }
            _ => None,
        })
    };
    assert_eq!(replicates(&effects), Some(0));
    assert_eq!(
        replicates(&said(&mut guess, Said::Open(Part::Hour))),
        Some(3)
    );
}

#[test]
fn what_is_tried_on_explore_leads_back_to_the_step_and_to_its_scenario() {
    let (mut state, _) = opened("#/workshop?step=whole-area");
    let of_lesson = Rc::clone(&state.question.scenario);
    let effects = said(&mut state, Said::Try);
    assert!(hash(&effects).is_some_and(|(hash, _)| hash.starts_with("#/explore")));
    assert!(state.workshop.trying && state.route == Route::Explore);
    say(
        &mut state,
        Message::Question(question::Said::Edit(crate::session::Edit::Money(20.0))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    let effects = said(&mut state, Said::Return);
    assert!(
        hash(&effects)
            .is_some_and(|(hash, _)| hash.contains("step=whole-area") && hash.contains("money=20")),
        "{effects:?}"
    );
    assert_eq!(state.workshop.step().unwrap().id, "whole-area");
    assert_ne!(*state.question.scenario, *of_lesson);
    said(&mut state, Said::OfLesson);
    assert_eq!(*state.question.scenario, *of_lesson);
}

#[test]
fn the_projector_remembers_the_look_before() {
    let (mut state, _) = opened("#/workshop");
    state.page.theme = Theme::Dark;
    assert_eq!(
        said(&mut state, Said::Projector(true)),
        [Effect::SetTheme(Theme::Projector)]
    );
    said(&mut state, Said::Projector(true));
    assert_eq!(
        said(&mut state, Said::Projector(false)),
        [Effect::SetTheme(Theme::Dark)]
    );
}

#[test]
fn two_windows_follow_each_other() {
    let (mut trainer, _) = opened("#/workshop");
    let (mut other, _) = opened("#/workshop/notes");
    let heard = |effects: Vec<Effect>, state: &mut State| {
        let mut all = Vec::new();
        for effect in effects {
            if let Effect::Workshop(Order::Tell(text)) = effect {
                all.extend(said(state, Said::Heard(text)));
            }
        }
        all
    };
    assert!(heard(said(&mut trainer, Said::Next), &mut other).is_empty());
    assert_eq!(
        other.workshop.step, 0,
        "nobody has opened a second window yet"
    );
    let effects = said(&mut trainer, Said::Heard(notes::HELLO.to_owned()));
    heard(effects, &mut other);
    assert_eq!(other.workshop.step, 1);
    let effects = said(&mut other, Said::Next);
    let effects = heard(effects, &mut trainer);
    assert_eq!(trainer.workshop.step, 2);
    assert!(hash(&effects).is_some_and(|(hash, _)| hash.contains("step=pilots")));
    trainer.workshop.elapsed = 40;
    let effects = said(&mut trainer, Said::Second);
    heard(effects, &mut other);
    assert_eq!(other.workshop.elapsed, 41);
    assert!(
        said(&mut trainer, Said::Heard("at 5 5".into())).is_empty()
            && said(&mut trainer, Said::Heard("kith-notes at x".into())).is_empty()
    );
    assert_eq!(trainer.workshop.step, 2, "other words are not for us");
}

#[test]
fn a_link_brings_a_guess_once_and_the_address_forgets_it() {
    let code = guess::Guess {
        question: 0,
        curves: [None, Some([40; 5])],
        nick: String::new(),
    }
    .code();
    let (mut state, effects) = opened(&format!("#/workshop?step=predict&guess={code}&nick=Sam"));
    assert_eq!(state.workshop.room.guesses[0].nick, "Sam");
    assert!(!hash(&effects).unwrap().0.contains("guess="), "{effects:?}");
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Kept(crate::session::kept::Order::Put(
            crate::session::kept::ROOM_KEY,
            ..
        ))
    )));
    // What was kept joins it, and a double of it is no second one.
    let kept = format!(
        "{}\n{code} Ann\n{code} Sam\n",
        crate::session::collect::GUESS_FILE
    );
    said(&mut state, Said::Recalled(Some(kept), None));
    assert_eq!(state.workshop.room.guesses.len(), 2);
    said(&mut state, Said::Collected(format!("{code} Sam")));
    assert!(
        state.workshop.came[0].contains("already here"),
        "{:?}",
        state.workshop.came
    );
    said(
        &mut state,
        Said::Collected(code.replace(char::is_numeric, "U")),
    );
    assert!(
        state.workshop.came[0].contains("“U”"),
        "{:?}",
        state.workshop.came
    );
    let effects = say(
        &mut state,
        Message::HashChanged(format!("#/workshop?guess={code}&nick=Bo")),
    );
    assert_eq!(state.workshop.room.guesses.len(), 3);
    assert!(
        hash(&effects).is_some_and(|(hash, push)| !hash.contains("guess=") && !push),
        "{effects:?}"
    );
    said(&mut state, Said::ClearRoom);
    assert!(state.workshop.room.guesses.is_empty());
}

#[test]
fn what_is_revealed_is_what_most_was_drawn_about_until_somebody_chooses() {
    let (mut state, _) = opened("#/workshop");
    assert_eq!(state.workshop.looked_at(), 0);
    let lonely = guess::Guess {
        question: 1,
        curves: [Some([9; 5]), None],
        nick: String::new(),
    };
    said(&mut state, Said::Collected(lonely.code()));
    assert_eq!(state.workshop.looked_at(), 1);
    said(&mut state, Said::Draft(draft::Said::Look(0)));
    assert_eq!(state.workshop.looked_at(), 0);
}

#[test]
fn a_drawing_is_kept_locked_and_added() {
    let (mut state, _) = opened("#/workshop/guess");
    let point = |point, height| {
        Said::Draft(draft::Said::Point {
            point,
            height,
            start: 40,
        })
    };
    said(&mut state, point(4, 50));
    assert_eq!(
        state.workshop.draft.guess.curves[0],
        Some([40, 40, 40, 40, 50])
    );
    said(&mut state, Said::Draft(draft::Said::Side(1)));
    said(&mut state, point(0, 63));
    said(&mut state, Said::Draft(draft::Said::Nick("Ann".into())));
    let effects = said(&mut state, Said::Draft(draft::Said::Lock(true)));
    let [Effect::Workshop(Order::KeepDraft(kept))] = &effects[..] else {
        panic!("{effects:?}")
    };
    said(&mut state, point(0, 1));
    assert_eq!(
        state.workshop.draft.guess.curves[1],
        Some([63, 40, 40, 40, 40]),
        "locked is locked"
    );
    let mut again = draft::Draft::default();
    again.recall(kept);
    assert_eq!(
        (again.guess, again.locked),
        (state.workshop.draft.guess.clone(), true)
    );
    again = draft::Draft::default();
    again.recall("nonsense");
    assert!(again.is_empty());
    said(&mut state, Said::Draft(draft::Said::Add));
    assert_eq!(state.workshop.room.guesses.len(), 1);
}

#[test]
fn what_comes_is_told_where_the_person_looks() {
    let (mut state, _) = opened("#/workshop/teams");
    said(
        &mut state,
        Said::PictureRead(Err("No code was found.".to_owned())),
    );
    assert_eq!(state.teams.refused.as_deref(), Some("No code was found."));
    let guess = guess::Guess {
        question: 0,
        curves: [Some([9; 5]), None],
        nick: String::new(),
    };
    said(&mut state, Said::Collected(guess.code()));
    assert!(
        state
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words == "Taken in: 1. The room has 1 guess.")
    );
    assert!(state.workshop.came.is_empty());
    let (mut state, _) = opened("#/workshop?step=predict");
    say(
        &mut state,
        Message::Kept(crate::session::kept::Said::Loaded(Ok(Vec::new()))),
    );
    said(
        &mut state,
        Said::Collected("#/workshop/teams?team=abc".to_owned()),
    );
    assert!(state.teams.refused.is_none());
    assert!(
        state.workshop.came[0].contains("no game is open here"),
        "{:?}",
        state.workshop.came
    );
}
