//! `kith describe`: what the model is made of, from the same tables that the model itself reads.

mod lists;

use super::scenario_argument::{Changes, ScenarioArgument};
use super::{Failure, files};
use crate::engine::schedule::{MONTH, parts};
use crate::export::delta::{self, Block};
use crate::export::json::value;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::approaches::Lever;
use crate::scenario::bundled;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::strategy::{DIMENSIONS, PRESETS};
use crate::scenario::validate::{Problem, parse};
use serde_json::{Value, json};
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
        let scenario = ScenarioArgument::of(arguments.scenario.clone().unwrap_or_default());
        return files::print(&differences(
            &delta::of(&scenario.read_with(&arguments.changes, None)?),
            arguments.json,
        )?);
    }
    let list = listed(arguments.topic)?;
    if !arguments.json {
        return files::print(&told(&list));
    }
    files::print(&files::json(&list)?)
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
    files::json(&list)
}

/// What is bundled; it can be read, as tests hold.
fn bundled_list<T>(read: Result<Vec<T>, Vec<Problem>>) -> Result<Vec<T>, Failure> {
    read.map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Other(lines.join("\n"))
    })
}

/// A topic as a JSON list.
fn listed(topic: Topic) -> Result<Value, Failure> {
    Ok(match topic {
        Topic::Parameters => Parameters::registry().iter().map(|info| with_id(info)).collect(),
        Topic::Indicators => value(CATALOGUE),
        Topic::Approaches => value(&bundled_list(bundled::approaches())?),
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
        Topic::Sources => value(&bundled_list(bundled::sources())?),
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

/// A list as text: an entry's id and name, then each of its fields that holds something on a line of its own.
fn told(list: &Value) -> String {
    let mut text = String::new();
    for entry in list.as_array().into_iter().flatten() {
        let (head, rest) = parted(entry);
        text.extend([&head.join(" · "), "\n"]);
        for (name, value) in rest {
            let words = match value {
                Value::Array(items) if items.iter().any(Value::is_object) => {
                    let each: Vec<String> = items.iter().map(short).collect();
                    format!("\n        {}", each.join("\n        "))
                }
                other => short(other),
            };
            if !words.is_empty() {
                text.extend(["    ", &name.replace('_', " "), ": ", &words, "\n"]);
            }
        }
    }
    text
}

/// What an entry is called, and its other fields.
fn parted(entry: &Value) -> (Vec<String>, Vec<(&String, &Value)>) {
    let fields = entry.as_object().into_iter().flatten();
    let (head, rest): (Vec<_>, Vec<_>) =
        fields.partition(|(name, _)| ["id", "name"].contains(&name.as_str()));
    (
        head.into_iter().map(|(_, value)| short(value)).collect(),
        rest,
    )
}

/// A value on one line.
fn short(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(items) => items.iter().map(short).collect::<Vec<_>>().join(", "),
        Value::Object(_) => {
            let (mut words, rest) = parted(value);
            let rest = rest.iter().map(|(name, value)| (name, short(value)));
            words.extend(
                rest.filter(|(_, words)| !words.is_empty())
                    .map(|(name, words)| format!("{} {words}", name.replace('_', " "))),
            );
            words.join(" · ")
        }
        other => other.to_string(),
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
            let text = told(&list);
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
