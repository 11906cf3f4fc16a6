//! What a place becomes: groups, learning, crime, and whether people are satisfied with the area they live in. Each follows
//! what the neighbourhood holds, better slowly and worse fast. Nothing here moves anybody's wellbeing.

use super::pace::{Pace, towards};
use crate::engine::funded::is_eligible;
use crate::engine::state::World;
use crate::numeric::unit;
use crate::random::Stream;
use crate::scenario::approaches::Eligible;
use crate::scenario::parameters::Parameters;
use crate::units::{QUARTER, quarterly_share_of_half_life};

/// The most by which mutual aid that grew multiplies what groups live on: beyond it there are no more evenings. Unit: ratio.
const MOST_ALIVE: f32 = 4.0;
/// How far idleness and watchfulness move crime at the most, either way: beyond it nothing was ever measured. Unit:
/// logarithm of a ratio (about 4.5 times).
const CRIME_MOVES: f32 = 1.5;

/// Half-life with which the share out of work is remembered, so that single people's luck in a small neighbourhood is not
/// taken for a change of the neighbourhood. Unit: months.
const REMEMBERED: f32 = 12.0;

/// The share of people of working age who are out of work, neighbourhood by neighbourhood: asked once a quarter.
pub(super) fn look_for_work(world: &mut World, month: u32) {
    if !month.is_multiple_of(QUARTER) {
        return;
    }
    let mut counts = vec![(0_u32, 0_u32); world.communities.len()];
    let persons = &world.persons;
    for (i, alive) in persons.alive.iter().enumerate() {
        let of_age = alive & (18 * 12..65 * 12).contains(&persons.age_months[i]);
        let count = &mut counts[persons.community[i].index()];
        count.0 += u32::from(of_age);
        count.1 += u32::from(alive & is_eligible(persons, i, Eligible::OutOfWork));
    }
    let follows = if month == 0 {
        1.0
    } else {
        quarterly_share_of_half_life(REMEMBERED)
    };
    for (known, (all, out)) in world.communities.out_of_work.iter_mut().zip(counts) {
        let now = if all > 0 {
            out as f32 / all as f32
        } else {
            0.0
        };
        *known += follows * (now - *known);
    }
}

/// One month of one neighbourhood.
pub(super) fn follow(world: &mut World, parameters: &Parameters, pace: &Pace, c: usize) {
    let p = &parameters.community;
    let people = parameters.couplings.community_from_people;
    let place = &mut world.communities;

    // Groups live on what people do together, and cannot meet when contact is lowered.
    let alive = if place.aid_usual[c] > 0.0 {
        place.aid[c] / place.aid_usual[c]
    } else {
        1.0
    };
    let meeting = world.government.contact;
    let broken = place.aid_used[c] > 1.0 || meeting < 1.0;
    let groups_level = place.groups_usual[c] * alive.clamp(0.0, MOST_ALIVE) * meeting;
    place.groups[c] = towards(
        place.groups[c],
        groups_level,
        pace.up,
        if broken { pace.down } else { pace.up },
    );

    let joining = if place.groups_usual[c] > 0.0 {
        place.groups[c] / place.groups_usual[c] - 1.0
    } else {
        0.0
    };
    let learning_level = place.learning_usual[c]
        * (1.0 + p.learning_groups * joining + p.learning_voice * (place.voice[c] - p.voice));
    place.learning[c] = unit(towards(
        place.learning[c],
        unit(learning_level),
        pace.up,
        if broken { pace.down } else { pace.up },
    ));

    // Until the arms branch, those out of work are as many as usual.
    let usual = place.out_of_work_usual[c];
    let idle = if usual > 0.0 {
        (place.out_of_work[c] - usual) * people
    } else {
        0.0
    };
    let watchful = place.efficacy[c] - place.efficacy_usual[c];
    let crime_level = place.crime_usual[c]
        * libm::expf(
            (p.crime_idle * idle - p.crime_efficacy * watchful).clamp(-CRIME_MOVES, CRIME_MOVES),
        );
    // Worse is up here: it comes fast where a neighbourhood breaks, and goes slowly.
    let worse = if broken { pace.down } else { pace.up };
    place.crime[c] = towards(place.crime[c], crime_level, worse, pace.up);
}

/// Once a year everybody is asked whether they are satisfied with the area. People differ for life in how easily they are.
pub(super) fn ask(world: &mut World, parameters: &Parameters) {
    let shares: Vec<f32> = (0..world.communities.len())
        .map(|c| satisfied(world, parameters, c))
        .collect();
    for i in 0..world.persons.len() {
        // The second word of month 0: the first decides who gives time then.
        let [_, disposition, ..] = world
            .luck
            .uniforms(world.persons.key[i], 0, Stream::Community);
        world.persons.satisfied[i] = disposition < shares[world.persons.community[i].index()];
    }
}

