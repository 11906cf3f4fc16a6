//! Rounds that teams play with the same money.
//!
//! Pure like the rest of the session: what it wants done it asks for by [`Order`]s.

use super::choices::Choices;
use super::message::Effect;
use super::state::State;

/// Everything that the page knows of teams.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teams {}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {}

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {}

/// Takes in what happened.
pub fn update(_state: &mut State, said: Said, _choices: &Choices) -> Vec<Effect> {
    match said {}
}
