//! The worker: prepares a scenario, runs jobs, answers with bytes. Knows no page and keeps nothing but the last scenario.

use crate::ensemble::{self, Prepared};
use crate::place::Place;
use crate::protocol::{BUILD, FromWorker, ToWorker, decode, encode};
use crate::scenario::Scenario;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Starts the worker: it says that it is ready and then answers what it is told.
pub fn main() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let prepared: Rc<RefCell<Option<Prepared>>> = Rc::default();
    let speaker = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        for answer in answers(&mut prepared.borrow_mut(), &bytes) {
            send(&speaker, &answer);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    listener.forget();
    send(&scope, &FromWorker::Ready { build: BUILD.to_owned() });
}

fn answers(prepared: &mut Option<Prepared>, bytes: &[u8]) -> Vec<FromWorker> {
    match decode::<ToWorker>(bytes) {
        Err(message) => vec![FromWorker::Failed { epoch: 0, message }],
        Ok(ToWorker::Prepare { epoch, scenario, place }) => match prepare(prepared.take(), *scenario, place.map(|place| *place)) {
            Ok(ready) => {
                *prepared = Some(ready);
                Vec::new()
            }
            Err(message) => vec![FromWorker::Failed { epoch, message }],
        },
        Ok(ToWorker::SendPlace { epoch }) => {
            prepared.iter().map(|ready| FromWorker::Placed { epoch, place: Box::new(ready.place.clone()) }).collect()
        }
        Ok(ToWorker::Run { epoch, job }) => {
            prepared.iter().map(|ready| FromWorker::Done { epoch, outcome: ensemble::run(ready, &job) }).collect()
        }
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    match encode(message) {
        Ok(bytes) => {
            let array = Uint8Array::from(bytes.as_slice());
            let transfer = Array::of1(&array.buffer());
            if scope.post_message_with_transfer(&array.buffer(), &transfer).is_err() {
                let _ = scope.post_message(&array.buffer());
            }
        }
        Err(message) => wasm_bindgen::throw_str(&message),
    }
}

/// Makes a scenario ready; the place is kept where it is the same, because generating one takes longest.
fn prepare(before: Option<Prepared>, scenario: Scenario, place: Option<Place>) -> Result<Prepared, String> {
    let kept = before.filter(|b| (&b.scenario.place, b.scenario.people, b.scenario.seed) == (&scenario.place, scenario.people, scenario.seed));
    match place.or(kept.map(|b| b.place)) {
        Some(place) => Ok(Prepared { scenario, place }),
        None => ensemble::prepare(scenario),
    }
}
