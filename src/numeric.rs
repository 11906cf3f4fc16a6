//! Functions of numbers that give the same bits on every machine.
//!
//! `+ − × ÷ √` already do; everything else comes from the `libm` crate, never from std. Knows no
//! model.

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

/// The number that people wrote, in place of the nearest one that single precision holds: 0.065 for
/// 0.065, not 0.06499999761581421.
pub fn as_written(number: f32) -> f64 {
    number.to_string().parse().unwrap_or(f64::from(number))
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
/// Acklam's rational approximation (relative error below 1.2e-9), which needs only a logarithm and
/// a root.
pub fn normal_quantile(p: f64) -> f64 {
    if p < TAIL {
        tail((-2.0 * ln(p)).sqrt())
    } else if p > 1.0 - TAIL {
        -tail((-2.0 * ln(1.0 - p)).sqrt())
    } else {
        middle(p)
    }
}

/// The probability beyond which the quantile is worked out as a tail.
const TAIL: f64 = 0.024_25;

/// Acklam's approximation between the tails.
#[inline(always)]
fn middle(p: f64) -> f64 {
    const A: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
    ];
    let q = p - 0.5;
    let r = q * q;
    (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q
        / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1.0)
}

/// Acklam's approximation in the lower tail, of √(−2 ln p).
fn tail(q: f64) -> f64 {
    const C: [f64; 6] = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] = [
        0.007_784_695_709_041_462,
        0.322_467_129_070_039_8,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
    ];
    (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5])
        / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1.0)
}

/// The standard normal that goes with a word of luck.
#[inline]
pub fn normal_of(word: u32) -> f32 {
    normal_quantile(chance_of(word)) as f32
}

#[inline(always)]
fn chance_of(word: u32) -> f64 {
    (f64::from(word) + 0.5) / 4_294_967_296.0
}

/// Standard normals quickly: [`normal_of`] within a thousandth, by a table between the tails.
#[derive(Clone, Debug)]
pub struct Normals([f32; CELLS + 1]);

/// Cells of the table.
const CELLS: usize = 1 << CELL_BITS;
const CELL_BITS: u32 = 10;
/// Cells at either end in which straight lines would not be close enough.
const TAIL_CELLS: usize = 16;

impl Default for Normals {
    /// The table, worked out.
    fn default() -> Self {
        let edge = |cell: usize| normal_quantile(cell as f64 / CELLS as f64) as f32;
        Self(std::array::from_fn(|cell| {
            edge(cell.clamp(TAIL_CELLS, CELLS - TAIL_CELLS))
        }))
    }
}

impl Normals {
    /// The standard normal that goes with a word of luck.
    #[inline]
    pub fn of(&self, word: u32) -> f32 {
        let cell = (word >> (32 - CELL_BITS)) as usize;
        if !(TAIL_CELLS..CELLS - TAIL_CELLS).contains(&cell) {
            return normal_of(word);
        }
        let within = (word << CELL_BITS >> 8) as f32 * (1.0 / 16_777_216.0);
        let (low, high) = (self.0[cell], self.0[cell + 1]);
        low + within * (high - low)
    }
}

/// The exponential function of every number, several at a time: to the bit what `libm::expf` gives.
pub fn exp_all(numbers: &mut [f32]) {
    for batch in numbers.chunks_mut(16) {
        // Beyond these the function has cases of its own; what is not a number is beyond them too.
        if batch.iter().fold(true, |all, x| all & (x.abs() < 80.0)) {
            for x in batch {
                *x = exp_in_range(*x);
            }
        } else {
            for x in batch {
                *x = libm::expf(*x);
            }
        }
    }
}

/// The exponential function of one number: to the bit what `libm::expf` gives.
#[inline]
pub fn exp_of(x: f32) -> f32 {
    if x.abs() < 80.0 {
        exp_in_range(x)
    } else {
        libm::expf(x)
    }
}

