//! Pattern 15, finite volunteer supply: how many give time, how many stop within a year, how slowly the place recovers when
//! a third of them are lost, and how overload drives them out. Measured on worlds lived as usual; knows no arms.

use crate::engine;
use crate::engine::mechanisms::community;
use crate::engine::state::World;
use crate::ensemble::prepared::{Prepared, Start};
use crate::random::{mix, uniform};
use crate::scenario::parameters::Parameters;

/// What [`measure`] gives, in its order.
pub const MEASURES: [&str; 5] = [
    "share of adults giving time in a month",
    "share of a year's volunteers who have stopped at its end",
    "share of a loss of a third made good after 12 months",
    "share of a loss of a third made good after 24 months",
    "exits when twice what there is is asked for, of exits without overload",
];

/// The share of volunteers that the shock takes.
const SHOCK: f32 = 1.0 / 3.0;

/// The five measures of [`MEASURES`], from the world at the start.
///
/// Unit: shares (0–1); the last is a ratio. A measure of nobody is 0. The world runs with `parameters`, whatever those of
/// the scenario are.
pub fn measure(_prepared: &Prepared, start: &Start, parameters: &Parameters) -> Vec<f64> {
    let mut usual = start.world.clone();
    let before = volunteers(&usual);
    let mut shocked = usual.clone();
    for i in before
        .iter()
        .copied()
        .filter(|i| is_taken(&start.world, *i))
    {
        shocked.persons.volunteer[i] = false;
    }
    let lost = (before.len() - volunteers(&shocked).len()) as f64;
    let missing = |usual: &World, shocked: &World| {
        volunteers(usual).len() as f64 - volunteers(shocked).len() as f64
    };
    let mut sharing = 0.0;
    let (mut stopped, mut recovered_12) = (0.0, 0.0);
    for month in 1..=24 {
        engine::step(&mut usual, parameters, None);
        engine::step(&mut shocked, parameters, None);
        if month <= 12 {
            sharing += share(volunteers(&usual).len() as f64, adults(&usual)) / 12.0;
        }
        if month == 12 {
            stopped = exits(&start.world, &usual, &before);
            recovered_12 = share(lost - missing(&usual, &shocked), lost);
        }
    }
    let recovered_24 = share(lost - missing(&usual, &shocked), lost);
    vec![
        sharing,
        stopped,
        recovered_12,
        recovered_24,
        overload(&start.world, &before, parameters),
    ]
}

/// Whether the shock takes a volunteer: a third of them, the same in every world.
fn is_taken(world: &World, i: usize) -> bool {
    uniform((mix(world.persons.key[i].0 ^ 0x5348_4F43) >> 32) as u32) < SHOCK
}

/// Exits within a year when twice the mutual aid there is is asked for, of exits when no more than it is: the community
/// mechanism alone, so that nothing but the overload differs.
fn overload(world: &World, before: &[usize], parameters: &Parameters) -> f64 {
    let left = |used: f32| {
        let mut changed = world.clone();
        for month in 0..12 {
            changed.communities.aid_used.fill(used);
            community::step(&mut changed, parameters, world.month + month);
        }
        exits(world, &changed, before)
    };
    share(left(2.0), left(0.0))
}

/// The share of these people, of those still here, who give no time any more.
fn exits(earlier: &World, later: &World, people: &[usize]) -> f64 {
    let is_here =
        |i: &&usize| later.persons.alive[**i] && later.persons.key[**i] == earlier.persons.key[**i];
    let here: Vec<usize> = people.iter().filter(is_here).copied().collect();
    share(
        here.iter()
            .filter(|i| !later.persons.volunteer[**i])
            .count() as f64,
        here.len() as f64,
    )
}

fn volunteers(world: &World) -> Vec<usize> {
    world
        .living()
        .filter(|i| world.persons.is_adult(*i) && world.persons.volunteer[*i])
        .collect()
}

fn adults(world: &World) -> f64 {
    world
        .living()
        .filter(|i| world.persons.is_adult(*i))
        .count() as f64
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    #[test]
    fn what_is_measured_answers_to_the_mechanism() {
        let mut scenario = validate::parse(bundled::scenario("no-money").unwrap()).unwrap();
        (scenario.people, scenario.years, scenario.spin_up_months) = (600, 2, 24);
        let prepared = Prepared {
            scenario,
            place: crate::place::example::small(),
        };
        let start = prepared.spin_up(0);
        let mut parameters = Parameters::default();
        let usual = measure(&prepared, &start, &parameters);
        assert_eq!(usual.len(), MEASURES.len());
        assert!(
            (0.1..0.3).contains(&usual[0]) && (0.1..0.4).contains(&usual[1]) && usual[4] > 1.0,
            "{usual:?}"
        );
        // Where nobody begins or stops, nothing is made good and nobody leaves.
        parameters.set("community.volunteer_start", 0.0);
        parameters.set("community.volunteer_stop", 0.0);
        let still = measure(&prepared, &start, &parameters);
        assert_eq!((still[1], still[4]), (0.0, 0.0));
        assert!(
            still[2].abs() < 0.3 && still[3].abs() < 0.5,
            "only by deaths and moves: {still:?}"
        );
    }
}
