//! Communities: people who are well enough give time; mutual aid, welcome and efficacy grow slowly with what people carry
//! and with investment, and fall fast when used beyond capacity. The environment follows efficacy. Must not know services.

use crate::engine::state::World;
use crate::numeric::unit;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    volunteer(world, parameters, month);
    for c in 0..world.communities.len() {
        grow(world, parameters, c);
    }
}

/// People start and stop giving time.
fn volunteer(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.community;
    let starts = AnnualRate(p.volunteer_start).monthly().0;
    let mut counts = vec![(0_u32, 0_u32); world.communities.len()];
    for i in 0..world.persons.len() {
        let persons = &mut world.persons;
        if !persons.alive[i] || !persons.is_adult(i) {
            continue;
        }
        let c = persons.community[i].index();
        let [draw, ..] = world.luck.uniforms(persons.key[i], month, Stream::Community);
        let strained = world.families.strain[persons.family[i].index()] > 0.5;
        let able = persons.wellbeing[i] >= p.well_enough && !strained;
        if persons.volunteer[i] {
            let beyond = (world.communities.aid_used[c] - 1.0).clamp(0.0, 2.0);
            let tired = if able { 1.0 } else { 2.0 };
            let stops = p.volunteer_stop * tired * (1.0 + p.overload * beyond) / world.government.contact.max(0.3);
            persons.volunteer[i] = draw >= AnnualRate(stops).monthly().0;
        } else if able {
            let asked = 0.5 + f32::from(persons.close_friends[i].min(6)) / 6.0;
            persons.volunteer[i] = draw < starts * asked * 1.15 * world.government.contact;
        }
        counts[c].0 += 1;
        counts[c].1 += u32::from(persons.volunteer[i]);
        world.counts.volunteer_months += u64::from(persons.volunteer[i]);
    }
    for (c, (adults, volunteers)) in counts.into_iter().enumerate() {
        world.communities.volunteers[c] = if adults > 0 { volunteers as f32 / adults as f32 } else { 0.0 };
    }
}

/// A value moves towards a level: slowly up, fast down.
fn towards(now: f32, level: f32, up: f32, down: f32) -> f32 {
    now + if level > now { up } else { down } * (level - now)
}

