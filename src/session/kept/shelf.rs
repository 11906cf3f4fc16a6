//! The scenarios saved on this device: listed, saved, opened, renamed, duplicated, deleted and brought back.
//!
//! What storage refuses stays on the list for as long as the page is open, and says so: nothing is lost by saving. What another
//! tab does to the same list is taken in by [`super::tabs`].

use super::record::{Over, Record, Refusal, digest};
use super::{FIRST_KEY, Order, Said, own, tabs, tell};
use crate::charts::words::headline;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::Scenario;
use crate::scenario::validate;
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::notices::confirm;
use crate::session::state::State;
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
    /// Whether another tab has changed it since this one opened, saved or loaded it.
    pub elsewhere: bool,
    /// The digest of what stands on the list.
    pub(super) digest: u64,
    /// What this tab knows and may save over. Whatever else stands there when it saves was saved by another tab, and stays.
    pub(super) base: Over,
    /// What is being written.
    pub(super) pending: Option<Pending>,
}

/// Why a record is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// It holds work that stands nowhere else; what is said once it is written.
    Work(Option<String>),
    /// It has another name, and is otherwise what was there.
    Name(String),
}

/// What can be taken back: an entry that is gone, or that another one stands in for.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// What is brought back.
    pub item: Item,
    /// Its bytes where they could not be read.
    pub(super) bytes: Option<Rc<Vec<u8>>>,
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
    /// Whether this browser has promised to keep what is saved; nothing before it has said so.
    pub promised: Option<bool>,
    /// Whether it was asked to.
    asked: bool,
    /// What this tab worked on before it was loaded again, with the digest that it knew.
    remembered: Option<(u64, u64)>,
    /// Bytes that could not be read, so that deleting them can be taken back too.
    pub(super) broken: Vec<(u64, Rc<Vec<u8>>)>,
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

    pub(super) fn sort(&mut self) {
        let saved = |item: &Item| item.content.as_ref().map_or(0, |record| record.saved);
        self.items
            .sort_by_key(|item| std::cmp::Reverse((saved(item), item.id)));
    }

    pub(super) fn free_id(&self, now: u64) -> u64 {
        let last = self
            .items
            .iter()
            .map(|item| item.id)
            .chain(self.gone.as_ref().map(|gone| gone.item.id))
            .max();
        last.map_or(now, |last| now.max(last + 1)).max(FIRST_KEY)
    }

    /// An entry as storage holds it; this tab does not know it yet.
    pub(super) fn read(&mut self, id: u64, bytes: Vec<u8>) -> Item {
        let (digest, content) = (digest(&bytes), Record::read(&bytes).map(Rc::new));
        if content.is_err() {
            self.broken.retain(|(known, _)| *known != id);
            self.broken.push((id, Rc::new(bytes)));
        }
        Item {
            id,
            content,
            stored: true,
            elsewhere: false,
            digest,
            base: Vec::new(),
            pending: None,
        }
    }

    /// What may be changed by whoever means the entry that stands on the list: it, or what it is being written over.
    fn on_screen(&self, id: u64) -> Over {
        let Some(item) = self.find(id) else {
            return vec![None];
        };
        let mut over = if item.stored {
            Vec::new()
        } else {
            item.base.clone()
        };
        over.push(Some(item.digest));
        over
    }

    /// Puts an entry on the list, in place of the one of its key.
    pub(super) fn list(&mut self, item: Item) {
        match self.items.iter_mut().find(|old| old.id == item.id) {
            Some(old) => *old = item,
            None => self.items.push(item),
        }
        self.sort();
    }

    /// Puts a record on the list, in place of the one of its key, and has it written where nothing else than `over` stands.
    pub(super) fn put(
        &mut self,
        id: u64,
        record: Record,
        over: Over,
        pending: Pending,
    ) -> Vec<Effect> {
        let bytes = record.write();
        let digest = digest(&bytes);
        let old = self.find(id);
        // Another name makes nobody know what stands under it: who did not know it before still does not.
        let (knows, elsewhere) = match (&pending, old) {
            (Pending::Name(_), Some(old)) => (old.base.contains(&Some(old.digest)), old.elsewhere),
            _ => (true, false),
        };
        let mut base = if let (Pending::Name(_), Some(old)) = (&pending, old) {
            old.base.clone()
        } else {
            over.clone()
        };
        if knows {
            base.push(Some(digest));
        }
        self.list(Item {
            id,
            content: Ok(Rc::new(record)),
            stored: false,
            elsewhere,
            digest,
            base,
            pending: Some(pending),
        });
        let mut effects = vec![Effect::Kept(Order::Put(id, bytes, over))];
        if self.opened == Some(id) {
            effects.push(self.remember());
        }
        effects
    }

    /// Has this tab remember what it works on, and which version of it it knows.
    pub(super) fn remember(&self) -> Effect {
        let opened = self.opened.and_then(|id| self.find(id));
        let words = opened.map_or_else(String::new, |item| {
            let known = item
                .base
                .iter()
                .rev()
                .flatten()
                .next()
                .copied()
                .unwrap_or_default();
            format!("{} {known:x}", item.id)
        });
        Effect::Kept(Order::Remember(words))
    }
}

