//! Ties that are there: each is looked at once a quarter, and fades, or grows towards what it will be. Must not know how ties
//! form.

use crate::engine::state::World;
use crate::engine::state::person::TIE_SLOTS;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, QUARTER, quarterly_share_of_half_life};

/// Strength from which ties are lost as rarely as the strongest. Unit: strength, 0–1.
const STRONG: f32 = 0.7;
/// Support needed from which a place without welcome costs ties. Unit: hours a week.
const HIGH_NEED: f32 = 10.0;
/// The least that contact counts for in keeping ties: even under lockdown some is by telephone. Unit: share.
const LEAST_CONTACT: f32 = 0.2;

/// Room for all ties of somebody: a power of two, so that no remainder has to be worked out.
const ROOM: usize = TIE_SLOTS.next_power_of_two();

/// The ties of those whose turn it is, each from the side with the lower key, so that each may be lost once a quarter.
pub(super) fn review(world: &mut World, parameters: &Parameters, month: u32, due: &[usize]) {
    let luck = world.luck.of(month, Stream::Ties);
    let most = Most::new(world, parameters);
    // What becomes of a tie does not depend on other ties: all are looked at before any goes.
    let mut going = Vec::new();
    let mut perhaps = [(0_u32, 0.0_f32); ROOM];
    for i in due.iter().copied() {
        let persons = &world.persons;
        let (key, strengths) = (persons.key[i], &persons.tie_strength[i]);
        let mut kept = 0;
        for (slot, friend) in persons.friends(i).iter().enumerate() {
            let other = persons.key[friend.index()];
            let lost = luck.uniform(key.pair(other));
            // Noted of every tie and kept of few: which of them it is cannot be guessed.
            perhaps[kept % ROOM] = (slot as u32, lost);
            kept += usize::from(most.of(strengths[slot]).may_happen(lost) & (key < other));
        }
        for (slot, lost) in perhaps[..kept].iter().copied() {
            let slot = slot as usize;
            let j = persons.ties[i][slot].index();
            if loss(world, parameters, i, j, strengths[slot]).happens(lost) {
                going.push((i, j));
            }
        }
    }
    for (i, j) in going {
        world.persons.untie(i, j);
    }
}

/// Once a quarter all ties grow towards what they will be.
pub(super) fn grow(world: &mut World, parameters: &Parameters, month: u32) {
    if month.is_multiple_of(QUARTER) {
        let share = quarterly_share_of_half_life(parameters.ties.strengthening);
        world.persons.grow_ties(share * world.government.contact);
    }
}

/// The most often that ties are lost in the turn of a quarter, whatever anybody needs: in a straight line from the weakest to
/// the strong.
struct Most {
    weakest: f32,
    falls: f32,
}

impl Most {
    fn new(world: &World, parameters: &Parameters) -> Self {
        let p = &parameters.ties;
        let unwelcoming = 2.0 * parameters.couplings.person_from_community;
        let need = 1.0 + (p.need_loss * unwelcoming).max(0.0);
        let often = |usual: f32| {
            AnnualRate(usual * need / world.government.contact.max(LEAST_CONTACT))
                .of_a_quarter()
                .0
        };
        let (weakest, strong) = (often(p.loss_weak), often(p.loss_close));
        Self {
            weakest,
            falls: (weakest - strong) / STRONG,
        }
    }

    #[inline(always)]
    fn of(&self, strength: f32) -> AnnualRate {
        AnnualRate(self.weakest - self.falls * strength.min(STRONG))
    }
}

/// How often a tie is lost, of which a quarter's share falls in its one month.
pub(super) fn loss(
    world: &World,
    parameters: &Parameters,
    i: usize,
    j: usize,
    strength: f32,
) -> AnnualRate {
    let p = &parameters.ties;
    let usual = p.loss_weak + (p.loss_close - p.loss_weak) * (strength / STRONG).min(1.0);
    let need = |k: usize| {
        if world.persons.need[k] < HIGH_NEED {
            return 1.0;
        }
        let unwelcoming = 1.0 - world.communities.welcome[world.persons.community[k].index()];
        1.0 + p.need_loss * unwelcoming * 2.0 * parameters.couplings.person_from_community
    };
    AnnualRate(usual * need(i).max(need(j)) / world.government.contact.max(LEAST_CONTACT))
        .of_a_quarter()
}
