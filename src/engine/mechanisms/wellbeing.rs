//! Wellbeing: lasting and slowly changing differences between people, circumstances, those close by, and dips from events
//! from which people recover. Must not know services or money.
//!
//! Distances below 10 are log-normal, which gives the skew of life satisfaction; differences have a lasting, a slow and a
//! momentary part (Lucas & Donnellan 2007), which gives its stability.

use crate::engine::state::World;
use crate::engine::state::person::CLOSE;
use crate::numeric::normal_quantile;
use crate::place::{Activity, Disability};
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// The wellbeing against which friends' and family's is compared.
pub(super) const USUAL: f32 = 7.4;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.wellbeing;
    // Everybody reads last month's values: nobody's turn comes first.
    let before = Before::new(world);
    let recovers = monthly_share_of_half_life(p.adaptation);
    let heals = monthly_share_of_half_life(p.adaptation_slow);
    let remembers = monthly_share_of_half_life(p.friends_fade);
    let stays = 1.0 - monthly_share_of_half_life(p.slow_half_life);
    let renews = (1.0 - stays * stays).sqrt();
    let (lasting, slow, momentary) = (p.trait_share.sqrt(), p.slow_share.sqrt(), (1.0 - p.trait_share - p.slow_share).max(0.0).sqrt());
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        let words = world.luck.words(world.persons.key[i], month, Stream::Wellbeing);
        let normal = |word: u32| normal_quantile((f64::from(word) + 0.5) / 4_294_967_296.0) as f32;
        let persons = &mut world.persons;
        persons.slow_score[i] = stays * persons.slow_score[i] + renews * normal(words[0]);
        persons.dip[i] -= recovers * persons.dip[i];
        persons.scar[i] -= heals * persons.scar[i];
        let score = lasting * persons.trait_score[i] + slow * persons.slow_score[i] + momentary * normal(words[1]);
        let own = 10.0 - libm::expf(p.distance - p.spread * score);
        let level = own + circumstances(world, parameters, i) + company(world, parameters, i, &before);
        let persons = &mut world.persons;
        persons.wellbeing[i] = (level - persons.dip[i] - persons.scar[i]).clamp(0.0, 10.0);
        persons.wellbeing_lately[i] += remembers * (persons.wellbeing[i] - persons.wellbeing_lately[i]);
    }
}

/// How everybody was last month.
struct Before {
    /// Wellbeing against the usual: what those at home see.
    against_usual: Vec<f32>,
    /// Wellbeing against what it has lately been: what friends notice.
    change: Vec<f32>,
}

impl Before {
    fn new(world: &World) -> Self {
        let persons = &world.persons;
        Self {
            against_usual: persons.wellbeing.iter().map(|w| w - USUAL).collect(),
            change: persons.wellbeing.iter().zip(&persons.wellbeing_lately).map(|(now, lately)| now - lately).collect(),
        }
    }
}

/// What circumstances add and take. Unit: points.
fn circumstances(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let p = &parameters.wellbeing;
    let persons = &world.persons;
    let problems = persons.problem_age[i];
    let open = |kind: usize| f32::from(u8::from(problems[kind] > 0));
    let limited = match persons.disability[i] {
        Disability::Lot => 1.0,
        Disability::Little => 1.0 / 3.0,
        _ => 0.0,
    };
    let out_of_work = if persons.activity[i] == Activity::Unemployed && persons.is_adult(i) { p.unemployed } else { 0.0 };
    let community = persons.community[i].index();
    let place = parameters.community.environment - world.communities.environment[community];
    let taken = p.problem_health * open(0)
        + p.problem_mind * open(1)
        + p.problem_other * (open(2) + open(3) + open(4))
        + p.limited_lot * limited
        + p.unmet * persons.unmet[i].min(20.0)
        + strain(world, parameters, i)
        + out_of_work
        + p.deprivation * place / 0.35
        - if persons.partner[i].is_some() { p.partner } else { 0.0 };
    let friends = p.friends * (f32::from(persons.close_friends[i].min(6)) - 3.0);
    friends + p.control * (persons.control[i] - parameters.control.mean) - taken
}

