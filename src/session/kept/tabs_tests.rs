//! Tests of two tabs on one list: whatever they do, and whether or not they hear each other, no save is lost.

use super::record::{Record, digest};
use super::tests::Page;
use super::{Order, Said, storage};
use crate::session::Effect;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a browser keeps, as `web::storage` keeps it: it writes only where one of the records stands that the order names.
#[derive(Default)]
struct Storage {
    records: BTreeMap<u64, Vec<u8>>,
    /// What each tab remembers when it is loaded again.
    remembered: BTreeMap<usize, String>,
    /// What was written over or taken out: by which tab, under which key, what stood there.
    gone: Vec<(usize, u64, Vec<u8>)>,
}

impl Storage {
    /// Carries out what a tab asks for; gives what it says, and the keys that changed.
    fn carry_out(&mut self, tab: usize, effects: Vec<Effect>) -> (Vec<Said>, Vec<u64>) {
        let (mut said, mut changed) = (Vec::new(), Vec::new());
        for effect in effects {
            let Effect::Kept(order) = effect else {
                continue;
            };
            let (key, bytes, over) = match order {
                Order::Put(key, bytes, over) => (key, Some(bytes), over),
                Order::Remove(key, over) => (key, None, over),
                Order::Remember(words) => {
                    self.remembered.insert(tab, words);
                    continue;
                }
                _ => continue,
            };
            let found = self.records.get(&key).cloned();
            if !over.contains(&found.as_deref().map(digest)) {
                said.push(match (&bytes, found) {
                    (None, Some(theirs)) => Said::Storage(storage::Said::Spared(key, theirs)),
                    (_, theirs) => Said::Storage(storage::Said::Clashed(key, theirs)),
                });
                continue;
            }
            self.gone.extend(found.map(|found| (tab, key, found)));
            changed.push(key);
            said.push(bytes.as_deref().map_or(
                Said::Storage(storage::Said::Removed(key, Ok(()))),
                |bytes| Said::Storage(storage::Said::Stored(key, digest(bytes), Ok(()))),
            ));
            self.records.remove(&key);
            self.records.extend(bytes.map(|bytes| (key, bytes)));
        }
        (said, changed)
    }

    fn all(&self) -> Vec<(u64, Vec<u8>)> {
        self.records
            .iter()
            .map(|(key, bytes)| (*key, bytes.clone()))
            .collect()
    }

    /// Names and money of what is kept.
    fn shelf(&self) -> Vec<(String, f64)> {
        self.records
            .values()
            .map(|bytes| (Record::read(bytes).unwrap().name, money(bytes)))
            .collect()
    }
}

fn money(bytes: &[u8]) -> f64 {
    let record = Record::read(bytes).unwrap();
    crate::scenario::validate::parse(&record.text)
        .unwrap()
        .money
        .pounds_per_head_year
}

/// Two tabs of one browser.
struct Browser {
    storage: Storage,
    tabs: [Page; 2],
    hears: bool,
}

impl Browser {
    fn new(hears: bool) -> Self {
        let mut browser = Self {
            storage: Storage::default(),
            tabs: [Page::new(), Page::new()],
            hears,
        };
        browser.reload(0);
        browser.reload(1);
        browser
    }

    fn reload(&mut self, tab: usize) {
        self.tabs[tab] = Page::new();
        if let Some(words) = self.storage.remembered.get(&tab).cloned() {
            self.tabs[tab].kept(Said::Remembered(words));
        }
        self.say(tab, Said::Loaded(Ok(self.storage.all())));
    }

    /// Something happens in a tab, storage does what it asks for, and the other tab hears of it or not.
    fn say(&mut self, tab: usize, said: Said) {
        let mut waiting = vec![said];
        while !waiting.is_empty() {
            let said = waiting.remove(0);
            let effects = self.tabs[tab].kept(said);
            let (answers, changed) = self.storage.carry_out(tab, effects);
            waiting.extend(answers);
            for key in changed.into_iter().filter(|_| self.hears) {
                let theirs = self.storage.records.get(&key).cloned();
                let effects =
                    self.tabs[1 - tab].kept(Said::Storage(storage::Said::Elsewhere(key, theirs)));
                self.storage.carry_out(1 - tab, effects);
            }
        }
    }

    fn save(&mut self, tab: usize, pounds: f64, name: &str, now: u64) {
        self.tabs[tab].money(pounds);
        self.say(tab, Said::Save(name.to_owned(), now));
    }

    fn key_of(&self, name: &str) -> u64 {
        *self
            .storage
            .records
            .iter()
            .find(|(_, bytes)| Record::read(bytes).unwrap().name == name)
            .unwrap()
            .0
    }
}

