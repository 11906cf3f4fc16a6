//! Problems: they arise, are solved alone, by family or by community, or are brought to a service: waited for, then
//! resolved, handed on, or left to return, which is failure demand. A contact that fits builds control and trust; one that
//! does not costs them. Must not know budgets; capacity comes as contacts a head and levers.

mod contacts;
mod social_care;

use super::{gradient, structural};
use crate::engine::state::World;
use crate::engine::state::person::Housing;
use crate::engine::state::service::{SERVICES, ServiceKind};
use crate::numeric::unit;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence, monthly_share_of_half_life};

/// The matter of a request that is no problem: an assessment for social care.
const ASSESSMENT: usize = 5;

/// What wants a contact with a service this month.
struct Request {
    person: usize,
    /// The kind of problem, or [`ASSESSMENT`].
    matter: usize,
    service: ServiceKind,
}

/// What differs by neighbourhood, worked out once a month.
struct Here {
    /// How much more often problems arise.
    arising: f32,
    /// Routine contacts, of those in a neighbourhood of middling deprivation.
    routine: f32,
    /// What is given of what is asked for, of what there is for all. Range: 0–1; 1 in the least deprived neighbourhoods.
    access: f32,
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.problems;
    let here: Vec<Here> = world
        .communities
        .deprivation
        .iter()
        .map(|d| Here {
            arising: gradient(p.deprivation, *d),
            routine: gradient(p.access_deprivation, *d),
            access: gradient(p.access_deprivation, *d) / gradient(p.access_deprivation, -1.0).max(1.0),
        })
        .collect();
    let recovers = monthly_share_of_half_life(parameters.control.trust_half_life);
    let conditions = structural(world, parameters);
    let price = Pence::from_pounds(f64::from(parameters.accounts.contact));
    let mut requests = Vec::new();
    let mut caseload = [0_u32; SERVICES];
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        let here = &here[world.persons.community[i].index()];
        let contacts = routine(world, parameters, month, i, here.routine);
        world.persons.health_cost[i] += Pence(price.0 * i64::from(contacts));
        world.persons.trust[i] += recovers * (0.5 - world.persons.trust[i]);
        if world.persons.is_adult(i) {
            arise(world, parameters, month, i, (here.arising, conditions));
            if world.persons.has_problem(i) {
                at_home(world, parameters, month, i, &mut requests);
                count_held(world, i, &mut caseload);
            }
            social_care::ask(world, parameters, month, i, &mut requests);
        }
        caseload[ServiceKind::SocialCare as usize] += u32::from(world.persons.client[i]);
        caseload[ServiceKind::Hospice as usize] += u32::from(world.persons.palliative[i]);
    }
    world.services.caseload = caseload;
    contacts::meet(world, parameters, month, &requests, &here);
}

/// Problems that a service has been asked about are what it holds.
fn count_held(world: &World, i: usize, caseload: &mut [u32; SERVICES]) {
    let persons = &world.persons;
    for kind in 0..5 {
        let asked = persons.problem_returns[i][kind] > 0 || persons.problem_waits[i][kind] > 0;
        caseload[persons.problem_at[i][kind] as usize] += u32::from(persons.problem_age[i][kind] > 0 && asked);
    }
}

/// Routine primary care: more for the very young, the old and the ill. At most two contacts a month are drawn; says how many.
fn routine(world: &mut World, parameters: &Parameters, month: u32, i: usize, access: f32) -> u16 {
    let persons = &mut world.persons;
    let age = f32::from(persons.age(i));
    let health = match persons.disability[i] {
        Disability::None => 0.7,
        Disability::Condition => 1.2,
        Disability::Little => 1.6,
        Disability::Lot => 2.2,
    };
    let rate = parameters.problems.routine_contacts * access * health * (0.75 + age / 160.0) / 12.0;
    let [first, second, ..] = world.luck.uniforms(persons.key[i], month, Stream::PrimaryCare);
    // Two chances of half the rate each: the mean is the rate wherever half of it is a chance.
    let contacts = u16::from(first < rate / 2.0) + u16::from(second < rate / 2.0);
    persons.primary_contacts[i] += contacts;
    world.counts.primary_contacts += u64::from(contacts);
    contacts
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
        persons.close_problem(i, kind);
        persons.problem_age[i][kind] = 1;
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
        // Nobody who lives in temporary accommodation has a home yet.
        let homeless = kind == 3 && persons.housing[i] == Housing::Temporary;
        if persons.problem_age[i][kind] > 1 && solves < solved * hard && !homeless {
            persons.close_problem(i, kind);
            continue;
        }
        persons.problem_age[i][kind] = persons.problem_age[i][kind].saturating_add(1);
        let seek = if persons.problem_returns[i][kind] > 0 { p.return_seek } else { p.seek };
        if seeks < unit(seek * (0.6 + 0.8 * persons.trust[i])) {
            requests.push(Request { person: i, matter: kind, service: persons.problem_at[i][kind] });
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

#[cfg(test)]
mod tests;
