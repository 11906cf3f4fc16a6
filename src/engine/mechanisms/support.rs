//! Support: hours needed are met first by help that people pay for, by the family, then by community and friends, then by
//! formal services; the rest is unmet. Hours are conserved: need = family + community + formal + unmet, for every person,
//! every month. Must not know budgets; what core budgets buy comes as hours a head, what investment buys as levers.

use crate::engine::chosen::chosen;
use crate::engine::state::person::Housing;
use crate::engine::state::{Persons, ServiceKind, World};
use crate::ids::FamilyId;
use crate::place::{Activity, Disability};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, _month: u32) {
    forget(world);
    let persons = world.persons.seen();
    let in_need = chosen(persons.key.len(), |i| {
        (persons.need[i] > 0.0) & persons.alive[i]
    });
    let in_need: Vec<usize> = in_need.into_iter().map(|i| i as usize).collect();
    for &i in &in_need {
        if world.persons.housing[i] == Housing::Residential {
            take(&mut world.persons, i, f32::INFINITY);
        } else {
            bought(world, parameters, i);
            by_family(world, parameters, i);
        }
    }
    by_community(world, parameters, &in_need);
    by_services(world, parameters, &in_need);
}

fn forget(world: &mut World) {
    let persons = &mut world.persons;
    persons.care_hours.fill(0.0);
    persons.from_family.fill(0.0);
    persons.from_community.fill(0.0);
    persons.from_formal.fill(0.0);
    persons.unmet.copy_from_slice(&persons.need);
}

/// Formal hours, at most as many as are missing.
fn take(persons: &mut Persons, i: usize, hours: f32) {
    let hours = hours.min(persons.unmet[i]);
    persons.from_formal[i] += hours;
    persons.unmet[i] -= hours;
}

/// Help that adults with substantial need pay for themselves: the less deprived the neighbourhood, the more of it.
fn bought(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.support;
    let need = world.persons.need[i];
    if need >= p.eligible_hours && world.persons.is_adult(i) {
        let means = (1.0 - world.communities.deprivation[world.persons.community[i].index()]) / 2.0;
        take(&mut world.persons, i, need * p.paid_help * means);
    }
}

/// What a carer is to somebody they care for.
#[derive(Clone, Copy, PartialEq)]
enum Bond {
    /// A partner, or the parent of a child of the home: they care whether or not they would for others.
    Close,
    /// Anybody else at home.
    Home,
    /// Kin who live elsewhere, with the hours more that they have agreed on.
    Elsewhere(f32),
}

/// Whether a person can care for somebody else: 16 or over, living at home, and not in much need themselves. Couples care
/// for each other however much need they have themselves.
fn can_care(world: &World, parameters: &Parameters, i: usize, of_partner: bool) -> bool {
    let persons = &world.persons;
    let at_home = persons.alive[i] && persons.housing[i] != Housing::Residential;
    at_home && persons.age(i) >= 16 && (of_partner || persons.need[i] < parameters.support.own_need)
}

/// Hours a week that a person can still give, at the strain of their own family.
fn hours_left(world: &World, parameters: &Parameters, carer: usize, bond: Bond) -> f32 {
    let p = &parameters.support;
    let persons = &world.persons;
    let work = if persons.activity[carer] == Activity::Employed {
        p.worker_factor
    } else {
        1.0
    };
    let (usual, more) = match bond {
        Bond::Close => (p.family_hours * p.partner_factor, 0.0),
        Bond::Home => (p.family_hours, 0.0),
        Bond::Elsewhere(more) => {
            let deprivation = world.communities.deprivation[persons.community[carer].index()];
            (p.kin_hours * (1.0 - p.kin_deprivation * deprivation), more)
        }
    };
    let limited = if persons.disability[carer] == Disability::Lot {
        p.limited_factor
    } else {
        1.0
    };
    let strain = world.families.strain[persons.family[carer].index()];
    let full = (usual * work * limited * persons.care_capacity[carer] + more)
        * (1.0 - p.strain_loss * strain);
    (full - persons.care_hours[carer]).max(0.0)
}

fn by_family(world: &mut World, parameters: &Parameters, i: usize) {
    let family = world.persons.family[i].index();
    let partner = world.persons.partner[i];
    if partner.is_some() && can_care(world, parameters, partner.index(), true) {
        give(world, parameters, partner.index(), i, Bond::Close);
    }
    for member in world.families.members[family] {
        let carer = member.index();
        if !member.is_some()
            || carer == i
            || member == partner
            || !can_care(world, parameters, carer, false)
        {
            continue;
        }
        if world.persons.is_child[i] && !world.persons.is_child[carer] {
            give(world, parameters, carer, i, Bond::Close);
        } else if world.persons.willing[carer] {
            give(world, parameters, carer, i, Bond::Home);
        }
    }
    by_kin(world, parameters, i, family);
}

