//! Messages: where their text is, and how it is said with arguments. `build/words/pattern.rs`
//! writes what is read here.

use super::CODES;
use super::language::{plural, spoken};
use super::pseudo;
use std::fmt;
use std::ops::Deref;

// A variant ends at any mark that none of these is.
const ARGUMENT: char = '\u{1}';
const CHOICE: char = '\u{2}';
const KEY: char = '\u{3}';
const END: char = '\u{5}';
const GROUPED: char = '\u{6}';
/// The position 0.
const FIRST: u8 = b'0';
/// Digits between two thousands.
const GROUP: usize = 3;
/// What stands between thousands.
const BETWEEN_GROUPS: char = ',';

/// The messages of one file, language by language.
pub struct Section(pub(super) [&'static [&'static str]; CODES.len()]);

/// A message without arguments: it is text in whatever language is spoken when it is read.
#[derive(Clone, Copy)]
pub struct Words {
    section: &'static Section,
    at: usize,
}

impl Words {
    pub(super) const fn new(section: &'static Section, at: usize) -> Self {
        Self { section, at }
    }

    /// Its text.
    pub fn text(self) -> &'static str {
        let language = spoken();
        let code = self.code(language.at);
        if language.is_pseudo {
            pseudo::kept(code)
        } else {
            code
        }
    }

    fn code(self, language: usize) -> &'static str {
        self.section.0[language].get(self.at).copied().unwrap_or("")
    }

    /// Its text with arguments.
    pub(super) fn with(self, values: &[Value<'_>]) -> String {
        let language = spoken();
        let mut reader = Reader {
            code: self.code(language.at),
            values,
            said: String::new(),
        };
        reader.pattern(true);
        if language.is_pseudo {
            pseudo::bracketed(&reader.said)
        } else {
            reader.said
        }
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &'static str {
        self.text()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.text())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), to)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.section, other.section) && self.at == other.at
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.text().to_owned()
    }
}

/// What a message is told.
pub enum Value<'a> {
    /// Words or a number that is written already.
    Text(&'a str),
    /// A whole number, which may choose a plural.
    Number(u64),
}

/// Whole numbers that messages are told.
pub trait Whole {
    /// The number.
    fn whole(self) -> u64;
}

impl Whole for u64 {
    fn whole(self) -> u64 {
        self
    }
}

impl Whole for u32 {
    fn whole(self) -> u64 {
        u64::from(self)
    }
}

impl Whole for usize {
    fn whole(self) -> u64 {
        self as u64
    }
}

/// Reads the text of a message with its marks.
struct Reader<'a> {
    /// What is still to be read.
    code: &'static str,
    values: &'a [Value<'a>],
    said: String,
}

impl<'a> Reader<'a> {
    /// Reads to the end of a variant or of the text, and says it if it is the one.
    fn pattern(&mut self, is_said: bool) {
        loop {
            let end = self
                .code
                .find(|letter: char| (ARGUMENT..=GROUPED).contains(&letter))
                .unwrap_or(self.code.len());
            let (words, rest) = self.code.split_at(end);
            if is_said {
                self.words(words);
            }
            self.code = rest;
            match self.next() {
                Some(ARGUMENT) => self.argument(is_said, false),
                Some(GROUPED) => self.argument(is_said, true),
                Some(CHOICE) => self.choice(is_said),
                Some(_) | None => return,
            }
        }
    }

    fn words(&mut self, words: &str) {
        if spoken().is_pseudo {
            self.said.extend(words.chars().map(pseudo::accented));
        } else {
            self.said.push_str(words);
        }
    }

    fn argument(&mut self, is_said: bool, is_grouped: bool) {
        match self.value().filter(|_| is_said) {
            Some(Value::Text(text)) => self.said.push_str(text),
            Some(Value::Number(number)) => {
                let digits = number.to_string();
                for (at, digit) in digits.char_indices() {
                    if is_grouped && at > 0 && (digits.len() - at).is_multiple_of(GROUP) {
                        self.said.push(BETWEEN_GROUPS);
                    }
                    self.said.push(digit);
                }
            }
            None => {}
        }
    }

    fn choice(&mut self, is_said: bool) {
        let value = self.value();
        let mut is_open = is_said;
        while !self.code.starts_with(END) {
            let (key, rest) = self.code.split_once(KEY).unwrap_or((self.code, ""));
            self.code = rest;
            let fits = is_open && (key.is_empty() || value.is_some_and(|value| fits(key, value)));
            self.pattern(fits);
            is_open &= !fits;
            if rest.is_empty() {
                return;
            }
        }
        self.next();
    }

    fn next(&mut self) -> Option<char> {
        let mut letters = self.code.chars();
        let next = letters.next();
        self.code = letters.as_str();
        next
    }

    fn value(&mut self) -> Option<&'a Value<'a>> {
        let digit = self.next()?;
        self.values.get(digit as usize - usize::from(FIRST))
    }
}

/// Whether a variant is for a value: its own number, its plural or its word.
fn fits(key: &str, value: &Value<'_>) -> bool {
    match value {
        Value::Text(text) => *text == key,
        Value::Number(number) => key.parse() == Ok(*number) || plural(spoken(), *number) == key,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, speak};
    use super::*;

    const CODE: &str = "A\u{1}0, \u{2}10\u{3}none\u{4}one\u{3}one \u{2}0x\u{3}ex\u{4}\u{3}why\u{4}\u{5}\u{4}\u{3}\u{6}1 things\u{4}\u{5}.";
    static SECTION: Section = Section([&["Plain", CODE]; CODES.len()]);

    fn said(text: &str, number: u64) -> String {
        Words::new(&SECTION, 1).with(&[Value::Text(text), Value::Number(number)])
    }

    #[test]
    fn a_message_is_said_with_its_arguments_and_choices() {
        assert_eq!(said("x", 0), "Ax, none.");
        assert_eq!(said("x", 1), "Ax, one ex.");
        assert_eq!(said("y", 1), "Ay, one why.");
        assert_eq!(said("y", 1_200), "Ay, 1,200 things.");
        assert_eq!(Words::new(&SECTION, 0).text(), "Plain");
    }

    #[test]
    fn the_pseudo_language_changes_words_and_no_argument() {
        speak(Language::of("en-XA").unwrap_or_default());
        let (plain, told) = (Words::new(&SECTION, 0).text(), said("x", 2));
        speak(Language::default());
        assert!(
            told.starts_with("[Åx, 2 ţĥîñĝš.") && told.ends_with(']'),
            "{told}"
        );
        assert!(
            plain.starts_with("[Þļåîñ") && plain.chars().count() >= 7,
            "{plain}"
        );
    }
}
