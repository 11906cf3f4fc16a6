//! Tests of what follows from messages.

use super::question::promise::Check;
use super::samples;
use super::update::update;
use super::{Edit, Effect, Message};
use super::{Route, State};
use crate::charts::layout::tests::small_place;
use crate::session::{explore, page, question};

fn opened(hash: &str) -> (State, Vec<Effect>) {
    let choices = samples::choices();
    let (base, scenario) = choices.default_scenario();
    let mut state = State::new(base, scenario.clone());
    let effects = update(
        &mut state,
        Message::Opened {
            hash: hash.into(),
            calm: false,
        },
        &choices,
    );
    (state, effects)
}

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    update(state, message, &samples::choices())
}

fn arrive(state: &mut State, replicate: u32) -> Vec<Effect> {
    let outcome = samples::outcome(&state.question.run.scenario, replicate, 1.0);
    let epoch = state.question.run.epoch;
    say(
        state,
        Message::Arrived {
            epoch,
            outcomes: vec![outcome],
        },
    )
}

fn started(effects: &[Effect]) -> Option<(u32, Vec<u32>, bool)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Start {
            epoch,
            jobs,
            show_place,
            ..
        } => {
            // Arms of one replicate may be jobs of their own.
            let mut replicates: Vec<u32> = jobs.iter().map(|j| j.replicate).collect();
            replicates.dedup();
            Some((*epoch, replicates, *show_place))
        }
        _ => None,
    })
}

fn hash_of(effects: &[Effect]) -> Option<String> {
    effects.iter().find_map(|effect| match effect {
        Effect::SetHash { hash, .. } => Some(hash.clone()),
        _ => None,
    })
}

#[test]
fn opening_runs_everything_the_pictured_re_run_first() {
    let (state, effects) = opened("");
    assert_eq!(started(&effects), Some((1, vec![0, 1, 2, 3], true)));
    let Some(Effect::Start { jobs, .. }) = effects.first() else {
        panic!("no start")
    };
    let arms: Vec<_> = jobs
        .iter()
        .map(|job| (job.replicate, job.arms.clone(), job.frames))
        .collect();
    assert_eq!(
        arms[..3],
        [0, 1, 2].map(|arm| (0, vec![arm], true)),
        "every worker can work on what is looked at"
    );
    assert_eq!(arms[3], (1, vec![0, 1, 2], false));
    assert!(state.question.is_running());
}

#[test]
fn the_first_result_starts_the_clock_unless_calm() {
    let (mut state, _) = opened("");
    let effects = arrive(&mut state, 0);
    assert!(effects.contains(&Effect::Clock(12)) && state.explore.timeline.playing);
    for _ in 0..100 {
        say(&mut state, Message::Explore(explore::Said::Tick));
    }
    assert_eq!(
        (state.explore.timeline.month, state.explore.timeline.playing),
        (36, false)
    );

    let choices = samples::choices();
    let mut calm = State::new("sample", samples::scenario());
    update(
        &mut calm,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
        &choices,
    );
    assert!(
        !arrive(&mut calm, 0)
            .iter()
            .any(|e| matches!(e, Effect::Clock(_)))
    );
    assert_eq!(
        (calm.explore.timeline.month, calm.explore.timeline.playing),
        (36, false)
    );
}

