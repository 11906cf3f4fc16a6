//! Experiments as the page runs them: begun, stopped, gone on with, refused. Messages in, orders out.

use super::bench::Said;
use super::form;
use super::order::{Keep, Order, Work};
use crate::experiment::{Experiment, Ready};
use crate::session::choices::Choices;
use crate::session::{Effect, Message, State, question, update};
use std::rc::Rc;

struct Page {
    state: State,
    choices: Choices,
}

impl Page {
    fn new() -> Self {
        let choices = Choices::bundled();
        let (base, scenario) = choices.default_scenario();
        let state = State::new(base, scenario.clone());
        let mut page = Self { state, choices };
        for (field, value) in [("people", "500"), ("years", "1"), ("replicates", "3")] {
            page.say(Said::Form(form::Said::Typed(field, value.to_owned())));
        }
        page.say(Said::Listed(Ok(Vec::new())));
        page
    }

    fn say(&mut self, said: Said) -> Vec<Order> {
        let effects = update(
            &mut self.state,
            Message::Lab(super::Said::Bench(said)),
            &self.choices,
        );
        effects
            .into_iter()
            .filter_map(|effect| {
                if let Effect::Lab(order) = effect {
                    Some(order)
                } else {
                    None
                }
            })
            .collect()
    }

    /// Begins what the form says; its number and itself.
    fn begin(&mut self) -> (u32, Rc<Experiment>) {
        let orders = self.say(Said::Run);
        let [Order::Work(Work::Begin { number, experiment })] = orders.as_slice() else {
            panic!("{orders:?}")
        };
        (*number, Rc::clone(experiment))
    }
}

fn sized(number: u32, ready: &Ready) -> Said {
    Said::Sized {
        number,
        tasks: ready.tasks(),
        lives_a_task: ready.lives_a_task(),
    }
}

fn tasks(orders: &[Order]) -> Vec<u32> {
    let tasks = orders.iter().find_map(|order| {
        if let Order::Work(Work::Tasks { tasks, .. }) = order {
            Some(tasks.clone())
        } else {
            None
        }
    });
    tasks.unwrap_or_default()
}

#[test]
fn an_experiment_is_done_part_by_part_kept_as_it_goes_and_forgotten_when_it_is_done() {
    let mut page = Page::new();
    let (number, experiment) = page.begin();
    let ready = Ready::new(&experiment, None).unwrap();
    let orders = page.say(sized(number, &ready));
    assert!(matches!(&orders[0], Order::Keep(Keep::Head(..))));
    assert_eq!(tasks(&orders), (0..ready.tasks()).collect::<Vec<_>>());
    let mut last = Vec::new();
    for task in 0..ready.tasks() {
        last = page.say(Said::Part {
            number,
            task,
            bytes: ready.part(task, &mut || ()).unwrap(),
        });
        assert!(matches!(&last[0], Order::Keep(Keep::Part(_, kept, _)) if *kept == task));
    }
    let Some(Order::Work(Work::Gather { parts, .. })) = last.last() else {
        panic!("{last:?}")
    };
    let parts: Vec<Vec<u8>> = parts.iter().map(|part| part.to_vec()).collect();
    let results = Rc::new(ready.results(&parts).unwrap());
    let orders = page.say(Said::Gathered {
        number,
        results: Rc::clone(&results),
    });
    assert!(
        orders
            .iter()
            .any(|order| matches!(order, Order::Keep(Keep::Remove(hash)) if hash == ready.hash()))
    );
    assert_eq!(
        page.state.lab.bench.finished.as_ref().unwrap().results,
        results
    );
    assert!(page.state.lab.bench.going.is_none());
}

#[test]
fn what_was_stopped_is_gone_on_with_where_it_was() {
    let mut page = Page::new();
    let (number, experiment) = page.begin();
    let ready = Ready::new(&experiment, None).unwrap();
    page.say(sized(number, &ready));
    let part = ready.part(1, &mut || ()).unwrap();
    page.say(Said::Part {
        number,
        task: 1,
        bytes: part.clone(),
    });
    assert!(page.say(Said::Stop).contains(&Order::Work(Work::Drop)));
    assert!(
        page.say(Said::Part {
            number,
            task: 2,
            bytes: part.clone()
        })
        .is_empty(),
        "late words are not heard"
    );
    let unfinished = page.state.lab.bench.unfinished.clone().unwrap();
    assert_eq!((unfinished.len(), unfinished[0].done), (1, 1));
    let hash = unfinished[0].hash.clone();
    assert_eq!(
        page.say(Said::Resume(hash.clone())),
        [Order::Keep(Keep::Read(hash.clone()))]
    );
    let orders = page.say(Said::Read(hash, Ok(vec![(1, part)])));
    let [
        Order::Work(Work::Begin {
            number: again,
            experiment: same,
        }),
    ] = orders.as_slice()
    else {
        panic!("{orders:?}")
    };
    assert_eq!(same, &experiment);
    assert_ne!(*again, number);
    let missing = tasks(&page.say(sized(*again, &ready)));
    assert_eq!(
        missing,
        (0..ready.tasks())
            .filter(|task| *task != 1)
            .collect::<Vec<_>>()
    );
}

