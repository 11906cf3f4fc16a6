//! The places that come with Kith: every district of England, and one invented town. By id, as
//! profiles.

use super::{Profile, england};
use crate::scenario::places::INVENTED;

/// The invented town's profile, as TOML.
pub const INVENTED_TOWN: &str = include_str!("../../static/places/invented-town.toml");

/// Why there is no profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// No place has this id.
    #[error("place: there is no place “{0}”")]
    Unknown(String),
    /// The page must fetch its packs first.
    #[error("place “{0}”: its figures are not here yet")]
    Elsewhere(String),
    /// Its figures cannot be read.
    #[error("place “{0}”: {1}")]
    Broken(String, String),
}

/// The profile of a place.
///
/// Errors: no such place; on the page, one whose packs were not fetched yet; packs that cannot be
/// right.
pub fn profile(id: &str) -> Result<Profile, Missing> {
    let broken = |words: String| Missing::Broken(id.to_owned(), words);
    if id == INVENTED.0 {
        return Profile::from_toml(INVENTED_TOWN).map_err(|error| broken(error.to_string()));
    }
    let entry = england::find(id).ok_or_else(|| Missing::Unknown(id.to_owned()))?;
    let read = england::profile(entry).ok_or_else(|| Missing::Elsewhere(id.to_owned()))?;
    read.map_err(|error| broken(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::places::{name_of, places};

    #[test]
    fn bundled_profiles_are_written_and_read_back_the_same() {
        for id in [
            INVENTED.0,
            "trafford",
            "bury",
            "somerset",
            "isles-of-scilly",
        ] {
            let profile = profile(id).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(
                (profile.id.as_str(), Some(profile.name.as_str())),
                (id, name_of(id))
            );
            assert!(!profile.sources.is_empty(), "{id} names no source");
            assert_eq!(
                Profile::from_toml(&profile.to_toml()).as_ref(),
                Ok(&profile),
                "{id}"
            );
        }
        assert_eq!(profile("nowhere"), Err(Missing::Unknown("nowhere".into())));
        assert!(name_of("nowhere").is_none() && places().len() == 314);
    }
}
