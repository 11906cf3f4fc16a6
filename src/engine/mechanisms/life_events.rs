//! Life events: long-term conditions begin and ease, work is lost and found, couples part. Hazards by age, deprivation and
//! the person's own state. Must not know money; support to find work comes as a lever.

mod concerned;

use super::wellbeing::USUAL;
use super::{ByAge, gradient, structural};
use crate::engine::state::{World, initial};
use crate::ids::PersonId;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::{LifeEvents, Parameters};
use crate::units::{AnnualRate, QUARTER};

/// How much more rarely long-term conditions begin for each step of environment above the usual. Unit: share.
const OF_ENVIRONMENT: f32 = 0.3;
/// The age at which conditions begin as often as `limiting_onset` says. Unit: years.
const ONSETS_AT: f32 = 25.0;
/// Of so many who end their studies without work to go to, so many look for it. Unit: people.
const WITHOUT_WORK: f32 = 3.0;
const LOOK_FOR_WORK: f32 = 2.0;
/// How many times more rarely people retire from 55 than from 60. Unit: ratio.
const RARER_FROM_55: f32 = 3.0;

/// Draws under which the first step of illness is a condition that does not limit, or one that limits a little; and the next step.
const FIRST_CONDITION: f32 = 0.45;
const FIRST_LITTLE: f32 = 0.82;
const NEXT_LITTLE: f32 = 0.7;
/// How often women and men leave work to look after home and family, of the mean.
const EXITS_OF_WOMEN: f32 = 1.5;
const EXITS_OF_MEN: f32 = 0.5;
/// How often those who are sick, or at home for other reasons, find work, of those who look for it.
const FINDING_SICK: f32 = 0.06;
const FINDING_OTHER: f32 = 0.16;
/// The age at which some study on. Unit: months.
const STUDIES_ON: u16 = 19 * 12;
/// The age at which those who studied on end their studies. Unit: months.
const ENDS_STUDIES: u16 = 22 * 12;

/// Each is looked at in the turn of the quarter that begins there.
const AFTER_STUDIES_ON: u16 = STUDIES_ON + QUARTER as u16;
const AFTER_STUDIES: u16 = ENDS_STUDIES + QUARTER as u16;

/// How far above and below the usual wellbeing it still moves hazards. Unit: points below.
const HIGHEST: f32 = -2.0;
const LOWEST: f32 = 4.0;

/// What changes with the neighbourhood, worked out once a month.
struct Here {
    limiting: f32,
    easing: f32,
    work: f32,
    parting: f32,
}

/// One month: a quarter of what may happen to those whose turn it is.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let here = neighbourhoods(world, parameters);
    let onset = OnsetByAge::new(&parameters.life_events);
    for i in concerned::people(world, parameters, month, &here, &onset) {
        // Some have left since: their partner parted from them.
        if world.persons.alive[i] {
            lives_on(world, parameters, month, i, &here, &onset);
        }
    }
}

fn neighbourhoods(world: &World, parameters: &Parameters) -> Vec<Here> {
    let p = &parameters.life_events;
    let conditions = structural(world, parameters);
    let here = |c: usize| {
        let deprivation = world.communities.deprivation[c];
        // A better environment than usual eases the start of long-term conditions a little; a worse one the reverse.
        let environment = 1.0
            - OF_ENVIRONMENT
                * (world.communities.environment[c] - world.communities.environment_usual[c]);
        Here {
            limiting: gradient(p.limiting_deprivation, deprivation) * conditions * environment,
            easing: p.recovery / gradient(p.easing_deprivation, deprivation),
            work: gradient(p.job_deprivation, deprivation) * conditions,
            parting: gradient(p.parting_deprivation, deprivation),
        }
    };
    (0..world.communities.len()).map(here).collect()
}

/// All that may happen to one person.
fn lives_on(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    here: &[Here],
    onset: &OnsetByAge,
) {
    let here = &here[world.persons.community[i].index()];
    let words = world
        .luck
        .words(world.persons.key[i], month, Stream::LifeEvents);
    let onset = onset.0[usize::from(world.persons.age(i)).min(127)];
    condition(
        world,
        parameters,
        i,
        (onset * here.limiting, here.easing),
        words,
    );
    if (18..66).contains(&world.persons.age(i)) {
        let [work, part, entry, _] =
            world
                .luck
                .uniforms(world.persons.key[i], month, Stream::Circumstances);
        begin_work(world, parameters, i, here, entry);
        work_changes(world, parameters, i, here, work);
        parting(world, parameters, i, here, part);
    }
}

