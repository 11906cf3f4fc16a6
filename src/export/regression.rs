//! The regression set's results as a compact text, a line a scenario, and back; and results of a comparison read as the same
//! kind of thing, so that two versions of either can be compared. Knows no files.

use crate::analysis::regression::movement::{Results, Scenario, Value};
use crate::analysis::regression::{Case, Record};
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the file says it is.
const KIND: &str = "results of the regression set";
/// The version of this format.
const FORMAT: u32 = 1;
/// The longest name of an arm or indicator, hash or version. Unit: letters.
const LONGEST_NAME: usize = 120;
/// The most that is said of why a text cannot be read. Unit: bytes.
const MOST_SAID: usize = 300;
/// Between one replicate in twenty from below and one from above lie this many standard deviations, where spread is normal.
const DEVIATIONS: f64 = 3.289_707_253_902_945;
/// What the paired difference of a comparison is listed as, beside its arms.
const DIFFERENCE: &str = "alternative less reference";

/// The record as JSON, a line a scenario, so that a change of the file reads like a table, with the digest of its contents.
pub fn write(record: &Record) -> Result<String, serde_json::Error> {
    let contents = json(&digest_of(record))?;
    let (kind, version) = (json(&KIND)?, json(&record.version)?);
    let (indicators, spread) = (json(&record.indicators)?, json(&record.spread)?);
    let lines = record
        .scenarios
        .iter()
        .map(json)
        .collect::<Result<Vec<String>, _>>()?
        .join(",\n");
    Ok(format!(
        "{{\n\"kind\":{kind},\"format\":{FORMAT},\"version\":{version},\"contents\":{contents},\n\"indicators\":{indicators},\n\"spread\":{spread},\n\
         \"scenarios\":[\n{lines}\n]\n}}\n"
    ))
}

fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(value)
}

/// What is looked at to tell what a file is.
#[derive(Deserialize)]
struct Head {
    kind: Option<String>,
    format: Option<u32>,
    fingerprint: Option<String>,
    /// The digest of what the file holds; files of earlier versions have none.
    contents: Option<String>,
}

