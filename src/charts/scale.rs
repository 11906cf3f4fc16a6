//! From data to pixels: linear scales, and axes with round ticks. Knows nothing of what is measured.

use crate::numeric;

/// A straight line from data to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Data at the start.
    pub low: f64,
    /// Data at the end.
    pub high: f64,
    /// Pixels at the start.
    pub from: f64,
    /// Pixels at the end.
    pub to: f64,
}

impl Scale {
    /// From data, its start and end, to pixels.
    pub const fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self {
            low,
            high,
            from,
            to,
        }
    }

    /// Where a value lies, in pixels. A scale without extent puts everything in its middle.
    pub fn at(&self, value: f64) -> f64 {
        if self.high == self.low {
            return f64::midpoint(self.from, self.to);
        }
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }
}

/// The extent of some data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
}

impl Extent {
    /// From the lowest to the highest.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// The extent of some numbers; those not finite are left out. Nothing when none is left.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        values
            .into_iter()
            .filter(|v| v.is_finite())
            .fold(None, |extent, v| {
                Some(extent.map_or(Self { low: v, high: v }, |e: Self| Self {
                    low: e.low.min(v),
                    high: e.high.max(v),
                }))
            })
    }

    /// The extent that holds both.
    pub fn with(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }
}

/// An axis with round ticks that holds an extent.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Where the axis starts and ends.
    pub extent: Extent,
    /// The ticks, rising.
    pub ticks: Vec<f64>,
    /// Digits after the point that tell the ticks apart.
    pub digits: u8,
}

impl Axis {
    /// An axis over an extent with about `wanted` steps of 1, 2 or 5 times a power of ten.
    pub fn over(extent: Extent, wanted: u32) -> Self {
        let span = extent.high - extent.low;
        let middle = f64::midpoint(extent.low, extent.high);
        let span = if span > 0.0 {
            span
        } else {
            (middle.abs() * 0.1).max(1.0)
        };
        let (low, high) = if extent.high > extent.low {
            (extent.low, extent.high)
        } else {
            (middle - span / 2.0, middle + span / 2.0)
        };
        let (step, digits) = round_step(span / f64::from(wanted.max(1)));
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil();
        let count = (last - first) as i64;
        let ticks: Vec<f64> = (0..=count).map(|k| (first + k as f64) * step).collect();
        Self {
            extent: Extent {
                low: first * step,
                high: last * step,
            },
            ticks,
            digits,
        }
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ that is at least `least`, and the digits needed to write it.
fn round_step(least: f64) -> (f64, u8) {
    let exponent = (numeric::ln(least) / std::f64::consts::LN_10 + 1e-9).floor();
    let power = numeric::pow(10.0, exponent);
    let (factor, carried) = [(1.0, 0.0), (2.0, 0.0), (5.0, 0.0)]
        .into_iter()
        .find(|(factor, _)| factor * power >= least * (1.0 - 1e-9))
        .unwrap_or((10.0, 1.0));
    let digits = (-(exponent + carried)).clamp(0.0, 9.0) as u8;
    (factor * power, digits)
}

/// Ticks for years 0 to `years`: all of them when they fit, otherwise every second, fifth or tenth.
pub fn year_ticks(years: u32, width: f64) -> Vec<u32> {
    let room = (width / 34.0).max(1.0);
    let step = [1, 2, 5, 10]
        .into_iter()
        .find(|step| f64::from(years / step) <= room)
        .unwrap_or(20);
    (0..=years).step_by(step as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_hold_the_data() {
        let axis = Axis::over(
            Extent {
                low: 61.2,
                high: 68.9,
            },
            4,
        );
        assert_eq!(axis.ticks, [60.0, 62.0, 64.0, 66.0, 68.0, 70.0]);
        assert_eq!(axis.digits, 0);
        let axis = Axis::over(
            Extent {
                low: -0.031,
                high: 0.012,
            },
            4,
        );
        assert_eq!(axis.digits, 2);
        assert!(
            axis.ticks.iter().any(|t| t.abs() < 1e-12),
            "zero is a tick: {:?}",
            axis.ticks
        );
    }

    #[test]
    fn data_without_extent_has_an_axis_too() {
        let axis = Axis::over(
            Extent {
                low: 5.0,
                high: 5.0,
            },
            3,
        );
        assert!(axis.extent.low < 5.0 && axis.extent.high > 5.0);
        assert!(
            Axis::over(
                Extent {
                    low: 0.0,
                    high: 0.0
                },
                3
            )
            .ticks
            .len()
                >= 2
        );
    }

    #[test]
    fn years_never_crowd() {
        assert_eq!(year_ticks(10, 400.0), (0..=10).collect::<Vec<_>>());
        assert_eq!(year_ticks(20, 240.0), [0, 5, 10, 15, 20]);
        assert_eq!(year_ticks(1, 10.0), [0, 1]);
    }

    proptest! {
        #[test]
        fn every_axis_holds_its_extent(low in -1e6..1e6_f64, span in 1e-6..1e6_f64, wanted in 1..9_u32) {
            let extent = Extent { low, high: low + span };
            let axis = Axis::over(extent, wanted);
            let slack = 1e-6 * (axis.extent.high - axis.extent.low);
            prop_assert!(axis.extent.low <= extent.low + slack && axis.extent.high >= extent.high - slack);
            prop_assert!(axis.ticks.len() >= 2 && axis.ticks.len() <= wanted as usize + 3, "{:?}", axis.ticks);
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0] < pair[1]));
        }

        #[test]
        fn a_scale_keeps_order(low in -1e3..1e3_f64, span in 1e-3..1e3_f64, a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let scale = Scale { low, high: low + span, from: 200.0, to: 0.0 };
            let (x, y) = (scale.at(low + a * span), scale.at(low + b * span));
            prop_assert!((a < b) == (x > y) || (x - y).abs() < 1e-9);
        }
    }
}
