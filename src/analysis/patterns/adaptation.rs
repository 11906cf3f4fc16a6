//! Pattern 6: how far people recover from what happens to them, event by event, in twin worlds with the same luck.

use super::baseline::is_same;
use super::{Pattern, measure, twins};
use crate::engine::mechanisms::{demography, life_events};
use crate::engine::state::World;
use crate::place::{Activity, Disability};
use crate::scenario::parameters::Parameters;

/// Months that are lived: up to the end of the fifth year.
const MONTHS: u32 = 60;

pub(super) const ADAPTATION: Pattern = Pattern {
    id: 6,
    name: "Adaptation differs by event",
    sources: &["W07", "W08", "W10"],
    how: "An event is made to happen to some people in a twin world with the same luck; the drop in wellbeing in year 5 is held against that in year 1, of those still limited and those out of work all along.",
    measures: &[
        measure(
            "recovered from bereavement or parting",
            "% of the drop",
            60.0,
            100.0,
        ),
        measure("recovered from disability", "% of the drop", 30.0, 50.0),
        measure(
            "recovered from unemployment that lasts",
            "% of the drop",
            0.0,
            30.0,
        ),
    ],
    read: |baseline| {
        recovered(
            &baseline.start.world,
            &baseline.prepared.scenario.parameters,
        )
    },
};

/// What is made to happen, to whom, and for whom it still counts later.
struct Event {
    /// One adult in so many is looked at.
    one_in: u64,
    to: fn(&World, usize) -> bool,
    happens: fn(&mut World, &Parameters, usize),
    /// Whether the person is still in the state that the event brought (true of the twin to whom it happened), and not in
    /// it (false of the other).
    remains: fn(&World, usize, bool) -> bool,
}

const LOSSES: [Event; 2] = [
    Event {
        one_in: 20,
        to: |world, i| {
            (50..80).contains(&world.persons.age(i)) && world.persons.partner[i].is_some()
        },
        happens: |world, parameters, i| {
            demography::die(world, parameters, world.persons.partner[i].index());
        },
        remains: |world, i, happened| happened || world.persons.partner[i].is_some(),
    },
    Event {
        one_in: 20,
        to: |world, i| {
            (25..60).contains(&world.persons.age(i)) && world.persons.partner[i].is_some()
        },
        happens: life_events::part,
        remains: |world, i, happened| happened || world.persons.partner[i].is_some(),
    },
];

const DISABILITY: Event = Event {
    one_in: 12,
    to: |world, i| {
        (25..75).contains(&world.persons.age(i)) && world.persons.disability[i] < Disability::Lot
    },
    happens: |world, parameters, i| {
        // How much support goes with it: anything, evenly over the sample.
        let draw = (world.persons.key[i].0 >> 40) as f32 / 16_777_216.0;
        life_events::become_limited(world, parameters, i, Disability::Lot, draw);
    },
    remains: |world, i, happened| (world.persons.disability[i] == Disability::Lot) == happened,
};

const UNEMPLOYMENT: Event = Event {
    one_in: 8,
    to: |world, i| {
        (20..55).contains(&world.persons.age(i))
            && world.persons.activity[i] == Activity::Employed
            && world.persons.disability[i] < Disability::Lot
    },
    happens: life_events::lose_work,
    remains: |world, i, happened| (world.persons.activity[i] == Activity::Unemployed) == happened,
};

/// The shares of the first year's drop that are recovered in the fifth, in per cent: after bereavement and parting, at
/// disability, in unemployment that lasts.
pub fn recovered(world: &World, parameters: &Parameters) -> Vec<f64> {
    let share = |events: &[Event]| {
        let (first, fifth) = events
            .iter()
            .map(|event| drops(world, parameters, event))
            .fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
        100.0 * (1.0 - fifth / first)
    };
    vec![share(&LOSSES), share(&[DISABILITY]), share(&[UNEMPLOYMENT])]
}

/// What the event took, summed over the first and over the fifth year of everybody for whom it still counts then.
fn drops(world: &World, parameters: &Parameters, event: &Event) -> (f64, f64) {
    let (mut usual, mut changed) = (world.clone(), world.clone());
    let mut people: Vec<(usize, f64, f64)> = Vec::new();
    for i in twins::sample(world, event.one_in, 6, event.to) {
        // Somebody earlier in the sample may have been this person's partner.
        if changed.persons.alive[i] && (event.to)(&changed, i) {
            (event.happens)(&mut changed, parameters, i);
            people.push((i, 0.0, 0.0));
        }
    }
    twins::live(
        &mut usual,
        &mut changed,
        parameters,
        MONTHS,
        |usual, changed, month| {
            people.retain(|&(i, ..)| {
                let both = is_same(world, usual, i) && is_same(world, changed, i);
                both && (event.remains)(changed, i, true) && (event.remains)(usual, i, false)
            });
            for (i, first, fifth) in &mut people {
                let drop = f64::from(usual.persons.wellbeing[*i] - changed.persons.wellbeing[*i]);
                if month <= 12 {
                    *first += drop;
                } else if month > MONTHS - 12 {
                    *fifth += drop;
                }
            }
        },
    );
    people.iter().fold((0.0, 0.0), |sum, (_, first, fifth)| {
        (sum.0 + first, sum.1 + fifth)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn nothing_is_recovered_of_what_nobody_adapts_to_and_all_of_a_dip_that_passes() {
        let world = example::lived();
        let mut parameters = Parameters::default();
        // Only the dip itself is left of an event.
        let p = &mut parameters.wellbeing;
        (
            p.unemployed,
            p.limited_lot,
            p.unmet,
            p.problem_health,
            p.problem_mind,
            p.problem_other,
        ) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        (
            p.carer_strain,
            p.friends,
            p.control,
            p.partner,
            p.friends_pull,
            p.family_pull,
        ) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        // Nor does anything that disability may bring about later: losses, strain, crises.
        let events = &mut parameters.life_events;
        (
            events.low_wellbeing,
            events.shock_death,
            events.shock_parting,
            events.shock_work,
        ) = (0.0, 0.0, 0.0, 0.0);
        (parameters.mechanisms.crisis, parameters.mechanisms.family) = (0.0, 0.0);
        (
            parameters.wellbeing.adaptation,
            parameters.life_events.recovery,
        ) = (12.0, 0.0);
        parameters.life_events.lasting_disability = 0.0;
        // After four and a half half-lives, of what is left after about half of one: 1 − 0.044 / 0.72.
        let passes = recovered(&world, &parameters)[1];
        assert!((passes - 93.9).abs() < 8.0, "{passes}");
        (
            parameters.wellbeing.adaptation_slow,
            parameters.life_events.lasting_disability,
        ) = (1e9, 1.0);
        let stays = recovered(&world, &parameters)[1];
        assert!(stays.abs() < 12.0, "{stays}");
    }
}
