//! The scenarios saved on this device, and the field to save another.

use crate::session::Message;
use crate::session::kept::record::Record;
use crate::session::kept::shelf::Shelf;
use crate::session::kept::shelf::{Item, LONGEST_NAME};
use crate::session::kept::{Kept, Said};
use crate::web::parts::{Shared, use_say};
use crate::web::text::kept as text;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub kept: Shared<Kept>,
}

#[component]
pub fn Saved(props: &Props) -> Html {
    let say = use_say();
    let shelf = &props.kept.shelf;
    let list = match (&shelf.answer, shelf.items.is_empty()) {
        (None, true) => html! { <p>{ text::LOADING }</p> },
        (_, true) => html! { <p>{ text::NOTHING_SAVED }</p> },
        _ => html! {
            <ul class="saved" aria-label={text::SAVED_LIST}>
                { for shelf.items.iter().map(|item| html! { <Entry key={item.id} item={item.clone()} opened={shelf.opened == Some(item.id)} /> }) }
            </ul>
        },
    };
    let restore = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Kept(Said::Restore))
    };
    html! {
        <div class="kept-part">
            <h3>{ text::SAVE_TITLE }</h3>
            <SaveField scenario_name={opened_name(&props.kept.shelf)} />
            if let Some(Err(refusal)) = &shelf.answer {
                <p class="notice" role="status"><span><strong>{ text::CANNOT_KEEP }</strong>{ " " }{ refusal.words() }{ " " }{ text::STILL }</span></p>
            }
            { list }
            if let (Some(promised), false) = (shelf.promised, shelf.items.is_empty()) {
                <p class="hint">{ if promised { text::PROMISED } else { text::NOT_PROMISED } }</p>
            }
            if let Some(gone) = &shelf.gone {
                <p><button type="button" onclick={restore}>{ if gone.replaced { text::UNDO_REPLACE } else { text::UNDO_DELETE } }</button></p>
            }
        </div>
    }
}

/// The name that saving again would use.
fn opened_name(shelf: &Shelf) -> AttrValue {
    shelf
        .opened
        .and_then(|id| shelf.record(id))
        .map_or_else(AttrValue::default, |record| record.name.clone().into())
}

#[derive(Clone, PartialEq, Properties)]
struct SaveProps {
    scenario_name: AttrValue,
}

#[component]
fn SaveField(props: &SaveProps) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let save = {
        let node = node.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = node.cast::<HtmlInputElement>() {
                say.emit(Message::Kept(Said::Save(field.value(), now())));
            }
        })
    };
    html! {
        <form class="save" onsubmit={save}>
            <label for="save-name">{ text::NAME }</label>
            <input ref={node} id="save-name" type="text" maxlength={LONGEST_NAME.to_string()} autocomplete="off" value={props.scenario_name.clone()} />
            <button type="submit">{ text::SAVE }</button>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EntryProps {
    item: Item,
    opened: bool,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let say = use_say();
    let renaming = use_state_eq(|| false);
    let id = props.item.id;
    let send = |said: fn(u64) -> Said| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| say.emit(Message::Kept(said(id))))
    };
    let Ok(record) = &props.item.content else {
        let why = props
            .item
            .content
            .as_ref()
            .err()
            .copied()
            .unwrap_or_default();
        return html! {
            <li>
                <p>{ text::UNREADABLE }{ " " }{ why }</p>
                <p class="row"><button type="button" onclick={send(Said::Delete)}>{ text::DELETE }</button></p>
            </li>
        };
    };
    let toggle = {
        let renaming = renaming.clone();
        move |_: MouseEvent| renaming.set(!*renaming)
    };
    let label = |action: &str| text::about(action, &record.name);
    html! {
        <li class={props.opened.then_some("opened")}>
            <p class="saved-name"><strong>{ &record.name }</strong>
                if props.opened { <span class="badge">{ text::OPENED }</span> }
                if props.item.elsewhere { <span class="badge">{ text::ELSEWHERE }</span> }
                if !props.item.stored { <span class="badge">{ text::NOT_STORED }</span> }
            </p>
            <p class="hint">{ &record.place }{ " · " }{ date(record) }{ " · " }
                if let Some(fingerprint) = &record.fingerprint { <code>{ fingerprint }</code> } else { { text::NO_RESULT } }
            </p>
            if !record.headline.is_empty() { <p class="saved-headline">{ &record.headline }</p> }
            if *renaming { <Rename {id} name={record.name.clone()} done={let renaming = renaming.clone(); move |()| renaming.set(false)} /> }
            <p class="row">
                <button type="button" aria-label={label(text::OPEN.text())} onclick={send(Said::Open)}>{ text::OPEN }</button>
                <button type="button" aria-label={label(text::RENAME.text())} aria-expanded={renaming.to_string()} onclick={toggle}>{ text::RENAME }</button>
                <button type="button" aria-label={label(text::DUPLICATE.text())} onclick={send(|id| Said::Duplicate(id, now()))}>{ text::DUPLICATE }</button>
                <button type="button" aria-label={label(text::DELETE.text())} onclick={send(Said::Delete)}>{ text::DELETE }</button>
            </p>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RenameProps {
    id: u64,
    name: AttrValue,
    done: Callback<()>,
}

#[component]
fn Rename(props: &RenameProps) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let rename = {
        let (node, id, done) = (node.clone(), props.id, props.done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = node.cast::<HtmlInputElement>() {
                say.emit(Message::Kept(Said::Rename(id, field.value())));
                done.emit(());
            }
        })
    };
    let field = format!("rename-{}", props.id);
    html! {
        <form class="save" onsubmit={rename}>
            <label for={field.clone()}>{ text::NEW_NAME }</label>
            <input ref={node} id={field} type="text" maxlength={LONGEST_NAME.to_string()} autocomplete="off" value={props.name.clone()} />
            <button type="submit">{ text::KEEP_NAME }</button>
        </form>
    }
}

/// The day it was saved, as people here write it.
fn date(record: &Record) -> String {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(record.saved as f64));
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &"medium".into());
    String::from(date.to_locale_date_string("en-GB", &options))
}

/// The time. Unit: milliseconds since 1970.
fn now() -> u64 {
    js_sys::Date::now() as u64
}
