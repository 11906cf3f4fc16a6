//! Control: it moves towards a person's own level, which support on their own terms and shared power raise and unmet need
//! lowers. What contacts do to it is in `problems`. Must not know services.

use crate::engine::state::World;
use crate::numeric::unit;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, _month: u32) {
    let p = &parameters.control;
    let share = monthly_share_of_half_life(p.half_life);
    let power = (world.government.power - parameters.governance.power) * p.power * parameters.couplings.community_from_government;
    for i in 0..world.persons.len() {
        if !world.persons.alive[i] {
            continue;
        }
        let need = world.persons.need[i];
        let plan = if need > 0.0 { world.funded.person(&world.persons, i, Lever::Plan) } else { 0.0 };
        let persons = &mut world.persons;
        persons.plan[i] = plan > 0.0;
        let unmet = if need > 0.0 { p.unmet * persons.unmet[i] / need } else { 0.0 };
        let level = unit(persons.control_level[i] + p.plan * plan.min(1.0) - unmet + power);
        persons.control[i] += share * (level - persons.control[i]);
    }
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
        assert!((world.persons.control[i] - 0.5).abs() < 1e-4, "{}", world.persons.control[i]);
    }

    #[test]
    fn unmet_need_lowers_the_level_in_proportion() {
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.need[i] > 0.0);
        (world.persons.control_level[i], world.persons.need[i], world.persons.unmet[i]) = (0.6, 20.0, 10.0);
        step(&mut world, &at_once(), 0);
        assert!((world.persons.control[i] - (0.6 - 0.15 / 2.0)).abs() < 1e-5);
    }

    #[test]
    fn support_on_their_own_terms_reaches_those_with_need_and_counts_once() {
        let mut world = example::new();
        let adult = |p: &crate::engine::state::Persons, i: usize| p.is_adult(i);
        let in_need = example::somebody(&world, |p, i| p.need[i] > 0.0 && adult(p, i));
        let other = example::somebody(&world, |p, i| p.need[i] == 0.0 && adult(p, i));
        for approach in [1, 2] {
            example::reach_all_by(&mut world, crate::random::Key(approach), Lever::Plan, Eligible::SupportNeed, 0.8);
        }
        world.persons.control_level.fill(0.5);
        step(&mut world, &at_once(), 0);
        assert!(world.persons.plan[in_need] && !world.persons.plan[other]);
        assert!((world.persons.control[in_need] - 0.6).abs() < 1e-5, "two plans are one plan in full");
        assert_eq!(world.persons.control[other], 0.5);
    }

    #[test]
    fn shared_power_raises_the_level_unless_uncoupled() {
        let mut parameters = at_once();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.need[i] == 0.0);
        world.persons.control_level[i] = 0.5;
        world.government.power = 0.7;
        step(&mut world, &parameters, 0);
        assert!((world.persons.control[i] - (0.5 + 0.06 * 0.5)).abs() < 1e-5);
        parameters.couplings.community_from_government = 0.0;
        step(&mut world, &parameters, 0);
        assert_eq!(world.persons.control[i], 0.5);
    }
}
