//! Changes of the shocks that hit both worlds: added, moved, changed, removed. What results is always a valid list of events.
//!
//! A shock is told from the others by its kind, its service and its turn among those: while it is moved it never passes
//! the next of its own kind, so the hand never holds another one than it took.

use super::months::free_month;
use crate::scenario::{Event, EventKind, EventService, Scenario, limits};

/// Which shock: the how-manieth of its kind and service in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shock {
    /// Its kind.
    pub kind: EventKind,
    /// The service it closes, if it is a closure.
    pub service: Option<EventService>,
    /// How many of them come before it.
    pub turn: usize,
}

/// One change of the shocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShockEdit {
    /// One more of a kind, in a month or as near to it as there is room.
    Add(EventKind, u32),
    /// To another month, counted from 0.
    Month(Shock, u32),
    /// How large it is. Range: 0–1.
    Size(Shock, f32),
    /// For how many months; for good when nothing is said. Only for what can end.
    Lasts(Shock, Option<u32>),
    /// Another service closes.
    Service(Shock, EventService),
    /// It does not happen.
    Remove(Shock),
}

impl ShockEdit {
    /// Whether both come from the same control.
    pub fn is_same_control(self, other: Self) -> bool {
        match (self, other) {
            (Self::Month(shock, _), Self::Month(same, _))
            | (Self::Size(shock, _), Self::Size(same, _))
            | (Self::Lasts(shock, Some(_)), Self::Lasts(same, Some(_))) => shock == same,
            _ => false,
        }
    }
}

/// The shocks of a scenario with their positions in it, in an order that does not change while one is moved: kind by kind.
pub fn shocks(scenario: &Scenario) -> Vec<(Shock, usize)> {
    let mut all: Vec<(Shock, usize)> = Vec::new();
    for (position, event) in scenario.events.iter().enumerate() {
        let same = |other: &&(Shock, usize)| {
            (other.0.kind, other.0.service) == (event.kind, event.service)
        };
        let turn = all.iter().filter(same).count();
        all.push((
            Shock {
                kind: event.kind,
                service: event.service,
                turn,
            },
            position,
        ));
    }
    all.sort_by_key(|(shock, _)| {
        (
            shock.kind as usize,
            shock.service.map(|s| s as usize),
            shock.turn,
        )
    });
    all
}

fn position(scenario: &Scenario, wanted: Shock) -> Option<usize> {
    shocks(scenario)
        .into_iter()
        .find(|(shock, _)| *shock == wanted)
        .map(|(_, position)| position)
}

/// How large a shock of a kind is when it is added: something that has happened somewhere, not a catastrophe.
fn usual_size(kind: EventKind) -> f32 {
    match kind {
        EventKind::Cut => 0.1,
        EventKind::LeaderLeaves | EventKind::Pandemic | EventKind::Closure => 0.5,
        EventKind::Influx => 0.05,
    }
}

pub(super) fn apply(scenario: &mut Scenario, edit: ShockEdit) {
    match edit {
        ShockEdit::Add(kind, month) => add(scenario, kind, month),
        ShockEdit::Month(shock, month) => to_month(scenario, shock, month),
        ShockEdit::Size(shock, size) => {
            if let Some(event) = find(scenario, shock).filter(|_| size.is_finite()) {
                event.size = size.clamp(0.0, 1.0);
            }
        }
        ShockEdit::Lasts(shock, months) => {
            if let Some(event) = find(scenario, shock).filter(|event| event.kind.can_end()) {
                event.months = months
                    .map(|months| months.clamp(limits::EVENT_MONTHS.0, limits::EVENT_MONTHS.1));
            }
        }
        ShockEdit::Service(shock, service) => other_service(scenario, shock, service),
        ShockEdit::Remove(shock) => {
            if let Some(position) = position(scenario, shock) {
                scenario.events.remove(position);
            }
        }
    }
    scenario.events.sort_by_key(|event| event.month);
}

fn find(scenario: &mut Scenario, shock: Shock) -> Option<&mut Event> {
    let position = position(scenario, shock)?;
    scenario.events.get_mut(position)
}

fn taken(
    scenario: &Scenario,
    kind: EventKind,
    service: Option<EventService>,
) -> impl Fn(u32) -> bool + '_ {
    move |month| {
        scenario
            .events
            .iter()
            .any(|e| (e.month, e.kind, e.service) == (month, kind, service))
    }
}

fn add(scenario: &mut Scenario, kind: EventKind, month: u32) {
    let service = (kind == EventKind::Closure).then_some(EventService::Advice);
    if let Some(month) = free_month(month, scenario.months(), taken(scenario, kind, service)) {
        scenario.events.push(Event {
            month,
            kind,
            size: usual_size(kind),
            service,
            months: None,
        });
    }
}

