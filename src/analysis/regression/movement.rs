//! What moved between two versions' results, and by how much. Knows nothing of how the results were made or kept.

use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Results as two versions of them can be compared: of the regression set, or of one comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The version that made them.
    pub version: String,
    /// Scenario by scenario.
    pub scenarios: Vec<Scenario>,
}

/// The results of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// The scenario's hash: the same where the same was asked.
    pub hash: String,
    /// The digest of all its bits.
    pub fingerprint: String,
    /// Values by arm and indicator.
    pub values: BTreeMap<(String, String), Value>,
    /// Everything else that the file holds of it, by path, as written: courses over the years, intervals, money.
    pub rest: BTreeMap<String, String>,
}

/// One number, and how far re-runs of it lie apart (a standard deviation, in its unit).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Value {
    /// The number.
    pub value: f64,
    /// The spread between re-runs.
    pub spread: f64,
}

impl Results {
    /// A name for all of them: 16 hexadecimal digits over the version and everything that is held of each scenario. Made from the
    /// contents, so that it is another one when a figure is changed and the fingerprint beside it is not.
    pub fn digest(&self) -> String {
        let mut digest = Sha256::new();
        let mut add = |text: &str| {
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text);
        };
        add(&self.version);
        for scenario in &self.scenarios {
            add(&scenario.hash);
            add(&scenario.fingerprint);
            for ((arm, indicator), Value { value, spread }) in &scenario.values {
                add(arm);
                add(indicator);
                // Zero has two signs, which files do not tell apart.
                add(&(value + 0.0).to_string());
                add(&(spread + 0.0).to_string());
            }
            scenario.rest.iter().for_each(|(path, text)| {
                add(path);
                add(text);
            });
        }
        digest
            .finalize()
            .iter()
            .take(8)
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }
}

/// One number that moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Movement {
    /// Position of the scenario.
    pub scenario: usize,
    /// The arm.
    pub arm: String,
    /// The indicator.
    pub indicator: String,
    /// What it was.
    pub old: f64,
    /// What it is.
    pub new: f64,
    /// New less old, in the indicator's unit.
    pub by: f64,
    /// The same in spreads between re-runs; nothing where re-runs do not differ.
    pub spreads: Option<f64>,
}

/// How an indicator moved over all scenarios and arms.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The indicator.
    pub indicator: String,
    /// In how many of the arms compared it moved.
    pub moved: usize,
    /// Arms compared.
    pub of: usize,
    /// The mean movement, those that stood still included, in the indicator's unit: it has a direction where results drift.
    pub mean: f64,
    /// The largest movement, in the indicator's unit, with its sign.
    pub largest: f64,
    /// Root mean square of the movements in spreads between re-runs, those that stood still included: about 1.4 where a
    /// change is as large as another luck. Nothing where re-runs do not differ.
    pub spreads: Option<f64>,
}

/// What differs between two results.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differences {
    /// The versions, old and new.
    pub versions: (String, String),
    /// Scenarios in both.
    pub compared: usize,
    /// Positions of scenarios whose bits differ.
    pub other_bits: Vec<usize>,
    /// Positions of scenarios that ask something else now: the set, a registry or the catalogue changed.
    pub other_question: Vec<usize>,
    /// Positions of scenarios that say other figures under the same fingerprint, with the first place where they do: one of the two was
    /// changed after it was written, or the versions mean different things by it.
    pub other_contents: Vec<(usize, String)>,
    /// What stands in one of the two only: scenarios, arms, indicators.
    pub unpaired: Vec<String>,
    /// Indicators that moved, those that moved most first.
    pub indicators: Vec<Summary>,
    /// Every number that moved, those that moved most first.
    pub movements: Vec<Movement>,
}

impl Differences {
    /// Whether there are none: the same questions with the same bits.
    pub fn none(&self) -> bool {
        let Self {
            other_bits,
            other_question,
            other_contents,
            unpaired,
            movements,
            ..
        } = self;
        other_bits.is_empty()
            && other_question.is_empty()
            && other_contents.is_empty()
            && unpaired.is_empty()
            && movements.is_empty()
    }

    /// What differs between an old and a new result.
    pub fn between(old: &Results, new: &Results) -> Self {
        let pairs = || old.scenarios.iter().zip(&new.scenarios).enumerate();
        let differing = |differs: fn(&Scenario, &Scenario) -> bool| {
            pairs()
                .filter(|(_, (a, b))| differs(a, b))
                .map(|(k, _)| k)
                .collect()
        };
        let mut movements: Vec<Movement> = pairs().flat_map(|(k, (a, b))| moved(k, a, b)).collect();
        movements.sort_by(|a, b| {
            let size = |m: &Movement| m.spreads.map_or(f64::INFINITY, f64::abs);
            size(b).total_cmp(&size(a)).then_with(|| {
                (a.scenario, &a.arm, &a.indicator).cmp(&(b.scenario, &b.arm, &b.indicator))
            })
        });
        Self {
            versions: (old.version.clone(), new.version.clone()),
            compared: pairs().count(),
            other_bits: differing(|a, b| a.fingerprint != b.fingerprint),
            other_question: differing(|a, b| a.hash != b.hash),
            other_contents: pairs()
                .filter_map(|(k, (a, b))| contradiction(a, b).map(|place| (k, place)))
                .collect(),
            unpaired: unpaired(old, new),
            indicators: summaries(old, new, &movements),
            movements,
        }
    }
}

