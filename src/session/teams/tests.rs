//! Games as the page plays them: messages in, effects out.

use super::card::Turned;
use super::course::Change;
use super::game::REPLICATES_RANGE;
use super::*;
use crate::ensemble::Job;
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
use crate::session::collect::Came;
use crate::session::kept::{Order as Keeping, Said as Kept};
use crate::session::update::perform;
use crate::session::{
    Edit, Message, State, inquiries, question, samples, update as session_update,
};

/// The address invites to a game.
fn comes(state: &mut State, letters: &str) {
    let actions = invited(&mut state.teams, letters, &state.question);
    perform(state, actions, &samples::choices());
}

fn opened() -> State {
    let mut state = State::new("sample", samples::scenario());
    say(
        &mut state,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    say(&mut state, Message::Kept(Kept::Loaded(Ok(Vec::new()))));
    state
}

fn say(state: &mut State, message: Message) -> Vec<Effect> {
    session_update(state, message, &samples::choices())
}

fn teams(state: &mut State, said: Said) -> Vec<Effect> {
    say(state, Message::Teams(said))
}

fn begun() -> State {
    let mut state = opened();
    teams(&mut state, Said::Begin(1_234_567));
    state
}

fn started(effects: &[Effect]) -> Option<(u32, Rc<Scenario>, Vec<Job>)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Start {
            epoch,
            scenario,
            jobs,
            ..
        } => Some((*epoch, Rc::clone(scenario), jobs.clone())),
        _ => None,
    })
}

fn put(effects: &[Effect]) -> Option<(u64, Vec<u8>)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Kept(Keeping::Put(key, bytes, _)) => Some((*key, bytes.clone())),
        _ => None,
    })
}

/// Brings every re-run of a start in.
fn bring(state: &mut State, effects: &[Effect]) -> Vec<Effect> {
    let (epoch, scenario, jobs) = started(effects).unwrap();
    let outcomes = jobs.iter().map(|job| {
        let mut outcome = samples::outcome(&scenario, job.replicate, 1.0);
        outcome.arms.retain(|arm| job.arms.contains(&arm.arm));
        outcome
    });
    let outcomes = outcomes.collect();
    say(state, Message::Arrived { epoch, outcomes })
}

fn game(state: &State) -> &Game {
    state.teams.game().unwrap()
}

#[test]
fn a_game_is_lived_round_by_round_and_only_as_far_as_it_is_decided() {
    let mut state = begun();
    assert_eq!(
        (
            game(&state).number,
            game(&state).rounds(),
            game(&state).teams.len()
        ),
        (234_567, 2, 2)
    );
    teams(&mut state, Said::Game(game::Said::Start(1, 5)));
    let effects = teams(&mut state, Said::Game(game::Said::Live));
    let (_, scenario, jobs) = started(&effects).unwrap();
    assert_eq!(
        (scenario.years, scenario.arms.len(), jobs.len()),
        (2, 3, 16)
    );
    assert!(jobs.iter().all(|job| !job.frames && job.arms == [0, 1, 2]));
    assert_eq!(state.teams.run.as_ref().unwrap().standing, Standing::Going);
    bring(&mut state, &effects);
    assert!(state.teams.is_current() && state.teams.shown().unwrap().standing == Standing::Done);
    teams(&mut state, Said::Game(game::Said::Start(1, 0)));
    assert_eq!(
        game(&state).teams[1].course.start(),
        5,
        "what is lived is decided"
    );
    teams(
        &mut state,
        Said::Game(game::Said::Change {
            team: 0,
            place: 0,
            change: Change::new(0, 2),
        }),
    );
    assert!(
        state.teams.is_current(),
        "a decision of the next round does not touch what is lived"
    );
    let effects = teams(&mut state, Said::Game(game::Said::Live));
    assert_eq!(
        started(&effects).unwrap().1.years,
        3,
        "the last round is shorter"
    );
    assert_eq!(game(&state).round(), None);
    assert_eq!(teams(&mut state, Said::Game(game::Said::Live)), []);
    teams(&mut state, Said::Game(game::Said::Back));
    assert_eq!(
        (game(&state).lived, state.teams.shown().is_some()),
        (1, false)
    );
}

