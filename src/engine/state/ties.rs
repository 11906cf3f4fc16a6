//! Ties held in slots: added and dropped on both sides at once, so that they are always symmetric. Those that one counts on
//! stand first.

use super::person::{CLOSE, Persons, TIE_SLOTS};
use crate::ids::PersonId;

impl Persons {
    /// The slot in which `i` holds a tie to `j`.
    pub fn slot_of(&self, i: usize, j: usize) -> Option<usize> {
        // All slots are looked at together, which is quicker than stopping at the right one; at most one of them matches.
        let j = PersonId::from(j);
        let place: u32 = (1..)
            .zip(&self.ties[i])
            .map(|(place, friend)| if *friend == j { place } else { 0 })
            .sum();
        (place > 0).then(|| place as usize - 1)
    }

    /// Whether a tie leads from one person to another.
    #[inline]
    pub fn tied(&self, i: usize, j: PersonId) -> bool {
        self.ties[i]
            .iter()
            .fold(false, |tied, friend| tied | (*friend == j))
    }

    /// Whether two people could become friends: alive, not the same, not at one home, not yet friends, room on both sides.
    pub fn can_tie(&self, i: usize, j: usize) -> bool {
        i != j
            && self.alive[j]
            && self.family[i] != self.family[j]
            && (self.tie_count[i] as usize) < TIE_SLOTS
            && (self.tie_count[j] as usize) < TIE_SLOTS
            && !self.tied(i, PersonId::from(j))
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
            self.close_ties[from] += u8::from(goal >= CLOSE);
            if strength >= CLOSE {
                self.put_close_first(from);
            }
        }
    }

    /// Every tie goes so far of its way to what it will be.
    pub fn grow_ties(&mut self, share: f32) {
        for i in 0..self.len() {
            // All slots are worked out together; those that hold no tie stay at 0.
            let (before, goal) = (self.tie_strength[i], self.tie_goal[i]);
            let after: [f32; TIE_SLOTS] =
                std::array::from_fn(|slot| before[slot] + share * (goal[slot] - before[slot]));
            let crossed: u32 = before
                .iter()
                .zip(&after)
                .map(|(before, after)| u32::from((*before >= CLOSE) != (*after >= CLOSE)))
                .sum();
            self.tie_strength[i] = after;
            if crossed > 0 {
                self.put_close_first(i);
            }
        }
    }

    /// Puts the ties that a person counts on before the others, both in their order, and counts them.
    fn put_close_first(&mut self, i: usize) {
        let mut close = 0;
        for slot in 0..usize::from(self.tie_count[i]) {
            if self.tie_strength[i][slot] >= CLOSE {
                for later in (close..slot).rev() {
                    self.ties[i].swap(later, later + 1);
                    self.tie_strength[i].swap(later, later + 1);
                    self.tie_goal[i].swap(later, later + 1);
                }
                close += 1;
            }
        }
        self.close_friends[i] = close as u8;
    }

    /// Drops a tie on both sides, if there is one.
    pub fn untie(&mut self, i: usize, j: usize) {
        for (from, to) in [(i, j), (j, i)] {
            if let Some(slot) = self.slot_of(from, to) {
                // Later ties move up one: the order of the others stays as it was.
                let last = self.tie_count[from] as usize - 1;
                self.close_friends[from] -= u8::from(self.tie_strength[from][slot] >= CLOSE);
                self.close_ties[from] -= u8::from(self.tie_goal[from][slot] >= CLOSE);
                for slot in slot..last.min(TIE_SLOTS - 1) {
                    self.ties[from][slot] = self.ties[from][slot + 1];
                    self.tie_strength[from][slot] = self.tie_strength[from][slot + 1];
                    self.tie_goal[from][slot] = self.tie_goal[from][slot + 1];
                }
                self.ties[from][last] = PersonId::NONE;
                (self.tie_strength[from][last], self.tie_goal[from][last]) = (0.0, 0.0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use proptest::prelude::*;

    fn people(count: u64) -> Persons {
        let mut persons = Persons::default();
        (0..count).for_each(|key| {
            persons.push(example::row(key));
        });
        persons
    }

    proptest! {
        #[test]
        fn whatever_is_tied_and_untied_both_sides_agree(deeds in prop::collection::vec((0_usize..16, 0_usize..16, 0_u8..4, 0.0_f32..1.0), 0..200)) {
            let mut persons = people(16);
            for (i, j, deed, strength) in deeds {
                match deed {
                    0 => persons.untie(i, j),
                    1 if strength > 0.9 => persons.untie_all(i),
                    1 if strength > 0.5 => persons.grow_ties(strength),
                    _ if persons.can_tie(i, j) => persons.tie(i, j, strength, 1.0 - strength),
                    _ => {}
                }
            }
            for i in 0..16 {
                for (slot, friend) in persons.friends(i).iter().enumerate() {
                    let back = persons.slot_of(friend.index(), i);
                    prop_assert!(back.is_some());
                    prop_assert_eq!(persons.tie_strength[i][slot], persons.tie_strength[friend.index()][back.unwrap()]);
                    prop_assert_eq!(persons.tie_goal[i][slot], persons.tie_goal[friend.index()][back.unwrap()]);
                }
                let count = usize::from(persons.tie_count[i]);
                for (slot, strength) in persons.tie_strength[i].iter().enumerate() {
                    let is_close = slot < usize::from(persons.close_friends[i]);
                    prop_assert_eq!(*strength >= CLOSE, is_close, "slot {} of {}", slot, i);
                }
                let close = persons.tie_goal[i].iter().filter(|goal| **goal >= CLOSE);
                prop_assert_eq!(usize::from(persons.close_ties[i]), close.count());
                prop_assert!(persons.ties[i][count..].iter().all(|slot| !slot.is_some()));
                prop_assert!(persons.tie_strength[i][count..].iter().chain(&persons.tie_goal[i][count..]).all(|value| *value == 0.0));
            }
        }
    }

    #[test]
    fn untying_keeps_the_order_and_strength_of_the_others() {
        let mut persons = people(4);
        for (j, strength) in [(1, 0.1), (2, 0.2), (3, 0.3)] {
            persons.tie(0, j, strength, 0.5);
        }
        persons.untie(0, 2);
        assert_eq!(persons.friends(0), [PersonId(1), PersonId(3)]);
        assert_eq!(persons.tie_strength[0][..2], [0.1, 0.3]);
        persons.untie(0, 2);
        assert_eq!(persons.tie_count[0], 2, "there is none to drop");
    }

    #[test]
    fn nobody_ties_twice_to_themselves_at_home_to_the_gone_or_beyond_their_slots() {
        let mut persons = people(20);
        assert!(!persons.can_tie(0, 0));
        persons.tie(0, 1, 0.5, 0.5);
        assert!(!persons.can_tie(0, 1) && !persons.can_tie(1, 0));
        persons.family[2] = persons.family[0];
        assert!(!persons.can_tie(0, 2));
        persons.leave(3);
        assert!(!persons.can_tie(0, 3));
        for j in 4..15 {
            persons.tie(0, j, 0.5, 0.5);
        }
        assert_eq!(usize::from(persons.tie_count[0]), TIE_SLOTS);
        assert!(!persons.can_tie(0, 15) && !persons.can_tie(15, 0) && persons.can_tie(15, 16));
    }

    #[test]
    fn who_leaves_is_nobodys_friend_or_partner_and_needs_nothing() {
        let mut persons = people(3);
        persons.tie(0, 1, 0.5, 0.5);
        (persons.partner[0], persons.partner[2]) = (PersonId(2), PersonId(0));
        (persons.need[0], persons.unmet[0], persons.problem_age[0]) = (9.0, 9.0, [1; 5]);
        persons.leave(0);
        assert_eq!((persons.tie_count[0], persons.tie_count[1]), (0, 0));
        assert!(!persons.partner[2].is_some() && !persons.alive[0] && !persons.died[0]);
        assert!(persons.need[0] == 0.0 && persons.unmet[0] == 0.0 && !persons.has_problem(0));
    }
}
