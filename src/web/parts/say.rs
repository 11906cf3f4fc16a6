//! How a component says what happened.

use crate::session::Message;
use yew::prelude::*;

/// How a component says what happened.
#[derive(Clone, PartialEq)]
pub struct Say(pub Callback<Message>);

/// The way to say what happened, from anywhere in the page.
#[hook]
pub fn use_say() -> Callback<Message> {
    use_context::<Say>().map_or_else(Callback::noop, |say| say.0)
}
