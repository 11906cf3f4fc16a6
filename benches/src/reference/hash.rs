//! The hash from which the reference world is made. Every implementation has the same, so that the
//! world is exact.

/// Scrambles a word.
#[inline]
pub fn mix(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x21F0_AAAD);
    x ^= x >> 15;
    x = x.wrapping_mul(0x735A_2D97);
    x ^ (x >> 15)
}

/// The word of a seed, a stream and two numbers.
#[inline]
pub fn word(seed: u32, stream: u32, a: u32, b: u32) -> u32 {
    mix(
        mix(mix(seed ^ stream.wrapping_mul(0x9E37_79B9)).wrapping_add(a))
            .wrapping_add(b.wrapping_mul(0x85EB_CA6B)),
    )
}

/// A word as a number in [0, 1) with 24 bits.
#[inline]
pub fn uniform(word: u32) -> f64 {
    f64::from(word >> 8) / 16_777_216.0
}

/// A word as a whole number below `bound`.
#[inline]
pub fn below(word: u32, bound: u32) -> u32 {
    ((u64::from(word) * u64::from(bound)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known answers computed by a program of its own, in Python.
    #[test]
    fn words_are_those_that_others_compute() {
        assert_eq!(
            [0, 1, 12_345, 0xDEAD_BEEF].map(mix),
            [0, 0x86D2_FA73, 0x869D_AE96, 0x2A2A_CAF2]
        );
        assert_eq!(word(1, 1, 0, 0), 0x09E7_DEBE);
        assert_eq!(word(1, 3, 499, 4), 0xF2AB_567C);
        assert_eq!(word(42, 5, 9_999, 3), 0x7C68_BDF1);
        assert_eq!(word(20_211_121, 4, 7, 2), 0xA03B_836F);
        assert_eq!(uniform(word(1, 1, 0, 0)), 0.038_694_262_504_577_64);
        assert_eq!(below(word(1, 2, 250, 0), 251), 65);
    }
}