#[test]
fn a_save_over_what_another_tab_changed_keeps_both() {
    for hears in [true, false] {
        let mut browser = Browser::new(hears);
        browser.save(0, 41.0, "A", 2_000);
        browser.reload(1);
        browser.say(1, Said::Open(2_000));
        browser.save(0, 60.0, "A", 3_000);
        assert_eq!(
            browser.tabs[1]
                .told()
                .contains("“A” was changed in another tab"),
            hears,
            "{}",
            browser.tabs[1].told()
        );
        browser.save(1, 3.0, "A", 4_000);
        assert_eq!(
            browser.storage.shelf(),
            [("A".to_owned(), 60.0), ("A (2)".to_owned(), 3.0)]
        );
        let told: Vec<&str> = browser.tabs[1]
            .state
            .page
            .notices
            .list
            .iter()
            .map(|notice| notice.words.as_str())
            .collect();
        assert!(
            told.len() == 1 && told[0].contains("Both are kept"),
            "nothing else is said, not that it was saved over A: {told:?}"
        );
        assert_eq!(
            browser.tabs[1].state.kept.shelf.opened,
            Some(browser.key_of("A (2)")),
            "it goes on with its own"
        );
        browser.save(1, 4.0, "A (2)", 5_000);
        assert_eq!(
            browser.storage.shelf(),
            [("A".to_owned(), 60.0), ("A (2)".to_owned(), 4.0)],
            "and saves over that"
        );
    }
}

#[test]
fn who_opens_the_change_may_save_over_it() {
    let mut browser = Browser::new(true);
    browser.save(0, 41.0, "A", 2_000);
    browser.save(1, 5.0, "B", 2_100);
    browser.say(1, Said::Open(2_000));
    browser.save(0, 60.0, "A", 3_000);
    assert!(
        browser.tabs[1]
            .state
            .kept
            .shelf
            .find(2_000)
            .unwrap()
            .elsewhere,
        "the list says so"
    );
    browser.say(1, Said::Open(2_000));
    browser.save(1, 61.0, "A", 4_000);
    assert_eq!(
        browser.storage.shelf(),
        [("A".to_owned(), 61.0), ("B".to_owned(), 5.0)]
    );
    browser.say(1, Said::Restore);
    assert_eq!(
        browser.storage.shelf()[0],
        ("A".to_owned(), 60.0),
        "the earlier one comes back"
    );
}

#[test]
fn what_is_opened_stays_known_after_a_reload_and_so_does_which_version() {
    let mut browser = Browser::new(false);
    browser.save(0, 41.0, "A", 2_000);
    browser.reload(0);
    assert_eq!(browser.tabs[0].state.kept.shelf.opened, Some(2_000));
    browser.tabs[0].money(7.0);
    browser.say(0, Said::BackToSaved);
    assert_eq!(
        browser.tabs[0]
            .state
            .question
            .scenario
            .money
            .pounds_per_head_year,
        41.0
    );
    browser.reload(1);
    browser.say(1, Said::Open(2_000));
    browser.save(1, 60.0, "A", 3_000);
    browser.reload(0);
    assert!(
        browser.tabs[0]
            .told()
            .contains("“A” was changed in another tab"),
        "{}",
        browser.tabs[0].told()
    );
    browser.save(0, 8.0, "A", 4_000);
    assert_eq!(
        browser.storage.shelf(),
        [("A".to_owned(), 60.0), ("A (2)".to_owned(), 8.0)]
    );
    browser.say(0, Said::Delete(browser.key_of("A (2)")));
    browser.reload(0);
    assert_eq!(browser.tabs[0].state.kept.shelf.opened, None);
}

#[test]
fn deletes_and_renames_spare_what_another_tab_saved() {
    let mut browser = Browser::new(false);
    browser.save(0, 41.0, "A", 2_000);
    browser.reload(1);
    browser.save(0, 60.0, "A", 3_000);
    browser.say(1, Said::Delete(2_000));
    assert_eq!(browser.storage.shelf(), [("A".to_owned(), 60.0)]);
    assert!(
        browser.tabs[1].told().contains("so it was not deleted"),
        "{}",
        browser.tabs[1].told()
    );
    browser.save(0, 61.0, "A", 4_000);
    browser.say(1, Said::Rename(2_000, "Ours".to_owned()));
    assert_eq!(
        browser.storage.shelf(),
        [("Ours".to_owned(), 61.0)],
        "the new name, and the other tab's change"
    );
    assert!(
        browser.tabs[1].told().contains("has the new name"),
        "{}",
        browser.tabs[1].told()
    );
    // Deleted there, saved here: what is saved here stays.
    browser.say(1, Said::Delete(2_000));
    assert!(browser.storage.shelf().is_empty());
    browser.save(0, 62.0, "A", 5_000);
    assert_eq!(browser.storage.shelf(), [("A".to_owned(), 62.0)]);
    assert!(
        browser.tabs[0]
            .told()
            .contains("was deleted in another tab meanwhile"),
        "{}",
        browser.tabs[0].told()
    );
}

