//! Work that is kept: scenarios saved on this device and as files, resets, the last change shown again, scenarios side by side.
//!
//! Pure like the rest of the session: storage, files and clocks are asked for by [`Order`]s and answer by [`Said`].

pub mod file;
pub mod keys;
mod list;
pub mod order;
pub mod own;
pub mod pinned;
pub mod record;
mod reset;
pub mod shelf;
pub mod storage;
mod tabs;
pub mod tray;

#[cfg(test)]
mod tabs_tests;
#[cfg(test)]
mod tests;

pub use keys::{FIRST_KEY, ROOM_KEY};
pub use order::Order;

use super::action::Action;
use super::context::Context;
use super::explore::shift::Shift;
use file::Import;
use own::OwnPlaces;
use record::Refusal;
use shelf::Shelf;
use std::rc::Rc;
use tray::Tray;

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Scenarios saved under a name.
    pub shelf: Shelf,
    /// Why the last file could not be used.
    pub import: Option<Import>,
    /// Scenarios pinned to be compared.
    pub tray: Tray,
    /// Tables that are to become a place of the person's own.
    pub places: OwnPlaces,
    /// Whether the address is shown as a code to scan.
    pub code_shown: bool,
}

/// What happened to work that is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What this device holds, or why it does not say.
    Loaded(Result<Vec<(u64, Vec<u8>)>, Refusal>),
    /// What became of a record.
    Storage(storage::Said),
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
    /// Pin what is shown to be compared.
    Pin,
    /// Take a pin out.
    Unpin(u32),
    /// Open a pinned scenario.
    OpenPin(u32),
    /// Show the address as a code to scan, or not.
    Code(bool),
}

/// Takes in what happened and says what is to be done.
pub fn update(kept: &mut Kept, said: Said, around: &Context<'_>) -> Vec<Action> {
    let Kept {
        shelf,
        tray,
        places,
        ..
    } = kept;
    match said {
        Said::Loaded(answer) => return loaded(shelf, answer),
        Said::Storage(said) => return shelf::stored(shelf, said),
        Said::Remembered(words) => shelf.was_opened(&words),
        Said::Promised(promised) => shelf.promised = Some(promised),
        Said::Save(name, now) => return shelf::save(shelf, &name, now, around),
        Said::Open(id) => return shelf::open(shelf, id, around),
        Said::Rename(id, name) => return shelf::rename(shelf, id, &name),
        Said::Duplicate(id, now) => return shelf::duplicate(shelf, id, now),
        Said::Delete(id) => return shelf::delete(shelf, id),
        Said::Restore => return shelf::restore(shelf),
        Said::BackToSaved => {
            if let Some(id) = shelf.opened {
                return shelf::open(shelf, id, around);
            }
        }
        Said::ResetPolicies => return vec![reset::policies(around)],
        Said::ResetAssumptions => return vec![reset::assumptions(around)],
        Said::Export => return vec![file::export(around.scenario()).into()],
        Said::Imported(name, content) => {
            let (import, mut actions) = file::import(&name, content, around);
            kept.import = import;
            if kept.import.is_some() {
                actions.push(Action::Shift(Shift::ToKept));
            }
            return actions;
        }
        Said::ImportRead => kept.import = None,
        Said::Tables(tables) => {
            places.take(tables);
            return vec![Action::Shift(Shift::ToKept)];
        }
        Said::ForgetTables => places.forget(),
        Said::MakePlace(area) => return places.make(&area),
        Said::PlaceRead(answer) => return places.read(answer, around),
        Said::OutOfPatience(turn) => places.out_of_patience(turn),
        Said::PlaceLost(id) => return own::lost(&id, around),
        Said::Pin => {
            let saved = shelf.opened.and_then(|id| shelf.record(id));
            let refusal = tray::pin(tray, saved.map(|record| &**record), around);
            return refusal.into_iter().map(Action::Tell).collect();
        }
        Said::Unpin(number) => tray.remove(number),
        Said::OpenPin(number) => {
            if let Some(pin) = tray.find(number) {
                return vec![Action::Replace(pin.base, Rc::clone(&pin.scenario))];
            }
        }
        Said::Code(shown) => {
            kept.code_shown = shown;
            return vec![Action::Address { push: false }];
        }
    }
    Vec::new()
}

/// What this device holds goes to those who keep it.
fn loaded(shelf: &mut Shelf, answer: Result<Vec<(u64, Vec<u8>)>, Refusal>) -> Vec<Action> {
    let (own, scenarios) = answer.map_or_else(
        |refusal| (Vec::new(), Err(refusal)),
        |all| {
            let (own, scenarios) = all.into_iter().partition(|(key, _)| *key < FIRST_KEY);
            (own, Ok(scenarios))
        },
    );
    let mut actions = shelf::loaded(shelf, scenarios);
    actions.push(Action::Recall(own));
    actions
}
