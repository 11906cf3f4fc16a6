//! One experiment at a time: asked, sized, lived part by part, put together. Every part is kept on the device at once, so that
//! whoever closes the page goes on later where it stopped. Knows no way of living a world.

use super::beside::beside;
use super::form::Form;
pub use super::going::{Finished, Going};
use super::map::{Asked, Map};
use super::order::{Keep, Order, Work};
use super::record::{self, Head, Unfinished};
use crate::experiment::{self, Experiment, hash};
use crate::report::Report;
use crate::scenario::Scenario;
use crate::session::action::Action;
use crate::session::effect::Effect;
use crate::session::kept::file::Import;
use crate::session::kept::record::Refusal;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is asked, what is on its way, what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bench {
    /// What the form says.
    pub form: Form,
    /// An experiment from a file, in place of the form's.
    pub loaded: Option<(String, Rc<Experiment>)>,
    /// Why the last file could not be used.
    pub import: Option<Import>,
    /// What is on its way.
    pub going: Option<Going>,
    /// What the last one came to.
    pub finished: Option<Finished>,
    /// Why the last one could not be done.
    pub failure: Option<String>,
    /// Experiments on this device that were not done to the end; nothing before they were asked for.
    pub unfinished: Option<Vec<Unfinished>>,
    /// Why parts are not kept on this device, if so.
    pub not_kept: Option<Refusal>,
    /// The map of two assumptions.
    pub map: Map,
    numbers: u32,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The lab was opened: what is on this device?
    Opened,
    /// To the form.
    Form(super::form::Said),
    /// To the map.
    Map(super::map::Said),
    /// Begin what the form, or the file, says.
    Run,
    /// Give it as a file.
    Export,
    /// What was wrong with the last file has been read.
    ImportRead,
    /// Put the experiment of the file aside.
    PutAside,
    /// Stop; what is done stays on this device.
    Stop,
    /// Go on with one of an earlier time, by hash.
    Resume(String),
    /// Throw one of an earlier time away, by hash.
    Discard(String),
    /// Another tab has begun, finished or thrown away an experiment.
    Elsewhere,
    /// What is on this device.
    Listed(Result<Vec<(String, Vec<u8>, u32)>, Refusal>),
    /// Parts of an earlier time, by hash.
    Read(String, Result<Vec<(u32, Vec<u8>)>, Refusal>),
    /// Whether something was kept.
    Stored(Result<(), Refusal>),
    /// How large the experiment is.
    Sized {
        /// Its number.
        number: u32,
        /// Tasks.
        tasks: u32,
        /// Worlds lived for each.
        lives_a_task: u32,
    },
    /// Worlds were lived.
    Lived {
        /// Its number.
        number: u32,
        /// How many in tasks that are not done.
        lives: u32,
        /// Since its tasks began. Unit: seconds.
        seconds: f64,
    },
    /// A task is done.
    Part {
        /// Its number.
        number: u32,
        /// Which task.
        task: u32,
        /// What it came to.
        bytes: Vec<u8>,
    },
    /// All is done.
    Gathered {
        /// Its number.
        number: u32,
        /// The results.
        results: Rc<Report>,
    },
    /// It cannot be done; the words are for people.
    Declined {
        /// Its number.
        number: u32,
        /// Why.
        words: String,
    },
}

fn work(work: Work) -> Action {
    Effect::Lab(Order::Work(work)).into()
}

fn keep(keep: Keep) -> Action {
    Effect::Lab(Order::Keep(keep)).into()
}

