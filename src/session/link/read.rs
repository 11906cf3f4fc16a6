//! One pair of a link at a time: the scenario changes inside its limits, or a sentence says what was left out and why.

use super::form::{BEYOND, name, not_a_number, number, number32, shorten, whole};
use super::write::set_preset;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::strategy::{DIMENSIONS, Decision, Level};
use crate::scenario::{Event, EventKind, EventService, Scenario, limits};
use crate::session::choices::Choices;
use crate::session::edit::Edit;
use crate::session::edit::apply;
use crate::session::kept::own::PREFIX;

/// What to do about a place that a link cannot hold.
pub(super) const OWN_PLACE: &str = "A link holds no place of the sender's own: ask for the scenario as a file, or drop the same tables on the page and open the link again.";

/// The order in which pairs are read, whatever theirs: presets before what changes them, years before what lies in them.
pub fn rank(key: &str) -> u8 {
    match key {
        "years" => 0,
        _ if key.ends_with(".preset") => 1,
        _ => 2,
    }
}

/// Takes in one pair.
///
/// Errors: sentences about what was left out.
pub fn pair(
    scenario: &mut Scenario,
    key: &str,
    value: &str,
    choices: &Choices,
) -> Result<(), Vec<String>> {
    let one = |result: Result<(), String>| result.map_err(|words| vec![words]);
    one(match key {
        "place" => {
            if choices.places.iter().any(|place| place.id == value) {
                apply(scenario, &Edit::Place(value.to_owned()));
                Ok(())
            } else {
                let own = if value.starts_with(PREFIX) {
                    OWN_PLACE
                } else {
                    ""
                };
                let words = format!(
                    "There is no place “{}” here; {} is used. {own}",
                    shorten(value),
                    choices.place_name(&scenario.place)
                );
                Err(words.trim_end().to_owned())
            }
        }
        "name" => name(key, value).map(|name| scenario.name = name),
        "people" => whole(key, value, limits::PEOPLE).map(|people| scenario.people = people),
        "years" => {
            whole(key, value, limits::YEARS).map(|years| apply(scenario, &Edit::Years(years)))
        }
        "replicates" => {
            whole(key, value, limits::REPLICATES).map(|count| scenario.replicates = count)
        }
        "spin-up" => {
            whole(key, value, limits::SPIN_UP_MONTHS).map(|months| scenario.spin_up_months = months)
        }
        "seed" => value
            .parse()
            .map(|seed| scenario.seed = seed)
            .map_err(|_| not_a_number(key, value)),
        "money" => number(key, value, limits::POUNDS_PER_HEAD_YEAR)
            .map(|pounds| scenario.money.pounds_per_head_year = pounds),
        "funded" => funded(scenario, value),
        "events" => return events(scenario, value),
        _ => match key.split_once('.') {
            Some(("set", id)) => parameter(scenario, id, value, |info| (info.low, info.high)),
            Some((BEYOND, id)) => parameter(scenario, id, value, ParameterInfo::bounds),
            Some((id, field)) => return arm(scenario, id, field, value),
            None => Err(format!(
                "“{}” in the link means nothing here and was left out.",
                shorten(key)
            )),
        },
    })
}

fn funded(scenario: &mut Scenario, value: &str) -> Result<(), String> {
    let years = value
        .split_once('-')
        .and_then(|(first, last)| Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?)));
    match years {
        // A file may fund years beyond the last one lived, and a link holds what a file can hold.
        Some((first, last)) if first >= 1 && first <= last && last <= limits::YEARS.1 => {
            scenario.money.first_year = first;
            scenario.money.last_year = last;
            Ok(())
        }
        _ => Err(format!(
            "The funded years “{}” do not fit into {} years and were left out.",
            shorten(value),
            scenario.years
        )),
    }
}

fn parameter(
    scenario: &mut Scenario,
    id: &str,
    value: &str,
    range: fn(&ParameterInfo) -> (f32, f32),
) -> Result<(), String> {
    let info = Parameters::registry()
        .into_iter()
        .find(|info| info.id() == id);
    let Some(info) = info else {
        return Err(format!(
            "There is no assumption “{}”; it was left out.",
            shorten(id)
        ));
    };
    let value = number32(id, value, range(info))?;
    scenario.parameters.set(id, value);
    Ok(())
}

