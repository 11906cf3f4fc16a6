//! The lines and bands of a chart over years, as SVG path data. Knows scales and spreads, no colours and no text.

use super::number::coordinate;
use super::scale::Scale;
use crate::ensemble::summary::Spread;

/// The room inside a chart. Unit: pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// Room kept on the left for the axis.
    pub left: f64,
    /// Room kept on the right for labels.
    pub right: f64,
    /// Room kept above.
    pub top: f64,
    /// Room kept below for the years.
    pub bottom: f64,
}

impl Frame {
    /// The scale of years 0 to `years`.
    pub fn years(&self, years: u32) -> Scale {
        Scale {
            low: 0.0,
            high: f64::from(years.max(1)),
            from: self.left,
            to: (self.width - self.right).max(self.left + 1.0),
        }
    }

    /// The scale of values, the highest at the top.
    pub fn values(&self, low: f64, high: f64) -> Scale {
        Scale {
            low,
            high,
            from: (self.height - self.bottom).max(self.top + 1.0),
            to: self.top,
        }
    }
}

/// The mean as a line through the years. Empty for no years.
pub fn line(x: &Scale, y: &Scale, by_year: &[Spread]) -> String {
    let mut path = String::with_capacity(by_year.len() * 12);
    for (year, spread) in by_year.iter().enumerate() {
        step(
            &mut path,
            if year == 0 { 'M' } else { 'L' },
            x.at(year as f64),
            y.at(spread.mean),
        );
    }
    path
}

/// The band in which 9 of 10 re-runs lie: up the 95th percentile, back along the 5th. Empty for fewer than two years.
pub fn band(x: &Scale, y: &Scale, by_year: &[Spread]) -> String {
    if by_year.len() < 2 {
        return String::new();
    }
    let mut path = String::with_capacity(by_year.len() * 24);
    for (year, spread) in by_year.iter().enumerate() {
        step(
            &mut path,
            if year == 0 { 'M' } else { 'L' },
            x.at(year as f64),
            y.at(spread.p95),
        );
    }
    for (year, spread) in by_year.iter().enumerate().rev() {
        step(&mut path, 'L', x.at(year as f64), y.at(spread.p05));
    }
    path.push('Z');
    path
}

/// Single runs as thin lines, all in one path. Shape: runs × years.
pub fn single(x: &Scale, y: &Scale, runs: &[Vec<f64>]) -> String {
    let mut path = String::new();
    for run in runs {
        for (year, value) in run.iter().enumerate() {
            step(
                &mut path,
                if year == 0 { 'M' } else { 'L' },
                x.at(year as f64),
                y.at(*value),
            );
        }
    }
    path
}

fn step(path: &mut String, command: char, x: f64, y: f64) {
    path.push(command);
    coordinate(x, path);
    path.push(' ');
    coordinate(y, path);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spreads() -> Vec<Spread> {
        vec![
            Spread {
                mean: 5.0,
                p05: 4.0,
                p95: 6.0,
            },
            Spread {
                mean: 10.0,
                p05: 8.0,
                p95: 10.0,
            },
        ]
    }

    #[test]
    fn lines_and_bands_pass_through_the_data() {
        let frame = Frame {
            width: 120.0,
            height: 110.0,
            left: 10.0,
            right: 10.0,
            top: 5.0,
            bottom: 5.0,
        };
        let (x, y) = (frame.years(1), frame.values(0.0, 10.0));
        assert_eq!(line(&x, &y, &spreads()), "M10 55L110 5");
        assert_eq!(band(&x, &y, &spreads()), "M10 45L110 5L110 25L10 65Z");
    }

    #[test]
    fn single_runs_are_lines_of_their_own_in_one_path() {
        let frame = Frame {
            width: 120.0,
            height: 110.0,
            left: 10.0,
            right: 10.0,
            top: 5.0,
            bottom: 5.0,
        };
        let (x, y) = (frame.years(1), frame.values(0.0, 10.0));
        assert_eq!(
            single(&x, &y, &[vec![5.0, 10.0], vec![0.0, 5.0]]),
            "M10 55L110 5M10 105L110 55"
        );
        assert_eq!(single(&x, &y, &[]), "");
    }

    #[test]
    fn nothing_is_drawn_from_nothing() {
        let frame = Frame {
            width: 0.0,
            height: 0.0,
            left: 10.0,
            right: 10.0,
            top: 5.0,
            bottom: 5.0,
        };
        assert_eq!(line(&frame.years(0), &frame.values(0.0, 1.0), &[]), "");
        assert_eq!(
            band(&frame.years(0), &frame.values(0.0, 1.0), &spreads()[..1]),
            ""
        );
    }
}
