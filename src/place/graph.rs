//! The place as a typed graph: who and what is linked to whom, with weights. Built from a [`Place`]
//! alone.
//!
//! Only edges that exist in a generated place are here: services and what they do for people belong
//! to the engine, and stand in the files that other programs read (`export::graph`). Measures are
//! in [`measures`].

pub mod measures;

use super::Place;
use crate::ids::{CommunityId, FamilyId, PersonId};
use petgraph::graph::{NodeIndex, UnGraph};

/// Something in the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A person.
    Person(PersonId),
    /// A family: those who share a home.
    Family(FamilyId),
    /// A neighbourhood.
    Community(CommunityId),
    /// A social group, 0 to 3.
    Group(u8),
    /// The local government of the place.
    LocalGovernment,
    /// The national government.
    NationalGovernment,
}

/// What an edge means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// A person lives in a family's home.
    Household,
    /// Two families are kin.
    Kin,
    /// Two persons are friends. Weight: strength, 0–1.
    Friendship,
    /// A neighbourhood is home to a family.
    Host,
    /// A person belongs to a social group.
    Membership,
    /// The local government is answerable for a neighbourhood. Weight: its share of the people.
    Commission,
    /// The national government funds the local one.
    Fund,
    /// The local government pays for today's services out of one core budget. Weight: the service's
    /// share of usual contacts.
    CoreBudget,
    /// A person had contacts with a service in the year. Weight: how many.
    Contact,
    /// A person has been assessed and is due support from social care.
    Client,
    /// Two services send people on to one another. Weight: the share of all problems that may go
    /// between them.
    HandOff,
}

/// An edge: what it means and how strong it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// What it means.
    pub relation: Relation,
    /// How strong. Range: 0–1, of contacts how many; 1 where strength has no meaning.
    pub weight: f32,
}

/// The graph of a place.
pub type PlaceGraph = UnGraph<Node, Edge>;

impl Relation {
    /// Its name in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Kin => "kin",
            Self::Friendship => "friendship",
            Self::Host => "host",
            Self::Membership => "membership",
            Self::Commission => "commission",
            Self::Fund => "fund",
            Self::CoreBudget => "core budget",
            Self::Contact => "contact",
            Self::Client => "client",
            Self::HandOff => "hand-off",
        }
    }
}

/// The whole place as a graph. Persons come first, in order, so that node `k` below the number of
/// persons is person `k`.
pub fn graph(place: &Place) -> PlaceGraph {
    let (people, families) = (place.persons.len(), place.families.len());
    let mut graph =
        PlaceGraph::with_capacity(people + families + place.communities.len() + 6, people * 6);
    for k in 0..people {
        graph.add_node(Node::Person(PersonId::from(k)));
    }
    for k in 0..families {
        graph.add_node(Node::Family(FamilyId::from(k)));
    }
    let communities: Vec<NodeIndex> = (0..place.communities.len())
        .map(|k| graph.add_node(Node::Community(CommunityId::from(k))))
        .collect();
    let groups: Vec<NodeIndex> = (0..4).map(|k| graph.add_node(Node::Group(k))).collect();
    let local = graph.add_node(Node::LocalGovernment);
    let national = graph.add_node(Node::NationalGovernment);
    let edge = |relation, weight| Edge { relation, weight };
    for (k, person) in place.persons.iter().enumerate() {
        graph.add_edge(
            NodeIndex::new(k),
            NodeIndex::new(people + person.family.index()),
            edge(Relation::Household, 1.0),
        );
        graph.add_edge(
            NodeIndex::new(k),
            groups[usize::from(person.group.min(3))],
            edge(Relation::Membership, 1.0),
        );
    }
    let mut residents = vec![0_u32; communities.len()];
    for (k, family) in place.families.iter().enumerate() {
        graph.add_edge(
            NodeIndex::new(people + k),
            communities[family.community.index()],
            edge(Relation::Host, 1.0),
        );
        residents[family.community.index()] += u32::from(family.size);
    }
    for tie in &place.friendships {
        graph.add_edge(
            NodeIndex::new(tie.a.index()),
            NodeIndex::new(tie.b.index()),
            edge(Relation::Friendship, tie.strength),
        );
    }
    for (a, b) in &place.kin {
        graph.add_edge(
            NodeIndex::new(people + a.index()),
            NodeIndex::new(people + b.index()),
            edge(Relation::Kin, 1.0),
        );
    }
    for (community, count) in communities.iter().zip(residents) {
        graph.add_edge(
            local,
            *community,
            edge(Relation::Commission, count as f32 / people.max(1) as f32),
        );
    }
    graph.add_edge(national, local, edge(Relation::Fund, 1.0));
    graph
}

/// The friendships alone: one node a person, in order.
pub fn friendships(place: &Place) -> UnGraph<PersonId, f32> {
    let mut graph = UnGraph::with_capacity(place.persons.len(), place.friendships.len());
    for k in 0..place.persons.len() {
        graph.add_node(PersonId::from(k));
    }
    for tie in &place.friendships {
        graph.add_edge(
            NodeIndex::new(tie.a.index()),
            NodeIndex::new(tie.b.index()),
            tie.strength,
        );
    }
    graph
}
