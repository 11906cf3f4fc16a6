//! The worker: prepares a scenario, runs jobs in slices and listens between them, answers with bytes. Knows no page.

use crate::analysis::lives::question::REPLICATE;
use crate::ensemble::kept::{same_place, same_spin_up};
use crate::ensemble::lives::Following;
use crate::ensemble::prepared::Start;
use crate::ensemble::sliced::Sliced;
use crate::ensemble::{self, Job, Prepared};
use crate::experiment::{Experiment, Ready};
use crate::place::Place;
use crate::protocol::asked::Asked;
use crate::protocol::{Ask, BUILD, Figures, FromWorker, Inquiry, ToWorker, decode, encode};
use crate::scenario::Scenario;
use crate::scenario::own::Carried;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// Person-months lived between two looks at what the page says: some milliseconds, so that a job nobody wants any more ends
/// well within 50 ms.
const SLICE: u32 = 20_000;
/// Persons whose spun-up worlds are kept: about 100 MB at the most.
const KEPT_PERSONS: u32 = 100_000;

/// Starts the worker: it says that it is ready and then answers what it is told.
pub fn main() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let work: Rc<RefCell<Work>> = Rc::default();
    // A message to itself queues behind what the page has said meanwhile, and is not held back as timers are.
    let turn = Turn(channel.port2());
    let (speaker, own, own_turn) = (scope.clone(), Rc::clone(&work), Turn(channel.port2()));
    let slice = Closure::<dyn FnMut()>::new(move || {
        let mut work = own.borrow_mut();
        if let Some(answer) = work.slice() {
            send(&speaker, &answer);
        }
        if work.wants_a_turn() {
            own_turn.ask();
        }
    });
    channel
        .port1()
        .set_onmessage(Some(slice.as_ref().unchecked_ref()));
    slice.forget();
    let speaker = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        let mut work = work.borrow_mut();
        if let Some(answer) = work.answer(&bytes, &|sign| send(&speaker, &sign)) {
            send(&speaker, &answer);
        }
        if work.wants_a_turn() {
            turn.ask();
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    listener.forget();
    send(
        &scope,
        &FromWorker::Ready {
            build: BUILD.to_owned(),
        },
    );
}

/// How the worker gives itself another turn.
struct Turn(MessagePort);

impl Turn {
    fn ask(&self) {
        if self.0.post_message(&JsValue::NULL).is_err() {
            wasm_bindgen::throw_str("the worker cannot give itself a turn");
        }
    }
}

/// What the worker keeps from one message to the next.
#[derive(Default)]
struct Work {
    /// The last place whose figures came beside a scenario: equal ids are equal places, so that they are read once.
    known: Option<(String, Carried)>,
    prepared: Option<Prepared>,
    /// Spun-up worlds by replicate: nothing that an arm can change reaches back into them. Those that came first are kept,
    /// because replicates are asked for in the same order again and again.
    starts: BTreeMap<u32, Arc<Start>>,
    running: Option<(u32, Sliced)>,
    /// The inquiry that tasks are being done of, with its number.
    asked: Option<(u32, Asked)>,
    /// A life of an inquiry that is being followed, with the inquiry's number and the task: lived in slices, as jobs are,
    /// because people ask for one life after another.
    following: Option<(u32, u32, Following)>,
    /// The experiment that tasks are done of, with its number.
    undertaken: Option<(u32, Ready)>,
    /// Whether a turn is on its way.
    turning: bool,
}

impl Work {
    /// A scenario with the place that came beside it: figures do not travel inside it.
    fn carrying(
        &mut self,
        scenario: Scenario,
        figures: Option<Figures>,
    ) -> Result<Scenario, String> {
        let Some(figures) = figures else {
            return Ok(scenario);
        };
        let own = match &self.known {
            Some((id, known)) if *id == scenario.place => known.clone(),
            _ => self
                .known
                .insert((scenario.place.clone(), figures.carried(&scenario.place)?))
                .1
                .clone(),
        };
        Ok(Scenario { own, ..scenario })
    }

