//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;

pub use carry::{carry_out, heard};

use super::parts::Shared;
use super::teams::{Kit, Teams};
use super::text;
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
    if props.state.workshop.part == Part::Teams {
        return html! { <Teams state={props.state.clone()} choices={props.choices.clone()} alone=true /> };
    }
    html! {
        <div class="workshop">
            <h1 tabindex="-1">{ text::WORKSHOP }</h1>
            <Kit />
        </div>
    }
}
