//! The places that come with Kith: the ten boroughs of Greater Manchester and one invented town, as TOML profiles.

/// The bundled profiles: id and TOML text, in alphabetical order.
pub fn bundled() -> &'static [(&'static str, &'static str)] {
    &BUNDLED
}

/// The text of a bundled profile.
pub fn find(id: &str) -> Option<&'static str> {
    BUNDLED.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

macro_rules! profiles {
    ($($id:literal),* $(,)?) => {
        [$(($id, include_str!(concat!("../../static/places/", $id, ".toml")))),*]
    };
}

static BUNDLED: [(&str, &str); 11] = profiles![
    "bolton",
    "bury",
    "invented-town",
    "manchester",
    "oldham",
    "rochdale",
    "salford",
    "stockport",
    "tameside",
    "trafford",
    "wigan",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Profile;

    #[test]
    fn every_bundled_profile_reads_and_writes_back_the_same() {
        for (id, text) in bundled() {
            let profile = Profile::from_toml(text).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(&profile.id, id);
            assert!(!profile.sources.is_empty(), "{id} names no source");
            assert_eq!(Profile::from_toml(&profile.to_toml()).as_ref(), Ok(&profile), "{id}");
        }
        assert_eq!(find("nowhere"), None);
    }
}
