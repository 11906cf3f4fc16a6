//! Loneliness: who is often lonely, measured as a state. Must not know how ties form or end.

use crate::engine::state::World;
use crate::scenario::parameters::Parameters;

/// The age from which people are asked. Unit: years.
const ASKED_FROM: u16 = 16;

/// Asks everybody.
pub(super) fn feel(world: &mut World, parameters: &Parameters) {
    let at_home = world.at_home();
    let company = lacks_contact(world);
    let youth = youth(parameters);
    for i in 0..world.persons.len() {
        if world.persons.alive[i] {
            let alone = at_home[world.persons.family[i].index()] == 1;
            world.persons.lonely[i] = is_lonely(world, parameters, i, (alone, company, &youth));
        }
    }
}

/// What lowered contact adds for all.
fn lacks_contact(world: &World) -> f32 {
    (1.0 - world.government.contact) * 0.5
}

/// What youth adds, by age in years.
fn youth(parameters: &Parameters) -> [f32; 128] {
    std::array::from_fn(|age| ((65.0 - age as f32) / 45.0).clamp(0.0, 1.0) * parameters.ties.lonely_youth)
}

/// Often lonely: a lasting disposition, age, and what there is of company.
fn is_lonely(world: &World, parameters: &Parameters, i: usize, (alone, company, youth): (bool, f32, &[f32; 128])) -> bool {
    let p = &parameters.ties;
    let persons = &world.persons;
    let age = persons.age(i);
    if age < ASKED_FROM {
        return false;
    }
    let friends = f32::from(persons.close_friends[i].min(6)) - 3.3;
    let low = (7.4 - persons.wellbeing[i]).clamp(-2.0, 5.0);
    let score = p.lonely_base + youth[usize::from(age).min(127)] - p.lonely_friend * friends
        + if alone { p.lonely_alone } else { 0.0 }
        + p.lonely_low * low
        + company;
    score + persons.lonely_trait[i] > 0.0
}
