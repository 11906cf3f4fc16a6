//! Every place that comes with Kith: its id in scenarios and its name. The figures behind them are the place module's.

use std::sync::LazyLock;

/// The town that is no district: its id and name.
pub const INVENTED: (&str, &str) = ("invented-town", "Alderbrook (an invented town)");

/// The list of districts: a row each, columns apart by tabs, the id and the name first.
const DISTRICTS: &str = include_str!("../../static/england/places.tsv");

static PLACES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?))
    };
    DISTRICTS.lines().skip(1).filter_map(row).chain([INVENTED]).collect()
});

/// Every place: id and name. The districts of England in the order of their names, then an invented town.
pub fn places() -> &'static [(&'static str, &'static str)] {
    &PLACES
}

/// What people call a place.
pub fn name_of(id: &str) -> Option<&'static str> {
    places().iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;
    use crate::scenario::validate::parse;

    #[test]
    fn all_of_england_and_an_invented_town_can_be_named() {
        assert!(places().len() > 309 && places().iter().all(|(id, name)| !id.is_empty() && !name.is_empty()));
        assert_eq!((name_of("kingston-upon-hull"), name_of("atlantis")), (Some("Kingston upon Hull"), None));
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
        let with = |id: &str| bundled::scenario("trafford").unwrap().replace("place = \"trafford\"", &format!("place = \"{id}\""));
        for id in before.into_iter().chain(["leeds", "north-yorkshire"]) {
            assert_eq!(parse(&with(id)).unwrap().place, id);
        }
        for (typed, words) in [("leads", "did you mean \"leeds\"?"), ("hull", "kingston-upon-hull"), ("atlantis-on-sea", "a profile file")]
        {
            let problems = parse(&with(typed)).unwrap_err();
            assert!(problems[0].to_string().contains(words), "{}", problems[0]);
        }
    }
}
