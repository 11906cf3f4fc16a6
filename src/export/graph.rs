//! A world as a typed graph for other programs: who and what is linked to whom, services among it, with the ids that panels have, so that what
//! became of people can be laid on it. The files are in [`mod@write`].

pub mod write;

use super::panel;
use crate::engine::state::service::{SERVICES, route};
use crate::engine::state::{ProblemKind, ServiceKind, World};
use crate::indicators::panel::SERVICES as SERVICE_IDS;
use crate::place::graph::{Edge, Relation};
use crate::scenario::parameters::Parameters;
use petgraph::graph::{NodeIndex, UnGraph};

/// Something in the world, as files have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// A name that no other node has: `p12`, `f3`, `c0`, `g1`, `s2`, `local`, `national`.
    pub name: String,
    /// Its kind in words.
    pub kind: &'static str,
    /// What people call it.
    pub label: String,
    /// Its attributes: key and value.
    pub details: Vec<(&'static str, String)>,
}

/// A world as a graph.
pub type WorldGraph = UnGraph<Node, Edge>;

/// The world at the end of its last month: everybody who lives in it, their homes, neighbourhoods and services.
pub fn of(world: &World, parameters: &Parameters) -> WorldGraph {
    let mut built = Builder {
        world,
        graph: WorldGraph::default(),
        persons: Vec::new(),
        families: Vec::new(),
    };
    built.people();
    let services = built.services(parameters);
    built.places(&services);
    built.graph
}

struct Builder<'a> {
    world: &'a World,
    graph: WorldGraph,
    /// The node of each position of persons and of homes; nothing where nobody lives.
    persons: Vec<Option<NodeIndex>>,
    families: Vec<Option<NodeIndex>>,
}

