//! To whom something may happen in this turn: one look at everybody whose turn it is, so that only
//! they are worked out. Nobody is missed whom something happens to. Must not change anything, nor
//! know what happens.

use super::hazards::{
    AFTER_STUDIES, AFTER_STUDIES_ON, ENDS_STUDIES, EXITS_OF_WOMEN, FINDING_OTHER, HIGHEST, Here,
    LOWEST, OnsetByAge, STUDIES_ON, own_state,
};
use crate::engine::mechanisms::wellbeing::USUAL;
use crate::engine::state::World;
use crate::place::{Activity, Disability};
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// Those whose turn it is and to whom something may happen, in order.
pub(super) fn people(
    world: &World,
    parameters: &Parameters,
    month: u32,
    here: &[Here],
    onset: &OnsetByAge,
) -> Vec<usize> {
    let persons = &world.persons;
    let most = Most::new(parameters);
    let health = world.luck.of(month, Stream::LifeEvents);
    let work = world.luck.of(month, Stream::Circumstances);
    let may = |rate: f32, draw: f32| AnnualRate(rate).of_a_quarter().may_happen(draw);
    let concerns = |i: &usize| {
        let (i, key, months) = (*i, persons.key[*i], persons.age_months[*i]);
        let here = &here[persons.community[i].index()];
        let eases = if persons.disability[i] == Disability::None {
            0.0
        } else {
            here.easing
        };
        let begins = onset.0[usize::from(months / 12).min(127)] * here.limiting;
        if may(begins + eases, health.uniform(key)) {
            return true;
        }
        if !(18 * 12..66 * 12).contains(&months) {
            return false;
        }
        let [works, parts, ..] = work.uniforms(key);
        may(most.work_changes(world, i, here), works)
            | may(most.parting * here.parting, parts)
            | (STUDIES_ON..AFTER_STUDIES_ON).contains(&months)
            | (ENDS_STUDIES..AFTER_STUDIES).contains(&months)
    };
    world.due(month).into_iter().filter(concerns).collect()
}

/// The most, each year, that work and couples can change, whatever people's own state: what they are held against first.
struct Most {
    job_loss: f32,
    home_exit: f32,
    sickness_exit: f32,
    early_retirement: f32,
    job_finding: f32,
    parting: f32,
}

impl Most {
    fn new(parameters: &Parameters) -> Self {
        let p = &parameters.life_events;
        let state = own_state(p.low_wellbeing, USUAL - LOWEST)
            .max(own_state(p.low_wellbeing, USUAL - HIGHEST));
        Self {
            job_loss: p.job_loss * state,
            home_exit: p.home_exit * EXITS_OF_WOMEN,
            sickness_exit: p.sickness_exit,
            early_retirement: p.early_retirement,
            job_finding: p.job_finding,
            parting: p.parting * state,
        }
    }

    /// All changes of work of one person together.
    #[inline]
    fn work_changes(&self, world: &World, i: usize, here: &Here) -> f32 {
        let persons = &world.persons;
        let early = if persons.age_months[i] >= 55 * 12 {
            self.early_retirement
        } else {
            0.0
        };
        match persons.activity[i] {
            Activity::Employed => {
                let sick = if persons.disability[i] == Disability::Lot {
                    self.sickness_exit
                } else {
                    0.0
                };
                sick + self.job_loss * here.work + self.home_exit + early
            }
            Activity::Unemployed | Activity::Sick | Activity::Other => {
                let usual = if persons.activity[i] == Activity::Unemployed {
                    1.0
                } else {
                    FINDING_OTHER
                };
                usual * self.job_finding / here.work
                    * (1.0 + world.funded.person(persons, i, Lever::JobSupport))
                    + early
            }
            _ => 0.0,
        }
    }
}
