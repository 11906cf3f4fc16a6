//! Problems: they arise, are solved alone, by family or by community, or are brought to a service: waited for, then
//! resolved, handed on, or left to return, which is failure demand. A contact that fits builds control and trust; one that
//! does not costs them. Must not know budgets; capacity comes as contacts a head and levers.

use super::{gradient, structural};
use crate::engine::state::World;
use crate::engine::state::person::ProblemKind;
use crate::engine::state::service::{SERVICES, ServiceKind};
use crate::numeric::unit;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// A problem that wants a contact this month.
struct Request {
    person: usize,
    kind: usize,
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let gradients: Vec<f32> = world.communities.deprivation.iter().map(|d| gradient(parameters.problems.deprivation, *d)).collect();
    let recovers = monthly_share_of_half_life(parameters.control.trust_half_life);
    let conditions = structural(world, parameters);
    let mut requests = Vec::new();
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        routine(world, parameters, month, i);
        world.persons.trust[i] += recovers * (0.5 - world.persons.trust[i]);
        if world.persons.is_adult(i) {
            let gradient = gradients[world.persons.community[i].index()];
            arise(world, parameters, month, i, (gradient, conditions));
            if world.persons.has_problem(i) {
                at_home(world, parameters, month, i, &mut requests);
            }
        }
    }
    meet(world, parameters, month, &requests);
}

/// Routine primary care: more for the very young, the old and the ill. At most two contacts a month are drawn.
fn routine(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    let persons = &mut world.persons;
    let age = f32::from(persons.age(i));
    let health = match persons.disability[i] {
        Disability::None => 0.7,
        Disability::Condition => 1.2,
        Disability::Little => 1.6,
        Disability::Lot => 2.2,
    };
    let rate = parameters.problems.routine_contacts * health * (0.75 + age / 160.0) / 12.0;
    let [first, second, ..] = world.luck.uniforms(persons.key[i], month, Stream::PrimaryCare);
    // Two chances of half the rate each: the mean is the rate wherever half of it is a chance.
    let contacts = u16::from(first < rate / 2.0) + u16::from(second < rate / 2.0);
    persons.primary_contacts[i] += contacts;
    world.counts.primary_contacts += u64::from(contacts);
}

/// At most one new problem a month: whether, and of which kind.
fn arise(world: &mut World, parameters: &Parameters, month: u32, i: usize, (gradient, conditions): (f32, f32)) {
    let p = &parameters.problems;
    let persons = &mut world.persons;
    let limited = match persons.disability[i] {
        Disability::Lot => p.limited * 1.3,
        Disability::Little => p.limited,
        Disability::Condition => 1.2,
        Disability::None => 0.7,
    };
    let old = 0.6 + f32::from(persons.age(i)) / 110.0;
    let isolated = if persons.close_friends[i] == 0 { p.isolated } else { 1.0 };
    let out_of_work = matches!(persons.activity[i], Activity::Unemployed | Activity::Sick);
    let poor = if out_of_work { 2.0 } else { 1.0 };
    let young = if persons.age(i) < 30 { 1.3 } else { 1.0 };
    let working_age = if persons.age(i) < 66 { 1.0 } else { 0.1 };
    let rates = [
        p.health_rate * limited * old * (0.5 + 0.5 * gradient),
        p.mind_rate * isolated * young * gradient * if out_of_work { 1.5 } else { 1.0 },
        p.money_rate * poor * gradient * gradient,
        p.home_rate * gradient * gradient,
        p.work_rate * poor * working_age * gradient,
    ];
    let total: f32 = rates.iter().sum();
    let words = world.luck.words(persons.key[i], month, Stream::Problems);
    if uniform(words[0]) >= AnnualRate(total * conditions).monthly().0 {
        return;
    }
    let mut mark = uniform(words[1]) * total;
    let kind = rates.iter().position(|rate| {
        mark -= rate;
        mark < 0.0
    });
    let kind = kind.unwrap_or(0);
    if persons.problem_age[i][kind] == 0 {
        persons.problem_age[i][kind] = 1;
        persons.problem_returns[i][kind] = 0;
    }
}

/// Open problems grow older, are solved at home, or are brought to a service.
fn at_home(world: &mut World, parameters: &Parameters, month: u32, i: usize, requests: &mut Vec<Request>) {
    let p = &parameters.problems;
    let solved = chance_at_home(world, parameters, i);
    let mut draws = world.luck.draws(world.persons.key[i], month, Stream::Problems);
    for kind in 0..5 {
        let (solves, seeks) = (draws.uniform(), draws.uniform());
        let persons = &mut world.persons;
        if persons.problem_age[i][kind] == 0 {
            continue;
        }
        // Work, money and housing are harder to mend at home than a cold or a low mood.
        let hard = if kind < 2 { 1.0 } else { 0.7 };
        if persons.problem_age[i][kind] > 1 && solves < solved * hard {
            persons.problem_age[i][kind] = 0;
            persons.problem_returns[i][kind] = 0;
            continue;
        }
        persons.problem_age[i][kind] = persons.problem_age[i][kind].saturating_add(1);
        let seek = if persons.problem_returns[i][kind] > 0 { p.return_seek } else { p.seek };
        if seeks < unit(seek * (0.6 + 0.8 * persons.trust[i])) {
            requests.push(Request { person: i, kind });
        }
    }
}

