//! Life events: long-term conditions begin and ease, work is lost and found, couples part. Hazards by age, deprivation and
//! the person's own state. Must not know money; support to find work comes as a lever.

use super::{ByAge, gradient, structural};
use crate::engine::state::{World, initial};
use crate::ids::PersonId;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// What changes with the neighbourhood, worked out once a month.
struct Here {
    limiting: f32,
    work: f32,
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.life_events;
    let conditions = structural(parameters);
    let here: Vec<Here> = (0..world.communities.len())
        .map(|c| {
            let deprivation = world.communities.deprivation[c];
            // A better environment than usual eases the start of long-term conditions a little; a worse one the reverse.
            let environment = 1.0 - 0.3 * (world.communities.environment[c] - world.communities.environment_usual[c]);
            Here {
                limiting: gradient(p.limiting_deprivation, deprivation) * conditions * environment,
                work: gradient(p.job_deprivation, deprivation) * conditions,
            }
        })
        .collect();
    let by_age = ByAge::new(p.limiting_slope, 25.0);
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        let onset = p.limiting_onset * by_age.at(world.persons.age(i));
        let here = &here[world.persons.community[i].index()];
        let words = world.luck.words(world.persons.key[i], month, Stream::LifeEvents);
        condition(world, parameters, i, onset * here.limiting, words);
        if (18..66).contains(&world.persons.age(i)) {
            let [work, part, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::Circumstances);
            work_changes(world, parameters, i, here, work);
            parting(world, parameters, i, part);
        }
    }
}

fn condition(world: &mut World, parameters: &Parameters, i: usize, onset: f32, words: [u32; 4]) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let draw = uniform(words[0]);
    let worsens = AnnualRate(onset).monthly().0;
    let eases = if persons.disability[i] == Disability::None { 0.0 } else { AnnualRate(p.recovery).monthly().0 };
    let next = if draw < worsens {
        // The first step may be a large one.
        match (persons.disability[i], uniform(words[1])) {
            (Disability::None, u) if u < 0.45 => Disability::Condition,
            (Disability::None, u) if u < 0.82 => Disability::Little,
            (Disability::Condition, u) if u < 0.7 => Disability::Little,
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
    if next == persons.disability[i] {
        return;
    }
    if next == Disability::Lot && persons.disability[i] < Disability::Lot {
        persons.dip[i] += p.shock_disability;
    }
    persons.disability[i] = next;
    persons.need[i] = initial::need_hours(next, uniform(words[2]), parameters);
}

fn work_changes(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let limited = world.persons.disability[i] == Disability::Lot;
    let rate = match world.persons.activity[i] {
        Activity::Employed if limited => p.sickness_exit + p.job_loss * here.work,
        Activity::Employed => p.job_loss * here.work,
        Activity::Unemployed | Activity::Sick | Activity::Other => {
            let usual = match world.persons.activity[i] {
                Activity::Unemployed => 1.0,
                Activity::Sick => 0.06,
                _ => 0.16,
            };
            usual * p.job_finding / here.work * (1.0 + world.funded.person(&world.persons, i, Lever::JobSupport))
        }
        _ => return,
    };
    if draw >= AnnualRate(rate).monthly().0 {
        return;
    }
    let persons = &mut world.persons;
    persons.activity[i] = match persons.activity[i] {
        Activity::Employed if limited => Activity::Sick,
        // Those who care for long hours do not look for other work.
        Activity::Employed if persons.care_hours[i] > parameters.family.sustainable_hours => Activity::Other,
        Activity::Employed => Activity::Unemployed,
        _ => Activity::Employed,
    };
}

fn parting(world: &mut World, parameters: &Parameters, i: usize, draw: f32) {
    let persons = &world.persons;
    let partner = persons.partner[i];
    // Asked once a couple: of the one named first.
    if !partner.is_some() || persons.key[i] > persons.key[partner.index()] {
        return;
    }
    if draw >= AnnualRate(parameters.life_events.parting).monthly().0 {
        return;
    }
    let j = partner.index();
    let persons = &mut world.persons;
    persons.partner[i] = PersonId::NONE;
    persons.partner[j] = PersonId::NONE;
    for k in [i, j] {
        persons.dip[k] += parameters.life_events.shock_parting;
    }
    // The second of the couple leaves the place; partners come from outside it too (demography), so that homes keep their size.
    world.communities.residents[world.persons.community[j].index()] -= 1;
    world.persons.leave(j);
}
