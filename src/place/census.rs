//! From official tables (bytes and file names) to a profile. Touches no file system.
//!
//! [`table`] reads one table, [`subject`] says what its categories mean, [`super::deprivation`] reads the deprivation tables;
//! here they are checked against one another and put together.

pub mod subject;
pub mod table;

use super::deprivation::{self, Deprived};
use super::profile::{Margins, Neighbourhood, Profile, Source};
use super::{Deprivation, attributes};
use crate::text;
use std::collections::BTreeMap;
use subject::{Geography, Subject};
use table::{Table, TableError};

/// A file as read: its name and its bytes.
pub type File = (String, Vec<u8>);

/// A profile and how its neighbourhoods were matched.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The profile.
    pub profile: Profile,
    /// Neighbourhoods of 2021 without a row of 2011.
    pub matched: Vec<Match>,
}

/// A neighbourhood of 2021 that has no row in the deprivation tables of 2011's neighbourhoods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where its deprivation deciles were taken from.
    pub how: String,
}

/// Whether two totals of the same thing agree: counts are perturbed a little so that nobody can be told from them.
pub fn near(one: f64, two: f64, geography: Geography) -> bool {
    let (share, people) = match geography {
        Geography::Borough => (0.002, 30.0),
        Geography::Neighbourhood => (0.02, 25.0),
    };
    (one - two).abs() <= share * one.max(two) + people
}

/// Reads every table among the files that this program uses and makes the profile of an area, named or by code.
///
/// Errors: the first thing that cannot be right, with file, line, column, what was read and what was expected.
pub fn profile(census: &[File], deprivation: &[File], area: &str) -> Result<Reading, TableError> {
    let tables = Tables::read(census)?;
    let (code, name) = tables.find(area)?;
    let deprived = deprived(deprivation)?;
    let (margins, mut estimated) = tables.borough(&code)?;
    let (neighbourhoods, matched) = tables.neighbourhoods(&code, &name, &deprived, &deprivation[0].0)?;
    let id: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut profile = Profile {
        id,
        name,
        code,
        note: String::new(),
        region: String::new(),
        deprivation_year: 2019,
        areas: Vec::new(),
        sources: sources(&estimated),
        estimated: estimated.iter().map(|&name| name.to_owned()).collect(),
        margins,
        neighbourhoods,
    };
    if !estimated.is_empty() {
        let (disability, health, care) = attributes::estimate(&profile);
        for missing in estimated.drain(..) {
            match missing {
                "disability" => profile.margins.disability.clone_from(&disability),
                "health" => profile.margins.health.clone_from(&health),
                _ => profile.margins.care.clone_from(&care),
            }
        }
    }
    profile.note = note(&profile);
    tables.whole_of_parts(&profile)?;
    profile.check().map_err(|error| TableError::new(&census[0].0, 0, "-", &error.to_string(), "figures a place can have"))?;
    Ok(Reading { profile, matched })
}

/// Makes the profile of an area from whatever files a person has gathered: the tables, or one profile made before.
///
/// Errors: a sentence for people.
pub fn from_files(files: &[File], area: &str) -> Result<Profile, String> {
    if let [(name, bytes)] = files
        && has_ending(name, "toml")
    {
        let name = text::message(name, table::MOST_PART);
        let text = text::read(bytes).map_err(|error| format!("{name}: {error}"))?;
        return Profile::from_toml(&text).map_err(|error| format!("{name}: {error}"));
    }
    let is_deprivation = |name: &str| name.starts_with("domains") || name.starts_with("population");
    if let Some((name, _)) = files.iter().find(|(name, _)| !is_deprivation(name) && Subject::of_file(name).is_none()) {
        let known: Vec<String> = Subject::ALL.iter().map(|subject| format!("{}_la_*.csv", subject.name())).collect();
        return Err(format!(
            "{}: none of the tables; their names begin as in {}, domains*.csv, population*.csv",
            text::message(name, table::MOST_PART),
            known.join(", ")
        ));
    }
    let (deprivation, census): (Vec<File>, Vec<File>) = files.iter().cloned().partition(|(name, _)| is_deprivation(name));
    profile(&census, &deprivation, area).map(|reading| reading.profile).map_err(|error| error.to_string())
}

