//! Workbooks (.xlsx): the sheets in one, row by row, with the values of their cells. Formats,
//! formulas and pictures are passed over.
//!
//! Sheets are unpacked while they are read, and nothing that the file says about its own size is
//! believed.

use super::super::table::{LARGEST_TABLE, LONGEST_FIELD, MOST_PART, TableError};
use super::archive::{Archive, Entry};
use super::{Rows, Take};
use crate::text;
use csv::StringRecord;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read as _};
use std::rc::Rc;

/// The most that one sheet may have, unpacked. Unit: bytes.
const LARGEST_SHEET: u64 = 256 << 20;
/// The most sheets of a workbook that are looked at.
const MOST_SHEETS: usize = 60;
/// The most columns of a sheet that are read.
const MOST_COLUMNS: usize = 1_000;
/// Where the list of sheets is.
const LIST: &str = "xl/workbook.xml";

/// A workbook.
pub struct Workbook<'a> {
    sheets: Vec<Sheet<'a>>,
}

/// A sheet of a workbook.
#[derive(Clone)]
pub struct Sheet<'a> {
    /// The name of the file and of the sheet.
    pub file: String,
    archive: &'a Archive<'a>,
    entry: &'a Entry,
    strings: Rc<Vec<String>>,
}

impl<'a> Workbook<'a> {
    /// Whether an archive is a workbook.
    pub fn is_one(archive: &Archive<'_>) -> bool {
        archive.find(LIST).is_some()
    }

    /// Reads what all sheets share. Errors: what is broken, in words.
    pub fn of(name: &str, archive: &'a Archive<'a>) -> Result<Self, String> {
        let part = |path: &str| {
            archive
                .find(path)
                .map(|entry| archive.whole(entry, LARGEST_TABLE as u64))
                .transpose()
        };
        let list = part(LIST)?.unwrap_or_default();
        let targets = targets(&part("xl/_rels/workbook.xml.rels")?.unwrap_or_default())?;
        let strings = Rc::new(strings(&part("xl/sharedStrings.xml")?.unwrap_or_default())?);
        let mut sheets = Vec::new();
        each_start(&list, &mut |tag| {
            if tag.local_name().as_ref() == b"sheet"
                && let Some(title) = attribute(tag, b"name")
                && let Some(entry) =
                    attribute(tag, b"id").and_then(|id| archive.find(targets.get(&id)?))
                && sheets.len() < MOST_SHEETS
            {
                sheets.push(Sheet {
                    file: text::message(&format!("{name}, sheet {title}"), MOST_PART),
                    archive,
                    entry,
                    strings: Rc::clone(&strings),
                });
            }
        })?;
        if let [only] = sheets.as_mut_slice() {
            name.clone_into(&mut only.file);
        }
        if sheets.is_empty() {
            Err("a workbook without sheets".to_owned())
        } else {
            Ok(Self { sheets })
        }
    }

    /// Its sheets.
    pub fn sheets(&self) -> &[Sheet<'a>] {
        &self.sheets
    }
}

fn broken(error: &quick_xml::Error) -> String {
    format!(
        "a broken workbook: {}",
        text::message(&error.to_string(), 100)
    )
}

/// Looks at every tag that begins something.
fn each_start(xml: &[u8], take: &mut dyn FnMut(&BytesStart<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(|error| broken(&error))?
        {
            Event::Start(tag) | Event::Empty(tag) => take(&tag),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name without what stands before a colon.
fn attribute(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.unescape_value().ok()?.into_owned())
}

/// The paths of the parts of a workbook, by the names under which it knows them.
fn targets(xml: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut targets = BTreeMap::new();
    each_start(xml, &mut |tag| {
        if let Some((id, target)) = attribute(tag, b"Id").zip(attribute(tag, b"Target")) {
            let path = target
                .strip_prefix('/')
                .map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, path);
        }
    })?;
    Ok(targets)
}

/// The texts that cells refer to by number.
fn strings(xml: &[u8]) -> Result<Vec<String>, String> {
    let mut strings = Vec::new();
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut texts = Texts::default();
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(|error| broken(&error))?
        {
            Event::Eof => return Ok(strings),
            Event::End(tag) if tag.local_name().as_ref() == b"si" => {
                strings.push(std::mem::take(&mut texts.text));
            }
            event => texts.take(&event),
        }
    }
}

/// Gathers what stands between the tags of a cell or of a shared text.
#[derive(Default)]
struct Texts {
    text: String,
    /// Inside a tag whose text counts.
    inside: bool,
    /// Inside how a word is pronounced.
    aloud: bool,
}

