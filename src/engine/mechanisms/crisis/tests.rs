//! What crises claim: their rates, what raises them, what they cost and leave behind, and how lives end.

use super::*;
use crate::engine::state::example;

/// No crisis happens.
fn calm() -> Parameters {
    let mut parameters = Parameters::default();
    let p = &mut parameters.crisis;
    (p.attendance_rate, p.admission_rate, p.eviction, p.placement) = (0.0, 0.0, 0.0, 0.0);
    parameters
}

#[test]
fn without_hazards_nothing_happens() {
    let mut world = example::lived();
    world.persons.months_left.fill(NOT_LIMITED);
    world.persons.housing.fill(Housing::Own);
    let before = world.clone();
    step(&mut world, &calm(), 36);
    assert_eq!(example::differing(&before, &world), Vec::<String>::new());
}

#[test]
fn pressure_grows_with_old_problems_and_unmet_hours_up_to_forty() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let pressure = |world: &World| {
        pressure(
            &parameters,
            world.persons.old_problems(0),
            world.persons.unmet[0],
        )
    };
    assert_eq!(pressure(&world), 1.0);
    world.persons.problem_age[0] = [4, 3, 9, 0, 0];
    world.persons.unmet[0] = 90.0;
    let expected = libm::expf(2.0 * 0.22 + 40.0 * 0.015);
    assert!((pressure(&world) / expected - 1.0).abs() < 1e-5);
}

#[test]
fn admissions_have_their_rate_by_age_and_condition() {
    let share = |age: u16, disability: Disability| {
        let mut parameters = calm();
        parameters.crisis.admission_rate = 3.0;
        let mut world = example::new();
        example::alike(&mut world, age);
        world.persons.disability.fill(disability);
        step(&mut world, &parameters, 0);
        let admitted = world.persons.admissions.iter().filter(|a| **a > 0).count();
        assert_eq!(world.counts.admissions, admitted as u64);
        admitted as f64 / f64::from(world.population())
    };
    for (age, disability, ratio) in [
        (40, Disability::None, 1.0),
        (60, Disability::None, 1.786),
        (40, Disability::Lot, 2.6),
    ] {
        let expected = 1.0 - crate::numeric::exp(-3.0 * ratio / 12.0);
        let found = share(age, disability);
        assert!(
            (found - expected).abs() < 0.07,
            "{age} {disability:?}: {found}, expected {expected}"
        );
    }
}

#[test]
fn nobody_is_passed_over_whom_something_happens_to() {
    let mut parameters = Parameters::default();
    (
        parameters.crisis.attendance_rate,
        parameters.crisis.eviction,
        parameters.crisis.placement,
    ) = (0.9, 0.4, 0.9);
    let mut world = example::lived();
    let mut lost = 0;
    for month in 36..60 {
        let mut plain = world.clone();
        let hazards = Hazards::new(&plain, &parameters);
        for i in 0..plain.persons.len() {
            if plain.persons.alive[i] {
                homes::live_away(&mut plain, &parameters, month, i);
                emergencies(&mut plain, &parameters, month, i, &hazards);
                if plain.persons.months_left[i] != NOT_LIMITED {
                    palliative(&mut plain, &parameters, i);
                }
            }
        }
        step(&mut world, &parameters, month);
        assert_eq!(
            example::differing(&plain, &world),
            Vec::<String>::new(),
            "{month}"
        );
        lost += world.counts.evictions + world.counts.placements;
        // Problems grow old, and some need goes unmet.
        for i in (month as usize % 7..world.persons.len()).step_by(7) {
            (world.persons.problem_age[i], world.persons.unmet[i]) =
                ([0, 9, 9, 9, 0], if i % 2 == 0 { 20.0 } else { 0.0 });
        }
    }
    assert!(lost > 20, "{lost}");
}

