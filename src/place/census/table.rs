//! Reads one official table in long format (a row a count) from bytes. Knows the columns, not what the classes mean.

use super::subject::{Geography, Subject};
use crate::text::{self, Lines};
use std::collections::BTreeMap;

/// The largest table read. Unit: bytes.
pub const LARGEST_TABLE: usize = 64 << 20;
/// The longest field read. Unit: bytes.
pub const LONGEST_FIELD: usize = 1_000;
/// The most that one count may be.
const LARGEST_COUNT: u32 = 100_000_000;
/// The longest name of a file or column in a message. Unit: bytes.
pub(super) const MOST_PART: usize = 120;
/// The most that is said of what would be right. Unit: bytes.
const MOST_EXPECTED: usize = 1_000;

/// What is wrong with a table: where, what was read, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: read {found}, expected {expected}", place(*line, column))]
pub struct TableError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 where it is about the file as a whole.
    pub line: u64,
    /// The name of the column; "-" where it is about the whole line or file.
    pub column: String,
    /// What was read.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

/// Where in the file, as far as that is known.
fn place(line: u64, column: &str) -> String {
    match (line, column) {
        (0, "-") => String::new(),
        (0, column) => format!(", column {column}"),
        (line, "-") => format!(", line {line}"),
        (line, column) => format!(", line {line}, column {column}"),
    }
}

impl TableError {
    /// A problem in a place of a file. What was read is shortened where it is long.
    pub fn new(file: &str, line: u64, column: &str, found: &str, expected: impl Into<String>) -> Self {
        let part = text::message;
        let found = if found.is_empty() { "nothing".to_owned() } else { text::short(found, 80) };
        Self { file: part(file, MOST_PART), line, column: part(column, MOST_PART), found, expected: part(&expected.into(), MOST_EXPECTED) }
    }
}

/// The counts of one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaCounts {
    /// Its official name.
    pub name: String,
    /// The line of its first row, for naming problems.
    pub line: u64,
    /// Counts by class. Shape: the classes of the subject.
    pub counts: Vec<u32>,
    /// A total that the table gave in a row of its own.
    total: Option<(u64, u32)>,
    /// Which official categories were seen.
    seen: Vec<bool>,
}

/// A table: its subject and its counts by area code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file it came from.
    pub file: String,
    /// What it counts.
    pub subject: Subject,
    /// Boroughs or neighbourhoods.
    pub geography: Geography,
    /// By area code.
    pub areas: BTreeMap<String, AreaCounts>,
}

/// Text records of a CSV file with their line numbers, or the first thing wrong with them. Shared with the deprivation tables.
pub fn records(file: &str, bytes: &[u8], columns: usize) -> Result<Vec<(u64, Vec<String>)>, TableError> {
    if bytes.len() > LARGEST_TABLE {
        return Err(TableError::new(file, 0, "-", &format!("{} bytes", bytes.len()), format!("at most {LARGEST_TABLE} bytes")));
    }
    let text = text::read(bytes)
        .map_err(|error| TableError::new(file, u64::from(error.line), "-", &error.found, format!("UTF-8 text: {}", error.wanted)))?;
    let lines = Lines::of(&text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut header: Vec<String> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        // Empty lines are passed over: the record begins after them.
        let begin = reader.position().byte() as usize;
        let empty = text[begin..].len() - text[begin..].trim_start_matches('\n').len();
        let line = u64::from(lines.at(begin + empty));
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(rows),
            Err(error) => return Err(TableError::new(file, line, "-", &error.to_string(), "a table of comma-separated values")),
        }
        let mut fields = Vec::with_capacity(record.len());
        for (place, field) in record.iter().enumerate() {
            let column = header.get(place).map_or_else(|| (place + 1).to_string(), Clone::clone);
            if field.len() > LONGEST_FIELD {
                let found = format!("{} bytes", field.len());
                return Err(TableError::new(file, line, &column, &found, format!("at most {LONGEST_FIELD} bytes in a field")));
            }
            fields.push(field.to_owned());
        }
        if rows.is_empty() {
            if fields.len() != columns {
                return Err(TableError::new(file, line, "-", &format!("{} columns", fields.len()), format!("{columns} columns")));
            }
            header.clone_from(&fields);
        } else if fields.len() != header.len() {
            let found = format!("{} fields", fields.len());
            return Err(TableError::new(file, line, "-", &found, format!("{} fields, as in the header", header.len())));
        }
        rows.push((line, fields));
    }
}

/// A whole number of at least 0 without signs, spaces or separators.
pub fn whole_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|&number| number <= LARGEST_COUNT)
}

/// Whether a text is an official area code: a letter and eight digits.
pub fn is_area_code(text: &str) -> bool {
    text.len() == 9 && text.as_bytes()[0].is_ascii_uppercase() && text.bytes().skip(1).all(|b| b.is_ascii_digit())
}

/// Reads a table. Errors: the first thing that cannot be right, with file, line and column.
pub fn read(file: &str, bytes: &[u8], subject: Subject, geography: Geography) -> Result<Table, TableError> {
    let columns = subject.columns();
    let rows = records(file, bytes, columns.len())?;
    let Some((line, header)) = rows.first() else {
        return Err(TableError::new(file, 1, "-", "", format!("the header {}", columns.join(","))));
    };
    for (found, expected) in header.iter().zip(&columns) {
        if found != expected {
            return Err(TableError::new(file, *line, expected, found, format!("the column {expected}")));
        }
    }
    let mut table = Table { file: file.into(), subject, geography, areas: BTreeMap::new() };
    let mut period: Option<&str> = None;
    for (line, row) in &rows[1..] {
        add_row(&mut table, *line, row)?;
        let same = period.get_or_insert(&row[3]);
        if *same != row[3] {
            return Err(TableError::new(file, *line, "period", &row[3], format!("{same}, as in the rows before")));
        }
    }
    complete(table, rows.last().map_or(0, |(line, _)| *line))
}