impl Builder<'_> {
    fn add(
        &mut self,
        name: String,
        kind: &'static str,
        label: String,
        details: Vec<(&'static str, String)>,
    ) -> NodeIndex {
        self.graph.add_node(Node {
            name,
            kind,
            label,
            details,
        })
    }

    fn link(
        &mut self,
        a: Option<NodeIndex>,
        b: Option<NodeIndex>,
        relation: Relation,
        weight: f32,
    ) {
        if let (Some(a), Some(b)) = (a, b) {
            self.graph.add_edge(a, b, Edge { relation, weight });
        }
    }

    /// Persons first, then their homes, and what ties both to their like.
    fn people(&mut self) {
        let world = self.world;
        let (persons, families) = (&world.persons, &world.families);
        for i in 0..persons.len() {
            let details = vec![
                ("person", panel::person(persons.key[i].0)),
                ("age", persons.age(i).to_string()),
                (
                    "sex",
                    if persons.female[i] { "female" } else { "male" }.to_owned(),
                ),
                ("community", persons.community[i].0.to_string()),
            ];
            let node = persons.alive[i]
                .then(|| self.add(format!("p{i}"), "person", format!("person {i}"), details));
            self.persons.push(node);
        }
        for f in 0..families.len() {
            let size = families.living(f, &persons.alive).count();
            let details = vec![
                ("family", panel::family(families.key[f].0)),
                ("size", size.to_string()),
                ("community", families.community[f].0.to_string()),
            ];
            let node = (size > 0)
                .then(|| self.add(format!("f{f}"), "family", format!("family {f}"), details));
            self.families.push(node);
        }
        for i in 0..persons.len() {
            self.link(
                self.persons[i],
                self.families[persons.family[i].index()],
                Relation::Household,
                1.0,
            );
            let count = usize::from(persons.tie_count[i]);
            for (friend, strength) in persons.ties[i][..count]
                .iter()
                .zip(persons.tie_strength[i])
                .filter(|(friend, _)| friend.index() > i)
            {
                self.link(
                    self.persons[i],
                    self.persons[friend.index()],
                    Relation::Friendship,
                    strength,
                );
            }
        }
        for f in 0..families.len() {
            for kin in families.kin_here(f).filter(|kin| *kin > f) {
                self.link(self.families[f], self.families[kin], Relation::Kin, 1.0);
            }
        }
    }

    /// Services, who is with them, and which hand people on to one another.
    fn services(&mut self, parameters: &Parameters) -> Vec<NodeIndex> {
        let nodes: Vec<NodeIndex> = SERVICE_IDS
            .iter()
            .enumerate()
            .map(|(k, id)| {
                self.add(
                    format!("s{k}"),
                    "service",
                    id.replace('_', " "),
                    vec![("service", (*id).to_owned())],
                )
            })
            .collect();
        let world = self.world;
        let persons = &world.persons;
        for i in 0..persons.len() {
            for (k, node) in nodes.iter().enumerate() {
                let routine = if k == ServiceKind::PrimaryCare as usize {
                    persons.primary_contacts[i]
                } else {
                    0
                };
                let contacts = persons.contacts[i][k].saturating_add(routine);
                if contacts > 0 {
                    self.link(
                        self.persons[i],
                        Some(*node),
                        Relation::Contact,
                        f32::from(contacts),
                    );
                }
            }
            if persons.client[i] {
                self.link(
                    self.persons[i],
                    Some(nodes[ServiceKind::SocialCare as usize]),
                    Relation::Client,
                    1.0,
                );
            }
        }
        for (a, b, share) in handed_on(parameters) {
            self.link(Some(nodes[a]), Some(nodes[b]), Relation::HandOff, share);
        }
        nodes
    }

    /// Neighbourhoods, social groups and governments.
    fn places(&mut self, services: &[NodeIndex]) {
        let world = self.world;
        let communities: Vec<NodeIndex> = world
            .place
            .communities
            .iter()
            .enumerate()
            .map(|(k, community)| {
                let details = vec![
                    ("code", community.code.clone()),
                    ("deprivation", community.deprivation.overall.to_string()),
                ];
                self.add(
                    format!("c{k}"),
                    "community",
                    community.name.clone(),
                    details,
                )
            })
            .collect();
        let groups: Vec<NodeIndex> = (0..4)
            .map(|k| {
                self.add(
                    format!("g{k}"),
                    "social group",
                    format!("social group {}", k + 1),
                    Vec::new(),
                )
            })
            .collect();
        let local = self.add(
            "local".to_owned(),
            "local government",
            format!("local government of {}", world.place.name),
            Vec::new(),
        );
        let national = self.add(
            "national".to_owned(),
            "national government",
            "national government".to_owned(),
            Vec::new(),
        );
        self.at_home(&communities, &groups, local);
        let contacts = &world.services.contacts_per_head;
        let all = contacts.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        for (service, contacts) in services.iter().zip(contacts) {
            self.link(
                Some(local),
                Some(*service),
                Relation::CoreBudget,
                contacts / all,
            );
        }
        self.link(Some(national), Some(local), Relation::Fund, 1.0);
    }

    /// Families and people in their neighbourhoods and groups; each neighbourhood's share of what is commissioned.
    fn at_home(&mut self, communities: &[NodeIndex], groups: &[NodeIndex], local: NodeIndex) {
        let world = self.world;
        for f in 0..self.families.len() {
            self.link(
                self.families[f],
                Some(communities[world.families.community[f].index()]),
                Relation::Host,
                1.0,
            );
        }
        let mut residents = vec![0_u32; communities.len()];
        for i in 0..self.persons.len() {
            self.link(
                self.persons[i],
                Some(groups[usize::from(world.persons.group[i].min(3))]),
                Relation::Membership,
                1.0,
            );
            if self.persons[i].is_some() {
                residents[world.persons.community[i].index()] += 1;
            }
        }
        let everybody = residents.iter().sum::<u32>().max(1) as f32;
        for (community, count) in communities.iter().zip(residents) {
            self.link(
                Some(local),
                Some(*community),
                Relation::Commission,
                count as f32 / everybody,
            );
        }
    }
}

