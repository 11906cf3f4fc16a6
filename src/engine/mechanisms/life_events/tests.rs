//! What life events claim: their rates, to whom they happen, and what they leave behind.

use super::*;
use crate::engine::mechanisms::gradient;
use crate::engine::mechanisms::wellbeing::USUAL;
use crate::engine::state::example;
use crate::scenario::approaches::Eligible;

/// Nothing happens.
fn still() -> Parameters {
    let mut parameters = Parameters::default();
    let p = &mut parameters.life_events;
    (
        p.limiting_onset,
        p.recovery,
        p.job_loss,
        p.job_finding,
        p.sickness_exit,
        p.parting,
    ) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    (
        p.home_exit,
        p.early_retirement,
        p.studying_on,
        p.low_wellbeing,
    ) = (0.0, 0.0, 1.0, 0.0);
    parameters
}

#[test]
fn without_hazards_nothing_happens() {
    let before = example::lived();
    let mut world = before.clone();
    step(&mut world, &still(), 36);
    assert_eq!(example::differing(&before, &world), Vec::<String>::new());
}

#[test]
fn nobody_is_passed_over_whom_something_happens_to() {
    let mut parameters = Parameters::default();
    let p = &mut parameters.life_events;
    (
        p.limiting_onset,
        p.job_loss,
        p.low_wellbeing,
        p.parting,
        p.home_exit,
    ) = (0.2, 0.3, 0.2, 0.4, 0.3);
    let mut world = example::lived();
    example::reach_all(&mut world, Lever::JobSupport, Eligible::OutOfWork, 0.8);
    for month in 36..60 {
        let mut plain = world.clone();
        let here = neighbourhoods(&plain, &parameters);
        let onset = OnsetByAge::new(&parameters.life_events);
        for i in plain.due(month) {
            if plain.persons.alive[i] {
                lives_on(&mut plain, &parameters, month, i, &here, &onset);
            }
        }
        step(&mut world, &parameters, month);
        assert_eq!(
            example::differing(&plain, &world),
            Vec::<String>::new(),
            "{month}"
        );
        for i in 0..world.persons.len() {
            world.persons.age_months[i] += 1;
            world.persons.wellbeing[i] = ((i as u32 + month) % 10) as f32;
        }
    }
}

#[test]
fn conditions_begin_at_their_rate_by_age_and_national_conditions() {
    let share = |age: u16, structural: f32| {
        let mut parameters = still();
        (
            parameters.life_events.limiting_onset,
            parameters.life_events.structural,
        ) = (1.2, structural);
        let mut world = example::new();
        example::alike(&mut world, age);
        example::quarter(&mut world, &parameters, 0, step);
        let ill = world
            .persons
            .disability
            .iter()
            .filter(|d| **d > Disability::None)
            .count();
        ill as f64 / f64::from(world.population())
    };
    for (age, structural, ratio) in [(25, 0.5, 1.0), (45, 0.5, 1.974), (25, 1.0, 0.606_5)] {
        let expected = 1.0 - crate::numeric::exp(-1.2 * ratio / 4.0);
        let found = share(age, structural);
        assert!(
            (found - expected).abs() < 0.07,
            "{age} {structural}: {found}, expected {expected}"
        );
    }
}

#[test]
fn a_condition_never_eases_by_beginning_and_support_need_goes_with_it() {
    let mut parameters = still();
    parameters.life_events.limiting_onset = 1e6;
    let before = example::new();
    let mut world = before.clone();
    example::quarter(&mut world, &parameters, 0, step);
    for i in world.living() {
        let (was, is) = (before.persons.disability[i], world.persons.disability[i]);
        assert!(is > was || (is, was) == (Disability::Lot, Disability::Lot));
        assert_eq!(
            world.persons.dip[i] > 0.0,
            is == Disability::Lot && was < Disability::Lot
        );
        match is {
            Disability::None | Disability::Condition => assert_eq!(world.persons.need[i], 0.0),
            Disability::Lot => assert!(world.persons.need[i] > 0.0),
            Disability::Little => {}
        }
    }
}

#[test]
fn recovery_eases_by_one_step() {
    let mut parameters = still();
    parameters.life_events.recovery = 1e6;
    let before = example::new();
    let mut world = before.clone();
    example::quarter(&mut world, &parameters, 0, step);
    for i in world.living() {
        let expected = match before.persons.disability[i] {
            Disability::Lot => Disability::Little,
            Disability::Little => Disability::Condition,
            _ => Disability::None,
        };
        assert_eq!(world.persons.disability[i], expected);
    }
}

#[test]
fn work_is_found_at_its_rate_and_support_multiplies_it() {
    let share = |support: f32, deprivation: f32| {
        let mut parameters = still();
        parameters.life_events.job_finding = 2.0;
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.communities.deprivation.fill(deprivation);
        example::reach_all(&mut world, Lever::JobSupport, Eligible::OutOfWork, support);
        example::quarter(&mut world, &parameters, 0, step);
        let working = world
            .persons
            .activity
            .iter()
            .filter(|a| **a == Activity::Employed)
            .count();
        working as f64 / f64::from(world.population())
    };
    for (support, deprivation, rate) in
        [(0.0, 0.0, 2.0), (1.0, 0.0, 4.0), (0.0, 1.0, 2.0 / 1.341_6)]
    {
        let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
        assert!(
            (share(support, deprivation) - expected).abs() < 0.07,
            "{support} {deprivation}"
        );
    }
}

