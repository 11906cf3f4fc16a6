//! What one person expects: two curves drawn before they are revealed, and the same as a code short enough to type.
//!
//! A curve is five heights along the years; the start is given to everybody, so it is no part of the guess. A height is one of
//! 64, and a code holds exactly these, so nothing is lost on the way. Knows no result and no browser.

use super::letters::{self, Wrong};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, Indicator, LONELY};

/// Heights of a curve.
pub const POINTS: usize = 5;
/// The highest height.
pub const TOP: u8 = 63;

/// What can be guessed, with the range in which it usually lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The indicator.
    pub indicator: usize,
    /// The lowest height. Unit: that of the indicator.
    pub low: f64,
    /// From one height to the next.
    pub step: f64,
}

/// What can be guessed. A code holds the position: add at the end only.
pub const QUESTIONS: [Question; 2] = [
    Question {
        indicator: DOING_WELL,
        low: 50.0,
        step: 0.5,
    },
    Question {
        indicator: LONELY,
        low: 0.0,
        step: 0.25,
    },
];

impl Question {
    /// What is guessed.
    pub fn info(self) -> &'static Indicator {
        &CATALOGUE[self.indicator]
    }

    /// The highest value that can be drawn.
    pub fn high(self) -> f64 {
        self.value(TOP)
    }

    /// The value of a height.
    pub fn value(self, height: u8) -> f64 {
        self.low + f64::from(height.min(TOP)) * self.step
    }

    /// The height nearest to a value.
    pub fn height(self, value: f64) -> u8 {
        ((value - self.low) / self.step)
            .round()
            .clamp(0.0, f64::from(TOP)) as u8
    }
}

/// One curve.
pub type Curve = [u8; POINTS];

/// What one person expects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// Position in [`QUESTIONS`].
    pub question: u8,
    /// In the first strategy's world and in the second's; at least one of them.
    pub curves: [Option<Curve>; 2],
    /// A name, if one was given.
    pub nick: String,
}

/// The longest name kept. Unit: letters.
const LONGEST_NICK: usize = 24;

/// A name as it is kept: one line, not long.
pub fn nick(text: &str) -> String {
    let seen: String = text
        .chars()
        .map(|c| if crate::text::is_hidden(c) { ' ' } else { c })
        .collect();
    let short: String = seen
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(LONGEST_NICK)
        .collect();
    short.trim_end().to_owned()
}

/// The year at which a height stands: the years parted evenly, the last height at the end.
pub fn year(point: usize, years: u32) -> f64 {
    f64::from(years) * (point + 1) as f64 / POINTS as f64
}

/// A curve through the end of every year, from where everybody starts. Shape: years + 1.
pub fn by_year(curve: &Curve, question: Question, start: f64, years: u32) -> Vec<f64> {
    let at = |point: usize| {
        if point == 0 {
            (0.0, start)
        } else {
            (year(point - 1, years), question.value(curve[point - 1]))
        }
    };
    (0..=years)
        .map(|y| {
            let wanted = f64::from(y);
            let next = (1..=POINTS)
                .find(|point| at(*point).0 >= wanted - 1e-9)
                .unwrap_or(POINTS);
            let ((x0, y0), (x1, y1)) = (at(next - 1), at(next));
            if x1 > x0 {
                y0 + (y1 - y0) * (wanted - x0) / (x1 - x0)
            } else {
                y1
            }
        })
        .collect()
}

impl Guess {
    /// What is guessed.
    pub fn question(&self) -> Question {
        QUESTIONS[usize::from(self.question).min(QUESTIONS.len() - 1)]
    }

    /// The code: 14 letters and digits for two curves, 8 for one, in groups.
    pub fn code(&self) -> String {
        let drawn = u8::from(self.curves[0].is_some()) | u8::from(self.curves[1].is_some()) << 1;
        let mut values = vec![self.question << 2 | drawn];
        for curve in self.curves.iter().flatten() {
            let bits = curve
                .iter()
                .fold(0_u32, |bits, height| bits << 6 | u32::from(*height));
            values.extend((0..6).rev().map(|k| (bits >> (5 * k) & 31) as u8));
        }
        letters::write(&values)
    }

