//! Profiles as TOML: a row a neighbourhood, so that a person can read it and a difference shows
//! where it is.

use super::super::Deprivation;
use super::{Area, MOST_SAID, Margins, Neighbourhood, Profile, ProfileError, Source, problem};
use crate::text::{self, Lines};
use serde::Deserialize;
use std::fmt::Write as _;

/// The largest profile read. Unit: bytes.
const LARGEST_FILE: usize = 4 << 20;

/// The counts of one neighbourhood as a file holds them: ages, kinds, sizes, activities,
/// disability, health.
type LocalRow = (Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>);

/// What a file holds beside them for one neighbourhood: residents of communal establishments,
/// tenure, hardship.
type HomesRow = (u32, Vec<u32>, Vec<u32>);

/// A profile as it stands in a file, before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    id: String,
    name: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    deprivation_year: u16,
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
    #[serde(default)]
    homes: Vec<HomesRow>,
    /// Official name, name, longitude, latitude.
    #[serde(default)]
    areas: Vec<(String, String, f32, f32)>,
}

/// The fields of a file, with lists of lengths that go together.
fn read(text: &str) -> Result<ProfileFile, ProfileError> {
    if text.len() > LARGEST_FILE {
        return Err(ProfileError::Syntax(format!(
            "it has {} bytes, and a profile has at most {LARGEST_FILE}",
            text.len()
        )));
    }
    let file: ProfileFile = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(String::new(), |span| {
            format!("line {}: ", Lines::of(text).at(span.start))
        });
        ProfileError::Syntax(line + &text::message(error.message(), MOST_SAID))
    })?;
    if !file.local.is_empty() && file.local.len() != file.neighbourhoods.len() {
        let expected = format!(
            "{} rows, one a neighbourhood, or none",
            file.neighbourhoods.len()
        );
        return Err(problem(
            "local",
            format!("{} rows", file.local.len()),
            expected,
        ));
    }
    if !file.homes.is_empty() && file.homes.len() != file.local.len() {
        let expected = format!("{} rows, as local has, or none", file.local.len());
        return Err(problem(
            "homes",
            format!("{} rows", file.homes.len()),
            expected,
        ));
    }
    Ok(file)
}

fn margins_of((ages, kinds, sizes, activities, disability, health): LocalRow) -> Margins {
    Margins {
        ages,
        kinds,
        sizes,
        activities,
        disability,
        health,
        ..Margins::default()
    }
}

impl Profile {
    /// Reads a profile. Errors: text that is no TOML, fields missing or unknown, lists of the wrong
    /// length, deciles out of range.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        let file = read(text)?;
        let areas: Vec<Area> = file
            .areas
            .into_iter()
            .map(|(official, name, longitude, latitude)| Area {
                official,
                name,
                longitude,
                latitude,
            })
            .collect();
        let (mut local, mut homes) = (file.local.into_iter(), file.homes.into_iter());
        let neighbourhoods = file
            .neighbourhoods
            .into_iter()
            .enumerate()
            .map(|(row, (code, name, residents, deciles))| {
                let deprivation = deprivation_of(row, deciles)?;
                let margins = local.next().map(margins_of);
                let margins = margins.map(|margins| with_homes(margins, homes.next()));
                let area = area_of(&name, &areas);
                Ok(Neighbourhood {
                    code,
                    name,
                    residents,
                    deprivation,
                    margins,
                    area,
                })
            })
            .collect::<Result<Vec<_>, ProfileError>>()?;
        let profile = Self {
            id: file.id,
            name: file.name,
            code: file.code,
            note: file.note,
            region: file.region,
            deprivation_year: file.deprivation_year,
            areas,
            sources: file.sources,
            estimated: file.estimated,
            margins: file.margins,
            neighbourhoods,
        };
        profile.check()?;
        Ok(profile)
    }

    /// Writes the profile as TOML that [`Self::from_toml`] reads back to the same profile; a row a
    /// neighbourhood.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        let words = [
            ("id", &self.id),
            ("name", &self.name),
            ("code", &self.code),
            ("region", &self.region),
            ("note", &self.note),
        ];
        for (key, value) in words {
            let _ = writeln!(text, "{key} = {}", quoted(value));
        }
        if self.deprivation_year > 0 {
            let _ = writeln!(text, "deprivation_year = {}", self.deprivation_year);
        }
        let estimated: Vec<String> = self.estimated.iter().map(|name| quoted(name)).collect();
        let _ = writeln!(text, "estimated = [{}]", estimated.join(", "));
        text.push_str(
            "\n# Code, name, residents, deciles (1 = most deprived tenth of England): \
            overall, income, employment, education,\n",
        );
        text.push_str(
            "# health, crime, barriers to housing and services, living \
            environment.\nneighbourhoods = [\n",
        );
        for n in &self.neighbourhoods {
            let d = n.deprivation.domains().map(|decile| decile as u8);
            let _ = writeln!(
                text,
                "  [{}, {}, {}, {d:?}],",
                quoted(&n.code),
                quoted(&n.name),
                n.residents
            );
        }
        text.push_str("]\n");
        self.write_areas(&mut text);
        self.write_local(&mut text);
        write_margins(&mut text, &self.margins);
        for source in &self.sources {
            let _ = writeln!(text, "\n[[sources]]\ntitle = {}", quoted(&source.title));
            let _ = writeln!(
                text,
                "date = {}\nlicence = {}",
                quoted(&source.date),
                quoted(&source.licence)
            );
        }
        text
    }

    fn write_areas(&self, text: &mut String) {
        if self.areas.is_empty() {
            return;
        }
        text.push_str(
            "\n# Middle-layer areas: official name, what residents call it, longitude \
            and latitude of its centre.\nareas = [\n",
        );
        for area in &self.areas {
            let (longitude, latitude) = (area.longitude, area.latitude);
            let _ = writeln!(
                text,
                "  [{}, {}, {longitude:?}, {latitude:?}],",
                quoted(&area.official),
                quoted(&area.name)
            );
        }
        text.push_str("]\n");
    }

    fn write_local(&self, text: &mut String) {
        let margins: Vec<&Margins> = self
            .neighbourhoods
            .iter()
            .filter_map(|n| n.margins.as_ref())
            .collect();
        if margins.len() == self.neighbourhoods.len() {
            text.push_str(
                "\n# The same neighbourhoods: ages, household kinds, household sizes, activities, \
                 disability, health.\nlocal = [\n",
            );
            for m in &margins {
                let row = format!(
                    "{:?},{:?},{:?},{:?},{:?},{:?}",
                    m.ages, m.kinds, m.sizes, m.activities, m.disability, m.health
                );
                let _ = writeln!(text, "  [{}],", row.replace(' ', ""));
            }
            text.push_str("]\n");
            if margins
                .iter()
                .any(|m| m.communal > 0 || !m.tenure.is_empty() || !m.hardship.is_empty())
            {
                text.push_str(
                    "\n# The same: residents of communal establishments, households by \
                    tenure, households by dimensions of deprivation.\nhomes = [\n",
                );
                for m in &margins {
                    let row = format!("{},{:?},{:?}", m.communal, m.tenure, m.hardship);
                    let _ = writeln!(text, "  [{}],", row.replace(' ', ""));
                }
                text.push_str("]\n");
            }
        }
    }
}

