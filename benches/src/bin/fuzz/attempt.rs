//! One input, tried and judged: what a reader must never do whatever it is given.

use crate::readers::Read;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// The longest message. Unit: bytes.
pub const LONGEST_MESSAGE: usize = 20_000;
/// The most lines of one message: twenty problems, how many more there are, how many in all.
const MOST_LINES: usize = 24;

/// What must not happen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// It panicked: where and with which words.
    Panic(String),
    /// It said something of more than [`LONGEST_MESSAGE`] bytes, or endlessly many lines.
    Long,
    /// It said something with a letter that cannot be seen.
    Hidden(char),
    /// What it accepted is not what was given, or may not be.
    Broken(String),
    /// It did not end; the watch noticed.
    Hang,
}

impl Failure {
    /// Whether two are the same kind of thing.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Hidden(_), Self::Hidden(_)) => true,
            (a, b) => a == b,
        }
    }

    /// A word for names of files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Panic(_) => "panic",
            Self::Long => "long",
            Self::Hidden(_) => "hidden",
            Self::Broken(_) => "broken",
            Self::Hang => "hang",
        }
    }
}

/// What came of one input.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Whether it was accepted.
    pub accepted: bool,
    /// What must not have happened.
    pub failure: Option<Failure>,
    /// How long it took.
    pub took: Duration,
}

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on panics are noted instead of printed.
pub fn note_panics() {
    std::panic::set_hook(Box::new(|info| {
        let words = info.payload_as_str().unwrap_or("no words");
        let place = info
            .location()
            .map_or_else(String::new, |at| format!("{}:{}: ", at.file(), at.line()));
        PANIC.with(|panic| *panic.borrow_mut() = format!("{place}{words}"));
    }));
}

/// Tries one input.
pub fn attempt(read: &Read, input: &[u8]) -> Outcome {
    let start = Instant::now();
    let answer = catch_unwind(AssertUnwindSafe(|| read(input)));
    let took = start.elapsed();
    let Ok(answer) = answer else {
        return Outcome {
            accepted: false,
            failure: Some(Failure::Panic(PANIC.with(RefCell::take))),
            took,
        };
    };
    let failure = answer
        .messages
        .iter()
        .find_map(|message| judged(message))
        .or(answer.broken.map(Failure::Broken));
    Outcome {
        accepted: answer.accepted,
        failure,
        took,
    }
}

/// What is wrong with a message.
fn judged(message: &str) -> Option<Failure> {
    if message.len() > LONGEST_MESSAGE || message.lines().count() > MOST_LINES {
        return Some(Failure::Long);
    }
    message
        .chars()
        .find(|letter| is_hidden(*letter))
        .map(Failure::Hidden)
}

/// Whether a letter of a message is none that can be seen. Written down here by itself: the code
/// that is tried has its own list.
fn is_hidden(letter: char) -> bool {
    let code = u32::from(letter);
    (code < 0x20 && letter != '\n')
        || (0x7F..0xA0).contains(&code)
        || [0xAD, 0x61C, 0x180E, 0x200B, 0x2028, 0x2029, 0xFEFF].contains(&code)
        || (0x202A..=0x202E).contains(&code)
        || (0x2060..=0x206F).contains(&code)
        || (0xE0000..0xE1000).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::Answer;

    fn outcome(answer: impl Fn() -> Answer + 'static) -> Option<Failure> {
        let read: Read = Box::new(move |_| answer());
        attempt(&read, b"x").failure
    }

    #[test]
    fn whatever_must_not_happen_is_noticed() {
        note_panics();
        assert!(matches!(
            outcome(|| panic!("no such {}", "luck")),
            Some(Failure::Panic(words)) if words.ends_with("no such luck")
        ));
        assert_eq!(
            outcome(|| Answer::refused("x".repeat(LONGEST_MESSAGE + 1))),
            Some(Failure::Long)
        );
        assert_eq!(
            outcome(|| Answer::refused("x\n".repeat(MOST_LINES + 1))),
            Some(Failure::Long)
        );
        for letter in [
            '\u{1b}', '\r', '\0', '\u{9b}', '\u{202e}', '\u{200b}', '\u{feff}',
        ] {
            assert_eq!(
                outcome(move || Answer::refused(format!("a{letter}b"))),
                Some(Failure::Hidden(letter))
            );
        }
        let broken = || Answer {
            broken: Some("other".to_owned()),
            ..Answer::default()
        };
        assert_eq!(outcome(broken), Some(Failure::Broken("other".to_owned())));
        assert_eq!(
            outcome(|| Answer::refused("line 3: found “é”; wanted\nmore")),
            None
        );
    }
}
