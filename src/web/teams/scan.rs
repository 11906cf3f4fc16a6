//! An address as a code to scan, or why there is none.

use super::super::text::teams as text;
use crate::charts::code;
use crate::session::workshop::address::reaches_others;
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
    match &*code {
        // A code that opens nowhere else is worse than none: a room of forty would try it.
        _ if !props.carried && !reaches_others(&props.address) => {
            html! { <p class="hint unreachable">{ text::HERE_ONLY }</p> }
        }
        None => html! { <p role="status">{ text::TOO_LONG }</p> },
        Some(code) => html! {
            <>
                <svg class="code" viewBox={format!("0 0 {0} {0}", code.size)} role="img" aria-label={props.words.clone()} shape-rendering="crispEdges">
                    <rect width="100%" height="100%" class="code-paper" /><path d={code.path.clone()} class="code-ink" />
                </svg>
            </>
        },
    }
}
