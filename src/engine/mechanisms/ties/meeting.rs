//! Meeting somebody: a friend of a friend, or somebody near by or elsewhere, who may become a friend. Must not know how often
//! people look for friends, nor what becomes of a tie.

use crate::engine::state::person::{CLOSE, TIE_SLOTS};
use crate::engine::state::{Persons, World};
use crate::random::{Key, MonthLuck, Stream, mix};
use crate::scenario::parameters::{Parameters, Ties};

/// What somebody looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Search {
    /// A friend to count on, and not only company, which stays weak.
    pub close: bool,
    /// Somebody whom they have known since before they came.
    pub of_old: bool,
}

/// How many people are looked at before nobody is found.
const TRIES: u64 = 8;
/// How many seats are looked at before nobody is met: one in two is taken or more.
const SEATS: u32 = 8;

/// How strong a tie is at first, of what it will be, and at the most. Unit: share; strength, 0–1.
const FIRST: f32 = 0.5;
const FIRST_MOST: f32 = 0.3;
/// Close friends from which more that are wanted make nobody readier for one more. Unit: friends.
const MANY_WANTED: u8 = 2;
/// How strong ties become: the least, and how much more at the most; of close ones above what counts as close. Unit: strength.
const ABOVE_CLOSE: f32 = 0.05;
const CLOSE_DEPTH: f32 = 0.45;
const WEAKEST: f32 = 0.1;
const WEAK_DEPTH: f32 = 0.35;

/// Looks for somebody. Unlike people are passed over; a few tries, then none. `own` names the draws of this search.
pub(super) fn meet(
    world: &mut World,
    parameters: &Parameters,
    likeness: &Likeness,
    i: usize,
    search: Search,
    luck: MonthLuck,
    own: Key,
) {
    let p = &parameters.ties;
    // Who has all the friends they can hold in mind meets nobody.
    let tries = u64::from(usize::from(world.persons.tie_count[i]) < TIE_SLOTS) * TRIES;
    for nth in 1..=tries {
        // Four draws of sixteen bits: a try is too short for more than one scrambling.
        let draw = luck.both(own, nth);
        let [a, b, how, accept] = [draw, draw >> 16, draw >> 32, draw >> 48].map(|d| d as u16);
        let candidate = if sixteenth(how) < p.friend_of_friend {
            let friend = pick(&world.persons, i, a);
            friend.and_then(|friend| pick(&world.persons, friend, b))
        } else {
            somebody(world, i, draw, sixteenth(b) < p.elsewhere)
        };
        let Some(j) = candidate else { continue };
        if sixteenth(accept) < likeness.of(&world.persons, i, j)
            && world.persons.can_tie(i, j)
            && (!search.close || suits(world, p, i, j))
        {
            let goal = goal(world, i, j, search.close);
            let now = if search.of_old { goal } else { first(goal) };
            world.persons.tie(i, j, now, goal);
            return;
        }
    }
}

/// How strong a tie is at first, of what it will be.
pub(super) fn first(goal: f32) -> f32 {
    (FIRST * goal).min(FIRST_MOST)
}

/// Whether somebody met lets a tie become close: it suits those who lack a close friend, and some others.
pub(super) fn suits(world: &World, p: &Ties, i: usize, j: usize) -> bool {
    let persons = &world.persons;
    let wanted = persons.close_wanted(j);
    let pair = persons.key[i].pair(persons.key[j]);
    // Those whom few close friends suit take one more less readily.
    let readily = p.beyond * f32::from(wanted.min(MANY_WANTED) + 1) / f32::from(MANY_WANTED + 1);
    persons.close_ties[j] < wanted || world.luck.uniforms(pair, 0, Stream::TieStrength)[0] < readily
}

/// A draw of sixteen bits as a number in [0, 1).
fn sixteenth(draw: u16) -> f32 {
    f32::from(draw) * (1.0 / 65_536.0)
}

/// A friend by a draw of sixteen bits, if there is any.
#[inline(always)]
fn pick(persons: &Persons, i: usize, draw: u16) -> Option<usize> {
    let slot = (u32::from(draw) * u32::from(persons.tie_count[i])) >> 16;
    let friend = *persons.ties[i].get(slot as usize)?;
    friend.is_some().then_some(friend.index())
}

/// Somebody of the neighbourhood or of the whole place, all equally likely: seats are drawn until somebody sits there.
pub(super) fn somebody(world: &World, i: usize, draw: u64, elsewhere: bool) -> Option<usize> {
    let here = world.persons.community[i];
    let mut drawn = draw;
    (0..SEATS).find_map(|_| {
        drawn = mix(drawn);
        if elsewhere {
            world.seats.anywhere(&world.persons, drawn as u32)
        } else {
            world.seats.here(&world.persons, here, drawn as u32)
        }
    })
}

/// The chance that somebody met is somebody for a tie: lower for another age or social group.
pub(super) struct Likeness {
    /// By years between them: for people of the same group and of different ones, and twice nothing, for people on different
    /// sides of the age at which they are grown.
    by_years: [[f32; 4]; 128],
}

/// Years between people from which they are as unlike as people of different ages can be.
const UNLIKE: f32 = 12.5;
/// How much less people of different groups take to each other, of what the years between them can make.
const OTHER_GROUP: f32 = 0.4;
/// The least chance, of people who are unlike in everything.
const LEAST: f32 = 0.02;
/// Friendships are between people on the same side of this age. Unit: years.
const GROWN: u16 = 16;

impl Likeness {
    pub(super) fn new(homophily: f32) -> Self {
        let by_years = std::array::from_fn(|years| {
            let age = 1.0 - homophily * (years as f32 / UNLIKE).min(1.0);
            let [same, other] =
                [1.0, 1.0 - OTHER_GROUP * homophily].map(|group| (age * group).max(LEAST));
            [same, other, 0.0, 0.0]
        });
        Self { by_years }
    }

    #[inline(always)]
    pub(super) fn of(&self, persons: &Persons, i: usize, j: usize) -> f32 {
        let (mine, theirs) = (persons.age(i), persons.age(j));
        let sides = (mine >= GROWN) ^ (theirs >= GROWN);
        let kind = usize::from(persons.group[i] != persons.group[j]) + 2 * usize::from(sides);
        self.by_years[usize::from(mine.abs_diff(theirs)).min(127)][kind]
    }
}

/// How strong a tie will become: drawn for the pair.
pub(super) fn goal(world: &World, i: usize, j: usize, close: bool) -> f32 {
    let pair = world.persons.key[i].pair(world.persons.key[j]);
    let [_, depth, ..] = world.luck.uniforms(pair, 0, Stream::TieStrength);
    if close {
        CLOSE + ABOVE_CLOSE + CLOSE_DEPTH * depth
    } else {
        WEAKEST + WEAK_DEPTH * depth
    }
}
