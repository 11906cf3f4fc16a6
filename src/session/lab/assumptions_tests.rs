//! Changing assumptions: what a person does in the table, and what the scenario, undo and the link make of it.

use super::assumptions::Said;
use super::{Order, Said as Lab};
use crate::analysis::layers::parameters_up_to;
use crate::scenario::parameters::{Grade, Parameters};
use crate::scenario::validate;
use crate::session::state::State;
use crate::session::{Effect, Message, question, samples, update};

fn opened() -> State {
    let mut state = State::new("sample", samples::scenario());
    say(
        &mut state,
        Message::Opened {
            hash: "#/lab".into(),
            calm: true,
        },
    );
    state
}

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    update(state, message, &samples::choices())
}

fn said(state: &mut State, said: Said) -> Vec<Effect> {
    say(state, Message::Lab(Lab::Assumptions(said)))
}

fn position(id: &str) -> usize {
    Parameters::registry()
        .iter()
        .position(|info| info.id() == id)
        .unwrap()
}

fn typed(state: &mut State, id: &str, text: &str) -> Vec<Effect> {
    said(state, Said::Typed(position(id), text.to_owned()))
}

fn file(effects: &[Effect]) -> &str {
    match effects {
        [Effect::Lab(Order::Download { text, .. })] => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_value_changes_the_scenario_the_link_and_can_be_taken_back() {
    let mut state = opened();
    let effects = typed(&mut state, "couplings.person_from_family", " 0.5 ");
    assert_eq!(
        state
            .question
            .scenario
            .parameters
            .couplings
            .person_from_family,
        0.5
    );
    let link = |effects: &[Effect]| {
        effects.iter().any(
            |e| matches!(e, Effect::SetHash { hash, .. } if hash.contains("person_from_family")),
        )
    };
    assert!(link(&effects), "{effects:?}");
    assert!(!state.question.moving && state.question.undo.len() == 1);
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.parameters, Parameters::default());
    say(&mut state, Message::Question(question::Said::Redo));
    said(
        &mut state,
        Said::Default(position("couplings.person_from_family")),
    );
    assert_eq!(state.question.scenario.parameters, Parameters::default());
}

#[test]
fn what_cannot_be_used_is_kept_with_what_would_be_right_and_changes_nothing() {
    let mut state = opened();
    let id = "couplings.person_from_family";
    for (text, found) in [
        ("7", "Found “7”"),
        ("much", "Found “much”"),
        ("", "Found nothing"),
        ("NaN", "Found “NaN”"),
        ("-0.1", "“-0.1”"),
    ] {
        assert_eq!(typed(&mut state, id, text), []);
        let draft = &state.lab.assumptions.drafts[&position(id)];
        assert!(
            draft.typed == text
                && draft.wrong.contains(found)
                && draft.wrong.contains("from 0 to 2 (multiplier)"),
            "{draft:?}"
        );
    }
    assert_eq!(state.question.scenario.parameters, Parameters::default());
    typed(&mut state, id, "7");
    let wrong = &state.lab.assumptions.drafts[&position(id)].wrong;
    assert!(
        wrong.contains("A file that says beyond_range = true may set it from 0 to 20"),
        "{wrong}"
    );
    typed(&mut state, "mechanisms.crisis", "7");
    let wrong = state
        .lab
        .assumptions
        .drafts
        .get(&position("mechanisms.crisis"))
        .map(|draft| draft.wrong.as_str());
    assert!(
        wrong.is_some_and(|words| !words.contains("beyond_range")),
        "a switch goes no farther: {wrong:?}"
    );
    said(&mut state, Said::Default(position("mechanisms.crisis")));
    typed(&mut state, id, "2");
    assert!(
        state.lab.assumptions.drafts.is_empty()
            && state
                .question
                .scenario
                .parameters
                .couplings
                .person_from_family
                == 2.0
    );
}

#[test]
fn evidence_views_follow_the_rule_of_the_layers_in_one_step() {
    let mut state = opened();
    typed(&mut state, "couplings.people_from_national", "1.5");
    let before = state.question.scenario.parameters.clone();
    said(&mut state, Said::UpTo(Grade::Disputed));
    assert_eq!(
        state.question.scenario.parameters,
        parameters_up_to(&before, Grade::Disputed)
    );
    assert_eq!(
        state
            .question
            .scenario
            .parameters
            .couplings
            .community_from_government,
        0.0
    );
    assert_eq!(
        state
            .question
            .scenario
            .parameters
            .couplings
            .people_from_national,
        1.5,
        "what is well evidenced stays as the person has it"
    );
    assert!(
        state
            .page
            .notices
            .list
            .last()
            .unwrap()
            .words
            .contains("neutral now")
    );
    said(&mut state, Said::UpTo(Grade::Disputed));
    assert!(
        state
            .page
            .notices
            .list
            .last()
            .unwrap()
            .words
            .contains("Nothing changed")
    );
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.parameters, before);
    said(&mut state, Said::Defaults);
    assert_eq!(state.question.scenario.parameters, Parameters::default());
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.parameters, before);
}

