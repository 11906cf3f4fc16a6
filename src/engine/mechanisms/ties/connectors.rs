//! Connectors: the few people of a neighbourhood who bridge most between others, found by their place among ties alone.
//! Must not know what they are worth to services or money.

use super::{goal, likeness};
use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// Grown-ups of a neighbourhood for each connector. A definition: about one in a hundred.
const ADULTS_A_CONNECTOR: usize = 100;
/// Years between people from which a tie bridges generations. A definition.
const APART: u16 = 20;

/// Finds the connectors of every neighbourhood anew, once a year.
pub(super) fn find(world: &mut World) {
    let mut scored: Vec<Vec<(u32, u64, usize)>> = vec![Vec::new(); world.communities.len()];
    let mut adults = vec![0_usize; world.communities.len()];
    for i in world.living().filter(|i| world.persons.is_adult(*i)) {
        let here = world.persons.community[i].index();
        adults[here] += 1;
        let bridged = bridged(world, i);
        if bridged > 0 {
            // Equal scores: the key decides, which is the same in every world.
            scored[here].push((bridged, world.persons.key[i].0, i));
        }
    }
    world.persons.connector.fill(false);
    for (mut scored, adults) in scored.into_iter().zip(adults) {
        scored.sort_unstable_by(|a, b| b.cmp(a));
        for (_, _, i) in scored.into_iter().take((adults / ADULTS_A_CONNECTOR).max(1)) {
            world.persons.connector[i] = true;
        }
    }
}

/// How many pairs of somebody's friends do not know each other and differ: in neighbourhood, social group or generation.
///
/// The part of betweenness that can be seen from the ties of a person and of their friends.
fn bridged(world: &World, i: usize) -> u32 {
    let persons = &world.persons;
    let friends = persons.friends(i);
    let mut bridged = 0;
    for (k, a) in friends.iter().enumerate() {
        let a = a.index();
        for b in &friends[k + 1..] {
            let b = b.index();
            let differ = persons.community[a] != persons.community[b]
                || persons.group[a] != persons.group[b]
                || persons.age(a).abs_diff(persons.age(b)) > APART;
            bridged += u32::from(differ && persons.family[a] != persons.family[b] && persons.slot_of(a, b).is_none());
        }
    }
    bridged
}

/// The share of each neighbourhood's connectors who give time. Range: 0–1.
pub(super) fn found(world: &World) -> Vec<f32> {
    let mut counts = vec![(0.0, 0.0); world.communities.len()];
    for i in world.living().filter(|i| world.persons.connector[*i]) {
        let (all, giving): &mut (f32, f32) = &mut counts[world.persons.community[i].index()];
        *all += 1.0;
        *giving += f32::from(u8::from(world.persons.volunteer[i]));
    }
    counts.into_iter().map(|(all, giving)| if all > 0.0 { giving / all } else { 0.0 }).collect()
}

/// Connectors introduce two of their friends to each other now and then. The tie becomes close where both lack one.
pub(super) fn introduce(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.ties;
    let chance = AnnualRate(p.connector_introduces * world.government.contact).monthly().0;
    for i in 0..world.persons.len() {
        if !world.persons.connector[i] || !world.persons.alive[i] {
            continue;
        }
        let mut draws = world.luck.draws(world.persons.key[i].child(INTRODUCED), month, Stream::Ties);
        if draws.uniform() >= chance {
            continue;
        }
        let friends = u32::from(world.persons.tie_count[i]);
        if friends < 2 {
            continue;
        }
        let a = world.persons.ties[i][draws.below(friends) as usize].index();
        let b = world.persons.ties[i][draws.below(friends) as usize].index();
        if world.persons.can_tie(a, b) && draws.uniform() < likeness(world, p.homophily, a, b) {
            let lacks = |k: usize| world.persons.close_ties(k) < world.persons.close_wanted(k);
            let goal = goal(world, a, b, lacks(a) && lacks(b));
            world.persons.tie(a, b, (0.5 * goal).min(0.3), goal);
        }
    }
}

/// Names the draws about the introductions that somebody makes.
const INTRODUCED: u64 = 0x12;
