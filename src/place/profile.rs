//! A profile: the published figures of a place, small enough to be bundled. It is read from and written as TOML here.
//!
//! Knows no people: those are invented from it by [`super::generate`].

use super::Deprivation;
use crate::text::{self, Lines};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// Five-year age bands: 0–4, 5–9, … 80–84, 85 and over.
pub const AGE_BANDS: usize = 18;
/// The largest profile read. Unit: bytes.
const LARGEST_FILE: usize = 4 << 20;
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Residents by five-year age band. Shape: [`AGE_BANDS`].
    pub ages: Vec<u32>,
    /// Households by [`super::HouseholdKind`], in its order. Shape: 9.
    pub kinds: Vec<u32>,
    /// Households by size, 1 to 8 or more. Shape: 8.
    pub sizes: Vec<u32>,
    /// Residents aged 16 and over by activity, in the order of [`super::Activity::ADULT`]. Shape: 6.
    pub activities: Vec<u32>,
    /// Residents by disability, in the order of [`super::Disability::ALL`]. Shape: 4.
    pub disability: Vec<u32>,
    /// Residents by general health, very good to very bad. Shape: 5.
    pub health: Vec<u32>,
    /// Residents aged 5 and over by unpaid care: none, up to 9 hours a week, 10–19, 20–34, 35–49, 50 and more. Shape: 6, or
    /// empty where it is not known (neighbourhoods).
    #[serde(default)]
    pub care: Vec<u32>,
}

/// An official neighbourhood (a Lower-layer Super Output Area, about 1,600 people).
#[derive(Clone, Debug, PartialEq)]
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
}

/// The figures of a place.
#[derive(Clone, Debug, PartialEq)]
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
    /// The margins that were not published for this place and were estimated: "disability", "health", "care".
    pub estimated: Vec<String>,
    /// The counts of the whole place.
    pub margins: Margins,
    /// Its neighbourhoods.
    pub neighbourhoods: Vec<Neighbourhood>,
}

/// The counts of one neighbourhood as a file holds them: ages, kinds, sizes, activities, disability, health.
type LocalRow = (Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>);

/// A profile as it stands in a file, before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    id: String,
    name: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    estimated: Vec<String>,
    sources: Vec<Source>,
    margins: Margins,
    /// Code, name, residents, deciles.
    neighbourhoods: Vec<(String, String, u32, [u8; 8])>,
    #[serde(default)]
    local: Vec<LocalRow>,
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
        ];
        for (mine, theirs) in pairs {
            for (a, b) in mine.iter_mut().zip(theirs) {
                *a = a.saturating_add(*b);
            }
        }
        self.care.clear();
    }

    fn check(&self, path: &str, care: bool) -> Result<(), ProfileError> {
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
        if care {
            check_list(&format!("{path}.care"), &self.care, 6)?;
        }
        Ok(())
    }
}

fn check_list(field: &str, list: &[u32], length: usize) -> Result<(), ProfileError> {
    if list.len() != length {
        return Err(problem(field, format!("{} counts", list.len()), format!("{length} counts")));
    }
    if let Some(count) = list.iter().find(|&&count| count > LARGEST_COUNT) {
        return Err(problem(field, count.to_string(), format!("counts up to {LARGEST_COUNT}")));
    }
    if list.iter().all(|&count| count == 0) {
        return Err(problem(field, "only zeros", "at least one count above 0"));
    }
    Ok(())
}

