//! Checks that several questions share. Knows no question.

use crate::scenario::Scenario;
use crate::scenario::validate::problem::Problems;
use crate::scenario::validate::section::Section;
use crate::scenario::validate::{self, Places, Problem};

/// What is wrong with a scenario as a whole: an event may lie beyond its last year.
pub fn as_a_whole(scenario: &Scenario, places: &Places) -> Vec<Problem> {
    let places = Places {
        carried: scenario.own.0.as_ref().or(places.carried),
        ..*places
    };
    validate::parse_beside(&validate::write_alone(scenario), &places)
        .err()
        .unwrap_or_default()
}

/// The position of one of some names; the first when the field is missing.
pub fn one_of(file: &Section, problems: &mut Problems, field: &str, names: &[&str]) -> usize {
    let name = file
        .field(field)
        .and_then(|place| place.name(problems, "one of", names));
    name.and_then(|name| names.iter().position(|known| *known == name))
        .unwrap_or(0)
}