/// As near to the month as the next of the same kind before and after it leave room.
fn to_month(scenario: &mut Scenario, shock: Shock, month: u32) {
    let Some(own) = position(scenario, shock) else {
        return;
    };
    let neighbour = |turn: Option<usize>| {
        let other = position(
            scenario,
            Shock {
                turn: turn?,
                ..shock
            },
        )?;
        scenario.events.get(other).map(|event| event.month)
    };
    let first = neighbour(shock.turn.checked_sub(1)).map_or(0, |before| before + 1);
    let last = neighbour(Some(shock.turn + 1))
        .unwrap_or_else(|| scenario.months())
        .saturating_sub(1);
    if first <= last {
        scenario.events[own].month = month.clamp(first, last);
    }
}

fn other_service(scenario: &mut Scenario, shock: Shock, service: EventService) {
    let Some(own) = position(scenario, shock)
        .filter(|_| shock.kind == EventKind::Closure && shock.service != Some(service))
    else {
        return;
    };
    let month = scenario.events[own].month;
    if let Some(month) = free_month(
        month,
        scenario.months(),
        taken(scenario, shock.kind, Some(service)),
    ) {
        let event = &mut scenario.events[own];
        (event.month, event.service) = (month, Some(service));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::samples;
    use super::*;

    const CUT: Shock = Shock {
        kind: EventKind::Cut,
        service: None,
        turn: 0,
    };

    fn months(scenario: &Scenario) -> Vec<u32> {
        scenario.events.iter().map(|event| event.month).collect()
    }

    #[test]
    fn a_shock_is_added_where_there_is_room() {
        let mut scenario = samples::scenario();
        for _ in 0..3 {
            apply(&mut scenario, ShockEdit::Add(EventKind::Cut, 12));
        }
        apply(&mut scenario, ShockEdit::Add(EventKind::Influx, 999));
        assert_eq!(months(&scenario), [11, 12, 13, 35]);
    }

    #[test]
    fn a_shock_that_is_moved_never_passes_the_next_of_its_kind() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, ShockEdit::Add(EventKind::Cut, 6));
        apply(&mut scenario, ShockEdit::Add(EventKind::Cut, 20));
        apply(&mut scenario, ShockEdit::Add(EventKind::Pandemic, 8));
        apply(&mut scenario, ShockEdit::Size(CUT, 0.3));
        apply(&mut scenario, ShockEdit::Month(CUT, 30));
        let cuts = scenario.events.iter().filter(|e| e.kind == EventKind::Cut);
        assert_eq!(
            cuts.map(|e| (e.month, e.size)).collect::<Vec<_>>(),
            [(19, 0.3), (20, 0.1)]
        );
        assert_eq!(months(&scenario), [8, 19, 20], "in order of time");
        apply(
            &mut scenario,
            ShockEdit::Month(Shock { turn: 1, ..CUT }, 99),
        );
        assert_eq!(months(&scenario), [8, 19, 35]);
    }

    #[test]
    fn the_order_in_which_shocks_are_shown_stays_while_one_is_moved() {
        let mut scenario = samples::scenario();
        for (kind, month) in [
            (EventKind::Pandemic, 3),
            (EventKind::Cut, 10),
            (EventKind::Influx, 20),
        ] {
            apply(&mut scenario, ShockEdit::Add(kind, month));
        }
        let shown = |scenario: &Scenario| {
            shocks(scenario)
                .into_iter()
                .map(|(shock, _)| shock)
                .collect::<Vec<_>>()
        };
        let before = shown(&scenario);
        apply(&mut scenario, ShockEdit::Month(CUT, 30));
        assert_eq!(shown(&scenario), before);
    }

    #[test]
    fn only_what_can_end_ends_and_only_a_closure_is_about_a_service() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, ShockEdit::Add(EventKind::Cut, 1));
        apply(&mut scenario, ShockEdit::Lasts(CUT, Some(6)));
        apply(
            &mut scenario,
            ShockEdit::Service(CUT, EventService::Hospice),
        );
        assert_eq!(
            (scenario.events[0].months, scenario.events[0].service),
            (None, None)
        );
        apply(&mut scenario, ShockEdit::Add(EventKind::Closure, 1));
        let closure = shocks(&scenario)
            .into_iter()
            .map(|(shock, _)| shock)
            .find(|s| s.kind == EventKind::Closure)
            .unwrap();
        apply(&mut scenario, ShockEdit::Lasts(closure, Some(9_999)));
        apply(
            &mut scenario,
            ShockEdit::Service(closure, EventService::Hospice),
        );
        let event = scenario
            .events
            .iter()
            .find(|e| e.kind == EventKind::Closure)
            .unwrap();
        assert_eq!(
            (event.service, event.months),
            (Some(EventService::Hospice), Some(limits::EVENT_MONTHS.1))
        );
    }

    #[test]
    fn what_is_removed_or_unknown_changes_nothing_more() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, ShockEdit::Add(EventKind::Cut, 5));
        apply(&mut scenario, ShockEdit::Size(CUT, f32::NAN));
        assert_eq!(scenario.events[0].size, 0.1);
        apply(&mut scenario, ShockEdit::Remove(CUT));
        apply(&mut scenario, ShockEdit::Month(CUT, 3));
        assert!(scenario.events.is_empty());
    }
}
