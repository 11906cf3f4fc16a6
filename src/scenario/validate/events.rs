//! What the events of a scenario file mean. Notes every problem, stops at none.

use super::problem::Problems;
use super::section::Section;
use crate::scenario::{Event, EventKind, EventService, limits};

/// The events, in order of time.
pub(super) fn events(file: &Section, problems: &mut Problems, years: u32) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for item in file
        .field("events")
        .map(|place| place.list(problems))
        .unwrap_or_default()
    {
        let Some(section) = item.section(problems) else {
            continue;
        };
        section.only(
            problems,
            &["year", "month", "kind", "size", "service", "months"],
        );
        let month = month(&section, problems, years);
        let kinds = EventKind::ALL.map(|(_, id, _)| id);
        let kind = section
            .required(
                problems,
                "kind",
                &format!("a kind of event: {}", kinds.join(", ")),
            )
            .and_then(|place| place.name(problems, "a kind of event", &kinds))
            .and_then(|id| {
                EventKind::ALL
                    .iter()
                    .find(|(_, known, _)| *known == id)
                    .map(|(kind, _, _)| *kind)
            });
        let size = section
            .required(problems, "size", "a number from 0 to 1")
            .map_or(0.0, |place| place.number(problems, 0.0, 1.0, "share"));
        let (Some(month), Some(kind)) = (month, kind) else {
            continue;
        };
        let service = service(&section, problems, kind);
        let months = duration(&section, problems, kind);
        if events
            .iter()
            .any(|other| other.month == month && other.kind == kind && other.service == service)
        {
            problems.add(
                section.offset,
                section.path.clone(),
                "the same kind of event in the same month",
                "each event once",
            );
        }
        events.push(Event {
            month,
            kind,
            size,
            service,
            months,
        });
    }
    events.sort_by_key(|event| event.month);
    events
}

/// When something happens: a year, counted from 1, or a month, counted from 0.
pub(super) fn month(section: &Section, problems: &mut Problems, years: u32) -> Option<u32> {
    match (section.field("year"), section.field("month")) {
        (Some(year), None) => Some((year.whole(problems, 1..=u64::from(years)) as u32 - 1) * 12),
        (None, Some(month)) => Some(month.whole(problems, 0..=u64::from(years) * 12 - 1) as u32),
        (None, None) => {
            problems.add(
                section.offset,
                section.path.clone(),
                "no time",
                "a year (counted from 1) or a month (counted from 0)",
            );
            None
        }
        (Some(_), Some(month)) => {
            month.wanted(problems, "either a year or a month, not both");
            None
        }
    }
}

/// The service that a closure is about.
fn service(section: &Section, problems: &mut Problems, kind: EventKind) -> Option<EventService> {
    let ids = EventService::ALL.map(EventService::id);
    if kind != EventKind::Closure {
        if let Some(place) = section.field("service") {
            place.wanted(problems, "no service: only a closure is about one");
        }
        return None;
    }
    let place = section.required(
        problems,
        "service",
        &format!("the service that closes: {}", ids.join(", ")),
    )?;
    let id = place.name(problems, "the service that closes", &ids)?;
    EventService::ALL
        .into_iter()
        .find(|service| service.id() == id)
}

/// For how many months it lasts, where it says so.
fn duration(section: &Section, problems: &mut Problems, kind: EventKind) -> Option<u32> {
    let place = section.field("months")?;
    if !kind.can_end() {
        place.wanted(
            problems,
            "no months: only a closure and a pandemic can be over",
        );
        return None;
    }
    let (low, high) = limits::EVENT_MONTHS;
    Some(place.whole(problems, u64::from(low)..=u64::from(high)) as u32)
}
