//! Rows of intervals on one axis that holds zero: effects, shares, indices. In files a row's words stand beside its marks, on the page above
//! them, where a telephone has room.

use super::{Anchor, At, Drawing, Mark, Role, axes, short, wide};
use crate::analysis::digest::Interval;
use crate::charts::number::{plain, signed};
use crate::charts::scale::{Axis, Extent, Scale};

/// One interval of a row, and whether it is what its verdict calls a difference that matters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shown {
    /// The interval; both its ends are its middle where there is none.
    pub interval: Interval,
    /// Whether it matters.
    pub matters: bool,
}

impl Shown {
    /// A number without an interval.
    pub fn bare(value: f64) -> Self {
        let interval = Interval {
            mean: value,
            low: value,
            high: value,
        };
        Self {
            interval,
            matters: true,
        }
    }

    fn ends(&self) -> [f64; 3] {
        [self.interval.low, self.interval.mean, self.interval.high]
    }
}

/// One row: its words, and one mark for each of the drawing's kinds.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// Its marks.
    pub marks: Vec<Shown>,
}

impl Row {
    /// A row of one mark.
    pub fn of(label: impl Into<String>, mark: Shown) -> Self {
        Self {
            label: label.into(),
            marks: vec![mark],
        }
    }

    /// The middle of its first mark; of a share its percentage.
    pub fn percent(&self) -> f64 {
        self.marks.first().map_or(0.0, |mark| mark.interval.mean)
    }

    /// A row of a difference in adults doing well over so many runs.
    pub fn doing_well(label: impl Into<String>, interval: Interval, runs: u32) -> Self {
        let matters = interval.verdict(runs).is_clear();
        Self::of(label, Shown { interval, matters })
    }
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

fn extent(rows: &[Row]) -> Option<Extent> {
    let ends = rows.iter().flat_map(|row| &row.marks).flat_map(Shown::ends);
    Some(Extent::of(ends)?.with(Extent::new(0.0, 0.0)))
}

const WIDTH: f64 = 640.0;
const ROW: f64 = 28.0;
const TOP: f64 = 40.0;
const LONGEST: usize = 38;

/// The drawing for a file; nothing where there is nothing to draw.
pub fn beside(
    Rows {
        across,
        kinds,
        rows,
    }: &Rows,
) -> Option<Drawing> {
    let axis = Axis::over(extent(rows)?, 5);
    let label = |row: &Row| short(&row.label, LONGEST);
    let left = rows.iter().map(|row| wide(&label(row))).fold(0.0, f64::max) + 14.0;
    let Extent { low, high } = axis.extent;
    let x = Scale::new((low, high), (left, WIDTH - 24.0));
    let bottom = TOP + ROW * rows.len() as f64;
    let mut marks = axes::down(&axis, &x, (TOP - 8.0, bottom), TOP - 14.0, plain);
    for (k, row) in rows.iter().enumerate() {
        let y = TOP + ROW * (k as f64 + 0.5);
        marks.push(Mark::text(
            Role::Plain,
            (left - 10.0, y + 4.0),
            Anchor::End,
            label(row),
        ));
        let apart = if row.marks.len() > 1 { 5.0 } else { 0.0 };
        for (which, mark) in row.marks.iter().enumerate() {
            marks.push(capped(
                &x,
                y + apart * (2.0 * which as f64 - 1.0),
                mark,
                which > 0,
            ));
        }
    }
    marks.push(Mark::text(
        Role::Tick,
        (left, bottom + 22.0),
        Anchor::Start,
        across,
    ));
    let key = if kinds.len() > 1 {
        kinds.as_slice()
    } else {
        &[]
    };
    for (k, kind) in key.iter().enumerate() {
        let at = left + k as f64 * 180.0;
        let role = Role::Interval(true, k > 0);
        marks.push(Mark::dot(role, (at + 6.0, bottom + 42.0), 4.0));
        marks.push(Mark::text(
            Role::Tick,
            (at + 18.0, bottom + 46.0),
            Anchor::Start,
            *kind,
        ));
    }
    let height = bottom + if key.is_empty() { 34.0 } else { 58.0 };
    Some(Drawing::new((WIDTH, height), "", marks))
}

/// A number with an interval is a dot on a line with ends; one without is a dot at the end of a line from zero.
fn capped(x: &Scale, y: f64, mark: &Shown, second: bool) -> Mark {
    let Interval { mean, low, high } = mark.interval;
    let (from, to) = if low == high {
        (0.0, mean)
    } else {
        (low, high)
    };
    let mut marks = vec![Mark::line(Role::Plain, (x.at(from), y), (x.at(to), y))];
    if low != high {
        let end = |at| Mark::line(Role::Plain, (x.at(at), y - 4.0), (x.at(at), y + 4.0));
        marks.extend([low, high].map(end));
    }
    marks.push(Mark::dot(Role::Plain, (x.at(mean), y), 4.0));
    Mark::group(Role::Interval(mark.matters, second), marks)
}

/// The height of a row: its words above, its marks below. Unit: pixels.
const HIGH: f64 = 44.0;
/// Room above the rows for the numbers of the axis. Unit: pixels.
const HEAD: f64 = 22.0;
/// Room at both sides, so that a tick's number is not cut. Unit: pixels.
const SIDE: f64 = 20.0;

/// The drawing for the page, so many pixels wide; each first number at the end of its row.
pub fn above(width: f64, rows: &[Row], digits: u8, words: String) -> Drawing {
    // Zero alone is no axis.
    let held = extent(rows).map_or(Extent::new(0.0, 1.0), |extent| {
        if extent.low == extent.high {
            Extent::new(-1.0, 1.0)
        } else {
            extent
        }
    });
    let axis = Axis::over(held, if width < 420.0 { 3 } else { 5 });
    let Extent { low, high } = axis.extent;
    let x = Scale::new((low, high), (SIDE, (width - SIDE).max(SIDE + 1.0)));
    let height = HEAD + HIGH * rows.len() as f64;
    let grid = axes::down(&axis, &x, (HEAD - 4.0, height), HEAD - 8.0, signed);
    let mut marks = vec![Mark::group(Role::Axis, grid)];
    for (k, row) in rows.iter().enumerate() {
        let top = HEAD + HIGH * k as f64;
        let mut of_row = vec![Mark::text(
            Role::Plain,
            (0.0, top + 15.0),
            Anchor::Start,
            &row.label,
        )];
        if let Some(first) = row.marks.first() {
            let number = signed(first.interval.mean, digits);
            of_row.push(Mark::text(
                Role::Number,
                (width, top + 15.0),
                Anchor::End,
                number,
            ));
        }
        let apart = if row.marks.len() > 1 { 3.5 } else { 0.0 };
        // The second lies behind and above the first.
        for (which, mark) in row.marks.iter().enumerate().rev() {
            let y = top + 29.0 + apart * (1.0 - 2.0 * which as f64);
            of_row.push(open(&x, y, mark, which > 0));
        }
        marks.push(Mark::group(Role::Row, of_row));
    }
    Drawing::new((width, height), words, marks)
}

/// An interval with its middle; a diamond for the second.
fn open(x: &Scale, y: f64, mark: &Shown, second: bool) -> Mark {
    let Interval { mean, low, high } = mark.interval;
    let middle = (x.at(mean), y);
    let form = if second {
        Mark::path(Role::Plain, diamond(middle, 5.5))
    } else {
        Mark::dot(Role::Plain, middle, 4.5)
    };
    let line = Mark::line(Role::Plain, (x.at(low), y), (x.at(high), y));
    Mark::group(Role::Interval(mark.matters, second), vec![line, form])
}

/// A diamond about a place, as path data.
pub fn diamond((x, y): At, reach: f64) -> String {
    super::lines::path([
        (x, y - reach),
        (x + reach, y),
        (x, y + reach),
        (x - reach, y),
    ]) + "Z"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Shape, Who, to_svg};

