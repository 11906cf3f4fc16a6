//! Who comes to a home: a baby or a partner who joins it, and households that take an empty one, like those that the place
//! was generated with. Must not know how often that happens, but for empty homes.

use super::kin;
use crate::engine::state::{World, initial};
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::place::{Disability, LARGEST_HOUSEHOLD, Resident};
use crate::random::{Draws, Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::QUARTER;

/// How often a household is taken as a pattern for one that comes, whose eldest is under 35, under 45, under 65, or older:
/// those who move are younger than those who stay. Unit: ratio to the youngest.
const COMING: [f32; 4] = [1.0, 0.55, 0.2, 0.1];
/// How much sooner empty homes are taken for each share of people that is missing, and the ends of that.
const RELET_PULL: f32 = 20.0;
const RELET_LEAST: f32 = 0.2;
const RELET_MOST: f32 = 4.0;

/// Somebody of about the same age as the neighbourhood was generated with: as healthy and as often in work as people there.
pub(super) fn somebody_like(world: &World, single: usize, draws: &mut Draws) -> Resident {
    let (families, residents) = (&world.place.families, &world.place.persons);
    let here = world.persons.community[single];
    let first = families[families.partition_point(|f| f.community < here)]
        .first
        .index();
    let after = families
        .get(families.partition_point(|f| f.community <= here))
        .map_or(residents.len(), |f| f.first.index());
    let age = i32::from(world.persons.age(single));
    let mut like = Resident {
        disability: Disability::None,
        activity: initial::usual_activity(age as u16),
        ..residents[first]
    };
    for _ in 0..60 {
        let somebody = residents[first + draws.below((after - first) as u32) as usize];
        if (i32::from(somebody.age) - age).abs() <= 5 && somebody.age >= 18 {
            like = somebody;
            break;
        }
    }
    like
}

/// Adds one person to their home, named by the home and their order of joining it. None when the home is full.
pub(super) fn join(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    resident: &Resident,
) -> Option<usize> {
    let family = resident.family.index();
    if world.families.size(family, &world.persons.alive) == LARGEST_HOUSEHOLD {
        return None;
    }
    world.families.joined[family] += 1;
    let arrivals = u64::from(world.families.arrivals[family]);
    let key = world.families.key[family]
        .child((arrivals << 32) | (1_000 + u64::from(world.families.joined[family])));
    Some(settle(world, parameters, month, resident, key, family))
}

/// Puts a person into a home: into the position of somebody gone, or into a new one.
fn settle(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    resident: &Resident,
    key: Key,
    family: usize,
) -> usize {
    let home = (FamilyId::from(family), world.families.community[family]);
    let mut row = initial::person(resident, key, home, &world.luck, parameters);
    row.came = month;
    let free = world.families.members[family]
        .iter()
        .copied()
        .find(|m| m.is_some() && !world.persons.alive[m.index()]);
    if let Some(position) = free {
        world.persons.set(position.index(), row);
        world.seats.take(&mut world.persons, position.index());
        return position.index();
    }
    let position = world.persons.push(row);
    world.turns.push(home.0, position);
    world.seats.take(&mut world.persons, position);
    let admitted = world
        .families
        .admit(family, PersonId::from(position), &world.persons.alive);
    debug_assert!(admitted, "home {family} has no room");
    position
}

/// An empty home is taken by a household like one that the neighbourhood was generated with.
pub(super) fn relet(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    family: usize,
    draw: f32,
) {
    let usual = world.usual_people as f32;
    let here = world.communities.residents.iter().sum::<u32>() as f32;
    // Fewer people than usual: homes go faster. More: they stand empty longer.
    let pressure = (1.0 + RELET_PULL * (usual - here) / usual).clamp(RELET_LEAST, RELET_MOST);
    let months = parameters.demography.relet_months / QUARTER as f32;
    if draw >= 1.0 - libm::expf(-pressure / months) {
        return;
    }
    let key = world.families.key[family];
    let mut draws = world.luck.draws(key, month, Stream::Moves);
    let donor = donor_household(world, world.families.community[family], &mut draws);
    world.families.arrivals[family] += 1;
    world.families.joined[family] = 0;
    world.families.strain[family] = 0.0;
    let arrivals = u64::from(world.families.arrivals[family]);
    let place = std::sync::Arc::clone(&world.place);
    let household = place.families[donor];
    let mut positions = [PersonId::NONE; LARGEST_HOUSEHOLD];
    for (order, position) in positions
        .iter_mut()
        .enumerate()
        .take(household.size as usize)
    {
        let resident = household.first.index() + order;
        let name = key.child((arrivals << 32) | order as u64);
        let newcomer = settle(
            world,
            parameters,
            month,
            &place.persons[resident],
            name,
            family,
        );
        *position = PersonId::from(newcomer);
    }
    for order in 0..household.size as usize {
        if let Some(partner) = place.persons[household.first.index() + order].partner {
            let partner = partner.index() - household.first.index();
            world.persons.partner[positions[order].index()] = positions[partner];
        }
    }
    kin::find(world, month, family);
}

/// A household of the same neighbourhood as it was generated, young ones first: those who move are younger than those
/// who stay. Homes are sorted by neighbourhood, so they stand together.
fn donor_household(world: &World, community: CommunityId, draws: &mut Draws) -> usize {
    let families = &world.place.families;
    let first = families.partition_point(|f| f.community < community);
    let after = families.partition_point(|f| f.community <= community);
    let mut donor = first;
    for _ in 0..12 {
        donor = first + draws.below((after - first) as u32) as usize;
        let household = families[donor];
        let eldest = (0..household.size as usize)
            .map(|k| world.place.persons[household.first.index() + k].age)
            .max();
        let likely = match eldest.unwrap_or(0) {
            0..=34 => COMING[0],
            35..=44 => COMING[1],
            45..=64 => COMING[2],
            _ => COMING[3],
        };
        if draws.uniform() < likely {
            break;
        }
    }
    donor
}
