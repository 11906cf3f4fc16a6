//! A strategy in words, and in what two of them differ: the dimensions' own words, computed from the designs.

use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::numeric::apportion;
use crate::scenario::strategy::{DIMENSIONS, Design, Dimension, Level, preset};
use crate::scenario::{Arm, Scenario};

/// A value of a dimension with its unit: per cent, or years and months.
pub fn value_words(dimension: &Dimension, value: f32) -> String {
    if dimension.unit != "months" {
        return format!("{}%", plain(f64::from(value) * 100.0, 0));
    }
    let months = f64::from(value).round() as u32;
    let years = if months / 12 == 1 {
        "1 year".to_owned()
    } else {
        format!("{} years", months / 12)
    };
    match (months / 12, months % 12) {
        (0, rest) => format!("{rest} months"),
        (_, 0) => years,
        (_, rest) => format!("{years} and {rest} months"),
    }
}

/// Where a value stands between the two ends of its dimension, in their words.
pub fn end_words(dimension: &Dimension, value: f32) -> String {
    let place = (value - dimension.low) / (dimension.high - dimension.low);
    let (low, high) = (dimension.low_end, dimension.high_end);
    if place <= 0.15 {
        low.to_owned()
    } else if place >= 0.85 {
        high.to_owned()
    } else if place < 0.4 {
        format!("nearer to “{low}” than to “{high}”")
    } else if place <= 0.6 {
        format!("half-way between “{low}” and “{high}”")
    } else {
        format!("nearer to “{high}” than to “{low}”")
    }
}

/// What an arm is: a few sentences.
pub fn paragraph(arm: &Arm, catalogue: usize) -> String {
    let mut sentences = vec![spends(arm)];
    if preset(&arm.preset).is_some_and(|preset| !preset.buys_approaches) {
        sentences.push(
            "It buys more of today's services as they are, and no new approaches.".to_owned(),
        );
        return sentences.join(" ");
    }
    let design = &arm.design;
    sentences.push(levels(design));
    let find = |id: &str| DIMENSIONS.iter().find(|d| d.id == id);
    if let (Some(area), Some(horizon)) = (find("area"), find("horizon_months")) {
        sentences.push(format!(
            "It works in {} of neighbourhoods, with funding promised for {} at a time.",
            value_words(area, design.area),
            value_words(horizon, design.horizon_months)
        ));
    }
    for (id, what) in [
        ("growth", "How it opens"),
        ("adaptation", "What is done"),
        ("power", "Power"),
        ("core_shift", "Avoided crisis cost put back"),
    ] {
        if let (Some(dimension), Some(value)) = (find(id), design.get(id)) {
            sentences.push(format!("{what}: {}.", end_words(dimension, value)));
        }
    }
    if !arm.approaches.is_empty() {
        sentences.push(format!(
            "It may buy {} of {catalogue} approaches.",
            arm.approaches.len()
        ));
    }
    match arm.decisions.len() {
        0 => {}
        1 => sentences.push("It changes course once.".to_owned()),
        n => sentences.push(format!("It changes course {n} times.")),
    }
    sentences.join(" ")
}

fn spends(arm: &Arm) -> String {
    let share = plain(arm.budget.abs() * 100.0, 0);
    if arm.budget < 0.0 {
        format!("It takes {share}% of the money out of today's services.")
    } else if arm.budget == 1.0 {
        "It spends all of the new money.".to_owned()
    } else {
        format!("It spends {share}% of the new money.")
    }
}

/// The levels that money reaches, with their shares where those are not alike.
fn levels(design: &Design) -> String {
    let funded: Vec<Level> = Level::ALL
        .into_iter()
        .filter(|level| design.levels[*level as usize] > 0.0)
        .collect();
    let weights: Vec<f64> = funded
        .iter()
        .map(|level| f64::from(design.levels[*level as usize]))
        .collect();
    if let [only] = funded[..] {
        return format!("All of it goes to one level, {}.", only.id());
    }
    if weights.windows(2).all(|pair| pair[0] == pair[1]) {
        let names: Vec<String> = funded.iter().map(|level| level.id().to_owned()).collect();
        return format!("The money goes to {} alike.", and(&names));
    }
    let names: Vec<String> = funded
        .iter()
        .zip(apportion(100, &weights))
        .map(|(level, share)| format!("{} ({share}%)", level.id()))
        .collect();
    format!("The money goes to {}.", and(&names))
}

