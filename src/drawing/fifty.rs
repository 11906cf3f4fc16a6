//! Fifty dots in columns: fifty equally likely paired differences in the last year.

use super::axes::{self, Frame};
use super::{Drawing, Mark, Role, Who};
use crate::analysis::verdict::{self, Way};
use crate::charts::dots::{Counts, Dot, counts, fifty};
use crate::charts::number::signed;
use crate::charts::scale::{Axis, Extent};

/// The drawing of one difference a run; `say` tells the counts in words.
pub fn draw(
    size: (f64, f64),
    runs: &[f64],
    indicator: usize,
    say: impl Fn(Counts) -> String,
) -> Drawing {
    let (width, height) = size;
    let held = Extent::of(runs.iter().copied().chain([0.0])).unwrap_or(Extent::new(-1.0, 1.0));
    let axis = Axis::over(held, 6);
    let frame = Frame::new((width, height), [14.0, 14.0, 8.0, 26.0]);
    let x = frame.across(axis.extent);
    let columns = ((width - frame.left - frame.right) / 13.0).clamp(8.0, 30.0);
    let column = (axis.extent.high - axis.extent.low) / columns.floor();
    let dots = fifty(runs, column);
    let floor = height - frame.bottom;
    let tallest = dots.iter().map(|dot| dot.height + 1).max().unwrap_or(1);
    let radius = ((x.at(column) - x.at(0.0)) / 2.0 * 0.9)
        .min((floor - frame.top) / f64::from(tallest) / 2.0)
        .max(1.0);
    let zero = x.at(0.0);
    let mut axes = vec![
        Mark::line(
            Role::Grid,
            (frame.left, floor),
            (width - frame.right, floor),
        ),
        Mark::line(Role::Zero, (zero, frame.top), (zero, floor + 5.0)),
    ];
    axes.extend(axes::below(floor, axes::numbers(&axis, &x, signed)));
    let place = |dot: &Dot| {
        let up = floor - radius * (2.0 * f64::from(dot.height) + 1.0);
        Mark::dot(
            Role::Dot(whose(dot, indicator)),
            (x.at(dot.value), up),
            radius * 0.92,
        )
    };
    let drawn = dots.iter().map(place).collect();
    Drawing {
        width,
        height,
        words: say(counts(&dots, indicator)),
        marks: vec![
            Mark::group(Role::Axis, axes),
            Mark::group(Role::Plain, drawn),
        ],
    }
}

fn whose(dot: &Dot, indicator: usize) -> Who {
    match verdict::of_one(dot.exact, indicator) {
        Some(Way::Better | Way::Higher) => Who::Alternative,
        Some(Way::Worse | Way::Lower) => Who::Reference,
        None => Who::Neither,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Shape;
    use crate::indicators::catalogue::DOING_WELL;

    #[test]
    fn fifty_dots_are_drawn_and_said() {
        let runs: Vec<f64> = (0..20).map(|k| f64::from(k) - 5.0).collect();
        let drawn = draw((300.0, 170.0), &runs, DOING_WELL, |counts| {
            counts.alternative.to_string()
        });
        let Shape::Group(dots) = &drawn.marks[1].1 else {
            panic!("{drawn:?}")
        };
        assert_eq!(dots.len(), crate::charts::dots::DOTS);
        let ahead = dots
            .iter()
            .filter(|dot| dot.0 == Role::Dot(Who::Alternative))
            .count();
        assert_eq!(drawn.words, ahead.to_string());
    }
}
