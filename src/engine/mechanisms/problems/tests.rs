//! What problems claim: failure demand, waiting, hand-offs, what contacts do to people, and each coupling's path.

mod contacts;

use super::contacts::{contact, keep_relationship};
use super::*;
use crate::engine::state::example;
use crate::engine::state::service::{handed_to, route};
use crate::engine::state::{Persons, ProblemKind};
use crate::scenario::approaches::Eligible;
use crate::units::Pence;

/// A contact about a problem with the service that such problems are brought to first.
fn about(person: usize, kind: usize) -> Request {
    Request {
        person,
        matter: kind,
        service: ServiceKind::for_problem(ProblemKind::ALL[kind]),
    }
}

fn live(parameters: &Parameters, months: u32) -> World {
    let mut world = example::lived();
    world.begin_year();
    for i in 0..world.persons.len() {
        world.persons.problem_returns[i] = [0; 5];
    }
    for month in 0..months {
        step(&mut world, parameters, 36 + month);
    }
    world
}

#[test]
fn what_is_right_first_time_makes_no_failure_demand() {
    let mut parameters = Parameters::default();
    (
        parameters.problems.first_time_base,
        parameters.problems.first_time_fit,
    ) = (1.0, 0.0);
    let world = live(&parameters, 24);
    assert!(world.counts.contacts > 200);
    assert_eq!(world.counts.failure_contacts, 0);
    assert!(live(&Parameters::default(), 24).counts.failure_contacts > 50);
}

#[test]
fn nothing_is_solved_anywhere_unless_somebody_solves_it() {
    let mut parameters = Parameters::default();
    let p = &mut parameters.problems;
    (p.solved_alone, p.solved_family, p.solved_community) = (0.0, 0.0, 0.0);
    (p.first_time_base, p.first_time_fit, p.lasting_relationship) = (0.0, 0.0, 0.0);
    let before = example::lived();
    let world = live(&parameters, 24);
    for i in before.living() {
        for kind in 0..5 {
            assert!(world.persons.problem_age[i][kind] >= before.persons.problem_age[i][kind]);
        }
    }
}

#[test]
fn without_contacts_everybody_waits() {
    let mut world = example::lived();
    world.begin_year();
    world.services.contacts_per_head = [0.0; SERVICES];
    let before = world.persons.control.clone();
    step(&mut world, &Parameters::default(), 36);
    assert_eq!(world.counts.contacts, 0);
    assert!(world.services.waiting.iter().sum::<u32>() > 0);
    assert_eq!(world.services.waiting, world.services.asked);
    assert_eq!(
        world.counts.waiting,
        u64::from(world.services.waiting.iter().sum::<u32>())
    );
    assert_eq!(before, world.persons.control);
}

#[test]
fn contacts_stay_within_what_there_is_and_investment_adds_to_it() {
    let contacts = |more: f32| {
        let mut world = example::lived();
        world.begin_year();
        world.services.contacts_per_head = [0.01; SERVICES];
        example::add_all(&mut world, Lever::Capacity, more);
        for month in 36..60 {
            step(&mut world, &Parameters::default(), month);
        }
        world.counts.contacts as f64
    };
    // Each service sees at most 1 % of some 600 people a month, the four that most problems are brought to nearly that many.
    let (usual, more) = (contacts(0.0), contacts(0.5));
    let people = f64::from(example::lived().communities.residents.iter().sum::<u32>());
    let there_are = 4.0 * 0.01 * people * 24.0;
    assert!(
        usual < 2.0 * there_are && usual > 0.6 * there_are,
        "{usual} of {there_are}"
    );
    assert!(more > 1.2 * usual, "{more} {usual}");
}

#[test]
fn the_chance_at_home_is_the_sum_of_its_parts_each_cut_by_its_coupling() {
    let mut world = example::new();
    let i = example::somebody(&world, |p, i| p.is_adult(i) && p.partner[i].is_some());
    (world.persons.control[i], world.persons.close_friends[i]) = (0.62, 4);
    world.communities.aid.fill(0.45);
    let mut parameters = Parameters::default();
    let close = |found: f32, expected: f32| {
        assert!(
            (found - expected).abs() < 1e-6,
            "{found}, expected {expected}"
        );
    };
    close(chance_at_home(&world, &parameters, i), 0.14 + 0.05 + 0.05);
    parameters.couplings.person_from_family = 0.0;
    close(chance_at_home(&world, &parameters, i), 0.14 + 0.05);
    parameters.couplings.person_from_community = 0.0;
    close(chance_at_home(&world, &parameters, i), 0.14);
    world.persons.control[i] = 0.0;
    close(chance_at_home(&world, &parameters, i), 0.07);
    parameters = Parameters::default();
    world.families.strain[world.persons.family[i].index()] = 1.0;
    close(chance_at_home(&world, &parameters, i), 0.07 + 0.05);
}