/// What is read of a comparison.
#[derive(Deserialize)]
struct Comparison {
    version: String,
    scenario: String,
    fingerprint: String,
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
struct Indicator {
    id: String,
    arms: BTreeMap<String, Course>,
    difference: Option<Spread>,
}

#[derive(Deserialize)]
struct Course {
    end: Spread,
}

#[derive(Deserialize)]
struct Spread {
    mean: f64,
    p05: f64,
    p95: f64,
}

/// Reads results of the regression set ([`write()`]), or of one comparison (`kith compare --json`).
///
/// Errors: a sentence that says what was found and what is wanted.
pub fn read(json: &str) -> Result<Results, String> {
    const WANTED: &str =
        "wanted what `kith check regression --write` or `kith compare --json` wrote";
    let said = |error: serde_json::Error| text::message(&error.to_string(), MOST_SAID);
    let head: Head = serde_json::from_str(json)
        .map_err(|error| format!("found something else ({}); {WANTED}", said(error)))?;
    let broken = |what: &str, error: serde_json::Error| {
        format!("found a broken file of {what} ({}); {WANTED}", said(error))
    };
    let results = match (head.kind.as_deref(), head.format, head.fingerprint) {
        (Some(KIND), Some(FORMAT), _) => {
            let results =
                of_record(&serde_json::from_str(json).map_err(|error| broken(KIND, error))?)?;
            unchanged(head.contents.as_deref(), &results)?;
            Ok(results)
        }
        (Some(KIND), format, _) => {
            let found = format.map_or("none".to_owned(), |format| format.to_string());
            Err(format!(
                "format: found {found}; wanted {FORMAT}, which is what this version reads"
            ))
        }
        (None, _, Some(_)) => {
            let whole: serde_json::Value =
                serde_json::from_str(json).map_err(|error| broken("a comparison", error))?;
            Ok(of_comparison(
                serde_json::from_str(json).map_err(|error| broken("a comparison", error))?,
                rest_of(&whole),
            ))
        }
        _ => Err(format!("found an object of another kind; {WANTED}")),
    }?;
    match unshowable(&results) {
        Some(name) => Err(format!(
            "found the name “{}”; wanted names of up to {LONGEST_NAME} letters that can be shown",
            text::short(name, 60)
        )),
        None => Ok(results),
    }
}

/// A name in some results that cannot be shown, if there is one.
fn unshowable(results: &Results) -> Option<&str> {
    let wrong = |name: &&String| !name.is_empty() && !text::is_name(name, LONGEST_NAME);
    for scenario in &results.scenarios {
        let pairs = scenario
            .values
            .keys()
            .flat_map(|(arm, indicator)| [arm, indicator]);
        if let Some(name) = pairs
            .chain([&scenario.hash, &scenario.fingerprint])
            .find(wrong)
        {
            return Some(name);
        }
    }
    Some(&results.version).filter(wrong).map(String::as_str)
}

/// Whether a file holds what it held when it was written, by the digest that it was written with.
fn unchanged(said: Option<&str>, results: &Results) -> Result<(), String> {
    let made = results.digest();
    match said {
        Some(said) if said != made => Err(format!(
            "contents: the file says {:?}, its figures and fingerprints make \"{made}\"; wanted a file as it was written: \
             it has been changed or damaged since",
            text::short(said, 60)
        )),
        _ => Ok(()),
    }
}

/// The digest of a record as it is written, before anybody can change it.
fn digest_of(record: &Record) -> String {
    of_record(record).map_or_else(|_| String::new(), |results| results.digest())
}

/// Everything that a comparison says beside what names it and how long it took, by path.
fn rest_of(whole: &serde_json::Value) -> BTreeMap<String, String> {
    let mut rest = BTreeMap::new();
    for (field, value) in whole.as_object().into_iter().flatten() {
        if !["version", "scenario", "fingerprint", "seconds"].contains(&field.as_str()) {
            leaves(field, value, &mut rest);
        }
    }
    rest
}

/// The leaves of a value by path. Items that have an id go by it, so that one more indicator shifts no other. The reader of JSON refuses
/// nesting beyond 128, so this one ends.
fn leaves(path: &str, value: &serde_json::Value, found: &mut BTreeMap<String, String>) {
    match value {
        serde_json::Value::Object(fields) => fields
            .iter()
            .for_each(|(field, value)| leaves(&format!("{path}.{field}"), value, found)),
        serde_json::Value::Array(items) => {
            for (k, item) in items.iter().enumerate() {
                let name = item
                    .get("id")
                    .and_then(serde_json::Value::as_str)
                    .map_or_else(|| k.to_string(), str::to_owned);
                leaves(&format!("{path}.{name}"), item, found);
            }
        }
        leaf => {
            found.insert(path.to_owned(), leaf.to_string());
        }
    }
}

/// Whether a text that [`read`] takes holds results of the regression set, not of one comparison.
pub fn is_of_set(text: &str) -> bool {
    serde_json::from_str::<Head>(text).is_ok_and(|head| head.kind.as_deref() == Some(KIND))
}

/// A record as results.
///
/// Errors: where an arm has not as many values as there are indicators.
pub fn of_record(record: &Record) -> Result<Results, String> {
    let width = record.indicators.len();
    let fits = |case: &Case| case.arms.values().all(|values| values.len() == width);
    if record.spread.len() != width {
        return Err(format!(
            "spread: found {} values; wanted {width}, one an indicator",
            record.spread.len()
        ));
    }
    if let Some(k) = record.scenarios.iter().position(|case| !fits(case)) {
        return Err(format!(
            "scenarios[{k}]: found an arm with more or fewer values; wanted {width}, one an indicator"
        ));
    }
    let scenario = |case: &Case| Scenario {
        hash: case.scenario.clone(),
        fingerprint: case.fingerprint.clone(),
        values: case
            .arms
            .iter()
            .flat_map(|(arm, values)| of_arm(record, arm, values))
            .collect(),
        rest: BTreeMap::new(),
    };
    Ok(Results {
        version: record.version.clone(),
        scenarios: record.scenarios.iter().map(scenario).collect(),
    })
}

fn of_arm(record: &Record, arm: &str, values: &[f64]) -> Vec<((String, String), Value)> {
    let named = record.indicators.iter().zip(&record.spread).zip(values);
    named
        .map(|((indicator, spread), value)| {
            (
                (arm.to_owned(), indicator.clone()),
                Value {
                    value: *value,
                    spread: *spread,
                },
            )
        })
        .collect()
}

/// The last year of every arm, and the paired difference.
fn of_comparison(comparison: Comparison, rest: BTreeMap<String, String>) -> Results {
    let value = |spread: &Spread| Value {
        value: spread.mean,
        spread: (spread.p95 - spread.p05) / DEVIATIONS,
    };
    let mut values = BTreeMap::new();
    for indicator in comparison.indicators {
        for (arm, course) in &indicator.arms {
            values.insert((arm.clone(), indicator.id.clone()), value(&course.end));
        }
        if let Some(difference) = &indicator.difference {
            values.insert((DIFFERENCE.to_owned(), indicator.id), value(difference));
        }
    }
    let scenario = Scenario {
        hash: comparison.scenario,
        fingerprint: comparison.fingerprint,
        values,
        rest,
    };
    Results {
        version: comparison.version,
        scenarios: vec![scenario],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::regression::movement::Differences;
    use crate::export::comparison::tests::example;

    fn record() -> Record {
        let case = |k: u32| Case {
            scenario: format!("{k:016x}"),
            fingerprint: format!("{:016x}", k + 7),
            arms: BTreeMap::from([("1-own".to_owned(), vec![f64::from(k), 7.125])]),
        };
        Record {
            version: "0.1.0".to_owned(),
            indicators: vec!["lonely".to_owned(), "wellbeing".to_owned()],
            spread: vec![0.5, 0.25],
            scenarios: vec![case(0), case(1)],
        }
    }

    #[test]
    fn what_was_written_is_read_and_has_a_line_a_scenario() {
        let text = write(&record()).unwrap();
        let results = read(&text).unwrap();
        assert_eq!(results.scenarios.len(), 2);
        assert_eq!(
            results.scenarios[1].values[&("1-own".to_owned(), "lonely".to_owned())],
            Value {
                value: 1.0,
                spread: 0.5
            }
        );
        assert_eq!(
            text.lines()
                .filter(|line| line.contains("\"fingerprint\""))
                .count(),
            2
        );
        assert!(Differences::between(&results, &of_record(&record()).unwrap()).none());
    }

    #[test]
    fn a_comparison_is_read_as_one_scenario() {
        let json = |step: f64| {
            let (scenario, ensemble) = example(step, 6);
            super::super::Comparison::new(&scenario, 5_000, &ensemble, 0.5)
                .to_json()
                .unwrap()
        };
        let (old, new) = (read(&json(1.0)).unwrap(), read(&json(1.5)).unwrap());
        assert_eq!(old.scenarios.len(), 1);
        assert!(Differences::between(&old, &old.clone()).none());
        let found = Differences::between(&old, &new);
        assert_eq!((found.other_bits.len(), found.other_question.len()), (1, 0));
        let arms: Vec<&str> = found.movements.iter().map(|m| m.arm.as_str()).collect();
        assert!(
            arms.contains(&DIFFERENCE)
                && arms.contains(&"pilots")
                && !arms.contains(&"business-as-usual"),
            "{arms:?}"
        );
    }

    #[test]
    fn a_set_that_was_changed_by_hand_is_noticed_whatever_was_changed() {
        let good = write(&record()).unwrap();
        let digest = read(&good).unwrap().digest();
        assert!(good.contains(&format!("\"contents\":\"{digest}\"")));
        let last = format!("\"fingerprint\":\"{:016x}\"", 8);
        for (was, is) in [
            ("7.125", "7.126"),
            (last.as_str(), "\"fingerprint\":\"8\""),
            ("\"spread\":[0.5,", "\"spread\":[0.6,"),
            ("\"0.1.0\"", "\"0.2.0\""),
            ("\"1-own\"", "\"1-other\""),
            (digest.as_str(), "0000000000000000"),
        ] {
            let changed = good.replacen(was, is, 1);
            assert_ne!(changed, good);
            let words = read(&changed).unwrap_err();
            assert!(words.contains("changed or damaged"), "{was}: {words}");
        }
        let older = good.replace(&format!(",\"contents\":\"{digest}\""), "");
        assert_eq!(
            read(&older).unwrap(),
            read(&good).unwrap(),
            "files of earlier versions have no digest"
        );
    }

    #[test]
    fn a_comparison_changed_anywhere_is_not_the_same_bits() {
        let (scenario, ensemble) = example(1.0, 6);
        let good = super::super::Comparison::new(&scenario, 5_000, &ensemble, 0.5)
            .to_json()
            .unwrap();
        let old = read(&good).unwrap();
        assert!(
            Differences::between(
                &old,
                &read(&good.replace("\"seconds\":0.5", "\"seconds\":9.5")).unwrap()
            )
            .none()
        );
        let mut whole: serde_json::Value = serde_json::from_str(&good).unwrap();
        whole["ledger"]["arms"]["pilots"]["running"][1] = 7.into();
        let money = Differences::between(&old, &read(&whole.to_string()).unwrap());
        assert_eq!(
            money.other_contents,
            [(0, "ledger.arms.pilots.running.1".to_owned())]
        );
        whole["indicators"][0]["arms"]["pilots"]["by_year"][0]["p05"] = 7.into();
        let course = Differences::between(&old, &read(&whole.to_string()).unwrap());
        assert_eq!(
            course.other_contents,
            [(
                0,
                "indicators.doing_well.arms.pilots.by_year.0.p05".to_owned()
            )]
        );
        assert!(course.movements.is_empty() && !course.none());
    }

    #[test]
    fn what_is_something_else_is_said_to_be() {
        // As by somebody who has taken out the digest that a changed file would be known by.
        let whole = write(&record()).unwrap();
        let good = whole.replace(
            &format!(",\"contents\":\"{}\"", read(&whole).unwrap().digest()),
            "",
        );
        for (text, words) in [
            (String::new(), "found something else"),
            ("[1, 2]".to_owned(), "found something else"),
            (
                "{\"name\": \"x\"}".to_owned(),
                "found an object of another kind",
            ),
            (
                good.replace("\"format\":1", "\"format\":9"),
                "format: found 9; wanted 1",
            ),
            (
                good.replace("\"spread\":[0.5,", "\"spread\":["),
                "spread: found 1 values; wanted 2",
            ),
            (
                good.replace("[1.0,7.125]", "[1.0]"),
                "scenarios[1]: found an arm",
            ),
            (
                good.replace("\"scenarios\"", "\"scenes\""),
                "found a broken file of results of the regression set",
            ),
            (good.replace("7.125", "\"seven\""), "found a broken file"),
            (
                "{\"fingerprint\": \"00\"}".to_owned(),
                "found a broken file of a comparison",
            ),
            (
                good.replace("1-own", "1\\u001b[31m"),
                "found the name “1\u{fffd}[31m”",
            ),
            (
                good.replace("1-own", &"x".repeat(30_000)),
                "names of up to 120 letters",
            ),
            (
                good.replace("7.125", &format!("\"{}\\u202e\"", "x".repeat(30_000))),
                "found a broken file",
            ),
        ] {
            let found = read(&text).unwrap_err();
            assert!(
                found.contains(words) && found.len() < 1_000 && !found.chars().any(text::is_hidden),
                "{found}"
            );
        }
    }
}
