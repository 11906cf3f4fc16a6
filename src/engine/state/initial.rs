//! How a world begins: a generated place becomes state, and a newcomer becomes a person.

use super::person::NO_SEAT;
use super::person::{
    FROM_THE_START, Housing, NOT_LIMITED, PersonRow, Persons, ProblemKind, TIE_SLOTS,
};
use super::seats::Seats;
use super::service::{SERVICES, ServiceKind, Services, route};
use super::turns::Turns;
use super::{Communities, CommunityRow, Counts, Families, FamilyRow, Government, World};
use crate::engine::funded::Funded;
use crate::engine::ledger::Ledger;
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::numeric::{Normals, normal_quantile, unit};
use crate::place::{Activity, Disability, LARGEST_HOUSEHOLD, Place, Resident, Sex, ties};
use crate::random::{Key, Luck, Stream, mix};
use crate::scenario::parameters::Parameters;
use crate::units::Pence;
use std::sync::Arc;

/// A person as they come to the place, at its beginning or later.
#[expect(
    clippy::too_many_lines,
    reason = "a line for each thing that is known of a person"
)]
pub fn person(
    resident: &Resident,
    key: Key,
    home: (FamilyId, CommunityId),
    luck: &Luck,
    parameters: &Parameters,
) -> PersonRow {
    let mut draws = luck.draws(key, 0, Stream::Traits);
    let months = draws.below(12) as u16;
    let trait_score = draws.normal();
    let slow_score = draws.normal();
    let control_level = unit(parameters.control.mean + parameters.control.spread * draws.normal());
    let frailty = around_one(draws.normal(), parameters.crisis.frailty_spread);
    let lonely_trait = draws.normal();
    let willing = draws.uniform() < parameters.support.willing;
    let need_draw = draws.uniform();
    let volunteers = parameters.community.volunteer_start
        / (parameters.community.volunteer_start + parameters.community.volunteer_stop);
    let volunteer = draws.uniform() < volunteers && resident.age >= 18;
    let care_capacity = around_one(draws.normal(), parameters.support.capacity_spread);
    let need = need_hours(
        resident.disability,
        need_draw,
        resident.partner.is_some() || resident.is_child,
        parameters,
    );
    let assessed = draws.uniform() < parameters.support.client_share;
    let sociability = draws.uniform();
    let weaker_wanted = ties::weaker_friends(|| draws.uniform());
    PersonRow {
        key,
        alive: true,
        died: false,
        age_months: u16::from(resident.age) * 12 + months,
        female: resident.sex == Sex::Female,
        family: home.0,
        community: home.1,
        seat: NO_SEAT,
        group: resident.group,
        partner: PersonId::NONE,
        is_child: resident.is_child,
        disability: resident.disability,
        activity: resident.activity,
        months_left: NOT_LIMITED,
        palliative: false,
        widowed: false,
        need,
        from_family: 0.0,
        from_community: 0.0,
        from_formal: 0.0,
        unmet: 0.0,
        care_hours: 0.0,
        willing,
        care_capacity,
        waiting_care: 0,
        client: assessed && resident.age >= 18 && need >= parameters.support.eligible_hours,
        housing: Housing::Own,
        housing_months: 0,
        problem_age: [0; 5],
        problem_returns: [0; 5],
        problem_at: ProblemKind::ALL.map(ServiceKind::for_problem),
        problem_waits: [0; 5],
        relationship: 0,
        longest_relationship: 0,
        frailty,
        wellbeing: 7.5,
        trait_score,
        slow_score,
        dip: 0.0,
        scar: 0.0,
        wellbeing_lately: 7.5,
        control: control_level,
        control_level,
        trust: 0.5,
        lonely_trait,
        lonely: false,
        close_friends: 0,
        close_ties: 0,
        sociability,
        weaker_wanted,
        connector: false,
        came: FROM_THE_START,
        plan: false,
        volunteer,
        satisfied: false,
        ties: [PersonId::NONE; TIE_SLOTS],
        tie_strength: [0.0; TIE_SLOTS],
        tie_goal: [0.0; TIE_SLOTS],
        tie_count: 0,
        primary_contacts: 0,
        contacts: [0; SERVICES],
        fitting_contacts: 0,
        attendances: 0,
        admissions: 0,
        cost: Pence::ZERO,
        health_cost: Pence::ZERO,
    }
}

/// Log-normal with mean 1.
pub fn around_one(normal: f32, spread: f32) -> f32 {
    libm::expf(spread * normal - spread * spread / 2.0)
}

