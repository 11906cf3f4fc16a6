//! Events that hit every arm alike.

use super::state::World;
use crate::scenario::{Event, EventKind};

/// Lets an event happen now.
pub fn happen(world: &mut World, event: &Event) {
    let size = event.size.clamp(0.0, 1.0);
    match event.kind {
        EventKind::Cut => {
            // Sudden: services feel it this month; the yearly round keeps it.
            world.services.core *= 1.0 - size;
            world.government.cut = 1.0 - (1.0 - world.government.cut) * (1.0 - size);
        }
        EventKind::LeaderLeaves => super::mechanisms::governance::leader_leaves(world, size),
        EventKind::Pandemic => {
            world.government.contact = 1.0 - size;
            world.government.contact_until = world.month + 12;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::engine::{self, mechanisms::governance};
    use crate::scenario::parameters::Parameters;

    fn event(kind: EventKind, size: f32) -> Event {
        Event { month: 0, kind, size }
    }

    #[test]
    fn a_cut_acts_at_once_lasts_and_two_cuts_multiply() {
        let parameters = Parameters::default();
        let mut world = example::new();
        world.government.crisis_budget = Some(0);
        happen(&mut world, &event(EventKind::Cut, 0.2));
        assert!((world.services.core - 0.8).abs() < 1e-6);
        for month in 0..24 {
            governance::step(&mut world, &parameters, month);
        }
        assert!((world.services.core - 0.8).abs() < 1e-6, "still there after two yearly rounds");
        happen(&mut world, &event(EventKind::Cut, 0.5));
        governance::step(&mut world, &parameters, 35);
        assert!((world.services.core - 0.4).abs() < 1e-6);
    }

    #[test]
    fn a_pandemic_lowers_contact_for_twelve_months() {
        let parameters = Parameters::default();
        let mut world = example::lived();
        happen(&mut world, &event(EventKind::Pandemic, 0.7));
        let mut low = 0;
        for _ in 0..24 {
            low += u32::from(world.government.contact < 1.0);
            engine::step(&mut world, &parameters, None);
        }
        assert_eq!(low, 12);
    }

    #[test]
    fn a_leader_who_leaves_takes_their_share() {
        let mut world = example::new();
        (world.government.power, world.government.accountability) = (0.5, 0.4);
        happen(&mut world, &event(EventKind::LeaderLeaves, 0.5));
        assert_eq!((world.government.power, world.government.accountability), (0.25, 0.2));
    }

    #[test]
    fn an_event_of_no_size_changes_nothing() {
        let before = example::lived();
        for (kind, ..) in EventKind::ALL.iter().filter(|(kind, ..)| *kind != EventKind::Pandemic) {
            let mut world = before.clone();
            happen(&mut world, &event(*kind, 0.0));
            assert_eq!(example::differing(&before, &world), Vec::<String>::new(), "{kind:?}");
        }
    }
}