fn grow(world: &mut World, parameters: &Parameters, c: usize) {
    let p = &parameters.community;
    let up = monthly_share_of_half_life(p.growth);
    let down = monthly_share_of_half_life(p.fall);
    let place = &mut world.communities;
    // What people carry now, of what they carried when the arms branched. Until then, it is as it is.
    let usual = place.volunteers_usual[c];
    let carried = if usual > 0.0 { place.volunteers[c] / usual } else { 1.0 };
    let carried = 1.0 + (carried - 1.0) * parameters.couplings.community_from_people;
    let shared = (world.government.power - parameters.governance.power) * parameters.couplings.community_from_government;
    let beyond = (place.aid_used[c] - 1.0).clamp(0.0, 1.0);

    let invest = |lever| world.funded.community(c, lever) / 12.0;
    // What volunteers carry counts for a third of mutual aid: most of it is informal.
    let aid_level = (place.aid_usual[c] * (1.0 + (carried - 1.0) / 3.0) * (1.0 - 0.5 * beyond)).min(p.aid_ceiling);
    place.aid[c] = towards(place.aid[c], aid_level, up, if beyond > 0.0 { down } else { up });
    place.aid[c] += invest(Lever::AssociationalLife) * (p.aid_ceiling - place.aid[c]).max(0.0);
    place.welcome[c] = towards(place.welcome[c], place.welcome_usual[c], up, up);
    place.welcome[c] = unit(place.welcome[c] + invest(Lever::Welcome) * (1.0 - place.welcome[c]));
    let efficacy_level = unit(place.efficacy_usual[c] + 0.3 * shared + 0.2 * (place.aid[c] - place.aid_usual[c]));
    place.efficacy[c] = towards(place.efficacy[c], efficacy_level, up, up);
    let follows = monthly_share_of_half_life(p.environment_follows);
    let environment_level = unit(place.environment_usual[c] + 0.5 * (place.efficacy[c] - place.efficacy_usual[c]));
    place.environment[c] += follows * (environment_level - place.environment[c]);
    place.environment[c] = unit(place.environment[c] + invest(Lever::Environment) * (1.0 - place.environment[c]));
    place.voice[c] = towards(place.voice[c], 0.1, up, up);
    place.voice[c] = unit(place.voice[c] + invest(Lever::Voice) * (1.0 - place.voice[c]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn a_neighbourhood_as_usual_is_at_rest() {
        let mut world = example::new();
        let before = world.communities.clone();
        for c in 0..world.communities.len() {
            grow(&mut world, &Parameters::default(), c);
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
            grow(&mut world, &parameters, 0);
        }
        assert!((world.communities.aid[0] / usual - 0.75).abs() < 1e-4);
        world.communities.aid_used[0] = 1.0;
        for _ in 0..30 {
            grow(&mut world, &parameters, 0);
        }
        assert!((world.communities.aid[0] / usual - 0.875).abs() < 1e-4);
    }

    #[test]
    fn what_people_carry_moves_mutual_aid_unless_uncoupled() {
        let mut parameters = Parameters::default();
        parameters.community.growth = 0.0;
        let mut world = example::new();
        let usual = world.communities.aid_usual[0];
        (world.communities.volunteers[0], world.communities.volunteers_usual[0]) = (0.3, 0.2);
        grow(&mut world, &parameters, 0);
        assert!((world.communities.aid[0] / usual - (1.0 + 0.5 / 3.0)).abs() < 1e-5);
        parameters.couplings.community_from_people = 0.0;
        grow(&mut world, &parameters, 0);
        assert!((world.communities.aid[0] / usual - 1.0).abs() < 1e-6);
    }

    #[test]
    fn shared_power_lets_efficacy_grow_and_the_environment_follows_unless_uncoupled() {
        let mut parameters = Parameters::default();
        (parameters.community.growth, parameters.community.environment_follows) = (0.0, 0.0);
        let mut world = example::new();
        let (efficacy, environment) = (world.communities.efficacy[0], world.communities.environment[0]);
        world.government.power = 0.7;
        grow(&mut world, &parameters, 0);
        assert!((world.communities.efficacy[0] - efficacy - 0.15).abs() < 1e-5);
        assert!((world.communities.environment[0] - environment - 0.075).abs() < 1e-5);
        parameters.couplings.community_from_government = 0.0;
        grow(&mut world, &parameters, 0);
        assert!((world.communities.efficacy[0] - efficacy).abs() < 1e-6);
    }

    #[test]
    fn investment_closes_its_share_of_the_gap() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let before = world.communities.clone();
        for lever in [Lever::AssociationalLife, Lever::Welcome, Lever::Environment, Lever::Voice] {
            example::add_all(&mut world, lever, 1.2);
        }
        grow(&mut world, &parameters, 0);
        let after = &world.communities;
        for (name, from, to, full) in [
            ("aid", before.aid[0], after.aid[0], parameters.community.aid_ceiling),
            ("welcome", before.welcome[0], after.welcome[0], 1.0),
            ("environment", before.environment[0], after.environment[0], 1.0),
            ("voice", before.voice[0], after.voice[0], 1.0),
        ] {
            assert!(((to - from) / (full - from) - 0.1).abs() < 1e-5, "{name}");
        }
    }

    #[test]
    fn those_who_are_unwell_strained_or_under_age_do_not_begin() {
        let mut parameters = Parameters::default();
        parameters.community.volunteer_start = 1e6;
        let mut world = example::lived();
        world.persons.volunteer.fill(false);
        let unwell = example::somebody(&world, |p, i| p.is_adult(i) && p.wellbeing[i] < 6.0);
        let strained = example::somebody(&world, |p, i| p.is_adult(i) && p.wellbeing[i] > 7.0);
        let child = example::somebody(&world, |p, i| !p.is_adult(i));
        world.families.strain.fill(0.0);
        world.families.strain[world.persons.family[strained].index()] = 0.6;
        volunteer(&mut world, &parameters, 36);
        assert!(![unwell, strained, child].iter().any(|i| world.persons.volunteer[*i]));
        for i in 0..world.persons.len() {
            let strained = world.families.strain[world.persons.family[i].index()] > 0.5;
            // A chance of half and more for those with no or few friends: at least those with four friends all begin.
            if world.persons.alive[i] && world.persons.is_adult(i) && world.persons.wellbeing[i] >= 6.0 && !strained {
                assert!(world.persons.volunteer[i] || world.persons.close_friends[i] < 4, "{i}");
            }
        }
    }

    #[test]
    fn volunteers_stop_sooner_where_they_are_asked_for_too_much() {
        let left = |used: f32| {
            let mut world = example::lived();
            world.persons.volunteer.fill(true);
            world.communities.aid_used.fill(used);
            let mut parameters = Parameters::default();
            parameters.community.volunteer_stop = 3.0;
            parameters.community.well_enough = 0.0;
            world.families.strain.fill(0.0);
            volunteer(&mut world, &parameters, 36);
            let adults: Vec<usize> = world.living().filter(|i| world.persons.is_adult(*i)).collect();
            let all = adults.len() as f32;
            let shares: f32 = adults.iter().map(|i| world.communities.volunteers[world.persons.community[*i].index()]).sum();
            let staying = adults.iter().filter(|i| world.persons.volunteer[**i]).count() as f32;
            assert!((shares - staying).abs() < 0.01, "the shares are of those who stay");
            1.0 - staying / all
        };
        // 1 − e^(−3/12) = 0.221 and, asked for twice too much, 1 − e^(−6/12) = 0.393.
        assert!((left(1.0) - 0.221).abs() < 0.06, "{}", left(1.0));
        assert!((left(2.0) - 0.393).abs() < 0.07, "{}", left(2.0));
    }
}
