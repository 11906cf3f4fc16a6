//! What other tabs of this browser do to the same list. The rule: nothing is ever written over what this tab does not know.
//!
//! A tab knows what it loaded, opened or saved itself. Storage writes only where one of these stands; otherwise it gives back what
//! stands there, and what this tab wanted to save is kept beside it, under a name of its own. So both are there, also when
//! two tabs save at the same moment and neither has heard of the other.

use super::list::{Gone, Item, LONGEST_NAME, Pending, Shelf};
use super::order::Order;
use super::record::{Record, digest};
use crate::session::action::Action;
use crate::session::effect::Effect;
use std::rc::Rc;

/// What is said when another tab has changed what this one works on.
pub(super) fn changed(name: &str) -> String {
    format!(
        "“{name}” was changed in another tab. What you see here is still the one from before: open “{name}” to see the change. \
         If you save here first, both are kept."
    )
}

/// Nothing was written: what stands there is another tab's.
pub(super) fn clashed(shelf: &mut Shelf, id: u64, theirs: Option<Vec<u8>>) -> Vec<Action> {
    let Some(mine) = shelf
        .find(id)
        .filter(|item| item.pending.is_some())
        .cloned()
    else {
        // An earlier answer has moved what was to be saved.
        return theirs.map_or_else(Vec::new, |bytes| listed(shelf, id, bytes));
    };
    let Ok(record) = mine.content.clone() else {
        return unreadable(shelf, mine, theirs);
    };
    let pending = mine.pending.clone().unwrap_or(Pending::Work(None));
    let Some(bytes) = theirs else {
        let mut actions = shelf.put(id, Record::clone(&record), vec![None], Pending::Work(None));
        actions.push(Action::Tell(format!(
            "“{}” was deleted in another tab meanwhile. It is saved again as you have it here.",
            record.name
        )));
        return actions;
    };
    let found = digest(&bytes);
    if mine.base.contains(&Some(found)) {
        // Something that this tab wanted to write in between was refused: what stands there is known.
        return shelf.put(id, Record::clone(&record), vec![Some(found)], pending);
    }
    match (pending, Record::read(&bytes)) {
        (Pending::Name(name), Ok(other)) => {
            listed(shelf, id, bytes);
            let mut actions = shelf.put(
                id,
                Record {
                    name: name.clone(),
                    ..other
                },
                vec![Some(found)],
                Pending::Name(name.clone()),
            );
            actions.push(Action::Tell(format!(
                "“{name}” was changed in another tab meanwhile. \
                 It has the new name and keeps that change."
            )));
            actions
        }
        _ => beside(shelf, &mine, &record, bytes),
    }
}

/// Keeps what this tab wanted to save beside what another tab has saved.
fn beside(shelf: &mut Shelf, mine: &Item, record: &Rc<Record>, theirs: Vec<u8>) -> Vec<Action> {
    let was_opened = shelf.opened == Some(mine.id);
    if shelf
        .gone
        .as_ref()
        .is_some_and(|gone| gone.replaced && gone.item.id == mine.id)
    {
        // Nothing was replaced after all.
        shelf.gone = None;
    }
    listed(shelf, mine.id, theirs);
    let other = shelf
        .record(mine.id)
        .map_or_else(|| record.name.clone(), |other| other.name.clone());
    let id = shelf.free_id(record.saved);
    let name = free_name(shelf, &record.name);
    if was_opened {
        shelf.opened = Some(id);
    }
    let mut actions = shelf.put(
        id,
        Record {
            name: name.clone(),
            ..Record::clone(record)
        },
        vec![None],
        Pending::Work(None),
    );
    let words = if name == record.name {
        format!(
            "Another tab has saved something in its place meanwhile. Both are kept: the other tab’s as “{other}”, yours as “{name}”."
        )
    } else {
        format!(
            "“{other}” was changed in another tab since you opened it here. Both are kept: the other tab’s as “{other}”, yours as “{name}”."
        )
    };
    let old = changed(&record.name);
    actions.extend([Action::Settle(old), Action::Tell(words)]);
    actions
}

