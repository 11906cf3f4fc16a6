//! Who knows whom: a small world inside and across neighbourhoods, between people alike in age and
//! social group.
//!
//! Everybody has a number of close and of weaker ties drawn from the evidence (T01, T02) and a
//! place in several circles: orderings by neighbourhood, social group and age. Ties go to those
//! near in a circle who still have room, so that friends of friends are often friends. Most ties
//! that leave a neighbourhood go to the ones beside it; those of the circle over the whole place
//! make the world small. Linear in people.

use super::{Friendship, Household, Resident};
use crate::ids::PersonId;
use crate::random::{Draws, Key, Luck, Stream};

/// The most friendships one person has: the engine holds so many.
pub const MOST_TIES: usize = 12;
/// From this strength on each counts on the other.
pub const CLOSE: f32 = 0.5;
/// Friendships are between people on the same side of this age. Unit: years.
pub const ADULT: u8 = 16;

/// Shares of adults with 0, 1, 2, 3, 4, 5, 6, 7 and 8 close friends. T02: 0 7 %, 1 12 %, 2–3 41 %,
/// 4–5 21 %, 6 or more 16 % (the remaining 3 % did not say and are spread over all). None is made
/// to rise with age in [`wanted`] (T01).
const CLOSE_FRIENDS: [f32; 9] = [
    0.072, 0.118, 0.236, 0.222, 0.103, 0.077, 0.073, 0.052, 0.047,
];
/// Mean number of weaker ties an adult has beside the close ones. Chosen so that all ties come to
/// about 8.
const WEAKER: f32 = 4.7;
/// The share of a person's ties inside the own neighbourhood. An assumption.
const INSIDE: f32 = 0.7;
/// The share of people whose ties outside their neighbourhood go to the ones beside it rather than
/// anywhere. An assumption.
const BESIDE: f32 = 0.7;
/// How many neighbourhoods apart the middles of two zones lie. A zone reaches from the middle
/// before it to the one behind it, and the nearer a neighbourhood is to its middle, the more of its
/// people look for ties there.
const ZONE: u32 = 3;
/// How far along a circle somebody looks for a tie. Unit: persons.
const REACH: usize = 48;
/// The chance of taking the next person in the circle who has room; below 1 it loosens the circle.
const TAKING: f32 = 0.95;
/// The share whose circle is among people of their own social group rather than any.
const OWN_GROUP: f32 = 0.75;
/// How far in years a person's circle strays from the own age: most little, some much (T10: 60 % in
/// the same ten years).
const STRAYING: [(f32, f32); 2] = [(0.9, 1.9), (1.0, 14.0)];

/// Wires the friendships of a place; each once, sorted. No tie within a household, at most
/// [`MOST_TIES`] a person.
pub fn friendships(families: &[Household], persons: &[Resident], luck: Luck) -> Vec<Friendship> {
    let mut wiring = Wiring {
        persons,
        families,
        tied: vec![[PersonId::NONE; MOST_TIES]; persons.len()],
        made: Vec::new(),
    };
    let wanted: Vec<[u8; 4]> = (0..persons.len())
        .map(|k| wanted(k, &persons[k], luck))
        .collect();
    // Close inside, close across, weaker inside, weaker across; what finds no partner looks on in
    // the next circle.
    let mut rest = vec![0_u8; persons.len()];
    for (pass, close) in [(0, true), (1, true), (2, false), (3, false)] {
        if pass == 2 {
            rest.fill(0);
        }
        let mut room: Vec<u8> = wanted.iter().zip(&rest).map(|(w, r)| w[pass] + r).collect();
        let inside = pass % 2 == 0;
        let order = wiring.circle(inside, luck);
        wiring.connect(&order, &mut room, close, inside, TAKING, luck);
        wiring.connect(&order, &mut room, close, inside, 1.0, luck);
        if pass == 1 {
            // The few left over may find a close friend at home in the neighbourhood after all.
            let order = wiring.circle(true, luck);
            wiring.connect(&order, &mut room, close, true, 1.0, luck);
        }
        rest = room;
    }
    let mut made = wiring.made;
    made.sort_by_key(|tie| (tie.a, tie.b));
    made
}

/// How many ties somebody wants: close inside, close across, weaker inside, weaker across.
fn wanted(place: usize, person: &Resident, luck: Luck) -> [u8; 4] {
    let mut draws = luck.draws(Key(0x71E5).child(place as u64), 0, Stream::Network);
    let close = close_friends(person.age, draws.uniform());
    let weaker = weaker_friends(|| draws.uniform()).min(MOST_TIES as u8 - close);
    let mut inside = |count: u8| (0..count).filter(|_| draws.uniform() < INSIDE).count() as u8;
    let (close_inside, weaker_inside) = (inside(close), inside(weaker));
    [
        close_inside,
        close - close_inside,
        weaker_inside,
        weaker - weaker_inside,
    ]
}

/// How many weaker ties suit somebody, from draws in [0, 1): a sum of chances with mean `WEAKER`.
pub fn weaker_friends(mut draw: impl FnMut() -> f32) -> u8 {
    (0..9).map(|_| u8::from(draw() < WEAKER / 9.0)).sum()
}

