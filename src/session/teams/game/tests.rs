//! Games: teams, rounds, the scenario that they make.

use super::super::course::{Change, LEVERS};
use super::*;
use crate::ensemble::{Job, Outcome, Prepared, run};
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::bundled;
use crate::session::figures::{Seal, seal};

fn base() -> Scenario {
    let mut base = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
    "invented-town".clone_into(&mut base.place);
    (
        base.people,
        base.years,
        base.spin_up_months,
        base.replicates,
    ) = (600, 6, 12, 1);
    (base.money.first_year, base.money.last_year) = (1, 6);
    base
}

fn game() -> Game {
    let mut game = Game::new(Rc::new(base()), "trafford", 482_113);
    game.card = Turned::new(0, 1, game.rounds());
    game
}

fn lived(scenario: &Scenario) -> Outcome {
    let prepared = Prepared {
        scenario: scenario.clone(),
        place: crate::place::example::small(),
    };
    run(
        &prepared,
        &Job {
            replicate: 0,
            arms: (0..scenario.arms.len() as u32).collect(),
            frames: false,
        },
    )
}

#[test]
fn years_that_are_lived_stay_as_they_were_whatever_is_decided_later() {
    let mut game = game();
    game.teams[1].course.begin(5);
    let early = lived(&game.scenario(2));
    for round in 2..3 {
        for (place, lever) in [0, 7].into_iter().enumerate() {
            game.teams[0]
                .course
                .change(round, place, Change::new(lever, 2));
            game.teams[1]
                .course
                .change(round, place, Change::new(LEVERS.len() - 1 - place, 0));
        }
    }
    let whole = lived(&game.scenario(3));
    for (short, long) in early.arms.iter().zip(&whole.arms) {
        for (indicator, info) in CATALOGUE.iter().enumerate() {
            let (short, long) = (short.table.row(indicator), long.table.row(indicator));
            assert_eq!(
                short,
                &long[..short.len()],
                "{} of years that are over",
                info.id
            );
        }
        assert_eq!(
            short.ledger,
            long.ledger[..short.ledger.len()],
            "the money of years that are over"
        );
    }
    assert_ne!(
        early.arms[1].table, early.arms[2].table,
        "the teams began differently"
    );
}

#[test]
fn every_team_spends_the_same_to_the_penny_whatever_it_chooses() {
    let mut game = game();
    (2..TEAMS.1).for_each(|_| game.add());
    for (k, team) in game.teams.iter_mut().enumerate() {
        team.course.begin(k % 7);
        for round in 0..3 {
            team.course.change(
                round,
                0,
                Change::new((k + round) % LEVERS.len(), (k + round) % 3),
            );
        }
    }
    let scenario = game.scenario(3);
    assert_eq!(scenario.arms.len(), 9, "eight teams and business as usual");
    assert_eq!(
        validate::parse(&validate::write(&scenario)),
        Ok(scenario.clone()),
        "a scenario as files hold it"
    );
    let planned: Vec<_> = scenario
        .arms
        .iter()
        .map(|arm| scenario.investment_of(arm, 600))
        .collect();
    assert!(planned.iter().all(|years| *years == planned[0]) && planned[0][0].0 > 0);
    let mut ensemble = crate::ensemble::Ensemble::default();
    ensemble.add(lived(&scenario));
    let investment = crate::engine::ledger::Account::Investment as usize;
    assert!(
        matches!(seal(&ensemble, investment), Seal::Same { total } if total > 0),
        "{:?}",
        seal(&ensemble, investment)
    );
}

#[test]
fn the_card_hits_every_arm_alike_once_its_round_is_there() {
    let game = game();
    assert!(
        game.scenario(1).events.is_empty(),
        "the years before the card know nothing of it"
    );
    let after = game.scenario(2);
    assert_eq!(
        after
            .events
            .iter()
            .map(|event| event.month)
            .collect::<Vec<_>>(),
        [24]
    );
    let mut crowded = game.clone();
    Rc::make_mut(&mut crowded.base)
        .events
        .push(crowded.card.unwrap().event());
    assert_eq!(
        crowded
            .scenario(3)
            .events
            .iter()
            .map(|event| event.month)
            .collect::<Vec<_>>(),
        [24, 25],
        "none is lost"
    );
    let text = validate::write(&after);
    assert_eq!(
        validate::parse(&text),
        Ok(after),
        "a scenario as files hold it"
    );
}

#[test]
fn rounds_follow_the_years_of_the_question() {
    let with = |years| {
        let mut base = base();
        base.years = years;
        Game::new(Rc::new(base), "trafford", 1)
    };
    assert_eq!(
        [1, 2, 3, 10, 20].map(|years| with(years).rounds()),
        [1, 1, 2, 5, 10]
    );
    let odd = with(3);
    assert_eq!((odd.years(1), odd.years(2)), (2, 3));
    assert_eq!(odd.scenario(99).years, 3);
}

#[test]
fn names_are_told_apart() {
    let mut game = game();
    assert_eq!(
        game.teams
            .iter()
            .map(|team| team.name.as_str())
            .collect::<Vec<_>>(),
        ["Team 1", "Team 2"]
    );
    assert_eq!(game.checked_name(Some(0), " Reds "), Ok("Reds".into()));
    assert!(
        game.checked_name(Some(0), "Team 2")
            .unwrap_err()
            .contains("already")
    );
    assert!(game.checked_name(None, "").unwrap_err().contains("1 to 30"));
    assert!(
        game.checked_name(None, &"x".repeat(31))
            .unwrap_err()
            .contains("31")
    );
    (0..20).for_each(|_| game.add());
    assert_eq!(game.teams.len(), TEAMS.1);
}
