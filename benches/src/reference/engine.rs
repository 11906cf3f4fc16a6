//! The reference workload as Kith does its own: luck keyed by person and month, columns of state, a
//! month that is a list of named parts. Each part lives one neighbourhood through, so that what it
//! reads and writes stays in the nearest cache.

use super::graph::{Graph, and_nobody};
use super::queues::Queues;
use super::world::World;
use super::{DECAY, DRIFT, FORM, FRIEND_OF_FRIEND, Model, NEED_ASK, Record, SHOCK, SHOCK_MAX};
use kith::random::{Key, Luck, Stream};
use std::ops::Range;

/// A person's four words of a month: whether shaken and by how much, whether looking for a friend,
/// whether losing one.
const MONTHLY: Stream = Stream::LifeEvents;
/// Which friend is found, and which lost.
const TIES: Stream = Stream::Ties;

/// One part of a month, for the people of one neighbourhood.
pub struct Part<G: 'static> {
    /// Its name.
    pub id: &'static str,
    step: fn(&mut Engine<G>, usize, Range<usize>),
}

/// Everybody, by columns.
#[derive(Clone, Debug, Default)]
struct Persons {
    wellbeing: Vec<f32>,
    next: Vec<f32>,
    connection: Vec<f32>,
    control: Vec<f32>,
    need: Vec<f32>,
    /// 1 for those who wait for the service, else 0.
    queued: Vec<f32>,
}

/// What the parts of a month hand on to one another, for the people of the neighbourhood being
/// lived.
#[derive(Clone, Debug, Default)]
struct Passing {
    /// Those whose ties change this month: who, and whether they look for a friend and lose one.
    changing: Vec<(u32, bool, bool)>,
    /// Harm of this month's life event.
    shock: Vec<f32>,
    /// Wellbeing of friends, added up; of those without friends, their own.
    friends: Vec<f32>,
    /// How many friends.
    degree: Vec<f32>,
    /// Mean wellbeing of the others at home.
    home: Vec<f32>,
    /// How fast wellbeing follows it: 0 for those who live alone.
    home_rate: Vec<f32>,
}

/// Months of everybody, neighbourhood by neighbourhood.
pub struct Engine<G> {
    graph: G,
    neighbourhoods: Vec<u32>,
    households: Vec<u32>,
    /// First household of each neighbourhood, and at the end how many there are.
    homes: Vec<u32>,
    persons: Persons,
    passing: Passing,
    queues: Queues,
    luck: Luck,
    /// Everybody's key: their number.
    keys: Vec<Key>,
    month: u32,
    record: Record,
}

