//! Means with their intervals, one row each, on one axis that holds zero. Geometry only.

use super::scale::{Axis, Extent, Scale};
use crate::analysis::digest::Interval;

/// The height of a row: its words above, its marks below. Unit: pixels.
pub const ROW: f64 = 44.0;
/// Room above the rows for the numbers of the axis. Unit: pixels.
pub const HEAD: f64 = 22.0;
/// Room at both sides, so that a tick's number is not cut. Unit: pixels.
const SIDE: f64 = 20.0;

/// The axis of some rows, and where values lie on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Whiskers {
    /// The axis.
    pub axis: Axis,
    /// From values to pixels.
    pub x: Scale,
    /// The height of the whole.
    pub height: f64,
}

impl Whiskers {
    /// Rows of one or more intervals each, so many pixels wide.
    pub fn of<'a>(
        width: f64,
        rows: usize,
        intervals: impl IntoIterator<Item = &'a Interval>,
    ) -> Self {
        let ends = intervals
            .into_iter()
            .flat_map(|interval| [interval.low, interval.mean, interval.high]);
        let extent = Extent::of(ends.chain([0.0])).unwrap_or(Extent {
            low: 0.0,
            high: 1.0,
        });
        // Zero alone is no axis.
        let extent = if extent.low == extent.high {
            Extent {
                low: -1.0,
                high: 1.0,
            }
        } else {
            extent
        };
        let axis = Axis::over(extent, if width < 420.0 { 3 } else { 5 });
        let x = Scale {
            low: axis.extent.low,
            high: axis.extent.high,
            from: SIDE,
            to: (width - SIDE).max(SIDE + 1.0),
        };
        Self {
            axis,
            x,
            height: HEAD + ROW * rows as f64,
        }
    }

    /// The height of a row's words.
    pub fn words(row: usize) -> f64 {
        HEAD + ROW * row as f64 + 15.0
    }

    /// The height of a row's marks.
    pub fn marks(row: usize) -> f64 {
        HEAD + ROW * row as f64 + 29.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_zero_and_every_interval() {
        let intervals = [
            Interval {
                mean: 0.4,
                low: 0.2,
                high: 0.61,
            },
            Interval {
                mean: 0.3,
                low: 0.25,
                high: 0.35,
            },
        ];
        let drawn = Whiskers::of(300.0, 2, &intervals);
        assert!(drawn.axis.extent.low <= 0.0 && drawn.axis.extent.high >= 0.61);
        assert!(drawn.x.at(0.0) >= SIDE && drawn.x.at(0.61) <= 300.0 - SIDE + 1e-9);
        assert_eq!(drawn.height, HEAD + 2.0 * ROW);
        assert!(Whiskers::words(1) > Whiskers::marks(0) && Whiskers::marks(1) < drawn.height);
    }

    #[test]
    fn nothing_but_zero_still_has_an_axis() {
        let drawn = Whiskers::of(300.0, 1, &[Interval::default()]);
        assert!(drawn.axis.extent.high > drawn.axis.extent.low);
        assert!(drawn.x.at(0.0).is_finite());
    }
}
