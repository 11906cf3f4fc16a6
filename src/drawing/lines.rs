//! Lines over something that was varied, or over years, each with the band in which it probably lies, and single runs as dots.

use super::axes::{self, Frame};
use super::{Anchor, At, Drawing, Mark, Role, Who, wide};
use crate::charts::labels;
use crate::charts::number::{coordinate, plain};
use crate::charts::scale::{Axis, Extent, Scale};
use crate::ensemble::summary::Spread;

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
    /// Whose it is.
    pub who: Who,
    /// Its points, rising across.
    pub points: Vec<Point>,
}

impl Series {
    /// The course of an arm, year by year, with the band in which nine in ten runs lie.
    pub fn by_year(label: impl Into<String>, who: Who, by_year: &[Spread]) -> Self {
        let point = |(year, spread): (usize, &Spread)| Point {
            x: year as f64,
            mean: spread.mean,
            low: spread.p05,
            high: spread.p95,
        };
        let points = by_year.iter().enumerate().map(point).collect();
        Self {
            label: label.into(),
            who,
            points,
        }
    }

    /// The line of its middles.
    pub fn middle(&self, x: &Scale, y: &Scale) -> Mark {
        let points = self
            .points
            .iter()
            .map(|point| (x.at(point.x), y.at(point.mean)));
        Mark::path(Role::Line(self.who), path(points))
    }

    /// The band: along its upper ends, back along the lower ones. Empty for fewer than two points.
    pub fn band(&self, x: &Scale, y: &Scale) -> Mark {
        let upper = self
            .points
            .iter()
            .map(|point| (x.at(point.x), y.at(point.high)));
        let lower = self
            .points
            .iter()
            .rev()
            .map(|point| (x.at(point.x), y.at(point.low)));
        let whole = if self.points.len() < 2 {
            String::new()
        } else {
            path(upper.chain(lower)) + "Z"
        };
        Mark::path(Role::Band(self.who), whole)
    }

