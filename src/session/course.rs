//! What happens when, in plain sentences: shocks that hit both worlds, and what a strategy decides on the way.

use super::edit::design_before;
use super::strategy::value_words;
use crate::charts::number::plain;
use crate::scenario::strategy::{DIMENSIONS, Level};
use crate::scenario::{Arm, Event, EventKind};

/// A month of the run as people say it: years and their months count from 1.
pub fn when(month: u32) -> String {
    if month.is_multiple_of(12) {
        format!("the start of year {}", month / 12 + 1)
    } else {
        format!("year {}, month {}", month / 12 + 1, month % 12 + 1)
    }
}

/// What a kind of shock is called.
pub fn kind_name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Cut => "Cut",
        EventKind::LeaderLeaves => "A leader leaves",
        EventKind::Pandemic => "Pandemic",
        EventKind::Closure => "A service closes",
        EventKind::Influx => "People arrive",
    }
}

/// What a shock does, and when: one sentence, the same in both worlds.
pub fn shock_words(event: &Event) -> String {
    let size = plain(f64::from(event.size) * 100.0, 0);
    let when = when(event.month);
    let lasts = |usual: &str| match event.months {
        Some(1) => "for 1 month".to_owned(),
        Some(months) => format!("for {months} months"),
        None => usual.to_owned(),
    };
    match event.kind {
        EventKind::Cut => {
            format!("At {when}, core budgets of services fall by {size}% and stay lower.")
        }
        EventKind::LeaderLeaves => {
            format!(
                "At {when}, a leader leaves: {size}% of the power shared and of answering to people is lost."
            )
        }
        EventKind::Pandemic => format!(
            "At {when}, contact between people falls by {size}%, {}.",
            lasts("for a year")
        ),
        EventKind::Closure => {
            let service = event
                .service
                .map_or("A service", crate::scenario::EventService::words);
            format!(
                "At {when}, {size}% of this service closes, {}: {}.",
                lasts("for good"),
                lower(service)
            )
        }
        EventKind::Influx => {
            format!("At {when}, new people arrive: {size}% of those who live here, in new homes.")
        }
    }
}

/// What a decision of an arm changes, and when: "From year 3, month 7: area from 25% to 60%".
pub fn decision_words(arm: &Arm, turn: usize) -> String {
    let Some(decision) = arm.decisions.get(turn) else {
        return String::new();
    };
    let before = design_before(arm, turn);
    let mut changes: Vec<String> = Vec::new();
    if let Some(levels) = decision.levels {
        let moved: Vec<String> = Level::ALL
            .into_iter()
            .filter(|level| levels[*level as usize] != before.levels[*level as usize])
            .map(|level| {
                let percent = |share: f32| plain(f64::from(share) * 100.0, 0);
                format!(
                    "{} from {}% to {}%",
                    level.id(),
                    percent(before.levels[level as usize]),
                    percent(levels[level as usize])
                )
            })
            .collect();
        changes.push(if moved.is_empty() {
            "levels as before".to_owned()
        } else {
            format!("weight of {}", moved.join(", "))
        });
    }
    for dimension in &DIMENSIONS {
        let Some(value) = decision.dimensions.get(dimension.id) else {
            continue;
        };
        let name = lower(dimension.name);
        let old = before.get(dimension.id).unwrap_or(*value);
        changes.push(if old == *value {
            format!("{name} as before, {}", value_words(dimension, *value))
        } else {
            format!(
                "{name} from {} to {}",
                value_words(dimension, old),
                value_words(dimension, *value)
            )
        });
    }
    format!("From {} on: {}.", when(decision.month), changes.join("; "))
}

fn lower(words: &str) -> String {
    crate::charts::words::lower_first(words)
}

#[cfg(test)]
mod tests {
    use super::super::edit::{DecisionEdit, apply};
    use super::super::{Edit, samples};
    use super::*;
    use crate::scenario::EventService;

    #[test]
    fn shocks_say_what_happens_when_and_for_how_long() {
        let cut = Event::new(30, EventKind::Cut, 0.15);
        assert_eq!(
            shock_words(&cut),
            "At year 3, month 7, core budgets of services fall by 15% and stay lower."
        );
        let mut closure = Event::new(24, EventKind::Closure, 1.0);
        closure.service = Some(EventService::Hospice);
        assert_eq!(
            shock_words(&closure),
            "At the start of year 3, 100% of this service closes, for good: hospice and palliative care."
        );
        closure.months = Some(1);
        assert!(shock_words(&closure).contains("for 1 month:"));
        for (kind, ..) in EventKind::ALL {
            let words = shock_words(&Event::new(0, kind, 0.2));
            assert!(
                words.starts_with("At the start of year 1, ")
                    && words.contains("20%")
                    && words.ends_with('.'),
                "{words}"
            );
        }
    }

    #[test]
    fn decisions_say_from_what_to_what() {
        let mut scenario = samples::scenario();
        let edits = [
            DecisionEdit::Add {
                month: 12,
                dimension: "area",
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "area",
                value: Some(0.6),
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "horizon_months",
                value: Some(60.0),
            },
            DecisionEdit::Level {
                turn: 0,
                level: 4,
                weight: 0.5,
            },
            DecisionEdit::Add {
                month: 20,
                dimension: "area",
            },
        ];
        for edit in edits {
            apply(&mut scenario, &Edit::Decision { arm: 1, edit });
        }
        let arm = &scenario.arms[1];
        assert_eq!(
            decision_words(arm, 0),
            "From the start of year 2 on: weight of government from 0% to 50%; area from 25% to 60%; horizon from 2 years to 5 years."
        );
        assert_eq!(
            decision_words(arm, 1),
            "From year 2, month 9 on: area as before, 60%."
        );
        assert_eq!(decision_words(arm, 2), "");
    }
}