#[test]
fn who_loses_work_goes_where_their_circumstances_take_them() {
    let mut parameters = still();
    (
        parameters.life_events.job_loss,
        parameters.life_events.sickness_exit,
    ) = (1e6, 1e6);
    let mut world = example::new();
    example::alike(&mut world, 40);
    world.persons.activity.fill(Activity::Employed);
    world.persons.disability[0] = Disability::Lot;
    world.persons.care_hours[1] = 30.0;
    world.persons.age_months[3] = 70 * 12;
    example::quarter(&mut world, &parameters, 0, step);
    let expected = [
        Activity::Sick,
        Activity::Other,
        Activity::Unemployed,
        Activity::Employed,
    ];
    assert_eq!(world.persons.activity[..4], expected);
}

#[test]
fn parting_leaves_one_at_home_and_nobody_widowed() {
    let mut parameters = still();
    parameters.life_events.parting = 1e6;
    let before = example::lived();
    let mut world = before.clone();
    example::quarter(&mut world, &parameters, 36, step);
    let mut couples = 0;
    for i in before.living() {
        let partner = before.persons.partner[i];
        if !partner.is_some() || before.persons.key[i] > before.persons.key[partner.index()] {
            continue;
        }
        if (18..66).contains(&before.persons.age(i)) {
            couples += 1;
            assert!(world.persons.alive[i] && !world.persons.alive[partner.index()]);
            assert!((world.persons.dip[i] - before.persons.dip[i] - 0.76).abs() < 1e-5);
            assert!((world.persons.scar[i] - before.persons.scar[i] - 0.04).abs() < 1e-5);
            assert!(!world.persons.partner[i].is_some() && !world.persons.died[partner.index()]);
        } else {
            assert_eq!(world.persons.partner[i], partner);
        }
    }
    assert!(couples > 20);
    assert_eq!(before.population() - world.population(), couples);
    assert_eq!(before.persons.widowed, world.persons.widowed);
    example::check_ties(&world);
}

#[test]
fn those_who_end_their_studies_have_work_or_look_for_it_and_some_study_on() {
    let share = |months: u16, study: f32| {
        let mut parameters = still();
        (
            parameters.life_events.studying_on,
            parameters.life_events.entry_without_work,
        ) = (study, 0.3);
        let mut world = example::new();
        example::alike(&mut world, 20);
        world.persons.age_months.fill(months);
        world.persons.activity.fill(Activity::Student);
        example::quarter(&mut world, &parameters, 0, step);
        let people = f64::from(world.population());
        [
            Activity::Student,
            Activity::Unemployed,
            Activity::Other,
            Activity::Employed,
        ]
        .map(|activity| {
            world
                .persons
                .activity
                .iter()
                .filter(|a| **a == activity)
                .count() as f64
                / people
        })
    };
    for (months, study, expected) in [
        (228, 0.5, [0.5, 0.1, 0.05, 0.35]),
        (264, 0.5, [0.0, 0.2, 0.1, 0.7]),
        (240, 0.5, [1.0, 0.0, 0.0, 0.0]),
    ] {
        let found = share(months, study);
        assert!(
            found
                .iter()
                .zip(expected)
                .all(|(f, e)| (f - e).abs() < 0.07),
            "{months}: {found:?}, expected {expected:?}"
        );
    }
}

#[test]
fn people_retire_before_the_pension_age_at_their_rate() {
    let retired = |age: u16, activity: Activity| {
        let mut parameters = still();
        parameters.life_events.early_retirement = 2.0;
        let mut world = example::new();
        example::alike(&mut world, age);
        world.persons.activity.fill(activity);
        example::quarter(&mut world, &parameters, 0, step);
        world
            .persons
            .activity
            .iter()
            .filter(|a| **a == Activity::Retired)
            .count() as f64
            / f64::from(world.population())
    };
    for (age, activity, rate) in [
        (62, Activity::Employed, 2.0),
        (62, Activity::Sick, 2.0),
        (57, Activity::Employed, 2.0 / 3.0),
        (50, Activity::Employed, 0.0),
    ] {
        let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
        assert!(
            (retired(age, activity) - expected).abs() < 0.07,
            "{age} {activity:?}"
        );
    }
}

#[test]
fn low_wellbeing_makes_losing_work_likelier_and_at_nought_it_does_not_matter() {
    assert_eq!(own_state(0.0, 2.0), 1.0);
    assert_eq!(own_state(0.1, USUAL), 1.0);
    assert!((own_state(0.1, 4.4) - 1.3).abs() < 1e-5 && (own_state(0.1, 0.0) - 1.4).abs() < 1e-5);
    assert!((own_state(0.1, 10.0) - 0.8).abs() < 1e-5);
}

#[test]
fn losing_work_shakes_those_who_look_for_other_work() {
    let parameters = Parameters::default();
    let mut world = example::new();
    example::alike(&mut world, 40);
    world.persons.activity.fill(Activity::Employed);
    lose_work(&mut world, &parameters, 0);
    assert_eq!(world.persons.activity[0], Activity::Unemployed);
    assert!(
        (world.persons.dip[0] - 0.075).abs() < 1e-6 && (world.persons.scar[0] - 0.075).abs() < 1e-6
    );
}

#[test]
fn conditions_ease_less_often_where_deprivation_is_most() {
    let eased = |deprivation: f32| {
        let mut parameters = still();
        parameters.life_events.recovery = 1.0;
        let mut world = example::new();
        world.communities.deprivation.fill(deprivation);
        world.persons.disability.fill(Disability::Lot);
        example::quarter(&mut world, &parameters, 0, step);
        world
            .persons
            .disability
            .iter()
            .filter(|d| **d < Disability::Lot)
            .count() as f64
            / f64::from(world.population())
    };
    for deprivation in [-1.0, 1.0] {
        let rate = 1.0 / f64::from(gradient(1.8, deprivation));
        let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
        assert!(
            (eased(deprivation) - expected).abs() < 0.06,
            "{deprivation}: {}, expected {expected}",
            eased(deprivation)
        );
    }
}
