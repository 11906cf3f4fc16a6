//! Numbers whose bits must be the same on every machine: how they are computed, and what came out
//! natively (`x86_64` Linux).
//!
//! `tests/it/main.rs` checks them natively and `tests/web.rs` in a browser. They change only with
//! `numeric`, `units` or `random`, and then every result changes: say so in the changelog.

use kith::numeric;
use kith::random::{Draws, Key, Luck, Stream, mix};
use kith::units::{AnnualRate, monthly_share_of_half_life};

/// A name, and a digest of the bits of many values.
pub type Row = (&'static str, u64);

/// What the same rows were when they were computed natively.
pub const EXPECTED: [Row; 12] = [
    ("exp", 0x6cf8_42c0_889f_1e31),
    ("ln", 0x84a3_b0e6_7e61_d468),
    ("pow", 0x02d3_fd8b_3cf8_3bbe),
    ("sin", 0x1a46_8e6a_7a5b_5e07),
    ("cos", 0xad51_a771_8d97_b543),
    ("logistic", 0x5334_b00f_6a88_3d86),
    ("normal_quantile", 0x7586_d435_6b30_7aca),
    ("monthly", 0x51c1_d6bb_6b8d_31d9),
    ("half_life", 0x7c3d_769c_eec3_d630),
    ("uniform", 0x2e31_6ab8_4879_1074),
    ("normal", 0xf882_a07d_57ad_8718),
    ("below", 0xcb13_0057_46f0_fe2e),
];

/// How many values go into each digest.
const VALUES: u32 = 4_096;

/// Digests of the bits of every function that results rest on.
pub fn computed() -> Vec<Row> {
    vec![
        (
            "exp",
            digest(|draws| numeric::exp(between(draws, -40.0, 40.0)).to_bits()),
        ),
        (
            "ln",
            digest(|draws| numeric::ln(between(draws, 1e-9, 1e6)).to_bits()),
        ),
        (
            "pow",
            digest(|draws| {
                numeric::pow(between(draws, 0.0, 50.0), between(draws, -3.0, 3.0)).to_bits()
            }),
        ),
        (
            "sin",
            digest(|draws| numeric::sin(between(draws, -100.0, 100.0)).to_bits()),
        ),
        (
            "cos",
            digest(|draws| numeric::cos(between(draws, -100.0, 100.0)).to_bits()),
        ),
        (
            "logistic",
            digest(|draws| {
                u64::from(numeric::logistic(between(draws, -20.0, 20.0) as f32).to_bits())
            }),
        ),
        (
            "normal_quantile",
            digest(|draws| numeric::normal_quantile(between(draws, 1e-6, 1.0 - 1e-6)).to_bits()),
        ),
        (
            "monthly",
            digest(|draws| {
                u64::from(
                    AnnualRate(between(draws, 0.0, 30.0) as f32)
                        .monthly()
                        .0
                        .to_bits(),
                )
            }),
        ),
        (
            "half_life",
            digest(|draws| {
                u64::from(monthly_share_of_half_life(between(draws, 0.1, 120.0) as f32).to_bits())
            }),
        ),
        (
            "uniform",
            digest(|draws| u64::from(draws.uniform().to_bits())),
        ),
        (
            "normal",
            digest(|draws| u64::from(draws.normal().to_bits())),
        ),
        ("below", digest(|draws| u64::from(draws.below(1_000_003)))),
    ]
}

fn digest(mut value: impl FnMut(&mut Draws) -> u64) -> u64 {
    let mut draws = Luck::new(2_026, 3).draws(Key(11), 5, Stream::Traits);
    (0..VALUES).fold(0, |sum, _| mix(sum ^ value(&mut draws)))
}

fn between(draws: &mut Draws, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(draws.uniform())
}
