//! A profile: the published figures of a place, small enough to be bundled. Its part `file` reads
//! and writes it as TOML.
//!
//! Knows no people: those are invented from it by [`super::generate`].

mod file;

use super::Deprivation;
use crate::text;
use serde::{Deserialize, Serialize};

/// Five-year age bands: 0–4, 5–9, … 80–84, 85 and over.
pub const AGE_BANDS: usize = 18;
/// The most neighbourhoods a profile holds.
const MOST_NEIGHBOURHOODS: usize = 5_000;
/// The largest count in a margin.
const LARGEST_COUNT: u32 = 100_000_000;
/// The longest name of anything. Unit: letters.
const LONGEST_NAME: usize = 200;
/// The longest note or title. Unit: letters.
const LONGEST_NOTE: usize = 4_000;
/// The most that a message says of one thing. Unit: bytes.
const MOST_SAID: usize = 400;

/// What is wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// The text is no TOML, or lacks a field.
    #[error("the profile cannot be read: {0}")]
    Syntax(String),
    /// A field holds what it must not.
    #[error("{field}: read {found}, expected {expected}")]
    Field {
        /// The path of the field.
        field: String,
        /// What was read.
        found: String,
        /// What would be right.
        expected: String,
    },
}

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title and publisher.
    pub title: String,
    /// The day or year the figures are about.
    pub date: String,
    /// The licence they are under.
    pub licence: String,
}

/// Counts of residents and households by class. Every list is in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Residents by five-year age band. Shape: [`AGE_BANDS`].
    pub ages: Vec<u32>,
    /// Households by [`super::HouseholdKind`], in its order. Shape: 9.
    pub kinds: Vec<u32>,
    /// Households by size, 1 to 8 or more. Shape: 8.
    pub sizes: Vec<u32>,
    /// Residents aged 16 and over by activity, in the order of [`super::Activity::ADULT`].
    /// Shape: 6.
    pub activities: Vec<u32>,
    /// Residents by disability, in the order of [`super::Disability::ALL`]. Shape: 4.
    pub disability: Vec<u32>,
    /// Residents by general health, very good to very bad. Shape: 5.
    pub health: Vec<u32>,
    /// Residents aged 5 and over by unpaid care: none, up to 9 hours a week, 10–19, 20–34, 35–49,
    /// 50 and more. Shape: 6, or empty where it is not known. No input of a generated place.
    #[serde(default)]
    pub care: Vec<u32>,
    /// Households by tenure: owned outright, owned with a mortgage, shared ownership, social
    /// rented, private rented, rent free. Shape: 6, or empty where it is not known.
    #[serde(default)]
    pub tenure: Vec<u32>,
    /// Households by the number of dimensions (work, schooling, health, housing) in which they are
    /// deprived, 0 to 4. Shape: 5, or empty where it is not known.
    #[serde(default)]
    pub hardship: Vec<u32>,
    /// Residents of communal establishments: care homes, halls of residence, barracks, prisons.
    /// Unit: persons.
    #[serde(default)]
    pub communal: u32,
}

/// An official neighbourhood (a Lower-layer Super Output Area, about 1,600 people).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbourhood {
    /// Its official code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// How many people live in it. Unit: persons.
    pub residents: u32,
    /// Its deprivation deciles.
    pub deprivation: Deprivation,
    /// Its own counts, where they were published and bundled.
    pub margins: Option<Margins>,
    /// Its middle-layer area, as a position in [`Profile::areas`], where that is known.
    pub area: Option<u32>,
}

/// A middle-layer area (about 8,000 people) as the people who live there know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Its official name, which those of its neighbourhoods begin with: "Trafford 011".
    pub official: String,
    /// What residents call it: "Old Trafford".
    pub name: String,
    /// Longitude of its population-weighted centre. Unit: degrees east.
    pub longitude: f32,
    /// Latitude of its population-weighted centre. Unit: degrees north.
    pub latitude: f32,
}

