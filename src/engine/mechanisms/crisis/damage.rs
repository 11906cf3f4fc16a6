//! What a crisis costs and leaves behind, whatever kind it is of. Must not know how often crises happen.

use crate::engine::state::World;
use crate::numeric::unit;
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// Books the public cost of a crisis.
pub(super) fn charge(world: &mut World, i: usize, pounds: f32) {
    world.persons.cost[i] += Pence::from_pounds(f64::from(pounds));
}

/// What a crisis leaves behind: a dip and less control, and a share of the dip for each of those at home.
pub(super) fn damage(world: &mut World, parameters: &Parameters, i: usize, size: f32) {
    let dip = parameters.crisis.damage_wellbeing * size;
    let persons = &mut world.persons;
    persons.dip[i] += dip;
    persons.control[i] = unit(persons.control[i] - parameters.crisis.damage_control * size);
    let shared = dip * parameters.crisis.damage_family * parameters.couplings.person_from_family;
    for member in world.families.members[persons.family[i].index()] {
        if member.is_some() && member.index() != i && persons.alive[member.index()] {
            persons.dip[member.index()] += shared;
        }
    }
}
