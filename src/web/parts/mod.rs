//! Parts that views are made of: shared values, the way to say something, fields, measured widths.

mod drawn;
mod field;
mod file;
mod gesture;
mod intake;
mod picture;
mod range;
mod search;
mod take;
mod typing;
mod whiskers;
mod width;

pub use drawn::{mark, marks, picture};
pub use field::{Choice, NumberBox, Slider};
pub use file::{
    ChooseFiles, bytes as file_bytes, problems as file_problems, read as read_file, use_dropped,
};
pub use gesture::Hand;
pub use intake::{Handed, Intake};
pub use range::Range;
pub use search::{Found, Search};
pub use take::{Provenance, TakeFigure, TakeTable, use_provenance};
pub use typing::use_typing;
pub use whiskers::Whiskers;
pub use width::use_width;

use crate::session::Message;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A large value handed down by reference; two are equal when they are the same one.
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// How a component says what happened.
#[derive(Clone, PartialEq)]
pub struct Say(pub Callback<Message>);

/// The way to say what happened, from anywhere in the page.
#[hook]
pub fn use_say() -> Callback<Message> {
    use_context::<Say>().map_or_else(Callback::noop, |say| say.0)
}
