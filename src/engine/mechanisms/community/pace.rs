//! How fast neighbourhoods move towards what people carry and money supports. Must not know what is moved.

use crate::engine::state::World;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// How much of a gap closes in a month.
pub(super) struct Pace {
    /// Upwards.
    pub up: f32,
    /// Downwards.
    pub down: f32,
    /// User-led organisations that nobody supports.
    pub voice: f32,
    /// The environment behind efficacy.
    pub environment: f32,
}

impl Pace {
    pub fn of(parameters: &Parameters) -> Self {
        let p = &parameters.community;
        Self {
            up: monthly_share_of_half_life(p.growth),
            down: monthly_share_of_half_life(p.fall),
            voice: monthly_share_of_half_life(p.voice_fades),
            environment: monthly_share_of_half_life(p.environment_follows),
        }
    }
}

/// A value moves towards a level: at one pace up, at another down.
pub(super) fn towards(now: f32, level: f32, up: f32, down: f32) -> f32 {
    now + if level > now { up } else { down } * (level - now)
}

/// What power shared beyond today's does here: little where nobody with lived experience is organised to use it.
pub(super) fn shared_power(world: &World, parameters: &Parameters, c: usize) -> f32 {
    let alone = parameters.community.power_without_voice;
    (world.government.power - parameters.governance.power)
        * (alone + (1.0 - alone) * world.communities.voice[c])
}
