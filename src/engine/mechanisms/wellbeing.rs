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
const USUAL: f32 = 7.4;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.wellbeing;
    // Everybody reads last month's values: nobody's turn comes first.
    let before = world.persons.wellbeing.clone();
    let recovers = monthly_share_of_half_life(p.adaptation);
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
        let score = lasting * persons.trait_score[i] + slow * persons.slow_score[i] + momentary * normal(words[1]);
        let own = 10.0 - libm::expf(p.distance - p.spread * score);
        let level = own + circumstances(world, parameters, i) + company(world, parameters, i, &before) - world.persons.dip[i];
        world.persons.wellbeing[i] = level.clamp(0.0, 10.0);
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
fn company(world: &World, parameters: &Parameters, i: usize, before: &[f32]) -> f32 {
    let p = &parameters.wellbeing;
    let persons = &world.persons;
    let (mut sum, mut count) = (0.0, 0.0);
    for (slot, friend) in persons.friends(i).iter().enumerate() {
        if persons.tie_strength[i][slot] >= CLOSE {
            sum += before[friend.index()] - USUAL;
            count += 1.0;
        }
    }
    let friends = if count > 0.0 { p.friends_pull * sum / count } else { 0.0 };
    let (mut sum, mut count) = (0.0, 0.0);
    for member in world.families.living(persons.family[i].index(), &persons.alive) {
        if member != i {
            sum += before[member] - USUAL;
            count += 1.0;
        }
    }
    let family = if count > 0.0 { p.family_pull * sum / count } else { 0.0 };
    friends * parameters.couplings.person_from_friends + family * parameters.couplings.person_from_family
}
