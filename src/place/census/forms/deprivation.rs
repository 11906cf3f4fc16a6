//! The English Indices of Deprivation by neighbourhood, of 2019 and of 2025: deciles, and
//! populations.

use super::super::sheet::{Rows, cell, width};
use super::super::table::{Level, TableError, separated_number};
use super::Frame;
use csv::StringRecord;
use std::collections::BTreeMap;

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
/// How the columns of the populations begin: all, and three groups that are all of them.
const POPULATIONS: [&str; 4] = [
    "Total population",
    "Dependent Children aged 0-15",
    "Population aged 16-59",
    "Older population aged 60 and over",
];

/// Which indices a table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// Of 2019, on the neighbourhoods of 2011.
    Of2019,
    /// Of 2025, on the neighbourhoods of 2021.
    Of2025,
}

impl Edition {
    /// The year of it.
    pub const fn year(self) -> u32 {
        match self {
            Self::Of2019 => 2019,
            Self::Of2025 => 2025,
        }
    }

    /// How many neighbourhoods were ranked.
    const fn ranked(self) -> u32 {
        match self {
            Self::Of2019 => 32_844,
            Self::Of2025 => 33_755,
        }
    }

    /// The column of codes.
    const fn code(self) -> &'static str {
        match self {
            Self::Of2019 => "LSOA code (2011)",
            Self::Of2025 => "LSOA code (2021)",
        }
    }
}

/// Where a table of deprivation has what.
#[derive(Clone, Debug)]
pub struct Layout {
    frame: Frame,
    edition: Edition,
    /// The columns of the district: code and name.
    district: (Option<usize>, Option<usize>),
    /// Columns of rank and decile by domain; empty where it has none.
    domains: Vec<(usize, usize)>,
    /// Columns of all residents and of the three groups that are all of them, as far as it has
    /// them.
    populations: Vec<usize>,
}

/// A neighbourhood in a table of deprivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprived {
    /// Its name.
    pub name: String,
    /// The code of its district in the year of the table.
    pub district_code: String,
    /// The name of its district.
    pub district: String,
    /// Its line.
    pub line: u64,
    /// Deciles: overall and seven domains.
    pub deciles: Option<[u8; 8]>,
    /// Residents, some years before the table.
    pub residents: Option<u32>,
}

/// A table of deprivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprivation {
    /// The file it came from.
    pub file: String,
    /// Of which year it is.
    pub edition: Edition,
    /// Whether it has deciles.
    pub domains: bool,
    /// Whether it has populations.
    pub populations: bool,
    /// Neighbourhoods by code.
    pub rows: BTreeMap<String, Deprived>,
}

impl Deprivation {
    /// How a sentence names what it is.
    pub fn words(&self) -> String {
        let number = match (self.domains, self.populations) {
            (true, true) => "File 7 (deciles and populations)",
            (true, false) => "File 2 (domains)",
            _ => "File 6 (population denominators)",
        };
        format!("Indices of Deprivation {}, {number}", self.edition.year())
    }
}

/// Where a table of deprivation has what, or what it is where it has not what is wanted; none where
/// it is no such table.
pub fn layout(frame: &Frame) -> Option<Result<Layout, String>> {
    let begins = |start: &str| {
        let start = start.to_lowercase();
        (0..width(&frame.header))
            .find(|column| frame.column(*column).to_lowercase().starts_with(&start))
    };
    let edition = [Edition::Of2019, Edition::Of2025]
        .into_iter()
        .find(|edition| begins(edition.code()).is_some())?;
    let pairs = DOMAINS
        .map(|domain| begins(&format!("{domain} Rank")).zip(begins(&format!("{domain} Decile"))));
    let populations: Vec<usize> = POPULATIONS
        .iter()
        .map_while(|population| begins(population))
        .collect();
    let domains: Vec<(usize, usize)> = pairs.iter().copied().flatten().collect();
    let of = format!("Indices of Deprivation {}", edition.year());
    if domains.len() < DOMAINS.len() && populations.is_empty() {
        return Some(Err(
            match (
                pairs[0].is_some(),
                begins(&format!("{} Score", DOMAINS[0])).is_some(),
            ) {
                (true, _) => {
                    format!("{of}, File 1: the overall index alone, without its seven domains")
                }
                (false, true) => format!("{of}, File 5: scores without ranks and deciles"),
                _ => format!("{of}, another file than 2, 6 and 7"),
            },
        ));
    }
    let domains = if domains.len() == DOMAINS.len() {
        domains
    } else {
        Vec::new()
    };
    let district = (
        begins("Local Authority District code"),
        begins("Local Authority District name"),
    );
    let mut frame = frame.clone();
    frame.code = begins(edition.code()).unwrap_or(frame.code);
    frame.name = begins(&edition.code().replace("code", "name"));
    Some(Ok(Layout {
        frame,
        edition,
        district,
        domains,
        populations,
    }))
}

