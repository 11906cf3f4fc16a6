//! What the page is to do for work that is kept.

use super::record::Over;
use crate::scenario::own::Own;
use std::rc::Rc;
use std::sync::Arc;

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read everything this device holds.
    Load,
    /// Write a record, if nothing else stands there than what may be replaced.
    Put(u64, Vec<u8>, Over),
    /// Take a record out, if nothing else stands there than what may be.
    Remove(u64, Over),
    /// Remember for this tab what it works on, until it is closed.
    Remember(String),
    /// Ask this browser to keep what is saved, also when space is short.
    AskToKeep,
    /// Give a text as a file of this name.
    Download(String, String),
    /// Have a worker make the place of an area from files.
    ReadPlace(Vec<(String, Rc<Vec<u8>>)>, String),
    /// From now on scenarios may lie in this place.
    Know(Arc<Own>),
    /// Say [`super::Said::OutOfPatience`] after so many milliseconds.
    Patience(u32, u32),
    /// Say that the moment of a showing is over after so many milliseconds; the number says of which.
    Hold(u32, u32),
}