/// The figures of a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// A short name for files and commands.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its official code; empty for an invented place.
    pub code: String,
    /// What a reader must know about the figures.
    pub note: String,
    /// Where the figures come from.
    pub sources: Vec<Source>,
    /// The region it lies in; empty where that is not known.
    pub region: String,
    /// The year of the Indices of Deprivation that the deciles are of; 0 for an invented place.
    pub deprivation_year: u16,
    /// The margins that were not published for this place and were estimated: "disability",
    /// "health", "care".
    pub estimated: Vec<String>,
    /// The counts of the whole place.
    pub margins: Margins,
    /// Its middle-layer areas; empty where they are not known.
    pub areas: Vec<Area>,
    /// Its neighbourhoods.
    pub neighbourhoods: Vec<Neighbourhood>,
}

impl Margins {
    /// All residents. Unit: persons.
    pub fn residents(&self) -> u64 {
        self.ages.iter().map(|&count| u64::from(count)).sum()
    }

    /// Residents aged 16 and over. Unit: persons.
    pub fn adults(&self) -> u64 {
        self.activities.iter().map(|&count| u64::from(count)).sum()
    }

    /// Adds another's counts to these.
    pub fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.ages, &other.ages),
            (&mut self.kinds, &other.kinds),
            (&mut self.sizes, &other.sizes),
            (&mut self.activities, &other.activities),
            (&mut self.disability, &other.disability),
            (&mut self.health, &other.health),
            (&mut self.care, &other.care),
            (&mut self.tenure, &other.tenure),
            (&mut self.hardship, &other.hardship),
        ];
        for (mine, theirs) in pairs {
            if mine.len() != theirs.len() {
                // What one of them does not know, the sum does not know.
                mine.clear();
            }
            for (a, b) in mine.iter_mut().zip(theirs) {
                *a = a.saturating_add(*b);
            }
        }
        self.communal = self.communal.saturating_add(other.communal);
    }

    /// The share of residents who live in communal establishments. Range: 0–1.
    pub fn communal_share(&self) -> f64 {
        f64::from(self.communal) / (self.residents() as f64).max(1.0)
    }

    fn check(&self, path: &str) -> Result<(), ProfileError> {
        let lists: [(&str, &[u32], usize); 6] = [
            ("ages", &self.ages, AGE_BANDS),
            ("kinds", &self.kinds, 9),
            ("sizes", &self.sizes, 8),
            ("activities", &self.activities, 6),
            ("disability", &self.disability, 4),
            ("health", &self.health, 5),
        ];
        for (name, list, length) in lists {
            check_list(&format!("{path}.{name}"), list, length)?;
        }
        for (name, list, length) in [
            ("care", &self.care, 6),
            ("tenure", &self.tenure, 6),
            ("hardship", &self.hardship, 5),
        ] {
            if !list.is_empty() {
                check_list(&format!("{path}.{name}"), list, length)?;
            }
        }
        if u64::from(self.communal) >= self.residents() {
            let found = format!("{} of {} residents", self.communal, self.residents());
            return Err(problem(
                format!("{path}.communal"),
                found,
                "fewer than all residents by age",
            ));
        }
        Ok(())
    }
}

impl Area {
    fn check(&self, field: &str) -> Result<(), ProfileError> {
        check_text(field, &self.official, LONGEST_NAME, true)?;
        check_text(field, &self.name, LONGEST_NAME, true)?;
        if !(-180.0..=180.0).contains(&self.longitude) || !(-90.0..=90.0).contains(&self.latitude) {
            let found = format!("a centre at {}, {}", self.longitude, self.latitude);
            return Err(problem(
                field,
                found,
                "degrees east from -180 to 180 and degrees north from -90 to 90",
            ));
        }
        Ok(())
    }
}

impl Neighbourhood {
    fn check(&self, row: usize, field: String) -> Result<(), ProfileError> {
        if self.residents == 0 || self.residents > LARGEST_COUNT {
            let expected = format!("1 to {LARGEST_COUNT}");
            return Err(problem(
                field,
                format!("{} residents", self.residents),
                expected,
            ));
        }
        if let Some(margins) = &self.margins {
            margins.check(&format!("local[{row}]"))?;
        }
        Ok(())
    }
}