#[test]
fn an_admission_costs_and_hurts() {
    let mut parameters = calm();
    parameters.crisis.admission_rate = 1e9;
    let mut world = example::new();
    let before = world.clone();
    step(&mut world, &parameters, 0);
    for i in world.living() {
        assert_eq!(world.persons.cost[i], Pence(377_000));
        // Everybody at home is admitted too: a share of each of their dips comes on top.
        let others = world
            .families
            .size(world.persons.family[i].index(), &world.persons.alive)
            - 1;
        assert!((world.persons.dip[i] - 0.4 * (1.0 + 0.15 * others as f32)).abs() < 1e-5);
        assert!(
            (world.persons.control[i] - (before.persons.control[i] - 0.05).max(0.0)).abs() < 1e-6
        );
    }
}

#[test]
fn some_attendances_are_followed_by_another() {
    let mut parameters = calm();
    parameters.crisis.attendance_rate = 1e9;
    parameters.crisis.reattendance = 0.5;
    let mut world = example::new();
    step(&mut world, &parameters, 0);
    // Half are followed by a second, half of those by a third: repeats are 0.75 of first attendances, 3 in 7 of all.
    let again = world.counts.reattendances as f64 / world.counts.attendances as f64;
    assert!((again - 3.0 / 7.0).abs() < 0.04, "{again}");
    let counted: u64 = world
        .persons
        .attendances
        .iter()
        .map(|a| u64::from(*a))
        .sum();
    assert_eq!(counted, world.counts.attendances);
}

#[test]
fn only_old_problems_of_home_or_money_end_in_eviction_which_breaks_the_weakest_tie_on_both_sides() {
    let mut parameters = calm();
    parameters.crisis.eviction = 1e9;
    let mut world = example::lived();
    world.persons.problem_age.fill([9, 9, 6, 6, 9]);
    let i = example::somebody(&world, |p, i| p.tie_count[i] > 2);
    world.persons.problem_age[i] = [0, 0, 7, 0, 0];
    let ties = world.persons.tie_count[i];
    let count = usize::from(ties);
    let weakest = (0..count)
        .min_by(|a, b| {
            world.persons.tie_strength[i][*a].total_cmp(&world.persons.tie_strength[i][*b])
        })
        .unwrap();
    let lost = world.persons.ties[i][weakest].index();
    world.persons.months_left.fill(NOT_LIMITED);
    world.persons.housing.fill(Housing::Own);
    world.begin_year();
    step(&mut world, &parameters, 36);
    assert_eq!(world.counts.evictions, 1);
    assert_eq!(world.persons.tie_count[i], ties - 1);
    for k in world.living() {
        let evicted = world.persons.family[k] == world.persons.family[i];
        assert_eq!(world.persons.housing[k] == Housing::Temporary, evicted);
    }
    assert_eq!(
        (
            world.persons.slot_of(i, lost),
            world.persons.slot_of(lost, i)
        ),
        (None, None)
    );
    assert_eq!(
        world.persons.problem_age[i][3], 1,
        "a problem of home begins anew"
    );
    example::check_ties(&world);
}

#[test]
fn only_adults_with_much_unmet_need_are_placed() {
    let mut parameters = calm();
    parameters.crisis.placement = 1e9;
    let mut world = example::new();
    let adult = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
    let child = example::somebody(&world, |p, i| !p.is_adult(i));
    let other = example::somebody(&world, |p, i| p.is_adult(i) && i != adult);
    (
        world.persons.unmet[adult],
        world.persons.unmet[child],
        world.persons.unmet[other],
    ) = (15.1, 50.0, 15.0);
    step(&mut world, &parameters, 0);
    assert_eq!(world.counts.placements, 1);
    assert_eq!(world.persons.cost[adult], Pence(410_000), "the first month");
    assert_eq!(
        (
            world.persons.housing[adult],
            world.persons.housing_months[adult]
        ),
        (Housing::Residential, 4)
    );
    world.persons.unmet.fill(0.0);
    for month in 1..9 {
        step(&mut world, &parameters, month);
    }
    assert_eq!(
        (world.persons.cost[adult], world.counts.residential_months),
        (Pence(4 * 410_000), 4)
    );
    assert_eq!(world.persons.housing[adult], Housing::Own, "and home again");
}

