//! The ties of a place are as surveys find them, and its graph is exported whole.

use crate::place::place;
use kith::engine::state::World;
use kith::export::graph::write;
use kith::place::graph::{self, measures};
use kith::place::ties::CLOSE;
use kith::random::Luck;
use kith::scenario::parameters::Parameters;
use quick_xml::events::Event;
use std::sync::Arc;

#[test]
fn ties_are_as_surveys_find_them() {
    for (id, people) in [
        ("trafford", 5_000),
        ("manchester", 5_000),
        ("wigan", 20_000),
        ("invented-town", 2_000),
    ] {
        let place = place(id, people, 11);
        let found = measures::measure(&place);
        assert!(
            (7.3..8.5).contains(&found.adult_mean),
            "{id}: {} ties an adult",
            found.adult_mean
        );
        assert!(
            (0.2..0.4).contains(&found.clustering),
            "{id}: clustering {}",
            found.clustering
        );
        assert!(
            (0.64..0.76).contains(&found.inside),
            "{id}: {} inside",
            found.inside
        );
        // T10 finds 60 %.
        assert!(
            (0.54..0.68).contains(&found.same_age),
            "{id}: {} of the same age",
            found.same_age
        );
        assert!(
            (1.7..2.3).contains(&found.kin_mean),
            "{id}: {} kin a family",
            found.kin_mean
        );
        close_friends_are_as_many_as_surveys_find(id, &found.close_degrees);
        let none = |from: u8, to: u8| {
            let mut close = vec![0; place.persons.len()];
            for tie in place.friendships.iter().filter(|tie| tie.strength >= CLOSE) {
                close[tie.a.index()] += 1;
                close[tie.b.index()] += 1;
            }
            let among: Vec<usize> = (0..close.len())
                .filter(|&k| (from..to).contains(&place.persons[k].age))
                .collect();
            among.iter().filter(|&&k| close[k] == 0).count() as f64 / among.len() as f64
        };
        assert!(
            none(16, 25) < 0.06 && none(40, 120) > 0.06 && none(16, 25) < none(40, 120),
            "{id}: none rises with age"
        );
    }
}

/// Adults by how many close friends they have, against T02 with the bands of pattern 7.
fn close_friends_are_as_many_as_surveys_find(id: &str, close_degrees: &[u32]) {
    let adults: u32 = close_degrees.iter().sum();
    let share = |from: usize, to: usize| {
        f64::from(close_degrees[from..to].iter().sum::<u32>()) / f64::from(adults)
    };
    for (from, to, low, high) in [
        (0, 1, 0.05, 0.09),
        (1, 2, 0.1, 0.14),
        (2, 4, 0.38, 0.45),
        (4, 6, 0.18, 0.24),
        (6, 13, 0.13, 0.19),
    ] {
        // The bands are the country's; a place with more young or old people may stand this far
        // beside them.
        let beside = 0.03;
        assert!(
            (low - beside..=high + beside).contains(&share(from, to)),
            "{id}: {} have {from} to {to} close friends",
            share(from, to)
        );
    }
}

#[test]
fn exports_hold_every_node_and_edge() {
    let mut place = place("trafford", 600, 1);
    place.communities[0].name = "St \"Anne's\" <& Co>".into();
    let of_place = graph::graph(&place);
    let expected = place.persons.len() * 2
        + place.families.len()
        + place.friendships.len()
        + place.kin.len()
        + place.communities.len()
        + 1;
    assert_eq!(of_place.edge_count(), expected);
    let parameters = Parameters::default();
    let world = World::new(Arc::new(place), Luck::new(1, 0), &parameters);
    let whole = kith::export::graph::of(&world, &parameters);
    let services = whole.edge_weights().filter(|edge| {
        matches!(
            edge.relation,
            graph::Relation::CoreBudget
                | graph::Relation::Client
                | graph::Relation::HandOff
                | graph::Relation::Contact
        )
    });
    assert_eq!(
        whole.edge_count() - services.count(),
        expected,
        "what the place has, and services"
    );
    assert_eq!(whole.node_count(), of_place.node_count() + 8);
    let xml = write::graphml("trafford", &whole);
    let (mut nodes, edges, texts) = read_graphml(&xml);
    assert_eq!(
        (nodes.len(), edges),
        (whole.node_count(), whole.edge_count())
    );
    nodes.sort_unstable();
    nodes.dedup();
    assert_eq!(
        nodes.len(),
        whole.node_count(),
        "names of nodes are not unique"
    );
    assert!(texts.contains("St &quot;Anne&apos;s&quot; &lt;&amp; Co&gt;"));
    let dot = write::dot(&whole);
    assert!(dot.starts_with("graph {") && dot.trim_end().ends_with('}'));
    assert_eq!(dot.matches(" -- ").count(), whole.edge_count());
    assert!(dot.contains("St \\\"Anne's\\\" <& Co>"));
}

/// The names of the nodes of a `GraphML` text, how many edges it has, and all of its words.
fn read_graphml(xml: &str) -> (Vec<String>, usize, String) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut nodes, mut edges, mut texts) = (Vec::new(), 0, String::new());
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|error| panic!("at {}: {error}", reader.error_position()))
        {
            Event::Start(start) => {
                let value = |name: &str| {
                    start
                        .try_get_attribute(name)
                        .unwrap()
                        .map(|a| String::from_utf8(a.value.into_owned()).unwrap())
                };
                match start.name().as_ref() {
                    b"node" => nodes.push(value("id").unwrap()),
                    b"edge" => {
                        edges += 1;
                        assert!(value("source").is_some() && value("target").is_some());
                    }
                    _ => {}
                }
            }
            Event::Text(text) => texts.push_str(&String::from_utf8_lossy(&text)),
            Event::GeneralRef(name) => {
                texts.push('&');
                texts.push_str(&String::from_utf8_lossy(&name));
                texts.push(';');
            }
            Event::Eof => return (nodes, edges, texts),
            _ => {}
        }
    }
}
