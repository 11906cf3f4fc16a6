//! `kith describe`: what the model is made of, from the same tables that the model itself reads.

mod lists;

use super::scenario_argument::{Changes, ScenarioArgument};
use super::{Failure, files, numbers};
use crate::engine::schedule::{MONTH, parts};
use crate::export::delta::{self, Block};
use crate::export::json::value;
use crate::indicators::catalogue::{CATALOGUE, Indicator};
use crate::place::england::{self, Entry};
use crate::scenario::approaches::{Approach, Lever};
use crate::scenario::bundled;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::places::INVENTED;
use crate::scenario::sources::Source;
use crate::scenario::strategy::{DIMENSIONS, PRESETS};
use crate::scenario::validate::parse;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What to list, and in which form.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to list.
    topic: Topic,
    /// For delta: a scenario file, or the id of a bundled scenario.
    #[arg(required_if_eq("topic", "delta"))]
    scenario: Option<PathBuf>,
    #[command(flatten)]
    changes: Changes,
    /// One JSON list instead of text.
    #[arg(long)]
    json: bool,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Topic {
    /// Every assumption: default, range, unit, source, grade.
    Parameters,
    /// What is measured: unit, which way is better, what is counted out of what.
    Indicators,
    /// What money can buy: price, reach, what it changes, source, grade.
    Approaches,
    /// What a strategy is made of, and the presets.
    Dimensions,
    /// The strategies with a name.
    Presets,
    /// What can happen to every arm alike.
    Events,
    /// The stylised facts that the model is held to, with their bands.
    Patterns,
    /// The questions of experiment files, and the fields of each.
    Experiments,
    /// What approaches can move.
    Levers,
    /// The fourteen mechanisms of a month, in their order.
    Mechanisms,
    /// The evidence register: what was found, where, how strong, and whether it was read.
    Sources,
    /// Bundled places, by the ids that scenarios name. A profile file of your own is named by its path: place = "mytown.toml".
    Places,
    /// Bundled scenarios.
    Scenarios,
    /// What a scenario changes in the model as its description (ODD) has it, as a document.
    Delta,
}

/// Prints the list.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.topic == Topic::Delta {
        let scenario = ScenarioArgument {
            scenario: arguments.scenario.clone().unwrap_or_default(),
        };
        return files::print(&differences(
            &delta::of(&scenario.read_with(&arguments.changes, None)?),
            arguments.json,
        )?);
    }
    let text = if arguments.json {
        let list = listed(arguments.topic)?;
        serde_json::to_string_pretty(&list).map_err(|error| Failure::Other(error.to_string()))?
            + "\n"
    } else {
        described(arguments.topic)?
    };
    files::print(&text)
}

/// What a scenario changes, as a document or as JSON.
fn differences(blocks: &[Block], as_json: bool) -> Result<String, Failure> {
    if !as_json {
        return Ok(delta::markdown(blocks));
    }
    let block = |block: &Block| match block {
        Block::Heading(words) => json!({ "heading": words }),
        Block::Words(words) => json!({ "words": words }),
        Block::Table { columns, rows } => json!({ "columns": columns, "rows": rows }),
    };
    let list: Vec<Value> = blocks.iter().map(block).collect();
    serde_json::to_string_pretty(&list)
        .map(|text| text + "\n")
        .map_err(|error| Failure::Other(error.to_string()))
}

