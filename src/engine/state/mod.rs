//! The state of a world: who is where and how they are, in arrays. State only; what changes it are the mechanisms.

mod columns;
pub mod community;
pub mod counts;
#[cfg(test)]
pub mod example;
pub mod family;
pub mod initial;
pub mod person;
pub mod problem;
pub mod seats;
pub mod service;
pub mod ties;
pub mod turns;

pub use community::{Communities, CommunityRow, Government};
pub use counts::Counts;
pub use family::{Families, FamilyRow};
pub use person::{Housing, PersonRow, Persons};
pub use problem::ProblemKind;
pub use seats::Seats;
pub use service::{ServiceKind, Services};
pub use turns::Turns;

use crate::engine::funded::{Funded, Project};
use crate::engine::ledger::Ledger;
use crate::ids::CommunityId;
use crate::numeric::Normals;
use crate::place::Place;
use crate::random::Luck;
use std::sync::Arc;

/// One world at one month.
#[derive(Clone, Debug)]
pub struct World {
    /// Months since the start of the spin-up.
    pub month: u32,
    /// All luck of this replicate.
    pub luck: Luck,
    /// The table of normals, the same in every copy.
    pub normals: Arc<Normals>,
    /// The place as generated: newcomers to a home are drawn after its households.
    pub place: Arc<Place>,
    /// The first home of each neighbourhood as the place was generated, and after them how many homes it was generated with:
    /// homes stand together by neighbourhood.
    pub homes: Arc<[u32]>,
    /// How many people the place holds when its homes are taken as they were at the start; an influx raises it.
    pub usual_people: u32,
    /// Everybody, the dead included.
    pub persons: Persons,
    /// Every home and who lives in it.
    pub families: Families,
    /// Where people meet by chance.
    pub seats: Seats,
    /// Whose turn it is in which month of a quarter.
    pub turns: Turns,
    /// Neighbourhoods.
    pub communities: Communities,
    /// Services.
    pub services: Services,
    /// Local and national government.
    pub government: Government,
    /// What money buys this month, as intensities and conditions.
    pub funded: Funded,
    /// Approaches under way.
    pub projects: Vec<Project>,
    /// Money.
    pub ledger: Ledger,
    /// What happened this year.
    pub counts: Counts,
}

impl World {
    /// Slots of persons that hold somebody alive.
    pub fn living(&self) -> impl Iterator<Item = usize> + '_ {
        self.persons
            .alive
            .iter()
            .enumerate()
            .filter(|(_, alive)| **alive)
            .map(|(i, _)| i)
    }

    /// Positions of the living whose turn it is this month: see [`Turns`].
    pub fn due(&self, month: u32) -> Vec<usize> {
        let turn = self.turns.of(month);
        let mut due = vec![0; turn.len()];
        let mut kept = 0;
        for i in turn {
            due[kept] = *i as usize;
            kept += usize::from(self.persons.alive[*i as usize]);
        }
        due.truncate(kept);
        due
    }

    /// A home of a neighbourhood by a draw, all with the same chance. None where the draw meets a home elsewhere: those
    /// built since the place began stand in no order, so that one draws again.
    pub fn home_in(&self, community: CommunityId, word: u32) -> Option<usize> {
        let (first, after) = (
            self.homes[community.index()] as usize,
            self.homes[community.index() + 1] as usize,
        );
        let (here, generated) = (after - first, self.place.families.len());
        let built = self.families.len() - generated;
        let drawn = ((u64::from(word) * (here + built) as u64) >> 32) as usize;
        let home = if drawn < here {
            first + drawn
        } else {
            generated + drawn - here
        };
        (home < self.families.len() && self.families.community[home] == community).then_some(home)
    }

    /// How many people are alive.
    pub fn population(&self) -> u32 {
        self.persons.alive.iter().filter(|alive| **alive).count() as u32
    }

    /// Empties what is counted by year.
    pub fn begin_year(&mut self) {
        self.counts = Counts::default();
        self.persons.primary_contacts.fill(0);
        self.persons.contacts.fill([0; service::SERVICES]);
        self.persons.fitting_contacts.fill(0);
        self.persons.attendances.fill(0);
        self.persons.admissions.fill(0);
        self.persons.cost.fill(crate::units::Pence::ZERO);
        self.persons.health_cost.fill(crate::units::Pence::ZERO);
    }
}
