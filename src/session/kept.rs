//! Work that is kept: scenarios saved on this device and as files, resets, the last change shown again, scenarios side by side.
//!
//! Pure like the rest of the session: storage, files and clocks are asked for by [`Order`]s and answer by [`Said`].

pub mod file;
pub mod own;
pub mod pinned;
pub mod record;
pub mod replay;
pub mod reset;
pub mod shelf;
pub mod tabs;
pub mod tray;

#[cfg(test)]
mod tabs_tests;
#[cfg(test)]
mod tests;

use super::choices::Choices;
use super::message::Effect;
use super::notices::notify;
use super::state::State;
use super::update::{replace, set_hash};
use file::Import;
use own::{Own, OwnPlaces};
use record::{Over, Refusal};
use replay::Replay;
use shelf::Shelf;
use std::rc::Rc;
use std::sync::Arc;
use tray::Tray;

/// Keys below this are not of saved scenarios: other parts of the page keep their own records there.
pub const FIRST_KEY: u64 = 1_000;
/// The key of what the room expects.
pub const ROOM_KEY: u64 = 3;

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Scenarios saved under a name.
    pub shelf: Shelf,
    /// Why the last file could not be used.
    pub import: Option<Import>,
    /// The last change, to be shown again.
    pub replay: Replay,
    /// Scenarios pinned to be compared.
    pub tray: Tray,
    /// Places of the person's own.
    pub places: OwnPlaces,
    /// Whether the address is shown as a code to scan.
    pub code_shown: bool,
}

/// What happened to work that is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What this device holds, or why it does not say.
    Loaded(Result<Vec<(u64, Vec<u8>)>, Refusal>),
    /// Whether a record was written: its key and digest.
    Stored(u64, u64, Result<(), Refusal>),
    /// Whether a record was taken out.
    Removed(u64, Result<(), Refusal>),
    /// Nothing was written, because another tab has changed what stands there: into this, or nothing stands there any more.
    Clashed(u64, Option<Vec<u8>>),
    /// Nothing was taken out, because another tab has changed it into this.
    Spared(u64, Vec<u8>),
    /// Another tab has written this, or taken it out.
    Elsewhere(u64, Option<Vec<u8>>),
    /// What this tab worked on before it was loaded again.
    Remembered(String),
    /// Whether this browser has promised to keep what is saved.
    Promised(bool),
    /// Save what is on the controls under a name. The time is in milliseconds since 1970.
    Save(String, u64),
    /// Open a saved scenario.
    Open(u64),
    /// Give a saved scenario another name.
    Rename(u64, String),
    /// Save a saved scenario a second time.
    Duplicate(u64, u64),
    /// Delete a saved scenario.
    Delete(u64),
    /// Take the last deletion or replacement back.
    Restore,
    /// Back to the saved scenario that was opened or saved last.
    BackToSaved,
    /// The choices back to those of the bundled scenario, assumptions as they are.
    ResetPolicies,
    /// The assumptions back to those of the bundled scenario, choices as they are.
    ResetAssumptions,
    /// Give the scenario as a file.
    Export,
    /// A file was chosen or dropped: its name and what it holds, or how many bytes it has when they are too many.
    Imported(String, Result<Vec<u8>, u64>),
    /// Tables were chosen or dropped: names, and what they hold or how many bytes they have when they are too many.
    Tables(Vec<(String, Result<Vec<u8>, u64>)>),
    /// The tables that are here are not wanted.
    ForgetTables,
    /// Make a place from the tables: the area by name or code.
    MakePlace(String),
    /// The profile of a place as text with what is to be said of how it was made, or why there is none.
    PlaceRead(Result<(String, Vec<String>), String>),
    /// The figures of a place, by its id, could not be fetched.
    PlaceLost(String),
    /// The time to read tables is over; the number says of which reading.
    OutOfPatience(u32),
    /// The words about a file were read.
    ImportRead,
    /// Show the last change again, or stop showing it. The flag says whether the device asks for less motion.
    Replay(bool),
    /// The time to look at one side of the last change is over; the number says of which showing.
    Held(u32),
    /// Pin what is shown to be compared.
    Pin,
    /// Take a pin out.
    Unpin(u32),
    /// Open a pinned scenario.
    OpenPin(u32),
    /// Show the address as a code to scan, or not.
    Code(bool),
}

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read everything this device holds.
    Load,
    /// Write a record, if nothing else stands there than what may be replaced.
    Put(u64, Vec<u8>, Over),
    /// Take a record out, if nothing else stands there than what may be.
    Remove(u64, Over),
    /// Remember for this tab what it works on, until it is closed.
    Remember(String),
    /// Ask this browser to keep what is saved, also when space is short.
    AskToKeep,
    /// Give a text as a file of this name.
    Download(String, String),
    /// Have a worker make the place of an area from files.
    ReadPlace(Vec<(String, Rc<Vec<u8>>)>, String),
    /// From now on scenarios may lie in this place.
    Know(Arc<Own>),
    /// Say [`Said::OutOfPatience`] after so many milliseconds.
    Patience(u32, u32),
    /// Say [`Said::Held`] after so many milliseconds.
    Hold(u32, u32),
}

