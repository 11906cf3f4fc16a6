//! Which language is spoken, and which plural it uses with which number.

use super::{CODES, PLURALS};
use std::cell::Cell;

/// The code of the language that nobody speaks: English with accents, longer and in brackets. What
/// is shown without them did not come from the catalogue, and what has no room has none for longer
/// languages.
const PSEUDO: &str = "en-XA";
/// From here on plurals follow the last three digits.
const FOLLOWS: u64 = 1_000;
const MILLION: u64 = 1_000_000;

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// The position of its words.
    pub(super) at: usize,
    /// Whether its words are made strange, to see which words do not come from here.
    pub(super) is_pseudo: bool,
}

impl Language {
    /// The language with such a code ("en"), if it is here.
    pub fn of(code: &str) -> Option<Self> {
        let at = CODES.iter().position(|known| *known == code);
        let is_pseudo = code == PSEUDO;
        at.or(is_pseudo.then_some(0))
            .map(|at| Self { at, is_pseudo })
    }
}

/// Which plural goes with which whole number.
pub(super) struct Plurals {
    /// From which number on it is which, below two thousand.
    pub runs: &'static [(u32, &'static str)],
    /// With whole millions.
    pub millions: &'static str,
}

impl Plurals {
    fn of(&self, number: u64) -> &'static str {
        if number > 0 && number.is_multiple_of(MILLION) {
            return self.millions;
        }
        let asked = if number < FOLLOWS {
            number
        } else {
            FOLLOWS + number % FOLLOWS
        };
        let after = self
            .runs
            .partition_point(|(from, _)| u64::from(*from) <= asked);
        self.runs[..after].last().map_or("other", |(_, name)| name)
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language { at: 0, is_pseudo: false }) };
}

/// From now on this thread speaks a language.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// The language that this thread speaks.
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// The plural of a number in a language.
pub(super) fn plural(language: Language, number: u64) -> &'static str {
    PLURALS[language.at].of(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_number() {
        let english = Language::default();
        assert_eq!(
            [0, 1, 2, 11, 21, 101, 1_001, 1_000_000].map(|number| plural(english, number)),
            [
                "other", "one", "other", "other", "other", "other", "other", "other"
            ]
        );
        let polish = Plurals {
            runs: &[
                (0, "many"),
                (1, "one"),
                (2, "few"),
                (5, "many"),
                (1_000, "many"),
                (1_002, "few"),
                (1_005, "many"),
            ],
            millions: "many",
        };
        assert_eq!(
            [0, 1, 3, 7, 999, 5_003, 7_000_000].map(|number| polish.of(number)),
            ["many", "one", "few", "many", "many", "few", "many"]
        );
    }

    #[test]
    fn languages_have_codes() {
        assert_eq!(Language::of("en"), Some(Language::default()));
        assert!(Language::of("en-XA").is_some_and(|language| language.is_pseudo));
        assert_eq!(Language::of("tlh"), None);
    }
}
