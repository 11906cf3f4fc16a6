//! What demography claims: ageing, deaths by age, bereavement, names of newcomers, a stationary population.

use super::*;
use crate::engine::state::example;
use crate::place::LARGEST_HOUSEHOLD;

/// Nobody dies, moves, is born or joins, and empty homes stay empty.
fn still() -> Parameters {
    let mut parameters = Parameters::default();
    let p = &mut parameters.demography;
    (
        p.birth_rate,
        p.death_at_60,
        p.moves_out,
        p.leaving_home,
        p.partnering,
    ) = (0.0, 0.0, 0.0, 0.0, 0.0);
    parameters.demography.relet_months = 1e9;
    parameters
}

#[test]
fn a_month_makes_everybody_a_month_older_and_nothing_else() {
    let before = example::new();
    let mut world = before.clone();
    step(&mut world, &still(), 0);
    for i in 0..before.persons.len() {
        assert_eq!(
            world.persons.age_months[i],
            before.persons.age_months[i] + 1
        );
    }
    let changed = example::differing(&before, &world);
    assert!(
        changed
            .iter()
            .all(|name| name == "persons.age_months" || name == "persons.activity"),
        "{changed:?}"
    );
}

#[test]
fn birthdays_change_what_people_do() {
    let mut world = example::new();
    for (months, before, after) in [
        (191, Activity::Child, Activity::Student),
        (227, Activity::Student, Activity::Student),
        (227, Activity::Employed, Activity::Employed),
        (791, Activity::Employed, Activity::Retired),
    ] {
        (world.persons.age_months[0], world.persons.activity[0]) = (months, before);
        grow_older(&mut world.persons);
        assert_eq!(world.persons.activity[0], after, "{months} {before:?}");
    }
    for months in [192, 792] {
        (
            world.persons.age_months[0],
            world.persons.activity[0],
            world.persons.alive[0],
        ) = (months, Activity::Employed, false);
        grow_older(&mut world.persons);
        assert_eq!(
            (world.persons.age_months[0], world.persons.activity[0]),
            (months, Activity::Employed),
            "who is gone has no birthdays"
        );
    }
}

#[test]
fn deaths_have_gompertzs_hazard_by_age_sex_and_condition() {
    let share = |years: u16, female: bool, disability: Disability| {
        let mut parameters = still();
        (
            parameters.demography.death_at_60,
            parameters.demography.expected_share,
        ) = (1.6, 0.0);
        let (mut deaths, mut people) = (0, 0);
        // Ten quarters, each of a place as it was: some 6,000 draws.
        for quarter in 0..10 {
            let mut world = example::new();
            example::alike(&mut world, years);
            world.persons.female.fill(female);
            world.persons.disability.fill(disability);
            people += world.population();
            example::quarter(&mut world, &parameters, quarter * 3, step);
            deaths += world.counts.deaths;
        }
        deaths as f64 / f64::from(people)
    };
    for (years, female, disability, yearly) in [
        (60, true, Disability::None, 1.6 * 0.84),
        (60, false, Disability::None, 1.6 * 1.18),
        (67, true, Disability::None, 1.6 * 0.84 * 1.944_6),
        (60, true, Disability::Lot, 1.6 * 0.84 * 1.7),
    ] {
        let expected = 1.0 - crate::numeric::exp(-yearly / 4.0);
        let found = share(years, female, disability);
        assert!(
            (found - expected).abs() < 0.022,
            "{years} {female} {disability:?}: {found}, expected {expected}"
        );
    }
}

