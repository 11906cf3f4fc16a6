//! What a hand is typing stays in its field, whatever is drawn meanwhile: re-runs arrive while people type.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

/// A field that is typed into.
pub struct Typing {
    typed: UseStateHandle<Option<AttrValue>>,
    value: AttrValue,
}

/// The field of a value that is said only when the hand leaves it.
#[hook]
pub fn use_typing(value: AttrValue) -> Typing {
    Typing { typed: use_state(|| None), value }
}

impl Typing {
    /// What the field shows: what is being typed, or else the value.
    pub fn shown(&self) -> AttrValue {
        self.typed.as_ref().unwrap_or(&self.value).clone()
    }

    /// Listens to every letter.
    pub fn oninput(&self) -> Callback<InputEvent> {
        let typed = self.typed.setter();
        Callback::from(move |event: InputEvent| typed.set(Some(event.target_unchecked_into::<HtmlInputElement>().value().into())))
    }

    /// Listens to the hand leaving the field: the field shows the value again, and the event goes on.
    pub fn onchange(&self, said: impl Fn(Event) + 'static) -> Callback<Event> {
        let typed = self.typed.setter();
        Callback::from(move |event: Event| {
            said(event);
            typed.set(None);
        })
    }
}