/// Takes in what happened.
pub fn update(bench: &mut Bench, said: Said, scenario: &Rc<Scenario>) -> Vec<Action> {
    match said {
        Said::Opened => {
            bench.map.open();
            if bench.unfinished.is_none() {
                return vec![keep(Keep::List)];
            }
        }
        Said::Form(said) => bench.form.update(said, scenario),
        Said::Map(said) => {
            let busy = bench.going.is_some();
            match super::map::update(&mut bench.map, said, scenario, busy) {
                Asked::Nothing => {}
                Asked::Run(experiment) => return begin(bench, experiment, BTreeMap::new(), true),
                Asked::Open(there) => return vec![Action::Open(there)],
            }
        }
        Said::Run => return run(bench, scenario),
        Said::Export => return export(bench, scenario),
        Said::ImportRead => bench.import = None,
        Said::PutAside => bench.loaded = None,
        Said::Stop => return stop(bench),
        Said::Resume(hash) if bench.going.is_none() => return vec![keep(Keep::Read(hash))],
        Said::Discard(hash) => {
            bench.forget(&hash);
            return vec![keep(Keep::Remove(hash))];
        }
        Said::Elsewhere => {
            if bench.unfinished.is_some() {
                return vec![keep(Keep::List)];
            }
        }
        Said::Listed(Ok(found)) => bench.list(record::unfinished(found)),
        Said::Listed(Err(refusal)) => {
            bench.unfinished = Some(Vec::new());
            bench.not_kept = Some(refusal);
        }
        Said::Read(hash, parts) => return resume(bench, &hash, parts),
        Said::Stored(answer) => {
            if let Err(refusal) = answer {
                bench.not_kept = Some(refusal);
            }
        }
        Said::Sized {
            number,
            tasks,
            lives_a_task,
        } if bench.is_going(number) => return sized(bench, tasks, lives_a_task),
        Said::Lived {
            number,
            lives,
            seconds,
        } if bench.is_going(number) => {
            if let Some(going) = &mut bench.going {
                (going.out, going.seconds) = (lives, seconds);
            }
        }
        Said::Part {
            number,
            task,
            bytes,
        } if bench.is_going(number) => return part(bench, task, bytes),
        Said::Gathered { number, results } if bench.is_going(number) => {
            return gathered(bench, results);
        }
        Said::Declined { number, words } if bench.is_going(number) => {
            bench.failure = Some(words);
            bench.going = None;
            return vec![work(Work::Drop)];
        }
        // Late words about an experiment that is not wanted any more.
        Said::Resume(_)
        | Said::Sized { .. }
        | Said::Lived { .. }
        | Said::Part { .. }
        | Said::Gathered { .. }
        | Said::Declined { .. } => {}
    }
    Vec::new()
}

impl Bench {
    fn is_going(&self, number: u32) -> bool {
        self.going
            .as_ref()
            .is_some_and(|going| going.number == number)
    }

    /// Lists what this device holds. What is on its way here is no work that was left.
    fn list(&mut self, mut found: Vec<Unfinished>) {
        let going = self.going.as_ref();
        found.retain(|known| going.is_none_or(|going| going.hash != known.hash));
        self.unfinished = Some(found);
    }

    fn forget(&mut self, hash: &str) {
        if let Some(unfinished) = &mut self.unfinished {
            unfinished.retain(|known| known.hash != hash);
        }
    }

    /// Which assumptions hold, where the experiment is a file's and those of the page are others.
    pub fn beside(&self, scenario: &Scenario) -> Option<String> {
        self.loaded
            .as_ref()
            .and_then(|(_, experiment)| beside(experiment, scenario))
    }

    /// The experiment that would be run: the file's, or the form's.
    ///
    /// Errors: what is wrong with the form, field by field.
    pub fn asked(
        &self,
        scenario: &Scenario,
    ) -> Result<Rc<Experiment>, Vec<crate::scenario::validate::Problem>> {
        self.loaded.as_ref().map_or_else(
            || self.form.read(scenario).map(Rc::new),
            |(_, experiment)| Ok(Rc::clone(experiment)),
        )
    }
}

fn run(bench: &mut Bench, scenario: &Scenario) -> Vec<Action> {
    match bench.asked(scenario) {
        Ok(experiment) if bench.going.is_none() => {
            let beside = bench.beside(scenario);
            let actions = begin(bench, experiment, BTreeMap::new(), false);
            if let Some(going) = &mut bench.going {
                going.beside = beside;
            }
            actions
        }
        _ => Vec::new(),
    }
}

/// Begins an experiment, with the parts of an earlier time.
fn begin(
    bench: &mut Bench,
    experiment: Rc<Experiment>,
    resumed: BTreeMap<u32, Rc<[u8]>>,
    is_map: bool,
) -> Vec<Action> {
    bench.numbers += 1;
    let (number, hash) = (bench.numbers, hash(&experiment));
    bench.failure = None;
    // A map beside the results does not push them out.
    if !is_map {
        bench.finished = None;
    }
    bench.going = Some(Going {
        number,
        experiment: Rc::clone(&experiment),
        hash,
        is_map,
        beside: None,
        parts: Vec::new(),
        resumed,
        lives_a_task: 0,
        out: 0,
        before: 0,
        seconds: 0.0,
    });
    vec![work(Work::Begin { number, experiment })]
}

