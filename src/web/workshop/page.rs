//! What every page of the workshop is given, and how its buttons say what happened.

use super::super::parts::Shared;
use crate::session::workshop::Said;
use crate::session::{Choices, Message, State};
use yew::prelude::*;

/// What a page of the workshop is given. Equal where the same is drawn of it: the clock, which goes on every second, is drawn by
/// [`super::clock::Clock`] alone.
#[derive(Clone, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let alike = || self.state.is_alike_but_for_the_clock(&other.state);
        self.dark == other.dark
            && self.choices == other.choices
            && (self.state == other.state || alike())
    }
}

/// What a button says when it is pressed.
pub fn pressed(say: &Callback<Message>) -> impl Fn(Said) -> Callback<MouseEvent> {
    let say = say.clone();
    move |said| say.reform(move |_: MouseEvent| Message::Workshop(said.clone()))
}
