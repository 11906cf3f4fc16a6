//! What a person has gathered: every file is looked at, the tables among them are read and held
//! against one another, and what is not wanted is left aside and named.

use super::File;
use super::day::Day;
use super::forms::deprivation::Deprivation;
use super::recognise::{Sense, recognise};
use super::sheet::{self, DELIMITERS, Found, Rows, Text, opening};
use super::subject::{Dictionary, SCHEMES, Subject};
use super::table::{Level, MOST_PART, Table, TableError, what};
use crate::text;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The most files that one message names.
const MOST_NAMED: usize = 20;
/// The most that one message says of what is wrong. Unit: bytes.
const MOST_SAID: usize = 4_000;
/// Where the tables of the census are.
const CENSUS: &str = "Census 2021 tables are at www.nomisweb.co.uk/sources/census_2021_bulk (the \
    zip file of a table number, as it is)";
/// Where those of deprivation are.
const INDICES: &str = "The Indices of Deprivation are at \
    www.gov.uk/government/collections/english-indices-of-deprivation";

/// Why no place was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Something in a table cannot be right.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The files together cannot be used: what they look like, what is missing, what to get.
    #[error("{0}")]
    Files(String),
}

/// What was gathered.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Tables of the census by subject and level.
    pub tables: BTreeMap<(Subject, Level), Table>,
    /// The table of deciles.
    pub domains: Option<Deprivation>,
    /// The table of populations, of the same edition; the same as [`Self::domains`] where that has
    /// them.
    pub populations: Option<Deprivation>,
    /// Files that are not used, and what each is.
    pub aside: Vec<(String, String)>,
    /// Files that are used, and what each is.
    used: Vec<(String, String)>,
    /// Tables that could not be read, and what they count; nothing for those of deprivation.
    flaws: Vec<(Option<(Subject, Level)>, TableError)>,
    /// Tables of deprivation as they were read.
    deprivation: Vec<Deprivation>,
    /// Tables that contradict one another.
    clashes: Vec<String>,
    digests: BTreeMap<[u8; 32], String>,
    dictionary: Dictionary,
}

/// Reads every file. Errors: a table that cannot be right, tables that contradict one another,
/// tables of several days.
pub fn gather(files: &[File]) -> Result<Gathered, Refused> {
    let mut gathered = Gathered::default();
    for (name, bytes) in files {
        let name = text::message(name, MOST_PART);
        if let Some(words) = gathered.is_nothing(&name, bytes) {
            gathered.aside.push((name, words));
            continue;
        }
        sheet::sheets(&name, bytes, &mut |name, found| {
            gathered.take(&text::message(name, MOST_PART), found);
        });
    }
    gathered.judge()?;
    Ok(gathered)
}

/// Whether a file is one that a system leaves in folders.
fn is_leftover(name: &str) -> bool {
    let own = name.rsplit(['/', '\\', ' ']).next().unwrap_or(name);
    let known = [".ds_store", "thumbs.db", "desktop.ini", ".localized"];
    own.starts_with("._")
        || name.contains("__MACOSX/")
        || known.contains(&own.to_lowercase().as_str())
}

impl Gathered {
    /// What a file is of which nothing can come.
    fn is_nothing(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        if is_leftover(name) {
            return Some("a leftover of the computer".to_owned());
        }
        if bytes.is_empty() {
            return Some("an empty file or a folder".to_owned());
        }
        if super::has_ending(name, "toml") {
            return Some("a profile or a scenario, which is chosen by itself".to_owned());
        }
        let first = self
            .digests
            .entry(Sha256::digest(bytes).into())
            .or_insert_with(|| name.to_owned());
        (first != name).then(|| format!("the same file as {first}"))
    }

    /// Takes in a sheet.
    fn take(&mut self, name: &str, found: Result<Found<'_>, String>) {
        if is_leftover(name) {
            return self
                .aside
                .push((name.to_owned(), "a leftover of the computer".to_owned()));
        }
        match found {
            Err(words) => self.aside.push((name.to_owned(), words)),
            Ok(Found::Sheet(sheet)) => match opening(&sheet) {
                Ok(rows) => self.read(name, recognise(&self.dictionary, &rows), &sheet),
                Err(error) => self
                    .aside
                    .push((name.to_owned(), format!("no table: {}", error.found))),
            },
            Ok(Found::Text(mut text)) => {
                let (delimiter, sense) = best(&self.dictionary, &mut text);
                text.delimiter = delimiter;
                self.read(name, sense, &text);
            }
            Ok(Found::Broken(mut text, error)) => {
                if best(&self.dictionary, &mut text).1.worth() == 2 {
                    self.flaws.push((None, error));
                } else {
                    self.aside.push((
                        name.to_owned(),
                        format!("no table: {}, expected {}", error.found, error.expected),
                    ));
                }
            }
            Ok(Found::Head(mut head, whole)) => {
                let (delimiter, sense) = best(&self.dictionary, &mut head);
                if sense.worth() < 2 {
                    return self.read(name, sense, &head);
                }
                match whole() {
                    Ok(bytes) => match Text::of(name, &bytes) {
                        Ok(mut text) => {
                            text.delimiter = delimiter;
                            self.read(name, sense, &text);
                        }
                        Err(error) => self.flaws.push((None, error)),
                    },
                    Err(words) => self
                        .flaws
                        .push((None, TableError::new(name, 0, "-", &words, "a table"))),
                }
            }
        }
    }

