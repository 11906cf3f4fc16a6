//! Life events: long-term conditions begin and ease, work is lost and found, couples part. Hazards by age, deprivation and
//! the person's own state. Must not know money; support to find work comes as a lever.

use super::{ByAge, gradient, structural};
use crate::engine::state::{World, initial};
use crate::ids::PersonId;
use crate::place::{Activity, Disability};
use crate::random::{Stream, uniform};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// What changes with the neighbourhood, worked out once a month.
struct Here {
    limiting: f32,
    work: f32,
}

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.life_events;
    let conditions = structural(world, parameters);
    let here: Vec<Here> = (0..world.communities.len())
        .map(|c| {
            let deprivation = world.communities.deprivation[c];
            // A better environment than usual eases the start of long-term conditions a little; a worse one the reverse.
            let environment = 1.0 - 0.3 * (world.communities.environment[c] - world.communities.environment_usual[c]);
            Here {
                limiting: gradient(p.limiting_deprivation, deprivation) * conditions * environment,
                work: gradient(p.job_deprivation, deprivation) * conditions,
            }
        })
        .collect();
    let by_age = ByAge::new(p.limiting_slope, 25.0);
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        let onset = p.limiting_onset * by_age.at(world.persons.age(i));
        let here = &here[world.persons.community[i].index()];
        let words = world.luck.words(world.persons.key[i], month, Stream::LifeEvents);
        condition(world, parameters, i, onset * here.limiting, words);
        if (18..66).contains(&world.persons.age(i)) {
            let [work, part, ..] = world.luck.uniforms(world.persons.key[i], month, Stream::Circumstances);
            work_changes(world, parameters, i, here, work);
            parting(world, parameters, i, part);
        }
    }
}

