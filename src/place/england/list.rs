//! The list of places: what each is called now and was called before, and how one is found by what people type.

use std::sync::LazyLock;

/// A place that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in scenarios, links and commands: "kingston-upon-hull".
    pub id: &'static str,
    /// What people call it: "Kingston upon Hull".
    pub name: &'static str,
    /// Its official code.
    pub code: &'static str,
    /// Its official name: "Kingston upon Hull, City of".
    pub official: &'static str,
    /// Its region: "Yorkshire and The Humber".
    pub region: &'static str,
    /// The county it lies in, or its own name.
    pub county: &'static str,
    /// Usual residents on census day, 21 March 2021. Unit: persons.
    pub population: u32,
    /// How many official neighbourhoods it has.
    pub neighbourhoods: u32,
    /// Other names by which people look for it: those of districts that it was made of, or that it has gone into.
    pub others: Vec<&'static str>,
    /// The codes of the districts of 2021 that it is the sum of; none if it is one itself.
    pub members: Vec<&'static str>,
}

/// The text of the list: a row a place, columns apart by tabs, several values by semicolons.
const TEXT: &str = include_str!("../../../static/england/places.tsv");

static LIST: LazyLock<Vec<Entry>> = LazyLock::new(|| TEXT.lines().skip(1).filter_map(entry).collect());

fn entry(line: &'static str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let several = |text: &'static str| text.split(';').filter(|part| !part.is_empty()).collect();
    Some(Entry {
        id: next(),
        name: next(),
        code: next(),
        official: next(),
        region: next(),
        county: next(),
        population: next().parse().ok()?,
        neighbourhoods: next().parse().ok()?,
        others: several(next()),
        members: several(next()),
    })
}

/// Every place of England, in the order of their names: the 309 districts of the census, and the districts made of them in 2023.
pub fn list() -> &'static [Entry] {
    &LIST
}

/// A place by its id.
pub fn find(id: &str) -> Option<&'static Entry> {
    list().iter().find(|entry| entry.id == id)
}

/// A place by its official code.
pub fn by_code(code: &str) -> Option<&'static Entry> {
    list().iter().find(|entry| entry.code == code)
}

/// Places that have all the words somewhere in their names, county or region; those whose own name begins with them first.
///
/// Capitals, accents' absence and punctuation do not matter: "hull", "City of Bristol", "st helens", "yorkshire".
pub fn search(words: &str) -> Vec<&'static Entry> {
    let wanted = tokens(words);
    let mut found: Vec<(u8, &Entry)> = list().iter().filter_map(|entry| Some((rank(entry, &wanted)?, entry))).collect();
    found.sort_by_key(|(rank, entry)| (*rank, entry.name));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How well a place fits, 0 best; none if a word is nowhere in it.
fn rank(entry: &Entry, wanted: &[String]) -> Option<u8> {
    let begins = |names: &[&str]| {
        let have: Vec<String> = names.iter().flat_map(|name| tokens(name)).collect();
        wanted.iter().all(|word| have.iter().any(|own| own.starts_with(word.as_str())))
    };
    let name = tokens(entry.name);
    if wanted.iter().zip(&name).all(|(word, own)| own.starts_with(word.as_str())) && wanted.len() <= name.len() {
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
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
        assert!(has("Harrogate", "north-yorkshire") && has("greater manchester", "trafford") && has("south west", "cornwall"));
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
        for id in ["bolton", "bury", "manchester", "oldham", "rochdale", "salford", "stockport", "tameside", "trafford", "wigan"] {
            assert!(find(id).is_some(), "{id}");
        }
    }
}
