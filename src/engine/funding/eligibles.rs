//! How many people each approach could reach. Must not know money.

use crate::engine::funded::is_eligible;
use crate::engine::state::World;
use crate::scenario::approaches::{Approach, Eligible};

/// How many people each approach could reach, neighbourhood by neighbourhood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Eligibles {
    /// Shape: neighbourhoods × kinds of eligible people.
    counts: Vec<[u32; Self::KINDS.len()]>,
}

impl Eligibles {
    const KINDS: [Eligible; 8] = [
        Eligible::Adults,
        Eligible::LongTermCondition,
        Eligible::SupportNeed,
        Eligible::Carers,
        Eligible::Isolated,
        Eligible::OpenProblems,
        Eligible::OutOfWork,
        Eligible::LifeLimiting,
    ];

    /// Counts everybody once.
    pub(super) fn count(world: &World) -> Self {
        let mut counts = vec![[0; Self::KINDS.len()]; world.communities.len()];
        let persons = &world.persons;
        for i in 0..persons.len() {
            let here = &mut counts[persons.community[i].index()];
            for (kind, count) in Self::KINDS.into_iter().zip(here) {
                *count += u32::from(persons.alive[i] & is_eligible(persons, i, kind));
            }
        }
        Self { counts }
    }

    /// Units that an approach could serve in a neighbourhood: eligible people, or thousands of residents.
    pub(super) fn units(&self, world: &World, community: usize, approach: &Approach) -> f64 {
        match Self::KINDS
            .iter()
            .position(|kind| *kind == approach.eligible)
        {
            Some(kind) => f64::from(self.counts[community][kind]),
            None => f64::from(world.communities.residents[community]) / 1_000.0,
        }
    }
}
