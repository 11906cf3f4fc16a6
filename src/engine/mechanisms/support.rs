//! Support: hours needed are met first by the family, then by community and friends, then by formal services; the rest is
//! unmet. Hours are conserved: need = family + community + formal + unmet, for every person, every month. Must not know
//! budgets; what core budgets buy comes as hours a head, what investment buys as levers.

use crate::engine::state::{ServiceKind, World};
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
        let open = world.services.open[ServiceKind::SocialCare as usize];
        there_is += p.formal_hours_per_head * (world.services.core + more).max(0.0) * open * world.communities.residents[c] as f32;
    }
    let share = if asked > there_is { there_is / asked } else { 1.0 };
    world.services.formal_coverage = share;
    for &i in in_need {
        let hours = (wanted(world, i) * share).min(world.persons.unmet[i]);
        world.persons.from_formal[i] += hours;
        world.persons.unmet[i] -= hours;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::scenario::approaches::Eligible;
    use proptest::prelude::*;

    fn check(world: &World) {
        let persons = &world.persons;
        let mut given = 0.0;
        let mut received = 0.0;
        for i in world.living() {
            let parts = [persons.from_family[i], persons.from_community[i], persons.from_formal[i], persons.unmet[i]];
            assert!(parts.iter().all(|hours| *hours >= 0.0), "{parts:?}");
            assert!((parts.iter().sum::<f32>() - persons.need[i]).abs() < 1e-3, "{parts:?} of {}", persons.need[i]);
            given += f64::from(persons.care_hours[i]);
            received += f64::from(persons.from_family[i]);
        }
        assert!((given - received).abs() < 0.01, "families give {given} and receive {received}");
    }

    fn total(world: &World, hours: impl Fn(&crate::engine::state::Persons, usize) -> f32) -> f64 {
        world.living().map(|i| f64::from(hours(&world.persons, i))).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn hours_are_conserved_and_capacity_is_kept(
            willing in 0.0_f32..1.0, per_head in 0.0_f32..0.4, core in 0.1_f32..1.2, strain in 0.0_f32..1.0,
            aid in 0.0_f32..1.4, arranged in 0.0_f32..5.0, threshold in 0.0_f32..20.0,
        ) {
            let mut parameters = Parameters::default();
            (parameters.support.formal_hours_per_head, parameters.support.eligible_hours) = (per_head, threshold);
            let mut world = example::lived();
            world.services.core = core;
            world.families.strain.fill(strain);
            world.communities.aid.fill(aid);
            for i in 0..world.persons.len() {
                world.persons.willing[i] = (i % 100) as f32 / 100.0 < willing;
            }
            example::reach_all(&mut world, Lever::CommunityHours, Eligible::SupportNeed, arranged);
            step(&mut world, &parameters, 36);
            check(&world);
            let there_are = f64::from(per_head * core) * f64::from(world.communities.residents.iter().sum::<u32>());
            prop_assert!(total(&world, |p, i| p.from_formal[i]) <= there_are * 1.001 + 0.01);
            prop_assert!((0.0..=1.0).contains(&world.services.formal_coverage));
        }
    }

    #[test]
    fn formal_hours_go_only_to_adults_above_the_threshold_and_stop_at_their_share() {
        let mut parameters = Parameters::default();
        parameters.support.formal_hours_per_head = 100.0;
        let mut world = example::lived();
        step(&mut world, &parameters, 36);
        assert_eq!(world.services.formal_coverage, 1.0);
        let persons = &world.persons;
        let mut served = 0;
        for i in world.living() {
            let remaining = persons.from_formal[i] + persons.unmet[i];
            let expected = if persons.is_adult(i) && remaining >= 12.0 { 0.7 * remaining } else { 0.0 };
            assert!((persons.from_formal[i] - expected).abs() < 1e-3);
            served += u32::from(expected > 0.0);
        }
        assert!(served > 5);
        parameters.support.formal_hours_per_head = 0.0;
        step(&mut world, &parameters, 36);
        assert_eq!(total(&world, |p, i| p.from_formal[i]), 0.0);
    }

    /// Somebody in need whose only company is a partner.
    fn couple(world: &mut World) -> (usize, usize) {
        example::alike(world, 50);
        world.persons.willing.fill(false);
        world.families.strain.fill(0.0);
        let i = example::somebody(world, |p, i| p.partner[i].is_some());
        (world.persons.need[i], world.persons.disability[i]) = (200.0, Disability::Lot);
        (i, world.persons.partner[i].index())
    }

    #[test]
    fn a_partner_gives_more_less_in_work_and_less_under_strain() {
        use crate::place::Activity::{Employed, Retired};
        let parameters = Parameters::default();
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        let mut given = |activity, strain: f32| {
            world.persons.activity[partner] = activity;
            world.families.strain.fill(strain);
            step(&mut world, &parameters, 36);
            assert_eq!(world.persons.from_family[i], world.persons.care_hours[partner]);
            world.persons.care_hours[partner]
        };
        for (activity, strain, expected) in
            [(Retired, 0.0, 26.0 * 2.6), (Employed, 0.0, 26.0 * 2.6 * 0.45), (Retired, 1.0, 26.0 * 2.6 * 0.5)]
        {
            let found = given(activity, strain);
            assert!((found - expected).abs() < 1e-3, "{activity:?} {strain}: {found}, expected {expected}");
        }
    }

    #[test]
    fn children_the_unwilling_and_those_limited_a_lot_do_not_care() {
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        world.persons.disability[partner] = Disability::Lot;
        step(&mut world, &Parameters::default(), 36);
        assert_eq!((world.persons.from_family[i], world.persons.care_hours[partner]), (0.0, 0.0));
        assert!(!can_care(&world, partner));
        (world.persons.disability[partner], world.persons.willing[partner]) = (Disability::None, true);
        assert!(can_care(&world, partner));
        world.persons.age_months[partner] = 15 * 12;
        assert!(!can_care(&world, partner));
    }

    #[test]
    fn kin_help_from_their_threshold_and_more_when_brought_together() {
        let parameters = Parameters::default();
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        world.persons.disability[partner] = Disability::Lot;
        let family = world.persons.family[i].index();
        let carer = example::somebody(&world, |p, k| p.family[k].index() != family);
        world.persons.willing[carer] = true;
        world.families.kin[family] = [world.persons.family[carer], FamilyId::NONE, FamilyId::NONE];
        let mut given = |need: f32| {
            world.persons.need[i] = need;
            step(&mut world, &parameters, 36);
            world.persons.care_hours[carer]
        };
        assert_eq!([given(3.9), given(4.0), given(50.0)], [0.0, 4.0, 6.0]);
        example::reach_all(&mut world, Lever::KinHelp, Eligible::SupportNeed, 2.5);
        step(&mut world, &parameters, 36);
        assert_eq!(world.persons.care_hours[carer], 8.5);
    }

    #[test]
    fn friends_help_where_they_are_welcome_within_what_there_is_unless_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        world.persons.disability[partner] = Disability::Lot;
        world.families.kin.fill([FamilyId::NONE; 3]);
        world.persons.close_friends[i] = 3;
        let c = world.persons.community[i].index();
        world.communities.welcome.fill(0.9);
        world.communities.aid.fill(1.0);
        let mut met = |parameters: &Parameters, aid: f32| {
            world.communities.aid.fill(aid);
            step(&mut world, parameters, 36);
            (world.persons.from_community[i], world.communities.aid_used[c] * aid * world.communities.residents[c] as f32)
        };
        let close = |found: (f32, f32), expected: (f32, f32)| {
            assert!((found.0 - expected.0).abs() < 1e-3 && (found.1 - expected.1).abs() < 1e-2, "{found:?}, expected {expected:?}");
        };
        // 0.6 hours × 3 friends × twice the middling welcome.
        close(met(&parameters, 1.0), (3.6, 3.6));
        let residents = example::lived().communities.residents[c] as f32;
        close(met(&parameters, 1.0 / residents), (1.0, 3.6));
        parameters.couplings.person_from_community = 0.0;
        close(met(&parameters, 1.0), (0.0, 0.0));
    }
}