/// How often conditions begin at each age, before what differs by place.
struct OnsetByAge([f32; 128]);

impl OnsetByAge {
    fn new(p: &LifeEvents) -> Self {
        let by_age = ByAge::new(p.limiting_slope, ONSETS_AT);
        Self(std::array::from_fn(|age| {
            p.limiting_onset * by_age.at(age as u16)
        }))
    }
}

/// Conditions begin or worsen, and ease, at these yearly rates.
fn condition(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    (onset, easing): (f32, f32),
    words: [u32; 4],
) {
    let persons = &mut world.persons;
    let draw = uniform(words[0]);
    let worsens = AnnualRate(onset).of_a_quarter().monthly().0;
    let eases = if persons.disability[i] == Disability::None {
        0.0
    } else {
        AnnualRate(easing).of_a_quarter().monthly().0
    };
    let next = if draw < worsens {
        // The first step may be a large one.
        match (persons.disability[i], uniform(words[1])) {
            (Disability::None, u) if u < FIRST_CONDITION => Disability::Condition,
            (Disability::None, u) if u < FIRST_LITTLE => Disability::Little,
            (Disability::Condition, u) if u < NEXT_LITTLE => Disability::Little,
            _ => Disability::Lot,
        }
    } else if draw < worsens + eases {
        match persons.disability[i] {
            Disability::Lot => Disability::Little,
            Disability::Little => Disability::Condition,
            _ => Disability::None,
        }
    } else {
        return;
    };
    become_limited(world, parameters, i, next, uniform(words[2]));
}

/// A person's condition becomes another; `draw` in [0, 1) says how much support goes with it.
pub fn become_limited(
    world: &mut World,
    parameters: &Parameters,
    i: usize,
    next: Disability,
    draw: f32,
) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    if next == persons.disability[i] {
        return;
    }
    if next == Disability::Lot && persons.disability[i] < Disability::Lot {
        persons.shake(i, p.shock_disability, p.lasting_disability);
    }
    persons.disability[i] = next;
    let accompanied = persons.partner[i].is_some() || persons.is_child[i];
    persons.need[i] = initial::need_hours(next, draw, accompanied, parameters);
}

/// At 19 some study on until they are 22; the others look for work, and most have it.
fn begin_work(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let study = match persons.age_months[i] {
        STUDIES_ON..AFTER_STUDIES_ON => p.studying_on,
        ENDS_STUDIES..AFTER_STUDIES => 0.0,
        _ => return,
    };
    if persons.activity[i] != Activity::Student || draw < study {
        return;
    }
    let draw = (draw - study) / (1.0 - study);
    let without = p.entry_without_work * here.work;
    persons.activity[i] = match draw {
        u if u < without * LOOK_FOR_WORK / WITHOUT_WORK => Activity::Unemployed,
        u if u < without => Activity::Other,
        _ => Activity::Employed,
    };
}

fn work_changes(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &world.persons;
    let sick = if persons.disability[i] == Disability::Lot {
        p.sickness_exit
    } else {
        0.0
    };
    let early = early_retirement(p.early_retirement, persons.age(i));
    let mut draw = draw;
    // One draw a turn decides what happens of several things that may.
    let mut happens = |rate: f32| {
        let chance = AnnualRate(rate).of_a_quarter().monthly().0;
        let yes = (0.0..chance).contains(&draw);
        draw -= chance;
        yes
    };
    match persons.activity[i] {
        Activity::Employed => {
            if happens(
                sick + p.job_loss * here.work * own_state(p.low_wellbeing, persons.wellbeing[i]),
            ) {
                lose_work(world, parameters, i);
            } else if happens(
                p.home_exit
                    * if persons.female[i] {
                        EXITS_OF_WOMEN
                    } else {
                        EXITS_OF_MEN
                    },
            ) {
                world.persons.activity[i] = Activity::Other;
            } else if happens(early) {
                world.persons.activity[i] = Activity::Retired;
            }
        }
        Activity::Unemployed | Activity::Sick | Activity::Other => {
            let usual = match persons.activity[i] {
                Activity::Unemployed => 1.0,
                Activity::Sick => FINDING_SICK,
                _ => FINDING_OTHER,
            };
            let support = 1.0 + world.funded.person(persons, i, Lever::JobSupport);
            if happens(usual * p.job_finding / here.work * support) {
                world.persons.activity[i] = Activity::Employed;
            } else if happens(early) {
                world.persons.activity[i] = Activity::Retired;
            }
        }
        _ => {}
    }
}

