//! Routine primary care: who sees a general practice this month without a problem, and what it costs. Must not know
//! problems, nor what a practice can do: routine contacts are those that there are.

use crate::engine::mechanisms::chosen::chosen;
use crate::engine::state::World;
use crate::place::Disability;
use crate::random::{Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// How much more those of each kind of health come, in the order of [`Disability`].
const HEALTH: [f32; 4] = {
    let mut more = [0.0; 4];
    more[Disability::None as usize] = 0.7;
    more[Disability::Condition as usize] = 1.2;
    more[Disability::Little as usize] = 1.6;
    more[Disability::Lot as usize] = 2.2;
    more
};

/// More for the very young, the old and the ill, and with access for the neighbourhood. At most two contacts a month are
/// drawn for each.
pub(super) fn routine(world: &mut World, parameters: &Parameters, month: u32, access: &[f32]) {
    // A year's contacts of those aged 40, by neighbourhood and health.
    let usual: Vec<[f32; 4]> =
        access.iter().map(|access| HEALTH.map(|health| parameters.problems.routine_contacts * access * health)).collect();
    let price = Pence::from_pounds(f64::from(parameters.accounts.contact));
    let persons = &mut world.persons;
    let living = chosen(persons.len(), |i| persons.alive[i]);
    let keys: Vec<Key> = living.iter().map(|i| persons.key[*i as usize]).collect();
    let [first, second] = world.luck.columns(&keys, month, Stream::PrimaryCare);
    let mut all = 0;
    for ((i, first), second) in living.into_iter().zip(first).zip(second) {
        let i = i as usize;
        let age = f32::from(persons.age(i));
        let rate = usual[persons.community[i].index()][persons.disability[i] as usize] * (0.75 + age / 160.0) / 12.0;
        // Two chances of half the rate each: the mean is the rate wherever half of it is a chance.
        let contacts = u16::from(first < rate / 2.0) + u16::from(second < rate / 2.0);
        persons.primary_contacts[i] += contacts;
        persons.health_cost[i] += Pence(price.0 * i64::from(contacts));
        all += u64::from(contacts);
    }
    world.counts.primary_contacts += all;
}
