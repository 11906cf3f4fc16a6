//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;

pub use carry::carry_out;

use super::parts::Shared;
use super::text;
use crate::session::{Choices, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

#[component]
pub fn Workshop(_props: &Props) -> Html {
    html! {
        <div class="workshop">
            <h1 tabindex="-1">{ text::WORKSHOP }</h1>
        </div>
    }
}
