//! Reports and tables in a terminal, once: header, rows, which columns stand to the right. Knows nothing of what is in them.

use crate::charts::number::plain;
use crate::report::table::{Cell, Column, ColumnKind};
use crate::report::{Report, table};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, LineStyle, Table};
use std::fmt::Write as _;

/// The most columns that a terminal has room for.
const WIDEST: usize = 16;

/// What a report says: its sentences, so many rows of each table, and what the columns mean.
pub fn report(report: &Report, most: usize) -> String {
    let mut text = report.sentences.join("\n") + "\n";
    let mut meanings: Vec<String> = Vec::new();
    for table in report.tables.iter().filter(|table| !table.rows.is_empty()) {
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(text, "\n{}", table.title);
        let columns = folded(&table.columns);
        if columns.len() > WIDEST {
            let _ = writeln!(
                text,
                "{} rows of {} columns: too wide for a terminal",
                table.rows.len(),
                table.columns.len()
            );
            continue;
        }
        let (header, rows) = cells(table, &columns, most);
        let left = table.columns.iter();
        let left = left.take_while(|column| column.kind == ColumnKind::Text);
        let mut shown = laid_out(&header, rows, left.count());
        shown.style_mut().row_separator = LineStyle::none();
        let _ = writeln!(text, "{shown}");
        if table.rows.len() > most {
            let more = table.rows.len() - most;
            let _ = writeln!(text, "… and {more} more rows");
        }
        for (column, _) in columns {
            let Column { name, meaning, .. } = &table.columns[column];
            let line = format!("{name}: {meaning}");
            if !meaning.is_empty() && !meanings.contains(&line) {
                meanings.push(line);
            }
        }
    }
    if !meanings.is_empty() {
        let _ = writeln!(text, "\n{}", meanings.join("\n"));
    }
    text
}

/// The columns of a table, each with whether the two that follow are the ends of its 90 % interval.
fn folded(columns: &[Column]) -> Vec<(usize, bool)> {
    let mut kept = Vec::new();
    let mut next = 0;
    while let Some(column) = columns.get(next) {
        let ends = columns.get(next + 1).zip(columns.get(next + 2));
        let is_interval = column.kind == ColumnKind::Number
            && ends.is_some_and(|(low, high)| {
                low.name.ends_with("low") && high.name.ends_with("high")
            });
        kept.push((next, is_interval));
        next += if is_interval { 3 } else { 1 };
    }
    kept
}

fn cells(
    table: &table::Table,
    columns: &[(usize, bool)],
    most: usize,
) -> (Vec<String>, Vec<Vec<String>>) {
    let header = columns.iter().map(|(k, is_interval)| {
        let ends = if *is_interval { " (low to high)" } else { "" };
        table.columns[*k].name.replace('_', " ") + ends
    });
    let rows = table.rows.iter().take(most).map(|row| {
        let cell = |k: usize| row.get(k).map_or_else(String::new, readable);
        let of = |(k, is_interval): &(usize, bool)| {
            if *is_interval {
                format!("{} ({} to {})", cell(*k), cell(k + 1), cell(k + 2))
            } else {
                cell(*k)
            }
        };
        columns.iter().map(of).collect()
    });
    (header.collect(), rows.collect())
}

/// A cell with as many digits as a reader needs.
fn readable(cell: &Cell) -> String {
    let Cell::Number(number) = cell else {
        return cell.written();
    };
    let digits = match number.abs() {
        0.0 | 1000.0.. => 0,
        100.0..1000.0 => 1,
        1.0..100.0 => 2,
        0.1..1.0 => 3,
        _ => 4,
    };
    plain(*number, digits)
}

/// A table with its first column to the left and all others to the right, without lines between rows.
pub fn table<H: AsRef<str>>(header: &[H], rows: Vec<Vec<String>>) -> String {
    let mut table = laid_out(header, rows, 1);
    table.style_mut().row_separator = LineStyle::none();
    table.to_string()
}

/// A table with lines between rows; its first `left` columns to the left, all others to the right.
pub fn ruled(header: &[&str], rows: Vec<Vec<String>>, left: usize) -> String {
    laid_out(header, rows, left).to_string()
}

fn laid_out<H: AsRef<str>>(header: &[H], rows: Vec<Vec<String>>, left: usize) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_header(header.iter().map(AsRef::as_ref));
    table.add_rows(rows);
    for column in table.column_iter_mut().skip(left) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}
