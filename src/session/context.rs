//! What every screen may read of the rest of the session, and not change.

use super::choices::Choices;
use super::question::Question;
use super::theme::Theme;
use crate::scenario::Scenario;

/// What surrounds a screen.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What there is to choose from.
    pub choices: &'a Choices,
    /// The question on the controls and its run.
    pub question: &'a Question,
    /// The look.
    pub theme: Theme,
}

impl Context<'_> {
    /// The scenario on the controls.
    pub fn scenario(&self) -> &Scenario {
        &self.question.scenario
    }
}
