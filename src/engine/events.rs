//! Events that hit every arm alike.

use super::state::World;
use crate::scenario::{Event, EventKind};

/// Lets an event happen now.
pub fn happen(world: &mut World, event: &Event) {
    let size = event.size.clamp(0.0, 1.0);
    match event.kind {
        EventKind::Cut => world.government.cut = 1.0 - (1.0 - world.government.cut) * (1.0 - size),
        EventKind::LeaderLeaves => super::mechanisms::governance::leader_leaves(world, size),
        EventKind::Pandemic => {
            world.government.contact = 1.0 - size;
            world.government.contact_until = world.month + 12;
        }
    }
}
