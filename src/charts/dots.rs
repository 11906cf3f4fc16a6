//! Fifty dots for a decision: each stands for one in fifty of the outcomes seen. Knows numbers, no words.
//!
//! A quantile dot plot (Kay, Kola, Hullman & Munson, "When (ish) is my bus?", CHI 2016): people read chances from counts.

use crate::numeric::quantile_of_sorted;

/// Re-runs below which fifty dots would show more than is known.
pub const FEWEST: u32 = 20;

/// How many dots there are.
pub const DOTS: usize = 50;

/// One dot: its column's centre in the data's unit, and its height in the column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
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
        dots.push(Dot { value: middle, height });
    }
    dots
}

/// Of fifty equally likely values, how many are above zero.
pub fn above_zero(values: &[f64]) -> u32 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    if sorted.is_empty() {
        return 0;
    }
    (0..DOTS).filter(|k| quantile_of_sorted(&sorted, (*k as f64 + 0.5) / DOTS as f64) > 0.0).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_dots_and_none_astride_zero() {
        let values: Vec<f64> = (-10..30).map(|k| f64::from(k) / 10.0).collect();
        let dots = fifty(&values, 0.25);
        assert_eq!(dots.len(), DOTS);
        let above = dots.iter().filter(|dot| dot.value > 0.0).count() as u32;
        assert_eq!(above, above_zero(&values));
        assert!((36..=38).contains(&above), "{above}");
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
