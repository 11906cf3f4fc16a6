//! Three people to meet: chosen by what they face when the arms branch, and by nothing that becomes
//! of them afterwards.
//!
//! Knows one world at one moment; no arm, no money.

use super::Since;
use super::life::{Followed, LifeObserver, Moment, since};
use crate::engine::state::World;
use crate::place::Activity;
use crate::random::mix;
use crate::scenario::parameters::Parameters;
use serde::{Deserialize, Serialize};

/// From so many hours a week on somebody is introduced as a carer, where anybody gives as many.
const CARE_HOURS: f32 = 10.0;
/// From so many hours a week on somebody is introduced as needing support, where anybody needs as
/// many.
const SUPPORT_HOURS: f32 = 7.0;

/// From this age on nobody is introduced who has something else to do than most of their age. Unit:
/// months.
const LATE_MONTHS: u16 = 75 * 12;

/// What somebody is introduced for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Circumstance {
    /// Cares for somebody.
    Carer,
    /// Needs support.
    Supported,
    /// Came to the place in the years before the arms branch.
    Newcomer,
}

impl Circumstance {
    /// All, in the order in which people are introduced.
    pub const ALL: [Self; 3] = [Self::Carer, Self::Supported, Self::Newcomer];
}

/// Somebody as they are when the arms branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Introduced {
    /// What they are introduced for.
    pub circumstance: Circumstance,
    /// Who they are.
    pub followed: Followed,
    /// How they live.
    pub moment: Moment,
}

/// One adult for each circumstance, from different homes: of those who face it and do what most of
/// their age do, whoever comes first in an order that has nothing to do with it. Nobody for a
/// circumstance that nobody faces.
pub fn introduce(world: &World, parameters: &Parameters) -> Vec<Introduced> {
    let persons = &world.persons;
    let mut homes = Vec::new();
    let mut introduced = Vec::new();
    for circumstance in Circumstance::ALL {
        let faces = |i: &usize| {
            let known =
                persons.alive[*i] && persons.is_adult(*i) && !homes.contains(&persons.family[*i]);
            known
                && is_usual(persons.age_months[*i], persons.activity[*i])
                && extent(world, circumstance, *i) > 0.0
        };
        let enough = |i: usize| extent(world, circumstance, i) >= threshold(circumstance);
        let Some(i) = (0..persons.len())
            .filter(faces)
            .min_by_key(|i| (!enough(*i), mix(persons.key[*i].0), *i))
        else {
            continue;
        };
        homes.push(persons.family[i]);
        // Nothing runs yet when the arms branch: there are no approaches to name.
        let Some(observer) = LifeObserver::new(world, parameters, i as u32, Vec::new()) else {
            continue;
        };
        let (followed, moments) = observer.life();
        introduced.extend(moments.into_iter().next().map(|moment| Introduced {
            circumstance,
            followed,
            moment,
        }));
    }
    introduced
}

/// Whether somebody does what most of their age do. Whoever the place was generated with in work at
/// a great age works on in the model, and "aged 89: in work" is not what a room should hear first.
fn is_usual(age_months: u16, activity: Activity) -> bool {
    age_months < LATE_MONTHS
        || !matches!(
            activity,
            Activity::Employed | Activity::Unemployed | Activity::Student
        )
}

/// How far somebody faces a circumstance; 0 is not at all. Unit: hours a week, or whether.
fn extent(world: &World, circumstance: Circumstance, i: usize) -> f32 {
    match circumstance {
        Circumstance::Carer => world.persons.care_hours[i],
        Circumstance::Supported => world.persons.need[i],
        Circumstance::Newcomer => f32::from(since(world, i, world.month) == Since::SpinUp),
    }
}

fn threshold(circumstance: Circumstance) -> f32 {
    match circumstance {
        Circumstance::Carer => CARE_HOURS,
        Circumstance::Supported => SUPPORT_HOURS,
        Circumstance::Newcomer => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::{Prepared, prepare};
    use crate::scenario::{bundled, validate};
    use std::sync::Arc;

    fn small() -> Prepared {
        let mut scenario = validate::parse(bundled::scenario("hour").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 2, 24, 1);
        (scenario.money.first_year, scenario.money.last_year) = (1, 1);
        prepare(scenario).unwrap()
    }

    #[test]
    fn three_are_chosen_by_what_they_face_and_are_the_same_in_every_arm() {
        let prepared = small();
        let start = prepared.spin_up(0);
        let three = introduce(&start.world, &prepared.scenario.parameters);
        assert_eq!(
            three.iter().map(|one| one.circumstance).collect::<Vec<_>>(),
            Circumstance::ALL
        );
        assert!(three[0].moment.care_hours > 0.0 && three[1].moment.need > 0.0);
        assert_eq!(three[2].followed.since, Since::SpinUp);
        assert!(three.iter().all(|one| one.followed.age_months >= 18 * 12));
        for arm in 0..3 {
            let frames = prepared.live(&start, arm, true).frames.unwrap();
            assert_eq!(
                frames.introduced, three,
                "what becomes of them in arm {arm} has no say"
            );
            for one in &three {
                assert_eq!(frames.keys[one.followed.slot as usize], one.followed.key);
            }
        }
    }

    #[test]
    fn they_are_introduced_as_their_lives_begin() {
        let prepared = small();
        let start = Arc::new(prepared.spin_up(0));
        for one in introduce(&start.world, &prepared.scenario.parameters) {
            let (followed, moments) = prepared.follow_in(&start, 1, one.followed.slot).unwrap();
            assert_eq!(
                (followed, &moments[0]),
                (one.followed, &one.moment),
                "one age, one home, the same friends"
            );
        }
    }

    #[test]
    fn nobody_of_a_great_age_is_introduced_as_in_work() {
        let prepared = small();
        let mut world = prepared.spin_up(0).world;
        world.persons.activity.fill(Activity::Employed);
        for one in introduce(&world, &prepared.scenario.parameters) {
            assert!(one.followed.age_months < LATE_MONTHS, "{one:?}");
        }
        assert!(
            is_usual(LATE_MONTHS - 1, Activity::Employed)
                && !is_usual(LATE_MONTHS, Activity::Employed)
        );
        assert!(is_usual(LATE_MONTHS, Activity::Retired) && is_usual(LATE_MONTHS, Activity::Sick));
    }

    #[test]
    fn where_nobody_faces_something_nobody_is_introduced_for_it() {
        let prepared = small();
        let mut world = prepared.spin_up(0).world;
        world.persons.care_hours.fill(0.0);
        let met = introduce(&world, &prepared.scenario.parameters);
        assert_eq!(
            met.iter().map(|one| one.circumstance).collect::<Vec<_>>(),
            Circumstance::ALL[1..]
        );
    }
}
