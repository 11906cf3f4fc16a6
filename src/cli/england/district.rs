//! One district of the tables: its neighbourhoods, their areas and counts, and its row of the list.

use super::activity::{self, Work};
use super::make::{DOMAINS, Row, Source, common};
use super::tables::Wide;
use crate::place::Deprivation;
use crate::place::census::subject::Subject;
use crate::place::england::pack::Figures;
use crate::place::profile::{Area, Margins, Neighbourhood};
use flate2::read::GzDecoder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

/// The share of full-time students who work, by the columns of the economic activity of an area.
const WORKING_STUDENTS: &str = "Economically active and a full-time student: In employment";

/// Areas that the table of centres gives none, with longitude and latitude read off a map: the Isles of Scilly, Berwick.
const WITHOUT_CENTRE: [(&str, [f32; 2]); 2] =
    [("E02006781", [-6.3, 49.92]), ("E02005706", [-2.0, 55.77])];

/// The counties of metropolitan districts, for which the look-up has their own names: the last number of each, in order.
const METROPOLITAN: [(u32, &str); 7] = [
    (10, "Greater Manchester"),
    (15, "Merseyside"),
    (19, "South Yorkshire"),
    (24, "Tyne and Wear"),
    (31, "West Midlands"),
    (36, "West Yorkshire"),
    (37, "Tyne and Wear"),
];

/// The county of a metropolitan district or London borough; none of any other.
fn metropolitan(code: &str) -> Option<&'static str> {
    match (code.get(..3)?, code.get(3..)?.parse::<u32>().ok()?) {
        ("E08", number) => METROPOLITAN
            .iter()
            .find(|(last, _)| number <= *last)
            .map(|(_, county)| *county),
        ("E09", _) => Some("Greater London"),
        _ => None,
    }
}

/// All counts but activities.
fn counts(tables: &BTreeMap<Subject, Wide>, code: &str) -> Result<Margins, String> {
    let list =
        |subject: Subject| tables[&subject].classes(code, subject.categories(), subject.classes());
    Ok(Margins {
        ages: list(Subject::Ages)?,
        kinds: list(Subject::Kinds)?,
        sizes: list(Subject::Sizes)?,
        disability: list(Subject::Disability)?,
        health: list(Subject::Health)?,
        tenure: list(Subject::Tenure)?,
        hardship: list(Subject::Hardship)?,
        // The second of two classes: those who live in no household.
        communal: list(Subject::Residence)?[1],
        ..Margins::default()
    })
}

impl Source {
    /// Which neighbourhoods a district has, what they were in 2011, and what its districts of 2019 were called.
    pub(super) fn look_up(&mut self, directory: &Path) -> Result<(), String> {
        let name = "lookup/lsoa11_lsoa21_lad.csv.gz";
        let told = |error: &dyn std::fmt::Display| format!("{name}: {error}");
        let file = File::open(directory.join(name)).map_err(|error| told(&error))?;
        let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
        let district_2019 = self
            .deprivation_before
            .column("Local Authority District name (2019)")?;
        for record in reader.records() {
            let record = record.map_err(|error| told(&error))?;
            let (Some(old), Some(old_name), Some(new), Some(district)) =
                (record.get(0), record.get(1), record.get(2), record.get(5))
            else {
                return Err(told(&"a row with fewer than six fields"));
            };
            if !district.starts_with('E') {
                continue;
            }
            self.members
                .entry(district.into())
                .or_default()
                .entry(new.into())
                .or_default()
                .insert(old_name.into());
            let former = self.deprivation_before.text(old, district_2019)?.to_owned();
            self.former
                .entry(district.into())
                .or_default()
                .insert(former);
        }
        Ok(())
    }

    fn members(&self, district: &str) -> Result<&BTreeMap<String, BTreeSet<String>>, String> {
        self.members
            .get(district)
            .ok_or_else(|| format!("lookup: no neighbourhood of {district}"))
    }

