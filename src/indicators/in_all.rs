//! The human size of a result: what a change of an indicator comes to over all who really live in a
//! place.
//!
//! The invented people stand for all: a change of a mean or a share among them is carried over to
//! as many as really live there.

use super::catalogue::CATALOGUE;
use crate::place::Whole;
use serde::Serialize;

/// Whom the value of an indicator is a mean over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// All people.
    Everybody,
    /// People of 5 and over.
    From5,
    /// People of 16 and over.
    From16,
    /// Adults, of 18 and over.
    Adults,
    /// People of 18 to 64.
    WorkingAge,
    /// No mean: a count of the invented people.
    Invented,
}

/// How a change of an indicator is counted out over a whole place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InAll {
    base: Base,
    /// How much of the indicator is one of what is counted.
    one: f64,
    /// What is counted, as words behind a number: "adults".
    pub of: &'static str,
    /// Whether the count is a manner of speaking: as if so many people moved by what one of them
    /// would notice.
    pub as_if: bool,
}

impl InAll {
    /// Whether it is money, whose sign of the pound stands before the number.
    pub fn is_money(&self) -> bool {
        self.of == POUNDS
    }

    /// The unit, for files.
    pub fn unit(&self) -> String {
        if self.is_money() {
            format!("£ {}", self.of)
        } else {
            self.of.to_owned()
        }
    }

    /// What a value comes to in a whole place. Unit: [`Self::of`].
    pub fn count(&self, value: f64, whole: &Whole) -> f64 {
        let people = match self.base {
            Base::Everybody => whole.residents(),
            Base::From5 => whole.from(5),
            Base::From16 => whole.from(16),
            Base::Adults => whole.adults(),
            Base::WorkingAge => whole.adults() - whole.from(65),
            Base::Invented => whole.residents() / f64::from(whole.invented.max(1)),
        };
        value * people / self.one
    }
}

impl Serialize for InAll {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.unit())
    }
}

/// What an indicator comes to in a whole place; nothing where it is a share of what the two worlds
/// have different numbers of (contacts, carers, deaths, money delivered), a gap between two groups,
/// or a strength that the model itself has made.
pub fn of(indicator: usize) -> Option<InAll> {
    CATALOGUE[indicator].in_all
}

/// One in a hundred.
const PERCENT: f64 = 100.0;
/// Of a thousand.
const PER_1_000: f64 = 1_000.0;
/// The unit of money.
const POUNDS: &str = "a year";

const fn in_all(base: Base, one: f64, of: &'static str) -> InAll {
    InAll {
        base,
        one,
        of,
        as_if: false,
    }
}

const fn as_if(base: Base, one: f64, of: &'static str) -> InAll {
    InAll {
        base,
        one,
        of,
        as_if: true,
    }
}

pub(super) const NO_COUNT: Option<InAll> = None;
pub(super) const ADULTS: Option<InAll> = Some(in_all(Base::Adults, PERCENT, "adults"));
pub(super) const ADULTS_BY_HALF: Option<InAll> =
    Some(as_if(Base::Adults, 0.5, "adults moved by half a point"));
pub(super) const ADULTS_BY_FIVE: Option<InAll> =
    Some(as_if(Base::Adults, 5.0, "adults moved by five points"));
pub(super) const FRIENDS: Option<InAll> = Some(in_all(Base::Adults, 1.0, "friends to count on"));
pub(super) const PEOPLE_FROM_16: Option<InAll> = Some(in_all(Base::From16, PERCENT, "people"));
pub(super) const OF_WORKING_AGE: Option<InAll> =
    Some(in_all(Base::WorkingAge, PERCENT, "people in work"));
pub(super) const PEOPLE_BY_FIVE: Option<InAll> =
    Some(as_if(Base::Everybody, 5.0, "people moved by five points"));
pub(super) const OFFENCES: Option<InAll> =
    Some(in_all(Base::Everybody, PER_1_000, "offences a year"));