#[test]
fn a_moving_hand_gets_one_re_run_at_a_time_and_all_when_it_rests() {
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    let effects = say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(60.0))),
    );
    assert_eq!(
        started(&effects),
        Some((2, vec![0], true)),
        "no place has arrived yet"
    );
    assert!(
        started(&say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(70.0)))
        ))
        .is_none(),
        "waits for the run that is going on"
    );
    assert!(state.question.is_stale());
    let effects = arrive(&mut state, 0);
    assert_eq!(
        started(&effects).map(|(epoch, jobs, _)| (epoch, jobs)),
        Some((3, vec![0])),
        "then follows the hand"
    );
    arrive(&mut state, 0);
    let effects = say(&mut state, Message::Question(question::Said::EditDone));
    let more = effects.iter().find_map(|e| match e {
        Effect::More(jobs) => Some(jobs.iter().map(|j| j.replicate).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(
        more,
        Some(vec![1, 2, 3]),
        "the run already there is not run again"
    );
    assert_eq!(state.question.undo.len(), 1, "one drag is one step");
    assert!(say(&mut state, Message::Question(question::Said::EditDone)).is_empty());
}

#[test]
fn releasing_before_the_preview_arrives_asks_for_the_last_value() {
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(60.0))),
    );
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(70.0))),
    );
    let effects = say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(
        started(&effects).map(|(_, jobs, _)| jobs),
        Some(vec![0, 1, 2, 3])
    );
    assert_eq!(state.question.run.scenario.money.pounds_per_head_year, 70.0);
}

#[test]
fn late_answers_of_older_runs_are_dropped_and_the_old_picture_stays_meanwhile() {
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    let old = samples::outcome(&state.question.run.scenario, 1, 1.0);
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(99.0))),
    );
    assert_eq!(state.question.shown().epoch, 1);
    say(
        &mut state,
        Message::Arrived {
            epoch: 1,
            outcomes: vec![old],
        },
    );
    assert!(state.question.run.ensemble.is_empty());
    say(
        &mut state,
        Message::Failed {
            epoch: 1,
            message: "late".into(),
        },
    );
    assert_eq!(state.question.failure, None);
    arrive(&mut state, 0);
    assert_eq!(state.question.shown().epoch, 2);
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one story, told from its beginning to its end"
)]
fn only_the_worlds_that_change_are_run_again_and_the_sum_is_the_same() {
    let (mut state, _) = opened("");
    for replicate in 0..4 {
        arrive(&mut state, replicate);
    }
    let edit = Edit::Dimension {
        arm: 2,
        id: "area",
        value: 0.25,
    };
    let jobs = |effects: &[Effect]| -> Vec<(u32, Vec<u32>)> {
        let found = effects.iter().find_map(|effect| match effect {
            Effect::Start { jobs, .. } | Effect::More(jobs) => Some(jobs.clone()),
            _ => None,
        });
        found
            .unwrap_or_default()
            .into_iter()
            .map(|job| (job.replicate, job.arms))
            .collect()
    };
    assert_eq!(
        jobs(&say(
            &mut state,
            Message::Question(question::Said::Edit(edit))
        )),
        [(0, vec![2])]
    );
    assert_eq!(
        state.question.shown().epoch,
        1,
        "two of three worlds are no comparison"
    );
    let whole = samples::outcome(&state.question.run.scenario, 0, 1.0);
    let changed = |replicate| {
        let arms = samples::outcome(&state.question.scenario, replicate, 3.0)
            .arms
            .into_iter()
            .filter(|arm| arm.arm == 2)
            .collect();
        crate::ensemble::Outcome { replicate, arms }
    };
    let outcomes: Vec<_> = (0..4).map(changed).collect();
    let epoch = state.question.run.epoch;
    say(
        &mut state,
        Message::Arrived {
            epoch,
            outcomes: outcomes[..1].to_vec(),
        },
    );
    assert_eq!(state.question.shown().epoch, 2);
    let pictures: Vec<_> = whole
        .arms
        .iter()
        .map(|arm| arm.frames.clone().unwrap())
        .collect();
    assert_eq!(
        *state.question.run.pictures, pictures,
        "pictures of kept worlds are kept"
    );
    assert_eq!(
        jobs(&say(
            &mut state,
            Message::Question(question::Said::EditDone)
        )),
        [1, 2, 3].map(|replicate| (replicate, vec![2]))
    );
    say(
        &mut state,
        Message::Arrived {
            epoch,
            outcomes: outcomes[1..].to_vec(),
        },
    );
    let mut anew = crate::ensemble::Ensemble::default();
    for (replicate, changed) in (0..).zip(outcomes) {
        anew.add(samples::outcome(
            &state.question.run.scenario,
            replicate,
            1.0,
        ));
        anew.add(changed);
    }
    assert_eq!(state.question.run.fingerprint, Some(anew.fingerprint()));

    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Replicates(2))),
    );
    let effects = say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(jobs(&effects), []);
    assert!(
        state.question.run.is_complete()
            && state.question.run.fingerprint.is_some()
            && hash_of(&effects).is_some_and(|hash| hash.contains("result="))
    );
}

