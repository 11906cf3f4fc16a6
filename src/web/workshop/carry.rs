//! What the workshop asks of the browser: a second window, words between the two, a few lines kept. Decides nothing.

use super::super::storage;
use crate::session::Message;
use crate::session::workshop::{Order, Said};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;
use yew::Callback;

const ROOM: &str = "kith.guesses";
const DRAFT: &str = "kith.drawn";
/// The second window's name and size: opened again, it is the same one.
const NOTES: (&str, &str) = ("kith-notes", "popup,width=620,height=780");

thread_local! {
    /// The other of the trainer's two windows, as far as this one knows it.
    static OTHER: RefCell<Option<Window>> = const { RefCell::new(None) };
}

/// Carries an order out.
pub fn carry_out(order: Order, say: &Callback<Message>) {
    let answer = |said: Said| {
        let say = say.clone();
        gloo::timers::callback::Timeout::new(0, move || say.emit(Message::Workshop(said))).forget();
    };
    match order {
        Order::Recall => answer(Said::Recalled(
            storage::words(ROOM),
            storage::words_of_tab(DRAFT).or_else(|| storage::words(DRAFT)),
        )),
        Order::ForgetOldRoom => {
            storage::keep_words(ROOM, "");
        }
        // A drawing that is not kept is still on screen, and its code can be written down.
        Order::KeepDraft(text) => {
            storage::keep_words(DRAFT, &text);
            // Two tabs may draw two things.
            storage::keep_in_tab(DRAFT, &text);
        }
        Order::OpenNotes => answer(Said::NotesOpened(open_notes())),
        Order::Tell(text) => tell(&text),
        // The pool of workers does that.
        Order::ReadPicture(..) => {}
    }
}

fn open_notes() -> bool {
    let address = super::super::effects::address_with("#/workshop/notes");
    let opened =
        gloo::utils::window().open_with_url_and_target_and_features(&address, NOTES.0, NOTES.1);
    let window = opened.ok().flatten();
    let there = window.is_some();
    OTHER.with_borrow_mut(|other| *other = window);
    there
}

/// The other window: the one opened from here, or the one that opened this.
fn other() -> Option<Window> {
    let known = OTHER.with_borrow(Clone::clone);
    let opener = || {
        gloo::utils::window()
            .opener()
            .ok()
            .filter(JsValue::is_object)
            .map(JsCast::unchecked_into)
    };
    known.or_else(opener)
}

/// Tells the other window. From a file on disk every page is a stranger to every other, so the words name no address; they
/// hold nothing but the number of a step.
pub fn tell(text: &str) {
    if let Some(window) = other() {
        let _ = window.post_message(&JsValue::from_str(text), "*");
    }
}

/// Takes in what a window said: whoever says it is the other one, also after this page was loaded anew.
pub fn heard(event: &web_sys::MessageEvent) -> Option<String> {
    let text = event
        .data()
        .as_string()
        .filter(|text| text.starts_with("kith-notes "))?;
    // A window of another page is no `Window` of this one: only its way of hearing is used.
    if let Some(source) = event.source() {
        OTHER.with_borrow_mut(|other| *other = Some(source.unchecked_into()));
    }
    Some(text)
}
