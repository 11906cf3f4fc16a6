//! The kit: documents to read before a session and to print for the room.

use super::super::text::teams as text;
use yew::prelude::*;

#[component]
pub fn Kit() -> Html {
    html! {
        <section class="read-on" aria-labelledby="kit-title">
            <h2 id="kit-title">{ text::KIT }</h2>
            <p class="hint">{ text::KIT_HINT }</p>
            <ul>
                { for text::KIT_DOCUMENTS.iter().map(|(address, name, purpose)| html! {
                    <li key={*address}><a href={*address}>{ *name }</a><span>{ *purpose }</span></li>
                }) }
            </ul>
        </section>
    }
}
