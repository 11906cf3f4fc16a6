//! Ties: friendships form through friends of friends, the neighbourhood and introductions, grow with contact and fade
//! without it; crises, need in an unwelcoming place and moves break them. Loneliness is measured here, as a state.
//! Must not know services.

use crate::engine::state::World;
use crate::engine::state::person::{CLOSE, TIE_SLOTS};
use crate::place::Disability;
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, MonthlyProbability, monthly_share_of_half_life};

/// Ties are looked at once a quarter, each in a month of its own.
const REVIEW_MONTHS: u64 = 3;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    review(world, parameters, month);
    form(world, parameters, month);
    for i in 0..world.persons.len() {
        if world.persons.alive[i] {
            count_close(world, i);
            world.persons.lonely[i] = is_lonely(world, parameters, i);
        }
    }
}

/// Every tie, once a quarter: it fades, or grows towards what it will be.
fn review(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.ties;
    let grows = 1.0 - libm::powf(1.0 - monthly_share_of_half_life(p.strengthening), REVIEW_MONTHS as f32);
    for i in 0..world.persons.len() {
        // A tie is looked at from the side with the lower key, in that person's month: once a quarter whatever the positions.
        let mine = world.persons.key[i];
        if !world.persons.alive[i] || !(mine.0 % REVIEW_MONTHS + u64::from(month)).is_multiple_of(REVIEW_MONTHS) {
            continue;
        }
        let mut slot = 0;
        while slot < world.persons.tie_count[i] as usize {
            let j = world.persons.ties[i][slot].index();
            let theirs = world.persons.key[j];
            if mine < theirs {
                let pair = mine.pair(theirs);
                let [lost, ..] = world.luck.uniforms(pair, month, Stream::Ties);
                if lost < loss(world, parameters, i, j, world.persons.tie_strength[i][slot]).0 {
                    world.persons.untie(i, j);
                    continue;
                }
                strengthen(world, i, j, slot, grows);
            }
            slot += 1;
        }
    }
}

/// The chance that a tie is lost in a quarter.
fn loss(world: &World, parameters: &Parameters, i: usize, j: usize, strength: f32) -> MonthlyProbability {
    let p = &parameters.ties;
    let usual = p.loss_weak + (p.loss_close - p.loss_weak) * (strength / 0.7).min(1.0);
    let need = |k: usize| {
        if world.persons.need[k] < 10.0 {
            return 1.0;
        }
        let unwelcoming = 1.0 - world.communities.welcome[world.persons.community[k].index()];
        1.0 + p.need_loss * unwelcoming * 2.0 * parameters.couplings.person_from_community
    };
    AnnualRate(usual * need(i).max(need(j)) / world.government.contact.max(0.2) * REVIEW_MONTHS as f32).monthly()
}

fn strengthen(world: &mut World, i: usize, j: usize, slot: usize, grows: f32) {
    let contact = world.government.contact;
    let persons = &mut world.persons;
    let now = persons.tie_strength[i][slot];
    let next = now + grows * contact * (persons.tie_goal[i][slot] - now);
    persons.tie_strength[i][slot] = next;
    if let Some(other) = persons.slot_of(j, i) {
        persons.tie_strength[j][other] = next;
    }
}

fn form(world: &mut World, parameters: &Parameters, month: u32) {
    let residents = residents_by_community(world);
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] || world.persons.age(i) < 5 {
            continue;
        }
        let introduced = world.funded.person(&world.persons, i, Lever::Introductions) * parameters.ties.introduction_sticks;
        let chance = AnnualRate(wish(world, parameters, i)).monthly().0 + introduced;
        let [starts, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::Ties);
        if starts < chance {
            meet_somebody(world, parameters, month, i, &residents);
        }
    }
}

/// How many ties a year a person starts: more the more they lack, none beyond what suits them by half.
fn wish(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let persons = &world.persons;
    let wanted = f32::from(persons.ties_wanted[i].max(1));
    let has = f32::from(persons.tie_count[i]);
    let lack = ((1.5 * wanted - has) / wanted).clamp(0.0, 1.5);
    let well = 0.6 + 0.4 * (persons.wellbeing[i] / 7.5).min(1.3);
    let able = if persons.disability[i] == Disability::Lot { 0.8 } else { 1.0 };
    parameters.ties.formation * lack * well * able * world.government.contact
}