impl<G: Graph> Engine<G> {
    /// A month before its changes of wellbeing are taken over, in order.
    pub const MONTH: &'static [Part<G>] = &[
        Part {
            id: "life_events",
            step: Self::life_events,
        },
        Part {
            id: "influence",
            step: Self::influence,
        },
        Part {
            id: "household",
            step: Self::household,
        },
        Part {
            id: "people",
            step: Self::people,
        },
        Part {
            id: "service",
            step: Self::service,
        },
    ];

    /// The world at its start. Luck is keyed by the world's seed, the replicate, the person and the
    /// month.
    pub fn new(world: &World, graph: G, replicate: u32) -> Self {
        let largest = world
            .neighbourhoods
            .windows(2)
            .map(|around| around[1] - around[0])
            .max()
            .unwrap_or(0) as usize;
        let numbers = vec![0.0; largest];
        let home = |start: &u32| world.households.partition_point(|first| first < start) as u32;
        Self {
            graph,
            neighbourhoods: world.neighbourhoods.clone(),
            households: world.households.clone(),
            homes: world.neighbourhoods.iter().map(home).collect(),
            persons: Persons {
                wellbeing: and_nobody(&world.wellbeing),
                next: and_nobody(&world.wellbeing),
                connection: world.connection.clone(),
                control: world.control.clone(),
                need: world.need.clone(),
                queued: vec![0.0; world.people()],
            },
            passing: Passing {
                changing: Vec::new(),
                shock: numbers.clone(),
                friends: numbers.clone(),
                degree: numbers.clone(),
                home: numbers.clone(),
                home_rate: numbers,
            },
            queues: Queues::new(world),
            luck: Luck::new(u64::from(world.seed), replicate),
            keys: (0..world.people() as u64).map(Key).collect(),
            month: 0,
            record: Record::default(),
        }
    }

    /// (a) Few are shaken; everybody's luck is drawn all the same, as what is drawn depends on the
    /// person alone. Where ties come and go, the two words left say whose do this month: few, so
    /// that only those are visited for it.
    fn life_events(&mut self, _: usize, people: Range<usize>) {
        let luck = self.luck.of(self.month, MONTHLY);
        let keys = &self.keys[people.clone()];
        for (shock, key) in self.passing.shock.iter_mut().zip(keys) {
            let [chance, size, ..] = luck.uniforms(*key);
            *shock = if chance < SHOCK {
                SHOCK_MAX * size
            } else {
                0.0
            };
        }
        if G::DYNAMIC {
            for (person, key) in people.zip(keys) {
                let [_, _, form, decay] = luck.uniforms(*key);
                let (forms, decays) = (form < FORM, decay < DECAY);
                if forms | decays {
                    self.passing.changing.push((person as u32, forms, decays));
                }
            }
        }
    }

    /// (b) How friends are.
    fn influence(&mut self, _: usize, people: Range<usize>) {
        let wellbeing = &self.persons.wellbeing[..];
        let into = self
            .passing
            .friends
            .iter_mut()
            .zip(&mut self.passing.degree);
        for (i, (sum, degree)) in people.zip(into) {
            *degree = self.graph.degree(i) as f32;
            *sum = if *degree > 0.0 {
                self.graph.sum(i, wellbeing)
            } else {
                wellbeing[i]
            };
        }
    }

    /// (c) How those at home are.
    fn household(&mut self, neighbourhood: usize, people: Range<usize>) {
        let homes = self.homes[neighbourhood] as usize..self.homes[neighbourhood + 1] as usize;
        for home in self.households[homes.start..=homes.end].windows(2) {
            let (start, end) = (home[0] as usize, home[1] as usize);
            let members = &self.persons.wellbeing[start..end];
            let here = start - people.start..end - people.start;
            if let [_] = members {
                self.passing.home[here.start] = 0.0;
                self.passing.home_rate[here.start] = 0.0;
                continue;
            }
            let sum: f32 = members.iter().sum();
            let share = 1.0 / (members.len() - 1) as f32;
            for ((own, mean), rate) in members
                .iter()
                .zip(&mut self.passing.home[here.clone()])
                .zip(&mut self.passing.home_rate[here])
            {
                *mean = (sum - own) * share;
                *rate = 0.04;
            }
        }
    }

    /// What all of it does to people: columns in, columns out, no branches, so that the compiler
    /// takes several at once.
    fn people(&mut self, _: usize, people: Range<usize>) {
        let count = people.len();
        let Persons {
            wellbeing,
            next,
            connection,
            control,
            need,
            queued,
        } = &mut self.persons;
        let (w, next, c) = (
            &wellbeing[people.clone()],
            &mut next[people.clone()],
            &mut connection[people.clone()],
        );
        let (k, d, queued) = (
            &mut control[people.clone()],
            &mut need[people.clone()],
            &queued[people],
        );
        let passing = &self.passing;
        let (shock, friends, degree) = (
            &passing.shock[..count],
            &passing.friends[..count],
            &passing.degree[..count],
        );
        let (home, home_rate) = (&passing.home[..count], &passing.home_rate[..count]);
        for i in 0..count {
            let mean = friends[i] / degree[i].max(1.0);
            c[i] += 0.10 * (degree[i] / (degree[i] + 4.0) * (0.5 + 0.5 * mean) - c[i]);
            k[i] = (k[i] + 0.05 * (w[i] - k[i]) - 0.25 * shock[i] - 0.01 * queued[i]).max(0.0);
            d[i] = (d[i] + DRIFT + 0.8 * shock[i] - 0.03 * home[i] - 0.03 * c[i] - 0.02 * k[i])
                .clamp(0.0, 1.0);
            let drawn =
                0.08 * (mean - w[i]) + home_rate[i] * (home[i] - w[i]) + 0.05 * (0.75 - w[i]);
            next[i] =
                (w[i] + drawn + 0.03 * (k[i] - 0.5) - 0.03 * d[i] - 0.5 * shock[i]).clamp(0.0, 1.0);
        }
    }

    /// (d) Those in need ask; the service sees as many as it can.
    fn service(&mut self, neighbourhood: usize, people: Range<usize>) {
        let persons = &mut self.persons;
        for i in people {
            if persons.need[i] > NEED_ASK && persons.queued[i] == 0.0 {
                persons.queued[i] = 1.0;
                self.queues.join(neighbourhood, i);
            }
        }
        for i in self.queues.seen(neighbourhood) {
            persons.queued[i] = 0.0;
            persons.need[i] = (persons.need[i] - 0.5).max(0.0);
            persons.next[i] = (persons.next[i] + 0.05).min(1.0);
            self.record.served += 1;
        }
    }

    /// (e) Ties come and go, one person after another.
    fn change_all_ties(&mut self) {
        let mut changing = std::mem::take(&mut self.passing.changing);
        let mut neighbourhood = 0;
        for (person, forms, decays) in changing.drain(..) {
            while self.neighbourhoods[neighbourhood + 1] <= person {
                neighbourhood += 1;
            }
            self.change_ties(
                person as usize,
                forms,
                decays,
                &self.people_of(neighbourhood),
            );
        }
        self.passing.changing = changing;
    }

    fn change_ties(&mut self, person: usize, forms: bool, decays: bool, neighbours: &Range<usize>) {
        let mut draws = self.luck.draws(Key(person as u64), self.month, TIES);
        if forms {
            let friends = self.graph.friends(person);
            let other = if draws.uniform() < FRIEND_OF_FRIEND && !friends.is_empty() {
                let theirs = self
                    .graph
                    .friends(friends[draws.below(friends.len() as u32) as usize] as usize);
                theirs[draws.below(theirs.len() as u32) as usize] as usize
            } else {
                neighbours.start + draws.below(neighbours.len() as u32) as usize
            };
            self.graph.tie(person, other);
        }
        let count = self.graph.friends(person).len() as u32;
        if decays && count > 0 {
            let position = draws.below(count) as usize;
            self.graph.untie(person, position);
        }
    }

    fn people_of(&self, neighbourhood: usize) -> Range<usize> {
        self.neighbourhoods[neighbourhood] as usize..self.neighbourhoods[neighbourhood + 1] as usize
    }
}

impl<G: Graph> Model for Engine<G> {
    fn step(&mut self) {
        let mut sum = 0.0;
        let mut waiting = 0;
        for neighbourhood in 0..self.neighbourhoods.len() - 1 {
            let people = self.people_of(neighbourhood);
            for part in Self::MONTH {
                (part.step)(self, neighbourhood, people.clone());
            }
            waiting += self.queues.len(neighbourhood) as u32;
            sum += f64::from(self.persons.next[people].iter().sum::<f32>());
        }
        std::mem::swap(&mut self.persons.wellbeing, &mut self.persons.next);
        self.record.waiting.push(waiting);
        self.record
            .mean_wellbeing
            .push(sum / self.persons.need.len() as f64);
        if G::DYNAMIC {
            self.change_all_ties();
        }
        self.month += 1;
    }

    fn record(&self) -> &Record {
        &self.record
    }

    fn ties(&self) -> usize {
        (0..self.persons.need.len())
            .map(|i| self.graph.degree(i))
            .sum::<usize>()
            / 2
    }
}
