//! A worker: hears the page, gives itself turns to live in slices, and listens between them. What it can do beyond living
//! worlds is what its program was built with. Knows no page.

pub mod answers;
pub mod model;

use crate::protocol::{BUILD, FromWorker, encode};
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// How a worker says something to the page.
pub type Tell<'a, R> = &'a dyn Fn(FromWorker<R>);

/// What a worker can do.
pub trait Craft: Default + 'static {
    /// What it answers beyond worlds.
    type Reply: Serialize;

    /// Does what a message of the page asks for, or begins it.
    fn hear(&mut self, bytes: &[u8], tell: Tell<'_, Self::Reply>);

    /// Lives a slice of what is running, and says what came of it.
    fn slice(&mut self, tell: Tell<'_, Self::Reply>);

    /// Whether there is something to do and no turn on its way; then one is taken to be asked for.
    fn wants_a_turn(&mut self) -> bool;
}

/// Starts a worker: it says that it is ready and then answers what it is told.
pub fn start<C: Craft>() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let craft: Rc<RefCell<C>> = Rc::default();
    // A message to itself queues behind what the page has said meanwhile, and is not held back as timers are.
    let turn = Turn(channel.port2());
    let (speaker, own, own_turn) = (scope.clone(), Rc::clone(&craft), Turn(channel.port2()));
    let slice = Closure::<dyn FnMut()>::new(move || {
        let mut craft = own.borrow_mut();
        craft.slice(&|message| send(&speaker, &message));
        own_turn.ask_for(&mut *craft);
    });
    channel
        .port1()
        .set_onmessage(Some(slice.as_ref().unchecked_ref()));
    slice.forget();
    let speaker = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        let mut craft = craft.borrow_mut();
        craft.hear(&bytes, &|message| send(&speaker, &message));
        turn.ask_for(&mut *craft);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    listener.forget();
    let build = BUILD.to_owned();
    send(&scope, &FromWorker::<C::Reply>::Ready { build });
}

/// How the worker gives itself another turn.
struct Turn(MessagePort);

impl Turn {
    fn ask_for<C: Craft>(&self, craft: &mut C) {
        if craft.wants_a_turn() && self.0.post_message(&JsValue::NULL).is_err() {
            wasm_bindgen::throw_str("the worker cannot give itself a turn");
        }
    }
}

fn send<R: Serialize>(scope: &DedicatedWorkerGlobalScope, message: &FromWorker<R>) {
    match encode(message) {
        Ok(bytes) => {
            let array = Uint8Array::from(bytes.as_slice());
            let transfer = Array::of1(&array.buffer());
            if scope
                .post_message_with_transfer(&array.buffer(), &transfer)
                .is_err()
            {
                let _ = scope.post_message(&array.buffer());
            }
        }
        Err(message) => wasm_bindgen::throw_str(&message),
    }
}