    /// The figures of a district.
    pub(super) fn figures(
        &self,
        district: &str,
        remarks: &mut Vec<String>,
    ) -> Result<Figures, String> {
        let members = self.members(district)?;
        let names = self.local[&Subject::Ages].column("area_name")?;
        let mut areas: Vec<Area> = Vec::new();
        let mut neighbourhoods = Vec::with_capacity(members.len());
        for (code, before) in members {
            let name = self.local[&Subject::Ages].text(code, names)?.to_owned();
            let official = name
                .strip_suffix(|c: char| c.is_ascii_uppercase())
                .ok_or_else(|| format!("{code}: “{name}” has no letter"))?;
            let area = if let Some(area) = areas.iter().position(|area| area.official == official) {
                area
            } else {
                areas.push(self.area(official, before, remarks)?);
                areas.len() - 1
            };
            let deciles = DOMAINS.iter().map(|domain| {
                self.deprivation
                    .count(code, self.deprivation.column(domain)?)
            });
            let deciles: Vec<f32> = deciles
                .collect::<Result<Vec<u32>, String>>()?
                .into_iter()
                .map(|decile| decile as f32)
                .collect();
            let mut domains = [0.0; 8];
            domains.copy_from_slice(&deciles);
            let margins = counts(&self.local, code)?;
            neighbourhoods.push(Neighbourhood {
                code: code.clone(),
                residents: margins.ages.iter().sum(),
                name,
                deprivation: Deprivation::from_domains(domains),
                margins: Some(margins),
                area: Some(area as u32),
            });
        }
        for (k, area) in areas.iter().enumerate() {
            self.fit_activities(&area.official, k as u32, &mut neighbourhoods)?;
        }
        let mut margins = counts(&self.district, district)?;
        let subject = Subject::Activities;
        margins.activities =
            self.district[&subject].classes(district, subject.categories(), subject.classes())?;
        Ok(Figures {
            margins,
            areas,
            neighbourhoods,
        })
    }

    /// The area of an official name: its own name and centre, or, where 2021 changed it, those of the area of 2011 that its
    /// neighbourhoods came from.
    fn area(
        &self,
        official: &str,
        before: &BTreeSet<String>,
        remarks: &mut Vec<String>,
    ) -> Result<Area, String> {
        let (of, name) = (self.names.column("msoa11nm")?, self.names.column("name")?);
        let (longitude, latitude) = (
            self.names.column("longitude")?,
            self.names.column("latitude")?,
        );
        let row = |wanted: &str| {
            self.names
                .codes()
                .find(|code| self.names.text(code, of).is_ok_and(|own| own == wanted))
        };
        let parents = before.iter().map(|old| {
            old.strip_suffix(|c: char| c.is_ascii_uppercase())
                .unwrap_or(old)
        });
        let code = if let Some(code) = row(official) {
            code
        } else {
            let (parent, code) = parents
                .into_iter()
                .find_map(|parent| Some((parent.to_owned(), row(parent)?)))
                .ok_or_else(|| {
                    format!("{official}: neither it nor an area that it came from has a name")
                })?;
            remarks.push(format!(
                "{official} is new since 2011: name and centre are those of {parent}"
            ));
            code
        };
        let degrees = |column: usize| -> Result<f32, String> {
            let text = self.names.text(code, column)?;
            if let ("", Some((_, centre))) = (
                text,
                WITHOUT_CENTRE.iter().find(|(without, _)| *without == code),
            ) {
                return Ok(centre[usize::from(column == latitude)]);
            }
            let read: f64 = text.parse().map_err(|_| {
                format!(
                    "{}, {code}: read “{text}”, expected degrees",
                    self.names.file
                )
            })?;
            Ok(((read * 100_000.0).round() / 100_000.0) as f32)
        };
        Ok(Area {
            official: official.to_owned(),
            name: self.names.text(code, name)?.to_owned(),
            longitude: degrees(longitude)?,
            latitude: degrees(latitude)?,
        })
    }

