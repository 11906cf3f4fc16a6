//! Functions of numbers that give the same bits on every machine.
//!
//! `+ − × ÷ √` already do; everything else comes from the `libm` crate, never from std. Knows no model.

/// The exponential function.
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` to the power `exponent`.
#[inline]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The sine of an angle in radians.
#[inline]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The cosine of an angle in radians.
#[inline]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The logistic function, 1 / (1 + e^−x): a score turned into a share.
#[inline]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}

/// A number held between 0 and 1.
#[inline]
pub fn unit(x: f32) -> f32 {
    x.clamp(0.0, 1.0)
}

/// The standard normal quantile of a probability strictly between 0 and 1.
///
/// Acklam's rational approximation (relative error below 1.2e-9), which needs only a logarithm and a root.
pub fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] =
        [-54.476_098_798_224_06, 161.585_836_858_040_9, -155.698_979_859_886_6, 66.801_311_887_719_72, -13.280_681_552_885_72];
    const C: [f64; 6] = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] = [0.007_784_695_709_041_462, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_907_416];
    let tail = |q: f64| {
        (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1.0)
    };
    if p < 0.024_25 {
        tail((-2.0 * ln(p)).sqrt())
    } else if p > 1.0 - 0.024_25 {
        -tail((-2.0 * ln(1.0 - p)).sqrt())
    } else {
        let q = p - 0.5;
        let r = q * q;
        (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q
            / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1.0)
    }
}

/// The value below which a share `q` of the sorted numbers falls, interpolated linearly. Empty input gives 0.
pub fn quantile_of_sorted(sorted: &[f64], q: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    let position = q.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (position - below as f64)
}

/// A money amount split into shares that add up to it to the penny (largest remainders first, ties to the first).
///
/// Negative weights count as 0; with no positive weight all goes to the first share.
pub fn apportion(total: i64, weights: &[f64]) -> Vec<i64> {
    let mut parts = vec![0_i64; weights.len()];
    if parts.is_empty() {
        return parts;
    }
    let sum: f64 = weights.iter().map(|w| w.max(0.0)).sum();
    if sum <= 0.0 {
        parts[0] = total;
        return parts;
    }
    let mut remainders: Vec<(f64, usize)> = Vec::with_capacity(weights.len());
    for (k, weight) in weights.iter().enumerate() {
        let exact = total as f64 * (weight.max(0.0) / sum);
        parts[k] = exact.floor() as i64;
        remainders.push((exact - exact.floor(), k));
    }
    remainders.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut left = total - parts.iter().sum::<i64>();
    for &(_, k) in remainders.iter().cycle() {
        if left == 0 {
            break;
        }
        let step = left.signum();
        parts[k] += step;
        left -= step;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn normal_quantile_matches_published_values() {
        for (p, z) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.05, -1.644_853_627), (0.001, -3.090_232_306)] {
            assert!((normal_quantile(p) - z).abs() < 1e-8, "quantile({p})");
        }
    }

    #[test]
    fn quantile_interpolates() {
        assert_eq!(quantile_of_sorted(&[1.0, 2.0, 3.0, 4.0], 0.5), 2.5);
        assert_eq!(quantile_of_sorted(&[7.0], 0.95), 7.0);
        assert_eq!(quantile_of_sorted(&[], 0.5), 0.0);
    }

    proptest! {
        #[test]
        fn apportioned_parts_add_up(total in -1_000_000_000_000_i64..1_000_000_000_000, weights in prop::collection::vec(-1.0..100.0_f64, 1..40)) {
            let parts = apportion(total, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
        }

        #[test]
        fn logistic_is_a_share(x in -80.0_f32..80.0) {
            prop_assert!((0.0..=1.0).contains(&logistic(x)));
        }
    }
}
