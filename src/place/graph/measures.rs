//! Measures of a place's graph: components, clustering, degrees, and betweenness to find
//! connectors.

use super::{PlaceGraph, friendships, graph};
use crate::ids::PersonId;
use crate::place::Place;
use crate::place::ties::{ADULT, CLOSE, MOST_TIES};
use crate::random::{Key, Luck, Stream};
use petgraph::algo::connected_components;
use petgraph::graph::{NodeIndex, UnGraph};
use std::collections::VecDeque;

/// What a place's ties look like.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// Connected components of the whole graph.
    pub components: usize,
    /// Connected components of the friendships alone; a person without a friend is one.
    pub friendship_components: usize,
    /// The share of people in the largest of these. Range: 0–1.
    pub largest_component: f64,
    /// Global clustering of the friendships: closed triples over triples. Range: 0–1.
    pub clustering: f64,
    /// Global clustering of the close friendships alone. Range: 0–1.
    pub close_clustering: f64,
    /// People with 0, 1, … [`MOST_TIES`] friendships.
    pub degrees: Vec<u32>,
    /// Adults with 0, 1, … close friendships.
    pub close_degrees: Vec<u32>,
    /// Mean friendships of an adult.
    pub adult_mean: f64,
    /// Share of friendships inside a neighbourhood. Range: 0–1.
    pub inside: f64,
    /// Share of friendships between adults of the same ten-year age band. Range: 0–1.
    pub same_age: f64,
    /// Share of friendships within a social group. Range: 0–1.
    pub same_group: f64,
    /// Mean number of kin of a family.
    pub kin_mean: f64,
}

/// Measures a place.
pub fn measure(place: &Place) -> Measures {
    let whole: PlaceGraph = graph(place);
    let friends = friendships(place);
    let close = friends.filter_map(
        |_, person| Some(*person),
        |_, &strength| (strength >= CLOSE).then_some(strength),
    );
    let mut degrees = vec![0; MOST_TIES + 1];
    let mut close_degrees = vec![0; MOST_TIES + 1];
    let (mut adults, mut adult_ties) = (0_u32, 0_usize);
    for (k, person) in place.persons.iter().enumerate() {
        let degree = friends.edges(NodeIndex::new(k)).count();
        degrees[degree.min(MOST_TIES)] += 1;
        if person.age >= ADULT {
            adults += 1;
            adult_ties += degree;
            close_degrees[close.edges(NodeIndex::new(k)).count().min(MOST_TIES)] += 1;
        }
    }
    let share = |test: &dyn Fn(PersonId, PersonId) -> Option<bool>| {
        let answers: Vec<bool> = place
            .friendships
            .iter()
            .filter_map(|tie| test(tie.a, tie.b))
            .collect();
        answers.iter().filter(|&&yes| yes).count() as f64 / answers.len().max(1) as f64
    };
    let person = |id: PersonId| &place.persons[id.index()];
    let home = |id: PersonId| place.families[person(id).family.index()].community;
    let sizes = component_sizes(&friends);
    Measures {
        components: connected_components(&whole),
        friendship_components: sizes.len(),
        largest_component: f64::from(sizes.iter().copied().max().unwrap_or(0))
            / place.persons.len().max(1) as f64,
        clustering: clustering(&friends),
        close_clustering: clustering(&close),
        degrees,
        close_degrees,
        adult_mean: adult_ties as f64 / f64::from(adults.max(1)),
        inside: share(&|a, b| Some(home(a) == home(b))),
        same_age: share(&|a, b| {
            (person(a).age >= ADULT).then(|| person(a).age / 10 == person(b).age / 10)
        }),
        same_group: share(&|a, b| Some(person(a).group == person(b).group)),
        kin_mean: 2.0 * place.kin.len() as f64 / place.families.len().max(1) as f64,
    }
}

/// The sizes of the connected components.
fn component_sizes<N, E>(graph: &UnGraph<N, E>) -> Vec<u32> {
    let mut seen = vec![false; graph.node_count()];
    let mut sizes = Vec::new();
    let mut waiting = Vec::new();
    for start in graph.node_indices() {
        if seen[start.index()] {
            continue;
        }
        seen[start.index()] = true;
        waiting.push(start);
        let mut size = 0;
        while let Some(node) = waiting.pop() {
            size += 1;
            for next in graph.neighbors(node) {
                if !seen[next.index()] {
                    seen[next.index()] = true;
                    waiting.push(next);
                }
            }
        }
        sizes.push(size);
    }
    sizes
}

/// Global clustering (transitivity): of all pairs of neighbours of a node, the share that are
/// neighbours themselves.
pub fn clustering<N, E>(graph: &UnGraph<N, E>) -> f64 {
    let neighbours: Vec<Vec<NodeIndex>> = graph
        .node_indices()
        .map(|node| {
            let mut near: Vec<NodeIndex> = graph
                .neighbors(node)
                .filter(|&other| other != node)
                .collect();
            near.sort_unstable();
            near.dedup();
            near
        })
        .collect();
    let (mut closed, mut triples) = (0_u64, 0_u64);
    for near in &neighbours {
        for (k, a) in near.iter().enumerate() {
            for b in &near[k + 1..] {
                triples += 1;
                closed += u64::from(neighbours[a.index()].binary_search(b).is_ok());
            }
        }
    }
    if triples == 0 {
        0.0
    } else {
        closed as f64 / triples as f64
    }
}