    /// Where its middle ends. Unit: pixels.
    pub fn end(&self, y: &Scale) -> f64 {
        self.points.last().map_or(0.0, |point| y.at(point.mean))
    }
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
    pub dots: Vec<At>,
    /// Whether zero is part of the picture.
    pub zero: bool,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 340.0;

/// The drawing; nothing where there is nothing to draw.
pub fn draw(lines: &Lines) -> Option<Drawing> {
    let all = || lines.series.iter().flat_map(|series| &series.points);
    let across = Extent::of(all().map(|point| point.x))?;
    let ends = all().flat_map(|point| [point.low, point.mean, point.high]);
    let dots = lines.dots.iter().map(|dot| dot.1);
    let up = Extent::of(ends.chain(dots).chain(lines.zero.then_some(0.0)))?;
    let longest = lines
        .series
        .iter()
        .map(|series| wide(&series.label))
        .fold(0.0, f64::max);
    let right = (longest + 22.0).min(WIDTH / 2.0);
    let frame = Frame::new((WIDTH, HEIGHT), [58.0, right, 30.0, 50.0]);
    let (across_axis, axis) = (Axis::over(across, 6), Axis::over(up, 5));
    let (x, y) = (frame.across(across), frame.values(axis.extent));
    let mut marks = axes::up(&axis, &y, (x.from, x.to), plain);
    let numbers = axes::numbers(&across_axis, &x, plain);
    for (at, _) in &numbers {
        marks.push(Mark::line(Role::Leader, (*at, y.from), (*at, y.from + 5.0)));
    }
    marks.extend(axes::below(y.from, numbers));
    marks.extend(axes::titles(&frame, &lines.up, &lines.across));
    let single = |(dot_x, dot_y): &At| Mark::dot(Role::Single, (x.at(*dot_x), y.at(*dot_y)), 2.0);
    marks.extend(lines.dots.iter().map(single));
    marks.extend(lines.series.iter().map(|series| series.band(&x, &y)));
    for series in &lines.series {
        marks.push(series.middle(&x, &y));
        for point in series.points.iter().filter(|_| series.points.len() < 16) {
            let at = (x.at(point.x), y.at(point.mean));
            marks.push(Mark::dot(Role::Point(series.who), at, 3.0));
        }
    }
    marks.extend(names(&lines.series, &frame, &y, (17.0, 10.0)));
    Some(Drawing::new((WIDTH, HEIGHT), "", marks))
}

/// Each line's name beside its end, at least `gap` apart, `away` from the end of the room.
pub fn names(series: &[Series], frame: &Frame, y: &Scale, (gap, away): (f64, f64)) -> Vec<Mark> {
    let ends: Vec<f64> = series.iter().map(|series| series.end(y)).collect();
    let heights = labels::apart(&ends, gap, frame.top, frame.height - frame.bottom);
    let name = |(series, height): (&Series, f64)| {
        let at = (frame.end() + away, height + 4.0);
        Mark::text(Role::Label(series.who), at, Anchor::Start, &series.label)
    };
    series.iter().zip(heights).map(name).collect()
}

/// Single runs as thin lines, all in one path. Shape: runs × years.
pub fn runs(x: &Scale, y: &Scale, runs: &[Vec<f64>]) -> String {
    let places = |run: &Vec<f64>| {
        path(
            run.iter()
                .enumerate()
                .map(|(year, value)| (x.at(year as f64), y.at(*value))),
        )
    };
    runs.iter().map(places).collect()
}

/// A line through places, as path data. Empty for none.
pub fn path(places: impl IntoIterator<Item = At>) -> String {
    let mut path = String::new();
    for (k, (x, y)) in places.into_iter().enumerate() {
        path.push(if k == 0 { 'M' } else { 'L' });
        coordinate(x, &mut path);
        path.push(' ');
        coordinate(y, &mut path);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Shape, to_svg};

    fn spread(mean: f64, p05: f64, p95: f64) -> Spread {
        Spread { mean, p05, p95 }
    }

    #[test]
    fn lines_and_bands_pass_through_the_data() {
        let frame = Frame::new((120.0, 110.0), [10.0, 10.0, 5.0, 5.0]);
        let (x, y) = (frame.years(1), frame.values(Extent::new(0.0, 10.0)));
        let spreads = [spread(5.0, 4.0, 6.0), spread(10.0, 8.0, 10.0)];
        let of = |by_year: &[Spread]| Series::by_year("", Who::Usual, by_year);
        let path = |mark: Mark| mark.1;
        let whole = of(&spreads);
        assert_eq!(
            path(whole.middle(&x, &y)),
            Shape::Path("M10 55L110 5".to_owned())
        );
        assert_eq!(
            path(whole.band(&x, &y)),
            Shape::Path("M10 45L110 5L110 25L10 65Z".to_owned())
        );
        assert_eq!(
            path(of(&spreads[..1]).band(&x, &y)),
            Shape::Path(String::new())
        );
        assert_eq!(path(of(&[]).middle(&x, &y)), Shape::Path(String::new()));
        assert_eq!(
            runs(&x, &y, &[vec![5.0, 10.0], vec![0.0, 5.0]]),
            "M10 55L110 5M10 105L110 55"
        );
        assert_eq!(runs(&x, &y, &[]), "");
    }

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
            who: Who::Alternative,
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
        let svg = to_svg(&drawn);
        assert_eq!(svg.matches("fill-opacity").count(), 2);
        assert!(svg.contains("Other &amp; more") && svg.contains(">power (share)<"));
        assert_eq!(draw(&lines).unwrap(), drawn);
        assert!(!svg.contains("NaN"));
    }

    #[test]
    fn nothing_is_drawn_from_nothing_and_a_single_point_is_drawn() {
        assert_eq!(draw(&Lines::default()), None);
        let one = Series {
            label: String::new(),
            who: Who::Usual,
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
