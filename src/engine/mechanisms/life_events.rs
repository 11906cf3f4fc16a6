//! Life events: long-term conditions begin and ease, work is lost and found, couples part. Hazards by age, deprivation and
//! the person's own state. Must not know money; support to find work comes as a lever.

mod concerned;
mod hazards;

use crate::engine::state::{World, initial};
use crate::ids::PersonId;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;
use hazards::{
    AFTER_STUDIES, AFTER_STUDIES_ON, ENDS_STUDIES, EXITS_OF_MEN, EXITS_OF_WOMEN, FINDING_OTHER,
    FINDING_SICK, Here, OnsetByAge, STUDIES_ON, neighbourhoods, own_state,
};

/// Of so many who end their studies without work to go to, so many look for it. Unit: people.
const WITHOUT_WORK: f32 = 3.0;
const LOOK_FOR_WORK: f32 = 2.0;
/// How many times more rarely people retire from 55 than from 60. Unit: ratio.
const RARER_FROM_55: f32 = 3.0;

/// Draws under which the first step of illness is a condition that does not limit, or one that limits a little; and the next step.
const FIRST_CONDITION: f32 = 0.45;
const FIRST_LITTLE: f32 = 0.82;
const NEXT_LITTLE: f32 = 0.7;
/// One month: a quarter of what may happen to those whose turn it is.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let here = neighbourhoods(world, parameters);
    let onset = OnsetByAge::new(&parameters.life_events);
    for i in concerned::people(world, parameters, month, &here, &onset) {
        // Some have left since: their partner parted from them.
        if world.persons.alive[i] {
            lives_on(world, parameters, month, i, &here, &onset);
        }
    }
}

/// All that may happen to one person.
fn lives_on(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    here: &[Here],
    onset: &OnsetByAge,
) {
    let here = &here[world.persons.community[i].index()];
    let words = world
        .luck
        .words(world.persons.key[i], month, Stream::LifeEvents);
    let onset = onset.0[usize::from(world.persons.age(i)).min(127)];
    condition(
        world,
        parameters,
        i,
        (onset * here.limiting, here.easing),
        words,
    );
    if (18..66).contains(&world.persons.age(i)) {
        let [work, part, entry, _] =
            world
                .luck
                .uniforms(world.persons.key[i], month, Stream::Circumstances);
        begin_work(world, parameters, i, here, entry);
        work_changes(world, parameters, i, here, work);
        parting(world, parameters, i, here, part);
    }
}

/// Conditions begin or worsen, and ease, at these yearly rates.
fn condition(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    (onset, easing): (f32, f32),
    words: [u32; 4],
) {
    let persons = &mut world.persons;
    let draw = uniform(words[0]);
    let worsens = AnnualRate(onset).of_a_quarter().monthly().0;
    let eases = if persons.disability[i] == Disability::None {
        0.0
    } else {
        AnnualRate(easing).of_a_quarter().monthly().0
    };
    let next = if draw < worsens {
        // The first step may be a large one.
        match (persons.disability[i], uniform(words[1])) {
            (Disability::None, u) if u < FIRST_CONDITION => Disability::Condition,
            (Disability::None, u) if u < FIRST_LITTLE => Disability::Little,
            (Disability::Condition, u) if u < NEXT_LITTLE => Disability::Little,
            _ => Disability::Lot,
        }
    } else if draw < worsens + eases {
        match persons.disability[i] {
            Disability::Lot => Disability::Little,
            Disability::Little => Disability::Condition,
            _ => Disability::None,
        }
    } else {
        return;
    };
    become_limited(world, parameters, i, next, uniform(words[2]));
}

/// A person's condition becomes another; `draw` in [0, 1) says how much support goes with it.
pub fn become_limited(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    next: Disability,
    draw: f32,
) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    if next == persons.disability[i] {
        return;
    }
    if next == Disability::Lot && persons.disability[i] < Disability::Lot {
        persons.shake(i, p.shock_disability, p.lasting_disability);
    }
    persons.disability[i] = next;
    let accompanied = persons.partner[i].is_some() || persons.is_child[i];
    persons.need[i] = initial::need_hours(next, draw, accompanied, parameters);
}

