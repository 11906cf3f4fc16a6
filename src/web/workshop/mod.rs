//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;
mod guess;
mod hour;

pub use carry::{carry_out, heard};

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
        Part::Teams => html! { <Teams state={props.state.clone()} choices={props.choices.clone()} alone=true /> },
        Part::Guess => html! { <guess::Guess state={props.state.clone()} /> },
        Part::Notes => html! { <hour::NotesWindow ..props.clone() /> },
        Part::Hour => html! { <hour::Hour ..props.clone() /> },
    }
}