fn check_list(field: &str, list: &[u32], length: usize) -> Result<(), ProfileError> {
    if list.len() != length {
        return Err(problem(
            field,
            format!("{} counts", list.len()),
            format!("{length} counts"),
        ));
    }
    if let Some(count) = list.iter().find(|&&count| count > LARGEST_COUNT) {
        return Err(problem(
            field,
            count.to_string(),
            format!("counts up to {LARGEST_COUNT}"),
        ));
    }
    if list.iter().all(|&count| count == 0) {
        return Err(problem(field, "only zeros", "at least one count above 0"));
    }
    Ok(())
}

/// Whether words can stand in a sentence or a table.
fn check_text(
    field: &str,
    words: &str,
    longest: usize,
    required: bool,
) -> Result<(), ProfileError> {
    if (!required && words.is_empty()) || text::is_name(words, longest) {
        return Ok(());
    }
    let least = u8::from(required);
    Err(problem(
        field,
        format!("“{}”", text::short(words, 60)),
        format!("{least} to {longest} letters on one line, all of which can be seen"),
    ))
}

fn problem(
    field: impl Into<String>,
    found: impl Into<String>,
    expected: impl Into<String>,
) -> ProfileError {
    let part = |words: &str| text::message(words, MOST_SAID);
    ProfileError::Field {
        field: part(&field.into()),
        found: part(&found.into()),
        expected: part(&expected.into()),
    }
}

impl Profile {
    /// Whether the profile can be generated from. Errors: the first field that cannot be right.
    pub fn check(&self) -> Result<(), ProfileError> {
        if self.id.is_empty()
            || !self
                .id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            return Err(problem(
                "id",
                format!("{:?}", self.id),
                "lower-case letters, digits and hyphens",
            ));
        }
        check_text("name", &self.name, LONGEST_NAME, true)?;
        check_text("code", &self.code, LONGEST_NAME, false)?;
        check_text("region", &self.region, LONGEST_NAME, false)?;
        check_text("note", &self.note, LONGEST_NOTE, false)?;
        for (k, source) in self.sources.iter().enumerate() {
            for (field, words) in [
                ("title", &source.title),
                ("date", &source.date),
                ("licence", &source.licence),
            ] {
                check_text(&format!("sources[{k}].{field}"), words, LONGEST_NOTE, false)?;
            }
        }
        self.margins.check("margins")?;
        if self.margins.adults() > self.margins.residents() {
            return Err(problem(
                "margins.activities",
                "more people than margins.ages",
                "those aged 16 and over only",
            ));
        }
        if self.neighbourhoods.is_empty() || self.neighbourhoods.len() > MOST_NEIGHBOURHOODS {
            let expected = format!("1 to {MOST_NEIGHBOURHOODS}");
            return Err(problem(
                "neighbourhoods",
                self.neighbourhoods.len().to_string(),
                expected,
            ));
        }
        let mut codes = std::collections::BTreeSet::new();
        for (row, area) in self.areas.iter().enumerate() {
            let field = format!("areas[{row}]");
            area.check(&field)?;
        }
        for (row, neighbourhood) in self.neighbourhoods.iter().enumerate() {
            let field = format!("neighbourhoods[{row}]");
            check_text(&field, &neighbourhood.code, LONGEST_NAME, true)?;
            check_text(&field, &neighbourhood.name, LONGEST_NAME, true)?;
            if !codes.insert(neighbourhood.code.as_str()) {
                return Err(problem(
                    field,
                    format!("code {:?} a second time", neighbourhood.code),
                    "each code once",
                ));
            }
            neighbourhood.check(row, field)?;
        }
        Ok(())
    }
}

impl Deprivation {
    /// The deciles in the order of a profile's rows: overall first, then the seven domains.
    pub fn domains(&self) -> [f32; 8] {
        [
            self.overall,
            self.income,
            self.employment,
            self.education,
            self.health,
            self.crime,
            self.housing,
            self.environment,
        ]
    }

    /// From the order of a profile's rows.
    pub fn from_domains(d: [f32; 8]) -> Self {
        Self {
            overall: d[0],
            income: d[1],
            employment: d[2],
            education: d[3],
            health: d[4],
            crime: d[5],
            housing: d[6],
            environment: d[7],
        }
    }
}
