//! What the browser is asked to do: address, clipboard, look, focus. Each a few lines; nothing is decided here.

use crate::session::{Message, Theme, page};
use crate::words::Language;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, Window};
use yew::Callback;

const THEME_KEY: &str = "kith.theme";
const LETTERS_KEY: &str = "kith.letters";

fn window() -> Window {
    gloo::utils::window()
}

/// The part of the address from `#` on; empty when the browser keeps it to itself.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of this page with another end, from `#` on.
pub fn address_with(hash: &str) -> String {
    let whole = address();
    format!("{}{hash}", whole.split('#').next().unwrap_or_default())
}

/// The whole address.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// The language that the address asks for (`?lang=cy` before its `#`), or English. The page is marked as being in it.
pub fn asked_language() -> Language {
    let asked = window().location().search().unwrap_or_default();
    let code = asked
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="));
    let found = code.and_then(|code| Some((code, Language::of(code)?)));
    let Some((code, language)) = found else {
        return Language::default();
    };
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("lang", code);
    }
    language
}

/// Whether a media query holds.
pub fn prefers(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

/// Whether the page is in the background, where nothing is drawn.
pub fn is_hidden() -> bool {
    let hidden = js_sys::Reflect::get(&gloo::utils::document(), &JsValue::from_str("hidden"));
    hidden.is_ok_and(|hidden| hidden.is_truthy())
}

/// Writes the part of the address from `#` on.
pub fn set_hash(hash: &str, push: bool) {
    if self::hash() == hash {
        return;
    }
    if let Ok(history) = window().history() {
        // A page opened from a file may not be allowed to: the page works without.
        let _ = if push {
            history.push_state_with_url(&JsValue::NULL, "", Some(hash))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(hash))
        };
    }
}

/// Puts the address on the clipboard and says whether that worked.
pub fn copy_link(say: &Callback<Message>) {
    super::save::copy(
        &address(),
        say.reform(|copied| Message::Page(page::Said::LinkCopied(copied))),
    );
}

/// The look the person chose here before.
pub fn remembered_theme() -> Option<Theme> {
    let storage = window().local_storage().ok().flatten()?;
    Theme::by_id(&storage.get_item(THEME_KEY).ok().flatten()?)
}

/// Uses a look, and remembers it on this device.
pub fn set_theme(theme: Theme) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("data-theme", theme.id());
    }
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden store only means that the look is not remembered.
        let _ = storage.set_item(THEME_KEY, theme.id());
    }
}

/// Whether single letters do what buttons do, as the person chose here before.
pub fn remembered_letters() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage
        .and_then(|storage| storage.get_item(LETTERS_KEY).ok().flatten())
        .is_none_or(|kept| kept != "off")
}

/// Remembers whether single letters do what buttons do.
pub fn keep_letters(on: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(LETTERS_KEY, if on { "on" } else { "off" });
    }
}

/// Whether pictures are drawn for dark paper. Paper that is printed on is white.
pub fn is_dark(theme: Theme) -> bool {
    if prefers("print") {
        return false;
    }
    match theme {
        Theme::Device => prefers("(prefers-color-scheme: dark)"),
        Theme::Dark => true,
        Theme::Light | Theme::Contrast | Theme::Projector => false,
    }
}

/// Moves the focus to a control, by its id.
pub fn focus(id: &str) {
    let control = gloo::utils::document().get_element_by_id(id);
    if let Some(control) =
        control.and_then(|found| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(found).ok())
    {
        let _ = control.focus();
    }
}

/// Moves the focus to the view's heading, as a new page would.
pub fn focus_heading() {
    if let Ok(Some(heading)) = gloo::utils::document().query_selector("h1")
        && let Ok(heading) = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(heading)
    {
        let _ = heading.focus();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