#[test]
fn of_the_same_rounds_only_what_changed_is_run_again() {
    let mut state = begun();
    let effects = teams(&mut state, Said::Game(game::Said::Live));
    bring(&mut state, &effects);
    teams(&mut state, Said::Game(game::Said::Add));
    assert!(!state.teams.is_current());
    let effects = teams(&mut state, Said::Again);
    assert!(
        started(&effects)
            .unwrap()
            .2
            .iter()
            .all(|job| job.arms == [3]),
        "the new team only"
    );
    teams(&mut state, Said::Game(game::Said::Replicates(99_999)));
    assert_eq!(game(&state).replicates, REPLICATES_RANGE.1);
}

#[test]
fn the_workers_are_lent_and_given_back_with_what_was_still_to_come() {
    let mut state = begun();
    let before = state.question.run.epoch;
    let (own, ..) = started(&teams(&mut state, Said::Game(game::Said::Live))).unwrap();
    assert!(
        own > before && state.question.run.epoch > own,
        "numbers of runs are never used twice"
    );
    let effects = teams(&mut state, Said::Stop);
    let (epoch, scenario, jobs) = started(&effects).unwrap();
    assert_eq!(
        (epoch, &*scenario),
        (state.question.run.epoch, &*state.question.run.scenario)
    );
    assert_eq!(
        jobs.iter().map(|job| job.replicate).max(),
        Some(3),
        "the page's own four runs"
    );
    assert_eq!(
        state.teams.run.as_ref().unwrap().standing,
        Standing::Stopped
    );
    let effects = teams(&mut state, Said::Again);
    let effects = bring(&mut state, &effects);
    let effects = bring(&mut state, &effects);
    assert!(
        started(&effects).is_none() && state.question.run.is_complete(),
        "the page's run is whole too"
    );
    assert_eq!(
        say(
            &mut state,
            Message::Arrived {
                epoch: own,
                outcomes: Vec::new()
            }
        ),
        [],
        "late words are nobody's"
    );
}

#[test]
fn when_the_page_needs_the_workers_the_game_waits() {
    for message in [
        Message::Inquiry(inquiries::Said::Ask(Inquiry::Dimensions)),
        Message::Question(question::Said::Edit(Edit::Money(20.0))),
        Message::Question(question::Said::Cancel),
    ] {
        let mut state = begun();
        let own = started(&teams(&mut state, Said::Game(game::Said::Live)))
            .unwrap()
            .0;
        let effects = say(&mut state, message.clone());
        let starts = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Start { .. }))
            .count();
        assert_eq!(starts, 1, "{message:?}");
        assert_ne!(started(&effects).unwrap().0, own);
        assert_eq!(
            state.teams.run.as_ref().unwrap().standing,
            Standing::Stopped
        );
        assert_eq!(
            say(
                &mut state,
                Message::Arrived {
                    epoch: own,
                    outcomes: Vec::new()
                }
            ),
            []
        );
    }
    let mut state = begun();
    let own = started(&teams(&mut state, Said::Game(game::Said::Live)))
        .unwrap()
        .0;
    let effects = say(
        &mut state,
        Message::Failed {
            epoch: own,
            message: "no memory".into(),
        },
    );
    assert!(started(&effects).is_some() && state.question.failure.is_none());
    assert_eq!(
        state.teams.run.as_ref().unwrap().standing,
        Standing::Failed("no memory".into())
    );
}

#[test]
fn a_game_survives_the_page() {
    let mut state = begun();
    teams(&mut state, Said::Game(game::Said::Name(0, "Reds".into())));
    let effects = teams(&mut state, Said::Game(game::Said::Live));
    let (key, bytes) = put(&effects).unwrap();
    assert_eq!(key, RECORDS[0]);
    let mut again = State::new("sample", samples::scenario());
    say(
        &mut again,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    let mut records = vec![(key, bytes)];
    records.push((1_700_000_000_000, vec![9]));
    say(&mut again, Message::Kept(Kept::Loaded(Ok(records))));
    // The sample has no catalogue of approaches; a file means the bundled one.
    let (mut kept, mut was) = (game(&again).clone(), game(&state).clone());
    Rc::make_mut(&mut kept.base).approaches.clear();
    Rc::make_mut(&mut was.base).approaches.clear();
    assert_eq!(kept, was);
    assert_eq!(
        again.kept.shelf.items.len(),
        1,
        "a game is no saved scenario"
    );
    assert!(again.teams.shown().is_none());
    let effects = say(
        &mut again,
        Message::Workshop(crate::session::workshop::Said::Open(
            crate::session::workshop::address::Part::Teams,
        )),
    );
    let effects = if started(&effects).is_some_and(|(_, scenario, _)| scenario.arms.len() == 3) {
        effects
    } else {
        teams(&mut again, Said::Read)
    };
    assert_eq!(
        started(&effects).unwrap().1.arms.len(),
        3,
        "who looks at it again sees what it came to"
    );
    bring(&mut again, &effects);
    assert!(again.teams.is_current());
    teams(&mut again, Said::Game(game::Said::Back));
    assert!(
        started(&teams(&mut again, Said::Read)).is_none(),
        "what was stopped or changed by hand waits for the hand"
    );
    say(
        &mut again,
        Message::Kept(Kept::Loaded(Ok(vec![(RECORDS[1], vec![1, 2, 3])]))),
    );
    assert!(
        again
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words.contains("damaged"))
    );
}

