//! The engine: a world in arrays, and a month made of named mechanisms.

mod chosen;
pub mod events;
pub mod funded;
pub mod funding;
pub mod ledger;
pub mod mechanisms;
pub mod schedule;
pub mod state;

use crate::scenario::parameters::Parameters;
use funding::Funding;
use state::World;

/// Lives one month: what money buys, then every mechanism in order.
///
/// During the spin-up there is no funding. Panics when a mechanism leaves a number that is not finite, naming mechanism,
/// month and person: that is a mistake in the model, never in what a person gave.
pub fn step(world: &mut World, parameters: &Parameters, funding: Option<&mut Funding>) {
    let month = world.month;
    if month.is_multiple_of(12) {
        world.begin_year();
    }
    if let Some(funding) = funding {
        funding.step(world, parameters);
    }
    for mechanism in schedule::MONTH {
        if (mechanism.switch)(&parameters.mechanisms) > 0.5 {
            (mechanism.step)(world, parameters, month);
        }
    }
    check(world, month);
    world.month += 1;
}

/// Stops a run that has gone wrong before it can be believed.
fn check(world: &World, month: u32) {
    let wellbeing = world.persons.wellbeing.iter();
    if wellbeing.fold(true, |all, one| all & one.is_finite()) {
        return;
    }
    for i in world.living() {
        let wellbeing = world.persons.wellbeing[i];
        assert!(
            wellbeing.is_finite(),
            "wellbeing of person {i} is {wellbeing} in month {month}"
        );
    }
}