#[test]
fn a_tab_hears_what_another_one_deletes_and_can_bring_it_back() {
    let mut browser = Browser::new(true);
    browser.save(0, 41.0, "A", 2_000);
    browser.say(1, Said::Open(2_000));
    browser.say(0, Said::Delete(2_000));
    assert!(
        browser.tabs[1]
            .told()
            .contains("“A” was deleted in another tab. What is on screen stays"),
        "{}",
        browser.tabs[1].told()
    );
    assert!(
        browser.tabs[1].names().is_empty() && browser.tabs[1].state.kept.shelf.opened.is_none()
    );
    browser.say(1, Said::Restore);
    assert_eq!(
        (browser.storage.shelf(), browser.tabs[0].names()),
        (vec![("A".to_owned(), 41.0)], vec!["A"])
    );
}

#[test]
fn the_browser_is_asked_once_to_keep_what_is_saved_and_not_before() {
    let mut page = Page::new();
    assert!(
        !page
            .kept(Said::Loaded(Ok(Vec::new())))
            .contains(&Effect::Kept(Order::AskToKeep))
    );
    let mut asked = 0;
    for now in [2_000, 3_000] {
        for effect in page.kept(Said::Save("A".to_owned(), now)) {
            if let Effect::Kept(Order::Put(key, bytes, _)) = effect {
                let effects = page.kept(Said::Storage(storage::Said::Stored(
                    key,
                    digest(&bytes),
                    Ok(()),
                )));
                asked += effects
                    .iter()
                    .filter(|effect| **effect == Effect::Kept(Order::AskToKeep))
                    .count();
            }
        }
    }
    assert_eq!(asked, 1);
    page.kept(Said::Promised(true));
    assert_eq!(page.state.kept.shelf.promised, Some(true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever two tabs do: what is written over or deleted was known to the tab that did it, because it loaded, opened or saved
    /// it, or saw it on its list when it deleted or renamed it.
    #[test]
    fn nothing_is_lost_that_nobody_knew(
        hears: bool, steps in prop::collection::vec((0..2_usize, 0..6_u8, 0..3_usize), 1..24),
    ) {
        let mut browser = Browser::new(hears);
        let mut known = [BTreeSet::new(), BTreeSet::new()];
        for (k, (tab, what, which)) in steps.into_iter().enumerate() {
            let (pounds, now, name) = (100.0 + k as f64, 10_000 + 1_000 * k as u64, ["A", "B", "A (2)"][which]);
            let listed: Vec<(u64, f64)> = browser.tabs[tab].state.kept.shelf.items.iter()
                .map(|item| (item.id, money(&item.content.as_ref().unwrap().write()))).collect();
            let chosen = listed.get(which).copied();
            let gone = browser.storage.gone.len();
            let mut seen = BTreeSet::new();
            match (what, chosen) {
                (0 | 1, _) => {
                    browser.save(tab, pounds, name, now);
                    known[tab].insert(pounds as u64);
                    let kept = browser.storage.shelf().iter().any(|(_, money)| *money == pounds);
                    prop_assert!(kept, "what was just saved is kept");
                }
                (2, Some((id, money))) => {
                    browser.say(tab, Said::Open(id));
                    known[tab].insert(money as u64);
                }
                (3, Some((id, money))) => {
                    seen.insert(money as u64);
                    browser.say(tab, Said::Delete(id));
                }
                (4, Some((id, _))) => {
                    let before: Vec<f64> = browser.storage.shelf().iter().map(|(_, money)| *money).collect();
                    browser.say(tab, Said::Rename(id, format!("R{k}")));
                    let after: Vec<f64> = browser.storage.shelf().iter().map(|(_, money)| *money).collect();
                    prop_assert!(before.iter().all(|money| after.contains(money)), "a name takes no work away");
                    continue;
                }
                (5, _) => {
                    browser.reload(tab);
                    known[tab].extend(browser.storage.shelf().iter().map(|(_, money)| *money as u64));
                }
                _ => {}
            }
            for (by, _, bytes) in &browser.storage.gone[gone..] {
                let lost = money(bytes) as u64;
                prop_assert!(*by == tab && (known[tab].contains(&lost) || seen.contains(&lost)), "{lost} was not known to tab {tab}");
            }
        }
    }
}
