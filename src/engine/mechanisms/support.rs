//! Support: hours needed are met first by the family, then by community and friends, then by formal services; the rest is
//! unmet. Hours are conserved: need = family + community + formal + unmet, for every person, every month. Must not know
//! budgets; what core budgets buy comes as hours a head, what investment buys as levers.

use crate::engine::state::World;
use crate::ids::FamilyId;
use crate::place::Disability;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, _month: u32) {
    forget(world);
    let in_need: Vec<usize> = world.living().filter(|i| world.persons.need[*i] > 0.0).collect();
    for &i in &in_need {
        by_family(world, parameters, i);
    }
    by_community(world, parameters, &in_need);
    by_services(world, parameters, &in_need);
}

fn forget(world: &mut World) {
    world.persons.care_hours.fill(0.0);
    for i in 0..world.persons.len() {
        let persons = &mut world.persons;
        (persons.from_family[i], persons.from_community[i], persons.from_formal[i]) = (0.0, 0.0, 0.0);
        persons.unmet[i] = persons.need[i];
    }
}

/// Whether a person can care for somebody else: 16 or over, willing, and not in much need themselves.
fn can_care(world: &World, i: usize) -> bool {
    let persons = &world.persons;
    persons.alive[i] && persons.willing[i] && persons.age(i) >= 16 && persons.disability[i] != Disability::Lot
}

/// Hours a week that a person can still give, at the strain of their own family.
fn hours_left(world: &World, parameters: &Parameters, carer: usize, partner: bool) -> f32 {
    let p = &parameters.support;
    let persons = &world.persons;
    let work = if persons.activity[carer] == crate::place::Activity::Employed { p.worker_factor } else { 1.0 };
    let close = if partner { p.partner_factor } else { 1.0 };
    let strain = world.families.strain[persons.family[carer].index()];
    let full = p.family_hours * work * close * (1.0 - p.strain_loss * strain);
    (full - persons.care_hours[carer]).max(0.0)
}

fn by_family(world: &mut World, parameters: &Parameters, i: usize) {
    let family = world.persons.family[i].index();
    // Partners care whether or not they would for others.
    let partner = world.persons.partner[i];
    if partner.is_some() && world.persons.age(partner.index()) >= 16 && world.persons.disability[partner.index()] != Disability::Lot {
        give(world, parameters, partner.index(), i, true);
    }
    let members: Vec<usize> = world.families.living(family, &world.persons.alive).collect();
    for carer in members {
        if carer != i && can_care(world, carer) {
            give(world, parameters, carer, i, false);
        }
    }
    by_kin(world, parameters, i, family);
}

/// Hands over hours from a carer to a person in need, as many as the one has and the other lacks.
fn give(world: &mut World, parameters: &Parameters, carer: usize, i: usize, partner: bool) {
    let hours = hours_left(world, parameters, carer, partner).min(world.persons.unmet[i]);
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
        // Those between 35 and 69 care most for parents and grown children elsewhere; women first.
        let carer = members.filter(|m| can_care(world, *m)).max_by_key(|m| {
            let persons = &world.persons;
            ((35..70).contains(&persons.age(*m)), persons.female[*m], persons.key[*m])
        });
        if let Some(carer) = carer {
            let strain = world.families.strain[kin.index()];
            let full = (parameters.support.kin_hours + more) * (1.0 - parameters.support.strain_loss * strain);
            let hours = (full - world.persons.care_hours[carer]).clamp(0.0, world.persons.unmet[i]);
            world.persons.care_hours[carer] += hours;
            world.persons.from_family[i] += hours;
            world.persons.unmet[i] -= hours;
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
            let hours = parameters.support.friend_hours * friends * world.communities.welcome[community] / parameters.community.welcome;
            let offer = (hours * coupling * world.government.contact).min(persons.unmet[i]);
            asked[community] += offer;
            offer
        })
        .collect();
    let mut share = vec![1.0_f32; world.communities.len()];
    for (c, asked) in asked.into_iter().enumerate() {
        let there_is = world.communities.aid[c] * world.communities.residents[c] as f32;
        world.communities.aid_used[c] = if there_is > 0.0 { asked / there_is } else { 0.0 };
        share[c] = if asked > there_is { there_is / asked } else { 1.0 };
    }
    for (&i, offer) in in_need.iter().zip(offers) {
        let arranged = world.funded.person(&world.persons, i, Lever::CommunityHours);
        let persons = &mut world.persons;
        let hours = (offer * share[persons.community[i].index()] + arranged).min(persons.unmet[i]);
        persons.from_community[i] += hours;
        persons.unmet[i] -= hours;
    }
}

/// Formal services: everybody above the threshold gets the same share of what remains, as far as hours go.
fn by_services(world: &mut World, parameters: &Parameters, in_need: &[usize]) {
    let p = &parameters.support;
    let wanted = |world: &World, i: usize| {
        let remaining = world.persons.unmet[i];
        if remaining >= p.eligible_hours && world.persons.is_adult(i) { remaining * p.formal_share } else { 0.0 }
    };
    let asked: f32 = in_need.iter().map(|i| wanted(world, *i)).sum();
    let mut there_is = 0.0;
    for c in 0..world.communities.len() {
        let more = world.funded.community(c, Lever::FormalHours);
        there_is += p.formal_hours_per_head * (world.services.core + more) * world.communities.residents[c] as f32;
    }
    let share = if asked > there_is { there_is / asked } else { 1.0 };
    world.services.formal_coverage = share;
    for &i in in_need {
        let hours = (wanted(world, i) * share).min(world.persons.unmet[i]);
        world.persons.from_formal[i] += hours;
        world.persons.unmet[i] -= hours;
    }
}
