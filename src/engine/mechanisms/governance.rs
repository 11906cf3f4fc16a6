//! Governance: power shared or held, leaders who leave, and the yearly round in which crises are served first and crowd out
//! the rest, and avoided cost is put back where that is allowed. Must not know a strategy: only conditions.

use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::numeric::unit;
use crate::random::{Key, Stream};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// The government of the place, as an entity with luck of its own.
const GOVERNMENT: Key = Key(0x474F_5645_524E);

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    share_power(world, parameters);
    let [leaves, ..] = world.luck.uniforms(GOVERNMENT, month, Stream::Governance);
    if leaves < AnnualRate(parameters.governance.leader_leaves).monthly().0 {
        leader_leaves(world, parameters.governance.leader_loss);
        fall_back_to_usual(world, parameters);
    }
    if world.government.contact_until <= month {
        world.government.contact = 1.0;
    }
    if month % 12 == 11 {
        yearly_round(world, parameters, month);
    }
}

/// What has been shared falls back by a share when a leader leaves.
pub fn leader_leaves(world: &mut World, loss: f32) {
    world.government.power *= 1.0 - loss;
    world.government.accountability *= 1.0 - loss;
}

/// Leaders come and go in the usual state too: it is what their going leaves, not less.
fn fall_back_to_usual(world: &mut World, parameters: &Parameters) {
    let p = &parameters.governance;
    world.government.power = world.government.power.max(p.power);
    world.government.accountability = world.government.accountability.max(p.accountability);
}

fn share_power(world: &mut World, parameters: &Parameters) {
    let p = &parameters.governance;
    let share = monthly_share_of_half_life(p.partnership);
    let communities = world.communities.len().max(1);
    let lever = |lever| (0..communities).map(|c| world.funded.community(c, lever)).sum::<f32>() / communities as f32 / 12.0;
    let human = lever(Lever::Accountability);
    // National rules narrow what can be done here.
    let held_back = 1.0 - 0.5 * (world.government.regulation - p.regulation) * parameters.couplings.local_from_national;
    let room = lever(Lever::Regulation) * held_back;
    let intended = p.power + (1.0 - p.power) * world.funded.conditions.power * held_back.clamp(0.0, 1.5);
    let government = &mut world.government;
    government.power += share * (intended.min(1.0) - government.power);
    government.accountability += share * (p.accountability - government.accountability);
    government.accountability = unit(government.accountability + human * (1.0 - government.accountability));
    government.regulation += share * (p.regulation - government.regulation);
    government.regulation = unit(government.regulation - room * government.regulation);
}

/// Crises first: what they cost beyond their budget is partly taken from other services the year after. What they cost
/// less may be put back into what works.
fn yearly_round(world: &mut World, parameters: &Parameters, month: u32) {
    let cut = 1.0 - world.government.cut;
    let Some(budget) = world.government.crisis_budget else { return };
    let spent = world.ledger.total(month / 12, Account::Crisis).0;
    let overspend = spent - budget * 12;
    world.government.crisis_balance += overspend + world.government.reinvest * 12;
    let people = f64::from(world.population().max(1));
    let p = &parameters.accounts;
    let core = f64::from(p.primary_care + p.social_care + p.other_services) * people * 100.0;
    let crowded = f64::from(parameters.governance.crowding_out) * overspend.max(0) as f64 / core.max(1.0);
    world.services.core = cut * (1.0 - crowded.min(0.5)) as f32;
    let avoided = (-world.government.crisis_balance).max(0) as f64;
    world.government.reinvest = (f64::from(world.funded.conditions.core_shift) * avoided / 12.0) as i64;
}
