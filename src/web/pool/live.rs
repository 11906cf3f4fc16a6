//! One worker as the browser has it: started with a program of its kind, told, heard, ended.

use crate::protocol::{Kind, ToWorker, encode};
use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// What the page's first script gives it: starts a worker and hands it its program, which that script has compiled.
const START: &str = "kithWorker";

/// What came from a worker.
pub enum Heard {
    /// A message, as bytes.
    Bytes(Vec<u8>),
    /// It died or could not be started.
    Died,
}

/// How what is heard of a worker is told: its number, its birth, and what it is.
pub type Tell = Callback<(usize, u32, Heard)>;

/// The program of a kind of worker, as that script names it.
fn program(kind: Kind) -> &'static str {
    match kind {
        Kind::Model => "worker",
        Kind::Answers => "answers",
    }
}

fn worker(kind: Kind) -> Result<Worker, JsValue> {
    let start: Function = Reflect::get(&js_sys::global(), &START.into())?.dyn_into()?;
    start
        .call1(&JsValue::NULL, &program(kind).into())?
        .dyn_into()
}

/// A worker that was started.
pub struct Live {
    worker: Worker,
    /// Which start this is, so that words of a worker already ended are not taken for those of its successor.
    pub birth: u32,
    _listeners: [EventListener; 3],
}

impl Live {
    /// Starts a worker; none where the browser starts none.
    pub fn start(kind: Kind, number: usize, birth: u32, tell: &Tell) -> Option<Self> {
        let worker = worker(kind).ok()?;
        let heard = tell.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                let bytes = Uint8Array::new(&event.data()).to_vec();
                heard.emit((number, birth, Heard::Bytes(bytes)));
            }
        });
        let dead = |kind: &'static str| {
            let tell = tell.clone();
            EventListener::new(&worker, kind, move |_| {
                tell.emit((number, birth, Heard::Died));
            })
        };
        let listeners = [message, dead("error"), dead("messageerror")];
        Some(Self {
            worker,
            birth,
            _listeners: listeners,
        })
    }

    /// Tells it something; whether that could be done.
    pub fn send(&self, message: &ToWorker) -> bool {
        let Ok(bytes) = encode(message) else {
            return false;
        };
        let array = Uint8Array::from(bytes.as_slice());
        let transfer = Array::of1(&array.buffer());
        self.worker
            .post_message_with_transfer(&array.buffer(), &transfer)
            .is_ok()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