    /// The answer to a message; signs of life from a long task go out through `tell`.
    #[expect(clippy::too_many_lines, reason = "an arm for each message to a worker")]
    fn answer(&mut self, bytes: &[u8], tell: &dyn Fn(FromWorker)) -> Option<FromWorker> {
        match decode::<ToWorker>(bytes) {
            Err(message) => Some(FromWorker::Failed { epoch: 0, message }),
            Ok(ToWorker::Prepare {
                epoch,
                scenario,
                place,
                figures,
            }) => self
                .carrying(*scenario, figures)
                .and_then(|scenario| self.prepare(scenario, place))
                .err()
                .map(|message| FromWorker::Failed { epoch, message }),
            Ok(ToWorker::ReadPlace { files, area }) => {
                let read = crate::place::census::from_files(&files, &area);
                Some(FromWorker::PlaceRead(
                    read.map(|reading| (reading.profile.to_toml(), reading.remarks)),
                ))
            }
            Ok(ToWorker::SendPlace { epoch }) => {
                self.prepared.as_ref().map(|ready| FromWorker::Placed {
                    epoch,
                    place: Box::new(Place::clone(&ready.place)),
                })
            }
            Ok(ToWorker::Run { epoch, job }) => {
                self.running = self
                    .prepared
                    .as_ref()
                    .map(|prepared| (epoch, self.begun(prepared, job)));
                None
            }
            Ok(ToWorker::Ask {
                number,
                ask:
                    Ask {
                        inquiry: Inquiry::Life { person, arms },
                        ..
                    },
                task,
            }) => {
                let start = self.starts.get(&REPLICATE).cloned();
                let arm = arms[task as usize % arms.len()];
                let begun = |prepared: &Prepared| {
                    (
                        number,
                        task,
                        Following::new(prepared, REPLICATE, arm, person, start),
                    )
                };
                self.following = self.prepared.as_ref().map(begun);
                None
            }
            Ok(ToWorker::Ask { number, ask, task }) => {
                let mut lives = 0;
                let mut lived = || {
                    lives += 1;
                    tell(FromWorker::Lived { number, lives });
                };
                let part = self
                    .asked(number, ask)
                    .and_then(|asked| asked.part(task, &mut lived));
                Some(match part {
                    Ok(bytes) => FromWorker::Part {
                        number,
                        task,
                        bytes,
                    },
                    Err(message) => FromWorker::Refused { number, message },
                })
            }
            Ok(ToWorker::Conclude { number, ask, parts }) => {
                let answer = self
                    .asked(number, ask)
                    .and_then(|asked| asked.conclude(&parts));
                // Nothing more is asked of it: a second place is not kept.
                self.asked = None;
                Some(match answer {
                    Ok(answer) => FromWorker::Answered { number, answer },
                    Err(message) => FromWorker::Refused { number, message },
                })
            }
            Ok(ToWorker::Stop) => {
                self.running = None;
                self.following = None;
                None
            }
            Ok(ToWorker::Ping) => Some(FromWorker::Alive),
            Ok(ToWorker::Undertake {
                number,
                experiment,
                figures,
            }) => Some(match self.carrying(experiment.scenario.clone(), figures) {
                Ok(scenario) => self.undertake(
                    number,
                    &Experiment {
                        scenario,
                        ..*experiment
                    },
                ),
                Err(message) => FromWorker::Declined { number, message },
            }),
            Ok(ToWorker::Task { number, task }) => {
                let mut lives = 0;
                let mut lived = || {
                    lives += 1;
                    tell(FromWorker::Worked { number, lives });
                };
                let part = self
                    .undertaken(number)
                    .and_then(|ready| ready.part(task, &mut lived));
                Some(match part {
                    Ok(bytes) => FromWorker::TaskDone {
                        number,
                        task,
                        bytes,
                    },
                    Err(message) => FromWorker::Declined { number, message },
                })
            }
            Ok(ToWorker::Gather { number, parts }) => Some(
                match self
                    .undertaken(number)
                    .and_then(|ready| ready.results(&parts))
                {
                    Ok(results) => FromWorker::Gathered {
                        number,
                        results: Box::new(results),
                    },
                    Err(message) => FromWorker::Declined { number, message },
                },
            ),
            Ok(ToWorker::ReadCode { width, luma }) => Some(FromWorker::CodeRead(
                crate::protocol::scan::read(width as usize, &luma),
            )),
        }
    }

