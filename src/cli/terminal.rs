//! Tables in a terminal, once: header, rows, which columns stand to the right. Knows nothing of what is in them.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, LineStyle, Table};

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
