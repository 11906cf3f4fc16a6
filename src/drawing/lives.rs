//! Both lives as two lines of wellbeing with the months of the chain marked.

use super::axes::{self, Frame};
use super::rows::diamond;
use super::{Anchor, At, Mark, Role, Who};
use crate::charts::labels::apart;
use crate::charts::lives::{Line, Told, lines};
use crate::charts::number::plain;
use crate::charts::scale::{Axis, Extent, Scale, year_ticks};

/// Height of the lines' room. Unit: pixels.
const LINES: f64 = 230.0;
/// Height of a row of marks. Unit: pixels.
const ROW: f64 = 22.0;

/// The room of the lines, so many pixels wide, with room for both names.
pub fn frame(width: f64, names: [&str; 2]) -> Frame {
    let letters = names.map(|name| name.chars().count());
    let right = letters[0].max(letters[1]) as f64 * 7.4 + 12.0;
    Frame::new((width, LINES), [34.0, right, 12.0, 24.0])
}

/// The scale of the months in a room.
pub fn months(frame: &Frame, months: u32) -> Scale {
    lines::months(months, frame.left, frame.width - frame.right)
}

/// The axes and both lines.
pub fn both(frame: &Frame, told: &Told, months: u32, names: [&str; 2]) -> Vec<Mark> {
    let x = self::months(frame, months);
    // Always the whole scale: lives can be compared by eye.
    let axis = Axis::over(Extent::new(0.0, 10.0), 5);
    let y = frame.values(axis.extent);
    let right = frame.width - frame.right;
    let mut grid = axes::up(&axis, &y, (frame.left, right), plain);
    let years = year_ticks(months / 12, right - frame.left).into_iter();
    let numbers = years.map(|year| (x.at(f64::from(year * 12)), year.to_string()));
    grid.extend(axes::below(LINES - frame.bottom, numbers));
    let means = told.wellbeing.each_ref().map(|life| lines::means(life));
    let ends = means
        .each_ref()
        .map(|life| y.at(life.last().copied().unwrap_or(0.0)));
    let heights = apart(&ends, 16.0, frame.top, frame.height - frame.bottom);
    let mut marks = vec![Mark::group(Role::Axis, grid)];
    for (life, who) in [Who::Reference, Who::Alternative].into_iter().enumerate() {
        let values = &told.wellbeing[life];
        let end = x.at(means[life].len().saturating_sub(1) as f64) + 6.0;
        let label = (end, heights[life] + 4.0);
        marks.extend([
            Mark::path(Role::Month(who), lines::single(&x, &y, values)),
            Mark::path(Role::Line(who), lines::running(&x, &y, values)),
            Mark::text(Role::Label(who), label, Anchor::Start, names[life]),
        ]);
    }
    marks
}

/// The months of the chain, numbered, in rows below the lines; and how high lines and rows are together.
pub fn moments(frame: &Frame, told: &Told, months: u32) -> (Mark, f64) {
    let places = lines::marks(&self::months(frame, months), &told.chain);
    let rows = places.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
    let mut marks = Vec::new();
    for (k, (line, (x, row))) in told.chain.iter().zip(&places).enumerate() {
        let middle = LINES + *row as f64 * ROW + ROW / 2.0;
        let number = (k + 1).to_string();
        marks.push(moment(line, (*x, middle), 9.0));
        marks.push(Mark::text(
            Role::Plain,
            (*x, middle + 4.0),
            Anchor::Middle,
            number,
        ));
    }
    (
        Mark::group(Role::Moments, marks),
        LINES + rows as f64 * ROW + 4.0,
    )
}

/// In whose life a moment is.
pub fn whose(line: &Line) -> Who {
    match line.life {
        Some(0) => Who::Reference,
        Some(_) => Who::Alternative,
        None => Who::Both,
    }
}

/// A moment's mark: a circle in the first life, a square in the second, a diamond in both, so that colour is not alone.
pub fn moment(line: &Line, (x, y): At, reach: f64) -> Mark {
    let who = whose(line);
    let role = Role::Moment(who);
    match who {
        Who::Reference => Mark::dot(role, (x, y), reach),
        Who::Alternative => {
            let side = reach * 1.8;
            Mark::tile(role, (x - side / 2.0, y - side / 2.0), (side, side))
        }
        Who::Usual | Who::Neither | Who::Both | Who::Difference => {
            Mark::path(role, diamond((x, y), reach * 1.3))
        }
    }
}
