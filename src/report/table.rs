//! A table of results: named columns with units and meanings, typed cells, so that every format a researcher needs follows from one thing.
//! Knows no file.

use super::csv;
use crate::numeric::as_written;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The name as in files.
    pub name: String,
    /// What it holds, for people.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The name as in files.
    pub name: String,
    /// The unit; empty where there is none.
    pub unit: String,
    /// What it holds.
    pub meaning: String,
    /// What kind of cells.
    pub kind: ColumnKind,
}

/// What a column's cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Number,
}

/// One cell, of the kind of its column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Nothing to say there.
    Nothing,
}

impl From<f64> for Cell {
    /// A number that is none (nothing to measure there) is nothing.
    fn from(value: f64) -> Self {
        if value.is_finite() {
            Self::Number(value)
        } else {
            Self::Nothing
        }
    }
}

impl From<f32> for Cell {
    /// The decimal that people wrote, not the nearest number that single precision holds.
    fn from(value: f32) -> Self {
        Self::from(as_written(value))
    }
}

impl From<u32> for Cell {
    fn from(value: u32) -> Self {
        Self::Whole(i64::from(value))
    }
}

impl From<usize> for Cell {
    fn from(value: usize) -> Self {
        Self::Whole(value as i64)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Whole(i64::from(truth))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl Cell {
    /// The cell as a file of separated values has it; nothing is an empty field.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Nothing => String::new(),
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Whole(number) => json!(number),
            Self::Number(number) => json!(number),
            Self::Nothing => serde_json::Value::Null,
        }
    }
}

impl Table {
    /// A table without rows.
    pub fn new(name: &str, title: &str, columns: Vec<Column>) -> Self {
        Self {
            name: name.to_owned(),
            title: title.to_owned(),
            columns,
            rows: Vec::new(),
        }
    }

    /// Has the table go with the mark of what is outside its registered range: in its title, and in every row.
    pub fn marked(&mut self, mark: &str) {
        self.title.extend(["; ", mark]);
        self.columns.push(beyond_range());
        self.rows.iter_mut().for_each(|row| row.push(mark.into()));
    }

    /// The table as CSV: a line of names, then a line a row.
    pub fn csv(&self) -> String {
        let names: Vec<&str> = self
            .columns
            .iter()
            .map(|column| column.name.as_str())
            .collect();
        let rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::written).collect())
            .collect();
        csv::text(&[], &names, &rows)
    }

    /// The table as JSON: name, title, columns with units and meanings, and rows as lists; a line a row.
    pub fn json(&self) -> String {
        let columns = json!(self.columns);
        let mut text = format!(
            "{{\n\"name\":{},\n\"title\":{},\n\"columns\":{columns},\n\"rows\":[",
            json!(self.name),
            json!(self.title)
        );
        for (k, row) in self.rows.iter().enumerate() {
            text.push_str(if k == 0 { "\n" } else { ",\n" });
            text.push_str(
                &serde_json::Value::Array(row.iter().map(Cell::json).collect()).to_string(),
            );
        }
        text + "\n]\n}\n"
    }
}

/// Columns, one a line: name, kind (`text`, `whole` or `number`), unit where there is one, meaning.
macro_rules! columns {
    ($($name:literal $kind:ident $($unit:literal)?: $meaning:literal;)*) => {
        vec![$($crate::report::table::$kind($name, concat!($($unit)?), $meaning)),*]
    };
}
pub(crate) use columns;

/// The last column of a table, where something is outside its registered range: a table that is passed on alone has the mark too.
pub fn beyond_range() -> Column {
    let meaning = "What is outside its registered range: the same in every row.";
    text("beyond_range", "", meaning)
}

fn column(name: &str, unit: &str, meaning: &str, kind: ColumnKind) -> Column {
    Column {
        name: name.to_owned(),
        unit: unit.to_owned(),
        meaning: meaning.to_owned(),
        kind,
    }
}

/// A column of words.
pub fn text(name: &str, unit: &str, meaning: &str) -> Column {
    column(name, unit, meaning, ColumnKind::Text)
}

/// A column of whole numbers.
pub fn whole(name: &str, unit: &str, meaning: &str) -> Column {
    column(name, unit, meaning, ColumnKind::Whole)
}

/// A column of numbers.
pub fn number(name: &str, unit: &str, meaning: &str) -> Column {
    column(name, unit, meaning, ColumnKind::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_holds_the_same_values() {
        let mut table = Table::new(
            "t",
            "A title",
            columns! {
                "a" text: "words";
                "b" whole "years": "count";
                "c" number "%": "share";
            },
        );
        table
            .rows
            .push(vec!["x, \"y\"".into(), 3_u32.into(), 0.1.into()]);
        table
            .rows
            .push(vec!["".into(), Cell::Nothing, f64::NAN.into()]);
        assert_eq!(table.csv(), "\u{FEFF}a,b,c\n\"x, \"\"y\"\"\",3,0.1\n,,\n");
        let read: serde_json::Value = serde_json::from_str(&table.json()).unwrap();
        assert_eq!(
            read["rows"],
            json!([["x, \"y\"", 3, 0.1], ["", null, null]])
        );
        assert_eq!(read["columns"][1]["unit"], "years");
        assert_eq!(read["columns"][2]["kind"], "number");
        table.marked("outside");
        assert_eq!(
            table.csv(),
            "\u{FEFF}a,b,c,beyond_range\n\"x, \"\"y\"\"\",3,0.1,outside\n,,,outside\n"
        );
        assert_eq!(table.title, "A title; outside");
    }
}