/// Takes in what happened to the list.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    match said {
        Said::Loaded(answer) => loaded(state, answer),
        Said::Stored(id, digest, answer) => stored(state, id, digest, answer),
        Said::Removed(_, Err(refusal)) => tell(
            state,
            format!(
                "It could not be deleted from this device. {}",
                refusal.words()
            ),
        ),
        Said::Save(name, now) => save(state, &name, now, choices),
        Said::Open(id) => open(state, id, choices),
        Said::Rename(id, name) => rename(state, id, &name),
        Said::Duplicate(id, now) => duplicate(state, id, now),
        Said::Delete(id) => delete(state, id),
        Said::Restore => restore(state),
        Said::Promised(promised) => {
            state.kept.shelf.promised = Some(promised);
            Vec::new()
        }
        Said::Remembered(words) => {
            let shelf = &mut state.kept.shelf;
            let parts = words.split_once(' ');
            shelf.remembered = parts.and_then(|(id, known)| {
                Some((id.parse().ok()?, u64::from_str_radix(known, 16).ok()?))
            });
            Vec::new()
        }
        Said::Clashed(id, theirs) => tabs::clashed(state, id, theirs),
        Said::Spared(id, theirs) => tabs::spared(state, id, theirs),
        Said::Elsewhere(id, theirs) => tabs::elsewhere(state, id, theirs),
        _ => Vec::new(),
    }
}

fn loaded(state: &mut State, answer: Result<Vec<(u64, Vec<u8>)>, Refusal>) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    match answer {
        Ok(all) => {
            shelf.answer = Some(Ok(()));
            for (id, bytes) in all {
                // What was saved before storage answered stays as it is.
                if shelf.find(id).is_none() {
                    let item = shelf.read(id, bytes);
                    shelf.items.push(Item {
                        base: vec![Some(item.digest)],
                        ..item
                    });
                }
            }
            shelf.sort();
            return opened_again(state);
        }
        // Said beside the list, not on top of the page: most people never save anything.
        Err(refusal) => shelf.answer = Some(Err(refusal)),
    }
    Vec::new()
}

/// What this tab worked on before it was loaded again is what it works on.
fn opened_again(state: &mut State) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some((id, known)) = shelf.remembered.take().filter(|_| shelf.opened.is_none()) else {
        return Vec::new();
    };
    let Some(item) = shelf
        .items
        .iter_mut()
        .find(|item| item.id == id && item.content.is_ok())
    else {
        return vec![shelf.remember()];
    };
    shelf.opened = Some(id);
    if item.digest == known {
        return Vec::new();
    }
    (item.base, item.elsewhere) = (vec![Some(known)], true);
    let name = item
        .content
        .as_ref()
        .map_or("", |record| record.name.as_str());
    let words = tabs::changed(name);
    tell(state, words)
}

fn stored(state: &mut State, id: u64, digest: u64, answer: Result<(), Refusal>) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let ask = answer.is_ok() && shelf.promised != Some(true) && !shelf.asked;
    shelf.asked |= ask;
    let Some(item) = shelf
        .items
        .iter_mut()
        .find(|item| item.id == id && item.digest == digest)
    else {
        return Vec::new();
    };
    item.stored = answer.is_ok();
    let pending = item.pending.take();
    match answer {
        Ok(()) => {
            // From now on nothing else than this may be saved over.
            if item.base.contains(&Some(digest)) {
                item.base = vec![Some(digest)];
            }
            if let Some(Pending::Work(Some(words))) = pending {
                confirm(state, words);
            }
            if ask {
                vec![Effect::Kept(Order::AskToKeep)]
            } else {
                Vec::new()
            }
        }
        Err(refusal) => {
            let words =
                "It is on the list until you close this page. Save it as a file to keep it.";
            tell(
                state,
                format!("Not kept on this device. {} {words}", refusal.words()),
            )
        }
    }
}

