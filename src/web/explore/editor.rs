//! How controls change the scenario: while the hand is on them, or at once. Knows messages, no drawing.

use crate::session::{Edit, Message, question};
use crate::web::parts::Hand;
use yew::prelude::*;

/// The way from a control to the scenario.
#[derive(Clone)]
pub struct Editor(pub Callback<Message>);

impl Editor {
    /// A change that goes on while the hand moves; numbers that are none are left out.
    pub fn live(&self, make: impl Fn(f64) -> Edit + 'static) -> Callback<f64> {
        let say = self.0.clone();
        Callback::from(move |value: f64| {
            if value.is_finite() {
                say.emit(Message::Question(question::Said::Edit(make(value))));
            }
        })
    }

    /// The hand rests, or has left.
    pub fn done(&self) -> Callback<Hand> {
        self.0.reform(|hand: Hand| match hand {
            Hand::Rests => Message::Question(question::Said::EditRests),
            Hand::Left => Message::Question(question::Said::EditDone),
        })
    }

    /// A choice from a list: one change.
    pub fn choose(&self, make: impl Fn(String) -> Option<Edit> + 'static) -> Callback<String> {
        let say = self.0.clone();
        Callback::from(move |id: String| {
            if let Some(edit) = make(id) {
                say.emit(Message::Question(question::Said::Edit(edit)));
                say.emit(Message::Question(question::Said::EditDone));
            }
        })
    }

    /// A button: one change.
    pub fn press(&self, edit: Edit) -> Callback<MouseEvent> {
        let say = self.0.clone();
        Callback::from(move |_: MouseEvent| {
            say.emit(Message::Question(question::Said::Edit(edit.clone())));
            say.emit(Message::Question(question::Said::EditDone));
        })
    }
}
