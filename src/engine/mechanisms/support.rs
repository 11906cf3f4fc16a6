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
    let persons = &world.persons;
    let everybody = persons.len();
    let (need, alive) = (&persons.need[..everybody], &persons.alive[..everybody]);
    let in_need = chosen(everybody, |i| (need[i] > 0.0) & alive[i]);
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
            let parts = [
                persons.from_family[i],
                persons.from_community[i],
                persons.from_formal[i],
                persons.unmet[i],
            ];
            assert!(parts.iter().all(|hours| *hours >= 0.0), "{parts:?}");
            assert!(
                (parts.iter().sum::<f32>() - persons.need[i]).abs() < 1e-3,
                "{parts:?} of {}",
                persons.need[i]
            );
            given += f64::from(persons.care_hours[i]);
            received += f64::from(persons.from_family[i]);
        }
        assert!(
            (given - received).abs() < 0.01,
            "families give {given} and receive {received}"
        );
    }

    fn total(world: &World, hours: impl Fn(&crate::engine::state::Persons, usize) -> f32) -> f64 {
        world
            .living()
            .map(|i| f64::from(hours(&world.persons, i)))
            .sum()
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
            parameters.support.paid_help = 0.0;
            let mut world = example::lived();
            world.persons.housing.fill(Housing::Own);
            for i in 0..world.persons.len() {
                world.persons.client[i] = i % 2 == 0;
            }
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
    fn formal_hours_go_only_to_those_found_eligible_above_the_threshold_and_stop_at_their_share() {
        let mut parameters = Parameters::default();
        (
            parameters.support.formal_hours_per_head,
            parameters.support.paid_help,
        ) = (100.0, 0.0);
        let mut world = example::lived();
        world.persons.housing.fill(Housing::Own);
        for i in 0..world.persons.len() {
            world.persons.client[i] = i % 3 > 0;
        }
        step(&mut world, &parameters, 36);
        assert_eq!(world.services.formal_coverage, 1.0);
        let persons = &world.persons;
        let mut served = 0;
        for i in world.living() {
            let remaining = persons.from_formal[i] + persons.unmet[i];
            let expected = if persons.client[i] && remaining >= 12.0 {
                0.7 * remaining
            } else {
                0.0
            };
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
        world.persons.care_capacity.fill(1.0);
        world.persons.housing.fill(Housing::Own);
        world.persons.is_child.fill(false);
        world.communities.deprivation.fill(1.0);
        world.families.strain.fill(0.0);
        let i = example::somebody(world, |p, i| p.partner[i].is_some());
        (world.persons.need[i], world.persons.disability[i]) = (300.0, Disability::Lot);
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
            assert_eq!(
                world.persons.from_family[i],
                world.persons.care_hours[partner]
            );
            world.persons.care_hours[partner]
        };
        for (activity, strain, expected) in [
            (Retired, 0.0, 130.0),
            (Employed, 0.0, 130.0 * 0.55),
            (Retired, 1.0, 130.0 * 0.7),
        ] {
            let found = given(activity, strain);
            assert!(
                (found - expected).abs() < 1e-3,
                "{activity:?} {strain}: {found}, expected {expected}"
            );
        }
    }

    #[test]
    fn children_those_away_and_the_unwilling_do_not_care_but_couples_do_whatever_their_own_need() {
        let parameters = Parameters::default();
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        (
            world.persons.disability[partner],
            world.persons.need[partner],
        ) = (Disability::Lot, 20.0);
        assert!(
            !can_care(&world, &parameters, partner, false)
                && can_care(&world, &parameters, partner, true)
        );
        world.families.kin.fill([FamilyId::NONE; 3]);
        step(&mut world, &parameters, 36);
        assert!(
            (world.persons.care_hours[partner] - 130.0 * 0.6).abs() < 1e-3,
            "those limited a lot give less"
        );
        world.persons.housing[partner] = Housing::Residential;
        step(&mut world, &parameters, 36);
        assert_eq!(
            (
                world.persons.from_family[i],
                world.persons.care_hours[partner]
            ),
            (0.0, 0.0)
        );
        assert_eq!(
            world.persons.from_formal[partner], 20.0,
            "everything in residential care"
        );
        (
            world.persons.housing[partner],
            world.persons.age_months[partner],
        ) = (Housing::Own, 15 * 12);
        assert!(!can_care(&world, &parameters, partner, true));
    }

    #[test]
    fn parents_care_for_a_child_of_the_home_as_partners_do() {
        let parameters = Parameters::default();
        let mut world = example::lived();
        let (i, parent) = couple(&mut world);
        world.persons.partner[i] = crate::ids::PersonId::NONE;
        world.persons.partner[parent] = crate::ids::PersonId::NONE;
        world.families.kin.fill([FamilyId::NONE; 3]);
        step(&mut world, &parameters, 36);
        assert_eq!(
            world.persons.care_hours[parent], 0.0,
            "neither close nor willing"
        );
        world.persons.is_child[i] = true;
        step(&mut world, &parameters, 36);
        assert!((world.persons.care_hours[parent] - 130.0).abs() < 1e-3);
    }

    #[test]
    fn paid_help_grows_from_the_most_to_the_least_deprived_for_adults_with_substantial_need() {
        let mut parameters = Parameters::default();
        parameters.support.paid_help = 0.3;
        let mut world = example::lived();
        let (i, _) = couple(&mut world);
        let mut bought = |deprivation: f32, need: f32| {
            (world.persons.need[i], world.persons.client[i]) = (need, false);
            world.communities.deprivation.fill(deprivation);
            step(&mut world, &parameters, 36);
            world.persons.from_formal[i]
        };
        assert_eq!([bought(1.0, 100.0), bought(-1.0, 11.9)], [0.0, 0.0]);
        assert!(
            (bought(-1.0, 100.0) - 30.0).abs() < 1e-3 && (bought(0.0, 100.0) - 15.0).abs() < 1e-3
        );
    }

    #[test]
    fn kin_help_from_their_threshold_and_more_when_brought_together() {
        let mut parameters = Parameters::default();
        (
            parameters.support.paid_help,
            parameters.support.kin_hours,
            parameters.support.kin_deprivation,
        ) = (0.0, 6.0, 0.6);
        parameters.support.least_hours = 3.0;
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        world.persons.age_months[partner] = 15 * 12;
        world.communities.deprivation.fill(0.0);
        let family = world.persons.family[i].index();
        let carer = example::somebody(&world, |p, k| p.family[k].index() != family);
        world.persons.willing[carer] = true;
        world.families.kin[family] = [world.persons.family[carer], FamilyId::NONE, FamilyId::NONE];
        let mut given = |need: f32| {
            world.persons.need[i] = need;
            step(&mut world, &parameters, 36);
            world.persons.care_hours[carer]
        };
        assert_eq!([given(4.9), given(5.0), given(50.0)], [0.0, 5.0, 6.0]);
        example::reach_all(&mut world, Lever::KinHelp, Eligible::SupportNeed, 2.5);
        step(&mut world, &parameters, 36);
        assert_eq!(world.persons.care_hours[carer], 8.5);
        world.communities.deprivation.fill(1.0);
        step(&mut world, &parameters, 36);
        assert!(
            (world.persons.care_hours[carer] - (6.0 * 0.4 + 2.5)).abs() < 1e-5,
            "fewer where people are deprived"
        );
        world.funded.clear_levers();
        step(&mut world, &parameters, 36);
        assert_eq!(
            world.persons.care_hours[carer], 0.0,
            "too few hours to come for"
        );
    }

    #[test]
    fn friends_help_where_they_are_welcome_within_what_there_is_unless_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::lived();
        let (i, partner) = couple(&mut world);
        world.persons.age_months[partner] = 15 * 12;
        world.families.kin.fill([FamilyId::NONE; 3]);
        world.persons.close_friends[i] = 3;
        let c = world.persons.community[i].index();
        world.communities.welcome.fill(0.9);
        world.communities.aid.fill(1.0);
        let mut met = |parameters: &Parameters, aid: f32| {
            world.communities.aid.fill(aid);
            step(&mut world, parameters, 36);
            (
                world.persons.from_community[i],
                world.communities.aid_used[c] * aid * world.communities.residents[c] as f32,
            )
        };
        let close = |found: (f32, f32), expected: (f32, f32)| {
            assert!(
                (found.0 - expected.0).abs() < 1e-3 && (found.1 - expected.1).abs() < 1e-2,
                "{found:?}, expected {expected:?}"
            );
        };
        // 0.6 hours × 3 friends × twice the middling welcome.
        close(met(&parameters, 1.0), (3.6, 3.6));
        let residents = example::lived().communities.residents[c] as f32;
        close(met(&parameters, 1.0 / residents), (1.0, 3.6));
        parameters.couplings.person_from_community = 0.0;
        close(met(&parameters, 1.0), (0.0, 0.0));
    }
}
