//! What stands beside the headline of the bundled default, and in its section Why: how much of it is luck, in what share of
//! plausible worlds it holds, which layer of evidence carries it, what levels, dimensions and couplings bring to it.
//!
//! Hundreds of worlds take minutes, so the answers are made beforehand (`kith ask findings`) and bundled. They say which
//! question they are about, and with which results of the model they were made; a test holds that both are still so.

use crate::ensemble::summary::{Difference, of_runs};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, position, year_read};
use crate::scenario::parameters::Grade;
use crate::scenario::{Scenario, validate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use super::digest::{Interval, Layer, Layered, Shares};
use super::digest::{Published, Split, SwitchedOff, Together};

/// Answers made beforehand about one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The scenario's name.
    pub name: String,
    /// Which question they are about: see [`question`].
    pub question: String,
    /// The small golden fingerprint of the model that gave them.
    pub model: String,
    /// The arm that is subtracted.
    pub reference: String,
    /// The arm that differences are counted for.
    pub alternative: String,
    /// Adults doing well at the end, alternative less reference, under the defaults.
    pub difference: Interval,
    /// Replicates behind that.
    pub replicates: u32,
    /// Replicates in which the alternative did better, by however little.
    pub alternative_better: u32,
    /// The seed of the luck behind it.
    pub seed: u64,
    /// What the page opens with: every outcome that comes first at the end, alternative less reference, one a run, by its id in the
    /// catalogue. There are more runs than stand behind the layers, which are worked out from the first of them.
    pub outcomes: BTreeMap<String, Vec<f64>>,
    /// The whole space of assumptions.
    pub robustness: Shares,
    /// The same difference layer by layer of evidence, the best evidenced alone first.
    pub layers: Vec<Layer>,
    /// The layer with the largest step.
    pub carried_by: Grade,
    /// People in the worlds behind the difference and its layers.
    pub people: u32,
    /// People in the worlds behind everything else.
    pub asked_people: u32,
    /// What levels add, alone and together.
    pub levels: Together,
    /// What dimensions bring to the difference.
    pub dimensions: Split,
    /// What couplings bring to it.
    pub couplings: Split,
    /// What goes with each coupling, in the order of `Couplings::INFO`.
    pub without: Vec<SwitchedOff>,
    /// What the pilots would publish, and what was true.
    pub evaluation: Published,
}

/// A name for what is asked, whatever the size of the place, the number of re-runs and the luck.
pub fn question(scenario: &Scenario) -> String {
    let mut asked = scenario.clone();
    (asked.people, asked.replicates, asked.seed) = (0, 0, 0);
    asked.name.clear();
    validate::hash(&asked)
}

/// The bundled findings, or nothing where they cannot be read; a test holds that they can.
pub fn bundled() -> Option<Findings> {
    serde_json::from_str(include_str!("../../static/findings.json")).ok()
}

impl Findings {
    /// Whether they are about this scenario, of whatever size and luck.
    pub fn are_about(&self, scenario: &Scenario) -> bool {
        self.question == question(scenario)
    }

    /// What is known of this very scenario, however many runs it asks for; nothing for other people or other luck.
    pub fn answer(&self, scenario: &Scenario) -> Option<Known> {
        let same = scenario.people == self.people
            && scenario.seed == self.seed
            && self.are_about(scenario);
        same.then(|| Known::of(&self.outcomes, scenario))
    }

    /// Adults doing well, one paired difference a run.
    pub fn runs(&self) -> &[f64] {
        let runs = self.outcomes.get(CATALOGUE[DOING_WELL].id);
        runs.map_or(&[], Vec::as_slice)
    }

    /// The layers as an answer of their own.
    pub fn layered(&self) -> Layered {
        Layered {
            replicates: self.replicates,
            layers: self.layers.clone(),
            carried_by: self.carried_by,
        }
    }

    /// The share of worlds in which an arm does better, or of ties. Range: 0–1.
    pub fn wins(&self, arm: &str) -> f64 {
        self.robustness.wins(arm)
    }
}

/// The differences of a scenario's outcomes that are known before anything is run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known(Vec<Option<Difference>>);