/// Whether words can stand in a sentence or a table.
fn check_text(field: &str, words: &str, longest: usize, required: bool) -> Result<(), ProfileError> {
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

fn problem(field: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) -> ProfileError {
    let part = |words: &str| text::message(words, MOST_SAID);
    ProfileError::Field { field: part(&field.into()), found: part(&found.into()), expected: part(&expected.into()) }
}

impl Profile {
    /// Reads a profile. Errors: text that is no TOML, fields missing or unknown, lists of the wrong length, deciles out of range.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        if text.len() > LARGEST_FILE {
            return Err(ProfileError::Syntax(format!("it has {} bytes, and a profile has at most {LARGEST_FILE}", text.len())));
        }
        let file: ProfileFile = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(String::new(), |span| format!("line {}: ", Lines::of(text).at(span.start)));
            ProfileError::Syntax(line + &text::message(error.message(), MOST_SAID))
        })?;
        if !file.local.is_empty() && file.local.len() != file.neighbourhoods.len() {
            let expected = format!("{} rows, one a neighbourhood, or none", file.neighbourhoods.len());
            return Err(problem("local", format!("{} rows", file.local.len()), expected));
        }
        let mut local = file.local.into_iter();
        let neighbourhoods = file
            .neighbourhoods
            .into_iter()
            .enumerate()
            .map(|(row, (code, name, residents, deciles))| {
                let deprivation = deprivation_of(row, deciles)?;
                let margins = local.next().map(|(ages, kinds, sizes, activities, disability, health)| Margins {
                    ages,
                    kinds,
                    sizes,
                    activities,
                    disability,
                    health,
                    care: Vec::new(),
                });
                Ok(Neighbourhood { code, name, residents, deprivation, margins })
            })
            .collect::<Result<Vec<_>, ProfileError>>()?;
        let profile = Self {
            id: file.id,
            name: file.name,
            code: file.code,
            note: file.note,
            sources: file.sources,
            estimated: file.estimated,
            margins: file.margins,
            neighbourhoods,
        };
        profile.check()?;
        Ok(profile)
    }

    /// Whether the profile can be generated from. Errors: the first field that cannot be right.
    pub fn check(&self) -> Result<(), ProfileError> {
        if self.id.is_empty() || !self.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            return Err(problem("id", format!("{:?}", self.id), "lower-case letters, digits and hyphens"));
        }
        check_text("name", &self.name, LONGEST_NAME, true)?;
        check_text("code", &self.code, LONGEST_NAME, false)?;
        check_text("note", &self.note, LONGEST_NOTE, false)?;
        for (k, source) in self.sources.iter().enumerate() {
            for (field, words) in [("title", &source.title), ("date", &source.date), ("licence", &source.licence)] {
                check_text(&format!("sources[{k}].{field}"), words, LONGEST_NOTE, false)?;
            }
        }
        self.margins.check("margins", true)?;
        if self.margins.adults() > self.margins.residents() {
            return Err(problem("margins.activities", "more people than margins.ages", "those aged 16 and over only"));
        }
        if self.neighbourhoods.is_empty() || self.neighbourhoods.len() > MOST_NEIGHBOURHOODS {
            let expected = format!("1 to {MOST_NEIGHBOURHOODS}");
            return Err(problem("neighbourhoods", self.neighbourhoods.len().to_string(), expected));
        }
        let mut codes = std::collections::BTreeSet::new();
        for (row, neighbourhood) in self.neighbourhoods.iter().enumerate() {
            let field = format!("neighbourhoods[{row}]");
            check_text(&field, &neighbourhood.code, LONGEST_NAME, true)?;
            check_text(&field, &neighbourhood.name, LONGEST_NAME, true)?;
            if !codes.insert(neighbourhood.code.as_str()) {
                return Err(problem(field, format!("code {:?} a second time", neighbourhood.code), "each code once"));
            }
            if neighbourhood.residents == 0 || neighbourhood.residents > LARGEST_COUNT {
                let expected = format!("1 to {LARGEST_COUNT}");
                return Err(problem(field, format!("{} residents", neighbourhood.residents), expected));
            }
            if let Some(margins) = &neighbourhood.margins {
                margins.check(&format!("local[{row}]"), false)?;
            }
        }
        Ok(())
    }

    /// Writes the profile as TOML that [`Self::from_toml`] reads back to the same profile; a row a neighbourhood.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        for (key, value) in [("id", &self.id), ("name", &self.name), ("code", &self.code), ("note", &self.note)] {
            let _ = writeln!(text, "{key} = {}", quoted(value));
        }
        let estimated: Vec<String> = self.estimated.iter().map(|name| quoted(name)).collect();
        let _ = writeln!(text, "estimated = [{}]", estimated.join(", "));
        text.push_str("\n# Code, name, residents, deciles (1 = most deprived tenth of England): overall, income, employment, education,\n");
        text.push_str("# health, crime, barriers to housing and services, living environment.\nneighbourhoods = [\n");
        for n in &self.neighbourhoods {
            let d = n.deprivation.domains().map(|decile| decile as u8);
            let _ = writeln!(text, "  [{}, {}, {}, {d:?}],", quoted(&n.code), quoted(&n.name), n.residents);
        }
        text.push_str("]\n");
        if self.neighbourhoods.iter().all(|n| n.margins.is_some()) {
            text.push_str(
                "\n# The same neighbourhoods: ages, household kinds, household sizes, activities, disability, health.\nlocal = [\n",
            );
            for m in self.neighbourhoods.iter().filter_map(|n| n.margins.as_ref()) {
                let row = format!("{:?},{:?},{:?},{:?},{:?},{:?}", m.ages, m.kinds, m.sizes, m.activities, m.disability, m.health);
                let _ = writeln!(text, "  [{}],", row.replace(' ', ""));
            }
            text.push_str("]\n");
        }
        text.push_str("\n[margins]\n");
        let m = &self.margins;
        for (key, what, list) in [
            ("ages", "residents by five-year age band, 0–4 to 85 and over", &m.ages),
            (
                "kinds",
                "households: one older, one younger, all older, couple, couple with dependent children, couple with grown children, lone parent with dependent, lone parent with grown children, other",
                &m.kinds,
            ),
            ("sizes", "households of 1 to 8 or more", &m.sizes),
            ("activities", "aged 16 and over: student, employed, unemployed, retired, long-term sick, other", &m.activities),
            ("disability", "no condition, condition that limits nothing, limited a little, limited a lot", &m.disability),
            ("health", "very good, good, fair, bad, very bad", &m.health),
            ("care", "aged 5 and over: no unpaid care, up to 9 hours a week, 10–19, 20–34, 35–49, 50 and more", &m.care),
        ] {
            let _ = writeln!(text, "# {what}\n{key} = {list:?}");
        }
        for source in &self.sources {
            let _ = writeln!(text, "\n[[sources]]\ntitle = {}", quoted(&source.title));
            let _ = writeln!(text, "date = {}\nlicence = {}", quoted(&source.date), quoted(&source.licence));
        }
        text
    }
}

