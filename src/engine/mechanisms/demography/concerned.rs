//! Whom and which homes something may happen to this month: one look at everybody, so that only they are worked out. Nobody
//! is missed whom something happens to. Must not change anything, nor know what happens.

use super::{Gompertz, MOST_BIRTHS, births_of, may_be_mother, may_leave_parents, moving_pace};
use crate::engine::chosen::chosen;
use crate::engine::state::person::NOT_LIMITED;
use crate::engine::state::{Persons, World};
use crate::random::{Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// Positions of those who may die, or whose months are numbered, in order. They are not a month older yet.
pub(super) fn by_death(world: &World, month: u32, hazard: &Gompertz) -> Vec<usize> {
    let persons = &world.persons;
    let [dies] = world.luck.columns(&persons.key, month, Stream::Demography);
    let mut concerned = Vec::new();
    for (i, dies) in dies.into_iter().enumerate() {
        let age = (persons.age_months[i] + 1) / 12;
        let may =
            hazard.of(persons, i, age).may_happen(dies) | (persons.months_left[i] != NOT_LIMITED);
        if may & persons.alive[i] {
            concerned.push(i);
        }
    }
    concerned
}

/// Homes where somebody may come, go or be born, in order.
pub(super) fn homes(
    world: &World,
    parameters: &Parameters,
    month: u32,
    partnering: &[f32],
) -> Vec<usize> {
    let p = &parameters.demography;
    let mut concerned = vec![false; world.families.len()];
    let eldest = eldest(world);
    let [moves, joins] = world
        .luck
        .columns(&world.families.key, month, Stream::Moves);
    let moving: Vec<f32> = (0..=OLD)
        .map(|age| p.moves_out * moving_pace(age))
        .collect();
    for (family, concerned) in concerned.iter_mut().enumerate() {
        // Empty homes and those without a grown-up are always looked at.
        let age = eldest[family] / 12;
        let joining = if (18..65).contains(&age) {
            p.partnering / partnering[world.families.community[family].index()]
        } else {
            0.0
        };
        *concerned = (age < 16)
            | AnnualRate(moving[usize::from(age.min(OLD))]).may_happen(moves[family])
            | AnnualRate(joining).may_happen(joins[family]);
    }
    mark(
        world,
        &mut concerned,
        may_be_mother,
        (births_of, Stream::Demography, p.birth_rate * MOST_BIRTHS),
        month,
    );
    mark(
        world,
        &mut concerned,
        may_leave_parents,
        (|key| key, Stream::Moves, p.leaving_home),
        month,
    );
    concerned
        .into_iter()
        .enumerate()
        .filter(|(_, concerned)| *concerned)
        .map(|(family, _)| family)
        .collect()
}

/// The age from which households move as old ones do. Unit: years.
const OLD: u16 = 65;

/// The age of the eldest in each home; 0 where nobody lives. Unit: months.
fn eldest(world: &World) -> Vec<u16> {
    let persons = &world.persons;
    let mut eldest = vec![0; world.families.len()];
    for ((family, months), alive) in persons
        .family
        .iter()
        .zip(&persons.age_months)
        .zip(&persons.alive)
    {
        let eldest: &mut u16 = &mut eldest[family.index()];
        *eldest = (*eldest).max(if *alive { *months } else { 0 });
    }
    eldest
}

/// Marks the homes of those who can, and whose draw is low enough for the most that the rate can be.
fn mark(
    world: &World,
    concerned: &mut [bool],
    can: impl Fn(&Persons, usize) -> bool,
    (name, stream, rate): (impl Fn(Key) -> Key, Stream, f32),
    month: u32,
) {
    let persons = &world.persons;
    let who = chosen(persons.len(), |i| can(persons, i));
    let keys: Vec<Key> = who.iter().map(|i| name(persons.key[*i as usize])).collect();
    let [draws] = world.luck.columns(&keys, month, stream);
    for (i, draw) in who.into_iter().map(|i| i as usize).zip(draws) {
        concerned[persons.family[i].index()] |= AnnualRate(rate).may_happen(draw);
    }
}
