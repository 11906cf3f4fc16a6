//! Asking for social care: who asks, who waits, and what an assessment comes to. Must not know hours of support; whom
//! formal hours go to follows from who has been found eligible.

use super::requests::{ASSESSMENT, Request};
use crate::engine::state::person::Housing;
use crate::engine::state::service::ServiceKind;
use crate::engine::state::{Persons, World};
use crate::random::{Stream, uniform};
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// Who needs nothing any more has neither formal support nor an assessment to wait for.
pub(super) fn end(persons: &mut Persons) {
    let adults = persons
        .alive
        .iter()
        .zip(&persons.age_months)
        .map(|(alive, age)| *alive & (*age >= 18 * 12));
    let held = persons.client.iter_mut().zip(&mut persons.waiting_care);
    for ((adult, need), (client, waiting)) in adults.zip(&persons.need).zip(held) {
        let keeps = !adult | (*need != 0.0);
        *client &= keeps;
        *waiting = if keeps { *waiting } else { 0 };
    }
}

/// An adult whose need is not met, or whose family is under strain, asks; whoever has asked waits to be assessed.
pub(super) fn ask(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    requests: &mut Vec<Request>,
) {
    let p = &parameters.problems;
    let persons = &mut world.persons;
    if persons.client[i] || persons.housing[i] == Housing::Residential {
        return;
    }
    let words = world.luck.words(persons.key[i], month, Stream::Support);
    if persons.waiting_care[i] == 0 {
        let unmet = persons.unmet[i] / persons.need[i];
        let strain = world.families.strain[persons.family[i].index()];
        if !AnnualRate(p.request * unmet.max(strain)).happens(uniform(words[0])) {
            return;
        }
        persons.waiting_care[i] = 1;
        world.counts.social_care_requests += 1;
    } else {
        persons.waiting_care[i] = persons.waiting_care[i].saturating_add(1);
    }
    // An assessor's diary fills first: not everybody who waits can be seen in a month, however many assessors there are.
    if uniform(words[1]) < p.assessment_chance {
        requests.push(Request {
            person: i,
            matter: ASSESSMENT,
            service: ServiceKind::SocialCare,
        });
    }
}

/// An assessment: those who lack enough hours have formal support from next month on; the others are told who else may help.
pub(super) fn assess(world: &mut World, parameters: &Parameters, i: usize) {
    let persons = &mut world.persons;
    persons.waiting_care[i] = 0;
    persons.client[i] = persons.unmet[i] >= parameters.support.eligible_hours;
}
