//! The lists of the reference that are no registry of numbers: presets, events, patterns, experiments. Knows no arguments.

use crate::analysis::patterns::PATTERNS;
use crate::experiment::{FIELDS, Field, Kind};
use crate::place::bundled;
use crate::place::england::{self, Entry};
use crate::scenario::EventKind;
use crate::scenario::places::INVENTED;
use crate::scenario::strategy::{DIMENSIONS, PRESETS, Preset};
use serde_json::{Map, Value, json};

/// A value as people write it: of 0.7 in single precision, 0.7.
fn decimal(value: f32) -> Value {
    value
        .to_string()
        .parse::<f64>()
        .map_or(Value::Null, Value::from)
}

/// Where a preset stands, dimension by dimension.
fn design(preset: &Preset) -> Map<String, Value> {
    let value = |id: &str| match (id, preset.design.get(id)) {
        ("levels", _) => preset
            .design
            .levels
            .iter()
            .map(|level| decimal(*level))
            .collect(),
        (_, value) => value.map_or(Value::Null, decimal),
    };
    DIMENSIONS
        .iter()
        .map(|dimension| (dimension.id.to_owned(), value(dimension.id)))
        .collect()
}

/// The places as JSON: every district of England, then the invented town.
pub fn places() -> Value {
    let one = |entry: &Entry| {
        let Entry {
            id,
            name,
            code,
            region,
            population,
            neighbourhoods,
            ..
        } = entry;
        json!({ "id": id, "name": name, "code": code, "region": region, "population": population, "neighbourhoods": neighbourhoods })
    };
    let mut list: Vec<Value> = england::list().iter().map(one).collect();
    if let Ok(town) = bundled::profile(INVENTED.0) {
        let (population, neighbourhoods) = (town.margins.residents(), town.neighbourhoods.len());
        list.push(json!({ "id": town.id, "name": town.name, "code": town.code, "region": town.region, "population": population,
                          "neighbourhoods": neighbourhoods }));
    }
    Value::Array(list)
}

/// The presets as JSON.
pub fn presets() -> Value {
    let one = |preset: &Preset| {
        let Preset {
            id,
            name,
            sentence,
            buys_approaches,
            tiers,
            approaches,
            budget,
            ..
        } = preset;
        let tiers: Vec<&str> = tiers.iter().map(|tier| tier.id()).collect();
        json!({ "id": id, "name": name, "sentence": sentence, "design": design(preset), "budget": budget,
                "buys_approaches": buys_approaches, "tiers": tiers, "approaches": approaches })
    };
    PRESETS.iter().map(one).collect()
}

/// The kinds of event as JSON.
pub fn events() -> Value {
    EventKind::ALL.iter().map(|(kind, id, sentence)| json!({ "id": id, "sentence": sentence, "can_end": kind.can_end() })).collect()
}

/// The patterns with their bands as JSON.
pub fn patterns() -> Value {
    let one = |pattern: &crate::analysis::patterns::Pattern| {
        let measures: Vec<Value> = pattern
            .measures
            .iter()
            .map(|m| json!({ "name": m.name, "unit": m.unit, "low": m.low, "high": m.high }))
            .collect();
        json!({ "id": pattern.id.to_string(), "name": pattern.name, "how": pattern.how, "measures": measures, "sources": pattern.sources })
    };
    PATTERNS.iter().map(one).collect()
}

/// The fields that an experiment has because of its question; the others belong to every question.
fn own_fields(question: &str) -> impl Iterator<Item = &'static Field> {
    FIELDS
        .iter()
        .filter(move |field| field.of.contains(&question))
}

fn field(field: &Field) -> Value {
    json!({ "name": field.name, "takes": field.takes, "default": field.default, "sentence": field.sentence })
}

/// The questions of experiment files, each with all fields that it takes, as JSON.
pub fn experiments() -> Value {
    let one = |(id, sentence): &(&str, &str)| {
        let common = FIELDS.iter().filter(|field| field.of.is_empty());
        let fields: Vec<Value> = common.chain(own_fields(id)).map(field).collect();
        json!({ "id": id, "sentence": sentence, "fields": fields })
    };
    Kind::ALL.iter().map(one).collect()
}
