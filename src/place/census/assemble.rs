//! From gathered tables to the profile of one area: which neighbourhoods lie in it, whether totals
//! agree, what must be estimated.

use super::gather::{Gathered, Refused};
use super::lookup::{District, LookUp, is_called};
use super::neighbourhoods;
use super::subject::Subject;
use super::table::{AreaCounts, Level, Table, TableError, near, what};
use super::{Reading, words};
use crate::place::attributes;
use crate::place::profile::{Margins, Neighbourhood, Profile};
use crate::text;

/// The longest sentence about what was done. Unit: bytes.
const MOST_REMARKED: usize = 6_000;

/// An area whose profile is made.
pub struct Wanted<'a> {
    /// Its code in the tables.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// It, where the look-up knows it.
    pub district: Option<&'a District>,
}

/// Makes the profile of an area. Errors: an area that is not there, figures that cannot be right
/// together, something missing.
pub fn assemble(gathered: &Gathered, area: &str) -> Result<Reading, Refused> {
    gathered.complete()?;
    let look_up = LookUp::new();
    let wanted = find(gathered, &look_up, area)?;
    let tables = Tables(gathered, &look_up);
    let (mut margins, estimated) = tables.district(&wanted.code)?;
    let mut remarks = Vec::new();
    let (neighbourhoods, edition) = neighbourhoods::of(&tables, &wanted, &mut remarks)?;
    tables.say_communal(&wanted, &margins, &neighbourhoods, &mut remarks);
    margins.communal = tables.communal(Level::District, &wanted.code, &margins);
    if tables.of(Subject::Residence, Level::District).is_none() {
        margins.communal = margins.communal.max(sum_of_communal(&neighbourhoods));
    }
    let mut profile = Profile {
        id: words::id(&wanted.name, &wanted.code),
        name: wanted.name,
        code: wanted.code,
        note: String::new(),
        sources: words::sources(gathered, &estimated),
        region: wanted
            .district
            .map_or(String::new(), |district| district.region.clone()),
        deprivation_year: gathered
            .domains
            .as_ref()
            .map_or(0, |domains| domains.edition.year() as u16),
        areas: Vec::new(),
        estimated: estimated.iter().map(|&name| name.to_owned()).collect(),
        margins,
        neighbourhoods,
    };
    if !estimated.is_empty() {
        fill_in(&mut profile, &estimated);
        remarks.insert(0, words::estimated(&profile));
    }
    profile.note = words::note(&profile, &remarks, edition);
    tables.whole_of_parts(&profile)?;
    let first = tables
        .of(Subject::Ages, Level::District)
        .map_or("the tables", |table| &table.file);
    profile.check().map_err(|error| {
        TableError::new(
            first,
            0,
            "-",
            &error.to_string(),
            "figures a place can have",
        )
    })?;
    remarks.extend(gathered.left_aside());
    let remarks = remarks
        .iter()
        .map(|words| text::message(words, MOST_REMARKED))
        .collect();
    Ok(Reading { profile, remarks })
}

/// Estimates the margins that are missing.
fn fill_in(profile: &mut Profile, missing: &[&str]) {
    let (disability, health, care) = attributes::estimate(profile);
    for name in missing {
        match *name {
            "disability" => profile.margins.disability.clone_from(&disability),
            "health" => profile.margins.health.clone_from(&health),
            _ => profile.margins.care.clone_from(&care),
        }
    }
}

/// The area that somebody means by a code or a name. Errors: none of those in the tables, or one
/// outside England.
fn find<'a>(gathered: &Gathered, look_up: &'a LookUp, area: &str) -> Result<Wanted<'a>, Refused> {
    let Some(ages) = gathered.tables.get(&(Subject::Ages, Level::District)) else {
        return Err(gathered.refused("There are no ages"));
    };
    let wanted = area.trim();
    let official = |code: &str| {
        look_up
            .districts
            .iter()
            .find(|d| d.code == code)
            .map(|d| d.name.as_str())
    };
    let later = |code: &str| {
        look_up
            .districts
            .iter()
            .filter_map(|d| d.later.as_ref())
            .find(|later| later.0 == code)
            .map(|l| l.1.as_str())
    };
    let by_code = ages
        .areas
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(wanted));
    let called = |(code, counts): &(&String, &AreaCounts)| {
        is_called(&counts.name, wanted)
            || official(code).is_some_and(|name| is_called(name, wanted))
    };
    let Some((code, counts)) = by_code.or_else(|| ages.areas.iter().find(called)) else {
        let expected = districts_there_are(ages, look_up, wanted);
        return Err(TableError::new(&ages.file, 0, "area_name", wanted, expected).into());
    };
    if !code.starts_with('E') {
        let country = match code.as_bytes()[0] {
            b'W' => "Wales",
            b'S' => "Scotland",
            _ => "no part of England",
        };
        let why = format!(
            "{} ({code}) lies in {country}, and a place needs deprivation by neighbourhood: only \
             the indices of England can be read so far",
            counts.name
        );
        return Err(gathered.refused(&why));
    }
    let name = official(code)
        .or_else(|| later(code))
        .unwrap_or(&counts.name)
        .to_owned();
    Ok(Wanted {
        code: code.clone(),
        name,
        district: look_up.district(code),
    })
}

