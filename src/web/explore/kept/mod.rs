//! "Your work": saved scenarios, files, comparing, sharing. Draws what `session::kept` knows and says what happened.

mod back;
mod compare;
mod files;
mod place;
mod saved;
mod share;

pub use back::{Back, BackProps};

use super::super::parts::Shared;
use super::super::text::kept as text;
use crate::session::kept as session;
use yew::prelude::*;

/// The id of the section, for those who come from elsewhere on the page.
const SECTION: &str = "kept";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Work that is kept.
    pub kept: Shared<session::Kept>,
    /// The address, which can be shown as a code.
    pub address: AttrValue,
}

#[component]
pub fn Kept(props: &Props) -> Html {
    html! {
        <section class="kept" id={SECTION} aria-labelledby="kept-title">
            <h2 id="kept-title">{ text::TITLE }</h2>
            <p class="hint">{ text::HINT }</p>
            <div class="kept-parts">
                <saved::Saved kept={props.kept.clone()} />
                <files::Files kept={props.kept.clone()} />
                <share::Share code_shown={props.kept.code_shown} address={props.address.clone()} />
                <place::OwnPlace kept={props.kept.clone()} />
                <compare::Compare kept={props.kept.clone()} />
            </div>
        </section>
    }
}

/// A button that leads here from the sentence on top.
#[component]
pub fn SaveOrShare() -> Html {
    let go = Callback::from(|_: MouseEvent| {
        let document = gloo::utils::document();
        if let Some(section) = document.get_element_by_id(SECTION) {
            section.scroll_into_view();
        }
        if let Some(name) = document
            .get_element_by_id("save-name")
            .and_then(|e| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(e).ok())
        {
            let _ = name.focus();
        }
    });
    html! { <button type="button" onclick={go}>{ text::SAVE_OR_SHARE }</button> }
}
