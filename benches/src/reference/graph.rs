//! Friends of the reference workload: rows that stay, or slots in which ties come and go.

use super::world::World;

/// Friends that a person can have where ties come and go.
pub const MOST_FRIENDS: usize = 24;

/// Friends are read so many at once: rows are filled up to whole blocks with nobody, whose
/// wellbeing is 0. A row of 4 to 14 friends is then mostly two or three blocks, which a processor
/// foresees, and four sums run beside each other.
pub const BLOCK: usize = 4;

/// Who is whose friend.
pub trait Graph: 'static {
    /// Whether ties come and go.
    const DYNAMIC: bool;
    /// How many friends a person has.
    fn degree(&self, person: usize) -> usize;
    /// Friends of a person, filled up with the position after the last person.
    fn blocks(&self, person: usize) -> &[[u32; BLOCK]];
    /// Ties two people, if they are two, not yet friends, and both have room.
    fn tie(&mut self, one: usize, other: usize);
    /// Drops a person's tie at a position of [`Graph::friends`].
    fn untie(&mut self, person: usize, position: usize);

    /// Friends of a person.
    #[inline]
    fn friends(&self, person: usize) -> &[u32] {
        &self.blocks(person).as_flattened()[..self.degree(person)]
    }

    /// The sum of a number over a person's friends; the last entry of the column is nobody's, 0.
    #[inline]
    fn sum(&self, person: usize, of: &[f32]) -> f32 {
        let mut sums = [0.0; BLOCK];
        for block in self.blocks(person) {
            for (sum, friend) in sums.iter_mut().zip(block) {
                *sum += of[*friend as usize];
            }
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }
}

/// A column of people with an entry more, for nobody.
pub fn and_nobody(column: &[f32]) -> Vec<f32> {
    column.iter().copied().chain([0.0]).collect()
}

/// Compressed rows.
#[derive(Clone, Debug)]
pub struct Csr {
    degrees: Vec<u32>,
    rows: Vec<u32>,
    blocks: Vec<[u32; BLOCK]>,
}

impl Csr {
    /// The ties of a world.
    pub fn new(world: &World) -> Self {
        let people = world.people();
        let mut graph = Self {
            degrees: Vec::with_capacity(people),
            rows: vec![0],
            blocks: Vec::new(),
        };
        for friends in (0..people).map(|person| world.friends_of(person)) {
            graph.degrees.push(friends.len() as u32);
            for some in friends.chunks(BLOCK) {
                let mut block = [people as u32; BLOCK];
                block[..some.len()].copy_from_slice(some);
                graph.blocks.push(block);
            }
            graph.rows.push(graph.blocks.len() as u32);
        }
        graph
    }
}

impl Graph for Csr {
    const DYNAMIC: bool = false;

    #[inline]
    fn degree(&self, person: usize) -> usize {
        self.degrees[person] as usize
    }

    #[inline]
    fn blocks(&self, person: usize) -> &[[u32; BLOCK]] {
        &self.blocks[self.rows[person] as usize..self.rows[person + 1] as usize]
    }

    fn tie(&mut self, _: usize, _: usize) {}

    fn untie(&mut self, _: usize, _: usize) {}
}

/// A fixed number of slots a person.
#[derive(Clone, Debug)]
pub struct Slots {
    counts: Vec<u8>,
    blocks: Vec<[[u32; BLOCK]; MOST_FRIENDS / BLOCK]>,
}

impl Slots {
    /// The ties of a world. Fails where somebody has more friends than there are slots.
    pub fn new(world: &World) -> Result<Self, String> {
        let people = world.people();
        let nobody = [[people as u32; BLOCK]; MOST_FRIENDS / BLOCK];
        let mut graph = Self {
            counts: vec![0; people],
            blocks: vec![nobody; people],
        };
        for person in 0..people {
            let friends = world.friends_of(person);
            if friends.len() > MOST_FRIENDS {
                return Err(format!(
                    "person {person} has {} friends, more than the {MOST_FRIENDS} of the dynamic \
                     graph",
                    friends.len()
                ));
            }
            graph.blocks[person].as_flattened_mut()[..friends.len()].copy_from_slice(friends);
            graph.counts[person] = friends.len() as u8;
        }
        Ok(graph)
    }

    fn remove(&mut self, person: usize, position: usize) {
        let nobody = self.counts.len() as u32;
        let last = self.counts[person] as usize - 1;
        let slots = self.blocks[person].as_flattened_mut();
        slots[position] = slots[last];
        slots[last] = nobody;
        self.counts[person] = last as u8;
    }
}

impl Graph for Slots {
    const DYNAMIC: bool = true;

    #[inline]
    fn degree(&self, person: usize) -> usize {
        self.counts[person] as usize
    }

    #[inline]
    fn blocks(&self, person: usize) -> &[[u32; BLOCK]] {
        &self.blocks[person][..(self.counts[person] as usize).div_ceil(BLOCK)]
    }

    fn tie(&mut self, one: usize, other: usize) {
        let has_room = |person: usize| self.degree(person) < MOST_FRIENDS;
        if one == other
            || !has_room(one)
            || !has_room(other)
            || self.friends(one).contains(&(other as u32))
        {
            return;
        }
        for (from, to) in [(one, other), (other, one)] {
            self.blocks[from].as_flattened_mut()[self.counts[from] as usize] = to as u32;
            self.counts[from] += 1;
        }
    }

    fn untie(&mut self, person: usize, position: usize) {
        let other = self.friends(person)[position] as usize;
        self.remove(person, position);
        if let Some(back) = self
            .friends(other)
            .iter()
            .position(|friend| *friend as usize == person)
        {
            self.remove(other, back);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_symmetric(graph: &Slots) -> bool {
        (0..graph.counts.len()).all(|i| {
            graph
                .friends(i)
                .iter()
                .all(|j| graph.friends(*j as usize).contains(&(i as u32)))
        })
    }

    #[test]
    fn slots_hold_the_ties_of_the_world_on_both_sides() {
        let world = World::new(600, 2);
        let mut graph = Slots::new(&world).unwrap();
        assert!((0..600).all(|i| graph.friends(i) == world.friends_of(i)
            && graph.friends(i) == Csr::new(&world).friends(i)));
        let stranger = (1..600).find(|j| !graph.friends(0).contains(j)).unwrap() as usize;
        let before = graph.friends(0).len();
        for _ in 0..2 {
            graph.tie(0, stranger);
            graph.tie(0, 0);
            assert_eq!(graph.friends(0).len(), before + 1);
        }
        graph.untie(stranger, graph.friends(stranger).len() - 1);
        assert_eq!(graph.friends(0).len(), before);
        assert!(is_symmetric(&graph));
        for j in 1..600 {
            graph.tie(0, j);
        }
        assert_eq!(graph.friends(0).len(), MOST_FRIENDS);
        assert!(is_symmetric(&graph));
    }

    #[test]
    fn more_friends_than_slots_are_refused() {
        let mut world = World::new(100, 2);
        world.rows = (0..=100).map(|i| i * 25).collect();
        world.friends = (0..2_500).map(|k| k % 100).collect();
        assert!(Slots::new(&world).unwrap_err().contains("person 0 has 25"));
    }
}
