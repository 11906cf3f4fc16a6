//! Fetches the figures of districts: from where the page came from, or out of the page itself where it is one file.

use crate::place::england;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

/// The figures of a place by its id, each with its code; nothing where they could not be fetched.
pub type Came = (String, Option<Vec<(String, Vec<u8>)>>);

/// Fetches the figures of a place and says what came.
pub fn fetch(entry: &'static england::Entry, say: Callback<Came>) {
    spawn_local(async move {
        let mut packs = Vec::new();
        for code in england::codes(entry) {
            let Some(bytes) = one(code).await else {
                return say.emit((entry.id.to_owned(), None));
            };
            packs.push((code.to_owned(), bytes));
        }
        say.emit((entry.id.to_owned(), Some(packs)));
    });
}

async fn one(code: &str) -> Option<Vec<u8>> {
    // A page that is one file brings them all.
    if let Some(held) = gloo::utils::document().get_element_by_id(&format!("pack-{code}")) {
        return STANDARD.decode(held.text_content()?.trim()).ok();
    }
    let answer =
        JsFuture::from(gloo::utils::window().fetch_with_str(&format!("./england/{code}.pack")))
            .await
            .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let buffer: ArrayBuffer = JsFuture::from(answer.array_buffer().ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    // Where a network wants to be signed in to, it answers with a page of its own.
    Some(Uint8Array::new(&buffer).to_vec())
        .filter(|bytes| !bytes.is_empty() && !bytes.starts_with(b"<"))
}
