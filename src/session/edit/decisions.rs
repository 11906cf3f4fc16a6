//! Changes of what an arm decides and when: decisions are told apart by their turn, and none passes the next.

use super::months::free_month;
use crate::scenario::strategy::{DIMENSIONS, Decision, Design, Level};
use crate::scenario::{Arm, Scenario};

/// One change of an arm's decisions. `turn` counts them in order of time, from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DecisionEdit {
    /// One more, in a month or as near as there is room, about a dimension; it starts with what is so by then.
    Add {
        /// The month, counted from 0.
        month: u32,
        /// The dimension, by id.
        dimension: &'static str,
    },
    /// To another month.
    Month {
        /// Which.
        turn: usize,
        /// The month.
        month: u32,
    },
    /// A dimension from then on; one that it did not change before starts with what is so by then when no value is given.
    Dimension {
        /// Which.
        turn: usize,
        /// The dimension, by id.
        dimension: &'static str,
        /// The value.
        value: Option<f32>,
    },
    /// The weight of a level from then on.
    Level {
        /// Which.
        turn: usize,
        /// Position of the level in `Level::ALL`.
        level: usize,
        /// Its weight. Range: 0–1.
        weight: f32,
    },
    /// It no longer changes a dimension; with its last one it goes.
    Leave {
        /// Which.
        turn: usize,
        /// The dimension, by id.
        dimension: &'static str,
    },
    /// It is not taken.
    Remove {
        /// Which.
        turn: usize,
    },
}

impl DecisionEdit {
    /// Whether both come from the same control.
    pub fn is_same_control(self, other: Self) -> bool {
        match (self, other) {
            (Self::Month { turn, .. }, Self::Month { turn: same, .. }) => turn == same,
            (
                Self::Dimension {
                    turn,
                    dimension,
                    value: Some(_),
                },
                Self::Dimension {
                    turn: other,
                    dimension: same,
                    value: Some(_),
                },
            ) => (turn, dimension) == (other, same),
            (
                Self::Level { turn, level, .. },
                Self::Level {
                    turn: other,
                    level: same,
                    ..
                },
            ) => (turn, level) == (other, same),
            _ => false,
        }
    }
}

/// The design that is in force when a decision is taken, those before it included.
pub fn design_before(arm: &Arm, turn: usize) -> Design {
    let mut design = arm.design;
    arm.decisions
        .iter()
        .take(turn)
        .for_each(|decision| decision.apply(&mut design));
    design
}

pub(super) fn apply(scenario: &mut Scenario, arm: usize, edit: DecisionEdit) {
    let months = scenario.months();
    let Some(arm) = scenario.arms.get_mut(arm) else {
        return;
    };
    match edit {
        DecisionEdit::Add { month, dimension } => add(arm, months, month, dimension),
        DecisionEdit::Month { turn, month } => to_month(arm, months, turn, month),
        DecisionEdit::Dimension {
            turn,
            dimension,
            value,
        } => {
            let before = design_before(arm, turn);
            if let Some(decision) = arm.decisions.get_mut(turn) {
                set(decision, &before, dimension, value);
            }
        }
        DecisionEdit::Level {
            turn,
            level,
            weight,
        } => to_level(arm, turn, level, weight),
        DecisionEdit::Leave { turn, dimension } => leave(arm, turn, dimension),
        DecisionEdit::Remove { turn } if turn < arm.decisions.len() => {
            arm.decisions.remove(turn);
        }
        DecisionEdit::Remove { .. } => {}
    }
}

/// Sets a dimension of a decision, held to its range; without a value, to what it was unless the decision changes it already.
fn set(decision: &mut Decision, before: &Design, dimension: &str, value: Option<f32>) {
    let Some(info) = DIMENSIONS.iter().find(|d| d.id == dimension) else {
        return;
    };
    if info.id == "levels" {
        decision.levels.get_or_insert(before.levels);
        return;
    }
    let known = decision
        .dimensions
        .get(info.id)
        .copied()
        .or_else(|| before.get(info.id))
        .unwrap_or(info.low);
    let value = value.filter(|value| value.is_finite()).unwrap_or(known);
    decision
        .dimensions
        .insert(info.id.to_owned(), value.clamp(info.low, info.high));
}

fn add(arm: &mut Arm, months: u32, month: u32, dimension: &str) {
    if !DIMENSIONS.iter().any(|d| d.id == dimension) {
        return;
    }
    let Some(month) = free_month(month, months, |month| {
        arm.decisions.iter().any(|d| d.month == month)
    }) else {
        return;
    };
    let turn = arm.decisions.iter().filter(|d| d.month < month).count();
    let mut decision = Decision {
        month,
        ..Decision::default()
    };
    set(&mut decision, &design_before(arm, turn), dimension, None);
    arm.decisions.insert(turn, decision);
}