#[test]
fn a_file_goes_out_and_comes_back_and_leaves_alone_what_it_does_not_name() {
    let mut state = opened();
    typed(&mut state, "control.power", "0.01");
    let text = file(&said(&mut state, Said::Export)).to_owned();
    assert_eq!(
        validate::parse_parameters(&text).unwrap(),
        [("control.power".to_owned(), 0.01)]
    );
    said(&mut state, Said::Defaults);
    typed(&mut state, "couplings.person_from_family", "0.5");
    say(
        &mut state,
        Message::Lab(Lab::File("mine.toml".into(), Ok(text.into_bytes()))),
    );
    assert_eq!(state.question.scenario.parameters.changes().len(), 2);
    assert!(
        state
            .page
            .notices
            .list
            .last()
            .unwrap()
            .words
            .contains("1 assumption was read from mine.toml")
    );
}

#[test]
fn every_mistake_of_a_file_is_named_and_nothing_is_lost() {
    let mut state = opened();
    typed(&mut state, "control.power", "0.01");
    let scenario = state.question.scenario.clone();
    let drop = |state: &mut State, content| {
        say(state, Message::Lab(Lab::File("bad.toml".into(), content)))
    };
    assert_eq!(
        drop(
            &mut state,
            Ok(b"[parameters]\n\"control.power\" = 99\n\"contrl.power\" = 1\n".to_vec())
        ),
        []
    );
    let import = state.lab.assumptions.import.clone().unwrap();
    assert_eq!(
        (import.problems.len(), import.more, import.name.as_str()),
        (2, 0, "bad.toml")
    );
    assert!(import.problems[1].wanted.contains("control.power"));
    assert_eq!(state.question.scenario, scenario);
    drop(&mut state, Ok(vec![0xff, 0xfa]));
    assert!(
        state
            .lab
            .assumptions
            .import
            .as_ref()
            .unwrap()
            .words
            .contains("not UTF-8 text, at line 1")
    );
    drop(&mut state, Err(9_000_000));
    assert!(
        state
            .lab
            .assumptions
            .import
            .as_ref()
            .unwrap()
            .words
            .contains("9000000 bytes")
    );
    let many: String = (0..60)
        .map(|k| ["\"nonsense.", &k.to_string(), "\" = 1\n"].concat())
        .collect();
    drop(&mut state, Ok(format!("[parameters]\n{many}").into_bytes()));
    assert_eq!(state.lab.assumptions.import.as_ref().unwrap().more, 40);
    said(&mut state, Said::ImportRead);
    assert_eq!(state.lab.assumptions.import, None);
}

#[test]
fn the_document_of_what_differs_names_the_change() {
    let mut state = opened();
    typed(&mut state, "control.power", "0.01");
    let text = file(&said(&mut state, Said::ExportDelta)).to_owned();
    assert!(
        text.contains("| control.power |") && text.contains("1 of the"),
        "{text}"
    );
}
