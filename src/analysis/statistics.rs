//! The few statistics that patterns need, summed in a fixed order. Everything larger comes from a library.

use crate::numeric::{exp, ln, quantile_of_sorted};

/// The mean; not a number when there is nothing to average.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The standard deviation of a sample.
pub fn standard_deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (values.len() as f64 - 1.0))
        .sqrt()
}

/// Skewness: negative where the longer tail lies to the left.
pub fn skewness(values: &[f64]) -> f64 {
    let (mean, spread) = (mean(values), standard_deviation(values));
    values
        .iter()
        .map(|v| ((v - mean) / spread) * ((v - mean) / spread) * ((v - mean) / spread))
        .sum::<f64>()
        / values.len() as f64
}

/// Pearson's correlation.
pub fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let (x, y) = (
        pairs.iter().map(|p| p.0).sum::<f64>() / count,
        pairs.iter().map(|p| p.1).sum::<f64>() / count,
    );
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        xy += (a - x) * (b - y);
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
    }
    xy / (xx * yy).sqrt()
}

/// The middle of some values; not a number when there are none, or when one of them is not.
pub fn median(values: &[f64]) -> f64 {
    if values.is_empty() || values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile_of_sorted(&sorted, 0.5)
}

/// A share: 0 when there is nobody to count.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The ratio between the most and the least deprived end, from rates by decile: a weighted straight line through the
/// logarithms, read `apart` deciles apart. Groups are (decile, weight, rate); those with a rate of 0 are left out.
pub fn gradient(groups: &[(f64, f64, f64)], apart: f64) -> f64 {
    let groups: Vec<(f64, f64, f64)> = groups
        .iter()
        .filter(|g| g.2 > 0.0 && g.1 > 0.0)
        .map(|g| (g.0, g.1, ln(g.2)))
        .collect();
    let weight: f64 = groups.iter().map(|g| g.1).sum();
    let x = groups.iter().map(|g| g.1 * g.0).sum::<f64>() / weight;
    let y = groups.iter().map(|g| g.1 * g.2).sum::<f64>() / weight;
    let xy: f64 = groups.iter().map(|g| g.1 * (g.0 - x) * (g.2 - y)).sum();
    let xx: f64 = groups.iter().map(|g| g.1 * (g.0 - x) * (g.0 - x)).sum();
    exp(-xy / xx * apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert_eq!(mean(&values), 5.0);
        assert!((standard_deviation(&values) - 2.138_089_935).abs() < 1e-8);
        assert!(skewness(&values) > 0.0 && skewness(&values.map(|v| -v)) < 0.0);
        assert_eq!(median(&values), 4.5);
        assert!(median(&[1.0, f64::NAN]).is_nan() && median(&[]).is_nan());
        assert_eq!((share(1, 4), share(0, 0)), (0.25, 0.0));
    }

    #[test]
    fn correlation_is_one_on_a_line_and_nought_on_a_cross() {
        let line: Vec<(f64, f64)> = (0..9)
            .map(|k| (f64::from(k), 3.0 - 2.0 * f64::from(k)))
            .collect();
        assert!((correlation(&line) + 1.0).abs() < 1e-12);
        assert!(correlation(&[(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)]).abs() < 1e-12);
    }

    #[test]
    fn a_rate_that_doubles_over_nine_deciles_has_a_gradient_of_two() {
        let groups: Vec<(f64, f64, f64)> = (1..=10)
            .map(|d| {
                (
                    f64::from(d),
                    100.0 * f64::from(d),
                    exp(-ln(2.0) * f64::from(d) / 9.0),
                )
            })
            .collect();
        assert!((gradient(&groups, 9.0) - 2.0).abs() < 1e-9);
        assert!((gradient(&groups, 0.0) - 1.0).abs() < 1e-12);
    }
}
