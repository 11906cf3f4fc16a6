//! The reference world: neighbourhoods, households, friends and how everybody starts. A function of
//! size and seed alone.

use super::hash::{below, uniform, word};

/// Ties that each person offers to others on the ring of the neighbourhood.
const OFFERS: u32 = 4;
/// Of households, up to which share of the draw they have one person, two, three, four, five; else
/// six.
const SIZES: [f64; 5] = [0.29, 0.63, 0.78, 0.92, 0.98];

/// A world as made, before anything happens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// What it was made from.
    pub seed: u32,
    /// First person of each neighbourhood, and at the end how many people there are.
    pub neighbourhoods: Vec<u32>,
    /// First person of each household, and at the end how many people there are.
    pub households: Vec<u32>,
    /// Where each person's friends begin in `friends`, and at the end how many entries there are.
    pub rows: Vec<u32>,
    /// Friends, person by person, in ascending order.
    pub friends: Vec<u32>,
    /// Wellbeing.
    pub wellbeing: Vec<f32>,
    /// Connection.
    pub connection: Vec<f32>,
    /// Control.
    pub control: Vec<f32>,
    /// Need.
    pub need: Vec<f32>,
}

impl World {
    /// Makes the world of `people` (1 or more) from a seed.
    pub fn new(people: u32, seed: u32) -> Self {
        let count = ((f64::from(people) / 500.0).round() as u32).max(1);
        let edge = |b: u32| (u64::from(b) * u64::from(people) / u64::from(count)) as u32;
        let neighbourhoods: Vec<u32> = (0..=count).map(edge).collect();
        let mut households = Vec::new();
        let mut ties = Vec::with_capacity(people as usize * 2 * OFFERS as usize);
        for around in neighbourhoods.windows(2) {
            settle(seed, around[0], around[1], &mut households);
            befriend(seed, around[0], around[1], people, &mut ties);
        }
        households.push(people);
        let (rows, friends) = both_ways(people, ties);
        let start = |which: u32, least: f64, spread: f64| -> Vec<f32> {
            (0..people)
                .map(|i| (least + spread * uniform(word(seed, 5, i, which))) as f32)
                .collect()
        };
        Self {
            seed,
            neighbourhoods,
            households,
            rows,
            friends,
            wellbeing: start(0, 0.4, 0.4),
            connection: start(1, 0.3, 0.4),
            control: start(2, 0.3, 0.4),
            need: start(3, 0.0, 0.5),
        }
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.wellbeing.len()
    }

    /// Friends of a person.
    pub fn friends_of(&self, person: usize) -> &[u32] {
        &self.friends[self.rows[person] as usize..self.rows[person + 1] as usize]
    }

    /// How many people a month the service of each neighbourhood can see.
    pub fn capacities(&self) -> Vec<u32> {
        self.neighbourhoods
            .windows(2)
            .map(|around| (super::CAPACITY * f64::from(around[1] - around[0])).ceil() as u32)
            .collect()
    }
}

/// Divides a neighbourhood into households; the last is cut at its end.
fn settle(seed: u32, start: u32, end: u32, households: &mut Vec<u32>) {
    let mut at = start;
    while at < end {
        households.push(at);
        let drawn = uniform(word(seed, 1, at, 0));
        at = (at + 1 + SIZES.iter().filter(|share| drawn >= **share).count() as u32).min(end);
    }
}

/// Ties people on a ring in random order, some of them to somebody else here or anywhere.
fn befriend(seed: u32, start: u32, end: u32, people: u32, ties: &mut Vec<(u32, u32)>) {
    let length = end - start;
    let mut ring: Vec<u32> = (start..end).collect();
    for j in (1..length).rev() {
        ring.swap(
            j as usize,
            below(word(seed, 2, start + j, 0), j + 1) as usize,
        );
    }
    for j in 0..length {
        let from = ring[j as usize];
        for offer in 1..=OFFERS {
            let drawn = uniform(word(seed, 3, from, offer));
            let to = if drawn < 0.10 {
                below(word(seed, 4, from, offer), people)
            } else if drawn < 0.20 {
                start + below(word(seed, 4, from, offer), length)
            } else {
                ring[((j + offer) % length) as usize]
            };
            if from != to {
                ties.push((from.min(to), from.max(to)));
            }
        }
    }
}