/// Hours of support a week that go with a disability; `draw` in [0, 1) says how much of it.
///
/// Of those limited a lot, a share needs somebody there most of the day and night; everybody else's hours are log-normal
/// around the mean of their class. At most 150 hours: nobody is cared for in every hour of the week. `accompanied` says
/// whether the person lives with a partner or parents: most people who need somebody there and have nobody live in care
/// homes, which the census counts apart from households.
pub fn need_hours(
    disability: Disability,
    draw: f32,
    accompanied: bool,
    parameters: &Parameters,
) -> f32 {
    let p = &parameters.life_events;
    let (usual, share, constant) = match disability {
        Disability::None | Disability::Condition => return 0.0,
        Disability::Little => (
            p.need_hours_little,
            p.need_little,
            parameters.support.constant_little,
        ),
        Disability::Lot => (p.need_hours_lot, 1.0, parameters.support.constant_share),
    };
    if draw >= share {
        return 0.0;
    }
    let draw = draw / share;
    let less = 1.0
        - constant
            * if accompanied {
                1.0
            } else {
                parameters.support.constant_alone
            };
    let (mean, spread, draw) = if draw < less {
        (usual, 0.9_f32, draw / less)
    } else {
        (
            parameters.support.constant_hours,
            0.35,
            (draw - less) / (1.0 - less),
        )
    };
    let normal = normal_quantile((f64::from(draw) + 1e-7).min(1.0 - 1e-7)) as f32;
    (mean * around_one(normal, spread)).min(150.0)
}

impl World {
    /// The world at the start of the spin-up.
    pub fn new(place: Arc<Place>, luck: Luck, parameters: &Parameters) -> Self {
        let mut communities = communities(&place, parameters);
        for family in &place.families {
            communities.residents[family.community.index()] += u32::from(family.size);
        }
        let (mut persons, families) = people(&place, &luck, parameters);
        let mut seats = Seats::new(&communities.residents);
        let mut turns = Turns::default();
        for i in 0..persons.len() {
            seats.take(&mut persons, i);
            turns.push(persons.family[i], i);
        }
        Self {
            month: 0,
            luck,
            normals: Arc::new(Normals::default()),
            persons,
            families,
            seats,
            turns,
            funded: Funded::nothing(communities.len()),
            communities,
            services: services(parameters),
            government: government(parameters),
            projects: Vec::new(),
            ledger: Ledger::default(),
            counts: Counts::default(),
            usual_people: place.persons.len() as u32,
            homes: first_homes(&place),
            place,
        }
    }
}

/// Where the homes of each neighbourhood begin; one more than there are neighbourhoods.
fn first_homes(place: &Place) -> Arc<[u32]> {
    (0..=place.communities.len())
        .map(|c| place.families.partition_point(|f| f.community.index() < c) as u32)
        .collect()
}

fn communities(place: &Place, parameters: &Parameters) -> Communities {
    let p = &parameters.community;
    let mut communities = Communities::default();
    for community in &place.communities {
        let scale = |decile: f32| ((5.5 - decile) / 4.5).clamp(-1.0, 1.0);
        let deprivation = scale(community.deprivation.overall);
        let less = 1.0 - p.deprivation * deprivation;
        let environment =
            unit(p.environment * (1.0 - p.deprivation * scale(community.deprivation.environment)));
        let by_deprivation = |ratio: f32, sign: f32| libm::powf(ratio, sign * deprivation / 2.0);
        let (crime, learning) = (
            p.crime * by_deprivation(p.crime_gradient, 1.0),
            unit(p.learning * by_deprivation(p.learning_gradient, -1.0)),
        );
        communities.push(CommunityRow {
            deprivation,
            decile: community.deprivation.overall,
            residents: 0,
            aid: p.aid_hours * less,
            aid_usual: p.aid_hours * less,
            aid_used: 0.0,
            welcome: unit(p.welcome * less),
            welcome_usual: unit(p.welcome * less),
            efficacy: unit(p.efficacy * less),
            efficacy_usual: unit(p.efficacy * less),
            environment,
            environment_usual: environment,
            voice: p.voice,
            crime,
            crime_usual: crime,
            learning,
            learning_usual: learning,
            groups: p.groups * less,
            groups_usual: p.groups * less,
            out_of_work: 0.0,
            out_of_work_usual: 0.0,
            volunteers: 0.0,
            volunteers_usual: 0.0,
            fit: [parameters.practice.fit; SERVICES],
            joined_up: parameters.practice.joined_up,
        });
    }
    communities
}