#[test]
fn problems_arise_at_their_rate_among_adults_only() {
    let share = |structural: f32, coupled: f32| {
        let mut parameters = Parameters::default();
        let p = &mut parameters.problems;
        (
            p.health_rate,
            p.mind_rate,
            p.money_rate,
            p.home_rate,
            p.work_rate,
        ) = (0.0, 0.0, 0.0, 4.0 / 3.0, 0.0);
        (
            parameters.life_events.structural,
            parameters.couplings.people_from_national,
        ) = (structural, coupled);
        let mut world = example::new();
        example::alike(&mut world, 40);
        let child = 0;
        world.persons.age_months[child] = 17 * 12;
        let p = &mut parameters.problems;
        (p.solved_alone, p.solved_family, p.solved_community) = (0.0, 0.0, 0.0);
        p.seek = 0.0;
        example::quarter(&mut world, &parameters, 0, step);
        assert!(!world.persons.has_problem(child));
        let having = world
            .living()
            .filter(|i| world.persons.problem_age[*i][3] > 0)
            .count();
        having as f64 / f64::from(world.population())
    };
    // 4 thirds a year: 28.3 % in a quarter; e^−½ of the rate under the best conditions, 18.3 %.
    assert!((share(0.5, 1.0) - 0.283).abs() < 0.07);
    assert!((share(1.0, 1.0) - 0.183).abs() < 0.05);
    assert_eq!(share(1.0, 0.0), share(0.5, 1.0));
}

#[test]
fn trust_comes_half_way_back_in_its_half_life() {
    let mut parameters = Parameters::default();
    parameters.problems.seek = 0.0;
    parameters.problems.return_seek = 0.0;
    let mut world = example::new();
    world.persons.trust.fill(0.1);
    for month in 0..18 {
        step(&mut world, &parameters, month);
    }
    assert!(
        world
            .living()
            .all(|i| (world.persons.trust[i] - 0.3).abs() < 1e-4)
    );
}

#[test]
fn routine_contacts_have_their_mean() {
    let mut world = example::new();
    example::alike(&mut world, 40);
    for month in 0..12 {
        step(&mut world, &Parameters::default(), month);
    }
    let mean = world.counts.primary_contacts as f64 / f64::from(world.population());
    assert!(
        (mean - f64::from(Parameters::default().problems.routine_contacts) * 0.7).abs() < 0.3,
        "{mean}"
    );
    let counted: u64 = world
        .persons
        .primary_contacts
        .iter()
        .map(|c| u64::from(*c))
        .sum();
    assert_eq!(counted, world.counts.primary_contacts);
}

#[test]
fn a_problem_handed_on_is_held_by_another_service_of_its_route_until_it_is_closed() {
    let mut parameters = Parameters::default();
    let p = &mut parameters.problems;
    (
        p.hand_on,
        p.first_time_base,
        p.first_time_fit,
        p.lasting_relationship,
    ) = (1e3, 0.0, 0.0, 0.0);
    let mut world = example::new();
    world.persons.problem_age[0] = [0, 3, 0, 0, 0];
    contact(&mut world, &parameters, &about(0, 1), [0.5; 4], 0.9);
    assert_eq!(world.persons.problem_at[0][1], route(ProblemKind::Mind)[2]);
    let second = Request {
        person: 0,
        matter: 1,
        service: ServiceKind::Voluntary,
    };
    contact(&mut world, &parameters, &second, [0.5; 4], 0.1);
    assert_eq!(
        world.persons.problem_at[0][1],
        handed_to(ProblemKind::Mind, ServiceKind::Voluntary, 0.1)
    );
    assert_eq!(
        world.persons.contacts[0][ServiceKind::Voluntary as usize],
        1
    );
    world.persons.close_problem(0, 1);
    assert_eq!(world.persons.problem_at[0][1], ServiceKind::MentalHealth);
}

#[test]
fn a_closed_service_sees_nobody_and_the_others_see_as_many_as_before() {
    let contacts = |open: f32| {
        let mut world = example::lived();
        world.begin_year();
        world.services.open[ServiceKind::Advice as usize] = open;
        step(&mut world, &Parameters::default(), 36);
        let by = |service: ServiceKind| {
            world
                .living()
                .map(|i| u32::from(world.persons.contacts[i][service as usize]))
                .sum::<u32>()
        };
        (by(ServiceKind::Advice), by(ServiceKind::PrimaryCare))
    };
    let (usual, closed) = (contacts(1.0), contacts(0.0));
    assert!(usual.0 > 0);
    assert_eq!(closed, (0, usual.1));
}

