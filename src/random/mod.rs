//! Luck: every draw is a pure function of (seed, replicate, entity, month, stream).
//!
//! A counter-based generator (Philox4x32-10: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3",
//! SC'11) turns that key into four words. Nothing is carried from one draw to the next, so neither the order of work, nor
//! the number of threads, nor what money buys can change anybody's luck. Knows no model: entities are 64-bit keys.

mod columns;

use rand::rand_core::{Infallible, TryRng};

const MULTIPLIER: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// Philox4x32-10: four words from a 128-bit counter and a 64-bit key.
#[inline(always)]
pub fn philox4x32(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for round in 0..10 {
        if round > 0 {
            key[0] = key[0].wrapping_add(WEYL[0]);
            key[1] = key[1].wrapping_add(WEYL[1]);
        }
        let a = u64::from(MULTIPLIER[0]) * u64::from(counter[0]);
        let b = u64::from(MULTIPLIER[1]) * u64::from(counter[2]);
        counter = [
            (b >> 32) as u32 ^ counter[1] ^ key[0],
            b as u32,
            (a >> 32) as u32 ^ counter[3] ^ key[1],
            a as u32,
        ];
    }
    counter
}

/// Who a draw is about: a key that names the same person, family, tie or thing in every world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// A key made from two, in that order: a child of a family, a newcomer to a home.
    #[inline]
    pub fn child(self, order: u64) -> Self {
        Self(mix(self.0 ^ mix(order.wrapping_add(0x9E37_79B9_7F4A_7C15))))
    }

    /// The key of a pair, the same whichever of the two is named first.
    #[inline]
    pub fn pair(self, other: Self) -> Self {
        let (low, high) = if self.0 < other.0 {
            (self.0, other.0)
        } else {
            (other.0, self.0)
        };
        Self(mix(low ^ mix(high)))
    }
}

/// A bijective scrambling of 64 bits (the finaliser of `SplitMix64`).
#[inline]
pub fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// What a draw decides. Numbers are never changed or used again: a new decision takes the next free one.
///
/// A stream gives four words for one entity in one month; the mechanism that owns it names the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Stream {
    /// Generating a place: who lives with whom.
    Population = 1,
    /// Generating a place: who knows whom.
    Network = 2,
    /// A person's lasting dispositions, drawn once.
    Traits = 3,
    /// Ageing, births, deaths.
    Demography = 4,
    /// Moves in and out.
    Moves = 5,
    /// Onsets of illness and disability.
    LifeEvents = 6,
    /// Changes of work, money, home and partnership.
    Circumstances = 7,
    /// Meeting support needs.
    Support = 8,
    /// Problems arising and being solved at home.
    Problems = 9,
    /// Problems brought to a service.
    Contacts = 10,
    /// Crises.
    Crisis = 11,
    /// End of life.
    EndOfLife = 12,
    /// Ties formed and lost.
    Ties = 13,
    /// Family strain, breaks, carers.
    Family = 14,
    /// Control.
    Control = 15,
    /// Momentary wellbeing.
    Wellbeing = 16,
    /// Communities and those who volunteer in them.
    Community = 17,
    /// Practice of services.
    Practice = 18,
    /// Approaches spreading, pilots living and ending.
    Spread = 19,
    /// Governance: the yearly round.
    Governance = 20,
    /// Which people a funded approach reaches.
    Reach = 21,
    /// Strength of a tie; drawn for a pair.
    TieStrength = 22,
    /// Routine primary care.
    PrimaryCare = 23,
}

/// All the luck of one replicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    key: [u32; 2],
}

impl Luck {
    /// The luck of a replicate of a scenario.
    pub fn new(seed: u64, replicate: u32) -> Self {
        let key = mix(seed ^ mix(u64::from(replicate).wrapping_add(0x5851_F42D_4C95_7F2D)));
        Self {
            key: [key as u32, (key >> 32) as u32],
        }
    }

    /// Four words for one entity, month and stream.
    #[inline]
    pub fn words(&self, entity: Key, month: u32, stream: Stream) -> [u32; 4] {
        self.block(entity, month, stream, 0)
    }

    #[inline]
    fn block(&self, entity: Key, month: u32, stream: Stream, block: u16) -> [u32; 4] {
        philox4x32(
            [
                entity.0 as u32,
                (entity.0 >> 32) as u32,
                month,
                (stream as u32) << 16 | u32::from(block),
            ],
            self.key,
        )
    }

    /// Four numbers in [0, 1) for one entity, month and stream.
    #[inline]
    pub fn uniforms(&self, entity: Key, month: u32, stream: Stream) -> [f32; 4] {
        self.words(entity, month, stream).map(uniform)
    }

    /// Numbers of a generator without those before: block 1 are the first four that [`Luck::draws`] gives, block 2 the next.
    #[inline]
    pub fn later_uniforms(&self, entity: Key, month: u32, stream: Stream, block: u16) -> [f32; 4] {
        self.block(entity, month, stream, block).map(uniform)
    }

