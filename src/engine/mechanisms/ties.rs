//! Ties: friendships form through friends of friends, the neighbourhood and introductions, grow with contact and fade
//! without it; crises, need in an unwelcoming place and moves break them. Loneliness is measured here, as a state.
//! Must not know services.

mod connectors;
mod loneliness;
mod review;

use crate::engine::state::World;
use crate::engine::state::person::{CLOSE, at_least};
use crate::place::{Disability, LARGEST_HOUSEHOLD};
use crate::random::{Draws, Key, Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// How readily people in the lowest wellbeing look for friends, what the usual adds, where that is, and how many times it
/// adds at the most. Unit: ratios; points.
const SEEKS_LOW: f32 = 0.6;
const SEEKS_WELL: f32 = 0.4;
const WELL: f32 = 7.5;
const MOST_WELL: f32 = 1.3;
/// How readily people look for friends whose activities are limited a lot, of others. Unit: ratio.
const SEEKS_LIMITED: f32 = 0.8;
/// How strong a tie is at first, of what it will be, and at the most. Unit: share; strength, 0–1.
const FIRST: f32 = 0.5;
const FIRST_MOST: f32 = 0.3;
/// Close friends from which more that are wanted make nobody readier for one more. Unit: friends.
const MANY_WANTED: u8 = 2;
/// Years in an age band, how many bands apart count at the most, and from how many on two are as unlike as can be. Unit: years;
/// bands.
const BAND: f32 = 10.0;
const BANDS_MOST: f32 = 2.5;
const BANDS_UNLIKE: f32 = 1.25;
/// How much another social group weighs, of what another age weighs. Unit: share.
const OF_GROUP: f32 = 0.4;
/// The least chance that two grown people, or two children, who meet are somebody for one another.
const LEAST_LIKE: f32 = 0.02;
/// How strong ties become: the least, and how much more at the most; of close ones above what counts as close. Unit: strength.
const ABOVE_CLOSE: f32 = 0.05;
const CLOSE_DEPTH: f32 = 0.45;
const WEAKEST: f32 = 0.1;
const WEAK_DEPTH: f32 = 0.35;

/// Names the draws about the ties that somebody brings, apart from those about the ties they form.
const BROUGHT: u64 = 0xB2;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    if month.is_multiple_of(12) {
        connectors::find(world);
    }
    review::review(world, parameters, month);
    form(world, parameters, month);
    connectors::introduce(world, parameters, month);
    count_close(world);
    loneliness::feel(world, parameters);
}

fn form(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.ties;
    let found = connectors::found(world);
    let introduces = world.funded.is_reaching(Lever::Introductions);
    let [starts] = world.luck.columns(&world.persons.key, month, Stream::Ties);
    for (i, starts) in starts.into_iter().enumerate() {
        if !world.persons.alive[i] || world.persons.age(i) < 5 {
            continue;
        }
        if world.persons.came[i] == month {
            bring(world, parameters, month, i);
        }
        let introduced = if introduces {
            let further = 1.0 + p.connector_gain * found[world.persons.community[i].index()];
            world.funded.person(&world.persons, i, Lever::Introductions)
                * p.introduction_sticks
                * further
        } else {
            0.0
        };
        let wish = wish(world, parameters, i);
        // Most people lack nobody this month: they are passed over before their chances are worked out.
        if introduced == 0.0 && !AnnualRate(wish.0 + wish.1).happens(starts) {
            continue;
        }
        let [for_close, for_any] =
            [wish.0, wish.0 + wish.1].map(|rate| AnnualRate(rate).monthly().0);
        if starts < for_any + introduced {
            // An introduction is to somebody who may become a friend to count on.
            let search = if starts < for_close || starts >= for_any {
                Search::Close
            } else {
                Search::Any
            };
            let mut draws = world.luck.draws(world.persons.key[i], month, Stream::Ties);
            meet_somebody(world, parameters, i, search, &mut draws);
        }
    }
}

/// What somebody looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Search {
    /// A friend to count on.
    Close,
    /// Company, which stays weak.
    Any,
    /// A friend whom they have had since before they came.
    CloseOfOld,
    /// Company which they have had since before they came.
    AnyOfOld,
}

/// How often a year a person looks for a close friend and for a weaker tie: the more often the more they lack.
fn wish(world: &World, parameters: &Parameters, i: usize) -> (f32, f32) {
    let p = &parameters.ties;
    let persons = &world.persons;
    let close = persons.close_ties(i);
    let lacks_close = persons.close_wanted(i).saturating_sub(close);
    let lacks_weaker = persons.weaker_wanted[i].saturating_sub(persons.tie_count[i] - close);
    if lacks_close == 0 && lacks_weaker == 0 {
        return (0.0, 0.0);
    }
    let well = SEEKS_LOW + SEEKS_WELL * (persons.wellbeing[i] / WELL).min(MOST_WELL);
    let able = if persons.disability[i] == Disability::Lot {
        SEEKS_LIMITED
    } else {
        1.0
    };
    let pace = well * able * world.government.contact;
    (
        p.formation_close * f32::from(lacks_close) * pace,
        p.formation * f32::from(lacks_weaker) * pace,
    )
}

