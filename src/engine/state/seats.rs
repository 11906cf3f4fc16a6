//! Whom one may meet: a seat for everybody, by neighbourhood, so that one draw finds somebody and everybody is found alike.
//!
//! Where somebody sits follows from their key, so that whom a draw finds depends on who else came or went only as far as the
//! few who would have taken the same seat. Knows nothing of why people meet.

use super::person::{NO_SEAT, Persons};
use crate::ids::{CommunityId, PersonId};
use crate::random::mix;

/// The seats of every neighbourhood, one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seats {
    /// The first seat of each neighbourhood, and how many seats there are in all.
    first: Vec<u32>,
    /// Who took each seat last. They still sit there if they say so themselves.
    taken: Vec<PersonId>,
}

impl Seats {
    /// Empty seats for neighbourhoods of so many people: half as many again, and a few.
    pub fn new(people: &[u32]) -> Self {
        let mut first = vec![0];
        for people in people {
            first.push(first[first.len() - 1] + people + people / 2 + 8);
        }
        let all = first[first.len() - 1] as usize;
        Self {
            first,
            taken: vec![PersonId::NONE; all],
        }
    }

    /// Gives somebody a seat in their neighbourhood: the first free one from where their key points.
    pub fn take(&mut self, persons: &mut Persons, i: usize) {
        let here = persons.community[i].index();
        let (first, after) = (self.first[here], self.first[here + 1]);
        let wanted = first + share(mix(persons.key[i].0) as u32, after - first);
        let free = (wanted..after)
            .chain(first..wanted)
            .find(|seat| self.who(persons, *seat).is_none());
        persons.seat[i] = free.unwrap_or(NO_SEAT);
        if let Some(seat) = free {
            self.taken[seat as usize] = PersonId::from(i);
        }
    }

    /// Who sits in the seat of a neighbourhood that a word points at, if anybody.
    #[inline]
    pub fn here(&self, persons: &Persons, community: CommunityId, word: u32) -> Option<usize> {
        let (first, after) = (
            self.first[community.index()],
            self.first[community.index() + 1],
        );
        self.who(persons, first + share(word, after - first))
    }

    /// Who sits in the seat of the whole place that a word points at, if anybody.
    #[inline]
    pub fn anywhere(&self, persons: &Persons, word: u32) -> Option<usize> {
        self.who(persons, share(word, self.taken.len() as u32))
    }

    #[inline]
    fn who(&self, persons: &Persons, seat: u32) -> Option<usize> {
        let who = self.taken[seat as usize];
        // Whether a seat is taken cannot be guessed: the same is looked up for those that nobody ever took.
        let sits = persons.seat[who.index().min(persons.seat.len() - 1)] == seat;
        (who.is_some() & sits).then_some(who.index())
    }
}

/// A word as one of so many.
#[inline]
fn share(word: u32, of: u32) -> u32 {
    ((u64::from(word) * u64::from(of)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    fn seated(count: u64) -> (Persons, Seats) {
        let mut persons = Persons::default();
        let mut seats = Seats::new(&[count as u32]);
        for key in 0..count {
            let i = persons.push(example::row(key));
            seats.take(&mut persons, i);
        }
        (persons, seats)
    }

    #[test]
    fn everybody_is_found_alike_and_nobody_who_has_left() {
        let (mut persons, seats) = seated(200);
        persons.leave(7);
        let mut found = vec![0_u32; 200];
        let draws = 1 << 18;
        for k in 0..draws {
            let word = mix(k) as u32;
            if let Some(i) = seats.here(&persons, CommunityId(0), word) {
                found[i] += 1;
            }
            assert_eq!(
                seats.anywhere(&persons, word),
                seats.here(&persons, CommunityId(0), word)
            );
        }
        assert_eq!(found[7], 0);
        let each = draws as f64 / seats.taken.len() as f64;
        for (i, found) in found.iter().enumerate().filter(|(i, _)| *i != 7) {
            let off = (f64::from(*found) - each) / each.sqrt();
            assert!(off.abs() < 5.0, "{i}: {found}, not {each}");
        }
    }

    #[test]
    fn one_more_or_less_changes_whom_few_draws_find() {
        let (mut persons, mut seats) = seated(400);
        let find = |persons: &Persons, seats: &Seats| -> Vec<Option<u64>> {
            let found = |k| seats.here(persons, CommunityId(0), mix(k) as u32);
            (0..4_000)
                .map(|k| found(k).map(|i| persons.key[i].0))
                .collect()
        };
        let before = find(&persons, &seats);
        persons.leave(3);
        let newcomer = persons.push(example::row(9_999));
        persons.community[newcomer] = CommunityId(0);
        seats.take(&mut persons, newcomer);
        let after = find(&persons, &seats);
        let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
        assert!((1..40).contains(&changed), "{changed} of 4,000 draws");
    }

    #[test]
    fn who_finds_no_seat_is_met_by_nobody() {
        let (mut persons, mut seats) = seated(4);
        for key in 4..40 {
            let i = persons.push(example::row(key));
            persons.community[i] = CommunityId(0);
            seats.take(&mut persons, i);
        }
        let sitting = persons.seat.iter().filter(|seat| **seat != NO_SEAT).count();
        assert_eq!(sitting, seats.taken.len());
    }
}
