//! Practice: how far services fit people, work as one and keep their staff's morale. Slow to create, sudden to destroy;
//! pulled by co-production, held back by short horizons and regulation. Must not know who pays.

use crate::engine::state::World;
use crate::engine::state::service::SERVICES;
use crate::numeric::unit;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, _month: u32) {
    let p = &parameters.practice;
    let c = &parameters.couplings;
    let up = monthly_share_of_half_life(p.learning);
    let down = monthly_share_of_half_life(p.forgetting);
    morale(world, parameters, up);
    let government = &world.government;
    let certain = p.short_horizon * world.funded.conditions.certainty * c.services_from_government;
    let room = p.regulation * (parameters.governance.regulation - government.regulation) * c.services_from_government;
    let human = 0.1 * (government.accountability - parameters.governance.accountability) * c.services_from_government;
    let shared = (government.power - parameters.governance.power).max(0.0);
    for community in 0..world.communities.len() {
        // Sharing power does something for services where people have a voice of their own to use it.
        let produced = p.coproduction * shared * (0.3 + world.communities.voice[community]) * c.services_from_people;
        let level = unit(p.fit + produced + certain + room + human + 0.3 * (world.services.morale - p.morale));
        let learns = world.funded.community(community, Lever::Fit) / 12.0 * (0.5 + world.services.morale);
        for service in 0..SERVICES {
            let fit = &mut world.communities.fit[community][service];
            *fit += if level > *fit { up } else { down } * (level - *fit);
            *fit = unit(*fit + learns * (1.0 - *fit));
        }
        let joins = world.funded.community(community, Lever::JoinedUp) / 12.0;
        let joined = &mut world.communities.joined_up[community];
        *joined += if p.joined_up > *joined { up } else { down } * (p.joined_up - *joined);
        *joined = unit(*joined + joins * (1.0 - *joined));
    }
}

/// Morale falls with waiting lists and cuts, at once, and comes back slowly.
fn morale(world: &mut World, parameters: &Parameters, up: f32) {
    let p = &parameters.practice;
    let waiting = world.services.waiting as f32 / (world.communities.residents.iter().sum::<u32>().max(1) as f32);
    let level = unit(p.morale - p.cut_damage * (1.0 - world.services.core).max(0.0) - (waiting - 0.05).max(0.0));
    let morale = &mut world.services.morale;
    *morale = if level < *morale { level + (*morale - level) * 0.5 } else { *morale + up * (level - *morale) };
}
