//! `kith place graph`: the graph of a place as a file for other programs, or its measures as a table.

use super::place::find_profile;
use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::terminal::ruled;
use super::{Failure, files};
use crate::engine::state::World;
use crate::export::graph::{self, write};
use crate::place::graph::measures;
use crate::place::{Place, generate};
use crate::random::Luck;
use crate::scenario::parameters::Parameters;
use std::path::PathBuf;
use std::sync::Arc;

/// How many people betweenness starts from.
const SOURCES: usize = 256;
/// How many connectors are named.
const CONNECTORS: usize = 10;

/// Write the graph of a place (people, families, neighbourhoods, services, government and their ties), or measure it. Person and family nodes carry
/// the ids that `kith run --panel` writes for the same place, people and seed.
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The place, people and seed of a scenario: a file, or a bundled id.
    #[arg(long, value_name = "ID|FILE", required_unless_present = "profile")]
    scenario: Option<PathBuf>,
    /// When to look: on the first day, or when the arms branch (after the scenario's spin-up, with a year's contacts with services).
    #[arg(long, value_enum, default_value_t = Moment::Start, conflicts_with = "profile")]
    at: Moment,
    /// Under which luck, counted from 0.
    #[arg(
        long,
        value_name = "R",
        default_value_t = 0,
        conflicts_with = "profile"
    )]
    replicate: u32,
    /// A bundled profile (such as trafford) or a profile file (ends in .toml).
    #[arg(long, value_name = "ID|FILE", conflicts_with = "scenario")]
    profile: Option<String>,
    /// How many people to generate: 2000, or as many as the scenario has.
    #[arg(long)]
    people: Option<u32>,
    /// The seed of all luck: 1, or the scenario's.
    #[arg(long)]
    seed: Option<u64>,
    /// The format to write.
    #[arg(long, value_enum, required_unless_present = "measures")]
    format: Option<Format>,
    /// Where to write it (.graphml or .xml, .dot or .gv); without it, to standard output.
    #[arg(long, value_name = "FILE", requires = "format")]
    out: Option<PathBuf>,
    /// Print measures of the ties on the first day: components, clustering, degrees, connectors.
    #[arg(long)]
    measures: bool,
}

/// When the graph is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Moment {
    /// The first day, as the place was generated.
    Start,
    /// When the arms branch.
    Branch,
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
    if let (Some(path), Some(format)) = (&arguments.out, arguments.format) {
        let known: &[&str] = if format == Format::Graphml {
            &["graphml", "xml"]
        } else {
            &["dot", "gv"]
        };
        files::ending("--out", path, known)?;
    }
    let (world, parameters, seed) = world(arguments)?;
    if let Some(format) = arguments.format {
        let whole = graph::of(&world, &parameters);
        let text = match format {
            Format::Graphml => write::graphml(&world.place.id, &whole),
            Format::Dot => write::dot(&whole),
        };
        match &arguments.out {
            Some(path) => files::put(path, text.as_bytes())?,
            None => files::print(&text)?,
        }
    }
    if arguments.measures {
        files::print(&measured(&world.place, seed))
    } else {
        Ok(())
    }
}

/// The world that was asked for, its assumptions, and its seed.
fn world(arguments: &Arguments) -> Result<(World, Parameters, u64), Failure> {
    let Some(scenario) = &arguments.scenario else {
        let profile = find_profile(arguments.profile.as_deref().unwrap_or_default())?;
        let (people, seed) = (
            arguments.people.unwrap_or(2_000),
            arguments.seed.unwrap_or(1),
        );
        let place =
            generate(&profile, people, seed).map_err(|error| Failure::Input(error.to_string()))?;
        let parameters = Parameters::default();
        return Ok((
            World::new(Arc::new(place), Luck::new(seed, 0), &parameters),
            parameters,
            seed,
        ));
    };
    let changes = Changes {
        people: arguments.people,
        seed: arguments.seed,
        ..Changes::default()
    };
    let prepared = prepare(ScenarioArgument::of(scenario).read_with(&changes, None)?)?;
    let (parameters, seed) = (prepared.scenario.parameters.clone(), prepared.scenario.seed);
    let world = match arguments.at {
        Moment::Start => World::new(
            Arc::clone(&prepared.place),
            Luck::new(seed, arguments.replicate),
            &parameters,
        ),
        Moment::Branch => prepared.spin_up(arguments.replicate).world,
    };
    Ok((world, parameters, seed))
}

fn measured(place: &Place, seed: u64) -> String {
    let found = measures::measure(place);
    let shares = |counts: &[u32]| {
        let sum = f64::from(counts.iter().sum::<u32>().max(1));
        counts
            .iter()
            .enumerate()
            .map(|(k, &n)| format!("{k}: {:.1} %", f64::from(n) / sum * 100.0))
            .collect::<Vec<_>>()
            .join("  ")
    };
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let table = [
        ("People", place.persons.len().to_string()),
        ("Friendships", place.friendships.len().to_string()),
        (
            "Components of the whole graph",
            found.components.to_string(),
        ),
        (
            "Components of the friendships",
            found.friendship_components.to_string(),
        ),
        (
            "People in the largest of these",
            percent(found.largest_component),
        ),
        (
            "Clustering of friendships",
            format!("{:.3}", found.clustering),
        ),
        (
            "Clustering of close friendships",
            format!("{:.3}", found.close_clustering),
        ),
        ("Friendships an adult", format!("{:.2}", found.adult_mean)),
        ("Inside the neighbourhood", percent(found.inside)),
        (
            "Adults' friendships in the same ten years of age",
            percent(found.same_age),
        ),
        ("Within the social group", percent(found.same_group)),
        ("Kin a family", format!("{:.2}", found.kin_mean)),
        ("People by number of friendships", shares(&found.degrees)),
        (
            "Adults by number of close friendships",
            shares(&found.close_degrees),
        ),
    ];
    let rows = table.map(|(name, value)| vec![name.to_owned(), value]);
    let table = ruled(&["Measure", "Value"], rows.to_vec(), 2);
    format!("{table}\n\n{}\n", connectors(place, seed))
}

/// Those through whom most shortest ways lead.
fn connectors(place: &Place, seed: u64) -> String {
    let mut rows = Vec::new();
    let pairs = place.persons.len() as f64 * (place.persons.len() as f64 - 1.0) / 2.0;
    for (id, between) in measures::connectors(place, CONNECTORS, SOURCES, seed) {
        let person = &place.persons[id.index()];
        let community = &place.communities[place.families[person.family.index()].community.index()];
        rows.push(vec![
            format!("person {}", id.0),
            person.age.to_string(),
            community.name.clone(),
            format!("{:.3} %", between / pairs * 100.0),
        ]);
    }
    let header = [
        "Connector",
        "Age",
        "Community",
        "Betweenness (share of pairs)",
    ];
    ruled(&header, rows, 4)
}
