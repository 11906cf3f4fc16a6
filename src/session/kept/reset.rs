//! Back to where one came from: what can be decided apart from what is assumed, or everything to what was saved.

use crate::scenario::Scenario;
use crate::session::action::Action;
use crate::session::context::Context;
use std::rc::Rc;

/// The choices back to those of the bundled scenario, assumptions as they are.
pub(super) fn policies(around: &Context<'_>) -> Action {
    let words = "The choices are already those it started with.";
    back(around, back_to_choices, words)
}

/// The assumptions back to those of the bundled scenario, choices as they are.
pub(super) fn assumptions(around: &Context<'_>) -> Action {
    let words = "The assumptions are already those it started with.";
    back(around, back_to_assumptions, words)
}

/// Puts the scenario back by a rule, or says that it is there already.
fn back(around: &Context<'_>, rule: fn(&Scenario, &Scenario) -> Scenario, already: &str) -> Action {
    let (base, original) = around.choices.scenario_or_default(around.question.base);
    let back = rule(around.scenario(), original);
    if back == *around.scenario() {
        Action::Tell(already.to_owned())
    } else {
        Action::Replace(base, Rc::new(back))
    }
}

/// What people decide as it was at first: money, funded years, strategies, events. Place and assumptions stay.
fn back_to_choices(now: &Scenario, original: &Scenario) -> Scenario {
    let mut back = now.clone();
    back.money = original.money;
    back.years = original.years;
    back.arms.clone_from(&original.arms);
    back.events.clone_from(&original.events);
    back
}

/// What is assumed as it was at first: parameters, how many people, luck, re-runs, the years before. Place and choices stay.
fn back_to_assumptions(now: &Scenario, original: &Scenario) -> Scenario {
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
