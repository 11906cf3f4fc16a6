//! Any table of the page as a file: remarks on where it comes from, headings, rows. Knows no browser.

/// A table as CSV. Remarks come first, each a line that begins with `#`.
pub fn csv(remarks: &[String], headings: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for remark in remarks {
        text.push_str("# ");
        text.push_str(&remark.replace(['\n', '\r'], " "));
        text.push('\n');
    }
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(headings);
    for row in rows {
        let _ = writer.write_record(row);
    }
    text.push_str(&String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reads_back_with_its_remarks_set_apart() {
        let rows = vec![vec!["a, b".to_owned(), "say \"x\"".to_owned()], vec!["2".to_owned(), "line\nbreak".to_owned()]];
        let text = csv(&["seed 7\nand more".to_owned()], &["one", "two"], &rows);
        assert!(text.starts_with("# seed 7 and more\none,two\n"), "{text}");
        let mut reader = ::csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, rows);
    }
}