/// In what two arms differ, from design to money, in one sentence.
pub fn differences(reference: &Arm, alternative: &Arm, scenario: &Scenario) -> String {
    let mut parts: Vec<String> = Vec::new();
    if reference.design.levels != alternative.design.levels {
        let only = |a: &Arm, b: &Arm| -> Vec<String> {
            let here = |arm: &Arm, level: Level| arm.design.levels[level as usize] > 0.0;
            Level::ALL
                .into_iter()
                .filter(|l| here(a, *l) && !here(b, *l))
                .map(|l| l.id().to_owned())
                .collect()
        };
        let mut own: Vec<String> = Vec::new();
        for (names, arm) in [
            (only(reference, alternative), reference),
            (only(alternative, reference), alternative),
        ] {
            if !names.is_empty() {
                own.push(format!(
                    "{} only with {}",
                    and(&names),
                    lower_first(&arm.name)
                ));
            }
        }
        parts.push(if own.is_empty() {
            "levels (other weights)".to_owned()
        } else {
            format!("levels ({})", own.join("; "))
        });
    }
    for dimension in DIMENSIONS.iter().filter(|d| d.id != "levels") {
        if let (Some(a), Some(b)) = (
            reference.design.get(dimension.id),
            alternative.design.get(dimension.id),
        ) && a != b
        {
            parts.push(format!(
                "{} ({} or {})",
                lower_first(dimension.name),
                value_words(dimension, a),
                value_words(dimension, b)
            ));
        }
    }
    let bought = |arm: &Arm| {
        scenario
            .approaches
            .iter()
            .filter(|a| arm.may_buy(a))
            .map(|a| a.id.as_str())
            .collect::<Vec<_>>()
    };
    let (own, other) = (bought(reference), bought(alternative));
    if own != other {
        parts.push(format!(
            "what they may buy ({} or {} approaches)",
            own.len(),
            other.len()
        ));
    }
    if reference.decisions != alternative.decisions {
        parts.push("what they decide on the way".to_owned());
    }
    if reference.budget != alternative.budget {
        parts.push(format!(
            "money ({}% or {}%)",
            plain(reference.budget * 100.0, 0),
            plain(alternative.budget * 100.0, 0)
        ));
    }
    match parts.len() {
        0 => "The two strategies are the same, so the worlds are the same.".to_owned(),
        _ => format!("They differ in {}.", and(&parts)),
    }
}

fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::scenario::strategy::PRESETS;

    fn dimension(id: &str) -> &'static Dimension {
        DIMENSIONS.iter().find(|d| d.id == id).unwrap()
    }

    #[test]
    fn values_and_ends_are_in_the_words_of_their_dimension() {
        let horizon = dimension("horizon_months");
        assert_eq!(
            [6.0, 12.0, 24.0, 30.0].map(|m| value_words(horizon, m)),
            ["6 months", "1 year", "2 years", "2 years and 6 months"]
        );
        let power = dimension("power");
        assert_eq!(end_words(power, 0.0), "held, consulted");
        assert_eq!(end_words(power, 1.0), "shared, co-produced");
        assert_eq!(
            end_words(power, 0.7),
            "nearer to “shared, co-produced” than to “held, consulted”"
        );
        assert!(end_words(power, 0.5).starts_with("half-way"));
    }

    #[test]
    fn a_strategy_is_told_by_what_it_does() {
        let scenario = samples::scenario();
        let pilots = paragraph(&scenario.arms[1], 34);
        assert!(
            pilots.contains("It spends all of the new money. The money goes to people, families, communities and services alike."),
            "{pilots}"
        );
        assert!(pilots.contains("25% of neighbourhoods, with funding promised for 2 years at a time. How it opens: at full size at once."));
        assert!(paragraph(&scenario.arms[0], 34).ends_with("and no new approaches."));
        let mut arm = scenario.arms[2].clone();
        (arm.budget, arm.approaches) = (-0.5, vec!["timebanking".into()]);
        arm.design.levels = [0.5, 0.0, 1.0, 0.5, 1.0];
        let words = paragraph(&arm, 34);
        assert!(words.starts_with("It takes 50% of the money out of today's services."));
        assert!(
            words.contains("people (17%), communities (33%), services (17%) and government (33%)"),
            "{words}"
        );
        assert!(words.ends_with("It may buy 1 of 34 approaches."));
    }

    #[test]
    fn differences_name_what_differs_and_nothing_else() {
        let scenario = samples::scenario();
        let said = differences(&scenario.arms[1], &scenario.arms[2], &scenario);
        assert!(
            said.starts_with(
                "They differ in levels (government only with whole-area investment), area (25% or 100%), horizon (2 years or 10 years)"
            ),
            "{said}"
        );
        assert!(said.ends_with("and core shift (0% or 50%)."), "{said}");
        let same = differences(&scenario.arms[1], &scenario.arms[1], &scenario);
        assert_eq!(
            same,
            "The two strategies are the same, so the worlds are the same."
        );
        let mut poorer = scenario.arms[1].clone();
        poorer.budget = 0.5;
        assert_eq!(
            differences(&scenario.arms[1], &poorer, &scenario),
            "They differ in money (100% or 50%)."
        );
        assert_eq!(
            PRESETS[1].id, "siloed-pilots",
            "the sample's first strategy"
        );
    }
}
