//! Tables with a row an area and a column a category: Nomis's bulk files and query downloads, and
//! plain wide tables.

use super::super::sheet::Rows;
use super::super::subject::Scheme;
use super::super::table::{Level, Table, TableError, near};
use super::{Building, Frame};

/// A table with a row an area.
#[derive(Clone, Debug)]
pub struct Wide {
    /// Its header.
    pub frame: Frame,
    /// Its categories.
    pub scheme: &'static Scheme,
    /// Columns and the places of their categories in the scheme. Every category is there once.
    pub columns: Vec<(usize, usize)>,
    /// The column of totals.
    pub total: Option<usize>,
}

impl Wide {
    /// Reads it. Errors: the first thing that cannot be right, with line and column.
    pub fn read(&self, rows: &dyn Rows) -> Result<Vec<Table>, TableError> {
        let (frame, file) = (&self.frame, rows.file());
        let mut building = Building::new(file, self.scheme, false);
        rows.each(&mut |line, row| {
            let Some(area) = frame.area(file, line, row)? else {
                return Ok(true);
            };
            if !matches!(area.level, Level::District | Level::Neighbourhood) {
                return Ok(true);
            }
            building.note_day(frame, line, row)?;
            if building.has(&area) {
                return Err(frame.seen_before(file, line, &area, "each area once"));
            }
            let mut counts = vec![0; self.scheme.subject.classes()];
            for &(column, category) in &self.columns {
                let count = frame.count(file, line, row, column)?;
                if !self.scheme.add(&mut counts, category, count) {
                    return Err(building.nobody(line, frame.column(column), count));
                }
            }
            let sum: u64 = counts.iter().map(|&count| u64::from(count)).sum();
            if let Some(column) = self.total {
                let total = frame.count(file, line, row, column)?;
                if !near(f64::from(total), sum as f64, area.level) {
                    let expected =
                        format!("about {sum}, the sum of the categories of {}", area.code);
                    return Err(TableError::new(
                        file,
                        line,
                        frame.column(column),
                        &total.to_string(),
                        expected,
                    ));
                }
            }
            building.area(&area, line).counts = counts;
            Ok(true)
        })?;
        building.finish(frame)
    }
}
