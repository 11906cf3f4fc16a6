//! The keyboard: hears keys, asks `session::keys` what they mean, shows the list of them.

use super::parts::use_say;
use super::text;
use crate::session::keys::{IN_WORKSHOP, Pressed, SHORTCUTS, Shortcut, WITH_CONTROL};
use crate::session::{Message, page};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// Elements in which a key has a meaning of its own.
const TYPING: &str = "input, select, textarea, [contenteditable]";

/// Gives a pressed key to `decide`.
pub fn pressed<T>(event: &KeyboardEvent, decide: impl FnOnce(Pressed) -> T) -> T {
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| {
            // Undo in a box of text is the box's own; a slider has none.
            let slider = element
                .matches("input[type=range], input[type=checkbox]")
                .unwrap_or(false)
                && event.ctrl_key() | event.meta_key();
            !slider && element.matches(TYPING).unwrap_or(false)
        });
    let key = event.key();
    // Space presses what has the focus, and arrows move what can be scrolled.
    let own = if key == " " {
        "button, a, summary"
    } else {
        ".scroll, [role=slider]"
    };
    let typing = typing
        || ((key == " " || key.starts_with("Arrow") || key.starts_with("Page"))
            && event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .is_some_and(|element| element.matches(own).unwrap_or(false)));
    let held = event.ctrl_key() || event.meta_key();
    let typing = typing || event.alt_key() || event.is_composing();
    decide(Pressed {
        key: &key,
        control: held,
        shift: event.shift_key(),
        typing,
    })
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub shown: bool,
    pub letters: bool,
}

/// The list of keys, as a dialogue.
#[component]
pub fn Keys(props: &Props) -> Html {
    let say = use_say();
    let node = use_node_ref();
    use_effect_with((node.clone(), props.shown), |(node, shown)| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            match (*shown, dialog.open()) {
                (true, false) => {
                    let _ = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let close = {
        let say = say.clone();
        Callback::from(move |()| say.emit(Message::Page(page::Said::ShowKeys(false))))
    };
    let switched = {
        let say = say.clone();
        Callback::from(move |event: Event| {
            say.emit(Message::Page(page::Said::Letters(
                event.target_unchecked_into::<HtmlInputElement>().checked(),
            )));
        })
    };
    let row = |shortcut: &Shortcut| {
        html! { <tr key={shortcut.shown}><th scope="row"><kbd>{ shortcut.shown }</kbd></th><td>{ shortcut.does }</td></tr> }
    };
    html! {
        <dialog ref={node} class="keys" aria-labelledby="keys-title" onclose={close.reform(|_: Event| ())}>
            <h2 id="keys-title">{ text::KEYS_TITLE }</h2>
            <p>{ text::KEYS_HINT }</p>
            <table>
                <thead><tr><th scope="col">{ text::KEY }</th><th scope="col">{ text::DOES }</th></tr></thead>
                <tbody>{ for SHORTCUTS.iter().map(row) }{ for IN_WORKSHOP.iter().map(row) }{ for WITH_CONTROL.iter().map(row) }</tbody>
            </table>
            <label class="check-box"><input type="checkbox" checked={props.letters} onchange={switched} />{ text::LETTERS }</label>
            <p class="row"><button type="button" class="primary" onclick={close.reform(|_: MouseEvent| ())}>{ text::CLOSE }</button></p>
        </dialog>
    }
}
