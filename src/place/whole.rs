//! The real place behind an invented one: how many people live there, by age.

use super::profile::AGE_BANDS;
use super::{Place, Profile};
use serde::{Deserialize, Serialize};

/// How many people really live in a place, of whom the invented ones stand for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// What people call the place.
    pub name: String,
    /// Residents by five-year age band, as its official figures have them. Unit: persons.
    pub ages: [u32; AGE_BANDS],
    /// How many invented people stand for them. Unit: persons.
    pub invented: u32,
}

impl Whole {
    /// The real place behind an invented one.
    pub fn of(place: &Place) -> Self {
        Self {
            name: place.name.clone(),
            ages: place.ages,
            invented: place.persons.len() as u32,
        }
    }

    /// All residents. Unit: persons.
    pub fn residents(&self) -> f64 {
        self.from(0)
    }

    /// Residents of 18 and over. Unit: persons.
    pub fn adults(&self) -> f64 {
        self.from(18)
    }

    /// Residents of an age and over; within a five-year band ages are taken as equally many. Unit:
    /// persons.
    pub fn from(&self, age: usize) -> f64 {
        let share = |band: usize| (((band + 1) * 5) as f64 - age as f64).clamp(0.0, 5.0) / 5.0;
        let last = AGE_BANDS - 1;
        self.ages
            .iter()
            .enumerate()
            .map(|(band, count)| f64::from(*count) * if band == last { 1.0 } else { share(band) })
            .sum()
    }
}

/// The residents of a profile by age band. A profile that passed its check has as many bands as
/// there are.
pub(super) fn ages(profile: &Profile) -> [u32; AGE_BANDS] {
    std::array::from_fn(|band| profile.margins.ages.get(band).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residents_are_counted_from_an_age() {
        let mut ages = [0; AGE_BANDS];
        (ages[0], ages[3], ages[12], ages[17]) = (500, 100, 40, 7);
        let whole = Whole {
            name: "Here".to_owned(),
            ages,
            invented: 5_000,
        };
        assert_eq!(
            (whole.residents(), whole.from(5), whole.from(16)),
            (647.0, 147.0, 127.0)
        );
        // Two of the five years from 15 to 19 are those of adults.
        assert_eq!((whole.adults(), whole.from(65)), (87.0, 7.0));
    }
}
