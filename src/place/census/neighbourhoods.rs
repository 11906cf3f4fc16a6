//! The neighbourhoods of an area: which they are, by code, and whose deciles those take that are
//! new since 2011.

use super::assemble::{Tables, Wanted};
use super::forms::deprivation::{Deprivation, Deprived, Edition};
use super::gather::Refused;
use super::lookup::{District, LookUp};
use super::subject::Subject;
use super::table::{AreaCounts, Level, Table, TableError, near, what};
use super::words;
use crate::place::Deprivation as Deciles;
use crate::place::profile::{Margins, Neighbourhood};
use std::collections::BTreeMap;

/// Neighbourhoods, and the edition of the table of deprivation that says how many live in them,
/// where the census does not.
type Found = (Vec<Neighbourhood>, Option<Edition>);

/// The neighbourhoods of an area: those of 2021 where the tables of the census have them, else
/// those of the deprivation tables.
///
/// Errors: none at all, one without deciles, totals that do not agree.
pub fn of(
    tables: &Tables<'_>,
    wanted: &Wanted<'_>,
    remarks: &mut Vec<String>,
) -> Result<Found, Refused> {
    let Some(domains) = &tables.0.domains else {
        return Err(tables.0.refused("There are no deciles of deprivation"));
    };
    let level = Level::Neighbourhood;
    let of = |subject| tables.of(subject, level);
    let residents = of(Subject::Ages).or_else(|| of(Subject::Residence));
    let own: Vec<(&String, &AreaCounts)> = residents
        .iter()
        .flat_map(|table| &table.areas)
        .filter(|(code, _)| {
            let (row, home) = (domains.rows.get(*code), tables.1.district_of(code));
            belongs(tables.1, wanted, row, home)
        })
        .collect();
    if own.is_empty() {
        if let Some(table) = residents {
            remarks.push(format!(
                "{} was not used: none of its {} neighbourhoods lies in {}.",
                table.file,
                table.areas.len(),
                wanted.name
            ));
        }
        let found = of_deprivation(tables, wanted, domains, remarks)?;
        return Ok((found, Some(domains.edition)));
    }
    let mut borrowed: BTreeMap<Vec<String>, Vec<(String, String)>> = BTreeMap::new();
    let mut found = Vec::new();
    for (code, area) in own {
        let deciles = match domains.rows.get(code).and_then(|row| row.deciles) {
            Some(deciles)
                if domains.edition == Edition::Of2025 || tables.1.parents(code).is_empty() =>
            {
                deciles
            }
            _ => {
                let (deciles, parents) = of_parents(tables, wanted, domains, (code, &area.name))?;
                borrowed
                    .entry(parents)
                    .or_default()
                    .push((code.clone(), area.name.clone()));
                deciles
            }
        };
        found.push(Neighbourhood {
            code: code.clone(),
            name: area.name.clone(),
            residents: area.counts.iter().sum(),
            deprivation: Deciles::from_domains(deciles.map(f32::from)),
            margins: local(tables, code)?,
            area: None,
        });
    }
    remarks.extend(
        borrowed
            .iter()
            .map(|(parents, children)| words::borrowed(parents, children)),
    );
    own_figures(tables, wanted, &mut found, residents, remarks)?;
    Ok((found, None))
}

