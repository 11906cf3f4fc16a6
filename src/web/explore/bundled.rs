//! The bundled scenarios, each with what its file says of it: one is opened by its link, like any other scenario.

use super::super::parts::Shared;
use super::super::text;
use crate::session::Choices;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub choices: Shared<Choices>,
}

#[component]
pub fn Bundled(props: &Props) -> Html {
    html! {
        <details class="bundled">
            <summary>{ text::BUNDLED }</summary>
            <ul>{ for props.choices.offered().map(|(id, name, sentence)| html! {
                <li key={id}><a href={format!("#/explore?scenario={id}")}>{ name.to_owned() }</a><p class="hint">{ sentence }</p></li>
            }) }</ul>
        </details>
    }
}
