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
    let promised = world.funded.conditions.certainty + (1.0 - world.funded.conditions.certainty) * government.horizon;
    let certain = p.short_horizon * promised * c.services_from_government;
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
        assert!((world.services.morale - 0.55).abs() < 1e-5, "half-way from 0.6 to 0.5");
        for month in 1..24 {
            step(&mut world, &parameters, month);
        }
        assert!((world.services.morale - 0.5).abs() < 1e-5);
        assert!(world.communities.fit[0][0] < parameters.practice.fit, "low morale takes from fit");
        world.services.core = 1.0;
        for month in 24..48 {
            step(&mut world, &parameters, month);
        }
        assert!((world.services.morale - 0.55).abs() < 1e-4, "half-way back after the half-life of learning");
    }

    #[test]
    fn long_waiting_lists_lower_morale() {
        let mut world = example::new();
        let residents = world.communities.residents.iter().sum::<u32>();
        world.services.waiting = residents / 4;
        step(&mut world, &Parameters::default(), 0);
        assert!((world.services.morale - (0.6 - 0.2 / 2.0)).abs() < 0.001, "{}", world.services.morale);
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
        let close = |found: f32, expected: f32| assert!((found - expected).abs() < 1e-5, "{found}, expected {expected}");
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
                (w.government.regulation, w.government.accountability, w.funded.conditions.certainty) = (0.1, 0.7, 0.5);
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