#[test]
fn undo_and_redo_return_the_scenario() {
    let (mut state, _) = opened("");
    let original = state.question.scenario.clone();
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Years(2))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario, original);
    say(&mut state, Message::Question(question::Said::Redo));
    assert_eq!(state.question.scenario.years, 2);
    assert!(say(&mut state, Message::Question(question::Said::Redo)).is_empty());
    say(&mut state, Message::Question(question::Said::Reset));
    assert_eq!(state.question.scenario, original);
}

#[test]
fn a_link_with_a_result_is_checked_when_all_re_runs_are_in() {
    let (mut state, _) = opened("");
    let mut last = Vec::new();
    for replicate in [0, 2, 1, 3] {
        last = arrive(&mut state, replicate);
    }
    let hash = hash_of(&last).expect("a complete result is linked");
    assert!(hash.contains("result="), "{hash}");
    let (mut receiver, _) = opened(&hash);
    assert_eq!(receiver.question.check(), Check::Waiting);
    for replicate in 0..4 {
        arrive(&mut receiver, replicate);
    }
    assert_eq!(receiver.question.check(), Check::Same);
    // As a version before the check wrote it.
    let (mut other, _) = opened(&format!(
        "#/explore?f=2&v={}&result=0123456789abcdef",
        super::link::VERSION
    ));
    for replicate in 0..4 {
        arrive(&mut other, replicate);
    }
    assert_eq!(
        other.question.check(),
        Check::Different {
            version: super::link::VERSION.into()
        }
    );
    say(
        &mut receiver,
        Message::Question(question::Said::Edit(Edit::Money(1.0))),
    );
    assert_eq!(
        receiver.question.check(),
        Check::None,
        "a changed scenario promises nothing"
    );
}

#[test]
fn cancelling_stops_and_resuming_runs_only_what_is_missing() {
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    arrive(&mut state, 1);
    assert_eq!(
        say(&mut state, Message::Question(question::Said::Cancel)),
        [Effect::Cancel]
    );
    assert!(!state.question.is_running());
    let effects = say(&mut state, Message::Question(question::Said::Resume));
    assert_eq!(started(&effects).map(|(_, jobs, _)| jobs), Some(vec![2, 3]));
    arrive(&mut state, 2);
    arrive(&mut state, 3);
    assert!(state.question.run.is_complete() && !state.question.is_running());
}

#[test]
fn the_place_is_asked_for_once_and_kept_while_it_is_the_same() {
    let (mut state, _) = opened("");
    let place = Box::new(small_place(2, 10));
    let epoch = state.question.run.epoch;
    say(&mut state, Message::Placed { epoch, place });
    arrive(&mut state, 0);
    let effects = say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(10.0))),
    );
    assert_eq!(started(&effects).map(|s| s.2), Some(false));
    say(&mut state, Message::Question(question::Said::EditDone));
    let effects = say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Place("wigan".into()))),
    );
    let effects = [
        effects,
        say(&mut state, Message::Question(question::Said::EditDone)),
    ]
    .concat();
    assert_eq!(started(&effects).map(|s| s.2), Some(true));
}

#[test]
fn going_back_restores_view_and_scenario() {
    let (mut state, effects) = opened("");
    let first = hash_of(&effects).expect("a hash");
    let effects = say(&mut state, Message::Go(Route::About));
    assert!(hash_of(&effects).is_some_and(|hash| hash.starts_with("#/about")));
    let effects = say(&mut state, Message::HashChanged(first));
    assert_eq!(
        (state.route, effects),
        (Route::Explore, vec![Effect::FocusHeading])
    );
    let effects = say(
        &mut state,
        Message::HashChanged(format!(
            "#/explore?years=2&oops=1&f=2&v={}",
            super::link::VERSION
        )),
    );
    assert_eq!(state.question.run.scenario.years, 2);
    assert!(started(&effects).is_some());
    assert_eq!(state.page.notices.list.len(), 1);
    say(&mut state, Message::Page(page::Said::Dismiss(0)));
    assert!(state.page.notices.list.is_empty());
}

