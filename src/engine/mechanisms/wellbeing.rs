//! Wellbeing: lasting and slowly changing differences between people, circumstances, those close by, and dips from events
//! from which people recover. Must not know services or money.
//!
//! Distances below 10 are log-normal, which gives the skew of life satisfaction; differences have a lasting, a slow and a
//! momentary part (Lucas & Donnellan 2007), which gives its stability.

mod circumstances;
mod company;
mod parts;

use crate::engine::state::{Persons, World};
use crate::numeric;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::{monthly_share_of_half_life, quarterly_share_of_half_life};
use circumstances::Circumstances;
use company::Company;
pub use parts::Part;
pub(super) use parts::USUAL;

/// The best that people can say of their life, on the scale from 0 that surveys use. Unit: points.
const BEST: f32 = 10.0;

/// What a person's circumstances and what has happened to them add to their wellbeing now. Unit: points. What others add
/// depends on the month before and is left at 0: it is what is missing between two lives whose own part is the same.
pub fn parts(world: &World, parameters: &Parameters, i: usize) -> [f32; Part::COUNT] {
    let mut parts = Circumstances::new(world, parameters).parts(world, i);
    parts[Part::Events as usize] = -(world.persons.dip[i] + world.persons.scar[i]);
    parts
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    // Everybody reads last month's values: nobody's turn comes first.
    let company = Company::last_month(world, parameters);
    let circumstances = Circumstances::new(world, parameters);
    let mut levels = own_part(world, parameters, month);
    let (persons, strain) = (world.persons.seen(), &world.families.strain[..]);
    for (i, level) in levels.iter_mut().enumerate() {
        if !persons.alive[i] {
            continue;
        }
        *level += circumstances.of(&persons, strain, i) + company.of(&persons, i);
    }
    recover(&mut world.persons, parameters, &levels);
}

/// Everybody recovers a little from what has happened, and stands where that leaves them on their level.
fn recover(persons: &mut Persons, parameters: &Parameters, levels: &[f32]) {
    let p = &parameters.wellbeing;
    let recovers = monthly_share_of_half_life(p.adaptation);
    let heals = monthly_share_of_half_life(p.adaptation_slow);
    let remembers = monthly_share_of_half_life(p.friends_fade);
    let moved = persons
        .wellbeing
        .iter_mut()
        .zip(&mut persons.wellbeing_lately);
    let dips = persons.dip.iter_mut().zip(&mut persons.scar);
    let each = moved.zip(dips).zip(levels.iter().zip(&persons.alive));
    for (((wellbeing, lately), (dip, scar)), (level, alive)) in each {
        let (dipped, scarred) = (*dip - recovers * *dip, *scar - heals * *scar);
        let now = (level - dipped - scarred).clamp(0.0, BEST);
        // Written for nobody too: what holds is chosen and not branched on.
        *dip = if *alive { dipped } else { *dip };
        *scar = if *alive { scarred } else { *scar };
        *wellbeing = if *alive { now } else { *wellbeing };
        *lately += if *alive {
            remembers * (now - *lately)
        } else {
            0.0
        };
    }
}

