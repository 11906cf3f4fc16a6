//! The keyed draws of a row of people whose keys follow one another, several people at once.
//!
//! Gives the very words of [`kith::random::Luck::words`] (a test holds that), in a shape that the compiler turns into vector
//! instructions: Philox over lanes instead of Philox for one.

use kith::random::{Stream, mix};

/// People at once.
const LANES: usize = 16;
const MULTIPLIER: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// How long a column must be to take the words of so many people: whole lanes.
pub fn room(people: usize) -> usize {
    people.next_multiple_of(LANES)
}

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

    /// The first words of `first`, `first + 1`, …, `count` of them, in a month and stream: a column for each word that is
    /// wanted, at least [`room`] long.
    pub fn words<const W: usize>(self, first: u32, count: usize, month: u32, stream: Stream, into: &mut [Vec<u32>; W]) {
        const { assert!(W <= 4, "a block has four words") };
        for start in (0..count).step_by(LANES) {
            let words = self.lanes(first.wrapping_add(start as u32), month, stream);
            for (column, words) in into.iter_mut().zip(&words) {
                column[start..start + LANES].copy_from_slice(words);
            }
        }
    }

    #[inline]
    fn lanes(self, first: u32, month: u32, stream: Stream) -> [[u32; LANES]; 4] {
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
        for count in [1, 15, 16, 17, 500] {
            let mut columns: [Vec<u32>; 4] = std::array::from_fn(|_| vec![0; room(count)]);
            rows.words(1_000, count, 13, Stream::Ties, &mut columns);
            for i in 0..count {
                let words = luck.words(Key(1_000 + i as u64), 13, Stream::Ties);
                assert_eq!(columns.each_ref().map(|column| column[i]), words, "person {i} of {count}");
            }
        }
    }
}
