//! Accounts: core budgets and what crises cost, booked every month in whole pence. Investment is booked where it is
//! divided. Must not know what anything is for.

use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    core_budgets(world, parameters, month);
    let crisis = crisis_costs(world, parameters);
    // Crises are served first. Their budget is what the yearly round set aside; the rest comes out of reserves.
    let budget = world.government.crisis_budget.map_or(crisis, Pence);
    world
        .ledger
        .post(month, Account::CoreBudget, Account::Crisis, budget);
    world
        .ledger
        .post(month, Account::Reserves, Account::Crisis, crisis - budget);
}

/// Core money follows the people the place holds (as it was generated, and after an influx more): it is set by the year before, not by last month's births.
fn core_budgets(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.accounts;
    let people = f64::from(world.usual_people) * f64::from(world.services.core);
    let a_month = |a_year: f32| Pence::from_pounds(f64::from(a_year) * people / 12.0);
    world.ledger.post(
        month,
        Account::CoreBudget,
        Account::PrimaryCare,
        a_month(p.primary_care),
    );
    world.ledger.post(
        month,
        Account::CoreBudget,
        Account::SocialCare,
        a_month(p.social_care),
    );
    // What core budgets keep alive of approaches whose own money has ended is missing elsewhere.
    let kept = Pence(world.funded.displaced_core);
    world.ledger.post(
        month,
        Account::CoreBudget,
        Account::OtherServices,
        a_month(p.other_services) - kept,
    );
    world
        .ledger
        .post(month, Account::CoreBudget, Account::Running, kept);
}

/// What crises have cost this year so far, this month's included whether or not they are booked yet.
pub fn crisis_costs_so_far(world: &World, parameters: &Parameters) -> Pence {
    let p = &parameters.accounts;
    let c = &world.counts;
    let events = [
        (c.attendances, p.attendance),
        (c.admissions, p.admission),
        (c.evictions, p.eviction),
        (c.breakdowns, p.breakdown),
        (c.residential_months, p.residential_month),
    ];
    events
        .iter()
        .map(|(count, price)| Pence::from_pounds(*count as f64 * f64::from(*price)))
        .sum()
}

/// What crises cost this month: the change in what persons have cost.
fn crisis_costs(world: &mut World, parameters: &Parameters) -> Pence {
    let this_year = crisis_costs_so_far(world, parameters);
    let this_month = this_year - world.counts.crisis_booked;
    world.counts.crisis_booked = this_year;
    this_month
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn a_month_books_a_twelfth_of_core_budgets_for_those_the_place_was_made_with() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let people = f64::from(world.usual_people);
        world.persons.alive[0] = false;
        world.services.core = 0.5;
        for month in 0..12 {
            step(&mut world, &parameters, month);
        }
        for (account, a_year) in [
            (Account::PrimaryCare, 250.0),
            (Account::SocialCare, 470.0),
            (Account::OtherServices, 230.0),
        ] {
            let month = (a_year * people * 0.5 / 12.0 * 100.0_f64).round() as i64;
            assert_eq!(
                world.ledger.total(0, account),
                Pence(12 * month),
                "{account:?}"
            );
        }
        assert_eq!(world.ledger.imbalance(0), Pence::ZERO);
    }

    #[test]
    fn what_core_budgets_keep_alive_is_missing_elsewhere() {
        let parameters = Parameters::default();
        let mut world = example::new();
        step(&mut world, &parameters, 0);
        let without = world.ledger.total(0, Account::OtherServices);
        world.funded.displaced_core = 1_234;
        step(&mut world, &parameters, 12);
        assert_eq!(
            world.ledger.total(1, Account::OtherServices),
            without - Pence(1_234)
        );
        assert_eq!(world.ledger.total(1, Account::Running), Pence(1_234));
        assert_eq!(
            world.ledger.total(1, Account::CoreBudget),
            world.ledger.total(0, Account::CoreBudget)
        );
    }

    #[test]
    fn a_crisis_is_paid_once_and_beyond_its_budget_from_reserves() {
        let parameters = Parameters::default();
        let mut world = example::new();
        world.counts.attendances = 2;
        world.counts.admissions = 1;
        world.counts.evictions = 1;
        world.counts.breakdowns = 1;
        world.counts.residential_months = 3;
        world.government.crisis_budget = Some(1_000_000);
        let cost = Pence(100 * (2 * 200 + 3_770 + 9_000 + 6_000 + 3 * 4_100));
        step(&mut world, &parameters, 0);
        assert_eq!(world.ledger.total(0, Account::Crisis), cost);
        assert_eq!(
            world.ledger.total(0, Account::Reserves),
            cost - Pence(1_000_000)
        );
        step(&mut world, &parameters, 1);
        assert_eq!(
            world.ledger.total(0, Account::Crisis),
            cost,
            "a quiet month costs nothing more"
        );
        assert_eq!(
            world.ledger.total(0, Account::Reserves),
            cost - Pence(2_000_000)
        );
    }

    #[test]
    fn during_the_spin_up_the_budget_is_what_is_spent() {
        let mut world = example::new();
        world.counts.admissions = 3;
        step(&mut world, &Parameters::default(), 0);
        assert_eq!(world.ledger.total(0, Account::Crisis), Pence(3 * 377_000));
        assert_eq!(world.ledger.total(0, Account::Reserves), Pence::ZERO);
    }

    #[test]
    fn what_people_cost_is_what_the_ledger_pays() {
        let mut world = example::lived();
        world.begin_year();
        let booked = |world: &World| world.ledger.total(3, Account::Crisis);
        // Deaths and breakdowns with nobody in need at home would part the two; here only crises happen.
        for month in 36..48 {
            super::super::crisis::step(&mut world, &Parameters::default(), month);
            step(&mut world, &Parameters::default(), month);
        }
        assert!(booked(&world) > Pence::ZERO);
        assert_eq!(
            world.persons.cost.iter().copied().sum::<Pence>(),
            booked(&world)
        );
    }
}
