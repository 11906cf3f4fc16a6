//! The list of saved scenarios: what stands on it, what of it this tab knows, how an entry is put on it and written.

use super::keys::FIRST_KEY;
use super::order::Order;
use super::record::{Over, Record, Refusal, digest};
use crate::session::action::Action;
use crate::session::effect::Effect;
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
    pub(super) asked: bool,
    /// What this tab worked on before it was loaded again, with the digest that it knew.
    pub(super) remembered: Option<(u64, u64)>,
    /// Bytes that could not be read, so that deleting them can be taken back too.
    pub(super) broken: Vec<(u64, Rc<Vec<u8>>)>,
}

impl Shelf {
    /// An entry by its key.
    pub fn find(&self, id: u64) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What this tab worked on before it was loaded again, as it was remembered.
    pub(super) fn was_opened(&mut self, words: &str) {
        self.remembered = words
            .split_once(' ')
            .and_then(|(id, known)| Some((id.parse().ok()?, u64::from_str_radix(known, 16).ok()?)));
    }

    /// The bytes of an entry that could not be read.
    pub(super) fn unread(&self, id: u64) -> Option<Rc<Vec<u8>>> {
        let found = self.broken.iter().find(|(broken, _)| *broken == id);
        found.map(|(_, bytes)| Rc::clone(bytes))
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
    pub(super) fn on_screen(&self, id: u64) -> Over {
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
    ) -> Vec<Action> {
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
        let mut actions = vec![Effect::Kept(Order::Put(id, bytes, over)).into()];
        if self.opened == Some(id) {
            actions.push(self.remember().into());
        }
        actions
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
