//! Places of a person's own: census tables dropped on the page become a profile that workers make and the person's work carries.

use super::order::Order;
use super::record::Record;
use crate::scenario::Scenario;
pub use crate::scenario::own::{Own, PREFIX};
use crate::scenario::validate::{self, Places, Problem};
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::edit::{Edit, apply};
use crate::session::effect::Effect;
use crate::session::packs::lost::words;
use crate::text;
use std::rc::Rc;
use std::sync::Arc;

/// The most that the tables may take together. Unit: bytes.
pub const LARGEST_TABLES: u64 = 64 << 20;
/// How long a worker may read. Unit: milliseconds.
const PATIENCE: u32 = 120_000;

/// What is to become such a place.
#[derive(Clone, Debug, Default)]
pub struct OwnPlaces {
    /// Tables that are here, by name.
    pub tables: Vec<(String, Rc<Vec<u8>>)>,
    /// Whether a worker reads them.
    pub reading: bool,
    /// Why no place came of them.
    pub problem: Option<String>,
    /// What was estimated, matched or left aside for the last place that came of some.
    pub remarks: Vec<String>,
    turn: u32,
}

impl OwnPlaces {
    /// Takes in tables that were chosen or dropped.
    pub(super) fn take(&mut self, tables: Vec<(String, Result<Vec<u8>, u64>)>) {
        (self.problem, self.remarks) = (None, Vec::new());
        for (name, content) in tables {
            let name: String = name
                .chars()
                .filter(|c| !text::is_hidden(*c))
                .take(80)
                .collect();
            match content {
                Ok(bytes) => {
                    self.tables.retain(|(other, _)| *other != name);
                    self.tables.push((name, Rc::new(bytes)));
                }
                Err(size) => {
                    self.problem = Some(format!(
                        "{name} has {size} bytes; all tables together may have {LARGEST_TABLES}."
                    ));
                }
            }
        }
        let size = |(_, bytes): &(String, Rc<Vec<u8>>)| bytes.len() as u64;
        if self.tables.iter().map(size).sum::<u64>() > LARGEST_TABLES {
            self.tables.clear();
            self.problem = Some(format!(
                "The tables are too large: together they may have {LARGEST_TABLES} bytes. \
                 None was kept."
            ));
        }
        self.tables.sort_by(|a, b| a.0.cmp(&b.0));
    }

    /// The tables are not wanted.
    pub(super) fn forget(&mut self) {
        (self.tables, self.problem, self.remarks) = (Vec::new(), None, Vec::new());
    }

    /// Has a worker make a place of the tables.
    pub(super) fn make(&mut self, area: &str) -> Vec<Action> {
        (self.problem, self.remarks) = (None, Vec::new());
        if self.tables.is_empty() {
            let words = "Choose the tables first, or drop them on the page.";
            self.problem = Some(words.to_owned());
            return Vec::new();
        }
        self.reading = true;
        self.turn += 1;
        let read = Order::ReadPlace(self.tables.clone(), area.trim().to_owned());
        let wait = Order::Patience(PATIENCE, self.turn);
        [read, wait]
            .map(|order| Effect::Kept(order).into())
            .to_vec()
    }

    /// The time to read is over.
    pub(super) fn out_of_patience(&mut self, turn: u32) {
        if self.reading && self.turn == turn {
            self.reading = false;
            let words = "The tables could not be read in two minutes. Nothing was changed.";
            self.problem = Some(words.to_owned());
        }
    }

    /// What came of the tables: a place, or why there is none.
    pub(super) fn read(
        &mut self,
        answer: Result<(String, Vec<String>), String>,
        around: &Context<'_>,
    ) -> Vec<Action> {
        if !std::mem::take(&mut self.reading) {
            return Vec::new();
        }
        let own = answer.and_then(|(profile, remarks)| {
            Own::of(&profile)
                .map(|own| (Arc::new(own), remarks))
                .ok_or_else(|| "The place has no name.".to_owned())
        });
        let (own, remarks) = match own {
            Ok(read) => read,
            Err(words) => {
                self.problem = Some(words);
                return Vec::new();
            }
        };
        self.tables.clear();
        self.remarks = remarks;
        let mut scenario = around.scenario().clone();
        apply(&mut scenario, &Edit::Place(own.id.clone()));
        let words = crate::words::notices::place_is_now(&own.name);
        vec![
            Action::Know(own),
            Action::Replace(around.question.base, Rc::new(scenario)),
            Action::Confirm(words),
        ]
    }
}

/// The figures of a place could not be fetched: the place before it stays.
pub(super) fn lost(id: &str, around: &Context<'_>) -> Vec<Action> {
    let question = around.question;
    if question.scenario.place != id {
        return Vec::new();
    }
    let first = around.choices.default_scenario().1;
    let before = question
        .previous
        .as_ref()
        .map_or(first, |run| &*run.scenario);
    let before = if before.place == id { first } else { before };
    let scenario = Scenario {
        place: before.place.clone(),
        own: before.own.clone(),
        ..around.scenario().clone()
    };
    let told = format!(
        "{} {} stays the place.",
        words(id),
        around.choices.place_name(&scenario.place)
    );
    vec![
        Action::Replace(question.base, Rc::new(scenario)),
        Action::Tell(told),
    ]
}

/// A checked scenario whose place may be one that is kept beside it.
pub fn parse(text: &str, own: Option<&Arc<Own>>) -> Result<Scenario, Vec<Problem>> {
    validate::parse_beside(
        text,
        &Places {
            carried: own,
            ..Places::BUNDLED
        },
    )
}

/// The place that a record carries.
pub fn of_record(record: &Record) -> Option<Arc<Own>> {
    record.profile.as_deref().and_then(Own::of).map(Arc::new)
}
