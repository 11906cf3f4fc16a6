//! Inquiries: asked, answered, stopped, kept.

use super::super::{Edit, Message, State};
use super::super::{samples, update as session_update};
use super::*;
use crate::analysis::digest::Split;
use crate::session::question;

fn opened() -> State {
    let mut state = State::new("sample", samples::scenario());
    say(
        &mut state,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    state
}

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    session_update(state, message, &samples::choices())
}

fn said(state: &mut State, said: Said) -> Vec<Effect> {
    say(state, Message::Inquiry(said))
}

fn answer() -> Rc<Answer> {
    Rc::new(Answer::Dimensions(Split {
        samples: 2,
        difference: crate::analysis::digest::Interval::default(),
        parts: Vec::new(),
    }))
}

fn begun(effects: &[Effect]) -> Option<(u32, Inquiry)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Inquire(Wanted::Begin { number, ask }) => Some((*number, ask.inquiry)),
        _ => None,
    })
}

#[test]
fn one_is_on_its_way_and_others_wait_their_turn() {
    let mut state = opened();
    let first = begun(&said(&mut state, Said::Ask(Inquiry::Dimensions)));
    assert_eq!(first, Some((1, Inquiry::Dimensions)));
    assert_eq!(said(&mut state, Said::Ask(Inquiry::Layers)), []);
    assert_eq!(
        said(&mut state, Said::Ask(Inquiry::Layers)),
        [],
        "asked twice is asked once"
    );
    let scenario = Rc::clone(&state.question.scenario);
    assert_eq!(
        state.inquiries.standing(Inquiry::Layers, &scenario),
        Standing::Waiting
    );
    said(
        &mut state,
        Said::Lived {
            number: 1,
            lives: 129,
            seconds: 10.0,
        },
    );
    let Standing::Going(going) = state.inquiries.standing(Inquiry::Dimensions, &scenario) else {
        panic!("it is on its way")
    };
    assert_eq!((going.lives, going.ask.lives()), (129, 8 * 129));
    assert!((going.seconds_left().unwrap() - 70.0).abs() < 1e-9);
    let next = begun(&said(
        &mut state,
        Said::Answered {
            number: 1,
            answer: answer(),
        },
    ));
    assert_eq!(next, Some((2, Inquiry::Layers)));
    assert!(matches!(
        state.inquiries.standing(Inquiry::Dimensions, &scenario),
        Standing::Kept(Kept { answer: Ok(_), .. })
    ));
    assert_eq!(
        said(&mut state, Said::Stop(Inquiry::Layers)),
        [Effect::Inquire(Wanted::Drop)]
    );
    assert!(!state.inquiries.is_busy());
    assert_eq!(
        said(
            &mut state,
            Said::Answered {
                number: 2,
                answer: answer()
            }
        ),
        [],
        "late words are nobody's"
    );
    assert!(matches!(
        state.inquiries.standing(Inquiry::Layers, &scenario),
        Standing::Open {
            asked_before: false,
            ..
        }
    ));
}

#[test]
fn an_answer_is_about_its_own_scenario_only_and_is_there_again_when_the_change_is_taken_back() {
    let mut state = opened();
    said(&mut state, Said::Ask(Inquiry::Dimensions));
    said(
        &mut state,
        Said::Answered {
            number: 1,
            answer: answer(),
        },
    );
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(20.0))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    let changed = Rc::clone(&state.question.scenario);
    assert!(matches!(
        state.inquiries.standing(Inquiry::Dimensions, &changed),
        Standing::Open {
            asked_before: true,
            ..
        }
    ));
    say(&mut state, Message::Question(question::Said::Undo));
    let before = Rc::clone(&state.question.scenario);
    assert!(matches!(
        state.inquiries.standing(Inquiry::Dimensions, &before),
        Standing::Kept(_)
    ));
}

#[test]
fn a_change_of_scenario_drops_what_is_on_its_way_and_what_waits() {
    let mut state = opened();
    said(&mut state, Said::Ask(Inquiry::Dimensions));
    said(&mut state, Said::Ask(Inquiry::Worlds));
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(20.0))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    let scenario = Rc::clone(&state.question.scenario);
    assert!(!state.inquiries.is_busy());
    for inquiry in [Inquiry::Dimensions, Inquiry::Worlds] {
        assert!(
            matches!(
                state.inquiries.standing(inquiry, &scenario),
                Standing::Open {
                    asked_before: true,
                    ..
                }
            ),
            "{inquiry:?}"
        );
    }
    assert_eq!(
        said(
            &mut state,
            Said::Answered {
                number: 1,
                answer: answer()
            }
        ),
        []
    );
    assert!(matches!(
        state.inquiries.standing(Inquiry::Dimensions, &scenario),
        Standing::Open { .. }
    ));
    assert!(begun(&said(&mut state, Said::Ask(Inquiry::Dimensions))).is_some());
    assert!(matches!(
        state.inquiries.standing(Inquiry::Dimensions, &scenario),
        Standing::Going(_)
    ));
}

#[test]
fn what_is_bundled_answers_every_question_about_the_default_at_its_own_size() {
    let findings = crate::analysis::findings::bundled().unwrap();
    for inquiry in [
        Inquiry::Levels,
        Inquiry::Dimensions,
        Inquiry::Couplings,
        Inquiry::Worlds,
        Inquiry::Evaluation,
    ] {
        let (ask, _) = bundled(&findings, inquiry).unwrap();
        assert_eq!((ask.inquiry, ask.people), (inquiry, findings.asked_people));
        assert!(ask.samples > 1);
    }
    let (ask, answer) = bundled(&findings, Inquiry::Layers).unwrap();
    assert_eq!(
        (ask.people, ask.samples),
        (findings.people, findings.replicates)
    );
    assert_eq!(answer, Answer::Layers(findings.layered()));
    assert!(bundled(&findings, Inquiry::Without { coupling: 12 }).is_some());
    assert!(bundled(&findings, Inquiry::Without { coupling: 13 }).is_none());
}

#[test]
fn a_refusal_is_kept_in_its_own_words_and_is_not_asked_again() {
    let mut state = opened();
    said(&mut state, Said::Ask(Inquiry::Evaluation));
    said(
        &mut state,
        Said::Refused {
            number: 1,
            words: "years: too few".into(),
        },
    );
    let scenario = Rc::clone(&state.question.scenario);
    let Standing::Kept(kept) = state.inquiries.standing(Inquiry::Evaluation, &scenario) else {
        panic!("it was refused")
    };
    assert_eq!(kept.answer, Err("years: too few".to_owned()));
    assert_eq!(said(&mut state, Said::Ask(Inquiry::Evaluation)), []);
}

#[test]
fn how_long_it_takes_follows_from_the_measured_pace() {
    let mut state = opened();
    let ask = Ask::about(Inquiry::Layers, &state.question.scenario);
    let usual = state.inquiries.expected(ask, &state.question.scenario);
    said(&mut state, Said::Pace(USUAL_PACE / 4.0));
    assert!((state.inquiries.expected(ask, &state.question.scenario) / usual - 4.0).abs() < 1e-9);
    said(&mut state, Said::Pace(f64::NAN));
    assert!(
        (state.inquiries.expected(ask, &state.question.scenario) / usual - 4.0).abs() < 1e-9,
        "nonsense is not believed"
    );
}
