//! The scenarios saved on this device: listed, saved, opened, renamed, duplicated, deleted and brought back.
//!
//! What storage refuses stays on the list for as long as the page is open, and says so: nothing is lost by saving.

use super::record::{Record, Refusal};
use super::{Order, Said, own, tell};
use crate::charts::words::headline;
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::Scenario;
use crate::scenario::validate;
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::state::{Pair, State};
use crate::session::update::replace;
use std::rc::Rc;

/// The longest name. Unit: characters.
pub const LONGEST_NAME: usize = 80;

/// One entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its key in storage.
    pub id: u64,
    /// What it holds, or why that cannot be read.
    pub content: Result<Rc<Record>, &'static str>,
    /// Whether this device holds it; otherwise it is gone when the page is closed.
    pub stored: bool,
}

/// What can be taken back: an entry that is gone, or that another one stands in for.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// What is brought back.
    pub item: Item,
    /// Its bytes where they could not be read.
    bytes: Option<Rc<Vec<u8>>>,
    /// Whether it was replaced, not deleted.
    pub replaced: bool,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// Entries, the one saved last first.
    pub items: Vec<Item>,
    /// Whether storage has answered, and why it refused.
    pub answer: Option<Result<(), Refusal>>,
    /// The entry that was opened or saved last.
    pub opened: Option<u64>,
    /// What can be taken back.
    pub gone: Option<Gone>,
    /// Bytes that could not be read, so that deleting them can be taken back too.
    broken: Vec<(u64, Rc<Vec<u8>>)>,
}

impl Shelf {
    /// An entry by its key.
    pub fn find(&self, id: u64) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The record of an entry.
    pub fn record(&self, id: u64) -> Option<&Rc<Record>> {
        self.find(id)?.content.as_ref().ok()
    }

    fn sort(&mut self) {
        let saved = |item: &Item| item.content.as_ref().map_or(0, |record| record.saved);
        self.items.sort_by_key(|item| std::cmp::Reverse((saved(item), item.id)));
    }

    fn free_id(&self, now: u64) -> u64 {
        let last = self.items.iter().map(|item| item.id).chain(self.gone.as_ref().map(|gone| gone.item.id)).max();
        last.map_or(now, |last| now.max(last + 1))
    }

    /// Puts a record on the list, in place of the one of its key, and has it written.
    fn put(&mut self, id: u64, record: Record) -> Vec<Effect> {
        let bytes = record.write();
        let item = Item { id, content: Ok(Rc::new(record)), stored: false };
        match self.items.iter_mut().find(|item| item.id == id) {
            Some(old) => *old = item,
            None => self.items.push(item),
        }
        self.sort();
        vec![Effect::Kept(Order::Put(id, bytes))]
    }
}

/// Takes in what happened to the list.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    match said {
        Said::Loaded(answer) => loaded(state, answer),
        Said::Stored(id, answer) => stored(state, id, answer),
        Said::Removed(_, Err(refusal)) => tell(state, format!("It could not be deleted from this device. {}", refusal.words())),
        Said::Save(name, now) => save(state, &name, now, choices),
        Said::Open(id) => open(state, id, choices),
        Said::Rename(id, name) => rename(state, id, &name),
        Said::Duplicate(id, now) => duplicate(state, id, now),
        Said::Delete(id) => delete(state, id),
        Said::Restore => restore(state),
        _ => Vec::new(),
    }
}

fn loaded(state: &mut State, answer: Result<Vec<(u64, Vec<u8>)>, Refusal>) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    match answer {
        Ok(all) => {
            shelf.answer = Some(Ok(()));
            for (id, bytes) in all {
                let content = Record::read(&bytes).map(Rc::new);
                if content.is_err() {
                    shelf.broken.push((id, Rc::new(bytes)));
                }
                // What was saved before storage answered stays as it is.
                if shelf.find(id).is_none() {
                    shelf.items.push(Item { id, content, stored: true });
                }
            }
            shelf.sort();
        }
        // Said beside the list, not on top of the page: most people never save anything.
        Err(refusal) => shelf.answer = Some(Err(refusal)),
    }
    Vec::new()
}

fn stored(state: &mut State, id: u64, answer: Result<(), Refusal>) -> Vec<Effect> {
    let Some(item) = state.kept.shelf.items.iter_mut().find(|item| item.id == id) else { return Vec::new() };
    item.stored = answer.is_ok();
    match answer {
        Ok(()) => Vec::new(),
        Err(refusal) => {
            let words = "It is on the list until you close this page. Save it as a file to keep it.";
            tell(state, format!("Not kept on this device. {} {words}", refusal.words()))
        }
    }
}

/// A name without spaces around it, or what would be right.
fn checked(name: &str) -> Result<String, String> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).collect();
    let count = name.chars().count();
    if count == 0 {
        Err("Give it a name first: 1 to 80 letters.".to_owned())
    } else if count > LONGEST_NAME {
        Err(format!("The name has {count} letters; at most {LONGEST_NAME} fit."))
    } else {
        Ok(name)
    }
}

