//! A scenario as a readable file: only what differs from presets and defaults, and it reads back to
//! an equal scenario.

use crate::scenario::own;
use crate::scenario::parameters::beyond::FIELD;
use crate::scenario::strategy::{DIMENSIONS, Decision, preset};
use crate::scenario::{Arm, Event, EventKind, Scenario};
use std::fmt::Write as _;

/// The scenario as TOML that [`super::parse`] reads back to an equal one, with the profile of the
/// place that it carries.
///
/// What money can buy is not written: a file always means the bundled catalogue.
pub fn write(scenario: &Scenario) -> String {
    write_alone(scenario) + &scenario.own_place().map_or_else(String::new, own::lines)
}

/// The same without the profile, for whoever keeps that beside it.
pub fn write_alone(scenario: &Scenario) -> String {
    let mut text = format!(
        "format = {}\nname = {}\nplace = {}\n",
        super::FORMAT,
        quoted(&scenario.name),
        quoted(&scenario.place)
    );
    let Scenario {
        people,
        years,
        replicates,
        seed,
        spin_up_months,
        money,
        ..
    } = scenario;
    // Writing to a String cannot fail, so the results of these lines carry nothing.
    let _ = writeln!(
        text,
        "people = {people}\nyears = {years}\nreplicates = {replicates}\nseed = \
         {seed}\nspin_up_months = {spin_up_months}"
    );
    if !scenario.parameters.beyond().is_empty() {
        let _ = writeln!(text, "{FIELD} = true");
    }
    let _ = writeln!(
        text,
        "\n[money]\npounds_per_head_year = {:?}\nfirst_year = {}\nlast_year = {}",
        money.pounds_per_head_year, money.first_year, money.last_year
    );
    for arm in &scenario.arms {
        write_arm(&mut text, arm);
    }
    let changes = scenario.parameters.changes();
    if !changes.is_empty() {
        text.push_str("\n[parameters]\n");
        for (id, value) in changes {
            let _ = writeln!(text, "\"{id}\" = {value:?}");
        }
    }
    for event in &scenario.events {
        write_event(&mut text, *event);
    }
    text
}

fn write_arm(text: &mut String, arm: &Arm) {
    let _ = writeln!(text, "\n[[arms]]\nid = {}", quoted(&arm.id));
    let start = preset(&arm.preset);
    if start.is_none_or(|p| p.name != arm.name) {
        let _ = writeln!(text, "name = {}", quoted(&arm.name));
    }
    let _ = writeln!(text, "preset = {}", quoted(&arm.preset));
    if !arm.approaches.is_empty() {
        let names: Vec<String> = arm.approaches.iter().map(|a| quoted(a)).collect();
        let _ = writeln!(text, "approaches = [{}]", names.join(", "));
    }
    if start.is_none_or(|p| p.budget != arm.budget) {
        let _ = writeln!(text, "budget = {:?}", arm.budget);
    }
    let differs = |id: &str| start.is_none_or(|p| p.design.get(id) != arm.design.get(id));
    let mut lines = String::new();
    if start.is_none_or(|p| p.design.levels != arm.design.levels) {
        let _ = writeln!(lines, "levels = {:?}", arm.design.levels);
    }
    for dimension in DIMENSIONS
        .iter()
        .filter(|d| d.id != "levels" && differs(d.id))
    {
        if let Some(value) = arm.design.get(dimension.id) {
            let _ = writeln!(lines, "{} = {value:?}", dimension.id);
        }
    }
    if !lines.is_empty() {
        let _ = write!(text, "\n[arms.design]\n{lines}");
    }
    for decision in &arm.decisions {
        write_decision(text, decision);
    }
}

fn write_decision(text: &mut String, decision: &Decision) {
    let _ = writeln!(text, "\n[[arms.decisions]]\n{}", time(decision.month));
    if let Some(levels) = decision.levels {
        let _ = writeln!(text, "levels = {levels:?}");
    }
    for (id, value) in &decision.dimensions {
        let _ = writeln!(text, "{id} = {value:?}");
    }
}

/// A month as files say it: the year where it is the first of one.
fn time(month: u32) -> String {
    if month.is_multiple_of(12) {
        format!("year = {}", month / 12 + 1)
    } else {
        format!("month = {month}")
    }
}

fn write_event(text: &mut String, event: Event) {
    let kind = EventKind::ALL
        .iter()
        .find(|(kind, _, _)| *kind == event.kind)
        .map_or("", |(_, id, _)| id);
    let _ = writeln!(
        text,
        "\n[[events]]\n{}\nkind = \"{kind}\"\nsize = {:?}",
        time(event.month),
        event.size
    );
    if let Some(service) = event.service {
        let _ = writeln!(text, "service = \"{}\"", service.id());
    }
    if let Some(months) = event.months {
        let _ = writeln!(text, "months = {months}");
    }
}

/// A text in quotation marks, as TOML wants it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
