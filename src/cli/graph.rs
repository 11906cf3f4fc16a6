//! `kith graph`: the graph of a place as a file for other programs, or its measures as a table.

use super::Failure;
use super::place::{find_profile, print, write_whole};
use crate::place::graph::{graph, measures, write};
use crate::place::{Place, generate};
use comfy_table::Table;
use std::path::PathBuf;

/// How many people betweenness starts from.
const SOURCES: usize = 256;
/// How many connectors are named.
const CONNECTORS: usize = 10;

/// Write the graph of a place (people, families, communities and their ties), or measure it.
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// A bundled profile (such as trafford) or a profile file (ends in .toml).
    #[arg(long, value_name = "ID|FILE")]
    profile: String,
    /// How many people to generate.
    #[arg(long, default_value_t = 2_000)]
    people: u32,
    /// The seed of all luck.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The format to write.
    #[arg(long, value_enum, required_unless_present = "measures")]
    format: Option<Format>,
    /// Where to write it; without it, to standard output.
    #[arg(long, value_name = "FILE", requires = "format")]
    out: Option<PathBuf>,
    /// Print measures: components, clustering, degrees, connectors.
    #[arg(long)]
    measures: bool,
}

/// A file format for graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For Gephi, Cytoscape, igraph, networkx.
    Graphml,
    /// For Graphviz.
    Dot,
}

/// Runs the command. Errors: an unknown profile or a number out of range is input; a file that cannot be written is other.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let profile = find_profile(&arguments.profile)?;
    let place = generate(&profile, arguments.people, arguments.seed).map_err(|error| Failure::Input(error.to_string()))?;
    if let Some(format) = arguments.format {
        let whole = graph(&place);
        let text = match format {
            Format::Graphml => write::graphml(&place, &whole),
            Format::Dot => write::dot(&place, &whole),
        };
        match &arguments.out {
            Some(path) => write_whole(path, text.as_bytes())?,
            None => print(&text)?,
        }
    }
    if arguments.measures { print(&measured(&place, arguments.seed)) } else { Ok(()) }
}

fn measured(place: &Place, seed: u64) -> String {
    let found = measures::measure(place);
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["Measure", "Value"]);
    let shares = |counts: &[u32]| {
        let sum = f64::from(counts.iter().sum::<u32>().max(1));
        counts.iter().enumerate().map(|(k, &n)| format!("{k}: {:.1} %", f64::from(n) / sum * 100.0)).collect::<Vec<_>>().join("  ")
    };
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    for (name, value) in [
        ("People", place.persons.len().to_string()),
        ("Friendships", place.friendships.len().to_string()),
        ("Components of the whole graph", found.components.to_string()),
        ("Components of the friendships", found.friendship_components.to_string()),
        ("People in the largest of these", percent(found.largest_component)),
        ("Clustering of friendships", format!("{:.3}", found.clustering)),
        ("Clustering of close friendships", format!("{:.3}", found.close_clustering)),
        ("Friendships an adult", format!("{:.2}", found.adult_mean)),
        ("Inside the neighbourhood", percent(found.inside)),
        ("Adults' friendships in the same ten years of age", percent(found.same_age)),
        ("Within the social group", percent(found.same_group)),
        ("Kin a family", format!("{:.2}", found.kin_mean)),
        ("People by number of friendships", shares(&found.degrees)),
        ("Adults by number of close friendships", shares(&found.close_degrees)),
    ] {
        table.add_row([name.to_owned(), value]);
    }
    let mut connectors = Table::new();
    connectors.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    connectors.set_header(["Connector", "Age", "Community", "Betweenness (share of pairs)"]);
    let pairs = place.persons.len() as f64 * (place.persons.len() as f64 - 1.0) / 2.0;
    for (id, between) in measures::connectors(place, CONNECTORS, SOURCES, seed) {
        let person = &place.persons[id.index()];
        let community = &place.communities[place.families[person.family.index()].community.index()];
        connectors.add_row([
            format!("person {}", id.0),
            person.age.to_string(),
            community.name.clone(),
            format!("{:.3} %", between / pairs * 100.0),
        ]);
    }
    format!("{table}\n\n{connectors}\n")
}