/// Ties as rows of friends, each tie in both rows and once.
fn both_ways(people: u32, mut ties: Vec<(u32, u32)>) -> (Vec<u32>, Vec<u32>) {
    ties.sort_unstable();
    ties.dedup();
    let mut rows = vec![0; people as usize + 1];
    for (low, high) in &ties {
        rows[*low as usize + 1] += 1;
        rows[*high as usize + 1] += 1;
    }
    for i in 1..rows.len() {
        rows[i] += rows[i - 1];
    }
    let mut friends = vec![0; ties.len() * 2];
    let mut next = rows.clone();
    let mut put = |from: u32, to: u32| {
        let at = &mut next[from as usize];
        friends[*at as usize] = to;
        *at += 1;
    };
    // Sorted by the lower of the two: each row gets its lower friends first, in order, and then its
    // higher ones.
    for (low, high) in &ties {
        put(*high, *low);
    }
    for (low, high) in &ties {
        put(*low, *high);
    }
    (rows, friends)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FNV-1a, 64 bits, over neighbourhoods, households and rows of friends as little-endian words.
    fn digest(world: &World) -> u64 {
        let words = world
            .neighbourhoods
            .iter()
            .chain(&world.households)
            .chain(&world.friends);
        words
            .flat_map(|word| word.to_le_bytes())
            .fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
            })
    }

    /// Households, entries and digests computed by a program of its own, in Python.
    #[test]
    fn worlds_are_those_that_others_make() {
        for (people, seed, households, entries, wanted) in [
            (1_000, 1, 440, 7_980, 0x9EB6_1F90_7999_503D),
            (10_000, 1, 4_204, 79_876, 0xAE81_7774_7D76_DB4E),
            (10_000, 42, 4_162, 79_892, 0xBECD_CA1F_A442_C8F8),
            (1_234, 7, 510, 9_848, 0x2606_1DF3_A1D6_0FA5),
        ] {
            let world = World::new(people, seed);
            assert_eq!(
                (world.households.len() - 1, world.friends.len()),
                (households, entries),
                "{people} {seed}"
            );
            assert_eq!(digest(&world), wanted, "{people} {seed}");
        }
    }

    #[test]
    fn people_start_as_others_make_them() {
        let world = World::new(1_000, 1);
        let last = [
            world.wellbeing[999],
            world.connection[999],
            world.control[999],
            world.need[999],
        ];
        assert_eq!(
            last,
            [
                0.540_965_032_577_514_7_f64,
                0.511_962_985_992_431_6,
                0.584_346_365_928_649_9,
                0.005_870_372_056_960_7
            ]
            .map(|x| x as f32)
        );
    }

    #[test]
    fn ties_and_homes_are_as_many_as_the_page_says() {
        let world = World::new(50_000, 3);
        let degree = world.friends.len() as f64 / 50_000.0;
        assert!((degree - 7.99).abs() < 0.005, "mean degree {degree}");
        let size = 50_000.0 / (world.households.len() - 1) as f64;
        assert!((size - 2.40).abs() < 0.03, "mean household {size}");
        assert_eq!(world.capacities(), vec![8; 100]);
    }

    #[test]
    fn the_smallest_worlds_stand() {
        for people in 1..8 {
            let world = World::new(people, 1);
            assert_eq!(world.people(), people as usize);
            assert!((0..people).all(|i| {
                world
                    .friends_of(i as usize)
                    .iter()
                    .all(|friend| *friend < people && *friend != i)
            }));
        }
    }
}