    /// A guess from its code.
    ///
    /// Errors: a sentence that says where the code is wrong and what would be right.
    pub fn read(code: &str, name: &str) -> Result<Self, String> {
        let values = letters::read(code).map_err(|wrong| wrong.words())?;
        let (question, drawn) = (values[0] >> 2, values[0] & 3);
        let curves = usize::from(drawn & 1) + usize::from(drawn >> 1);
        if usize::from(question) >= QUESTIONS.len() || curves == 0 || values.len() != 1 + 6 * curves
        {
            return Err(Wrong::FirstGroup(code.to_owned()).words());
        }
        let mut rest = values[1..].chunks(6).map(|six| {
            let bits = six
                .iter()
                .fold(0_u32, |bits, value| bits << 5 | u32::from(*value));
            let mut curve = [0; POINTS];
            for (k, height) in curve.iter_mut().enumerate() {
                *height = (bits >> (6 * (POINTS - 1 - k)) & 63) as u8;
            }
            curve
        });
        let first = if drawn & 1 == 1 { rest.next() } else { None };
        let second = if drawn & 2 == 2 { rest.next() } else { None };
        Ok(Self {
            question,
            curves: [first, second],
            nick: nick(name),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_short_and_say_where_they_are_wrong() {
        let both = Guess {
            question: 0,
            curves: [Some([40, 41, 42, 43, 20]), Some([40, 44, 48, 52, 63])],
            nick: String::new(),
        };
        let code = both.code();
        assert_eq!(code.chars().filter(|c| *c != '-').count(), 14, "{code}");
        assert_eq!(
            Guess::read(&code.to_lowercase().replace('-', " "), "Sam").unwrap(),
            Guess {
                nick: "Sam".into(),
                ..both.clone()
            }
        );
        let one = Guess {
            curves: [None, both.curves[1]],
            ..both
        };
        assert_eq!(one.code().len(), 9, "two groups of four: {}", one.code());
        assert_eq!(Guess::read(&one.code(), "").unwrap(), one);
    }

    #[test]
    fn a_name_is_kept_as_it_can_be_shown_and_stays_so() {
        for (typed, kept) in [
            (" \u{200b} e\u{1b}[31m ", "e [31m"),
            ("Sam\u{202e}\nB", "Sam B"),
            (&("x".repeat(23) + " yz"), &"x".repeat(23)),
        ] {
            assert_eq!(nick(typed), kept);
            assert_eq!(nick(kept), kept);
        }
    }

    #[test]
    fn a_curve_runs_through_its_points_from_the_start() {
        let question = QUESTIONS[0];
        let curve = [10, 20, 30, 40, 50];
        let values = by_year(&curve, question, 52.0, 10);
        assert_eq!(values.len(), 11);
        assert_eq!(
            (values[0], values[2], values[10]),
            (52.0, question.value(10), question.value(50))
        );
        assert!((values[3] - f64::midpoint(question.value(10), question.value(20))).abs() < 1e-9);
        assert_eq!(
            by_year(&curve, question, 52.0, 3).last(),
            Some(&question.value(50))
        );
        assert_eq!(by_year(&curve, question, 52.0, 1).len(), 2);
    }

    #[test]
    fn values_are_taken_to_the_nearest_height_inside_the_range() {
        let question = QUESTIONS[0];
        assert_eq!(question.value(question.height(68.4)), 68.5);
        assert_eq!(
            (
                question.height(-5.0),
                question.height(500.0),
                question.height(f64::NAN)
            ),
            (0, TOP, 0)
        );
        assert_eq!(nick("  Sam \n from  Sale "), "Sam from Sale");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_on_the_way(question in 0..2_u8, first in proptest::option::of(proptest::array::uniform5(0..64_u8)), second in proptest::array::uniform5(0..64_u8)) {
            let guess = Guess { question, curves: [first, Some(second)], nick: String::new() };
            prop_assert_eq!(Guess::read(&guess.code(), "").unwrap(), guess);
        }

        #[test]
        fn whatever_is_typed_is_a_guess_or_a_sentence(text in "\\PC{0,40}") {
            if let Err(words) = Guess::read(&text, "") {
                prop_assert!(words.ends_with('.'), "{}", words);
            }
        }
    }
}
