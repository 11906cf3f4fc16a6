//! What is bundled: scenarios, places, the catalogue of approaches and the evidence register, by
//! id. Text compiled in; no file is read.

use super::approaches::{self, Approach};
use super::sources::{self, Source};
use super::validate::Problem;

/// Bundled scenarios: id and text, the default first.
const SCENARIOS: [(&str, &str); 6] = [
    (
        "trafford",
        include_str!("../../static/scenarios/trafford.toml"),
    ),
    ("wigan", include_str!("../../static/scenarios/wigan.toml")),
    (
        "manchester",
        include_str!("../../static/scenarios/manchester.toml"),
    ),
    (
        "adverse",
        include_str!("../../static/scenarios/adverse.toml"),
    ),
    (
        "no-money",
        include_str!("../../static/scenarios/no-money.toml"),
    ),
    ("hour", include_str!("../../static/scenarios/hour.toml")),
];

/// Every bundled scenario: id and text, the default first.
pub fn scenarios() -> &'static [(&'static str, &'static str)] {
    &SCENARIOS
}

/// The text of a bundled scenario.
pub fn scenario(id: &str) -> Option<&'static str> {
    SCENARIOS
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// What a scenario file says of itself at its head, in one sentence: the first of its leading
/// remarks.
pub fn description(text: &str) -> String {
    let remarks = text
        .lines()
        .map_while(|line| line.strip_prefix('#'))
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ");
    match remarks.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => remarks,
    }
}

/// The text of the bundled catalogue of approaches.
pub const APPROACHES: &str = include_str!("../../static/approaches.toml");

/// The bundled catalogue of approaches: what money can buy.
///
/// Errors: the catalogue's problems; a test keeps the bundled one free of them.
pub fn approaches() -> Result<Vec<Approach>, Vec<Problem>> {
    approaches::parse(APPROACHES)
}

/// The text of the bundled evidence register.
pub const SOURCES: &str = include_str!("../../static/sources.toml");

/// The bundled evidence register, area by area.
///
/// Errors: the register's problems; a test keeps the bundled one free of them.
pub fn sources() -> Result<Vec<Source>, Vec<Problem>> {
    sources::parse(SOURCES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::validate::parse;

    #[test]
    fn every_bundled_scenario_is_valid() {
        for (id, text) in scenarios() {
            let scenario = parse(text).unwrap_or_else(|problems| panic!("{id}: {problems:#?}"));
            assert_eq!(
                scenario
                    .arms
                    .iter()
                    .map(|a| a.id.as_str())
                    .collect::<Vec<_>>(),
                ["business-as-usual", "pilots", "whole-area"],
                "{id}"
            );
        }
        assert_eq!(scenario("atlantis"), None);
    }

    #[test]
    fn the_default_is_what_the_documents_say() {
        let default = parse(scenarios()[0].1).unwrap();
        assert_eq!(
            (
                default.place.as_str(),
                default.people,
                default.years,
                default.replicates
            ),
            ("trafford", 5_000, 10, 64)
        );
        assert_eq!(default.seed, 20_211_121);
        assert_eq!(
            (
                default.money.pounds_per_head_year,
                default.money.first_year,
                default.money.last_year
            ),
            (40.0, 1, 10)
        );
        let investment = default.investment_by_year(default.people);
        assert!(
            investment.iter().all(|pence| pence.0 == 20_000_000),
            "£200,000 every year"
        );
    }

    #[test]
    fn the_adverse_scenario_is_the_default_with_other_assumptions_inside_their_ranges() {
        let (default, adverse) = (
            parse(scenarios()[0].1).unwrap(),
            parse(scenario("adverse").unwrap()).unwrap(),
        );
        assert_eq!(
            (&adverse.place, adverse.money, &adverse.arms),
            (&default.place, default.money, &default.arms)
        );
        assert!(adverse.parameters.changes().len() >= 15);
    }

    #[test]
    fn every_bundled_scenario_says_in_one_sentence_what_it_is() {
        let sentences: Vec<String> = scenarios()
            .iter()
            .map(|(_, text)| description(text))
            .collect();
        for (k, sentence) in sentences.iter().enumerate() {
            assert!(
                sentence.len() > 40 && sentence.ends_with('.') && !sentence.contains('#'),
                "{sentence}"
            );
            assert!(!sentences[..k].contains(sentence), "{sentence}");
        }
        assert_eq!(description("# One.\n# Two.\nformat = 1\n# Later."), "One.");
        assert_eq!(description("format = 1"), "");
    }

    #[test]
    fn the_money_of_the_hour_ends_before_its_last_year_and_all_else_is_the_default() {
        let (default, hour) = (
            parse(scenarios()[0].1).unwrap(),
            parse(scenario("hour").unwrap()).unwrap(),
        );
        assert!(
            hour.money.last_year < hour.years,
            "without a year after there is nothing to see"
        );
        let mut longer = Scenario {
            name: default.name.clone(),
            ..hour
        };
        longer.money.last_year = default.money.last_year;
        assert_eq!(longer, default);
    }

    #[test]
    fn no_money_means_none() {
        let scenario = parse(scenario("no-money").unwrap()).unwrap();
        assert!(
            scenario
                .investment_by_year(5_000)
                .iter()
                .all(|pence| pence.0 == 0)
        );
    }
}