/// The numbers of one scenario that moved.
fn moved(scenario: usize, old: &Scenario, new: &Scenario) -> Vec<Movement> {
    let both = old
        .values
        .iter()
        .filter_map(|(key, a)| new.values.get(key).map(|b| (key, a, b)));
    both.filter(|(_, a, b)| a.value != b.value)
        .map(|((arm, indicator), a, b)| {
            let by = b.value - a.value;
            let spreads = (a.spread > 0.0).then(|| by / a.spread);
            Movement {
                scenario,
                arm: arm.clone(),
                indicator: indicator.clone(),
                old: a.value,
                new: b.value,
                by,
                spreads,
            }
        })
        .collect()
}

/// The first place at which two results that call themselves the same bits say something else. What only one of them holds is no
/// contradiction: a later version may say more.
fn contradiction(a: &Scenario, b: &Scenario) -> Option<String> {
    if a.fingerprint != b.fingerprint {
        return None;
    }
    let figure = a
        .values
        .iter()
        .find(|(key, old)| b.values.get(*key).is_some_and(|new| new.value != old.value));
    let rest = || {
        a.rest
            .iter()
            .find(|(path, old)| b.rest.get(*path).is_some_and(|new| new != *old))
    };
    figure
        .map(|((arm, indicator), _)| format!("{arm} {indicator}"))
        .or_else(|| rest().map(|(path, _)| path.clone()))
}

/// What stands in one of two results only.
fn unpaired(old: &Results, new: &Results) -> Vec<String> {
    let mut words = Vec::new();
    let (before, after) = (old.scenarios.len(), new.scenarios.len());
    if before != after {
        words.push(format!("{before} scenarios in the old, {after} in the new"));
    }
    let mut only = BTreeMap::new();
    for (a, b) in old.scenarios.iter().zip(&new.scenarios) {
        for (these, those, side) in [(a, b, "old"), (b, a, "new")] {
            for (arm, indicator) in these
                .values
                .keys()
                .filter(|key| !those.values.contains_key(*key))
            {
                let arm_is_there = those.values.keys().any(|(other, _)| other == arm);
                let what = if arm_is_there {
                    format!("indicator {indicator}")
                } else {
                    format!("arm {arm}")
                };
                *only.entry((what, side)).or_insert(0_usize) += 1;
            }
        }
    }
    words.extend(
        only.into_iter()
            .map(|((what, side), count)| format!("{what}: in the {side} only ({count} values)")),
    );
    words
}

