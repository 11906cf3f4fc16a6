//! Problems: they arise, are solved alone, by family or by community, or are brought to a service: waited for, then
//! resolved, handed on, or left to return, which is failure demand. A contact that fits builds control and trust; one that
//! does not costs them. Must not know budgets; capacity comes as contacts a head and levers.

mod arising;
mod contacts;
mod primary_care;
mod requests;
mod social_care;

use super::{gradient, structural};
use crate::engine::chosen::chosen;
use crate::engine::state::person::Housing;
use crate::engine::state::problem::open;
use crate::engine::state::service::{SERVICES, ServiceKind};
use crate::engine::state::{Persons, World};
use crate::ids::PersonId;
use crate::numeric::unit;
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::quarterly_share_of_half_life;
use requests::{Here, Request};

/// How often problems of work, money and housing are solved at home, of problems of health and mind: they are harder to mend
/// than a cold or a low mood. Unit: ratio.
const HARDER: f32 = 0.7;
/// How readily a service is asked by somebody who does not trust it, and what full trust adds. Unit: ratios to the usual.
const SEEKS_ANYWAY: f32 = 0.6;
const SEEKS_TRUSTING: f32 = 0.8;
/// Close friends beyond which more solve no more of a problem. Unit: friends.
const FRIENDS_WHO_HELP: u8 = 4;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.problems;
    // Routine contacts are of those in a neighbourhood of middling deprivation.
    let access: Vec<f32> = world
        .communities
        .deprivation
        .iter()
        .map(|d| gradient(p.access_deprivation, *d))
        .collect();
    let best = gradient(p.access_deprivation, -1.0).max(1.0);
    let arising = world
        .communities
        .deprivation
        .iter()
        .map(|d| gradient(p.deprivation, *d));
    let here: Vec<Here> = arising
        .zip(&access)
        .map(|(arising, access)| Here {
            arising,
            access: access / best,
        })
        .collect();
    let due = world.due(month);
    primary_care::routine(world, parameters, month, &access, &due);
    recover_trust(
        &mut world.persons,
        quarterly_share_of_half_life(parameters.control.trust_half_life),
        &due,
    );
    let conditions = structural(world, parameters);
    arising::arise(world, parameters, month, &here, conditions, &due);
    let requests = ask(world, parameters, month);
    contacts::meet(world, parameters, month, &requests, &here);
}

/// Trust in services goes back to the middle, by a quarter's share for those whose turn it is.
fn recover_trust(persons: &mut Persons, recovers: f32, due: &[usize]) {
    for i in due {
        let trust = &mut persons.trust[*i];
        *trust += recovers * (0.5 - *trust);
    }
}

/// What services are asked for this month, and what they hold already.
fn ask(world: &mut World, parameters: &Parameters, month: u32) -> Vec<Request> {
    let mut requests = Vec::new();
    let mut caseload = [0_u32; SERVICES];
    social_care::end(&mut world.persons);
    let persons = world.persons.seen();
    let asking = chosen(persons.key.len(), |i| {
        let something = (persons.problem_age[i] != [0; 5]) | (persons.need[i] != 0.0);
        something & persons.alive[i] & (persons.age_months[i] >= 18 * 12)
    });
    for i in asking.into_iter().map(|i| i as usize) {
        if world.persons.has_problem(i) {
            at_home(world, parameters, month, i, &mut requests);
            count_held(world, i, &mut caseload);
        }
        if world.persons.need[i] != 0.0 {
            social_care::ask(world, parameters, month, i, &mut requests);
        }
    }
    let persons = &world.persons;
    let living = |with: &[bool]| {
        with.iter()
            .zip(&persons.alive)
            .map(|(with, alive)| u32::from(*with & *alive))
            .sum::<u32>()
    };
    caseload[ServiceKind::SocialCare as usize] += living(&persons.client);
    caseload[ServiceKind::Hospice as usize] += living(&persons.palliative);
    world.services.caseload = caseload;
    requests
}

/// Problems that a service has been asked about are what it holds.
fn count_held(world: &World, i: usize, caseload: &mut [u32; SERVICES]) {
    let persons = &world.persons;
    for kind in open_kinds(persons, i) {
        let asked = (persons.problem_returns[i][kind] > 0) | (persons.problem_waits[i][kind] > 0);
        caseload[persons.problem_at[i][kind] as usize] += u32::from(asked);
    }
}

/// The kinds of problem that are open, in order. Nearly everybody who has any has one: it is found without asking for each.
fn open_kinds(persons: &Persons, i: usize) -> impl Iterator<Item = usize> + use<> {
    let mut open = open(&persons.problem_age[i]);
    std::iter::from_fn(move || {
        let kind = (open != 0).then(|| open.trailing_zeros() as usize);
        open &= open.wrapping_sub(1);
        kind
    })
}

/// Open problems grow older, are solved at home, or are brought to a service.
fn at_home(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    requests: &mut Vec<Request>,
) {
    let p = &parameters.problems;
    let solved = chance_at_home(world, parameters, i);
    let luck = world.luck.of(month, Stream::Problems);
    let persons = &mut world.persons;
    for kind in open_kinds(persons, i) {
        // Every kind has two draws of its own, two kinds share a block.
        let draws = luck.block(persons.key[i], 1 + kind as u64 / 2).map(uniform);
        let (solves, seeks) = (draws[kind % 2 * 2], draws[kind % 2 * 2 + 1]);
        let hard = if kind < 2 { 1.0 } else { HARDER };
        // Nobody who lives in temporary accommodation has a home yet.
        let homeless = kind == 3 && persons.housing[i] == Housing::Temporary;
        if persons.problem_age[i][kind] > 1 && solves < solved * hard && !homeless {
            persons.close_problem(i, kind);
            continue;
        }
        persons.problem_age[i][kind] = persons.problem_age[i][kind].saturating_add(1);
        let seek = if persons.problem_returns[i][kind] > 0 {
            p.return_seek
        } else {
            p.seek
        };
        if seeks < unit(seek * (SEEKS_ANYWAY + SEEKS_TRUSTING * persons.trust[i])) {
            requests.push(Request {
                person: i,
                matter: kind,
                service: persons.problem_at[i][kind],
            });
        }
    }
}

fn chance_at_home(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let p = &parameters.problems;
    let c = &parameters.couplings;
    let persons = &world.persons;
    let family = persons.family[i].index();
    let other = |m: &PersonId| m.is_some() && m.index() != i && persons.alive[m.index()];
    let company = persons.partner[i].is_some() || world.families.members[family].iter().any(other);
    let at_ease = if company {
        1.0 - world.families.strain[family]
    } else {
        0.0
    };
    let aid = world.communities.aid[persons.community[i].index()] / parameters.community.aid_hours;
    let friends =
        f32::from(persons.close_friends[i].min(FRIENDS_WHO_HELP)) / f32::from(FRIENDS_WHO_HELP);
    p.solved_alone * (0.5 + persons.control[i] / (2.0 * parameters.control.mean))
        + p.solved_family * at_ease * c.person_from_family
        + p.solved_community * friends * aid.min(2.0) * c.person_from_community
        + world.funded.person(persons, i, Lever::SelfHelp)
}

#[cfg(test)]
mod tests;