pub(super) const GROUPS_THERE: Option<InAll> = Some(in_all(Base::Everybody, PER_1_000, "groups"));
pub(super) const HOURS: Option<InAll> = Some(in_all(Base::Adults, PERCENT, "hours a week"));
pub(super) const CONTACTS: Option<InAll> = Some(in_all(Base::Everybody, 1.0, "contacts a year"));
pub(super) const PEOPLE_WAITING: Option<InAll> =
    Some(in_all(Base::Everybody, PER_1_000, "people waiting"));
pub(super) const ATTENDANCES: Option<InAll> =
    Some(in_all(Base::Everybody, 1.0, "attendances a year"));
pub(super) const ADMISSIONS: Option<InAll> =
    Some(in_all(Base::Everybody, PER_1_000, "admissions a year"));
pub(super) const CRISES_A_YEAR: Option<InAll> =
    Some(in_all(Base::Everybody, PER_1_000, "crises a year"));
pub(super) const CARERS_FROM_5: Option<InAll> = Some(in_all(Base::From5, PERCENT, "carers"));
pub(super) const MONEY: Option<InAll> = Some(in_all(Base::Everybody, 1.0, POUNDS));
pub(super) const INHABITANTS: Option<InAll> = Some(in_all(Base::Invented, 1.0, "people"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{self as c, CATALOGUE};
    use crate::place::profile::AGE_BANDS;

    fn whole() -> Whole {
        Whole {
            name: "Here".to_owned(),
            ages: [1_000; AGE_BANDS],
            invented: 9_000,
        }
    }

    #[test]
    fn a_change_is_counted_over_those_whom_the_indicator_is_about() {
        let count = |indicator: usize, value: f64| of(indicator).unwrap().count(value, &whole());
        assert_eq!(
            count(c::DOING_WELL, 1.0),
            144.0,
            "one in a hundred of 14,400 adults"
        );
        assert_eq!(count(c::IN_WORK, 1.0), 94.0);
        assert_eq!(count(c::LONELY, 1.0), 148.0);
        assert_eq!(count(c::CARERS, 1.0), 170.0);
        assert_eq!(count(c::WELLBEING, 0.5), 14_400.0);
        assert_eq!(count(c::CRISES, 2.0), 36.0);
        assert_eq!(count(c::PUBLIC_SPENDING, -3.0), -54_000.0);
        assert_eq!(
            count(c::POPULATION, 5.0),
            10.0,
            "two live there for each invented person"
        );
    }

    #[test]
    fn whom_an_indicator_is_about_is_what_its_unit_says() {
        for (k, info) in CATALOGUE.iter().enumerate() {
            let Some(InAll {
                base, one, as_if, ..
            }) = of(k)
            else {
                continue;
            };
            let told = match info.unit {
                "% of adults" | "hours a week per 100 adults" => (Base::Adults, 100.0),
                "% of people 16+" => (Base::From16, 100.0),
                "% of people 5+" => (Base::From5, 100.0),
                "% of 18–64" => (Base::WorkingAge, 100.0),
                "per person" | "£ per person" => (Base::Everybody, 1.0),
                unit if unit.ends_with("per 1,000 people") => (Base::Everybody, 1_000.0),
                // What one person would notice of a score is what is counted.
                unit if unit.starts_with("points") => (base, info.noticed.unwrap().size),
                _ => (base, one),
            };
            assert_eq!((base, one), told, "{}", info.id);
            assert_eq!(as_if, info.unit.starts_with("points"), "{}", info.id);
        }
        let uncounted: Vec<&str> = CATALOGUE
            .iter()
            .filter(|info| info.in_all.is_none())
            .map(|info| info.id)
            .collect();
        let expected = [
            "dignity",
            "carers_strained",
            "gap_deprivation",
            "gap_support",
            "died_as_wished",
            "user_led",
            "failure_demand",
            "in_core",
        ];
        assert_eq!(uncounted, expected);
    }
}
