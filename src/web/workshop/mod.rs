//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;
mod collect;
mod guess;
mod hour;
mod notes;
mod pad;
mod picture;
mod reveal;
mod room;
mod shown;
mod summary;

pub use carry::{carry_out, heard};
pub use hour::BackBar;

use super::parts::Shared;
use super::teams::Teams;
use crate::session::workshop::address::Part;
use crate::session::{Choices, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

#[component]
pub fn Workshop(props: &Props) -> Html {
    match props.state.workshop.part {
        Part::Hour => html! { <hour::Hour ..props.clone() /> },
        Part::Guess => html! { <guess::Guess ..props.clone() /> },
        Part::Notes => html! { <notes::Notes ..props.clone() /> },
        Part::Teams => html! { <Teams state={props.state.clone()} choices={props.choices.clone()} alone=true /> },
    }
}
