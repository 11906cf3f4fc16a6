//! What contacts claim: handing on, fit, what it takes to resolve a problem, and who stays with somebody.

use super::*;

#[test]
fn hand_ons_end_with_their_chance_or_their_coupling_or_where_services_work_as_one() {
    let mut no_chance = Parameters::default();
    no_chance.problems.hand_on = 0.0;
    let mut uncoupled = Parameters::default();
    uncoupled.couplings.services_from_services = 0.0;
    let (a, b) = (live(&no_chance, 12), live(&uncoupled, 12));
    assert_eq!(example::differing(&a, &b), Vec::<String>::new());
    let elsewhere = |joined_up: f32| {
        let mut world = example::lived();
        world.communities.joined_up.fill(joined_up);
        world
            .persons
            .problem_at
            .fill(ProblemKind::ALL.map(ServiceKind::for_problem));
        for month in 36..48 {
            step(&mut world, &Parameters::default(), month);
        }
        let first = ProblemKind::ALL.map(ServiceKind::for_problem);
        world
            .living()
            .filter(|i| world.persons.problem_at[*i] != first)
            .count()
    };
    assert_eq!(
        elsewhere(1.0),
        0,
        "where services work as one, whoever is asked keeps the problem"
    );
    assert!(elsewhere(0.35) > 3);
}

#[test]
fn a_hand_on_breaks_the_relationship() {
    let mut parameters = Parameters::default();
    let p = &mut parameters.problems;
    (
        p.hand_on,
        p.first_time_base,
        p.first_time_fit,
        p.lasting_relationship,
        p.staff_change,
    ) = (1e3, 0.0, 0.0, 0.0, 0.0);
    let mut world = example::new();
    world.persons.relationship[0] = 5;
    contact(&mut world, &parameters, &about(0, 2), [0.5; 4], 0.2);
    assert_eq!(
        (
            world.persons.problem_returns[0][2],
            world.persons.relationship[0]
        ),
        (1, 0)
    );
    world.persons.relationship[0] = 5;
    parameters.problems.hand_on = 0.0;
    contact(&mut world, &parameters, &about(0, 2), [0.5; 4], 0.2);
    assert_eq!(
        (
            world.persons.problem_returns[0][2],
            world.persons.relationship[0]
        ),
        (2, 5)
    );
    assert_eq!(
        (world.counts.contacts, world.counts.failure_contacts),
        (2, 1)
    );
    assert_eq!(world.persons.contacts[0][ServiceKind::Advice as usize], 2);
}

#[test]
fn a_contact_that_fits_builds_and_one_that_does_not_costs() {
    let after = |draw: f32, felt: f32| {
        let mut parameters = Parameters::default();
        parameters.couplings.person_from_services = felt;
        let mut world = example::new();
        (world.persons.control[0], world.persons.trust[0]) = (0.5, 0.5);
        world.communities.fit.fill([0.45; SERVICES]);
        contact(
            &mut world,
            &parameters,
            &about(0, 0),
            [0.0, 0.0, draw, 0.99],
            0.2,
        );
        (world.persons.control[0], world.persons.trust[0])
    };
    // Fit 0.45: seven contacts in ten fit.
    let close = |found: (f32, f32), expected: (f32, f32)| {
        assert!(
            (found.0 - expected.0).abs() < 1e-6 && (found.1 - expected.1).abs() < 1e-6,
            "{found:?}, expected {expected:?}"
        );
    };
    close(after(0.69, 1.0), (0.512, 0.524));
    close(after(0.71, 1.0), (0.48, 0.46));
    close(after(0.69, 0.0), (0.5, 0.5));
    close(after(0.71, 0.0), (0.5, 0.5));
}

#[test]
fn resolving_takes_fit_a_known_professional_or_an_advocate() {
    let resolved = |draw: f32, fit: f32, relationship: u16, advocate: f32| {
        let mut world = example::new();
        let i = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
        world.persons.problem_age[i] = [0, 0, 5, 0, 0];
        world.persons.relationship[i] = relationship;
        world.communities.fit.fill([fit; SERVICES]);
        example::reach_all(
            &mut world,
            Lever::Advocacy,
            Eligible::OpenProblems,
            advocate,
        );
        let mut parameters = Parameters::default();
        parameters.problems.first_time_base = 0.42;
        contact(
            &mut world,
            &parameters,
            &about(i, 2),
            [0.0, draw, 0.5, 0.9],
            0.2,
        );
        world.persons.problem_age[i][2] == 0
    };
    for (fit, relationship, advocate, chance) in [
        (0.0, 0, 0.0, 0.42),
        (0.5, 0, 0.0, 0.63),
        (0.0, 12, 0.0, 0.52),
        (0.0, 99, 0.0, 0.52),
        (0.0, 0, 1.0, 0.57),
    ] {
        assert!(
            resolved(chance - 0.005, fit, relationship, advocate),
            "{fit} {relationship} {advocate}"
        );
        assert!(
            !resolved(chance + 0.005, fit, relationship, advocate),
            "{fit} {relationship} {advocate}"
        );
    }
}

#[test]
fn staff_change_more_often_where_morale_is_low() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let mut kept = |morale: f32, draw: f32| {
        world.persons.relationship[0] = 3;
        keep_relationship(&parameters, morale, &mut world.persons, 0, draw);
        world.persons.relationship[0]
    };
    assert_eq!(
        [
            kept(0.6, 0.17),
            kept(0.6, 0.19),
            kept(0.3, 0.35),
            kept(0.3, 0.37)
        ],
        [0, 4, 0, 4]
    );
}
