//! How one of all places is found by what people type.

pub use crate::scenario::places::{Entry, find, list};

/// A place by its official code.
pub fn by_code(code: &str) -> Option<&'static Entry> {
    list().iter().find(|entry| entry.code == code)
}

/// Places that have all the words somewhere in their names, county or region; those whose own name
/// begins with them first.
///
/// Capitals, accents' absence and punctuation do not matter: "hull", "City of Bristol", "st
/// helens", "yorkshire".
pub fn search(words: &str) -> Vec<&'static Entry> {
    let wanted = tokens(words);
    let mut found: Vec<(u8, &Entry)> = list()
        .iter()
        .filter_map(|entry| Some((rank(entry, &wanted)?, entry)))
        .collect();
    found.sort_by_key(|(rank, entry)| (*rank, entry.name));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How well a place fits, 0 best; none if a word is nowhere in it.
fn rank(entry: &Entry, wanted: &[String]) -> Option<u8> {
    let begins = |names: &[&str]| {
        let have: Vec<String> = names.iter().flat_map(|name| tokens(name)).collect();
        wanted
            .iter()
            .all(|word| have.iter().any(|own| own.starts_with(word.as_str())))
    };
    let name = tokens(entry.name);
    if wanted
        .iter()
        .zip(&name)
        .all(|(word, own)| own.starts_with(word.as_str()))
        && wanted.len() <= name.len()
    {
        return Some(u8::from(name.len() > wanted.len()));
    }
    if begins(&[entry.name, entry.official]) {
        return Some(2);
    }
    let mut names = vec![entry.name, entry.official, entry.county];
    names.extend(&entry.others);
    if begins(&names) {
        return Some(3);
    }
    names.push(entry.region);
    names.push(entry.code);
    begins(&names).then_some(4)
}

/// The words of a text in small letters, without punctuation.
fn tokens(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\'', '’', '.'], "");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(words: &str) -> &'static str {
        search(words).first().map_or("nothing", |entry| entry.id)
    }

    #[test]
    fn places_are_found_by_what_people_call_them() {
        for (words, id) in [
            ("Hull", "kingston-upon-hull"),
            ("Bristol", "bristol"),
            ("City of Bristol", "bristol"),
            ("bristol, city of", "bristol"),
            ("County of Herefordshire", "herefordshire"),
            ("st helens", "st-helens"),
            ("St. Helens", "st-helens"),
            ("leeds", "leeds"),
            ("scilly", "isles-of-scilly"),
            ("E08000009", "trafford"),
            ("Mendip", "mendip"),
            ("newcastle tyne", "newcastle-upon-tyne"),
        ] {
            assert_eq!(first(words), id, "{words}");
        }
        let has = |words: &str, id: &str| search(words).iter().any(|entry| entry.id == id);
        assert!(
            has("Harrogate", "north-yorkshire")
                && has("greater manchester", "trafford")
                && has("south west", "cornwall")
        );
        assert!(has("Allerdale", "cumberland") && has("Bury", "bury") && !has("Bury", "trafford"));
        assert!(search("Atlantis").is_empty());
        assert_eq!(search("").len(), list().len());
    }

    #[test]
    fn ids_and_codes_are_each_ones_own_and_the_eleven_of_old_are_among_them() {
        let mut ids: Vec<&str> = list().iter().map(|entry| entry.id).collect();
        let mut codes: Vec<&str> = list().iter().map(|entry| entry.code).collect();
        for list in [&mut ids, &mut codes] {
            list.sort_unstable();
            assert!(list.windows(2).all(|pair| pair[0] != pair[1]));
        }
        for id in [
            "bolton",
            "bury",
            "manchester",
            "oldham",
            "rochdale",
            "salford",
            "stockport",
            "tameside",
            "trafford",
            "wigan",
        ] {
            assert!(find(id).is_some(), "{id}");
        }
    }
}
