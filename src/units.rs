//! Quantities with their units, and the only place where rates become monthly probabilities.

use crate::numeric;
use serde::{Deserialize, Serialize};
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Money in whole pence. Unit: £0.01, 2024/25 prices.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Pence(pub i64);

impl Pence {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// Pounds as whole pence, rounded to the nearest.
    pub fn from_pounds(pounds: f64) -> Self {
        Self((pounds * 100.0).round() as i64)
    }

    /// The amount in pounds, for showing.
    pub fn pounds(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Add for Pence {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl AddAssign for Pence {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sub for Pence {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl SubAssign for Pence {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}
impl Neg for Pence {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl std::iter::Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// How often something happens, in events a person-year. Range: 0 or more.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct AnnualRate(pub f32);

/// The chance that something happens in one month. Range: 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct MonthlyProbability(pub f32);

impl AnnualRate {
    /// The chance of at least one event in a month: 1 − e^(−rate/12).
    #[inline]
    pub fn monthly(self) -> MonthlyProbability {
        let x = self.0.max(0.0) / 12.0;
        // The series is exact to f32 for the small rates that nearly all hazards are, and much
        // quicker.
        let chance = if x < 0.06 {
            x * (1.0 - x * (0.5 - x * (1.0 / 6.0 - x / 24.0)))
        } else {
            1.0 - numeric::exp_of(-x)
        };
        MonthlyProbability(chance)
    }

    /// Three months of it in one: for what is looked at once a quarter.
    pub fn of_a_quarter(self) -> Self {
        Self(self.0 * QUARTER as f32)
    }

    /// Whether it happens this month to somebody with this draw in [0, 1): `draw < monthly`.
    ///
    /// No chance of a month is above a twelfth of the rate, x, nor below x − x²/2, so that most
    /// draws are seen to be too high or low enough without working the chance out.
    #[inline]
    pub fn happens(self, draw: f32) -> bool {
        // The factors are for rounding: what they decide is what the chance would.
        let x = self.0 / 12.0;
        draw * 12.0 < self.0 * 1.000_001
            && (draw < (x - x * x * 0.5) * 0.999_99 || draw < self.monthly().0)
    }

    /// Whether a draw in [0, 1) may be below the sum of the monthly chances of rates that add up to
    /// this one: never false where it is.
    ///
    /// For one look at everybody before anything is worked out: hardly anybody passes it to whom
    /// nothing happens.
    #[inline]
    pub fn may_happen(self, draw: f32) -> bool {
        draw * 12.0 < self.0 * 1.000_1
    }
}

/// The share of a gap that closes in a month when half of it closes in `months`.
///
/// Range: 0 (never) to 1; a half-life of 0 or less closes all of it at once.
pub fn monthly_share_of_half_life(months: f32) -> f32 {
    if months <= 0.0 {
        1.0
    } else {
        1.0 - numeric::pow(0.5, 1.0 / f64::from(months)) as f32
    }
}

/// The share of a gap that closes in a quarter when half of it closes in `months`.
///
/// Range: 0 (never) to 1; three months of [`monthly_share_of_half_life`].
pub fn quarterly_share_of_half_life(months: f32) -> f32 {
    monthly_share_of_half_life(months / QUARTER as f32)
}

/// Months of a quarter: what changes slowly is looked at so often.
pub const QUARTER: u32 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_of_one_a_year_is_a_certain_monthly_chance() {
        assert!((AnnualRate(1.0).monthly().0 - 0.079_955_58).abs() < 1e-6);
        assert_eq!(AnnualRate(0.0).monthly().0, 0.0);
        assert_eq!(AnnualRate(-1.0).monthly().0, 0.0);
    }

    #[test]
    fn what_happens_is_what_the_chance_says() {
        for step in 0..60_000_u32 {
            let part = step as f32 / 3_000.0;
            let rate = AnnualRate(part * part * part * 0.01 - 0.001);
            let chance = rate.monthly().0;
            // The draws around the chance are the ones that rounding could get wrong.
            let word = (chance * 16_777_216.0) as u32;
            for near in word.saturating_sub(3)..word + 4 {
                let draw = near as f32 / 16_777_216.0;
                assert_eq!(rate.happens(draw), draw < chance, "{rate:?} {draw}");
            }
        }
        assert!(!AnnualRate(f32::NAN).happens(0.0));
    }

    #[test]
    fn what_happens_may_happen_also_to_several_rates_at_once() {
        for step in 0..20_000_u32 {
            let part = step as f32 / 1_000.0;
            let rates = [part * part * 0.003, part * 0.01, part * part * part * 0.002];
            let chance: f32 = rates.iter().map(|rate| AnnualRate(*rate).monthly().0).sum();
            let word = (chance * 16_777_216.0) as u32;
            for near in word.saturating_sub(3)..word + 4 {
                let draw = near as f32 / 16_777_216.0;
                assert!(
                    AnnualRate(rates.iter().sum()).may_happen(draw) || draw >= chance,
                    "{rates:?} {draw}"
                );
            }
        }
        assert!(!AnnualRate(1.2).may_happen(0.1001));
    }

    #[test]
    fn the_series_and_the_function_meet() {
        for rate in [1e-6_f32, 0.01, 0.3, 0.719, 0.721, 5.0] {
            let exact = 1.0 - crate::numeric::exp(-f64::from(rate) / 12.0);
            assert!(
                (f64::from(AnnualRate(rate).monthly().0) / exact - 1.0).abs() < 2e-5,
                "{rate}"
            );
        }
    }

    #[test]
    fn a_half_life_halves() {
        let share = monthly_share_of_half_life(12.0);
        let mut gap = 1.0_f32;
        for _ in 0..12 {
            gap *= 1.0 - share;
        }
        assert!((gap - 0.5).abs() < 1e-5);
        assert_eq!(monthly_share_of_half_life(0.0), 1.0);
        let mut gap = 1.0_f32;
        for _ in 0..4 {
            gap *= 1.0 - quarterly_share_of_half_life(12.0);
        }
        assert!((gap - 0.5).abs() < 1e-5);
    }

    #[test]
    fn pounds_become_whole_pence() {
        assert_eq!(Pence::from_pounds(12.345), Pence(1235));
        assert_eq!(Pence(1235).pounds(), 12.35);
    }
}
