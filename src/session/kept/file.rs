//! The scenario as a file that the command line reads too, and files from outside: read, or all that is wrong at once.
//!
//! Whatever is wrong, the person's work stays on the page. Sizes are limited before anything is read.

use super::order::Order;
use crate::scenario::Scenario;
use crate::scenario::own::parted;
use crate::scenario::validate::{self, Problem};
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::effect::Effect;
use crate::text::{self, MOST_TOLD};
use std::rc::Rc;

/// The largest file that is read. Unit: bytes. What is not the profile of a place of one's own is held to [`LARGEST_SCENARIO`].
pub const LARGEST: u64 = 4 << 20;
/// The largest scenario that is read. Unit: bytes. One with every assumption changed takes a quarter of it.
pub const LARGEST_SCENARIO: usize = 64 << 10;
/// The most fields a file may have: a scenario has far fewer, and telling what is wrong with each takes time.
const MOST_FIELDS: usize = 3_000;

/// Why a file could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The name of the file.
    pub name: String,
    /// What is wrong as a whole; empty when the problems say it.
    pub words: String,
    /// What is wrong field by field.
    pub problems: Vec<Problem>,
    /// Problems that are not shown.
    pub more: usize,
}

impl Import {
    /// What is wrong with a file of a name, as much of it as is shown.
    pub fn new(name: &str, words: String, mut problems: Vec<Problem>) -> Self {
        let more = problems.len().saturating_sub(MOST_TOLD);
        problems.truncate(MOST_TOLD);
        Self {
            name: short(name),
            words,
            problems,
            more,
        }
    }
}

/// Gives the scenario as a file.
pub fn export(scenario: &Scenario) -> Effect {
    let heading = format!(
        "# A scenario of Kith {}. Drop it on the page to open it, or: kith compare FILE\n",
        crate::session::link::VERSION
    );
    Effect::Kept(Order::Download(
        file_name(&scenario.name),
        heading + &validate::write(scenario),
    ))
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let mut plain = String::from("kith-");
    for letter in name.chars().take(60) {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter.to_ascii_lowercase());
        } else if !plain.ends_with('-') {
            plain.push('-');
        }
    }
    plain.trim_end_matches('-').to_owned() + ".toml"
}

/// A file that was chosen or dropped: why it could not be used, if so, and what is to be done.
pub fn import(
    name: &str,
    content: Result<Vec<u8>, u64>,
    around: &Context<'_>,
) -> (Option<Import>, Vec<Action>) {
    match read(content) {
        Ok(scenario) => {
            let words = format!(
                "“{}” is open, from the file {}.",
                scenario.name,
                short(name)
            );
            let place = scenario.own.0.clone().map(Action::Know);
            let put = Action::Replace(around.question.base, Rc::new(scenario));
            let actions = place.into_iter().chain([put, Action::Tell(words)]);
            (None, actions.collect())
        }
        Err((words, problems)) => (Some(Import::new(name, words, problems)), Vec::new()),
    }
}

fn read(content: Result<Vec<u8>, u64>) -> Result<Scenario, (String, Vec<Problem>)> {
    let whole = |words: String| (words, Vec::new());
    let too_large = |bytes: u64| {
        whole(format!(
            "It has {bytes} bytes; a scenario file has at most {LARGEST}."
        ))
    };
    let bytes = content.map_err(too_large)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    let text = text::read(&bytes).map_err(|error| {
        whole(format!(
            "It is {error}. A scenario file is a text file that ends in .toml."
        ))
    })?;
    // The profile of a place may be long, the rest of the file not.
    let rest = parted(&text).text;
    let length = rest.trim_end().len();
    if length > LARGEST_SCENARIO {
        return Err(whole(format!(
            "It has {length} bytes; a scenario has at most {LARGEST_SCENARIO}."
        )));
    }
    let fields = rest.bytes().filter(|byte| *byte == b'=').count();
    if fields > MOST_FIELDS {
        return Err(whole(format!(
            "It has {fields} fields; a scenario has at most {MOST_FIELDS}."
        )));
    }
    validate::parse(&text).map_err(|problems| (String::new(), problems))
}

/// A file's name that can stand in a sentence.
pub fn short(name: &str) -> String {
    text::short(name, 60)
}
