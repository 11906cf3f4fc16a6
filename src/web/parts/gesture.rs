//! Where one change of a control begins and ends: a drag is one, and so is a run of keys with no long pause in it.
//! Knows hands and pauses, no scenario.

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{FocusEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

/// How long keys may rest within one change. Unit: milliseconds.
const PAUSE: u32 = 1_000;
/// Keys that step a value.
const STEPPING: [&str; 8] = [
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "PageUp",
    "PageDown",
    "Home",
    "End",
];

/// What a hand does after it has changed a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// It rests, and may go on with the same change.
    Rests,
    /// It has left: the change is whole.
    Left,
}

/// The hand on one control.
#[derive(Clone)]
pub struct Gesture {
    told: Callback<Hand>,
    dragging: Rc<Cell<bool>>,
    stepping: Rc<Cell<bool>>,
    pause: Rc<RefCell<Option<Timeout>>>,
}

/// Follows the hand on a control; tells when it rests and when it has left.
#[hook]
pub fn use_gesture(told: Callback<Hand>) -> Gesture {
    let (dragging, stepping, pause) = (
        use_memo((), |()| Cell::new(false)),
        use_memo((), |()| Cell::new(false)),
        use_mut_ref(|| None),
    );
    Gesture {
        told,
        dragging,
        stepping,
        pause,
    }
}

impl Gesture {
    /// The change is whole, now.
    pub fn leave(&self) {
        self.pause.take();
        self.dragging.set(false);
        self.stepping.set(false);
        self.told.emit(Hand::Left);
    }

    /// The value has been changed and the browser says so: whole after a drag, and as yet open after a key or without any sign
    /// of a hand, as from an aid that steps for people.
    pub fn changed(&self) {
        if self.dragging.get() {
            self.leave();
        } else {
            self.told.emit(Hand::Rests);
            self.leave_after(PAUSE);
        }
    }

    /// Whether the last key stepped the value rather than typed it.
    pub fn is_stepping(&self) -> bool {
        self.stepping.get()
    }

    /// Listens to a pointer taking the control: a new change begins.
    pub fn onpointerdown(&self) -> Callback<PointerEvent> {
        let hand = self.clone();
        Callback::from(move |_: PointerEvent| {
            hand.leave();
            hand.dragging.set(true);
        })
    }

    /// Listens to the pointer letting go. A drag that comes back to where it began has no other event; the browser's own comes after this one.
    pub fn onpointerup(&self) -> Callback<PointerEvent> {
        let hand = self.clone();
        Callback::from(move |_: PointerEvent| hand.leave_after(0))
    }

    /// Listens to keys.
    pub fn onkeydown(&self) -> Callback<KeyboardEvent> {
        let stepping = Rc::clone(&self.stepping);
        Callback::from(move |event: KeyboardEvent| {
            stepping.set(STEPPING.contains(&event.key().as_str()));
        })
    }

    /// Listens to the focus leaving the control.
    pub fn onblur(&self) -> Callback<FocusEvent> {
        let hand = self.clone();
        Callback::from(move |_: FocusEvent| hand.leave())
    }

    fn leave_after(&self, milliseconds: u32) {
        let hand = self.clone();
        self.pause
            .replace(Some(Timeout::new(milliseconds, move || hand.leave())));
    }
}
