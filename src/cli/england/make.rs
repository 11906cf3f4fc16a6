//! Makes the list of places and the pack of each district from a folder of official tables. Nobody who builds or tests needs it:
//! the packs are part of the project, and a test makes the packs of a few districts anew from small cuts of the tables.

use super::tables::Wide;
use crate::place::census::subject::Subject;
use crate::place::england::pack;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is made: the text of the list, and the packs by district code.
#[derive(Debug)]
pub struct Made {
    /// The list, a row a place.
    pub list: String,
    /// The packs.
    pub packs: BTreeMap<String, Vec<u8>>,
    /// What was taken from elsewhere than the area itself, a sentence each.
    pub remarks: Vec<String>,
}

pub(super) const DOMAINS: [&str; 8] = [
    "IMD_decile",
    "Income_decile",
    "Employment_decile",
    "Education_decile",
    "Health_decile",
    "Crime_decile",
    "Housing_and_Services_decile",
    "Environment_decile",
];

/// Makes list and packs from the folder in which `ltla/`, `lsoa/`, `msoa/`, `iod/` and `lookup/` lie. Only English districts.
///
/// Errors: the first table or field that is missing or cannot be right.
pub fn make(directory: &Path) -> Result<Made, String> {
    let source = Source::read(directory)?;
    let mut packs = BTreeMap::new();
    let mut remarks = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for district in source
        .districts
        .codes()
        .filter(|code| code.starts_with('E'))
    {
        let figures = source.figures(district, &mut remarks)?;
        rows.push(source.row(district, &figures)?);
        packs.insert(
            district.to_owned(),
            pack::encode(&figures).map_err(|error| format!("{district}: {error}"))?,
        );
    }
    source.sums(&mut rows)?;
    rows.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.code.cmp(&b.code)));
    let mut list = String::from(
        "id\tname\tcode\tofficial\tregion\tcounty\tpopulation\tneighbourhoods\tothers\tmembers\n",
    );
    for row in &rows {
        list.push_str(&row.line());
    }
    Ok(Made {
        list,
        packs,
        remarks,
    })
}

/// A row of the list.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) official: String,
    pub(super) region: String,
    pub(super) county: String,
    pub(super) population: u64,
    pub(super) neighbourhoods: usize,
    pub(super) others: BTreeSet<String>,
    pub(super) members: Vec<String>,
}

impl Row {
    fn line(&self) -> String {
        let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
        format!(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
            id_of(&self.name),
            self.name,
            self.code,
            self.official,
            self.region,
            self.county,
            self.population,
            self.neighbourhoods,
            others.join(";"),
            self.members.join(";")
        )
    }
}

/// "Bristol, City of" as people call it: "Bristol".
pub(super) fn common(official: &str) -> String {
    [", City of", ", County of"]
        .iter()
        .find_map(|ending| official.strip_suffix(ending))
        .unwrap_or(official)
        .to_owned()
}

/// "St. Helens" as an id: "st-helens".
fn id_of(name: &str) -> String {
    let plain = name.to_lowercase().replace(['.', '\''], "");
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// The tables.
pub(super) struct Source {
    /// By district, subject by subject.
    pub(super) district: BTreeMap<Subject, Wide>,
    /// By neighbourhood.
    pub(super) local: BTreeMap<Subject, Wide>,
    pub(super) work: Wide,
    pub(super) area_activity: Wide,
    pub(super) deprivation: Wide,
    pub(super) deprivation_before: Wide,
    pub(super) names: Wide,
    pub(super) districts: Wide,
    /// Neighbourhoods of each district, and the names of 2011 of those that each came from.
    pub(super) members: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Names of 2019 of the districts that the neighbourhoods of each district were in.
    pub(super) former: BTreeMap<String, BTreeSet<String>>,
}

/// The subjects that are counted everywhere but activity, which is not published by neighbourhood, with their files' stems.
const SUBJECTS: [(Subject, &str); 8] = [
    (Subject::Ages, "ts007a_age_bands"),
    (Subject::Kinds, "ts003_household_composition"),
    (Subject::Sizes, "ts017_household_size"),
    (Subject::Disability, "ts038_disability"),
    (Subject::Health, "ts037_general_health"),
    (Subject::Tenure, "ts054_tenure"),
    (Subject::Hardship, "ts011_household_deprivation"),
    (Subject::Residence, "ts001_residents"),
];

impl Source {
    fn read(directory: &Path) -> Result<Self, String> {
        let mut district = BTreeMap::new();
        let mut local = BTreeMap::new();
        for (subject, stem) in SUBJECTS {
            district.insert(
                subject,
                Wide::read(directory, &format!("ltla/{stem}_ltla.csv"))?,
            );
            local.insert(
                subject,
                Wide::read(directory, &format!("lsoa/{stem}_lsoa.csv.gz"))?,
            );
        }
        district.insert(
            Subject::Activities,
            Wide::read(directory, "ltla/ts066_economic_activity_ltla.csv")?,
        );
        let mut source = Self {
            district,
            local,
            work: Wide::read(directory, "lsoa/ts062_ts063_work_lsoa.csv.gz")?,
            area_activity: Wide::read(directory, "msoa/ts066_economic_activity_msoa.csv.gz")?,
            deprivation: Wide::read(directory, "iod/iod2025_domains_lsoa21_england.csv.gz")?,
            deprivation_before: Wide::read(directory, "iod/iod2019_domains_lsoa11_england.csv.gz")?,
            names: Wide::read(directory, "lookup/msoa11_names_centroids.csv")?,
            districts: Wide::read(directory, "lookup/lad22_lad23_region.csv")?,
            members: BTreeMap::new(),
            former: BTreeMap::new(),
        };
        source.look_up(directory)?;
        Ok(source)
    }
}
