//! What this browser keeps for the page (IndexedDB): a store of bytes by number. Decides nothing; every refusal is an answer.

use crate::session::Message;
use crate::session::kept::Said;
use crate::session::kept::record::Refusal;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomException, Event, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};
use yew::Callback;

const VERSION: u32 = 1;

/// A database with its one store.
pub struct Database {
    /// Its name.
    pub name: &'static str,
    /// The name of its store.
    pub store: &'static str,
}

const SCENARIOS: Database = Database { name: "kith", store: "scenarios" };

/// Reads everything and says it.
pub fn load(say: Callback<Message>) {
    spawn_local(async move { say.emit(Message::Kept(Said::Loaded(all().await))) });
}

/// Writes a record and says whether that worked.
pub fn put(id: u64, bytes: Vec<u8>, say: Callback<Message>) {
    spawn_local(async move {
        let value = Uint8Array::from(bytes.as_slice());
        let answer = change(&SCENARIOS, |store| store.put_with_key(&value, &JsValue::from_f64(id as f64))).await;
        say.emit(Message::Kept(Said::Stored(id, answer)));
    });
}

/// Takes a record out and says whether that worked.
pub fn remove(id: u64, say: Callback<Message>) {
    spawn_local(async move {
        let answer = change(&SCENARIOS, |store| store.delete(&JsValue::from_f64(id as f64))).await;
        say.emit(Message::Kept(Said::Removed(id, answer)));
    });
}

async fn all() -> Result<Vec<(u64, Vec<u8>)>, Refusal> {
    let number = |key: JsValue| key.as_f64().unwrap_or_default() as u64;
    let found = within(&SCENARIOS, None).await?;
    Ok(found.into_iter().map(|(key, bytes)| (number(key), bytes)).collect())
}

/// Everything in a store, or what lies within a range of its keys.
pub async fn within(which: &Database, range: Option<&JsValue>) -> Result<Vec<(JsValue, Vec<u8>)>, Refusal> {
    let database = open(which).await?;
    let read = async {
        let transaction = database.transaction_with_str(which.store).map_err(|error| refusal(&error))?;
        let store = transaction.object_store(which.store).map_err(|error| refusal(&error))?;
        // Both are asked before either is awaited: a transaction with nothing to do ends by itself.
        let (keys, values) = match range {
            Some(range) => (store.get_all_keys_with_key(range), store.get_all_with_key(range)),
            None => (store.get_all_keys(), store.get_all()),
        };
        let keys = answer(&keys.map_err(|error| refusal(&error))?).await?;
        let values = answer(&values.map_err(|error| refusal(&error))?).await?;
        // Whatever else may stand there is no bytes and reads as a broken record.
        let bytes = |value: JsValue| value.dyn_into::<Uint8Array>().map(|array| array.to_vec()).unwrap_or_default();
        Ok(Array::from(&keys).iter().zip(Array::from(&values).iter().map(bytes)).collect())
    }
    .await;
    database.close();
    read
}

/// The keys of a store within a range.
pub async fn keys(which: &Database, range: &JsValue) -> Result<Vec<JsValue>, Refusal> {
    let database = open(which).await?;
    let read = async {
        let transaction = database.transaction_with_str(which.store).map_err(|error| refusal(&error))?;
        let store = transaction.object_store(which.store).map_err(|error| refusal(&error))?;
        let keys = store.get_all_keys_with_key(range).map_err(|error| refusal(&error))?;
        Ok(Array::from(&answer(&keys).await?).iter().collect())
    }
    .await;
    database.close();
    read
}

/// Changes a store and says whether that worked.
pub async fn change(which: &Database, what: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>) -> Result<(), Refusal> {
    let database = open(which).await?;
    let changed = async {
        let mode = IdbTransactionMode::Readwrite;
        let transaction = database.transaction_with_str_and_mode(which.store, mode).map_err(|error| refusal(&error))?;
        let store = transaction.object_store(which.store).map_err(|error| refusal(&error))?;
        what(&store).map_err(|error| refusal(&error))?;
        ended(&transaction).await
    }
    .await;
    database.close();
    changed
}

async fn open(which: &Database) -> Result<IdbDatabase, Refusal> {
    let factory = gloo::utils::window().indexed_db().map_err(|error| refusal(&error))?.ok_or(Refusal::Forbidden)?;
    let request = factory.open_with_u32(which.name, VERSION).map_err(|error| refusal(&error))?;
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
        Ok(_) => request.result().and_then(JsCast::dyn_into::<IdbDatabase>).map_err(|error| refusal(&error)),
        Err(event) => {
            let blocked = event.dyn_ref::<Event>().is_some_and(|event| event.type_() == "blocked");
            Err(if blocked {
                Refusal::Blocked
            } else {
                request.error().ok().flatten().map_or(Refusal::Failed, |error| Refusal::named(&error.name()))
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
        return Err(request.error().ok().flatten().map_or(Refusal::Failed, |error| Refusal::named(&error.name())));
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
    waited.map(|_| ()).map_err(|_| transaction.error().map_or(Refusal::Failed, |error| Refusal::named(&error.name())))
}

fn refusal(error: &JsValue) -> Refusal {
    error.dyn_ref::<DomException>().map_or(Refusal::Failed, |error| Refusal::named(&error.name()))
}

/// A few words that this browser keeps under a name, or nothing.
pub fn words(name: &str) -> Option<String> {
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    storage.get_item(name).ok().flatten().filter(|words| !words.is_empty())
}

/// Keeps a few words under a name; whether that worked.
pub fn keep_words(name: &str, words: &str) -> bool {
    let storage = gloo::utils::window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, words).is_ok())
}