/// Whether neighbourhoods have figures of their own: all of them or none, and then it is said why.
/// Errors: residents of the neighbourhoods that are not those of the area.
fn own_figures(
    tables: &Tables<'_>,
    wanted: &Wanted<'_>,
    found: &mut [Neighbourhood],
    residents: Option<&Table>,
    remarks: &mut Vec<String>,
) -> Result<(), TableError> {
    if found
        .iter()
        .all(|neighbourhood| neighbourhood.margins.is_some())
    {
        return Ok(());
    }
    let sum: f64 = found
        .iter()
        .map(|neighbourhood| f64::from(neighbourhood.residents))
        .sum();
    let whole = tables
        .counts(Subject::Ages, Level::District, &wanted.code)
        .map_or(0.0, |ages| ages.iter().map(|&n| f64::from(n)).sum());
    if !near(sum, whole, Level::Neighbourhood) {
        let file = residents.map_or("the tables", |table| &table.file);
        let found = format!("{sum} residents over all {} neighbourhoods", found.len());
        return Err(TableError::new(
            file,
            0,
            "value",
            &found,
            format!("about {whole}, those of {}", wanted.name),
        ));
    }
    let missing = tables.missing_by_neighbourhood();
    let why = if missing.is_empty() {
        let without = found
            .iter()
            .find(|neighbourhood| neighbourhood.margins.is_none())
            .map_or("one", |n| &n.name);
        format!("{without} is not in all tables")
    } else {
        format!("there is no table of {}", missing.join(", "))
    };
    remarks.push(format!(
        "The neighbourhoods have no households, activities and health of their own: {why}."
    ));
    for neighbourhood in found {
        neighbourhood.margins = None;
    }
    Ok(())
}

/// Whether a neighbourhood lies in an area: as the table of deprivation says, else as the look-up
/// says, both by code.
fn belongs(
    look_up: &LookUp,
    wanted: &Wanted<'_>,
    row: Option<&Deprived>,
    home: Option<&District>,
) -> bool {
    let said = row.map_or("", |row| row.district_code.as_str());
    if said == wanted.code {
        return true;
    }
    let Some(home) = home.filter(|home| home.has_code(&wanted.code)) else {
        return false;
    };
    // Districts that are no more say nothing; another one of today does.
    said.is_empty() || home.has_code(said) || look_up.district(said).is_none()
}

/// The neighbourhoods of the deprivation tables, with the residents that those say.
fn of_deprivation(
    tables: &Tables<'_>,
    wanted: &Wanted<'_>,
    domains: &Deprivation,
    remarks: &mut Vec<String>,
) -> Result<Vec<Neighbourhood>, Refused> {
    let Some(populations) = &tables.0.populations else {
        let why = format!(
            "Missing: {}, or the residents of the neighbourhoods in the Indices of Deprivation {} \
             (File 7 or File 6): look for “Total population”",
            what(Subject::Ages, Level::Neighbourhood),
            domains.edition.year()
        );
        return Err(tables.0.refused(&why));
    };
    check_rows(domains, populations)?;
    let home = |code: &str| match domains.edition {
        Edition::Of2019 => tables.1.district_of_2011(code),
        Edition::Of2025 => tables.1.district_of(code),
    };
    let mut found = Vec::new();
    for (code, row) in domains
        .rows
        .iter()
        .filter(|(code, row)| belongs(tables.1, wanted, Some(row), home(code)))
    {
        let residents = populations.rows.get(code).and_then(|row| row.residents);
        let (Some(residents), Some(deciles)) = (residents, row.deciles) else {
            let expected = format!("a neighbourhood that {} has too", populations.file);
            return Err(
                TableError::new(&domains.file, row.line, "LSOA code", code, expected).into(),
            );
        };
        let deprivation = Deciles::from_domains(deciles.map(f32::from));
        found.push(Neighbourhood {
            code: code.clone(),
            name: row.name.clone(),
            residents,
            deprivation,
            margins: None,
            area: None,
        });
    }
    if found.is_empty() {
        let expected = format!("neighbourhoods of {} ({})", wanted.name, wanted.code);
        return Err(TableError::new(
            &domains.file,
            0,
            "Local Authority District code",
            "no row",
            expected,
        )
        .into());
    }
    say_unused(tables, wanted, remarks);
    Ok(found)
}

/// Which tables of neighbourhoods are of no use, because the residents of the neighbourhoods are
/// not known by age.
fn say_unused(tables: &Tables<'_>, wanted: &Wanted<'_>, remarks: &mut Vec<String>) {
    for subject in [
        Subject::Kinds,
        Subject::Sizes,
        Subject::Activities,
        Subject::Disability,
        Subject::Health,
    ] {
        if let Some(table) = tables.of(subject, Level::Neighbourhood) {
            remarks.push(format!(
                "{} was not used: {} is missing for {}.",
                table.file,
                what(Subject::Ages, Level::Neighbourhood),
                wanted.name
            ));
        }
    }
}

