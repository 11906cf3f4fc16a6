//! The scenario as a file, files chosen or dropped on the page, and what was wrong with the last one.

use crate::session::kept::Said;
use crate::session::kept::file::{Import, LARGEST};
use crate::session::{Message, State};
use crate::web::parts::{Shared, use_say};
use crate::web::text::kept as text;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
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
            if let Some(import) = &props.state.kept.import { { problems(import, &say) } }
        </div>
    }
}

fn problems(import: &Import, say: &Callback<Message>) -> Html {
    let say = say.clone();
    let close = move |_: MouseEvent| say.emit(Message::Kept(Said::ImportRead));
    html! {
        <div class="import" role="alert">
            <p><strong>{ &import.name }</strong>{ " " }{ text::WAS_NOT_USED }{ " " }{ &import.words }</p>
            if !import.problems.is_empty() {
                <div class="scroll" tabindex="0" role="region" aria-label={import.name.clone()}>
                    <table>
                        <thead><tr>
                            <th scope="col">{ text::LINE }</th><th scope="col">{ text::FIELD }</th>
                            <th scope="col">{ text::FOUND }</th><th scope="col">{ text::WANTED }</th>
                        </tr></thead>
                        <tbody>
                            { for import.problems.iter().enumerate().map(|(k, problem)| html! {
                                <tr key={k}>
                                    <td class="n">{ problem.line.map_or_else(|| "–".to_owned(), |line| line.to_string()) }</td>
                                    <td><code>{ &problem.path }</code></td><td>{ &problem.found }</td><td>{ &problem.wanted }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
                if import.more > 0 { <p>{ text::more(import.more) }</p> }
            }
            <p><button type="button" onclick={close}>{ text::CLOSE }</button></p>
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
        let over = EventListener::new_with_options(&window, "dragover", options, |event| event.prevent_default());
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
    let said = move |content| Message::Kept(Said::Imported(name, content));
    if size > LARGEST as f64 {
        say.emit(said(Err(size as u64)));
        return;
    }
    spawn_local(async move {
        // A folder, or a file that is gone meanwhile, holds nothing.
        let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec());
        say.emit(said(Ok(bytes.unwrap_or_default())));
    });
}
