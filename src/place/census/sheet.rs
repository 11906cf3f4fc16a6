//! Files as sheets: rows of cells, whether a publisher gives them as text, as a workbook or in an
//! archive. Knows no official table.

pub mod archive;
pub mod workbook;

use super::table::{LARGEST_TABLE, LONGEST_FIELD, MOST_PART, TableError};
use crate::text::{self, Lines};
use archive::{Archive, Entry};
use csv::StringRecord;
use std::borrow::Cow;
use workbook::Workbook;

/// How many rows at the beginning of a sheet say what it is.
const OPENING: usize = 400;
/// How much of a file in an archive is looked at before it is unpacked. Unit: bytes.
const HEAD: u64 = 256 << 10;
/// What stands between cells, in the order in which it is tried.
pub const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Takes a row with its line, and says whether more are wanted.
pub type Take<'a> = &'a mut dyn FnMut(u64, &StringRecord) -> Result<bool, TableError>;

/// Something with rows.
pub trait Rows {
    /// The name of the file, for messages.
    fn file(&self) -> &str;
    /// Every row that is not empty, in turn, until no more are wanted. Errors: the first thing that
    /// cannot be read.
    fn each(&self, take: Take<'_>) -> Result<(), TableError>;
}

/// The rows at the beginning, as far as they can be read. Errors: not one can.
pub fn opening(rows: &dyn Rows) -> Result<Vec<(u64, StringRecord)>, TableError> {
    let mut found = Vec::new();
    let read = rows.each(&mut |line, row| {
        found.push((line, row.clone()));
        Ok(found.len() < OPENING)
    });
    if found.is_empty() {
        read.map(|()| found)
    } else {
        Ok(found)
    }
}

/// A cell without what surrounds it; empty where the row ends before.
pub fn cell(row: &StringRecord, column: usize) -> &str {
    row.get(column).unwrap_or_default().trim()
}

/// How many cells a row has, not counting empty ones at its end: spreadsheets add those.
pub fn width(row: &StringRecord) -> usize {
    (0..row.len())
        .rfind(|column| !cell(row, *column).is_empty())
        .map_or(0, |last| last + 1)
}

/// A text of cells between delimiters.
pub struct Text<'a> {
    file: &'a str,
    content: Cow<'a, str>,
    lines: Lines,
    /// What stands between cells.
    pub delimiter: u8,
}

impl<'a> Text<'a> {
    /// From the bytes of a file. Errors: too many, or no text.
    pub fn of(file: &'a str, bytes: &'a [u8]) -> Result<Self, TableError> {
        if bytes.len() > LARGEST_TABLE {
            return Err(TableError::new(
                file,
                0,
                "-",
                &format!("{} bytes", bytes.len()),
                format!("at most {LARGEST_TABLE} bytes"),
            ));
        }
        let text = text::read(bytes).map_err(|error| {
            TableError::new(
                file,
                u64::from(error.line),
                "-",
                &error.found,
                format!("UTF-8 text: {}", error.wanted),
            )
        })?;
        Ok(Self {
            file,
            lines: Lines::of(&text),
            content: text,
            delimiter: DELIMITERS[0],
        })
    }

    /// From the beginning of a file that goes on: the whole lines of it.
    fn of_head(file: &'a str, bytes: &'a [u8]) -> Result<Self, TableError> {
        let even = &bytes[..bytes.len() & !1];
        let end = even
            .iter()
            .rposition(|&byte| byte == b'\n')
            .unwrap_or(even.len());
        // UTF-16 has a line end in two bytes: what is cut off is at most a letter more.
        Self::of(file, &even[..end & !1]).or_else(|_| Self::of(file, &even[..end]))
    }
}

impl Rows for Text<'_> {
    fn file(&self) -> &str {
        self.file
    }

    fn each(&self, take: Take<'_>) -> Result<(), TableError> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(self.content.as_bytes());
        let mut record = StringRecord::new();
        loop {
            // Empty lines are passed over: the record begins after them.
            let begin = reader.position().byte() as usize;
            let empty =
                self.content[begin..].len() - self.content[begin..].trim_start_matches('\n').len();
            let line = u64::from(self.lines.at(begin + empty));
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) => {
                    return Err(TableError::new(
                        self.file,
                        line,
                        "-",
                        &error.to_string(),
                        "a table of comma-separated values",
                    ));
                }
            }
            if let Some((place, field)) = record
                .iter()
                .enumerate()
                .find(|(_, field)| field.len() > LONGEST_FIELD)
            {
                let found = format!("{} bytes", field.len());
                let expected = format!("at most {LONGEST_FIELD} bytes in a field");
                return Err(TableError::new(
                    self.file,
                    line,
                    &(place + 1).to_string(),
                    &found,
                    expected,
                ));
            }
            if width(&record) > 0 && !take(line, &record)? {
                return Ok(());
            }
        }
    }
}

