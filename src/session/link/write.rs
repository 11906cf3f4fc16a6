//! What of a scenario differs from a bundled one, as pairs that people can read.

use super::form::{BEYOND, escape};
use crate::scenario::strategy::{DIMENSIONS, Decision, preset};
use crate::scenario::{Arm, Event, EventKind, Scenario};
use crate::session::edit::Edit;
use crate::session::edit::apply;

/// Key and value, escaped where need be.
pub type Pair = (String, String);

/// Everything that differs. Arms that are not those of the bundled scenario cannot be said this way; whoever calls reads
/// back what is written and sees.
pub fn differences(base: &Scenario, scenario: &Scenario) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut reference = base.clone();
    let mut put = |key: &str, differs: bool, value: String| {
        if differs {
            pairs.push((key.to_owned(), value));
        }
    };
    put("name", scenario.name != base.name, escape(&scenario.name));
    put(
        "place",
        scenario.place != base.place,
        scenario.place.clone(),
    );
    put(
        "people",
        scenario.people != base.people,
        scenario.people.to_string(),
    );
    put(
        "years",
        scenario.years != base.years,
        scenario.years.to_string(),
    );
    put(
        "replicates",
        scenario.replicates != base.replicates,
        scenario.replicates.to_string(),
    );
    put(
        "seed",
        scenario.seed != base.seed,
        scenario.seed.to_string(),
    );
    put(
        "spin-up",
        scenario.spin_up_months != base.spin_up_months,
        scenario.spin_up_months.to_string(),
    );
    // More or fewer years move what ends with them, here as when the link is read.
    apply(&mut reference, &Edit::Years(scenario.years));
    let (money, before) = (&scenario.money, &reference.money);
    put(
        "money",
        money.pounds_per_head_year != before.pounds_per_head_year,
        money.pounds_per_head_year.to_string(),
    );
    let moved = (money.first_year, money.last_year) != (before.first_year, before.last_year);
    put(
        "funded",
        moved,
        format!("{}-{}", money.first_year, money.last_year),
    );
    put(
        "events",
        scenario.events != reference.events,
        events(&scenario.events),
    );
    for (original, arm) in reference.arms.iter().zip(&scenario.arms) {
        self::arm(original, arm, &mut pairs);
    }
    let (before, after) = (base.parameters.changes(), scenario.parameters.changes());
    let beyond = scenario.parameters.beyond();
    for (id, value) in &after {
        if before.get(id) != Some(value) {
            let key = if beyond.iter().any(|other| other.id == *id) {
                BEYOND
            } else {
                "set"
            };
            pairs.push((format!("{key}.{id}"), value.to_string()));
        }
    }
    for id in before.keys().filter(|id| !after.contains_key(*id)) {
        pairs.push((
            format!("set.{id}"),
            scenario.parameters.get(id).unwrap_or_default().to_string(),
        ));
    }
    pairs
}

/// What an arm becomes by another preset: its name, design and budget; its own approaches and decisions stay.
pub fn set_preset(arm: &mut Arm, id: &str) -> bool {
    let Some(preset) = preset(id) else {
        return false;
    };
    preset.id.clone_into(&mut arm.preset);
    preset.name.clone_into(&mut arm.name);
    arm.design = preset.design;
    arm.budget = preset.budget;
    true
}

fn arm(original: &Arm, arm: &Arm, pairs: &mut Vec<Pair>) {
    let mut reference = original.clone();
    let mut put = |field: &str, value: String| pairs.push((format!("{}.{field}", arm.id), value));
    if arm.preset != original.preset {
        put("preset", arm.preset.clone());
        set_preset(&mut reference, &arm.preset);
    }
    if arm.name != reference.name {
        put("name", escape(&arm.name));
    }
    if arm.budget != reference.budget {
        put("budget", arm.budget.to_string());
    }
    if arm.approaches != reference.approaches {
        put("buys", arm.approaches.join(","));
    }
    if arm.design.levels != reference.design.levels {
        put("levels", weights(&arm.design.levels));
    }
    for dimension in DIMENSIONS.iter().filter(|d| d.id != "levels") {
        let (value, before) = (
            arm.design.get(dimension.id),
            reference.design.get(dimension.id),
        );
        if let Some(value) = value.filter(|_| value != before) {
            put(dimension.id, value.to_string());
        }
    }
    if arm.decisions != reference.decisions {
        let all: Vec<String> = arm.decisions.iter().map(decision).collect();
        put("decisions", all.join(";"));
    }
}

fn weights(levels: &[f32; 5]) -> String {
    levels.map(|weight| weight.to_string()).join(",")
}

/// `24:levels:1,0,0,0,1:power:0.8`
fn decision(decision: &Decision) -> String {
    let mut text = decision.month.to_string();
    if let Some(levels) = &decision.levels {
        text.push_str(":levels:");
        text.push_str(&weights(levels));
    }
    for (id, value) in &decision.dimensions {
        text.push(':');
        text.push_str(id);
        text.push(':');
        text.push_str(&value.to_string());
    }
    text
}

/// `cut@24:0.1;closure@30:0.5:hospice:12;pandemic@5:0.4::18`
fn events(events: &[Event]) -> String {
    let one = |event: &Event| {
        let kind = EventKind::ALL
            .iter()
            .find(|(kind, _, _)| *kind == event.kind)
            .map_or("", |(_, id, _)| id);
        let mut text = format!("{kind}@{}:{}", event.month, event.size);
        if event.service.is_some() || event.months.is_some() {
            text.push(':');
            text.push_str(event.service.map_or("", |service| service.id()));
        }
        if let Some(months) = event.months {
            text.push(':');
            text.push_str(&months.to_string());
        }
        text
    };
    events.iter().map(one).collect::<Vec<_>>().join(";")
}
