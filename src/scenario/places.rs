//! Every place that comes with Kith: its id in scenarios, what it is called now and was called
//! before, where it lies. The figures behind them are the place module's.

use std::sync::LazyLock;

/// The town that is no district: its id and name.
pub const INVENTED: (&str, &str) = ("invented-town", "Alderbrook (an invented town)");

static PLACES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    list()
        .iter()
        .map(|entry| (entry.id, entry.name))
        .chain([INVENTED])
        .collect()
});

/// Every place: id and name. The districts of England in the order of their names, then an invented
/// town.
pub fn places() -> &'static [(&'static str, &'static str)] {
    &PLACES
}

/// What people call a place.
pub fn name_of(id: &str) -> Option<&'static str> {
    places()
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, name)| *name)
}

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
    /// Other names by which people look for it: those of districts that it was made of, or that it
    /// has gone into.
    pub others: Vec<&'static str>,
    /// The codes of the districts of 2021 that it is the sum of; none if it is one itself.
    pub members: Vec<&'static str>,
}

/// The text of the list: a row a place, columns apart by tabs, several values by semicolons.
const TEXT: &str = include_str!("../../static/england/places.tsv");

static LIST: LazyLock<Vec<Entry>> =
    LazyLock::new(|| TEXT.lines().skip(1).filter_map(entry).collect());

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

/// Every place of England, in the order of their names: the 309 districts of the census, and the
/// districts made of them in 2023.
pub fn list() -> &'static [Entry] {
    &LIST
}

/// A place by its id.
pub fn find(id: &str) -> Option<&'static Entry> {
    list().iter().find(|entry| entry.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;
    use crate::scenario::validate::parse;

    #[test]
    fn all_of_england_and_an_invented_town_can_be_named() {
        assert!(
            places().len() > 309
                && places()
                    .iter()
                    .all(|(id, name)| !id.is_empty() && !name.is_empty())
        );
        assert_eq!(
            (name_of("kingston-upon-hull"), name_of("atlantis")),
            (Some("Kingston upon Hull"), None)
        );
    }

    #[test]
    fn ids_of_before_still_open_and_a_mistyped_one_is_suggested() {
        let before = [
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
            "invented-town",
        ];
        let with = |id: &str| {
            bundled::scenario("trafford")
                .unwrap()
                .replace("place = \"trafford\"", &format!("place = \"{id}\""))
        };
        for id in before.into_iter().chain(["leeds", "north-yorkshire"]) {
            assert_eq!(parse(&with(id)).unwrap().place, id);
        }
        for (typed, words) in [
            ("leads", "did you mean \"leeds\"?"),
            ("hull", "kingston-upon-hull"),
            ("atlantis-on-sea", "a profile file"),
        ] {
            let problems = parse(&with(typed)).unwrap_err();
            assert!(problems[0].to_string().contains(words), "{}", problems[0]);
        }
    }
}
