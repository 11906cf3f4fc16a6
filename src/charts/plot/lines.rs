//! Lines over something that was varied, or over years, each with the band in which it probably lies, and single runs as dots.

use super::{Drawn, FAINT, INK, Pen, SOFT, wide};
use crate::charts::labels;
use crate::charts::number::{coordinate, plain};
use crate::charts::scale::{Axis, Extent, Scale};

/// One point of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Where it stands across.
    pub x: f64,
    /// The middle.
    pub mean: f64,
    /// The lower end of the band.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name, written beside its end.
    pub label: String,
    /// Its colour.
    pub colour: &'static str,
    /// Its dashes, so that colour is never alone.
    pub dash: &'static str,
    /// Its points, rising across.
    pub points: Vec<Point>,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// What is across, with its unit.
    pub across: String,
    /// What is up, with its unit.
    pub up: String,
    /// The lines.
    pub series: Vec<Series>,
    /// Single runs.
    pub dots: Vec<(f64, f64)>,
    /// Whether zero is part of the picture.
    pub zero: bool,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 58.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 50.0;

/// The drawing; nothing where there is nothing to draw.
pub fn draw(lines: &Lines) -> Option<Drawn> {
    let all = || lines.series.iter().flat_map(|series| &series.points);
    let across = Extent::of(all().map(|point| point.x))?;
    let ends = all().flat_map(|point| [point.low, point.mean, point.high]);
    let up = Extent::of(
        ends.chain(lines.dots.iter().map(|dot| dot.1))
            .chain(lines.zero.then_some(0.0)),
    )?;
    let right = lines
        .series
        .iter()
        .map(|series| wide(&series.label))
        .fold(0.0, f64::max)
        + 22.0;
    let (across_axis, up_axis) = (Axis::over(across, 6), Axis::over(up, 5));
    let x = Scale {
        low: across.low,
        high: across.high,
        from: LEFT,
        to: WIDTH - right.min(WIDTH / 2.0),
    };
    let y = Scale {
        low: up_axis.extent.low,
        high: up_axis.extent.high,
        from: HEIGHT - BOTTOM,
        to: TOP,
    };
    let mut pen = Pen::default();
    axes(&mut pen, lines, (&x, &across_axis), (&y, &up_axis));
    for (dot_x, dot_y) in &lines.dots {
        pen.dot((x.at(*dot_x), y.at(*dot_y)), 2.0, FAINT, false);
    }
    for series in &lines.series {
        pen.area(&band(&x, &y, &series.points), series.colour);
    }
    for series in &lines.series {
        pen.path(
            &middle(&x, &y, &series.points),
            series.colour,
            2.5,
            series.dash,
        );
        for point in series.points.iter().filter(|_| series.points.len() < 16) {
            pen.dot((x.at(point.x), y.at(point.mean)), 3.0, series.colour, false);
        }
    }
    name(&mut pen, lines, &x, &y);
    Some(pen.done(WIDTH, HEIGHT))
}

fn axes(pen: &mut Pen, lines: &Lines, (x, across): (&Scale, &Axis), (y, up): (&Scale, &Axis)) {
    for tick in &up.ticks {
        let colour = if tick.abs() < 1e-12 { INK } else { FAINT };
        pen.line((x.from, y.at(*tick)), (x.to, y.at(*tick)), colour, 1.0, "");
        pen.words(
            (x.from - 8.0, y.at(*tick) + 4.0),
            "end",
            SOFT,
            &plain(*tick, up.digits),
        );
    }
    let slack = 1e-9 * (x.high - x.low).abs();
    for tick in across
        .ticks
        .iter()
        .filter(|tick| (x.low - slack..=x.high + slack).contains(*tick))
    {
        pen.line(
            (x.at(*tick), y.from),
            (x.at(*tick), y.from + 5.0),
            SOFT,
            1.0,
            "",
        );
        pen.words(
            (x.at(*tick), y.from + 19.0),
            "middle",
            SOFT,
            &plain(*tick, across.digits),
        );
    }
    pen.words((LEFT - 50.0, TOP - 12.0), "start", SOFT, &lines.up);
    pen.words((x.from, HEIGHT - 10.0), "start", SOFT, &lines.across);
}

/// Each line's name beside its end, moved apart where they would touch.
fn name(pen: &mut Pen, lines: &Lines, x: &Scale, y: &Scale) {
    let ends: Vec<f64> = lines
        .series
        .iter()
        .map(|series| series.points.last().map_or(0.0, |point| y.at(point.mean)))
        .collect();
    let apart = labels::apart(&ends, 17.0, TOP, HEIGHT - BOTTOM);
    for (series, at) in lines.series.iter().zip(apart) {
        pen.words(
            (x.to + 10.0, at + 4.0),
            "start",
            series.colour,
            &series.label,
        );
    }
}

fn middle(x: &Scale, y: &Scale, points: &[Point]) -> String {
    let mut path = String::new();
    for (k, point) in points.iter().enumerate() {
        step(&mut path, k == 0, x.at(point.x), y.at(point.mean));
    }
    path
}

fn band(x: &Scale, y: &Scale, points: &[Point]) -> String {
    let mut path = String::new();
    for (k, point) in points.iter().enumerate() {
        step(&mut path, k == 0, x.at(point.x), y.at(point.high));
    }
    for point in points.iter().rev() {
        step(&mut path, false, x.at(point.x), y.at(point.low));
    }
    path + "Z"
}

fn step(path: &mut String, first: bool, x: f64, y: f64) {
    path.push(if first { 'M' } else { 'L' });
    coordinate(x, path);
    path.push(' ');
    coordinate(y, path);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_drawn_named_and_has_its_band() {
        let point = |x: f64, mean: f64| Point {
            x,
            mean,
            low: mean - 1.0,
            high: mean + 1.0,
        };
        let series = |label: &str, mean: f64| Series {
            label: label.to_owned(),
            colour: super::super::ALTERNATIVE,
            dash: "6 4",
            points: vec![point(0.0, mean), point(0.4, mean + 1.0)],
        };
        let lines = Lines {
            across: "power (share)".into(),
            up: "points".into(),
            series: vec![series("One", 1.0), series("Other & more", 1.1)],
            dots: vec![(0.0, 1.0)],
            zero: true,
        };
        let drawn = draw(&lines).unwrap();
        assert_eq!(drawn.svg.matches("fill-opacity").count(), 2);
        assert!(drawn.svg.contains("Other &amp; more") && drawn.svg.contains(">power (share)<"));
        assert_eq!(draw(&lines).unwrap(), drawn);
        assert!(!drawn.svg.contains("NaN"));
    }

    #[test]
    fn nothing_is_drawn_from_nothing_and_a_single_point_is_drawn() {
        assert_eq!(draw(&Lines::default()), None);
        let one = Series {
            label: String::new(),
            colour: INK,
            dash: "",
            points: vec![Point::default()],
        };
        assert!(
            draw(&Lines {
                series: vec![one],
                ..Lines::default()
            })
            .is_some()
        );
    }
}
