//! What the whole room expects: guesses that came, doubles told, the spread of them, and the same as lines to keep and a table.

use super::guess::{Guess, POINTS, Question, by_year, year};
use crate::charts::number::plain;
use crate::session::collect::GUESS_FILE;

/// The most guesses that are kept: a room, not a stadium.
pub const MOST: usize = 400;

/// The guesses of a room, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// All of them.
    pub guesses: Vec<Guess>,
}

/// Median and range of guesses in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The lowest.
    pub low: f64,
    /// The middle one.
    pub median: f64,
    /// The highest.
    pub high: f64,
}

impl Room {
    /// Takes in a guess. Errors: a sentence when it is there already, or when the room is full.
    pub fn add(&mut self, guess: Guess) -> Result<(), String> {
        if self.guesses.contains(&guess) {
            let whose = if guess.nick.is_empty() {
                String::new()
            } else {
                format!(" of {}", guess.nick)
            };
            return Err(format!(
                "The guess {}{whose} is already here and was not counted twice. If it is another person’s, type a name after the code.",
                guess.code()
            ));
        }
        if self.guesses.len() >= MOST {
            return Err(format!(
                "There are {MOST} guesses already: clear the list before you take in more."
            ));
        }
        self.guesses.push(guess);
        Ok(())
    }

    /// How many curves there are of a question in one of the two worlds.
    pub fn count(&self, question: usize, side: usize) -> usize {
        self.of(question, side).count()
    }

    fn of(&self, question: usize, side: usize) -> impl Iterator<Item = &Guess> {
        self.guesses.iter().filter(move |guess| {
            usize::from(guess.question) == question && guess.curves[side].is_some()
        })
    }

    /// Every curve of a question in one of the two worlds, year by year. Shape: guesses × (years + 1).
    pub fn curves(&self, question: usize, side: usize, start: f64, years: u32) -> Vec<Vec<f64>> {
        self.of(question, side)
            .filter_map(|guess| {
                guess.curves[side]
                    .as_ref()
                    .map(|curve| by_year(curve, guess.question(), start, years))
            })
            .collect()
    }

    /// Lines to keep on this device or to give as a file.
    pub fn text(&self) -> String {
        let mut text = format!("{GUESS_FILE}\n");
        for guess in &self.guesses {
            text.push_str(&guess.code());
            text.push(' ');
            text.push_str(&guess.nick);
            text.push('\n');
        }
        text
    }

    /// A table: one row a curve.
    pub fn table(&self, years: u32, names: [&str; 2]) -> (Vec<String>, Vec<Vec<String>>) {
        let mut headings: Vec<String> = ["code", "name", "question", "unit", "world"]
            .map(str::to_owned)
            .to_vec();
        headings
            .extend((0..POINTS).map(|point| format!("year {}", year_words(year(point, years)))));
        let mut rows = Vec::new();
        for guess in &self.guesses {
            let question: Question = guess.question();
            for (curve, name) in guess.curves.iter().zip(names) {
                let Some(curve) = curve else { continue };
                let about = [
                    guess.code(),
                    guess.nick.clone(),
                    question.info().id.to_owned(),
                    question.info().unit.to_owned(),
                    name.to_owned(),
                ];
                rows.push(
                    about
                        .into_iter()
                        .chain(
                            curve
                                .iter()
                                .map(|height| question.value(*height).to_string()),
                        )
                        .collect(),
                );
            }
        }
        (headings, rows)
    }
}

/// "2", "2.4": a year that may lie between two.
pub fn year_words(year: f64) -> String {
    plain(year, u8::from((year - year.round()).abs() > 0.05))
}

/// Median and range of curves, year by year.
pub fn spans(curves: &[Vec<f64>]) -> Vec<Span> {
    let years = curves.first().map_or(0, Vec::len);
    (0..years)
        .map(|k| {
            let mut values: Vec<f64> = curves
                .iter()
                .filter_map(|curve| curve.get(k).copied())
                .collect();
            values.sort_by(f64::total_cmp);
            let middle = values.len() / 2;
            let median = if values.len() % 2 == 1 {
                values[middle]
            } else {
                f64::midpoint(values[middle - 1], values[middle])
            };
            Span {
                low: values[0],
                median,
                high: values[values.len() - 1],
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::collect::{Came, read};

    fn guess(end: u8, nick: &str) -> Guess {
        Guess {
            question: 0,
            curves: [None, Some([10, 10, 10, 10, end])],
            nick: nick.to_owned(),
        }
    }

    #[test]
    fn doubles_are_told_and_another_name_is_another_person() {
        let mut room = Room::default();
        assert_eq!(room.add(guess(20, "Ann")), Ok(()));
        let words = room.add(guess(20, "Ann")).unwrap_err();
        assert!(
            words.contains("already here") && words.contains("of Ann"),
            "{words}"
        );
        assert_eq!(room.add(guess(20, "Bo")), Ok(()));
        assert_eq!(
            (room.count(0, 1), room.count(0, 0), room.count(1, 1)),
            (2, 0, 0)
        );
    }

    #[test]
    fn what_is_kept_reads_back_as_it_was() {
        let mut room = Room::default();
        for (end, nick) in [(20, "Ann B"), (30, ""), (63, "Bo")] {
            room.add(guess(end, nick)).unwrap();
        }
        let back: Vec<Guess> = read(&room.text())
            .came
            .into_iter()
            .filter_map(|came| {
                if let Came::Guess(guess) = came {
                    Some(guess)
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(back, room.guesses);
        let (headings, rows) = room.table(10, ["Pilots", "Area"]);
        assert_eq!(
            (headings.len(), rows.len(), headings[9].as_str()),
            (10, 3, "year 10")
        );
        assert_eq!((rows[0][4].as_str(), rows[0][9].as_str()), ("Area", "60"));
    }

    #[test]
    fn the_spread_is_median_and_range() {
        let curves = vec![vec![1.0, 5.0], vec![1.0, 9.0], vec![1.0, 6.0]];
        assert_eq!(
            spans(&curves)[1],
            Span {
                low: 5.0,
                median: 6.0,
                high: 9.0
            }
        );
        assert_eq!(spans(&curves[..2])[1].median, 7.0);
        assert_eq!(spans(&[]), []);
        assert_eq!(
            (year_words(2.4), year_words(4.0)),
            ("2.4".to_owned(), "4".to_owned())
        );
    }
}
