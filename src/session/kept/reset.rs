//! Back to where one came from: what can be decided apart from what is assumed, or everything to what was saved.

use super::{Said, shelf, tell};
use crate::scenario::Scenario;
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::state::State;
use crate::session::update::replace;
use std::rc::Rc;

/// Carries out a reset.
pub fn update(state: &mut State, said: &Said, choices: &Choices) -> Vec<Effect> {
    let (base, original) = choices.scenario_or_default(state.base);
    let now: &Scenario = &state.scenario;
    let back = match said {
        Said::ResetPolicies => policies(now, original),
        Said::ResetAssumptions => assumptions(now, original),
        _ => {
            let Some(id) = state.kept.shelf.opened else {
                return Vec::new();
            };
            return shelf::open(state, id, choices);
        }
    };
    if back == *now {
        let words = if matches!(said, Said::ResetPolicies) {
            "The choices are already those it started with."
        } else {
            "The assumptions are already those it started with."
        };
        return tell(state, words);
    }
    replace(state, base, Rc::new(back), choices)
}

/// What people decide as it was at first: money, funded years, strategies, events. Place and assumptions stay.
fn policies(now: &Scenario, original: &Scenario) -> Scenario {
    let mut back = now.clone();
    back.money = original.money;
    back.years = original.years;
    back.arms.clone_from(&original.arms);
    back.events.clone_from(&original.events);
    back
}

/// What is assumed as it was at first: parameters, how many people, luck, re-runs, the years before. Place and choices stay.
fn assumptions(now: &Scenario, original: &Scenario) -> Scenario {
    let mut back = now.clone();
    back.parameters = original.parameters.clone();
    (back.people, back.seed, back.replicates, back.spin_up_months) = (
        original.people,
        original.seed,
        original.replicates,
        original.spin_up_months,
    );
    back
}