    /// Reads a table that was recognised.
    fn read(&mut self, name: &str, sense: Sense, rows: &dyn Rows) {
        let (kind, tables) = match sense {
            Sense::Aside(words) | Sense::Flawed(_, words) => {
                return self.aside.push((name.to_owned(), words));
            }
            Sense::Deprivation(layout) => {
                return match layout.read(rows) {
                    Ok(table) => self.deprivation.push(table),
                    Err(error) => self.flaws.push((None, error)),
                };
            }
            Sense::Wide(wide) => ((wide.scheme.subject, wide.frame.level), wide.read(rows)),
            Sense::Long(long) => (
                (long.scheme.subject, long.frame.level),
                long.read(rows, &self.dictionary),
            ),
        };
        match tables {
            Ok(tables) => {
                for table in tables {
                    self.keep(table);
                }
            }
            Err(error) => self.flaws.push((Some(kind), error)),
        }
    }

    /// Keeps a table of counts beside those of its kind.
    fn keep(&mut self, mut table: Table) {
        let key = (table.subject, table.level);
        let Some(first) = self.tables.get_mut(&key) else {
            self.used.push((table.file.clone(), table.words()));
            self.tables.insert(key, table);
            return;
        };
        if let Some((one, other)) = first.day.zip(table.day)
            && !one.agrees(other)
        {
            return self.clashes.push(two_days(first, one, &table, other));
        }
        let place = |table: &Table| {
            SCHEMES
                .iter()
                .position(|scheme| scheme.number == table.scheme.number)
        };
        if first.scheme.number != table.scheme.number {
            if place(&table) < place(first) {
                self.used.push((table.file.clone(), table.words()));
                std::mem::swap(first, &mut table);
            }
            let words = format!(
                "{}: {} is used, which has the bands as published",
                table.words(),
                first.file
            );
            return self.aside.push((table.file, words));
        }
        let other = table.areas.iter().find(|(code, area)| {
            first
                .areas
                .get(*code)
                .is_some_and(|own| own.counts != area.counts)
        });
        if let Some((code, area)) = other {
            let words = format!(
                "{} and {} are two different tables of one kind, {}: their figures for {} ({code}) \
                 are not the same. Keep the right one",
                first.file,
                table.file,
                table.words(),
                text::short(&area.name, 60)
            );
            return self.clashes.push(words);
        }
        let before = first.areas.len();
        let words = format!("{}, with the same figures as {}", table.words(), first.file);
        first.areas.append(&mut table.areas);
        if first.areas.len() == before {
            self.aside.push((table.file, words));
        } else {
            self.used.push((table.file, what(key.0, key.1)));
        }
    }

    /// Brings the tables of deprivation together: deciles of one edition, and populations of the
    /// same.
    fn settle_deprivation(&mut self) {
        let all = std::mem::take(&mut self.deprivation);
        let with_deciles: Vec<&Deprivation> = all.iter().filter(|table| table.domains).collect();
        let Some(first) = with_deciles.first().copied().or(all.first()) else {
            return;
        };
        let edition = first.edition;
        if let Some(other) = with_deciles.iter().find(|table| table.edition != edition) {
            let (one, two) = ((&first.file, first.words()), (&other.file, other.words()));
            let words = format!(
                "{} ({}) and {} ({}) are two different tables of one kind. Keep one",
                one.0, one.1, two.0, two.1
            );
            self.clashes.push(words);
        }
        for table in all {
            let (file, words) = (table.file.clone(), table.words());
            if table.edition != edition {
                self.aside
                    .push((file, format!("{words}, for other deciles than are here")));
                continue;
            }
            let mut is_used = false;
            for (wanted, kept) in [
                (table.domains, &mut self.domains),
                (table.populations, &mut self.populations),
            ] {
                match kept {
                    _ if !wanted => {}
                    None => {
                        *kept = Some(table.clone());
                        is_used = true;
                    }
                    Some(first) if differ(first, &table) => {
                        self.clashes.push(format!(
                            "{} and {file} are two different tables of one kind, {words}. Keep one",
                            first.file
                        ));
                    }
                    Some(first) => {
                        let before = first.rows.len();
                        for (code, row) in &table.rows {
                            first
                                .rows
                                .entry(code.clone())
                                .or_insert_with(|| row.clone());
                        }
                        is_used |= first.rows.len() > before;
                    }
                }
            }
            if is_used {
                self.used.push((file, words));
            } else {
                self.aside
                    .push((file, format!("{words}, with figures that are here already")));
            }
        }
    }

