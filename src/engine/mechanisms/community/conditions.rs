//! What a neighbourhood holds: mutual aid, welcome, collective efficacy, environment and the voice of user-led
//! organisations. Each is drawn to its own usual level, slowly up, and fast down when asked for more than there is.

use super::pace::{Pace, shared_power, towards};
use crate::engine::state::World;
use crate::numeric::unit;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;

/// One month of one neighbourhood.
pub(super) fn grow(world: &mut World, parameters: &Parameters, pace: &Pace, c: usize) {
    let p = &parameters.community;
    let shared =
        shared_power(world, parameters, c) * parameters.couplings.community_from_government;
    let place = &mut world.communities;
    // What people carry now, of what they carried when the arms branched. Until then, it is as it is.
    let usual = place.volunteers_usual[c];
    let carried = if usual > 0.0 {
        place.volunteers[c] / usual
    } else {
        1.0
    };
    let carried = 1.0 + (carried - 1.0) * parameters.couplings.community_from_people;
    let beyond = (place.aid_used[c] - 1.0).clamp(0.0, 1.0);
    let left = 1.0 - p.overuse * beyond;
    // Slow to grow and to settle back; fast to break where more is asked for than there is.
    let (up, down) = (pace.up, if beyond > 0.0 { pace.down } else { pace.up });

    let invest = |lever| world.funded.community(c, lever) / 12.0;
    let aid_level = (place.aid_usual[c] * (1.0 + (carried - 1.0) * p.aid_volunteers) * left)
        .clamp(0.0, p.aid_ceiling);
    place.aid[c] = towards(place.aid[c], aid_level, up, down);
    place.aid[c] += invest(Lever::AssociationalLife) * (p.aid_ceiling - place.aid[c]).max(0.0);
    place.welcome[c] = towards(place.welcome[c], place.welcome_usual[c] * left, up, down);
    place.welcome[c] = unit(place.welcome[c] + invest(Lever::Welcome) * (1.0 - place.welcome[c]));
    let lived_together = p.aid_efficacy * (place.aid[c] - place.aid_usual[c]);
    let efficacy_level =
        unit(place.efficacy_usual[c] * left + p.power_efficacy * shared + lived_together);
    place.efficacy[c] = towards(place.efficacy[c], efficacy_level, up, down);
    let environment_level = unit(
        place.environment_usual[c]
            + p.efficacy_environment * (place.efficacy[c] - place.efficacy_usual[c]),
    );
    place.environment[c] += pace.environment * (environment_level - place.environment[c]);
    place.environment[c] =
        unit(place.environment[c] + invest(Lever::Environment) * (1.0 - place.environment[c]));
    // To take part, people with lived experience need support: what nobody pays for fades.
    place.voice[c] = towards(place.voice[c], p.voice, pace.voice, pace.voice);
    place.voice[c] = unit(place.voice[c] + invest(Lever::Voice) * (1.0 - place.voice[c]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    /// One month of the first neighbourhood.
    fn month(world: &mut World, parameters: &Parameters) {
        grow(world, parameters, &Pace::of(parameters), 0);
    }

    #[test]
    fn a_neighbourhood_as_usual_is_at_rest() {
        let mut world = example::new();
        let before = world.communities.clone();
        for c in 0..world.communities.len() {
            grow(
                &mut world,
                &Parameters::default(),
                &Pace::of(&Parameters::default()),
                c,
            );
        }
        assert_eq!(before.differing(&world.communities), Vec::<&str>::new());
    }

    #[test]
    fn mutual_aid_falls_half_way_in_months_and_grows_back_in_years() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let usual = world.communities.aid_usual[0];
        // Asked for twice what there is: the level falls to half the usual.
        world.communities.aid_used[0] = 2.0;
        for _ in 0..6 {
            month(&mut world, &parameters);
        }
        assert!((world.communities.aid[0] / usual - 0.75).abs() < 1e-4);
        world.communities.aid_used[0] = 1.0;
        for _ in 0..30 {
            month(&mut world, &parameters);
        }
        assert!((world.communities.aid[0] / usual - 0.875).abs() < 1e-4);
    }

    #[test]
    fn what_people_carry_moves_mutual_aid_unless_uncoupled() {
        let mut parameters = Parameters::default();
        parameters.community.growth = 0.0;
        let mut world = example::new();
        let usual = world.communities.aid_usual[0];
        (
            world.communities.volunteers[0],
            world.communities.volunteers_usual[0],
        ) = (0.3, 0.2);
        month(&mut world, &parameters);
        assert!((world.communities.aid[0] / usual - (1.0 + 0.5 * 0.33)).abs() < 1e-5);
        parameters.couplings.community_from_people = 0.0;
        month(&mut world, &parameters);
        assert!((world.communities.aid[0] / usual - 1.0).abs() < 1e-6);
    }

    #[test]
    fn shared_power_lets_efficacy_grow_and_the_environment_follows_unless_uncoupled() {
        let mut parameters = Parameters::default();
        (
            parameters.community.growth,
            parameters.community.environment_follows,
        ) = (0.0, 0.0);
        let mut world = example::new();
        let (efficacy, environment) = (
            world.communities.efficacy[0],
            world.communities.environment[0],
        );
        world.government.power = 0.7;
        world.communities.voice[0] = 1.0;
        month(&mut world, &parameters);
        assert!((world.communities.efficacy[0] - efficacy - 0.15).abs() < 1e-5);
        assert!((world.communities.environment[0] - environment - 0.075).abs() < 1e-5);
        world.communities.voice[0] = 0.0;
        month(&mut world, &parameters);
        assert!(
            (world.communities.efficacy[0] - efficacy - 0.045).abs() < 1e-5,
            "without voice, little"
        );
        parameters.couplings.community_from_government = 0.0;
        month(&mut world, &parameters);
        assert!((world.communities.efficacy[0] - efficacy).abs() < 1e-6);
    }

    #[test]
    fn investment_closes_its_share_of_the_gap() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let before = world.communities.clone();
        for lever in [
            Lever::AssociationalLife,
            Lever::Welcome,
            Lever::Environment,
            Lever::Voice,
        ] {
            example::add_all(&mut world, lever, 1.2);
        }
        month(&mut world, &parameters);
        let after = &world.communities;
        for (name, from, to, full) in [
            (
                "aid",
                before.aid[0],
                after.aid[0],
                parameters.community.aid_ceiling,
            ),
            ("welcome", before.welcome[0], after.welcome[0], 1.0),
            (
                "environment",
                before.environment[0],
                after.environment[0],
                1.0,
            ),
            ("voice", before.voice[0], after.voice[0], 1.0),
        ] {
            assert!(((to - from) / (full - from) - 0.1).abs() < 1e-5, "{name}");
        }
    }

    #[test]
    fn voice_that_nobody_supports_fades_by_half_in_its_half_life() {
        let parameters = Parameters::default();
        let mut world = example::new();
        world.communities.voice[0] = 0.9;
        for _ in 0..18 {
            month(&mut world, &parameters);
        }
        assert!(
            (world.communities.voice[0] - 0.5).abs() < 1e-4,
            "{}",
            world.communities.voice[0]
        );
    }

    #[test]
    fn what_is_asked_for_beyond_capacity_is_lost_fast_and_comes_back_slowly() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let (welcome, efficacy) = (world.communities.welcome[0], world.communities.efficacy[0]);
        world.communities.aid_used[0] = 3.0;
        (0..6).for_each(|_| month(&mut world, &parameters));
        assert!((world.communities.welcome[0] / welcome - 0.75).abs() < 1e-4);
        assert!(world.communities.efficacy[0] / efficacy < 0.76);
        world.communities.aid_used[0] = 0.0;
        (0..6).for_each(|_| month(&mut world, &parameters));
        let back = (world.communities.welcome[0] / welcome - 0.75) / 0.25;
        assert!((back - (1.0 - libm::powf(0.5, 0.2))).abs() < 1e-3, "{back}");
    }
}
