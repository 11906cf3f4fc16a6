//! What the official tables count, and how their categories become the classes of a profile.

use std::collections::BTreeMap;

mod ages;
mod categories;

use ages::{BANDS, YEAR_SUMS, YEARS};
use categories::{
    ACTIVITIES, CARE, CARE_SUMS, DISABILITY, HARDSHIP, HEALTH, KINDS, RESIDENCE, SIZES, TENURE,
};

/// What a table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Residents by five-year age band.
    Ages,
    /// Households by composition.
    Kinds,
    /// Households by size.
    Sizes,
    /// Residents aged 16 and over by economic activity.
    Activities,
    /// Residents by disability.
    Disability,
    /// Residents by general health.
    Health,
    /// Residents aged 5 and over by unpaid care.
    Care,
    /// Households by tenure.
    Tenure,
    /// Households by the number of dimensions in which they are deprived.
    Hardship,
    /// Residents in households and in communal establishments.
    Residence,
}

/// An official category and the class it belongs to; none: it must be 0.
pub type Category = (&'static str, Option<usize>);

/// The categories of one official table. A subject may be published in several.
#[derive(Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its number at the Office for National Statistics.
    pub number: &'static str,
    /// What it counts.
    pub subject: Subject,
    /// Its categories; together they are everybody.
    pub categories: &'static [Category],
    /// What stands in it besides: sums of some of its categories.
    pub sums: &'static [&'static str],
}

impl Scheme {
    /// Adds a count to the class of a category. False: a household of nobody, which there is not.
    pub fn add(&self, classes: &mut [u32], category: usize, count: u32) -> bool {
        match self.categories[category].1 {
            Some(class) => classes[class] = classes[class].saturating_add(count),
            None => return count == 0,
        }
        true
    }
}

/// Every scheme that is read. Where a subject has two, the first is the better.
pub static SCHEMES: [Scheme; 11] = [
    Scheme {
        number: "TS007A",
        subject: Subject::Ages,
        categories: &BANDS,
        sums: &[],
    },
    Scheme {
        number: "TS007",
        subject: Subject::Ages,
        categories: &YEARS,
        sums: &YEAR_SUMS,
    },
    Scheme {
        number: "TS003",
        subject: Subject::Kinds,
        categories: &KINDS,
        sums: &[],
    },
    Scheme {
        number: "TS017",
        subject: Subject::Sizes,
        categories: &SIZES,
        sums: &[],
    },
    Scheme {
        number: "TS066",
        subject: Subject::Activities,
        categories: &ACTIVITIES,
        sums: &[],
    },
    Scheme {
        number: "TS038",
        subject: Subject::Disability,
        categories: &DISABILITY,
        sums: &[],
    },
    Scheme {
        number: "TS037",
        subject: Subject::Health,
        categories: &HEALTH,
        sums: &[],
    },
    Scheme {
        number: "TS039",
        subject: Subject::Care,
        categories: &CARE,
        sums: &CARE_SUMS,
    },
    Scheme {
        number: "TS054",
        subject: Subject::Tenure,
        categories: &TENURE,
        sums: &[],
    },
    Scheme {
        number: "TS011",
        subject: Subject::Hardship,
        categories: &HARDSHIP,
        sums: &[],
    },
    Scheme {
        number: "TS001",
        subject: Subject::Residence,
        categories: &RESIDENCE,
        sums: &[],
    },
];

impl Subject {
    /// The subjects without which there is no place.
    pub const REQUIRED: [Self; 4] = [Self::Ages, Self::Kinds, Self::Sizes, Self::Activities];

    /// How a sentence names it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Ages => "age",
            Self::Kinds => "household composition",
            Self::Sizes => "household size",
            Self::Activities => "economic activity",
            Self::Disability => "disability",
            Self::Health => "general health",
            Self::Care => "unpaid care",
            Self::Tenure => "tenure",
            Self::Hardship => "household deprivation",
            Self::Residence => "communal establishments",
        }
    }

    /// The number of its table at the Office for National Statistics.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Ages => "TS007A or TS007",
            Self::Kinds => "TS003",
            Self::Sizes => "TS017",
            Self::Activities => "TS066",
            Self::Disability => "TS038",
            Self::Health => "TS037",
            Self::Care => "TS039",
            Self::Tenure => "TS054",
            Self::Hardship => "TS011",
            Self::Residence => "TS001",
        }
    }

    /// Its official categories and their classes: those of its better table.
    pub fn categories(self) -> &'static [Category] {
        SCHEMES
            .iter()
            .find(|scheme| scheme.subject == self)
            .map_or(&[], |scheme| scheme.categories)
    }

    /// One of its categories, by which people know the table.
    pub fn example(self) -> &'static str {
        SCHEMES
            .iter()
            .find(|scheme| scheme.subject == self)
            .map_or("", |scheme| scheme.categories[0].0)
    }

    /// What is counted.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Kinds | Self::Sizes | Self::Tenure | Self::Hardship => "Households",
            _ => "Persons",
        }
    }

    /// How many classes a profile has for it.
    pub const fn classes(self) -> usize {
        match self {
            Self::Ages => 18,
            Self::Kinds => 9,
            Self::Sizes => 8,
            Self::Activities | Self::Care | Self::Tenure => 6,
            Self::Disability => 4,
            Self::Health | Self::Hardship => 5,
            Self::Residence => 2,
        }
    }
}

