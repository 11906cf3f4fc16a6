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
