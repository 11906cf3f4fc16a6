//! The one writer of comma-separated values, for the page and the command line alike. Knows no table.
//!
//! What people typed ends up in cells, and spreadsheets run a cell that begins like a formula. Here no cell does; numbers are plain (an ASCII
//! minus, no plus, no pounds), nothing but remarks has a `#`, and a mark at the start says that the text is UTF-8.

use std::borrow::Cow;
use std::io::Write;

/// The mark at the start of every file (a byte order mark), by which spreadsheets know UTF-8. Readers of CSV skip it (`utf-8-sig` in Python).
pub const MARK: &str = "\u{FEFF}";
/// What stands before a cell that a spreadsheet would run. Spreadsheets take it for "this is text".
const GUARD: char = '\'';
/// What stands for `#`, from which on many readers skip.
const NUMBER_SIGN: char = '＃';

/// Writes rows; the mark first.
pub struct Writer<W: Write> {
    rows: ::csv::Writer<W>,
}

impl<W: Write> Writer<W> {
    /// A file with remarks on where it comes from, each a line that begins with `#`. Errors: of what is written to.
    pub fn new<'a>(
        mut out: W,
        remarks: impl IntoIterator<Item = &'a str>,
    ) -> std::io::Result<Self> {
        out.write_all(MARK.as_bytes())?;
        for line in remarks {
            writeln!(out, "# {}", remark(line))?;
        }
        Ok(Self {
            rows: ::csv::WriterBuilder::new().flexible(true).from_writer(out),
        })
    }

    /// A line of headings, or of cells. Errors: of what is written to.
    pub fn row<S: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = S>,
    ) -> std::io::Result<()> {
        for cell in cells {
            self.rows
                .write_field(self::cell(cell.as_ref()).as_bytes())
                .map_err(of_writing)?;
        }
        self.rows.write_record(None::<&[u8]>).map_err(of_writing)
    }

    /// Everything is written. Errors: of what is written to.
    pub fn finish(mut self) -> std::io::Result<()> {
        self.rows.flush()
    }
}

fn of_writing(error: ::csv::Error) -> std::io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// A whole table as a file.
pub fn text<H: AsRef<str>, C: AsRef<str>>(
    remarks: &[String],
    headings: &[H],
    rows: &[Vec<C>],
) -> String {
    let mut bytes = Vec::new();
    let written =
        Writer::new(&mut bytes, remarks.iter().map(String::as_str)).and_then(|mut writer| {
            writer.row(headings)?;
            rows.iter().try_for_each(|row| writer.row(row))?;
            writer.finish()
        });
    // Writing to memory does not fail.
    debug_assert!(written.is_ok());
    // Texts went in, and separators that are text.
    String::from_utf8(bytes).unwrap_or_default()
}

/// A whole table for the clipboard: what a spreadsheet takes when it is pasted. Cells are those of the file.
pub fn pasted<H: AsRef<str>, C: AsRef<str>>(headings: &[H], rows: &[Vec<C>]) -> String {
    let flat = |cell: &str| cell.replace(['\t', '\n', '\r'], " ");
    let head = headings
        .iter()
        .map(|heading| flat(&cell(heading.as_ref())))
        .collect::<Vec<_>>()
        .join("\t");
    let line = |row: &Vec<C>| {
        row.iter()
            .map(|value| flat(&cell(value.as_ref())))
            .collect::<Vec<_>>()
            .join("\t")
    };
    [head]
        .into_iter()
        .chain(rows.iter().map(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A cell as it may stand in a file: a number as programs write it, or text that nothing runs.
pub fn cell(text: &str) -> Cow<'_, str> {
    if let Some(number) = number(text) {
        return number;
    }
    if text == "–" {
        // How the page says that there is nothing.
        return Cow::Borrowed("");
    }
    let text = if text.contains('#') {
        Cow::Owned(text.replace('#', &NUMBER_SIGN.to_string()))
    } else {
        Cow::Borrowed(text)
    };
    let guarded = guarded(&text, &[';', '\t', '\n', '\r']);
    match (runs(&text), guarded) {
        (false, None) => text,
        (false, Some(guarded)) => Cow::Owned(guarded),
        (true, guarded) => Cow::Owned(format!("{GUARD}{}", guarded.as_deref().unwrap_or(&text))),
    }
}

/// The text with a guard after every separator that is followed by the beginning of a formula; nothing where there is none. Where people write
/// decimal commas, spreadsheets split lines at semicolons.
fn guarded(text: &str, separators: &[char]) -> Option<String> {
    let mut words = String::new();
    let mut found = false;
    for (k, piece) in text.split_inclusive(separators).enumerate() {
        let spaces = piece.len() - piece.trim_start().len();
        if k > 0 && begins_a_formula(piece) {
            found = true;
            words.extend([&piece[..spaces], &GUARD.to_string(), &piece[spaces..]]);
        } else {
            words.push_str(piece);
        }
    }
    found.then_some(words)
}

/// A number as programs write it, where the text is one as people write it: with a true minus or a plus in front.
fn number(text: &str) -> Option<Cow<'_, str>> {
    let (sign, size) = match text.strip_prefix(['-', '−']) {
        Some(size) => ("-", size),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = size
        .split_once(['e', 'E'])
        .map_or((size, None), |(digits, exponent)| (digits, Some(exponent)));
    let (whole, part) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = all_digits(whole)
        && part.is_none_or(all_digits)
        && exponent.is_none_or(|exponent| {
            all_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))
        });
    let plain = text.strip_prefix(sign).is_some_and(|rest| rest == size);
    is_number.then(|| {
        if plain {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(format!("{sign}{size}"))
        }
    })
}

/// Whether a spreadsheet could run a cell with this text: what it begins with, after anything that a program may cut off, is the beginning of a
/// formula, in whatever width it is written; or it begins with a tab or a line's end.
fn runs(text: &str) -> bool {
    text.starts_with(char::is_control) || begins_a_formula(text)
}

fn begins_a_formula(text: &str) -> bool {
    let cut = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let begins = text
        .trim_start_matches(|c| cut(c) || c == '"')
        .chars()
        .next();
    matches!(
        begins,
        Some(
            '=' | '+'
                | '-'
                | '@'
                | '−'
                | '﹢'
                | '﹣'
                | '﹦'
                | '﹫'
                | '＝'
                | '＋'
                | '－'
                | '＠'
                | '⁺'
                | '⁻'
                | '⁼'
                | '₊'
                | '₋'
                | '₌'
        )
    )
}

/// Characters without a width: marks of direction and order, joiners, fillers.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// A remark on one line. A spreadsheet sees cells in it where there are commas, so each of those is guarded too.
fn remark(line: &str) -> String {
    let line = line.replace('"', "'").replace(
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
        " ",
    );
    guarded(&line, &[',', ';']).unwrap_or(line)
}

#[cfg(test)]
mod tests;
