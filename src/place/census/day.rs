//! The day that a table is of, however its publisher or a spreadsheet writes it.

use std::fmt;

/// The months, as words begin.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// The months in full.
const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, or a year where no more is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u32,
    /// Month and day of the month, both from 1.
    pub date: Option<(u32, u32)>,
}

impl Day {
    /// Census Day of England and Wales.
    pub const CENSUS: Self = Self {
        year: 2021,
        date: Some((3, 21)),
    };

    /// Reads "2021-03-21", "21/03/2021", "21 March 2021", "21-Mar-21", "2021", or the number that a
    /// spreadsheet keeps for a day.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text
            .split_once("T00:00")
            .or_else(|| text.split_once(" 00:00"))
            .map_or(text, |(day, _)| day);
        let parts: Vec<&str> = text
            .split(['-', '/', '.', ' '])
            .filter(|part| !part.is_empty())
            .collect();
        let number = |part: &str| {
            if part.len() <= 5 && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse::<u32>().ok()
            } else {
                None
            }
        };
        let (year, month, day) = match parts.as_slice() {
            [one] => match number(one)? {
                year @ 1801..=2200 => return Some(Self { year, date: None }),
                serial @ 30_000..=60_000 => return Some(Self::of_spreadsheet(serial)),
                _ => return None,
            },
            [year, month, day] if year.len() == 4 && number(year).is_some() => {
                (number(year)?, number(month)?, number(day)?)
            }
            [day, month, year] => {
                let word = month.get(..3).and_then(|word| {
                    MONTHS
                        .iter()
                        .position(|known| word.eq_ignore_ascii_case(known))
                });
                let month = word.map_or_else(|| number(month), |place| Some(place as u32 + 1))?;
                let short = if year.len() == 2 { 2000 } else { 0 };
                (number(year)? + short, month, number(day)?)
            }
            _ => return None,
        };
        let whole =
            (1801..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        whole.then_some(Self {
            year,
            date: Some((month, day)),
        })
    }

    /// The day of a number of days since the end of 1899, as spreadsheets count (H. F. Fliegel & T.
    /// C. Van Flandern 1968).
    fn of_spreadsheet(serial: u32) -> Self {
        let day = serial + 2_415_019 + 68_569;
        let era = 4 * day / 146_097;
        let day = day - (146_097 * era).div_ceil(4);
        let year = 4_000 * (day + 1) / 1_461_001;
        let day = day - 1_461 * year / 4 + 31;
        let month = 80 * day / 2_447;
        let of_month = day - 2_447 * month / 80;
        Self {
            year: 100 * (era - 49) + year + month / 11,
            date: Some((month + 2 - 12 * (month / 11), of_month)),
        }
    }

    /// Whether two may be the same day: a year alone is any day of it.
    pub fn agrees(self, other: Self) -> bool {
        self.year == other.year
            && (self.date.is_none() || other.date.is_none() || self.date == other.date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date {
            Some((month, day)) => write!(
                f,
                "{day} {} {}",
                NAMES[(month as usize - 1) % 12],
                self.year
            ),
            None => write!(f, "{}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2021-03-21",
            "21/03/2021",
            "21/3/2021",
            "21 March 2021",
            "21-Mar-21",
            "44276",
            "21.03.2021",
            "2021-03-21T00:00:00",
        ] {
            assert_eq!(Day::read(text), Some(Day::CENSUS), "{text}");
        }
        assert_eq!(
            Day::read("2021").map(|day| day.to_string()).as_deref(),
            Some("2021")
        );
        assert_eq!(Day::CENSUS.to_string(), "21 March 2021");
        for (serial, text) in [
            ("40629", "27 March 2011"),
            ("36526", "1 January 2000"),
            ("43890", "29 February 2020"),
            ("44561", "31 December 2021"),
        ] {
            assert_eq!(Day::read(serial).unwrap().to_string(), text);
        }
        for wrong in [
            "",
            "last March",
            "2021-13-01",
            "21/03",
            "2021-03-21-1",
            "March",
            "99999",
            "-1",
            "12345678901234567890",
            "é/1/2",
        ] {
            assert_eq!(Day::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_year_agrees_with_its_days() {
        let year = Day::read("2021").unwrap();
        assert!(year.agrees(Day::CENSUS) && Day::CENSUS.agrees(year));
        assert!(
            !Day::CENSUS.agrees(Day::read("27/03/2011").unwrap())
                && !Day::CENSUS.agrees(Day::read("2021-06-30").unwrap())
        );
    }
}
