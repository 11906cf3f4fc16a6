//! What each part of a scenario file means: money, arms, assumptions, events. Notes every problem, stops at none.

use super::problem::Problems;
use super::section::{LONGEST_NAME, Place, Section, suggestion};
use crate::scenario::approaches::Approach;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::strategy::{DIMENSIONS, Design, Level, PRESETS, preset};
use crate::scenario::{Arm, Event, EventKind, Money, limits};
use toml::de::DeValue;

/// The investment money.
pub(super) fn money(file: &Section, problems: &mut Problems, years: u32) -> Money {
    let mut money = Money { pounds_per_head_year: 0.0, first_year: 1, last_year: years };
    let wanted = "a table [money] with pounds_per_head_year, first_year, last_year";
    let Some(section) = file.required(problems, "money", wanted).and_then(|place| place.section(problems)) else { return money };
    section.only(problems, &["pounds_per_head_year", "first_year", "last_year"]);
    let (low, high) = limits::POUNDS_PER_HEAD_YEAR;
    if let Some(place) = section.required(problems, "pounds_per_head_year", &format!("a number from {low} to {high}")) {
        money.pounds_per_head_year = place.number(problems, low, high, "pounds a head a year");
    }
    let range = 1..=u64::from(limits::YEARS.1);
    money.first_year = section.whole(problems, "first_year", range.clone(), 1) as u32;
    money.last_year = section.whole(problems, "last_year", range, u64::from(years)) as u32;
    if money.last_year < money.first_year {
        let place = section.field("last_year").or_else(|| section.field("first_year"));
        let (offset, path) = place.map_or((section.offset, section.path.clone()), |p| (p.offset, p.path));
        problems.add(
            offset,
            path,
            format!("money from year {} to year {}", money.first_year, money.last_year),
            "a last year that is not before the first year",
        );
    }
    money
}

/// The arms.
pub(super) fn arms(file: &Section, problems: &mut Problems, catalogue: &[Approach]) -> Vec<Arm> {
    let (fewest, most) = limits::ARMS;
    let Some(place) = file.required(problems, "arms", &format!("{fewest} to {most} tables [[arms]]")) else { return Vec::new() };
    let items = place.list(problems);
    if place.value.is_array() && !(fewest..=most).contains(&items.len()) {
        place.wanted(problems, format!("{fewest} to {most} arms"));
    }
    let mut arms: Vec<Arm> = Vec::new();
    for item in &items {
        let Some(section) = item.section(problems) else { continue };
        let arm = arm(&section, problems, catalogue);
        if !arm.id.is_empty() && arms.iter().any(|other| other.id == arm.id) {
            let offset = section.field("id").map_or(section.offset, |p| p.offset);
            problems.add(offset, section.path_of("id"), format!("\"{}\" a second time", arm.id), "an id that no other arm has");
        }
        arms.push(arm);
    }
    arms
}

fn arm(section: &Section, problems: &mut Problems, catalogue: &[Approach]) -> Arm {
    section.only(problems, &["id", "name", "preset", "approaches", "design"]);
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
        .required(problems, "preset", &format!("the name of a preset: {}", presets.join(", ")))
        .and_then(|place| place.name(problems, "the name of a preset", &presets))
        .and_then(|id| preset(&id))
        .unwrap_or(&PRESETS[0]);
    let name = section.field("name").map_or_else(|| start.name.to_owned(), |place| place.text(problems));
    let known: Vec<&str> = catalogue.iter().map(|a| a.id.as_str()).collect();
    let mut approaches: Vec<String> = Vec::new();
    for item in section.field("approaches").map(|place| place.list(problems)).unwrap_or_default() {
        let Some(approach) = item.name(problems, "an approach of the catalogue", &known) else { continue };
        if approaches.contains(&approach) {
            item.wanted(problems, "each approach once");
        } else {
            approaches.push(approach);
        }
    }
    let mut design = start.design;
    if let Some(place) = section.field("design")
        && let Some(section) = place.section(problems)
    {
        change_design(&mut design, &section, problems);
    }
    Arm { id, name, preset: start.id.to_owned(), design, approaches }
}