fn export(bench: &Bench, scenario: &Scenario) -> Vec<Action> {
    let Ok(experiment) = bench.asked(scenario) else {
        return Vec::new();
    };
    let heading = format!(
        "# An experiment of Kith {}. Drop it on the Lab, or: kith sweep FILE\n",
        crate::session::link::VERSION
    );
    let order = Order::Download {
        name: "kith-experiment.toml".to_owned(),
        kind: "application/toml",
        text: heading + &experiment::write(&experiment),
    };
    vec![Effect::Lab(order).into()]
}

/// Stops; what is done can be gone on with, where it could be kept.
fn stop(bench: &mut Bench) -> Vec<Action> {
    let Some(going) = bench.going.take() else {
        return Vec::new();
    };
    if going.done() > 0 && bench.not_kept.is_none() && !going.is_map {
        bench.forget(&going.hash);
        let head = Unfinished {
            hash: going.hash.clone(),
            done: going.done(),
            head: Ok(Head::of(&going.experiment, going.tasks())),
        };
        bench.unfinished.get_or_insert_default().push(head);
    }
    vec![work(Work::Drop)]
}

fn resume(
    bench: &mut Bench,
    hash: &str,
    parts: Result<Vec<(u32, Vec<u8>)>, Refusal>,
) -> Vec<Action> {
    let found = bench
        .unfinished
        .iter()
        .flatten()
        .find(|known| known.hash == hash);
    let experiment = found.and_then(|known| known.head.as_ref().ok()?.experiment());
    let (Some(experiment), None) = (experiment, &bench.going) else {
        return Vec::new();
    };
    match parts {
        Ok(parts) => {
            bench.forget(hash);
            let parts = parts
                .into_iter()
                .map(|(task, bytes)| (task, Rc::from(bytes)))
                .collect();
            begin(bench, Rc::new(experiment), parts, false)
        }
        Err(refusal) => {
            bench.not_kept = Some(refusal);
            Vec::new()
        }
    }
}

fn sized(bench: &mut Bench, tasks: u32, lives_a_task: u32) -> Vec<Action> {
    let kept = bench.not_kept.is_none();
    let Some(going) = bench.going.as_mut().filter(|going| going.parts.is_empty()) else {
        return Vec::new();
    };
    let mut resumed = std::mem::take(&mut going.resumed);
    going.parts = (0..tasks).map(|task| resumed.remove(&task)).collect();
    going.lives_a_task = lives_a_task;
    going.before = going.done();
    let missing: Vec<u32> = (0..tasks)
        .filter(|task| going.parts[*task as usize].is_none())
        .collect();
    let mut actions = Vec::new();
    if kept && !going.is_map {
        actions.push(keep(Keep::Head(
            going.hash.clone(),
            Head::of(&going.experiment, tasks).to_bytes(),
        )));
    }
    let number = going.number;
    match going.parts.iter().cloned().collect::<Option<Vec<_>>>() {
        Some(parts) => actions.push(work(Work::Gather { number, parts })),
        None => actions.push(work(Work::Tasks {
            number,
            tasks: missing,
        })),
    }
    actions
}

fn part(bench: &mut Bench, task: u32, bytes: Vec<u8>) -> Vec<Action> {
    let kept = bench.not_kept.is_none();
    let Some(going) = &mut bench.going else {
        return Vec::new();
    };
    let Some(place) = going.parts.get_mut(task as usize) else {
        return Vec::new();
    };
    let bytes: Rc<[u8]> = Rc::from(bytes);
    *place = Some(Rc::clone(&bytes));
    let mut actions = Vec::new();
    if going.is_map {
        bench.map.take(&going.experiment, task, &bytes);
    } else if kept {
        actions.push(keep(Keep::Part(going.hash.clone(), task, bytes)));
    }
    if let Some(parts) = going.parts.iter().cloned().collect::<Option<Vec<_>>>() {
        // The map has said all it has to say; its results are asked for as any others are, by the form.
        if going.is_map {
            bench.going = None;
            actions.push(work(Work::Drop));
        } else {
            actions.push(work(Work::Gather {
                number: going.number,
                parts,
            }));
        }
    }
    actions
}

fn gathered(bench: &mut Bench, results: Rc<Report>) -> Vec<Action> {
    let Some(going) = bench.going.take() else {
        return Vec::new();
    };
    let mut actions = vec![work(Work::Drop)];
    if !going.is_map {
        bench.forget(&going.hash);
        actions.push(keep(Keep::Remove(going.hash.clone())));
    }
    bench.finished = Some(Finished {
        experiment: going.experiment,
        hash: going.hash,
        beside: going.beside,
        results,
    });
    actions
}