/// Whether a file has an ending, in capitals or not.
fn has_ending(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn note(profile: &Profile) -> String {
    let mut note = String::from("People in communal establishments are counted in the ages and are folded into private households.");
    if profile.neighbourhoods.iter().any(|n| n.margins.is_none()) {
        note.push_str(" Residents by neighbourhood are those of mid-2015, in the neighbourhoods of 2011.");
    }
    if !profile.estimated.is_empty() {
        note.push_str(" Not in the tables for this place, and estimated from its ages and deprivation with general rates: ");
        note.push_str(&profile.estimated.join(", "));
        note.push('.');
    }
    note
}

fn sources(estimated: &[&str]) -> Vec<Source> {
    let licence = "Open Government Licence v3.0".to_owned();
    let counted: Vec<&str> = ["disability", "health", "care"].into_iter().filter(|subject| !estimated.contains(subject)).collect();
    let further = if counted.is_empty() { String::new() } else { format!(", {}", counted.join(", ")) };
    let mut sources = vec![
        Source {
            title: format!("Office for National Statistics, Census 2021 (tables tidied by the Trafford Data Lab): age, household composition, household size, economic activity{further}"),
            date: "2021-03-21".into(),
            licence: licence.clone(),
        },
        Source {
            title: "Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019: File 2 (domains), File 6 (population denominators)".into(),
            date: "2019 (populations: mid-2015)".into(),
            licence,
        },
    ];
    if !estimated.is_empty() {
        sources.push(Source {
            title: format!("Estimated, not counted: {}", estimated.join(", ")),
            date: "2021".into(),
            licence: "CC0 1.0".into(),
        });
    }
    sources
}

/// The two deprivation tables among the files, by name.
fn deprived(files: &[File]) -> Result<BTreeMap<String, Deprived>, TableError> {
    let find = |start: &str| {
        files
            .iter()
            .find(|(name, _)| name.starts_with(start))
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .ok_or_else(|| TableError::new("the deprivation tables", 0, "-", "no such file", format!("a file {start}*.csv")))
    };
    deprivation::read(find("domains")?, find("population")?)
}

/// All tables, by subject and geography.
struct Tables(BTreeMap<(Subject, Geography), Table>);

impl Tables {
    fn read(files: &[File]) -> Result<Self, TableError> {
        let mut tables: BTreeMap<(Subject, Geography), Table> = BTreeMap::new();
        for (name, bytes) in files {
            let Some((subject, geography)) = Subject::of_file(name) else { continue };
            let table = table::read(name, bytes, subject, geography)?;
            if let Some(first) = tables.insert((subject, geography), table) {
                return Err(TableError::new(name, 0, "-", "a second table of the same kind", format!("only {}", first.file)));
            }
        }
        for subject in [Subject::Ages, Subject::Kinds, Subject::Sizes, Subject::Activities] {
            if !tables.contains_key(&(subject, Geography::Borough)) {
                let expected = format!("a file {}_la_*.csv", subject.name());
                return Err(TableError::new("the census tables", 0, "-", "no such file", expected));
            }
        }
        Ok(Self(tables))
    }

    fn ages(&self) -> &Table {
        &self.0[&(Subject::Ages, Geography::Borough)]
    }

    /// The code and name of an area given by either.
    fn find(&self, area: &str) -> Result<(String, String), TableError> {
        let ages = self.ages();
        let wanted = area.trim().to_lowercase();
        ages.areas.iter().find(|(code, counts)| code.to_lowercase() == wanted || counts.name.to_lowercase() == wanted).map_or_else(
            || {
                let known: Vec<&str> = ages.areas.values().map(|counts| counts.name.as_str()).collect();
                Err(TableError::new(&ages.file, 0, "area_name", area, format!("one of {}", known.join(", "))))
            },
            |(code, counts)| Ok((code.clone(), counts.name.clone())),
        )
    }

    /// The counts of an area for a subject, where its table has them.
    fn counts(&self, subject: Subject, geography: Geography, code: &str) -> Option<&Vec<u32>> {
        self.0.get(&(subject, geography))?.areas.get(code).map(|area| &area.counts)
    }

    /// The margins of the borough and which of them are missing.
    fn borough(&self, code: &str) -> Result<(Margins, Vec<&'static str>), TableError> {
        let mut estimated = Vec::new();
        let mut optional = |subject, name| {
            let counts = self.counts(subject, Geography::Borough, code).cloned();
            if counts.is_none() {
                estimated.push(name);
            }
            counts.unwrap_or_default()
        };
        let disability = optional(Subject::Disability, "disability");
        let health = optional(Subject::Health, "health");
        let care = optional(Subject::Care, "care");
        let required = |subject| {
            self.counts(subject, Geography::Borough, code).cloned().ok_or_else(|| {
                let file = &self.0[&(subject, Geography::Borough)].file;
                TableError::new(file, 0, "area_code", "no row", format!("rows for {code}, as in {}", self.ages().file))
            })
        };
        let margins = Margins {
            ages: required(Subject::Ages)?,
            kinds: required(Subject::Kinds)?,
            sizes: required(Subject::Sizes)?,
            activities: required(Subject::Activities)?,
            disability,
            health,
            care,
            ..Margins::default()
        };
        self.agree(&margins, Geography::Borough, code)?;
        Ok((margins, estimated))
    }

    /// Whether the totals of an area agree between its tables.
    fn agree(&self, margins: &Margins, geography: Geography, code: &str) -> Result<(), TableError> {
        let sum = |list: &[u32]| list.iter().map(|&count| f64::from(count)).sum::<f64>();
        let people = sum(&margins.ages);
        let households = sum(&margins.kinds);
        let older = |band: usize| sum(&margins.ages[band..]);
        let fits = |subject, found: f64, low: f64, high: f64, what: &str| {
            let table = &self.0[&(subject, geography)];
            let held = found.clamp(low.min(high), high);
            if found > 0.0 && near(found, held, geography) {
                return Ok(());
            }
            let line = table.areas.get(code).map_or(0, |area| area.line);
            let found = format!("{found} in all for {code}");
            Err(TableError::new(&table.file, line, "value", &found, format!("about {held}, {what}")))
        };
        fits(Subject::Ages, people, 1.0, f64::INFINITY, "and more than none")?;
        fits(Subject::Sizes, sum(&margins.sizes), households, households, "the households by composition")?;
        let alone = f64::from(margins.kinds[0]) + f64::from(margins.kinds[1]);
        fits(
            Subject::Sizes,
            f64::from(margins.sizes[0]).max(1.0),
            alone.max(1.0),
            alone.max(1.0),
            "the one-person households by composition",
        )?;
        fits(Subject::Activities, sum(&margins.activities), older(4), older(3), "those aged 16 and over")?;
        let in_homes: f64 = margins.sizes.iter().enumerate().map(|(k, &n)| (k + 1) as f64 * f64::from(n)).sum();
        fits(Subject::Sizes, in_homes, 0.5 * people, people, "no more than the residents by age")?;
        for (subject, list) in [(Subject::Disability, &margins.disability), (Subject::Health, &margins.health)] {
            if !list.is_empty() {
                fits(subject, sum(list), people, people, "the residents by age")?;
            }
        }
        if !margins.care.is_empty() {
            fits(Subject::Care, sum(&margins.care), older(1), older(1), "the residents aged 5 and over")?;
        }
        Ok(())
    }

    /// The counts of a neighbourhood, if every table but care has them. Errors: totals that do not agree.
    fn local(&self, code: &str) -> Result<Option<Margins>, TableError> {
        let counts = |subject| self.counts(subject, Geography::Neighbourhood, code).cloned();
        let all = (|| {
            Some(Margins {
                ages: counts(Subject::Ages)?,
                kinds: counts(Subject::Kinds)?,
                sizes: counts(Subject::Sizes)?,
                activities: counts(Subject::Activities)?,
                disability: counts(Subject::Disability)?,
                health: counts(Subject::Health)?,
                ..Margins::default()
            })
        })();
        if let Some(margins) = &all {
            self.agree(margins, Geography::Neighbourhood, code)?;
        }
        Ok(all)
    }

    /// The neighbourhoods of the borough: those of 2021 where the tables have them, else those of 2011.
    fn neighbourhoods(
        &self,
        borough: &str,
        name: &str,
        deprived: &BTreeMap<String, Deprived>,
        file: &str,
    ) -> Result<(Vec<Neighbourhood>, Vec<Match>), TableError> {
        let old: BTreeMap<&String, &Deprived> = deprived.iter().filter(|(_, d)| d.borough_code == borough || d.borough == name).collect();
        if old.is_empty() {
            return Err(TableError::new(file, 0, "Local Authority District name (2019)", "no row", format!("neighbourhoods of {name}")));
        }
        let mut found = Vec::new();
        let mut matched = Vec::new();
        if let Some(ages) = self.0.get(&(Subject::Ages, Geography::Neighbourhood)) {
            let own = ages.areas.iter().filter(|(_, area)| middle_layer(&area.name).is_some_and(|m| m.0 == name));
            for (code, area) in own {
                let deciles = if let Some(row) = old.get(code) {
                    row.deciles
                } else {
                    let (deciles, how) = borrowed(&area.name, &old, &ages.areas);
                    matched.push(Match { code: code.clone(), name: area.name.clone(), how });
                    deciles
                };
                found.push(Neighbourhood {
                    code: code.clone(),
                    name: area.name.clone(),
                    residents: area.counts.iter().sum(),
                    deprivation: Deprivation::from_domains(deciles.map(f32::from)),
                    margins: self.local(code)?,
                    area: None,
                });
            }
        }
        if found.is_empty() {
            found.extend(old.iter().map(|(code, d)| Neighbourhood {
                code: (*code).clone(),
                name: d.name.clone(),
                residents: d.residents,
                deprivation: Deprivation::from_domains(d.deciles.map(f32::from)),
                margins: None,
                area: None,
            }));
        }
        Ok((found, matched))
    }

    /// Whether the neighbourhoods add up to the borough, class by class.
    fn whole_of_parts(&self, profile: &Profile) -> Result<(), TableError> {
        let mut parts = profile.neighbourhoods.iter().filter_map(|n| n.margins.clone());
        let Some(mut sum) = parts.next() else { return Ok(()) };
        parts.for_each(|next| sum.add(&next));
        let whole = &profile.margins;
        for (subject, whole, sum) in [
            (Subject::Ages, &whole.ages, &sum.ages),
            (Subject::Kinds, &whole.kinds, &sum.kinds),
            (Subject::Sizes, &whole.sizes, &sum.sizes),
            (Subject::Activities, &whole.activities, &sum.activities),
            (Subject::Disability, &whole.disability, &sum.disability),
            (Subject::Health, &whole.health, &sum.health),
        ] {
            for (class, (&whole, &sum)) in whole.iter().zip(sum).enumerate() {
                if !near(f64::from(whole), f64::from(sum), Geography::Neighbourhood) {
                    let file = &self.0[&(subject, Geography::Neighbourhood)].file;
                    let found = format!("{sum} over all neighbourhoods in class {}", class + 1);
                    return Err(TableError::new(file, 0, "value", &found, format!("about {whole}, that of {}", profile.name)));
                }
            }
        }
        Ok(())
    }
}

/// "Trafford 001G" as ("Trafford", "Trafford 001"): the borough and the middle-layer area of a neighbourhood's name.
fn middle_layer(name: &str) -> Option<(&str, &str)> {
    let middle = name.strip_suffix(|c: char| c.is_ascii_uppercase())?;
    let (borough, number) = middle.rsplit_once(' ')?;
    (number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit())).then_some((borough, middle))
}