/// Who retires before the pension age: from 55 a third as often as from 60.
fn early_retirement(from_60: f32, age: u16) -> f32 {
    match age {
        60.. => from_60,
        55..60 => from_60 / RARER_FROM_55,
        _ => 0.0,
    }
}

/// Somebody in work loses it: for sickness, for those they care for, or to look for other work.
pub fn lose_work(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    persons.activity[i] = if persons.disability[i] == Disability::Lot {
        Activity::Sick
    } else if persons.care_hours[i] > parameters.family.sustainable_hours {
        // Those who care for long hours do not look for other work.
        Activity::Other
    } else {
        persons.shake(i, p.shock_work, p.lasting_work);
        Activity::Unemployed
    };
}

/// How a person's own state moves the hazards of losing work and of parting: 1 at the usual wellbeing.
fn own_state(low_wellbeing: f32, wellbeing: f32) -> f32 {
    1.0 + low_wellbeing * (USUAL - wellbeing).clamp(HIGHEST, LOWEST)
}

fn parting(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let persons = &world.persons;
    let partner = persons.partner[i];
    // Asked once a couple: of the one named first.
    if !partner.is_some() || persons.key[i] > persons.key[partner.index()] {
        return;
    }
    let both = f32::midpoint(persons.wellbeing[i], persons.wellbeing[partner.index()]);
    let rate = AnnualRate(p.parting * here.parting * own_state(p.low_wellbeing, both));
    if rate.of_a_quarter().happens(draw) {
        part(world, parameters, i);
    }
}

