//! Luck: every draw is a pure function of (seed, replicate, entity, month, stream).
//!
//! Seed, replicate, month and stream make a salt; entity and salt are scrambled together into words by the finaliser of
//! `SplitMix64` (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), a bijection of 64 bits
//! of which every bit of the output depends on every bit of the input. Nothing is carried from one draw to the next, so
//! neither the order of work, nor the number of threads, nor what money buys can change anybody's luck. How it is tested
//! stands in `quality`. Knows no model: entities are 64-bit keys.

#[cfg(test)]
mod quality;

use rand::rand_core::{Infallible, TryRng};

/// The golden ratio as a fraction of 2⁶⁴: how far apart the numbers are that are scrambled one after another.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// Who a draw is about: a key that names the same person, family, tie or thing in every world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// A key made from two, in that order: a child of a family, a newcomer to a home.
    #[inline]
    pub fn child(self, order: u64) -> Self {
        Self(mix(self.0 ^ mix(order.wrapping_add(GAMMA))))
    }

    /// The key of a pair, the same whichever of the two is named first. Keys are scrambled already, so that their sum is as
    /// good a key as they are.
    #[inline]
    pub fn pair(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
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
    key: u64,
}

/// The luck of one month and stream: what is common to everybody's draws, worked out once.
#[derive(Clone, Copy, Debug)]
pub struct MonthLuck(u64);

impl MonthLuck {
    /// Two words of an entity's sequence in one number: the first in the lower half.
    #[inline(always)]
    pub fn both(self, entity: Key, nth: u64) -> u64 {
        mix((entity.0 ^ self.0).wrapping_add(nth.wrapping_mul(GAMMA)))
    }

    /// Two words of an entity's sequence.
    #[inline(always)]
    fn pair(self, entity: Key, nth: u64) -> [u32; 2] {
        let both = self.both(entity, nth);
        [both as u32, (both >> 32) as u32]
    }

    /// A block of four words of an entity's sequence; block 0 are the [`MonthLuck::words`].
    #[inline(always)]
    pub fn block(self, entity: Key, block: u64) -> [u32; 4] {
        let ([a, b], [c, d]) = (
            self.pair(entity, 2 * block),
            self.pair(entity, 2 * block + 1),
        );
        [a, b, c, d]
    }

    /// Four words for one entity. Those that are not used cost nothing; the first two are had together.
    #[inline(always)]
    pub fn words(self, entity: Key) -> [u32; 4] {
        self.block(entity, 0)
    }

    /// Four numbers in [0, 1) for one entity.
    #[inline(always)]
    pub fn uniforms(self, entity: Key) -> [f32; 4] {
        self.words(entity).map(uniform)
    }

    /// The first of them.
    #[inline(always)]
    pub fn uniform(self, entity: Key) -> f32 {
        uniform(self.words(entity)[0])
    }

    /// A generator for decisions that need more than four words: it goes on after them, so that the two never share a word.
    #[inline]
    pub fn draws(self, entity: Key) -> Draws {
        Draws {
            luck: self,
            entity,
            pair: 1,
            words: [0; 2],
            used: 2,
        }
    }
}

impl Luck {
    /// The luck of a replicate of a scenario.
    pub fn new(seed: u64, replicate: u32) -> Self {
        Self {
            key: mix(seed ^ mix(u64::from(replicate).wrapping_add(0x5851_F42D_4C95_7F2D))),
        }
    }

    /// The luck of everybody in one month and stream.
    #[inline]
    pub fn of(&self, month: u32, stream: Stream) -> MonthLuck {
        let which = u64::from(month) << 16 | stream as u64;
        MonthLuck(mix(self.key ^ mix(which.wrapping_add(GAMMA))))
    }

    /// Four words for one entity, month and stream.
    #[inline]
    pub fn words(&self, entity: Key, month: u32, stream: Stream) -> [u32; 4] {
        self.of(month, stream).words(entity)
    }

    /// Four numbers in [0, 1) for one entity, month and stream.
    #[inline]
    pub fn uniforms(&self, entity: Key, month: u32, stream: Stream) -> [f32; 4] {
        self.of(month, stream).uniforms(entity)
    }

    /// A generator for decisions that need more than four words.
    pub fn draws(&self, entity: Key, month: u32, stream: Stream) -> Draws {
        self.of(month, stream).draws(entity)
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
    luck: MonthLuck,
    entity: Key,
    pair: u64,
    words: [u32; 2],
    used: u8,
}

impl Draws {
    /// The next word.
    #[inline]
    pub fn word(&mut self) -> u32 {
        if self.used == 2 {
            self.pair += 1;
            self.words = self.luck.pair(self.entity, self.pair);
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

    /// Known answers of the reference implementation (Vigna's `splitmix64.c`, seeds 0 and 1234567).
    #[test]
    fn the_scrambling_matches_the_known_answers() {
        let first = |seed: u64| mix(seed.wrapping_add(GAMMA));
        assert_eq!(first(0), 0xE220_A839_7B1D_CDAF);
        assert_eq!(first(1_234_567), 6_457_827_717_110_365_317);
        assert_eq!(
            mix(1_234_567_u64.wrapping_add(GAMMA.wrapping_mul(2))),
            3_203_168_211_198_807_973
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
            let words = luck.of(5, Stream::Problems).block(Key(8), block);
            let numbers = words.map(uniform);
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