#[test]
fn a_person_is_followed_until_the_place_changes() {
    let (mut state, _) = opened("");
    say(&mut state, Message::Explore(explore::Said::SomebodyElse));
    assert_eq!(state.explore.person, None, "no place has arrived");
    let place = small_place(3, 30);
    let home = |slot: u32| {
        place.families[place.persons[slot as usize].family.index()]
            .community
            .0
    };
    let epoch = state.question.run.epoch;
    say(
        &mut state,
        Message::Placed {
            epoch,
            place: Box::new(place.clone()),
        },
    );
    arrive(&mut state, 0);
    say(
        &mut state,
        Message::Explore(explore::Said::Neighbourhood(Some(2))),
    );
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let before = state.explore.person;
        say(&mut state, Message::Explore(explore::Said::SomebodyElse));
        let person = state.explore.person.expect("somebody");
        assert_ne!(Some(person), before);
        assert_eq!(home(person), 2);
        seen.insert(person);
    }
    assert!(seen.len() > 5, "{seen:?}");
    say(&mut state, Message::Explore(explore::Said::Person(Some(1))));
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Money(10.0))),
    );
    assert_eq!(state.explore.person, Some(1), "the same people live there");
    say(&mut state, Message::Question(question::Said::EditDone));
    say(
        &mut state,
        Message::Question(question::Said::Edit(Edit::Place("wigan".into()))),
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(
        (state.explore.person, state.explore.neighbourhood),
        (None, None)
    );
}

#[test]
fn time_on_screen_stays_inside_the_run() {
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    say(&mut state, Message::Explore(explore::Said::Seek(999)));
    assert_eq!(state.explore.timeline.month, 36);
    say(&mut state, Message::Explore(explore::Said::Step(-12)));
    assert_eq!(
        (state.explore.timeline.month, state.explore.timeline.playing),
        (24, false)
    );
    say(&mut state, Message::Explore(explore::Said::Step(-120)));
    assert_eq!(state.explore.timeline.month, 0);
    say(&mut state, Message::Explore(explore::Said::Seek(36)));
    say(&mut state, Message::Explore(explore::Said::Play(true)));
    assert_eq!(
        state.explore.timeline.month, 0,
        "playing from the end begins again"
    );
}

#[test]
fn a_shock_that_is_dragged_is_one_step_back_and_both_worlds_follow() {
    use super::edit::{Shock, ShockEdit};
    use crate::scenario::EventKind;
    let (mut state, _) = opened("");
    arrive(&mut state, 0);
    let shock = |edit| Message::Question(question::Said::Edit(Edit::Shock(edit)));
    assert!(
        started(&say(&mut state, shock(ShockEdit::Add(EventKind::Cut, 12)))).is_some(),
        "a run follows at once"
    );
    say(&mut state, Message::Question(question::Said::EditDone));
    arrive(&mut state, 0);
    let cut = Shock {
        kind: EventKind::Cut,
        service: None,
        turn: 0,
    };
    for month in 13..20 {
        say(&mut state, shock(ShockEdit::Month(cut, month)));
    }
    say(&mut state, Message::Question(question::Said::EditDone));
    assert_eq!(
        (
            state.question.scenario.events[0].month,
            state.question.undo.len()
        ),
        (19, 2)
    );
    assert_eq!(
        state.question.run.scenario.events, state.question.scenario.events,
        "what runs is where the hand left it"
    );
    say(&mut state, Message::Question(question::Said::Undo));
    assert_eq!(state.question.scenario.events[0].month, 12);
    say(&mut state, Message::Question(question::Said::Undo));
    assert!(state.question.scenario.events.is_empty());
}