fn condition(world: &mut World, parameters: &Parameters, i: usize, onset: f32, words: [u32; 4]) {
    let p = &parameters.life_events;
    let persons = &mut world.persons;
    let draw = uniform(words[0]);
    let worsens = AnnualRate(onset).monthly().0;
    let eases = if persons.disability[i] == Disability::None { 0.0 } else { AnnualRate(p.recovery).monthly().0 };
    let next = if draw < worsens {
        // The first step may be a large one.
        match (persons.disability[i], uniform(words[1])) {
            (Disability::None, u) if u < 0.45 => Disability::Condition,
            (Disability::None, u) if u < 0.82 => Disability::Little,
            (Disability::Condition, u) if u < 0.7 => Disability::Little,
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
    if next == persons.disability[i] {
        return;
    }
    if next == Disability::Lot && persons.disability[i] < Disability::Lot {
        persons.dip[i] += p.shock_disability;
    }
    persons.disability[i] = next;
    let accompanied = persons.partner[i].is_some() || persons.is_child[i];
    persons.need[i] = initial::need_hours(next, uniform(words[2]), accompanied, parameters);
}

fn work_changes(world: &mut World, parameters: &Parameters, i: usize, here: &Here, draw: f32) {
    let p = &parameters.life_events;
    let limited = world.persons.disability[i] == Disability::Lot;
    let rate = match world.persons.activity[i] {
        Activity::Employed if limited => p.sickness_exit + p.job_loss * here.work,
        Activity::Employed => p.job_loss * here.work,
        Activity::Unemployed | Activity::Sick | Activity::Other => {
            let usual = match world.persons.activity[i] {
                Activity::Unemployed => 1.0,
                Activity::Sick => 0.06,
                _ => 0.16,
            };
            usual * p.job_finding / here.work * (1.0 + world.funded.person(&world.persons, i, Lever::JobSupport))
        }
        _ => return,
    };
    if draw >= AnnualRate(rate).monthly().0 {
        return;
    }
    let persons = &mut world.persons;
    persons.activity[i] = match persons.activity[i] {
        Activity::Employed if limited => Activity::Sick,
        // Those who care for long hours do not look for other work.
        Activity::Employed if persons.care_hours[i] > parameters.family.sustainable_hours => Activity::Other,
        Activity::Employed => Activity::Unemployed,
        _ => Activity::Employed,
    };
}

fn parting(world: &mut World, parameters: &Parameters, i: usize, draw: f32) {
    let persons = &world.persons;
    let partner = persons.partner[i];
    // Asked once a couple: of the one named first.
    if !partner.is_some() || persons.key[i] > persons.key[partner.index()] {
        return;
    }
    if draw >= AnnualRate(parameters.life_events.parting).monthly().0 {
        return;
    }
    let j = partner.index();
    let persons = &mut world.persons;
    persons.partner[i] = PersonId::NONE;
    persons.partner[j] = PersonId::NONE;
    for k in [i, j] {
        persons.dip[k] += parameters.life_events.shock_parting;
    }
    // The second of the couple leaves the place; partners come from outside it too (demography), so that homes keep their size.
    world.communities.residents[world.persons.community[j].index()] -= 1;
    world.persons.leave(j);
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
        (p.limiting_onset, p.recovery, p.job_loss, p.job_finding, p.sickness_exit, p.parting) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
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
    fn conditions_begin_at_their_rate_by_age_and_national_conditions() {
        let share = |age: u16, structural: f32| {
            let mut parameters = still();
            (parameters.life_events.limiting_onset, parameters.life_events.structural) = (3.0, structural);
            let mut world = example::new();
            example::alike(&mut world, age);
            step(&mut world, &parameters, 0);
            let ill = world.persons.disability.iter().filter(|d| **d > Disability::None).count();
            ill as f64 / f64::from(world.population())
        };
        for (age, structural, ratio) in [(25, 0.5, 1.0), (45, 0.5, 1.974), (25, 1.0, 0.606_5)] {
            let expected = 1.0 - crate::numeric::exp(-3.0 * ratio / 12.0);
            let found = share(age, structural);
            assert!((found - expected).abs() < 0.07, "{age} {structural}: {found}, expected {expected}");
        }
    }

    #[test]
    fn a_condition_never_eases_by_beginning_and_support_need_goes_with_it() {
        let mut parameters = still();
        parameters.life_events.limiting_onset = 1e6;
        let before = example::new();
        let mut world = before.clone();
        step(&mut world, &parameters, 0);
        for i in world.living() {
            let (was, is) = (before.persons.disability[i], world.persons.disability[i]);
            assert!(is > was || (is, was) == (Disability::Lot, Disability::Lot));
            assert_eq!(world.persons.dip[i] > 0.0, is == Disability::Lot && was < Disability::Lot);
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
        step(&mut world, &parameters, 0);
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
            parameters.life_events.job_finding = 6.0;
            let mut world = example::new();
            example::alike(&mut world, 40);
            world.communities.deprivation.fill(deprivation);
            example::reach_all(&mut world, Lever::JobSupport, Eligible::OutOfWork, support);
            step(&mut world, &parameters, 0);
            let working = world.persons.activity.iter().filter(|a| **a == Activity::Employed).count();
            working as f64 / f64::from(world.population())
        };
        for (support, deprivation, rate) in [(0.0, 0.0, 6.0), (1.0, 0.0, 12.0), (0.0, 1.0, 6.0 / 1.341_6)] {
            let expected = 1.0 - crate::numeric::exp(-rate / 12.0);
            assert!((share(support, deprivation) - expected).abs() < 0.07, "{support} {deprivation}");
        }
    }

    #[test]
    fn who_loses_work_goes_where_their_circumstances_take_them() {
        let mut parameters = still();
        (parameters.life_events.job_loss, parameters.life_events.sickness_exit) = (1e6, 1e6);
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.activity.fill(Activity::Employed);
        world.persons.disability[0] = Disability::Lot;
        world.persons.care_hours[1] = 30.0;
        world.persons.age_months[3] = 70 * 12;
        step(&mut world, &parameters, 0);
        let expected = [Activity::Sick, Activity::Other, Activity::Unemployed, Activity::Employed];
        assert_eq!(world.persons.activity[..4], expected);
    }

    #[test]
    fn parting_leaves_one_at_home_and_nobody_widowed() {
        let mut parameters = still();
        parameters.life_events.parting = 1e6;
        let before = example::lived();
        let mut world = before.clone();
        step(&mut world, &parameters, 36);
        let mut couples = 0;
        for i in before.living() {
            let partner = before.persons.partner[i];
            if !partner.is_some() || before.persons.key[i] > before.persons.key[partner.index()] {
                continue;
            }
            if (18..66).contains(&before.persons.age(i)) {
                couples += 1;
                assert!(world.persons.alive[i] && !world.persons.alive[partner.index()]);
                assert!((world.persons.dip[i] - before.persons.dip[i] - 0.6).abs() < 1e-5);
                assert!(!world.persons.partner[i].is_some() && !world.persons.died[partner.index()]);
            } else {
                assert_eq!(world.persons.partner[i], partner);
            }
        }
        assert!(couples > 20);
        assert_eq!(before.population() - world.population(), couples);
        assert_eq!(before.persons.widowed, world.persons.widowed);
        example::check_ties(&world);
    }
}