fn save(state: &mut State, name: &str, now: u64, choices: &Choices) -> Vec<Effect> {
    let name = match checked(name) {
        Ok(name) => name,
        Err(words) => return tell(state, words),
    };
    let record = of(state, name.clone(), now, choices);
    let shelf = &mut state.kept.shelf;
    let same = shelf.items.iter().find(|item| item.content.as_ref().is_ok_and(|old| old.name == name)).cloned();
    let id = same.as_ref().map_or_else(|| shelf.free_id(now), |item| item.id);
    let replaced = same.is_some();
    if let Some(item) = same {
        shelf.gone = Some(Gone { item, bytes: None, replaced: true });
    }
    shelf.opened = Some(id);
    let effects = shelf.put(id, record);
    tell(state, if replaced { format!("Saved over the earlier “{name}”.") } else { format!("Saved as “{name}”.") });
    effects
}

/// What is on the controls, with what it came to when the re-runs are about that.
fn of(state: &State, name: String, now: u64, choices: &Choices) -> Record {
    let scenario: &Scenario = &state.scenario;
    let place = choices.place_name(&scenario.place).to_owned();
    let of_this = *state.run.scenario == *scenario;
    let figure = state.run.figures.get(DOING_WELL).filter(|_| of_this);
    let headline = figure.map_or_else(String::new, |f| headline(&f.difference, Pair::of(scenario).names(scenario), &place));
    Record {
        name,
        saved: now,
        place,
        base: state.base.to_owned(),
        text: validate::write(scenario),
        headline,
        fingerprint: state.run.fingerprint.clone().filter(|_| of_this),
        version: crate::session::link::VERSION.to_owned(),
        profile: state.kept.places.find(&scenario.place).map(|own| own.profile.clone()),
    }
}

/// Opens a saved scenario, checked like a file, with the place it carries.
pub(super) fn open(state: &mut State, id: u64, choices: &Choices) -> Vec<Effect> {
    let Some(record) = state.kept.shelf.record(id).cloned() else { return Vec::new() };
    let place = own::of_record(&record);
    match own::parse(&record.text, place.as_ref()) {
        Ok(scenario) => {
            state.kept.shelf.opened = Some(id);
            let base = choices.scenario_or_default(&record.base).0;
            let mut effects = place.map_or_else(Vec::new, |place| own::know(state, place));
            effects.extend(replace(state, base, scenario.into(), choices));
            effects
        }
        Err(problems) => {
            let words = problems.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; ");
            tell(state, format!("“{}” cannot be opened by this version: {words}.", record.name))
        }
    }
}

fn rename(state: &mut State, id: u64, name: &str) -> Vec<Effect> {
    let name = match checked(name) {
        Ok(name) => name,
        Err(words) => return tell(state, words),
    };
    let shelf = &mut state.kept.shelf;
    match shelf.record(id).cloned() {
        Some(record) if record.name != name => shelf.put(id, Record { name, ..Record::clone(&record) }),
        _ => Vec::new(),
    }
}

fn duplicate(state: &mut State, id: u64, now: u64) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(record) = shelf.record(id).cloned() else { return Vec::new() };
    let taken = |name: &str| shelf.items.iter().any(|item| item.content.as_ref().is_ok_and(|other| other.name == name));
    let short: String = record.name.chars().take(LONGEST_NAME - 12).collect();
    let name = (1..1_000).map(|k| if k == 1 { format!("{short} (copy)") } else { format!("{short} (copy {k})") }).find(|name| !taken(name));
    let id = shelf.free_id(now);
    shelf.put(id, Record { name: name.unwrap_or(short), saved: now, ..Record::clone(&record) })
}

fn delete(state: &mut State, id: u64) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(position) = shelf.items.iter().position(|item| item.id == id) else { return Vec::new() };
    let item = shelf.items.remove(position);
    let bytes = shelf.broken.iter().find(|(broken, _)| *broken == id).map(|(_, bytes)| bytes.clone());
    shelf.gone = Some(Gone { item, bytes, replaced: false });
    if shelf.opened == Some(id) {
        shelf.opened = None;
    }
    vec![Effect::Kept(Order::Remove(id))]
}

fn restore(state: &mut State) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(Gone { item, bytes, .. }) = shelf.gone.take() else { return Vec::new() };
    let id = item.id;
    match (&item.content, bytes) {
        (Ok(record), _) => {
            let record = Record::clone(record);
            shelf.put(id, record)
        }
        (Err(_), bytes) => {
            shelf.items.push(Item { stored: false, ..item });
            shelf.sort();
            bytes.map(|bytes| Effect::Kept(Order::Put(id, bytes.to_vec()))).into_iter().collect()
        }
    }
}
