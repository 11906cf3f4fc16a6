//! Reads one table of a scenario file field by field, noting whatever is wrong instead of stopping
//! at it.
//!
//! Every reader gives back a value even where it noted a problem, so that reading goes on; a text
//! with problems never becomes a scenario. Knows the form of values, not what they mean.

use super::nearest::nearest;
use super::problem::Problems;
use crate::text;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The longest name of anything, in characters.
pub(crate) const LONGEST_NAME: usize = 80;

/// One table, with the path that leads to it.
pub(crate) struct Section<'a, 'text> {
    /// Its fields.
    pub table: &'a DeTable<'text>,
    /// The path of the table, empty for the file itself.
    pub path: String,
    /// Where it begins.
    pub offset: usize,
}

/// A value and where it stands.
pub(crate) struct Place<'a, 'text> {
    /// The path of the field.
    pub path: String,
    /// Where the value begins.
    pub offset: usize,
    /// The value.
    pub value: &'a DeValue<'text>,
}

impl<'a, 'text> Place<'a, 'text> {
    /// Notes that something else was wanted here.
    pub fn wanted(&self, problems: &mut Problems, wanted: impl Into<String>) {
        problems.add(self.offset, self.path.clone(), shown(self.value), wanted);
    }

    /// The value as a table.
    pub fn section(&self, problems: &mut Problems) -> Option<Section<'a, 'text>> {
        let table = self.value.as_table();
        if table.is_none() {
            self.wanted(problems, "a table of fields");
        }
        Some(Section {
            table: table?,
            path: self.path.clone(),
            offset: self.offset,
        })
    }

    /// The value as a list.
    pub fn list(&self, problems: &mut Problems) -> Vec<Place<'a, 'text>> {
        let Some(items) = self.value.as_array() else {
            self.wanted(problems, "a list");
            return Vec::new();
        };
        let place = |(k, item): (usize, &'a Spanned<DeValue<'text>>)| Place {
            path: format!("{}[{k}]", self.path),
            offset: item.span().start,
            value: item.get_ref(),
        };
        items.iter().enumerate().map(place).collect()
    }

    /// The value as text of 1 to 80 characters without control characters.
    pub fn text(&self, problems: &mut Problems) -> String {
        match self.value.as_str() {
            Some(text) if name_is_showable(text) => return text.to_owned(),
            Some(text) if text.chars().count() > LONGEST_NAME => {
                self.wanted(problems, format!("at most {LONGEST_NAME} characters"));
            }
            _ => self.wanted(
                problems,
                "a text in quotation marks, not empty, on one line",
            ),
        }
        String::new()
    }

    /// The value as one of some known names.
    pub fn name(&self, problems: &mut Problems, what: &str, known: &[&str]) -> Option<String> {
        let Some(text) = self.value.as_str() else {
            self.wanted(
                problems,
                format!("{what} in quotation marks: {}", listed(known)),
            );
            return None;
        };
        if known.contains(&text) {
            return Some(text.to_owned());
        }
        let wanted = if problems.many() {
            what.to_owned()
        } else {
            suggestion(what, text, known)
        };
        self.wanted(problems, wanted);
        None
    }

    /// The value as a whole number in a range.
    pub fn whole(&self, problems: &mut Problems, range: RangeInclusive<u64>) -> u64 {
        let number = self
            .value
            .as_integer()
            .and_then(|i| u64::from_str_radix(i.as_str(), i.radix()).ok());
        match number {
            Some(number) if range.contains(&number) => number,
            _ => {
                self.wanted(
                    problems,
                    format!("a whole number from {} to {}", range.start(), range.end()),
                );
                *range.start()
            }
        }
    }

    /// The value as a number in a range, in the precision in which the model holds it.
    pub fn number<N: Number>(&self, problems: &mut Problems, low: N, high: N, unit: &str) -> N {
        let number = match self.value {
            DeValue::Float(float) => float.as_str().parse::<N>().ok(),
            DeValue::Integer(integer) if integer.radix() == 10 => {
                integer.as_str().parse::<N>().ok()
            }
            _ => None,
        };
        match number {
            Some(number) if low <= number && number <= high => number,
            _ => {
                self.wanted(problems, format!("a number from {low} to {high} ({unit})"));
                low
            }
        }
    }
}

/// The floating-point numbers that fields hold. Comparisons with a range refuse infinities and NaN.
pub(crate) trait Number: Copy + PartialOrd + std::fmt::Display + std::str::FromStr {}
impl Number for f32 {}
impl Number for f64 {}

