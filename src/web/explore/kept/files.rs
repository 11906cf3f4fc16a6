//! The scenario as a file, files chosen or dropped on the page, and what was wrong with the last one.

use crate::session::kept::Said;
use crate::session::kept::file::LARGEST;
use crate::session::kept::own::LARGEST_TABLES;
use crate::session::{Message, State};
use crate::web::parts::{Shared, file_bytes as bytes, file_problems as problems, use_say};
use crate::web::text::kept as text;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Files(props: &Props) -> Html {
    let say = use_say();
    use_dropped(say.clone());
    let export = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Kept(Said::Export))
    };
    let node = use_node_ref();
    let choose = {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let close = say.reform(|_: MouseEvent| Message::Kept(Said::ImportRead));
    let chosen = {
        let say = say.clone();
        move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                read(file, say.clone());
            }
            // So that the same file can be chosen again after it was mended.
            field.set_value("");
        }
    };
    html! {
        <div class="kept-part">
            <h3>{ text::FILES_TITLE }</h3>
            <p class="hint">{ text::FILES_HINT }</p>
            <p class="row">
                <button type="button" onclick={export}>{ text::EXPORT }</button>
                <button type="button" onclick={choose}>{ text::IMPORT }</button>
                <input ref={node} class="unseen" type="file" accept=".toml,text/plain" aria-label={text::IMPORT} tabindex="-1" onchange={chosen} />
            </p>
            if let Some(import) = &props.state.kept.import { { problems(import, close) } }
        </div>
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
            let Some(files) = files else { return };
            // Several files, or a table, are for a place; one other file is a scenario.
            match files.get(0) {
                Some(file) if files.length() == 1 && !file.name().to_lowercase().ends_with("csv") => read(file, say.clone()),
                _ => tables(&files, say.clone()),
            }
        });
        move || drop((over, dropped))
    });
}

/// Reads tables, those that are not too large, and says what they hold.
pub fn tables(files: &FileList, say: Callback<Message>) {
    let files: Vec<File> = (0..files.length()).filter_map(|k| files.get(k)).collect();
    spawn_local(async move {
        let mut all = Vec::new();
        for file in files {
            let size = file.size();
            let content = if size > LARGEST_TABLES as f64 { Err(size as u64) } else { Ok(bytes(&file).await) };
            all.push((file.name(), content));
        }
        say.emit(Message::Kept(Said::Tables(all)));
    });
}

/// Reads a file, unless it is too large to be one of ours, and says what it holds.
fn read(file: File, say: Callback<Message>) {
    let (name, size) = (file.name(), file.size());
    let said = move |content| Message::Kept(Said::Imported(name, content));
    if size > LARGEST as f64 {
        say.emit(said(Err(size as u64)));
        return;
    }
    spawn_local(async move {
        let bytes = bytes(&file).await;
        say.emit(said(Ok(bytes)));
    });
}