impl Known {
    /// From one paired difference a run, by the outcome's id.
    fn of(runs: &BTreeMap<String, Vec<f64>>, scenario: &Scenario) -> Self {
        let mut known = vec![None; CATALOGUE.len()];
        for (id, runs) in runs {
            if let Some(indicator) = position(id) {
                let year = year_read(indicator, scenario) as usize;
                known[indicator] = Some(of_runs(runs.clone(), year, indicator));
            }
        }
        Self(known)
    }

    /// An outcome's difference, where it is known.
    pub fn get(&self, indicator: usize) -> Option<&Difference> {
        self.0.get(indicator)?.as_ref()
    }

    /// What is known where it is one outcome alone.
    #[cfg(test)]
    pub fn only(difference: Difference, indicator: usize) -> Self {
        let mut known = vec![None; CATALOGUE.len()];
        known[indicator] = Some(difference);
        Self(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::HEADLINE;
    use crate::scenario::bundled;

    fn scenario(id: &str) -> Scenario {
        validate::parse(bundled::scenario(id).unwrap()).unwrap()
    }

    #[test]
    fn the_bundled_findings_are_about_the_default() {
        let findings = super::bundled().unwrap();
        assert!(
            findings.are_about(&scenario("trafford")),
            "made for another question: run `kith ask findings` again"
        );
        assert!(!findings.are_about(&scenario("wigan")));
    }

    #[test]
    fn size_and_luck_make_no_other_question_and_assumptions_do() {
        let asked = scenario("trafford");
        let larger = Scenario {
            people: 9_000,
            replicates: 3,
            seed: 1,
            ..asked.clone()
        };
        assert_eq!(question(&asked), question(&larger));
        let mut other = asked.clone();
        other.parameters.ties.formation += 0.1;
        assert_ne!(question(&asked), question(&other));
    }

    #[test]
    fn the_answer_is_that_of_the_default_and_of_no_other_people_or_luck() {
        let (findings, asked) = (super::bundled().unwrap(), scenario("trafford"));
        let known = findings.answer(&asked).unwrap();
        assert!(HEADLINE.iter().all(|outcome| known.get(*outcome).is_some()));
        let answer = known.get(DOING_WELL).unwrap();
        assert_eq!((answer.replicates, answer.year), (64, 10));
        assert!(answer.replicates >= crate::analysis::verdict::FEWEST);
        assert!(
            findings
                .answer(&Scenario {
                    replicates: 4,
                    ..asked.clone()
                })
                .is_some()
        );
        for other in [
            Scenario {
                people: 4_000,
                ..asked.clone()
            },
            Scenario {
                seed: 1,
                ..asked.clone()
            },
            Scenario { years: 9, ..asked },
        ] {
            assert!(findings.answer(&other).is_none());
        }
        // The layers were worked out from the first of the same runs.
        let first = of_runs(
            findings.runs()[..findings.replicates as usize].to_vec(),
            10,
            DOING_WELL,
        );
        assert_eq!(
            (first.mean(), first.alternative_better),
            (findings.difference.mean, findings.alternative_better)
        );
    }

    #[test]
    fn shares_of_worlds_add_up() {
        let findings = super::bundled().unwrap();
        assert!((findings.robustness.wins.values().sum::<f64>() - 1.0).abs() < 1e-9);
        assert_eq!(findings.layers.len(), 4);
        assert_eq!(findings.wins("nobody"), 0.0);
    }

    #[test]
    fn what_is_shared_out_comes_to_the_whole_and_every_coupling_is_there() {
        let findings = super::bundled().unwrap();
        for split in [&findings.dimensions, &findings.couplings] {
            let sum: f64 = split.parts.iter().map(|(_, part)| part.mean).sum();
            // Each number is kept to four digits after the point.
            assert!((sum - split.difference.mean).abs() < 1e-3, "{sum}");
        }
        let couplings = crate::scenario::parameters::Couplings::INFO;
        assert_eq!(findings.without.len(), couplings.len());
        assert!(
            couplings
                .iter()
                .all(|info| findings.couplings.part(&info.id()).is_some())
        );
        assert_eq!(
            (findings.levels.levels.len(), findings.levels.pairs.len()),
            (5, 10)
        );
        assert!(!findings.evaluation.approaches.is_empty());
    }
}
