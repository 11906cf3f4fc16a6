//! The lines of two lives over months, as SVG path data, and where the marks of the chain stand. Knows no colours.

use super::Line;
use crate::charts::number::coordinate;
use crate::charts::scale::Scale;

/// Months of a running mean.
const YEAR: usize = 12;
/// The least room between two marks. Unit: pixels.
const ROOM: f64 = 22.0;

/// The scale of months 0 to `months` between two edges.
pub fn months(months: u32, from: f64, to: f64) -> Scale {
    Scale {
        low: 0.0,
        high: f64::from(months.max(1)),
        from,
        to: to.max(from + 1.0),
    }
}

/// Month by month.
pub fn single(x: &Scale, y: &Scale, values: &[f32]) -> String {
    path(
        x,
        y,
        values.iter().map(|value| f64::from(*value)).enumerate(),
    )
}

/// The mean of the year up to each month, or of as many months as there are by then.
pub fn running(x: &Scale, y: &Scale, values: &[f32]) -> String {
    path(x, y, means(values).into_iter().enumerate())
}

/// The mean of the year up to each month.
pub fn means(values: &[f32]) -> Vec<f64> {
    let mean = |month: usize| {
        let year = &values[(month + 1).saturating_sub(YEAR)..=month];
        year.iter().map(|value| f64::from(*value)).sum::<f64>() / year.len() as f64
    };
    (0..values.len()).map(mean).collect()
}

fn path(x: &Scale, y: &Scale, points: impl Iterator<Item = (usize, f64)>) -> String {
    let mut path = String::new();
    for (month, value) in points {
        path.push(if month == 0 { 'M' } else { 'L' });
        coordinate(x.at(month as f64), &mut path);
        path.push(' ');
        coordinate(y.at(value), &mut path);
    }
    path
}

/// Where the marks of a chain stand: as near to their months as room allows, in as many rows as that takes. Gives for each
/// its place across and its row.
pub fn marks(x: &Scale, chain: &[Line]) -> Vec<(f64, usize)> {
    let mut ends: Vec<f64> = Vec::new();
    chain
        .iter()
        .map(|line| {
            let at = x.at(f64::from(line.month));
            let row = ends
                .iter()
                .position(|end| at - end >= ROOM)
                .unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(at);
            } else {
                ends[row] = at;
            }
            (at, row)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_follow_the_months_and_the_mean_of_the_year_up_to_each() {
        let (x, y) = (
            months(120, 40.0, 640.0),
            Scale {
                low: 0.0,
                high: 10.0,
                from: 100.0,
                to: 0.0,
            },
        );
        assert_eq!(single(&x, &y, &[5.0, 6.0, 4.0]), "M40 50L45 40L50 60");
        assert_eq!(means(&[4.0, 6.0]), [4.0, 5.0]);
        let mut values = vec![2.0; 12];
        values.extend([8.0; 12]);
        let means = means(&values);
        assert_eq!((means[11], means[17], means[23]), (2.0, 5.0, 8.0));
        assert_eq!(running(&x, &y, &[5.0, 5.0]), "M40 50L45 50");
        assert_eq!(single(&x, &y, &[]), "");
    }

    #[test]
    fn marks_that_would_lie_upon_one_another_take_another_row() {
        let line = |month| Line {
            month,
            when: String::new(),
            life: Some(0),
            words: String::new(),
        };
        let x = months(120, 0.0, 600.0);
        let rows: Vec<usize> = marks(&x, &[line(1), line(1), line(3), line(10)])
            .into_iter()
            .map(|(_, row)| row)
            .collect();
        assert_eq!(rows, [0, 1, 2, 0]);
    }
}
