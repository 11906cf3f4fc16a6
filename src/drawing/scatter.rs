//! Worlds as points over two assumptions, each with who does better there, and the region in which one arm loses.

use super::axes::{self, Frame};
use super::lines::path;
use super::tiles::{key, symbol};
use super::{Anchor, Drawing, Mark, Role, Who};
use crate::charts::number::plain;
use crate::charts::scale::{Axis, Extent};

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// What is across, with its unit, and how far it reaches.
    pub across: (String, Extent),
    /// What is up.
    pub up: (String, Extent),
    /// The worlds.
    pub points: Vec<(f64, f64, Who)>,
    /// The region: where it begins and ends across and up.
    pub region: Option<(Extent, Extent)>,
    /// What each shape means: alternative, reference, neither.
    pub key: [String; 3],
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 520.0;

/// The drawing.
pub fn draw(scatter: &Scatter) -> Drawing {
    let frame = Frame::new((WIDTH, HEIGHT), [64.0, 20.0, 34.0, 116.0]);
    let (x, y) = (frame.across(scatter.across.1), frame.values(scatter.up.1));
    let (left, floor) = (frame.left, frame.floor());
    let title = |at, words: &str| Mark::text(Role::Tick, at, Anchor::Start, words);
    let mut marks = vec![title((6.0, 18.0), &scatter.up.0)];
    marks.extend(axes::up(
        &Axis::over(scatter.up.1, 5),
        &y,
        (left, x.to),
        plain,
    ));
    let across = Axis::over(scatter.across.1, 5);
    marks.extend(axes::down(
        &across,
        &x,
        (frame.top, floor),
        floor + 18.0,
        plain,
    ));
    marks.push(title((left, floor + 38.0), &scatter.across.0));
    if let Some((across, up)) = scatter.region {
        let corners = [
            (across.low, up.low),
            (across.high, up.low),
            (across.high, up.high),
            (across.low, up.high),
        ];
        let edge = path(corners.map(|(across, up)| (x.at(across), y.at(up)))) + "Z";
        marks.push(Mark::path(Role::Band(Who::Reference), edge));
    }
    for (across, up, who) in &scatter.points {
        marks.extend(symbol(*who, (x.at(*across), y.at(*up)), 4.5));
    }
    marks.extend(key(&scatter.key, (left, floor + 60.0), 6.0));
    Drawing::new((WIDTH, HEIGHT), "", marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::to_svg;

    #[test]
    fn every_world_has_its_symbol_and_the_region_its_outline() {
        let extent = Extent::new(0.0, 1.0);
        let scatter = Scatter {
            across: ("a".into(), extent),
            up: ("b".into(), extent),
            points: vec![
                (0.1, 0.2, Who::Alternative),
                (0.9, 0.2, Who::Reference),
                (0.5, 0.5, Who::Neither),
            ],
            region: Some((Extent::new(0.8, 1.0), extent)),
            key: ["one".into(), "other".into(), "none".into()],
        };
        let svg = to_svg(&draw(&scatter));
        assert_eq!(svg.matches("fill-opacity").count(), 1);
        assert!(!svg.contains("NaN") && svg.contains(">other<"));
    }
}
