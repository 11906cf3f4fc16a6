//! What ties claim: losses, growth, formation towards what suits people, loneliness.

use super::*;
use crate::engine::state::example;
use crate::scenario::approaches::Eligible;

fn count(world: &World) -> u32 {
    world.living().map(|i| u32::from(world.persons.tie_count[i])).sum()
}

/// No tie forms or is lost.
fn still() -> Parameters {
    let mut parameters = Parameters::default();
    (parameters.ties.formation, parameters.ties.loss_weak, parameters.ties.loss_close) = (0.0, 0.0, 0.0);
    parameters
}

#[test]
fn every_tie_is_looked_at_once_a_quarter_and_comes_half_way_in_its_half_life() {
    let parameters = still();
    let mut world = example::new();
    for i in 0..world.persons.len() {
        world.persons.tie_strength[i] = [0.2; TIE_SLOTS];
        world.persons.tie_goal[i] = [0.8; TIE_SLOTS];
    }
    let before = world.persons.ties.clone();
    for (months, expected) in [(3, 0.8 - 0.6 * 0.5_f32.sqrt()), (6, 0.5)] {
        for month in months - 3..months {
            step(&mut world, &parameters, month);
        }
        for i in world.living() {
            for strength in &world.persons.tie_strength[i][..usize::from(world.persons.tie_count[i])] {
                assert!((strength - expected).abs() < 1e-4, "{strength}, expected {expected}");
            }
        }
    }
    assert_eq!(before, world.persons.ties);
    example::check_ties(&world);
}

#[test]
fn ties_stay_symmetric_and_with_deaths_and_moves_their_number_stays() {
    let mut world = example::lived();
    let before = f64::from(count(&world));
    for _ in 0..60 {
        crate::engine::step(&mut world, &Parameters::default(), None);
        example::check_ties(&world);
    }
    let after = f64::from(count(&world)) / before;
    assert!((0.85..=1.15).contains(&after), "{after}");
}

#[test]
fn losses_have_their_yearly_rate() {
    let mut parameters = still();
    (parameters.ties.loss_weak, parameters.ties.loss_close, parameters.ties.need_loss) = (0.8, 0.8, 0.0);
    let mut world = example::lived();
    let before = f64::from(count(&world));
    for month in 36..48 {
        step(&mut world, &parameters, month);
    }
    let kept = f64::from(count(&world)) / before;
    assert!((kept - crate::numeric::exp(-0.8)).abs() < 0.05, "{kept}");
    example::check_ties(&world);
}

#[test]
fn strong_ties_last_and_need_in_an_unwelcoming_place_breaks_them_unless_uncoupled() {
    let mut parameters = Parameters::default();
    let mut world = example::new();
    world.persons.need.fill(0.0);
    world.communities.welcome.fill(0.25);
    let quarter = |rate: f32| AnnualRate(rate * 3.0).monthly().0;
    let close = |found: MonthlyProbability, rate: f32| assert!((found.0 - quarter(rate)).abs() < 1e-5, "{found:?} {rate}");
    close(loss(&world, &parameters, 0, 1, 0.0), 0.30);
    close(loss(&world, &parameters, 0, 1, 0.35), 0.17);
    close(loss(&world, &parameters, 0, 1, 0.9), 0.04);
    world.persons.need[1] = 10.0;
    close(loss(&world, &parameters, 0, 1, 0.0), 0.30 * 1.75);
    parameters.couplings.person_from_community = 0.0;
    close(loss(&world, &parameters, 0, 1, 0.0), 0.30);
}

#[test]
fn those_who_lack_ties_start_more_and_nobody_beyond_half_more_than_suits_them() {
    let parameters = Parameters::default();
    let mut world = example::new();
    (world.persons.ties_wanted[0], world.persons.wellbeing[0], world.persons.disability[0]) = (4, 7.5, Disability::None);
    let mut wish_with = |ties| {
        world.persons.tie_count[0] = ties;
        wish(&world, &parameters, 0)
    };
    let found = [wish_with(0), wish_with(2), wish_with(4), wish_with(6)];
    for (found, expected) in found.into_iter().zip([4.5, 3.0, 1.5, 0.0]) {
        assert!((found - expected).abs() < 1e-5, "{found}, expected {expected}");
    }
}

