//! Contacts with services: who is seen and who waits, what a contact resolves, where a problem is handed on to, and what
//! being served well or badly does to a person. Must not know budgets; capacity comes as contacts a head and levers.

use super::requests::{ASSESSMENT, Here, Request};
use super::social_care;
use crate::engine::mechanisms::FITS_ANYWAY;
use crate::engine::state::service::{SERVICES, ServiceKind, handed_to};
use crate::engine::state::{Persons, ProblemKind, World};
use crate::numeric::unit;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// Morale below which staff change no more often than this makes them: nobody leaves twice. Unit: index, 0–1.
const LEAST_MORALE: f32 = 0.05;

/// Services meet requests as far as contacts go: everybody who asks a service this month is seen with the same chance, less
/// in deprived neighbourhoods.
pub(super) fn meet(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    requests: &[Request],
    here: &[Here],
) {
    let mut asked = [0_u32; SERVICES];
    for request in requests {
        asked[request.service as usize] += 1;
    }
    let there_are = contacts_there_are(world);
    let (mut waiting, mut waited) = ([0_u32; SERVICES], [0_u32; SERVICES]);
    for request in requests {
        let (i, s) = (request.person, request.service as usize);
        let chance = (there_are[s] / asked[s] as f32).min(1.0)
            * here[world.persons.community[i].index()].access;
        let entity = world.persons.key[i].child(request.matter as u64);
        let words = world.luck.uniforms(entity, month, Stream::Contacts);
        if words[0] >= chance {
            waiting[s] += 1;
            waited[s] += u32::from(wait(&mut world.persons, request));
        } else if request.matter == ASSESSMENT {
            social_care::assess(world, parameters, i);
        } else {
            // Whether staff have changed, and who is next, are matters of their own, not of how the contact goes.
            let [changes, next, ..] = world
                .luck
                .uniforms(entity.child(0), month, Stream::Contacts);
            keep_relationship(
                parameters,
                world.services.morale[s],
                &mut world.persons,
                i,
                changes,
            );
            contact(world, parameters, request, words, next);
        }
    }
    world.services.asked = asked;
    world.services.waiting = waiting;
    for s in 0..SERVICES {
        world.services.waited[s] = if waiting[s] > 0 {
            waited[s] as f32 / waiting[s] as f32
        } else {
            0.0
        };
    }
    world.counts.waiting += waiting.iter().map(|w| u64::from(*w)).sum::<u64>();
}

/// Contacts that each service can have this month.
fn contacts_there_are(world: &World) -> [f32; SERVICES] {
    let mut there_are = [0.0_f32; SERVICES];
    for c in 0..world.communities.len() {
        let lever = world.funded.community(c, Lever::Capacity);
        let residents = world.communities.residents[c] as f32;
        for service in ServiceKind::ALL {
            let s = service as usize;
            there_are[s] += world.services.contacts_per_head[s]
                * world.services.effective(service, lever)
                * residents;
        }
    }
    there_are
}

/// Not seen this month; says how many months it has been so.
fn wait(persons: &mut Persons, request: &Request) -> u8 {
    if request.matter == ASSESSMENT {
        return persons.waiting_care[request.person];
    }
    let waits = &mut persons.problem_waits[request.person][request.matter];
    *waits = waits.saturating_add(1);
    *waits
}

pub(super) fn contact(
    world: &mut World,
    parameters: &Parameters,
    request: &Request,
    words: [f32; 4],
    next: f32,
) {
    let p = &parameters.problems;
    let c = &parameters.couplings;
    let (i, kind, s) = (request.person, request.matter, request.service as usize);
    let community = world.persons.community[i].index();
    let fit = world.communities.fit[community][s];
    let advocate = p.advocacy_gain
        * world
            .funded
            .person(&world.persons, i, Lever::Advocacy)
            .min(1.0);
    let persons = &mut world.persons;
    let known = f32::from(persons.relationship[i].min(12)) / 12.0;
    let resolved = words[1]
        < unit(
            p.first_time_base + p.first_time_fit * fit + p.lasting_relationship * known + advocate,
        );
    let fitted = words[2] < unit(FITS_ANYWAY + fit + advocate);
    world.counts.contacts += 1;
    world.counts.failure_contacts += u64::from(persons.problem_returns[i][kind] > 0);
    world.counts.fitting_contacts += u64::from(fitted);
    persons.contacts[i][s] = persons.contacts[i][s].saturating_add(1);
    persons.fitting_contacts[i] = persons.fitting_contacts[i].saturating_add(u16::from(fitted));
    if request.service == ServiceKind::PrimaryCare {
        persons.health_cost[i] += Pence::from_pounds(f64::from(parameters.accounts.contact));
    }
    let felt = c.person_from_services;
    let change = if fitted {
        parameters.control.good_contact
    } else {
        -parameters.control.poor_contact
    } * felt;
    persons.control[i] = unit(persons.control[i] + change);
    persons.trust[i] = unit(persons.trust[i] + 2.0 * change);
    if resolved {
        persons.close_problem(i, kind);
        return;
    }
    persons.problem_waits[i][kind] = 0;
    persons.problem_returns[i][kind] = persons.problem_returns[i][kind].saturating_add(1);
    // Handed on between services that do not work as one: the next contact starts again, somewhere else.
    let joined_up = world.communities.joined_up[community];
    if words[3] < p.hand_on * (1.0 - joined_up) * c.services_from_services {
        persons.problem_at[i][kind] = handed_to(ProblemKind::ALL[kind], request.service, next);
        persons.relationship[i] = 0;
        persons.control[i] =
            unit(persons.control[i] - 0.5 * parameters.control.poor_contact * felt);
    }
}

/// A relationship with one professional lasts from contact to contact unless staff or rotas change.
pub(super) fn keep_relationship(
    parameters: &Parameters,
    morale: f32,
    persons: &mut Persons,
    i: usize,
    draw: f32,
) {
    let change =
        parameters.problems.staff_change * (parameters.practice.morale / morale.max(LEAST_MORALE));
    if draw < change {
        persons.relationship[i] = 0;
    } else {
        persons.relationship[i] = persons.relationship[i].saturating_add(1);
        persons.longest_relationship[i] =
            persons.longest_relationship[i].max(persons.relationship[i]);
    }
}
