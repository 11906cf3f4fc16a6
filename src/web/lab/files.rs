//! Files of the lab: chosen, dropped anywhere on its page, or taken away; and what was wrong with the last one.

use crate::session::Message;
use crate::session::kept::file::Import;
use crate::session::lab::Said as Lab;
use crate::session::lab::assumptions::Said;
use crate::session::lab::file::LARGEST;
use crate::web::parts::{file_bytes, file_problems, use_say};
use crate::web::text::lab as words;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub import: Option<Import>,
    pub differ: bool,
}

#[component]
pub fn Files(props: &Props) -> Html {
    let say = use_say();
    use_dropped(say.clone());
    let said = |said: Said| Message::Lab(Lab::Assumptions(said));
    let export = say.reform(move |_: MouseEvent| said(Said::Export));
    let close = say.reform(move |_: MouseEvent| said(Said::ImportRead));
    html! {
        <div class="lab-part">
            <h3>{ words::FILES }</h3>
            <p class="hint">{ words::FILES_HINT }</p>
            <p class="row">
                <button type="button" disabled={!props.differ} onclick={export}>{ words::EXPORT }</button>
                <Chosen name={words::IMPORT} />
            </p>
            <p class="hint"><code>{ words::COMMAND }</code></p>
            if let Some(import) = &props.import { { file_problems(import, close) } }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChosenProps {
    /// What the button says.
    pub name: AttrValue,
}

/// A button to choose a file for the lab.
#[component]
pub fn Chosen(props: &ChosenProps) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let choose = {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let chosen = move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            read(file, say.clone());
        }
        // So that the same file can be chosen again after it was mended.
        field.set_value("");
    };
    html! {
        <>
            <button type="button" onclick={choose}>{ &props.name }</button>
            <input ref={node} class="unseen" type="file" accept=".toml,text/plain" aria-label={props.name.clone()} tabindex="-1" onchange={chosen} />
        </>
    }
}

/// Hears of files dropped anywhere on the page.
#[hook]
fn use_dropped(say: Callback<Message>) {
    use_effect_with(say, |say| {
        let say = say.clone();
        let window = gloo::utils::window();
        let options = EventListenerOptions::enable_prevent_default();
        // Without this a browser leaves the page and shows the file.
        let over = EventListener::new_with_options(&window, "dragover", options, web_sys::Event::prevent_default);
        let dropped = EventListener::new_with_options(&window, "drop", options, move |event| {
            event.prevent_default();
            let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                read(file, say.clone());
            }
        });
        move || drop((over, dropped))
    });
}

/// Reads a file, unless it is too large to be one of ours, and says what it holds.
fn read(file: File, say: Callback<Message>) {
    let (name, size) = (file.name(), file.size());
    let said = move |content| Message::Lab(Lab::File(name, content));
    if size > LARGEST as f64 {
        say.emit(said(Err(size as u64)));
        return;
    }
    spawn_local(async move {
        let bytes = file_bytes(&file).await;
        say.emit(said(Ok(bytes)));
    });
}
