//! Tables with a row a count: the tidy form of the Trafford Data Lab, and what the Office for
//! National Statistics gives as a custom data set.

use super::super::sheet::{Rows, cell, width};
use super::super::subject::{Dictionary, Meaning, SCHEMES, Scheme};
use super::super::table::{Level, Table, TableError, near};
use super::{Area, Building, Frame};
use csv::StringRecord;
use std::collections::BTreeMap;

/// A table with a row a count.
#[derive(Clone, Debug)]
pub struct Long {
    /// Its header.
    pub frame: Frame,
    /// Its categories.
    pub scheme: &'static Scheme,
    /// The column of categories.
    pub class: usize,
    /// The column of counts.
    pub value: usize,
}

/// What is known of an area besides its counts.
struct Seen {
    name: String,
    /// The line of its first row.
    line: u64,
    level: Level,
    /// Which categories it has had.
    categories: Vec<bool>,
    /// A total in a row of its own, with its line.
    total: Option<(u64, u32)>,
    sum: u64,
}

impl Long {
    /// Reads it. Errors: the first thing that cannot be right, with line and column.
    pub fn read(&self, rows: &dyn Rows, dictionary: &Dictionary) -> Result<Vec<Table>, TableError> {
        let (frame, file) = (&self.frame, rows.file());
        let mut building = Building::new(file, self.scheme, self.is_tidy());
        let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
        rows.each(&mut |line, row| {
            self.row(&mut building, &mut seen, dictionary, (line, row))?;
            Ok(true)
        })?;
        for (code, area) in &seen {
            self.complete(file, code, area)?;
        }
        building.finish(frame)
    }

    /// Whether it has the columns of the Trafford Data Lab.
    fn is_tidy(&self) -> bool {
        ["area_code", "area_name", "indicator", "measure", "unit"]
            .iter()
            .all(|name| self.column(name).is_some())
    }

    fn column(&self, name: &str) -> Option<usize> {
        (0..width(&self.frame.header))
            .find(|column| self.frame.column(*column).eq_ignore_ascii_case(name))
    }

    fn row(
        &self,
        building: &mut Building,
        seen: &mut BTreeMap<String, Seen>,
        dictionary: &Dictionary,
        (line, row): (u64, &StringRecord),
    ) -> Result<(), TableError> {
        let (frame, file) = (&self.frame, building.file.clone());
        let Some(area) = frame.area(&file, line, row)? else {
            return Ok(());
        };
        if !matches!(area.level, Level::District | Level::Neighbourhood) {
            return Ok(());
        }
        self.check_units(&file, line, row)?;
        building.note_day(frame, line, row)?;
        let value = frame.count(&file, line, row, self.value)?;
        let own = seen.entry(area.code.to_owned()).or_insert_with(|| Seen {
            name: area.name.to_owned(),
            line,
            level: area.level,
            categories: vec![false; self.scheme.categories.len()],
            total: None,
            sum: 0,
        });
        if own.name != area.name {
            return Err(self.another_name(&file, line, own, &area));
        }
        let words = cell(row, self.class);
        let column = frame.column(self.class);
        let wrong = |found: &str, expected: String| {
            Err(TableError::new(&file, line, column, found, expected))
        };
        let category = match dictionary.meaning(words) {
            Some(Meaning::Category(places)) => places
                .iter()
                .find(|place| SCHEMES[place.0].number == self.scheme.number),
            Some(Meaning::Total) if own.total.replace((line, value)).is_some() => {
                return wrong(words, "one total an area".into());
            }
            Some(Meaning::Total | Meaning::Sum) => return Ok(()),
            None => None,
        };
        let Some((_, category)) = category else {
            if dictionary.meaning(words).is_some() && self.scheme.sums.contains(&words) {
                return Ok(());
            }
            return wrong(words, self.categories());
        };
        if std::mem::replace(&mut own.categories[*category], true) {
            return wrong(
                &format!("{words} a second time"),
                format!("each category once for {}", area.code),
            );
        }
        own.sum += u64::from(value);
        if !self
            .scheme
            .add(&mut building.area(&area, line).counts, *category, value)
        {
            return Err(building.nobody(line, frame.column(self.value), value));
        }
        Ok(())
    }

    fn check_units(&self, file: &str, line: u64, row: &StringRecord) -> Result<(), TableError> {
        for (name, expected) in [("measure", "Count"), ("unit", self.scheme.subject.unit())] {
            if let Some(column) = self.column(name)
                && cell(row, column) != expected
            {
                return Err(TableError::new(
                    file,
                    line,
                    name,
                    cell(row, column),
                    expected,
                ));
            }
        }
        Ok(())
    }

    fn another_name(&self, file: &str, line: u64, own: &Seen, area: &Area<'_>) -> TableError {
        let column = self
            .frame
            .name
            .map_or("-", |column| self.frame.column(column));
        let expected = format!(
            "{:?}, the name of {} on line {}",
            own.name, area.code, own.line
        );
        TableError::new(file, line, column, area.name, expected)
    }

    /// The categories that there are, in words.
    fn categories(&self) -> String {
        format!(
            "one of the {} categories of {}, as {:?}",
            self.scheme.categories.len(),
            self.scheme.subject.words(),
            self.scheme.categories[0].0
        )
    }

    /// Every area has every category, and the total that it may have given.
    fn complete(&self, file: &str, code: &str, area: &Seen) -> Result<(), TableError> {
        if let Some(missing) = area.categories.iter().position(|seen| !seen) {
            let (class, expected) = (
                self.frame.column(self.class),
                format!("a row for {:?}", self.scheme.categories[missing].0),
            );
            return Err(TableError::new(
                file,
                area.line,
                class,
                &format!("no row for {code} {}", area.name),
                expected,
            ));
        }
        match area.total {
            Some((line, total)) if !near(f64::from(total), area.sum as f64, area.level) => {
                let expected = format!("about {}, the sum of the rows of {code}", area.sum);
                Err(TableError::new(
                    file,
                    line,
                    self.frame.column(self.value),
                    &total.to_string(),
                    expected,
                ))
            }
            _ => Ok(()),
        }
    }
}