    /// Makes an experiment ready; a place that is there already is used again.
    fn undertake(&mut self, number: u32, experiment: &Experiment) -> FromWorker {
        // A second place is not kept while a third one is made.
        self.undertaken = None;
        let there = self
            .prepared
            .as_ref()
            .filter(|there| same_place(&there.scenario, &experiment.scenario));
        let place = there.map(|there| Prepared {
            scenario: experiment.scenario.clone(),
            place: Arc::clone(&there.place),
        });
        match Ready::new(experiment, place) {
            Ok(ready) => {
                let (tasks, lives_a_task) = (ready.tasks(), ready.lives_a_task());
                self.undertaken = Some((number, ready));
                FromWorker::Sized {
                    number,
                    tasks,
                    lives_a_task,
                }
            }
            Err(message) => FromWorker::Declined { number, message },
        }
    }

    /// The experiment of a number.
    fn undertaken(&self, number: u32) -> Result<&Ready, String> {
        let own = self.undertaken.as_ref().filter(|(own, _)| *own == number);
        own.map(|(_, ready)| ready)
            .ok_or_else(|| "the experiment could not be made ready".to_owned())
    }

    /// Makes a scenario ready; the place is kept where it is the same, because generating one takes longest.
    fn prepare(&mut self, scenario: Scenario, place: Option<Box<Place>>) -> Result<(), String> {
        self.running = None;
        self.following = None;
        self.asked = None;
        let before = self.prepared.take();
        let same = before
            .as_ref()
            .is_some_and(|b| same_place(&b.scenario, &scenario));
        if !before
            .as_ref()
            .is_some_and(|b| same_spin_up(&b.scenario, &scenario))
            || place.is_some()
        {
            self.starts.clear();
        }
        self.prepared = Some(match (place, before) {
            (Some(place), _) => Prepared {
                scenario,
                place: Arc::new(*place),
            },
            (None, Some(before)) if same => Prepared {
                scenario,
                place: before.place,
            },
            (None, _) => ensemble::prepare(scenario)?,
        });
        Ok(())
    }

    /// The inquiry of a number, made ready with its first task.
    fn asked(&mut self, number: u32, ask: Ask) -> Result<&Asked, String> {
        let asked = match self.asked.take() {
            Some((own, asked)) if own == number => asked,
            _ => {
                let prepared = self
                    .prepared
                    .as_ref()
                    .ok_or("the scenario could not be made ready")?;
                Asked::new(prepared, ask, None)?
            }
        };
        Ok(&self.asked.insert((number, asked)).1)
    }

    fn begun(&self, prepared: &Prepared, job: Job) -> Sliced {
        let start = self.starts.get(&job.replicate).cloned();
        Sliced::new(prepared, job, start)
    }

    /// Whether there is something to do and no turn on its way; then one is taken to be asked for.
    fn wants_a_turn(&mut self) -> bool {
        (self.running.is_some() || self.following.is_some())
            && !std::mem::replace(&mut self.turning, true)
    }

    /// Lives a slice of one person's life; the part when that was the last.
    fn follow(&mut self) -> Option<FromWorker> {
        let (prepared, (number, task, following)) =
            (self.prepared.as_ref()?, self.following.as_mut()?);
        let lived =
            following.advance(prepared, (SLICE / prepared.scenario.people.max(1)).max(1))?;
        let (number, task) = (*number, *task);
        self.following = None;
        Some(match encode(&lived) {
            Ok(bytes) => FromWorker::Part {
                number,
                task,
                bytes,
            },
            Err(message) => FromWorker::Refused { number, message },
        })
    }

    /// Lives a slice of what is running; the outcome when that was the last.
    fn slice(&mut self) -> Option<FromWorker> {
        self.turning = false;
        if self.following.is_some() {
            return self.follow();
        }
        let (prepared, (epoch, sliced)) = (self.prepared.as_ref()?, self.running.as_mut()?);
        let people = prepared.scenario.people.max(1);
        let outcome = sliced.advance(prepared, (SLICE / people).max(1));
        let room = (self.starts.len() as u32).saturating_mul(people) < KEPT_PERSONS;
        if let (Some(start), true) = (sliced.start(), room || sliced.job().replicate == 0) {
            self.starts
                .entry(sliced.job().replicate)
                .or_insert_with(|| Arc::clone(start));
        }
        let answer = FromWorker::Done {
            epoch: *epoch,
            outcome: outcome?,
        };
        self.running = None;
        Some(answer)
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
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
