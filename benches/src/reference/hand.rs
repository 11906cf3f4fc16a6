//! The reference workload as one loop written by hand: what speed alone asks for. Uses nothing of
//! Kith.

use super::graph::{Graph, MOST_FRIENDS, and_nobody};
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
        (
            (word >> 40) as u32 as f32 / 16_777_216.0,
            (word as u32 >> 8) as f32 / 16_777_216.0,
        )
    }

    #[inline]
    fn below(&mut self, bound: usize) -> usize {
        below((self.next() >> 32) as u32, bound as u32) as usize
    }
}

impl<G: Graph> Hand<G> {
    /// The world at its start.
    pub fn new(world: &World, graph: G, replicate: u32) -> Self {
        let most = world
            .rows
            .windows(2)
            .map(|row| row[1] - row[0])
            .max()
            .unwrap_or(0)
            .max(MOST_FRIENDS as u32);
        let seed = Luck(u64::from(world.seed) << 32 | u64::from(replicate)).next();
        Self {
            graph,
            neighbourhoods: world.neighbourhoods.clone(),
            households: world.households.clone(),
            wellbeing: and_nobody(&world.wellbeing),
            next: and_nobody(&world.wellbeing),
            connection: world.connection.clone(),
            control: world.control.clone(),
            need: world.need.clone(),
            queued: vec![false; world.people()],
            queues: Queues::new(world),
            luck: Luck(seed),
            by_degree: (0..=most)
                .map(|g| (1.0 / (g.max(1) as f32), g as f32 / (g as f32 + 4.0)))
                .collect(),
            record: Record::default(),
        }
    }

    fn change_all_ties(&mut self) {
        for neighbourhood in 0..self.neighbourhoods.len() - 1 {
            let (start, end) = (
                self.neighbourhoods[neighbourhood] as usize,
                self.neighbourhoods[neighbourhood + 1] as usize,
            );
            for i in start..end {
                let (form, decay) = self.luck.two();
                if form < FORM {
                    let friends = self.graph.friends(i);
                    let other = if self.luck.two().0 < FRIEND_OF_FRIEND && !friends.is_empty() {
                        let theirs = self
                            .graph
                            .friends(friends[self.luck.below(friends.len())] as usize);
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

/// What befalls somebody this month, by two draws: whether it does, and how hard.
#[inline]
fn shock((chance, size): (f32, f32)) -> f32 {
    if chance < SHOCK {
        SHOCK_MAX * size
    } else {
        0.0
    }
}

/// One over the number of others in a home, and how strongly they pull; 0 where there is nobody
/// else.
#[inline]
fn others_at_home(size: usize) -> (f32, f32) {
    if size > 1 {
        (1.0 / (size - 1) as f32, 0.04)
    } else {
        (0.0, 0.0)
    }
}

/// How far somebody's friends are enough, and their mean wellbeing; one's own where there are none.
#[inline]
fn friends(graph: &impl Graph, by_degree: &[(f32, f32)], w: &[f32], i: usize) -> (f32, f32) {
    let (inverse, saturated) = by_degree[graph.degree(i)];
    let mean = if saturated > 0.0 {
        graph.sum(i, w) * inverse
    } else {
        w[i]
    };
    (saturated, mean)
}

impl<G: Graph> Model for Hand<G> {
    fn step(&mut self) {
        let Self {
            graph,
            neighbourhoods,
            households,
            queued,
            queues,
            luck,
            by_degree,
            record,
            ..
        } = self;
        // Plain slices of one length: the compiler then knows that they do not move while they are
        // written.
        let count = queued.len();
        let (w, next) = (&self.wellbeing[..=count], &mut self.next[..=count]);
        let (c, k) = (&mut self.connection[..count], &mut self.control[..count]);
        let (d, queued) = (&mut self.need[..count], &mut queued[..count]);
        let (mut household, mut sum, mut waiting) = (0, 0.0, 0);
        for (neighbourhood, around) in neighbourhoods.windows(2).enumerate() {
            let (first, end) = (around[0] as usize, around[1] as usize);
            let mut until = first;
            let (mut home_sum, mut others, mut home_rate) = (0.0, 0.0, 0.0);
            for i in first..end {
                if i == until {
                    household += 1;
                    until = households[household] as usize;
                    home_sum = w[i..until].iter().sum();
                    (others, home_rate) = others_at_home(until - i);
                }
                let shock = shock(luck.two());
                let own = w[i];
                let (saturated, mean) = friends(graph, by_degree, w, i);
                let home = (home_sum - own) * others;
                c[i] += 0.10 * (saturated * (0.5 + 0.5 * mean) - c[i]);
                let waits = if queued[i] { 0.01 } else { 0.0 };
                k[i] = (k[i] + 0.05 * (own - k[i]) - 0.25 * shock - waits).max(0.0);
                d[i] = (d[i] + DRIFT + 0.8 * shock - 0.03 * home - 0.03 * c[i] - 0.02 * k[i])
                    .clamp(0.0, 1.0);
                let drawn = 0.08 * (mean - own) + home_rate * (home - own) + 0.05 * (0.75 - own);
                next[i] =
                    (own + drawn + 0.03 * (k[i] - 0.5) - 0.03 * d[i] - 0.5 * shock).clamp(0.0, 1.0);
                if d[i] > NEED_ASK && !queued[i] {
                    queued[i] = true;
                    queues.join(neighbourhood, i);
                }
            }
            for i in queues.seen(neighbourhood) {
                queued[i] = false;
                d[i] = (d[i] - 0.5).max(0.0);
                next[i] = (next[i] + 0.05).min(1.0);
                record.served += 1;
            }
            waiting += queues.len(neighbourhood) as u32;
            sum += f64::from(next[first..end].iter().sum::<f32>());
        }
        std::mem::swap(&mut self.wellbeing, &mut self.next);
        record.waiting.push(waiting);
        record.mean_wellbeing.push(sum / count as f64);
        if G::DYNAMIC {
            self.change_all_ties();
        }
    }

    fn record(&self) -> &Record {
        &self.record
    }

    fn ties(&self) -> usize {
        (0..self.need.len())
            .map(|i| self.graph.degree(i))
            .sum::<usize>()
            / 2
    }
}
