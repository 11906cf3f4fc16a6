//! Ties held in slots: added and dropped on both sides at once, so that they are always symmetric.

use super::person::{Persons, TIE_SLOTS};
use crate::ids::PersonId;

impl Persons {
    /// The slot in which `i` holds a tie to `j`.
    pub fn slot_of(&self, i: usize, j: usize) -> Option<usize> {
        self.friends(i).iter().position(|friend| friend.index() == j)
    }

    /// Whether two people could become friends: alive, not the same, not at one home, not yet friends, room on both sides.
    pub fn can_tie(&self, i: usize, j: usize) -> bool {
        i != j
            && self.alive[j]
            && self.family[i] != self.family[j]
            && (self.tie_count[i] as usize) < TIE_SLOTS
            && (self.tie_count[j] as usize) < TIE_SLOTS
            && self.slot_of(i, j).is_none()
    }

    /// Ties two people who can be tied.
    pub fn tie(&mut self, i: usize, j: usize, strength: f32, goal: f32) {
        debug_assert!(self.can_tie(i, j), "{i} and {j} cannot be tied");
        for (from, to) in [(i, j), (j, i)] {
            let slot = self.tie_count[from] as usize;
            self.ties[from][slot] = PersonId::from(to);
            self.tie_strength[from][slot] = strength;
            self.tie_goal[from][slot] = goal;
            self.tie_count[from] += 1;
        }
    }

    /// Drops a tie on both sides, if there is one.
    pub fn untie(&mut self, i: usize, j: usize) {
        for (from, to) in [(i, j), (j, i)] {
            if let Some(slot) = self.slot_of(from, to) {
                // Later ties move up one: the order of the others stays as it was.
                let last = self.tie_count[from] as usize - 1;
                self.ties[from].copy_within(slot + 1..=last, slot);
                self.tie_strength[from].copy_within(slot + 1..=last, slot);
                self.tie_goal[from].copy_within(slot + 1..=last, slot);
                self.ties[from][last] = PersonId::NONE;
                self.tie_count[from] -= 1;
            }
        }
    }

    /// Drops all ties of a person.
    pub fn untie_all(&mut self, i: usize) {
        while let Some(friend) = self.friends(i).last().copied() {
            self.untie(i, friend.index());
        }
    }
}
