//! An address as a code to scan, or why there is none.

use super::super::text::teams as text;
use crate::charts::code;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub address: AttrValue,
    /// What it is a code of.
    pub words: AttrValue,
    /// Whether its picture is what is carried away: the address need not open anywhere else.
    #[prop_or_default]
    pub carried: bool,
}

#[component]
pub fn Scan(props: &Props) -> Html {
    let code = use_memo(props.address.clone(), |address| code::of(address));
    let local = ["//localhost", "//127.0.0.1", "//[::1]", "file:"].iter().any(|here| props.address.contains(here));
    match &*code {
        None => html! { <p role="status">{ text::TOO_LONG }</p> },
        Some(code) => html! {
            <>
                <svg class="code" viewBox={format!("0 0 {0} {0}", code.size)} role="img" aria-label={props.words.clone()} shape-rendering="crispEdges">
                    <rect width="100%" height="100%" class="code-paper" /><path d={code.path.clone()} class="code-ink" />
                </svg>
                if local && !props.carried { <p class="hint">{ text::HERE_ONLY }</p> }
            </>
        },
    }
}
