//! How often life events happen: by age, neighbourhood and how somebody is. Must not know to whom.

use crate::engine::mechanisms::wellbeing::USUAL;
use crate::engine::mechanisms::{ByAge, gradient, structural};
use crate::engine::state::World;
use crate::scenario::parameters::{LifeEvents, Parameters};
use crate::units::QUARTER;

/// How much more rarely long-term conditions begin for each step of environment above the usual. Unit: share.
pub(super) const OF_ENVIRONMENT: f32 = 0.3;
/// The age at which conditions begin as often as `limiting_onset` says. Unit: years.
pub(super) const ONSETS_AT: f32 = 25.0;
/// How often women and men leave work to look after home and family, of the mean.
pub(super) const EXITS_OF_WOMEN: f32 = 1.5;
pub(super) const EXITS_OF_MEN: f32 = 0.5;
/// How often those who are sick, or at home for other reasons, find work, of those who look for it.
pub(super) const FINDING_SICK: f32 = 0.06;
pub(super) const FINDING_OTHER: f32 = 0.16;
/// The age at which some study on. Unit: months.
pub(super) const STUDIES_ON: u16 = 19 * 12;
/// The age at which those who studied on end their studies. Unit: months.
pub(super) const ENDS_STUDIES: u16 = 22 * 12;

/// Each is looked at in the turn of the quarter that begins there.
pub(super) const AFTER_STUDIES_ON: u16 = STUDIES_ON + QUARTER as u16;
pub(super) const AFTER_STUDIES: u16 = ENDS_STUDIES + QUARTER as u16;

/// How far above and below the usual wellbeing it still moves hazards. Unit: points below.
pub(super) const HIGHEST: f32 = -2.0;
pub(super) const LOWEST: f32 = 4.0;

/// What changes with the neighbourhood, worked out once a month.
pub(super) struct Here {
    pub limiting: f32,
    pub easing: f32,
    pub work: f32,
    pub parting: f32,
}

pub(super) fn neighbourhoods(world: &World, parameters: &Parameters) -> Vec<Here> {
    let p = &parameters.life_events;
    let conditions = structural(world, parameters);
    let here = |c: usize| {
        let deprivation = world.communities.deprivation[c];
        // A better environment than usual eases the start of long-term conditions a little; a worse one the reverse.
        let environment = 1.0
            - OF_ENVIRONMENT
                * (world.communities.environment[c] - world.communities.environment_usual[c]);
        Here {
            limiting: gradient(p.limiting_deprivation, deprivation) * conditions * environment,
            easing: p.recovery / gradient(p.easing_deprivation, deprivation),
            work: gradient(p.job_deprivation, deprivation) * conditions,
            parting: gradient(p.parting_deprivation, deprivation),
        }
    };
    (0..world.communities.len()).map(here).collect()
}

/// How often conditions begin at each age, before what differs by place.
pub(super) struct OnsetByAge(pub [f32; 128]);

impl OnsetByAge {
    pub fn new(p: &LifeEvents) -> Self {
        let by_age = ByAge::new(p.limiting_slope, ONSETS_AT);
        Self(std::array::from_fn(|age| {
            p.limiting_onset * by_age.at(age as u16)
        }))
    }
}

/// How a person's own state moves the hazards of losing work and of parting: 1 at the usual wellbeing.
pub(super) fn own_state(low_wellbeing: f32, wellbeing: f32) -> f32 {
    1.0 + low_wellbeing * (USUAL - wellbeing).clamp(HIGHEST, LOWEST)
}