/// A name without spaces around it, or what would be right.
fn checked(name: &str) -> Result<String, String> {
    let name: String = name
        .trim()
        .chars()
        .filter(|c| !crate::text::is_hidden(*c))
        .collect();
    let count = name.chars().count();
    if count == 0 {
        Err("Give it a name first: 1 to 80 letters.".to_owned())
    } else if count > LONGEST_NAME {
        Err(format!(
            "The name has {count} letters; at most {LONGEST_NAME} fit."
        ))
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
    let is_same = |item: &&Item| item.content.as_ref().is_ok_and(|old| old.name == name);
    let opened = shelf.opened.and_then(|id| shelf.find(id)).filter(is_same);
    let same = opened.or_else(|| shelf.items.iter().find(is_same)).cloned();
    let id = same
        .as_ref()
        .map_or_else(|| shelf.free_id(now), |item| item.id);
    let (replaced, over) = (
        same.is_some(),
        same.as_ref()
            .map_or_else(|| vec![None], |item| item.base.clone()),
    );
    if let Some(item) = same {
        shelf.gone = Some(Gone {
            item,
            bytes: None,
            replaced: true,
        });
    }
    shelf.opened = Some(id);
    let words = if replaced {
        format!("Saved over the earlier “{name}”.")
    } else {
        format!("Saved as “{name}”.")
    };
    shelf.put(id, record, over, Pending::Work(Some(words)))
}

/// What is on the controls, with what it came to when the re-runs are about that.
fn of(state: &State, name: String, now: u64, choices: &Choices) -> Record {
    let scenario: &Scenario = &state.scenario;
    let place = choices.place_name(&scenario.place).to_owned();
    let of_this = *state.run.scenario == *scenario;
    let figure = state.run.figures.get(DOING_WELL).filter(|_| of_this);
    let headline = figure.map_or_else(String::new, |f| {
        headline(
            &f.difference,
            Pair::shown(scenario).names(scenario),
            &place,
            scenario.replicates,
        )
    });
    Record {
        name,
        saved: now,
        place,
        base: state.base.to_owned(),
        text: validate::write_alone(scenario),
        headline,
        fingerprint: state.run.fingerprint.clone().filter(|_| of_this),
        version: crate::session::link::VERSION.to_owned(),
        profile: state
            .kept
            .places
            .find(&scenario.place)
            .map(|own| own.profile.clone()),
    }
}

/// Opens a saved scenario, checked like a file, with the place it carries.
pub(super) fn open(state: &mut State, id: u64, choices: &Choices) -> Vec<Effect> {
    let Some(record) = state.kept.shelf.record(id).cloned() else {
        return Vec::new();
    };
    let place = own::of_record(&record);
    match own::parse(&record.text, place.as_ref()) {
        Ok(scenario) => {
            let shelf = &mut state.kept.shelf;
            shelf.opened = Some(id);
            if let Some(item) = shelf.items.iter_mut().find(|item| item.id == id) {
                item.elsewhere = false;
                if !item.base.contains(&Some(item.digest)) {
                    item.base = vec![Some(item.digest)];
                }
            }
            let remembered = shelf.remember();
            let base = choices.scenario_or_default(&record.base).0;
            tabs::settled(state, &record.name);
            let mut effects = place.map_or_else(Vec::new, |place| own::know(state, place));
            effects.push(remembered);
            effects.extend(replace(state, base, scenario.into(), choices));
            effects
        }
        Err(problems) => {
            let words = problems
                .iter()
                .take(3)
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; ");
            tell(
                state,
                format!(
                    "“{}” cannot be opened by this version: {words}.",
                    record.name
                ),
            )
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
        Some(record) if record.name != name => {
            let over = shelf.on_screen(id);
            shelf.put(
                id,
                Record {
                    name: name.clone(),
                    ..Record::clone(&record)
                },
                over,
                Pending::Name(name),
            )
        }
        _ => Vec::new(),
    }
}

fn duplicate(state: &mut State, id: u64, now: u64) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(record) = shelf.record(id).cloned() else {
        return Vec::new();
    };
    let taken = |name: &str| {
        shelf
            .items
            .iter()
            .any(|item| item.content.as_ref().is_ok_and(|other| other.name == name))
    };
    let short: String = record.name.chars().take(LONGEST_NAME - 12).collect();
    let name = (1..1_000)
        .map(|k| {
            if k == 1 {
                format!("{short} (copy)")
            } else {
                format!("{short} (copy {k})")
            }
        })
        .find(|name| !taken(name));
    let id = shelf.free_id(now);
    shelf.put(
        id,
        Record {
            name: name.unwrap_or(short),
            saved: now,
            ..Record::clone(&record)
        },
        vec![None],
        Pending::Work(None),
    )
}

fn delete(state: &mut State, id: u64) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(position) = shelf.items.iter().position(|item| item.id == id) else {
        return Vec::new();
    };
    // Whoever deletes means what stands on the list; where nothing stands any more there is nothing to delete.
    let mut over = shelf.on_screen(id);
    over.push(None);
    let item = shelf.items.remove(position);
    let bytes = shelf
        .broken
        .iter()
        .find(|(broken, _)| *broken == id)
        .map(|(_, bytes)| bytes.clone());
    shelf.gone = Some(Gone {
        item,
        bytes,
        replaced: false,
    });
    let mut effects = vec![Effect::Kept(Order::Remove(id, over))];
    if shelf.opened == Some(id) {
        shelf.opened = None;
        effects.push(shelf.remember());
    }
    effects
}

fn restore(state: &mut State) -> Vec<Effect> {
    let shelf = &mut state.kept.shelf;
    let Some(Gone { item, bytes, .. }) = shelf.gone.take() else {
        return Vec::new();
    };
    let id = item.id;
    let over = shelf
        .find(id)
        .map_or_else(|| vec![None], |now| now.base.clone());
    match (&item.content, bytes) {
        (Ok(record), _) => {
            let record = Record::clone(record);
            shelf.put(id, record, over, Pending::Work(None))
        }
        (Err(_), bytes) => {
            shelf.list(Item {
                stored: false,
                pending: Some(Pending::Work(None)),
                base: over.clone(),
                ..item
            });
            bytes
                .map(|bytes| Effect::Kept(Order::Put(id, bytes.to_vec(), over)))
                .into_iter()
                .collect()
        }
    }
}
