//! Where a result came from: enough to make it again, and what it is not.

use crate::scenario::parameters::beyond::mark;
use crate::scenario::{Scenario, validate};
use serde::Serialize;

/// The sentence that goes with every result.
pub const CAVEAT: &str =
    "A model, not a forecast: it shows what follows from its assumptions, for invented people.";

/// The build: the version and a digest of the sources (`build/main.rs`). The same for the page and the command line made from the same sources, on
/// every machine; it is in no fingerprint.
pub const BUILD: &str = env!("KITH_BUILD");

/// What goes with every exported file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Manifest {
    /// What made it.
    pub program: &'static str,
    /// The version that made it.
    pub version: &'static str,
    /// The build that made it: version and digest of the sources.
    pub build: &'static str,
    /// The scenario's name.
    pub name: String,
    /// The scenario's hash, 16 hexadecimal digits.
    pub scenario: String,
    /// The seed of all luck.
    pub seed: u64,
    /// How many replicates are in it.
    pub replicates: u32,
    /// The digest of all indicator tables, where the file holds an ensemble.
    pub fingerprint: Option<String>,
    /// What it is not.
    pub caveat: &'static str,
    /// What is outside its registered range, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond_range: Option<String>,
    /// The scenario itself, as a file that can be run again.
    pub file: String,
}

impl Manifest {
    /// The manifest of results of a scenario.
    pub fn new(scenario: &Scenario, replicates: u32, fingerprint: Option<String>) -> Self {
        Self {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            build: BUILD,
            name: scenario.name.clone(),
            scenario: validate::hash(scenario),
            seed: scenario.seed,
            replicates,
            fingerprint,
            caveat: CAVEAT,
            beyond_range: mark(&scenario.parameters.beyond()),
            file: validate::write(scenario),
        }
    }

    /// The manifest as JSON, ending in a line break.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;

    #[test]
    fn the_file_inside_makes_the_same_scenario_again() {
        let scenario = validate::parse(bundled::scenarios()[0].1).unwrap();
        let manifest = Manifest::new(&scenario, 3, None);
        assert_eq!(
            validate::hash(&validate::parse(&manifest.file).unwrap()),
            manifest.scenario
        );
        let json: serde_json::Value = serde_json::from_str(&manifest.to_json().unwrap()).unwrap();
        assert_eq!(json["seed"], 20_211_121);
        assert_eq!(json["build"], BUILD);
        let digest = BUILD
            .strip_prefix(concat!(env!("CARGO_PKG_VERSION"), "-"))
            .unwrap();
        assert!(
            digest.len() == 16 && digest.chars().all(|c| c.is_ascii_hexdigit()),
            "{BUILD}"
        );
        assert!(json["caveat"].as_str().unwrap().contains("not a forecast"));
        assert_eq!(json.get("beyond_range"), None);
    }

    #[test]
    fn what_is_outside_its_range_is_marked_and_comes_back_from_the_file_inside() {
        let mut scenario = validate::parse(bundled::scenarios()[0].1).unwrap();
        scenario.parameters.control.power = 3.0;
        let manifest = Manifest::new(&scenario, 3, None);
        assert_eq!(
            manifest.beyond_range.as_deref(),
            Some("outside its registered range: control.power = 3 (0–0.15)")
        );
        assert_eq!(
            validate::hash(&validate::parse(&manifest.file).unwrap()),
            manifest.scenario
        );
    }
}
