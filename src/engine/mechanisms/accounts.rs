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
    world.ledger.post(month, Account::CoreBudget, Account::Crisis, budget);
    world.ledger.post(month, Account::Reserves, Account::Crisis, crisis - budget);
}

/// Core money follows the people a place was generated with: it is set by the year before, not by last month's births.
fn core_budgets(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.accounts;
    let people = world.place.persons.len() as f64 * f64::from(world.services.core);
    let a_month = |a_year: f32| Pence::from_pounds(f64::from(a_year) * people / 12.0);
    world.ledger.post(month, Account::CoreBudget, Account::PrimaryCare, a_month(p.primary_care));
    world.ledger.post(month, Account::CoreBudget, Account::SocialCare, a_month(p.social_care));
    // What core budgets keep alive of approaches whose own money has ended is missing elsewhere.
    let kept = Pence(world.funded.displaced_core);
    world.ledger.post(month, Account::CoreBudget, Account::OtherServices, a_month(p.other_services) - kept);
    world.ledger.post(month, Account::CoreBudget, Account::Running, kept);
}

/// What crises cost this month: the change in what persons have cost.
fn crisis_costs(world: &mut World, parameters: &Parameters) -> Pence {
    let p = &parameters.accounts;
    let c = &world.counts;
    let events = [
        (c.attendances, p.attendance),
        (c.admissions, p.admission),
        (c.evictions, p.eviction),
        (c.breakdowns, p.breakdown),
        (c.placements, p.placement),
    ];
    let this_year: Pence = events.iter().map(|(count, price)| Pence::from_pounds(*count as f64 * f64::from(*price))).sum();
    let this_month = this_year - world.counts.crisis_booked;
    world.counts.crisis_booked = this_year;
    this_month
}
