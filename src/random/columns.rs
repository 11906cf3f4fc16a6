//! Luck in columns: the draws of everybody at once, which a processor works out several at a time. The same draws as one by
//! one, in half the time. Knows no model.

use super::{Key, Luck, Stream, philox4x32, uniform};

/// How many draws are worked out before they are put away: few enough to stay in the processor's nearest memory.
const BATCH: usize = 256;

impl Luck {
    /// The first `N` uniforms of every key: `columns[k][i]` is `uniforms(keys[i], month, stream)[k]`.
    pub fn columns<const N: usize>(
        &self,
        keys: &[Key],
        month: u32,
        stream: Stream,
    ) -> [Vec<f32>; N] {
        self.columns_of(keys, month, stream, uniform)
    }

    /// The first `N` words of every key: `columns[k][i]` is `words(keys[i], month, stream)[k]`.
    pub fn word_columns<const N: usize>(
        &self,
        keys: &[Key],
        month: u32,
        stream: Stream,
    ) -> [Vec<u32>; N] {
        self.columns_of(keys, month, stream, |word| word)
    }

    fn columns_of<const N: usize, T>(
        &self,
        keys: &[Key],
        month: u32,
        stream: Stream,
        draw: impl Fn(u32) -> T,
    ) -> [Vec<T>; N] {
        const { assert!(N <= 4, "a block has four words") };
        let mut columns = std::array::from_fn(|_| Vec::with_capacity(keys.len()));
        for keys in keys.chunks(BATCH) {
            let words = self.batch::<N>(keys, month, stream);
            for (column, words) in columns.iter_mut().zip(&words) {
                column.extend(words[..keys.len()].iter().map(|word| draw(*word)));
            }
        }
        columns
    }

    /// One plain loop with the whole of the generator inside: the form that compilers turn into vectors.
    #[inline]
    fn batch<const N: usize>(&self, keys: &[Key], month: u32, stream: Stream) -> [[u32; BATCH]; N] {
        let mut batch = [[0; BATCH]; N];
        let stream = (stream as u32) << 16;
        for (i, key) in keys.iter().enumerate().take(BATCH) {
            let words = philox4x32(
                [key.0 as u32, (key.0 >> 32) as u32, month, stream],
                self.key,
            );
            for (lane, word) in batch.iter_mut().zip(words) {
                lane[i] = word;
            }
        }
        batch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_in_columns_is_the_luck_of_each() {
        let luck = Luck::new(3, 4);
        for count in [0, 1, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH + 5] {
            let keys: Vec<Key> = (0..count as u64)
                .map(|order| Key(order).child(order))
                .collect();
            let [first] = luck.columns(&keys, 17, Stream::Crisis);
            let all: [Vec<f32>; 4] = luck.columns(&keys, 17, Stream::Crisis);
            let [words] = luck.word_columns(&keys, 17, Stream::Crisis);
            assert_eq!(first, all[0]);
            assert_eq!(first, words.into_iter().map(uniform).collect::<Vec<f32>>());
            for (i, key) in keys.iter().enumerate() {
                assert_eq!(
                    all.each_ref().map(|column| column[i]),
                    luck.uniforms(*key, 17, Stream::Crisis)
                );
            }
            assert!(all.iter().all(|column| column.len() == count));
        }
    }
}
