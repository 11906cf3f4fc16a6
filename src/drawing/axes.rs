//! Axes, once: lines of a grid with their numbers, up or across. Unit of all places: pixels.

use super::{Anchor, Mark, Role};
use crate::charts::scale::{Axis, Extent, Scale};

/// The room inside a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// Room kept on the left for the axis.
    pub left: f64,
    /// Room kept on the right for labels.
    pub right: f64,
    /// Room kept above.
    pub top: f64,
    /// Room kept below for the years.
    pub bottom: f64,
}

impl Frame {
    /// So large, with room kept on the left, on the right, above and below.
    pub fn new((width, height): (f64, f64), [left, right, top, bottom]: [f64; 4]) -> Self {
        Self {
            width,
            height,
            left,
            right,
            top,
            bottom,
        }
    }

    /// The right edge of the room.
    pub fn end(&self) -> f64 {
        (self.width - self.right).max(self.left + 1.0)
    }

    /// The lower edge of the room.
    pub fn floor(&self) -> f64 {
        (self.height - self.bottom).max(self.top + 1.0)
    }

    /// A scale across.
    pub fn across(&self, extent: Extent) -> Scale {
        Scale::new((extent.low, extent.high), (self.left, self.end()))
    }

    /// The scale of years 0 to `years`.
    pub fn years(&self, years: u32) -> Scale {
        self.across(Extent::new(0.0, f64::from(years.max(1))))
    }

    /// The scale of values, the highest at the top.
    pub fn values(&self, extent: Extent) -> Scale {
        Scale::new((extent.low, extent.high), (self.floor(), self.top))
    }
}

/// How a number of an axis is written, with so many digits.
pub type Write = fn(f64, u8) -> String;

/// The line of zero, or another of the grid.
fn grid(tick: f64) -> Role {
    if tick.abs() < 1e-12 {
        Role::Zero
    } else {
        Role::Grid
    }
}

/// Ticks that lie inside a scale.
fn inside(axis: &Axis, scale: &Scale) -> impl Iterator<Item = f64> {
    let slack = 1e-9 * (scale.high - scale.low).abs();
    let room = scale.low - slack..=scale.high + slack;
    axis.ticks
        .clone()
        .into_iter()
        .filter(move |tick| room.contains(tick))
}

/// Lines from left to right with their numbers on the left.
pub fn up(axis: &Axis, y: &Scale, (left, right): (f64, f64), write: Write) -> Vec<Mark> {
    let mut marks = Vec::new();
    for tick in inside(axis, y) {
        let at = y.at(tick);
        let number = write(tick, axis.digits);
        marks.push(Mark::line(grid(tick), (left, at), (right, at)));
        marks.push(Mark::text(
            Role::Tick,
            (left - 6.0, at + 4.0),
            Anchor::End,
            number,
        ));
    }
    marks
}

/// Lines from top to bottom with their numbers at a height of their own.
pub fn down(axis: &Axis, x: &Scale, ends: (f64, f64), numbers: f64, write: Write) -> Vec<Mark> {
    let mut marks = Vec::new();
    for tick in inside(axis, x) {
        let at = x.at(tick);
        let number = write(tick, axis.digits);
        marks.push(Mark::line(grid(tick), (at, ends.0), (at, ends.1)));
        marks.push(Mark::text(
            Role::Tick,
            (at, numbers),
            Anchor::Middle,
            number,
        ));
    }
    marks
}

/// Numbers below the floor, without lines.
pub fn below(floor: f64, numbers: impl IntoIterator<Item = (f64, String)>) -> Vec<Mark> {
    let text = |(at, number)| Mark::text(Role::Tick, (at, floor + 17.0), Anchor::Middle, number);
    numbers.into_iter().map(text).collect()
}

/// The numbers of an axis across, for [`below`].
pub fn numbers(axis: &Axis, x: &Scale, write: Write) -> Vec<(f64, String)> {
    inside(axis, x)
        .map(|tick| (x.at(tick), write(tick, axis.digits)))
        .collect()
}

/// What the axes are about, where they say so: up above them, across at the lower edge.
pub fn titles(frame: &Frame, up: &str, across: &str) -> [Mark; 2] {
    let title = |at, words: &str| Mark::text(Role::Tick, at, Anchor::Start, words);
    [
        title((frame.left - 50.0, frame.top - 12.0), up),
        title((frame.left, frame.height - 10.0), across),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::number::plain;
    use crate::drawing::Shape;

    #[test]
    fn numbers_stand_at_their_lines_and_zero_is_told_apart() {
        let frame = Frame::new((120.0, 110.0), [10.0, 10.0, 5.0, 5.0]);
        let extent = Extent::new(0.0, 10.0);
        let (axis, y) = (Axis::over(extent, 2), frame.values(extent));
        let marks = up(&axis, &y, (frame.left, frame.end()), plain);
        assert_eq!(
            marks[0],
            Mark::line(Role::Zero, (10.0, 105.0), (110.0, 105.0))
        );
        assert_eq!(marks[2].0, Role::Grid);
        assert_eq!(
            marks[3].1,
            Shape::Text((4.0, 59.0), Anchor::End, "5".to_owned())
        );
    }

    #[test]
    fn a_frame_without_room_has_scales_too() {
        let none = Frame::new((0.0, 0.0), [10.0, 10.0, 5.0, 5.0]);
        assert!(none.years(0).at(0.0).is_finite());
        assert!(none.values(Extent::new(0.0, 1.0)).at(1.0).is_finite());
    }
}
