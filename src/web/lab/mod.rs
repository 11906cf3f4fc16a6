//! The researcher's afternoon: assumptions, experiments, results. Draws what it is given.

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
pub fn Lab(_props: &Props) -> Html {
    html! {
        <div class="lab">
            <h1 tabindex="-1">{ text::LAB }</h1>
        </div>
    }
}