/// Somebody parts from their partner, who leaves the place; partners come from outside it too (demography), so that homes
/// keep their size.
pub fn part(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let j = persons.partner[i].index();
    persons.partner[i] = PersonId::NONE;
    persons.partner[j] = PersonId::NONE;
    for k in [i, j] {
        persons.shake(k, p.shock_parting, p.lasting_parting);
    }
    world.communities.residents[persons.community[j].index()] -= 1;
    persons.leave(j);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::scenario::approaches::Eligible;

    /// Nothing happens.
    fn still() -> Parameters {
        let mut parameters = Parameters::default();
        let p = &mut parameters.life_events;
        (
            p.limiting_onset,
            p.recovery,
            p.job_loss,
            p.job_finding,
            p.sickness_exit,
            p.parting,
        ) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        (
            p.home_exit,
            p.early_retirement,
            p.studying_on,
            p.low_wellbeing,
        ) = (0.0, 0.0, 1.0, 0.0);
        parameters
    }

    #[test]
    fn without_hazards_nothing_happens() {
        let before = example::lived();
        let mut world = before.clone();
        step(&mut world, &still(), 36);
        assert_eq!(example::differing(&before, &world), Vec::<String>::new());
    }

    #[test]
    fn nobody_is_passed_over_whom_something_happens_to() {
        let mut parameters = Parameters::default();
        let p = &mut parameters.life_events;
        (
            p.limiting_onset,
            p.job_loss,
            p.low_wellbeing,
            p.parting,
            p.home_exit,
        ) = (0.2, 0.3, 0.2, 0.4, 0.3);
        let mut world = example::lived();
        example::reach_all(&mut world, Lever::JobSupport, Eligible::OutOfWork, 0.8);
        for month in 36..60 {
            let mut plain = world.clone();
            let here = neighbourhoods(&plain, &parameters);
            let onset = OnsetByAge::new(&parameters.life_events);
            for i in plain.due(month) {
                if plain.persons.alive[i] {
                    lives_on(&mut plain, &parameters, month, i, &here, &onset);
                }
            }
            step(&mut world, &parameters, month);
            assert_eq!(
                example::differing(&plain, &world),
                Vec::<String>::new(),
                "{month}"
            );
            for i in 0..world.persons.len() {
                world.persons.age_months[i] += 1;
                world.persons.wellbeing[i] = ((i as u32 + month) % 10) as f32;
            }
        }
    }

    #[test]
    fn conditions_begin_at_their_rate_by_age_and_national_conditions() {
        let share = |age: u16, structural: f32| {
            let mut parameters = still();
            (
                parameters.life_events.limiting_onset,
                parameters.life_events.structural,
            ) = (1.2, structural);
            let mut world = example::new();
            example::alike(&mut world, age);
            example::quarter(&mut world, &parameters, 0, step);
            let ill = world
                .persons
                .disability
                .iter()
                .filter(|d| **d > Disability::None)
                .count();
            ill as f64 / f64::from(world.population())
        };
        for (age, structural, ratio) in [(25, 0.5, 1.0), (45, 0.5, 1.974), (25, 1.0, 0.606_5)] {
            let expected = 1.0 - crate::numeric::exp(-1.2 * ratio / 4.0);
            let found = share(age, structural);
            assert!(
                (found - expected).abs() < 0.07,
                "{age} {structural}: {found}, expected {expected}"
            );
        }
    }

    #[test]
    fn a_condition_never_eases_by_beginning_and_support_need_goes_with_it() {
        let mut parameters = still();
        parameters.life_events.limiting_onset = 1e6;
        let before = example::new();
        let mut world = before.clone();
        example::quarter(&mut world, &parameters, 0, step);
        for i in world.living() {
            let (was, is) = (before.persons.disability[i], world.persons.disability[i]);
            assert!(is > was || (is, was) == (Disability::Lot, Disability::Lot));
            assert_eq!(
                world.persons.dip[i] > 0.0,
                is == Disability::Lot && was < Disability::Lot
            );
            match is {
                Disability::None | Disability::Condition => assert_eq!(world.persons.need[i], 0.0),
                Disability::Lot => assert!(world.persons.need[i] > 0.0),
                Disability::Little => {}
            }
        }
    }

    #[test]
    fn recovery_eases_by_one_step() {
        let mut parameters = still();
        parameters.life_events.recovery = 1e6;
        let before = example::new();
        let mut world = before.clone();
        example::quarter(&mut world, &parameters, 0, step);
        for i in world.living() {
            let expected = match before.persons.disability[i] {
                Disability::Lot => Disability::Little,
                Disability::Little => Disability::Condition,
                _ => Disability::None,
            };
            assert_eq!(world.persons.disability[i], expected);
        }
    }

    #[test]
    fn work_is_found_at_its_rate_and_support_multiplies_it() {
        let share = |support: f32, deprivation: f32| {
            let mut parameters = still();
            parameters.life_events.job_finding = 2.0;
            let mut world = example::new();
            example::alike(&mut world, 40);
            world.communities.deprivation.fill(deprivation);
            example::reach_all(&mut world, Lever::JobSupport, Eligible::OutOfWork, support);
            example::quarter(&mut world, &parameters, 0, step);
            let working = world
                .persons
                .activity
                .iter()
                .filter(|a| **a == Activity::Employed)
                .count();
            working as f64 / f64::from(world.population())
        };
        for (support, deprivation, rate) in
            [(0.0, 0.0, 2.0), (1.0, 0.0, 4.0), (0.0, 1.0, 2.0 / 1.341_6)]
        {
            let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
            assert!(
                (share(support, deprivation) - expected).abs() < 0.07,
                "{support} {deprivation}"
            );
        }
    }

    #[test]
    fn who_loses_work_goes_where_their_circumstances_take_them() {
        let mut parameters = still();
        (
            parameters.life_events.job_loss,
            parameters.life_events.sickness_exit,
        ) = (1e6, 1e6);
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.activity.fill(Activity::Employed);
        world.persons.disability[0] = Disability::Lot;
        world.persons.care_hours[1] = 30.0;
        world.persons.age_months[3] = 70 * 12;
        example::quarter(&mut world, &parameters, 0, step);
        let expected = [
            Activity::Sick,
            Activity::Other,
            Activity::Unemployed,
            Activity::Employed,
        ];
        assert_eq!(world.persons.activity[..4], expected);
    }

    #[test]
    fn parting_leaves_one_at_home_and_nobody_widowed() {
        let mut parameters = still();
        parameters.life_events.parting = 1e6;
        let before = example::lived();
        let mut world = before.clone();
        example::quarter(&mut world, &parameters, 36, step);
        let mut couples = 0;
        for i in before.living() {
            let partner = before.persons.partner[i];
            if !partner.is_some() || before.persons.key[i] > before.persons.key[partner.index()] {
                continue;
            }
            if (18..66).contains(&before.persons.age(i)) {
                couples += 1;
                assert!(world.persons.alive[i] && !world.persons.alive[partner.index()]);
                assert!((world.persons.dip[i] - before.persons.dip[i] - 0.76).abs() < 1e-5);
                assert!((world.persons.scar[i] - before.persons.scar[i] - 0.04).abs() < 1e-5);
                assert!(
                    !world.persons.partner[i].is_some() && !world.persons.died[partner.index()]
                );
            } else {
                assert_eq!(world.persons.partner[i], partner);
            }
        }
        assert!(couples > 20);
        assert_eq!(before.population() - world.population(), couples);
        assert_eq!(before.persons.widowed, world.persons.widowed);
        example::check_ties(&world);
    }

    #[test]
    fn those_who_end_their_studies_have_work_or_look_for_it_and_some_study_on() {
        let share = |months: u16, study: f32| {
            let mut parameters = still();
            (
                parameters.life_events.studying_on,
                parameters.life_events.entry_without_work,
            ) = (study, 0.3);
            let mut world = example::new();
            example::alike(&mut world, 20);
            world.persons.age_months.fill(months);
            world.persons.activity.fill(Activity::Student);
            example::quarter(&mut world, &parameters, 0, step);
            let people = f64::from(world.population());
            [
                Activity::Student,
                Activity::Unemployed,
                Activity::Other,
                Activity::Employed,
            ]
            .map(|activity| {
                world
                    .persons
                    .activity
                    .iter()
                    .filter(|a| **a == activity)
                    .count() as f64
                    / people
            })
        };
        for (months, study, expected) in [
            (228, 0.5, [0.5, 0.1, 0.05, 0.35]),
            (264, 0.5, [0.0, 0.2, 0.1, 0.7]),
            (240, 0.5, [1.0, 0.0, 0.0, 0.0]),
        ] {
            let found = share(months, study);
            assert!(
                found
                    .iter()
                    .zip(expected)
                    .all(|(f, e)| (f - e).abs() < 0.07),
                "{months}: {found:?}, expected {expected:?}"
            );
        }
    }

    #[test]
    fn people_retire_before_the_pension_age_at_their_rate() {
        let retired = |age: u16, activity: Activity| {
            let mut parameters = still();
            parameters.life_events.early_retirement = 2.0;
            let mut world = example::new();
            example::alike(&mut world, age);
            world.persons.activity.fill(activity);
            example::quarter(&mut world, &parameters, 0, step);
            world
                .persons
                .activity
                .iter()
                .filter(|a| **a == Activity::Retired)
                .count() as f64
                / f64::from(world.population())
        };
        for (age, activity, rate) in [
            (62, Activity::Employed, 2.0),
            (62, Activity::Sick, 2.0),
            (57, Activity::Employed, 2.0 / 3.0),
            (50, Activity::Employed, 0.0),
        ] {
            let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
            assert!(
                (retired(age, activity) - expected).abs() < 0.07,
                "{age} {activity:?}"
            );
        }
    }

    #[test]
    fn low_wellbeing_makes_losing_work_likelier_and_at_nought_it_does_not_matter() {
        assert_eq!(own_state(0.0, 2.0), 1.0);
        assert_eq!(own_state(0.1, USUAL), 1.0);
        assert!(
            (own_state(0.1, 4.4) - 1.3).abs() < 1e-5 && (own_state(0.1, 0.0) - 1.4).abs() < 1e-5
        );
        assert!((own_state(0.1, 10.0) - 0.8).abs() < 1e-5);
    }

    #[test]
    fn losing_work_shakes_those_who_look_for_other_work() {
        let parameters = Parameters::default();
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.activity.fill(Activity::Employed);
        lose_work(&mut world, &parameters, 0);
        assert_eq!(world.persons.activity[0], Activity::Unemployed);
        assert!(
            (world.persons.dip[0] - 0.075).abs() < 1e-6
                && (world.persons.scar[0] - 0.075).abs() < 1e-6
        );
    }

    #[test]
    fn conditions_ease_less_often_where_deprivation_is_most() {
        let eased = |deprivation: f32| {
            let mut parameters = still();
            parameters.life_events.recovery = 1.0;
            let mut world = example::new();
            world.communities.deprivation.fill(deprivation);
            world.persons.disability.fill(Disability::Lot);
            example::quarter(&mut world, &parameters, 0, step);
            world
                .persons
                .disability
                .iter()
                .filter(|d| **d < Disability::Lot)
                .count() as f64
                / f64::from(world.population())
        };
        for deprivation in [-1.0, 1.0] {
            let rate = 1.0 / f64::from(gradient(1.8, deprivation));
            let expected = 1.0 - crate::numeric::exp(-rate / 4.0);
            assert!(
                (eased(deprivation) - expected).abs() < 0.06,
                "{deprivation}: {}, expected {expected}",
                eased(deprivation)
            );
        }
    }
}
