//! Taking in what others hand over: a box for a code, a chooser for files and pictures, a camera where there is one.

use super::super::parts::{Handed, Intake, use_say};
use super::super::text::{self as page, workshop as text};
use crate::session::Message;
use crate::session::workshop::Said;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was taken in last, and what was wrong.
    pub came: Vec<String>,
    /// Whether this device refuses to keep it.
    pub unkept: bool,
}

#[component]
pub fn Collect(props: &Props) -> Html {
    let say = use_say();
    let typed = use_node_ref();
    let take = {
        let (say, typed) = (say.clone(), typed.clone());
        Callback::from(move |()| {
            if let Some(field) = typed.cast::<HtmlTextAreaElement>() {
                say.emit(Message::Workshop(Said::Collected(field.value())));
                // The next code is typed over this one.
                field.select();
            }
        })
    };
    // Code after code is typed in: the return key hands over. A list that is pasted keeps its lines.
    let key = {
        let take = take.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() {
                event.prevent_default();
                take.emit(());
            }
        }
    };
    let handed = use_callback(say.clone(), |handed: Handed, say| {
        say.emit(Message::Workshop(said(handed)));
    });
    html! {
        <section class="card collect" aria-labelledby="collect-title">
            <h2 id="collect-title">{ text::COLLECT }</h2>
            <div class="field">
                <label for="collect-typed">{ text::COLLECT_FIELD }</label>
                <textarea id="collect-typed" ref={typed} rows="2" autocomplete="off" autocapitalize="characters" spellcheck="false" onkeydown={key} />
            </div>
            <p class="row">
                <button type="button" onclick={take.reform(|_: MouseEvent| ())}>{ text::TAKE_IN }</button>
                <Intake onhanded={handed} />
            </p>
            <p class="hint">{ text::COLLECT_HINT }</p>
            <div role="status" class="came">{ for props.came.iter().map(|words| html! { <p key={words.clone()}>{ words }</p> }) }</div>
            if props.unkept { <p>{ text::UNKEPT }</p> }
        </section>
    }
}

/// What was handed over, as a message: whatever it is, the session finds out whose it is.
pub fn said(handed: Handed) -> Said {
    match handed {
        Handed::Text(text) => Said::Collected(text),
        Handed::Picture(picture) => {
            Said::Picture(picture.width, picture.height, Rc::new(picture.luma))
        }
        Handed::Unread(why) => {
            let words = why.map_or_else(
                || page::FILE_UNREAD.to_string(),
                |why| page::file_unread_because(&why),
            );
            Said::Unread(words)
        }
    }
}
