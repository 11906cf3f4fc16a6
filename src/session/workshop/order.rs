//! What the page is to do for the workshop.

use std::rc::Rc;

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read what this device kept and say [`super::Said::Recalled`].
    Recall,
    /// Forget the guesses that a version before this one kept: they are kept with all other work now.
    ForgetOldRoom,
    /// Keep the drawing on this device.
    KeepDraft(String),
    /// Open the trainer's window.
    OpenNotes,
    /// Tell the other window.
    Tell(String),
    /// Have a worker read the code in a picture.
    ReadPicture(usize, usize, Rc<Vec<u8>>),
}
