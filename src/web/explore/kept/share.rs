//! Sharing: the link, and the address as a code to scan when that is asked for.

use crate::charts::code;
use crate::session::kept::Said;
use crate::session::workshop::address::reaches_others;
use crate::session::{Message, page};
use crate::web::parts::use_say;
use crate::web::text as words;
use crate::web::text::kept as text;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub code_shown: bool,
    pub address: AttrValue,
}

#[component]
pub fn Share(props: &Props) -> Html {
    let say = use_say();
    let shown = props.code_shown;
    let copy = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Page(page::Said::CopyLink))
    };
    let toggle = move |_: MouseEvent| say.emit(Message::Kept(Said::Code(!shown)));
    html! {
        <div class="kept-part">
            <h3>{ text::SHARE_TITLE }</h3>
            <p class="hint">{ text::SHARE_HINT }</p>
            <p class="row">
                <button type="button" aria-label={text::about(words::COPY_LINK.text(), text::SHARE_TITLE.text())} onclick={copy}>{ words::COPY_LINK }</button>
                <button type="button" aria-expanded={shown.to_string()} onclick={toggle}>{ if shown { text::HIDE_CODE } else { text::SHOW_CODE } }</button>
            </p>
            if shown { <Code address={props.address.clone()} /> }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CodeProps {
    address: AttrValue,
}

#[component]
fn Code(props: &CodeProps) -> Html {
    let code = use_memo(props.address.clone(), |address| code::of(address));
    match &*code {
        _ if !reaches_others(&props.address) => {
            html! { <p class="hint unreachable" role="status">{ text::CODE_LOCAL }</p> }
        }
        None => html! { <p role="status">{ text::CODE_TOO_LONG }</p> },
        Some(code) => html! {
            <>
                <svg class="code" viewBox={format!("0 0 {0} {0}", code.size)} role="img" aria-label={text::CODE_WORDS} shape-rendering="crispEdges">
                    <rect width="100%" height="100%" class="code-paper" /><path d={code.path.clone()} class="code-ink" />
                </svg>
            </>
        },
    }
}
