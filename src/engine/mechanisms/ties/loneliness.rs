//! Loneliness: who is often lonely, measured as a state. Must not know how ties form or end.

use crate::engine::mechanisms::wellbeing::USUAL;
use crate::engine::state::World;
use crate::scenario::parameters::Parameters;

/// Close friends with whom nothing is added to loneliness or taken off: the mean. Unit: friends.
const USUAL_FRIENDS: f32 = 3.3;
/// How far above and below the usual wellbeing it moves loneliness. Unit: points below.
const HIGHEST: f32 = -2.0;
const LOWEST: f32 = 5.0;
/// The age from which youth adds nothing, and over how many years before it does so ever more. Unit: years.
const YOUTH_ENDS: f32 = 65.0;
const YOUTH_FADES: f32 = 45.0;

/// The age from which people are asked. Unit: years.
const ASKED_FROM: u16 = 16;

/// Asks those whose turn it is.
pub(super) fn feel(world: &mut World, parameters: &Parameters, due: &[usize]) {
    let p = &parameters.ties;
    let company = (1.0 - world.government.contact) * 0.5;
    let youth = youth(parameters);
    let friends: [f32; 7] =
        std::array::from_fn(|count| p.lonely_friend * (count as f32 - USUAL_FRIENDS));
    for i in due.iter().copied() {
        let persons = &world.persons;
        // A lasting disposition, age, and what there is of company.
        let age = persons.age(i);
        let low = (USUAL - persons.wellbeing[i]).clamp(HIGHEST, LOWEST);
        let score = p.lonely_base + youth[usize::from(age).min(127)]
            - friends[usize::from(persons.close_friends[i].min(6))]
            + p.lonely_low * low
            + company
            + persons.lonely_trait[i];
        // Who else is at home is looked up of those alone for whom it decides.
        let decides = (score > 0.0) != (score + p.lonely_alone > 0.0);
        let alone = decides
            && world
                .families
                .size(persons.family[i].index(), &persons.alive)
                == 1;
        let score = score + if alone { p.lonely_alone } else { 0.0 };
        world.persons.lonely[i] = (age >= ASKED_FROM) & (score > 0.0);
    }
}

/// What youth adds, by age in years.
fn youth(parameters: &Parameters) -> [f32; 128] {
    std::array::from_fn(|age| {
        ((YOUTH_ENDS - age as f32) / YOUTH_FADES).clamp(0.0, 1.0) * parameters.ties.lonely_youth
    })
}