    /// What cannot be right whatever place is wanted.
    fn judge(&mut self) -> Result<(), Refused> {
        for (kind, error) in std::mem::take(&mut self.flaws) {
            if !kind.is_some_and(|kind| self.tables.contains_key(&kind)) {
                return Err(error.into());
            }
            self.aside.push((error.file.clone(), error.to_string()));
        }
        self.settle_deprivation();
        if !self.clashes.is_empty() {
            let words: Vec<String> = self.clashes.iter().take(MOST_NAMED).cloned().collect();
            return Err(Refused::Files(format!(
                "No place was made. {}.",
                text::message(&words.join(". "), MOST_SAID)
            )));
        }
        let dated: Vec<(&Table, Day)> = self
            .tables
            .values()
            .filter_map(|table| Some((table, table.day?)))
            .collect();
        for (table, day) in &dated {
            if let Some((first, one)) = dated
                .iter()
                .find(|(_, other)| other.agrees(Day::CENSUS))
                .filter(|(_, one)| !one.agrees(*day))
            {
                return Err(Refused::Files(format!(
                    "No place was made. {}.",
                    two_days(first, *one, table, *day)
                )));
            }
            if !day.agrees(Day::CENSUS) {
                let words = format!(
                    "{} is of {day}; a place is made of tables of {}",
                    table.file,
                    Day::CENSUS
                );
                return Err(Refused::Files(format!(
                    "No place was made. {words}. {CENSUS}."
                )));
            }
        }
        Ok(())
    }

    /// Whether everything is there without which there is no place. Errors: what is missing, what
    /// to get, what the files are.
    pub fn complete(&self) -> Result<(), Refused> {
        let missing = Subject::REQUIRED
            .iter()
            .filter(|subject| !self.tables.contains_key(&(**subject, Level::District)));
        let words = |subject: &Subject| {
            format!(
                "{}: look for “{}”",
                what(*subject, Level::District),
                subject.example()
            )
        };
        let mut missing: Vec<String> = missing.map(words).collect();
        let census = !missing.is_empty();
        if self.domains.is_none() {
            missing.push(
                "deciles of deprivation by neighbourhood (Indices of Deprivation 2019 or 2025, \
                 File 7 or File 2): look for “Income Decile”"
                    .to_owned(),
            );
        }
        if missing.is_empty() {
            return Ok(());
        }
        let mut get = Vec::new();
        get.extend(census.then_some(CENSUS));
        get.extend(self.domains.is_none().then_some(INDICES));
        Err(self.refused(&format!(
            "Missing: {}. {}",
            missing.join("; "),
            get.join(". ")
        )))
    }

    /// A refusal that says of every file what it looks like.
    pub fn refused(&self, why: &str) -> Refused {
        let mut message = format!("No place was made. {}.", text::message(why, MOST_SAID));
        let files: Vec<&(String, String)> = self.aside.iter().chain(&self.used).collect();
        if files.is_empty() {
            return Refused::Files(message);
        }
        message.push_str("\nWhat the files look like:");
        for (file, words) in files.iter().take(MOST_NAMED) {
            let _ = write!(
                message,
                "\n{}: {}",
                text::message(file, MOST_PART),
                text::message(words, 400)
            );
        }
        if files.len() > MOST_NAMED {
            let _ = write!(message, "\nand {} more", files.len() - MOST_NAMED);
        }
        Refused::Files(message)
    }

    /// What was left aside, as a sentence; none where nothing was.
    pub fn left_aside(&self) -> Option<String> {
        let named = |(file, words): &(String, String)| {
            format!(
                "{} ({})",
                text::message(file, MOST_PART),
                text::message(words, 200)
            )
        };
        let mut named: Vec<String> = self.aside.iter().take(text::MOST_TOLD).map(named).collect();
        if self.aside.len() > text::MOST_TOLD {
            named.push(format!("and {} more", self.aside.len() - text::MOST_TOLD));
        }
        (!named.is_empty()).then(|| format!("Left aside: {}.", named.join("; ")))
    }
}

/// The delimiter with which a text is most of a table, and what it is then.
fn best(dictionary: &Dictionary, text: &mut Text<'_>) -> (u8, Sense) {
    let mut best: Option<(u8, Sense)> = None;
    for delimiter in DELIMITERS {
        text.delimiter = delimiter;
        let sense = match opening(text) {
            Ok(rows) => recognise(dictionary, &rows),
            Err(error) => Sense::Aside(format!("no table: {}", error.found)),
        };
        if best
            .as_ref()
            .is_none_or(|(_, other)| sense.worth() > other.worth())
        {
            best = Some((delimiter, sense));
        }
    }
    best.unwrap_or((DELIMITERS[0], Sense::Aside("no table".to_owned())))
}

fn two_days(first: &Table, one: Day, table: &Table, other: Day) -> String {
    format!(
        "{} is of {one} and {} is of {other}: a place is made of tables of one day, {}",
        first.file,
        table.file,
        Day::CENSUS
    )
}

/// Whether two tables of deprivation of one edition contradict one another.
fn differ(first: &Deprivation, table: &Deprivation) -> bool {
    table.rows.iter().any(|(code, row)| {
        first.rows.get(code).is_some_and(|own| {
            own.deciles
                .zip(row.deciles)
                .is_some_and(|(one, two)| one != two)
                || own
                    .residents
                    .zip(row.residents)
                    .is_some_and(|(one, two)| one != two)
        })
    })
}
