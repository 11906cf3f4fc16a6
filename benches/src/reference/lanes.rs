//! The keyed draws of a row of people whose keys follow one another, several people at once.
//!
//! Gives the very words of [`kith::random::Luck::words`] (a test holds that), in a shape that the compiler turns into vector
//! instructions: Philox over lanes instead of Philox for one.

use kith::random::{Stream, mix};

/// People at once.
const LANES: usize = 16;
const MULTIPLIER: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// The luck of a replicate, for rows.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    key: [u32; 2],
}

impl Rows {
    /// The luck that [`kith::random::Luck::new`] gives of the same seed and replicate.
    pub fn new(seed: u64, replicate: u32) -> Self {
        let key = mix(seed ^ mix(u64::from(replicate).wrapping_add(0x5851_F42D_4C95_7F2D)));
        Self { key: [key as u32, (key >> 32) as u32] }
    }

    /// The first two words of `first`, `first + 1`, … in a month and stream.
    pub fn two_words(&self, first: u32, month: u32, stream: Stream, one: &mut [u32], two: &mut [u32]) {
        let mut at = first;
        for (one, two) in one.chunks_mut(LANES).zip(two.chunks_mut(LANES)) {
            let words = self.lanes(at, month, stream);
            one.copy_from_slice(&words[0][..one.len()]);
            two.copy_from_slice(&words[1][..two.len()]);
            at = at.wrapping_add(LANES as u32);
        }
    }

    #[inline]
    fn lanes(&self, first: u32, month: u32, stream: Stream) -> [[u32; LANES]; 4] {
        let mut x: [u32; LANES] = std::array::from_fn(|lane| first.wrapping_add(lane as u32));
        let mut y = [0; LANES];
        let mut z = [month; LANES];
        let mut w = [(stream as u32) << 16; LANES];
        let mut key = self.key;
        for _ in 0..10 {
            for lane in 0..LANES {
                let a = u64::from(MULTIPLIER[0]) * u64::from(x[lane]);
                let b = u64::from(MULTIPLIER[1]) * u64::from(z[lane]);
                x[lane] = (b >> 32) as u32 ^ y[lane] ^ key[0];
                y[lane] = b as u32;
                z[lane] = (a >> 32) as u32 ^ w[lane] ^ key[1];
                w[lane] = a as u32;
            }
            key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
        }
        [x, y, z, w]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kith::random::{Key, Luck};

    #[test]
    fn rows_have_the_words_that_each_person_has_alone() {
        let (rows, luck) = (Rows::new(77, 5), Luck::new(77, 5));
        for count in [1, 7, 8, 9, 500] {
            let (mut one, mut two) = (vec![0; count], vec![0; count]);
            rows.two_words(1_000, 13, Stream::Ties, &mut one, &mut two);
            for i in 0..count {
                let words = luck.words(Key(1_000 + i as u64), 13, Stream::Ties);
                assert_eq!([one[i], two[i]], words[..2], "person {i} of {count}");
            }
        }
    }
}