fn write_margins(text: &mut String, m: &Margins) {
    text.push_str("\n[margins]\n");
    for (key, what, list) in [
        (
            "ages",
            "residents by five-year age band, 0–4 to 85 and over",
            &m.ages,
        ),
        (
            "kinds",
            "households: one older, one younger, all older, couple, couple with dependent \
             children, couple with grown children, lone parent with dependent, lone parent with \
             grown children, other",
            &m.kinds,
        ),
        ("sizes", "households of 1 to 8 or more", &m.sizes),
        (
            "activities",
            "aged 16 and over: student, employed, unemployed, retired, long-term sick, other",
            &m.activities,
        ),
        (
            "disability",
            "no condition, condition that limits nothing, limited a little, limited a lot",
            &m.disability,
        ),
        ("health", "very good, good, fair, bad, very bad", &m.health),
        (
            "care",
            "aged 5 and over: no unpaid care, up to 9 hours a week, 10–19, 20–34, 35–49, 50 and \
             more",
            &m.care,
        ),
        (
            "tenure",
            "households: owned outright, with a mortgage, shared ownership, social rented, private \
             rented, rent free",
            &m.tenure,
        ),
        (
            "hardship",
            "households deprived in 0, 1, 2, 3 and 4 dimensions",
            &m.hardship,
        ),
    ] {
        if !list.is_empty() {
            let _ = writeln!(text, "# {what}\n{key} = {list:?}");
        }
    }
    let _ = writeln!(
        text,
        "# residents of communal establishments\ncommunal = {}",
        m.communal
    );
}

fn with_homes(margins: Margins, row: Option<HomesRow>) -> Margins {
    let (communal, tenure, hardship) = row.unwrap_or_default();
    Margins {
        tenure,
        hardship,
        communal,
        ..margins
    }
}

/// The area of a neighbourhood, whose name is that of its area and a letter ("Trafford 011C").
pub(super) fn area_of(name: &str, areas: &[Area]) -> Option<u32> {
    let official = name.strip_suffix(|c: char| c.is_ascii_uppercase())?;
    areas
        .iter()
        .position(|area| area.official == official)
        .map(|k| k as u32)
}

fn deprivation_of(row: usize, deciles: [u8; 8]) -> Result<Deprivation, ProfileError> {
    if let Some(decile) = deciles.iter().find(|decile| !(1..=10).contains(*decile)) {
        return Err(problem(
            format!("neighbourhoods[{row}]"),
            format!("decile {decile}"),
            "deciles from 1 to 10",
        ));
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
        let good = crate::place::bundled::INVENTED_TOWN.to_owned();
        let name = Profile::from_toml(&good).unwrap().name;
        let words = |text: &str| Profile::from_toml(text).unwrap_err().to_string();
        let long = "x".repeat(90_000);
        for (hostile, field) in [
            ("a\\u001b[31mb", "name: read “a\u{fffd}[31mb”"),
            ("a\\u202eb", "name: "),
            (&long, "0 to 200"),
            ("", "name: "),
        ] {
            let found = words(&good.replacen(
                &format!("name = \"{name}\""),
                &format!("name = \"{hostile}\""),
                1,
            ));
            assert!(
                found.contains(field.trim_start_matches("0 to ")) && found.len() < 2_000,
                "{found}"
            );
            assert!(!found.chars().any(text::is_hidden), "{found}");
        }
        for end in ["\n", "\r\n"] {
            let broken = good
                .replace("[margins]", &format!("{long} = {long}"))
                .replace('\n', end);
            let line = broken
                .lines()
                .position(|line| line.starts_with("xxx"))
                .unwrap()
                + 1;
            let found = words(&broken);
            assert!(
                found.contains(&format!("line {line}: ")) && found.len() < 2_000,
                "{found}"
            );
        }
    }
}
