//! A file that was chosen or dropped: what it holds, and what is wrong with it. Knows no use of it.

use crate::session::kept::file::Import;
use crate::web::text::kept as text;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

/// What is wrong with a file, all of it, until the person has read it.
pub fn problems(import: &Import, close: Callback<MouseEvent>) -> Html {
    html! {
        <div class="import" role="alert">
            <p><strong>{ &import.name }</strong>{ " " }{ text::WAS_NOT_USED }{ " " }{ &import.words }</p>
            if !import.problems.is_empty() {
                <ul class="problems" tabindex="0" aria-label={text::PROBLEMS}>
                    { for import.problems.iter().enumerate().map(|(k, problem)| html! {
                        <li key={k}>
                            <strong>{ problem.line.map(text::line) }<code>{ &problem.path }</code></strong>
                            <span>{ text::FOUND }{ " " }{ &problem.found }</span>
                            <span>{ text::WANTED }{ " " }{ &problem.wanted }</span>
                        </li>
                    }) }
                </ul>
                if import.more > 0 { <p>{ text::more(import.more) }</p> }
            }
            <p><button type="button" onclick={close}>{ text::CLOSE }</button></p>
        </div>
    }
}

/// What a file holds; a folder, or a file that is gone meanwhile, holds nothing.
pub async fn bytes(file: &File) -> Vec<u8> {
    JsFuture::from(file.array_buffer())
        .await
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .unwrap_or_default()
}

/// Reads a file and says its name with what it holds, or with its size where that is too large to be one of ours. Unit: bytes.
pub fn read(file: File, largest: u64, say: Callback<(String, Result<Vec<u8>, u64>)>) {
    let (name, size) = (file.name(), file.size());
    if size > largest as f64 {
        say.emit((name, Err(size as u64)));
        return;
    }
    spawn_local(async move {
        let bytes = bytes(&file).await;
        say.emit((name, Ok(bytes)));
    });
}

/// Hears of files dropped anywhere on the page.
#[hook]
pub fn use_dropped(say: Callback<Vec<File>>) {
    use_effect_with(say, |say| {
        let say = say.clone();
        let window = gloo::utils::window();
        let options = EventListenerOptions::enable_prevent_default();
        // Without this a browser leaves the page and shows the file.
        let over = EventListener::new_with_options(
            &window,
            "dragover",
            options,
            web_sys::Event::prevent_default,
        );
        let dropped = EventListener::new_with_options(&window, "drop", options, move |event| {
            event.prevent_default();
            let files = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer)
                .and_then(|data| data.files());
            if let Some(files) = files {
                say.emit(listed(&files));
            }
        });
        move || drop((over, dropped))
    });
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChooseFilesProps {
    /// What the button says.
    pub name: AttrValue,
    /// Which files are offered.
    #[prop_or(AttrValue::Static(".toml,text/plain"))]
    pub accept: AttrValue,
    /// Whether several may be chosen.
    #[prop_or_default]
    pub several: bool,
    /// Whether a photograph is taken, where there is a camera.
    #[prop_or_default]
    pub camera: bool,
    /// Takes what was chosen.
    pub onchosen: Callback<Vec<File>>,
}

/// A button to choose files.
#[component]
pub fn ChooseFiles(props: &ChooseFilesProps) -> Html {
    let node = use_node_ref();
    let choose = {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let chosen = props.onchosen.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let files = field.files().as_ref().map(listed).unwrap_or_default();
        // So that the same file can be chosen again after it was mended.
        field.set_value("");
        files
    });
    html! {
        <>
            <button type="button" onclick={choose}>{ &props.name }</button>
            <input ref={node} class="unseen" type="file" accept={props.accept.clone()} multiple={props.several}
                capture={props.camera.then_some("environment")} aria-label={props.name.clone()} tabindex="-1" onchange={chosen} />
        </>
    }
}

/// The browser's list of files as one of ours.
fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|k| files.get(k)).collect()
}
