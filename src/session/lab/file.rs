//! Files dropped on the lab: assumptions, read by the same code as the command line's, or all that is wrong with them at once.
//! Whatever is wrong, what is on the page stays.

use super::assumptions::put;
use crate::scenario::validate;
use crate::session::choices::Choices;
use crate::session::kept::file::{Import, short};
use crate::session::message::Effect;
use crate::session::state::State;
use crate::session::update::notify;

/// The largest file that is read. Unit: bytes. All assumptions with remarks take a tenth of it.
pub const LARGEST: u64 = 256 << 10;
/// The text of a file.
///
/// Errors: why it has none, in words.
pub fn text(content: Result<Vec<u8>, u64>) -> Result<String, String> {
    let too_large = |bytes: u64| format!("It has {bytes} bytes; the lab reads at most {LARGEST}.");
    let bytes = content.map_err(too_large)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    let text = String::from_utf8(bytes).map_err(|_| "It is no text (UTF-8). The lab reads text files that end in .toml.".to_owned())?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// Takes in a file that was chosen or dropped.
pub fn import(state: &mut State, name: &str, content: Result<Vec<u8>, u64>, choices: &Choices) -> Vec<Effect> {
    let read = text(content).map_err(|words| (words, Vec::new()));
    let named = read.and_then(|text| validate::parse_parameters(&text).map_err(|problems| (String::new(), problems)));
    match named {
        Ok(named) => {
            state.lab.assumptions.import = None;
            state.lab.assumptions.drafts.clear();
            let mut parameters = state.scenario.parameters.clone();
            for (id, value) in &named {
                parameters.set(id, *value);
            }
            let effects = put(state, parameters, choices);
            let count = if named.len() == 1 { "1 assumption was".to_owned() } else { format!("{} assumptions were", named.len()) };
            notify(state, format!("{count} read from {}. All others stay as they were.", short(name)));
            effects
        }
        Err((words, problems)) => {
            state.lab.assumptions.import = Some(Import::new(name, words, problems));
            Vec::new()
        }
    }
}
