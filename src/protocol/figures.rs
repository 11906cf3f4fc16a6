//! The figures of a place that a worker does not have, as they travel beside a scenario.

use crate::place::{Profile, ProfileError, bundled, england};
use crate::scenario::own::{Carried, Own};
use crate::scenario::places::INVENTED;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The figures of a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figures {
    /// A profile that was text: read where the page is, so that who lives worlds needs no reader.
    Profile {
        /// The text, as a scenario carries it.
        text: String,
        /// What it says, or why it cannot be read.
        read: Result<Box<Profile>, String>,
    },
    /// The packs of a district of England, in the order of [`crate::place::england::codes`].
    Packs(Vec<Vec<u8>>),
}

impl Figures {
    /// Of a profile as text.
    pub fn of_text(text: &str) -> Self {
        Self::Profile {
            text: text.to_owned(),
            read: Profile::from_toml(text)
                .map(Box::new)
                .map_err(|error: ProfileError| error.to_string()),
        }
    }

    /// Of a place that everybody knows but whose profile is text; none for any other.
    pub fn of_invented(place: &str) -> Option<Self> {
        (place == INVENTED.0).then(|| Self::of_text(bundled::INVENTED_TOWN))
    }

    /// What a place is like.
    ///
    /// Errors: no such place, figures that cannot be right; for people.
    pub fn profile(self, place: &str) -> Result<Profile, String> {
        let wrong = |words: String| format!("place \"{place}\": {words}");
        match self {
            Self::Profile { read, .. } => read.map(|profile| *profile).map_err(wrong),
            Self::Packs(packs) => {
                let entry = england::find(place)
                    .ok_or_else(|| format!("place: there is no place \"{place}\""))?;
                let packs: Vec<&[u8]> = packs.iter().map(Vec::as_slice).collect();
                england::profile_from_packs(entry, &packs).map_err(|error| wrong(error.to_string()))
            }
        }
    }

    /// The place of a scenario, as the scenario carries it; the invented town is known everywhere.
    ///
    /// Errors: packs that cannot be right.
    pub fn carried(self, place: &str) -> Result<Carried, String> {
        match self {
            Self::Profile { .. } if place == INVENTED.0 => Ok(Carried::default()),
            Self::Profile { text, .. } => Ok(Carried(Own::of(&text).map(Arc::new))),
            Self::Packs(_) => {
                let profile = self.profile(place)?;
                let own = Own {
                    id: place.to_owned(),
                    name: profile.name.clone(),
                    profile: profile.to_toml(),
                };
                Ok(Carried(Some(Arc::new(own))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{decode, encode};
    use crate::scenario::Scenario;

    #[test]
    fn the_figures_of_a_district_in_a_worker_are_those_of_the_command_line() {
        let scenario = Scenario {
            place: "somerset".to_owned(),
            people: 500,
            ..crate::session::samples::scenario()
        };
        let codes = england::codes(england::find("somerset").unwrap());
        let packs = Figures::Packs(
            codes
                .iter()
                .map(|code| england::pack_of(code).unwrap().to_vec())
                .collect(),
        );
        let own = decode::<Figures>(&encode(&packs).unwrap())
            .unwrap()
            .carried("somerset")
            .unwrap();
        let there = crate::ensemble::prepare(Scenario {
            own,
            ..scenario.clone()
        })
        .unwrap();
        assert_eq!(
            there.place,
            crate::ensemble::prepare(scenario.clone()).unwrap().place
        );
        let text = crate::scenario::validate::write(&there.scenario);
        assert!(
            text.contains("place = \"somerset\"") && !text.contains("#|"),
            "{text}"
        );
        assert!(
            Figures::Packs(vec![vec![1]])
                .carried("leeds")
                .is_err_and(|words| words.contains("leeds"))
        );
    }

    #[test]
    fn a_profile_that_was_text_makes_the_place_that_reading_it_makes() {
        let scenario = Scenario {
            place: INVENTED.0.to_owned(),
            people: 500,
            ..crate::session::samples::scenario()
        };
        let figures = Figures::of_invented(&scenario.place);
        let there: Option<Figures> = decode(&encode(&figures).unwrap()).unwrap();
        let profile = there.unwrap().profile(&scenario.place).unwrap();
        assert_eq!(Ok(&profile), bundled::profile(INVENTED.0).as_ref());
        assert_eq!(
            crate::ensemble::prepared::prepare_from(scenario.clone(), &profile)
                .unwrap()
                .place,
            crate::ensemble::prepare(scenario.clone()).unwrap().place
        );
        assert!(Figures::of_invented("trafford").is_none());
        let broken = Figures::of_text("name = 3").profile(&scenario.place);
        assert!(broken.unwrap_err().starts_with("place \"invented-town\": "));
    }
}
