//! The workers as the browser has them: started, told, heard, ended. Who does what is decided by `session::dispatch`.

use crate::ensemble::Job;
use crate::protocol::{BUILD, FromWorker, ToWorker, decode, encode};
use crate::scenario::Scenario;
use crate::session::Message;
use crate::session::dispatch::{Dispatch, Order};
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// The most workers used: more would cost memory for little.
const MOST: usize = 4;
const SCRIPT: &str = "./worker_loader.js";

/// What came from a worker.
pub enum Heard {
    /// A message, as bytes.
    Bytes(Vec<u8>),
    /// It died or could not be started.
    Died,
}

struct Live {
    worker: Worker,
    /// Which start this is, so that words of a worker already ended are not taken for those of its successor.
    birth: u32,
    _listeners: [EventListener; 3],
}

/// The workers.
pub struct Pool {
    dispatch: Dispatch,
    live: Vec<Option<Live>>,
    births: u32,
    scenario: Option<Rc<Scenario>>,
    epoch: u32,
    tell: Callback<(usize, u32, Heard)>,
}

impl Pool {
    /// Starts a worker a core, four at most. `tell` hears of everything with the worker's number and birth.
    pub fn new(tell: Callback<(usize, u32, Heard)>) -> Self {
        let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
        let count = cores.clamp(1, MOST);
        let (dispatch, orders) = Dispatch::new(count);
        let mut pool = Self { dispatch, live: (0..count).map(|_| None).collect(), births: 0, scenario: None, epoch: 0, tell };
        pool.carry_out(orders);
        pool
    }

    /// A new question.
    pub fn start(&mut self, epoch: u32, scenario: Rc<Scenario>, jobs: Vec<Job>, place_wanted: bool) -> Option<Message> {
        self.epoch = epoch;
        self.scenario = Some(scenario);
        let orders = self.dispatch.start(epoch, jobs, place_wanted);
        self.carry_out(orders)
    }

    /// More of the same question.
    pub fn more(&mut self, jobs: Vec<Job>) -> Option<Message> {
        let orders = self.dispatch.more(jobs);
        self.carry_out(orders)
    }

    /// Nothing more is wanted.
    pub fn cancel(&mut self) {
        let orders = self.dispatch.cancel();
        self.carry_out(orders);
    }

    /// Takes in what a worker said; gives what the page should know.
    pub fn heard(&mut self, number: usize, birth: u32, heard: Heard) -> Vec<Message> {
        if self.live[number].as_ref().is_none_or(|live| live.birth != birth) {
            return Vec::new();
        }
        let Heard::Bytes(bytes) = heard else {
            let orders = self.dispatch.died(number);
            return self.carry_out(orders).into_iter().collect();
        };
        let mut messages = Vec::new();
        let orders = match decode::<FromWorker>(&bytes) {
            Ok(FromWorker::Ready { build }) if build == BUILD => self.dispatch.ready(number),
            Ok(FromWorker::Ready { .. }) => {
                messages.push(self.failed(super::text::OTHER_BUILD));
                Vec::new()
            }
            Ok(FromWorker::Placed { epoch, place }) => {
                messages.push(Message::Placed { epoch, place });
                Vec::new()
            }
            Ok(FromWorker::Done { epoch, outcome }) => {
                messages.push(Message::Arrived { epoch, outcome });
                self.dispatch.done(number)
            }
            Ok(FromWorker::Failed { epoch, message }) => {
                messages.push(Message::Failed { epoch, message });
                self.dispatch.cancel()
            }
            Err(message) => {
                messages.push(self.failed(&message));
                Vec::new()
            }
        };
        messages.extend(self.carry_out(orders));
        messages
    }

    fn failed(&self, words: &str) -> Message {
        Message::Failed { epoch: self.epoch, message: words.to_owned() }
    }

    fn carry_out(&mut self, orders: Vec<Order>) -> Option<Message> {
        let mut message = None;
        for order in orders {
            match order {
                Order::Spawn(number) => self.spawn(number),
                Order::Prepare { worker, epoch } => {
                    if let Some(scenario) = &self.scenario {
                        let scenario = Box::new(Scenario::clone(scenario));
                        self.send(worker, &ToWorker::Prepare { epoch, scenario, place: None });
                    }
                }
                Order::SendPlace { worker, epoch } => self.send(worker, &ToWorker::SendPlace { epoch }),
                Order::Run { worker, epoch, job } => self.send(worker, &ToWorker::Run { epoch, job }),
                Order::GiveUp => message = Some(self.failed(super::text::WORKERS_LOST)),
            }
        }
        message
    }

    fn spawn(&mut self, number: usize) {
        if let Some(old) = self.live[number].take() {
            old.worker.terminate();
        }
        self.births += 1;
        let birth = self.births;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(SCRIPT, &options) else {
            self.tell.emit((number, birth, Heard::Died));
            return;
        };
        let tell = self.tell.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                tell.emit((number, birth, Heard::Bytes(Uint8Array::new(&event.data()).to_vec())));
            }
        });
        let dead = |kind: &'static str| {
            let tell = self.tell.clone();
            EventListener::new(&worker, kind, move |_| tell.emit((number, birth, Heard::Died)))
        };
        let listeners = [message, dead("error"), dead("messageerror")];
        self.live[number] = Some(Live { worker, birth, _listeners: listeners });
    }

    fn send(&self, number: usize, message: &ToWorker) {
        let Some(live) = &self.live[number] else { return };
        match encode(message) {
            Ok(bytes) => {
                let array = Uint8Array::from(bytes.as_slice());
                let transfer = Array::of1(&array.buffer());
                if live.worker.post_message_with_transfer(&array.buffer(), &transfer).is_err() {
                    self.tell.emit((number, live.birth, Heard::Died));
                }
            }
            Err(_) => self.tell.emit((number, live.birth, Heard::Died)),
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for live in self.live.iter().flatten() {
            live.worker.terminate();
        }
    }
}
