//! Files dropped on the lab: assumptions and experiments, read by the same code as the command line's, or all that is wrong with them at once.
//! Whatever is wrong, what is on the page stays.

use super::assumptions::{Assumptions, put};
use super::bench::Bench;
use super::form;
use crate::experiment::{Beside, parse_beside};
use crate::scenario::Scenario;
use crate::scenario::validate;
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::kept::file::{Import, short};
use crate::text;
use std::rc::Rc;

/// The largest file that is read. Unit: bytes. All assumptions with remarks take a tenth of it.
pub const LARGEST: u64 = 256 << 10;
/// The text of a file.
///
/// Errors: why it has none, in words.
pub fn text_of(content: Result<Vec<u8>, u64>) -> Result<String, String> {
    let too_large = |bytes: u64| format!("It has {bytes} bytes; the lab reads at most {LARGEST}.");
    let bytes = content.map_err(too_large)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    match text::read(&bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(error) => Err(format!(
            "It is {error}. The lab reads text files that end in .toml."
        )),
    }
}

/// Takes in a file that was chosen, dropped or pasted: an experiment, what an earlier version said, or assumptions.
pub fn import(
    here: &mut Assumptions,
    bench: &mut Bench,
    (name, content): (&str, Result<Vec<u8>, u64>),
    around: &Context<'_>,
) -> Vec<Action> {
    let scenario = around.scenario();
    here.import = match text_of(content) {
        Ok(text) if is_experiment(&text) => return experiment(bench, name, &text, scenario),
        Ok(text) if text.trim_start().starts_with('{') => {
            before(bench, name, text, scenario);
            return Vec::new();
        }
        Ok(text) => match validate::parse_parameters(&text) {
            Ok(named) => return assumptions(here, name, &named, around),
            Err(problems) => Some(Import::new(name, String::new(), problems)),
        },
        Err(words) => Some(Import::new(name, words, Vec::new())),
    };
    Vec::new()
}

/// Only an experiment asks a question.
fn is_experiment(text: &str) -> bool {
    text.lines().any(|line| {
        line.trim_start()
            .strip_prefix("question")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn assumptions(
    here: &mut Assumptions,
    name: &str,
    named: &[(String, f32)],
    around: &Context<'_>,
) -> Vec<Action> {
    here.import = None;
    here.drafts.clear();
    let mut parameters = around.scenario().parameters.clone();
    for (id, value) in named {
        parameters.set(id, *value);
    }
    let words = crate::words::notices::assumptions_read(named.len(), &short(name));
    vec![put(parameters, around), Action::Confirm(words)]
}

fn experiment(bench: &mut Bench, name: &str, text: &str, scenario: &Scenario) -> Vec<Action> {
    let known = bench.form.before.as_ref();
    let file = |wanted: &str| {
        known
            .filter(|(name, _)| name == wanted)
            .map(|(_, text)| text.clone())
    };
    let beside = Beside {
        places: &[&scenario.place],
        file: &file,
        ..Beside::NOTHING
    };
    match parse_beside(text, &beside) {
        Ok(experiment) => {
            bench.import = None;
            let own = experiment.scenario.own.0.clone();
            bench.loaded = Some((short(name), Rc::new(experiment)));
            own.map(Action::Know).into_iter().collect()
        }
        Err(problems) => {
            bench.import = Some(Import::new(name, String::new(), problems));
            Vec::new()
        }
    }
}

/// What an earlier version said, for the form.
fn before(bench: &mut Bench, name: &str, text: String, scenario: &Scenario) {
    let asked = form::Said::Question("versions".to_owned());
    bench.form.update(asked, scenario);
    bench.form.before = Some((short(name), text));
}
