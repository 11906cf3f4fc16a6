//! What a person can choose from: bundled places and scenarios, read once when the page opens.

use crate::scenario::Scenario;

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceChoice {
    /// The name as in files.
    pub id: String,
    /// The name for people.
    pub name: String,
}

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Bundled places.
    pub places: Vec<PlaceChoice>,
    /// Bundled scenarios with their ids, the one the page opens with first. Never empty.
    pub scenarios: Vec<(&'static str, Scenario)>,
}

impl Choices {
    /// The scenario the page opens with.
    pub fn default_scenario(&self) -> (&'static str, &Scenario) {
        let (id, scenario) = &self.scenarios[0];
        (id, scenario)
    }

    /// A bundled scenario by id.
    pub fn scenario(&self, id: &str) -> Option<(&'static str, &Scenario)> {
        self.scenarios.iter().find(|(known, _)| *known == id).map(|(id, scenario)| (*id, scenario))
    }

    /// What people call a place; its id when it is not a bundled one.
    pub fn place_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.places.iter().find(|place| place.id == id).map_or(id, |place| place.name.as_str())
    }
}
