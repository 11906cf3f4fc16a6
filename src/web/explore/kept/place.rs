//! A place of one's own: census tables chosen or dropped, the area named, and what was wrong with them.

use crate::session::Message;
use crate::session::kept::{Kept, Said};
use crate::web::parts::{ChooseFiles, Shared, use_say};
use crate::web::text::kept as text;
use web_sys::{File, HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub kept: Shared<Kept>,
}

#[component]
pub fn OwnPlace(props: &Props) -> Html {
    let say = use_say();
    let places = &props.kept.places;
    let area = use_node_ref();
    let chosen = {
        let say = say.clone();
        move |files: Vec<File>| super::files::tables(files, say.clone())
    };
    let make = {
        let (say, area) = (say.clone(), area.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = area
                .cast::<HtmlInputElement>()
                .map(|field| field.value())
                .unwrap_or_default();
            say.emit(Message::Kept(Said::MakePlace(name)));
        })
    };
    let forget = move |_: MouseEvent| say.emit(Message::Kept(Said::ForgetTables));
    html! {
        <div class="kept-part">
            <h3>{ text::PLACE_TITLE }</h3>
            <p class="hint">{ text::PLACE_HINT }</p>
            <details>
                <summary>{ text::PLACE_TABLES }</summary>
                <p class="hint">{ text::PLACE_CENSUS }</p>
                <p class="hint">{ text::PLACE_DEPRIVATION }</p>
            </details>
            <p class="row">
                <ChooseFiles name={text::CHOOSE_TABLES} accept=".csv,.tsv,.txt,.xlsx,.zip,.toml" several=true onchosen={chosen} />
                if !places.tables.is_empty() { <button type="button" onclick={forget}>{ text::FORGET_TABLES }</button> }
            </p>
            if !places.tables.is_empty() {
                <ul class="tables" aria-label={text::TABLES_HERE}>
                    { for places.tables.iter().map(|(name, _)| html! { <li key={name.clone()}><code>{ name }</code></li> }) }
                </ul>
            }
            <form class="save" onsubmit={make}>
                <label for="own-area">{ text::AREA }</label>
                <input ref={area} id="own-area" type="text" maxlength="80" autocomplete="off" />
                <button type="submit" disabled={places.reading}>{ if places.reading { text::READING } else { text::MAKE_PLACE } }</button>
            </form>
            <div role="status">
                if let Some(problem) = &places.problem {
                    <div class="import">{ for problem.lines().map(|line| html! { <p>{ line }</p> }) }</div>
                }
                if !places.remarks.is_empty() {
                    <h4>{ text::REMARKS }</h4>
                    <ul class="remarks">{ for places.remarks.iter().map(|words| html! { <li>{ words }</li> }) }</ul>
                }
            </div>
        </div>
    }
}
