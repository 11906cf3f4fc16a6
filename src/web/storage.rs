//! What this browser keeps for the page (IndexedDB): a store of bytes by number. Decides nothing; every refusal is an answer.
//!
//! A record is written only where one of those stands that the order names, and that is looked up in the same transaction: two
//! tabs cannot write over each other. Every change is told to the other tabs.

use crate::session::Message;
use crate::session::kept::record::{Over, Refusal, digest};
use crate::session::kept::{Said, storage};
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::Said as Bench;
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BroadcastChannel, DomException, Event, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode, MessageEvent, StorageManager,
};
use yew::Callback;

const VERSION: u32 = 1;

/// A database with its one store.
pub struct Database {
    /// Its name.
    pub name: &'static str,
    /// The name of its store.
    pub store: &'static str,
}

const SCENARIOS: Database = Database {
    name: "kith",
    store: "scenarios",
};

/// The name under which the tabs of the page hear each other, and what a tab says of experiments; of records it says the key.
const CHANNEL: &str = "kith";
const EXPERIMENTS: &str = "experiments";
/// What this tab works on, until it is closed.
const OPENED: &str = "kith.opened";

/// A change that is to be made: what is to stand under a key, or that nothing is to.
struct Change {
    id: u64,
    bytes: Option<Vec<u8>>,
    over: Over,
}

thread_local! {
    /// Changes in the order in which they were asked for: each knows what the one before it writes.
    static WAITING: RefCell<VecDeque<Change>> = const { RefCell::new(VecDeque::new()) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static TABS: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Reads everything and says it, with what this tab worked on before and whether this browser has promised to keep it.
pub fn load(say: Callback<Message>) {
    listen(say.clone());
    spawn_local(async move {
        if let Some(words) = words_of_tab(OPENED) {
            say.emit(Message::Kept(Said::Remembered(words)));
        }
        say.emit(Message::Kept(Said::Loaded(all().await)));
        if let Some(asked) = manager().and_then(|manager| manager.persisted().ok()) {
            promised(asked, &say).await;
        }
    });
}

/// Asks this browser to keep what is saved, and says what it answers. It may ask the person.
pub fn ask_to_keep(say: Callback<Message>) {
    if let Some(asked) = manager().and_then(|manager| manager.persist().ok()) {
        spawn_local(async move { promised(asked, &say).await });
    }
}

async fn promised(asked: Promise, say: &Callback<Message>) {
    if let Ok(answer) = JsFuture::from(asked).await {
        say.emit(Message::Kept(Said::Promised(answer.is_truthy())));
    }
}

/// Who answers for storage; nobody where the page is not trusted, as from a file.
fn manager() -> Option<StorageManager> {
    let navigator = gloo::utils::window().navigator();
    js_sys::Reflect::get(&navigator, &"storage".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// Remembers for this tab what it works on.
pub fn remember(words: &str) {
    keep_in_tab(OPENED, words);
}

/// Writes a record where nothing else stands than what may be replaced, and says what came of it.
pub fn put(id: u64, bytes: Vec<u8>, over: Over, say: Callback<Message>) {
    in_turn(
        Change {
            id,
            bytes: Some(bytes),
            over,
        },
        say,
    );
}

/// Takes a record out if nothing else stands there than what may be, and says what came of it.
pub fn remove(id: u64, over: Over, say: Callback<Message>) {
    in_turn(
        Change {
            id,
            bytes: None,
            over,
        },
        say,
    );
}

fn in_turn(change: Change, say: Callback<Message>) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(change));
    if BUSY.replace(true) {
        return;
    }
    spawn_local(async move {
        while let Some(change) = WAITING.with_borrow_mut(VecDeque::pop_front) {
            let said = made(change).await;
            say.emit(Message::Kept(said));
        }
        BUSY.set(false);
    });
}

/// Makes a change, or says why not.
async fn made(Change { id, bytes, over }: Change) -> Said {
    let written = bytes.as_deref().map(digest);
    match (replace(id, bytes.as_deref(), &over).await, written) {
        (Ok(Ok(())), Some(written)) => {
            tell_others(&JsValue::from_f64(id as f64));
            Said::Storage(storage::Said::Stored(id, written, Ok(())))
        }
        (Ok(Ok(())), None) => {
            tell_others(&JsValue::from_f64(id as f64));
            Said::Storage(storage::Said::Removed(id, Ok(())))
        }
        (Ok(Err(theirs)), None) => theirs.map_or(
            Said::Storage(storage::Said::Removed(id, Ok(()))),
            |theirs| Said::Storage(storage::Said::Spared(id, theirs)),
        ),
        (Ok(Err(theirs)), Some(_)) => Said::Storage(storage::Said::Clashed(id, theirs)),
        (Err(refusal), Some(written)) => {
            Said::Storage(storage::Said::Stored(id, written, Err(refusal)))
        }
        (Err(refusal), None) => Said::Storage(storage::Said::Removed(id, Err(refusal))),
    }
}

/// Looks what stands under a key and changes it in one transaction; gives back what stands there if it is none of `over`.
async fn replace(
    id: u64,
    bytes: Option<&[u8]>,
    over: &Over,
) -> Result<Result<(), Option<Vec<u8>>>, Refusal> {
    let key = JsValue::from_f64(id as f64);
    let database = open(&SCENARIOS).await?;
    let replaced = async {
        let mode = IdbTransactionMode::Readwrite;
        let transaction = database
            .transaction_with_str_and_mode(SCENARIOS.store, mode)
            .map_err(|error| refusal(&error))?;
        let store = transaction
            .object_store(SCENARIOS.store)
            .map_err(|error| refusal(&error))?;
        // The transaction is still open when this is answered: what follows is asked in the same turn.
        let found = record(answer(&store.get(&key).map_err(|error| refusal(&error))?).await?);
        if !over.contains(&found.as_deref().map(digest)) {
            return Ok(Err(found));
        }
        match bytes {
            Some(bytes) => store.put_with_key(&Uint8Array::from(bytes), &key),
            None => store.delete(&key),
        }
        .map_err(|error| refusal(&error))?;
        ended(&transaction).await.map(Ok)
    }
    .await;
    database.close();
    replaced
}

/// Hears what other tabs change, and says it.
fn listen(say: Callback<Message>) {
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (say, heard) = (say.clone(), event.data());
        match heard.as_f64() {
            Some(id) => spawn_local(async move {
                // What cannot be read now is found out when this tab writes.
                if let Ok(bytes) = one(id).await {
                    say.emit(Message::Kept(Said::Storage(storage::Said::Elsewhere(
                        id as u64, bytes,
                    ))));
                }
            }),
            None if heard == EXPERIMENTS => say.emit(Message::Lab(Lab::Bench(Bench::Elsewhere))),
            None => {}
        }
    });
    TABS.with(|tabs| {
        if let Some(tabs) = tabs {
            tabs.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        }
    });
    // The page hears for as long as it is there.
    hear.forget();
}