impl Text<'static> {
    /// What can be read of bytes that are no text, to see what they would be.
    fn guessed(bytes: &[u8]) -> Self {
        let text = text::guess(&bytes[..bytes.len().min(HEAD as usize)]);
        Self {
            file: "",
            lines: Lines::of(&text),
            content: Cow::Owned(text),
            delimiter: DELIMITERS[0],
        }
    }
}

/// What is done with each sheet of a file: it is given, or why there is none.
pub type Each<'a> = &'a mut dyn FnMut(&str, Result<Found<'_>, String>);

/// A sheet that was found.
pub enum Found<'a> {
    /// A text, whole.
    Text(Text<'a>),
    /// Something that is no text, why, and what it might have been.
    Broken(Text<'static>, TableError),
    /// The beginning of a text in an archive: whether it is wanted is asked before it is unpacked.
    Head(Text<'a>, &'a dyn Fn() -> Result<Vec<u8>, String>),
    /// A sheet of a workbook.
    Sheet(workbook::Sheet<'a>),
}

/// Gives every sheet of a file.
pub fn sheets(name: &str, bytes: &[u8], each: Each<'_>) {
    open(name, bytes, true, each);
}

fn open(name: &str, bytes: &[u8], outermost: bool, each: Each<'_>) {
    if !archive::is_one(bytes) {
        return each(
            name,
            Ok(Text::of(name, bytes).map_or_else(
                |error| Found::Broken(Text::guessed(bytes), error),
                Found::Text,
            )),
        );
    }
    let archive = match Archive::of(bytes) {
        Ok(archive) => archive,
        Err(words) => return each(name, Err(words)),
    };
    if Workbook::is_one(&archive) {
        return match Workbook::of(name, &archive) {
            Ok(workbook) => {
                for sheet in workbook.sheets() {
                    each(&sheet.file, Ok(Found::Sheet(sheet.clone())));
                }
            }
            Err(words) => each(name, Err(words)),
        };
    }
    if !outermost {
        return each(name, Err("an archive in an archive".to_owned()));
    }
    for entry in archive.entries.iter().filter(|entry| !entry.is_folder()) {
        unpack(
            &text::message(&format!("{name}: {}", entry.name), MOST_PART),
            &archive,
            entry,
            each,
        );
    }
}

/// Gives the sheets of one file of an archive.
fn unpack(name: &str, archive: &Archive<'_>, entry: &Entry, each: Each<'_>) {
    let head = match archive.head(entry, HEAD) {
        Ok(head) => head,
        Err(words) => return each(name, Err(words)),
    };
    let whole = || archive.whole(entry, LARGEST_TABLE as u64);
    if archive::is_one(&head) {
        return match whole() {
            Ok(bytes) => open(name, &bytes, false, each),
            Err(words) => each(name, Err(words)),
        };
    }
    let text = if (head.len() as u64) < HEAD {
        Text::of(name, &head)
    } else {
        Text::of_head(name, &head)
    };
    each(
        name,
        text.map(|text| Found::Head(text, &whole))
            .map_err(|error| format!("no table: {}", error.found)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let rows = opening(&Text::of("t.csv", bytes).unwrap()).unwrap();
        rows.iter()
            .map(|(line, row)| (*line, row.iter().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn the_line_of_a_record_is_the_files_whatever_ends_lines_and_wherever_it_is_empty() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", ",,", "\"3", "3\",4", "5,6", ""].join(end);
            let lines: Vec<u64> = rows_of(text.as_bytes())
                .iter()
                .map(|(line, _)| *line)
                .collect();
            assert_eq!(lines, [1, 2, 5, 7], "{end:?}");
        }
    }

    #[test]
    fn tables_in_any_form_of_unicode_are_read_and_others_named_by_line() {
        let text = "\u{feff}code,name\r\nW1,Ynys Môn\r\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes().to_vec(), wide] {
            assert_eq!(rows_of(&bytes)[1].1, ["W1", "Ynys Môn"]);
        }
        let error = Text::of("t.csv", b"code,name\r\nW1,Ynys M\xF4n\r\n")
            .err()
            .unwrap();
        let words = error.to_string();
        assert!(
            error.line == 2 && words.contains("“ô” in Windows-1252") && words.contains("CSV UTF-8"),
            "{words}"
        );
    }

    #[test]
    fn what_is_too_long_is_named_and_what_a_spreadsheet_adds_is_not_counted() {
        let long = format!("a,b\n1,{}\n", "x".repeat(LONGEST_FIELD + 1));
        let text = Text::of("t.csv", long.as_bytes()).unwrap();
        assert_eq!(text.each(&mut |_, _| Ok(true)).unwrap_err().line, 2);
        assert_eq!(
            opening(&text).unwrap().len(),
            1,
            "what stands before is seen"
        );
        assert_eq!(width(&StringRecord::from(vec!["a", "", "b", " ", ""])), 3);
        assert_eq!(cell(&StringRecord::from(vec!["a", " b "]), 1), "b");
        assert_eq!(cell(&StringRecord::from(vec!["a"]), 1), "");
    }
}
