//! Files dropped on the lab: assumptions and experiments, read by the same code as the command line's, or all that is wrong with them at once.
//! Whatever is wrong, what is on the page stays.

use super::assumptions::put;
use crate::experiment::{Beside, parse_beside};
use crate::scenario::validate;
use crate::session::choices::Choices;
use crate::session::kept::file::{Import, short};
use crate::session::kept::own::know;
use crate::session::message::Effect;
use crate::session::notices::confirm;
use crate::session::state::State;
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
    state: &mut State,
    name: &str,
    content: Result<Vec<u8>, u64>,
    choices: &Choices,
) -> Vec<Effect> {
    match text_of(content) {
        Ok(text) if is_experiment(&text) => experiment(state, name, &text),
        Ok(text) if text.trim_start().starts_with('{') => before(state, name, text),
        Ok(text) => match validate::parse_parameters(&text) {
            Ok(named) => assumptions(state, name, &named, choices),
            Err(problems) => refuse(state, Import::new(name, String::new(), problems)),
        },
        Err(words) => refuse(state, Import::new(name, words, Vec::new())),
    }
}

fn refuse(state: &mut State, import: Import) -> Vec<Effect> {
    state.lab.assumptions.import = Some(import);
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
    state: &mut State,
    name: &str,
    named: &[(String, f32)],
    choices: &Choices,
) -> Vec<Effect> {
    state.lab.assumptions.import = None;
    state.lab.assumptions.drafts.clear();
    let mut parameters = state.scenario.parameters.clone();
    for (id, value) in named {
        parameters.set(id, *value);
    }
    let effects = put(state, parameters, choices);
    confirm(
        state,
        crate::words::notices::assumptions_read(named.len(), &short(name)),
    );
    effects
}

fn experiment(state: &mut State, name: &str, text: &str) -> Vec<Effect> {
    let place = state.scenario.place.clone();
    let bench = &mut state.lab.bench;
    let known = bench.form.before.clone();
    let file = |wanted: &str| {
        known
            .as_ref()
            .filter(|(name, _)| name == wanted)
            .map(|(_, text)| text.clone())
    };
    match parse_beside(
        text,
        &Beside {
            places: &[&place],
            file: &file,
            ..Beside::NOTHING
        },
    ) {
        Ok(experiment) => {
            bench.import = None;
            let own = experiment.scenario.own.0.clone();
            bench.loaded = Some((short(name), Rc::new(experiment)));
            return own.map_or_else(Vec::new, |own| know(state, own));
        }
        Err(problems) => bench.import = Some(Import::new(name, String::new(), problems)),
    }
    Vec::new()
}

/// What an earlier version said, for the form.
fn before(state: &mut State, name: &str, text: String) -> Vec<Effect> {
    let form = &mut state.lab.bench.form;
    form.update(
        super::form::Said::Question("versions".to_owned()),
        &state.scenario,
    );
    form.before = Some((short(name), text));
    Vec::new()
}
