//! What holds of a scenario made ready to run, and of the worlds lived from it.

use super::*;
use crate::ensemble::{Job, run};
use crate::indicators::catalogue as c;
use crate::indicators::life::Presence;
use crate::scenario::{Event, EventKind, bundled as scenarios, validate};
use crate::units::Pence;

/// A few hundred people of the invented town, two years after a spin-up of one.
fn small(change: impl Fn(&mut Scenario)) -> Prepared {
    let mut scenario = validate::parse(scenarios::scenario("trafford").unwrap()).unwrap();
    "invented-town".clone_into(&mut scenario.place);
    (
        scenario.people,
        scenario.years,
        scenario.spin_up_months,
        scenario.replicates,
    ) = (600, 2, 12, 1);
    (scenario.money.first_year, scenario.money.last_year) = (1, 2);
    change(&mut scenario);
    Prepared {
        scenario,
        place: crate::place::example::small(),
    }
}

fn all_arms(prepared: &Prepared) -> Vec<ArmOutcome> {
    run(
        prepared,
        &Job {
            replicate: 0,
            arms: vec![0, 1, 2],
            frames: false,
        },
    )
    .arms
}

#[test]
fn an_unknown_place_is_named() {
    let mut scenario = small(|_| ()).scenario;
    "atlantis".clone_into(&mut scenario.place);
    assert!(prepare(scenario).unwrap_err().contains("atlantis"));
}

#[test]
fn without_money_all_arms_are_the_same_and_with_it_they_are_not() {
    let none = all_arms(&small(|s| s.money.pounds_per_head_year = 0.0));
    assert_eq!(
        (&none[0].table, &none[0].ledger),
        (&none[1].table, &none[1].ledger)
    );
    assert_eq!(
        (&none[0].table, &none[0].ledger),
        (&none[2].table, &none[2].ledger)
    );
    let some = all_arms(&small(|_| ()));
    assert_ne!(some[0].table, some[1].table);
    assert_ne!(some[1].table, some[2].table);
}

#[test]
fn every_arm_spends_the_same_investment_and_its_books_balance() {
    let prepared = small(|_| ());
    let wanted = prepared
        .scenario
        .investment_by_year(prepared.place.persons.len() as u32);
    for arm in all_arms(&prepared) {
        assert_eq!(arm.ledger.len(), 2);
        for (year, wanted) in arm.ledger.iter().zip(&wanted) {
            let total = |account: Account| year.totals[account as usize];
            assert_eq!(total(Account::Investment), *wanted);
            let side = |wanted| {
                Account::ALL
                    .iter()
                    .filter(|a| a.side() == wanted)
                    .map(|a| total(*a))
                    .sum::<Pence>()
            };
            assert_eq!(
                side(crate::engine::ledger::Side::Source),
                side(crate::engine::ledger::Side::Use)
            );
        }
    }
}

#[test]
fn living_twice_from_one_start_gives_the_same_and_leaves_the_start_alone() {
    let prepared = small(|_| ());
    let start = prepared.spin_up(3);
    let first = prepared.live(&start, 2, true);
    prepared.live(&start, 1, false);
    assert_eq!(first, prepared.live(&start, 2, true));
    assert_eq!(first, prepared.live(&prepared.spin_up(3), 2, true));
    assert_ne!(
        first.table,
        prepared.live(&prepared.spin_up(4), 2, false).table
    );
}

#[test]
fn all_arms_begin_with_the_column_of_the_year_before() {
    let prepared = small(|_| ());
    let arms = all_arms(&prepared);
    for indicator in [c::WELLBEING, c::POPULATION, c::CRISES, c::PUBLIC_SPENDING] {
        let before = arms[0].table.row(indicator)[0];
        assert!(before > 0.0);
        assert!(arms.iter().all(
            |arm| arm.table.row(indicator).len() == 3 && arm.table.row(indicator)[0] == before
        ));
    }
}

#[test]
fn a_spin_up_ends_with_a_year_and_what_it_came_to_is_usual() {
    let prepared = small(|s| s.spin_up_months = 13);
    let world = prepared.spin_up(0).world;
    assert_eq!(world.month, 24);
    assert_eq!(
        world.communities.volunteers_usual,
        world.communities.volunteers
    );
    let spent = world.ledger.total(0, Account::Crisis).0 + world.ledger.total(1, Account::Crisis).0;
    assert_eq!(world.government.crisis_budget, Some(spent / 24));
    assert_eq!(world.ledger.total(0, Account::Investment), Pence::ZERO);
    let unbooked = small(|s| s.parameters.mechanisms.accounts = 0.0);
    assert_eq!(unbooked.spin_up(0).world.government.crisis_budget, None);
}

#[test]
fn a_contract_holds_what_its_arm_may_buy() {
    let prepared = small(|s| s.arms[2].approaches = vec![s.approaches[3].id.clone()]);
    assert!(prepared.contract(0, 12).approaches.is_empty());
    assert_eq!(
        prepared.contract(1, 12).approaches,
        prepared.scenario.approaches
    );
    assert_eq!(
        prepared.contract(2, 12).approaches,
        prepared.scenario.approaches[3..4]
    );
    assert_eq!(prepared.contract(2, 12).branch, 12);
}

#[test]
fn events_happen_in_their_month_to_every_arm() {
    let prepared = small(|s| s.events = vec![Event::new(5, EventKind::Cut, 0.3)]);
    let start = prepared.spin_up(0);
    for arm in 0..3 {
        let mut life = Life::new(&prepared, &start, arm, false);
        for _ in 0..5 {
            life.step(&prepared);
        }
        assert_eq!(life.world.government.cut, 0.0);
        life.step(&prepared);
        assert!((life.world.government.cut - 0.3).abs() < 1e-6);
    }
}

#[test]
fn pictures_are_taken_every_quarter_from_the_branch_on() {
    let prepared = small(|_| ());
    let outcome = prepared.live(&prepared.spin_up(0), 0, true);
    assert_eq!(
        outcome.frames.unwrap().months,
        [0, 3, 6, 9, 12, 15, 18, 21, 24]
    );
}

#[test]
fn the_panel_and_the_table_tell_the_same_year() {
    let prepared = small(|_| ());
    let table = prepared.live(&prepared.spin_up(0), 1, false).table;
    let mut rows = Vec::new();
    let taken = prepared.panel(0, &[2, 1], |arm, mut year| {
        if arm == 1 {
            rows.append(&mut year);
        }
        Ok::<(), ()>(())
    });
    assert_eq!(taken, Ok(()));
    for year in 0..3 {
        let here: Vec<_> = rows.iter().filter(|row| row.year == year).collect();
        let staying = here
            .iter()
            .filter(|row| row.presence == Some(Presence::Here))
            .count() as f64;
        assert_eq!(
            staying,
            table.row(c::POPULATION)[year as usize],
            "who died or moved away is not counted"
        );
        let population = staying;
        let admissions: u32 = here
            .iter()
            .map(|row| u32::from(row.emergency_admissions))
            .sum();
        let counted = table.row(c::EMERGENCY_ADMISSIONS)[year as usize] / 1_000.0 * population;
        assert!(
            (f64::from(admissions) / counted - 1.0).abs() < 0.1,
            "{admissions} {counted}"
        );
    }
}
