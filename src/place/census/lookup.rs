//! Which district an English neighbourhood lies in, and what it was made from: the official
//! look-ups, by code and never by spelling.
//!
//! The packed file is written by `cargo xtask look-up` from the look-ups of the Office for National
//! Statistics.

use std::collections::BTreeMap;

/// The packed look-up.
const PACKED: &str = include_str!("../../../static/neighbourhoods.txt");

/// A local authority district of England as it was on Census Day 2021.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// Its official code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// The region it lies in.
    pub region: String,
    /// Code and name of the district of 2023 that it became part of, where that is another one.
    pub later: Option<(String, String)>,
}

impl District {
    /// Whether a code is that of this district, in 2021 or in 2023.
    pub fn has_code(&self, code: &str) -> bool {
        self.code == code || self.later.as_ref().is_some_and(|(later, _)| later == code)
    }
}

/// The look-up.
#[derive(Clone, Debug, Default)]
pub struct LookUp {
    /// Districts, by code.
    pub districts: Vec<District>,
    /// Runs of neighbourhoods of 2021: the first number, the last, the place of their district.
    /// Sorted.
    runs: Vec<(u32, u32, usize)>,
    /// Neighbourhoods of 2021 that are none of 2011, and those of 2011 that they were made from.
    parents: BTreeMap<u32, Vec<u32>>,
    /// Neighbourhoods of 2011 that are no more, and those of 2021 that came of them.
    children: BTreeMap<u32, Vec<u32>>,
}

impl LookUp {
    /// The look-up of this program.
    pub fn new() -> Self {
        Self::of(PACKED)
    }

    /// Reads the packed form. A line that cannot be right is passed over: the file is this
    /// program's own, and a test counts it.
    fn of(packed: &str) -> Self {
        let mut look_up = Self::default();
        let mut next = 0;
        for line in packed.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').collect();
            if let [code, name, region, later @ ..] = fields.as_slice() {
                let later = if let [code, name] = later {
                    Some(((*code).to_owned(), (*name).to_owned()))
                } else {
                    None
                };
                let (code, name, region) =
                    ((*code).to_owned(), (*name).to_owned(), (*region).to_owned());
                look_up.districts.push(District {
                    code,
                    name,
                    region,
                    later,
                });
                continue;
            }
            let numbers: Vec<u32> = line
                .trim_start_matches(['S', 'M', 'X'])
                .split(' ')
                .filter_map(|field| field.parse().ok())
                .collect();
            let [one, count, last] = numbers[..] else {
                continue;
            };
            if line.starts_with(['S', 'M', 'X']) {
                for child in last..last + count {
                    look_up.parents.entry(child).or_default().push(one);
                    look_up.children.entry(one).or_default().push(child);
                }
            } else {
                let first = next + one;
                next = first + count;
                look_up.runs.push((first, next - 1, last as usize));
            }
        }
        look_up
    }

    /// The district in which a neighbourhood of 2021 lies.
    pub fn district_of(&self, code: &str) -> Option<&District> {
        let number = number(code)?;
        let run = self.runs[..self.runs.partition_point(|run| run.0 <= number)].last()?;
        if number <= run.1 {
            self.districts.get(run.2)
        } else {
            None
        }
    }

    /// The district in which a neighbourhood of 2011 lies, or in which what came of it does.
    pub fn district_of_2011(&self, code: &str) -> Option<&District> {
        let children = number(code).and_then(|number| self.children.get(&number));
        children.map_or_else(
            || self.district_of(code),
            |children| self.district_of(&code_of(*children.first()?)),
        )
    }

    /// The neighbourhoods of 2011 from which one of 2021 was made; empty where it was one already.
    pub fn parents(&self, code: &str) -> Vec<String> {
        let parents = number(code).and_then(|number| self.parents.get(&number));
        parents.map_or_else(Vec::new, |parents| {
            parents.iter().copied().map(code_of).collect()
        })
    }

    /// The district with a code of 2021 or 2023.
    pub fn district(&self, code: &str) -> Option<&District> {
        self.districts
            .iter()
            .find(|district| district.code == code)
            .or_else(|| self.districts.iter().find(|d| d.has_code(code)))
    }

    /// Every neighbourhood of 2021.
    pub fn neighbourhoods(&self) -> impl Iterator<Item = String> {
        self.runs.iter().flat_map(|run| run.0..=run.1).map(code_of)
    }
}

/// The number in the code of an English neighbourhood.
fn number(code: &str) -> Option<u32> {
    code.strip_prefix("E01")
        .filter(|digits| digits.len() == 6)?
        .parse()
        .ok()
}

