//! Whom money reaches: as many as it pays for, and with what effect.

use super::*;

/// One approach for carers, at its full size, delivering in full.
pub(super) fn one_approach(pounds: f64, max_reach: f32) -> (World, Funding) {
    let mut contract = contract("siloed-pilots", &[pounds]);
    let mut approach = contract
        .approaches
        .iter()
        .find(|a| a.eligible == Eligible::Carers)
        .unwrap()
        .clone();
    approach.unit_cost_pounds = 100.0;
    approach.set_up_pounds = 0.0;
    approach.max_reach = max_reach;
    approach.effects.truncate(1);
    approach.spreads = crate::scenario::approaches::Spreads::Kit;
    approach.effects[0].lever = Lever::BreakHours;
    approach.effects[0].size = 4.0;
    contract.approaches = vec![approach];
    contract.design = Design {
        levels: [1.0; 5],
        area: 1.0,
        growth: 0.0,
        adaptation: 1.0,
        ..contract.design
    };
    let mut world = example::lived();
    let mut funding = Funding::new(contract);
    funding.step(&mut world, &plain());
    world.projects[0].delivery = 1.0;
    funding.set_levers(&mut world, &plain());
    (world, funding)
}

pub(super) fn carers(world: &World) -> Vec<usize> {
    world
        .living()
        .filter(|i| world.persons.care_hours[*i] > 0.0)
        .collect()
}

#[test]
fn money_reaches_as_many_as_it_pays_for_and_never_more_than_can_be_reached() {
    let reached = |world: &World| {
        let carers = carers(world);
        let helped = carers
            .iter()
            .filter(|i| world.funded.person(&world.persons, **i, Lever::BreakHours) > 0.0)
            .count();
        helped as f64 / carers.len() as f64
    };
    let (rich, _) = one_approach(1e6, 0.5);
    let (poor, _) = one_approach(carers(&rich).len() as f64 * 25.0, 1.0);
    let running = poor.ledger.total(3, Account::Running).pounds() * 12.0;
    assert!((poor.projects[0].running as f64 / 1200.0 - running / 12.0).abs() < 0.02);
    let paid_for = poor.projects[0].running as f64 / 100.0 / (100.0 * carers(&poor).len() as f64);
    assert!(paid_for > 0.1 && paid_for < 0.25);
    assert!((reached(&rich) - 0.5).abs() < 0.12, "{}", reached(&rich));
    assert!(
        (reached(&poor) - paid_for).abs() < 0.12,
        "{} of {paid_for}",
        reached(&poor)
    );
    let useful = 0.5 * 100.0 * carers(&rich).len() as f64;
    assert!(
        (rich.projects[0].running as f64 / 100.0 - useful).abs() < 1.0,
        "the rest buys more of the same"
    );
}

#[test]
fn what_is_grown_locally_keeps_its_effect_and_a_kit_loses_some() {
    let (mut world, funding) = one_approach(1e6, 1.0);
    let carer = carers(&world)[0];
    assert!(
        (world
            .funded
            .person(&world.persons, carer, Lever::BreakHours)
            - 4.0 * 0.7)
            .abs()
            < 1e-5
    );
    world.projects[0].adaptation = 0.0;
    let [rich, poor] = [-1.0, 1.0].map(|deprivation| {
        world.communities.deprivation.fill(deprivation);
        funding.local_fit(&world, &Parameters::default(), &world.projects[0], 0)
    });
    // Wherever it was made, the two extremes together are one full width of the scale away from there.
    assert!((rich + poor - 1.5).abs() < 1e-5, "{rich} {poor}");
    assert!((0.5..=1.0).contains(&rich) && (0.5..=1.0).contains(&poor));
}

#[test]
fn levers_are_set_anew_every_month() {
    let (mut world, funding) = one_approach(1e6, 1.0);
    let before = world.funded.clone();
    funding.set_levers(&mut world, &Parameters::default());
    assert_eq!(before, world.funded, "nothing adds up from month to month");
    world.projects[0].phase = Phase::Ended;
    funding.set_levers(&mut world, &Parameters::default());
    let carer = carers(&world)[0];
    assert_eq!(
        world
            .funded
            .person(&world.persons, carer, Lever::BreakHours),
        0.0
    );
}
