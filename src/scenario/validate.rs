//! From what a person wrote to a checked scenario, or to all its problems at once.
//!
//! [`parse`] reads, [`write()`] writes back, [`hash`] names a question. No input makes any of them
//! panic. Knows no files: it takes and gives text.

mod decisions;
mod events;
mod kind;
mod nearest;
mod parameters;
mod place;
pub(crate) mod problem;
pub(crate) mod section;
mod sections;
mod write;

pub use kind::FileKind;
pub use nearest::nearest;
pub use parameters::{parse_parameters, write_parameters};
pub use place::{Places, Unfit, no_files};
pub use problem::{Problem, lines, told};
pub(crate) use sections::assumptions;
pub use write::{write, write_alone};

use super::own::{Parted, parted};
use super::parameters::beyond;
use super::{Scenario, bundled, limits};
use problem::Problems;
use section::{NOTHING, Section};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;
use toml::de::DeTable;

/// The version of the file format, written in every file.
pub const FORMAT: u64 = 1;

/// What a scenario has when its file does not say.
pub mod defaults {
    /// People.
    pub const PEOPLE: u32 = 5_000;
    /// Years.
    pub const YEARS: u32 = 10;
    /// Replicates.
    pub const REPLICATES: u32 = 64;
    /// The seed of all luck. Any number would do; a fixed one makes results repeatable.
    pub const SEED: u64 = 20_211_121;
    /// Months of business as usual before the arms branch.
    pub const SPIN_UP_MONTHS: u32 = 60;
}

const FIELDS: [&str; 13] = [
    "format",
    "name",
    "place",
    "people",
    "years",
    "replicates",
    "seed",
    "spin_up_months",
    beyond::FIELD,
    "money",
    "arms",
    "parameters",
    "events",
];

/// Reads a scenario. A place of a person's own is known where the text carries its profile
/// ([`super::own`]).
///
/// Errors: every problem of the text, in the order of its lines; where the text is not TOML, what
/// is wrong with that and what else can be told.
pub fn parse(text: &str) -> Result<Scenario, Vec<Problem>> {
    parse_beside(text, &Places::BUNDLED)
}

/// Reads a scenario whose place may also be one of some that are not bundled.
///
/// Errors: as [`parse`].
pub fn parse_beside(text: &str, places: &Places) -> Result<Scenario, Vec<Problem>> {
    parse_carrying(text, places, read)
}

/// Reads a text that may carry the profile of its place as a table of fields, with a reader that
/// notes what is wrong.
pub(crate) fn parse_carrying<T>(
    text: &str,
    places: &Places,
    read: impl FnOnce(&Section, &mut Problems, &Places) -> T,
) -> Result<T, Vec<Problem>> {
    let Parted { text, place, line } = parted(text);
    let nameless = place.as_ref().is_some_and(Option::is_none);
    let carried = place.flatten().map(Arc::new);
    let found = parse_with(&text, |file, problems| {
        if nameless {
            problems.extend(vec![Problem::new(
                "place",
                Some(line),
                "lines that begin with #| and are no profile with a name",
                "the profile of the place, as kith place --profile-out writes it, each line after \
                 #|",
            )]);
        }
        read(
            file,
            problems,
            &Places {
                carried: carried.as_ref().or(places.carried),
                ..*places
            },
        )
    })?;
    Ok(found)
}

/// Reads a text as a table of fields with a reader that notes what is wrong.
pub(crate) fn parse_with<T>(
    text: &str,
    read: impl FnOnce(&Section, &mut Problems) -> T,
) -> Result<T, Vec<Problem>> {
    let (document, mistakes) = DeTable::parse_recoverable(text);
    let mut problems = Problems::in_text(text);
    for mistake in &mistakes {
        let offset = mistake.span().map_or(0, |span| span.start);
        problems.add(
            offset,
            "",
            format!("something that is not TOML ({})", mistake.message()),
            "TOML: field = value, texts in quotation marks",
        );
    }
    let broken_lines: BTreeSet<Option<u32>> = problems.lines().into_iter().collect();
    let value = read(
        &Section {
            table: document.get_ref(),
            path: String::new(),
            offset: 0,
        },
        &mut problems,
    );
    let mut found = problems.into_sorted();
    if !mistakes.is_empty() {
        // What recovery made of a broken line, or lost with it, says nothing about what the person
        // meant.
        let from_text = |p: &Problem| p.path.is_empty();
        found.retain(|p| from_text(p) || (!broken_lines.contains(&p.line) && p.found != NOTHING));
    }
    if found.is_empty() {
        Ok(value)
    } else {
        Err(found)
    }
}

/// Reads a scenario from its table.
pub(crate) fn read(file: &Section, problems: &mut Problems, places: &Places) -> Scenario {
    file.only(problems, &FIELDS);
    if let Some(place) = file.required(problems, "format", &format!("format = {FORMAT}")) {
        place.whole(problems, FORMAT..=FORMAT);
    }
    let approaches = match bundled::approaches() {
        Ok(approaches) => approaches,
        Err(found) => {
            problems.extend(found);
            Vec::new()
        }
    };
    let name = file
        .required(problems, "name", "what people call this scenario")
        .map(|place| place.text(problems))
        .unwrap_or_default();
    let (place, own) = place::read(file, problems, places);
    let mut count = |field, (low, high): (u32, u32), default: u32| {
        file.whole(
            problems,
            field,
            u64::from(low)..=u64::from(high),
            u64::from(default),
        ) as u32
    };
    let people = count("people", limits::PEOPLE, defaults::PEOPLE);
    let years = count("years", limits::YEARS, defaults::YEARS);
    let replicates = count("replicates", limits::REPLICATES, defaults::REPLICATES);
    let spin_up_months = count(
        "spin_up_months",
        limits::SPIN_UP_MONTHS,
        defaults::SPIN_UP_MONTHS,
    );
    let seed = file.whole(problems, "seed", 0..=u64::MAX, defaults::SEED);
    // A number of years that is itself wrong makes no money or event wrong.
    let horizon = if problems.mentions("years") {
        limits::YEARS.1
    } else {
        years
    };
    let money = sections::money(file, problems, horizon);
    let arms = sections::arms(file, problems, &approaches, horizon);
    let parameters = sections::parameters(file, problems);
    let events = events::events(file, problems, horizon);
    Scenario {
        name,
        place,
        people,
        years,
        replicates,
        seed,
        spin_up_months,
        money,
        arms,
        parameters,
        events,
        approaches,
        own,
    }
}

/// A name for the question: 16 hexadecimal digits, equal for equal scenarios on every machine.
///
/// It covers everything in the scenario, the catalogue of approaches included, and the version of
/// the file format.
pub fn hash(scenario: &Scenario) -> String {
    // invariant: every field of a scenario is a number, a name, or a list or table of them, and
    // JSON holds those.
    let canonical =
        serde_json::to_vec(scenario).expect("a scenario is plain data: names and numbers");
    let mut digest = Sha256::new();
    digest.update(FORMAT.to_le_bytes());
    digest.update(&canonical);
    digest
        .finalize()
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests;
