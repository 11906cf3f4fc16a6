//! What the place has become, and what is left of what was begun: read off a state at the end of a
//! year. Never changes what it looks at; knows nothing of arms or strategies.

use super::catalogue as c;
use super::observe::share;
use crate::engine::funded::Phase;
use crate::engine::state::World;

/// Sets the indicators of the place.
pub(super) fn place(world: &World, set: &mut impl FnMut(usize, f64)) {
    let place = &world.communities;
    let mean = |values: &[f32]| {
        let sum: f64 = values
            .iter()
            .zip(&place.residents)
            .map(|(value, residents)| f64::from(*value) * f64::from(*residents))
            .sum();
        share(sum, place.residents.iter().map(|r| f64::from(*r)).sum())
    };
    set(c::ENVIRONMENT, 100.0 * mean(&place.environment));
    set(c::CRIME, mean(&place.crime));
    set(c::GROUPS, mean(&place.groups));
    set(c::USER_LED, 100.0 * mean(&place.voice));
    let (mut adults, mut satisfied, mut learning) = (0.0, 0.0, 0.0);
    for i in world.living().filter(|i| world.persons.is_adult(*i)) {
        adults += 1.0;
        satisfied += f64::from(u8::from(world.persons.satisfied[i]));
        learning += f64::from(place.learning[world.persons.community[i].index()]);
    }
    set(c::AREA_SATISFACTION, 100.0 * share(satisfied, adults));
    set(c::LEARNING, 100.0 * share(learning, adults));
}

/// Sets what approaches still do, and how much of it core budgets have taken over.
pub(super) fn what_is_left(world: &World, set: &mut impl FnMut(usize, f64)) {
    let (mut all, mut core) = (0.0, 0.0);
    for project in world
        .projects
        .iter()
        .filter(|project| project.phase != Phase::Ended)
    {
        let delivered =
            project.running as f64 / 100.0 * f64::from(project.kept) * f64::from(project.delivery);
        all += delivered;
        if project.phase == Phase::Kept {
            core += delivered;
        }
    }
    set(
        c::STILL_DELIVERED,
        share(all, f64::from(world.population())),
    );
    set(c::IN_CORE, 100.0 * share(core, all));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::indicators::Table;

    fn value(world: &World, indicator: usize) -> f64 {
        let mut table = Table::new(1);
        let mut set = |indicator, value| table.set(indicator, 0, value);
        place(world, &mut set);
        what_is_left(world, &mut set);
        table.row(indicator)[0]
    }

    #[test]
    fn a_place_is_a_mean_over_those_who_live_in_it() {
        let mut world = example::new();
        let c = &mut world.communities;
        for k in 0..c.len() {
            c.residents[k] = [300, 100][k.min(1)] * u32::from(k < 2);
        }
        (c.crime[0], c.crime[1]) = (80.0, 120.0);
        (c.environment[0], c.environment[1]) = (0.5, 0.9);
        (c.groups[0], c.groups[1], c.voice[0], c.voice[1]) = (6.0, 2.0, 0.2, 0.6);
        for (indicator, expected) in [
            (c::CRIME, 90.0),
            (c::ENVIRONMENT, 60.0),
            (c::GROUPS, 5.0),
            (c::USER_LED, 30.0),
        ] {
            assert!(
                (value(&world, indicator) - expected).abs() < 1e-4,
                "{}",
                c::CATALOGUE[indicator].id
            );
        }
    }

    #[test]
    fn satisfaction_and_learning_are_of_adults() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        for i in 5..world.persons.len() {
            world.persons.leave(i);
        }
        world.persons.age_months[4] = 120;
        world.persons.satisfied[..5].copy_from_slice(&[true, true, true, false, true]);
        world.communities.learning.fill(0.25);
        assert_eq!(value(&world, c::AREA_SATISFACTION), 75.0);
        assert!((value(&world, c::LEARNING) - 25.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_left_counts_what_is_kept_and_delivered() {
        let mut world = example::new();
        assert_eq!(
            (value(&world, c::STILL_DELIVERED), value(&world, c::IN_CORE)),
            (0.0, 0.0)
        );
        let people = f64::from(world.population());
        let project = |phase, kept, delivery| {
            let mut project = crate::engine::mechanisms::spread::tests::project();
            (
                project.running,
                project.phase,
                project.kept,
                project.delivery,
            ) = (1_000_000, phase, kept, delivery);
            project
        };
        world.projects = vec![
            project(Phase::Funded, 1.0, 0.6),
            project(Phase::Kept, 0.5, 0.4),
            project(Phase::Ended, 1.0, 1.0),
        ];
        assert!((value(&world, c::STILL_DELIVERED) - 8_000.0 / people).abs() < 1e-3);
        assert!((value(&world, c::IN_CORE) - 25.0).abs() < 1e-4);
    }
}
