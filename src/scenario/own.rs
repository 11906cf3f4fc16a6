//! Places that are not bundled: the published figures of an area as a person brings them, carried
//! by a scenario beside everything else it says.
//!
//! A place is named after the digest of its profile, so that the same figures are the same place on
//! every device, on the page and on the command line. Knows the name in a profile and nothing else
//! of it: whether its figures can be right is for the place module to say.

use crate::text::{self, Lines};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// How the id of every such place begins.
pub const PREFIX: &str = "own-";
/// A place that is written with this ending is a profile beside the file that names it.
const ENDING: &str = ".toml";

/// Whether a place is written as a profile file and not as an id.
pub fn is_file(place: &str) -> bool {
    place.len() > ENDING.len() && place.ends_with(ENDING)
}
/// How a line of a profile begins inside another file, where it is a remark to every reader of
/// TOML.
const LINE: &str = "#| ";
/// The longest name that is kept. Unit: letters.
const LONGEST_NAME: usize = 80;

/// A place of a person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id in scenarios.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its profile, as in files: lines that end in a line break each.
    pub profile: String,
}

impl Own {
    /// From the text of a profile; none when it has no name. Line breaks of any kind are the same
    /// place.
    pub fn of(profile: &str) -> Option<Self> {
        let profile = profile
            .lines()
            .fold(String::with_capacity(profile.len() + 1), |text, line| {
                text + line + "\n"
            });
        let table = DeTable::parse(&profile).ok()?;
        let (_, name) = table
            .get_ref()
            .iter()
            .find(|(key, _)| key.get_ref() == "name")?;
        let DeValue::String(name) = name.get_ref() else {
            return None;
        };
        let name: String = name
            .chars()
            .filter(|c| !text::is_hidden(*c))
            .take(LONGEST_NAME)
            .collect();
        let digest = Sha256::digest(profile.as_bytes());
        let id = digest
            .iter()
            .take(5)
            .fold(PREFIX.to_owned(), |id, byte| id + &format!("{byte:02x}"));
        (!name.trim().is_empty()).then_some(Self { id, name, profile })
    }
}

/// The place that a scenario carries, if any. It is no part of the question, which has the place's
/// id: equal ids are equal profiles, so that two scenarios are the same whether or not both carry
/// it, and a hash does not look at it.
#[derive(Clone, Default)]
pub struct Carried(pub Option<Arc<Own>>);

impl PartialEq for Carried {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::fmt::Debug for Carried {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A whole profile says nothing that its name and id do not.
        out.debug_tuple("Carried")
            .field(&self.0.as_ref().map(|own| (&own.id, &own.name)))
            .finish()
    }
}

