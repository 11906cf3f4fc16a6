//! Stacked bars, one a year, each part named beside the last bar.

use super::axes::{self, Frame};
use super::lines::path;
use super::over_years::Size;
use super::{Anchor, Drawing, Mark, Role, Who};
use crate::charts::labels::apart;
use crate::charts::number::pounds_about;
use crate::charts::scale::{Axis, Extent, Scale, year_ticks};
use crate::charts::stack::{Span, bar};

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars<'a> {
    /// Whose bars.
    pub who: Who,
    /// Shape: parts × years.
    pub spans: &'a [Vec<Span>],
    /// What the axis holds, so that bars of several worlds stand on one.
    pub held: Extent,
    /// The names of the parts.
    pub names: &'a [&'a str],
}

/// The drawing.
pub fn draw(size: Size, bars: &Bars) -> Drawing {
    let Size {
        width,
        height,
        words,
    } = size;
    let right = 142.0_f64.min(width * 0.42);
    let frame = Frame::new((width, height), [74.0, right, 10.0, 24.0]);
    let axis = Axis::over(bars.held, 4);
    let y = frame.values(axis.extent);
    let right = (width - right).max(frame.left + 20.0);
    let years = bars.spans.first().map_or(0, Vec::len);
    let bar = |year: usize| bar(year, years, frame.left, right);
    let mut axes = axes::up(&axis, &y, (frame.left, right), |pounds, _| {
        short_pounds(pounds)
    });
    let ticks = year_ticks(years.saturating_sub(1) as u32, right - frame.left);
    let numbers = ticks.into_iter().map(|year| {
        let (x, w) = bar(year as usize);
        (x + w / 2.0, (year + 1).to_string())
    });
    axes.extend(axes::below(height - frame.bottom, numbers));
    let mut marks = vec![Mark::group(Role::Axis, axes)];
    for (k, spans) in bars.spans.iter().enumerate() {
        let tile = |(year, span): (usize, &Span)| {
            let (x, w) = bar(year);
            let tall = (y.at(span.low) - y.at(span.high)).max(0.0);
            Mark::tile(Role::Plain, (x, y.at(span.high)), (w, tall))
        };
        let tiles = spans.iter().enumerate().map(tile).collect();
        marks.push(Mark::group(Role::Part(bars.who, k), tiles));
    }
    let (x, w) = bar(years.saturating_sub(1));
    marks.push(Mark::group(Role::PartNames, names(bars, &frame, &y, x + w)));
    Drawing::new((width, height), words, marks)
}

/// Parts too thin to be seen anywhere have no name; the table has them.
fn names(bars: &Bars, frame: &Frame, y: &Scale, end: f64) -> Vec<Mark> {
    let thin = (y.high - y.low) * 0.004;
    let is_seen = |spans: &Vec<Span>| spans.iter().any(|span| span.high - span.low > thin);
    let seen: Vec<(&str, f64)> = (bars.spans.iter().zip(bars.names))
        .filter(|(spans, _)| is_seen(spans))
        .map(|(spans, name)| {
            let middle = |span: &Span| y.at(f64::midpoint(span.low, span.high));
            (*name, spans.last().map_or(0.0, middle))
        })
        .collect();
    let wanted: Vec<f64> = seen.iter().map(|(_, middle)| *middle).collect();
    let heights = apart(
        &wanted,
        15.0,
        frame.top + 4.0,
        frame.height - frame.bottom - 2.0,
    );
    let named = |((name, middle), height): (&(&str, f64), f64)| {
        let leader = path([(end + 1.0, *middle), (end + 8.0, height)]);
        let at = (end + 11.0, height + 4.0);
        [
            Mark::path(Role::Leader, leader),
            Mark::text(Role::Plain, at, Anchor::Start, *name),
        ]
    };
    seen.iter().zip(heights).flat_map(named).collect()
}

/// Pounds short enough for an axis.
fn short_pounds(pounds: f64) -> String {
    pounds_about(pounds).replace(" million", "m")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Shape;

    #[test]
    fn every_part_has_a_bar_a_year_and_only_what_is_seen_has_a_name() {
        let span = |low, high| Span { low, high };
        let spans = [
            vec![span(0.0, 2e6), span(0.0, 1e6)],
            vec![span(2e6, 2e6), span(1e6, 1e6)],
        ];
        let held = Extent::new(0.0, 2e6);
        let bars = Bars {
            who: Who::Reference,
            spans: &spans,
            held,
            names: &["thick", "thin"],
        };
        let size = Size::new(500.0, 250.0, String::new());
        let drawn = draw(size, &bars);
        let part = |k: usize| match &drawn.marks[k].1 {
            Shape::Group(marks) => marks.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!((part(1).len(), part(2).len(), part(3).len()), (2, 2, 2));
        assert!(matches!(&part(3)[1].1, Shape::Text(_, _, words) if words == "thick"));
        let axis = format!("{:?}", part(0));
        assert!(axis.contains("£2.00m") && axis.contains("\"2\""), "{axis}");
    }
}
