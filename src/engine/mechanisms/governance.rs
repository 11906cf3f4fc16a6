//! Governance: power shared or held, leaders who leave, national conditions that move while they are paid for, and the yearly round in which crises are served first and crowd out
//! the rest, and avoided cost is put back where that is allowed. Must not know a strategy: only conditions.

use super::accounts;
use crate::engine::state::World;
use crate::numeric::unit;
use crate::random::{Key, Stream};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// How far looser national rules widen what a place means to share, at the most. Unit: ratio.
const MOST_ROOM: f32 = 1.5;

/// The government of the place, as an entity with luck of its own.
const GOVERNMENT: Key = Key(0x474F_5645_524E);

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    share_power(world, parameters);
    move_conditions(world, parameters);
    let [leaves, ..] = world.luck.uniforms(GOVERNMENT, month, Stream::Governance);
    if leaves < AnnualRate(parameters.governance.leader_leaves).monthly().0 {
        leader_leaves(world, parameters.governance.leader_loss);
        fall_back_to_usual(world, parameters);
    }
    // Other mechanisms of this month have met already: what ends with this month is over for them.
    if world.government.contact_until <= month + 1 {
        world.government.contact = 1.0;
    }
    if month % 12 == 11 {
        yearly_round(world, parameters);
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

/// A lever on the government of the whole place: its mean over neighbourhoods. Unit: share of the gap a month.
fn lever(world: &World, lever: Lever) -> f32 {
    let communities = world.communities.len().max(1);
    (0..communities)
        .map(|c| world.funded.community(c, lever))
        .sum::<f32>()
        / communities as f32
        / 12.0
}

/// National conditions and the terms of money move while somebody pays for it, and fall back when nobody does.
fn move_conditions(world: &mut World, parameters: &Parameters) {
    let p = &parameters.governance;
    let (structural, horizon) = (
        lever(world, Lever::Structural),
        lever(world, Lever::Horizon),
    );
    let began = parameters.life_events.structural;
    let fades = monthly_share_of_half_life(p.conditions_fade);
    let government = &mut world.government;
    government.structural *= 1.0 - fades;
    government.structural += structural.min(1.0) * (1.0 - began - government.structural).max(0.0);
    government.horizon *= 1.0 - fades;
    government.horizon = unit(government.horizon + horizon * (1.0 - government.horizon));
}

fn share_power(world: &mut World, parameters: &Parameters) {
    let p = &parameters.governance;
    let share = monthly_share_of_half_life(p.partnership);
    let human = lever(world, Lever::Accountability);
    // National rules narrow what can be done here.
    let held_back = 1.0
        - 0.5
            * (world.government.regulation - p.regulation)
            * parameters.couplings.local_from_national;
    let room = lever(world, Lever::Regulation) * held_back;
    let intended =
        p.power + (1.0 - p.power) * world.funded.conditions.power * held_back.clamp(0.0, MOST_ROOM);
    let government = &mut world.government;
    government.power += share * (intended.min(1.0) - government.power);
    government.accountability += share * (p.accountability - government.accountability);
    government.accountability =
        unit(government.accountability + human * (1.0 - government.accountability));
    government.regulation += share * (p.regulation - government.regulation);
    government.regulation = unit(government.regulation - room * government.regulation);
}

/// Crises first: what they cost beyond their budget is partly taken from other services the year after. What they cost
/// less may be put back into what works.
fn yearly_round(world: &mut World, parameters: &Parameters) {
    let cut = 1.0 - world.government.cut;
    let Some(budget) = world.government.crisis_budget else {
        return;
    };
    // The accounts book this month after the round: the ledger would show eleven months, and a saving that is none.
    let spent = accounts::crisis_costs_so_far(world, parameters).0;
    let overspend = spent - budget * 12;
    world.government.crisis_balance += overspend + world.government.reinvest * 12;
    let people = f64::from(world.population().max(1));
    let core = parameters.accounts.core_a_head() * people * 100.0;
    let crowded =
        f64::from(parameters.governance.crowding_out) * overspend.max(0) as f64 / core.max(1.0);
    world.services.core = cut * (1.0 - crowded.min(0.5)) as f32;
    // A saving has to be larger than luck before core money follows it.
    world.government.crisis_budgeted += budget * 12;
    let luck =
        f64::from(parameters.governance.saving_threshold) * world.government.crisis_budgeted as f64;
    let avoided = (-world.government.crisis_balance as f64 - luck).max(0.0);
    world.government.reinvest =
        (f64::from(world.funded.conditions.core_shift) * avoided / 12.0) as i64;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    /// No leader leaves by chance.
    fn steady() -> Parameters {
        let mut parameters = Parameters::default();
        parameters.governance.leader_leaves = 0.0;
        parameters.governance.saving_threshold = 0.0;
        parameters
    }

    /// A year in which crises cost 12 admissions, one a month, against a budget of so much a month.
    fn year(world: &mut World, parameters: &Parameters, budget: i64) {
        world.government.crisis_budget = Some(budget);
        world.counts = crate::engine::state::Counts::default();
        for month in 0..12 {
            world.counts.admissions += 1;
            step(world, parameters, month);
            accounts::step(world, parameters, month);
        }
    }

    const ADMISSION: i64 = 377_000;

    #[test]
    fn a_year_within_budget_to_the_penny_saves_nothing_and_cuts_nothing() {
        let mut world = example::new();
        world.funded.conditions.core_shift = 1.0;
        for _ in 0..3 {
            year(&mut world, &steady(), ADMISSION);
        }
        assert_eq!(
            (
                world.government.crisis_balance,
                world.government.reinvest,
                world.services.core
            ),
            (0, 0, 1.0)
        );
    }

    #[test]
    fn what_crises_cost_beyond_their_budget_is_taken_from_the_rest() {
        let parameters = steady();
        let mut world = example::new();
        year(&mut world, &parameters, ADMISSION / 2);
        let over = 12.0 * (ADMISSION - ADMISSION / 2) as f64;
        let core = 950.0 * f64::from(world.population()) * 100.0;
        assert!((f64::from(world.services.core) - (1.0 - 0.5 * over / core)).abs() < 1e-6);
        assert_eq!(world.government.reinvest, 0);
        year(&mut world, &parameters, ADMISSION);
        assert_eq!(world.services.core, 1.0, "for one year only");
    }

    #[test]
    fn what_they_cost_less_is_put_back_where_that_is_allowed() {
        let mut world = example::new();
        year(&mut world, &steady(), 2 * ADMISSION);
        assert_eq!(world.government.reinvest, 0);
        world.government.crisis_balance = 0;
        world.funded.conditions.core_shift = 0.5;
        year(&mut world, &steady(), 2 * ADMISSION);
        assert_eq!(world.government.reinvest, ADMISSION / 2);
        // The next year what was put back is no longer there to be put back again.
        year(&mut world, &steady(), ADMISSION);
        assert_eq!(
            world.government.crisis_balance,
            -12 * ADMISSION + 6 * ADMISSION
        );
    }

    #[test]
    fn less_than_luck_explains_is_no_saving() {
        let mut parameters = steady();
        parameters.governance.saving_threshold = 0.6;
        let mut world = example::new();
        world.funded.conditions.core_shift = 1.0;
        year(&mut world, &parameters, 2 * ADMISSION);
        assert_eq!(
            world.government.reinvest, 0,
            "half the budget is left, less than the threshold"
        );
        parameters.governance.saving_threshold = 0.25;
        year(&mut world, &parameters, 2 * ADMISSION);
        assert_eq!(
            world.government.reinvest,
            2 * (ADMISSION - ADMISSION / 2),
            "two years' saving less two years' threshold"
        );
    }

    #[test]
    fn a_lucky_year_that_an_unlucky_one_makes_up_for_is_no_saving() {
        let mut world = example::new();
        world.funded.conditions.core_shift = 1.0;
        year(&mut world, &steady(), ADMISSION / 2);
        year(&mut world, &steady(), ADMISSION + ADMISSION / 2);
        assert_eq!(
            (world.government.crisis_balance, world.government.reinvest),
            (0, 0)
        );
    }

    #[test]
    fn power_comes_half_way_in_the_half_life_of_partnership() {
        let mut world = example::new();
        world.funded.conditions.power = 1.0;
        for month in 0..36 {
            step(&mut world, &steady(), month);
        }
        assert!(
            (world.government.power - 0.6).abs() < 1e-4,
            "from 0.2 towards 1: {}",
            world.government.power
        );
        assert!((world.government.accountability - 0.2).abs() < 1e-6);
        assert!((world.government.regulation - 0.6).abs() < 1e-6);
    }

    #[test]
    fn national_rules_hold_power_back_unless_uncoupled() {
        let mut parameters = steady();
        let after = |parameters: &Parameters, regulation: f32| {
            let mut world = example::new();
            world.funded.conditions.power = 0.5;
            world.government.regulation = regulation;
            step(&mut world, parameters, 0);
            world.government.power
        };
        assert!(after(&parameters, 1.0) < after(&parameters, 0.6));
        parameters.couplings.local_from_national = 0.0;
        assert_eq!(after(&parameters, 1.0), after(&parameters, 0.6));
    }

    #[test]
    fn human_indicators_and_room_within_the_rules_close_a_share_of_the_gap() {
        let mut world = example::new();
        example::add_all(&mut world, Lever::Accountability, 1.2);
        example::add_all(&mut world, Lever::Regulation, 1.2);
        step(&mut world, &steady(), 0);
        assert!((world.government.accountability - (0.2 + 0.1 * 0.8)).abs() < 1e-5);
        assert!((world.government.regulation - 0.9 * 0.6).abs() < 1e-5);
    }

    #[test]
    fn national_conditions_close_a_share_of_their_gap_and_fall_back_half_way_in_their_time() {
        let mut parameters = steady();
        parameters.life_events.structural = 0.6;
        let mut world = example::new();
        example::add_all(&mut world, Lever::Structural, 1.2);
        example::add_all(&mut world, Lever::Horizon, 0.6);
        step(&mut world, &parameters, 0);
        assert!((world.government.structural - 0.1 * 0.4).abs() < 1e-6);
        assert!((world.government.horizon - 0.05).abs() < 1e-6);
        world.funded.clear_levers();
        for month in 1..13 {
            step(&mut world, &parameters, month % 11);
        }
        assert!(
            (world.government.structural - 0.02).abs() < 1e-5,
            "half in twelve months"
        );
        assert!((world.government.horizon - 0.025).abs() < 1e-5);
        example::add_all(&mut world, Lever::Structural, 1_000.0);
        step(&mut world, &parameters, 0);
        assert!(
            (world.government.structural - 0.4).abs() < 1e-6,
            "never better than they can be"
        );
    }

    #[test]
    fn a_leader_who_leaves_takes_what_was_shared_but_never_what_is_usual() {
        let mut parameters = steady();
        parameters.governance.leader_leaves = 1e6;
        let mut world = example::new();
        (world.government.power, world.government.accountability) = (0.8, 0.21);
        step(&mut world, &parameters, 0);
        let pulled = 0.8 + monthly_share_of_half_life(36.0) * (0.2 - 0.8);
        assert!((world.government.power - 0.8 * pulled).abs() < 1e-5);
        assert_eq!(world.government.accountability, 0.2);
    }

    #[test]
    fn the_usual_state_is_at_rest() {
        let mut world = example::new();
        let before = world.clone();
        for month in 0..120 {
            step(&mut world, &Parameters::default(), month);
        }
        assert_eq!(example::differing(&before, &world), Vec::<String>::new());
    }
}
