//! What a sheet is: known by its header and its categories, never by the name of its file.

use super::forms::deprivation::{self, Layout};
use super::forms::{Frame, long::Long, wide::Wide};
use super::sheet::{cell, width};
use super::subject::{Dictionary, Meaning, SCHEMES, Scheme, Subject};
use super::table::{Level, what};
use crate::text;
use csv::StringRecord;

/// How many rows may stand above a header.
const MOST_TITLES: usize = 60;
/// How many rows below a header say which column holds area codes.
const LOOKED_AT: usize = 30;
/// Names of columns that hold area codes whatever stands below.
const CODES: [&str; 7] = [
    "area_code",
    "area code",
    "geography code",
    "geography_code",
    "mnemonic",
    "lsoa code (2011)",
    "lsoa code (2021)",
];
/// Names of columns that hold counts in tables with a row a count.
const VALUES: [&str; 6] = [
    "value",
    "observation",
    "observations",
    "obs_value",
    "count",
    "number",
];

/// The rows at the beginning of a sheet, with their lines.
pub type Opening = [(u64, StringRecord)];

/// What a sheet is.
#[derive(Debug)]
pub enum Sense {
    /// A table with a row an area.
    Wide(Wide),
    /// A table with a row a count.
    Long(Long),
    /// A table of deprivation.
    Deprivation(Layout),
    /// A table of a subject that is wanted, but not in its categories: what it is and what is
    /// wrong.
    Flawed(Subject, String),
    /// None that is wanted: what it is instead.
    Aside(String),
}

impl Sense {
    /// How much of a table it is: the delimiter with which a text is most of one is the right one.
    pub fn worth(&self) -> u8 {
        match self {
            Self::Wide(_) | Self::Long(_) | Self::Deprivation(_) => 2,
            Self::Flawed(..) => 1,
            Self::Aside(_) => 0,
        }
    }
}

/// Says what a sheet is by the rows at its beginning.
pub fn recognise(dictionary: &Dictionary, opening: &Opening) -> Sense {
    let Some(frame) = frame(dictionary, opening) else {
        return Sense::Aside("no table with a column of area codes".to_owned());
    };
    if let Some(layout) = deprivation::layout(&frame) {
        return layout.map_or_else(Sense::Aside, Sense::Deprivation);
    }
    let below =
        rows_below(&frame, opening).any(|(_, row)| Level::of(cell(row, frame.code)).is_some());
    let (level, wanted) = (
        frame.level,
        matches!(frame.level, Level::District | Level::Neighbourhood),
    );
    let sense = counts(dictionary, frame, opening);
    match &sense {
        // Middle and output areas stand in tables of their own: those are not read to their end.
        Sense::Wide(Wide { scheme, .. }) | Sense::Long(Long { scheme, .. }) if below && !wanted => {
            Sense::Aside(what(scheme.subject, level))
        }
        Sense::Flawed(subject, words) => {
            Sense::Flawed(*subject, format!("{}, but {words}", what(*subject, level)))
        }
        _ => sense,
    }
}

fn rows_below<'a>(
    frame: &'a Frame,
    opening: &'a Opening,
) -> impl Iterator<Item = &'a (u64, StringRecord)> {
    opening.iter().filter(|(line, _)| *line > frame.line)
}