/// The share of an age whom no close friend suits.
const fn share_without(age: u8) -> f32 {
    match age {
        0..=24 => 0.02,
        25..=39 => 0.02 + 0.07 * (age as f32 - 24.0) / 16.0,
        _ => 0.09,
    }
}

/// The rank from which [`close_friends`] gives this count at this age; `within` in
/// [0, 1) says where in its interval.
pub fn rank_of(age: u8, close: u8, within: f32) -> f32 {
    let none = share_without(age);
    let close = usize::from(close).min(CLOSE_FRIENDS.len() - 1);
    if close == 0 {
        return none * within;
    }
    let some = with_some();
    let below: f32 = CLOSE_FRIENDS[1..close].iter().sum();
    // Held a little inside the interval, so that rounding does not cross its ends.
    none + (1.0 - none) * (below + CLOSE_FRIENDS[close] * (0.01 + 0.98 * within)) / some
}

/// Close friends of somebody of an age and a rank in [0, 1): the share with none goes from 2 % at
/// 16–24 to 9 % at 40 and over (T01).
#[inline]
pub fn close_friends(age: u8, rank: f32) -> u8 {
    let steps = &STEPS[usize::from(age).min(STEPS.len() - 1)];
    steps
        .iter()
        .map(|step| u32::from(rank >= *step))
        .sum::<u32>() as u8
}

/// The lowest rank from which one close friend more suits somebody, by age; all ages from the last
/// on are alike. It is asked so often that the steps are worked out once, by the compiler.
static STEPS: [[f32; CLOSE_FRIENDS.len() - 1]; 41] = steps();

const fn steps() -> [[f32; CLOSE_FRIENDS.len() - 1]; 41] {
    let mut steps = [[f32::INFINITY; CLOSE_FRIENDS.len() - 1]; 41];
    let mut age = 0;
    while age < steps.len() {
        let mut count = 1;
        while count < CLOSE_FRIENDS.len() {
            // The count never falls as the rank rises: the step is found by halving, down to the
            // last bit.
            let (mut below, mut from) = (0_u32, 1.0_f32.to_bits());
            while below < from {
                let middle = below + (from - below) / 2;
                if count_at(share_without(age as u8), f32::from_bits(middle)) >= count {
                    from = middle;
                } else {
                    below = middle + 1;
                }
            }
            if from < 1.0_f32.to_bits() {
                steps[age][count - 1] = f32::from_bits(from);
            }
            count += 1;
        }
        age += 1;
    }
    steps
}

/// How many close friends go with a rank, where no close friend suits this share.
const fn count_at(none: f32, rank: f32) -> usize {
    if rank < none {
        return 0;
    }
    let mut point = (rank - none) / (1.0 - none) * with_some();
    let mut count = 1;
    while count < CLOSE_FRIENDS.len() {
        point -= CLOSE_FRIENDS[count];
        if point < 0.0 {
            return count;
        }
        count += 1;
    }
    CLOSE_FRIENDS.len() - 1
}

/// The share who have a close friend, of all who said.
const fn with_some() -> f32 {
    let (mut some, mut count) = (0.0, 1);
    while count < CLOSE_FRIENDS.len() {
        some += CLOSE_FRIENDS[count];
        count += 1;
    }
    some
}

struct Wiring<'a> {
    persons: &'a [Resident],
    families: &'a [Household],
    tied: Vec<[PersonId; MOST_TIES]>,
    made: Vec<Friendship>,
}

