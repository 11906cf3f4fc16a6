//! The scenarios saved on this device: listed, saved, opened, renamed, duplicated, deleted and brought back.
//!
//! What storage refuses stays on the list for as long as the page is open, and says so: nothing is lost by saving. What another
//! tab does to the same list is taken in by `super::tabs`.

pub use super::list::{Gone, Item, LONGEST_NAME, Shelf};

use super::list::Pending;
use super::order::Order;
use super::record::{Record, Refusal};
use super::{own, storage, tabs};
use crate::charts::finding::first_sentence;
use crate::ensemble::pair::Pair;
use crate::scenario::validate;
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::effect::Effect;

/// Takes in what storage said about an entry.
pub(super) fn stored(shelf: &mut Shelf, said: storage::Said) -> Vec<Action> {
    match said {
        storage::Said::Stored(id, digest, answer) => written(shelf, id, digest, answer),
        storage::Said::Removed(_, Ok(())) => Vec::new(),
        storage::Said::Removed(_, Err(refusal)) => vec![Action::Tell(format!(
            "It could not be deleted from this device. {}",
            refusal.words()
        ))],
        storage::Said::Clashed(id, theirs) => tabs::clashed(shelf, id, theirs),
        storage::Said::Spared(id, theirs) => tabs::spared(shelf, id, theirs),
        storage::Said::Elsewhere(id, theirs) => tabs::elsewhere(shelf, id, theirs),
    }
}

/// Takes in what this device holds.
pub(super) fn loaded(
    shelf: &mut Shelf,
    answer: Result<Vec<(u64, Vec<u8>)>, Refusal>,
) -> Vec<Action> {
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
            return opened_again(shelf);
        }
        // Said beside the list, not on top of the page: most people never save anything.
        Err(refusal) => shelf.answer = Some(Err(refusal)),
    }
    Vec::new()
}

/// What this tab worked on before it was loaded again is what it works on.
fn opened_again(shelf: &mut Shelf) -> Vec<Action> {
    let Some((id, known)) = shelf.remembered.take().filter(|_| shelf.opened.is_none()) else {
        return Vec::new();
    };
    let Some(item) = shelf
        .items
        .iter_mut()
        .find(|item| item.id == id && item.content.is_ok())
    else {
        return vec![shelf.remember().into()];
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
    vec![Action::Tell(tabs::changed(name))]
}

fn written(shelf: &mut Shelf, id: u64, digest: u64, answer: Result<(), Refusal>) -> Vec<Action> {
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
            let mut actions = Vec::new();
            if let Some(Pending::Work(Some(words))) = pending {
                actions.push(Action::Confirm(words));
            }
            if ask {
                actions.push(Effect::Kept(Order::AskToKeep).into());
            }
            actions
        }
        Err(refusal) => {
            let words =
                "It is on the list until you close this page. Save it as a file to keep it.";
            let words = format!("Not kept on this device. {} {words}", refusal.words());
            vec![Action::Tell(words)]
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

/// Saves what is on the controls under a name.
pub(super) fn save(shelf: &mut Shelf, name: &str, now: u64, around: &Context<'_>) -> Vec<Action> {
    let name = match checked(name) {
        Ok(name) => name,
        Err(words) => return vec![Action::Tell(words)],
    };
    let record = of(name.clone(), now, around);
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
fn of(name: String, now: u64, around: &Context<'_>) -> Record {
    let (question, scenario) = (around.question, around.scenario());
    let place = around.choices.place_name(&scenario.place).to_owned();
    let figures = Some(&question.run.figures).filter(|_| question.is_settled());
    let difference = |outcome| Some(&figures?.get(outcome)?.difference);
    let names = Pair::shown(scenario).names(scenario);
    let headline =
        first_sentence(difference, names, &place, scenario.replicates).unwrap_or_default();
    let profile = question.place(&scenario.place);
    Record {
        name,
        saved: now,
        place,
        base: question.base.to_owned(),
        text: validate::write_alone(scenario),
        headline,
        fingerprint: question.fingerprint().map(str::to_owned),
        version: crate::session::link::VERSION.to_owned(),
        profile: profile.map(|own| own.profile.clone()),
    }
}

/// Opens a saved scenario, checked like a file, with the place it carries.
pub(super) fn open(shelf: &mut Shelf, id: u64, around: &Context<'_>) -> Vec<Action> {
    let Some(record) = shelf.record(id).cloned() else {
        return Vec::new();
    };
    let place = own::of_record(&record);
    match own::parse(&record.text, place.as_ref()) {
        Ok(scenario) => {
            shelf.opened = Some(id);
            if let Some(item) = shelf.items.iter_mut().find(|item| item.id == id) {
                item.elsewhere = false;
                if !item.base.contains(&Some(item.digest)) {
                    item.base = vec![Some(item.digest)];
                }
            }
            let base = around.choices.scenario_or_default(&record.base).0;
            let known = place.map(Action::Know);
            let rest = [
                Action::Settle(tabs::changed(&record.name)),
                shelf.remember().into(),
                Action::Replace(base, scenario.into()),
            ];
            known.into_iter().chain(rest).collect()
        }
        Err(problems) => {
            let problems: Vec<String> = problems.iter().take(3).map(ToString::to_string).collect();
            vec![Action::Tell(format!(
                "“{}” cannot be opened by this version: {}.",
                record.name,
                problems.join("; ")
            ))]
        }
    }
}

/// Gives an entry another name.
pub(super) fn rename(shelf: &mut Shelf, id: u64, name: &str) -> Vec<Action> {
    let name = match checked(name) {
        Ok(name) => name,
        Err(words) => return vec![Action::Tell(words)],
    };
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

/// Saves an entry a second time.
pub(super) fn duplicate(shelf: &mut Shelf, id: u64, now: u64) -> Vec<Action> {
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

/// Deletes an entry.
pub(super) fn delete(shelf: &mut Shelf, id: u64) -> Vec<Action> {
    let Some(position) = shelf.items.iter().position(|item| item.id == id) else {
        return Vec::new();
    };
    // Whoever deletes means what stands on the list; where nothing stands any more there is nothing to delete.
    let mut over = shelf.on_screen(id);
    over.push(None);
    let item = shelf.items.remove(position);
    let bytes = shelf.unread(id);
    shelf.gone = Some(Gone {
        item,
        bytes,
        replaced: false,
    });
    let mut actions = vec![Effect::Kept(Order::Remove(id, over)).into()];
    if shelf.opened.take_if(|opened| *opened == id).is_some() {
        actions.push(shelf.remember().into());
    }
    actions
}

/// Takes the last deletion or replacement back.
pub(super) fn restore(shelf: &mut Shelf) -> Vec<Action> {
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
                .map(|bytes| Effect::Kept(Order::Put(id, bytes.to_vec(), over)).into())
                .into_iter()
                .collect()
        }
    }
}
