//! The folder of official tables from which the list and the packs are made: wide CSV files, some of them gzipped.

use crate::text;
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// A wide table: what its columns are called, and by area code the area's name and its fields.
#[derive(Debug)]
pub struct Wide {
    /// The file, for messages.
    pub file: String,
    columns: Vec<String>,
    rows: BTreeMap<String, Vec<String>>,
}

impl Wide {
    /// Reads a table whose first column is a code. Files that end in .gz are unfolded.
    ///
    /// Errors: a file that cannot be read, is no CSV, or has an area twice.
    pub fn read(directory: &Path, name: &str) -> Result<Self, String> {
        let path = directory.join(name);
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let bytes = fs::read(&path).map_err(|error| told(&error))?;
        let mut unfolded = Vec::new();
        if path.extension().is_some_and(|ending| ending == "gz") {
            GzDecoder::new(bytes.as_slice())
                .read_to_end(&mut unfolded)
                .map_err(|error| told(&error))?;
        } else {
            unfolded = bytes;
        }
        let text = text::read(&unfolded).map_err(|error| told(&error))?;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader
            .headers()
            .map_err(|error| told(&error))?
            .iter()
            .map(str::to_owned)
            .collect();
        let mut rows = BTreeMap::new();
        for record in reader.records() {
            let record = record.map_err(|error| told(&error))?;
            let fields: Vec<String> = record.iter().map(str::to_owned).collect();
            let code = fields[0].clone();
            if rows.insert(code.clone(), fields).is_some() {
                return Err(told(&format!("{code} a second time")));
            }
        }
        Ok(Self {
            file: name.to_owned(),
            columns,
            rows,
        })
    }

    /// The codes of its rows, in order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The position of a column, by name; hyphens and capitals do not matter.
    pub fn column(&self, name: &str) -> Result<usize, String> {
        let plain = |text: &str| text.replace('-', " ").to_lowercase();
        let wanted = plain(name);
        let found = self
            .columns
            .iter()
            .position(|column| plain(column) == wanted);
        found.ok_or_else(|| format!("{}: no column “{name}”", self.file))
    }

    /// A field of a row.
    pub fn text(&self, code: &str, column: usize) -> Result<&str, String> {
        let row = self
            .rows
            .get(code)
            .ok_or_else(|| format!("{}: no row for {code}", self.file))?;
        Ok(row.get(column).map_or("", String::as_str))
    }

    /// A count of a row; separators of thousands are passed over.
    pub fn count(&self, code: &str, column: usize) -> Result<u32, String> {
        let text = self.text(code, column)?;
        let number = text.replace(',', "").parse();
        number.map_err(|_| {
            format!(
                "{}, {code}, {}: read “{text}”, expected a whole number",
                self.file, self.columns[column]
            )
        })
    }

    /// Counts of a row by class, from categories and the classes that they belong to; no class: left aside.
    pub fn classes(
        &self,
        code: &str,
        categories: &[(&str, Option<usize>)],
        classes: usize,
    ) -> Result<Vec<u32>, String> {
        let mut counts = vec![0; classes];
        for (category, class) in categories {
            if let Some(class) = class {
                counts[*class] += self.count(code, self.column(category)?)?;
            }
        }
        Ok(counts)
    }
}