#[test]
fn a_death_bereaves_those_who_were_close_and_ends_every_tie() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let i = example::somebody(&world, |p, i| {
        p.partner[i].is_some() && p.close_friends[i] > 0 && p.close_friends[i] < p.tie_count[i]
    });
    let partner = world.persons.partner[i].index();
    let family = world.persons.family[i].index();
    let others: Vec<usize> = world
        .families
        .living(family, &world.persons.alive)
        .filter(|m| *m != i && *m != partner)
        .collect();
    let friends: Vec<(usize, f32)> = world
        .persons
        .friends(i)
        .iter()
        .map(|f| f.index())
        .zip(world.persons.tie_strength[i])
        .collect();
    world.persons.dip.fill(0.0);
    world.persons.scar.fill(0.0);
    world.families.kin[family].fill(FamilyId::NONE);
    let deaths = world.counts.deaths;
    die(&mut world, &parameters, i);
    let dip = |k: usize| world.persons.dip[k] + world.persons.scar[k];
    let before = world.persons.scar[partner] / dip(partner);
    assert!((before - 0.1).abs() < 1e-5, "a tenth of the dip lasts");
    assert!(
        (dip(partner) - 1.0).abs() < 1e-6
            && world.persons.widowed[partner]
            && !world.persons.partner[partner].is_some()
    );
    assert!(others.iter().all(|k| (dip(*k) - 1.0 / 3.0).abs() < 1e-6));
    for (friend, strength) in friends {
        assert!((dip(friend) - if strength >= 0.5 { 1.0 / 3.0 } else { 0.0 }).abs() < 1e-6);
    }
    assert!(!world.persons.alive[i] && world.persons.died[i]);
    assert_eq!(world.counts.deaths, deaths + 1);
    example::check_ties(&world);
}

#[test]
fn an_expected_death_comes_when_the_months_have_run_out_and_as_wished_more_often_with_palliative_care()
 {
    let mut parameters = still();
    (
        parameters.crisis.wished_with,
        parameters.crisis.wished_without,
    ) = (1.0, 0.0);
    let mut world = example::new();
    let with = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
    let without = example::somebody(&world, |p, i| {
        p.is_adult(i) && p.family[i] != p.family[with]
    });
    world.persons.months_left[with] = 2;
    world.persons.months_left[without] = 2;
    world.persons.palliative[with] = true;
    step(&mut world, &parameters, 0);
    step(&mut world, &parameters, 1);
    assert!(world.persons.alive[with] && world.persons.alive[without]);
    step(&mut world, &parameters, 2);
    assert!(!world.persons.alive[with] && !world.persons.alive[without]);
    assert_eq!(
        (world.counts.expected_deaths, world.counts.wished_deaths),
        (2, 1)
    );
}

#[test]
fn most_deaths_are_announced() {
    let mut parameters = still();
    (
        parameters.demography.death_at_60,
        parameters.demography.expected_share,
    ) = (1e6, 0.75);
    let mut world = example::new();
    example::alike(&mut world, 60);
    let due = world.due(0);
    let people = due.len() as f64;
    step(&mut world, &parameters, 0);
    let announced: Vec<u16> = due
        .into_iter()
        .filter(|i| world.persons.alive[*i])
        .map(|i| world.persons.months_left[i])
        .collect();
    assert!((announced.len() as f64 / people - 0.75).abs() < 0.07);
    assert!(announced.iter().all(|months| (2..20).contains(months)));
}

#[test]
fn children_are_not_left_without_an_adult() {
    let mut world = example::new();
    let child = example::somebody(&world, |p, i| p.age(i) < 15);
    let family = world.persons.family[child].index();
    for i in world
        .families
        .living(family, &world.persons.alive)
        .collect::<Vec<_>>()
    {
        if world.persons.age(i) >= 15 {
            world.persons.leave(i);
        }
    }
    example::quarter(&mut world, &still(), 0, step);
    assert_eq!(world.families.size(family, &world.persons.alive), 0);
    assert_eq!(world.counts.deaths, 0);
}

#[test]
fn a_newborn_is_named_by_home_and_order_there() {
    let parameters = Parameters::default();
    let (mut one, mut two) = (example::new(), example::new());
    let baby = Resident {
        age: 0,
        is_child: true,
        family: FamilyId(5),
        ..one.place.persons[0]
    };
    let i = join(&mut one, &parameters, 3, &baby).unwrap();
    // In the other world somebody was born elsewhere before.
    join(
        &mut two,
        &parameters,
        2,
        &Resident {
            family: FamilyId(9),
            ..baby
        },
    )
    .unwrap();
    let j = join(&mut two, &parameters, 3, &baby).unwrap();
    assert_ne!(i, j);
    assert_eq!(one.persons.key[i], two.persons.key[j]);
    assert_eq!(
        (one.persons.came[i], one.persons.came[0]),
        (3, crate::engine::state::person::FROM_THE_START)
    );
    let next = join(&mut two, &parameters, 3, &baby).unwrap();
    assert_ne!(two.persons.key[next], two.persons.key[j]);
}