#[test]
fn a_guest_plays_the_rooms_game_and_its_course_is_taken_in() {
    let mut room = begun();
    let card = Turned::new(2, 1, 2);
    teams(&mut room, Said::Game(game::Said::Card(card)));
    let mut phone = opened();
    say(
        &mut phone,
        Message::HashChanged(invitation(game(&room), &samples::choices())),
    );
    assert_eq!(
        (
            game(&phone).guest,
            game(&phone).number,
            game(&phone).card,
            game(&phone).teams.len()
        ),
        (true, 234_567, card, 1)
    );
    teams(&mut phone, Said::Game(game::Said::Name(0, "Greens".into())));
    teams(&mut phone, Said::Game(game::Said::Start(0, 3)));
    teams(
        &mut phone,
        Said::Game(game::Said::Change {
            team: 0,
            place: 1,
            change: Change::new(4, 2),
        }),
    );
    teams(&mut phone, Said::Game(game::Said::Add));
    teams(&mut phone, Said::Game(game::Said::Card(None)));
    assert_eq!(
        (game(&phone).teams.len(), game(&phone).card),
        (1, card),
        "a guest plays the room's game"
    );
    let handed_in = handing_in(game(&phone), &samples::choices());
    assert!(
        handed_in.starts_with("#/workshop/teams?") && handed_in.len() < 300,
        "{handed_in}"
    );
    let effects = teams(&mut phone, Said::Save);
    let Some(Effect::Kept(Keeping::Download(name, file))) = effects.first() else {
        panic!("no file")
    };
    assert_eq!(name, "kith-team-greens.txt");
    assert_eq!(
        crate::session::collect::read(file).came,
        [Came::Team(file.trim().to_owned())]
    );
    assert!(matches!(
        crate::session::collect::one(&handed_in),
        Ok(Came::Team(_))
    ));
    teams(&mut room, Said::Came(file.clone()));
    let team = &game(&room).teams[0];
    assert_eq!(
        (team.name.as_str(), team.came, &team.course),
        ("Greens", true, &game(&phone).teams[0].course)
    );
    assert_eq!(game(&room).teams.len(), 2, "it took a free place");
    teams(&mut room, Said::Came(file.clone()));
    assert_eq!(
        game(&room).teams.len(),
        2,
        "the same team again is the same team"
    );
}

#[test]
fn what_cannot_be_taken_in_is_said_and_changes_nothing() {
    let mut state = begun();
    let before = state.teams.games.clone();
    teams(&mut state, Said::Came("kith-team.AAAA".into()));
    assert!(state.teams.refused.as_ref().unwrap().contains("damaged"));
    assert_eq!(state.teams.games, before);
    teams(&mut state, Said::Read);
    assert_eq!(state.teams.refused, None);
    while game(&state).teams.len() < TEAMS.1 {
        teams(&mut state, Said::Game(game::Said::Add));
    }
    teams(&mut state, Said::Game(game::Said::Live));
    let one = nine(game(&state));
    teams(&mut state, Said::Came(one.clone()));
    assert!(
        state
            .teams
            .refused
            .as_ref()
            .unwrap()
            .contains("8 teams already")
    );
    let mut empty = opened();
    teams(&mut empty, Said::Came(one));
    assert!(
        empty
            .teams
            .refused
            .as_ref()
            .unwrap()
            .contains("Begin the room's game")
    );
}

