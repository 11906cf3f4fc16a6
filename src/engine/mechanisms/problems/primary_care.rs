//! Routine primary care: who sees a general practice in a quarter without a problem, and what it costs. Must not know
//! problems, nor what a practice can do: routine contacts are those that there are.

use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::Pence;

/// How much more those of each kind of health come, in the order of [`crate::place::Disability`].
const HEALTH: [f32; 4] = [0.7, 1.2, 1.6, 2.2];
/// Contacts at birth, of the mean, and over how many years they grow by as much as the mean.
const AT_BIRTH: f32 = 0.75;
const YEARS_FOR_ALL: f32 = 160.0;

/// Draws for each person in a year: four in each of four turns.
const DRAWS_A_YEAR: f32 = 16.0;

/// Ages of the table; people who are older are looked up as one of them.
const AGES: usize = 128;

/// More for the very young, the old and the ill, and with access for the neighbourhood. At most four contacts are drawn for
/// each whose turn it is: a quarter's.
pub(super) fn routine(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    access: &[f32],
    due: &[usize],
) {
    let chances: Vec<[[f32; AGES]; 4]> = access
        .iter()
        .map(|access| chances(parameters, *access))
        .collect();
    let price = Pence::from_pounds(f64::from(parameters.accounts.contact));
    let persons = &mut world.persons;
    let luck = world.luck.of(month, Stream::PrimaryCare);
    let mut all = 0;
    for i in due.iter().copied() {
        let by_age = &chances[persons.community[i].index()][persons.disability[i] as usize];
        let chance = by_age[usize::from(persons.age(i)).min(AGES - 1)];
        let draws = luck.uniforms(persons.key[i]);
        let contacts = draws
            .iter()
            .map(|draw| u16::from(*draw < chance))
            .sum::<u16>();
        persons.primary_contacts[i] += contacts;
        persons.health_cost[i] += Pence(price.0 * i64::from(contacts));
        all += u64::from(contacts);
    }
    world.counts.primary_contacts += all;
}

/// The chance of each of the four contacts of a quarter in a neighbourhood with this access, by health and age.
///
/// Four chances of a sixteenth of the year's rate each: the mean is the rate wherever that is a chance.
fn chances(parameters: &Parameters, access: f32) -> [[f32; AGES]; 4] {
    HEALTH.map(|health| {
        let usual = parameters.problems.routine_contacts * access * health;
        std::array::from_fn(|age| usual * (AT_BIRTH + age as f32 / YEARS_FOR_ALL) / DRAWS_A_YEAR)
    })
}