/// What could be meant by the name of an area that is not in the tables: the parts it was made of,
/// or any that are there.
fn districts_there_are(ages: &Table, look_up: &LookUp, wanted: &str) -> String {
    let is_meant = |later: &(String, String)| {
        later.0.eq_ignore_ascii_case(wanted) || is_called(&later.1, wanted)
    };
    let districts = look_up.districts.iter();
    let parts: Vec<&str> = districts
        .filter(|district| district.later.as_ref().is_some_and(is_meant))
        .map(|district| district.name.as_str())
        .collect();
    if parts.is_empty() || wanted.is_empty() {
        let known: Vec<&str> = ages.areas.values().map(|area| area.name.as_str()).collect();
        return format!("one of {}", known.join(", "));
    }
    format!(
        "a district of these tables: in 2021 it was {}",
        parts.join(", ")
    )
}

/// The tables and the look-up, as questions about them.
pub struct Tables<'a>(pub &'a Gathered, pub &'a LookUp);

impl Tables<'_> {
    /// A table, where there is one.
    pub fn of(&self, subject: Subject, level: Level) -> Option<&Table> {
        self.0.tables.get(&(subject, level))
    }

    /// The counts of an area for a subject, where its table has them.
    pub fn counts(&self, subject: Subject, level: Level, code: &str) -> Option<&Vec<u32>> {
        self.of(subject, level)?
            .areas
            .get(code)
            .map(|area| &area.counts)
    }

    /// The margins of the district and which of them are missing.
    fn district(&self, code: &str) -> Result<(Margins, Vec<&'static str>), Refused> {
        let level = Level::District;
        let mut estimated = Vec::new();
        let mut optional = |subject, name| {
            let counts = self.counts(subject, level, code).cloned();
            if counts.is_none() {
                estimated.push(name);
            }
            counts.unwrap_or_default()
        };
        let disability = optional(Subject::Disability, "disability");
        let health = optional(Subject::Health, "health");
        let care = optional(Subject::Care, "care");
        let required = |subject| {
            self.counts(subject, level, code).cloned().ok_or_else(|| {
                let file = self
                    .of(subject, level)
                    .map_or(String::new(), |table| table.file.clone());
                let ages = self
                    .of(Subject::Ages, level)
                    .map_or("", |table| &table.file);
                TableError::new(
                    &file,
                    0,
                    "area_code",
                    "no row",
                    format!("rows for {code}, as in {ages}"),
                )
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
            tenure: self
                .counts(Subject::Tenure, level, code)
                .cloned()
                .unwrap_or_default(),
            hardship: self
                .counts(Subject::Hardship, level, code)
                .cloned()
                .unwrap_or_default(),
            communal: 0,
        };
        self.agree(&margins, level, code)?;
        Ok((margins, estimated))
    }

    /// Whether the totals of an area agree between its tables.
    pub fn agree(&self, margins: &Margins, level: Level, code: &str) -> Result<(), TableError> {
        let sum = |list: &[u32]| list.iter().map(|&count| f64::from(count)).sum::<f64>();
        let people = sum(&margins.ages);
        let households = sum(&margins.kinds);
        let older = |band: usize| sum(&margins.ages[band..]);
        let fits = |subject, found, low, high, what| {
            self.fits((level, code), subject, found, (low, high), what)
        };
        fits(
            Subject::Ages,
            people,
            1.0,
            f64::INFINITY,
            "and more than none",
        )?;
        fits(
            Subject::Sizes,
            sum(&margins.sizes),
            households,
            households,
            "the households by composition",
        )?;
        let alone = (f64::from(margins.kinds[0]) + f64::from(margins.kinds[1])).max(1.0);
        fits(
            Subject::Sizes,
            f64::from(margins.sizes[0]).max(1.0),
            alone,
            alone,
            "the one-person households by composition",
        )?;
        fits(
            Subject::Activities,
            sum(&margins.activities),
            older(4),
            older(3),
            "those aged 16 and over",
        )?;
        fits(
            Subject::Sizes,
            in_homes(margins),
            1.0,
            people,
            "no more than the residents by age",
        )?;
        let (all, above) = ("the residents by age", "the residents aged 5 and over");
        for (subject, list, band, what) in [
            (Subject::Disability, &margins.disability, 0, all),
            (Subject::Health, &margins.health, 0, all),
            (Subject::Care, &margins.care, 1, above),
        ] {
            if !list.is_empty() {
                fits(subject, sum(list), older(band), older(band), what)?;
            }
        }
        Ok(())
    }

    /// Whether a total that was found lies, but for rounding, between two ends.
    fn fits(
        &self,
        (level, code): (Level, &str),
        subject: Subject,
        found: f64,
        (low, high): (f64, f64),
        what: &str,
    ) -> Result<(), TableError> {
        let held = found.clamp(low.min(high), high);
        if found > 0.0 && near(found, held, level) {
            return Ok(());
        }
        let table = self.of(subject, level);
        let area = table.and_then(|table| table.areas.get(code));
        Err(TableError::new(
            table.map_or("the tables", |table| &table.file),
            area.map_or(0, |area| area.line),
            "value",
            &format!("{found} in all for {code}"),
            format!("about {held}, {what}"),
        ))
    }

    /// How many residents of an area live in communal establishments: as counted, else those whom
    /// households do not hold where those are fewer than half of the residents, else none. Unit:
    /// persons.
    pub fn communal(&self, level: Level, code: &str, margins: &Margins) -> u32 {
        let counted = self
            .counts(Subject::Residence, level, code)
            .map(|counts| counts[1]);
        let number =
            counted.unwrap_or_else(|| outside_homes(margins).map_or(0, |(without, _)| without));
        number.min((margins.residents() as u32).saturating_sub(1))
    }

    /// Says where households hold fewer than half of the residents, and how many live in communal
    /// establishments there: as counted, else those whom households do not hold.
    fn say_communal(
        &self,
        wanted: &Wanted<'_>,
        margins: &Margins,
        neighbourhoods: &[Neighbourhood],
        remarks: &mut Vec<String>,
    ) {
        for neighbourhood in neighbourhoods {
            let Some(own) = &neighbourhood.margins else {
                continue;
            };
            let Some((_, people)) = outside_homes(own) else {
                continue;
            };
            let number = self.communal(Level::Neighbourhood, &neighbourhood.code, own);
            remarks.push(words::communal(
                number,
                people,
                &format!("{} ({})", neighbourhood.name, neighbourhood.code),
            ));
        }
        if let Some((_, people)) = outside_homes(margins) {
            let number = self.communal(Level::District, &wanted.code, margins);
            remarks.push(words::communal(number, people, &wanted.name));
        }
    }

    /// Whether the neighbourhoods add up to the district, class by class.
    fn whole_of_parts(&self, profile: &Profile) -> Result<(), TableError> {
        let mut parts = profile
            .neighbourhoods
            .iter()
            .filter_map(|n| n.margins.clone());
        let Some(mut sum) = parts.next() else {
            return Ok(());
        };
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
                if !near(f64::from(whole), f64::from(sum), Level::Neighbourhood) {
                    let file = self
                        .of(subject, Level::Neighbourhood)
                        .map_or("the tables", |table| &table.file);
                    let found = format!("{sum} over all neighbourhoods in class {}", class + 1);
                    return Err(TableError::new(
                        file,
                        0,
                        "value",
                        &found,
                        format!("about {whole}, that of {}", profile.name),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Tables by neighbourhood that are wanted for figures of neighbourhoods' own and are not
    /// there.
    pub fn missing_by_neighbourhood(&self) -> Vec<String> {
        [
            Subject::Kinds,
            Subject::Sizes,
            Subject::Activities,
            Subject::Disability,
            Subject::Health,
        ]
        .into_iter()
        .filter(|subject| self.of(*subject, Level::Neighbourhood).is_none())
        .map(|subject| what(subject, Level::Neighbourhood))
        .collect()
    }
}

/// Residents of communal establishments over all neighbourhoods. Unit: persons.
fn sum_of_communal(neighbourhoods: &[Neighbourhood]) -> u32 {
    neighbourhoods
        .iter()
        .filter_map(|neighbourhood| neighbourhood.margins.as_ref())
        .map(|margins| margins.communal)
        .sum()
}

/// People in households, the largest counted as eight. Unit: persons.
fn in_homes(margins: &Margins) -> f64 {
    margins
        .sizes
        .iter()
        .enumerate()
        .map(|(k, &n)| (k + 1) as f64 * f64::from(n))
        .sum()
}

/// Residents outside households, and all, where households hold fewer than half. Unit: persons.
fn outside_homes(margins: &Margins) -> Option<(u32, u32)> {
    let (homes, people) = (in_homes(margins), margins.residents());
    (homes * 2.0 < people as f64)
        .then(|| (people.saturating_sub(homes as u64) as u32, people as u32))
}
