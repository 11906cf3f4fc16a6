//! To whom something may happen this month: one look at everybody, so that only they are worked out. Nobody is missed whom
//! something happens to. Must not change anything, nor know what happens.

use super::{
    ENDS_STUDIES, EXITS_OF_WOMEN, FINDING_OTHER, HIGHEST, Here, LOWEST, OnsetByAge, STUDIES_ON,
    own_state,
};
use crate::engine::mechanisms::wellbeing::USUAL;
use crate::engine::state::World;
use crate::place::{Activity, Disability};
use crate::random::{Key, Stream};
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;

/// For each position, whether something may happen to who lives there.
pub(super) fn people(
    world: &World,
    parameters: &Parameters,
    month: u32,
    here: &[Here],
    onset: &OnsetByAge,
) -> Vec<bool> {
    let persons = &world.persons;
    let [draws] = world.luck.columns(&persons.key, month, Stream::LifeEvents);
    // Columns of one length are read without asking whether each position is there.
    let n = persons.len();
    let (community, disability, months) = (
        &persons.community[..n],
        &persons.disability[..n],
        &persons.age_months[..n],
    );
    let (alive, key, draws) = (&persons.alive[..n], &persons.key[..n], &draws[..n]);
    let mut concerned = vec![false; n];
    let (mut working_age, mut keys, mut count) = (vec![0_u32; n], vec![Key(0); n], 0);
    for i in 0..n {
        let here = &here[community[i].index()];
        let eases = if disability[i] == Disability::None {
            0.0
        } else {
            here.easing
        };
        let begins = onset.0[usize::from(months[i] / 12).min(127)] * here.limiting;
        concerned[i] = AnnualRate(begins + eases).may_happen(draws[i]);
        // Written whether or not it counts: quicker than to ask, with ages in no order.
        (working_age[count], keys[count]) = (i as u32, key[i]);
        count += usize::from((18 * 12..66 * 12).contains(&months[i]) & alive[i]);
    }
    working_age.truncate(count);
    keys.truncate(count);
    let [work, parts] = world.luck.columns(&keys, month, Stream::Circumstances);
    let most = Most::new(parameters);
    for ((i, work), parts) in working_age
        .into_iter()
        .map(|i| i as usize)
        .zip(work)
        .zip(parts)
    {
        let here = &here[persons.community[i].index()];
        concerned[i] |= AnnualRate(most.work_changes(world, i, here)).may_happen(work)
            | AnnualRate(most.parting * here.parting).may_happen(parts)
            | (persons.age_months[i] == STUDIES_ON)
            | (persons.age_months[i] == ENDS_STUDIES);
    }
    concerned
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
