//! The graph of a world as text that other programs read: `GraphML` (Gephi, Cytoscape, igraph, networkx) and DOT (Graphviz).
//!
//! DOT goes through petgraph's own writer. `GraphML` is written here: petgraph has no writer for it, and typed attributes
//! are all that a crate would add.

use super::{Node, WorldGraph};
use crate::drawing::is_forbidden;
use crate::place::graph::Edge;
use petgraph::dot::{Config, Dot};
use petgraph::visit::{EdgeRef, IntoNodeReferences, NodeRef};
use quick_xml::escape::escape;
use std::fmt::Write as _;

/// The attributes of the `GraphML` file: id, of what, name, type.
const KEYS: [(&str, &str, &str, &str); 13] = [
    ("kind", "node", "kind", "string"),
    ("label", "node", "label", "string"),
    ("person", "node", "person", "string"),
    ("family", "node", "family", "string"),
    ("service", "node", "service", "string"),
    ("code", "node", "code", "string"),
    ("age", "node", "age", "int"),
    ("sex", "node", "sex", "string"),
    ("size", "node", "size", "int"),
    ("community", "node", "community", "int"),
    ("deprivation", "node", "deprivation", "double"),
    ("relation", "edge", "relation", "string"),
    ("weight", "edge", "weight", "double"),
];

/// Text as it may stand in XML, in content and in attributes. Characters that XML 1.0 does not allow become U+FFFD.
pub fn escape_xml(text: &str) -> String {
    escape(text.replace(is_forbidden, "\u{FFFD}"))
        .replace('\t', "&#9;")
        .replace('\n', "&#10;")
        .replace('\r', "&#13;")
}

/// Text as it may stand between the quotes of DOT.
fn escape_dot(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace(['\n', '\r'], " ")
}

/// The graph as `GraphML`, by an id.
pub fn graphml(id: &str, graph: &WorldGraph) -> String {
    let mut text = String::with_capacity(graph.edge_count() * 140);
    text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (id, what, name, kind) in KEYS {
        let _ = writeln!(
            text,
            "  <key id=\"{id}\" for=\"{what}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    }
    let _ = writeln!(
        text,
        "  <graph id=\"{}\" edgedefault=\"undirected\">",
        escape_xml(id)
    );
    for reference in graph.node_references() {
        let node = reference.weight();
        let _ = write!(
            text,
            "    <node id=\"{}\"><data key=\"kind\">{}</data>",
            node.name, node.kind
        );
        let _ = write!(
            text,
            "<data key=\"label\">{}</data>",
            escape_xml(&node.label)
        );
        for (key, value) in &node.details {
            let _ = write!(text, "<data key=\"{key}\">{}</data>", escape_xml(value));
        }
        text.push_str("</node>\n");
    }
    for edge in graph.edge_references() {
        let (a, b) = (&graph[edge.source()].name, &graph[edge.target()].name);
        let Edge { relation, weight } = *edge.weight();
        let _ = writeln!(
            text,
            "    <edge source=\"{a}\" target=\"{b}\"><data key=\"relation\">{}</data><data key=\"weight\">{weight}</data></edge>",
            relation.name()
        );
    }
    text.push_str("  </graph>\n</graphml>\n");
    text
}

/// The graph as DOT.
pub fn dot(graph: &WorldGraph) -> String {
    let edge_attributes = |_: &WorldGraph, edge: petgraph::graph::EdgeReference<'_, Edge>| {
        let Edge { relation, weight } = *edge.weight();
        format!("relation=\"{}\" weight=\"{weight}\"", relation.name())
    };
    let node_attributes = |_: &WorldGraph, reference: (petgraph::graph::NodeIndex, &Node)| {
        let node = reference.1;
        let mut text = format!(
            "kind=\"{}\" label=\"{}\"",
            node.kind,
            escape_dot(&node.label)
        );
        for (key, value) in &node.details {
            let _ = write!(text, " {key}=\"{}\"", escape_dot(value));
        }
        text
    };
    let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
    format!(
        "{:?}",
        Dot::with_attr_getters(graph, &config, &edge_attributes, &node_attributes)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_escaped() {
        assert_eq!(
            escape_xml("a<b & \"c\" > 'd'\u{1}"),
            "a&lt;b &amp; &quot;c&quot; &gt; &apos;d&apos;\u{FFFD}"
        );
        assert_eq!(escape_xml("line\nbreak"), "line&#10;break");
        assert_eq!(escape_dot("St \"Anne\\\n"), "St \\\"Anne\\\\ ");
    }
}