fn code_of(number: u32) -> String {
    format!("E01{number:06}")
}

/// Whether somebody may call an area of an official name so: in any spelling of capitals, stops and
/// hyphens, and without the "City of" or "County of" that is said after it.
pub fn is_called(name: &str, called: &str) -> bool {
    let called = plain(called);
    let short = name.split_once(", ").map_or(name, |(short, _)| short);
    let last = if short == "Kingston upon Hull" {
        "hull"
    } else {
        ""
    };
    !called.is_empty()
        && (plain(name) == called
            || plain(short) == called
            || turned(name) == called
            || last == called)
}

/// "City of Bristol" for "Bristol, City of".
fn turned(name: &str) -> String {
    name.split_once(", ").map_or_else(
        || plain(name),
        |(short, title)| plain(&format!("{title} {short}")),
    )
}

/// A name in small letters, words apart by one space.
fn plain(name: &str) -> String {
    let letters: String = name
        .to_lowercase()
        .replace('&', " and ")
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '.'))
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_numbers_are_the_official_ones() {
        let look_up = LookUp::new();
        assert_eq!(look_up.districts.len(), 309);
        let new: BTreeSet<String> = look_up.neighbourhoods().collect();
        assert_eq!(new.len(), 33_755);
        let districts: BTreeSet<&str> = new
            .iter()
            .map(|code| look_up.district_of(code).unwrap().code.as_str())
            .collect();
        assert_eq!(districts.len(), 309, "every district has neighbourhoods");
        let mut old: BTreeSet<String> = new
            .iter()
            .filter(|code| look_up.parents(code).is_empty())
            .cloned()
            .collect();
        let gone: BTreeSet<String> = new.iter().flat_map(|code| look_up.parents(code)).collect();
        assert!(old.is_disjoint(&gone), "a code is never used again");
        assert!(
            gone.iter().all(|code| look_up.district_of(code).is_none()
                && look_up.district_of_2011(code).is_some())
        );
        old.extend(gone);
        assert_eq!(old.len(), 32_844);
        let later: BTreeSet<&str> = look_up
            .districts
            .iter()
            .map(|d| {
                d.later
                    .as_ref()
                    .map_or(d.code.as_str(), |later| later.0.as_str())
            })
            .collect();
        assert_eq!(later.len(), 296);
        let regions: BTreeSet<&str> = look_up
            .districts
            .iter()
            .map(|d| d.region.as_str())
            .collect();
        assert_eq!(regions.len(), 9);
    }

    #[test]
    fn neighbourhoods_are_found_by_code() {
        let look_up = LookUp::new();
        let name = |code: &str| {
            look_up
                .district_of(code)
                .map(|district| district.name.as_str())
        };
        assert_eq!(name("E01006109"), Some("Trafford"));
        assert_eq!(name("E01012756"), Some("Kingston upon Hull, City of"));
        assert_eq!(
            look_up.parents("E01035624"),
            ["E01008187", "E01027506"],
            "made from parts of two districts"
        );
        assert_eq!(look_up.parents("E01034000"), ["E01006185"], "split");
        assert!(look_up.parents("E01006109").is_empty());
        for other in ["E01099999", "W01000001", "E0100610", "", "E02001259"] {
            assert_eq!(name(other), None, "{other}");
        }
        let cumberland = look_up.district("E06000063").unwrap();
        assert!(cumberland.code.starts_with("E07") && cumberland.has_code("E06000063"));
    }

    #[test]
    fn people_call_districts_by_less_than_the_official_name() {
        for called in [
            "Bristol, City of",
            "bristol",
            "City of Bristol",
            " BRISTOL ",
        ] {
            assert!(is_called("Bristol, City of", called), "{called}");
        }
        for called in ["Hull", "Kingston upon Hull", "kingston-upon-hull"] {
            assert!(is_called("Kingston upon Hull, City of", called), "{called}");
        }
        assert!(
            is_called("Herefordshire, County of", "Herefordshire")
                && is_called("St. Helens", "St Helens")
        );
        assert!(is_called(
            "King's Lynn and West Norfolk",
            "Kings Lynn & West Norfolk"
        ));
        for (name, called) in [
            ("Bristol, City of", "City of"),
            ("Bristol, City of", ""),
            ("Bury", "Bur"),
            ("Solihull", "Hull"),
        ] {
            assert!(!is_called(name, called), "{name} {called}");
        }
    }
}
