//! What support claims: hours are conserved, capacity is kept, and each helper gives as much as they can.

use super::*;
use crate::engine::state::example;
use crate::scenario::approaches::Eligible;
use proptest::prelude::*;

fn check(world: &World) {
    let persons = &world.persons;
    let mut given = 0.0;
    let mut received = 0.0;
    for i in world.living() {
        let parts = [
            persons.from_family[i],
            persons.from_community[i],
            persons.from_formal[i],
            persons.unmet[i],
        ];
        assert!(parts.iter().all(|hours| *hours >= 0.0), "{parts:?}");
        assert!(
            (parts.iter().sum::<f32>() - persons.need[i]).abs() < 1e-3,
            "{parts:?} of {}",
            persons.need[i]
        );
        given += f64::from(persons.care_hours[i]);
        received += f64::from(persons.from_family[i]);
    }
    assert!(
        (given - received).abs() < 0.01,
        "families give {given} and receive {received}"
    );
}

fn total(world: &World, hours: impl Fn(&crate::engine::state::Persons, usize) -> f32) -> f64 {
    world
        .living()
        .map(|i| f64::from(hours(&world.persons, i)))
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn hours_are_conserved_and_capacity_is_kept(
        willing in 0.0_f32..1.0, per_head in 0.0_f32..0.4, core in 0.1_f32..1.2, strain in 0.0_f32..1.0,
        aid in 0.0_f32..1.4, arranged in 0.0_f32..5.0, threshold in 0.0_f32..20.0,
    ) {
        let mut parameters = Parameters::default();
        (parameters.support.formal_hours_per_head, parameters.support.eligible_hours) = (per_head, threshold);
        parameters.support.paid_help = 0.0;
        let mut world = example::lived();
        world.persons.housing.fill(Housing::Own);
        for i in 0..world.persons.len() {
            world.persons.client[i] = i % 2 == 0;
        }
        world.services.core = core;
        world.families.strain.fill(strain);
        world.communities.aid.fill(aid);
        for i in 0..world.persons.len() {
            world.persons.willing[i] = (i % 100) as f32 / 100.0 < willing;
        }
        example::reach_all(&mut world, Lever::CommunityHours, Eligible::SupportNeed, arranged);
        step(&mut world, &parameters, 36);
        check(&world);
        let there_are = f64::from(per_head * core) * f64::from(world.communities.residents.iter().sum::<u32>());
        prop_assert!(total(&world, |p, i| p.from_formal[i]) <= there_are * 1.001 + 0.01);
        prop_assert!((0.0..=1.0).contains(&world.services.formal_coverage));
    }
}

#[test]
fn formal_hours_go_only_to_those_found_eligible_above_the_threshold_and_stop_at_their_share() {
    let mut parameters = Parameters::default();
    (
        parameters.support.formal_hours_per_head,
        parameters.support.paid_help,
    ) = (100.0, 0.0);
    let mut world = example::lived();
    world.persons.housing.fill(Housing::Own);
    for i in 0..world.persons.len() {
        world.persons.client[i] = i % 3 > 0;
    }
    step(&mut world, &parameters, 36);
    assert_eq!(world.services.formal_coverage, 1.0);
    let persons = &world.persons;
    let mut served = 0;
    for i in world.living() {
        let remaining = persons.from_formal[i] + persons.unmet[i];
        let expected = if persons.client[i] && remaining >= 12.0 {
            0.7 * remaining
        } else {
            0.0
        };
        assert!((persons.from_formal[i] - expected).abs() < 1e-3);
        served += u32::from(expected > 0.0);
    }
    assert!(served > 5);
    parameters.support.formal_hours_per_head = 0.0;
    step(&mut world, &parameters, 36);
    assert_eq!(total(&world, |p, i| p.from_formal[i]), 0.0);
}

/// Somebody in need whose only company is a partner.
fn couple(world: &mut World) -> (usize, usize) {
    example::alike(world, 50);
    world.persons.willing.fill(false);
    world.persons.care_capacity.fill(1.0);
    world.persons.housing.fill(Housing::Own);
    world.persons.is_child.fill(false);
    world.communities.deprivation.fill(1.0);
    world.families.strain.fill(0.0);
    let i = example::somebody(world, |p, i| p.partner[i].is_some());
    (world.persons.need[i], world.persons.disability[i]) = (300.0, Disability::Lot);
    (i, world.persons.partner[i].index())
}

#[test]
fn a_partner_gives_more_less_in_work_and_less_under_strain() {
    use crate::place::Activity::{Employed, Retired};
    let parameters = Parameters::default();
    let mut world = example::lived();
    let (i, partner) = couple(&mut world);
    let mut given = |activity, strain: f32| {
        world.persons.activity[partner] = activity;
        world.families.strain.fill(strain);
        step(&mut world, &parameters, 36);
        assert_eq!(
            world.persons.from_family[i],
            world.persons.care_hours[partner]
        );
        world.persons.care_hours[partner]
    };
    for (activity, strain, expected) in [
        (Retired, 0.0, 130.0),
        (Employed, 0.0, 130.0 * 0.55),
        (Retired, 1.0, 130.0 * 0.7),
    ] {
        let found = given(activity, strain);
        assert!(
            (found - expected).abs() < 1e-3,
            "{activity:?} {strain}: {found}, expected {expected}"
        );
    }
}

