//! Events that hit every arm alike.

mod influx;

use super::mechanisms::governance;
use super::state::World;
use super::state::service::SERVICES;
use crate::scenario::parameters::Parameters;
use crate::scenario::{Event, EventKind};

/// Months for which contact stays low when an event does not say for how many.
const PANDEMIC_MONTHS: u32 = 12;

/// Lets happen what happens in a month, counted from the branching of the arms, and keeps closed what is closed.
pub fn hit(world: &mut World, parameters: &Parameters, events: &[Event], month: u32) {
    world.services.open = open_services(events, month);
    for event in events.iter().filter(|event| event.month == month) {
        happen(world, parameters, event);
    }
}

/// What is open of each service: two closures of the same one leave the product.
fn open_services(events: &[Event], month: u32) -> [f32; SERVICES] {
    let mut open = [1.0; SERVICES];
    for event in events
        .iter()
        .filter(|event| event.kind == EventKind::Closure && event.in_force(month))
    {
        if let Some(service) = event.service {
            open[service as usize] *= 1.0 - event.size.clamp(0.0, 1.0);
        }
    }
    open
}

fn happen(world: &mut World, parameters: &Parameters, event: &Event) {
    let size = event.size.clamp(0.0, 1.0);
    match event.kind {
        EventKind::Cut => {
            // Sudden: services feel it this month; the yearly round keeps it.
            world.services.core *= 1.0 - size;
            world.government.cut = 1.0 - (1.0 - world.government.cut) * (1.0 - size);
        }
        EventKind::LeaderLeaves => governance::leader_leaves(world, size),
        EventKind::Pandemic => {
            world.government.contact = 1.0 - size;
            world.government.contact_until = world.month + event.months.unwrap_or(PANDEMIC_MONTHS);
        }
        EventKind::Closure => {}
        EventKind::Influx => influx::arrive(world, parameters, size, world.month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::engine::state::{ServiceKind, example};
    use crate::scenario::EventService;

    fn event(kind: EventKind, size: f32) -> Event {
        Event::new(0, kind, size)
    }

    fn happen(world: &mut World, event: &Event) {
        super::happen(world, &Parameters::default(), event);
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
        assert!(
            (world.services.core - 0.8).abs() < 1e-6,
            "still there after two yearly rounds"
        );
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
    fn a_closure_closes_its_share_of_one_service_for_as_long_as_it_lasts() {
        let closure = |month, size, service, months| Event {
            month,
            kind: EventKind::Closure,
            size,
            service: Some(service),
            months,
        };
        let events = [
            closure(2, 0.5, EventService::Advice, Some(3)),
            closure(4, 0.2, EventService::Advice, None),
            closure(0, 1.0, EventService::Hospice, None),
        ];
        let mut world = example::new();
        let advice: Vec<f32> = (0..7)
            .map(|month| {
                hit(&mut world, &Parameters::default(), &events, month);
                assert_eq!(world.services.open[ServiceKind::Hospice as usize], 0.0);
                assert_eq!(world.services.open[ServiceKind::PrimaryCare as usize], 1.0);
                world.services.open[ServiceKind::Advice as usize]
            })
            .collect();
        assert_eq!(advice, [1.0, 1.0, 0.5, 0.5, 0.4, 0.8, 0.8]);
    }

    #[test]
    fn services_that_events_name_are_the_engine_s_in_the_same_order() {
        for (service, kind) in EventService::ALL.into_iter().zip(ServiceKind::ALL) {
            assert_eq!(format!("{service:?}"), format!("{kind:?}"));
        }
    }

    #[test]
    fn a_closed_service_sees_nobody_and_the_others_go_on() {
        let contacts = |events: &[Event]| {
            let mut world = example::lived();
            for month in 0..12 {
                hit(&mut world, &Parameters::default(), events, month);
                engine::step(&mut world, &Parameters::default(), None);
            }
            let seen = |kind: ServiceKind| {
                world
                    .living()
                    .map(|i| u32::from(world.persons.contacts[i][kind as usize]))
                    .sum::<u32>()
            };
            (seen(ServiceKind::Advice), seen(ServiceKind::MentalHealth))
        };
        let closed = Event {
            service: Some(EventService::Advice),
            ..event(EventKind::Closure, 1.0)
        };
        let ((usual, _), (advice, mental)) = (contacts(&[]), contacts(&[closed]));
        assert!(
            usual > 0 && advice == 0 && mental > 0,
            "{usual} {advice} {mental}"
        );
    }

    #[test]
    fn a_leader_who_leaves_takes_their_share() {
        let mut world = example::new();
        (world.government.power, world.government.accountability) = (0.5, 0.4);
        happen(&mut world, &event(EventKind::LeaderLeaves, 0.5));
        assert_eq!(
            (world.government.power, world.government.accountability),
            (0.25, 0.2)
        );
    }

    #[test]
    fn an_event_of_no_size_changes_nothing() {
        let before = example::lived();
        for (kind, ..) in EventKind::ALL
            .iter()
            .filter(|(kind, ..)| *kind != EventKind::Pandemic)
        {
            let mut world = before.clone();
            happen(&mut world, &event(*kind, 0.0));
            assert_eq!(
                example::differing(&before, &world),
                Vec::<String>::new(),
                "{kind:?}"
            );
        }
    }
}
