//! What is said of a place that was made from tables: its id, its note, its sources, and sentences
//! about what was done.

use super::forms::deprivation::{Deprivation, Edition};
use super::gather::Gathered;
use super::subject::Subject;
use super::table::Level;
use crate::place::profile::{Profile, Source};
use crate::text;

/// The longest name of an area in a sentence. Unit: letters.
const LONGEST: usize = 60;
/// The most that a note takes of what was done. Unit: bytes.
const MOST_NOTED: usize = 1_000;
/// The most neighbourhoods that one sentence names.
const MOST_LISTED: usize = 6;

/// A short name for files and commands: "bristol" for "Bristol, City of".
pub fn id(name: &str, code: &str) -> String {
    let short = name
        .split_once(", ")
        .map_or(name, |(short, _)| short)
        .to_lowercase();
    let words: Vec<&str> = short
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        code.to_lowercase()
    } else {
        words.join("-")
    }
}

/// What a profile says of itself. `edition`: that of the table of deprivation which says how many
/// live in its neighbourhoods, where the census does not.
pub fn note(profile: &Profile, remarks: &[String], edition: Option<Edition>) -> String {
    let mut note = match profile.margins.communal {
        0 => "People in communal establishments are counted in the ages and are folded into \
            private households."
            .to_owned(),
        number => format!(
            "{number} residents live in communal establishments and are counted in the ages."
        ),
    };
    note.push_str(match edition {
        Some(Edition::Of2019) => {
            " Residents by neighbourhood are those of mid-2015, in the neighbourhoods of 2011."
        }
        Some(Edition::Of2025) => {
            " Residents by neighbourhood are those of mid-2022, in the neighbourhoods of 2021."
        }
        None => "",
    });
    if !profile.estimated.is_empty() {
        note.push_str(
            " Not in the tables for this place, and estimated from its ages and \
            deprivation with general rates: ",
        );
        note.push_str(&profile.estimated.join(", "));
        note.push('.');
    }
    let first = usize::from(!profile.estimated.is_empty());
    let more = remarks[first.min(remarks.len())..].join(" ");
    if !more.is_empty() {
        note.push(' ');
        note.push_str(&text::message(&more, MOST_NOTED));
    }
    note
}

/// That some margins are estimated.
pub fn estimated(profile: &Profile) -> String {
    format!(
        "Estimated from ages and deprivation with general rates, since no table has them for {}: \
         {}.",
        text::short(&profile.name, LONGEST),
        profile.estimated.join(", ")
    )
}

/// That residents live in communal establishments.
pub fn communal(number: u32, people: u32, place: &str) -> String {
    format!(
        "{number} residents of {} live in communal establishments, such as halls, a prison or \
         barracks: most of its {people}.",
        text::short(place, LONGEST + 12)
    )
}

/// Whose deciles neighbourhoods take that are new since 2011.
pub fn borrowed(parents: &[String], children: &[(String, String)]) -> String {
    let mut named: Vec<String> = children
        .iter()
        .take(MOST_LISTED)
        .map(|(code, name)| format!("{} ({code})", text::short(name, LONGEST)))
        .collect();
    if children.len() > MOST_LISTED {
        named.push(format!("{} more", children.len() - MOST_LISTED));
    }
    let parents: Vec<String> = parents
        .iter()
        .take(MOST_LISTED)
        .map(|parent| text::short(parent, LONGEST + 12))
        .collect();
    let (takes, it) = if named.len() == 1 {
        ("takes", "it was")
    } else {
        ("take", "they were")
    };
    let deciles = if parents.len() == 1 {
        "the deciles"
    } else {
        "the mean deciles"
    };
    format!(
        "{} {takes} {deciles} of {}, from which {it} made since 2011.",
        listed(&named),
        listed(&parents)
    )
}

/// "a, b and c".
fn listed(names: &[String]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// The licence of official figures.
const LICENCE: &str = "Open Government Licence v3.0";

/// Where the figures come from.
pub fn sources(gathered: &Gathered, estimated: &[&str]) -> Vec<Source> {
    let mut further: Vec<&str> = ["disability", "health", "care"]
        .into_iter()
        .filter(|subject| !estimated.contains(subject))
        .collect();
    let is_here = |subject: &Subject| gathered.tables.contains_key(&(*subject, Level::District));
    further.extend(
        [Subject::Tenure, Subject::Hardship, Subject::Residence]
            .iter()
            .filter(|subject| is_here(subject))
            .map(|s| s.words()),
    );
    let further: String = further.iter().flat_map(|subject| [", ", subject]).collect();
    let tidied = if gathered.tables.values().any(|table| table.tidied) {
        " (tables tidied by the Trafford Data Lab)"
    } else {
        ""
    };
    let mut sources = vec![Source {
        title: format!(
            "Office for National Statistics, Census 2021{tidied}: age, household composition, \
             household size, economic activity{further}"
        ),
        date: "2021-03-21".into(),
        licence: LICENCE.to_owned(),
    }];
    sources.extend(
        gathered
            .domains
            .as_ref()
            .map(|domains| of_deprivation(gathered, domains)),
    );
    if !estimated.is_empty() {
        sources.push(Source {
            title: format!("Estimated, not counted: {}", estimated.join(", ")),
            date: "2021".into(),
            licence: "CC0 1.0".into(),
        });
    }
    sources
}

fn of_deprivation(gathered: &Gathered, domains: &Deprivation) -> Source {
    let files = match (domains.populations, gathered.populations.is_some()) {
        (true, _) => "File 7 (domains, population denominators)",
        (_, true) => "File 2 (domains), File 6 (population denominators)",
        _ => "File 2 (domains)",
    };
    let (year, middle) = match domains.edition {
        Edition::Of2019 => (2019, "mid-2015"),
        Edition::Of2025 => (2025, "mid-2022"),
    };
    Source {
        title: format!(
            "Ministry of Housing, Communities and Local Government, English Indices of \
             Deprivation {year}: {files}"
        ),
        date: if gathered.populations.is_some() {
            format!("{year} (populations: {middle})")
        } else {
            year.to_string()
        },
        licence: LICENCE.to_owned(),
    }
}
