//! `kith validate`: everything that is wrong with a scenario, or a short summary of what it asks, with what to think twice about.

use super::scenario_argument::ScenarioArgument;
use super::{Failure, files, numbers};
use crate::scenario::Scenario;
use crate::scenario::bundled::PLACES;
use crate::scenario::validate::hash;
use crate::scenario::warnings::warnings;
use std::fmt::Write as _;

/// Which scenario.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    scenario: ScenarioArgument,
}

/// Prints "valid" with a summary. Errors: every problem, as wrong input.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let scenario = arguments.scenario.read()?;
    files::print(&format!("{}: valid\n{}", arguments.scenario.shown(), summary(&scenario)))
}

fn summary(scenario: &Scenario) -> String {
    let Scenario { name, people, years, replicates, seed, money, .. } = scenario;
    let place = PLACES.iter().find(|(id, _)| *id == scenario.place).map_or(scenario.place.as_str(), |(_, name)| *name);
    let pounds = numbers::plain(money.pounds_per_head_year, 2);
    let people = numbers::count(u64::from(*people));
    let mut text = format!("  {name}\n  {place}, {people} people, {years} years, {replicates} replicates, seed {seed}\n");
    // Writing to a String cannot fail.
    let _ = writeln!(text, "  £{pounds} a head a year, years {} to {}", money.first_year, money.last_year);
    for arm in &scenario.arms {
        let _ = writeln!(text, "  arm {}: {} (from {})", arm.id, arm.name, arm.preset);
    }
    let _ = writeln!(
        text,
        "  {} parameters changed, {} events, hash {}",
        scenario.parameters.changes().len(),
        scenario.events.len(),
        hash(scenario)
    );
    for warning in warnings(scenario) {
        let _ = writeln!(text, "  think twice: {warning}");
    }
    text
}