fn add_row(table: &mut Table, line: u64, row: &[String]) -> Result<(), TableError> {
    let last = row.len() - 1;
    let wrong = |table: &Table, column: &str, found: &str, expected: String| TableError::new(&table.file, line, column, found, expected);
    if !is_area_code(&row[0]) {
        return Err(wrong(table, "area_code", &row[0], "a letter and eight digits".into()));
    }
    if row[1].trim().is_empty() {
        return Err(wrong(table, "area_name", &row[1], "a name".into()));
    }
    for (place, column, expected) in
        [(2, "geography", table.geography.name()), (last - 2, "measure", "Count"), (last - 1, "unit", table.subject.unit())]
    {
        if row[place] != expected {
            return Err(wrong(table, column, &row[place], expected.into()));
        }
    }
    let dated =
        row[3].len() == 10 && row[3].bytes().enumerate().all(|(k, b)| if k == 4 || k == 7 { b == b'-' } else { b.is_ascii_digit() });
    if !dated {
        return Err(wrong(table, "period", &row[3], "a day written 2021-03-21".into()));
    }
    let Some(value) = whole_number(&row[last]) else {
        return Err(wrong(table, "value", &row[last], format!("a whole number from 0 to {LARGEST_COUNT}")));
    };
    let subject = table.subject;
    let area = table.areas.entry(row[0].clone()).or_insert_with(|| AreaCounts {
        name: row[1].clone(),
        line,
        counts: vec![0; subject.classes()],
        total: None,
        seen: vec![false; subject.categories().len()],
    });
    if area.name != row[1] {
        let expected = format!("{:?}, the name of {} on line {}", area.name, row[0], area.line);
        return Err(wrong(table, "area_name", &row[1], expected));
    }
    let category = &row[last - 3];
    if category == "Total" || category.starts_with("Total:") {
        if area.total.replace((line, value)).is_some() {
            return Err(wrong(table, subject.class_column(), category, "one total an area".into()));
        }
        return Ok(());
    }
    let Some(place) = subject.categories().iter().position(|(known, _)| known == category) else {
        let expected =
            format!("one of the {} categories of {}, as {:?}", subject.categories().len(), subject.name(), subject.categories()[0].0);
        return Err(wrong(table, subject.class_column(), category, expected));
    };
    if std::mem::replace(&mut area.seen[place], true) {
        let expected = format!("each category once for {}", row[0]);
        return Err(wrong(table, subject.class_column(), &format!("{category} a second time"), expected));
    }
    match subject.categories()[place].1 {
        Some(class) => area.counts[class] = area.counts[class].saturating_add(value),
        None if value == 0 => {}
        None => return Err(wrong(table, "value", &row[last], "0: no household is empty".into())),
    }
    Ok(())
}

/// Every area has every category, and the total that it may have given.
fn complete(table: Table, last_line: u64) -> Result<Table, TableError> {
    if table.areas.is_empty() {
        return Err(TableError::new(&table.file, last_line, "-", "no row", "a row a count below the header"));
    }
    for (code, area) in &table.areas {
        if let Some(missing) = area.seen.iter().position(|seen| !seen) {
            let category = table.subject.categories()[missing].0;
            let found = format!("no row for {code} {}", area.name);
            return Err(TableError::new(&table.file, area.line, table.subject.class_column(), &found, format!("a row for {category:?}")));
        }
        let sum: u64 = area.counts.iter().map(|&count| u64::from(count)).sum();
        if let Some((line, total)) = area.total
            && !super::near(f64::from(total), sum as f64, table.geography)
        {
            return Err(TableError::new(
                &table.file,
                line,
                "value",
                &total.to_string(),
                format!("about {sum}, the sum of the rows of {code}"),
            ));
        }
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: usize = 2;

    fn lines_of(bytes: &[u8]) -> Vec<u64> {
        records("t.csv", bytes, COLUMNS).unwrap().into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn the_line_of_a_record_is_the_files_whatever_ends_lines_and_wherever_it_is_empty() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "", "\"3", "3\",4", "5,6", ""].join(end);
            assert_eq!(lines_of(text.as_bytes()), [1, 2, 5, 7], "{end:?}");
            let wrong = ["a,b", "1,2", "", "3"].join(end);
            assert_eq!(records("t.csv", wrong.as_bytes(), COLUMNS).unwrap_err().line, 4, "{end:?}");
        }
    }

    #[test]
    fn tables_in_any_form_of_unicode_are_read_and_others_named_by_line() {
        let text = "\u{feff}code,name\r\nW1,Ynys Môn\r\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes().to_vec(), wide] {
            assert_eq!(records("t.csv", &bytes, COLUMNS).unwrap()[1].1, ["W1", "Ynys Môn"]);
        }
        let error = records("t.csv", b"code,name\r\nW1,Ynys M\xF4n\r\n", COLUMNS).unwrap_err();
        let words = error.to_string();
        assert!(error.line == 2 && words.contains("“ô” in Windows-1252") && words.contains("CSV UTF-8"), "{words}");
    }

    #[test]
    fn what_a_table_is_told_about_can_be_shown_and_is_short() {
        let name = format!("\u{1b}[31m{}\u{202e}.csv", "x".repeat(50_000));
        let error = TableError::new(&name, 3, &name, &name, name.clone());
        assert!(error.to_string().len() < 2_000 && !error.to_string().chars().any(text::is_hidden));
    }
}
