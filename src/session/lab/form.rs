//! The form of an experiment: what was typed, what is suggested where nothing was, and the file that follows from both. What is
//! right is decided by the reader of experiment files: one check for the page, files and the command line.

use crate::experiment::{Beside, Experiment, FIELDS, Field, Kind, parse_beside, varied};
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::Scenario;
use crate::scenario::validate::{self, Problem};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The most people suggested: larger places answer no better for the time they take.
const MOST_PEOPLE: u32 = 2_000;
/// The file that the question on the controls is, beside the form's.
const QUESTION: &str = "question.toml";
/// What the form has no field for: it has its own way of giving them.
const APART: [&str; 7] = [
    "format",
    "name",
    "scenario",
    "question",
    "parameters",
    "vary",
    "before",
];

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What people call it.
    pub name: String,
    /// The question, as in files.
    pub question: &'static str,
    /// What was typed, by field.
    pub typed: BTreeMap<&'static str, String>,
    /// What takes which values.
    pub vary: Vec<Row>,
    /// What an earlier version said: the name of a file and its text.
    pub before: Option<(String, String)>,
}

/// A field that a sweep varies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The field.
    pub name: String,
    /// The first value.
    pub from: String,
    /// The last value.
    pub to: String,
    /// How many.
    pub steps: String,
}

/// What happened to the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Another name.
    Name(String),
    /// Another question, by its name in files.
    Question(String),
    /// A value was typed or chosen.
    Typed(&'static str, String),
    /// One more field to vary.
    AddRow,
    /// One less, by position.
    RemoveRow(usize),
    /// The field of a row.
    Row(usize, String),
    /// The first value of a row.
    From(usize, String),
    /// The last value of a row.
    To(usize, String),
    /// The number of values of a row.
    Steps(usize, String),
}

impl Default for Form {
    fn default() -> Self {
        let row = Row {
            name: "couplings.community_from_government".into(),
            from: "0".into(),
            to: "2".into(),
            steps: "5".into(),
        };
        Self {
            name: "My experiment".into(),
            question: Kind::ALL[0].0,
            typed: BTreeMap::new(),
            vary: vec![row],
            before: None,
        }
    }
}

impl Form {
    /// Takes in what happened.
    pub fn update(&mut self, said: Said, scenario: &Scenario) {
        match said {
            Said::Name(name) => self.name = name,
            Said::Question(id) => {
                if let Some((id, _)) = Kind::ALL.into_iter().find(|(known, _)| *known == id) {
                    self.question = id;
                }
            }
            Said::Typed(field, value) => {
                self.typed.insert(field, value);
            }
            Said::AddRow => {
                let free = [
                    "control.power",
                    "couplings.community_from_government",
                    "money.pounds_per_head_year",
                ];
                let name = free
                    .into_iter()
                    .find(|name| self.vary.iter().all(|row| row.name != *name))
                    .unwrap_or_default();
                self.vary.push(Row {
                    name: String::new(),
                    from: String::new(),
                    to: String::new(),
                    steps: "5".into(),
                });
                let last = self.vary.len() - 1;
                self.update(Said::Row(last, name.to_owned()), scenario);
            }
            Said::RemoveRow(position) => {
                if position < self.vary.len() {
                    self.vary.remove(position);
                }
            }
            Said::Row(position, name) => {
                if let Some(row) = self.vary.get_mut(position) {
                    // Its range is suggested as soon as the field is known.
                    if let Some(found) = varied(scenario, name.trim()) {
                        (row.from, row.to) = (found.low.to_string(), found.high.to_string());
                    }
                    name.trim().clone_into(&mut row.name);
                }
            }
            Said::From(position, value) => self.row(position, |row| row.from = value),
            Said::To(position, value) => self.row(position, |row| row.to = value),
            Said::Steps(position, value) => self.row(position, |row| row.steps = value),
        }
    }

    fn row(&mut self, position: usize, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.vary.get_mut(position) {
            change(row);
        }
    }