#[expect(clippy::too_many_lines, reason = "a line for each part of a link")]
fn arm(scenario: &mut Scenario, id: &str, field: &str, value: &str) -> Result<(), Vec<String>> {
    let unknown = || {
        vec![format!(
            "“{}.{}” in the link means nothing here and was left out.",
            shorten(id),
            shorten(field)
        )]
    };
    let months = scenario.months();
    let Scenario {
        arms, approaches, ..
    } = scenario;
    let arm = arms
        .iter_mut()
        .find(|arm| arm.id == id)
        .ok_or_else(unknown)?;
    match field {
        "preset" => {
            if !set_preset(arm, value) {
                return Err(vec![format!(
                    "There is no strategy “{}”; “{}” stays.",
                    shorten(value),
                    arm.name
                )]);
            }
        }
        "name" => arm.name = name(id, value).map_err(|words| vec![words])?,
        "budget" => {
            arm.budget =
                number("the budget", value, limits::BUDGET).map_err(|words| vec![words])?;
        }
        "buys" => {
            let (mut kept, mut dropped) = (Vec::new(), Vec::new());
            for wanted in value.split(',').filter(|id| !id.is_empty()) {
                if approaches.iter().any(|approach| approach.id == wanted)
                    && !kept.iter().any(|id| id == wanted)
                {
                    kept.push(wanted.to_owned());
                } else {
                    dropped.push(format!(
                        "There is no approach “{}”, or it is named twice; it was left out.",
                        shorten(wanted)
                    ));
                }
            }
            arm.approaches = kept;
            return if dropped.is_empty() {
                Ok(())
            } else {
                Err(dropped)
            };
        }
        "levels" => arm.design.levels = levels(value).map_err(|words| vec![words])?,
        "decisions" => {
            let (kept, dropped) = each(value, |text| decision(text, months));
            arm.decisions.clear();
            for decision in kept {
                // One a month: a second one would contradict the first.
                if !arm
                    .decisions
                    .iter()
                    .any(|other| other.month == decision.month)
                {
                    arm.decisions.push(decision);
                }
            }
            arm.decisions.sort_by_key(|decision| decision.month);
            return if dropped.is_empty() {
                Ok(())
            } else {
                Err(dropped)
            };
        }
        _ => {
            let dimension = DIMENSIONS
                .iter()
                .find(|d| d.id == field && d.id != "levels")
                .ok_or_else(unknown)?;
            let value = number32(dimension.name, value, (dimension.low, dimension.high))
                .map_err(|words| vec![words])?;
            arm.design.set(dimension.id, value);
        }
    }
    Ok(())
}

/// Things parted by semicolons, each read by itself.
fn each<T>(value: &str, read: impl Fn(&str) -> Result<T, String>) -> (Vec<T>, Vec<String>) {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for text in value.split(';').filter(|text| !text.is_empty()) {
        match read(text) {
            Ok(thing) => kept.push(thing),
            Err(words) => dropped.push(words),
        }
    }
    (kept, dropped)
}

fn levels(value: &str) -> Result<[f32; 5], String> {
    let weights: Vec<f32> = value
        .split(',')
        .filter_map(|part| part.parse().ok())
        .filter(|w| (0.0..=1.0).contains(w))
        .collect();
    <[f32; Level::ALL.len()]>::try_from(weights)
        .ok()
        .filter(|weights| weights.iter().any(|w| *w > 0.0))
        .ok_or_else(|| {
            format!(
                "The levels “{}” are not five weights from 0 to 1 and were left out.",
                shorten(value)
            )
        })
}

fn decision(text: &str, months: u32) -> Result<Decision, String> {
    let wrong = || {
        format!(
            "The decision “{}” cannot be read and was left out.",
            shorten(text)
        )
    };
    let mut parts = text.split(':');
    let month: u32 = parts
        .next()
        .and_then(|month| month.parse().ok())
        .filter(|month| *month < months)
        .ok_or_else(wrong)?;
    let mut decision = Decision {
        month,
        ..Decision::default()
    };
    while let (Some(id), Some(value)) = (parts.next(), parts.next()) {
        if id == "levels" {
            decision.levels = Some(levels(value)?);
        } else {
            let dimension = DIMENSIONS.iter().find(|d| d.id == id).ok_or_else(wrong)?;
            decision.dimensions.insert(
                id.to_owned(),
                number32(dimension.name, value, (dimension.low, dimension.high))?,
            );
        }
    }
    if decision.levels.is_none() && decision.dimensions.is_empty() {
        Err(wrong())
    } else {
        Ok(decision)
    }
}

fn events(scenario: &mut Scenario, value: &str) -> Result<(), Vec<String>> {
    let months = scenario.months();
    let (kept, dropped) = each(value, |text| {
        event(text, months).ok_or_else(|| {
            format!(
                "The event “{}” cannot be read and was left out.",
                shorten(text)
            )
        })
    });
    scenario.events.clear();
    for event in kept {
        let same = |other: &Event| {
            (other.month, other.kind, other.service) == (event.month, event.kind, event.service)
        };
        if !scenario.events.iter().any(same) {
            scenario.events.push(event);
        }
    }
    scenario.events.sort_by_key(|event| event.month);
    if dropped.is_empty() {
        Ok(())
    } else {
        Err(dropped)
    }
}

fn event(text: &str, months: u32) -> Option<Event> {
    let (kind, rest) = text.split_once('@')?;
    let (kind, _, _) = EventKind::ALL.iter().find(|(_, id, _)| *id == kind)?;
    let mut parts = rest.split(':');
    let month = parts.next()?.parse().ok().filter(|month| *month < months)?;
    let size = parts
        .next()?
        .parse()
        .ok()
        .filter(|size| (0.0..=1.0).contains(size))?;
    let service = match parts.next().filter(|id| !id.is_empty()) {
        Some(id) => Some(
            EventService::ALL
                .into_iter()
                .find(|service| service.id() == id)?,
        ),
        None => None,
    };
    let (low, high) = limits::EVENT_MONTHS;
    let lasts = match parts.next() {
        Some(months) => Some(
            months
                .parse()
                .ok()
                .filter(|months| (low..=high).contains(months))?,
        ),
        None => None,
    };
    let fits = service.is_some() == (*kind == EventKind::Closure)
        && (lasts.is_none() || kind.can_end())
        && parts.next().is_none();
    fits.then_some(Event {
        month,
        kind: *kind,
        size,
        service,
        months: lasts,
    })
}