fn services(parameters: &Parameters) -> Services {
    // Contacts are divided between services as the problems brought and handed to them arise.
    let p = &parameters.problems;
    let rates = [
        p.health_rate,
        p.mind_rate,
        p.money_rate,
        p.home_rate,
        p.work_rate,
    ];
    let total: f32 = rates.iter().sum();
    let elsewhere = contacts_elsewhere(parameters);
    let mut contacts_per_head = [0.0; SERVICES];
    for (kind, rate) in ProblemKind::ALL.into_iter().zip(rates) {
        let contacts = p.contacts_per_head * rate / total.max(f32::MIN_POSITIVE);
        let [first, others @ ..] = route(kind);
        contacts_per_head[first as usize] += contacts * (1.0 - elsewhere);
        for other in others {
            contacts_per_head[other as usize] += contacts * elsewhere / 2.0;
        }
    }
    contacts_per_head[ServiceKind::SocialCare as usize] += p.assessments_per_head;
    Services {
        contacts_per_head,
        core: 1.0,
        open: [1.0; SERVICES],
        morale: [parameters.practice.morale; SERVICES],
        asked: [0; SERVICES],
        waiting: [0; SERVICES],
        waited: [0.0; SERVICES],
        caseload: [0; SERVICES],
        formal_coverage: 1.0,
    }
}

/// The share of contacts that happen where a problem was handed on to, as practice and hand-ons are today.
///
/// After each contact a problem stays unresolved with the same chance, and is then handed on with the same chance to one of
/// two other services; from either of them it comes back to the first half of the time.
fn contacts_elsewhere(parameters: &Parameters) -> f32 {
    let p = &parameters.problems;
    let unresolved =
        (1.0 - p.first_time_base - p.first_time_fit * parameters.practice.fit).clamp(0.0, 0.9);
    let handed = unit(
        p.hand_on
            * (1.0 - parameters.practice.joined_up)
            * parameters.couplings.services_from_services,
    );
    let (mut first, mut elsewhere, mut all, mut away) = (1.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for _ in 0..24 {
        all += first + elsewhere;
        away += elsewhere;
        let (stays, comes) = (
            first * (1.0 - handed) + elsewhere * handed / 2.0,
            first * handed + elsewhere * (1.0 - handed / 2.0),
        );
        (first, elsewhere) = (unresolved * stays, unresolved * comes);
    }
    away / all
}

fn government(parameters: &Parameters) -> Government {
    let p = &parameters.governance;
    Government {
        power: p.power,
        accountability: p.accountability,
        regulation: p.regulation,
        crisis_budget: None,
        crisis_balance: 0,
        crisis_budgeted: 0,
        reinvest: 0,
        structural: 0.0,
        horizon: 0.0,
        contact: 1.0,
        contact_until: 0,
        cut: 0.0,
    }
}

/// The key of a home. It depends on the home's position in the place alone.
fn home_key(family: usize) -> Key {
    Key(mix(0x4B49_5448 ^ mix(family as u64)))
}

fn people(place: &Place, luck: &Luck, parameters: &Parameters) -> (Persons, Families) {
    let mut persons = Persons::default();
    let mut families = Families::default();
    for (f, household) in place.families.iter().enumerate() {
        let key = home_key(f);
        let mut members = [PersonId::NONE; LARGEST_HOUSEHOLD];
        for (order, member) in members.iter_mut().enumerate().take(household.size as usize) {
            let i = household.first.index() + order;
            let home = (FamilyId::from(f), household.community);
            let mut row = person(
                &place.persons[i],
                key.child(order as u64),
                home,
                luck,
                parameters,
            );
            row.partner = place.persons[i].partner.unwrap_or(PersonId::NONE);
            *member = PersonId::from(persons.push(row));
        }
        families.push(FamilyRow::of(key, household.community, members));
    }
    for friendship in &place.friendships {
        let (a, b) = (friendship.a.index(), friendship.b.index());
        if persons.can_tie(a, b) {
            persons.tie(a, b, friendship.strength, friendship.strength);
        }
    }
    for i in 0..persons.len() {
        // What suits people is what they were generated with.
        let (close, all) = (persons.close_ties[i], persons.tie_count[i]);
        persons.sociability[i] = ties::rank_of(place.persons[i].age, close, persons.sociability[i]);
        persons.weaker_wanted[i] = all - close;
    }
    for &(a, b) in &place.kin {
        families.link_kin(a.index(), b.index());
    }
    (persons, families)
}

/// What a person of this age does in the week when nothing else is known.
pub fn usual_activity(age: u16) -> Activity {
    match age {
        0..=15 => Activity::Child,
        16..=18 => Activity::Student,
        19..=65 => Activity::Employed,
        _ => Activity::Retired,
    }
}

#[cfg(test)]
mod tests;