/// A profile as lines to add to another file, so that the place travels with it; nothing where none
/// is carried.
pub fn lines(own: &Own) -> String {
    // A district is known everywhere by its id, also where a worker was told its figures.
    if !own.id.starts_with(PREFIX) {
        return String::new();
    }
    let mut text = format!(
        "\n# Its place, {}, is not a bundled one. Its figures are in the lines below; the page and \
         kith read them.\n",
        own.name
    );
    for line in own.profile.lines() {
        text.push_str(LINE.trim_end());
        if !line.is_empty() {
            text.push(' ');
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A file apart from the profile that it carries.
pub struct Parted {
    /// What is not the profile, each line where it stood.
    pub text: String,
    /// The profile, if there are lines of one: the place, or nothing where they have no name.
    pub place: Option<Option<Own>>,
    /// The line on which the profile begins, counted from 1.
    pub line: u32,
}

/// Parts a file from the profile that it carries.
pub fn parted(text: &str) -> Parted {
    let (mut rest, mut profile, mut first) = (String::with_capacity(text.len()), String::new(), 0);
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(line) = line
            .strip_prefix(LINE)
            .or_else(|| line.strip_prefix(LINE.trim_end()))
        {
            profile.push_str(line);
            profile.push('\n');
            first = if first == 0 { number } else { first };
        } else {
            rest.push_str(line);
        }
        // An empty line in place of one of the profile: what stands after it keeps its line.
        rest.push('\n');
    }
    if first == 0 {
        // What carries no profile is read as it is, letter by letter.
        return Parted {
            text: text.to_owned(),
            place: None,
            line: 0,
        };
    }
    Parted {
        text: rest,
        place: Some(Own::of(&profile)),
        line: first,
    }
}

/// The line of a profile on which a field stands, such as `margins.ages` or `neighbourhoods[3]`,
/// counted from 1. The nearest field that there is when the last parts of the path are not there.
pub fn line_of(profile: &str, field: &str) -> Option<u32> {
    let document = DeTable::parse(profile).ok()?;
    let mut at = None;
    let mut here = &DeValue::Table(document.get_ref().clone());
    for part in field.split(['.', '[']) {
        let next = match (
            part.strip_suffix(']')
                .and_then(|row| row.parse::<usize>().ok()),
            here,
        ) {
            (Some(row), DeValue::Array(items)) => items
                .get(row)
                .map(|item| (item.span().start, item.get_ref())),
            (None, DeValue::Table(fields)) => fields
                .iter()
                .find(|(key, _)| key.get_ref() == part)
                .map(|(key, value)| (key.span().start, value.get_ref())),
            _ => None,
        };
        let Some((start, value)) = next else { break };
        (at, here) = (Some(start), value);
    }
    at.map(|start| Lines::of(profile).at(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "id = \"x\"\nname = \"Where I live\"\n\nrows = [\n  [1],\n  \
        [2],\n]\n[margins]\nages = [1]\n";

    #[test]
    fn a_place_is_named_after_its_figures_whatever_the_line_breaks() {
        let own = Own::of(PROFILE).unwrap();
        assert_eq!(
            (own.name.as_str(), own.id.len(), &own.id[..4]),
            ("Where I live", 14, PREFIX)
        );
        assert_eq!(Own::of(&PROFILE.replace('\n', "\r\n")), Some(own.clone()));
        assert_eq!(Own::of(PROFILE.trim_end()), Some(own.clone()));
        assert_ne!(Own::of(&PROFILE.replace("[1]", "[3]")).unwrap().id, own.id);
        for nameless in ["", "name = 3", "name = \" \"", "x = ", "[[["] {
            assert_eq!(Own::of(nameless), None, "{nameless}");
        }
    }

    #[test]
    fn a_file_carries_a_place_and_gives_it_back_with_all_else_on_its_line() {
        let own = Own::of(PROFILE).unwrap();
        let file = format!("a = 1\n{}b = 2\n", lines(&own));
        let found = parted(&file);
        assert_eq!(found.place, Some(Some(own)));
        assert_eq!(
            (found.line, found.text.lines().count()),
            (4, file.lines().count())
        );
        assert_eq!(found.text.lines().last(), Some("b = 2"));
        assert!(
            parted("#| name = ").place.unwrap().is_none(),
            "lines of a profile that is none"
        );
        assert_eq!(parted("a = 1").text, "a = 1");
    }

    #[test]
    fn a_field_is_found_on_its_line() {
        for (field, line) in [
            ("name", 2),
            ("rows[1]", 6),
            ("rows[9]", 4),
            ("margins.ages", 9),
            ("margins.kinds", 8),
        ] {
            assert_eq!(line_of(PROFILE, field), Some(line), "{field}");
        }
        assert_eq!(
            (line_of(PROFILE, "nowhere"), line_of("[[[", "a")),
            (None, None)
        );
    }

    #[test]
    fn what_is_carried_is_no_part_of_the_question() {
        let carried = Carried(Own::of(PROFILE).map(Arc::new));
        assert_eq!(carried, Carried::default());
        assert!(format!("{carried:?}").len() < 80);
    }
}
