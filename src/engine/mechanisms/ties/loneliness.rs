//! Loneliness: who is often lonely, measured as a state. Must not know how ties form or end.

use crate::engine::state::World;
use crate::scenario::parameters::Parameters;

/// Often lonely: a lasting disposition, age, and what there is of company.
pub(super) fn is_lonely(world: &World, parameters: &Parameters, i: usize) -> bool {
    let p = &parameters.ties;
    let persons = &world.persons;
    let age = f32::from(persons.age(i));
    if age < 16.0 {
        return false;
    }
    let youth = ((65.0 - age) / 45.0).clamp(0.0, 1.0) * p.lonely_youth;
    let friends = f32::from(persons.close_friends[i].min(6)) - 3.3;
    let alone = world.families.size(persons.family[i].index(), &persons.alive) == 1;
    let low = (7.4 - persons.wellbeing[i]).clamp(-2.0, 5.0);
    let company = (1.0 - world.government.contact) * 0.5;
    let score = p.lonely_base + youth - p.lonely_friend * friends + if alone { p.lonely_alone } else { 0.0 } + p.lonely_low * low + company;
    score + persons.lonely_trait[i] > 0.0
}
