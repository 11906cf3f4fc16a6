//! The forms in which tables are published: with a row an area, with a row a count, and the tables
//! of deprivation.
//!
//! Here is what forms share: where in a row areas and days are, and what is a row and what a
//! remark.

pub mod deprivation;
pub mod long;
pub mod wide;

use super::day::Day;
use super::sheet::{cell, width};
use super::subject::Scheme;
use super::table::{AreaCounts, LARGEST_COUNT, Level, Table, TableError, separated_number};
use csv::StringRecord;
use std::collections::BTreeMap;

/// The header of a sheet, and in which columns areas and days are.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its line.
    pub line: u64,
    /// It.
    pub header: StringRecord,
    /// The column of area codes.
    pub code: usize,
    /// The column of area names.
    pub name: Option<usize>,
    /// The column of days.
    pub day: Option<usize>,
    /// Of which areas its first rows are.
    pub level: Level,
    /// A day that is said above the header, and its line.
    pub titled: Option<(u64, String)>,
}

/// An area as a row names it.
pub struct Area<'r> {
    /// Its code.
    pub code: &'r str,
    /// Its name; its code where no name is given.
    pub name: &'r str,
    /// Its level.
    pub level: Level,
}

impl Frame {
    /// The name of a column.
    pub fn column(&self, column: usize) -> &str {
        cell(&self.header, column)
    }

    /// An area that a row above has had.
    pub fn seen_before(&self, file: &str, line: u64, area: &Area, wanted: &str) -> TableError {
        let found = format!("{} a second time", area.code);
        TableError::new(file, line, self.column(self.code), &found, wanted)
    }

    /// The area of a row; none for a remark, a title, or a sum over all areas. Errors: a row that
    /// is too long, an area without code or name.
    pub fn area<'r>(
        &self,
        file: &str,
        line: u64,
        row: &'r StringRecord,
    ) -> Result<Option<Area<'r>>, TableError> {
        if line <= self.line {
            return Ok(None);
        }
        let code = cell(row, self.code);
        let Some(level) = Level::of(code) else {
            let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
            let first = cell(row, 0).to_lowercase();
            if filled < 3
                || (code.is_empty()
                    && (first.starts_with("total") || first.starts_with("column total")))
            {
                return Ok(None);
            }
            return Err(TableError::new(
                file,
                line,
                self.column(self.code),
                code,
                "an area code, a letter and eight digits",
            ));
        };
        if width(row) > width(&self.header) {
            let expected = format!("{} fields, as in the header", width(&self.header));
            return Err(TableError::new(
                file,
                line,
                "-",
                &format!("{} fields", width(row)),
                expected,
            ));
        }
        let name = match self.name {
            Some(column) if cell(row, column).is_empty() => {
                return Err(TableError::new(
                    file,
                    line,
                    self.column(column),
                    "",
                    "a name",
                ));
            }
            Some(column) => without_kind(cell(row, column)),
            None => code,
        };
        Ok(Some(Area { code, name, level }))
    }

    /// The day of a row. Errors: words that are no day.
    pub fn day(
        &self,
        file: &str,
        line: u64,
        row: &StringRecord,
    ) -> Result<Option<Day>, TableError> {
        let (line, column, words) = match (self.day, &self.titled) {
            (Some(column), _) => (line, self.column(column), cell(row, column)),
            (None, Some((line, words))) => (*line, "Date", words.as_str()),
            (None, None) => return Ok(None),
        };
        let expected = "a day such as 2021-03-21 or 21/03/2021";
        Day::read(words)
            .map(Some)
            .ok_or_else(|| TableError::new(file, line, column, words, expected))
    }

    /// The count in a column of a row. Errors: no whole number.
    pub fn count(
        &self,
        file: &str,
        line: u64,
        row: &StringRecord,
        column: usize,
    ) -> Result<u32, TableError> {
        let found = cell(row, column);
        separated_number(found).ok_or_else(|| {
            TableError::new(
                file,
                line,
                self.column(column),
                found,
                format!("a whole number from 0 to {LARGEST_COUNT}"),
            )
        })
    }
}

/// A name without the kind of area that Nomis may put in front: "ualad23:Trafford".
fn without_kind(name: &str) -> &str {
    match name.split_once(':') {
        Some((kind, rest))
            if !rest.is_empty()
                && kind
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) =>
        {
            rest.trim()
        }
        _ => name,
    }
}

/// The tables of one sheet while they are read: one a level.
pub struct Building {
    /// The file.
    pub file: String,
    /// Its scheme.
    pub scheme: &'static Scheme,
    /// Whether it is in the tidy form of the Trafford Data Lab.
    pub tidied: bool,
    tables: BTreeMap<Level, Table>,
    day: Option<Day>,
}

impl Building {
    /// Nothing yet.
    pub fn new(file: &str, scheme: &'static Scheme, tidied: bool) -> Self {
        Self {
            file: file.to_owned(),
            scheme,
            tidied,
            tables: BTreeMap::new(),
            day: None,
        }
    }

    /// Notes the day of a row. Errors: another day than that of the rows before.
    pub fn note_day(
        &mut self,
        frame: &Frame,
        line: u64,
        row: &StringRecord,
    ) -> Result<(), TableError> {
        let Some(day) = frame.day(&self.file, line, row)? else {
            return Ok(());
        };
        let same = *self.day.get_or_insert(day);
        if same == day {
            return Ok(());
        }
        let column = frame.day.map_or("Date", |column| frame.column(column));
        Err(TableError::new(
            &self.file,
            line,
            column,
            &day.to_string(),
            format!("{same}, as in the rows before"),
        ))
    }

    /// The counts of an area, begun where it is new.
    pub fn area(&mut self, area: &Area<'_>, line: u64) -> &mut AreaCounts {
        let table = self.tables.entry(area.level).or_insert_with(|| Table {
            file: self.file.clone(),
            subject: self.scheme.subject,
            scheme: self.scheme,
            level: area.level,
            day: None,
            tidied: self.tidied,
            areas: BTreeMap::new(),
        });
        table
            .areas
            .entry(area.code.to_owned())
            .or_insert_with(|| AreaCounts {
                name: area.name.to_owned(),
                line,
                counts: vec![0; self.scheme.subject.classes()],
            })
    }

    /// Whether an area has been begun.
    pub fn has(&self, area: &Area<'_>) -> bool {
        self.tables
            .get(&area.level)
            .is_some_and(|table| table.areas.contains_key(area.code))
    }

    /// What is said of a household of nobody.
    pub fn nobody(&self, line: u64, column: &str, count: u32) -> TableError {
        TableError::new(
            &self.file,
            line,
            column,
            &count.to_string(),
            "0: no household is empty",
        )
    }

    /// The tables by district and by neighbourhood. Errors: neither has a row.
    pub fn finish(mut self, frame: &Frame) -> Result<Vec<Table>, TableError> {
        let day = self.day;
        let tables: Vec<Table> = [Level::District, Level::Neighbourhood]
            .iter()
            .filter_map(|level| self.tables.remove(level))
            .collect();
        if tables.is_empty() {
            return Err(TableError::new(
                &self.file,
                frame.line,
                "-",
                "no row",
                "rows of districts or neighbourhoods below the header",
            ));
        }
        Ok(tables
            .into_iter()
            .map(|table| Table { day, ..table })
            .collect())
    }
}
