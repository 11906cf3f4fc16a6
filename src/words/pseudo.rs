//! A language that nobody speaks: every letter with an accent, two fifths longer, in brackets. A
//! person still reads it.

use std::cell::RefCell;
use std::collections::BTreeMap;

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
/// What makes words longer, again and again.
const LONGER: &str = " ~~~~";

/// A letter with an accent.
pub fn accented(letter: char) -> char {
    PLAIN
        .find(letter)
        .and_then(|at| ACCENTED.chars().nth(at))
        .unwrap_or(letter)
}

/// Words longer and in brackets.
pub fn bracketed(words: &str) -> String {
    let more = (words.chars().count() * 2).div_ceil(5);
    let longer = LONGER.chars().cycle().take(more);
    std::iter::once('[')
        .chain(words.chars())
        .chain(longer)
        .chain(std::iter::once(']'))
        .collect()
}

thread_local! {
    /// Words that were said already, so that each is made once.
    static KEPT: RefCell<BTreeMap<&'static str, &'static str>> = const { RefCell::new(BTreeMap::new()) };
}

/// The words of a message without arguments.
pub fn kept(words: &'static str) -> &'static str {
    KEPT.with_borrow_mut(|kept| {
        *kept
            .entry(words)
            .or_insert_with(|| bracketed(&words.chars().map(accented).collect::<String>()).leak())
    })
}