fn tell_others(words: &JsValue) {
    TABS.with(|tabs| {
        if let Some(tabs) = tabs {
            // A tab that cannot be told finds out when it writes.
            let _ = tabs.post_message(words);
        }
    });
}

/// Tells other tabs that experiments have come or gone.
pub fn tell_of_experiments() {
    tell_others(&JsValue::from_str(EXPERIMENTS));
}

async fn one(id: f64) -> Result<Option<Vec<u8>>, Refusal> {
    let database = open(&SCENARIOS).await?;
    let read = async {
        let transaction = database
            .transaction_with_str(SCENARIOS.store)
            .map_err(|error| refusal(&error))?;
        let store = transaction
            .object_store(SCENARIOS.store)
            .map_err(|error| refusal(&error))?;
        Ok(record(
            answer(
                &store
                    .get(&JsValue::from_f64(id))
                    .map_err(|error| refusal(&error))?,
            )
            .await?,
        ))
    }
    .await;
    database.close();
    read
}

/// A record as storage gives it; nothing where nothing stands. Whatever is no bytes reads as a broken record.
fn record(value: JsValue) -> Option<Vec<u8>> {
    if value.is_undefined() {
        return None;
    }
    Some(
        value
            .dyn_into::<Uint8Array>()
            .map(|array| array.to_vec())
            .unwrap_or_default(),
    )
}

async fn all() -> Result<Vec<(u64, Vec<u8>)>, Refusal> {
    let number = |key: JsValue| key.as_f64().unwrap_or_default() as u64;
    let found = within(&SCENARIOS, None).await?;
    Ok(found
        .into_iter()
        .map(|(key, bytes)| (number(key), bytes))
        .collect())
}

/// Everything in a store, or what lies within a range of its keys.
pub async fn within(
    which: &Database,
    range: Option<&JsValue>,
) -> Result<Vec<(JsValue, Vec<u8>)>, Refusal> {
    let database = open(which).await?;
    let read = async {
        let transaction = database
            .transaction_with_str(which.store)
            .map_err(|error| refusal(&error))?;
        let store = transaction
            .object_store(which.store)
            .map_err(|error| refusal(&error))?;
        // Both are asked before either is awaited: a transaction with nothing to do ends by itself.
        let (keys, values) = match range {
            Some(range) => (
                store.get_all_keys_with_key(range),
                store.get_all_with_key(range),
            ),
            None => (store.get_all_keys(), store.get_all()),
        };
        let keys = answer(&keys.map_err(|error| refusal(&error))?).await?;
        let values = answer(&values.map_err(|error| refusal(&error))?).await?;
        // Whatever else may stand there is no bytes and reads as a broken record.
        let bytes = |value: JsValue| {
            value
                .dyn_into::<Uint8Array>()
                .map(|array| array.to_vec())
                .unwrap_or_default()
        };
        Ok(Array::from(&keys)
            .iter()
            .zip(Array::from(&values).iter().map(bytes))
            .collect())
    }
    .await;
    database.close();
    read
}

