//! Families: who shares a home, and how they hold up.

use super::columns::columns;
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::place::LARGEST_HOUSEHOLD;
use crate::random::Key;

columns! {
    /// Every home with the family in it.
    Families, seen as FamiliesSeen, of
    /// One home and its family.
    FamilyRow {
        /// Names the home in every world.
        key: Key,
        /// The neighbourhood.
        community: CommunityId,
        /// Who lives here; positions that nobody holds are [`PersonId::NONE`] or hold somebody who has died or left.
        members: [PersonId; LARGEST_HOUSEHOLD],
        /// Strain of caring. Range: 0–1.
        strain: f32,
        /// Families elsewhere that are kin.
        kin: [FamilyId; 3],
        /// Kin of the family who live outside the place. With those in it at most as many as `kin` holds.
        kin_away: u8,
        /// Children born and partners joined, so that each has a name of their own.
        joined: u16,
        /// Households that have come to this home since the start.
        arrivals: u16,
        /// Care given by members this month, the most by any one. Unit: hours a week.
        heaviest_care: f32,
    }
}

impl FamilyRow {
    /// A family that has just come to a home: without strain, without kin, and with nobody who joined it there.
    pub fn of(key: Key, community: CommunityId, members: [PersonId; LARGEST_HOUSEHOLD]) -> Self {
        Self {
            key,
            community,
            members,
            strain: 0.0,
            kin: [FamilyId::NONE; 3],
            kin_away: 0,
            joined: 0,
            arrivals: 0,
            heaviest_care: 0.0,
        }
    }
}

impl Families {
    /// Members who are alive, in order.
    pub fn living<'a>(
        &'a self,
        family: usize,
        alive: &'a [bool],
    ) -> impl Iterator<Item = usize> + 'a {
        self.members[family]
            .iter()
            .filter(|m| m.is_some() && alive[m.index()])
            .map(|m| m.index())
    }

    /// Members who are alive, in order and together, and how many they are.
    pub fn at_home(&self, family: usize, alive: &[bool]) -> ([usize; LARGEST_HOUSEHOLD], usize) {
        let (mut here, mut count) = ([0; LARGEST_HOUSEHOLD], 0);
        for member in &self.members[family] {
            here[count % LARGEST_HOUSEHOLD] = member.index();
            count += usize::from(alive.get(member.index()).is_some_and(|alive| *alive));
        }
        (here, count)
    }

    /// How many members are alive.
    pub fn size(&self, family: usize, alive: &[bool]) -> usize {
        self.living(family, alive).count()
    }

    /// Homes of the place where kin live.
    pub fn kin_here(&self, family: usize) -> impl Iterator<Item = usize> + '_ {
        self.kin[family]
            .iter()
            .filter(|kin| kin.is_some())
            .map(|kin| kin.index())
    }

    /// Families of kin, in the place and outside it.
    pub fn kin_count(&self, family: usize) -> usize {
        self.kin_here(family).count() + usize::from(self.kin_away[family])
    }

    /// Makes two families kin, unless they are already or one of them has no room for more in the place.
    pub fn link_kin(&mut self, a: usize, b: usize) -> bool {
        let free =
            |families: &Self, f: usize| families.kin[f].iter().position(|kin| !kin.is_some());
        let (Some(one), Some(two)) = (free(self, a), free(self, b)) else {
            return false;
        };
        if a == b || self.kin_here(a).any(|kin| kin == b) {
            return false;
        }
        self.kin[a][one] = FamilyId::from(b);
        self.kin[b][two] = FamilyId::from(a);
        true
    }

    /// Ends all kinship of a home; the families it was kin of keep their kin elsewhere, or have lost them.
    pub fn unlink_kin(&mut self, family: usize, elsewhere: bool) {
        for kin in self.kin[family] {
            if kin.is_some() {
                let theirs = &mut self.kin[kin.index()];
                if let Some(back) = theirs.iter().position(|k| k.index() == family) {
                    theirs[back] = FamilyId::NONE;
                }
                self.kin_away[kin.index()] += u8::from(elsewhere);
            }
        }
        self.kin[family].fill(FamilyId::NONE);
        self.kin_away[family] = 0;
    }

    /// Puts a person in a free position of the home; says whether there was one.
    pub fn admit(&mut self, family: usize, person: PersonId, alive: &[bool]) -> bool {
        let free = self.members[family]
            .iter()
            .position(|m| !m.is_some() || !alive[m.index()]);
        if let Some(position) = free {
            self.members[family][position] = person;
        }
        free.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn a_home_admits_into_free_positions_those_of_the_gone_included_until_it_is_full() {
        let mut world = example::new();
        let mut alive = vec![true; 1_000];
        world.families.members[0] = [PersonId::NONE; LARGEST_HOUSEHOLD];
        for person in 0..LARGEST_HOUSEHOLD as u32 {
            assert!(world.families.admit(0, PersonId(person), &alive));
        }
        assert!(!world.families.admit(0, PersonId(900), &alive));
        assert_eq!(world.families.size(0, &alive), LARGEST_HOUSEHOLD);
        alive[3] = false;
        assert_eq!(
            world.families.living(0, &alive).collect::<Vec<_>>(),
            [0, 1, 2, 4, 5, 6, 7]
        );
        assert!(world.families.admit(0, PersonId(900), &alive));
        assert_eq!(world.families.members[0][3], PersonId(900));
        assert_eq!(world.families.size(0, &alive), LARGEST_HOUSEHOLD);
    }
}