    fn shown(mean: f64, half: f64, matters: bool) -> Shown {
        Shown {
            interval: Interval {
                mean,
                low: mean - half,
                high: mean + half,
            },
            matters,
        }
    }

    #[test]
    fn rows_hold_zero_and_say_what_does_not_matter() {
        let rows = vec![
            Row::of("levels", shown(2.0, 1.0, true)),
            Row::of("area", shown(0.05, 0.01, false)),
        ];
        let of = Rows {
            across: "points".into(),
            kinds: Vec::new(),
            rows,
        };
        let svg = to_svg(&beside(&of).unwrap());
        let colours = [Who::Neither.colour(), Who::Alternative.colour()];
        assert!(colours.iter().all(|colour| svg.contains(colour)) && svg.contains(">levels<"));
        assert_eq!(svg.matches("<circle").count(), 2);
        assert!(beside(&Rows::default()).is_none());
    }

    #[test]
    fn the_page_holds_zero_and_every_interval_inside_its_width() {
        let rows = vec![Row {
            label: "a".to_owned(),
            marks: vec![shown(0.4, 0.2, true), shown(0.3, 0.05, false)],
        }];
        let drawn = above(300.0, &rows, 2, String::new());
        assert_eq!(drawn.height, HEAD + HIGH);
        let Shape::Group(marks) = &drawn.marks[1].1 else {
            panic!("{drawn:?}")
        };
        assert_eq!(marks[2].0, Role::Interval(false, true));
        assert!(matches!(&marks[1].1, Shape::Text(_, Anchor::End, words) if words == "+0.40"));
        let Shape::Group(first) = &marks[3].1 else {
            panic!("{marks:?}")
        };
        assert!(matches!(first[0].1, Shape::Line(from, to) if from.0 >= SIDE && to.0 <= 280.0));
    }

    #[test]
    fn nothing_but_zero_still_has_an_axis() {
        let rows = [Row::of("", Shown::default())];
        let drawn = above(300.0, &rows, 2, String::new());
        assert!(!format!("{drawn:?}").contains("NaN"));
        assert_eq!(above(300.0, &[], 2, String::new()).marks.len(), 1);
    }
}
