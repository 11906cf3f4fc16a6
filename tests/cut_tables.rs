//! The cuts of official tables in `tests/data`, in the very form of the tables. Read by the tests,
//! and by `cargo xtask check-data`, which holds them against the full tables.

use std::path::Path;

/// A table: the name of its file and its bytes.
pub type File = (String, Vec<u8>);

/// How the names of tables end that are kept wide, a row an area, since the official form says the
/// same words in every row.
const WIDE: &str = ".wide.csv";

/// The tables of a folder of cuts, by name. Errors: a sentence with the path.
pub fn read(folder: &Path) -> Result<Vec<File>, String> {
    let cannot = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut tables = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        tables.push(match name.strip_suffix(WIDE) {
            Some(stem) => (
                format!("{stem}.csv"),
                long(&text)
                    .ok_or_else(|| format!("{}: no wide table", path.display()))?
                    .into_bytes(),
            ),
            None => (name, text.into_bytes()),
        });
    }
    tables.sort();
    Ok(tables)
}

/// A wide table as its publisher has it, a row a count; none if it is no wide table.
///
/// The first line is the header. What stands between area and count in the rows of every area
/// follows, a line a row; then an empty line, and a line an area: code, name, and as many counts.
fn long(wide: &str) -> Option<String> {
    let (head, areas) = wide.split_once("\n\n")?;
    let (header, middles) = head.split_once('\n')?;
    let mut text = format!("{header}\n");
    for area in areas.lines() {
        let mut fields = area.split(',');
        let (code, name) = (fields.next()?, fields.next()?);
        let counts: Vec<&str> = fields.collect();
        if counts.len() != middles.lines().count() {
            return None;
        }
        for (middle, count) in middles.lines().zip(counts) {
            text.extend([code, ",", name, ",", middle, ",", count, "\n"]);
        }
    }
    Some(text)
}

#[test]
fn a_wide_table_has_the_rows_of_the_long_one() {
    let wide = "code,name,what,value\n\"Old, alone\"\nYoung\n\nE1,A 001A,3,4\nE2,A 001B,5,0\n";
    let rows = "code,name,what,value\nE1,A 001A,\"Old, alone\",3\nE1,A 001A,Young,4\nE2,A \
        001B,\"Old, alone\",5\nE2,A 001B,Young,0\n";
    assert_eq!(long(wide).as_deref(), Some(rows));
    assert_eq!(
        long(&wide.replace(",3,4", ",3")),
        None,
        "a count is missing"
    );
    assert_eq!(long(rows), None, "a long table is no wide one");
}
