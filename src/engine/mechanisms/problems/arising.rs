//! Problems arising: whose, and of which kind. Must not know what becomes of them.

use super::{Here, Living};
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
/// Products and sums of positive numbers in another order differ by some 10⁻⁶ of themselves; a bound lies above that.
const ROUNDING: f32 = 1.000_01;

/// At most one new problem a month for every adult.
pub(super) fn arise(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    here: &[Here],
    conditions: f32,
    living: &Living,
) {
    let persons = &world.persons;
    let [draws] = world.luck.columns(&living.keys, month, Stream::Problems);
    let most = Most::new(&parameters.problems, here, conditions);
    let highest = most.of_anybody(persons);
    // Those whom their draw does not rule out whoever they are; of them, those whom it does not rule out as who they are.
    let possible = chosen(draws.len(), |k| draws[k] < highest);
    let possible: Vec<(u32, f32)> = possible
        .into_iter()
        .map(|k| (living.positions[k as usize], draws[k as usize]))
        .collect();
    let likely = chosen(possible.len(), |k| {
        let i = possible[k].0 as usize;
        persons.is_adult(i) & (possible[k].1 < most.of(persons, i))
    });
    for (i, draw) in likely.into_iter().map(|k| possible[k as usize]) {
        let i = i as usize;
        let rates = rates(
            &parameters.problems,
            &world.persons,
            i,
            here[world.persons.community[i].index()].arising,
        );
        let total: f32 = rates.iter().sum();
        if AnnualRate(total * conditions).happens(draw) {
            let words = world
                .luck
                .words(world.persons.key[i], month, Stream::Problems);
            begin(
                &mut world.persons,
                i,
                kind(&rates, uniform(words[1]) * total),
            );
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
    match disability {
        Disability::Lot => p.limited * LIMITED_A_LOT,
        Disability::Little => p.limited,
        Disability::Condition => NOT_LIMITED,
        Disability::None => HEALTHY,
    }
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

/// Draws from which on no problem can arise, quickly found: the same sum of rates put together from tables, and a little more.
/// For most people nothing else has to be worked out.
struct Most {
    /// Health problems, by what limits a person and by age.
    health: [[f32; Self::AGES]; 4],
    /// What health problems are multiplied with, by neighbourhood.
    gradient: Vec<f32>,
    /// All others, by neighbourhood and by [`Most::group`].
    others: Vec<[f32; 12]>,
}

impl Most {
    /// Whoever is older than this is not ruled out by any table.
    const AGES: usize = 120;

    fn new(p: &Problems, here: &[Here], conditions: f32) -> Self {
        // No chance of a month is above a twelfth of the rate.
        let month = conditions / 12.0 * ROUNDING;
        let every = [
            Disability::None,
            Disability::Condition,
            Disability::Little,
            Disability::Lot,
        ];
        let health = every.map(|disability| {
            std::array::from_fn(|age| {
                p.health_rate * limited(p, disability) * old(age as u16) * month
            })
        });
        let others = |here: &Here| {
            let g = here.arising;
            std::array::from_fn(|group| {
                let (isolated, out_of_work) = (group % 2 == 1, group / 2 % 2 == 1);
                let (young, working_age) = [(YOUNG, 1.0), (1.0, 1.0), (1.0, PAST_WORK)][group / 4];
                let poor = if out_of_work { 2.0 } else { 1.0 };
                let mind = p.mind_rate
                    * if isolated { p.isolated } else { 1.0 }
                    * young
                    * if out_of_work { WORKLESS } else { 1.0 };
                let square = (p.money_rate * poor + p.home_rate) * g * g;
                (mind * g + square + p.work_rate * poor * working_age * g) * month
            })
        };
        Self {
            health,
            gradient: here.iter().map(|here| 0.5 + 0.5 * here.arising).collect(),
            others: here.iter().map(others).collect(),
        }
    }

    /// No draw from this number on brings anybody a problem.
    fn of_anybody(&self, persons: &Persons) -> f32 {
        let oldest = usize::from(persons.age_months.iter().copied().max().unwrap_or(0) / 12);
        if oldest >= Self::AGES {
            return f32::INFINITY;
        }
        let highest = |values: &mut dyn Iterator<Item = f32>| values.fold(0.0_f32, f32::max);
        // The rate of health problems rises with age.
        let health = highest(&mut self.health.iter().map(|by_age| by_age[oldest]));
        let gradient = highest(&mut self.gradient.iter().copied());
        health * gradient + highest(&mut self.others.iter().flatten().copied())
    }

    /// Where a person stands in the table of other problems.
    #[inline]
    fn group(persons: &Persons, i: usize, age: u16) -> usize {
        let stage = usize::from(age >= 30) + usize::from(age >= 66);
        stage * 4
            + usize::from(is_out_of_work(persons, i)) * 2
            + usize::from(persons.close_friends[i] == 0)
    }

    /// No draw from this number on brings a person a problem.
    #[inline]
    fn of(&self, persons: &Persons, i: usize) -> f32 {
        let age = persons.age(i);
        let here = persons.community[i].index();
        let health = self.health[persons.disability[i] as usize]
            .get(usize::from(age))
            .copied()
            .unwrap_or(f32::INFINITY);
        health * self.gradient[here] + self.others[here][Self::group(persons, i, age)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use proptest::prelude::*;

    const KINDS: [Disability; 4] = [
        Disability::None,
        Disability::Condition,
        Disability::Little,
        Disability::Lot,
    ];
    const DOES: [Activity; 4] = [
        Activity::Employed,
        Activity::Unemployed,
        Activity::Sick,
        Activity::Retired,
    ];

    proptest! {
        #[test]
        fn nobody_is_ruled_out_who_could_have_a_problem_and_few_others_are_kept(
            health in 0.0_f32..5.0, mind in 0.0_f32..5.0, money in 0.0_f32..5.0, home in 0.0_f32..5.0, work in 0.0_f32..5.0,
            (worse, isolated, arising, conditions) in (1.0_f32..3.0, 1.0_f32..1.8, 0.4_f32..2.5, 0.5_f32..1.5),
            (disability, does, friends, age) in (0_usize..4, 0_usize..4, 0_u8..3, 18_u16..140),
        ) {
            let mut p = Parameters::default().problems;
            (p.health_rate, p.mind_rate, p.money_rate, p.home_rate, p.work_rate) = (health, mind, money, home, work);
            (p.limited, p.isolated) = (worse, isolated);
            let mut world = example::new();
            let persons = &mut world.persons;
            (persons.disability[0], persons.activity[0]) = (KINDS[disability], DOES[does]);
            (persons.close_friends[0], persons.age_months[0]) = (friends, age * 12 + 11);
            let here: Vec<Here> = (0..world.communities.len()).map(|_| Here { arising, access: 1.0 }).collect();
            let table = Most::new(&p, &here, conditions);
            let (most, highest) = (table.of(&world.persons, 0), table.of_anybody(&world.persons));
            let total: f32 = rates(&p, &world.persons, 0, arising).iter().sum();
            let chance = AnnualRate(total * conditions).monthly().0;
            prop_assert!(chance <= most && most <= highest, "{chance} {most} {highest}");
            prop_assert!(age >= 120 || most <= total * conditions / 12.0 * 1.000_1, "{most} for {total} a year");
        }
    }
}