/// The share of people whom this neighbourhood, as it is now, would satisfy. Range: 0–1.
fn satisfied(world: &World, parameters: &Parameters, c: usize) -> f32 {
    let (p, place) = (&parameters.community, &world.communities);
    let middling = p.environment + p.efficacy + p.welcome;
    let holds = place.environment[c] + place.efficacy[c] + place.welcome[c];
    let safe = libm::logf(p.crime / place.crime[c].max(1.0));
    unit(p.satisfaction + p.satisfaction_place * (holds - middling) + p.satisfaction_crime * safe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::place::Activity;

    fn month(world: &mut World, parameters: &Parameters) {
        follow(world, parameters, &Pace::of(parameters), 0);
    }

    /// A world in which levels are reached at once.
    fn quick() -> (World, Parameters) {
        let mut parameters = Parameters::default();
        (parameters.community.growth, parameters.community.fall) = (0.0, 0.0);
        (example::new(), parameters)
    }

    #[test]
    fn a_place_as_usual_stays_as_it_is() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let before = world.communities.clone();
        for _ in 0..120 {
            for c in 0..world.communities.len() {
                follow(&mut world, &parameters, &Pace::of(&parameters), c);
            }
        }
        assert_eq!(before.differing(&world.communities), Vec::<&str>::new());
    }

    #[test]
    fn crime_falls_with_efficacy_and_rises_with_people_out_of_work() {
        let (mut world, parameters) = quick();
        let usual = world.communities.crime[0];
        world.communities.efficacy[0] += 0.1;
        month(&mut world, &parameters);
        assert!((world.communities.crime[0] / usual - 0.904_837).abs() < 1e-4);
        world.communities.efficacy[0] -= 0.1;
        (
            world.communities.out_of_work[0],
            world.communities.out_of_work_usual[0],
        ) = (0.2, 0.1);
        month(&mut world, &parameters);
        assert!((world.communities.crime[0] / usual - 1.221_403).abs() < 1e-4);
        world.communities.out_of_work_usual[0] = 0.0;
        month(&mut world, &parameters);
        assert!(
            (world.communities.crime[0] / usual - 1.0).abs() < 1e-5,
            "before the arms branch"
        );
    }

    #[test]
    fn there_is_more_crime_where_there_is_more_deprivation() {
        let world = example::new();
        let c = &world.communities;
        for k in 0..c.len() {
            assert!((c.crime[k] / 85.0 - libm::powf(3.0, c.deprivation[k] / 2.0)).abs() < 1e-4);
            assert!((c.learning[k] / 0.3 - libm::powf(1.6, -c.deprivation[k] / 2.0)).abs() < 1e-4);
        }
    }

    #[test]
    fn learning_rises_with_groups_and_with_voice() {
        let (mut world, parameters) = quick();
        let usual = world.communities.learning[0];
        world.communities.aid[0] *= 1.4;
        month(&mut world, &parameters);
        assert!(
            (world.communities.groups[0] / world.communities.groups_usual[0] - 1.4).abs() < 1e-5
        );
        assert!((world.communities.learning[0] / usual - 1.2).abs() < 1e-5);
        world.communities.aid[0] /= 1.4;
        world.communities.voice[0] = 0.6;
        month(&mut world, &parameters);
        assert!((world.communities.learning[0] / usual - 1.1).abs() < 1e-5);
    }

    #[test]
    fn groups_stop_fast_when_people_cannot_meet_and_come_back_slowly() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let usual = world.communities.groups[0];
        world.government.contact = 0.0;
        (0..6).for_each(|_| month(&mut world, &parameters));
        assert!((world.communities.groups[0] / usual - 0.5).abs() < 1e-4);
        world.government.contact = 1.0;
        (0..30).for_each(|_| month(&mut world, &parameters));
        assert!((world.communities.groups[0] / usual - 0.75).abs() < 1e-4);
    }

    #[test]
    fn three_in_four_are_satisfied_in_a_middling_place_and_more_where_it_is_better() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let p = &parameters.community;
        let c = &mut world.communities;
        (c.environment[0], c.efficacy[0], c.welcome[0], c.crime[0]) =
            (p.environment, p.efficacy, p.welcome, p.crime);
        assert!((satisfied(&world, &parameters, 0) - 0.76).abs() < 1e-6);
        world.communities.environment[0] += 0.2;
        assert!(
            (satisfied(&world, &parameters, 0) - 0.76 - 0.2 * p.satisfaction_place).abs() < 1e-6
        );
        world.communities.environment[0] -= 0.2;
        world.communities.crime[0] *= core::f32::consts::E;
        assert!((satisfied(&world, &parameters, 0) - 0.76 + p.satisfaction_crime).abs() < 1e-5);
    }

    #[test]
    fn the_same_people_stay_satisfied_and_more_join_them_when_the_place_improves() {
        let parameters = Parameters::default();
        let mut world = example::new();
        ask(&mut world, &parameters);
        let before = world.persons.satisfied.clone();
        ask(&mut world, &parameters);
        assert_eq!(before, world.persons.satisfied);
        world
            .communities
            .environment
            .iter_mut()
            .for_each(|e| *e += 0.3);
        ask(&mut world, &parameters);
        assert!(
            before
                .iter()
                .zip(&world.persons.satisfied)
                .all(|(was, is)| !was || *is)
        );
        let more = world.persons.satisfied.iter().filter(|s| **s).count()
            - before.iter().filter(|s| **s).count();
        assert!(more > 10, "{more}");
    }

    #[test]
    fn those_out_of_work_are_counted_and_remembered() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.activity.fill(Activity::Employed);
        look_for_work(&mut world, 0);
        assert_eq!(world.communities.out_of_work[0], 0.0);
        world.persons.activity.fill(Activity::Unemployed);
        (1..=12).for_each(|month| look_for_work(&mut world, month));
        assert!(
            (world.communities.out_of_work[0] - 0.5).abs() < 1e-4,
            "half of it in a year"
        );
    }
}