fn id_is_plain(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_NAME && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn change_design(design: &mut Design, section: &Section, problems: &mut Problems) {
    section.only(problems, &DIMENSIONS.map(|d| d.id));
    for dimension in DIMENSIONS {
        let Some(place) = section.field(dimension.id) else { continue };
        if dimension.id == "levels" {
            design.levels = levels(&place, problems);
        } else {
            let value = place.number(problems, dimension.low, dimension.high, dimension.unit);
            design.set(dimension.id, value);
        }
    }
}

fn levels(place: &Place, problems: &mut Problems) -> [f32; 5] {
    const UNIT: &str = "weight in the budget";
    let before = problems.lines().len();
    let mut weights = [0.0; 5];
    match place.value {
        DeValue::Array(items) if items.len() == 5 => {
            for (weight, item) in weights.iter_mut().zip(place.list(problems)) {
                *weight = item.number(problems, 0.0, 1.0, UNIT);
            }
        }
        DeValue::Table(_) => {
            if let Some(section) = place.section(problems) {
                section.only(problems, &Level::ALL.map(Level::id));
                for (weight, level) in weights.iter_mut().zip(Level::ALL) {
                    *weight = section.field(level.id()).map_or(0.0, |p| p.number(problems, 0.0, 1.0, UNIT));
                }
            }
        }
        _ => place.wanted(problems, "five weights from 0 to 1, or a table of people, families, communities, services, government"),
    }
    if problems.lines().len() == before && weights.iter().all(|w| *w <= 0.0) {
        place.wanted(problems, "at least one level with a weight above 0");
    }
    weights
}

/// The assumptions that differ from the defaults. Ids may be quoted (`"problems.x" = 1`) or dotted (`problems.x = 1`).
pub(super) fn parameters(file: &Section, problems: &mut Problems) -> Parameters {
    let mut parameters = Parameters::default();
    let Some(section) = file.field("parameters").and_then(|place| place.section(problems)) else { return parameters };
    let registry = Parameters::registry();
    let ids: Vec<String> = registry.iter().map(|info| info.id()).collect();
    let mut seen: Vec<String> = Vec::new();
    for (key, value) in section.table {
        let name: &str = key.get_ref();
        let place = Place { path: section.path_of(name), offset: key.span().start, value: value.get_ref() };
        // A dotted key reaches us as a table of one mechanism's fields.
        if let (false, Some(inner)) = (name.contains('.'), value.get_ref().as_table()) {
            for (field, value) in inner {
                let id = format!("{name}.{}", field.get_ref());
                let place = Place { path: section.path_of(&id), offset: field.span().start, value: value.get_ref() };
                parameter(&mut parameters, &id, &place, (&registry, &ids), &mut seen, problems);
            }
        } else {
            parameter(&mut parameters, name, &place, (&registry, &ids), &mut seen, problems);
        }
    }
    parameters
}

fn parameter(
    parameters: &mut Parameters,
    id: &str,
    place: &Place,
    (registry, ids): (&[&'static ParameterInfo], &[String]),
    seen: &mut Vec<String>,
    problems: &mut Problems,
) {
    let Some(position) = ids.iter().position(|known| known == id) else {
        let known: Vec<&str> = ids.iter().map(String::as_str).collect();
        let path = super::section::shortened(&place.path);
        problems.add(place.offset, path, "an unknown parameter", suggestion("a parameter", id, &known));
        return;
    };
    if seen.iter().any(|other| other == id) {
        place.wanted(problems, "each parameter once");
        return;
    }
    seen.push(id.to_owned());
    let info = registry[position];
    let value = place.number(problems, info.low, info.high, info.unit);
    parameters.set(id, value);
}

/// The events, in order of time.
pub(super) fn events(file: &Section, problems: &mut Problems, years: u32) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for item in file.field("events").map(|place| place.list(problems)).unwrap_or_default() {
        let Some(section) = item.section(problems) else { continue };
        section.only(problems, &["year", "month", "kind", "size"]);
        let month = event_month(&section, problems, years);
        let kinds = EventKind::ALL.map(|(_, id, _)| id);
        let kind = section
            .required(problems, "kind", &format!("a kind of event: {}", kinds.join(", ")))
            .and_then(|place| place.name(problems, "a kind of event", &kinds))
            .and_then(|id| EventKind::ALL.iter().find(|(_, known, _)| *known == id).map(|(kind, _, _)| *kind));
        let size =
            section.required(problems, "size", "a number from 0 to 1").map_or(0.0, |place| place.number(problems, 0.0, 1.0, "share"));
        let (Some(month), Some(kind)) = (month, kind) else { continue };
        if events.iter().any(|other| other.month == month && other.kind == kind) {
            problems.add(section.offset, section.path.clone(), "the same kind of event in the same month", "each event once");
        }
        events.push(Event { month, kind, size });
    }
    events.sort_by_key(|event| event.month);
    events
}

fn event_month(section: &Section, problems: &mut Problems, years: u32) -> Option<u32> {
    match (section.field("year"), section.field("month")) {
        (Some(year), None) => Some((year.whole(problems, 1..=u64::from(years)) as u32 - 1) * 12),
        (None, Some(month)) => Some(month.whole(problems, 0..=u64::from(years) * 12 - 1) as u32),
        (None, None) => {
            problems.add(section.offset, section.path.clone(), "no time", "a year (counted from 1) or a month (counted from 0)");
            None
        }
        (Some(_), Some(month)) => {
            month.wanted(problems, "either a year or a month, not both");
            None
        }
    }
}