impl<'a, 'text> Section<'a, 'text> {
    /// The path of a field of this table.
    pub fn path_of(&self, field: &str) -> String {
        if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.path)
        }
    }

    /// Notes every field that is not among the known ones.
    pub fn only(&self, problems: &mut Problems, known: &[&str]) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let wanted = if problems.many() {
                    "a known field".to_owned()
                } else {
                    suggestion("a known field", name, known)
                };
                problems.add(
                    key.span().start,
                    self.path_of(&shortened(name)),
                    "an unknown field",
                    wanted,
                );
            }
        }
    }

    /// A field, if it is there.
    pub fn field(&self, field: &str) -> Option<Place<'a, 'text>> {
        let (_, value) = self.table.iter().find(|(key, _)| key.get_ref() == field)?;
        Some(Place {
            path: self.path_of(field),
            offset: value.span().start,
            value: value.get_ref(),
        })
    }

    /// A field, noting when it is missing.
    pub fn required(
        &self,
        problems: &mut Problems,
        field: &str,
        wanted: &str,
    ) -> Option<Place<'a, 'text>> {
        let place = self.field(field);
        if place.is_none() {
            problems.add(self.offset, self.path_of(field), NOTHING, wanted);
        }
        place
    }

    /// A whole number, or its default when the field is missing.
    pub fn whole(
        &self,
        problems: &mut Problems,
        field: &str,
        range: RangeInclusive<u64>,
        default: u64,
    ) -> u64 {
        self.field(field)
            .map_or(default, |place| place.whole(problems, range))
    }
}

/// What a missing field is said to hold.
pub(crate) const NOTHING: &str = "nothing";

/// Whether a name can stand in a table or a sentence.
pub(crate) fn name_is_showable(text: &str) -> bool {
    text::is_name(text, LONGEST_NAME)
}

/// What is wanted in place of an unknown name: the nearest known one, or those of a long list that
/// have a part in common with it, or all.
pub(crate) fn suggestion(what: &str, typed: &str, known: &[&str]) -> String {
    if let Some(name) = nearest(typed, known.iter().copied()) {
        return format!("{what} (did you mean \"{name}\"?)");
    }
    let alike = if known.len() > LISTED {
        alike(typed, known)
    } else {
        Vec::new()
    };
    if alike.is_empty() {
        format!("{what}: {}", listed(known))
    } else {
        format!("{what}, such as {}", listed(&alike))
    }
}

/// The known names that share parts with what was typed, those that share most first: of
/// "demography.moves" all about moves, then the rest of demography.
fn alike<'a>(typed: &str, known: &[&'a str]) -> Vec<&'a str> {
    let parts = |name: &str| {
        let name: String = name
            .chars()
            .take(LONGEST_NAME)
            .flat_map(char::to_lowercase)
            .collect();
        name.split(['.', '_', '-', ' '])
            .filter(|part| part.len() > 2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let wanted = parts(typed);
    let shared = |name: &&str| {
        parts(name)
            .iter()
            .filter(|part| wanted.contains(part))
            .count()
    };
    let mut alike: Vec<(usize, &str)> = known
        .iter()
        .map(|name| (shared(name), *name))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    alike.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    alike.into_iter().map(|(_, name)| name).collect()
}

/// Names of a long list that are shown.
const LISTED: usize = 12;

/// Names in a row, the first twelve of them.
fn listed(names: &[&str]) -> String {
    let more = if names.len() > LISTED {
        format!(" … ({} in all)", names.len())
    } else {
        String::new()
    };
    names
        .iter()
        .take(LISTED)
        .copied()
        .collect::<Vec<_>>()
        .join(", ")
        + &more
}

/// A value as it is shown to the person who wrote it.
fn shown(value: &DeValue) -> String {
    match value {
        DeValue::String(text) => format!("{:?}", shortened(text)),
        DeValue::Integer(number) => shortened(&number.to_string()),
        DeValue::Float(number) => shortened(number.as_str()),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(time) => format!("the date or time {time}"),
        DeValue::Array(items) => format!("a list of {}", items.len()),
        DeValue::Table(_) => "a table of fields".to_owned(),
    }
}

/// A text cut to what fits in a message, without letters that cannot be seen.
pub(crate) fn shortened(text: &str) -> String {
    text::short(text, 60)
}
