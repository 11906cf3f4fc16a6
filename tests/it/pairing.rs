//! The same luck: what happens to one person, or a birth in one family, changes nobody else's luck
//! or name. (Minimal difference: everything that could carry an effect to others is switched off,
//! and then nothing may differ.)

use crate::worlds;
use kith::engine;
use kith::engine::state::World;
use kith::ids::{FamilyId, PersonId};
use kith::random::Key;
use kith::scenario::parameters::Parameters;

fn start(parameters: &Parameters) -> World {
    let mut scenario = worlds::small(900, 2);
    scenario.parameters = parameters.clone();
    worlds::prepared(scenario).spin_up(0).world
}

fn live(world: &mut World, parameters: &Parameters, months: u32) {
    for _ in 0..months {
        engine::step(world, parameters, None);
    }
}

#[test]
fn an_event_in_one_life_changes_no_other() {
    let parameters = worlds::parameters(&[
        ("couplings.person_from_friends", 0.0),
        ("couplings.person_from_family", 0.0),
        // Giving time and making friends carry wellbeing to others: both stand still here.
        ("mechanisms.community", 0.0),
        ("mechanisms.ties", 0.0),
    ]);
    let mut as_it_was = start(&parameters);
    let mut with_event = as_it_was.clone();
    let whom = as_it_was
        .living()
        .find(|i| as_it_was.persons.is_adult(*i))
        .unwrap();
    with_event.persons.dip[whom] += 2.0;
    live(&mut as_it_was, &parameters, 1);
    live(&mut with_event, &parameters, 1);
    assert!(
        with_event.persons.wellbeing[whom] < as_it_was.persons.wellbeing[whom],
        "the event does something"
    );
    live(&mut as_it_was, &parameters, 23);
    live(&mut with_event, &parameters, 23);
    assert_eq!(as_it_was.persons.key, with_event.persons.key);
    for i in (0..as_it_was.persons.len()).filter(|i| *i != whom) {
        let cells = |world: &World| {
            let p = &world.persons;
            (
                p.alive[i],
                p.age_months[i],
                p.wellbeing[i].to_bits(),
                p.control[i].to_bits(),
                p.problem_age[i],
                p.activity[i],
                p.unmet[i].to_bits(),
                p.cost[i],
            )
        };
        assert_eq!(cells(&as_it_was), cells(&with_event), "person {i}");
    }
}

#[test]
fn a_birth_in_one_world_renames_nobody() {
    let parameters = Parameters::default();
    let mut as_it_was = start(&parameters);
    let mut with_birth = as_it_was.clone();
    let (family, mother) = with_birth
        .living()
        .map(|i| (with_birth.persons.family[i].index(), i))
        .find(|(f, i)| {
            with_birth.persons.is_adult(*i)
                && with_birth.families.size(*f, &with_birth.persons.alive) < 8
        })
        .unwrap();
    bear(&mut with_birth, &parameters, family, mother);
    live(&mut as_it_was, &parameters, 36);
    live(&mut with_birth, &parameters, 36);
    let mut same = 0;
    for f in (0..as_it_was.families.len()).filter(|f| *f != family) {
        let names = |world: &World| -> Vec<Key> {
            world
                .families
                .living(f, &world.persons.alive)
                .map(|i| world.persons.key[i])
                .collect()
        };
        if as_it_was.families.arrivals[f] == with_birth.families.arrivals[f]
            && as_it_was.families.joined[f] == with_birth.families.joined[f]
        {
            // Who is there may differ by a death or a move that the ties carried; who they are may
            // not.
            let (a, b) = (names(&as_it_was), names(&with_birth));
            let shorter = if a.len() < b.len() {
                (&a, &b)
            } else {
                (&b, &a)
            };
            assert!(
                shorter.0.iter().all(|key| shorter.1.contains(key)),
                "family {f}: {a:?} {b:?}"
            );
            same += 1;
        }
    }
    assert!(
        same > as_it_was.families.len() * 9 / 10,
        "nearly every family lives on as it did, not {same}"
    );
}

/// A birth that luck did not send.
fn bear(world: &mut World, parameters: &Parameters, family: usize, mother: usize) {
    use kith::engine::state::initial::person;
    use kith::place::{Activity, Disability, Resident, Sex};
    let baby = Resident {
        age: 0,
        sex: Sex::Female,
        family: FamilyId::from(family),
        partner: None,
        is_child: true,
        disability: Disability::None,
        health: 1,
        activity: Activity::Child,
        group: 0,
    };
    let key = world.persons.key[mother].child(77);
    let home = (FamilyId::from(family), world.families.community[family]);
    let row = person(&baby, key, home, &world.luck, parameters);
    let position = world.persons.push(row);
    assert!(
        world
            .families
            .admit(family, PersonId::from(position), &world.persons.alive)
    );
}

#[test]
fn replicates_differ_and_repeat() {
    let prepared = worlds::prepared(worlds::small(600, 1));
    let first = prepared.spin_up(0).world;
    assert_eq!(first.persons, prepared.spin_up(0).world.persons);
    assert_ne!(
        first.persons.wellbeing,
        prepared.spin_up(1).world.persons.wellbeing
    );
}
