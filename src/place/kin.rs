//! Which families are kin though they live apart: grown-up children's homes and their parents',
//! brothers' and sisters'.
//!
//! No survey of the place gives these links; each family has about two, at most [`MOST_KIN`]. All
//! of it is an assumption.

use super::{Household, Resident};
use crate::ids::FamilyId;
use crate::random::{Key, Luck, Stream};
use std::collections::BTreeSet;

/// The most kin a family has.
pub const MOST_KIN: u8 = 3;
/// Shares of families that want 0, 1, 2 and 3 kin; the mean is 2.05.
const WANTED: [f32; 4] = [0.05, 0.2, 0.4, 0.35];
/// Mean and spread of the years between the heads of a family and of their parents' home.
const GENERATION: (f32, f32) = (29.0, 4.5);
/// The least and the most years between those heads.
const BETWEEN: std::ops::RangeInclusive<i32> = 16..=50;
/// The most years between the heads of brothers' and sisters' homes.
const SIBLINGS: i32 = 15;
/// How far along an ordering a family looks. Unit: families.
const REACH: usize = 24;
/// The chance that a family looks for its parents' or children's home in the own neighbourhood
/// first. An assumption.
pub const NEAR: f32 = 0.4;

/// Whether two homes could be a parents' and a grown-up child's, or brothers' and sisters', by the
/// ages of their heads.
pub fn plausible(one: i32, other: i32) -> bool {
    BETWEEN.contains(&(one - other).abs()) || (one - other).abs() <= SIBLINGS
}

/// Links families; each pair once, the lower first, sorted.
pub fn kin(families: &[Household], persons: &[Resident], luck: Luck) -> Vec<(FamilyId, FamilyId)> {
    let heads: Vec<i32> = families
        .iter()
        .map(|family| head_age(family, persons))
        .collect();
    let drawn: Vec<[f32; 4]> = (0..families.len())
        .map(|k| luck.uniforms(Key(0x0419).child(k as u64), 0, Stream::Network))
        .collect();
    let mut room: Vec<u8> = drawn.iter().map(|draws| wanted(draws[0])).collect();
    let mut links = Links {
        heads: &heads,
        links: BTreeSet::new(),
    };
    let everybody: Vec<usize> = (0..families.len()).collect();
    let near: Vec<usize> = everybody
        .iter()
        .copied()
        .filter(|&k| drawn[k][1] < NEAR)
        .collect();
    links.generations(&near, &mut room, &drawn, |k| families[k].community.0);
    links.generations(&everybody, &mut room, &drawn, |_| 0);
    links.siblings(&everybody, &mut room, &drawn);
    links
        .links
        .into_iter()
        .map(|(a, b)| (FamilyId::from(a), FamilyId::from(b)))
        .collect()
}

/// The age of the oldest member who is nobody's child at home.
pub fn head_age(family: &Household, persons: &[Resident]) -> i32 {
    let first = family.first.index();
    let members = &persons[first..first + usize::from(family.size)];
    members
        .iter()
        .filter(|p| !p.is_child)
        .map(|p| i32::from(p.age))
        .max()
        .unwrap_or(0)
}

/// How many kin a family has whose rank in [0, 1) is `luck`.
pub fn wanted(luck: f32) -> u8 {
    let mut point = luck;
    for (count, share) in WANTED.iter().enumerate() {
        point -= share;
        if point < 0.0 {
            return count as u8;
        }
    }
    MOST_KIN
}

struct Links<'a> {
    heads: &'a [i32],
    links: BTreeSet<(usize, usize)>,
}

impl Links<'_> {
    /// Ties younger families to parents' homes about a generation older, `apart` neighbourhood by
    /// neighbourhood.
    fn generations(
        &mut self,
        among: &[usize],
        room: &mut [u8],
        drawn: &[[f32; 4]],
        apart: impl Fn(usize) -> u32,
    ) {
        // One ordering holds everybody twice: as a child looking up (at their age plus a
        // generation) and as a parent.
        let mut order: Vec<(u32, i32, bool, usize)> = Vec::with_capacity(among.len() * 2);
        for &k in among {
            let gap = GENERATION.0 + GENERATION.1 * (drawn[k][2] + drawn[k][3] - 1.0) * 2.4;
            order.push((apart(k), self.heads[k] * 16 + (gap * 16.0) as i32, false, k));
            order.push((
                apart(k),
                self.heads[k] * 16 + (drawn[k][3] * 16.0) as i32,
                true,
                k,
            ));
        }
        order.sort_unstable();
        for at in 0..order.len() {
            let (here, _, parent, k) = order[at];
            if parent || room[k] == 0 || self.heads[k] > 68 {
                continue;
            }
            // A couple may have two such homes, his parents' and hers; one look finds at most one.
            let below = order[at.saturating_sub(REACH)..at].iter().rev();
            let above = order[at + 1..].iter().take(REACH);
            let found = above.chain(below).find(|&&(place, _, is_parent, other)| {
                is_parent
                    && place == here
                    && room[other] > 0
                    && BETWEEN.contains(&(self.heads[other] - self.heads[k]))
                    && !self.links.contains(&(k.min(other), k.max(other)))
            });
            if let Some(&(_, _, _, other)) = found {
                self.link(k, other, room);
            }
        }
    }

    /// Ties what is left to homes of about the same age.
    fn siblings(&mut self, among: &[usize], room: &mut [u8], drawn: &[[f32; 4]]) {
        let mut order: Vec<(i32, usize)> = among
            .iter()
            .filter(|&&k| room[k] > 0)
            .map(|&k| (self.heads[k] * 16 + (drawn[k][2] * 96.0) as i32, k))
            .collect();
        order.sort_unstable();
        for at in 0..order.len() {
            let k = order[at].1;
            for &(_, other) in order[at + 1..].iter().take(REACH) {
                if room[k] == 0 {
                    break;
                }
                let alike = (self.heads[k] - self.heads[other]).abs() <= SIBLINGS;
                if room[other] > 0 && alike && !self.links.contains(&(k.min(other), k.max(other))) {
                    self.link(k, other, room);
                }
            }
        }
    }

    fn link(&mut self, a: usize, b: usize, room: &mut [u8]) {
        self.links.insert((a.min(b), a.max(b)));
        room[a] -= 1;
        room[b] -= 1;
    }
}