fn catalogue() -> Result<Vec<Approach>, Failure> {
    bundled::approaches().map_err(|problems| {
        Failure::Other(
            problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })
}

fn register() -> Result<Vec<Source>, Failure> {
    bundled::sources().map_err(|problems| {
        Failure::Other(
            problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })
}

/// A topic as a JSON list.
fn listed(topic: Topic) -> Result<Value, Failure> {
    Ok(match topic {
        Topic::Parameters => Parameters::registry().iter().map(|info| with_id(info)).collect(),
        Topic::Indicators => value(CATALOGUE),
        Topic::Approaches => value(&catalogue()?),
        Topic::Dimensions => DIMENSIONS
            .iter()
            .map(|d| {
                json!({ "id": d.id, "name": d.name, "low_end": d.low_end, "high_end": d.high_end, "sentence": d.sentence,
                        "low": value(&d.low), "high": value(&d.high), "unit": d.unit,
                        "presets": PRESETS.iter().map(|p| (p.id.to_owned(), preset_value(p, d.id))).collect::<serde_json::Map<_, _>>() })
            })
            .collect(),
        Topic::Presets => lists::presets(),
        Topic::Events => lists::events(),
        Topic::Patterns => lists::patterns(),
        Topic::Experiments => lists::experiments(),
        Topic::Levers => Lever::ALL
            .iter()
            .map(|lever| json!({ "id": lever.id(), "scope": lever.scope(), "unit": lever.unit(), "sentence": lever.sentence() }))
            .collect(),
        Topic::Mechanisms => {
            MONTH.iter().map(|mechanism| json!({ "id": mechanism.id, "grade": mechanism.grade, "sentence": mechanism.sentence, "reads": parts(mechanism.reads), "changes": parts(mechanism.changes), "draws": mechanism.draws.iter().map(|stream| format!("{stream:?}")).collect::<Vec<_>>() })).collect()
        }
        Topic::Sources => value(&register()?),
        Topic::Places => lists::places(),
        Topic::Scenarios => scenario_names().into_iter().map(|(id, name)| json!({ "id": id, "name": name })).collect(),
        // It is about one scenario, and is no list.
        Topic::Delta => json!([]),
    })
}

fn with_id(info: &ParameterInfo) -> Value {
    let mut entry = value(info);
    entry["id"] = json!(info.id());
    entry
}

fn preset_value(preset: &crate::scenario::strategy::Preset, dimension: &str) -> Value {
    if dimension == "levels" {
        value(&preset.design.levels)
    } else {
        value(&preset.design.get(dimension))
    }
}

/// Bundled scenarios with their names.
fn scenario_names() -> Vec<(&'static str, String)> {
    bundled::scenarios()
        .iter()
        .map(|(id, text)| {
            (
                *id,
                parse(text).map_or_else(|_| String::new(), |scenario| scenario.name),
            )
        })
        .collect()
}

/// A topic as text. Writing to a String cannot fail, so the results of these lines carry nothing.
#[expect(
    clippy::too_many_lines,
    reason = "a line for each thing that can be described"
)]
fn described(topic: Topic) -> Result<String, Failure> {
    let mut text = String::new();
    match topic {
        Topic::Parameters => {
            for info in Parameters::registry() {
                let ParameterInfo {
                    default,
                    low,
                    high,
                    unit,
                    source,
                    grade,
                    sentence,
                    ..
                } = info;
                let _ = writeln!(
                    text,
                    "{} = {default} [{low} to {high}] {unit} · {} · {source}\n    {sentence}",
                    info.id(),
                    grade.words()
                );
            }
        }
        Topic::Indicators => {
            for info in CATALOGUE {
                let Indicator {
                    id,
                    name,
                    unit,
                    sentence,
                    worthwhile,
                    ..
                } = info;
                let _ = writeln!(
                    text,
                    "{id} · {name} · {unit} · {} is better\n    {sentence}",
                    info.better.word()
                );
                if let Some(noticed) = &info.noticed {
                    let _ = writeln!(
                        text,
                        "    noticed by a person: {} · {} · {}",
                        noticed.words(),
                        noticed.source,
                        noticed.why
                    );
                }
                let _ = writeln!(
                    text,
                    "    worth having: {} {unit} · {} · {}",
                    worthwhile.size, worthwhile.source, worthwhile.why
                );
                if let Some(in_all) = info.in_all {
                    let _ = writeln!(text, "    in all of a place: counted as {}", in_all.unit());
                }
            }
        }
        Topic::Approaches => {
            for approach in catalogue()? {
                describe_approach(&mut text, &approach);
            }
        }
        Topic::Dimensions => {
            for d in DIMENSIONS {
                let _ = writeln!(
                    text,
                    "{} · {} · {} to {} {}\n    {}\n    {} → {}",
                    d.id, d.name, d.low, d.high, d.unit, d.sentence, d.low_end, d.high_end
                );
                for preset in PRESETS {
                    let _ = writeln!(text, "    {}: {}", preset.id, preset_value(&preset, d.id));
                }
            }
        }
        Topic::Presets => lists::presets_text(&mut text),
        Topic::Events => lists::events_text(&mut text),
        Topic::Patterns => lists::patterns_text(&mut text),
        Topic::Experiments => lists::experiments_text(&mut text),
        Topic::Levers => {
            for lever in Lever::ALL {
                let _ = writeln!(
                    text,
                    "{} · {}\n    {}",
                    lever.id(),
                    lever.unit(),
                    lever.sentence()
                );
            }
        }
        Topic::Mechanisms => {
            for (order, mechanism) in MONTH.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "{} · {}. of a month · {}\n    {}",
                    mechanism.id,
                    order + 1,
                    mechanism.grade.words(),
                    mechanism.sentence
                );
            }
        }
        Topic::Sources => {
            for source in register()? {
                describe_source(&mut text, &source);
            }
        }
        Topic::Places => {
            for place in england::list() {
                let Entry {
                    id,
                    name,
                    code,
                    region,
                    population,
                    ..
                } = place;
                let _ = writeln!(
                    text,
                    "{id} · {name} · {region} · {code} · {population} residents"
                );
            }
            let _ = writeln!(text, "{} · {}", INVENTED.0, INVENTED.1);
        }
        Topic::Scenarios => {
            for (id, name) in scenario_names() {
                let _ = writeln!(text, "{id} · {name}");
            }
        }
        Topic::Delta => {}
    }
    Ok(text)
}