/// Somebody who has just come knows people here already: most moves are over a few miles.
fn bring(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    let kept = parameters.ties.kept_on_coming;
    let mut draws = world
        .luck
        .draws(world.persons.key[i].child(BROUGHT), month, Stream::Ties);
    for (wanted, search) in [
        (world.persons.close_wanted(i), Search::CloseOfOld),
        (world.persons.weaker_wanted[i], Search::AnyOfOld),
    ] {
        for _ in 0..wanted {
            if draws.uniform() < kept {
                meet_somebody(world, parameters, i, search, &mut draws);
            }
        }
    }
}

/// Looks for somebody: a friend of a friend, or somebody near by or elsewhere. Unlike people are passed over; a few tries,
/// then none.
fn meet_somebody(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    search: Search,
    draws: &mut Draws,
) {
    let p = &parameters.ties;
    for _ in 0..8 {
        let through_friend = draws.uniform() < p.friend_of_friend;
        let (a, b, accept) = (draws.word(), draws.word(), draws.uniform());
        let candidate = if through_friend {
            friend_of_friend(world, i, a, b)
        } else {
            somebody_met(world, i, a, uniform(b) < p.elsewhere)
        };
        let Some(j) = candidate else { continue };
        if world.persons.can_tie(i, j)
            && accept < likeness(world, p.homophily, i, j)
            && suits(world, p.beyond, i, j, search)
        {
            let close = matches!(search, Search::Close | Search::CloseOfOld);
            let goal = goal(world, i, j, close);
            let of_old = matches!(search, Search::CloseOfOld | Search::AnyOfOld);
            world
                .persons
                .tie(i, j, if of_old { goal } else { at_first(goal) }, goal);
            return;
        }
    }
}

/// Whether somebody met lets a tie become what is looked for: a close friend suits those who lack one, and some others.
fn suits(world: &World, beyond: f32, i: usize, j: usize, search: Search) -> bool {
    let persons = &world.persons;
    match search {
        Search::Any | Search::AnyOfOld => true,
        Search::Close | Search::CloseOfOld => {
            let wanted = persons.close_wanted(j);
            let pair = persons.key[i].pair(persons.key[j]);
            // Those whom few close friends suit take one more less readily.
            let readily =
                beyond * f32::from(wanted.min(MANY_WANTED) + 1) / f32::from(MANY_WANTED + 1);
            persons.close_ties(j) < wanted
                || world.luck.uniforms(pair, 0, Stream::TieStrength)[0] < readily
        }
    }
}

fn pick(count: usize, word: u32) -> Option<usize> {
    (count > 0).then(|| (uniform(word) * count as f32) as usize)
}

fn friend_of_friend(world: &World, i: usize, a: u32, b: u32) -> Option<usize> {
    let friends = world.persons.friends(i);
    let friend = friends[pick(friends.len(), a)?].index();
    let theirs = world.persons.friends(friend);
    Some(theirs[pick(theirs.len(), b)?].index())
}

/// Somebody of the neighbourhood or of the whole place, all equally likely: homes and the places in them are drawn until
/// somebody lives there. Homes neither come nor go, so that the draw depends on nobody else.
fn somebody_met(world: &World, i: usize, word: u32, elsewhere: bool) -> Option<usize> {
    let here = world.persons.community[i];
    let mut drawn = Key(u64::from(word));
    (0..12).find_map(|_| {
        drawn = drawn.child(0);
        let word = drawn.0 as u32;
        let home = if elsewhere {
            pick(world.families.len(), word)
        } else {
            world.home_in(here, word)
        }?;
        let member = world.families.members[home][(drawn.0 >> 61) as usize % LARGEST_HOUSEHOLD];
        (member.is_some() && world.persons.alive[member.index()]).then_some(member.index())
    })
}

/// The chance that somebody met is somebody for a tie: lower for another age band or social group.
fn likeness(world: &World, homophily: f32, i: usize, j: usize) -> f32 {
    let persons = &world.persons;
    let years = f32::from(persons.age(i)) - f32::from(persons.age(j));
    let apart = (years.abs() / BAND).min(BANDS_MOST);
    let age = 1.0 - homophily * (apart / BANDS_UNLIKE).min(1.0);
    let grown = (persons.age(i) >= 16) == (persons.age(j) >= 16);
    let group = if persons.group[i] == persons.group[j] {
        1.0
    } else {
        1.0 - OF_GROUP * homophily
    };
    if grown {
        (age * group).max(LEAST_LIKE)
    } else {
        0.0
    }
}

/// How strong a tie will become: drawn for the pair.
fn goal(world: &World, i: usize, j: usize, close: bool) -> f32 {
    let pair = world.persons.key[i].pair(world.persons.key[j]);
    let [_, depth, ..] = world.luck.uniforms(pair, 0, Stream::TieStrength);
    if close {
        CLOSE + ABOVE_CLOSE + CLOSE_DEPTH * depth
    } else {
        WEAKEST + WEAK_DEPTH * depth
    }
}

/// How strong a tie is when two have just met, by how strong it will become.
fn at_first(goal: f32) -> f32 {
    (FIRST * goal).min(FIRST_MOST)
}

/// Counts those whom everybody can count on now.
fn count_close(world: &mut World) {
    let persons = &mut world.persons;
    for (count, strengths) in persons.close_friends.iter_mut().zip(&persons.tie_strength) {
        *count = at_least(strengths, CLOSE);
    }
}

#[cfg(test)]
mod tests;