impl Layout {
    /// Reads it. Errors: the first thing that cannot be right, with line and column.
    pub fn read(&self, rows: &dyn Rows) -> Result<Deprivation, TableError> {
        let (frame, file) = (&self.frame, rows.file());
        let mut table = Deprivation {
            file: file.to_owned(),
            edition: self.edition,
            domains: !self.domains.is_empty(),
            populations: !self.populations.is_empty(),
            rows: BTreeMap::new(),
        };
        rows.each(&mut |line, row| {
            let Some(area) = frame.area(file, line, row)? else {
                return Ok(true);
            };
            if area.level != Level::Neighbourhood {
                return Err(TableError::new(
                    file,
                    line,
                    frame.column(frame.code),
                    area.code,
                    "a neighbourhood, such as E01006109",
                ));
            }
            let (code, name) = (area.code.to_owned(), area.name.to_owned());
            let deprived = self.deprived(file, (line, row), name)?;
            if table.rows.insert(code, deprived).is_some() {
                return Err(frame.seen_before(file, line, &area, "each neighbourhood once"));
            }
            Ok(true)
        })?;
        if table.rows.is_empty() {
            return Err(TableError::new(
                file,
                frame.line,
                "-",
                "no row",
                "a row a neighbourhood below the header",
            ));
        }
        Ok(table)
    }

    fn deprived(
        &self,
        file: &str,
        (line, row): (u64, &StringRecord),
        name: String,
    ) -> Result<Deprived, TableError> {
        let district =
            |column: Option<usize>| column.map_or("", |column| cell(row, column)).to_owned();
        let (district_code, district) = (district(self.district.0), district(self.district.1));
        if let Some(column) = self.district.0
            && Level::of(&district_code) != Some(Level::District)
        {
            let expected = "the code of a district, a letter and eight digits";
            return Err(TableError::new(
                file,
                line,
                self.frame.column(column),
                &district_code,
                expected,
            ));
        }
        let deciles = if self.domains.is_empty() {
            None
        } else {
            Some(self.deciles(file, (line, row))?)
        };
        let residents = if self.populations.is_empty() {
            None
        } else {
            Some(self.residents(file, (line, row))?)
        };
        Ok(Deprived {
            name,
            district_code,
            district,
            line,
            deciles,
            residents,
        })
    }

    fn deciles(
        &self,
        file: &str,
        (line, row): (u64, &StringRecord),
    ) -> Result<[u8; 8], TableError> {
        let ranked = self.edition.ranked();
        let mut deciles = [0; 8];
        for (found, &(rank, decile)) in deciles.iter_mut().zip(&self.domains) {
            let wrong = |column: usize, expected: String| {
                Err(TableError::new(
                    file,
                    line,
                    self.frame.column(column),
                    cell(row, column),
                    expected,
                ))
            };
            let Some(number) =
                separated_number(cell(row, rank)).filter(|number| (1..=ranked).contains(number))
            else {
                return wrong(rank, format!("a rank from 1 to {ranked}"));
            };
            let right = (number * 10).div_ceil(ranked);
            if separated_number(cell(row, decile)) != Some(right) {
                return wrong(decile, format!("decile {right}, that of rank {number}"));
            }
            *found = right as u8;
        }
        Ok(deciles)
    }

    fn residents(&self, file: &str, (line, row): (u64, &StringRecord)) -> Result<u32, TableError> {
        let mut counts = Vec::with_capacity(self.populations.len());
        for &column in &self.populations {
            let found = cell(row, column);
            counts.push(separated_number(found).ok_or_else(|| {
                TableError::new(
                    file,
                    line,
                    self.frame.column(column),
                    found,
                    "a whole number such as 1,616",
                )
            })?);
        }
        let parts: u64 = counts[1..].iter().map(|&count| u64::from(count)).sum();
        let whole = self.populations.len() == POPULATIONS.len();
        if counts[0] == 0 || (whole && u64::from(counts[0]).abs_diff(parts) > 3) {
            let expected = if whole {
                format!("{parts}, the sum of the three age groups, and more than 0")
            } else {
                "more than 0".into()
            };
            return Err(TableError::new(
                file,
                line,
                self.frame.column(self.populations[0]),
                &counts[0].to_string(),
                expected,
            ));
        }
        Ok(counts[0])
    }
}
