//! What the arms of a scenario are, and where they differ from the presets that the description names.

use super::block::{Block, when};
use crate::scenario::strategy::{DIMENSIONS, Decision, Level, preset};
use crate::scenario::{Arm, Scenario};

/// The money and the arms, as blocks.
pub(super) fn blocks(scenario: &Scenario) -> Vec<Block> {
    let money = &scenario.money;
    let mut blocks = vec![
        Block::Heading("Arms and money".to_owned()),
        Block::Words(format!(
            "{} people in {}, {} years, {} runs. {} pounds a head a year from year {} to year {}, the same in every arm.",
            scenario.people,
            scenario.place,
            scenario.years,
            scenario.replicates,
            money.pounds_per_head_year,
            money.first_year,
            money.last_year
        )),
    ];
    let mut rows = Vec::new();
    for arm in &scenario.arms {
        let before = rows.len();
        differences(arm, &mut rows);
        if rows.len() == before {
            rows.push(row(
                arm,
                "everything",
                "as the preset has it",
                "as the preset has it",
            ));
        }
    }
    blocks.push(Block::Table {
        columns: vec!["arm", "preset", "what differs", "preset has", "here"],
        rows,
    });
    blocks
}

fn row(arm: &Arm, what: &str, before: &str, here: &str) -> Vec<String> {
    [arm.name.as_str(), arm.preset.as_str(), what, before, here]
        .map(str::to_owned)
        .to_vec()
}

fn differences(arm: &Arm, rows: &mut Vec<Vec<String>>) {
    if let Some(start) = preset(&arm.preset) {
        if start.design.levels != arm.design.levels {
            rows.push(row(
                arm,
                "Levels",
                &levels(&start.design.levels),
                &levels(&arm.design.levels),
            ));
        }
        for dimension in DIMENSIONS.iter().filter(|d| d.id != "levels") {
            let (before, here) = (start.design.get(dimension.id), arm.design.get(dimension.id));
            if before != here {
                let shown = |value: Option<f32>| {
                    value.map_or_else(String::new, |value| format!("{value} {}", dimension.unit))
                };
                rows.push(row(arm, dimension.name, &shown(before), &shown(here)));
            }
        }
        if start.budget != arm.budget {
            rows.push(row(
                arm,
                "Budget, share of the investment",
                &start.budget.to_string(),
                &arm.budget.to_string(),
            ));
        }
    }
    if !arm.approaches.is_empty() {
        rows.push(row(
            arm,
            "Approaches it may buy",
            "all that its strategy buys",
            &arm.approaches.join(", "),
        ));
    }
    rows.extend(arm.decisions.iter().map(|decision| {
        row(
            arm,
            &format!("Decision, {}", when(decision.month)),
            "",
            &decided(decision),
        )
    }));
}

/// The weights of levels that have any.
fn levels(weights: &[f32; 5]) -> String {
    let funded = Level::ALL
        .iter()
        .zip(weights)
        .filter(|(_, weight)| **weight > 0.0);
    funded
        .map(|(level, weight)| format!("{} {weight}", level.id()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn decided(decision: &Decision) -> String {
    let changed = decision
        .levels
        .map(|weights| format!("levels: {}", levels(&weights)));
    changed
        .into_iter()
        .chain(
            decision
                .dimensions
                .iter()
                .map(|(id, value)| format!("{id} {value}")),
        )
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    #[test]
    fn an_arm_is_its_preset_until_something_in_it_differs() {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        let rows = |scenario: &Scenario| match blocks(scenario).pop() {
            Some(Block::Table { rows, .. }) => rows,
            other => panic!("{other:?}"),
        };
        let count = rows(&scenario).len();
        assert!(count >= scenario.arms.len());
        scenario.arms[2].design.set("area", 0.125);
        scenario.arms[2].budget = 0.5;
        scenario.arms[2].approaches = vec!["befriending".to_owned()];
        let changed = rows(&scenario);
        let of_it: Vec<&Vec<String>> = changed
            .iter()
            .filter(|row| row[0] == scenario.arms[2].name)
            .collect();
        assert!(
            of_it.iter().any(|row| row[4].starts_with("0.125"))
                && of_it.iter().any(|row| row[4] == "0.5"),
            "{of_it:?}"
        );
        assert!(
            of_it.iter().any(|row| row[4] == "befriending")
                && of_it.iter().all(|row| row[2] != "everything")
        );
    }
}
