//! Twin worlds: the same people and the same luck, except that something has been made to happen to some of them.

use crate::engine::{self, state::World};
use crate::random::mix;
use crate::scenario::parameters::Parameters;

/// Adults of a sample of one in so many, the same whatever else there is; `round` names one of several samples.
pub fn sample(
    world: &World,
    one_in: u64,
    round: u64,
    holds: impl Fn(&World, usize) -> bool,
) -> Vec<usize> {
    let chosen = |i: &usize| mix(world.persons.key[*i].0 ^ mix(round)).is_multiple_of(one_in);
    world
        .living()
        .filter(|i| world.persons.is_adult(*i))
        .filter(chosen)
        .filter(|i| holds(world, *i))
        .collect()
}

/// Lives the two worlds side by side, and shows them at the end of each month (counted from 1).
pub fn live(
    one: &mut World,
    other: &mut World,
    parameters: &Parameters,
    months: u32,
    mut look: impl FnMut(&World, &World, u32),
) {
    for month in 1..=months {
        engine::step(one, parameters, None);
        engine::step(other, parameters, None);
        look(one, other, month);
    }
}
