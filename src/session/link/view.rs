//! How a scenario is looked at, as links hold it: the view, what is chosen, coloured, followed. Nothing here changes a result.

use super::form::shorten;
use crate::indicators::FrameMeasure;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, position};
use crate::session::explore::{Shown, Tab};
use crate::session::route::Route;
use crate::session::workshop::address::Address;

/// What people can be coloured by, with its name in links.
const COLOURS: [(FrameMeasure, &str); 4] = [
    (FrameMeasure::Wellbeing, "wellbeing"),
    (FrameMeasure::CloseFriends, "friends"),
    (FrameMeasure::Control, "control"),
    (FrameMeasure::NeedMet, "support"),
];

/// How a scenario is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The view of the page.
    pub route: Route,
    /// What stands beside the levers.
    pub tab: Tab,
    /// The indicator looked at closely.
    pub chosen: usize,
    /// What people are coloured by, where somebody chose it.
    pub colour: Option<FrameMeasure>,
    /// What the living picture shows, where somebody chose it.
    pub shown: Option<Shown>,
    /// The neighbourhood looked at.
    pub neighbourhood: Option<u32>,
    /// The person followed.
    pub person: Option<u32>,
    /// Where in the workshop.
    pub workshop: Address,
}

impl Default for View {
    fn default() -> Self {
        Self {
            route: Route::Explore,
            tab: Tab::default(),
            chosen: DOING_WELL,
            colour: None,
            shown: None,
            neighbourhood: None,
            person: None,
            workshop: Address::default(),
        }
    }
}

impl View {
    /// What differs from the usual view.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if self.tab != Tab::default() {
            put("tab", self.tab.id().to_owned());
        }
        if let Some(info) = CATALOGUE
            .get(self.chosen)
            .filter(|_| self.chosen != DOING_WELL)
        {
            put("look", info.id.to_owned());
        }
        if let Some((_, id)) = COLOURS
            .iter()
            .find(|(measure, _)| Some(*measure) == self.colour)
        {
            put("colour", (*id).to_owned());
        }
        if let Some(shown) = self.shown {
            put("show", shown.id().to_owned());
        }
        if let Some(number) = self.neighbourhood {
            put("near", number.to_string());
        }
        if let Some(slot) = self.person {
            put("person", slot.to_string());
        }
        pairs
    }

    /// Takes in one pair; nothing when it is not about the view.
    pub(super) fn read(&mut self, key: &str, value: &str) -> Option<Result<(), String>> {
        if self.route == Route::Workshop && self.workshop.read(key, value) {
            return Some(Ok(()));
        }
        let unknown = || {
            Err(format!(
                "“{}” cannot be looked at; the usual view is shown.",
                shorten(value)
            ))
        };
        Some(match key {
            "tab" => Tab::by_id(value).map_or_else(unknown, |found| {
                self.tab = found;
                Ok(())
            }),
            "look" => position(value).map_or_else(unknown, |found| {
                self.chosen = found;
                Ok(())
            }),
            "colour" => {
                COLOURS
                    .iter()
                    .find(|(_, id)| *id == value)
                    .map_or_else(unknown, |(measure, _)| {
                        self.colour = Some(*measure);
                        Ok(())
                    })
            }
            "show" => Shown::by_id(value).map_or_else(unknown, |found| {
                self.shown = Some(found);
                Ok(())
            }),
            "near" => value.parse().map_or_else(
                |_| unknown(),
                |number| {
                    self.neighbourhood = Some(number);
                    Ok(())
                },
            ),
            "person" => value.parse().map_or_else(
                |_| unknown(),
                |slot| {
                    self.person = Some(slot);
                    Ok(())
                },
            ),
            _ => return None,
        })
    }
}
