//! What a strategy's money does, year by year.

mod reach;

use super::*;
use crate::engine;
use crate::engine::funded::{Phase, Reach};
use crate::engine::state::example;
use crate::scenario::approaches::{Eligible, Lever};
use crate::scenario::bundled;
use crate::scenario::strategy::preset;
use crate::scenario::{Event, EventKind, EventService};
use proptest::prelude::*;
use reach::{carers, one_approach};

/// A contract of a preset over some years' money in pounds.
fn contract(id: &str, pounds: &[f64]) -> Contract {
    let preset = preset(id).unwrap();
    Contract {
        design: preset.design,
        approaches: bundled::approaches()
            .unwrap()
            .into_iter()
            .filter(|approach| preset.buys(approach))
            .collect(),
        investment: pounds.iter().map(|p| Pence::from_pounds(*p)).collect(),
        branch: 36,
        decisions: Vec::new(),
    }
}

/// Every bid is won, and everything is delivered as well as everything else.
fn plain() -> Parameters {
    let mut parameters = Parameters::default();
    (
        parameters.accounts.bids_per_grant,
        parameters.spread.quality_spread,
    ) = (1.0, 0.0);
    parameters
}

fn live(contract: &Contract, months: u32) -> World {
    let mut world = example::lived();
    let mut funding = Funding::new(contract.clone());
    for _ in 0..months {
        engine::step(&mut world, &plain(), Some(&mut funding));
    }
    world
}

/// Only money: no mechanism moves.
fn money_alone(contract: Contract, parameters: &Parameters, months: u32) -> World {
    let mut world = example::lived();
    let mut funding = Funding::new(contract);
    for _ in 0..months {
        funding.step(&mut world, parameters);
        world.month += 1;
    }
    world
}

fn spent(world: &World, year: u32) -> Pence {
    INVESTMENT_USES
        .iter()
        .map(|account| world.ledger.total(3 + year, *account))
        .sum()
}

prop_compose! {
    /// Any design.
    fn designs()(
        levels in prop::array::uniform5(0.0_f32..1.0), area in 0.05_f32..1.0, horizon_months in 12.0_f32..60.0,
        growth in 0.0_f32..1.0, adaptation in 0.0_f32..1.0, power in 0.0_f32..1.0, core_shift in 0.0_f32..1.0,
    ) -> Design {
        Design { levels, area, horizon_months, growth, adaptation, power, core_shift }
    }
}

prop_compose! {
    /// Any change of course within three years.
    fn decisions()(month in 0_u32..36, design in designs()) -> Decision {
        let dimensions = crate::scenario::strategy::DIMENSIONS.iter().filter_map(|d| Some((d.id.to_owned(), design.get(d.id)?)));
        Decision { month, levels: Some(design.levels), dimensions: dimensions.filter(|(id, _)| id != "levels").collect() }
    }
}