fn describe_source(text: &mut String, source: &Source) {
    let Source {
        id,
        quantity,
        value,
        low,
        high,
        unit,
        place_year,
        title,
        address,
        seen,
        strength,
        ..
    } = source;
    let found = if *seen {
        "read"
    } else {
        "general knowledge, not looked up"
    };
    let _ = writeln!(
        text,
        "{id} · {quantity} · {value} [{low} to {high}] {unit} · {place_year} · strength {strength}, {found}"
    );
    let _ = writeln!(
        text,
        "    {title}{}{address}",
        if address.is_empty() { "" } else { "\n    " }
    );
}

fn describe_approach(text: &mut String, approach: &Approach) {
    let Approach {
        id,
        name,
        sentence,
        level,
        tier,
        spreads,
        eligible,
        unit_cost_pounds,
        set_up_pounds,
        ramp_months,
        max_reach,
        source,
        grade,
        ..
    } = approach;
    let price = numbers::plain(*unit_cost_pounds, 0);
    let set_up = numbers::plain(*set_up_pounds, 0);
    let reach = numbers::plain(f64::from(*max_reach) * 100.0, 0);
    let _ = writeln!(
        text,
        "{id} · {name} · level {} · {} · {} · {} · {source}\n    {sentence}",
        level.id(),
        tier.id(),
        spreads.id(),
        grade.words()
    );
    let _ = writeln!(
        text,
        "    for {}, at most {reach} %; £{price} a {} a year, £{set_up} per 1,000 residents to set up, {ramp_months} months to full delivery",
        eligible.words(),
        eligible.unit()
    );
    for effect in &approach.effects {
        let _ = writeln!(
            text,
            "    {} {} ({} to {}) {}",
            effect.lever.id(),
            effect.size,
            effect.low,
            effect.high,
            effect.lever.unit()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json::tails;
    use clap::ValueEnum;

    #[test]
    fn every_topic_lists_every_entry_in_both_forms() {
        for topic in Topic::value_variants()
            .iter()
            .filter(|topic| **topic != Topic::Delta)
        {
            let list = listed(*topic).unwrap();
            let text = described(*topic).unwrap();
            let entries = list.as_array().unwrap();
            assert!(!entries.is_empty(), "{topic:?}");
            let mut found = Vec::new();
            tails(&list, "", &mut found);
            assert!(found.is_empty(), "{topic:?}: {found:?}");
            for entry in entries {
                let id = entry["id"].as_str().unwrap();
                assert!(
                    text.lines().any(|line| line.starts_with(id)),
                    "{topic:?}: {id}"
                );
            }
        }
    }

    #[test]
    fn what_a_scenario_changes_is_a_document_and_json() {
        let scenario = parse(bundled::scenario("trafford").unwrap()).unwrap();
        let blocks = delta::of(&scenario);
        assert!(differences(&blocks, false).unwrap().starts_with("# What “"));
        let json: Value = serde_json::from_str(&differences(&blocks, true).unwrap()).unwrap();
        assert_eq!(json.as_array().unwrap().len(), blocks.len());
    }
}
