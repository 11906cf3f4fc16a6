//! People start and stop giving time. Supply is finite: only those who are well enough begin, half of them because somebody
//! who gives time asks them, so that what is lost comes back slowly and in part.

use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::{Community, Parameters};
use crate::units::AnnualRate;

/// Close friends of somebody who is asked to give time as often as the mean: about what people have. Unit: friends.
const USUAL_FRIENDS: f32 = 3.0;
/// The least that contact counts for in keeping volunteers: even under lockdown some is by telephone. Unit: share.
const LEAST_CONTACT: f32 = 0.3;

/// Those whose turn it is decide, and the share who give time is counted.
pub(super) fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.community;
    let chances: Vec<Chances> = (0..world.communities.len())
        .map(|c| Chances::here(world, p, c))
        .collect();
    let luck = world.luck.of(month, Stream::Community);
    for i in world.due(month) {
        let persons = &mut world.persons;
        if !persons.is_adult(i) {
            continue;
        }
        let draw = luck.uniform(persons.key[i]);
        let here = &chances[persons.community[i].index()];
        let strained = world.families.strain[persons.family[i].index()] > STRAINED;
        let able = (persons.wellbeing[i] >= p.well_enough) & !strained;
        let starts = able & (draw < here.starts[usize::from(persons.close_friends[i].min(6))]);
        let stops = draw < here.stops[usize::from(able)];
        persons.volunteer[i] = if persons.volunteer[i] { !stops } else { starts };
    }
    count(world);
}

/// The strain from which a family has no time to give.
const STRAINED: f32 = 0.5;

/// The share of the adults of each neighbourhood who give time.
fn count(world: &mut World) {
    let persons = &world.persons;
    let mut counts = vec![(0_u32, 0_u32); world.communities.len()];
    let who = persons.alive.iter().zip(&persons.age_months);
    let gives = persons.community.iter().zip(&persons.volunteer);
    for ((alive, months), (community, volunteer)) in who.zip(gives) {
        let adult = *alive & (*months >= 18 * 12);
        let count = &mut counts[community.index()];
        count.0 += u32::from(adult);
        count.1 += u32::from(adult & *volunteer);
    }
    for (c, (adults, volunteers)) in counts.into_iter().enumerate() {
        world.counts.volunteer_months += u64::from(volunteers);
        world.communities.volunteers[c] = if adults > 0 {
            volunteers as f32 / adults as f32
        } else {
            0.0
        };
    }
}

/// What differs by neighbourhood, worked out once a month. Unit: chance a quarter.
struct Chances {
    /// That somebody who is able begins, by close friends; as with six with more.
    starts: [f32; 7],
    /// That somebody who gives time stops: unable, able.
    stops: [f32; 2],
}

impl Chances {
    fn here(world: &World, p: &Community, c: usize) -> Self {
        let contact = world.government.contact;
        let start = starts(world, p, c);
        let known =
            |friends: usize| (1.0 + p.friends_ask * (friends as f32 - USUAL_FRIENDS)).max(0.0);
        let beyond = (world.communities.aid_used[c] - 1.0).clamp(0.0, 2.0);
        let stop = |tired: f32| {
            AnnualRate(
                p.volunteer_stop * tired * (1.0 + p.overload * beyond) / contact.max(LEAST_CONTACT),
            )
            .of_a_quarter()
            .monthly()
            .0
        };
        Self {
            starts: std::array::from_fn(|friends| start * known(friends) * contact),
            stops: [stop(p.unable), stop(1.0)],
        }
    }
}

