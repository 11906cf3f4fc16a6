//! What holds in every world, whatever is asked: people, hours and pence are conserved, ranges are
//! kept, ties are symmetric, and money is the same in every arm. Random scenarios, because what
//! nobody thought of is what breaks.

use crate::worlds;
use kith::engine::ledger::Account;
use kith::engine::state::World;
use kith::ensemble::prepared::Life;
use kith::ensemble::{Job, run};
use kith::scenario::parameters::Parameters;
use kith::scenario::strategy::DIMENSIONS;
use kith::scenario::{Event, EventKind, EventService, Scenario};
use kith::units::Pence;
use proptest::prelude::*;

/// A random scenario: any design, any parameters within their ranges, any money, an event.
fn scenarios() -> impl Strategy<Value = Scenario> {
    let designs = prop::collection::vec(
        (
            prop::collection::vec(0.0_f32..=1.0, 6),
            prop::collection::vec(prop::bool::weighted(0.7), 5),
        ),
        3,
    );
    let changes = prop::collection::vec((any::<prop::sample::Index>(), 0.0_f32..=1.0), 0..30);
    let event = (0_u32..24, 0..EventKind::ALL.len(), 0.0_f32..=1.0);
    (
        designs,
        changes,
        event,
        0.0_f64..500.0,
        any::<u64>(),
        500_u32..900,
    )
        .prop_map(|(designs, changes, event, pounds, seed, people)| {
            let mut scenario = worlds::small(people, 2);
            scenario.seed = seed;
            scenario.money.pounds_per_head_year = pounds;
            for (arm, (values, levels)) in scenario.arms.iter_mut().zip(designs) {
                for (dimension, value) in DIMENSIONS.iter().filter(|d| d.id != "levels").zip(values)
                {
                    arm.design.set(
                        dimension.id,
                        dimension.low + value * (dimension.high - dimension.low),
                    );
                }
                arm.design.levels = std::array::from_fn(|k| f32::from(u8::from(levels[k])));
            }
            for (which, value) in changes {
                let registry = Parameters::registry();
                let info = registry[which.index(registry.len())];
                // Switches stay on: with accounts off there is nothing to conserve.
                if info.mechanism != "mechanisms" {
                    scenario
                        .parameters
                        .set(&info.id(), info.low + value * (info.high - info.low));
                }
            }
            let kind = EventKind::ALL[event.1].0;
            let service =
                (kind == EventKind::Closure).then(|| EventService::ALL[event.0 as usize % 8]);
            scenario.events.push(Event {
                service,
                ..Event::new(event.0, kind, event.2)
            });
            scenario
        })
}

/// Everything that must be true of one person.
fn check_person(world: &World, i: usize) -> Result<(), TestCaseError> {
    let persons = &world.persons;
    let met = persons.from_family[i]
        + persons.from_community[i]
        + persons.from_formal[i]
        + persons.unmet[i];
    prop_assert!(
        (persons.need[i] - met).abs() < 1e-3,
        "person {i} needs {} hours but {met} are accounted for",
        persons.need[i]
    );
    for (name, value) in [
        ("need", persons.need[i]),
        ("unmet", persons.unmet[i]),
        ("care given", persons.care_hours[i]),
        ("family", persons.from_family[i]),
    ] {
        prop_assert!(
            (0.0..=400.0).contains(&value),
            "person {i}: {name} is {value}"
        );
    }
    prop_assert!(
        (0.0..=10.0).contains(&persons.wellbeing[i]),
        "wellbeing {}",
        persons.wellbeing[i]
    );
    for (name, value) in [("control", persons.control[i]), ("trust", persons.trust[i])] {
        prop_assert!(
            (0.0..=1.0).contains(&value),
            "person {i}: {name} is {value}"
        );
    }
    prop_assert!(persons.age(i) <= 125);
    let family = persons.family[i].index();
    prop_assert_eq!(
        world
            .families
            .living(family, &persons.alive)
            .filter(|m| *m == i)
            .count(),
        1,
        "person {} in their family",
        i
    );
    let partner = persons.partner[i];
    if partner.is_some() {
        prop_assert_eq!(
            persons.partner[partner.index()].index(),
            i,
            "partners of each other"
        );
        prop_assert_eq!(persons.family[partner.index()].index(), family);
    }
    check_ties(world, i)
}

/// Everything that must be true of one world.
fn check(world: &World) -> Result<(), TestCaseError> {
    let persons = &world.persons;
    for i in world.living() {
        check_person(world, i)?;
    }
    let given: f64 = world
        .living()
        .map(|i| f64::from(persons.care_hours[i]))
        .sum();
    let taken: f64 = world
        .living()
        .map(|i| f64::from(persons.from_family[i]))
        .sum();
    prop_assert!(
        (given - taken).abs() < 1e-2 * (1.0 + given),
        "families give {given} hours and take {taken}"
    );
    check_community(world)
}