/// Deciles for a neighbourhood of 2021 that 2011 did not know: those of the neighbourhoods of its middle-layer area that are
/// no longer there, else of all in that area, else of the borough. A mean is rounded.
fn borrowed(name: &str, old: &BTreeMap<&String, &Deprived>, new: &BTreeMap<String, table::AreaCounts>) -> ([u8; 8], String) {
    let middle = middle_layer(name).map(|m| m.1);
    let alike = |gone: bool| -> Vec<&Deprived> {
        old.iter()
            .filter(|(code, d)| (!gone || !new.contains_key(**code)) && middle_layer(&d.name).map(|m| m.1) == middle)
            .map(|(_, d)| *d)
            .collect()
    };
    let (rows, how) = match (alike(true), alike(false)) {
        (gone, _) if !gone.is_empty() => {
            let names: Vec<&str> = gone.iter().map(|d| d.name.as_str()).collect();
            let how = format!("split or merged since 2011: deciles of {}", names.join(", "));
            (gone, how)
        }
        (_, near) if !near.is_empty() => {
            let how = format!("mean of the {} neighbourhoods of {}", near.len(), middle.unwrap_or(name));
            (near, how)
        }
        _ => (old.values().copied().collect(), "mean of the borough".to_owned()),
    };
    let deciles = std::array::from_fn(|k| {
        let sum: u32 = rows.iter().map(|d| u32::from(d.deciles[k])).sum();
        ((f64::from(sum) / rows.len() as f64).round() as u8).clamp(1, 10)
    });
    (deciles, how)
}