/// Hands over hours from a carer to a person in need, as many as the one has and the other lacks.
fn give(world: &mut World, parameters: &Parameters, carer: usize, i: usize, bond: Bond) {
    let hours = hours_left(world, parameters, carer, bond).min(world.persons.unmet[i]);
    hand_over(world, carer, i, hours);
}

fn hand_over(world: &mut World, carer: usize, i: usize, hours: f32) {
    world.persons.care_hours[carer] += hours;
    world.persons.from_family[i] += hours;
    world.persons.unmet[i] -= hours;
}

/// The wider family: one adult of each household of kin helps a few hours a week.
fn by_kin(world: &mut World, parameters: &Parameters, i: usize, family: usize) {
    let more = world.funded.person(&world.persons, i, Lever::KinHelp);
    for kin in world.families.kin[family] {
        if kin == FamilyId::NONE || world.persons.unmet[i] < parameters.support.kin_threshold {
            continue;
        }
        let members = world.families.living(kin.index(), &world.persons.alive);
        // Those between 35 and 69 care most for parents and grown children elsewhere; those without a job and women first.
        let able = |m: &usize| world.persons.willing[*m] && can_care(world, parameters, *m, false);
        let carer = members.filter(able).max_by_key(|m| {
            let persons = &world.persons;
            let free = persons.activity[*m] != Activity::Employed;
            (
                (35..70).contains(&persons.age(*m)),
                free,
                persons.female[*m],
                persons.key[*m],
            )
        });
        if let Some(carer) = carer {
            let hours = hours_left(world, parameters, carer, Bond::Elsewhere(more))
                .min(world.persons.unmet[i]);
            if hours >= parameters.support.least_hours {
                hand_over(world, carer, i, hours);
            }
        }
    }
}

/// Friends and neighbours: what is asked for in a neighbourhood is held to the mutual aid there is.
fn by_community(world: &mut World, parameters: &Parameters, in_need: &[usize]) {
    let coupling = parameters.couplings.person_from_community;
    let mut asked = vec![0.0_f32; world.communities.len()];
    let offers: Vec<f32> = in_need
        .iter()
        .map(|&i| {
            let persons = &world.persons;
            let community = persons.community[i].index();
            let friends = f32::from(persons.close_friends[i].min(6));
            let hours =
                parameters.support.friend_hours * friends * world.communities.welcome[community]
                    / parameters.community.welcome;
            let offer = (hours * coupling * world.government.contact).min(persons.unmet[i]);
            asked[community] += offer;
            offer
        })
        .collect();
    let mut share = vec![1.0_f32; world.communities.len()];
    for (c, asked) in asked.into_iter().enumerate() {
        let there_is = world.communities.aid[c] * world.communities.residents[c] as f32;
        world.communities.aid_used[c] = if there_is > 0.0 {
            asked / there_is
        } else {
            0.0
        };
        share[c] = if asked > there_is {
            there_is / asked
        } else {
            1.0
        };
    }
    for (&i, offer) in in_need.iter().zip(offers) {
        let arranged = world
            .funded
            .person(&world.persons, i, Lever::CommunityHours);
        let persons = &mut world.persons;
        let hours = (offer * share[persons.community[i].index()] + arranged).min(persons.unmet[i]);
        persons.from_community[i] += hours;
        persons.unmet[i] -= hours;
    }
}

/// Formal services: everybody who has been assessed and lacks enough gets the same share of it, as far as hours go.
fn by_services(world: &mut World, parameters: &Parameters, in_need: &[usize]) {
    let p = &parameters.support;
    let wanted = |world: &World, i: usize| {
        let remaining = world.persons.unmet[i];
        if world.persons.client[i] && remaining >= p.eligible_hours {
            remaining * p.formal_share
        } else {
            0.0
        }
    };
    let asked: f32 = in_need.iter().map(|i| wanted(world, *i)).sum();
    let mut there_is = 0.0;
    for c in 0..world.communities.len() {
        let more = world.funded.community(c, Lever::FormalHours);
        let capacity = world.services.effective(ServiceKind::SocialCare, more);
        there_is += p.formal_hours_per_head * capacity * world.communities.residents[c] as f32;
    }
    let share = if asked > there_is {
        there_is / asked
    } else {
        1.0
    };
    world.services.formal_coverage = share;
    for &i in in_need {
        let hours = wanted(world, i) * share;
        take(&mut world.persons, i, hours);
    }
}

#[cfg(test)]
mod tests;