/// The keys of a store within a range.
pub async fn keys(which: &Database, range: &JsValue) -> Result<Vec<JsValue>, Refusal> {
    let database = open(which).await?;
    let read = async {
        let transaction = database
            .transaction_with_str(which.store)
            .map_err(|error| refusal(&error))?;
        let store = transaction
            .object_store(which.store)
            .map_err(|error| refusal(&error))?;
        let keys = store
            .get_all_keys_with_key(range)
            .map_err(|error| refusal(&error))?;
        Ok(Array::from(&answer(&keys).await?).iter().collect())
    }
    .await;
    database.close();
    read
}

/// Changes a store and says whether that worked. Whatever is asked is done as a whole or not at all.
pub async fn change(
    which: &Database,
    what: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<(), Refusal> {
    let database = open(which).await?;
    let changed = async {
        let mode = IdbTransactionMode::Readwrite;
        let transaction = database
            .transaction_with_str_and_mode(which.store, mode)
            .map_err(|error| refusal(&error))?;
        let store = transaction
            .object_store(which.store)
            .map_err(|error| refusal(&error))?;
        what(&store).map_err(|error| refusal(&error))?;
        ended(&transaction).await
    }
    .await;
    database.close();
    changed
}

async fn open(which: &Database) -> Result<IdbDatabase, Refusal> {
    let factory = gloo::utils::window()
        .indexed_db()
        .map_err(|error| refusal(&error))?
        .ok_or(Refusal::Forbidden)?;
    let request = factory
        .open_with_u32(which.name, VERSION)
        .map_err(|error| refusal(&error))?;
    let (made, store) = (request.clone(), which.store);
    let make = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
        if let Ok(database) = made.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            // A store that cannot be made shows when it is first used.
            let _ = database.create_object_store(store);
        }
    });
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let waited = JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    }))
    .await;
    match waited {
        Ok(_) => request
            .result()
            .and_then(JsCast::dyn_into::<IdbDatabase>)
            .map_err(|error| refusal(&error)),
        Err(event) => {
            let blocked = event
                .dyn_ref::<Event>()
                .is_some_and(|event| event.type_() == "blocked");
            Err(if blocked {
                Refusal::Blocked
            } else {
                request
                    .error()
                    .ok()
                    .flatten()
                    .map_or(Refusal::Failed, |error| Refusal::named(&error.name()))
            })
        }
    }
}

async fn answer(request: &IdbRequest) -> Result<JsValue, Refusal> {
    let waited = JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }))
    .await;
    if waited.is_err() {
        return Err(request
            .error()
            .ok()
            .flatten()
            .map_or(Refusal::Failed, |error| Refusal::named(&error.name())));
    }
    request.result().map_err(|error| refusal(&error))
}

/// Whether all that was asked in a transaction is done: a full disk shows only at its end.
async fn ended(transaction: &IdbTransaction) -> Result<(), Refusal> {
    let waited = JsFuture::from(Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    }))
    .await;
    waited.map(|_| ()).map_err(|_| {
        transaction
            .error()
            .map_or(Refusal::Failed, |error| Refusal::named(&error.name()))
    })
}

fn refusal(error: &JsValue) -> Refusal {
    error
        .dyn_ref::<DomException>()
        .map_or(Refusal::Failed, |error| Refusal::named(&error.name()))
}

/// A few words that this browser keeps under a name, or nothing.
pub fn words(name: &str) -> Option<String> {
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    storage
        .get_item(name)
        .ok()
        .flatten()
        .filter(|words| !words.is_empty())
}

/// Keeps a few words under a name; whether that worked.
pub fn keep_words(name: &str, words: &str) -> bool {
    let storage = gloo::utils::window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, words).is_ok())
}

/// A few words that this browser keeps under a name until this tab is closed, or nothing.
pub fn words_of_tab(name: &str) -> Option<String> {
    let storage = gloo::utils::window().session_storage().ok().flatten()?;
    storage
        .get_item(name)
        .ok()
        .flatten()
        .filter(|words| !words.is_empty())
}

/// Keeps a few words under a name until this tab is closed. Where that is refused they are forgotten when the page is loaded again.
pub fn keep_in_tab(name: &str, words: &str) {
    if let Ok(Some(storage)) = gloo::utils::window().session_storage() {
        let _ = storage.set_item(name, words);
    }
}