fn chance_at_home(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let p = &parameters.problems;
    let c = &parameters.couplings;
    let persons = &world.persons;
    let family = persons.family[i].index();
    let company = world.families.members[family].iter().filter(|m| m.is_some() && persons.alive[m.index()]).count() > 1;
    let at_ease = if company { 1.0 - world.families.strain[family] } else { 0.0 };
    let aid = world.communities.aid[persons.community[i].index()] / parameters.community.aid_hours;
    let friends = f32::from(persons.close_friends[i].min(4)) / 4.0;
    p.solved_alone * (0.5 + persons.control[i] / (2.0 * parameters.control.mean))
        + p.solved_family * at_ease * c.person_from_family
        + p.solved_community * friends * aid.min(2.0) * c.person_from_community
        + world.funded.person(persons, i, Lever::SelfHelp)
}

/// Services meet requests as far as contacts go: everybody who asks a service this month is seen with the same chance.
fn meet(world: &mut World, parameters: &Parameters, month: u32, requests: &[Request]) {
    let mut asked = [0.0_f32; SERVICES];
    for request in requests {
        asked[service(request.kind) as usize] += 1.0;
    }
    let mut there_are = [0.0_f32; SERVICES];
    for c in 0..world.communities.len() {
        let capacity = world.services.core + world.funded.community(c, Lever::Capacity);
        for ((there_are, per_head), open) in there_are.iter_mut().zip(world.services.contacts_per_head).zip(world.services.open) {
            *there_are += per_head * capacity.max(0.0) * open * world.communities.residents[c] as f32;
        }
    }
    let mut waiting = 0;
    for request in requests {
        let s = service(request.kind) as usize;
        let chance = (there_are[s] / asked[s]).min(1.0);
        let entity = world.persons.key[request.person].child(request.kind as u64);
        let words = world.luck.uniforms(entity, month, Stream::Contacts);
        if words[0] < chance {
            // Whether staff have changed is a matter of its own, not of how the contact goes.
            let [changes, ..] = world.luck.uniforms(entity.child(0), month, Stream::Contacts);
            keep_relationship(parameters, world.services.morale, &mut world.persons, request.person, changes);
            contact(world, parameters, request, words);
        } else {
            waiting += 1;
        }
    }
    world.services.waiting = waiting;
    world.counts.waiting += u64::from(waiting);
}

fn service(kind: usize) -> ServiceKind {
    ServiceKind::for_problem(ProblemKind::ALL[kind])
}

fn contact(world: &mut World, parameters: &Parameters, request: &Request, words: [f32; 4]) {
    let p = &parameters.problems;
    let c = &parameters.couplings;
    let i = request.person;
    let s = service(request.kind) as usize;
    let community = world.persons.community[i].index();
    let fit = world.communities.fit[community][s];
    let advocate = p.advocacy_gain * world.funded.person(&world.persons, i, Lever::Advocacy).min(1.0);
    let persons = &mut world.persons;
    let known = f32::from(persons.relationship[i].min(12)) / 12.0;
    let resolved = words[1] < unit(p.first_time_base + p.first_time_fit * fit + p.lasting_relationship * known + advocate);
    let fitted = words[2] < unit(0.25 + fit + advocate);
    world.counts.contacts += 1;
    world.counts.failure_contacts += u64::from(persons.problem_returns[i][request.kind] > 0);
    world.counts.fitting_contacts += u64::from(fitted);
    persons.contacts[i][s] = persons.contacts[i][s].saturating_add(1);
    persons.fitting_contacts[i] = persons.fitting_contacts[i].saturating_add(u16::from(fitted));
    let felt = c.person_from_services;
    let change = if fitted { parameters.control.good_contact } else { -parameters.control.poor_contact } * felt;
    persons.control[i] = unit(persons.control[i] + change);
    persons.trust[i] = unit(persons.trust[i] + 2.0 * change);
    if resolved {
        persons.problem_age[i][request.kind] = 0;
        persons.problem_returns[i][request.kind] = 0;
        return;
    }
    // Handed on between services that do not work as one: the next contact starts again with somebody else.
    let joined_up = world.communities.joined_up[community];
    let handed_on = words[3] < p.hand_on * (1.0 - joined_up) * c.services_from_services;
    persons.problem_returns[i][request.kind] = persons.problem_returns[i][request.kind].saturating_add(1);
    if handed_on {
        persons.relationship[i] = 0;
        persons.control[i] = unit(persons.control[i] - 0.5 * parameters.control.poor_contact * felt);
    }
}

/// A relationship with one professional lasts from contact to contact unless staff or rotas change.
fn keep_relationship(parameters: &Parameters, morale: f32, persons: &mut crate::engine::state::Persons, i: usize, draw: f32) {
    let change = parameters.problems.staff_change * (parameters.practice.morale / morale.max(0.05));
    if draw < change {
        persons.relationship[i] = 0;
    } else {
        persons.relationship[i] = persons.relationship[i].saturating_add(1);
        persons.longest_relationship[i] = persons.longest_relationship[i].max(persons.relationship[i]);
    }
}

#[cfg(test)]
mod tests;
