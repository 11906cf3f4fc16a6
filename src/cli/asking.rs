//! What every question takes on the command line: a scenario, its size and luck, threads, and the form of the answer.

use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, files, numbers};
use crate::analysis::estimate::Estimate;
use crate::analysis::question::Question;
use crate::ensemble::Prepared;
use crate::export::manifest::CAVEAT;
use crate::questions::{self, Size};
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::mark;
use std::path::PathBuf;
use std::time::Instant;

/// An answer as JSON; where the scenario is outside a registered range, that is one of its fields.
pub fn json(answer: &impl serde::Serialize, scenario: &Scenario) -> Result<String, Failure> {
    let failed = |error: serde_json::Error| Failure::Other(error.to_string());
    let Some(mark) = mark(&scenario.parameters.beyond()) else {
        return serde_json::to_string_pretty(answer)
            .map(|json| json + "\n")
            .map_err(failed);
    };
    let mut value = serde_json::to_value(answer).map_err(failed)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("beyond_range".to_owned(), mark.into());
    }
    serde_json::to_string_pretty(&value)
        .map(|json| json + "\n")
        .map_err(failed)
}

/// Which scenario, how large, and in which form.
#[derive(Debug, clap::Args)]
pub struct Asking {
    #[command(flatten)]
    pub changes: Changes,
    /// Run with this many different lucks.
    #[arg(long, value_name = "R")]
    pub replicates: Option<u32>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
}

/// The scenario that a question is about.
#[derive(Debug, clap::Args)]
pub struct About {
    /// A scenario file, or the id of a bundled scenario (kith describe scenarios).
    #[arg(default_value = "trafford")]
    pub scenario: PathBuf,
}

impl Asking {
    /// The scenario at the size asked for, with its place.
    pub fn prepared(&self, about: &About, usual: Size) -> Result<Prepared, Failure> {
        let changes = Changes {
            people: Some(self.changes.people.unwrap_or(usual.people)),
            years: Some(self.changes.years.unwrap_or(usual.years)),
            ..self.changes.clone()
        };
        let argument = ScenarioArgument {
            scenario: about.scenario.clone(),
        };
        prepare(argument.read_with(&changes, Some(self.replicates.unwrap_or(usual.replicates)))?)
    }

    /// Answers a question about a scenario and prints the answer; what it took goes to standard error.
    pub fn answer<Q: Question>(
        &self,
        question: &Q,
        about: &Scenario,
        tasks: &str,
        text: impl Fn(&Q::Answer) -> String,
    ) -> Result<(), Failure> {
        let started = Instant::now();
        let answer = ask::ask(question, self.threads, tasks)?;
        if self.json {
            files::print(&json(&answer, about)?)?;
        } else {
            files::print(&format!("{}\n{CAVEAT}\n", text(&answer).trim_end()))?;
        }
        files::say(&format!(
            "{} {tasks} in {:.1} s",
            question.tasks(),
            started.elapsed().as_secs_f64()
        ));
        Ok(())
    }
}

/// What stands in the head of a text where the scenario is outside a registered range: a semicolon and the mark; else nothing.
pub fn marked(scenario: &Scenario) -> String {
    mark(&scenario.parameters.beyond()).map_or_else(String::new, |mark| format!("; {mark}"))
}

/// What the head of a text says of a scenario's size. `time`: how long it was lived after the spin-up.
pub fn head(prepared: &Prepared, time: &str) -> String {
    let scenario = &prepared.scenario;
    let mark = marked(scenario);
    format!(
        "{}: {} invented people, {time}, {}, seed {}{mark}",
        prepared.place.name,
        numbers::count(prepared.place.persons.len() as u64),
        numbers::replicates(scenario.replicates),
        scenario.seed
    )
}

/// How the text of every answer begins: the question, what it was asked of, and the sentence that the page says of it too.
pub fn opening(
    question: &questions::Question,
    prepared: &Prepared,
    time: &str,
    sentence: Option<String>,
) -> String {
    let sentence = sentence.map_or_else(String::new, |sentence| format!("{sentence}\n\n"));
    format!("{}\n{}\n\n{sentence}", question.asks, head(prepared, time))
}

/// The years of a scenario in words.
pub fn years(prepared: &Prepared) -> String {
    numbers::years(prepared.scenario.years)
}

/// A number with its sign and a fixed count of digits after the point.
pub fn signed(value: f64, digits: usize) -> String {
    let text = numbers::plain(value, digits);
    if value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        format!("+{text}")
    } else {
        text
    }
}

/// An estimate: mean and interval.
pub fn estimate(estimate: &Estimate, digits: usize) -> String {
    format!(
        "{} ({} to {})",
        signed(estimate.mean, digits),
        signed(estimate.low, digits),
        signed(estimate.high, digits)
    )
}

/// A share as a whole percentage.
pub fn percent(share: f64) -> String {
    format!("{} %", numbers::plain(share * 100.0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_read_well() {
        let of = Estimate::of(&[0.5, 0.5]);
        assert_eq!(estimate(&of, 2), "+0.50 (+0.50 to +0.50)");
        assert_eq!(
            (signed(-0.001, 2), signed(-0.25, 1), percent(0.256)),
            ("0.00".to_owned(), "−0.2".to_owned(), "26 %".to_owned())
        );
    }

    #[test]
    fn an_answer_as_json_has_the_mark_where_something_is_outside() {
        let changes = Changes {
            people: Some(600),
            ..Changes::default()
        };
        let mut scenario = ScenarioArgument {
            scenario: PathBuf::from("trafford"),
        }
        .read_with(&changes, None)
        .unwrap();
        let answer = std::collections::BTreeMap::from([("a", 1)]);
        assert_eq!(
            (
                json(&answer, &scenario).unwrap().as_str(),
                marked(&scenario).as_str()
            ),
            ("{\n  \"a\": 1\n}\n", "")
        );
        scenario.parameters.control.power = 3.0;
        assert!(json(&answer, &scenario).unwrap().contains(
            "\"beyond_range\": \"outside its registered range: control.power = 3 (0–0.15)\""
        ));
        assert!(marked(&scenario).starts_with("; outside its registered range: "));
    }

    #[test]
    fn the_usual_size_gives_way_to_what_is_asked() {
        let asking = Asking {
            changes: Changes {
                people: Some(600),
                ..Changes::default()
            },
            replicates: None,
            threads: None,
            json: false,
        };
        let about = About {
            scenario: PathBuf::from("trafford"),
        };
        let scenario = asking
            .prepared(
                &about,
                Size {
                    people: 2_000,
                    years: 3,
                    replicates: 5,
                },
            )
            .unwrap()
            .scenario;
        assert_eq!(
            (scenario.people, scenario.years, scenario.replicates),
            (600, 3, 5)
        );
    }
}