#[test]
fn introductions_make_ties_that_would_not_be_there() {
    let formed = |introductions: f32| {
        let mut world = example::lived();
        let before = count(&world);
        world.persons.lonely.fill(true);
        example::reach_all(&mut world, Lever::Introductions, Eligible::Isolated, introductions);
        step(&mut world, &still(), 36);
        (count(&world) - before) / 2
    };
    assert_eq!(formed(0.0), 0);
    // A third of the isolated start one, and most of them find somebody.
    assert!(formed(1.0) > 50, "{}", formed(1.0));
}

#[test]
fn the_very_young_form_no_ties_and_the_grown_none_with_children() {
    let mut world = example::new();
    let (child, adult) = (example::somebody(&world, |p, i| p.age(i) < 5), example::somebody(&world, |p, i| p.age(i) > 30));
    assert_eq!(likeness(&world, 0.65, child, adult), 0.0);
    let mut parameters = still();
    parameters.ties.formation = 1e6;
    let before = world.persons.clone();
    step(&mut world, &parameters, 0);
    for i in world.living().filter(|i| world.persons.age(*i) < 5) {
        let initiated_or_met = world.persons.tie_count[i];
        assert!(initiated_or_met >= before.tie_count[i]);
    }
    for i in world.living() {
        for friend in world.persons.friends(i) {
            let new = before.slot_of(i, friend.index()).is_none();
            assert!(!new || (world.persons.age(i) >= 16) == (world.persons.age(friend.index()) >= 16));
        }
    }
    example::check_ties(&world);
}

#[test]
fn people_alike_suit_each_other_more() {
    let mut world = example::new();
    example::alike(&mut world, 40);
    (world.persons.group[0], world.persons.group[1]) = (1, 1);
    assert_eq!(likeness(&world, 0.65, 0, 1), 1.0);
    world.persons.group[1] = 2;
    assert!((likeness(&world, 0.65, 0, 1) - 0.74).abs() < 1e-5);
    world.persons.age_months[1] = 70 * 12;
    assert!((likeness(&world, 0.65, 0, 1) - 0.74 * 0.35).abs() < 1e-5);
    assert!((likeness(&world, 0.0, 0, 1) - 1.0).abs() < 1e-6);
}

#[test]
fn close_friends_are_counted_from_the_line_and_loneliness_follows_company() {
    let parameters = Parameters::default();
    let mut world = example::new();
    let i = example::somebody(&world, |p, i| p.tie_count[i] >= 3 && p.age(i) >= 65);
    world.persons.tie_strength[i][..3].copy_from_slice(&[0.49, 0.5, 0.9]);
    world.persons.tie_count[i] = 3;
    count_close(&mut world, i);
    assert_eq!(world.persons.close_friends[i], 2);
    // Nobody to count on, wellbeing as usual: the line lies at −(−1.78 + 0.33 [+ 0.25 alone]).
    (world.persons.close_friends[i], world.persons.wellbeing[i]) = (0, 7.4);
    let alone = world.families.size(world.persons.family[i].index(), &world.persons.alive) == 1;
    let line = 1.78 - 0.33 - if alone { 0.25 } else { 0.0 };
    world.persons.lonely_trait[i] = line + 0.01;
    assert!(is_lonely(&world, &parameters, i));
    world.persons.lonely_trait[i] = line - 0.01;
    assert!(!is_lonely(&world, &parameters, i));
    (world.persons.lonely_trait[i], world.persons.age_months[i]) = (9.0, 15 * 12);
    assert!(!is_lonely(&world, &parameters, i), "it is asked from 16");
}
