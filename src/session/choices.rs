//! What a person can choose from: bundled places and scenarios, read once when the page opens.

use crate::place::england;
use crate::scenario::bundled::{self, scenarios};
use crate::scenario::own::PREFIX;
use crate::scenario::{Scenario, places, validate};

/// The scenario the page opens with.
const FIRST: &str = "trafford";

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
        self.scenarios
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(id, scenario)| (*id, scenario))
    }

    /// Every bundled scenario with its name and what its file says of it: what a list offers.
    pub fn offered(&self) -> impl Iterator<Item = (&'static str, &str, String)> {
        self.scenarios.iter().map(|(id, scenario)| {
            (
                *id,
                scenario.name.as_str(),
                bundled::scenario(id)
                    .map(bundled::description)
                    .unwrap_or_default(),
            )
        })
    }

    /// A bundled scenario by id, or the one the page opens with.
    pub fn scenario_or_default(&self, id: &str) -> (&'static str, &Scenario) {
        self.scenario(id).unwrap_or_else(|| self.default_scenario())
    }

    /// The places that words find, the best first: those of a person's own, the districts of England by any of their names, county or
    /// region, and the invented town. Each with what tells it from others.
    pub fn find(&self, words: &str) -> Vec<(String, String, String)> {
        let lower = words.trim().to_lowercase();
        let here = |place: &&PlaceChoice| {
            england::find(&place.id).is_none() && place.name.to_lowercase().contains(&lower)
        };
        let own = self
            .places
            .iter()
            .filter(here)
            .map(|place| (place.id.clone(), place.name.clone(), String::new()));
        let (first, last): (Vec<_>, Vec<_>) = own.partition(|(id, ..)| id.starts_with(PREFIX));
        let districts = england::search(words).into_iter().map(|entry| {
            let more = if entry.county == entry.name {
                entry.region.to_owned()
            } else {
                format!("{}, {}", entry.county, entry.region)
            };
            (entry.id.to_owned(), entry.name.to_owned(), more)
        });
        first.into_iter().chain(districts).chain(last).collect()
    }

    /// What people call a place; its id when it is not a bundled one.
    pub fn place_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.places
            .iter()
            .find(|place| place.id == id)
            .map_or(id, |place| place.name.as_str())
    }
}

impl Choices {
    /// What is bundled. The scenario the page opens with is Trafford's, or the first where there is none.
    pub fn bundled() -> Self {
        let places = places::places()
            .iter()
            .map(|(id, name)| PlaceChoice {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
            })
            .collect();
        let mut scenarios: Vec<(&'static str, Scenario)> = scenarios()
            .iter()
            .filter_map(|(id, text)| Some((*id, validate::parse(text).ok()?)))
            .collect();
        // A test below holds that every bundled scenario is valid, so there is always a first one.
        assert!(!scenarios.is_empty(), "no bundled scenario is valid");
        if let Some(position) = scenarios.iter().position(|(id, _)| *id == FIRST) {
            scenarios.swap(0, position);
        }
        Self { places, scenarios }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_any_name_and_ones_own_stand_first() {
        let mut choices = Choices::bundled();
        choices.places.push(PlaceChoice {
            id: "own-0123456789".into(),
            name: "Hull and round it".into(),
        });
        let found = |words: &str| {
            choices
                .find(words)
                .into_iter()
                .map(|(id, ..)| id)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("hull")[..2], ["own-0123456789", "kingston-upon-hull"]);
        assert!(
            found("Harrogate").contains(&"north-yorkshire".to_owned())
                && found("cornwall")[0] == "cornwall"
        );
        assert_eq!(found("alderbrook"), ["invented-town"]);
        assert_eq!(found("").len(), choices.places.len());
        let leeds = choices.find("leeds").remove(0);
        assert_eq!(
            (leeds.1.as_str(), leeds.2.as_str()),
            ("Leeds", "West Yorkshire, Yorkshire and The Humber")
        );
    }

    #[test]
    fn everything_bundled_can_be_chosen() {
        let choices = Choices::bundled();
        assert_eq!(
            choices.scenarios.len(),
            scenarios().len(),
            "a bundled scenario is not valid"
        );
        assert_eq!(choices.default_scenario().0, FIRST);
        assert_eq!(choices.place_name("trafford"), "Trafford");
        for (id, scenario) in &choices.scenarios {
            assert!(
                choices
                    .places
                    .iter()
                    .any(|place| place.id == scenario.place),
                "{id}: {}",
                scenario.place
            );
        }
        let offered: Vec<_> = choices.offered().collect();
        assert_eq!(offered.len(), choices.scenarios.len());
        assert!(
            offered
                .iter()
                .all(|(_, name, sentence)| !name.is_empty() && !sentence.is_empty())
        );
    }
}