    /// The fields that the question has, in the order of files.
    pub fn fields(&self) -> Vec<&'static Field> {
        let belongs = |field: &&Field| field.of.is_empty() || field.of.contains(&self.question);
        FIELDS
            .iter()
            .filter(|field| !APART.contains(&field.name))
            .filter(belongs)
            .collect()
    }

    /// What a field holds: what was typed, or what is suggested.
    pub fn value(&self, field: &str, scenario: &Scenario) -> String {
        self.typed
            .get(field)
            .cloned()
            .unwrap_or_else(|| self.suggested(field, scenario))
    }

    /// A size that a laptop answers in a minute or a few.
    fn suggested(&self, field: &str, scenario: &Scenario) -> String {
        let replicates = match self.question {
            "replicates" => 32,
            "morris" | "robustness" => 2,
            "sobol" => 1,
            "versions" => scenario.replicates,
            _ => 8,
        };
        match field {
            "people" if self.question == "versions" => scenario.people.to_string(),
            "people" => scenario.people.min(MOST_PEOPLE).to_string(),
            "years" => scenario.years.to_string(),
            "replicates" => replicates.to_string(),
            "seed" => scenario.seed.to_string(),
            "years_kept" => "last".into(),
            "couplings" => "true".into(),
            "beyond_range" => "false".into(),
            "of" => "dimensions".into(),
            "orders" | "months" => "12".into(),
            "trajectories" => "4".into(),
            "points" => "8".into(),
            "indicator" => "doing_well".into(),
            "only" => "couplings".into(),
            "draws" => "64".into(),
            "approach" => scenario
                .approaches
                .first()
                .map_or_else(String::new, |approach| approach.id.clone()),
            _ => String::new(),
        }
    }

    /// What can be chosen for a field, by id with its words; nothing where it is typed.
    pub fn options(field: &str, scenario: &Scenario) -> Vec<(String, String)> {
        let same = |names: &[&str]| {
            names
                .iter()
                .map(|name| ((*name).to_owned(), (*name).to_owned()))
                .collect()
        };
        match field {
            "years_kept" => same(&["last", "all"]),
            "couplings" | "beyond_range" => same(&["true", "false"]),
            "of" => same(&["dimensions", "couplings"]),
            "indicator" => CATALOGUE
                .iter()
                .map(|indicator| (indicator.id.to_owned(), indicator.name.to_owned()))
                .collect(),
            "only" => {
                let all = (String::new(), "all".to_owned());
                let names = crate::analysis::factors::mechanisms()
                    .into_iter()
                    .map(|name| (name.to_owned(), name.replace('_', " ")));
                [all].into_iter().chain(names).collect()
            }
            "approach" => scenario
                .approaches
                .iter()
                .map(|approach| (approach.id.clone(), approach.name.clone()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The form as an experiment about a scenario.
    ///
    /// Errors: every problem, by the path of its field.
    pub fn read(&self, scenario: &Scenario) -> Result<Experiment, Vec<Problem>> {
        let question = validate::write(scenario);
        let file = |name: &str| match &self.before {
            Some((before, text)) if before == name => Some(text.clone()),
            _ => (name == QUESTION).then(|| question.clone()),
        };
        let places = [scenario.place.as_str()];
        parse_beside(
            &self.text(scenario),
            &Beside {
                places: &places,
                file: &file,
                ..Beside::NOTHING
            },
        )
    }

    /// The form as a file beside its question.
    fn text(&self, scenario: &Scenario) -> String {
        let mut text = format!(
            "format = {}\nname = {}\nquestion = \"{}\"\nscenario = \"{QUESTION}\"\n",
            crate::experiment::FORMAT,
            quoted(&self.name),
            self.question
        );
        for field in self.fields() {
            let value = self.value(field.name, scenario);
            if field.name == "only" && value.is_empty() {
                continue;
            }
            // Writing to a String cannot fail, here and below.
            let _ = writeln!(text, "{} = {}", field.name, number_or_text(&value));
        }
        if self.question == "versions" {
            let _ = writeln!(
                text,
                "before = {}",
                quoted(self.before.as_ref().map_or("", |(name, _)| name.as_str()))
            );
        }
        if self.question == "sweep" {
            for Row {
                name,
                from,
                to,
                steps,
            } in &self.vary
            {
                let [from, to, steps] = [from, to, steps].map(|value| number_or_text(value));
                let _ = writeln!(
                    text,
                    "[[vary]]\nname = {}\nfrom = {from}\nto = {to}\nsteps = {steps}",
                    quoted(name)
                );
            }
        }
        text
    }
}

/// Numbers and truths as they are; all else as a text, which the reader then names as what it found.
fn number_or_text(value: &str) -> String {
    let value = value.trim();
    let is_number = value.parse::<f64>().is_ok_and(f64::is_finite)
        && value.ends_with(|c: char| c.is_ascii_digit());
    let plain = is_number
        && !value.starts_with(['.', '+'])
        && (value == "0" || !value.starts_with('0') || value.starts_with("0."));
    if plain || value == "true" || value == "false" {
        value.to_owned()
    } else {
        quoted(value)
    }
}

/// A text in quotation marks, as TOML wants it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::choices::Choices;

    fn scenario() -> Scenario {
        Choices::bundled().default_scenario().1.clone()
    }

    #[test]
    fn every_question_can_be_asked_as_the_form_suggests_it() {
        let scenario = scenario();
        for (question, _) in Kind::ALL.iter().filter(|(id, _)| *id != "versions") {
            let mut form = Form::default();
            form.update(Said::Question((*question).to_owned()), &scenario);
            let experiment = form
                .read(&scenario)
                .unwrap_or_else(|problems| panic!("{question}: {problems:#?}"));
            assert_eq!(experiment.kind.id(), *question);
        }
    }

    #[test]
    fn what_was_typed_stays_and_its_mistakes_are_named_by_field() {
        let scenario = scenario();
        let mut form = Form::default();
        form.update(Said::Question("sweep".to_owned()), &scenario);
        form.update(Said::Typed("people", "many".to_owned()), &scenario);
        form.update(Said::Row(0, "control.powre".to_owned()), &scenario);
        let problems = form.read(&scenario).unwrap_err();
        assert!(
            problems
                .iter()
                .any(|problem| problem.path == "people" && problem.found.contains("many")),
            "{problems:#?}"
        );
        assert!(
            problems
                .iter()
                .any(|problem| problem.wanted.contains("control.power")),
            "{problems:#?}"
        );
        assert_eq!(
            (
                form.value("people", &scenario).as_str(),
                form.vary[0].name.as_str()
            ),
            ("many", "control.powre")
        );
        form.update(Said::Question("no such".to_owned()), &scenario);
        assert_eq!(form.question, "sweep");
    }

    #[test]
    fn a_field_that_is_known_brings_its_range() {
        let scenario = scenario();
        let mut form = Form::default();
        form.update(Said::AddRow, &scenario);
        assert_eq!(form.vary[1].name, "control.power");
        let found = varied(&scenario, "control.power").unwrap();
        assert_eq!(
            (form.vary[1].from.as_str(), form.vary[1].to.as_str()),
            (
                found.low.to_string().as_str(),
                found.high.to_string().as_str()
            )
        );
        form.update(Said::RemoveRow(0), &scenario);
        form.update(Said::RemoveRow(9), &scenario);
        assert_eq!(form.vary.len(), 1);
    }

    #[test]
    fn numbers_are_numbers_and_all_else_is_text() {
        for number in ["0", "12", "-1", "0.5", "1e3", "true"] {
            assert_eq!(number_or_text(number), number);
        }
        for text in ["", "007", ".5", "+1", "1.", "nan", "a\"b"] {
            assert!(
                number_or_text(text).starts_with(['"', '\'']),
                "{text}: {}",
                number_or_text(text)
            );
        }
    }
}
