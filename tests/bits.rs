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
    ("exp", 0x4b97_62e7_bd7b_e3f3),
    ("ln", 0xa212_c58d_48fb_a1c4),
    ("pow", 0x2c44_1c8f_5806_2e88),
    ("sin", 0x73fb_d0f9_ab55_9961),
    ("cos", 0x3e76_9ad3_8e76_cbaf),
    ("logistic", 0xe9e1_4604_b7ef_29c1),
    ("normal_quantile", 0x4305_9ad6_974f_b7b1),
    ("monthly", 0x180f_f633_88cb_2537),
    ("half_life", 0xa445_ad77_6c35_d2f4),
    ("uniform", 0x8de1_5ab4_6a4d_0815),
    ("normal", 0xeb9b_0a3c_7731_a312),
    ("below", 0x771e_43a9_5372_ab69),
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