/// Pairs of services that hand people on to one another, with the share of all problems that may go between them.
fn handed_on(parameters: &Parameters) -> Vec<(usize, usize, f32)> {
    let p = &parameters.problems;
    let rates = [
        p.health_rate,
        p.mind_rate,
        p.money_rate,
        p.home_rate,
        p.work_rate,
    ];
    let total = rates.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    let mut shares = [[0.0_f32; SERVICES]; SERVICES];
    for (kind, rate) in ProblemKind::ALL.into_iter().zip(rates) {
        let services = route(kind).map(|service| service as usize);
        for (a, b) in [(0, 1), (0, 2), (1, 2)].map(|(a, b)| (services[a], services[b])) {
            shares[a.min(b)][a.max(b)] += rate / total;
        }
    }
    let pairs = (0..SERVICES).flat_map(|a| (a + 1..SERVICES).map(move |b| (a, b)));
    pairs
        .map(|(a, b)| (a, b, shares[a][b]))
        .filter(|(_, _, share)| *share > 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    fn count(graph: &WorldGraph, relation: Relation) -> usize {
        graph
            .edge_weights()
            .filter(|edge| edge.relation == relation)
            .count()
    }

    #[test]
    fn everybody_who_lives_there_has_the_panels_id_and_services_have_their_people() {
        let world = example::lived();
        let graph = of(&world, &Parameters::default());
        let of_kind = |kind: &str| {
            graph
                .node_weights()
                .filter(|node| node.kind == kind)
                .count()
        };
        assert_eq!(
            (of_kind("person"), of_kind("service")),
            (world.population() as usize, SERVICES)
        );
        let detail = |node: &Node, key: &str| {
            node.details
                .iter()
                .find(|(k, _)| *k == key)
                .map(|(_, value)| value.clone())
        };
        let person = graph
            .node_weights()
            .find(|node| node.kind == "person")
            .unwrap();
        let position: usize = person.name[1..].parse().unwrap();
        assert_eq!(
            detail(person, "person"),
            Some(panel::person(world.persons.key[position].0))
        );
        let family = graph
            .node_weights()
            .find(|node| node.kind == "family")
            .unwrap();
        let position: usize = family.name[1..].parse().unwrap();
        assert_eq!(
            detail(family, "family"),
            Some(panel::family(world.families.key[position].0))
        );
        let living = |i: &usize| world.persons.alive[*i];
        let seen = (0..world.persons.len()).filter(living).map(|i| {
            let (contacts, routine) =
                (world.persons.contacts[i], world.persons.primary_contacts[i]);
            (0..SERVICES)
                .filter(|k| contacts[*k] > 0 || (*k == 0 && routine > 0))
                .count()
        });
        let contacts = count(&graph, Relation::Contact);
        assert_eq!(contacts, seen.sum::<usize>());
        assert!(contacts > 100, "{contacts}");
        let clients = (0..world.persons.len())
            .filter(living)
            .filter(|i| world.persons.client[*i])
            .count();
        assert_eq!(count(&graph, Relation::Client), clients);
        assert_eq!(count(&graph, Relation::CoreBudget), SERVICES);
        assert_eq!(
            count(&graph, Relation::Membership),
            world.population() as usize
        );
        let budget: f32 = graph
            .edge_weights()
            .filter(|edge| edge.relation == Relation::CoreBudget)
            .map(|edge| edge.weight)
            .sum();
        assert!((budget - 1.0).abs() < 1e-4);
    }

    #[test]
    fn services_hand_on_along_the_routes_of_problems() {
        let pairs = handed_on(&Parameters::default());
        let of = |a: ServiceKind, b: ServiceKind| {
            let (a, b) = (a as usize, b as usize);
            pairs
                .iter()
                .find(|(x, y, _)| (*x, *y) == (a.min(b), a.max(b)))
                .map(|(_, _, share)| *share)
        };
        assert!(
            (of(ServiceKind::PrimaryCare, ServiceKind::Hospital).unwrap() - 0.55 / 1.04).abs()
                < 1e-5
        );
        assert_eq!(of(ServiceKind::Hospice, ServiceKind::Hospital), None);
    }
}