/// Where everybody would stand for themselves: a lasting, a slow and a momentary difference between people. The slow part
/// moves by a quarter at a time.
fn own_part(world: &mut World, parameters: &Parameters, month: u32) -> Vec<f32> {
    let p = &parameters.wellbeing;
    let stays = 1.0 - quarterly_share_of_half_life(p.slow_half_life);
    let renews = (1.0 - stays * stays).sqrt();
    let luck = world.luck.of(month, Stream::Wellbeing);
    for i in world.due(month) {
        let [_, drifts, ..] = luck.words(world.persons.key[i]);
        let slow_score = &mut world.persons.slow_score[i];
        *slow_score = stays * *slow_score + renews * world.normals.of(drifts);
    }
    let (lasting, slow, momentary) = (
        p.spread * p.trait_share.sqrt(),
        p.spread * p.slow_share.sqrt(),
        p.spread * (1.0 - p.trait_share - p.slow_share).max(0.0).sqrt(),
    );
    let persons = &world.persons;
    let scores = persons.trait_score.iter().zip(&persons.slow_score);
    let mut own: Vec<f32> = scores
        .zip(&persons.key)
        .map(|((trait_score, slow_score), key)| {
            let moment = world.normals.of(luck.words(*key)[0]);
            p.distance - lasting * trait_score - slow * slow_score - momentary * moment
        })
        .collect();
    numeric::exp_all(&mut own);
    for distance in &mut own {
        *distance = BEST - *distance;
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    /// Only the person's own part is left.
    fn own_part() -> Parameters {
        let mut parameters = Parameters::default();
        let p = &mut parameters.wellbeing;
        (
            p.problem_health,
            p.problem_mind,
            p.problem_other,
            p.unemployed,
            p.limited_lot,
            p.unmet,
        ) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        (
            p.carer_strain,
            p.friends,
            p.control,
            p.partner,
            p.deprivation,
        ) = (0.0, 0.0, 0.0, 0.0, 0.0);
        (p.friends_pull, p.family_pull) = (0.0, 0.0);
        parameters
    }

    /// Everybody's own part is the middle.
    fn middle() -> Parameters {
        let mut parameters = own_part();
        parameters.wellbeing.spread = 0.0;
        parameters
    }

    fn own() -> f32 {
        10.0 - libm::expf(Parameters::default().wellbeing.distance)
    }

    #[test]
    fn without_effects_it_is_log_normal_below_ten() {
        let mut world = example::new();
        let (mut distances, mut people) = (Vec::new(), 0.0);
        for month in 0..60 {
            step(&mut world, &own_part(), month);
            for i in world.living() {
                distances.push(crate::numeric::ln(
                    (10.0 - f64::from(world.persons.wellbeing[i])).max(1e-6),
                ));
                people += 1.0;
            }
        }
        let mean = distances.iter().sum::<f64>() / people;
        let sd = (distances
            .iter()
            .map(|d| (d - mean) * (d - mean))
            .sum::<f64>()
            / people)
            .sqrt();
        // The traits of 600 people differ from the distribution's by their own luck.
        assert!((mean - 0.67).abs() < 0.04, "{mean}");
        assert!((sd - 0.62).abs() < 0.04, "{sd}");
    }

    #[test]
    fn the_lasting_and_the_slow_part_keep_their_shares() {
        let mut world = example::new();
        let distance = |world: &World| -> Vec<f64> {
            world
                .living()
                .map(|i| {
                    crate::numeric::ln((10.0 - f64::from(world.persons.wellbeing[i])).max(1e-6))
                })
                .collect()
        };
        step(&mut world, &own_part(), 0);
        let first = distance(&world);
        for month in 1..49 {
            step(&mut world, &own_part(), month);
        }
        let last = distance(&world);
        let n = first.len() as f64;
        let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
        let (a, b) = (mean(&first), mean(&last));
        let covariance = first
            .iter()
            .zip(&last)
            .map(|(x, y)| (x - a) * (y - b))
            .sum::<f64>()
            / n;
        let spread = |values: &[f64], m: f64| {
            (values.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / n).sqrt()
        };
        // After four years, the half-life of the slow part: 0.36 + 0.32 / 2.
        let correlation = covariance / spread(&first, a) / spread(&last, b);
        assert!((correlation - 0.52).abs() < 0.1, "{correlation}");
    }

    #[test]
    fn half_of_a_dip_is_gone_in_the_months_of_adaptation() {
        let mut world = example::new();
        world.persons.dip[0] = 2.0;
        for month in 0..12 {
            step(&mut world, &middle(), month);
        }
        assert!((world.persons.dip[0] - 1.0).abs() < 1e-4);
        assert!((world.persons.wellbeing[0] - (own() - 1.0)).abs() < 1e-3);
        assert!((world.persons.wellbeing[1] - own()).abs() < 1e-4);
    }

    #[test]
    fn the_lasting_part_of_a_dip_heals_slowly() {
        let mut world = example::new();
        world.persons.shake(0, 1.0, 0.3);
        for month in 0..72 {
            step(&mut world, &middle(), month);
        }
        assert!((world.persons.scar[0] - 0.15).abs() < 1e-4 && world.persons.dip[0] < 0.03);
        let expected = own() - 0.15 - 0.7 * libm::powf(0.5, 72.0 / 12.0);
        assert!((world.persons.wellbeing[0] - expected).abs() < 1e-3);
    }

    #[test]
    fn a_change_in_a_friend_is_taken_for_granted_after_a_while() {
        let mut parameters = middle();
        parameters.wellbeing.friends_pull = 0.2;
        let mut world = example::new();
        world.persons.wellbeing.fill(own());
        world.persons.wellbeing_lately.fill(own());
        let i = example::somebody(&world, |p, i| p.tie_count[i] > 0 && p.is_adult(i));
        let friend = world.persons.ties[i][0].index();
        (
            world.persons.close_friends[i],
            world.persons.close_friends[friend],
        ) = (1, 0);
        // From now on the friend is a point better.
        world.persons.wellbeing[friend] += 1.0;
        let mut gains = Vec::new();
        for month in 0..13 {
            world.persons.dip[friend] =
                -1.0 / (1.0 - monthly_share_of_half_life(parameters.wellbeing.adaptation));
            step(&mut world, &parameters, month);
            gains.push(world.persons.wellbeing[i] - own());
        }
        assert!((gains[0] - 0.2).abs() < 1e-4, "{gains:?}");
        assert!(
            (gains[12] - 0.2 * libm::powf(0.5, 12.0 / 4.0)).abs() < 0.01,
            "{gains:?}"
        );
    }

    #[test]
    fn it_stays_between_nought_and_ten() {
        let mut world = example::lived();
        world.persons.dip.fill(50.0);
        step(&mut world, &Parameters::default(), 36);
        assert!(world.living().all(|i| world.persons.wellbeing[i] == 0.0));
        world.persons.dip.fill(-50.0);
        step(&mut world, &Parameters::default(), 37);
        assert!(world.living().all(|i| world.persons.wellbeing[i] == 10.0));
    }
}
