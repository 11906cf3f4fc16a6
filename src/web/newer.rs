//! That a newer build of the page is there, with the button that loads it. Draws what it is told.

use super::text;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether one is.
    pub shown: bool,
}

#[component]
pub fn Newer(props: &Props) -> Html {
    let reload = |_: MouseEvent| {
        // A browser that does not let a page load itself has a button of its own.
        let _ = gloo::utils::window().location().reload();
    };
    // The region is there before anything is told, so that it is read aloud when it comes.
    html! {
        <div class="newer" role="alert">
            if props.shown {
                <p>{ text::OTHER_BUILD }{ " " }<button type="button" class="primary" onclick={reload}>{ text::RELOAD }</button></p>
            }
        </div>
    }
}
