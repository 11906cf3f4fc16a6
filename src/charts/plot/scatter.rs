//! Worlds as points over two assumptions, each with who does better there, and the region in which one arm loses.

use super::tiles::symbol;
use super::{Drawn, FAINT, INK, Pen, REFERENCE, SOFT, Side};
use crate::charts::number::{coordinate, plain};
use crate::charts::scale::{Axis, Extent, Scale};

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// What is across, with its unit, and how far it reaches.
    pub across: (String, Extent),
    /// What is up.
    pub up: (String, Extent),
    /// The worlds.
    pub points: Vec<(f64, f64, Side)>,
    /// The region: where it begins and ends across and up.
    pub region: Option<(Extent, Extent)>,
    /// What each shape means: first, second, neither.
    pub key: [String; 3],
}

const WIDTH: f64 = 640.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 404.0;

/// The drawing.
pub fn draw(scatter: &Scatter) -> Drawn {
    let x = Scale {
        low: scatter.across.1.low,
        high: scatter.across.1.high,
        from: LEFT,
        to: WIDTH - 20.0,
    };
    let y = Scale {
        low: scatter.up.1.low,
        high: scatter.up.1.high,
        from: BOTTOM,
        to: TOP,
    };
    let mut pen = Pen::default();
    pen.words((6.0, 18.0), "start", SOFT, &scatter.up.0);
    for tick in inside(scatter.up.1) {
        pen.line((LEFT, y.at(tick.0)), (x.to, y.at(tick.0)), FAINT, 1.0, "");
        pen.words(
            (LEFT - 8.0, y.at(tick.0) + 4.0),
            "end",
            SOFT,
            &plain(tick.0, tick.1),
        );
    }
    for tick in inside(scatter.across.1) {
        pen.line((x.at(tick.0), TOP), (x.at(tick.0), BOTTOM), FAINT, 1.0, "");
        pen.words(
            (x.at(tick.0), BOTTOM + 18.0),
            "middle",
            SOFT,
            &plain(tick.0, tick.1),
        );
    }
    pen.words((LEFT, BOTTOM + 38.0), "start", SOFT, &scatter.across.0);
    if let Some((across, up)) = scatter.region {
        let mut path = String::new();
        let corners = [
            (across.low, up.low),
            (across.high, up.low),
            (across.high, up.high),
            (across.low, up.high),
        ];
        for (k, corner) in corners.into_iter().enumerate() {
            path.push(if k == 0 { 'M' } else { 'L' });
            coordinate(x.at(corner.0), &mut path);
            path.push(' ');
            coordinate(y.at(corner.1), &mut path);
        }
        pen.area(&(path + "Z"), REFERENCE);
    }
    for (across, up, side) in &scatter.points {
        symbol(&mut pen, *side, (x.at(*across), y.at(*up)), 4.5);
    }
    for (k, (words, side)) in scatter
        .key
        .iter()
        .zip([Side::Alternative, Side::Reference, Side::Neither])
        .enumerate()
    {
        let at = BOTTOM + 60.0 + 20.0 * k as f64;
        symbol(&mut pen, side, (LEFT + 8.0, at), 6.0);
        pen.words((LEFT + 24.0, at + 4.0), "start", INK, words);
    }
    pen.done(WIDTH, BOTTOM + 116.0)
}

/// Round numbers inside an extent, with the digits that tell them apart.
fn inside(extent: Extent) -> Vec<(f64, u8)> {
    let axis = Axis::over(extent, 5);
    let slack = 1e-9 * (extent.high - extent.low);
    axis.ticks
        .iter()
        .filter(|tick| (extent.low - slack..=extent.high + slack).contains(*tick))
        .map(|tick| (*tick, axis.digits))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_world_has_its_symbol_and_the_region_its_outline() {
        let extent = Extent {
            low: 0.0,
            high: 1.0,
        };
        let scatter = Scatter {
            across: ("a".into(), extent),
            up: ("b".into(), extent),
            points: vec![
                (0.1, 0.2, Side::Alternative),
                (0.9, 0.2, Side::Reference),
                (0.5, 0.5, Side::Neither),
            ],
            region: Some((
                Extent {
                    low: 0.8,
                    high: 1.0,
                },
                extent,
            )),
            key: ["one".into(), "other".into(), "none".into()],
        };
        let svg = draw(&scatter).svg;
        assert_eq!(svg.matches("fill-opacity").count(), 1);
        assert!(!svg.contains("NaN") && svg.contains(">other<"));
    }
}