prop_compose! {
    /// Any event within three years.
    fn shocks()(month in 0_u32..36, kind in 0..EventKind::ALL.len(), size in 0.0_f32..1.0, service in 0..8_usize, months in 1_u32..24) -> Event {
        let kind = EventKind::ALL[kind].0;
        let service = (kind == EventKind::Closure).then(|| EventService::ALL[service]);
        let size = if kind == EventKind::Influx { size * 0.2 } else { size };
        Event { month, kind, size, service, months: kind.can_end().then_some(months) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_year_spends_its_money_to_the_penny_and_nothing_is_negative(
        pence in prop::collection::vec(0_i64..20_000_000, 3), design in designs(), decisions in prop::collection::vec(decisions(), 0..3),
    ) {
        let mut contract = contract("place-based", &[]);
        contract.investment = pence.iter().map(|p| Pence(*p)).collect();
        (contract.design, contract.decisions) = (design, decisions);
        let world = money_alone(contract, &Parameters::default(), 36);
        for (year, pence) in pence.into_iter().enumerate() {
            prop_assert_eq!(world.ledger.total(3 + year as u32, Account::Investment), Pence(pence));
            prop_assert_eq!(spent(&world, year as u32), Pence(pence));
            for account in INVESTMENT_USES {
                prop_assert!(world.ledger.total(3 + year as u32, account) >= Pence::ZERO, "{:?} {:?}", account, pence);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn money_and_people_are_kept_whatever_is_decided_and_whatever_happens(
        preset in 0..crate::scenario::strategy::PRESETS.len(), pounds in 0.0_f64..60.0, budget in -1.0_f64..1.0,
        decisions in prop::collection::vec(decisions(), 0..3), events in prop::collection::vec(shocks(), 0..4),
    ) {
        let mut world = example::lived();
        let whole = pounds * f64::from(world.population()) * budget;
        let mut contract = contract(crate::scenario::strategy::PRESETS[preset].id, &[whole, whole, whole / 3.0]);
        contract.decisions = decisions;
        let investment = contract.investment.clone();
        let mut funding = Funding::new(contract);
        for month in 0..36 {
            crate::engine::events::hit(&mut world, &Parameters::default(), &events, month);
            engine::step(&mut world, &Parameters::default(), Some(&mut funding));
        }
        example::check_homes(&world);
        example::check_ties(&world);
        for (year, pence) in investment.into_iter().enumerate() {
            prop_assert_eq!(world.ledger.total(3 + year as u32, Account::Investment), pence);
            prop_assert_eq!(world.ledger.imbalance(3 + year as u32), Pence::ZERO);
        }
        for i in world.living() {
            let persons = &world.persons;
            let met = persons.from_family[i] + persons.from_community[i] + persons.from_formal[i] + persons.unmet[i];
            prop_assert!((met - persons.need[i]).abs() < 0.01, "hours of person {}: {} of {}", i, met, persons.need[i]);
        }
    }
}

#[test]
fn without_money_every_arm_is_the_same() {
    let worlds: Vec<World> = ["business-as-usual", "siloed-pilots", "place-based"]
        .iter()
        .map(|id| live(&contract(id, &[0.0; 3]), 30))
        .collect();
    for world in &worlds[1..] {
        assert_eq!(example::differing(&worlds[0], world), Vec::<String>::new());
    }
}

#[test]
fn more_of_the_same_adds_capacity_in_proportion_to_core_money() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let core = 950.0 * f64::from(world.population());
    Funding::new(contract("business-as-usual", &[core / 10.0])).step(&mut world, &parameters);
    for lever in [Lever::Capacity, Lever::FormalHours] {
        assert!((world.funded.community(0, lever) - 0.1).abs() < 1e-5);
    }
    assert!(world.projects.is_empty());
    assert_eq!(world.funded.community(0, Lever::Fit), 0.0);
}

#[test]
fn money_that_has_ended_buys_nothing() {
    // Two years' money under a promise of ten: no approach goes on for nothing.
    let mut parameters = plain();
    let s = &mut parameters.spread;
    (
        s.kept,
        s.thinned,
        s.kept_adaptation,
        s.kept_champion,
        s.kept_fit,
    ) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let mut world = example::lived();
    let mut funding = Funding::new(contract("place-based", &[24_000.0, 24_000.0, 0.0, 0.0]));
    for month in 0..36 {
        engine::step(&mut world, &parameters, Some(&mut funding));
        let funded = world
            .projects
            .iter()
            .any(|project| project.phase == Phase::Funded);
        assert_eq!(funded, month < 23, "month {month}");
    }
    assert_eq!(world.ledger.total(5, Account::Investment), Pence::ZERO);
    assert!(
        world.ledger.total(4, Account::WindingDown) > Pence::ZERO,
        "the end is paid for while there is money"
    );
    assert_eq!(
        world.funded,
        crate::engine::funded::Funded::nothing(world.communities.len())
    );
}

#[test]
fn money_taken_out_is_booked_below_zero_and_missing_in_services() {
    let parameters = Parameters::default();
    let mut world = example::lived();
    let core = 950.0 * f64::from(world.population());
    Funding::new(contract("cuts", &[-core / 10.0])).step(&mut world, &parameters);
    for lever in [Lever::Capacity, Lever::FormalHours] {
        assert!((world.funded.community(0, lever) + 0.1).abs() < 1e-5);
    }
    assert!(world.projects.is_empty());
    assert!(world.ledger.total(3, Account::MoreOfTheSame) < Pence::ZERO);
    assert_eq!(
        world.ledger.total(3, Account::MoreOfTheSame),
        world.ledger.total(3, Account::Investment)
    );
    assert_eq!(
        world.funded.conditions,
        crate::engine::funded::Conditions::default()
    );
}

/// What a design is after some months of decisions.
fn decided(decisions: Vec<Decision>, months: u32) -> (World, Funding) {
    let mut contract = contract("siloed-pilots", &[24_000.0; 4]);
    contract.decisions = decisions;
    let mut world = example::lived();
    let mut funding = Funding::new(contract);
    for _ in 0..months {
        engine::step(&mut world, &plain(), Some(&mut funding));
    }
    (world, funding)
}

fn decision(month: u32, dimensions: &[(&str, f32)]) -> Decision {
    Decision {
        month,
        levels: None,
        dimensions: dimensions
            .iter()
            .map(|(id, value)| ((*id).to_owned(), *value))
            .collect(),
    }
}

#[test]
fn a_decision_takes_area_and_horizon_from_the_next_opening() {
    let (usual, _) = decided(Vec::new(), 30);
    let (world, _) = decided(
        vec![decision(13, &[("area", 1.0), ("horizon_months", 48.0)])],
        24,
    );
    assert!(
        world
            .projects
            .iter()
            .all(|q| q.communities.len() < world.communities.len()),
        "not while the round lasts"
    );
    let (world, funding) = decided(
        vec![decision(13, &[("area", 1.0), ("horizon_months", 48.0)])],
        30,
    );
    let funded = |world: &World| {
        world
            .projects
            .iter()
            .find(|q| q.phase == Phase::Funded)
            .cloned()
            .unwrap()
    };
    assert_eq!(
        (funded(&world).communities.len(), funded(&world).ends),
        (world.communities.len(), 60 + 48)
    );
    assert!(funded(&usual).communities.len() < usual.communities.len());
    assert!((funding.design.area - 1.0).abs() < 1e-6);
}

#[test]
fn a_decision_on_power_counts_when_it_is_paid_for_and_giving_it_up_counts_at_once() {
    let power =
        |decisions: Vec<Decision>, months| decided(decisions, months).0.funded.conditions.power;
    assert!((power(vec![decision(6, &[("power", 0.5)])], 8) - 0.1).abs() < 1e-6);
    assert!((power(vec![decision(6, &[("power", 0.5)])], 13) - 0.5).abs() < 1e-6);
    assert_eq!(power(vec![decision(6, &[("power", 0.0)])], 7), 0.0);
    assert!(
        (decided(vec![decision(6, &[("core_shift", 0.5)])], 7)
            .0
            .funded
            .conditions
            .core_shift
            - 0.5)
            .abs()
            < 1e-6
    );
}

#[test]
fn a_bid_that_is_lost_is_paid_for_and_made_again() {
    let mut parameters = plain();
    parameters.accounts.bids_per_grant = 6.0;
    let contract = contract("siloed-pilots", &[240_000.0; 2]);
    let mut world = example::lived();
    let mut funding = Funding::new(contract.clone());
    let mut opened = Vec::new();
    for month in 0..24 {
        funding.step(&mut world, &parameters);
        world.month += 1;
        if month % 12 == 0 {
            opened.push(world.projects.len());
        }
    }
    let wanted = contract
        .approaches
        .iter()
        .filter(|a| contract.design.levels[a.level as usize] > 0.0)
        .count();
    assert!(
        opened[0] < opened[1] && opened[1] <= wanted,
        "{opened:?} of {wanted}"
    );
    assert!(
        [3, 4]
            .into_iter()
            .all(|year| world.ledger.total(year, Account::Bidding) > Pence::ZERO)
    );
    assert!(
        world.projects.iter().all(|q| q.ends == 36 + 24),
        "all end with the round"
    );
}

/// One approach that grows, everywhere, with growth as far as it goes.
fn one_that_grows() -> (World, Funding) {
    let mut contract = contract("place-based", &[100_000.0; 6]);
    contract
        .approaches
        .retain(|approach| approach.id == "asset-mapping-grants");
    contract.design.growth = 1.0;
    (example::lived(), Funding::new(contract))
}

#[test]
fn what_grows_is_paid_for_where_it_is_and_its_effect_comes_where_it_is() {
    let (mut world, mut funding) = one_that_grows();
    let parameters = plain();
    engine::step(&mut world, &parameters, Some(&mut funding));
    assert_eq!(
        (
            world.projects[0].communities.len(),
            world.projects[0].set_up
        ),
        (1, 1)
    );
    let (running, paid) = (world.projects[0].running, |world: &World, year| {
        world.ledger.total(year, Account::SetUp)
    });
    let first = paid(&world, 3);
    let next = world.projects[0].waiting.remove(0);
    world.projects[0].communities.push(next);
    for _ in 1..13 {
        engine::step(&mut world, &parameters, Some(&mut funding));
    }
    assert!(
        first > Pence::ZERO && paid(&world, 4) > Pence::ZERO,
        "setting up is paid for where it is taken up"
    );
    assert!(world.projects[0].running > running);
    let here = |world: &World, c: usize| world.funded.community(c, Lever::AssociationalLife) > 0.0;
    for c in 0..world.communities.len() {
        assert_eq!(
            here(&world, c),
            world.projects[0].communities.contains(&(c as u32))
        );
    }
}

#[test]
fn a_pilot_pays_for_bids_and_setting_up_each_time() {
    let world = live(&contract("siloed-pilots", &[24_000.0; 4]), 48);
    let paid = |year: u32, account| world.ledger.total(3 + year, account) > Pence::ZERO;
    for account in [Account::Bidding, Account::SetUp] {
        assert_eq!(
            [0, 1, 2, 3].map(|year| paid(year, account)),
            [true, false, true, false],
            "{account:?}"
        );
    }
    assert_eq!(
        [0, 1, 2, 3].map(|year| paid(year, Account::WindingDown)),
        [false, true, false, true]
    );
}

#[test]
fn promises_are_worth_what_money_stands_behind_them() {
    let parameters = Parameters::default();
    let certain = |pounds: f64| {
        money_alone(contract("place-based", &[pounds]), &parameters, 1)
            .funded
            .conditions
    };
    let people = f64::from(example::lived().population());
    // Half as much invested as other services' core money: a third of all.
    assert!((certain(115.0 * people).certainty - 1.0 / 3.0).abs() < 1e-4);
    assert_eq!(
        certain(115.0 * people).power,
        0.7,
        "sharing power is paid for in full"
    );
    // £2 a head: 15 % of it pays for £0.30 of the £1.75 needed.
    assert!((certain(2.0 * people).power - 0.7 * 0.30 / 1.75).abs() < 1e-4);
    assert_eq!(certain(0.0), crate::engine::funded::Conditions::default());
}

#[test]
fn what_core_budgets_keep_is_displaced_to_the_penny() {
    let (mut world, funding) = one_approach(1e6, 1.0);
    (
        world.projects[0].phase,
        world.projects[0].kept,
        world.projects[0].running,
    ) = (Phase::Kept, 0.5, 240_000);
    funding.set_levers(&mut world, &Parameters::default());
    assert_eq!(world.funded.displaced_core, 10_000);
}

#[test]
fn money_put_back_is_booked_and_reaches_more() {
    let (mut world, mut funding) = one_approach(2_000.0, 1.0);
    let reach = |world: &World| {
        carers(world)
            .iter()
            .filter(|i| world.funded.person(&world.persons, **i, Lever::BreakHours) > 0.0)
            .count()
    };
    let before = reach(&world);
    world.government.reinvest = 1_000_000;
    world.month += 1;
    funding.step(&mut world, &Parameters::default());
    assert!(reach(&world) > before);
    assert_eq!(world.ledger.total(3, Account::Reinvested), Pence(1_000_000));
    assert_eq!(world.ledger.imbalance(3), Pence::ZERO);
}

#[test]
fn reaching_more_people_keeps_those_reached_before() {
    let mut world = example::lived();
    let reached = |world: &mut World, coverage: f32| -> Vec<usize> {
        world.funded.clear_levers();
        for community in 0..world.communities.len() {
            let reach = Reach {
                approach: Key(5),
                eligible: Eligible::SupportNeed,
                coverage,
                strength: 1.0,
            };
            world.funded.reach(community, Lever::Plan, reach);
        }
        world
            .living()
            .filter(|i| world.funded.person(&world.persons, *i, Lever::Plan) > 0.0)
            .collect()
    };
    let (few, many) = (reached(&mut world, 0.2), reached(&mut world, 0.6));
    assert!(few.len() < many.len() && few.iter().all(|i| many.contains(i)));
}