/// What the words of a category mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A category: places in [`SCHEMES`] and in the categories there. Several where schemes share
    /// the words.
    Category(Vec<(usize, usize)>),
    /// Everybody or every household.
    Total,
    /// A sum of some categories, or those to whom the question does not apply.
    Sum,
}

/// What the words of columns and rows mean.
#[derive(Debug)]
pub struct Dictionary(BTreeMap<String, Meaning>);

impl Dictionary {
    /// What some words mean, if they are any that are known.
    ///
    /// Publishers write "Topic: Category; measures: Value", and hyphens and spaces about colons as
    /// they like.
    pub fn meaning(&self, words: &str) -> Option<&Meaning> {
        let plain = plain(words);
        self.0
            .get(plain.as_str())
            .or_else(|| self.0.get(plain.split_once(':')?.1))
    }
}

impl Default for Dictionary {
    fn default() -> Self {
        let mut known: BTreeMap<String, Meaning> = BTreeMap::new();
        for (s, scheme) in SCHEMES.iter().enumerate() {
            for (c, (words, _)) in scheme.categories.iter().enumerate() {
                match known
                    .entry(plain(words))
                    .or_insert_with(|| Meaning::Category(Vec::new()))
                {
                    Meaning::Category(places) => places.push((s, c)),
                    _ => unreachable!("only categories are known so far"),
                }
            }
        }
        for scheme in &SCHEMES {
            for words in scheme.sums {
                known.entry(plain(words)).or_insert(Meaning::Sum);
            }
            for (words, _) in scheme.categories {
                let words = plain(words);
                for (colon, _) in words.match_indices(':') {
                    known
                        .entry(words[..colon].to_owned())
                        .or_insert(Meaning::Sum);
                }
            }
        }
        for words in ["does not apply", "not applicable"] {
            known.insert(words.to_owned(), Meaning::Sum);
        }
        for words in [
            "total",
            "all usual residents",
            "all households",
            "all household spaces",
            "all usual residents aged 16 years and over",
        ] {
            known.insert(words.to_owned(), Meaning::Total);
            known.insert(format!("total:{words}"), Meaning::Total);
        }
        known.insert(
            "all usual residents aged 5 years and over".to_owned(),
            Meaning::Total,
        );
        known.insert(
            "total:all usual residents aged 5 years and over".to_owned(),
            Meaning::Total,
        );
        Self(known)
    }
}

/// The words of a category as they are compared.
fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace(['-', '‑', '–', '_'], " ");
    let words = words
        .split_once("; measures")
        .map_or(words.as_str(), |(words, _)| words);
    let parts = words
        .split(':')
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts
        .collect::<Vec<_>>()
        .join(":")
        .replace(":with dependent", ":dependent")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(words: &str) -> Option<(&'static str, &'static str)> {
        match Dictionary::default().meaning(words)? {
            Meaning::Category(places) => Some((
                SCHEMES[places[0].0].number,
                SCHEMES[places[0].0].categories[places[0].1].0,
            )),
            _ => None,
        }
    }

    #[test]
    fn categories_are_known_in_every_spelling_of_their_publishers() {
        for words in [
            "One-person household: Aged 66 years and over",
            "One person household: Aged 66 years and over",
            "Household composition: One person household: Aged 66 years and over; measures: Value",
            "Household composition:One-person household:Aged 66 years and over",
        ] {
            assert_eq!(category(words), Some(("TS003", KINDS[0].0)), "{words}");
        }
        assert_eq!(
            category("General health: Good health; measures: Value"),
            Some(("TS037", "Good health"))
        );
        let plural = "Single family household: Cohabiting couple family: Dependent children";
        assert_eq!(category(plural), Some(("TS003", KINDS[7].0)));
        assert_eq!(
            category("White: English, Welsh, Scottish, Northern Irish or British"),
            None
        );
    }

    #[test]
    fn sums_and_totals_are_no_categories() {
        let dictionary = Dictionary::default();
        for words in [
            "Owned",
            "Single family household: Lone parent family",
            "Aged 10 to 15 years",
            "Does not apply",
            "Economically inactive",
        ] {
            assert_eq!(dictionary.meaning(words), Some(&Meaning::Sum), "{words}");
        }
        for words in [
            "Total",
            "Age: Total; measures: Value",
            "Total: All usual residents",
            "General health: Total: All usual residents",
        ] {
            assert_eq!(dictionary.meaning(words), Some(&Meaning::Total), "{words}");
        }
        assert_eq!(dictionary.meaning("basis"), None);
    }

    #[test]
    fn every_class_of_every_scheme_has_a_category() {
        for scheme in &SCHEMES {
            for class in 0..scheme.subject.classes() {
                assert!(
                    scheme.categories.iter().any(|(_, own)| *own == Some(class)),
                    "{} {class}",
                    scheme.number
                );
            }
            assert!(
                scheme
                    .categories
                    .iter()
                    .all(|(_, class)| class.is_none_or(|class| class < scheme.subject.classes()))
            );
        }
        assert_eq!(YEARS[84].1, Some(16));
        assert_eq!(YEARS[85].1, Some(17));
        assert_eq!(YEARS[0].1, Some(0));
    }
}
