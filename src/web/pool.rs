//! The workers as the browser has them: started, told, heard, ended. Who does what is decided by `session::dispatch`.

use super::pace::Pace;
use crate::ensemble::Job;
use crate::experiment::Experiment;
use crate::protocol::{BUILD, Figures, FromWorker, ToWorker, decode, encode};
use crate::scenario::Scenario;
use crate::session::batch::Work;
use crate::session::dispatch::{Dispatch, Order};
use crate::session::inquiries::{Said, Wanted};
use crate::session::kept::Said as Kept;
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::Said as Bench;
use crate::session::lab::order::Work as Wished;
use crate::session::{Message, page};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::{Array, Date, Function, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// The most workers used: more would cost memory for little.
const MOST: usize = 8;
/// Seconds between two requests for a sign of life.
const BEAT_SECONDS: u32 = 1;
/// Requests a worker may leave unanswered, at the least.
const PATIENCE: u32 = 5;
/// People that are allowed one request more: while a worker generates a place it does not listen.
const PEOPLE_A_BEAT: u32 = 1_000;
/// Months lived by persons that are allowed one request more: a slow device lives as many a second.
const MONTHS_A_BEAT: f64 = 60_000.0;
/// What the page's first script gives it: starts a worker and hands it its program, which that script has compiled.
const START: &str = "kithWorker";
/// The program of a worker, as that script names it.
const PROGRAM: &str = "worker";

/// A new worker.
fn worker() -> Result<Worker, JsValue> {
    let start: Function = Reflect::get(&js_sys::global(), &START.into())?.dyn_into()?;
    start.call1(&JsValue::NULL, &PROGRAM.into())?.dyn_into()
}

/// What came from a worker.
pub enum Heard {
    /// A message, as bytes.
    Bytes(Vec<u8>),
    /// It died or could not be started.
    Died,
}

/// How many workers a machine of so many cores gets: all of two, and of more all but the one that draws the page.
fn workers(cores: usize) -> usize {
    if cores <= 2 {
        cores.max(1)
    } else {
        (cores - 1).min(MOST)
    }
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
    /// The figures of its place, where workers do not have them.
    figures: Option<Figures>,
    epoch: u32,
    pace: Pace,
    trial: Trial,
    /// Whether workers were of another build.
    outdated: bool,
    tell: Callback<(usize, u32, Heard)>,
    _beat: Interval,
}

impl Pool {
    /// Starts the workers, as many as the machine has cores for. `tell` hears of everything with the worker's number and birth;
    /// `beat` is called when [`Pool::beat`] is due.
    pub fn new(tell: Callback<(usize, u32, Heard)>, beat: Callback<()>) -> Self {
        let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
        let count = workers(cores);
        let (dispatch, orders) = Dispatch::new(count);
        let beat = Interval::new(BEAT_SECONDS * 1000, move || beat.emit(()));
        let mut pool = Self {
            dispatch,
            live: (0..count).map(|_| None).collect(),
            births: 0,
            scenario: None,
            figures: None,
            epoch: 0,
            pace: Pace::new(count),
            trial: Trial::default(),
            outdated: false,
            tell,
            _beat: beat,
        };
        pool.carry_out(orders);
        pool
    }

    /// A new question, with the figures of its place where workers do not have them.
    pub fn start(
        &mut self,
        epoch: u32,
        (scenario, figures): (Rc<Scenario>, Option<Figures>),
        jobs: Vec<Job>,
        place_wanted: bool,
    ) -> Vec<Message> {
        self.epoch = epoch;
        self.figures = figures;
        self.pace.start(&scenario);
        self.scenario = Some(scenario);
        let orders = self.dispatch.start(epoch, jobs, place_wanted);
        self.carry_out(orders)
    }

    /// More of the same question.
    pub fn more(&mut self, jobs: Vec<Job>) -> Vec<Message> {
        let orders = self.dispatch.more(jobs);
        self.carry_out(orders)
    }

    /// Nothing more is wanted.
    pub fn cancel(&mut self) {
        let orders = self.dispatch.cancel();
        self.carry_out(orders);
    }

    /// Has a worker make a place from files.
    pub fn read_place(&self, tables: &[(String, Rc<Vec<u8>>)], area: String) {
        let files = tables
            .iter()
            .map(|(name, bytes)| (name.clone(), bytes.to_vec()))
            .collect();
        // The last worker: the first ones have what is looked at.
        self.send(self.live.len() - 1, &ToWorker::ReadPlace { files, area });
    }

    /// Has a worker read the code in a picture.
    pub fn read_code(&self, width: u32, luma: &[u8]) {
        self.send(
            self.live.len() - 1,
            &ToWorker::ReadCode {
                width,
                luma: luma.to_vec(),
            },
        );
    }

    /// An inquiry is to begin or to be dropped.
    pub fn inquire(&mut self, wanted: Wanted) -> Vec<Message> {
        let orders = match wanted {
            Wanted::Begin { number, ask } => {
                self.pace.begin();
                self.dispatch.inquire(number, ask)
            }
            Wanted::Drop => self.dispatch.drop_inquiry(),
        };
        self.carry_out(orders)
    }

    /// What the lab wants of its experiment.
    pub fn experiment(&mut self, wished: Wished, figures: Option<Figures>) -> Vec<Message> {
        let orders = match wished {
            Wished::Begin { number, experiment } => {
                self.trial = Trial {
                    experiment: Some(experiment),
                    figures,
                    parts: Vec::new(),
                    since: Date::now(),
                };
                self.dispatch.undertake(number)
            }
            Wished::Tasks { number, tasks } => {
                self.trial.since = Date::now();
                self.dispatch.add(number, tasks.into_iter().map(Work::Task))
            }
            Wished::Gather { number, parts } => {
                self.trial.parts = parts;
                self.dispatch.add(number, [Work::Gather])
            }
            Wished::Drop => {
                self.trial = Trial::default();
                self.dispatch.lay_down()
            }
        };
        self.carry_out(orders)
    }

    /// Seconds have passed: who is silent for too long is replaced.
    pub fn beat(&mut self) -> Vec<Message> {
        let people = self.scenario.as_ref().map_or(0, |scenario| scenario.people);
        let orders = self
            .dispatch
            .beat(PATIENCE + (people / PEOPLE_A_BEAT).max(self.trial.patience()));
        self.carry_out(orders)
    }

    /// Takes in what a worker said; gives what the page should know.
    #[expect(clippy::too_many_lines, reason = "an arm for each message of a worker")]
    pub fn heard(&mut self, number: usize, birth: u32, heard: Heard) -> Vec<Message> {
        if self.live[number]
            .as_ref()
            .is_none_or(|live| live.birth != birth)
        {
            return Vec::new();
        }
        let Heard::Bytes(bytes) = heard else {
            let orders = self.dispatch.died(number);
            return self.carry_out(orders);
        };
        self.dispatch.heard(number);
        let mut messages = Vec::new();
        let said = |said| Message::Inquiry(said);
        let orders = match decode::<FromWorker>(&bytes) {
            Ok(FromWorker::Ready { build }) if build == BUILD => self.dispatch.ready(number),
            Ok(FromWorker::Ready { .. }) => self.dispatch.other_build(number),
            Ok(FromWorker::Placed { epoch, place }) => {
                messages.push(Message::Placed { epoch, place });
                Vec::new()
            }
            Ok(FromWorker::Done { epoch, outcome }) => {
                let (awaited, orders) = self.dispatch.done(number, epoch);
                if awaited {
                    messages.extend(
                        self.pace
                            .done(number, outcome.arms.len())
                            .map(|pace| said(Said::Pace(pace))),
                    );
                    messages.push(Message::Arrived {
                        epoch,
                        outcomes: vec![outcome],
                    });
                }
                orders
            }
            Ok(FromWorker::Failed { epoch, message }) if epoch == self.epoch => {
                messages.push(Message::Failed { epoch, message });
                self.dispatch.cancel()
            }
            Ok(FromWorker::Failed { epoch, .. }) => self.dispatch.done(number, epoch).1,
            Ok(FromWorker::Lived {
                number: inquiry,
                lives,
            }) => {
                if let Some(lives) = self.dispatch.lived(number, inquiry, lives) {
                    messages.push(said(Said::Lived {
                        number: inquiry,
                        lives,
                        seconds: self.pace.seconds(),
                    }));
                }
                Vec::new()
            }
            Ok(FromWorker::Part {
                number: inquiry,
                task,
                bytes,
            }) => self.dispatch.part(number, inquiry, task, bytes),
            Ok(FromWorker::Answered {
                number: inquiry,
                answer,
            }) => {
                let (wanted, orders) = self.dispatch.concluded(number, inquiry);
                if wanted {
                    messages.push(said(Said::Answered {
                        number: inquiry,
                        answer: Rc::new(answer),
                    }));
                }
                orders
            }
            Ok(FromWorker::Refused {
                number: inquiry,
                message,
            }) => {
                let (wanted, orders) = self.dispatch.concluded(number, inquiry);
                if wanted {
                    messages.push(said(Said::Refused {
                        number: inquiry,
                        words: message,
                    }));
                }
                orders
            }
            Ok(FromWorker::PlaceRead(answer)) => {
                messages.push(Message::Kept(Kept::PlaceRead(answer)));
                Vec::new()
            }
            Ok(FromWorker::CodeRead(answer)) => {
                messages.push(Message::Workshop(
                    crate::session::workshop::Said::PictureRead(answer),
                ));
                Vec::new()
            }
            Ok(FromWorker::Alive) => Vec::new(),
            Ok(from) => self.heard_of_experiment(number, from, &mut messages),
            // The first word of every build is its build. Where not even that can be read, it is another one.
            Err(_) if !self.dispatch.is_up(number) => self.dispatch.other_build(number),
            Err(message) => {
                messages.push(self.failed(&message));
                Vec::new()
            }
        };
        messages.extend(self.carry_out(orders));
        messages
    }

    /// Takes in what a worker said of the experiment.
    fn heard_of_experiment(
        &mut self,
        worker: usize,
        from: FromWorker,
        messages: &mut Vec<Message>,
    ) -> Vec<Order> {
        let said = |said| Message::Lab(Lab::Bench(said));
        let (awaited, orders, bench) = match from {
            FromWorker::Sized {
                number,
                tasks,
                lives_a_task,
            } => {
                let (awaited, orders) = self.dispatch.experiment_done(worker, number, Work::Size);
                (
                    awaited,
                    orders,
                    Bench::Sized {
                        number,
                        tasks,
                        lives_a_task,
                    },
                )
            }
            FromWorker::Worked { number, lives } => {
                let lives = self.dispatch.experiment_lived(worker, number, lives);
                let seconds = (Date::now() - self.trial.since) / 1000.0;
                (
                    lives.is_some(),
                    Vec::new(),
                    Bench::Lived {
                        number,
                        lives: lives.unwrap_or_default(),
                        seconds,
                    },
                )
            }
            FromWorker::TaskDone {
                number,
                task,
                bytes,
            } => {
                let (awaited, orders) =
                    self.dispatch
                        .experiment_done(worker, number, Work::Task(task));
                (
                    awaited,
                    orders,
                    Bench::Part {
                        number,
                        task,
                        bytes,
                    },
                )
            }
            FromWorker::Gathered { number, results } => {
                let (awaited, orders) = self.dispatch.experiment_done(worker, number, Work::Gather);
                (
                    awaited,
                    orders,
                    Bench::Gathered {
                        number,
                        results: Rc::from(results),
                    },
                )
            }
            FromWorker::Declined { number, message } => (
                true,
                Vec::new(),
                Bench::Declined {
                    number,
                    words: message,
                },
            ),
            _ => return Vec::new(),
        };
        messages.extend(awaited.then(|| said(bench)));
        orders
    }

    fn failed(&self, words: &str) -> Message {
        Message::Failed {
            epoch: self.epoch,
            message: words.to_owned(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "an arm for each order")]
    fn carry_out(&mut self, orders: Vec<Order>) -> Vec<Message> {
        let mut messages = Vec::new();
        for order in orders {
            match order {
                Order::Spawn(number) => self.spawn(number),
                Order::Prepare { worker, epoch } => {
                    if let Some(scenario) = &self.scenario {
                        let scenario = Box::new(Scenario::clone(scenario));
                        self.send(
                            worker,
                            &ToWorker::Prepare {
                                epoch,
                                scenario,
                                place: None,
                                figures: self.figures.clone(),
                            },
                        );
                    }
                }
                Order::SendPlace { worker, epoch } => {
                    self.send(worker, &ToWorker::SendPlace { epoch });
                }
                Order::Run { worker, epoch, job } => {
                    self.pace.run(worker, &job);
                    self.send(worker, &ToWorker::Run { epoch, job });
                }
                Order::Ask {
                    worker,
                    number,
                    ask,
                    task,
                } => self.send(worker, &ToWorker::Ask { number, ask, task }),
                Order::Conclude {
                    worker,
                    number,
                    ask,
                    parts,
                } => self.send(worker, &ToWorker::Conclude { number, ask, parts }),
                Order::Abandon { number } => {
                    messages.push(Message::Inquiry(Said::Refused {
                        number,
                        words: super::text::why::WORKERS_LOST.to_string(),
                    }));
                }
                Order::Undertake { worker, number } => {
                    if let Some(experiment) = &self.trial.experiment {
                        let experiment = Box::new(Experiment::clone(experiment));
                        self.send(
                            worker,
                            &ToWorker::Undertake {
                                number,
                                experiment,
                                figures: self.trial.figures.clone(),
                            },
                        );
                    }
                }
                Order::Task {
                    worker,
                    number,
                    task,
                } => self.send(worker, &ToWorker::Task { number, task }),
                Order::Gather { worker, number } => {
                    let parts = self.trial.parts.iter().map(|part| part.to_vec()).collect();
                    self.send(worker, &ToWorker::Gather { number, parts });
                }
                Order::Fold { number } => {
                    let words = super::text::lab::WORKERS_LOST.to_string();
                    messages.push(Message::Lab(Lab::Bench(Bench::Declined { number, words })));
                }
                Order::Stop(worker) => self.send(worker, &ToWorker::Stop),
                Order::Ping(worker) => self.send(worker, &ToWorker::Ping),
                Order::OtherBuild => {
                    self.outdated = true;
                    messages.push(Message::Page(page::Said::NewerBuild));
                }
                Order::GiveUp => {
                    let words = if self.outdated {
                        super::text::OTHER_BUILD
                    } else {
                        super::text::WORKERS_LOST
                    };
                    messages.push(self.failed(words.text()));
                }
            }
        }
        messages
    }

    fn spawn(&mut self, number: usize) {
        if let Some(old) = self.live[number].take() {
            old.worker.terminate();
        }
        self.births += 1;
        let birth = self.births;
        let Ok(worker) = worker() else {
            self.tell.emit((number, birth, Heard::Died));
            return;
        };
        let tell = self.tell.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                tell.emit((
                    number,
                    birth,
                    Heard::Bytes(Uint8Array::new(&event.data()).to_vec()),
                ));
            }
        });
        let dead = |kind: &'static str| {
            let tell = self.tell.clone();
            EventListener::new(&worker, kind, move |_| {
                tell.emit((number, birth, Heard::Died));
            })
        };
        let listeners = [message, dead("error"), dead("messageerror")];
        self.live[number] = Some(Live {
            worker,
            birth,
            _listeners: listeners,
        });
    }

    fn send(&self, number: usize, message: &ToWorker) {
        let Some(live) = &self.live[number] else {
            return;
        };
        match encode(message) {
            Ok(bytes) => {
                let array = Uint8Array::from(bytes.as_slice());
                let transfer = Array::of1(&array.buffer());
                if live
                    .worker
                    .post_message_with_transfer(&array.buffer(), &transfer)
                    .is_err()
                {
                    self.tell.emit((number, live.birth, Heard::Died));
                }
            }
            Err(_) => self.tell.emit((number, live.birth, Heard::Died)),
        }
    }
}

/// The experiment that workers are at.
#[derive(Default)]
struct Trial {
    experiment: Option<Rc<Experiment>>,
    /// The figures of its place, where workers do not have them.
    figures: Option<Figures>,
    /// Parts of all tasks, once they are to be put together.
    parts: Vec<Rc<[u8]>>,
    /// When its tasks began. Unit: milliseconds.
    since: f64,
}

impl Trial {
    /// Requests that a worker may leave unanswered beyond the usual: it does not listen while it lives a world.
    fn patience(&self) -> u32 {
        self.experiment.as_ref().map_or(0, |experiment| {
            let scenario = &experiment.scenario;
            let months = scenario.months() + scenario.spin_up_months;
            (f64::from(scenario.people) * f64::from(months) / MONTHS_A_BEAT) as u32
        })
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for live in self.live.iter().flatten() {
            live.worker.terminate();
        }
    }
}
