//! Connectors: the few people of a neighbourhood who bridge most between others, found by their place among ties alone.
//! Must not know what they are worth to services or money.

use super::meeting::{Likeness, first, goal};
use crate::engine::state::World;
use crate::engine::state::person::TIE_SLOTS;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// Grown-ups of a neighbourhood for each connector. A definition: about one in a hundred.
const ADULTS_A_CONNECTOR: usize = 100;
/// Years between people from which a tie bridges generations. A definition.
const APART: u16 = 20;

/// Finds the connectors of every neighbourhood anew, once a year.
pub(super) fn find(world: &mut World) {
    let mut adults = vec![Vec::new(); world.communities.len()];
    for i in world.living().filter(|i| world.persons.is_adult(*i)) {
        adults[world.persons.community[i].index()].push(i);
    }
    world.persons.connector.fill(false);
    for mut adults in adults {
        // Those with most friends first: whoever comes later cannot bridge more pairs than they have.
        adults.sort_by_key(|i| std::cmp::Reverse(world.persons.tie_count[*i]));
        let wanted = (adults.len() / ADULTS_A_CONNECTOR).max(1);
        for (_, _, i) in best(world, &adults, wanted) {
            world.persons.connector[i] = true;
        }
    }
}

/// Of people in falling order of their friends, those who bridge most pairs, the most first: pairs, key, position. Equal
/// scores: the key decides, which is the same in every world.
fn best(world: &World, people: &[usize], wanted: usize) -> Vec<(u32, u64, usize)> {
    let mut best: Vec<(u32, u64, usize)> = Vec::with_capacity(wanted + 1);
    for &i in people {
        let friends = u32::from(world.persons.tie_count[i]);
        let least = if best.len() == wanted {
            best[wanted - 1].0
        } else {
            1
        };
        if friends * friends.saturating_sub(1) / 2 < least {
            break;
        }
        let bridged = bridged(world, i);
        if bridged >= least {
            let score = (bridged, world.persons.key[i].0, i);
            let at = best.partition_point(|other| *other > score);
            best.insert(at, score);
            best.truncate(wanted);
        }
    }
    best
}

/// How many pairs of somebody's friends do not know each other and differ: in neighbourhood, social group or generation.
///
/// The part of betweenness that can be seen from the ties of a person and of their friends.
fn bridged(world: &World, i: usize) -> u32 {
    let persons = &world.persons;
    let friends = persons.friends(i);
    // What is compared of each friend, looked up once for all pairs.
    let seen: [_; TIE_SLOTS] = std::array::from_fn(|k| {
        let a = friends.get(k).map_or(0, |friend| friend.index());
        (
            persons.family[a],
            persons.community[a],
            persons.group[a],
            persons.age(a),
        )
    });
    let mut bridged = 0;
    for (k, (a, of_a)) in friends.iter().zip(&seen).enumerate() {
        for (b, of_b) in friends.iter().zip(&seen).skip(k + 1) {
            let differ =
                (of_a.1 != of_b.1) | (of_a.2 != of_b.2) | (of_a.3.abs_diff(of_b.3) > APART);
            bridged += u32::from(differ & (of_a.0 != of_b.0) && !persons.tied(a.index(), *b));
        }
    }
    bridged
}

/// The share of each neighbourhood's connectors who give time. Range: 0–1.
pub(super) fn found(world: &World) -> Vec<f32> {
    let mut counts = vec![(0.0, 0.0); world.communities.len()];
    let connectors = world
        .persons
        .connector
        .iter()
        .enumerate()
        .filter(|(_, connector)| **connector);
    for i in connectors
        .map(|(i, _)| i)
        .filter(|i| world.persons.alive[*i])
    {
        let (all, giving): &mut (f32, f32) = &mut counts[world.persons.community[i].index()];
        *all += 1.0;
        *giving += f32::from(u8::from(world.persons.volunteer[i]));
    }
    counts
        .into_iter()
        .map(|(all, giving)| if all > 0.0 { giving / all } else { 0.0 })
        .collect()
}

