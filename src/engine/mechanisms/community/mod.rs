//! Communities: people who are well enough give time; what a neighbourhood holds grows slowly with what people carry and
//! with investment, and falls fast when used beyond capacity; crime, groups, learning and satisfaction with the area follow.
//! Must not know services.

mod conditions;
mod outcomes;
mod pace;
mod volunteers;

use crate::engine::state::World;
use crate::scenario::parameters::Parameters;
use pace::Pace;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    volunteers::step(world, parameters, month);
    outcomes::look_for_work(world, month);
    let pace = Pace::of(parameters);
    for c in 0..world.communities.len() {
        conditions::grow(world, parameters, &pace, c);
        outcomes::follow(world, parameters, &pace, c);
    }
    if month % 12 == 11 {
        outcomes::ask(world, parameters);
    }
}

#[cfg(test)]
mod tests {
    use super::pace::shared_power;
    use super::*;
    use crate::engine::state::example;
    use crate::scenario::parameters::Community;
    use proptest::prelude::*;

    #[test]
    fn power_shared_without_voice_does_little() {
        let parameters = Parameters::default();
        let mut world = example::new();
        world.government.power = parameters.governance.power + 0.5;
        for (voice, expected) in [(0.0, 0.15), (0.5, 0.325), (1.0, 0.5)] {
            world.communities.voice[0] = voice;
            assert!(
                (shared_power(&world, &parameters, 0) - expected).abs() < 1e-6,
                "{voice}"
            );
        }
    }

    #[test]
    fn ten_years_as_usual_change_a_place_by_less_than_a_twentieth() {
        let names = [
            "aid",
            "welcome",
            "efficacy",
            "environment",
            "voice",
            "groups",
            "learning",
            "crime",
        ];
        let means = |world: &World| {
            let c = &world.communities;
            [
                &c.aid,
                &c.welcome,
                &c.efficacy,
                &c.environment,
                &c.voice,
                &c.groups,
                &c.learning,
                &c.crime,
            ]
            .map(|values| f64::from(values.iter().sum::<f32>()) / values.len() as f64)
        };
        let mut sums = [(0.0, 0.0); 8];
        for replicate in 0..8 {
            let mut world = example::new();
            world.luck = crate::random::Luck::new(11, replicate);
            (0..36).for_each(|_| crate::engine::step(&mut world, &Parameters::default(), None));
            world
                .communities
                .volunteers_usual
                .clone_from(&world.communities.volunteers);
            world
                .communities
                .out_of_work_usual
                .clone_from(&world.communities.out_of_work);
            let before = means(&world);
            (0..120).for_each(|_| crate::engine::step(&mut world, &Parameters::default(), None));
            for ((sum, before), after) in sums.iter_mut().zip(before).zip(means(&world)) {
                *sum = (sum.0 + before, sum.1 + after);
            }
        }
        for (name, (before, after)) in names.iter().zip(sums) {
            assert!(
                (after / before - 1.0).abs() < 0.05,
                "{name} changed by {}",
                after / before - 1.0
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_happens_a_neighbourhood_stays_within_bounds(
            places in prop::collection::vec(0.0_f32..=1.0, Community::INFO.len()),
            (used, power, contact, invested) in (0.0_f32..5.0, 0.0_f32..=1.0, 0.0_f32..=1.0, 0.0_f32..=2.0),
            share in 0.0_f32..=1.0,
        ) {
            use crate::scenario::approaches::Lever;
            let mut parameters = Parameters::default();
            for (info, place) in Community::INFO.iter().zip(places) {
                parameters.set(&info.id(), info.low + place * (info.high - info.low));
            }
            let mut world = example::new();
            (world.government.power, world.government.contact) = (power, contact);
            world.communities.volunteers_usual.fill(0.2 * share);
            world.communities.out_of_work_usual.fill(share);
            for lever in [Lever::AssociationalLife, Lever::Welcome, Lever::Environment, Lever::Voice] {
                example::add_all(&mut world, lever, invested);
            }
            for month in 0..36 {
                world.communities.aid_used.fill(if month % 7 < 3 { used } else { 0.0 });
                step(&mut world, &parameters, month);
                let c = &world.communities;
                for k in 0..c.len() {
                    for (name, value) in [
                        ("welcome", c.welcome[k]), ("efficacy", c.efficacy[k]), ("environment", c.environment[k]),
                        ("voice", c.voice[k]), ("learning", c.learning[k]), ("volunteers", c.volunteers[k]),
                        ("out of work", c.out_of_work[k]),
                    ] {
                        prop_assert!((0.0..=1.0).contains(&value), "{}: {}", name, value);
                    }
                    prop_assert!((0.0..=1_000.0).contains(&c.crime[k]), "crime {}", c.crime[k]);
                    prop_assert!((0.0..=100.0).contains(&c.groups[k]), "groups {}", c.groups[k]);
                    prop_assert!((0.0..=4.0).contains(&c.aid[k]), "aid {}", c.aid[k]);
                }
            }
        }
    }
}