/// A name that nothing on the list has: “A”, “A (2)”, “A (3)”.
fn free_name(shelf: &Shelf, name: &str) -> String {
    let taken = |name: &str| {
        shelf
            .items
            .iter()
            .any(|item| item.content.as_ref().is_ok_and(|other| other.name == name))
    };
    let short: String = name.chars().take(LONGEST_NAME - 7).collect();
    let names =
        std::iter::once(name.to_owned()).chain((2..1_000).map(|k| format!("{short} ({k})")));
    names
        .into_iter()
        .find(|name| !taken(name))
        .unwrap_or_else(|| name.to_owned())
}

/// Bytes that nobody can read were to be brought back, and something else stands there: they go beside it.
fn unreadable(shelf: &mut Shelf, mine: Item, theirs: Option<Vec<u8>>) -> Vec<Action> {
    let Some(bytes) = shelf.unread(mine.id) else {
        return Vec::new();
    };
    let id = if theirs.is_some() {
        shelf.free_id(mine.id)
    } else {
        mine.id
    };
    if let Some(theirs) = theirs {
        listed(shelf, mine.id, theirs);
    }
    shelf.broken.push((id, Rc::clone(&bytes)));
    shelf.list(Item {
        id,
        base: vec![None],
        ..mine
    });
    vec![Effect::Kept(Order::Put(id, bytes.to_vec(), vec![None])).into()]
}

/// Puts on the list what another tab has saved.
fn listed(shelf: &mut Shelf, id: u64, theirs: Vec<u8>) -> Vec<Action> {
    let item = shelf.read(id, theirs);
    let base = shelf.find(id).map_or_else(Vec::new, |old| {
        old.base
            .iter()
            .filter(|known| **known != Some(old.digest) || old.stored)
            .copied()
            .collect()
    });
    shelf.list(Item {
        elsewhere: true,
        base,
        ..item
    });
    Vec::new()
}

/// Nothing was deleted: what stands there is not what stood on the list.
pub(super) fn spared(shelf: &mut Shelf, id: u64, theirs: Vec<u8>) -> Vec<Action> {
    listed(shelf, id, theirs);
    if shelf.gone.as_ref().is_some_and(|gone| gone.item.id == id) {
        shelf.gone = None;
    }
    let name = shelf.record(id).map_or("It", |record| record.name.as_str());
    let words = format!(
        "“{name}” was changed in another tab meanwhile, so it was not deleted. Look at it, and delete it again if you mean to."
    );
    vec![Action::Tell(words)]
}

/// Another tab has saved, renamed or deleted something.
pub(super) fn elsewhere(shelf: &mut Shelf, id: u64, theirs: Option<Vec<u8>>) -> Vec<Action> {
    let old = shelf.find(id).cloned();
    // What is on its way from here, or could not be written, stays; storage says when it meets the other.
    if old
        .as_ref()
        .is_some_and(|item| item.pending.is_some() || !item.stored)
    {
        return Vec::new();
    }
    let opened = shelf.opened == Some(id);
    let name = old
        .as_ref()
        .and_then(|item| item.content.as_ref().ok())
        .map_or_else(String::new, |record| record.name.clone());
    match (theirs, old) {
        (Some(bytes), old)
            if old
                .as_ref()
                .is_none_or(|item| item.digest != digest(&bytes)) =>
        {
            listed(shelf, id, bytes);
            if opened {
                vec![Action::Tell(changed(&name))]
            } else {
                Vec::new()
            }
        }
        (None, Some(item)) => {
            shelf.items.retain(|item| item.id != id);
            let bytes = shelf.unread(id);
            shelf.gone = Some(Gone {
                item,
                bytes,
                replaced: false,
            });
            if !opened {
                let words = format!("“{name}” was deleted in another tab.");
                return vec![Action::Tell(words)];
            }
            shelf.opened = None;
            let words = format!(
                "“{name}” was deleted in another tab. \
                 What is on screen stays: save it if you want to keep it."
            );
            vec![Action::Tell(words), shelf.remember().into()]
        }
        _ => Vec::new(),
    }
}
