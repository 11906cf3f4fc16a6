//! What every question takes on the command line: a scenario, its size and luck, threads, and the form of the answer.

use super::scenario_argument::{Changes, ScenarioArgument, prepare};
use super::{Failure, ask, files, terminal};
use crate::analysis::question::Question;
use crate::answers::about::About;
use crate::charts::words::years_words;
use crate::ensemble::Prepared;
use crate::export::manifest::CAVEAT;
use crate::questions::{self, Size};
use crate::report::Report;
use crate::scenario::parameters::beyond::mark;
use crate::scenario::{Scenario, validate};
use std::path::PathBuf;
use std::time::Instant;

/// An answer as JSON; where the scenario is outside a registered range, that is one of its fields.
pub fn json(answer: &impl serde::Serialize, scenario: &Scenario) -> Result<String, Failure> {
    let Some(mark) = mark(&scenario.parameters.beyond()) else {
        return files::json(answer);
    };
    let mut value =
        serde_json::to_value(answer).map_err(|error| Failure::Other(error.to_string()))?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("beyond_range".to_owned(), mark.into());
    }
    files::json(&value)
}

/// Which scenario, how large, and in which form.
#[derive(Debug, clap::Args)]
pub struct Asking {
    /// A scenario file, or the id of a bundled scenario (kith describe scenarios).
    #[arg(default_value = "trafford")]
    scenario: PathBuf,
    #[command(flatten)]
    pub changes: Changes,
    /// Run with this many different lucks.
    #[arg(long, value_name = "R")]
    pub replicates: Option<u32>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print at most this many rows of each table.
    #[arg(long, value_name = "N", default_value_t = 160, conflicts_with = "json")]
    rows: usize,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
}

impl Asking {
    /// The scenario at the size asked for, with its place.
    fn prepared(&self, usual: Size) -> Result<Prepared, Failure> {
        let changes = Changes {
            people: Some(self.changes.people.unwrap_or(usual.people)),
            years: Some(self.changes.years.unwrap_or(usual.years)),
            ..self.changes.clone()
        };
        let replicates = self.replicates.unwrap_or(usual.replicates);
        prepare(ScenarioArgument::of(&self.scenario).read_with(&changes, Some(replicates))?)
    }

    /// Asks a question and prints what its answer says; what it took goes to standard error. `tasks`: what it is done in.
    pub fn answer<Q: Question>(
        &self,
        asked: &questions::Question,
        tasks: &str,
        question: impl FnOnce(&Prepared) -> Result<Q, String>,
        report: impl FnOnce(&Q::Answer, &About) -> Report,
    ) -> Result<(), Failure> {
        let prepared = self.prepared(asked.usual)?;
        let question = question(&prepared).map_err(Failure::Input)?;
        let started = Instant::now();
        let answer = ask::ask(&question, self.threads, tasks)?;
        let scenario = &prepared.scenario;
        if self.json {
            files::print(&json(&answer, scenario)?)?;
        } else {
            let source = format!("scenario {}", validate::hash(scenario));
            let about = About::new(&prepared, asked.asks, source, None);
            // A trial says itself how long it is: its months, whatever the scenario's years.
            let time = if asked.id == questions::TRIAL.id {
                String::new()
            } else {
                format!(", {}", years_words(scenario.years as usize))
            };
            files::print(&format!(
                "{}\n{}{time}{}\n\n{}\n{CAVEAT}\n",
                asked.asks,
                about.size(),
                marked(scenario),
                terminal::report(&report(&answer, &about), self.rows)
            ))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_as_json_has_the_mark_where_something_is_outside() {
        let changes = Changes {
            people: Some(600),
            ..Changes::default()
        };
        let mut scenario = ScenarioArgument::of("trafford")
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
            scenario: PathBuf::from("trafford"),
            changes: Changes {
                people: Some(600),
                ..Changes::default()
            },
            replicates: None,
            threads: None,
            rows: 160,
            json: false,
        };
        let usual = Size {
            people: 2_000,
            years: 3,
            replicates: 5,
        };
        let scenario = asking.prepared(usual).unwrap().scenario;
        assert_eq!(
            (scenario.people, scenario.years, scenario.replicates),
            (600, 3, 5)
        );
    }
}
