//! An influx: households arrive in new homes, spread over neighbourhoods as the homes that were there. They are named by the
//! event and their order, so they are the same people in every arm; they know nobody yet. Must not know money.

use crate::engine::state::{FamilyRow, Seats, World, initial};
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::place::LARGEST_HOUSEHOLD;
use crate::random::{Key, Stream, mix};
use crate::scenario::parameters::Parameters;
use std::sync::Arc;

/// Lets households arrive until they are this share of the people the place usually holds.
///
/// Each takes after a household that the place was generated with, in the same neighbourhood. The last one may bring the
/// number over the share by less than a household.
pub fn arrive(world: &mut World, parameters: &Parameters, share: f32, month: u32) {
    let wanted = (f64::from(world.usual_people) * f64::from(share)).round() as u32;
    let event = Key(mix(0x494E_464C_5558 ^ mix(u64::from(month))));
    let mut arrived = 0;
    let mut order = 0;
    while arrived < wanted {
        let key = event.child(order);
        let mut draws = world.luck.draws(key, month, Stream::Moves);
        let like = draws.below(world.place.families.len() as u32) as usize;
        arrived += settle_household(world, parameters, key, like);
        order += 1;
    }
    world.usual_people += arrived;
    if arrived > 0 {
        find_seats(world);
    }
}

/// The places where people meet grow with them: everybody takes a seat anew, in an order that is the same in every arm.
fn find_seats(world: &mut World) {
    world.seats = Seats::new(&world.communities.residents);
    let mut everybody: Vec<usize> = world.living().collect();
    everybody.sort_by_key(|i| world.persons.key[*i]);
    for i in everybody {
        world.seats.take(&mut world.persons, i);
    }
}

/// A new home with a household like one of the place; gives how many people it brought.
fn settle_household(world: &mut World, parameters: &Parameters, key: Key, like: usize) -> u32 {
    let place = Arc::clone(&world.place);
    let household = place.families[like];
    let home = (
        FamilyId::from(world.families.len()),
        CommunityId::from(household.community.index()),
    );
    let first = world.persons.len();
    let mut members = [PersonId::NONE; LARGEST_HOUSEHOLD];
    for (order, member) in members.iter_mut().enumerate().take(household.size as usize) {
        let resident = household.first.index() + order;
        let name = key.child(order as u64);
        let mut row = initial::person(
            &place.persons[resident],
            name,
            home,
            &world.luck,
            parameters,
        );
        row.partner = place.persons[resident].partner.map_or(PersonId::NONE, |p| {
            PersonId::from(first + p.index() - household.first.index())
        });
        let position = world.persons.push(row);
        world.turns.push(home.0, position);
        *member = PersonId::from(position);
    }
    world.families.push(FamilyRow::of(key, home.1, members));
    world.communities.residents[home.1.index()] += u32::from(household.size);
    u32::from(household.size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::engine::state::example;

    #[test]
    fn people_arrive_in_homes_of_their_own_and_nobody_else_changes() {
        let before = example::lived();
        let mut world = before.clone();
        arrive(&mut world, &Parameters::default(), 0.1, 36);
        example::check_homes(&world);
        example::check_ties(&world);
        let came = world.population() - before.population();
        assert_eq!(world.usual_people, before.usual_people + came);
        let wanted = before.usual_people / 10;
        assert!((wanted..wanted + 12).contains(&came), "{came} of {wanted}");
        assert_eq!(
            world.communities.residents.iter().sum::<u32>(),
            before.communities.residents.iter().sum::<u32>() + came
        );
        for i in 0..before.persons.len() {
            assert_eq!(
                (world.persons.key[i], world.persons.alive[i]),
                (before.persons.key[i], before.persons.alive[i])
            );
        }
    }

    #[test]
    fn the_same_people_arrive_whatever_has_become_of_the_place() {
        let keys = |mut world: World| {
            let first = world.persons.len();
            arrive(&mut world, &Parameters::default(), 0.05, 7);
            (
                world.persons.key[first..].to_vec(),
                world.persons.age_months[first..].to_vec(),
            )
        };
        let emptied = || {
            let mut world = example::lived();
            (0..50).for_each(|i| world.persons.leave(i));
            world
        };
        assert_eq!(keys(example::lived()), keys(emptied()));
        let names = keys(example::lived()).0;
        assert_eq!(
            names
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            names.len()
        );
    }

    #[test]
    fn the_place_stays_larger() {
        let parameters = Parameters::default();
        let mut world = example::lived();
        let before = f64::from(world.population());
        let now = world.month;
        arrive(&mut world, &parameters, 0.2, now);
        for _ in 0..60 {
            engine::step(&mut world, &parameters, None);
        }
        example::check_homes(&world);
        let ratio = f64::from(world.population()) / before;
        assert!((1.1..1.3).contains(&ratio), "{ratio}");
    }
}