fn residents_by_community(world: &World) -> Vec<Vec<u32>> {
    let mut residents = vec![Vec::new(); world.communities.len()];
    for i in world.living() {
        residents[world.persons.community[i].index()].push(i as u32);
    }
    residents
}

/// Looks for somebody: a friend of a friend, or somebody near by. Unlike people are passed over; a few tries, then none.
fn meet_somebody(world: &mut World, parameters: &Parameters, month: u32, i: usize, residents: &[Vec<u32>]) {
    let p = &parameters.ties;
    let mut draws = world.luck.draws(world.persons.key[i], month, Stream::Ties);
    for _ in 0..6 {
        let through_friend = draws.uniform() < p.friend_of_friend;
        let (a, b, accept) = (draws.word(), draws.word(), draws.uniform());
        let candidate = if through_friend { friend_of_friend(world, i, a, b) } else { near_by(world, i, a, residents) };
        let Some(j) = candidate else { continue };
        if world.persons.can_tie(i, j) && accept < likeness(world, p.homophily, i, j) {
            let goal = goal(world, i, j);
            world.persons.tie(i, j, (0.5 * goal).min(0.3), goal);
            return;
        }
    }
}

fn pick(count: usize, word: u32) -> Option<usize> {
    (count > 0).then(|| (uniform(word) * count as f32) as usize)
}

fn friend_of_friend(world: &World, i: usize, a: u32, b: u32) -> Option<usize> {
    let friends = world.persons.friends(i);
    let friend = friends[pick(friends.len(), a)?].index();
    let theirs = world.persons.friends(friend);
    Some(theirs[pick(theirs.len(), b)?].index())
}

fn near_by(world: &World, i: usize, word: u32, residents: &[Vec<u32>]) -> Option<usize> {
    let here = &residents[world.persons.community[i].index()];
    Some(here[pick(here.len(), word)?] as usize)
}

/// The chance that somebody met is somebody for a tie: lower for another age band or social group.
fn likeness(world: &World, homophily: f32, i: usize, j: usize) -> f32 {
    let persons = &world.persons;
    let years = f32::from(persons.age(i)) - f32::from(persons.age(j));
    let apart = (years.abs() / 10.0).min(2.5);
    let age = 1.0 - homophily * (apart / 1.25).min(1.0);
    let grown = (persons.age(i) >= 16) == (persons.age(j) >= 16);
    let group = if persons.group[i] == persons.group[j] { 1.0 } else { 1.0 - 0.4 * homophily };
    if grown { (age * group).max(0.02) } else { 0.0 }
}

/// How strong a tie will become: drawn for the pair, close as often as both let ties become close.
fn goal(world: &World, i: usize, j: usize) -> f32 {
    let pair = world.persons.key[i].pair(world.persons.key[j]);
    let [closeness, depth, ..] = world.luck.uniforms(pair, 0, Stream::TieStrength);
    // New ties are mostly weak: close ones last longer, so that few new ones keep their number.
    let close = 0.9 * (world.persons.closeness[i] * world.persons.closeness[j]).sqrt();
    if closeness < close { 0.55 + 0.45 * depth } else { 0.1 + 0.35 * depth }
}

fn count_close(world: &mut World, i: usize) {
    let persons = &mut world.persons;
    let count = persons.tie_count[i] as usize;
    debug_assert!(count <= TIE_SLOTS);
    persons.close_friends[i] = persons.tie_strength[i][..count].iter().filter(|s| **s >= CLOSE).count() as u8;
}

/// Often lonely: a lasting disposition, age, and what there is of company.
fn is_lonely(world: &World, parameters: &Parameters, i: usize) -> bool {
    let p = &parameters.ties;
    let persons = &world.persons;
    let age = f32::from(persons.age(i));
    if age < 16.0 {
        return false;
    }
    let youth = ((65.0 - age) / 45.0).clamp(0.0, 1.0) * p.lonely_youth;
    let friends = f32::from(persons.close_friends[i].min(6)) - 3.3;
    let alone = world.families.size(persons.family[i].index(), &persons.alive) == 1;
    let low = (7.4 - persons.wellbeing[i]).clamp(-2.0, 5.0);
    let company = (1.0 - world.government.contact) * 0.5;
    let score = p.lonely_base + youth - p.lonely_friend * friends + if alone { p.lonely_alone } else { 0.0 } + p.lonely_low * low + company;
    score + persons.lonely_trait[i] > 0.0
}

#[cfg(test)]
mod tests {
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
}