#[test]
fn what_another_tab_does_is_heard_and_what_goes_on_here_is_not_called_unfinished() {
    let mut page = Page::new();
    let (number, experiment) = page.begin();
    let ready = Ready::new(&experiment, None).unwrap();
    let orders = page.say(sized(number, &ready));
    let Order::Keep(Keep::Head(hash, head)) = &orders[0] else {
        panic!("{orders:?}")
    };
    assert_eq!(page.say(Said::Elsewhere), [Order::Keep(Keep::List)]);
    page.say(Said::Listed(Ok(vec![
        (hash.clone(), head.clone(), 0),
        ("other".to_owned(), head.clone(), 1),
    ])));
    let unfinished = page.state.lab.bench.unfinished.clone().unwrap();
    assert_eq!(
        unfinished
            .iter()
            .map(|known| known.hash.as_str())
            .collect::<Vec<_>>(),
        ["other"]
    );
}

#[test]
fn a_device_that_keeps_nothing_is_told_and_the_experiment_goes_on() {
    let mut page = Page::new();
    page.say(Said::Listed(Err(
        crate::session::kept::record::Refusal::Full,
    )));
    let (number, experiment) = page.begin();
    let ready = Ready::new(&experiment, None).unwrap();
    let orders = page.say(sized(number, &ready));
    assert!(orders.iter().all(|order| !matches!(order, Order::Keep(_))));
    assert_eq!(tasks(&orders).len() as u32, ready.tasks());
    assert!(page.state.lab.bench.not_kept.is_some());
    page.say(Said::Stop);
    assert!(
        page.state
            .lab
            .bench
            .unfinished
            .as_ref()
            .is_some_and(Vec::is_empty),
        "nothing is promised that is not there"
    );
}

#[test]
fn what_workers_decline_is_said_and_the_next_one_can_begin() {
    let mut page = Page::new();
    let (number, _) = page.begin();
    page.say(Said::Declined {
        number: number + 1,
        words: "not mine".to_owned(),
    });
    assert!(page.state.lab.bench.failure.is_none());
    page.say(Said::Declined {
        number,
        words: "No such thing.".to_owned(),
    });
    assert_eq!(
        page.state.lab.bench.failure.as_deref(),
        Some("No such thing.")
    );
    let (next, _) = page.begin();
    assert!(next > number && page.state.lab.bench.failure.is_none());
}

#[test]
fn an_experiment_in_a_place_of_ones_own_takes_it_along_as_a_file_and_over_a_reload() {
    let profile = crate::place::bundled::INVENTED_TOWN.replace("Alderbrook", "Ourtown");
    let own = std::sync::Arc::new(crate::scenario::own::Own::of(&profile).unwrap());
    let mut page = Page::new();
    std::rc::Rc::make_mut(&mut page.state.question)
        .places
        .push(std::sync::Arc::clone(&own));
    update(
        &mut page.state,
        Message::Question(question::Said::Edit(crate::session::Edit::Place(
            own.id.clone(),
        ))),
        &page.choices,
    );
    let orders = page.say(Said::Export);
    let [Order::Download { text, .. }] = orders.as_slice() else {
        panic!("{orders:?}")
    };
    let read = crate::experiment::parse(text).unwrap();
    assert_eq!(read.scenario.own_place(), Some(&*own));
    let (number, experiment) = page.begin();
    assert_eq!(
        crate::experiment::hash(&read),
        crate::experiment::hash(&experiment)
    );
    let ready = Ready::new(&read, None).unwrap();
    let orders = page.say(sized(number, &ready));
    let Order::Keep(Keep::Head(hash, head)) = &orders[0] else {
        panic!("{orders:?}")
    };
    let mut later = Page::new();
    later.say(Said::Listed(Ok(vec![(hash.clone(), head.clone(), 0)])));
    let orders = later.say(Said::Read(hash.clone(), Ok(Vec::new())));
    let [
        Order::Work(Work::Begin {
            experiment: again, ..
        }),
    ] = orders.as_slice()
    else {
        panic!("{orders:?}")
    };
    assert_eq!(
        again.scenario.own_place(),
        Some(&*own),
        "the workers are told what the place is like"
    );
}
