//! Experiments that are not done, on this device (IndexedDB): what they are, and every part. Decides nothing.
//!
//! Keys: `head/HASH`, and `part/HASH/BUILD/TASK`, so that no part of another build is ever given back.

use crate::protocol::BUILD;
use crate::session::Message;
use crate::session::kept::record::Refusal;
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::Said;
use crate::session::lab::order::Keep;
use crate::web::storage::{Database, change, keys, tell_of_experiments, within};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::IdbKeyRange;
use yew::Callback;

const EXPERIMENTS: Database = Database {
    name: "kith-experiments",
    store: "parts",
};

thread_local! {
    /// What the experiments of this tab are. Another tab may throw one away that goes on here.
    static HEADS: RefCell<BTreeMap<String, Vec<u8>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Does what is asked and says what came of it.
pub fn carry_out(keep: Keep, say: Callback<Message>) {
    spawn_local(async move {
        let said = match keep {
            Keep::List => Said::Listed(list().await),
            Keep::Head(hash, bytes) => {
                let stored = put(format!("head/{hash}"), &bytes).await;
                HEADS.with_borrow_mut(|heads| heads.insert(hash, bytes));
                tell_of_experiments();
                Said::Stored(stored)
            }
            Keep::Part(hash, task, bytes) => Said::Stored(part(&hash, task, &bytes).await),
            Keep::Read(hash) => {
                let parts = parts(&hash).await;
                Said::Read(hash, parts)
            }
            Keep::Remove(hash) => {
                let removed = remove(&hash).await;
                HEADS.with_borrow_mut(|heads| heads.remove(&hash));
                tell_of_experiments();
                Said::Stored(removed)
            }
        };
        say.emit(Message::Lab(Lab::Bench(said)));
    });
}

async fn put(key: String, bytes: &[u8]) -> Result<(), Refusal> {
    let value = Uint8Array::from(bytes);
    change(&EXPERIMENTS, |store| {
        store.put_with_key(&value, &JsValue::from_str(&key))
    })
    .await
}

/// Keeps a part, and with it what it is a part of: without that nobody could go on with it.
async fn part(hash: &str, task: u32, bytes: &[u8]) -> Result<(), Refusal> {
    let value = Uint8Array::from(bytes);
    let head = HEADS.with_borrow(|heads| {
        heads
            .get(hash)
            .map(|head| Uint8Array::from(head.as_slice()))
    });
    change(&EXPERIMENTS, |store| {
        if let Some(head) = &head {
            store.put_with_key(head, &JsValue::from_str(&format!("head/{hash}")))?;
        }
        store.put_with_key(
            &value,
            &JsValue::from_str(&format!("part/{hash}/{BUILD}/{task:08}")),
        )
    })
    .await
}

/// All keys that begin so.
fn beginning(with: &str) -> Result<JsValue, Refusal> {
    let (from, to) = (
        JsValue::from_str(with),
        JsValue::from_str(&format!("{with}\u{ffff}")),
    );
    IdbKeyRange::bound(&from, &to)
        .map(JsValue::from)
        .map_err(|_| Refusal::Failed)
}

async fn list() -> Result<Vec<(String, Vec<u8>, u32)>, Refusal> {
    let heads = within(&EXPERIMENTS, Some(&beginning("head/")?)).await?;
    let mut found = Vec::new();
    for (key, head) in heads {
        let Some(hash) = key
            .as_string()
            .and_then(|key| key.strip_prefix("head/").map(str::to_owned))
        else {
            continue;
        };
        let parts = keys(&EXPERIMENTS, &beginning(&format!("part/{hash}/"))?).await?;
        found.push((hash, head, parts.len() as u32));
    }
    Ok(found)
}

async fn parts(hash: &str) -> Result<Vec<(u32, Vec<u8>)>, Refusal> {
    let found = within(
        &EXPERIMENTS,
        Some(&beginning(&format!("part/{hash}/{BUILD}/"))?),
    )
    .await?;
    let task = |key: JsValue| {
        key.as_string()
            .and_then(|key| key.rsplit('/').next().and_then(|task| task.parse().ok()))
    };
    Ok(found
        .into_iter()
        .filter_map(|(key, bytes)| Some((task(key)?, bytes)))
        .collect())
}

async fn remove(hash: &str) -> Result<(), Refusal> {
    let head = JsValue::from_str(&format!("head/{hash}"));
    let parts = beginning(&format!("part/{hash}/"))?;
    change(&EXPERIMENTS, |store| {
        store.delete(&head)?;
        store.delete(&parts)
    })
    .await
}
