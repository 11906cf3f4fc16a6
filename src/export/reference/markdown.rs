//! Markdown tables and names. Knows nothing of what they hold.

use std::fmt::Write as _;

/// A Markdown table of these headings, with bars between them. Bars in cells are escaped.
pub fn table<R: AsRef<[String]>>(headings: &str, rows: impl IntoIterator<Item = R>) -> String {
    let columns = headings.split(" | ").count();
    let mut text = format!("| {headings} |\n|{}\n", " --- |".repeat(columns));
    for row in rows {
        let cells = row.as_ref().iter().map(|cell| cell.replace('|', "\\|"));
        let _ = writeln!(text, "| {} |", cells.collect::<Vec<_>>().join(" | "));
    }
    text
}

/// An id as it stands in files.
pub fn code(id: &str) -> String {
    format!("`{id}`")
}