/// A ninth team's course.
fn nine(game: &Game) -> String {
    code::course(game, "Nine", &course::Course::new(game.rounds()))
}

#[test]
fn a_course_in_the_address_waits_for_the_game() {
    let mut state = begun();
    let (key, bytes) = put(&teams(&mut state, Said::Game(game::Said::Add))).unwrap();
    let letters = nine(game(&state));
    let mut again = State::new("sample", samples::scenario());
    say(
        &mut again,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    teams(&mut again, Said::Came(letters.clone()));
    assert_eq!(
        (again.teams.refused.as_ref(), again.teams.games[0].is_none()),
        (None, true)
    );
    say(
        &mut again,
        Message::Kept(Kept::Loaded(Ok(vec![(key, bytes)]))),
    );
    // The sample's question lost its empty catalogue on the way, so this course is about another one; it is said.
    assert!(
        again
            .teams
            .refused
            .as_ref()
            .unwrap()
            .contains("another question")
    );
    teams(&mut state, Said::Came(letters));
    assert!(game(&state).teams.iter().any(|team| team.name == "Nine"));
}

#[test]
fn an_invitation_to_another_question_is_refused_and_ones_own_game_stays() {
    let mut room = begun();
    let letters = code::invitation(game(&room));
    comes(&mut room, &letters);
    assert!(
        !game(&room).guest,
        "the trainer's own device keeps the room's game"
    );
    let mut phone = opened();
    say(
        &mut phone,
        Message::Question(question::Said::Edit(Edit::Money(99.0))),
    );
    comes(&mut phone, &letters);
    assert!(phone.teams.game().is_none());
    assert!(
        phone
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words.contains("whole question"))
    );
    comes(&mut phone, "nonsense");
    assert!(
        phone
            .page
            .notices
            .list
            .iter()
            .any(|notice| notice.words.contains("damaged"))
    );
}

#[test]
fn a_game_that_is_put_away_comes_back() {
    let mut state = begun();
    let before = game(&state).clone();
    let effects = teams(&mut state, Said::PutAway);
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Kept(Keeping::Remove(key, _)) if *key == RECORDS[0])
        ) && state.teams.game().is_none()
    );
    teams(&mut state, Said::BringBack);
    assert_eq!(game(&state), &before);
    teams(&mut state, Said::Begin(9));
    assert_eq!(
        state.teams.away.as_ref(),
        Some(&before),
        "a new game puts the old one away"
    );
}

#[test]
fn the_card_stays_once_it_is_turned() {
    let mut state = begun();
    let card = Turned::new(3, 1, 2);
    teams(&mut state, Said::Game(game::Said::Card(card)));
    assert_eq!((game(&state).card, game(&state).turned()), (card, None));
    teams(&mut state, Said::Game(game::Said::Live));
    assert_eq!(game(&state).turned(), card);
    teams(&mut state, Said::Game(game::Said::Card(None)));
    teams(&mut state, Said::Game(game::Said::Draw));
    assert_eq!(game(&state).card, card);
}

#[test]
fn what_was_done_while_the_device_was_still_asked_is_not_undone_by_its_answer() {
    let mut state = State::new("sample", samples::scenario());
    say(
        &mut state,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    let (key, kept_at_first) = put(&teams(&mut state, Said::Begin(1_234_567))).unwrap();
    teams(&mut state, Said::Game(game::Said::Replicates(2)));
    say(
        &mut state,
        Message::Kept(Kept::Loaded(Ok(vec![(key, kept_at_first.clone())]))),
    );
    assert_eq!(game(&state).replicates, 2);
    assert!(
        state.teams.away.is_none(),
        "an older copy of the same game is no other game"
    );
    // Another game that the device kept is put beside it.
    let mut other = State::new("sample", samples::scenario());
    say(
        &mut other,
        Message::Opened {
            hash: String::new(),
            calm: true,
        },
    );
    teams(&mut other, Said::Begin(7_654_321));
    say(
        &mut other,
        Message::Kept(Kept::Loaded(Ok(vec![(key, kept_at_first)]))),
    );
    assert_eq!(
        (
            game(&other).number,
            other.teams.away.as_ref().map(|game| game.number)
        ),
        (654_321, Some(234_567))
    );
}
