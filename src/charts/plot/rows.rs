//! Rows of marks on one axis that holds zero: effects, shares, indices, each with its interval where it has one.

use super::{ALTERNATIVE, Drawn, FAINT, INK, NEUTRAL, Pen, SOFT, short, wide};
use crate::charts::number::plain;
use crate::charts::scale::{Axis, Extent, Scale};

/// One mark of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mark {
    /// The middle.
    pub mean: f64,
    /// The ends of its interval; both the middle where there is none.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether it is drawn in colour: what its verdict calls a difference that matters.
    pub matters: bool,
}

impl Mark {
    /// A number without an interval.
    pub fn bare(value: f64) -> Self {
        Self {
            mean: value,
            low: value,
            high: value,
            matters: true,
        }
    }
}

/// One row: its words, and one mark for each of the drawing's kinds.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// What is across, with its unit.
    pub across: String,
    /// What each mark of a row is, when there are several; the second is hollow.
    pub kinds: Vec<&'static str>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

const WIDTH: f64 = 640.0;
const ROW: f64 = 28.0;
const TOP: f64 = 40.0;
const LONGEST: usize = 38;

/// The drawing; nothing where there is nothing to draw.
pub fn draw(rows: &Rows) -> Option<Drawn> {
    let ends = rows
        .rows
        .iter()
        .flat_map(|row| &row.marks)
        .flat_map(|mark| [mark.low, mark.mean, mark.high]);
    let extent = Extent::of(ends)?.with(Extent {
        low: 0.0,
        high: 0.0,
    });
    let left = rows
        .rows
        .iter()
        .map(|row| wide(&short(&row.label, LONGEST)))
        .fold(0.0, f64::max)
        + 14.0;
    let axis = Axis::over(extent, 5);
    let x = Scale {
        low: axis.extent.low,
        high: axis.extent.high,
        from: left,
        to: WIDTH - 24.0,
    };
    let key = if rows.kinds.len() > 1 { 24.0 } else { 0.0 };
    let bottom = TOP + ROW * rows.rows.len() as f64;
    let mut pen = Pen::default();
    for tick in &axis.ticks {
        let colour = if tick.abs() < 1e-12 { INK } else { FAINT };
        pen.line(
            (x.at(*tick), TOP - 8.0),
            (x.at(*tick), bottom),
            colour,
            1.0,
            "",
        );
        pen.words(
            (x.at(*tick), TOP - 14.0),
            "middle",
            SOFT,
            &plain(*tick, axis.digits),
        );
    }
    for (k, row) in rows.rows.iter().enumerate() {
        let y = TOP + ROW * (k as f64 + 0.5);
        pen.words(
            (left - 10.0, y + 4.0),
            "end",
            INK,
            &short(&row.label, LONGEST),
        );
        let apart = if row.marks.len() > 1 { 5.0 } else { 0.0 };
        for (which, mark) in row.marks.iter().enumerate() {
            draw_mark(
                &mut pen,
                &x,
                y + apart * (2.0 * which as f64 - 1.0),
                mark,
                which > 0,
            );
        }
    }
    pen.words((left, bottom + 22.0), "start", SOFT, &rows.across);
    if key > 0.0 {
        for (k, kind) in rows.kinds.iter().enumerate() {
            let at = left + k as f64 * 180.0;
            pen.dot((at + 6.0, bottom + 42.0), 4.0, ALTERNATIVE, k > 0);
            pen.words((at + 18.0, bottom + 46.0), "start", SOFT, kind);
        }
    }
    Some(pen.done(WIDTH, bottom + 34.0 + key))
}

/// A number with an interval is a dot on a line; one without is a dot at the end of a line from zero.
fn draw_mark(pen: &mut Pen, x: &Scale, y: f64, mark: &Mark, hollow: bool) {
    let bare = mark.low == mark.high;
    let colour = if mark.matters { ALTERNATIVE } else { NEUTRAL };
    let (from, to) = if bare {
        (0.0, mark.mean)
    } else {
        (mark.low, mark.high)
    };
    pen.line(
        (x.at(from), y),
        (x.at(to), y),
        colour,
        if hollow { 1.5 } else { 2.5 },
        "",
    );
    if !bare {
        for end in [mark.low, mark.high] {
            pen.line((x.at(end), y - 4.0), (x.at(end), y + 4.0), colour, 1.5, "");
        }
    }
    pen.dot((x.at(mark.mean), y), 4.0, colour, hollow);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hold_zero_and_say_what_does_not_matter() {
        let row = |label: &str, mark| Row {
            label: label.to_owned(),
            marks: vec![mark],
        };
        let clear = Mark {
            mean: 2.0,
            low: 1.0,
            high: 3.0,
            matters: true,
        };
        let little = Mark {
            mean: 0.05,
            low: 0.04,
            high: 0.06,
            matters: false,
        };
        let rows = Rows {
            across: "points".into(),
            kinds: Vec::new(),
            rows: vec![row("levels", clear), row("area", little)],
        };
        let drawn = draw(&rows).unwrap();
        assert!(
            drawn.svg.contains(NEUTRAL)
                && drawn.svg.contains(ALTERNATIVE)
                && drawn.svg.contains(">levels<")
        );
        assert_eq!(drawn.svg.matches("<circle").count(), 2);
        assert!(draw(&Rows::default()).is_none());
    }
}
