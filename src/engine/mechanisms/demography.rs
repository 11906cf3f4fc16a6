//! Demography: ageing, births, deaths, moves in and out. Homes left empty are taken by households like those that the place
//! was generated with, so that the population stays as it is. Must not know money.

use super::{ByAge, gradient, structural};
use crate::engine::state::person::NOT_LIMITED;
use crate::engine::state::{World, initial};
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::place::{Activity, Disability, LARGEST_HOUSEHOLD, Resident, Sex};
use crate::random::{Draws, Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let factors: Vec<f32> = world.communities.deprivation.iter().map(|d| gradient(parameters.demography.death_deprivation, *d)).collect();
    let by_age = ByAge::new(parameters.demography.death_slope, 60.0);
    let conditions = structural(world, parameters);
    for i in 0..world.persons.len() {
        if world.persons.alive[i] {
            age(world, i);
            let sex = if world.persons.female[i] { 0.84 } else { 1.18 };
            let factor = factors[world.persons.community[i].index()] * conditions * sex * by_age.at(world.persons.age(i));
            live_or_die(world, parameters, month, i, factor);
        }
    }
    for family in 0..world.families.len() {
        household(world, parameters, month, family);
    }
    count_residents(world);
}

fn age(world: &mut World, i: usize) {
    let persons = &mut world.persons;
    persons.age_months[i] += 1;
    match persons.age_months[i] {
        192 => persons.activity[i] = Activity::Student,
        // At 19 most begin to work; those who study on leave home for it more often than they stay.
        228 if persons.activity[i] == Activity::Student => persons.activity[i] = Activity::Unemployed,
        792 => persons.activity[i] = Activity::Retired,
        _ => {}
    }
}

/// The hazard of death is Gompertz's: `factor` carries age, sex and place.
fn live_or_die(world: &mut World, parameters: &Parameters, month: u32, i: usize, factor: f32) {
    let persons = &mut world.persons;
    if persons.months_left[i] != NOT_LIMITED {
        if persons.months_left[i] == 0 {
            expected_death(world, parameters, month, i);
        } else {
            persons.months_left[i] -= 1;
        }
        return;
    }
    let p = &parameters.demography;
    let health = if persons.disability[i] == Disability::Lot { p.death_disabled } else { 1.0 };
    let yearly = p.death_at_60 * factor * health;
    let [dies, expected, months, _] = world.luck.uniforms(persons.key[i], month, Stream::Demography);
    if dies >= AnnualRate(yearly).monthly().0 {
        return;
    }
    if expected < p.expected_share {
        // A life-limiting condition: between two and twenty months from now.
        persons.months_left[i] = 2 + (months * 18.0) as u16;
    } else {
        die(world, parameters, i);
    }
}

fn expected_death(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    let p = &parameters.crisis;
    let wished = if world.persons.palliative[i] { p.wished_with } else { p.wished_without };
    let [draw, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::EndOfLife);
    world.counts.expected_deaths += 1;
    world.counts.wished_deaths += u64::from(draw < wished);
    die(world, parameters, i);
}

/// A death: it bereaves partner, family and close friends, and ends every tie.
fn die(world: &mut World, parameters: &Parameters, i: usize) {
    let shock = parameters.life_events.shock_death;
    world.counts.deaths += 1;
    world.persons.died[i] = true;
    let persons = &mut world.persons;
    let partner = persons.partner[i];
    if partner.is_some() && persons.alive[partner.index()] {
        persons.dip[partner.index()] += shock;
        persons.widowed[partner.index()] = true;
        persons.partner[partner.index()] = PersonId::NONE;
    }
    for member in world.families.living(persons.family[i].index(), &persons.alive).collect::<Vec<_>>() {
        if member != i && PersonId::from(member) != partner {
            persons.dip[member] += shock / 3.0;
        }
    }
    for slot in 0..persons.tie_count[i] as usize {
        let friend = persons.ties[i][slot].index();
        if persons.tie_strength[i][slot] >= crate::engine::state::person::CLOSE {
            persons.dip[friend] += shock / 3.0;
        }
    }
    world.persons.leave(i);
}

fn household(world: &mut World, parameters: &Parameters, month: u32, family: usize) {
    let members: Vec<usize> = world.families.living(family, &world.persons.alive).collect();
    let words = world.luck.uniforms(world.families.key[family], month, Stream::Moves);
    let p = &parameters.demography;
    let Some(&eldest) = members.iter().max_by_key(|i| world.persons.age_months[**i]) else {
        relet(world, parameters, month, family, words[0]);
        return;
    };
    // Young households move most, old ones least.
    let pace = match world.persons.age(eldest) {
        0..=34 => 2.0,
        35..=64 => 0.9,
        _ => 0.4,
    };
    // Only adults can leave children without a home: orphans move to kin elsewhere.
    let orphaned = !members.iter().any(|i| world.persons.age(*i) >= 16);
    if orphaned || words[0] < AnnualRate(p.moves_out * pace).monthly().0 {
        for i in members {
            world.persons.leave(i);
        }
        return;
    }
    births(world, parameters, month, family, &members);
    grown_children_leave(world, parameters, month, &members);
    partner_comes(world, parameters, family, eldest, words[1]);
}

