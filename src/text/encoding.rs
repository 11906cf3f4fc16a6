//! From bytes to text: UTF-8 and UTF-16, with or without a mark in front, are read; anything else
//! is named, with the line and what to do about it.

use std::borrow::Cow;

/// What to do about bytes that are no UTF-8 text.
const SAVE_AGAIN: &str = "save the file again as UTF-8 (in a text editor: Save as, encoding UTF-8; \
    in a spreadsheet: CSV UTF-8)";
/// What to do about a file that is no text at all.
const AS_TEXT: &str = "choose a text file (a sheet of a spreadsheet is saved as CSV UTF-8 first)";

/// How files begin that people take for text, and what they are.
const OTHERS: [(&[u8], &str); 7] = [
    (
        b"PK\x03\x04",
        "a zip archive, such as a spreadsheet (.xlsx, .ods)",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "an old spreadsheet or document of Microsoft Office",
    ),
    (b"\x1F\x8B", "a file packed by gzip"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"PAR1", "a table in Parquet"),
];

/// What the bytes 80 to 9F are in Windows-1252; a space where nothing.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not UTF-8 text, at line {line}: found {found}; {wanted}")]
pub struct NotText {
    /// The line, counted from 1.
    pub line: u32,
    /// What stands there.
    pub found: String,
    /// What to do.
    pub wanted: &'static str,
}

/// The text of some bytes. Every line of it ends with LF, whatever ended it before, and no mark
/// stands in front.
///
/// Errors: bytes that are neither UTF-8 nor UTF-16, with their line.
pub fn read(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(NotText {
            line: 1,
            found: (*what).to_owned(),
            wanted: AS_TEXT,
        });
    }
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(NotText {
            line: 1,
            found: "UTF-32".to_owned(),
            wanted: SAVE_AGAIN,
        });
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(wide(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(wide(rest, u16::from_be_bytes)?),
        // Without a mark, but no text of any language begins with two letters that are zero in
        // every other byte.
        [1..=255, 0, 1..=255, 0, ..] => Cow::Owned(wide(bytes, u16::from_le_bytes)?),
        [0, 1..=255, 0, 1..=255, ..] => Cow::Owned(wide(bytes, u16::from_be_bytes)?),
        _ => Cow::Borrowed(
            std::str::from_utf8(bytes).map_err(|error| narrow(bytes, error.valid_up_to()))?,
        ),
    };
    Ok(plain(text))
}

/// What can be read of bytes that may be no text, with a sign in place of all else: to name a file
/// or to see what it would be.
pub fn guess(bytes: &[u8]) -> String {
    plain(Cow::Owned(String::from_utf8_lossy(bytes).into_owned())).into_owned()
}

/// Without marks in front, and with one kind of line end.
fn plain(text: Cow<'_, str>) -> Cow<'_, str> {
    let marks = text.len() - text.trim_start_matches('\u{feff}').len();
    if text.contains('\r') {
        return Cow::Owned(text[marks..].replace("\r\n", "\n").replace('\r', "\n"));
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[marks..]),
        Cow::Owned(mut text) => {
            text.drain(..marks);
            Cow::Owned(text)
        }
    }
}

/// The text of bytes in UTF-16.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(letter) = letter else {
            return Err(broken(&text));
        };
        text.push(letter);
    }
    if odd.is_empty() {
        Ok(text)
    } else {
        Err(broken(&text))
    }
}

/// UTF-16 that ends or breaks after a text.
fn broken(before: &str) -> NotText {
    NotText {
        line: line_after(before.as_bytes()),
        found: "UTF-16 with a letter cut in two".to_owned(),
        wanted: SAVE_AGAIN,
    }
}

/// A byte that UTF-8 does not have there.
fn narrow(bytes: &[u8], at: usize) -> NotText {
    let byte = bytes[at];
    let known = match byte {
        0x80..=0x9F => WINDOWS
            .chars()
            .nth(usize::from(byte - 0x80))
            .filter(|letter| *letter != ' '),
        0xA1..=0xAC | 0xAE.. => Some(char::from(byte)),
        _ => None,
    };
    let found = known.map_or_else(
        || format!("the byte {byte:02X}"),
        |letter| format!("the byte {byte:02X}, which is “{letter}” in Windows-1252 (Latin-1)"),
    );
    NotText {
        line: line_after(&bytes[..at]),
        found,
        wanted: SAVE_AGAIN,
    }
}

/// The line that goes on after some bytes, counted from 1.
fn line_after(before: &[u8]) -> u32 {
    let ends = before.iter().enumerate().filter(|(k, byte)| match byte {
        b'\n' => true,
        b'\r' => before.get(k + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.count() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "name = \"Ynys Môn\"\r\nplace = \"x\"\r😀\n";
    const PLAIN: &str = "name = \"Ynys Môn\"\nplace = \"x\"\n😀\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_form_of_unicode_is_the_same_text() {
        let marked = format!("\u{feff}{TEXT}");
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(TEXT, u16::to_le_bytes),
            utf16(TEXT, u16::to_be_bytes),
        ] {
            assert_eq!(read(&bytes).unwrap(), PLAIN, "{bytes:?}");
        }
        assert!(
            matches!(read(PLAIN.as_bytes()), Ok(Cow::Borrowed(_))),
            "what is plain is not copied"
        );
        assert_eq!(read(b"").unwrap(), "");
    }

    #[test]
    fn other_encodings_are_named_with_their_line_and_what_to_do() {
        for end in ["\n", "\r\n", "\r"] {
            let mut bytes = format!("a,b{end}c,d{end}Ynys M").into_bytes();
            bytes.extend(b"\xF4n,1");
            let words = read(&bytes).unwrap_err().to_string();
            assert!(
                words.starts_with(
                    "not UTF-8 text, at line 3: found the byte F4, which is “ô” in Windows-1252"
                ),
                "{words}"
            );
            assert!(words.contains("save the file again as UTF-8"), "{words}");
        }
        let found = |bytes: &[u8]| read(bytes).unwrap_err().found;
        assert!(found(b"costs \x80 5").contains("“€”"));
        assert_eq!(found(b"\x81"), "the byte 81");
        assert_eq!(WINDOWS.chars().count(), 32);
        assert_eq!(found(&[0xFF, 0xFE, 0, 0, 1]), "UTF-32");
        assert!(found(b"PK\x03\x04...").contains("spreadsheet"));
        let mut cut = utf16("\u{feff}a\nb", u16::to_le_bytes);
        cut.push(0);
        assert_eq!(read(&cut).unwrap_err().line, 2);
        assert!(
            read(&[0xFF, 0xFE, 0x00, 0xD8])
                .unwrap_err()
                .found
                .contains("UTF-16")
        );
        assert_eq!(guess(b"a,b\r\nYnys M\xF4n,1"), "a,b\nYnys M\u{fffd}n,1");
    }
}
