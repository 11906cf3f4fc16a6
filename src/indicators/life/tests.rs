//! What holds of one life as it is watched.

use super::*;
use crate::engine;
use crate::engine::state::example;

fn watched(world: &World, i: usize) -> LifeObserver {
    LifeObserver::new(world, &Parameters::default(), i as u32, Vec::new()).unwrap()
}

#[test]
fn months_count_what_happened_in_them_over_the_turn_of_the_year() {
    let mut world = example::lived();
    let i = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
    world.begin_year();
    world.month = 47;
    (
        world.persons.admissions[i],
        world.persons.contacts[i][3],
        world.persons.fitting_contacts[i],
    ) = (2, 4, 3);
    let mut observer = watched(&world, i);
    (
        world.persons.admissions[i],
        world.persons.contacts[i][3],
        world.persons.fitting_contacts[i],
    ) = (3, 6, 4);
    world.month = 48;
    observer.month(&world, &Parameters::default());
    // A new year begins, and with it the counts.
    world.begin_year();
    (world.persons.attendances[i], world.persons.contacts[i][3]) = (1, 1);
    world.month = 49;
    observer.month(&world, &Parameters::default());
    let (followed, moments) = observer.life();
    assert_eq!(followed.key, world.persons.key[i].0);
    assert_eq!(
        moments.iter().map(|m| m.admissions).collect::<Vec<_>>(),
        [0, 1, 0]
    );
    assert_eq!(
        moments.iter().map(|m| m.contacts[3]).collect::<Vec<_>>(),
        [0, 2, 1]
    );
    assert_eq!(
        moments
            .iter()
            .map(|m| (m.fitted, m.attendances))
            .collect::<Vec<_>>(),
        [(0, 0), (1, 0), (0, 1)]
    );
}

#[test]
fn a_death_at_home_is_seen_and_who_dies_or_leaves_stays_gone_whoever_takes_the_position() {
    let mut world = example::lived();
    let i = example::somebody(&world, |p, i| p.is_adult(i) && p.partner[i].is_some());
    let partner = world.persons.partner[i].index();
    let (mut of_one, mut of_other) = (watched(&world, i), watched(&world, partner));
    let leaver = example::somebody(&world, |p, k| k != i && k != partner && p.alive[k]);
    let mut of_leaver = watched(&world, leaver);
    engine::mechanisms::demography::die(&mut world, &Parameters::default(), partner);
    world.persons.leave(leaver);
    for observer in [&mut of_one, &mut of_other, &mut of_leaver] {
        observer.month(&world, &Parameters::default());
    }
    world.persons.alive[partner] = true;
    world.persons.key[partner] = Key(4_711);
    of_other.month(&world, &Parameters::default());
    let lives = [of_one, of_other, of_leaver].map(|observer| observer.life().1);
    assert_eq!(
        (
            lives[0][0].partner,
            lives[0][1].partner,
            lives[0][1].widowed,
            lives[0][1].deaths_at_home
        ),
        (true, false, true, 1)
    );
    assert_eq!(
        lives[1].iter().map(|m| m.presence).collect::<Vec<_>>(),
        [Presence::Here, Presence::Died, Presence::Died]
    );
    assert_eq!(lives[2][1].presence, Presence::Left);
}

#[test]
fn watching_changes_nothing_and_the_parts_are_the_models_own() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let mut alone = world.clone();
    let i = example::somebody(&world, |p, i| p.is_adult(i) && p.need[i] > 0.0);
    let mut observer = watched(&world, i);
    for _ in 0..14 {
        engine::step(&mut world, &parameters, None);
        engine::step(&mut alone, &parameters, None);
        observer.month(&world, &parameters);
    }
    assert_eq!(example::differing(&world, &alone), Vec::<String>::new());
    let (_, moments) = observer.life();
    assert_eq!(moments.len(), 15);
    let last = &moments[14];
    if last.presence == Presence::Here {
        assert_eq!(
            (last.wellbeing, last.need),
            (world.persons.wellbeing[i], world.persons.need[i])
        );
        assert_eq!(
            last.parts[Part::Events as usize],
            -(world.persons.dip[i] + world.persons.scar[i])
        );
        let met = last.from_family + last.from_community + last.from_formal + last.unmet;
        assert!((met - last.need).abs() < 1e-3);
    }
}

#[test]
fn since_when_somebody_lives_here_is_told_apart() {
    let mut world = example::lived();
    let i = example::somebody(&world, |p, i| p.came[i] == FROM_THE_START);
    assert_eq!(since(&world, i, 36), Since::Generated);
    world.persons.came[i] = 20;
    assert_eq!(
        (since(&world, i, 36), since(&world, i, 20)),
        (Since::SpinUp, Since::Branch)
    );
    let before = world.persons.len();
    let influx = crate::scenario::Event::new(0, crate::scenario::EventKind::Influx, 0.1);
    engine::events::hit(&mut world, &Parameters::default(), &[influx], 0);
    assert_eq!(since(&world, before, 36), Since::Branch);
}

#[test]
fn nobody_is_followed_where_nobody_lives() {
    let mut world = example::new();
    world.persons.leave(3);
    assert!(LifeObserver::new(&world, &Parameters::default(), 3, Vec::new()).is_none());
    assert!(LifeObserver::new(&world, &Parameters::default(), 9_999_999, Vec::new()).is_none());
}