fn births(world: &mut World, parameters: &Parameters, month: u32, family: usize, members: &[usize]) {
    for &mother in members {
        let persons = &world.persons;
        if !persons.female[mother] || !(18..45).contains(&persons.age(mother)) || persons.is_child[mother] {
            continue;
        }
        // Births peak at about 31; few mothers live alone.
        let years = (f32::from(persons.age_months[mother]) / 12.0 - 31.0) / 13.0;
        let alone = if persons.partner[mother].is_some() { 1.5 } else { 0.5 };
        let rate = parameters.demography.birth_rate * alone * (1.4 - 1.2 * years * years).max(0.1);
        let [born, sex, ..] = world.luck.uniforms(persons.key[mother].child(u64::MAX), month, Stream::Demography);
        if born < AnnualRate(rate).monthly().0 {
            let baby = Resident {
                age: 0,
                sex: if sex < 0.488 { Sex::Female } else { Sex::Male },
                family: FamilyId::from(family),
                partner: None,
                is_child: true,
                disability: Disability::None,
                health: 1,
                activity: Activity::Child,
                group: persons.group[mother],
            };
            world.counts.births += u64::from(join(world, parameters, &baby, family, mother).is_some());
        }
    }
}

fn grown_children_leave(world: &mut World, parameters: &Parameters, month: u32, members: &[usize]) {
    let chance = AnnualRate(parameters.demography.leaving_home).monthly().0;
    for &i in members {
        if world.persons.is_child[i] && (18..35).contains(&world.persons.age(i)) && world.persons.disability[i] != Disability::Lot {
            let [goes, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::Moves);
            if goes < chance {
                world.persons.leave(i);
            }
        }
    }
}

fn partner_comes(world: &mut World, parameters: &Parameters, family: usize, single: usize, draw: f32) {
    let persons = &world.persons;
    let age = persons.age(single);
    if persons.partner[single].is_some() || persons.is_child[single] || !(18..65).contains(&age) {
        return;
    }
    if draw < AnnualRate(parameters.demography.partnering).monthly().0 {
        let partner = Resident {
            age: age as u8,
            sex: if persons.female[single] { Sex::Male } else { Sex::Female },
            family: FamilyId::from(family),
            partner: None,
            is_child: false,
            disability: Disability::None,
            health: 2,
            activity: initial::usual_activity(age),
            group: persons.group[single],
        };
        if let Some(newcomer) = join(world, parameters, &partner, family, single) {
            let persons = &mut world.persons;
            persons.partner[single] = PersonId::from(newcomer);
            persons.partner[newcomer] = PersonId::from(single);
            persons.widowed[single] = false;
        }
    }
}

/// Adds one person to a home, named by the home and their order of joining it. None when the home is full.
fn join(world: &mut World, parameters: &Parameters, resident: &Resident, family: usize, like: usize) -> Option<usize> {
    if world.families.size(family, &world.persons.alive) == LARGEST_HOUSEHOLD {
        return None;
    }
    world.families.joined[family] += 1;
    let arrivals = u64::from(world.families.arrivals[family]);
    let key = world.families.key[family].child((arrivals << 32) | (1_000 + u64::from(world.families.joined[family])));
    let sociability = initial::Sociability { wanted: world.persons.ties_wanted[like].max(3), closeness: world.persons.closeness[like] };
    Some(settle(world, parameters, resident, key, family, sociability))
}

/// Puts a person into a home: into the position of somebody gone, or into a new one.
fn settle(
    world: &mut World,
    parameters: &Parameters,
    resident: &Resident,
    key: Key,
    family: usize,
    sociability: initial::Sociability,
) -> usize {
    let home = (FamilyId::from(family), world.families.community[family]);
    let row = initial::person(resident, key, home, sociability, &world.luck, parameters);
    let free = world.families.members[family].iter().copied().find(|m| m.is_some() && !world.persons.alive[m.index()]);
    if let Some(position) = free {
        world.persons.set(position.index(), row);
        return position.index();
    }
    let position = world.persons.push(row);
    let admitted = world.families.admit(family, PersonId::from(position), &world.persons.alive);
    debug_assert!(admitted, "home {family} has no room");
    position
}

/// An empty home is taken by a household like one that the neighbourhood was generated with.
fn relet(world: &mut World, parameters: &Parameters, month: u32, family: usize, draw: f32) {
    let usual = world.usual_people as f32;
    let here = world.communities.residents.iter().sum::<u32>() as f32;
    // Fewer people than usual: homes go faster. More: they stand empty longer.
    let pressure = (1.0 + 20.0 * (usual - here) / usual).clamp(0.2, 4.0);
    if draw >= 1.0 - libm::expf(-pressure / parameters.demography.relet_months) {
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
    let sociability = std::sync::Arc::clone(&world.sociability);
    let mut positions = [PersonId::NONE; LARGEST_HOUSEHOLD];
    for (order, position) in positions.iter_mut().enumerate().take(household.size as usize) {
        let resident = household.first.index() + order;
        let name = key.child((arrivals << 32) | order as u64);
        let newcomer = settle(world, parameters, &place.persons[resident], name, family, sociability[resident]);
        *position = PersonId::from(newcomer);
    }
    for order in 0..household.size as usize {
        if let Some(partner) = place.persons[household.first.index() + order].partner {
            let partner = partner.index() - household.first.index();
            world.persons.partner[positions[order].index()] = positions[partner];
        }
    }
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
        let eldest = (0..household.size as usize).map(|k| world.place.persons[household.first.index() + k].age).max();
        let likely = match eldest.unwrap_or(0) {
            0..=34 => 1.0,
            35..=44 => 0.55,
            45..=64 => 0.2,
            _ => 0.1,
        };
        if draws.uniform() < likely {
            break;
        }
    }
    donor
}

fn count_residents(world: &mut World) {
    world.communities.residents.fill(0);
    for i in 0..world.persons.len() {
        if world.persons.alive[i] {
            world.communities.residents[world.persons.community[i].index()] += 1;
        }
    }
}

#[cfg(test)]
mod tests;
