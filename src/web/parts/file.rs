//! A file that was chosen or dropped: what it holds, and what is wrong with it. Knows no use of it.

use crate::session::kept::file::Import;
use crate::web::text::kept as text;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
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
    JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default()
}
