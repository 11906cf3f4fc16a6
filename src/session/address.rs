//! The address of what is on the controls and of how it is looked at.

use super::choices::Choices;
use super::effect::Effect;
use super::link;
use super::route::Route;
use super::state::State;

/// Has the page write its address; as a new step of the history or in place of this one.
pub fn write(state: &State, choices: &Choices, push: bool) -> Effect {
    let question = &state.question;
    // While it is being worked out, a link that came with a result keeps its promise.
    let promised = question.promise.as_ref();
    let fingerprint = question
        .fingerprint()
        .or_else(|| promised.map(|promise| promise.fingerprint.as_str()))
        .filter(|_| state.route == Route::Explore);
    let (view, scenario) = (state.view(), &question.scenario);
    Effect::SetHash {
        hash: link::write_beside(choices, &view, question.base, scenario, fingerprint),
        push,
    }
}
