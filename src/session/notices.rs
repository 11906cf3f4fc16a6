//! What the page tells the person, one thing at a time: what went well goes by itself, what asks for attention stays.

use super::message::Effect;
use super::state::{Notice, State};
use crate::words::Words;

/// Tells something that asks for attention: it stays until it is closed.
pub(super) fn notify(state: &mut State, words: String) {
    queue(state, words, false);
}

/// Tells that something went well: it goes by itself.
pub(super) fn confirm(state: &mut State, words: String) {
    queue(state, words, true);
}

/// Whether something is on the clipboard.
pub(super) fn copied_to(
    state: &mut State,
    copied: bool,
    done: Words,
    refused: Words,
) -> Vec<Effect> {
    if copied {
        confirm(state, done.into());
    } else {
        notify(state, refused.into());
    }
    Vec::new()
}

/// What is told twice stands there once.
fn queue(state: &mut State, words: String, passing: bool) {
    state.notices.retain(|notice| notice.words != words);
    state.notices.push(Notice {
        id: state.next_notice,
        words,
        passing,
    });
    state.next_notice += 1;
}
