//! What the start claims: who has what, and that it is the same in every world.

use super::*;
use crate::engine::state::example;

#[test]
fn a_world_begins_as_its_place_was_generated() {
    let world = example::new();
    let place = &world.place;
    assert_eq!(
        (world.persons.len(), world.families.len()),
        (place.persons.len(), place.families.len())
    );
    example::check_homes(&world);
    example::check_ties(&world);
    for (i, resident) in place.persons.iter().enumerate() {
        assert_eq!(world.persons.age(i), u16::from(resident.age));
        assert_eq!(world.persons.disability[i], resident.disability);
        assert_eq!(
            world.persons.partner[i].is_some(),
            resident.partner.is_some()
        );
    }
    let ties: usize = world
        .living()
        .map(|i| usize::from(world.persons.tie_count[i]))
        .sum();
    assert!(
        ties * 100 >= 2 * place.friendships.len() * 97,
        "{ties} ends of {} friendships",
        place.friendships.len()
    );
}

#[test]
fn kin_know_of_each_other() {
    let world = example::new();
    let mut links = 0;
    for family in 0..world.families.len() {
        for kin in world.families.kin[family]
            .into_iter()
            .filter(|k| k.is_some())
        {
            links += 1;
            let full = world.families.kin[kin.index()].iter().all(|k| k.is_some());
            assert!(full || world.families.kin[kin.index()].contains(&FamilyId::from(family)));
        }
    }
    assert!(links > 50);
}

#[test]
fn deprivation_lies_between_its_ends_and_takes_from_what_a_neighbourhood_has() {
    let world = example::new();
    let c = &world.communities;
    let (most, least) = (0..c.len()).fold((0, 0), |(most, least), k| {
        (
            if c.deprivation[k] > c.deprivation[most] {
                k
            } else {
                most
            },
            if c.deprivation[k] < c.deprivation[least] {
                k
            } else {
                least
            },
        )
    });
    assert!(
        c.deprivation.iter().all(|d| (-1.0..=1.0).contains(d))
            && c.deprivation[most] > c.deprivation[least]
    );
    assert!(
        c.aid[most] < c.aid[least]
            && c.welcome[most] < c.welcome[least]
            && c.efficacy[most] < c.efficacy[least]
    );
    assert!((c.aid[most] - 0.45 * (1.0 - 0.35 * c.deprivation[most])).abs() < 1e-6);
}

#[test]
fn traits_have_the_distributions_they_claim() {
    let mut parameters = Parameters::default();
    parameters.crisis.frailty_spread = 1.3;
    let resident = example::new().place.persons[0];
    let people: Vec<PersonRow> = (0..4_000)
        .map(|key| {
            person(
                &resident,
                Key(key),
                (FamilyId(0), CommunityId(0)),
                &Luck::new(1, 0),
                &parameters,
            )
        })
        .collect();
    let moments = |value: &dyn Fn(&PersonRow) -> f32| {
        let values: Vec<f64> = people.iter().map(|p| f64::from(value(p))).collect();
        let mean = values.iter().sum::<f64>() / 4_000.0;
        (
            mean,
            (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / 4_000.0).sqrt(),
        )
    };
    let close = |found: (f64, f64), mean: f64, sd: f64, by: f64| {
        assert!(
            (found.0 - mean).abs() < by && (found.1 - sd).abs() < by,
            "{found:?}, expected {mean} and {sd}"
        );
    };
    close(moments(&|p| p.trait_score), 0.0, 1.0, 0.05);
    close(moments(&|p| p.slow_score), 0.0, 1.0, 0.05);
    close(moments(&|p| p.lonely_trait), 0.0, 1.0, 0.05);
    close(moments(&|p| p.control_level), 0.62, 0.16, 0.01);
    // Log-normal with mean 1: sd = sqrt(e^1.69 − 1) = 2.10, which a sample of a tail seldom reaches.
    close(moments(&|p| p.frailty), 1.0, 2.10, 0.6);
    let willing = parameters.support.willing;
    close(
        moments(&|p| f32::from(u8::from(p.willing))),
        f64::from(willing),
        f64::from(willing * (1.0 - willing)).sqrt(),
        0.03,
    );
    // sd = sqrt(e^0.36 − 1).
    close(moments(&|p| p.care_capacity), 1.0, 0.658, 0.06);
}

#[test]
fn support_need_has_the_mean_of_its_class_and_is_constant_for_its_share() {
    let mut parameters = Parameters::default();
    parameters.support.constant_share = 0.85;
    let needs = |disability, accompanied| -> Vec<f64> {
        (0..10_000)
            .map(|k| {
                f64::from(need_hours(
                    disability,
                    (k as f32 + 0.5) / 10_000.0,
                    accompanied,
                    &parameters,
                ))
            })
            .collect()
    };
    let mean = |needs: &[f64]| needs.iter().sum::<f64>() / needs.len() as f64;
    for disability in [Disability::None, Disability::Condition] {
        assert_eq!(mean(&needs(disability, true)), 0.0);
    }
    let little = needs(Disability::Little, true);
    assert!((little.iter().filter(|n| **n > 0.0).count() as f64 / 10_000.0 - 0.45).abs() < 0.001);
    // The limit of 150 hours takes a little from the mean of 115.
    for (disability, accompanied, share, usual) in [
        (Disability::Little, true, 0.45 * 0.25, 0.45 * 5.0),
        (Disability::Lot, true, 0.85, 16.0),
        (Disability::Lot, false, 0.102, 16.0),
    ] {
        let needs = needs(disability, accompanied);
        let whole = if disability == Disability::Little {
            0.45
        } else {
            1.0
        };
        let expected = share * 108.8 + (1.0 - share / whole) * usual;
        assert!(
            (mean(&needs) / expected - 1.0).abs() < 0.03,
            "{disability:?}: {} of {expected}",
            mean(&needs)
        );
        assert!(needs.iter().all(|n| *n <= 150.0));
    }
}

#[test]
fn contacts_are_divided_between_services_as_problems_arise_and_are_handed_on() {
    let mut parameters = Parameters::default();
    let per_head = |parameters: &Parameters| services(parameters).contacts_per_head;
    assert!((per_head(&parameters).iter().sum::<f32>() - 0.085 - 0.0036).abs() < 1e-6);
    let voluntary = per_head(&parameters)[ServiceKind::Voluntary as usize];
    let elsewhere = contacts_elsewhere(&parameters);
    assert!((0.1..0.3).contains(&elsewhere), "{elsewhere}");
    assert!((voluntary - 0.085 * elsewhere / 2.0 * (0.2 + 0.14 + 0.08 + 0.07) / 1.04).abs() < 1e-6);
    parameters.problems.hand_on = 0.0;
    let alone = per_head(&parameters);
    assert!((alone[ServiceKind::Advice as usize] - 0.085 * 0.22 / 1.04).abs() < 1e-6);
    assert_eq!(
        (
            alone[ServiceKind::Voluntary as usize],
            alone[ServiceKind::Hospital as usize]
        ),
        (0.0, 0.0)
    );
}
