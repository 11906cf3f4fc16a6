//! Pieces of the document, and months as it writes them. Knows no scenario.

/// A piece of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; the document's own title comes first.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// A table.
    Table {
        /// Headings of its columns.
        columns: Vec<&'static str>,
        /// Rows.
        rows: Vec<Vec<String>>,
    },
}

/// A month for people.
pub fn when(month: u32) -> String {
    format!("year {}, month {}", month / 12 + 1, month % 12 + 1)
}
