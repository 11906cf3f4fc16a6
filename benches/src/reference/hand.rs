//! The reference workload as one loop written by hand: what speed alone asks for. Uses nothing of Kith.

use super::graph::{Graph, MOST_FRIENDS};
use super::hash::below;
use super::queues::Queues;
use super::world::World;
use super::{DECAY, DRIFT, FORM, FRIEND_OF_FRIEND, Model, NEED_ASK, Record, SHOCK, SHOCK_MAX};

/// Months of everybody, one after another.
pub struct Hand<G> {
    graph: G,
    neighbourhoods: Vec<u32>,
    households: Vec<u32>,
    wellbeing: Vec<f32>,
    next: Vec<f32>,
    connection: Vec<f32>,
    control: Vec<f32>,
    need: Vec<f32>,
    queued: Vec<bool>,
    queues: Queues,
    luck: Luck,
    /// For each number of friends g: 1 / g, and g / (g + 4).
    by_degree: Vec<(f32, f32)>,
    record: Record,
}

/// A sequence of words (`SplitMix64`): the cheapest luck that is good enough.
struct Luck(u64);

impl Luck {
    #[inline]
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// Two numbers in [0, 1).
    #[inline]
    fn two(&mut self) -> (f32, f32) {
        let word = self.next();
        ((word >> 40) as f32 / 16_777_216.0, ((word >> 8) as u32 >> 8) as f32 / 16_777_216.0)
    }

    #[inline]
    fn below(&mut self, bound: usize) -> usize {
        below((self.next() >> 32) as u32, bound as u32) as usize
    }
}

impl<G: Graph> Hand<G> {
    /// The world at its start.
    pub fn new(world: &World, graph: G, replicate: u32) -> Self {
        let most = world.rows.windows(2).map(|row| row[1] - row[0]).max().unwrap_or(0).max(MOST_FRIENDS as u32);
        let seed = Luck(u64::from(world.seed) << 32 | u64::from(replicate)).next();
        Self {
            graph,
            neighbourhoods: world.neighbourhoods.clone(),
            households: world.households.clone(),
            wellbeing: world.wellbeing.clone(),
            next: world.wellbeing.clone(),
            connection: world.connection.clone(),
            control: world.control.clone(),
            need: world.need.clone(),
            queued: vec![false; world.people()],
            queues: Queues::new(world),
            luck: Luck(seed),
            by_degree: (0..=most).map(|g| (1.0 / (g.max(1) as f32), g as f32 / (g as f32 + 4.0))).collect(),
            record: Record::default(),
        }
    }

    /// Phase 1 for the people of one household.
    #[inline]
    fn household(&mut self, start: usize, end: usize, neighbourhood: usize) {
        let sum: f32 = self.wellbeing[start..end].iter().sum();
        let others = if end - start > 1 { 1.0 / (end - start - 1) as f32 } else { 0.0 };
        let home_rate = if end - start > 1 { 0.04 } else { 0.0 };
        for i in start..end {
            let (chance, size) = self.luck.two();
            let shock = if chance < SHOCK { SHOCK_MAX * size } else { 0.0 };
            let w = self.wellbeing[i];
            let friends = self.graph.friends(i);
            let (inverse, saturated) = self.by_degree[friends.len()];
            let total: f32 = friends.iter().map(|friend| self.wellbeing[*friend as usize]).sum();
            let mean = if friends.is_empty() { w } else { total * inverse };
            let home = (sum - w) * others;
            let c = self.connection[i];
            let c = c + 0.10 * (saturated * (0.5 + 0.5 * mean) - c);
            let k = self.control[i];
            let waits = if self.queued[i] { 0.01 } else { 0.0 };
            let k = (k + 0.05 * (w - k) - 0.25 * shock - waits).max(0.0);
            let d = (self.need[i] + DRIFT + 0.8 * shock - 0.03 * home - 0.03 * c - 0.02 * k).clamp(0.0, 1.0);
            let next =
                w + 0.08 * (mean - w) + home_rate * (home - w) + 0.05 * (0.75 - w) + 0.03 * (k - 0.5) - 0.03 * d - 0.5 * shock;
            self.connection[i] = c;
            self.control[i] = k;
            self.need[i] = d;
            self.next[i] = next.clamp(0.0, 1.0);
            if d > NEED_ASK && !self.queued[i] {
                self.queued[i] = true;
                self.queues.join(neighbourhood, i);
            }
        }
    }

    fn ties(&mut self) {
        for neighbourhood in 0..self.neighbourhoods.len() - 1 {
            let (start, end) = (self.neighbourhoods[neighbourhood] as usize, self.neighbourhoods[neighbourhood + 1] as usize);
            for i in start..end {
                let (form, decay) = self.luck.two();
                if form < FORM {
                    let friends = self.graph.friends(i);
                    let other = if self.luck.two().0 < FRIEND_OF_FRIEND && !friends.is_empty() {
                        let theirs = self.graph.friends(friends[self.luck.below(friends.len())] as usize);
                        theirs[self.luck.below(theirs.len())] as usize
                    } else {
                        start + self.luck.below(end - start)
                    };
                    self.graph.tie(i, other);
                }
                let count = self.graph.friends(i).len();
                if decay < DECAY && count > 0 {
                    let position = self.luck.below(count);
                    self.graph.untie(i, position);
                }
            }
        }
    }
}

impl<G: Graph> Model for Hand<G> {
    fn step(&mut self) {
        let mut household = 0;
        let mut sum = 0.0;
        let mut waiting = 0;
        for neighbourhood in 0..self.neighbourhoods.len() - 1 {
            let (first, end) = (self.neighbourhoods[neighbourhood] as usize, self.neighbourhoods[neighbourhood + 1] as usize);
            let mut at = first;
            while at < end {
                household += 1;
                let next = self.households[household] as usize;
                self.household(at, next, neighbourhood);
                at = next;
            }
            for i in self.queues.seen(neighbourhood) {
                self.queued[i] = false;
                self.need[i] = (self.need[i] - 0.5).max(0.0);
                self.next[i] = (self.next[i] + 0.05).min(1.0);
                self.record.served += 1;
            }
            waiting += self.queues.len(neighbourhood) as u32;
            sum += f64::from(self.next[first..end].iter().sum::<f32>());
        }
        std::mem::swap(&mut self.wellbeing, &mut self.next);
        self.record.waiting.push(waiting);
        self.record.mean_wellbeing.push(sum / self.wellbeing.len() as f64);
        if G::DYNAMIC {
            self.ties();
        }
    }

    fn record(&self) -> &Record {
        &self.record
    }
}
