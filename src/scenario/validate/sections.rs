//! What each part of a scenario file means: money, arms, assumptions. Notes every problem, stops at
//! none.

use super::decisions;
use super::problem::Problems;
use super::section::{LONGEST_NAME, Place, Section, suggestion};
use crate::scenario::approaches::Approach;
use crate::scenario::parameters::beyond::FIELD;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::strategy::{DIMENSIONS, Design, PRESETS, preset};
use crate::scenario::{Arm, Money, limits};

/// The investment money.
pub(super) fn money(file: &Section, problems: &mut Problems, years: u32) -> Money {
    let mut money = Money {
        pounds_per_head_year: 0.0,
        first_year: 1,
        last_year: years,
    };
    let wanted = "a table [money] with pounds_per_head_year, first_year, last_year";
    let Some(section) = file
        .required(problems, "money", wanted)
        .and_then(|place| place.section(problems))
    else {
        return money;
    };
    section.only(
        problems,
        &["pounds_per_head_year", "first_year", "last_year"],
    );
    let (low, high) = limits::POUNDS_PER_HEAD_YEAR;
    if let Some(place) = section.required(
        problems,
        "pounds_per_head_year",
        &format!("a number from {low} to {high}"),
    ) {
        money.pounds_per_head_year = place.number(problems, low, high, "pounds a head a year");
    }
    let range = 1..=u64::from(limits::YEARS.1);
    money.first_year = section.whole(problems, "first_year", range.clone(), 1) as u32;
    money.last_year = section.whole(problems, "last_year", range, u64::from(years)) as u32;
    if money.last_year < money.first_year {
        let place = section
            .field("last_year")
            .or_else(|| section.field("first_year"));
        let (offset, path) = place.map_or((section.offset, section.path.clone()), |p| {
            (p.offset, p.path)
        });
        problems.add(
            offset,
            path,
            format!(
                "money from year {} to year {}",
                money.first_year, money.last_year
            ),
            "a last year that is not before the first year",
        );
    }
    money
}

/// The arms.
pub(super) fn arms(
    file: &Section,
    problems: &mut Problems,
    catalogue: &[Approach],
    years: u32,
) -> Vec<Arm> {
    let (fewest, most) = limits::ARMS;
    let Some(place) = file.required(
        problems,
        "arms",
        &format!("{fewest} to {most} tables [[arms]]"),
    ) else {
        return Vec::new();
    };
    let items = place.list(problems);
    if place.value.is_array() && !(fewest..=most).contains(&items.len()) {
        place.wanted(problems, format!("{fewest} to {most} arms"));
    }
    let mut arms: Vec<Arm> = Vec::new();
    for item in &items {
        let Some(section) = item.section(problems) else {
            continue;
        };
        let arm = arm(&section, problems, catalogue, years);
        if !arm.id.is_empty() && arms.iter().any(|other| other.id == arm.id) {
            let offset = section.field("id").map_or(section.offset, |p| p.offset);
            problems.add(
                offset,
                section.path_of("id"),
                format!("\"{}\" a second time", arm.id),
                "an id that no other arm has",
            );
        }
        arms.push(arm);
    }
    arms
}

fn arm(section: &Section, problems: &mut Problems, catalogue: &[Approach], years: u32) -> Arm {
    section.only(
        problems,
        &[
            "id",
            "name",
            "preset",
            "approaches",
            "design",
            "budget",
            "decisions",
        ],
    );
    let id_wanted = format!("a short name of a–z, 0–9 and -, at most {LONGEST_NAME} characters");
    let mut id = String::new();
    if let Some(place) = section.required(problems, "id", &id_wanted) {
        match place.value.as_str() {
            Some(text) if id_is_plain(text) => text.clone_into(&mut id),
            _ => place.wanted(problems, id_wanted),
        }
    }
    let presets = PRESETS.map(|p| p.id);
    let start = section
        .required(
            problems,
            "preset",
            &format!("the name of a preset: {}", presets.join(", ")),
        )
        .and_then(|place| place.name(problems, "the name of a preset", &presets))
        .and_then(|id| preset(&id))
        .unwrap_or(&PRESETS[0]);
    let name = section
        .field("name")
        .map_or_else(|| start.name.to_owned(), |place| place.text(problems));
    let approaches = own_approaches(section, problems, catalogue);
    let mut design = start.design;
    if let Some(place) = section.field("design")
        && let Some(section) = place.section(problems)
    {
        change_design(&mut design, &section, problems);
    }
    let (low, high) = limits::BUDGET;
    let budget = section.field("budget").map_or(start.budget, |place| {
        place.number(
            problems,
            low,
            high,
            "share of the investment; below 0 it is taken out of services",
        )
    });
    let decisions = decisions::read(section, problems, years);
    Arm {
        id,
        name,
        preset: start.id.to_owned(),
        design,
        approaches,
        budget,
        decisions,
    }
}

