//! Ties that are there: each is looked at once a quarter, and fades, or grows towards what it will be. Must not know how ties
//! form.

use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, QUARTER, quarterly_share_of_half_life};

/// Strength from which ties are lost as rarely as the strongest. Unit: strength, 0–1.
const STRONG: f32 = 0.7;
/// Support needed from which a place without welcome costs ties. Unit: hours a week.
const HIGH_NEED: f32 = 10.0;
/// The least that contact counts for in keeping ties: even under lockdown some is by telephone. Unit: share.
const LEAST_CONTACT: f32 = 0.2;

/// The ties of those whose turn it is, each from the side with the lower key, so that each may be lost once a quarter.
pub(super) fn review(world: &mut World, parameters: &Parameters, month: u32, due: &[usize]) {
    let luck = world.luck.of(month, Stream::Ties);
    let most = most(world, parameters);
    // What becomes of a tie does not depend on other ties: all are looked at before any goes.
    let mut going = Vec::new();
    for i in due.iter().copied() {
        let persons = &world.persons;
        let key = persons.key[i];
        for (slot, friend) in persons.friends(i).iter().enumerate() {
            let other = persons.key[friend.index()];
            let lost = luck.uniform(key.pair(other));
            if most.may_happen(lost) & (key < other) {
                let strength = persons.tie_strength[i][slot];
                if loss(world, parameters, i, friend.index(), strength).happens(lost) {
                    going.push((i, friend.index()));
                }
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

/// The most often that any tie is lost in the turn of a quarter.
fn most(world: &World, parameters: &Parameters) -> AnnualRate {
    let p = &parameters.ties;
    let unwelcoming = 2.0 * parameters.couplings.person_from_community;
    let need = 1.0 + (p.need_loss * unwelcoming).max(0.0);
    AnnualRate(p.loss_weak.max(p.loss_close) * need / world.government.contact.max(LEAST_CONTACT))
        .of_a_quarter()
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
