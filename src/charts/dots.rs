//! Fifty dots for a decision: each stands for one in fifty of the outcomes seen. Knows numbers and what is worth having, no words.
//!
//! A quantile dot plot (Kay, Kola, Hullman & Munson, "When (ish) is my bus?", CHI 2016): people read chances from counts.

use crate::analysis::verdict::{self, Way};
use crate::numeric::quantile_of_sorted;

/// Re-runs below which fifty dots would show more than is known.
pub const FEWEST: u32 = 20;

/// How many dots there are.
pub const DOTS: usize = 50;

/// One dot: its column's centre in the data's unit, and its height in the column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The outcome that it stands for.
    pub exact: f64,
    /// The middle of its column.
    pub value: f64,
    /// How many dots lie below it.
    pub height: u32,
}

/// Fifty equally likely values, sorted into columns of a given width. Columns have an edge at zero, so that no dot
/// sits on both sides. Empty when there is nothing to show or the width is not positive.
pub fn fifty(values: &[f64], column: f64) -> Vec<Dot> {
    if values.is_empty() || column <= 0.0 {
        return Vec::new();
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut dots: Vec<Dot> = Vec::with_capacity(DOTS);
    for k in 0..DOTS {
        let value = quantile_of_sorted(&sorted, (k as f64 + 0.5) / DOTS as f64);
        let middle = ((value / column).floor() + 0.5) * column;
        let height = dots.iter().filter(|dot| dot.value == middle).count() as u32;
        dots.push(Dot {
            exact: value,
            value: middle,
            height,
        });
    }
    dots
}

/// For whom fifty dots are: in how many the alternative does better, in how many the reference, and in how many neither by enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Dots for the alternative.
    pub alternative: u32,
    /// Dots for the reference.
    pub reference: u32,
    /// Dots in which there is no difference that matters.
    pub neither: u32,
}

/// Counts dots by the same rule that colours them: [`verdict::of_one`] of what each stands for.
pub fn counts(dots: &[Dot], indicator: usize) -> Counts {
    let mut counts = Counts::default();
    for dot in dots {
        match verdict::of_one(dot.exact, indicator) {
            Some(Way::Better | Way::Higher) => counts.alternative += 1,
            Some(Way::Worse | Way::Lower) => counts.reference += 1,
            None => counts.neither += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{DOING_WELL, LONELY};

    #[test]
    fn fifty_dots_and_none_astride_zero() {
        let values: Vec<f64> = (-10..30).map(|k| f64::from(k) / 10.0).collect();
        let dots = fifty(&values, 0.25);
        assert_eq!(dots.len(), DOTS);
        let above = dots.iter().filter(|dot| dot.value > 0.0).count() as u32;
        assert!((36..=38).contains(&above), "{above}");
    }

    #[test]
    fn each_dot_counts_for_one_side_or_for_neither() {
        // Ten dots at -1, ten at 0.05 (less than is worth having of adults doing well), thirty at 1: none falls between two values.
        let values: Vec<f64> = (0..501)
            .map(|k| {
                if k < 100 {
                    -1.0
                } else if k < 200 {
                    0.05
                } else {
                    1.0
                }
            })
            .collect();
        let dots = fifty(&values, 0.3);
        assert_eq!(
            counts(&dots, DOING_WELL),
            Counts {
                alternative: 30,
                reference: 10,
                neither: 10
            }
        );
        assert_eq!(
            counts(&dots, LONELY),
            Counts {
                alternative: 10,
                reference: 30,
                neither: 10
            },
            "more lonely is worse"
        );
        let ties = fifty(&[0.0; 20], 0.3);
        assert_eq!(
            counts(&ties, DOING_WELL),
            Counts {
                neither: 50,
                ..Counts::default()
            },
            "a tie is nobody's"
        );
    }

    #[test]
    fn columns_grow_from_the_ground() {
        let dots = fifty(&[1.0, 1.0, 1.0], 0.5);
        let mut heights: Vec<u32> = dots.iter().map(|dot| dot.height).collect();
        heights.sort_unstable();
        assert_eq!(heights, (0..50).collect::<Vec<_>>());
        assert!(fifty(&[], 1.0).is_empty() && fifty(&[1.0], 0.0).is_empty());
    }
}
