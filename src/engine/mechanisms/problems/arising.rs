//! Problems arising: whose, and of which kind. Must not know what becomes of them.

use super::requests::Here;
use crate::engine::chosen::chosen;
use crate::engine::state::{Persons, World};
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::parameters::{Parameters, Problems};
use crate::units::AnnualRate;

/// Problems of mind of people under 30, of others'.
const YOUNG: f32 = 1.3;
/// Problems of mind of people out of work, of others'.
const WORKLESS: f32 = 1.5;
/// Problems with work of people past working age, of others'.
const PAST_WORK: f32 = 0.1;
/// Health problems of people limited a lot, of those of people limited a little.
const LIMITED_A_LOT: f32 = 1.3;
/// Health problems of people with a condition that does not limit them, and of people without one, of the mean.
const NOT_LIMITED: f32 = 1.2;
const HEALTHY: f32 = 0.7;
/// Health problems at birth, of the mean, and over how many years they grow by as much as the mean.
const AT_BIRTH: f32 = 0.6;
const YEARS_FOR_ALL: f32 = 110.0;
/// The block of a person's draws about problems that says of which kind new ones are. Blocks 1 to 3 say what becomes of those
/// that are open.
const BLOCK_OF_KINDS: u64 = 4;

/// A quarter of problems for every adult whose turn it is: at most one for each month of it.
pub(super) fn arise(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    here: &[Here],
    conditions: f32,
    due: &[usize],
) {
    let p = &parameters.problems;
    let luck = world.luck.of(month, Stream::Problems);
    let persons = &world.persons;
    let rates = |persons: &Persons, i: usize| {
        rates(p, persons, i, here[persons.community[i].index()].arising)
    };
    // One look at everybody, so that only those are worked out to whom a problem may come.
    let perhaps = chosen(due.len(), |nth| {
        let i = due[nth];
        let [draws @ .., _] = luck.uniforms(persons.key[i]);
        let rate = AnnualRate(rates(persons, i).iter().sum::<f32>() * conditions);
        persons.is_adult(i) & rate.may_happen(draws.into_iter().fold(1.0, f32::min))
    });
    for i in perhaps.into_iter().map(|nth| due[nth as usize]) {
        let rates = rates(&world.persons, i);
        let total: f32 = rates.iter().sum();
        let key = world.persons.key[i];
        let [draws @ .., _] = luck.uniforms(key);
        // Those before are the draws about problems that are open: see `at_home`.
        let marks = luck.block(key, BLOCK_OF_KINDS);
        for (draw, mark) in draws.into_iter().zip(marks) {
            if AnnualRate(total * conditions).happens(draw) {
                let kind = kind(&rates, uniform(mark) * total);
                begin(&mut world.persons, i, kind);
            }
        }
    }
}

/// How often each kind of problem arises for a person in a neighbourhood with this gradient. Unit: problems a year.
fn rates(p: &Problems, persons: &Persons, i: usize, gradient: f32) -> [f32; 5] {
    let isolated = if persons.close_friends[i] == 0 {
        p.isolated
    } else {
        1.0
    };
    let out_of_work = is_out_of_work(persons, i);
    let poor = if out_of_work { 2.0 } else { 1.0 };
    let young = if persons.age(i) < 30 { YOUNG } else { 1.0 };
    let working_age = if persons.age(i) < 66 { 1.0 } else { PAST_WORK };
    [
        p.health_rate
            * limited(p, persons.disability[i])
            * old(persons.age(i))
            * (0.5 + 0.5 * gradient),
        p.mind_rate * isolated * young * gradient * if out_of_work { WORKLESS } else { 1.0 },
        p.money_rate * poor * gradient * gradient,
        p.home_rate * gradient * gradient,
        p.work_rate * poor * working_age * gradient,
    ]
}

fn limited(p: &Problems, disability: Disability) -> f32 {
    [HEALTHY, NOT_LIMITED, p.limited, p.limited * LIMITED_A_LOT][disability as usize]
}

fn old(age: u16) -> f32 {
    AT_BIRTH + f32::from(age) / YEARS_FOR_ALL
}

#[inline]
fn is_out_of_work(persons: &Persons, i: usize) -> bool {
    matches!(persons.activity[i], Activity::Unemployed | Activity::Sick)
}

/// The kind that a mark on the sum of all rates falls on.
fn kind(rates: &[f32; 5], mut mark: f32) -> usize {
    let kind = rates.iter().position(|rate| {
        mark -= rate;
        mark < 0.0
    });
    kind.unwrap_or(0)
}

/// A problem begins, unless one of its kind is open already.
fn begin(persons: &mut Persons, i: usize, kind: usize) {
    if persons.problem_age[i][kind] == 0 {
        persons.close_problem(i, kind);
        persons.problem_age[i][kind] = 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn in_a_quarter_everybody_has_their_rate_of_problems() {
        let mut parameters = Parameters::default();
        let p = &mut parameters.problems;
        (
            p.health_rate,
            p.mind_rate,
            p.money_rate,
            p.home_rate,
            p.work_rate,
        ) = (0.0, 0.0, 0.0, 1.2, 0.0);
        let mut world = example::new();
        example::alike(&mut world, 40);
        let arising = 1.5;
        let here: Vec<Here> = (0..world.communities.len())
            .map(|_| Here {
                arising,
                access: 1.0,
            })
            .collect();
        for month in 0..3 {
            let due = world.due(month);
            arise(&mut world, &parameters, month, &here, 0.5, &due);
        }
        let with = world.living().filter(|i| world.persons.has_problem(*i));
        let share = with.count() as f64 / f64::from(world.population());
        // A rate of 1.2 × 1.5² × 0.5 a year, over a quarter.
        let expected = 1.0 - crate::numeric::exp(-1.35 / 4.0);
        assert!((share - expected).abs() < 0.04, "{share}, not {expected}");
    }
}
