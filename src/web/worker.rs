//! The worker: prepares a scenario, runs jobs, answers with bytes. Knows no page and keeps nothing but the last scenario.

use crate::ensemble::prepared::Start;
use crate::ensemble::{self, Job, Outcome, Prepared};
use crate::place::Place;
use crate::protocol::{BUILD, FromWorker, ToWorker, decode, encode};
use crate::scenario::Scenario;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Starts the worker: it says that it is ready and then answers what it is told.
pub fn main() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let work: Rc<RefCell<Work>> = Rc::default();
    let speaker = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        for answer in work.borrow_mut().answers(&bytes) {
            send(&speaker, &answer);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    listener.forget();
    send(&scope, &FromWorker::Ready { build: BUILD.to_owned() });
}

/// What the worker keeps from one message to the next.
#[derive(Default)]
struct Work {
    prepared: Option<Prepared>,
    /// The world spun up for the first re-run: a hand on a slider asks for that one again and again, and nothing that
    /// an arm can change reaches back into it.
    first: Option<Start>,
}

impl Work {
    fn answers(&mut self, bytes: &[u8]) -> Vec<FromWorker> {
        match decode::<ToWorker>(bytes) {
            Err(message) => vec![FromWorker::Failed { epoch: 0, message }],
            Ok(ToWorker::Prepare { epoch, scenario, place }) => match self.prepare(*scenario, place) {
                Ok(()) => Vec::new(),
                Err(message) => vec![FromWorker::Failed { epoch, message }],
            },
            Ok(ToWorker::SendPlace { epoch }) => {
                self.prepared.iter().map(|ready| FromWorker::Placed { epoch, place: Box::new(Place::clone(&ready.place)) }).collect()
            }
            Ok(ToWorker::Run { epoch, job }) => self.run(&job).map(|outcome| FromWorker::Done { epoch, outcome }).into_iter().collect(),
        }
    }

    /// Makes a scenario ready; the place is kept where it is the same, because generating one takes longest.
    fn prepare(&mut self, scenario: Scenario, place: Option<Box<Place>>) -> Result<(), String> {
        let before = self.prepared.take();
        let same_place = before.as_ref().is_some_and(|b| same_place(&b.scenario, &scenario));
        if !before.as_ref().is_some_and(|b| same_spin_up(&b.scenario, &scenario)) || place.is_some() {
            self.first = None;
        }
        self.prepared = Some(match (place, before) {
            (Some(place), _) => Prepared { scenario, place: Arc::new(*place) },
            (None, Some(before)) if same_place => Prepared { scenario, place: before.place },
            (None, _) => ensemble::prepare(scenario)?,
        });
        Ok(())
    }

    fn run(&mut self, job: &Job) -> Option<Outcome> {
        let prepared = self.prepared.as_ref()?;
        if job.replicate != 0 {
            return Some(ensemble::run(prepared, job));
        }
        let start = self.first.get_or_insert_with(|| prepared.spin_up(0));
        Some(Outcome { replicate: 0, arms: job.arms.iter().map(|arm| prepared.live(start, *arm, job.frames)).collect() })
    }
}

/// Whether two scenarios have the same people.
fn same_place(a: &Scenario, b: &Scenario) -> bool {
    (&a.place, a.people, a.seed) == (&b.place, b.people, b.seed)
}

/// Whether two scenarios are one until the arms branch.
fn same_spin_up(a: &Scenario, b: &Scenario) -> bool {
    same_place(a, b) && a.spin_up_months == b.spin_up_months && a.parameters == b.parameters
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