/// At 19 some study on until they are 22; the others look for work, and most have it.
fn begin_work(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let study = match persons.age_months[i] {
        STUDIES_ON..AFTER_STUDIES_ON => p.studying_on,
        ENDS_STUDIES..AFTER_STUDIES => 0.0,
        _ => return,
    };
    if persons.activity[i] != Activity::Student || draw < study {
        return;
    }
    let draw = (draw - study) / (1.0 - study);
    let without = p.entry_without_work * here.work;
    persons.activity[i] = match draw {
        u if u < without * LOOK_FOR_WORK / WITHOUT_WORK => Activity::Unemployed,
        u if u < without => Activity::Other,
        _ => Activity::Employed,
    };
}

fn work_changes(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &world.persons;
    let sick = if persons.disability[i] == Disability::Lot {
        p.sickness_exit
    } else {
        0.0
    };
    let early = early_retirement(p.early_retirement, persons.age(i));
    let mut draw = draw;
    // One draw a turn decides what happens of several things that may.
    let mut happens = |rate: f32| {
        let chance = AnnualRate(rate).of_a_quarter().monthly().0;
        let yes = (0.0..chance).contains(&draw);
        draw -= chance;
        yes
    };
    match persons.activity[i] {
        Activity::Employed => {
            if happens(
                sick + p.job_loss * here.work * own_state(p.low_wellbeing, persons.wellbeing[i]),
            ) {
                lose_work(world, parameters, i);
            } else if happens(
                p.home_exit
                    * if persons.female[i] {
                        EXITS_OF_WOMEN
                    } else {
                        EXITS_OF_MEN
                    },
            ) {
                world.persons.activity[i] = Activity::Other;
            } else if happens(early) {
                world.persons.activity[i] = Activity::Retired;
            }
        }
        Activity::Unemployed | Activity::Sick | Activity::Other => {
            let usual = match persons.activity[i] {
                Activity::Unemployed => 1.0,
                Activity::Sick => FINDING_SICK,
                _ => FINDING_OTHER,
            };
            let support = 1.0 + world.funded.person(persons, i, Lever::JobSupport);
            if happens(usual * p.job_finding / here.work * support) {
                world.persons.activity[i] = Activity::Employed;
            } else if happens(early) {
                world.persons.activity[i] = Activity::Retired;
            }
        }
        _ => {}
    }
}

/// Who retires before the pension age: from 55 a third as often as from 60.
fn early_retirement(from_60: f32, age: u16) -> f32 {
    match age {
        60.. => from_60,
        55..60 => from_60 / RARER_FROM_55,
        _ => 0.0,
    }
}

/// Somebody in work loses it: for sickness, for those they care for, or to look for other work.
pub fn lose_work(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    persons.activity[i] = if persons.disability[i] == Disability::Lot {
        Activity::Sick
    } else if persons.care_hours[i] > parameters.family.sustainable_hours {
        // Those who care for long hours do not look for other work.
        Activity::Other
    } else {
        persons.shake(i, p.shock_work, p.lasting_work);
        Activity::Unemployed
    };
}

fn parting(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &world.persons;
    let partner = persons.partner[i];
    // Asked once a couple: of the one named first.
    if !partner.is_some() || persons.key[i] > persons.key[partner.index()] {
        return;
    }
    let both = f32::midpoint(persons.wellbeing[i], persons.wellbeing[partner.index()]);
    let rate = AnnualRate(p.parting * here.parting * own_state(p.low_wellbeing, both));
    if rate.of_a_quarter().happens(draw) {
        part(world, parameters, i);
    }
}

/// Somebody parts from their partner, who leaves the place; partners come from outside it too (demography), so that homes
/// keep their size.
pub fn part(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let j = persons.partner[i].index();
    persons.partner[i] = PersonId::NONE;
    persons.partner[j] = PersonId::NONE;
    for k in [i, j] {
        persons.shake(k, p.shock_parting, p.lasting_parting);
    }
    world.communities.residents[persons.community[j].index()] -= 1;
    persons.leave(j);
}

#[cfg(test)]
mod tests;
