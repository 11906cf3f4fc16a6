//! Whether luck is luck: over the months of a person, over people of a month, across streams and replicates, and bit by bit.
//! Long sequences in the same orders were also given to a battery of tests (`docs/performance.md`); these run each time.

use super::{Key, Luck, Stream, mix};

const STREAMS: [Stream; 4] = [
    Stream::Demography,
    Stream::Ties,
    Stream::Wellbeing,
    Stream::PrimaryCare,
];

/// How a draw is reached: which of the four words, for whom, when, of what.
type Order = fn(u32) -> (u32, u64, u32, Stream);

/// Neighbouring draws: of one person's months, of a month's people (with keys as they are made and with plain numbers), of
/// streams, of replicates. Draw `k` and draw `k + 1` must know nothing of each other.
const ORDERS: [(&str, Order); 5] = [
    ("months of a person", |k| (0, 77, k, Stream::Ties)),
    ("people of a month", |k| {
        (0, mix(u64::from(k)), 5, Stream::Ties)
    }),
    ("people with plain keys", |k| {
        (0, u64::from(k), 5, Stream::Crisis)
    }),
    ("streams of people", |k| {
        (0, u64::from(k / 4), 9, STREAMS[k as usize % 4])
    }),
    ("replicates of a person", |k| (k, 3, 2, Stream::Family)),
];

fn words(order: Order, k: u32) -> [u32; 4] {
    let (replicate, entity, month, stream) = order(k);
    Luck::new(4, replicate).words(Key(entity), month, stream)
}

/// How far counts lie from the same number in each cell, in standard deviations of what chance gives.
fn deviation(counts: &[u32]) -> f64 {
    let cells = counts.len() as f64;
    let each = counts.iter().map(|count| f64::from(*count)).sum::<f64>() / cells;
    let square = |count: &u32| {
        let off = f64::from(*count) - each;
        off * off / each
    };
    let square: f64 = counts.iter().map(square).sum();
    (square - (cells - 1.0)) / (2.0 * (cells - 1.0)).sqrt()
}

#[test]
fn every_word_falls_everywhere_alike_and_knows_nothing_of_the_next() {
    for (name, order) in ORDERS {
        for word in 0..4 {
            let mut single = vec![0; 1 << 12];
            let mut pairs = vec![0; 1 << 12];
            let mut before = 0;
            for k in 0..1 << 18 {
                let now = words(order, k)[word];
                single[(now >> 20) as usize] += 1;
                pairs[(before >> 26 << 6 | now >> 26) as usize] += 1;
                before = now;
            }
            for (what, counts) in [("values", single), ("neighbours", pairs)] {
                let off = deviation(&counts);
                assert!(off.abs() < 5.0, "{name}, word {word}, {what}: {off}");
            }
        }
    }
}

#[test]
fn the_words_of_a_draw_know_nothing_of_each_other() {
    for (name, order) in ORDERS {
        for (a, b) in [(0, 1), (0, 2), (1, 2), (2, 3), (0, 3), (1, 3)] {
            let mut pairs = vec![0; 1 << 12];
            for k in 0..1 << 18 {
                let drawn = words(order, k);
                pairs[(drawn[a] >> 26 << 6 | drawn[b] >> 26) as usize] += 1;
            }
            let off = deviation(&pairs);
            assert!(off.abs() < 5.0, "{name}, words {a} and {b}: {off}");
        }
    }
}

#[test]
fn every_bit_of_who_and_when_turns_half_of_the_bits() {
    let draws = 1 << 12;
    let turned = |change: &dyn Fn(u64, u32) -> (u64, u32)| {
        let mut counts = [0_u32; 128];
        for k in 0..draws {
            let (entity, month) = (mix(u64::from(k)), k);
            let (other, later) = change(entity, month);
            let luck = Luck::new(9, 1);
            let one = luck.words(Key(entity), month, Stream::Crisis);
            let two = luck.words(Key(other), later, Stream::Crisis);
            for (bit, count) in counts.iter_mut().enumerate() {
                *count += (one[bit / 32] ^ two[bit / 32]) >> (bit % 32) & 1;
            }
        }
        counts.map(|count| f64::from(count) / f64::from(draws))
    };
    for bit in 0..64 {
        for share in turned(&|entity, month| (entity ^ 1 << bit, month)) {
            assert!((share - 0.5).abs() < 0.05, "bit {bit} of the key: {share}");
        }
    }
    for bit in 0..16 {
        for share in turned(&|entity, month| (entity, month ^ 1 << bit)) {
            assert!(
                (share - 0.5).abs() < 0.05,
                "bit {bit} of the month: {share}"
            );
        }
    }
}

/// Chances of a month are small: that the draws below them come as often as they should, alone and twice running.
#[test]
fn rare_draws_are_as_rare_as_they_should_be() {
    for (name, order) in ORDERS {
        let (mut once, mut twice, mut before) = (0_u32, 0_u32, false);
        let draws = 1 << 20;
        for k in 0..draws {
            let now = words(order, k)[0] < u32::MAX / 100;
            once += u32::from(now);
            twice += u32::from(now && before);
            before = now;
        }
        let near = |found: u32, chance: f64| {
            let expected = f64::from(draws) * chance;
            (f64::from(found) - expected).abs() < 5.0 * expected.sqrt()
        };
        assert!(near(once, 0.01), "{name}: {once}");
        assert!(near(twice, 0.000_1), "{name}: {twice} twice running");
    }
}