/// Connectors introduce two of their friends to each other now and then. The tie becomes close where both lack one.
pub(super) fn introduce(
    world: &mut World,
    parameters: &Parameters,
    likeness: &Likeness,
    month: u32,
) {
    let p = &parameters.ties;
    let chance = AnnualRate(p.connector_introduces * world.government.contact)
        .monthly()
        .0;
    let connectors = &world.persons.connector;
    for i in world.persons.living_few(connectors, |connects| *connects) {
        let mut draws =
            world
                .luck
                .draws(world.persons.key[i].child(INTRODUCED), month, Stream::Ties);
        if draws.uniform() >= chance {
            continue;
        }
        let friends = u32::from(world.persons.tie_count[i]);
        if friends < 2 {
            continue;
        }
        let a = world.persons.ties[i][draws.below(friends) as usize].index();
        let b = world.persons.ties[i][draws.below(friends) as usize].index();
        if world.persons.can_tie(a, b) && draws.uniform() < likeness.of(&world.persons, a, b) {
            let lacks = |k: usize| world.persons.close_ties[k] < world.persons.close_wanted(k);
            let goal = goal(world, a, b, lacks(a) && lacks(b));
            world.persons.tie(a, b, first(goal), goal);
        }
    }
}

/// Names the draws about the introductions that somebody makes.
const INTRODUCED: u64 = 0x12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn pairs_of_friends_are_bridged_where_they_differ_and_do_not_know_each_other() {
        let mut world = example::new();
        for i in 0..world.persons.len() {
            world.persons.untie_all(i);
        }
        example::alike(&mut world, 40);
        let homes: Vec<usize> = (0..4)
            .map(|f| world.families.members[f][0].index())
            .collect();
        for &k in &homes {
            world.persons.group[k] = 1;
        }
        for friend in 1..4 {
            world.persons.tie(homes[0], homes[friend], 0.5, 0.5);
        }
        assert_eq!(bridged(&world, homes[0]), 0, "all alike");
        world.persons.group[homes[1]] = 2;
        assert_eq!(bridged(&world, homes[0]), 2);
        world.persons.tie(homes[1], homes[2], 0.5, 0.5);
        assert_eq!(bridged(&world, homes[0]), 1);
        world.persons.age_months[homes[2]] = 70 * 12;
        assert_eq!(bridged(&world, homes[0]), 2);
    }

    #[test]
    fn each_neighbourhood_has_its_few_and_they_bridge_more_than_the_others() {
        let mut world = example::lived();
        find(&mut world);
        for community in 0..world.communities.len() {
            let here: Vec<usize> = world
                .living()
                .filter(|i| {
                    world.persons.is_adult(*i) && world.persons.community[*i].index() == community
                })
                .collect();
            let (found, others): (Vec<usize>, Vec<usize>) =
                here.iter().partition(|i| world.persons.connector[**i]);
            assert_eq!(found.len(), (here.len() / 100).max(1));
            let least = found.iter().map(|i| bridged(&world, *i)).min().unwrap();
            assert!(others.iter().all(|i| bridged(&world, *i) <= least));
        }
    }

    #[test]
    fn connectors_count_as_found_when_they_give_time() {
        let mut world = example::lived();
        find(&mut world);
        world.persons.volunteer.fill(false);
        assert!(found(&world).iter().all(|share| *share == 0.0));
        world.persons.volunteer.fill(true);
        assert!(found(&world).iter().all(|share| *share == 1.0));
    }

    #[test]
    fn connectors_introduce_their_own_friends_and_at_nought_nobody() {
        let made = |rate: f32| {
            let mut parameters = Parameters::default();
            parameters.ties.connector_introduces = rate;
            let likeness = Likeness::new(parameters.ties.homophily);
            let before = example::lived();
            let mut world = before.clone();
            find(&mut world);
            for month in 36..60 {
                introduce(&mut world, &parameters, &likeness, month);
            }
            example::check_ties(&world);
            let ties = |world: &World| {
                world
                    .living()
                    .map(|i| u32::from(world.persons.tie_count[i]))
                    .sum::<u32>()
            };
            (ties(&world) - ties(&before)) / 2
        };
        assert_eq!(made(0.0), 0);
        assert!(made(12.0) > 5, "{}", made(12.0));
    }
}
