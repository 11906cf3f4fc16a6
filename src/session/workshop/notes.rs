//! What the trainer's two windows say to each other: where they are. A few letters; whoever hears them follows.

use super::{Order, Part, go};
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::state::State;
use crate::session::update::set_hash;

/// How everything that the two windows say begins: other words are not for us.
const OURS: &str = "kith-notes ";
/// What a window says that has just opened, or has heard nothing for a while.
pub const HELLO: &str = "kith-notes hello";

/// "I am at this step, so many seconds in."
pub fn at(step: usize, elapsed: u32) -> String {
    format!("{OURS}at {step} {elapsed}")
}

/// Follows what the other window says.
pub fn heard(state: &mut State, text: &str, choices: &Choices) -> Vec<Effect> {
    let Some(words) = text.strip_prefix(OURS) else {
        return Vec::new();
    };
    if words == "hello" {
        if state.workshop.part == Part::Notes {
            return Vec::new();
        }
        state.workshop.notes_apart = true;
        let told = at(state.workshop.step, state.workshop.elapsed);
        return vec![Effect::Workshop(Order::Tell(told))];
    }
    let mut numbers = words
        .strip_prefix("at ")
        .unwrap_or_default()
        .split(' ')
        .map(str::parse::<u32>);
    let (Some(Ok(step)), Some(Ok(elapsed))) = (numbers.next(), numbers.next()) else {
        return Vec::new();
    };
    let before = state.workshop.step;
    go(state, step as usize);
    state.workshop.elapsed = elapsed;
    if state.workshop.part == Part::Hour && state.workshop.step != before {
        return vec![set_hash(state, choices, true), Effect::FocusHeading];
    }
    Vec::new()
}
