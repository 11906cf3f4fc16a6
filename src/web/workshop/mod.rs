//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;
mod collect;
mod ending;
mod guess;
mod hour;
mod notes;
mod pad;
mod reveal;
mod room;
mod shown;
mod summary;

pub use carry::{carry_out, heard};
pub use collect::said;
pub use hour::BackBar;

use super::parts::Shared;
use super::teams::Teams;
use crate::session::workshop::Said;
use crate::session::workshop::address::Part;
use crate::session::{Choices, Message, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

/// What a button says when it is pressed.
fn pressed(say: &Callback<Message>) -> impl Fn(Said) -> Callback<MouseEvent> {
    let say = say.clone();
    move |said| say.reform(move |_: MouseEvent| Message::Workshop(said.clone()))
}

#[component]
pub fn Workshop(props: &Props) -> Html {
    match props.state.workshop.part {
        Part::Hour => html! { <hour::Hour ..props.clone() /> },
        Part::Guess => html! { <guess::Guess ..props.clone() /> },
        Part::Notes => html! { <notes::Notes ..props.clone() /> },
        Part::Teams => {
            html! { <Teams state={props.state.clone()} choices={props.choices.clone()} alone=true /> }
        }
    }
}
