//! Families: strain rises where care goes beyond what is sustainable and falls with breaks and company; carers leave work;
//! care breaks down. Must not know prices.

use crate::engine::state::World;
use crate::numeric::unit;
use crate::place::Activity;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence, monthly_share_of_half_life};

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.family;
    let eases = monthly_share_of_half_life(p.strain_recovery);
    for family in 0..world.families.len() {
        let heaviest = heaviest_care(world, family);
        world.families.heaviest_care[family] = heaviest;
        if heaviest == 0.0 && world.families.strain[family] == 0.0 {
            continue;
        }
        let excess = ((heaviest - p.sustainable_hours) / p.sustainable_hours).clamp(0.0, 2.0);
        let gain = p.strain_gain * excess * (1.0 - relief(world, parameters, family)).max(0.0);
        let strain = world.families.strain[family];
        world.families.strain[family] = unit(strain + gain * (1.0 - strain) - eases * strain);
        if world.families.strain[family] > 0.3 {
            give_way(world, parameters, month, family);
        }
    }
}

/// The most that any one member gives, after breaks. Unit: hours a week.
fn heaviest_care(world: &World, family: usize) -> f32 {
    let members = world.families.living(family, &world.persons.alive);
    members
        .map(|i| {
            let hours = world.persons.care_hours[i];
            if hours > 0.0 { (hours - world.funded.person(&world.persons, i, Lever::BreakHours)).max(0.0) } else { 0.0 }
        })
        .fold(0.0, f32::max)
}

/// What slows strain: company in the neighbourhood, and formal help for those cared for at home.
fn relief(world: &World, parameters: &Parameters, family: usize) -> f32 {
    let c = &parameters.couplings;
    let community = world.families.community[family].index();
    let company = world.communities.aid[community] / parameters.community.aid_ceiling;
    let (mut formal, mut need) = (0.0, 0.0);
    for i in world.families.living(family, &world.persons.alive) {
        formal += world.persons.from_formal[i];
        need += world.persons.need[i];
    }
    let helped = if need > 0.0 { formal / need } else { 0.0 };
    parameters.family.company * company * c.family_from_community + 0.5 * helped * c.family_from_services
}

/// At strain: those who give most may leave work, and care may break down.
fn give_way(world: &mut World, parameters: &Parameters, month: u32, family: usize) {
    let p = &parameters.family;
    let strain = world.families.strain[family];
    let leaves = AnnualRate(p.leaving_work).monthly().0;
    for i in world.families.living(family, &world.persons.alive).collect::<Vec<_>>() {
        let working = world.persons.activity[i] == Activity::Employed;
        if working && world.persons.care_hours[i] > p.sustainable_hours {
            let [draw, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::Family);
            if draw < leaves {
                world.persons.activity[i] = Activity::Other;
            }
        }
    }
    let [breaks, ..] = world.luck.uniforms(world.families.key[family], month, Stream::Family);
    if breaks < AnnualRate(p.breakdown * strain).monthly().0 {
        break_down(world, parameters, family);
    }
}

/// A breakdown of care: costly, painful for all at home, and a break at last.
fn break_down(world: &mut World, parameters: &Parameters, family: usize) {
    world.counts.breakdowns += 1;
    world.families.strain[family] *= 0.6;
    let members: Vec<usize> = world.families.living(family, &world.persons.alive).collect();
    for &i in &members {
        world.persons.dip[i] += parameters.crisis.damage_wellbeing;
    }
    // Charged once, to somebody cared for.
    if let Some(&i) = members.iter().find(|i| world.persons.need[**i] > 0.0) {
        world.persons.cost[i] += Pence::from_pounds(f64::from(parameters.accounts.breakdown));
    }
}