impl Wiring<'_> {
    fn community(&self, place: usize) -> u32 {
        self.families[self.persons[place].family.index()]
            .community
            .0
    }

    /// Everybody in the order of a circle: adults apart from children, then neighbourhood (inside),
    /// or the zone around it or the whole place (across), then social group, then about their age.
    fn circle(&self, inside: bool, luck: Luck) -> Vec<u32> {
        let label = Key(0xC1_4C).child(u64::from(inside));
        let mut keyed: Vec<(u32, u32)> = Vec::with_capacity(self.persons.len());
        let mut keys = Vec::with_capacity(self.persons.len());
        for (place, person) in self.persons.iter().enumerate() {
            let mut draws = luck.draws(label.child(place as u64), 0, Stream::Network);
            let group = if draws.uniform() < OWN_GROUP {
                u32::from(person.group)
            } else {
                draws.below(4)
            };
            let which = draws.uniform();
            let spread = STRAYING
                .iter()
                .find(|(share, _)| which < *share)
                .map_or(0.0, |(_, spread)| *spread);
            let child = person.age < ADULT;
            // Children keep to their school year more than adults to their decade.
            let spread = if child { spread.min(2.0) } else { spread };
            let age = (f32::from(person.age) + spread * draws.normal() + 100.0).clamp(0.0, 400.0);
            let neighbourhood = if inside {
                self.community(place)
            } else {
                zone(self.community(place), &mut draws)
            };
            let key = (
                u32::from(child),
                neighbourhood,
                group,
                (age * 4096.0) as u32,
            );
            keys.push(key);
            keyed.push((place as u32, 0));
        }
        keyed.sort_by(|a, b| {
            keys[a.0 as usize]
                .cmp(&keys[b.0 as usize])
                .then(a.0.cmp(&b.0))
        });
        keyed.into_iter().map(|(place, _)| place).collect()
    }

    fn allowed(&self, a: usize, b: usize, inside: bool) -> bool {
        let (one, two) = (&self.persons[a], &self.persons[b]);
        one.family != two.family
            && (one.age < ADULT) == (two.age < ADULT)
            && (self.community(a) == self.community(b)) == inside
            && !self.tied[a].contains(&PersonId::from(b))
            && self.tied[a][MOST_TIES - 1] == PersonId::NONE
            && self.tied[b][MOST_TIES - 1] == PersonId::NONE
    }

    /// Ties people to those who follow them in the circle while both have room.
    fn connect(
        &mut self,
        order: &[u32],
        room: &mut [u8],
        close: bool,
        inside: bool,
        taking: f32,
        luck: Luck,
    ) {
        for (at, &a) in order.iter().enumerate() {
            let a = a as usize;
            if room[a] == 0 {
                continue;
            }
            for &b in order[at + 1..].iter().take(REACH) {
                let b = b as usize;
                if room[b] == 0 || !self.allowed(a, b, inside) {
                    continue;
                }
                let key = Key(a as u64).pair(Key(b as u64));
                let draws = luck.uniforms(key, u32::from(close), Stream::TieStrength);
                if draws[0] >= taking {
                    continue;
                }
                self.tie(a, b, strength(close, draws[1]));
                room[a] -= 1;
                room[b] -= 1;
                if room[a] == 0 {
                    break;
                }
            }
        }
    }

    fn tie(&mut self, a: usize, b: usize, strength: f32) {
        let (low, high) = (PersonId::from(a.min(b)), PersonId::from(a.max(b)));
        for (mine, theirs) in [(a, b), (b, a)] {
            if let Some(slot) = self.tied[mine].iter_mut().find(|slot| !slot.is_some()) {
                *slot = PersonId::from(theirs);
            }
        }
        self.made.push(Friendship {
            a: low,
            b: high,
            strength,
        });
    }
}

/// Where somebody's ties outside the own neighbourhood go: 0 anywhere, else the number of a zone
/// around it.
fn zone(community: u32, draws: &mut Draws) -> u32 {
    if draws.uniform() >= BESIDE {
        return 0;
    }
    // One zone has room for all who choose it: split further, it would hold too few people of one
    // age and social group.
    1 + (community + draws.below(ZONE)) / ZONE
}

/// Close: 0.5 to 0.95; weaker: 0.1 to just under 0.5.
fn strength(close: bool, luck: f32) -> f32 {
    if close {
        CLOSE + 0.45 * luck
    } else {
        0.1 + 0.395 * luck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_to_a_neighbourhood_fall_with_its_distance() {
        use crate::place::{Profile, bundled, generate};
        let profile = Profile::from_toml(bundled::INVENTED_TOWN).unwrap();
        let place = generate(&profile, 8_000, 3).unwrap();
        let community = |k: PersonId| {
            place.families[place.persons[k.index()].family.index()]
                .community
                .0
        };
        let mut ties = [0_u32; 20];
        for tie in &place.friendships {
            ties[community(tie.a).abs_diff(community(tie.b)) as usize] += 1;
        }
        // Ties for each pair of neighbourhoods so far apart.
        let mean = |range: std::ops::Range<usize>| {
            let pairs: usize = range.clone().map(|apart| 20 - apart).sum();
            f64::from(ties[range].iter().sum::<u32>()) / pairs as f64
        };
        let (inside, next, second, far) = (mean(0..1), mean(1..2), mean(2..3), mean(3..20));
        assert!(
            inside > 3.0 * next && next > 1.3 * second && second > 1.3 * far,
            "{inside} {next} {second} {far}"
        );
        assert!(
            far > 0.0,
            "nobody has a friend at the other end of the place"
        );
    }

    #[test]
    fn the_steps_are_where_the_count_changes() {
        for age in 0..=120_u8 {
            let luck = (0..4_000_u32).map(|k| k as f32 / 4_000.0);
            let edges = STEPS[usize::from(age).min(40)]
                .into_iter()
                .flat_map(|step| {
                    let bits = step.to_bits();
                    [f32::from_bits(bits - 1), step, f32::from_bits(bits + 1)]
                });
            for rank in luck.chain(edges).filter(|rank| *rank < 1.0) {
                assert_eq!(
                    usize::from(close_friends(age, rank)),
                    count_at(share_without(age), rank),
                    "{age} {rank}"
                );
            }
        }
    }

    #[test]
    fn a_rank_gives_back_the_count_it_was_made_for() {
        for age in [16, 30, 60] {
            for close in 0..=8 {
                assert_eq!(close_friends(age, rank_of(age, close, 0.5)), close);
            }
        }
    }
}