fn to_month(arm: &mut Arm, months: u32, turn: usize, month: u32) {
    let at = |turn: Option<usize>| arm.decisions.get(turn?).map(|decision| decision.month);
    let first = at(turn.checked_sub(1)).map_or(0, |before| before + 1);
    let last = at(turn.checked_add(1)).unwrap_or(months).saturating_sub(1);
    if let Some(decision) = arm.decisions.get_mut(turn).filter(|_| first <= last) {
        decision.month = month.clamp(first, last);
    }
}

fn to_level(arm: &mut Arm, turn: usize, level: usize, weight: f32) {
    let before = design_before(arm, turn).levels;
    let Some(decision) = arm
        .decisions
        .get_mut(turn)
        .filter(|_| level < Level::ALL.len() && weight.is_finite())
    else {
        return;
    };
    let levels = decision.levels.get_or_insert(before);
    levels[level] = weight.clamp(0.0, 1.0);
    // As in the design itself: the last level stays funded.
    if levels.iter().all(|w| *w <= 0.0) {
        levels[level] = 0.05;
    }
}

fn leave(arm: &mut Arm, turn: usize, dimension: &str) {
    let Some(decision) = arm.decisions.get_mut(turn) else {
        return;
    };
    if dimension == "levels" {
        decision.levels = None;
    } else {
        decision.dimensions.remove(dimension);
    }
    if decision.levels.is_none() && decision.dimensions.is_empty() {
        arm.decisions.remove(turn);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::samples;
    use super::*;

    fn with(edits: &[DecisionEdit]) -> Arm {
        let mut scenario = samples::scenario();
        for edit in edits {
            apply(&mut scenario, 1, *edit);
        }
        scenario.arms[1].clone()
    }

    #[test]
    fn a_decision_starts_with_what_is_so_by_then() {
        let arm = with(&[
            DecisionEdit::Add {
                month: 12,
                dimension: "area",
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "area",
                value: Some(0.9),
            },
            DecisionEdit::Add {
                month: 24,
                dimension: "area",
            },
            DecisionEdit::Add {
                month: 12,
                dimension: "colour",
            },
        ]);
        let areas: Vec<_> = arm
            .decisions
            .iter()
            .map(|d| (d.month, d.dimensions["area"]))
            .collect();
        assert_eq!(areas, [(12, 0.9), (24, 0.9)]);
    }

    #[test]
    fn decisions_keep_their_order_and_their_months_apart() {
        let arm = with(&[
            DecisionEdit::Add {
                month: 12,
                dimension: "area",
            },
            DecisionEdit::Add {
                month: 12,
                dimension: "power",
            },
            DecisionEdit::Month { turn: 0, month: 30 },
            DecisionEdit::Month { turn: 1, month: 99 },
            DecisionEdit::Month { turn: 7, month: 1 },
        ]);
        assert_eq!(
            arm.decisions.iter().map(|d| d.month).collect::<Vec<_>>(),
            [12, 35]
        );
    }

    #[test]
    fn with_the_last_thing_it_changes_a_decision_goes() {
        let arm = with(&[
            DecisionEdit::Add {
                month: 12,
                dimension: "area",
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "levels",
                value: None,
            },
            DecisionEdit::Leave {
                turn: 0,
                dimension: "area",
            },
        ]);
        assert_eq!(
            (arm.decisions.len(), arm.decisions[0].levels),
            (1, Some(arm.design.levels))
        );
        let gone = with(&[
            DecisionEdit::Add {
                month: 12,
                dimension: "area",
            },
            DecisionEdit::Leave {
                turn: 0,
                dimension: "area",
            },
        ]);
        assert!(gone.decisions.is_empty());
    }

    #[test]
    fn values_are_held_to_their_limits_and_some_level_stays_funded() {
        let mut edits = vec![
            DecisionEdit::Add {
                month: 0,
                dimension: "horizon_months",
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "horizon_months",
                value: Some(1e9),
            },
            DecisionEdit::Dimension {
                turn: 0,
                dimension: "power",
                value: Some(f32::NAN),
            },
        ];
        edits.extend((0..5).map(|level| DecisionEdit::Level {
            turn: 0,
            level,
            weight: 0.0,
        }));
        let arm = with(&edits);
        assert_eq!(arm.decisions[0].dimensions["horizon_months"], 240.0);
        assert_eq!(arm.decisions[0].dimensions["power"], arm.design.power);
        assert!(arm.decisions[0].levels.unwrap().iter().any(|w| *w > 0.0));
    }
}
