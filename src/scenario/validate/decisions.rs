//! What the decisions of an arm mean: changes of course at a date. Notes every problem, stops at
//! none.

use super::events::month;
use super::problem::Problems;
use super::section::{Place, Section};
use crate::scenario::strategy::{DIMENSIONS, Decision, Level};
use toml::de::DeValue;

/// The decisions of an arm, in order of time.
pub(super) fn read(arm: &Section, problems: &mut Problems, years: u32) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    for item in arm
        .field("decisions")
        .map(|place| place.list(problems))
        .unwrap_or_default()
    {
        let Some(section) = item.section(problems) else {
            continue;
        };
        let mut known = vec!["year", "month"];
        known.extend(DIMENSIONS.map(|d| d.id));
        section.only(problems, &known);
        let at = month(&section, problems, years);
        let mut decision = Decision::default();
        for dimension in DIMENSIONS {
            let Some(place) = section.field(dimension.id) else {
                continue;
            };
            if dimension.id == "levels" {
                decision.levels = Some(levels(&place, problems));
            } else {
                let value = place.number(problems, dimension.low, dimension.high, dimension.unit);
                decision.dimensions.insert(dimension.id.to_owned(), value);
            }
        }
        if decision.levels.is_none() && decision.dimensions.is_empty() {
            let names = DIMENSIONS.map(|d| d.id).join(", ");
            problems.add(
                section.offset,
                section.path.clone(),
                "a decision that changes nothing",
                format!("at least one of {names}"),
            );
        }
        let Some(at) = at else { continue };
        if decisions.iter().any(|other| other.month == at) {
            problems.add(
                section.offset,
                section.path.clone(),
                "a second decision in the same month",
                "one decision a month",
            );
        }
        decisions.push(Decision {
            month: at,
            ..decision
        });
    }
    decisions.sort_by_key(|decision| decision.month);
    decisions
}

/// The weights of the five levels.
pub(super) fn levels(place: &Place, problems: &mut Problems) -> [f32; 5] {
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
                    *weight = section
                        .field(level.id())
                        .map_or(0.0, |p| p.number(problems, 0.0, 1.0, UNIT));
                }
            }
        }
        _ => place.wanted(
            problems,
            "five weights from 0 to 1, or a table of people, families, \
            communities, services, government",
        ),
    }
    if problems.lines().len() == before && weights.iter().all(|w| *w <= 0.0) {
        place.wanted(problems, "at least one level with a weight above 0");
    }
    weights
}
