//! Giving a person what they take away: a file in the browser's downloads, words on the clipboard, the print dialogue.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::Callback;

/// How long a browser may take to fetch what was offered, before its address is given up. Unit: milliseconds.
const FETCHED: u32 = 60_000;

/// Offers text as a file; `kind` is its media type.
pub fn text(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    if let Ok(blob) =
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)
    {
        offer(name, &blob);
    }
}

/// Offers what a blob holds as a file.
pub fn offer(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    let link = gloo::utils::document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    gloo::timers::callback::Timeout::new(FETCHED, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}

/// Puts words on the clipboard and tells whether that worked.
pub fn copy(words: &str, tell: Callback<bool>) {
    let navigator = gloo::utils::window().navigator();
    // Without a secure context there is no clipboard at all, and touching it would throw.
    if !js_sys::Reflect::has(&navigator, &JsValue::from_str("clipboard")).unwrap_or(false) {
        tell.emit(false);
        return;
    }
    let promise = navigator.clipboard().write_text(words);
    spawn_local(async move { tell.emit(JsFuture::from(promise).await.is_ok()) });
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = gloo::utils::window().print();
}
