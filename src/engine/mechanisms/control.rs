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
    // Shared power is felt where people who live there have organisations of their own to use it.
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
