//! Control: it moves towards a person's own level, which support on their own terms and shared power raise and unmet need
//! lowers. How far support on one's own terms is that depends on the process by which it is got. What contacts do to control
//! is in `problems`. Must not know who pays.

use super::FITS_ANYWAY;
use crate::engine::state::{ServiceKind, World};
use crate::numeric::unit;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::quarterly_share_of_half_life;

/// One month: a quarter of control's way for those whose turn it is.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.control;
    let share = quarterly_share_of_half_life(p.half_life);
    let power = (world.government.power - parameters.governance.power)
        * p.power
        * parameters.couplings.community_from_government;
    for i in world.due(month) {
        let (level, plan) = level(world, parameters, power, i);
        let persons = &mut world.persons;
        persons.plan[i] = plan;
        persons.control[i] += share * (level - persons.control[i]);
    }
}

/// The level a person goes to, and whether they shape their own support.
fn level(world: &World, parameters: &Parameters, power: f32, i: usize) -> (f32, bool) {
    let p = &parameters.control;
    let persons = &world.persons;
    let confidence = world.funded.person(persons, i, Lever::Confidence);
    let own = persons.control_level[i] + confidence + power;
    let need = persons.need[i];
    // Most people need nothing.
    if need == 0.0 {
        return (unit(own), false);
    }
    let plan = world.funded.person(persons, i, Lever::Plan);
    let through = if plan > 0.0 && !has_easy_process(world, parameters, i) {
        p.hard_process
    } else {
        1.0
    };
    let unmet = p.unmet * persons.unmet[i] / need;
    let level = unit(own + p.plan * plan.min(1.0) * through - unmet);
    (level, plan > 0.0)
}

/// Whether a person gets through the process of shaping their own support without being worn down by it: as likely as a
/// contact with social care in their neighbourhood fits. One draw for life, so that luck is the same in every world.
pub fn has_easy_process(world: &World, parameters: &Parameters, i: usize) -> bool {
    let usual = parameters.practice.fit;
    let here =
        world.communities.fit[world.persons.community[i].index()][ServiceKind::SocialCare as usize];
    let fit = usual + (here - usual) * parameters.couplings.person_from_services;
    let [draw, ..] = world
        .luck
        .uniforms(world.persons.key[i], 0, Stream::Control);
    draw < unit(FITS_ANYWAY + fit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::scenario::approaches::Eligible;

    /// Control goes to its level at once.
    fn at_once() -> Parameters {
        let mut parameters = Parameters::default();
        parameters.control.half_life = 0.0;
        parameters
    }

    #[test]
    fn half_the_gap_to_the_own_level_closes_in_a_half_life() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.need[i] == 0.0);
        (world.persons.control[i], world.persons.control_level[i]) = (0.2, 0.8);
        for month in 0..9 {
            step(&mut world, &parameters, month);
        }
        assert!(
            (world.persons.control[i] - 0.5).abs() < 1e-4,
            "{}",
            world.persons.control[i]
        );
    }

    #[test]
    fn unmet_need_lowers_the_level_in_proportion() {
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.need[i] > 0.0);
        (
            world.persons.control_level[i],
            world.persons.need[i],
            world.persons.unmet[i],
        ) = (0.6, 20.0, 10.0);
        example::quarter(&mut world, &at_once(), 0, step);
        assert!((world.persons.control[i] - (0.6 - 0.15 / 2.0)).abs() < 1e-5);
    }

    #[test]
    fn support_on_their_own_terms_reaches_those_with_need_and_counts_once() {
        let mut world = example::new();
        let adult = |p: &crate::engine::state::Persons, i: usize| p.is_adult(i);
        let in_need = example::somebody(&world, |p, i| p.need[i] > 0.0 && adult(p, i));
        let other = example::somebody(&world, |p, i| p.need[i] == 0.0 && adult(p, i));
        for approach in [1, 2] {
            example::reach_all_by(
                &mut world,
                crate::random::Key(approach),
                Lever::Plan,
                Eligible::SupportNeed,
                0.8,
            );
        }
        world.persons.control_level.fill(0.5);
        example::quarter(&mut world, &at_once(), 0, step);
        assert!(world.persons.plan[in_need] && !world.persons.plan[other]);
        let full = 0.5
            + at_once().control.plan
                * if has_easy_process(&world, &at_once(), in_need) {
                    1.0
                } else {
                    at_once().control.hard_process
                };
        assert!(
            (world.persons.control[in_need] - full).abs() < 1e-5,
            "two plans are one plan in full"
        );
        assert_eq!(world.persons.control[other], 0.5);
    }

    #[test]
    fn shared_power_raises_the_level_unless_uncoupled() {
        let mut parameters = at_once();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.need[i] == 0.0);
        world.persons.control_level[i] = 0.5;
        world.government.power = 0.7;
        example::quarter(&mut world, &parameters, 0, step);
        assert!((world.persons.control[i] - (0.5 + 0.06 * 0.5)).abs() < 1e-5);
        parameters.couplings.community_from_government = 0.0;
        example::quarter(&mut world, &parameters, 0, step);
        assert_eq!(world.persons.control[i], 0.5);
    }

    #[test]
    fn a_hard_process_undoes_most_of_a_plan_and_fit_makes_it_easy() {
        let mut parameters = at_once();
        parameters.control.hard_process = 0.25;
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.need.fill(5.0);
        world.persons.unmet.fill(0.0);
        world.persons.control_level.fill(0.5);
        example::reach_all(&mut world, Lever::Plan, Eligible::SupportNeed, 1.0);
        let easy = |world: &World| {
            world
                .living()
                .filter(|i| has_easy_process(world, &Parameters::default(), *i))
                .count()
        };
        let usual = easy(&world);
        example::quarter(&mut world, &parameters, 0, step);
        for i in world.living() {
            let through = if has_easy_process(&world, &parameters, i) {
                1.0
            } else {
                0.25
            };
            assert!(
                (world.persons.control[i] - 0.5 - parameters.control.plan * through).abs() < 1e-5
            );
        }
        for fit in &mut world.communities.fit {
            fit.fill(0.9);
        }
        assert!(
            easy(&world) > usual && easy(&world) == world.living().count(),
            "practice that fits wears nobody down"
        );
        parameters.couplings.person_from_services = 0.0;
        assert_eq!(
            world
                .living()
                .filter(|i| has_easy_process(&world, &parameters, *i))
                .count(),
            usual,
            "uncoupled: as usual"
        );
    }

    #[test]
    fn confidence_adds_to_the_level_of_those_it_reaches() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.need.fill(5.0);
        world.persons.unmet.fill(0.0);
        world.persons.control_level.fill(0.5);
        example::reach_all(&mut world, Lever::Confidence, Eligible::SupportNeed, 0.07);
        example::quarter(&mut world, &at_once(), 0, step);
        assert!(
            world
                .living()
                .all(|i| (world.persons.control[i] - 0.57).abs() < 1e-5)
        );
    }
}
