//! What a hand is typing stays in its field, whatever is drawn meanwhile: runs arrive while people type. As soon as the hand
//! leaves, or the value becomes another one, the field shows the value again.

use web_sys::{FocusEvent, HtmlInputElement, InputEvent};
use yew::prelude::*;

/// A field that is typed into.
pub struct Typing {
    /// What stands in the field, and the value there was when it was typed.
    typed: UseStateHandle<Option<(AttrValue, AttrValue)>>,
    value: AttrValue,
}

/// The field of a value that is said only when the hand leaves it.
#[hook]
pub fn use_typing(value: AttrValue) -> Typing {
    Typing {
        typed: use_state(|| None),
        value,
    }
}

impl Typing {
    /// What the field shows: what is being typed, or else the value.
    pub fn shown(&self) -> AttrValue {
        match self.typed.as_ref() {
            Some((words, value)) if *value == self.value => words.clone(),
            _ => self.value.clone(),
        }
    }

    /// Listens to every letter.
    pub fn oninput(&self) -> Callback<InputEvent> {
        let (typed, value) = (self.typed.setter(), self.value.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(Some((
                event
                    .target_unchecked_into::<HtmlInputElement>()
                    .value()
                    .into(),
                value.clone(),
            )));
        })
    }

    /// Listens to the hand leaving the field: the field shows the value again, and the event goes on.
    pub fn onchange(&self, said: impl Fn(Event) + 'static) -> Callback<Event> {
        let typed = self.typed.setter();
        Callback::from(move |event: Event| {
            said(event);
            typed.set(None);
        })
    }

    /// Listens to the focus leaving the field. What was typed and put back is no change and has no event of its own.
    pub fn onblur(&self) -> Callback<FocusEvent> {
        let typed = self.typed.setter();
        Callback::from(move |_: FocusEvent| typed.set(None))
    }
}
