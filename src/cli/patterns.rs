//! `kith check patterns`: measures what a credible model must reproduce, against its bands.

use super::scenario_argument::{Changes, ScenarioArgument};
use super::{Failure, ask, asking, files};
use crate::analysis::patterns::drift::Drift;
use crate::analysis::patterns::{Patterns, PatternsAnswer};
use crate::scenario::Scenario;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The place, how many people, how many seeds.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The place and its assumptions: a scenario file or a bundled id. Its money and arms are not looked at.
    #[arg(default_value = "trafford")]
    scenario: PathBuf,
    /// Generate this many people.
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    people: u32,
    /// Measure on this many seeds, each with a place and luck of its own.
    #[arg(long, value_name = "K", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    seeds: u32,
    /// The first seed.
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Measure these patterns only, by number.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<u8>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of the table.
    #[arg(long)]
    json: bool,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let argument = ScenarioArgument::of(&arguments.scenario);
    let changes = Changes {
        people: Some(arguments.people),
        seed: arguments.seed,
        ..Changes::default()
    };
    let scenario = argument.read_with(&changes, None)?;
    let question = Patterns {
        scenario,
        seeds: arguments.seeds,
        only: arguments.only.clone(),
    };
    let answer = ask::ask(&question, arguments.threads, "seeds")?.map_err(Failure::Input)?;
    if arguments.json {
        return files::print(&asking::json(&answer, &question.scenario)?);
    }
    files::print(&text(&answer, &question.scenario))
}

fn text(answer: &PatternsAnswer, scenario: &Scenario) -> String {
    let mark = asking::marked(scenario);
    let mut text = format!(
        "Patterns that a credible model must reproduce, on business as usual and small benches, never on a comparison.\n\
         {}: {} invented people, {} seeds from {}; the median over seeds against its band{mark}.\n\n",
        answer.place, answer.people, answer.seeds, answer.seed
    );
    // Writing to a String cannot fail, here and below.
    for pattern in &answer.patterns {
        let _ = writeln!(
            text,
            "{} {:>2}  {}",
            if pattern.in_band { "in " } else { "OUT" },
            pattern.id,
            pattern.name
        );
        for measure in &pattern.measures {
            let number = |value: f64| {
                if measure.high - measure.low < 0.1 {
                    format!("{value:.4}")
                } else {
                    number(value)
                }
            };
            let value = measure.value.map_or("–".to_owned(), number);
            let (low, high) = (number(measure.low), number(measure.high));
            let mark = if measure.in_band { " " } else { "!" };
            let _ = writeln!(
                text,
                "     {mark} {value:>8}  ({low} to {high})  {}, {}",
                measure.name, measure.unit
            );
        }
    }
    let _ = writeln!(
        text,
        "\n{} of {} patterns in band.",
        answer.in_band,
        answer.patterns.len()
    );
    let main: Vec<&Drift> = answer.drift.iter().filter(|drift| drift.main).collect();
    let still = main.iter().filter(|drift| drift.stands_still).count();
    let _ = writeln!(
        text,
        "\nBusiness as usual over ten years: {still} of {} main indicators drift by less than 5 %.",
        main.len()
    );
    for drift in answer.drift.iter().filter(|drift| !drift.stands_still) {
        let mark = if drift.main { "!" } else { " " };
        let percent = 100.0 * drift.drift.unwrap_or_default();
        let _ = writeln!(
            text,
            "     {mark} {:>8} → {:>8}  {percent:+.1} %  {}",
            number(drift.first),
            number(drift.last),
            drift.indicator
        );
    }
    text
}

/// Three significant digits, as far as they matter.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        0.0 | 100.0.. => 0,
        10.0..100.0 => 1,
        1.0..10.0 => 2,
        0.1..1.0 => 3,
        _ => 4,
    };
    format!("{value:.digits$}")
}
