//! Crises: attendances at A&E, emergency admissions, evictions, placements; and how lives end. They cost much and damage
//! wellbeing and control. Must not know budgets; prices are the accounts'.

use super::{ByAge, gradient, structural};
use crate::engine::state::World;
use crate::engine::state::person::NOT_LIMITED;
use crate::numeric::unit;
use crate::place::Disability;
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence};

/// What differs by neighbourhood and by age, worked out once a month.
struct Hazards {
    attendance: Vec<f32>,
    admission: Vec<f32>,
    by_age: ByAge,
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.crisis;
    let conditions = structural(parameters);
    let here = |ratio: f32| world.communities.deprivation.iter().map(|d| gradient(ratio, *d) * conditions).collect();
    let hazards = Hazards {
        attendance: here(p.attendance_deprivation),
        admission: here(p.admission_deprivation),
        by_age: ByAge::new(p.admission_slope, 40.0),
    };
    for i in 0..world.persons.len() {
        if world.persons.alive[i] {
            emergencies(world, parameters, month, i, &hazards);
            if world.persons.months_left[i] != NOT_LIMITED {
                palliative(world, parameters, i);
            }
        }
    }
}

/// How much a person's open problems and unmet hours add to crises.
fn pressure(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let persons = &world.persons;
    let unmet = persons.unmet[i].min(40.0);
    let old = f32::from(persons.old_problems(i));
    if unmet == 0.0 && old == 0.0 {
        return 1.0;
    }
    libm::expf(parameters.crisis.old_problem * old + parameters.crisis.unmet_hours * unmet)
}

fn emergencies(world: &mut World, parameters: &Parameters, month: u32, i: usize, hazards: &Hazards) {
    let p = &parameters.crisis;
    let words = world.luck.words(world.persons.key[i], month, Stream::Crisis);
    let pressure = pressure(world, parameters, i);
    let persons = &world.persons;
    let community = persons.community[i].index();
    let age = f32::from(persons.age(i));
    let limited = match persons.disability[i] {
        Disability::Lot => p.admission_limited,
        Disability::Little => 1.0 + (p.admission_limited - 1.0) * 0.4,
        _ => 1.0,
    };
    let dying = match (persons.months_left[i], persons.palliative[i]) {
        (NOT_LIMITED, _) => 1.0,
        (_, true) => 6.0 * p.palliative_admissions,
        (_, false) => 6.0,
    };
    let young_or_old = if age < 5.0 { 1.6 } else { 0.8 + age / 200.0 };
    let attends = p.attendance_rate
        * hazards.attendance[community]
        * (0.6 + 0.4 * limited)
        * young_or_old
        * persons.frailty[i]
        * pressure
        * dying.min(3.0);
    let admits = p.admission_rate
        * hazards.by_age.at(persons.age(i).max(25))
        * limited
        * hazards.admission[community]
        * persons.frailty[i]
        * pressure
        * dying;
    if uniform(words[0]) < AnnualRate(attends).monthly().0 {
        attend(world, parameters, i, uniform(words[1]));
    }
    if uniform(words[2]) < AnnualRate(admits).monthly().0 {
        admit(world, parameters, i);
    }
    homes(world, parameters, i, uniform(words[3]), pressure);
}

fn charge(world: &mut World, i: usize, pounds: f32) {
    world.persons.cost[i] += Pence::from_pounds(f64::from(pounds));
}

/// What a crisis leaves behind.
fn damage(world: &mut World, parameters: &Parameters, i: usize, size: f32) {
    world.persons.dip[i] += parameters.crisis.damage_wellbeing * size;
    world.persons.control[i] = unit(world.persons.control[i] - parameters.crisis.damage_control * size);
}

fn attend(world: &mut World, parameters: &Parameters, i: usize, again: f32) {
    let attendances = 1 + u16::from(again < parameters.crisis.reattendance);
    world.persons.attendances[i] += attendances;
    world.counts.attendances += u64::from(attendances);
    charge(world, i, parameters.accounts.attendance * f32::from(attendances));
}

fn admit(world: &mut World, parameters: &Parameters, i: usize) {
    world.persons.admissions[i] += 1;
    world.counts.admissions += 1;
    charge(world, i, parameters.accounts.admission);
    damage(world, parameters, i, 1.0);
}

/// Evictions after old problems of home or money, placements after much unmet need.
fn homes(world: &mut World, parameters: &Parameters, i: usize, draw: f32, pressure: f32) {
    let p = &parameters.crisis;
    let persons = &world.persons;
    let old = |kind: usize| f32::from(u8::from(persons.problem_age[i][kind] > 6));
    let evicted = p.eviction * (old(2) + 2.0 * old(3)) * pressure;
    let placed = if persons.unmet[i] > 15.0 && persons.is_adult(i) { p.placement * pressure } else { 0.0 };
    let (evicted, placed) = (AnnualRate(evicted).monthly().0, AnnualRate(placed).monthly().0);
    if draw < evicted {
        world.counts.evictions += 1;
        charge(world, i, parameters.accounts.eviction);
        damage(world, parameters, i, 2.0);
        lose_a_friend(world, i);
        world.persons.problem_age[i][3] = 1;
    } else if draw < evicted + placed {
        world.counts.placements += 1;
        charge(world, i, parameters.accounts.placement);
        damage(world, parameters, i, 1.5);
        lose_a_friend(world, i);
    }
}

/// Being moved breaks the weakest tie.
fn lose_a_friend(world: &mut World, i: usize) {
    let persons = &mut world.persons;
    let count = persons.tie_count[i] as usize;
    let weakest = (0..count).min_by(|a, b| persons.tie_strength[i][*a].total_cmp(&persons.tie_strength[i][*b]));
    if let Some(slot) = weakest {
        let friend = persons.ties[i][slot].index();
        persons.untie(i, friend);
    }
}

/// Whether palliative care reaches a person is settled once, by how far it reaches and how deprived the place is.
fn palliative(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.crisis;
    if world.persons.palliative[i] {
        return;
    }
    let deprivation = world.communities.deprivation[world.persons.community[i].index()];
    let reach = p.palliative_reach - p.palliative_deprivation * deprivation + world.funded.person(&world.persons, i, Lever::Palliative);
    let [draw, ..] = world.luck.uniforms(world.persons.key[i], 0, Stream::EndOfLife);
    world.persons.palliative[i] = draw < reach;
}