/// Betweenness of every node over shortest paths from `sources` nodes drawn at random (Brandes
/// 2001; Brandes & Pich 2007), scaled up to all nodes; exact when `sources` is at least the number
/// of nodes. petgraph has no sampled betweenness. Each pair counts once, as in an undirected graph.
pub fn betweenness<N, E>(graph: &UnGraph<N, E>, sources: usize, seed: u64) -> Vec<f64> {
    let n = graph.node_count();
    let mut between = vec![0.0; n];
    if n == 0 || sources == 0 {
        return between;
    }
    let chosen = sample(n, sources, seed);
    let scale = n as f64 / chosen.len() as f64 / 2.0;
    let (mut order, mut waiting) = (Vec::with_capacity(n), VecDeque::new());
    for source in chosen {
        let mut paths = vec![0.0_f64; n];
        let mut steps = vec![u32::MAX; n];
        order.clear();
        paths[source] = 1.0;
        steps[source] = 0;
        waiting.push_back(source);
        while let Some(node) = waiting.pop_front() {
            order.push(node);
            for next in graph.neighbors(NodeIndex::new(node)) {
                let next = next.index();
                if steps[next] == u32::MAX {
                    steps[next] = steps[node] + 1;
                    waiting.push_back(next);
                }
                if steps[next] == steps[node] + 1 {
                    paths[next] += paths[node];
                }
            }
        }
        let mut depends = vec![0.0_f64; n];
        for &node in order.iter().rev() {
            for before in graph.neighbors(NodeIndex::new(node)) {
                let before = before.index();
                if steps[before] != u32::MAX && steps[before] + 1 == steps[node] {
                    depends[before] += paths[before] / paths[node] * (1.0 + depends[node]);
                }
            }
            if node != source {
                between[node] += depends[node] * scale;
            }
        }
    }
    between
}

/// `wanted` different numbers below `n` (Floyd's sampling), or all of them.
fn sample(n: usize, wanted: usize, seed: u64) -> Vec<usize> {
    if wanted >= n {
        return (0..n).collect();
    }
    let mut draws = Luck::new(seed, 0).draws(Key(0xBE_73), 0, Stream::Network);
    let mut chosen = std::collections::BTreeSet::new();
    for top in n - wanted..n {
        let pick = draws.below(top as u32 + 1) as usize;
        if !chosen.insert(pick) {
            chosen.insert(top);
        }
    }
    chosen.into_iter().collect()
}

/// The people who most often stand between others: person and betweenness, highest first.
pub fn connectors(place: &Place, count: usize, sources: usize, seed: u64) -> Vec<(PersonId, f64)> {
    let friends = friendships(place);
    let mut ranked: Vec<(PersonId, f64)> = betweenness(&friends, sources, seed)
        .into_iter()
        .enumerate()
        .map(|(k, b)| (PersonId::from(k), b))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(count);
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_and_triangle() -> UnGraph<(), ()> {
        // 0–1–2–3 and the triangle 3–4–5.
        UnGraph::from_edges([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 3)])
    }

    #[test]
    fn betweenness_of_all_sources_is_exact() {
        let found = betweenness(&line_and_triangle(), 100, 1);
        assert_eq!(found, [0.0, 4.0, 6.0, 6.0, 0.0, 0.0]);
    }

    #[test]
    fn betweenness_of_a_sample_ranks_like_the_exact_one() {
        let ring_of_cliques = UnGraph::<(), ()>::from_edges((0..40_u32).flat_map(|k| {
            let base = k * 4;
            [
                (base, base + 1),
                (base, base + 2),
                (base, base + 3),
                (base + 1, base + 2),
                (base + 2, base + 3),
                (base, (base + 4) % 160),
            ]
        }));
        let exact = betweenness(&ring_of_cliques, 160, 1);
        let sampled = betweenness(&ring_of_cliques, 40, 1);
        let mean_gate = |values: &[f64]| (0..40).map(|k| values[k * 4]).sum::<f64>() / 40.0;
        assert!((mean_gate(&sampled) / mean_gate(&exact) - 1.0).abs() < 0.1);
        assert!(
            (0..160)
                .filter(|k| k % 4 != 0)
                .all(|k| sampled[k] < mean_gate(&sampled) / 4.0)
        );
    }

    #[test]
    fn clustering_counts_closed_triples() {
        // Triples: 1 at node 1, 1 at 2, 3 at 3, 1 at 4, 1 at 5; closed: one each at 3, 4, 5.
        assert!((clustering(&line_and_triangle()) - 3.0 / 7.0).abs() < 1e-12);
        assert_eq!(component_sizes(&line_and_triangle()), [6]);
    }
}
