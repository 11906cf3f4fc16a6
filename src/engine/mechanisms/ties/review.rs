//! Ties that are there: each is looked at once a quarter, and fades, or grows towards what it will be. Must not know how ties
//! form.

use crate::engine::state::World;
use crate::random::{Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, monthly_share_of_half_life};

/// Strength from which ties are lost as rarely as the strongest. Unit: strength, 0–1.
const STRONG: f32 = 0.7;
/// Support needed from which a place without welcome costs ties. Unit: hours a week.
const HIGH_NEED: f32 = 10.0;
/// The least that contact counts for in keeping ties: even under lockdown some is by telephone. Unit: share.
const LEAST_CONTACT: f32 = 0.2;

/// Ties are looked at once a quarter, each in a month of its own.
const REVIEW_MONTHS: u64 = 3;

/// A tie under review, seen from the side with the lower key.
struct Tie {
    /// That side.
    i: u32,
    /// Where they hold the tie.
    slot: u32,
    /// The other side.
    j: u32,
}

/// Every tie, once a quarter.
pub(super) fn review(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.ties;
    let grows = 1.0
        - libm::powf(
            1.0 - monthly_share_of_half_life(p.strengthening),
            REVIEW_MONTHS as f32,
        );
    let grows = grows * world.government.contact;
    let ties = due(world, month);
    let pairs: Vec<Key> = ties
        .iter()
        .map(|tie| world.persons.key[tie.i as usize].pair(world.persons.key[tie.j as usize]))
        .collect();
    let [lost] = world.luck.columns(&pairs, month, Stream::Ties);
    // What becomes of a tie does not depend on other ties: those that stay grow first, then those that are lost go.
    let mut going = Vec::new();
    for (tie, lost) in ties.into_iter().zip(lost) {
        let (i, j) = (tie.i as usize, tie.j as usize);
        if loss(
            world,
            parameters,
            i,
            j,
            world.persons.tie_strength[i][tie.slot as usize],
        )
        .happens(lost)
        {
            going.push(tie);
        } else {
            strengthen(world, &tie, grows);
        }
    }
    for tie in going {
        world.persons.untie(tie.i as usize, tie.j as usize);
    }
}

/// The ties of this month: those of whom the lower key has its turn, whatever the positions.
fn due(world: &World, month: u32) -> Vec<Tie> {
    let persons = &world.persons;
    let mut ties = Vec::with_capacity(2 * persons.len());
    for (i, mine) in persons.key.iter().enumerate() {
        if !persons.alive[i]
            || !(mine.0 % REVIEW_MONTHS + u64::from(month)).is_multiple_of(REVIEW_MONTHS)
        {
            continue;
        }
        for (slot, friend) in persons.friends(i).iter().enumerate() {
            // Put down first and taken back if it is the other's: which of two keys is lower cannot be guessed.
            ties.push(Tie {
                i: i as u32,
                slot: slot as u32,
                j: friend.0,
            });
            ties.truncate(ties.len() - usize::from(*mine > persons.key[friend.index()]));
        }
    }
    ties
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
    AnnualRate(
        usual * need(i).max(need(j)) / world.government.contact.max(LEAST_CONTACT)
            * REVIEW_MONTHS as f32,
    )
}

fn strengthen(world: &mut World, tie: &Tie, grows: f32) {
    let (i, slot, j) = (tie.i as usize, tie.slot as usize, tie.j as usize);
    let persons = &mut world.persons;
    let now = persons.tie_strength[i][slot];
    let next = now + grows * (persons.tie_goal[i][slot] - now);
    persons.tie_strength[i][slot] = next;
    if let Some(other) = persons.slot_of(j, i) {
        persons.tie_strength[j][other] = next;
    }
}