    /// Fits the activities of the neighbourhoods of an area to what is counted of them and of it.
    fn fit_activities(
        &self,
        official: &str,
        area: u32,
        neighbourhoods: &mut [Neighbourhood],
    ) -> Result<(), String> {
        let table = &self.area_activity;
        let named = table.column("area_name")?;
        let code = table
            .codes()
            .find(|code| table.text(code, named).is_ok_and(|own| own == official));
        let code = code.ok_or_else(|| format!("{}: no area {official}", table.file))?;
        let subject = Subject::Activities;
        let counted = table.classes(code, subject.categories(), subject.classes())?;
        let working = f64::from(table.count(code, table.column(WORKING_STUDENTS)?)?)
            / f64::from(counted[0].max(1));
        let column = |begin: &str| self.work.column(begin);
        let employed = column(
            "TS063 Total: All usual residents aged 16 years and over in employment the week before the census",
        )?;
        let adults = column("TS062 Total: All usual residents aged 16 years and over")?;
        let without = column("TS062 L14.1 and L14.2 Never worked and long-term unemployed")?;
        let students = column("TS062 L15 Full-time students")?;
        let own: Vec<usize> = (0..neighbourhoods.len())
            .filter(|&k| neighbourhoods[k].area == Some(area))
            .collect();
        let mut parts = Vec::with_capacity(own.len());
        for &k in &own {
            let count = |column| self.work.count(&neighbourhoods[k].code, column);
            let work = Work {
                employed: count(employed)?,
                adults: count(adults)?,
                without: count(without)?,
                students: count(students)?,
            };
            parts.push((work, neighbourhoods[k].margins.clone().unwrap_or_default()));
        }
        let lent: Vec<(Work, &Margins)> = parts
            .iter()
            .map(|(work, margins)| (*work, margins))
            .collect();
        for (&k, activities) in own
            .iter()
            .zip(activity::by_neighbourhood(&counted, working, &lent))
        {
            if let Some(margins) = &mut neighbourhoods[k].margins {
                margins.activities = activities;
            }
        }
        Ok(())
    }

    /// The row of a district in the list.
    pub(super) fn row(&self, code: &str, figures: &Figures) -> Result<Row, String> {
        let field = |name: &str| -> Result<String, String> {
            Ok(self
                .districts
                .text(code, self.districts.column(name)?)?
                .to_owned())
        };
        let official = field("lad22_name")?;
        let name = common(&official);
        let mut others: BTreeSet<String> = self
            .former
            .get(code)
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        others.insert(field("lad23_name")?);
        // A few districts were only given another number.
        others.insert(field("lad23_code")?);
        others.remove(code);
        others.retain(|other| *other != official && *other != name);
        Ok(Row {
            name,
            code: code.to_owned(),
            official,
            region: field("region_name")?,
            county: metropolitan(code)
                .map_or_else(|| field("county_name"), |county| Ok(county.to_owned()))?,
            population: figures.margins.residents(),
            neighbourhoods: figures.neighbourhoods.len(),
            others,
            members: Vec::new(),
        })
    }

    /// Adds the districts that 2023 made of several.
    pub(super) fn sums(&self, rows: &mut Vec<Row>) -> Result<(), String> {
        let (new, name) = (
            self.districts.column("lad23_code")?,
            self.districts.column("lad23_name")?,
        );
        let mut sums: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in rows.iter() {
            sums.entry(self.districts.text(&row.code, new)?)
                .or_default()
                .push(row);
        }
        let mut made = Vec::new();
        for (code, members) in sums.into_iter().filter(|(_, members)| members.len() > 1) {
            let official = self.districts.text(&members[0].code, name)?.to_owned();
            let mut others: BTreeSet<String> = members.iter().map(|row| row.name.clone()).collect();
            others.extend(members.iter().flat_map(|row| row.others.iter().cloned()));
            others.remove(&official);
            others.remove(code);
            made.push(Row {
                name: common(&official),
                code: code.to_owned(),
                region: members[0].region.clone(),
                county: members[0].county.clone(),
                population: members.iter().map(|row| row.population).sum(),
                neighbourhoods: members.iter().map(|row| row.neighbourhoods).sum(),
                others,
                members: members.iter().map(|row| row.code.clone()).collect(),
                official,
            });
        }
        rows.extend(made);
        Ok(())
    }
}