    /// A generator for decisions that need more than four words.
    pub fn draws(&self, entity: Key, month: u32, stream: Stream) -> Draws {
        Draws {
            luck: *self,
            entity,
            month,
            stream,
            block: 0,
            words: [0; 4],
            used: 4,
        }
    }
}

/// A word as a number in [0, 1), with 24 bits so that `f32` holds it exactly.
#[inline]
pub fn uniform(word: u32) -> f32 {
    (word >> 8) as f32 * (1.0 / 16_777_216.0)
}

/// A sequence of words for one (entity, month, stream), usable wherever `rand` wants a generator.
#[derive(Clone, Debug)]
pub struct Draws {
    luck: Luck,
    entity: Key,
    month: u32,
    stream: Stream,
    block: u16,
    words: [u32; 4],
    used: u8,
}

impl Draws {
    /// The next word. After 262,140 words the sequence repeats, far beyond what one decision takes.
    #[inline]
    pub fn word(&mut self) -> u32 {
        if self.used == 4 {
            // Block 0 is what `Luck::words` gives: a generator starts after it, so the two never share a word.
            self.block = self.block.wrapping_add(1).max(1);
            self.words = self
                .luck
                .block(self.entity, self.month, self.stream, self.block);
            self.used = 0;
        }
        let word = self.words[self.used as usize];
        self.used += 1;
        word
    }

    /// The next number in [0, 1).
    #[inline]
    pub fn uniform(&mut self) -> f32 {
        uniform(self.word())
    }

    /// The next whole number below `bound` (which must be above 0).
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(self.word()) * u64::from(bound)) >> 32) as u32
    }

    /// The next standard normal number.
    pub fn normal(&mut self) -> f32 {
        crate::numeric::normal_of(self.word())
    }
}

impl TryRng for Draws {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.word())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from(self.word()) | u64::from(self.word()) << 32)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(4) {
            chunk.copy_from_slice(&self.word().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::RngExt;

    /// Known answers of the reference implementation (Random123, file `kat_vectors`).
    #[test]
    fn philox_matches_the_known_answers() {
        assert_eq!(
            philox4x32([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            philox4x32([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox4x32(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn draws_depend_on_every_part_of_the_key() {
        let words = |seed, replicate, entity, month, stream| {
            Luck::new(seed, replicate).words(Key(entity), month, stream)
        };
        let base = words(1, 0, 7, 3, Stream::Ties);
        assert_eq!(base, words(1, 0, 7, 3, Stream::Ties));
        for other in [
            words(2, 0, 7, 3, Stream::Ties),
            words(1, 1, 7, 3, Stream::Ties),
            words(1, 0, 8, 3, Stream::Ties),
            words(1, 0, 7, 4, Stream::Ties),
            words(1, 0, 7, 3, Stream::Crisis),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn later_numbers_are_those_of_a_generator() {
        let luck = Luck::new(2, 1);
        let mut draws = luck.draws(Key(8), 5, Stream::Problems);
        for block in 1..4 {
            let numbers = luck.later_uniforms(Key(8), 5, Stream::Problems, block);
            assert_eq!(
                numbers,
                [
                    draws.uniform(),
                    draws.uniform(),
                    draws.uniform(),
                    draws.uniform()
                ]
            );
        }
    }

    #[test]
    fn a_pair_is_the_same_from_either_side() {
        assert_eq!(Key(3).pair(Key(9)), Key(9).pair(Key(3)));
        assert_ne!(Key(3).pair(Key(9)), Key(3).pair(Key(8)));
        assert_ne!(Key(3).child(0), Key(3).child(1));
    }

    #[test]
    fn uniforms_are_uniform_enough() {
        let mut draws = Luck::new(5, 0).draws(Key(1), 0, Stream::Population);
        let mean = (0..100_000)
            .map(|_| f64::from(draws.uniform()))
            .sum::<f64>()
            / 100_000.0;
        assert!((mean - 0.5).abs() < 0.005, "mean {mean}");
    }

    #[test]
    fn normals_have_mean_zero_and_spread_one() {
        let mut draws = Luck::new(6, 0).draws(Key(1), 0, Stream::Population);
        let values: Vec<f64> = (0..100_000).map(|_| f64::from(draws.normal())).collect();
        let mean = values.iter().sum::<f64>() / 1e5;
        let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / 1e5;
        assert!(
            mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03,
            "mean {mean}, variance {variance}"
        );
    }

    #[test]
    fn it_works_behind_rands_traits() {
        let mut draws = Luck::new(5, 0).draws(Key(1), 0, Stream::Population);
        let die: u32 = draws.random_range(1..=6);
        assert!((1..=6).contains(&die));
    }
}