/// The header, and in which of its columns areas and days are.
fn frame(dictionary: &Dictionary, opening: &Opening) -> Option<Frame> {
    let named = opening
        .iter()
        .take(MOST_TITLES)
        .enumerate()
        .find_map(|(at, (_, row))| Some((at, code_by_name(opening, at, row)?)));
    let (at, code) = named.or_else(|| code_by_cells(opening))?;
    let (line, header) = &opening[at];
    let below = opening[at + 1..]
        .iter()
        .find(|(_, row)| Level::of(cell(row, code)).is_some());
    let names = |column: usize| {
        let words = below.is_none_or(|(_, row)| cell(row, column).chars().any(char::is_alphabetic));
        column < width(header) && words && dictionary.meaning(cell(header, column)).is_none()
    };
    let name = if names(code + 1) {
        Some(code + 1)
    } else {
        code.checked_sub(1).filter(|before| names(*before))
    };
    let plain: Vec<String> = header
        .iter()
        .map(|cell| cell.trim().to_lowercase())
        .collect();
    let title = |(line, row): &(u64, StringRecord)| {
        let is_date = cell(row, 0).to_lowercase().trim_end_matches([' ', ':']) == "date";
        is_date.then(|| (*line, cell(row, 1).to_owned()))
    };
    let levels: Vec<Level> = opening[at + 1..]
        .iter()
        .filter_map(|(_, row)| Level::of(cell(row, code)))
        .collect();
    let wanted = levels
        .iter()
        .find(|level| matches!(level, Level::District | Level::Neighbourhood));
    Some(Frame {
        level: wanted
            .or(levels.first())
            .copied()
            .unwrap_or(Level::District),
        line: *line,
        header: header.clone(),
        code,
        name,
        day: plain
            .iter()
            .position(|cell| matches!(cell.as_str(), "date" | "period" | "census date")),
        titled: opening[..at].iter().find_map(title),
    })
}

/// The row above the first with a code of an area, and the column in which that is.
fn code_by_cells(opening: &Opening) -> Option<(usize, usize)> {
    let code = |row: &StringRecord| row.iter().position(|cell| Level::of(cell.trim()).is_some());
    let mut rows = opening.iter().enumerate();
    let (first, code) = rows.find_map(|(at, (_, row))| Some((at, code(row)?)))?;
    let at = opening[..first]
        .iter()
        .rposition(|(_, row)| width(row) > 2)?;
    Some((at, code))
}

/// The column of area codes, where a row names one as headers do.
fn code_by_name(opening: &Opening, at: usize, row: &StringRecord) -> Option<usize> {
    if width(row) < 3 {
        return None;
    }
    let names = |column: &usize| {
        let plain = cell(row, *column).to_lowercase();
        plain.ends_with("code")
            || plain.ends_with("cd")
            || plain.ends_with("code)")
            || CODES.contains(&plain.as_str())
    };
    let filled = |column: &usize| {
        opening[at + 1..]
            .iter()
            .take(LOOKED_AT)
            .any(|(_, row)| Level::of(cell(row, *column)).is_some())
    };
    let columns: Vec<usize> = (0..width(row)).filter(names).collect();
    let certain = |column: &&usize| CODES.contains(&cell(row, **column).to_lowercase().as_str());
    columns
        .iter()
        .find(|column| filled(column))
        .or_else(|| columns.iter().find(certain))
        .copied()
}

/// A table of counts: with a row an area if its header has the categories, else with a row a count.
fn counts(dictionary: &Dictionary, frame: Frame, opening: &Opening) -> Sense {
    match wide(dictionary, &frame) {
        Some(Ok((scheme, columns, total))) => Sense::Wide(Wide {
            frame,
            scheme,
            columns,
            total,
        }),
        other => match (long(dictionary, &frame, opening), other) {
            (Some((scheme, class, value)), _) => Sense::Long(Long {
                frame,
                scheme,
                class,
                value,
            }),
            (None, Some(Err(flaw))) => flaw,
            (None, _) => Sense::Aside(something_else(dictionary, &frame, opening)),
        },
    }
}