/// The approaches that an arm names for itself.
fn own_approaches(
    section: &Section,
    problems: &mut Problems,
    catalogue: &[Approach],
) -> Vec<String> {
    let known: Vec<&str> = catalogue.iter().map(|a| a.id.as_str()).collect();
    let mut approaches: Vec<String> = Vec::new();
    for item in section
        .field("approaches")
        .map(|place| place.list(problems))
        .unwrap_or_default()
    {
        let Some(approach) = item.name(problems, "an approach of the catalogue", &known) else {
            continue;
        };
        if approaches.contains(&approach) {
            item.wanted(problems, "each approach once");
        } else {
            approaches.push(approach);
        }
    }
    approaches
}

fn id_is_plain(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST_NAME
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn change_design(design: &mut Design, section: &Section, problems: &mut Problems) {
    section.only(problems, &DIMENSIONS.map(|d| d.id));
    for dimension in DIMENSIONS {
        let Some(place) = section.field(dimension.id) else {
            continue;
        };
        if dimension.id == "levels" {
            design.levels = decisions::levels(&place, problems);
        } else {
            let value = place.number(problems, dimension.low, dimension.high, dimension.unit);
            design.set(dimension.id, value);
        }
    }
}

/// The assumptions that differ from the defaults.
pub(super) fn parameters(file: &Section, problems: &mut Problems) -> Parameters {
    let mut parameters = Parameters::default();
    for (id, value) in assumptions(file, problems) {
        parameters.set(&id, value);
    }
    parameters
}

/// Whether a file allows values outside their registered range.
fn goes_beyond(file: &Section, problems: &mut Problems) -> bool {
    let Some(place) = file.field(FIELD) else {
        return false;
    };
    place.value.as_bool().unwrap_or_else(|| {
        place.wanted(
            problems,
            "true, to try values outside their registered range, or false",
        );
        true
    })
}

/// The assumptions that a file names, in its order. Ids may be quoted (`"problems.x" = 1`) or
/// dotted (`problems.x = 1`).
pub(crate) fn assumptions(file: &Section, problems: &mut Problems) -> Vec<(String, f32)> {
    let mut named: Vec<(String, f32)> = Vec::new();
    let goes_beyond = goes_beyond(file, problems);
    let Some(section) = file
        .field("parameters")
        .and_then(|place| place.section(problems))
    else {
        return named;
    };
    let registry = Parameters::registry();
    let ids: Vec<String> = registry.iter().map(|info| info.id()).collect();
    for (key, value) in section.table {
        let name: &str = key.get_ref();
        let place = Place {
            path: section.path_of(name),
            offset: key.span().start,
            value: value.get_ref(),
        };
        // A dotted key reaches us as a table of one mechanism's fields.
        if let (false, Some(inner)) = (name.contains('.'), value.get_ref().as_table()) {
            for (field, value) in inner {
                let id = format!("{name}.{}", field.get_ref());
                let place = Place {
                    path: section.path_of(&id),
                    offset: field.span().start,
                    value: value.get_ref(),
                };
                assumption(
                    &id,
                    &place,
                    (&registry, &ids, goes_beyond),
                    &mut named,
                    problems,
                );
            }
        } else {
            assumption(
                name,
                &place,
                (&registry, &ids, goes_beyond),
                &mut named,
                problems,
            );
        }
    }
    named
}

fn assumption(
    id: &str,
    place: &Place,
    (registry, ids, goes_beyond): (&[&'static ParameterInfo], &[String], bool),
    named: &mut Vec<(String, f32)>,
    problems: &mut Problems,
) {
    let Some(position) = ids.iter().position(|known| known == id) else {
        let known: Vec<&str> = ids.iter().map(String::as_str).collect();
        let path = super::section::shortened(&place.path);
        let wanted = if problems.many() {
            "a parameter".to_owned()
        } else {
            suggestion("a parameter", id, &known)
        };
        problems.add(place.offset, path, "an unknown parameter", wanted);
        return;
    };
    if named.iter().any(|(other, _)| other == id) {
        place.wanted(problems, "each parameter once");
        return;
    }
    let info = registry[position];
    let (least, most) = info.bounds();
    let value = if goes_beyond {
        place.number(
            problems,
            least,
            most,
            &format!("{}; beyond that the model breaks", info.unit),
        )
    } else if (least, most) == (info.low, info.high) {
        place.number(problems, info.low, info.high, info.unit)
    } else {
        let unit = format!("{}; with {FIELD} = true from {least} to {most}", info.unit);
        place.number(problems, info.low, info.high, &unit)
    };
    named.push((id.to_owned(), value));
}
