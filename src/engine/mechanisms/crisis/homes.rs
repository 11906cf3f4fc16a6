//! Homes lost for a while: evictions after old problems of home or money, placements in residential care after much unmet
//! need, and living there until it is over. Must not know prices beyond what a month or an eviction is charged at.

use super::damage::{charge, damage};
use crate::engine::state::World;
use crate::engine::state::person::Housing;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// What an old problem of home adds to evictions, for each part that one of money adds. Unit: ratio.
const OF_HOME: f32 = 2.0;
/// Unmet support above which somebody may be placed in residential care: two hours a day. Unit: hours a week.
const UNMET_PLACED: f32 = 15.0;
/// What an eviction and a placement take from wellbeing and control, of what an admission takes. Unit: ratio.
const EVICTED: f32 = 2.0;
const PLACED: f32 = 1.5;
/// The longest stay away from home, which a month counter of eight bits holds. Unit: months.
const LONGEST_AWAY: f32 = 240.0;

/// The kind of problem that is about a home.
const HOME: usize = 3;

/// Marks the draw about living away, beside the draws about crises.
const AWAY: u64 = 2;

/// The most, each year, that homes are lost by anybody without pressure: by all reasons at once.
pub(super) fn most(parameters: &Parameters) -> f32 {
    parameters.crisis.eviction.max(0.0) * (1.0 + OF_HOME) + parameters.crisis.placement.max(0.0)
}

/// Draws whether a home is lost this month; a person who lives elsewhere already does not lose it again.
pub(super) fn may_be_lost(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    draw: f32,
    pressure: f32,
) {
    let p = &parameters.crisis;
    let persons = &world.persons;
    if persons.housing[i] != Housing::Own {
        return;
    }
    let old = |kind: usize| f32::from(u8::from(persons.problem_age[i][kind] > 6));
    let evicted = p.eviction * (old(2) + OF_HOME * old(HOME)) * pressure;
    let placed = if persons.unmet[i] > UNMET_PLACED && persons.is_adult(i) {
        p.placement * pressure
    } else {
        0.0
    };
    let (evicted, placed) = (
        AnnualRate(evicted).monthly().0,
        AnnualRate(placed).monthly().0,
    );
    if draw < evicted {
        evict(world, parameters, i);
    } else if draw < evicted + placed {
        place(world, parameters, i);
    }
}

/// An eviction is charged once, and everybody at home goes to temporary accommodation and loses the weakest of their ties.
fn evict(world: &mut World, parameters: &Parameters, i: usize) {
    world.counts.evictions += 1;
    charge(world, i, parameters.accounts.eviction);
    damage(world, parameters, i, EVICTED);
    for member in world.families.members[world.persons.family[i].index()] {
        let k = member.index();
        if member.is_some() && world.persons.alive[k] && world.persons.housing[k] == Housing::Own {
            move_to(
                world,
                k,
                Housing::Temporary,
                parameters.crisis.eviction_months,
            );
        }
    }
    world.persons.close_problem(i, HOME);
    world.persons.problem_age[i][HOME] = 1;
}

/// A placement: the person lives in residential care, and is charged for by the month.
fn place(world: &mut World, parameters: &Parameters, i: usize) {
    world.counts.placements += 1;
    damage(world, parameters, i, PLACED);
    move_to(
        world,
        i,
        Housing::Residential,
        parameters.crisis.placement_months,
    );
    pay(world, parameters, i);
}

fn move_to(world: &mut World, i: usize, housing: Housing, months: f32) {
    world.persons.housing[i] = housing;
    world.persons.housing_months[i] = months.clamp(1.0, LONGEST_AWAY) as u8;
    lose_a_friend(world, i);
}

fn pay(world: &mut World, parameters: &Parameters, i: usize) {
    if world.persons.housing[i] == Housing::Residential {
        world.counts.residential_months += 1;
        charge(world, i, parameters.accounts.residential_month);
    }
}

/// A month away from home: paid for, hard on ties, and at last over.
pub(super) fn live_away(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    if world.persons.housing[i] == Housing::Own {
        return;
    }
    let left = world.persons.housing_months[i].saturating_sub(1);
    world.persons.housing_months[i] = left;
    if left == 0 {
        world.persons.housing[i] = Housing::Own;
        return;
    }
    pay(world, parameters, i);
    let [fades, ..] = world
        .luck
        .uniforms(world.persons.key[i].child(AWAY), month, Stream::Crisis);
    if fades < AnnualRate(parameters.crisis.away_ties).monthly().0 {
        lose_a_friend(world, i);
    }
}

/// Being moved breaks the weakest tie.
fn lose_a_friend(world: &mut World, i: usize) {
    let persons = &world.persons;
    let count = persons.tie_count[i] as usize;
    let weakest = (0..count)
        .min_by(|a, b| persons.tie_strength[i][*a].total_cmp(&persons.tie_strength[i][*b]));
    if let Some(slot) = weakest {
        let friend = persons.ties[i][slot].index();
        world.persons.untie(i, friend);
    }
}
