//! "Your work": saved scenarios, files, comparing, sharing. Draws what `session::kept` knows and says what happened.

mod back;
mod compare;
mod files;
mod place;
mod saved;
mod share;

pub use back::{Back, BackProps};
pub use files::use_dropped_work;

use super::super::effects;
use super::super::parts::{Shared, use_say};
use super::super::text::kept as text;
use crate::session::explore::{self, Tab};
use crate::session::{Message, kept as session};
use yew::prelude::*;

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
        <section class="kept" id="kept" aria-labelledby="kept-title">
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

/// A button that leads here from anywhere on the page.
#[component]
pub fn SaveOrShare() -> Html {
    let say = use_say();
    let go = Callback::from(move |_: MouseEvent| {
        say.emit(Message::Explore(explore::Said::Show(Tab::Compare)));
        // The field is there after the next drawing.
        gloo::timers::callback::Timeout::new(30, || effects::focus("save-name")).forget();
    });
    html! { <button type="button" onclick={go}>{ text::SAVE_OR_SHARE }</button> }
}
