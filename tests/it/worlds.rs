//! Scenarios and worlds for the tests beside this one.

use kith::ensemble::{Prepared, prepare};
use kith::scenario::parameters::Parameters;
use kith::scenario::validate::parse;
use kith::scenario::{Scenario, bundled};

/// The default scenario, made small.
pub fn small(people: u32, years: u32) -> Scenario {
    let text = bundled::scenarios()
        .iter()
        .find(|(id, _)| *id == "trafford")
        .expect("the default scenario is bundled")
        .1;
    let mut scenario = parse(text).expect("it is valid");
    scenario.people = people;
    scenario.years = years;
    scenario.spin_up_months = 12;
    scenario.money.last_year = years;
    scenario
}

/// A scenario with its place.
pub fn prepared(scenario: Scenario) -> Prepared {
    prepare(scenario).expect("the place can be generated")
}

/// The default parameters with some changed.
pub fn parameters(changes: &[(&str, f32)]) -> Parameters {
    let mut parameters = Parameters::default();
    for (id, value) in changes {
        assert!(parameters.set(id, *value), "there is no parameter {id}");
    }
    parameters
}