/// The chance a quarter that somebody with three close friends begins here: some are asked by those who give time already.
fn starts(world: &World, p: &Community, c: usize) -> f32 {
    let usual = world.communities.volunteers_usual[c];
    // Until the arms branch, as many ask as do: what is usual is still being found.
    let asking = if usual > 0.0 {
        (world.communities.volunteers[c] / usual).min(2.0)
    } else {
        1.0
    };
    AnnualRate(p.volunteer_start * (1.0 - p.asked + p.asked * asking))
        .of_a_quarter()
        .monthly()
        .0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn those_who_are_unwell_strained_or_under_age_do_not_begin() {
        let mut parameters = Parameters::default();
        parameters.community.volunteer_start = 1e6;
        let mut world = example::lived();
        world.persons.volunteer.fill(false);
        let unwell = example::somebody(&world, |p, i| p.is_adult(i) && p.wellbeing[i] < 6.0);
        let strained = example::somebody(&world, |p, i| p.is_adult(i) && p.wellbeing[i] > 7.0);
        let child = example::somebody(&world, |p, i| !p.is_adult(i));
        world.families.strain.fill(0.0);
        world.families.strain[world.persons.family[strained].index()] = 0.6;
        example::quarter(&mut world, &parameters, 36, step);
        assert!(
            ![unwell, strained, child]
                .iter()
                .any(|i| world.persons.volunteer[*i])
        );
        for i in 0..world.persons.len() {
            let strained = world.families.strain[world.persons.family[i].index()] > 0.5;
            // Those with three friends or more begin for certain, those with fewer by chance.
            if world.persons.alive[i]
                && world.persons.is_adult(i)
                && world.persons.wellbeing[i] >= 6.0
                && !strained
            {
                assert!(
                    world.persons.volunteer[i] || world.persons.close_friends[i] < 3,
                    "{i}"
                );
            }
        }
    }

    #[test]
    fn volunteers_stop_sooner_where_they_are_asked_for_too_much() {
        let left = |used: f32| {
            let mut world = example::lived();
            world.persons.volunteer.fill(true);
            world.communities.aid_used.fill(used);
            let mut parameters = Parameters::default();
            parameters.community.volunteer_stop = 1.0;
            parameters.community.well_enough = 0.0;
            world.families.strain.fill(0.0);
            example::quarter(&mut world, &parameters, 36, step);
            let adults: Vec<usize> = world
                .living()
                .filter(|i| world.persons.is_adult(*i))
                .collect();
            let all = adults.len() as f32;
            let shares: f32 = adults
                .iter()
                .map(|i| world.communities.volunteers[world.persons.community[*i].index()])
                .sum();
            let staying = adults
                .iter()
                .filter(|i| world.persons.volunteer[**i])
                .count() as f32;
            assert!(
                (shares - staying).abs() < 0.01,
                "the shares are of those who stay"
            );
            1.0 - staying / all
        };
        // 1 − e^(−1/4) = 0.221 and, asked for twice too much, 1 − e^(−2/4) = 0.393.
        assert!((left(1.0) - 0.221).abs() < 0.06, "{}", left(1.0));
        assert!((left(2.0) - 0.393).abs() < 0.07, "{}", left(2.0));
    }

    #[test]
    fn fewer_who_give_time_ask_fewer_to_join_and_nobody_asks_where_asking_counts_for_nothing() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        let at = |world: &World, parameters: &Parameters| starts(world, &parameters.community, 0);
        let alone = AnnualRate(parameters.community.volunteer_start)
            .of_a_quarter()
            .monthly()
            .0;
        assert_eq!(at(&world, &parameters), alone, "before the arms branch");
        (
            world.communities.volunteers_usual[0],
            world.communities.volunteers[0],
        ) = (0.2, 0.1);
        // Half as many ask, and half of all are asked: three quarters of the rate.
        let expected = AnnualRate(parameters.community.volunteer_start * 0.75)
            .of_a_quarter()
            .monthly()
            .0;
        assert!((at(&world, &parameters) - expected).abs() < 1e-7);
        world.communities.volunteers[0] = 0.9;
        let expected = AnnualRate(parameters.community.volunteer_start * 1.5)
            .of_a_quarter()
            .monthly()
            .0;
        assert!(
            (at(&world, &parameters) - expected).abs() < 1e-7,
            "no more than twice as many can ask"
        );
        parameters.community.asked = 0.0;
        assert_eq!(at(&world, &parameters), alone);
    }

    #[test]
    fn a_year_without_contact_loses_volunteers() {
        let after_a_year = |contact: f32| {
            let mut world = example::lived();
            world.government.contact = contact;
            for month in 36..48 {
                step(&mut world, &Parameters::default(), month);
            }
            world
                .living()
                .filter(|i| world.persons.volunteer[*i])
                .count()
        };
        assert!(after_a_year(0.4) * 4 < after_a_year(1.0) * 3);
    }
}