impl Deprivation {
    /// The deciles in the order of a profile's rows: overall first, then the seven domains.
    pub fn domains(&self) -> [f32; 8] {
        [self.overall, self.income, self.employment, self.education, self.health, self.crime, self.housing, self.environment]
    }

    /// From the order of a profile's rows.
    pub fn from_domains(d: [f32; 8]) -> Self {
        Self { overall: d[0], income: d[1], employment: d[2], education: d[3], health: d[4], crime: d[5], housing: d[6], environment: d[7] }
    }
}

fn deprivation_of(row: usize, deciles: [u8; 8]) -> Result<Deprivation, ProfileError> {
    if let Some(decile) = deciles.iter().find(|decile| !(1..=10).contains(*decile)) {
        return Err(problem(format!("neighbourhoods[{row}]"), format!("decile {decile}"), "deciles from 1 to 10"));
    }
    Ok(Deprivation::from_domains(deciles.map(f32::from)))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_no_name_and_mistakes_are_named_by_line() {
        let good = crate::place::bundled::find("invented-town").unwrap().to_owned();
        let name = Profile::from_toml(&good).unwrap().name;
        let words = |text: &str| Profile::from_toml(text).unwrap_err().to_string();
        let long = "x".repeat(90_000);
        for (hostile, field) in
            [("a\\u001b[31mb", "name: read “a\u{fffd}[31mb”"), ("a\\u202eb", "name: "), (&long, "0 to 200"), ("", "name: ")]
        {
            let found = words(&good.replacen(&format!("name = \"{name}\""), &format!("name = \"{hostile}\""), 1));
            assert!(found.contains(field.trim_start_matches("0 to ")) && found.len() < 2_000, "{found}");
            assert!(!found.chars().any(text::is_hidden), "{found}");
        }
        for end in ["\n", "\r\n"] {
            let broken = good.replace("[margins]", &format!("{long} = {long}")).replace('\n', end);
            let line = broken.lines().position(|line| line.starts_with("xxx")).unwrap() + 1;
            let found = words(&broken);
            assert!(found.contains(&format!("line {line}: ")) && found.len() < 2_000, "{found}");
        }
    }
}
