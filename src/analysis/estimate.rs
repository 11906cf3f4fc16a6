//! A mean with its interval over replicates, as every question reports it. Knows no indicator.

use crate::ensemble::summary::interval_of_mean;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// A mean with its 90 % interval over replicates. Unit: percentage points of adults doing well, unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// Lower end of the interval; the mean itself when there are fewer than two replicates.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// The same with four digits after the point, as it is bundled.
    pub fn rounded(self) -> Self {
        let round = |value: f64| (value * 1e4).round() / 1e4;
        Self {
            mean: round(self.mean),
            low: round(self.low),
            high: round(self.high),
        }
    }

    /// Whether it lies wholly on one side of zero. One replicate is never clear.
    pub fn is_clear(&self) -> bool {
        self.high > self.low && (self.low > 0.0 || self.high < 0.0)
    }
}

/// A mean over replicates with its 90 % interval (Student's t) and its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean with its interval.
    #[serde(flatten)]
    pub interval: Interval,
    /// Standard error of the mean; 0 when there are fewer than two replicates.
    pub error: f64,
}

impl Deref for Estimate {
    type Target = Interval;

    fn deref(&self) -> &Interval {
        &self.interval
    }
}

impl Estimate {
    /// The estimate from one number a replicate. Numbers that are not finite (nothing to measure there) are left out.
    pub fn of(values: &[f64]) -> Self {
        let values: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| value.is_finite())
            .collect();
        let (low, high) = interval_of_mean(&values);
        let error = (variance(&values) / values.len().max(1) as f64).sqrt();
        let mean = mean(&values);
        Self {
            interval: Interval { mean, low, high },
            error,
        }
    }
}

/// The mean; 0 of nothing.
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() {
        0.0
    } else {
        values.iter().sum::<f64>() / values.len() as f64
    }
}

/// The sample variance; 0 of fewer than two.
pub fn variance(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let middle = mean(values);
    values
        .iter()
        .map(|v| (v - middle) * (v - middle))
        .sum::<f64>()
        / (values.len() - 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_students_and_leaves_out_what_is_no_number() {
        let estimate = Estimate::of(&[1.0, f64::NAN, 3.0]);
        assert_eq!((estimate.mean, estimate.error), (2.0, 1.0));
        // Two values: 6.314 × √(2 / 2) either side.
        assert!((estimate.high - 2.0 - 6.313_751_5).abs() < 1e-6);
        assert!(!estimate.is_clear());
        assert!(Estimate::of(&[1.0, 1.1, 0.9, 1.0]).is_clear());
        assert!(
            !Estimate::of(&[1.0]).is_clear(),
            "one replicate cannot tell effect from luck"
        );
    }

    #[test]
    fn means_and_variances_are_the_textbooks() {
        assert_eq!(
            (mean(&[2.0, 4.0, 9.0]), variance(&[2.0, 4.0, 9.0])),
            (5.0, 13.0)
        );
        assert_eq!((mean(&[]), variance(&[7.0])), (0.0, 0.0));
    }
}
