//! Reads the English Indices of Deprivation 2019 by neighbourhood: deciles and populations, from bytes.

use super::census::table::{TableError, is_area_code, records, whole_number};
use std::collections::BTreeMap;

/// English neighbourhoods ranked in 2019.
const RANKED: u32 = 32_844;
/// What the two tables begin with, column by column.
const AREA: [&str; 4] =
    ["LSOA code (2011)", "LSOA name (2011)", "Local Authority District code (2019)", "Local Authority District name (2019)"];
/// How the columns of ranks and deciles begin, in the order of a profile.
const DOMAINS: [&str; 8] = [
    "Index of Multiple Deprivation (IMD)",
    "Income",
    "Employment",
    "Education, Skills and Training",
    "Health Deprivation and Disability",
    "Crime",
    "Barriers to Housing and Services",
    "Living Environment",
];
/// How the columns of the populations begin.
const POPULATIONS: [&str; 5] = [
    "Total population",
    "Dependent Children aged 0-15",
    "Population aged 16-59",
    "Older population aged 60 and over",
    "Working age population",
];

/// A neighbourhood as it was in 2011.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprived {
    /// Its name.
    pub name: String,
    /// The code of its borough.
    pub borough_code: String,
    /// The name of its borough.
    pub borough: String,
    /// Deciles: overall and seven domains.
    pub deciles: [u8; 8],
    /// Residents in the middle of 2015.
    pub residents: u32,
}

/// Reads the table of domains and the table of populations: neighbourhoods by code.
///
/// Errors: the first thing that cannot be right, with file, line and column; a neighbourhood that only one table has.
pub fn read(domains: (&str, &[u8]), populations: (&str, &[u8])) -> Result<BTreeMap<String, Deprived>, TableError> {
    let mut found: BTreeMap<String, (u64, Deprived)> = BTreeMap::new();
    let (file, bytes) = domains;
    let mut columns: Vec<String> = AREA.iter().map(|&column| column.to_owned()).collect();
    columns.extend(DOMAINS.iter().flat_map(|domain| [format!("{domain} Rank"), format!("{domain} Decile")]));
    for (line, row) in rows(file, bytes, &columns)? {
        let mut deciles = [0; 8];
        for (k, decile) in deciles.iter_mut().enumerate() {
            *decile = decile_of(file, line, &row[4 + 2 * k], &row[5 + 2 * k], DOMAINS[k])?;
        }
        let deprived = Deprived { name: row[1].clone(), borough_code: row[2].clone(), borough: row[3].clone(), deciles, residents: 0 };
        if found.insert(row[0].clone(), (line, deprived)).is_some() {
            return Err(TableError::new(file, line, AREA[0], &format!("{} a second time", row[0]), "each neighbourhood once"));
        }
    }
    let (file, bytes) = populations;
    let mut columns: Vec<String> = AREA.iter().map(|&column| column.to_owned()).collect();
    columns.extend(POPULATIONS.iter().map(|&column| column.to_owned()));
    for (line, row) in rows(file, bytes, &columns)? {
        let Some((_, deprived)) = found.get_mut(&row[0]) else {
            return Err(TableError::new(file, line, AREA[0], &row[0], format!("a neighbourhood that {} has too", domains.0)));
        };
        if deprived.residents > 0 {
            return Err(TableError::new(file, line, AREA[0], &format!("{} a second time", row[0]), "each neighbourhood once"));
        }
        if (&deprived.borough_code, &deprived.borough) != (&row[2], &row[3]) {
            return Err(TableError::new(file, line, AREA[3], &row[3], format!("{}, as in {}", deprived.borough, domains.0)));
        }
        let mut counts = [0; 5];
        for (k, count) in counts.iter_mut().enumerate() {
            *count = separated_number(&row[4 + k])
                .ok_or_else(|| TableError::new(file, line, POPULATIONS[k], &row[4 + k], "a whole number such as 1,616"))?;
        }
        let parts = u64::from(counts[1]) + u64::from(counts[2]) + u64::from(counts[3]);
        if u64::from(counts[0]).abs_diff(parts) > 3 || counts[0] == 0 {
            let expected = format!("{parts}, the sum of the three age groups, and more than 0");
            return Err(TableError::new(file, line, POPULATIONS[0], &row[4], expected));
        }
        deprived.residents = counts[0];
    }
    if let Some((code, (line, _))) = found.iter().find(|(_, (_, deprived))| deprived.residents == 0) {
        let expected = format!("a neighbourhood that {} has too", populations.0);
        return Err(TableError::new(domains.0, *line, AREA[0], code, expected));
    }
    Ok(found.into_iter().map(|(code, (_, deprived))| (code, deprived)).collect())
}

/// The rows below a header whose columns begin as expected, with plausible area codes.
fn rows(file: &str, bytes: &[u8], columns: &[String]) -> Result<Vec<(u64, Vec<String>)>, TableError> {
    let mut rows = records(file, bytes, columns.len())?;
    let header = if rows.is_empty() { (1, Vec::new()) } else { rows.remove(0) };
    for (place, expected) in columns.iter().enumerate() {
        let found = header.1.get(place).map_or("", String::as_str);
        if !found.starts_with(expected.as_str()) {
            return Err(TableError::new(file, header.0, expected, found, format!("a column that begins {expected:?}")));
        }
    }
    if rows.is_empty() {
        return Err(TableError::new(file, header.0, "-", "no row", "a row a neighbourhood below the header"));
    }
    for (line, row) in &rows {
        for place in [0, 2] {
            if !is_area_code(&row[place]) {
                return Err(TableError::new(file, *line, AREA[place], &row[place], "a letter and eight digits"));
            }
        }
        for place in [1, 3] {
            if row[place].trim().is_empty() {
                return Err(TableError::new(file, *line, AREA[place], &row[place], "a name"));
            }
        }
    }
    Ok(rows)
}

fn decile_of(file: &str, line: u64, rank: &str, decile: &str, domain: &str) -> Result<u8, TableError> {
    let Some(rank) = separated_number(rank).filter(|rank| (1..=RANKED).contains(rank)) else {
        return Err(TableError::new(file, line, &format!("{domain} Rank"), rank, format!("a rank from 1 to {RANKED}")));
    };
    let expected = (rank * 10).div_ceil(RANKED);
    match whole_number(decile) {
        Some(found) if found == expected => Ok(found as u8),
        _ => {
            let expected = format!("decile {expected}, that of rank {rank}");
            Err(TableError::new(file, line, &format!("{domain} Decile"), decile, expected))
        }
    }
}

/// A whole number with or without separators of thousands in the right places.
fn separated_number(text: &str) -> Option<u32> {
    let Some((first, rest)) = text.split_once(',') else { return whole_number(text) };
    let placed = (1..=3).contains(&first.len()) && rest.split(',').all(|group| group.len() == 3);
    if placed { whole_number(&text.replace(',', "")) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_stand_where_thousands_end() {
        assert_eq!(separated_number("1,616"), Some(1616));
        assert_eq!(separated_number("938"), Some(938));
        assert_eq!(separated_number("12,345,678"), Some(12_345_678));
        for wrong in ["", ",616", "1,61", "1616,", "1,6166", "-5", "1.5", " 7", "1,-16", "99999999999"] {
            assert_eq!(separated_number(wrong), None, "{wrong}");
        }
    }
}
