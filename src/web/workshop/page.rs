//! What every page of the workshop is given, and how its buttons say what happened.

use super::super::parts::Shared;
use crate::session::workshop::Said;
use crate::session::{Choices, Message, State};
use yew::prelude::*;

/// What a page of the workshop is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

/// What a button says when it is pressed.
pub fn pressed(say: &Callback<Message>) -> impl Fn(Said) -> Callback<MouseEvent> {
    let say = say.clone();
    move |said| say.reform(move |_: MouseEvent| Message::Workshop(said.clone()))
}