/// Takes in what happened and says what the page is to do.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    match said {
        Said::Loaded(answer) => return loaded(state, answer, choices),
        Said::ResetPolicies | Said::ResetAssumptions | Said::BackToSaved => {
            return reset::update(state, &said, choices);
        }
        Said::Export => return file::export(state),
        Said::Imported(name, content) => return file::import(state, &name, content, choices),
        Said::ImportRead => state.kept.import = None,
        Said::Replay(calm) => return replay::toggle(state, calm),
        Said::Held(turn) => return replay::held(state, turn),
        Said::Pin => return tray::pin(state, choices),
        Said::Unpin(number) => state.kept.tray.remove(number),
        Said::OpenPin(number) => {
            if let Some(pin) = state.kept.tray.find(number) {
                let (base, scenario) = (pin.base, pin.scenario.clone());
                return replace(state, base, scenario, choices);
            }
        }
        Said::Code(shown) => {
            state.kept.code_shown = shown;
            return vec![set_hash(state, choices, false)];
        }
        Said::PlaceLost(id) => return own::lost(state, &id, choices),
        Said::Tables(_)
        | Said::ForgetTables
        | Said::MakePlace(_)
        | Said::PlaceRead(_)
        | Said::OutOfPatience(_) => {
            return own::update(state, said, choices);
        }
        Said::Stored(key, ..)
        | Said::Removed(key, _)
        | Said::Clashed(key, _)
        | Said::Spared(key, _)
        | Said::Elsewhere(key, _)
            if key < FIRST_KEY =>
        {
            return if key == ROOM_KEY {
                super::workshop::kept(state, said)
            } else {
                super::teams::kept::update(state, said, choices)
            };
        }
        other => return shelf::update(state, other, choices),
    }
    Vec::new()
}

/// What this device holds goes to those who keep it.
fn loaded(
    state: &mut State,
    answer: Result<Vec<(u64, Vec<u8>)>, Refusal>,
    choices: &Choices,
) -> Vec<Effect> {
    let (own, scenarios) = answer.map_or_else(
        |refusal| (Vec::new(), Err(refusal)),
        |all| {
            let (own, scenarios) = all.into_iter().partition(|(key, _)| *key < FIRST_KEY);
            (own, Ok(scenarios))
        },
    );
    let mut effects = shelf::update(state, Said::Loaded(scenarios), choices);
    if let Some((_, room)) = own.iter().find(|(key, _)| *key == ROOM_KEY) {
        effects.extend(super::workshop::kept(
            state,
            Said::Elsewhere(ROOM_KEY, Some(room.clone())),
        ));
    }
    effects.extend(super::teams::kept::loaded(state, &own, choices));
    effects
}

/// Tells something once.
pub(crate) fn tell(state: &mut State, words: impl Into<String>) -> Vec<Effect> {
    notify(state, words.into());
    Vec::new()
}