/// Whether two tables of deprivation are about the same neighbourhoods. Errors: the first that only
/// one has, or that lies elsewhere.
fn check_rows(domains: &Deprivation, populations: &Deprivation) -> Result<(), TableError> {
    for (code, row) in &populations.rows {
        let Some(other) = domains.rows.get(code) else {
            let expected = format!("a neighbourhood that {} has too", domains.file);
            return Err(TableError::new(
                &populations.file,
                row.line,
                "LSOA code (2011)",
                code,
                expected,
            ));
        };
        if row.district_code != other.district_code {
            let expected = format!("{}, as in {}", other.district_code, domains.file);
            return Err(TableError::new(
                &populations.file,
                row.line,
                "Local Authority District code",
                &row.district_code,
                expected,
            ));
        }
    }
    Ok(())
}

/// The counts of a neighbourhood, if every table has them. Errors: totals that do not agree.
fn local(tables: &Tables<'_>, code: &str) -> Result<Option<Margins>, TableError> {
    let counts = |subject| tables.counts(subject, Level::Neighbourhood, code).cloned();
    let further = |subject| counts(subject).unwrap_or_default();
    let mut all = (|| {
        Some(Margins {
            ages: counts(Subject::Ages)?,
            kinds: counts(Subject::Kinds)?,
            sizes: counts(Subject::Sizes)?,
            activities: counts(Subject::Activities)?,
            disability: counts(Subject::Disability)?,
            health: counts(Subject::Health)?,
            care: Vec::new(),
            tenure: further(Subject::Tenure),
            hardship: further(Subject::Hardship),
            communal: 0,
        })
    })();
    if let Some(margins) = &mut all {
        margins.communal = tables.communal(Level::Neighbourhood, code, margins);
        tables.agree(margins, Level::Neighbourhood, code)?;
    }
    Ok(all)
}

/// Deciles of a neighbourhood that 2011 did not know: the mean of those that it was made from, by
/// their residents where those are known, rounded. Of several those in its own district count; also
/// gives their names and codes.
///
/// Errors: the tables have none of them.
fn of_parents(
    tables: &Tables<'_>,
    wanted: &Wanted<'_>,
    domains: &Deprivation,
    (code, name): (&str, &str),
) -> Result<([u8; 8], Vec<String>), TableError> {
    let parents = tables.1.parents(code);
    let rows: Vec<(&String, &Deprived, [u8; 8])> = parents
        .iter()
        .filter_map(|code| {
            domains
                .rows
                .get(code)
                .and_then(|row| Some((code, row, row.deciles?)))
        })
        .collect();
    let near: Vec<_> = rows
        .iter()
        .filter(|(_, row, _)| row.district_code == wanted.code)
        .copied()
        .collect();
    let rows = if near.is_empty() { rows } else { near };
    if rows.is_empty() {
        let wanted = if parents.is_empty() {
            code.to_owned()
        } else {
            parents.join(" or ")
        };
        let expected = format!("a row of {wanted}, for the deciles of {name} ({code})");
        return Err(TableError::new(
            &domains.file,
            0,
            "LSOA code",
            "no row",
            expected,
        ));
    }
    let residents = |code: &String| tables.0.populations.as_ref()?.rows.get(code)?.residents;
    let weights: Option<Vec<f64>> = rows
        .iter()
        .map(|(code, ..)| residents(code).map(f64::from))
        .collect();
    let weights = weights.unwrap_or_else(|| vec![1.0; rows.len()]);
    let whole: f64 = weights.iter().sum();
    let deciles = std::array::from_fn(|k| {
        let sum: f64 = rows
            .iter()
            .zip(&weights)
            .map(|((_, _, deciles), weight)| f64::from(deciles[k]) * weight)
            .sum();
        ((sum / whole).round() as u8).clamp(1, 10)
    });
    Ok((
        deciles,
        rows.iter()
            .map(|(code, row, _)| format!("{} ({code})", row.name))
            .collect(),
    ))
}