#[test]
fn children_those_away_and_the_unwilling_do_not_care_but_couples_do_whatever_their_own_need() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let (i, partner) = couple(&mut world);
    (
        world.persons.disability[partner],
        world.persons.need[partner],
    ) = (Disability::Lot, 20.0);
    assert!(
        !can_care(&world, &parameters, partner, false)
            && can_care(&world, &parameters, partner, true)
    );
    world.families.kin.fill([FamilyId::NONE; 3]);
    step(&mut world, &parameters, 36);
    assert!(
        (world.persons.care_hours[partner] - 130.0 * 0.6).abs() < 1e-3,
        "those limited a lot give less"
    );
    world.persons.housing[partner] = Housing::Residential;
    step(&mut world, &parameters, 36);
    assert_eq!(
        (
            world.persons.from_family[i],
            world.persons.care_hours[partner]
        ),
        (0.0, 0.0)
    );
    assert_eq!(
        world.persons.from_formal[partner], 20.0,
        "everything in residential care"
    );
    (
        world.persons.housing[partner],
        world.persons.age_months[partner],
    ) = (Housing::Own, 15 * 12);
    assert!(!can_care(&world, &parameters, partner, true));
}

#[test]
fn parents_care_for_a_child_of_the_home_as_partners_do() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let (i, parent) = couple(&mut world);
    world.persons.partner[i] = crate::ids::PersonId::NONE;
    world.persons.partner[parent] = crate::ids::PersonId::NONE;
    world.families.kin.fill([FamilyId::NONE; 3]);
    step(&mut world, &parameters, 36);
    assert_eq!(
        world.persons.care_hours[parent], 0.0,
        "neither close nor willing"
    );
    world.persons.is_child[i] = true;
    step(&mut world, &parameters, 36);
    assert!((world.persons.care_hours[parent] - 130.0).abs() < 1e-3);
}

#[test]
fn paid_help_grows_from_the_most_to_the_least_deprived_for_adults_with_substantial_need() {
    let mut parameters = Parameters::default();
    parameters.support.paid_help = 0.3;
    let mut world = example::lived();
    let (i, _) = couple(&mut world);
    let mut bought = |deprivation: f32, need: f32| {
        (world.persons.need[i], world.persons.client[i]) = (need, false);
        world.communities.deprivation.fill(deprivation);
        step(&mut world, &parameters, 36);
        world.persons.from_formal[i]
    };
    assert_eq!([bought(1.0, 100.0), bought(-1.0, 11.9)], [0.0, 0.0]);
    assert!((bought(-1.0, 100.0) - 30.0).abs() < 1e-3 && (bought(0.0, 100.0) - 15.0).abs() < 1e-3);
}

#[test]
fn kin_help_from_their_threshold_and_more_when_brought_together() {
    let mut parameters = Parameters::default();
    (
        parameters.support.paid_help,
        parameters.support.kin_hours,
        parameters.support.kin_deprivation,
    ) = (0.0, 6.0, 0.6);
    parameters.support.least_hours = 3.0;
    let mut world = example::lived();
    let (i, partner) = couple(&mut world);
    world.persons.age_months[partner] = 15 * 12;
    world.communities.deprivation.fill(0.0);
    let family = world.persons.family[i].index();
    let carer = example::somebody(&world, |p, k| p.family[k].index() != family);
    world.persons.willing[carer] = true;
    world.families.kin[family] = [world.persons.family[carer], FamilyId::NONE, FamilyId::NONE];
    let mut given = |need: f32| {
        world.persons.need[i] = need;
        step(&mut world, &parameters, 36);
        world.persons.care_hours[carer]
    };
    assert_eq!([given(4.9), given(5.0), given(50.0)], [0.0, 5.0, 6.0]);
    example::reach_all(&mut world, Lever::KinHelp, Eligible::SupportNeed, 2.5);
    step(&mut world, &parameters, 36);
    assert_eq!(world.persons.care_hours[carer], 8.5);
    world.communities.deprivation.fill(1.0);
    step(&mut world, &parameters, 36);
    assert!(
        (world.persons.care_hours[carer] - (6.0 * 0.4 + 2.5)).abs() < 1e-5,
        "fewer where people are deprived"
    );
    world.funded.clear_levers();
    step(&mut world, &parameters, 36);
    assert_eq!(
        world.persons.care_hours[carer], 0.0,
        "too few hours to come for"
    );
}

#[test]
fn friends_help_where_they_are_welcome_within_what_there_is_unless_uncoupled() {
    let mut parameters = Parameters::default();
    let mut world = example::lived();
    let (i, partner) = couple(&mut world);
    world.persons.age_months[partner] = 15 * 12;
    world.families.kin.fill([FamilyId::NONE; 3]);
    world.persons.close_friends[i] = 3;
    let c = world.persons.community[i].index();
    world.communities.welcome.fill(0.9);
    world.communities.aid.fill(1.0);
    let mut met = |parameters: &Parameters, aid: f32| {
        world.communities.aid.fill(aid);
        step(&mut world, parameters, 36);
        (
            world.persons.from_community[i],
            world.communities.aid_used[c] * aid * world.communities.residents[c] as f32,
        )
    };
    let close = |found: (f32, f32), expected: (f32, f32)| {
        assert!(
            (found.0 - expected.0).abs() < 1e-3 && (found.1 - expected.1).abs() < 1e-2,
            "{found:?}, expected {expected:?}"
        );
    };
    // 0.6 hours × 3 friends × twice the middling welcome.
    close(met(&parameters, 1.0), (3.6, 3.6));
    let residents = example::lived().communities.residents[c] as f32;
    close(met(&parameters, 1.0 / residents), (1.0, 3.6));
    parameters.couplings.person_from_community = 0.0;
    close(met(&parameters, 1.0), (0.0, 0.0));
}
