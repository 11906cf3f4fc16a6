//! The service of each neighbourhood: who waits, and who is seen this month.

use super::world::World;
use std::collections::VecDeque;

/// Queues, one a neighbourhood.
#[derive(Clone, Debug)]
pub struct Queues {
    waiting: Vec<VecDeque<u32>>,
    capacities: Vec<u32>,
}

impl Queues {
    /// Empty queues of a world's services.
    pub fn new(world: &World) -> Self {
        let capacities = world.capacities();
        Self {
            waiting: vec![VecDeque::new(); capacities.len()],
            capacities,
        }
    }

    /// A person joins the tail.
    #[inline]
    pub fn join(&mut self, neighbourhood: usize, person: usize) {
        self.waiting[neighbourhood].push_back(person as u32);
    }

    /// Those whom the service sees this month, from the head.
    pub fn seen(&mut self, neighbourhood: usize) -> impl Iterator<Item = usize> {
        let queue = &mut self.waiting[neighbourhood];
        let count = queue.len().min(self.capacities[neighbourhood] as usize);
        queue.drain(..count).map(|person| person as usize)
    }

    /// How many wait.
    pub fn len(&self, neighbourhood: usize) -> usize {
        self.waiting[neighbourhood].len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_seen_first_and_only_as_many_as_can_be() {
        let mut queues = Queues::new(&World::new(500, 1));
        (0..10).rev().for_each(|person| queues.join(0, person));
        assert_eq!(queues.seen(0).collect::<Vec<_>>(), [9, 8, 7, 6, 5, 4, 3, 2]);
        assert_eq!(queues.len(0), 2);
        queues.join(0, 7);
        assert_eq!(queues.seen(0).collect::<Vec<_>>(), [1, 0, 7]);
        assert_eq!(queues.len(0), 0);
    }
}