impl Texts {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"t" | b"v" => self.inside = true,
                b"rPh" => self.aloud = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                b"t" | b"v" => self.inside = false,
                b"rPh" => self.aloud = false,
                _ => {}
            },
            Event::Text(text) if self.wanted() => {
                self.text.push_str(&text.decode().unwrap_or_default());
            }
            Event::CData(text) if self.wanted() => {
                self.text.push_str(&text.decode().unwrap_or_default());
            }
            Event::GeneralRef(name) if self.wanted() => self.text.extend(letter(name)),
            _ => {}
        }
    }

    fn wanted(&self) -> bool {
        self.inside && !self.aloud && self.text.len() <= LONGEST_FIELD
    }
}

/// The letter that a reference such as "&amp;" stands for.
fn letter(name: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return Some(letter);
    }
    Some(match name.decode().ok()?.as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

impl Rows for Sheet<'_> {
    fn file(&self) -> &str {
        &self.file
    }

    fn each(&self, take: Take<'_>) -> Result<(), TableError> {
        let unpacked = self
            .archive
            .reader(self.entry)
            .map_err(|words| self.wrong(0, &words))?;
        let mut reader = Reader::from_reader(BufReader::with_capacity(
            64 << 10,
            unpacked.take(LARGEST_SHEET + 1),
        ));
        let read = self.rows(&mut reader, take);
        self.archive.note(reader.buffer_position());
        read
    }
}

impl Sheet<'_> {
    fn wrong(&self, line: u64, found: &str) -> TableError {
        TableError::new(
            &self.file,
            line,
            "-",
            found,
            "a sheet of a workbook (.xlsx)",
        )
    }

    fn rows<R: BufRead>(&self, reader: &mut Reader<R>, take: Take<'_>) -> Result<(), TableError> {
        let mut buffer = Vec::new();
        let mut row = Row::default();
        loop {
            buffer.clear();
            let event = reader
                .read_event_into(&mut buffer)
                .map_err(|error| self.wrong(row.line, &broken(&error)))?;
            match &event {
                Event::Eof if reader.buffer_position() > LARGEST_SHEET => {
                    return Err(self.wrong(row.line, "more than 256 MB"));
                }
                Event::Eof => return Ok(()),
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"row" => {
                    row.begin(attribute(tag, b"r"));
                }
                Event::Start(tag) if tag.local_name().as_ref() == b"c" => row.cell(tag),
                Event::End(tag) if tag.local_name().as_ref() == b"c" => row.filled(&self.strings),
                Event::End(tag) if tag.local_name().as_ref() == b"row" => {
                    let record = StringRecord::from(std::mem::take(&mut row.cells));
                    if super::width(&record) > 0 && !take(row.line, &record)? {
                        return Ok(());
                    }
                }
                event => row.texts.take(event),
            }
        }
    }
}

/// A row while it is read.
#[derive(Default)]
struct Row {
    line: u64,
    cells: Vec<String>,
    /// The place of the cell that is being read.
    column: usize,
    /// What kind of value it holds.
    kind: Option<String>,
    texts: Texts,
}

impl Row {
    fn begin(&mut self, number: Option<String>) {
        self.line = number
            .and_then(|number| number.parse().ok())
            .unwrap_or(self.line + 1);
        self.cells.clear();
        self.column = usize::MAX;
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        let next = self.column.wrapping_add(1);
        self.column = attribute(tag, b"r")
            .and_then(|place| column_of(&place))
            .unwrap_or(next);
        self.kind = attribute(tag, b"t");
        self.texts = Texts::default();
    }

    fn filled(&mut self, strings: &[String]) {
        let text = std::mem::take(&mut self.texts.text);
        let text = match self.kind.as_deref() {
            Some("s") => text
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|place| strings.get(place))
                .cloned()
                .unwrap_or_default(),
            Some("str" | "inlineStr" | "e" | "b" | "d") => text,
            _ => number(&text),
        };
        if self.column >= MOST_COLUMNS || text.is_empty() {
            return;
        }
        if self.cells.len() <= self.column {
            self.cells.resize(self.column + 1, String::new());
        }
        self.cells[self.column] = text;
    }
}

/// A number as it is written in tables: whole where it is whole.
fn number(text: &str) -> String {
    match text.trim().parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        _ => text.trim().to_owned(),
    }
}

/// The column of a cell such as "AB12", from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |sum, letter| {
        sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}
