//! Places of a person's own: census tables dropped on the page become a profile that workers make and the person's work carries.

use super::record::Record;
use super::{Order, Said, tell};
use crate::scenario::Scenario;
use crate::scenario::own::Carried;
pub use crate::scenario::own::{Own, PREFIX};
use crate::scenario::validate::{self, Places, Problem};
use crate::session::choices::Choices;
use crate::session::message::{Edit, Effect};
use crate::session::notices::confirm;
use crate::session::packs;
use crate::session::state::State;
use crate::session::update::replace;
use crate::text;
use std::rc::Rc;
use std::sync::Arc;

/// The most that the tables may take together. Unit: bytes.
pub const LARGEST_TABLES: u64 = 64 << 20;
/// How long a worker may read. Unit: milliseconds.
const PATIENCE: u32 = 120_000;

/// What is known of such places.
#[derive(Clone, Debug, Default)]
pub struct OwnPlaces {
    /// Those that can be chosen.
    pub all: Vec<Arc<Own>>,
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
    /// A place by its id.
    pub fn find(&self, id: &str) -> Option<&Arc<Own>> {
        self.all.iter().find(|own| own.id == id)
    }
}

/// Takes in what happened to places of a person's own.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    let places = &mut state.kept.places;
    match said {
        Said::Tables(tables) => {
            (places.problem, places.remarks) = (None, Vec::new());
            for (name, content) in tables {
                let name: String = name
                    .chars()
                    .filter(|c| !text::is_hidden(*c))
                    .take(80)
                    .collect();
                match content {
                    Ok(bytes) => {
                        places.tables.retain(|(other, _)| *other != name);
                        places.tables.push((name, Rc::new(bytes)));
                    }
                    Err(size) => {
                        places.problem = Some(format!(
                            "{name} has {size} bytes; all tables together may have {LARGEST_TABLES}."
                        ))
                    }
                }
            }
            if places
                .tables
                .iter()
                .map(|(_, bytes)| bytes.len() as u64)
                .sum::<u64>()
                > LARGEST_TABLES
            {
                places.tables.clear();
                places.problem = Some(format!(
                    "The tables are too large: together they may have {LARGEST_TABLES} bytes. None was kept."
                ));
            }
            places.tables.sort_by(|a, b| a.0.cmp(&b.0));
            Vec::new()
        }
        Said::ForgetTables => {
            (places.tables, places.problem, places.remarks) = (Vec::new(), None, Vec::new());
            Vec::new()
        }
        Said::MakePlace(area) => {
            (places.problem, places.remarks) = (None, Vec::new());
            if places.tables.is_empty() {
                places.problem =
                    Some("Choose the tables first, or drop them on the page.".to_owned());
                return Vec::new();
            }
            places.reading = true;
            places.turn += 1;
            let read = Order::ReadPlace(places.tables.clone(), area.trim().to_owned());
            vec![
                Effect::Kept(read),
                Effect::Kept(Order::Patience(PATIENCE, places.turn)),
            ]
        }
        Said::OutOfPatience(turn) if places.reading && places.turn == turn => {
            places.reading = false;
            places.problem = Some(
                "The tables could not be read in two minutes. Nothing was changed.".to_owned(),
            );
            Vec::new()
        }
        Said::PlaceRead(answer) => read(state, answer, choices),
        _ => Vec::new(),
    }
}

fn read(
    state: &mut State,
    answer: Result<(String, Vec<String>), String>,
    choices: &Choices,
) -> Vec<Effect> {
    if !std::mem::take(&mut state.kept.places.reading) {
        return Vec::new();
    }
    let own = answer.and_then(|(profile, remarks)| {
        Own::of(&profile)
            .map(|own| (Arc::new(own), remarks))
            .ok_or_else(|| "The place has no name.".to_owned())
    });
    match own {
        Ok((own, remarks)) => {
            state.kept.places.tables.clear();
            state.kept.places.remarks = remarks;
            let mut scenario = Scenario::clone(&state.scenario);
            crate::session::edit::apply(&mut scenario, &Edit::Place(own.id.clone()));
            let words = crate::words::notices::place_is_now(&own.name);
            let mut effects = know(state, own);
            effects.extend(replace(state, state.base, Rc::new(scenario), choices));
            confirm(state, words);
            effects
        }
        Err(words) => {
            state.kept.places.problem = Some(words);
            Vec::new()
        }
    }
}

/// The figures of a place could not be fetched: the place before it stays.
pub fn lost(state: &mut State, id: &str, choices: &Choices) -> Vec<Effect> {
    if state.scenario.place != id {
        return Vec::new();
    }
    let first = choices.default_scenario().1;
    let before = state.previous.as_ref().map_or(first, |run| &*run.scenario);
    let before = if before.place == id { first } else { before };
    let scenario = Scenario {
        place: before.place.clone(),
        own: before.own.clone(),
        ..Scenario::clone(&state.scenario)
    };
    let words = format!(
        "{} {} stays the place.",
        packs::words(id),
        choices.place_name(&scenario.place)
    );
    let effects = replace(state, state.base, Rc::new(scenario), choices);
    tell(state, words);
    effects
}

/// From now on the place can be chosen, and workers are told what it is like.
pub fn know(state: &mut State, own: Arc<Own>) -> Vec<Effect> {
    if state.kept.places.find(&own.id).is_some() {
        return Vec::new();
    }
    state.kept.places.all.push(Arc::clone(&own));
    vec![Effect::Kept(Order::Know(own))]
}

/// Has the scenario on the controls carry its place where that is one of these: it goes with it into every file and to every worker.
pub fn carry(state: &mut State) {
    if state.scenario.own_place().is_none()
        && let Some(own) = state.kept.places.find(&state.scenario.place)
    {
        let own = Carried(Some(Arc::clone(own)));
        Rc::make_mut(&mut state.scenario).own = own;
    }
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