/// `libm::expf` (FreeBSD's) without its branches, for numbers between −80 and 80.
#[inline(always)]
fn exp_in_range(x: f32) -> f32 {
    const LN2_HIGH: f32 = 0.693_145_75;
    const LN2_LOW: f32 = 1.428_606_8e-6;
    const PER_LN2: f32 = std::f32::consts::LOG2_E;
    const P: [f32; 2] = [0.166_666_25, -0.002_766_733_3];
    let size = x.abs();
    let half = if x < 0.0 { -0.5 } else { 0.5 };
    // How many times ln 2: none up to half of it, one up to one and a half.
    let times = if size > 1.039_720_8 {
        towards_zero(PER_LN2 * x + half)
    } else {
        2.0 * half
    };
    let times = if size > 0.346_573_6 { times } else { 0.0 };
    let (high, low) = (x - times * LN2_HIGH, times * LN2_LOW);
    let rest = high - low;
    let square = rest * rest;
    let c = rest - square * (P[0] + square * P[1]);
    let y = 1.0 + (rest * c / (2.0 - c) - low + high);
    // The whole number stands in the last bits of its sum with `WHOLE`; moved up they are the
    // exponent of a power of two.
    let scaled = y * f32::from_bits(((times + WHOLE).to_bits() + 127) << 23);
    if size > 1.0 / 8_192.0 {
        scaled
    } else {
        1.0 + x
    }
}

/// 1.5 × 2²³: beside it there is no room for anything after the point.
const WHOLE: f32 = 12_582_912.0;

/// The whole part of a number below 2²² in size.
#[inline(always)]
fn towards_zero(x: f32) -> f32 {
    let nearest = (x + WHOLE) - WHOLE;
    let beyond = if nearest.abs() > x.abs() { 1.0 } else { 0.0 };
    if x < 0.0 {
        nearest + beyond
    } else {
        nearest - beyond
    }
}

/// The value below which a share `q` of the sorted numbers falls, interpolated linearly. Empty
/// input gives 0.
pub fn quantile_of_sorted(sorted: &[f64], q: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    let position = q.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (position - below as f64)
}

/// A money amount split into shares that add up to it to the penny (largest remainders first, ties
/// to the first).
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
        for (p, z) in [
            (0.5, 0.0),
            (0.975, 1.959_963_985),
            (0.05, -1.644_853_627),
            (0.001, -3.090_232_306),
        ] {
            assert!((normal_quantile(p) - z).abs() < 1e-8, "quantile({p})");
        }
    }

    #[test]
    fn quick_normals_are_normals_within_a_thousandth() {
        let table = Normals::default();
        let (mut before, step) = (f32::NEG_INFINITY, 9_973);
        for word in (0..=u32::MAX).step_by(step) {
            let quick = table.of(word);
            assert!((quick - normal_of(word)).abs() < 0.001, "{word}: {quick}");
            assert!(
                quick >= before - 1e-6,
                "{word}: falls from {before} to {quick}"
            );
            before = quick;
        }
    }

    #[test]
    fn exponentials_of_many_numbers_are_those_of_each() {
        let same = |numbers: &[f32]| {
            let mut all = numbers.to_vec();
            exp_all(&mut all);
            all.iter().zip(numbers).all(|(found, x)| {
                let expected = libm::expf(*x).to_bits();
                found.to_bits() == expected && exp_of(*x).to_bits() == expected
            })
        };
        // Every 997th number there is, and those around the places where the function changes its
        // ways.
        let every = (0..=u32::MAX)
            .step_by(997)
            .map(f32::from_bits)
            .filter(|x| !x.is_nan())
            .collect::<Vec<f32>>();
        assert!(same(&every));
        let edges = [
            0.0,
            1.0 / 8_192.0,
            0.346_573_6,
            1.039_720_8,
            79.999,
            80.0,
            88.7,
            f32::INFINITY,
        ];
        for edge in edges.into_iter().flat_map(|edge| [edge, -edge]) {
            let around: Vec<f32> = (0..64)
                .map(|k| f32::from_bits(edge.to_bits().saturating_sub(32) + k))
                .filter(|x| !x.is_nan())
                .collect();
            assert!(same(&around), "{edge}");
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
        fn apportioned_parts_add_up(
            total in -1_000_000_000_000_i64..1_000_000_000_000,
            weights in prop::collection::vec(-1.0..100.0_f64, 1..40),
        ) {
            let parts = apportion(total, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
        }

        #[test]
        fn logistic_is_a_share(x in -80.0_f32..80.0) {
            prop_assert!((0.0..=1.0).contains(&logistic(x)));
        }
    }
}
