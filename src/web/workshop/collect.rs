//! Taking in what others hand over: a box for a code, a chooser for files and pictures, a camera where there is one.

use super::super::parts::{file_bytes, use_say};
use super::super::text::workshop as text;
use super::picture;
use crate::session::Message;
use crate::session::workshop::Said;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was taken in last, and what was wrong.
    pub came: Vec<String>,
    /// Whether this device refuses to keep it.
    pub unkept: bool,
}

#[component]
pub fn Collect(props: &Props) -> Html {
    let say = use_say();
    let (typed, files, camera) = (use_node_ref(), use_node_ref(), use_node_ref());
    let take = {
        let (say, typed) = (say.clone(), typed.clone());
        Callback::from(move |()| {
            if let Some(field) = typed.cast::<HtmlTextAreaElement>() {
                say.emit(Message::Workshop(Said::Collected(field.value())));
                // The next code is typed over this one.
                field.select();
            }
        })
    };
    // Code after code is typed in: the return key hands over. A list that is pasted keeps its lines.
    let key = {
        let take = take.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() {
                event.prevent_default();
                take.emit(());
            }
        }
    };
    let press = |node: &NodeRef| {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let chosen = Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let list = field.files();
        for file in (0..).map_while(|k| list.as_ref()?.get(k)) {
            read(file, say.clone());
        }
        // So that the same file can be chosen again.
        field.set_value("");
    });
    html! {
        <section class="card collect" aria-labelledby="collect-title">
            <h2 id="collect-title">{ text::COLLECT }</h2>
            <div class="field">
                <label for="collect-typed">{ text::COLLECT_FIELD }</label>
                <textarea id="collect-typed" ref={typed} rows="2" autocomplete="off" autocapitalize="characters" spellcheck="false" onkeydown={key} />
            </div>
            <p class="row">
                <button type="button" onclick={take.reform(|_: MouseEvent| ())}>{ text::TAKE_IN }</button>
                <button type="button" onclick={press(&files)}>{ text::CHOOSE }</button>
                <button type="button" onclick={press(&camera)}>{ text::PHOTO }</button>
            </p>
            <p class="hint">{ text::COLLECT_HINT }</p>
            <input ref={files} class="unseen" type="file" multiple=true accept="image/*,.txt,text/plain" aria-label={text::CHOOSE} tabindex="-1" onchange={chosen.clone()} />
            <input ref={camera} class="unseen" type="file" accept="image/*" capture="environment" aria-label={text::PHOTO} tabindex="-1" onchange={chosen} />
            <div role="status" class="came">{ for props.came.iter().map(|words| html! { <p key={words.clone()}>{ words }</p> }) }</div>
            if props.unkept { <p>{ text::UNKEPT }</p> }
        </section>
    }
}

/// Reads a file: a picture by its pixels, anything else as text.
fn read(file: File, say: Callback<Message>) {
    if file.type_().starts_with("image/") {
        picture::read(&file, say.reform(Message::Workshop));
        return;
    }
    spawn_local(async move {
        let bytes = file_bytes(&file).await;
        let said = String::from_utf8(bytes).map_or_else(|_| Said::Unread(text::FILE_UNREAD.to_owned()), Said::Collected);
        say.emit(Message::Workshop(said));
    });
}