fn check_ties(world: &World, i: usize) -> Result<(), TestCaseError> {
    let persons = &world.persons;
    for (slot, friend) in persons.friends(i).iter().enumerate() {
        let j = friend.index();
        prop_assert!(persons.alive[j] && j != i, "a tie of {i} to nobody");
        let back = persons.slot_of(j, i);
        prop_assert!(
            back.is_some(),
            "{i} is a friend of {j} but not the other way round"
        );
        prop_assert_eq!(
            persons.tie_strength[i][slot].to_bits(),
            persons.tie_strength[j][back.unwrap_or(0)].to_bits()
        );
        prop_assert_eq!(
            persons.friends(i).iter().filter(|f| f.index() == j).count(),
            1,
            "tied twice"
        );
    }
    Ok(())
}

fn check_community(world: &World) -> Result<(), TestCaseError> {
    let c = &world.communities;
    for k in 0..c.len() {
        let shares = [
            c.welcome[k],
            c.efficacy[k],
            c.environment[k],
            c.voice[k],
            c.joined_up[k],
            c.volunteers[k],
            c.learning[k],
            c.fit[k][0],
            c.fit[k][7],
        ];
        prop_assert!(
            shares.iter().all(|s| (0.0..=1.0).contains(s)),
            "neighbourhood {k}: {shares:?}"
        );
        prop_assert!((0.0..10.0).contains(&c.aid[k]));
    }
    prop_assert_eq!(c.residents.iter().sum::<u32>(), world.population());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        max_shrink_iters: 20,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn people_hours_and_pence_are_conserved(scenario in scenarios()) {
        let prepared = worlds::prepared(scenario);
        let start = prepared.spin_up(0);
        check(&start.world)?;
        for arm in 0..3 {
            let mut life = Life::new(&prepared, &start, arm, false);
            while life.month() < prepared.scenario.months() {
                life.step(&prepared);
                let keys = life.world.living().map(|i| life.world.persons.key[i]);
                let keys = keys.collect::<std::collections::BTreeSet<_>>().len() as u32;
                let people = life.world.population();
                prop_assert_eq!(keys, people, "everybody has a name of their own");
            }
            check(&life.world)?;
            for year in 0..3 {
                let missing = life.world.ledger.imbalance(year);
                prop_assert_eq!(missing, Pence::ZERO, "arm {} year {}", arm, year);
            }
        }
    }

    #[test]
    fn every_arm_spends_the_same_money_to_the_penny(scenario in scenarios()) {
        let prepared = worlds::prepared(scenario);
        let outcome = run(&prepared, &Job { replicate: 0, arms: vec![0, 1, 2], frames: false });
        let wanted = prepared.scenario.investment_by_year(prepared.place.persons.len() as u32);
        for arm in &outcome.arms {
            for (ledger, wanted) in arm.ledger.iter().zip(&wanted) {
                let total = |account: Account| ledger.totals[account as usize];
                prop_assert_eq!(total(Account::Investment), *wanted, "arm {}", arm.arm);
                let paid_out = [
                    Account::Bidding,
                    Account::SetUp,
                    Account::Learning,
                    Account::WindingDown,
                    Account::MoreOfTheSame,
                ];
                let is_paid_out = |account: &Account| total(*account) >= Pence::ZERO;
                prop_assert!(paid_out.iter().all(is_paid_out), "arm {}: {:?}", arm.arm, ledger);
            }
            prop_assert!(arm.table.values.iter().all(|v| v.is_finite()));
        }
    }
}

#[test]
fn without_money_all_arms_are_the_same_to_the_bit() {
    let mut scenario = worlds::small(800, 3);
    scenario.money.pounds_per_head_year = 0.0;
    let prepared = worlds::prepared(scenario);
    let outcome = run(
        &prepared,
        &Job {
            replicate: 0,
            arms: vec![0, 1, 2],
            frames: true,
        },
    );
    for arm in &outcome.arms[1..] {
        assert_eq!(arm.table, outcome.arms[0].table);
        assert_eq!(arm.ledger, outcome.arms[0].ledger);
        assert_eq!(arm.frames, outcome.arms[0].frames);
    }
}

#[test]
fn with_money_the_arms_differ() {
    let prepared = worlds::prepared(worlds::small(800, 3));
    let outcome = run(
        &prepared,
        &Job {
            replicate: 0,
            arms: vec![0, 1, 2],
            frames: false,
        },
    );
    assert_ne!(outcome.arms[0].table, outcome.arms[1].table);
    assert_ne!(outcome.arms[1].table, outcome.arms[2].table);
    for (k, arm) in outcome.arms.iter().enumerate() {
        // Column 0 is before the branch: nothing an arm does can reach it.
        for indicator in 0..kith::indicators::catalogue::CATALOGUE.len() {
            assert_eq!(
                arm.table.row(indicator)[0].to_bits(),
                outcome.arms[0].table.row(indicator)[0].to_bits(),
                "arm {k}"
            );
        }
    }
}
