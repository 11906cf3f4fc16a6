//! Routine primary care: who sees a general practice this month without a problem, and what it costs. Must not know
//! problems, nor what a practice can do: routine contacts are those that there are.

use super::Living;
use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// How much more those of each kind of health come, in the order of [`crate::place::Disability`].
const HEALTH: [f32; 4] = [0.7, 1.2, 1.6, 2.2];
/// Contacts at birth, of the mean, and over how many years they grow by as much as the mean.
const AT_BIRTH: f32 = 0.75;
const YEARS_FOR_ALL: f32 = 160.0;

/// Ages of the table; people who are older are looked up as one of them.
const AGES: usize = 128;

/// More for the very young, the old and the ill, and with access for the neighbourhood. At most two contacts a month are
/// drawn for each of the living.
pub(super) fn routine(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    access: &[f32],
    living: &Living,
) {
    let chances: Vec<[[f32; AGES]; 4]> = access
        .iter()
        .map(|access| chances(parameters, *access))
        .collect();
    let price = Pence::from_pounds(f64::from(parameters.accounts.contact));
    let persons = &mut world.persons;
    let [first, second] = world.luck.columns(&living.keys, month, Stream::PrimaryCare);
    let mut all = 0;
    for ((i, first), second) in living.positions.iter().zip(first).zip(second) {
        let i = *i as usize;
        let by_age = &chances[persons.community[i].index()][persons.disability[i] as usize];
        let chance = by_age[usize::from(persons.age(i)).min(AGES - 1)];
        let contacts = u16::from(first < chance) + u16::from(second < chance);
        persons.primary_contacts[i] += contacts;
        persons.health_cost[i] += Pence(price.0 * i64::from(contacts));
        all += u64::from(contacts);
    }
    world.counts.primary_contacts += all;
}

/// The chance of each of the two contacts in a neighbourhood with this access, by health and age.
///
/// Two chances of half the rate each: the mean is the rate wherever half of it is a chance.
fn chances(parameters: &Parameters, access: f32) -> [[f32; AGES]; 4] {
    HEALTH.map(|health| {
        let usual = parameters.problems.routine_contacts * access * health;
        std::array::from_fn(|age| usual * (AT_BIRTH + age as f32 / YEARS_FOR_ALL) / 12.0 / 2.0)
    })
}