#[test]
fn the_length_of_stays_spreads_what_admissions_cost_and_keeps_their_mean() {
    let mut world = example::new();
    let (mut sum, mut most, mut count) = (0.0, 0.0_f64, 0.0);
    for draw in (0..4_096_u32).map(|k| k << 20) {
        world.persons.health_cost[0] = Pence::ZERO;
        admit(&mut world, &Parameters::default(), 0, draw);
        let cost = world.persons.health_cost[0].pounds();
        (sum, most, count) = (sum + cost, most.max(cost), count + 1.0);
    }
    assert!(
        (sum / count / 3_770.0 - 1.0).abs() < 0.03,
        "{}",
        sum / count
    );
    assert!(most > 3.0 * 3_770.0);
    assert_eq!(
        world.persons.cost[0],
        Pence(4_096 * 377_000),
        "booked at one price"
    );
}

#[test]
fn a_crisis_reaches_those_at_home_by_its_share_unless_uncoupled() {
    let mut parameters = Parameters::default();
    let mut world = example::new();
    let i = example::somebody(&world, |p, i| p.partner[i].is_some());
    let partner = world.persons.partner[i].index();
    damage(&mut world, &parameters, i, 2.0);
    assert!(
        (world.persons.dip[i] - 0.8).abs() < 1e-6
            && (world.persons.dip[partner] - 0.12).abs() < 1e-6
    );
    parameters.couplings.person_from_family = 0.0;
    damage(&mut world, &parameters, i, 2.0);
    assert!((world.persons.dip[partner] - 0.12).abs() < 1e-6);
}

#[test]
fn equal_access_takes_its_part_of_the_gradient_of_attendances_and_no_more() {
    let ratio = |access: f32| {
        let mut parameters = calm();
        parameters.crisis.attendance_rate = 0.4;
        parameters.problems.access_deprivation = access;
        let attended = |deprivation: f32| {
            let mut world = example::new();
            example::alike(&mut world, 40);
            world.communities.deprivation.fill(deprivation);
            (0..120).for_each(|month| step(&mut world, &parameters, month));
            world.counts.attendances as f64
        };
        attended(1.0) / attended(-1.0)
    };
    let (unequal, equal) = (ratio(0.85), ratio(1.0));
    assert!((unequal - 1.73 / 0.85).abs() < 0.2, "{unequal}");
    assert!((equal - 1.73).abs() < 0.2 && equal < unequal, "{equal}");
}

#[test]
fn advocates_widen_palliative_care_and_a_closed_hospice_narrows_it() {
    let reached = |advocate: f32, open: f32| {
        let mut world = example::new();
        world.communities.deprivation.fill(0.0);
        world.persons.months_left.fill(9);
        world.services.open[ServiceKind::Hospice as usize] = open;
        example::reach_all(
            &mut world,
            Lever::Advocacy,
            crate::scenario::approaches::Eligible::LifeLimiting,
            advocate,
        );
        step(&mut world, &calm(), 0);
        world
            .living()
            .filter(|i| world.persons.palliative[*i])
            .count() as f64
            / f64::from(world.population())
    };
    let usual = reached(0.0, 1.0);
    assert!((reached(1.0, 1.0) - usual - 0.08).abs() < 0.03);
    assert!((reached(0.0, 0.5) - usual / 2.0).abs() < 0.05);
}

#[test]
fn palliative_care_reaches_its_share_and_more_of_it_keeps_those_it_reached() {
    let parameters = calm();
    let reached = |more: f32| -> Vec<usize> {
        let mut world = example::new();
        world.communities.deprivation.fill(0.0);
        world.persons.months_left.fill(9);
        example::reach_all(
            &mut world,
            Lever::Palliative,
            crate::scenario::approaches::Eligible::LifeLimiting,
            more,
        );
        step(&mut world, &parameters, 0);
        world
            .living()
            .filter(|i| world.persons.palliative[*i])
            .collect()
    };
    let (today, more) = (reached(0.0), reached(0.2));
    let share = |who: &[usize]| who.len() as f64 / example::new().persons.len() as f64;
    assert!((share(&today) - 0.62).abs() < 0.07, "{}", share(&today));
    assert!((share(&more) - 0.82).abs() < 0.07, "{}", share(&more));
    assert!(today.iter().all(|i| more.contains(i)));
}
