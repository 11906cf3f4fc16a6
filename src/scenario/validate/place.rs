//! Which place a scenario lies in: a bundled one by its id, one that the file carries, one that is
//! known here, or a profile in a file.

use super::problem::Problems;
use super::section::{Section, shortened};
use crate::scenario::own::{Carried, Own, PREFIX, is_file};
use crate::scenario::places::places as bundled;
use std::sync::Arc;

const WANTED: &str = "the id of a bundled place, or a profile file that ends in .toml";

/// Why a file that a scenario names is no place of its own: what was found, and what is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// What was found, the path as written included.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

/// The places that a text may name besides the bundled ones.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    /// Ids that whoever asks knows.
    pub known: &'a [&'a str],
    /// The place of a profile file by its path as written.
    pub file: &'a dyn Fn(&str) -> Result<Own, Unfit>,
    /// The place that the text carries.
    pub carried: Option<&'a Arc<Own>>,
}

impl Places<'static> {
    /// None.
    pub const BUNDLED: Self = Self {
        known: &[],
        file: &no_files,
        carried: None,
    };
}

/// The answer of whoever has no files.
pub fn no_files(path: &str) -> Result<Own, Unfit> {
    Err(Unfit {
        found: format!(
            "the file \"{}\", which cannot be reached from here",
            shortened(path)
        ),
        wanted: "the id of a place; a profile file is found by the command line only".to_owned(),
    })
}

/// The place of a scenario's table: its id, and the place itself where it is carried.
pub(super) fn read(file: &Section, problems: &mut Problems, places: &Places) -> (String, Carried) {
    let nowhere = (String::new(), Carried::default());
    let Some(place) = file.required(problems, "place", WANTED) else {
        return nowhere;
    };
    let text = place.value.as_str().unwrap_or_default();
    if let Some(own) = places.carried.filter(|own| own.id == text) {
        return (own.id.clone(), Carried(Some(Arc::clone(own))));
    }
    if is_file(text) {
        return match (places.file)(text) {
            Ok(own) => (own.id.clone(), Carried(Some(Arc::new(own)))),
            Err(Unfit { found, wanted }) => {
                problems.add(place.offset, place.path, found, wanted);
                nowhere
            }
        };
    }
    let is_own = text.starts_with(PREFIX) && !places.known.contains(&text);
    match places.carried.filter(|_| is_own) {
        Some(own) => {
            place.wanted(
                problems,
                format!(
                    "\"{}\": the lines that begin with #| are the profile of that place, {}",
                    own.id, own.name
                ),
            );
            nowhere
        }
        None if is_own => {
            place.wanted(
                problems,
                "the profile of this place with it: as lines that begin with #| \
                , or as place = \"FILE.toml\"",
            );
            nowhere
        }
        None => {
            let ids: Vec<&str> = bundled()
                .iter()
                .map(|(id, _)| *id)
                .chain(places.known.iter().copied())
                .collect();
            (
                place.name(problems, WANTED, &ids).unwrap_or_default(),
                Carried::default(),
            )
        }
    }
}