#[test]
fn a_full_home_takes_nobody() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let resident = Resident {
        family: FamilyId(3),
        ..world.place.persons[0]
    };
    while join(&mut world, &parameters, 0, &resident).is_some() {}
    assert_eq!(
        world.families.size(3, &world.persons.alive),
        LARGEST_HOUSEHOLD
    );
    example::check_homes(&world);
}

#[test]
fn over_twenty_years_the_population_stays_and_homes_stay_plausible() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let usual = f64::from(world.population());
    let (mut births, mut deaths) = (0, 0);
    for month in 0..240 {
        step(&mut world, &parameters, month);
        let now = f64::from(world.population());
        assert!(
            (0.88..=1.12).contains(&(now / usual)),
            "{now} of {usual} in month {month}"
        );
    }
    births += world.counts.births;
    deaths += world.counts.deaths;
    example::check_homes(&world);
    example::check_ties(&world);
    example::check_kin(&world);
    assert_eq!(
        world.communities.residents.iter().sum::<u32>(),
        world.population()
    );
    // About 6 deaths and 6 to 7 births a year among 600.
    assert!(
        (60..=240).contains(&births) && (60..=240).contains(&deaths),
        "{births} births, {deaths} deaths"
    );
    let mut keys: Vec<Key> = world.living().map(|i| world.persons.key[i]).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(
        keys.len(),
        world.population() as usize,
        "everybody has a name of their own"
    );
}

#[test]
fn kin_of_a_home_are_those_of_the_people_in_it_and_as_many_as_at_the_start() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let count = |world: &World| -> f64 {
        let lived_in =
            (0..world.families.len()).filter(|f| world.families.size(*f, &world.persons.alive) > 0);
        let kin: Vec<usize> = lived_in
            .map(|f| world.families.kin_here(f).count())
            .collect();
        kin.iter().sum::<usize>() as f64 / kin.len() as f64
    };
    let before = count(&world);
    for month in 0..120 {
        step(&mut world, &parameters, month);
    }
    example::check_kin(&world);
    assert!(
        (count(&world) / before - 1.0).abs() < 0.12,
        "{before}, then {}",
        count(&world)
    );
}

#[test]
fn a_partner_who_comes_is_as_people_there_are() {
    let world = example::new();
    let single = example::somebody(&world, |p, i| (60..65).contains(&p.age(i)));
    let (mut limited, mut working, tries) = (0, 0, 300);
    for order in 0..tries {
        let mut draws = world.luck.draws(Key(order), 0, Stream::Moves);
        let like = somebody_like(&world, single, &mut draws);
        assert!((i32::from(like.age) - i32::from(world.persons.age(single))).abs() <= 5);
        limited += u32::from(like.disability >= Disability::Little);
        working += u32::from(like.activity == Activity::Employed);
    }
    // At that age some are limited and some work; before, everybody who joined was well.
    assert!(
        (0.05..0.6).contains(&(f64::from(limited) / tries as f64)),
        "{limited}"
    );
    assert!(
        (0.2..0.9).contains(&(f64::from(working) / tries as f64)),
        "{working}"
    );
}

#[test]
fn partners_join_more_often_where_deprivation_is_least() {
    let joined = |deprivation: f32| {
        let mut parameters = still();
        parameters.demography.partnering = 1.0;
        let mut joined = 0;
        for quarter in 0..4 {
            let mut world = example::new();
            world.communities.deprivation.fill(deprivation);
            let before = world.population();
            example::quarter(&mut world, &parameters, quarter * 3, step);
            joined += world.population() - before;
        }
        f64::from(joined)
    };
    let (least, most) = (joined(-1.0), joined(1.0));
    assert!(
        most > 30.0 && least / most > 2.0 && least / most < 3.2,
        "{least} {most}"
    );
}
