//! Ties that are there: each is looked at once a quarter, and fades, or grows towards what it will be. Must not know how ties
//! form.

use crate::engine::state::World;
use crate::random::{Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// Ties are looked at once a quarter, each in a month of its own.
const REVIEW_MONTHS: u64 = 3;

/// A tie under review, seen from the side with the lower key.
struct Tie {
    /// That side.
    i: usize,
    /// Where they hold the tie.
    slot: usize,
    /// The other side.
    j: usize,
}

/// Every tie, once a quarter.
pub(super) fn review(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.ties;
    let grows = 1.0 - libm::powf(1.0 - monthly_share_of_half_life(p.strengthening), REVIEW_MONTHS as f32);
    let grows = grows * world.government.contact;
    let (ties, pairs) = due(world, month);
    let [lost] = world.luck.columns(&pairs, month, Stream::Ties);
    // What becomes of a tie does not depend on other ties: those that stay grow first, then those that are lost go.
    let mut going = Vec::new();
    for (tie, lost) in ties.into_iter().zip(lost) {
        if loss(world, parameters, tie.i, tie.j, world.persons.tie_strength[tie.i][tie.slot]).happens(lost) {
            going.push(tie);
        } else {
            strengthen(world, &tie, grows);
        }
    }
    for tie in going {
        world.persons.untie(tie.i, tie.j);
    }
}

/// The ties of this month with their keys: those of whom the lower key has its turn, whatever the positions.
fn due(world: &World, month: u32) -> (Vec<Tie>, Vec<Key>) {
    let persons = &world.persons;
    let (mut ties, mut pairs) = (Vec::with_capacity(2 * persons.len()), Vec::with_capacity(2 * persons.len()));
    for (i, mine) in persons.key.iter().enumerate() {
        if !persons.alive[i] || !(mine.0 % REVIEW_MONTHS + u64::from(month)).is_multiple_of(REVIEW_MONTHS) {
            continue;
        }
        for (slot, friend) in persons.friends(i).iter().enumerate() {
            let theirs = persons.key[friend.index()];
            if *mine < theirs {
                ties.push(Tie { i, slot, j: friend.index() });
                pairs.push(mine.pair(theirs));
            }
        }
    }
    (ties, pairs)
}

/// How often a tie is lost, of which a quarter's share falls in its one month.
pub(super) fn loss(world: &World, parameters: &Parameters, i: usize, j: usize, strength: f32) -> AnnualRate {
    let p = &parameters.ties;
    let usual = p.loss_weak + (p.loss_close - p.loss_weak) * (strength / 0.7).min(1.0);
    let need = |k: usize| {
        if world.persons.need[k] < 10.0 {
            return 1.0;
        }
        let unwelcoming = 1.0 - world.communities.welcome[world.persons.community[k].index()];
        1.0 + p.need_loss * unwelcoming * 2.0 * parameters.couplings.person_from_community
    };
    AnnualRate(usual * need(i).max(need(j)) / world.government.contact.max(0.2) * REVIEW_MONTHS as f32)
}

fn strengthen(world: &mut World, tie: &Tie, grows: f32) {
    let persons = &mut world.persons;
    let now = persons.tie_strength[tie.i][tie.slot];
    let next = now + grows * (persons.tie_goal[tie.i][tie.slot] - now);
    persons.tie_strength[tie.i][tie.slot] = next;
    if let Some(other) = persons.slot_of(tie.j, tie.i) {
        persons.tie_strength[tie.j][other] = next;
    }
}