/// A scheme, the columns of its categories, and that of totals.
type Columns = (&'static Scheme, Vec<(usize, usize)>, Option<usize>);

/// The columns of a table with a row an area; what is wrong where some are missing.
fn wide(dictionary: &Dictionary, frame: &Frame) -> Option<Result<Columns, Sense>> {
    let mut columns: Vec<Vec<(usize, usize)>> = vec![Vec::new(); SCHEMES.len()];
    let mut total = None;
    for column in 0..width(&frame.header) {
        match dictionary.meaning(cell(&frame.header, column)) {
            Some(Meaning::Category(places)) => {
                for (scheme, category) in places {
                    columns[*scheme].push((column, *category));
                }
            }
            Some(Meaning::Total) if total.is_none() => total = Some(column),
            _ => {}
        }
    }
    let missing = |scheme: usize| {
        (0..SCHEMES[scheme].categories.len())
            .find(|c| !columns[scheme].iter().any(|own| own.1 == *c))
    };
    let whole = (0..SCHEMES.len()).find(|scheme| missing(*scheme).is_none());
    let most = (0..SCHEMES.len())
        .rev()
        .max_by_key(|scheme| columns[*scheme].len() * 100 / SCHEMES[*scheme].categories.len())?;
    let number = whole.unwrap_or(most);
    let (scheme, found) = (&SCHEMES[number], std::mem::take(&mut columns[number]));
    let flawed = |words: String| Some(Err(Sense::Flawed(scheme.subject, words)));
    let twice = found
        .iter()
        .enumerate()
        .find(|(k, (_, category))| found[..*k].iter().any(|(_, other)| other == category));
    if let Some((_, (column, _))) = twice {
        return flawed(format!(
            "with two columns “{}”",
            text::short(cell(&frame.header, *column), 80)
        ));
    }
    if whole.is_none() {
        if found.len() < 2 || found.len() * 2 < scheme.categories.len() {
            return None;
        }
        let missing = (0..scheme.categories.len())
            .find(|c| !found.iter().any(|own| own.1 == *c))
            .unwrap_or(0);
        return flawed(format!(
            "without the column “{}” of {}",
            scheme.categories[missing].0, scheme.number
        ));
    }
    Some(Ok((scheme, found, total)))
}

/// The scheme of a table with a row a count, its column of categories and its column of counts.
fn long(
    dictionary: &Dictionary,
    frame: &Frame,
    opening: &Opening,
) -> Option<(&'static Scheme, usize, usize)> {
    let value = (0..width(&frame.header))
        .rfind(|column| VALUES.contains(&cell(&frame.header, *column).to_lowercase().as_str()))?;
    let mut best: (usize, usize, usize) = (0, 0, 0);
    for column in
        (0..width(&frame.header)).filter(|column| *column != value && *column != frame.code)
    {
        let mut found = vec![0; SCHEMES.len()];
        for (_, row) in rows_below(frame, opening) {
            if let Some(Meaning::Category(places)) = dictionary.meaning(cell(row, column)) {
                for (scheme, _) in places {
                    found[*scheme] += 1;
                }
            }
        }
        for (scheme, count) in found.into_iter().enumerate() {
            if count > best.0 {
                best = (count, scheme, column);
            }
        }
    }
    (best.0 > 0).then(|| (&SCHEMES[best.1], best.2, value))
}

/// What a table of another subject is about, by its own words.
fn something_else(dictionary: &Dictionary, frame: &Frame, opening: &Opening) -> String {
    let value = (0..width(&frame.header))
        .rfind(|column| VALUES.contains(&cell(&frame.header, *column).to_lowercase().as_str()));
    let first = rows_below(frame, opening).next();
    let words = |row: &StringRecord, columns: &mut dyn Iterator<Item = usize>| {
        columns
            .map(|column| cell(row, column).to_owned())
            .find(|cell| {
                cell.chars().any(char::is_alphabetic) && dictionary.meaning(cell).is_none()
            })
    };
    let passed = |column: &usize| {
        *column != frame.code && Some(*column) != frame.name && Some(*column) != frame.day
    };
    let example = match (value, first) {
        (Some(_), Some((_, row))) => {
            let ordinary = ["geography", "measure", "unit", "indicator", "measures"];
            let mut columns = (0..width(&frame.header)).filter(passed).filter(|column| {
                !ordinary.contains(&cell(&frame.header, *column).to_lowercase().as_str())
            });
            words(row, &mut columns)
        }
        _ => words(&frame.header, &mut (0..width(&frame.header)).filter(passed)),
    };
    let level = rows_below(frame, opening).find_map(|(_, row)| Level::of(cell(row, frame.code)));
    let level = level.map_or(String::new(), |level| format!(" {}", level.words()));
    example.map_or_else(
        || format!("a table{level} without categories that are known here"),
        |words| {
            format!(
                "a table{level} of another subject (“{}”)",
                text::short(&words, 60)
            )
        },
    )
}
