//! Ties: friendships form through friends of friends, the neighbourhood and introductions, grow with contact and fade
//! without it; crises, need in an unwelcoming place and moves break them. Loneliness is measured here, as a state.
//! Must not know services.

mod connectors;
mod loneliness;
mod meeting;
mod review;

use crate::engine::state::World;
use crate::place::Disability;
use crate::random::{MonthLuck, Stream};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, QUARTER};
use meeting::{Likeness, Search};

/// How readily people in the lowest wellbeing look for friends, what the usual adds, where that is, and how many times it
/// adds at the most. Unit: ratios; points.
const SEEKS_LOW: f32 = 0.6;
const SEEKS_WELL: f32 = 0.4;
const WELL: f32 = 7.5;
const MOST_WELL: f32 = 1.3;
/// How readily people look for friends whose activities are limited a lot, of others. Unit: ratio.
const SEEKS_LIMITED: f32 = 0.8;

/// Names the draws about the ties that somebody brings, apart from those about the ties they form.
const BROUGHT: u64 = 0xB2;

/// One month: those whose turn it is look at their ties, for somebody they lack, and at how lonely they are.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    if month.is_multiple_of(12) {
        connectors::find(world);
    }
    let due = world.due(month);
    review::grow(world, parameters, month);
    review::review(world, parameters, month, &due);
    let likeness = Likeness::new(parameters.ties.homophily);
    newcomers(world, parameters, &likeness, month);
    form(world, parameters, &likeness, month, &due);
    connectors::introduce(world, parameters, &likeness, month);
    loneliness::feel(world, parameters, &due);
}

/// Those who came this month and bring ties with them.
fn newcomers(world: &mut World, parameters: &Parameters, likeness: &Likeness, month: u32) {
    let came = &world.persons.came;
    for i in world.persons.living_few(came, |came| *came == month) {
        if world.persons.age(i) >= LEAST_AGE {
            bring(world, parameters, likeness, month, i);
        }
    }
}

/// The age from which people have friends of their own. Unit: years.
const LEAST_AGE: u16 = 5;

/// A quarter of looking for friends, month by month: each month may bring one.
fn form(
    world: &mut World,
    parameters: &Parameters,
    likeness: &Likeness,
    month: u32,
    due: &[usize],
) {
    let introducing = Introducing::new(world, parameters);
    let luck = world.luck.of(month, Stream::Ties);
    for (i, nth, starts) in looking(world, parameters, &introducing, luck, due) {
        let i = i as usize;
        // What they lack may have been found since: it never grows while people meet.
        let wish = wish(world, parameters, i);
        let any = AnnualRate(wish.0 + wish.1);
        let wanted = any.happens(starts);
        let introduced = introducing.of(world, i);
        if !wanted && (introduced == 0.0 || starts >= any.monthly().0 + introduced) {
            continue;
        }
        let search = Search {
            // An introduction is to somebody who may become a friend to count on.
            close: !wanted || AnnualRate(wish.0).happens(starts),
            of_old: false,
        };
        let own = world.persons.key[i].child(u64::from(nth));
        meeting::meet(world, parameters, likeness, i, search, luck, own);
    }
}

/// Who may look for somebody in which month of the quarter, and the draw that says whether they do: nobody is missed who does.
fn looking(
    world: &World,
    parameters: &Parameters,
    introducing: &Introducing,
    luck: MonthLuck,
    due: &[usize],
) -> Vec<(u32, u32, f32)> {
    let mut looking = vec![(0, 0, 0.0); due.len() * QUARTER as usize];
    let mut kept = 0;
    for i in due.iter().copied() {
        let [starts @ .., _] = luck.uniforms(world.persons.key[i]);
        let (close, weaker) = wish(world, parameters, i);
        let introduced = introducing.of(world, i) * 12.0;
        let grown = world.persons.age(i) >= LEAST_AGE;
        for (nth, starts) in (0..).zip(starts) {
            // Noted of everybody and kept of some: who they are cannot be guessed.
            looking[kept] = (i as u32, nth, starts);
            let may = AnnualRate(close + weaker + introduced).may_happen(starts);
            kept += usize::from(grown & may);
        }
    }
    looking.truncate(kept);
    looking
}

/// How likely introductions make a friend of somebody in a month.
struct Introducing {
    /// What an introduction comes to, by neighbourhood; nothing where nobody is introduced.
    here: Vec<f32>,
}

impl Introducing {
    fn new(world: &World, parameters: &Parameters) -> Self {
        let p = &parameters.ties;
        if !world.funded.is_reaching(Lever::Introductions) {
            return Self { here: Vec::new() };
        }
        let further = |found: f32| p.introduction_sticks * (1.0 + p.connector_gain * found);
        Self {
            here: connectors::found(world).into_iter().map(further).collect(),
        }
    }

    fn of(&self, world: &World, i: usize) -> f32 {
        let here = self.here.get(world.persons.community[i].index());
        here.map_or(0.0, |here| {
            here * world.funded.person(&world.persons, i, Lever::Introductions)
        })
    }
}

/// How often a year a person looks for a close friend and for a weaker tie: the more often the more they lack.
#[inline(always)]
fn wish(world: &World, parameters: &Parameters, i: usize) -> (f32, f32) {
    let p = &parameters.ties;
    let persons = &world.persons;
    let close = persons.close_ties[i];
    let lacks_close = persons.close_wanted(i).saturating_sub(close);
    let lacks_weaker = persons.weaker_wanted[i].saturating_sub(persons.tie_count[i] - close);
    let well = SEEKS_LOW + SEEKS_WELL * (persons.wellbeing[i] / WELL).min(MOST_WELL);
    let limited = persons.disability[i] == Disability::Lot;
    let able = if limited { SEEKS_LIMITED } else { 1.0 };
    let pace = well * able * world.government.contact;
    (
        p.formation_close * f32::from(lacks_close) * pace,
        p.formation * f32::from(lacks_weaker) * pace,
    )
}

/// Somebody who has just come knows people here already: most moves are over a few miles.
fn bring(world: &mut World, parameters: &Parameters, likeness: &Likeness, month: u32, i: usize) {
    let kept = parameters.ties.kept_on_coming;
    let luck = world.luck.of(month, Stream::Ties);
    let own = world.persons.key[i].child(BROUGHT);
    let mut draws = luck.draws(own);
    let (close, weaker) = (
        world.persons.close_wanted(i),
        world.persons.weaker_wanted[i],
    );
    for nth in 0..close + weaker {
        if draws.uniform() < kept {
            let search = Search {
                close: nth < close,
                of_old: true,
            };
            let own = own.child(u64::from(nth));
            meeting::meet(world, parameters, likeness, i, search, luck, own);
        }
    }
}

#[cfg(test)]
mod tests;