#[test]
fn waiting_is_remembered_until_somebody_is_seen() {
    let mut parameters = Parameters::default();
    let p = &mut parameters.problems;
    (p.solved_alone, p.solved_family, p.solved_community, p.seek) = (0.0, 0.0, 0.0, 10.0);
    (
        p.health_rate,
        p.mind_rate,
        p.money_rate,
        p.home_rate,
        p.work_rate,
    ) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let mut world = example::new();
    example::alike(&mut world, 40);
    world.persons.problem_age[0] = [0, 0, 1, 0, 0];
    world.services.open = [0.0; SERVICES];
    let advice = ServiceKind::Advice as usize;
    for month in 0..3 {
        step(&mut world, &parameters, month);
        assert_eq!(world.services.waiting[advice], 1);
        assert!((world.services.waited[advice] - (month + 1) as f32).abs() < 1e-6);
    }
    assert_eq!(world.persons.problem_waits[0][2], 3);
    world.services.open = [1.0; SERVICES];
    (
        parameters.problems.first_time_base,
        parameters.problems.access_deprivation,
    ) = (1.0, 1.0);
    step(&mut world, &parameters, 3);
    assert_eq!(
        (
            world.persons.problem_age[0][2],
            world.persons.problem_waits[0][2],
            world.services.waiting[advice]
        ),
        (0, 0, 0)
    );
}

#[test]
fn services_give_less_of_what_is_asked_for_where_people_are_deprived_unless_access_is_equal() {
    let seen = |ratio: f32, deprivation: f32| {
        let mut parameters = Parameters::default();
        parameters.problems.access_deprivation = ratio;
        (
            parameters.problems.seek,
            parameters.problems.contacts_per_head,
        ) = (10.0, 10.0);
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.services.contacts_per_head = [10.0; SERVICES];
        world.communities.deprivation.fill(deprivation);
        world.persons.problem_age.fill([1, 1, 1, 1, 1]);
        step(&mut world, &parameters, 0);
        world.counts.contacts as f64 / (world.counts.contacts + world.counts.waiting) as f64
    };
    assert_eq!((seen(0.7, -1.0), seen(1.0, 1.0)), (1.0, 1.0));
    assert!((seen(0.7, 1.0) - 0.7).abs() < 0.03 && (seen(0.7, 0.0) - 0.837).abs() < 0.03);
}

#[test]
fn adults_in_unmet_need_ask_for_social_care_wait_and_are_assessed() {
    let mut parameters = Parameters::default();
    (
        parameters.problems.request,
        parameters.problems.assessment_chance,
    ) = (1e9, 1.0);
    parameters.problems.access_deprivation = 1.0;
    let mut world = example::new();
    example::alike(&mut world, 70);
    for (i, need, unmet) in [(0, 30.0, 20.0), (1, 30.0, 5.0), (2, 30.0, 0.0)] {
        (world.persons.need[i], world.persons.unmet[i]) = (need, unmet);
        world.persons.client[i] = false;
    }
    world.services.contacts_per_head = [0.0; SERVICES];
    for month in 0..2 {
        step(&mut world, &parameters, month);
    }
    assert_eq!(
        world.persons.waiting_care[..3],
        [2, 2, 0],
        "nobody asks whose need is met"
    );
    assert_eq!(
        (
            world.counts.social_care_requests,
            world.services.waiting[ServiceKind::SocialCare as usize]
        ),
        (2, 2)
    );
    world.services.contacts_per_head = [10.0; SERVICES];
    step(&mut world, &parameters, 2);
    assert_eq!(
        (&world.persons.client[..3], world.persons.waiting_care[0]),
        (&[true, false, false][..], 0)
    );
    world.persons.need[0] = 0.0;
    step(&mut world, &parameters, 3);
    assert!(
        !world.persons.client[0],
        "who needs nothing has no formal support"
    );
}

#[test]
fn a_year_of_contacts_is_what_health_care_cost_without_crises() {
    let mut world = example::lived();
    world.begin_year();
    for month in 36..48 {
        step(&mut world, &Parameters::default(), month);
    }
    let primary = ServiceKind::PrimaryCare as usize;
    let contacts = |p: &Persons, i: usize| {
        i64::from(p.primary_contacts[i]) + i64::from(p.contacts[i][primary])
    };
    assert!(
        world
            .living()
            .all(|i| world.persons.health_cost[i] == Pence(4_500 * contacts(&world.persons, i)))
    );
}