/// Indicator by indicator, those that moved most first.
fn summaries(old: &Results, new: &Results, movements: &[Movement]) -> Vec<Summary> {
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    for (a, b) in old.scenarios.iter().zip(&new.scenarios) {
        for (_, indicator) in a.values.keys().filter(|key| b.values.contains_key(*key)) {
            *compared.entry(indicator).or_default() += 1;
        }
    }
    let summary = |(indicator, of): (&str, usize)| {
        let these: Vec<&Movement> = movements
            .iter()
            .filter(|m| m.indicator == indicator)
            .collect();
        let largest = these
            .iter()
            .map(|m| m.by)
            .max_by(|a, b| a.abs().total_cmp(&b.abs()))?;
        let squares: Option<f64> = these.iter().map(|m| m.spreads.map(|s| s * s)).sum();
        Some(Summary {
            indicator: indicator.to_owned(),
            moved: these.len(),
            of,
            mean: these.iter().map(|m| m.by).sum::<f64>() / of as f64,
            largest,
            spreads: squares.map(|sum| (sum / of as f64).sqrt()),
        })
    };
    let mut summaries: Vec<Summary> = compared.into_iter().filter_map(summary).collect();
    let size = |s: &Summary| s.spreads.unwrap_or(f64::INFINITY);
    summaries.sort_by(|a, b| {
        size(b)
            .total_cmp(&size(a))
            .then_with(|| a.indicator.cmp(&b.indicator))
    });
    summaries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(wellbeing: [f64; 2], lonely: [f64; 2]) -> Results {
        let scenario = |k: usize| {
            let value = |arm: &str, indicator: &str, value, spread| {
                (
                    (arm.to_owned(), indicator.to_owned()),
                    Value { value, spread },
                )
            };
            let values = [
                value("1-own", "wellbeing", wellbeing[k], 0.1),
                value("1-own", "lonely", lonely[k], 0.0),
            ];
            Scenario {
                hash: format!("h{k}"),
                fingerprint: format!("{wellbeing:?}{lonely:?}"),
                values: BTreeMap::from(values),
                ..Scenario::default()
            }
        };
        Results {
            version: "0".to_owned(),
            scenarios: vec![scenario(0), scenario(1)],
        }
    }

    #[test]
    fn the_same_results_do_not_differ() {
        let same = Differences::between(
            &results([7.0, 7.5], [6.0, 6.0]),
            &results([7.0, 7.5], [6.0, 6.0]),
        );
        assert!(same.none());
        assert_eq!((same.compared, same.indicators.len()), (2, 0));
    }

    #[test]
    fn what_moved_is_said_by_size() {
        let found = Differences::between(
            &results([7.0, 7.5], [6.0, 6.0]),
            &results([7.05, 7.2], [6.0, 6.0]),
        );
        assert!(!found.none());
        assert_eq!(found.other_bits, [0, 1]);
        assert_eq!(
            found
                .movements
                .iter()
                .map(|m| m.scenario)
                .collect::<Vec<_>>(),
            [1, 0]
        );
        assert!((found.movements[0].spreads.unwrap() + 3.0).abs() < 1e-9);
        let [summary] = &found.indicators[..] else {
            panic!("{found:?}")
        };
        assert_eq!(
            (summary.indicator.as_str(), summary.moved, summary.of),
            ("wellbeing", 2, 2)
        );
        assert!((summary.mean + 0.125).abs() < 1e-9 && (summary.largest + 0.3).abs() < 1e-9);
        assert!((summary.spreads.unwrap() - (9.25_f64 / 2.0).sqrt()).abs() < 1e-9);
        let still = Differences::between(
            &results([7.0, 7.5], [6.0, 6.0]),
            &results([7.0, 7.5], [6.0, 6.5]),
        );
        assert_eq!(
            still.indicators[0].spreads, None,
            "runs of this one do not differ"
        );
    }

    #[test]
    fn other_bits_questions_arms_and_counts_are_differences_even_where_no_figure_moved() {
        let old = results([7.0, 7.5], [6.0, 6.0]);
        let changed = |change: &dyn Fn(&mut Results)| {
            let mut new = old.clone();
            change(&mut new);
            Differences::between(&old, &new)
        };
        let bits = changed(&|r| r.scenarios[1].fingerprint.push('x'));
        assert!(!bits.none() && bits.other_bits == [1] && bits.movements.is_empty());
        assert_eq!(
            changed(&|r| r.scenarios[0].hash.push('x')).other_question,
            [0]
        );
        assert_eq!(
            changed(&|r| r.scenarios.truncate(1)).unpaired,
            ["2 scenarios in the old, 1 in the new"]
        );
        let without = changed(&|r| {
            r.scenarios[0]
                .values
                .retain(|(_, indicator), _| indicator == "lonely");
        });
        assert_eq!(
            without.unpaired,
            ["indicator wellbeing: in the old only (1 values)"]
        );
        assert!(!changed(&|r| r.scenarios[0].values.clear()).none());
    }

    #[test]
    fn a_fingerprint_is_not_taken_at_its_word() {
        let mut old = results([7.0, 7.5], [6.0, 6.0]);
        old.scenarios[1].rest = BTreeMap::from([
            ("ledger.0".to_owned(), "17".to_owned()),
            ("older".to_owned(), "1".to_owned()),
        ]);
        let changed = |change: &dyn Fn(&mut Results)| {
            let mut new = old.clone();
            change(&mut new);
            assert_ne!(new.digest(), old.digest());
            Differences::between(&old, &new)
        };
        let key = ("1-own".to_owned(), "wellbeing".to_owned());
        let figure = changed(&|r| r.scenarios[0].values.get_mut(&key).unwrap().value = 7.25);
        assert_eq!(figure.other_contents, [(0, "1-own wellbeing".to_owned())]);
        let money =
            changed(&|r| *r.scenarios[1].rest.get_mut("ledger.0").unwrap() = "18".to_owned());
        assert_eq!(money.other_contents, [(1, "ledger.0".to_owned())]);
        assert!(
            !money.none() && money.movements.is_empty(),
            "no figure of an indicator moved, and yet they are not the same"
        );
        let more = changed(&|r| {
            r.scenarios[1].rest.remove("older");
            r.scenarios[1]
                .rest
                .insert("newer".to_owned(), "2".to_owned());
        });
        assert!(
            more.none(),
            "what only one of them says contradicts nothing"
        );
        let spread = changed(&|r| r.scenarios[0].values.get_mut(&key).unwrap().spread = 9.0);
        assert!(
            spread.none(),
            "spreads are of all scenarios together: the digest has them"
        );
    }
}
