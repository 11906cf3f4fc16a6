//! Practice: how far services fit people, work as one and keep their staff's morale. Slow to create, sudden to destroy;
//! pulled by co-production, held back by short horizons and regulation. Must not know who pays.

use crate::engine::state::World;
use crate::engine::state::service::{SERVICES, ServiceKind};
use crate::numeric::unit;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// Fit that full accountability to people adds where there was none. Unit: index, 0–1.
const OF_ACCOUNTABILITY: f32 = 0.1;
/// What sharing power does for services where people have no voice of their own to use it, beside one for a full voice.
/// Unit: share.
const WITHOUT_VOICE: f32 = 0.3;
/// Fit that a step of morale from none to full adds. Unit: index, 0–1.
const OF_MORALE: f32 = 0.3;

/// Requests in a month below which a waiting list is too short to weigh on anybody.
const FEW: u32 = 20;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, _month: u32) {
    let p = &parameters.practice;
    let c = &parameters.couplings;
    let up = monthly_share_of_half_life(p.learning);
    let down = monthly_share_of_half_life(p.forgetting);
    morale(world, parameters, up);
    let government = &world.government;
    let promised = world.funded.conditions.certainty
        + (1.0 - world.funded.conditions.certainty) * government.horizon;
    let certain = p.short_horizon * promised * c.services_from_government;
    let room = p.regulation
        * (parameters.governance.regulation - government.regulation)
        * c.services_from_government;
    let human = OF_ACCOUNTABILITY
        * (government.accountability - parameters.governance.accountability)
        * c.services_from_government;
    let shared = (government.power - parameters.governance.power).max(0.0);
    for community in 0..world.communities.len() {
        // Sharing power does something for services where people have a voice of their own to use it.
        let produced = p.coproduction
            * shared
            * (WITHOUT_VOICE + world.communities.voice[community])
            * c.services_from_people;
        let pulled = p.fit + produced + certain + room + human;
        let lever = world.funded.community(community, Lever::Fit) / 12.0;
        for service in 0..SERVICES {
            let morale = world.services.morale[service];
            let (level, learns) = (
                unit(pulled + OF_MORALE * (morale - p.morale)),
                lever * (0.5 + morale),
            );
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

/// Morale falls with what a service has lost and with long waiting lists, at once, and comes back slowly.
fn morale(world: &mut World, parameters: &Parameters, up: f32) {
    let p = &parameters.practice;
    let communities = world.communities.len().max(1) as f32;
    let capacity = (0..world.communities.len())
        .map(|c| world.funded.community(c, Lever::Capacity))
        .sum::<f32>()
        / communities;
    for service in ServiceKind::ALL {
        let s = service as usize;
        let lost = (1.0 - world.services.effective(service, capacity)).max(0.0);
        // Of two who ask, one who waits says little about a service.
        let waiting = world.services.waiting[s] as f32 / world.services.asked[s].max(FEW) as f32;
        let level = unit(
            p.morale
                - p.cut_damage * lost
                - p.waiting_damage * (waiting - p.waiting_usual).max(0.0),
        );
        let morale = &mut world.services.morale[s];
        *morale = if level < *morale {
            level + (*morale - level) * 0.5
        } else {
            *morale + up * (level - *morale)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    /// Practice goes to its level at once.
    fn at_once() -> Parameters {
        let mut parameters = Parameters::default();
        (parameters.practice.learning, parameters.practice.forgetting) = (0.0, 0.0);
        parameters
    }

    #[test]
    fn practice_as_usual_is_at_rest() {
        let mut world = example::new();
        let before = world.clone();
        step(&mut world, &Parameters::default(), 0);
        assert_eq!(example::differing(&before, &world), Vec::<String>::new());
    }

    #[test]
    fn a_cut_halves_the_way_to_its_damage_in_a_month_and_rebuilding_takes_years() {
        let parameters = Parameters::default();
        let mut world = example::new();
        world.services.core = 0.8;
        step(&mut world, &parameters, 0);
        assert!(
            world
                .services
                .morale
                .iter()
                .all(|m| (m - 0.55).abs() < 1e-5),
            "half-way from 0.6 to 0.5"
        );
        for month in 1..24 {
            step(&mut world, &parameters, month);
        }
        assert!(world.services.morale.iter().all(|m| (m - 0.5).abs() < 1e-5));
        assert!(
            world.communities.fit[0][0] < parameters.practice.fit,
            "low morale takes from fit"
        );
        world.services.core = 1.0;
        for month in 24..48 {
            step(&mut world, &parameters, month);
        }
        assert!(
            world
                .services
                .morale
                .iter()
                .all(|m| (m - 0.55).abs() < 1e-4),
            "half-way back after the half-life of learning"
        );
    }

    #[test]
    fn a_closed_service_hurts_itself_alone_within_a_month() {
        let mut world = example::new();
        let advice = ServiceKind::Advice as usize;
        world.services.open[advice] = 0.6;
        step(&mut world, &Parameters::default(), 0);
        for s in 0..SERVICES {
            let expected = if s == advice {
                0.6 - 0.5 * 0.4 / 2.0
            } else {
                0.6
            };
            assert!(
                (world.services.morale[s] - expected).abs() < 1e-5,
                "{s}: {}",
                world.services.morale[s]
            );
        }
        step(&mut world, &at_once(), 1);
        assert!(
            world.communities.fit[0][advice] < world.communities.fit[0][0],
            "and what its staff can do for people"
        );
    }

    #[test]
    fn money_taken_out_hurts_as_a_cut_does_and_money_added_makes_up_for_one() {
        let morale = |core: f32, lever: f32| {
            let mut world = example::new();
            world.services.core = core;
            example::add_all(&mut world, Lever::Capacity, lever);
            step(&mut world, &Parameters::default(), 0);
            world.services.morale[0]
        };
        assert!((morale(1.0, -0.2) - morale(0.8, 0.0)).abs() < 1e-6 && morale(0.8, 0.0) < 0.56);
        assert!((morale(0.8, 0.2) - 0.6).abs() < 1e-6);
        assert_eq!(
            morale(1.0, 0.5),
            0.6,
            "more capacity than before makes nobody happier"
        );
    }

    #[test]
    fn long_waiting_lists_lower_the_morale_of_their_service() {
        let mut world = example::new();
        (world.services.asked[2], world.services.waiting[2]) = (100, 75);
        (world.services.asked[3], world.services.waiting[3]) = (4, 4);
        step(&mut world, &Parameters::default(), 0);
        // Half more than is usual, times 0.3, half of it in the first month; four people in vain are no list.
        assert!(
            (world.services.morale[2] - (0.6 - 0.15 / 2.0)).abs() < 1e-5,
            "{}",
            world.services.morale[2]
        );
        assert_eq!(
            (world.services.morale[0], world.services.morale[3]),
            (0.6, 0.6)
        );
    }

    #[test]
    fn each_pull_on_fit_has_its_size_and_its_coupling() {
        let fit = |change: &dyn Fn(&mut World, &mut Parameters)| {
            let (mut world, mut parameters) = (example::new(), at_once());
            world.communities.voice.fill(0.2);
            change(&mut world, &mut parameters);
            step(&mut world, &parameters, 0);
            let fit = world.communities.fit[0];
            assert!(fit.iter().all(|f| *f == fit[0]));
            fit[0] - parameters.practice.fit
        };
        let close = |found: f32, expected: f32| {
            assert!(
                (found - expected).abs() < 1e-5,
                "{found}, expected {expected}"
            );
        };
        close(fit(&|w, _| w.government.power = 0.7), 0.15 * 0.5 * 0.5);
        close(fit(&|w, _| w.funded.conditions.certainty = 0.5), 0.04);
        close(fit(&|w, _| w.government.regulation = 0.1), 0.04);
        close(fit(&|w, _| w.government.accountability = 0.7), 0.05);
        close(fit(&|w, _| w.government.power = 0.0), 0.0);
        close(
            fit(&|w, p| {
                (w.government.power, p.couplings.services_from_people) = (0.7, 0.0);
            }),
            0.0,
        );
        close(
            fit(&|w, p| {
                (
                    w.government.regulation,
                    w.government.accountability,
                    w.funded.conditions.certainty,
                ) = (0.1, 0.7, 0.5);
                p.couplings.services_from_government = 0.0;
            }),
            0.0,
        );
    }

    #[test]
    fn investment_closes_its_share_of_the_gap_and_is_forgotten_in_its_time() {
        let parameters = Parameters::default();
        let mut world = example::new();
        example::add_all(&mut world, Lever::Fit, 1.2);
        example::add_all(&mut world, Lever::JoinedUp, 1.2);
        step(&mut world, &parameters, 0);
        // Staff whose morale is 0.6 learn at 1.1 times the pace.
        assert!((world.communities.fit[0][3] - (0.45 + 0.11 * 0.55)).abs() < 1e-5);
        assert!((world.communities.joined_up[0] - (0.35 + 0.1 * 0.65)).abs() < 1e-5);
        world.funded.clear_levers();
        let gap = world.communities.fit[0][3] - 0.45;
        for month in 1..13 {
            step(&mut world, &parameters, month);
        }
        assert!(((world.communities.fit[0][3] - 0.45) / gap - 0.5).abs() < 1e-3);
    }
}