fn strain(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let strain = world.families.strain[world.persons.family[i].index()];
    let share = if world.persons.care_hours[i] > 0.0 { 1.0 } else { 1.0 / 3.0 };
    parameters.wellbeing.carer_strain * share * strain * parameters.couplings.person_from_family
}

/// What is taken on from friends one counts on and from those at home, as they were last month. Unit: points.
///
/// A friend's change is noticed and after a while taken for granted; those at home live with how somebody is.
fn company(world: &World, parameters: &Parameters, i: usize, before: &Before) -> f32 {
    let p = &parameters.wellbeing;
    let persons = &world.persons;
    let (mut sum, mut count) = (0.0, 0.0);
    for (slot, friend) in persons.friends(i).iter().enumerate() {
        if persons.tie_strength[i][slot] >= CLOSE {
            sum += before.change[friend.index()];
            count += 1.0;
        }
    }
    let friends = if count > 0.0 { p.friends_pull * sum / count } else { 0.0 };
    let (mut sum, mut count) = (0.0, 0.0);
    for member in world.families.living(persons.family[i].index(), &persons.alive) {
        if member != i {
            sum += before.against_usual[member];
            count += 1.0;
        }
    }
    let family = if count > 0.0 { p.family_pull * sum / count } else { 0.0 };
    friends * parameters.couplings.person_from_friends + family * parameters.couplings.person_from_family
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::engine::state::person::TIE_SLOTS;

    /// Only the person's own part is left.
    fn own_part() -> Parameters {
        let mut parameters = Parameters::default();
        let p = &mut parameters.wellbeing;
        (p.problem_health, p.problem_mind, p.problem_other, p.unemployed, p.limited_lot, p.unmet) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        (p.carer_strain, p.friends, p.control, p.partner, p.deprivation) = (0.0, 0.0, 0.0, 0.0, 0.0);
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
                distances.push(crate::numeric::ln((10.0 - f64::from(world.persons.wellbeing[i])).max(1e-6)));
                people += 1.0;
            }
        }
        let mean = distances.iter().sum::<f64>() / people;
        let sd = (distances.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / people).sqrt();
        // The traits of 600 people differ from the distribution's by their own luck.
        assert!((mean - 0.67).abs() < 0.04, "{mean}");
        assert!((sd - 0.62).abs() < 0.04, "{sd}");
    }

    #[test]
    fn the_lasting_and_the_slow_part_keep_their_shares() {
        let mut world = example::new();
        let distance = |world: &World| -> Vec<f64> {
            world.living().map(|i| crate::numeric::ln((10.0 - f64::from(world.persons.wellbeing[i])).max(1e-6))).collect()
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
        let covariance = first.iter().zip(&last).map(|(x, y)| (x - a) * (y - b)).sum::<f64>() / n;
        let spread = |values: &[f64], m: f64| (values.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / n).sqrt();
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
        world.persons.tie_strength[i] = [0.1; TIE_SLOTS];
        world.persons.tie_strength[i][0] = 0.9;
        world.persons.tie_strength[friend] = [0.1; TIE_SLOTS];
        // From now on the friend is a point better.
        world.persons.wellbeing[friend] += 1.0;
        let mut gains = Vec::new();
        for month in 0..13 {
            world.persons.dip[friend] = -1.0 / (1.0 - monthly_share_of_half_life(parameters.wellbeing.adaptation));
            step(&mut world, &parameters, month);
            gains.push(world.persons.wellbeing[i] - own());
        }
        assert!((gains[0] - 0.2).abs() < 1e-4, "{gains:?}");
        assert!((gains[12] - 0.2 * libm::powf(0.5, 12.0 / 4.0)).abs() < 0.01, "{gains:?}");
    }

    #[test]
    fn each_circumstance_takes_its_points() {
        let parameters = Parameters::default();
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.families.strain.fill(0.0);
        world.communities.environment.fill(0.5);
        world.persons.activity[0] = Activity::Employed;
        world.persons.partner[0] = crate::ids::PersonId::NONE;
        (world.persons.close_friends[0], world.persons.control[0]) = (3, 0.62);
        assert!(circumstances(&world, &parameters, 0).abs() < 1e-6);
        let taken = |change: &dyn Fn(&mut World)| {
            let mut changed = world.clone();
            change(&mut changed);
            -circumstances(&changed, &parameters, 0)
        };
        let close = |found: f32, expected: f32| assert!((found - expected).abs() < 1e-5, "{found}, expected {expected}");
        close(taken(&|w| w.persons.problem_age[0] = [3, 0, 0, 0, 0]), 0.22);
        close(taken(&|w| w.persons.problem_age[0] = [0, 1, 1, 1, 1]), 0.72 + 3.0 * 0.25);
        close(taken(&|w| w.persons.activity[0] = Activity::Unemployed), 0.7);
        close(taken(&|w| w.persons.disability[0] = Disability::Lot), 0.4);
        close(taken(&|w| w.persons.disability[0] = Disability::Little), 0.4 / 3.0);
        close(taken(&|w| w.persons.unmet[0] = 10.0), 0.25);
        close(taken(&|w| w.persons.unmet[0] = 60.0), 0.5);
        close(taken(&|w| w.persons.partner[0] = crate::ids::PersonId(5)), -0.22);
        close(taken(&|w| w.persons.close_friends[0] = 9), -0.3);
        close(taken(&|w| w.persons.control[0] = 0.12), 0.4);
        close(taken(&|w| w.communities.environment.fill(0.15)), 0.25);
        close(taken(&|w| w.families.strain.fill(1.0)), 0.5 / 3.0);
        close(
            taken(&|w| {
                w.families.strain.fill(0.6);
                w.persons.care_hours[0] = 30.0;
            }),
            0.3,
        );
    }

    #[test]
    fn strain_reaches_nobody_when_the_family_is_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        world.families.strain.fill(1.0);
        assert!(strain(&world, &parameters, 0) > 0.0);
        parameters.couplings.person_from_family = 0.0;
        assert_eq!(strain(&world, &parameters, 0), 0.0);
    }

    #[test]
    fn company_is_the_mean_of_close_friends_and_of_those_at_home_as_they_were() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.partner[i].is_some() && p.tie_count[i] >= 2);
        let home: Vec<usize> = world.families.living(world.persons.family[i].index(), &world.persons.alive).filter(|k| *k != i).collect();
        world.persons.tie_strength[i] = [0.1; TIE_SLOTS];
        world.persons.tie_strength[i][0] = 0.9;
        world.persons.wellbeing.fill(USUAL);
        world.persons.wellbeing_lately.fill(USUAL);
        world.persons.wellbeing[world.persons.ties[i][0].index()] = USUAL - 2.0;
        world.persons.wellbeing[world.persons.ties[i][1].index()] = 0.0; // not close: passed over
        // At home it is how somebody is that counts, not whether it has changed.
        (world.persons.wellbeing[home[0]], world.persons.wellbeing_lately[home[0]]) = (USUAL + 1.0, USUAL + 1.0);
        let before = Before::new(&world);
        let family = 0.15 / home.len() as f32;
        let close = |found: f32, expected: f32| assert!((found - expected).abs() < 1e-5, "{found}, expected {expected}");
        close(company(&world, &parameters, i, &before), -0.3 + family);
        parameters.couplings.person_from_friends = 0.0;
        close(company(&world, &parameters, i, &before), family);
        parameters.couplings.person_from_family = 0.0;
        close(company(&world, &parameters, i, &before), 0.0);
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
