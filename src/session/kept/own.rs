//! Places of a person's own: census tables dropped on the page become a profile that workers make and the person's work carries.
//!
//! A place is named after the digest of its profile, so that the same tables are the same place on every device.

use super::record::Record;
use super::{Order, Said, tell};
use crate::scenario::Scenario;
use crate::scenario::validate::{self, Problem};
use crate::session::choices::Choices;
use crate::session::message::{Edit, Effect};
use crate::session::state::State;
use crate::session::update::replace;
use crate::text;
use sha2::{Digest, Sha256};
use std::rc::Rc;
use toml::de::{DeTable, DeValue};

/// How the id of every such place begins.
pub const PREFIX: &str = "own-";
/// How a line of a profile begins inside a scenario file, where it is a remark to the command line.
const LINE: &str = "#| ";
/// The most that the tables may take together. Unit: bytes.
pub const LARGEST_TABLES: u64 = 64 << 20;
/// How long a worker may read. Unit: milliseconds.
const PATIENCE: u32 = 120_000;

/// A place of a person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id in scenarios.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its profile, as in files.
    pub profile: String,
}

impl Own {
    /// From the text of a profile; none when it has no name. Whether its figures can be right is for the workers to say.
    pub fn of(profile: &str) -> Option<Self> {
        let table = DeTable::parse(profile).ok()?;
        let (_, name) = table.get_ref().iter().find(|(key, _)| key.get_ref() == "name")?;
        let DeValue::String(name) = name.get_ref() else { return None };
        let name: String = name.chars().filter(|c| !text::is_hidden(*c)).take(80).collect();
        let digest = Sha256::digest(profile.as_bytes());
        let id = digest.iter().take(5).fold(PREFIX.to_owned(), |id, byte| id + &format!("{byte:02x}"));
        (!name.trim().is_empty()).then_some(Self { id, name, profile: profile.to_owned() })
    }
}

/// What is known of such places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Those that can be chosen.
    pub all: Vec<Rc<Own>>,
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

impl Places {
    /// A place by its id.
    pub fn find(&self, id: &str) -> Option<&Rc<Own>> {
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
                let name: String = name.chars().filter(|c| !text::is_hidden(*c)).take(80).collect();
                match content {
                    Ok(bytes) => {
                        places.tables.retain(|(other, _)| *other != name);
                        places.tables.push((name, Rc::new(bytes)));
                    }
                    Err(size) => places.problem = Some(format!("{name} has {size} bytes; all tables together may have {LARGEST_TABLES}.")),
                }
            }
            if places.tables.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>() > LARGEST_TABLES {
                places.tables.clear();
                places.problem = Some(format!("The tables are too large: together they may have {LARGEST_TABLES} bytes. None was kept."));
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
                places.problem = Some("Choose the tables first, or drop them on the page.".to_owned());
                return Vec::new();
            }
            places.reading = true;
            places.turn += 1;
            let read = Order::ReadPlace(places.tables.clone(), area.trim().to_owned());
            vec![Effect::Kept(read), Effect::Kept(Order::Patience(PATIENCE, places.turn))]
        }
        Said::OutOfPatience(turn) if places.reading && places.turn == turn => {
            places.reading = false;
            places.problem = Some("The tables could not be read in two minutes. Nothing was changed.".to_owned());
            Vec::new()
        }
        Said::PlaceRead(answer) => read(state, answer, choices),
        _ => Vec::new(),
    }
}

fn read(state: &mut State, answer: Result<(String, Vec<String>), String>, choices: &Choices) -> Vec<Effect> {
    if !std::mem::take(&mut state.kept.places.reading) {
        return Vec::new();
    }
    let own = answer
        .and_then(|(profile, remarks)| Own::of(&profile).map(|own| (own, remarks)).ok_or_else(|| "The place has no name.".to_owned()));
    match own {
        Ok((own, remarks)) => {
            state.kept.places.tables.clear();
            state.kept.places.remarks = remarks;
            let mut scenario = Scenario::clone(&state.scenario);
            crate::session::edit::apply(&mut scenario, &Edit::Place(own.id.clone()));
            let words =
                format!("{} is the place now. Its tables stay on this device; save the scenario to keep the place with it.", own.name);
            let mut effects = know(state, own);
            effects.extend(replace(state, state.base, Rc::new(scenario), choices));
            tell(state, words);
            effects
        }
        Err(words) => {
            state.kept.places.problem = Some(words);
            Vec::new()
        }
    }
}

/// From now on the place can be chosen, and workers are told what it is like.
pub fn know(state: &mut State, own: Own) -> Vec<Effect> {
    if state.kept.places.find(&own.id).is_some() {
        return Vec::new();
    }
    let own = Rc::new(own);
    state.kept.places.all.push(Rc::clone(&own));
    vec![Effect::Kept(Order::Know(own))]
}

/// The lines to add to a scenario file, so that its place travels with it; nothing for a bundled place.
pub fn lines(state: &State) -> String {
    let Some(own) = state.kept.places.find(&state.scenario.place) else { return String::new() };
    let mut text = format!(
        "\n# Its place, {}, is not a bundled one. The page reads its profile from the lines below; the command line does not know it:\n\
         # kith place makes it from the same tables.\n",
        own.name
    );
    for line in own.profile.lines() {
        text.push_str(LINE);
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A scenario file apart from the profile that it carries.
pub fn parted(text: &str) -> (String, Option<Own>) {
    let (mut scenario, mut profile) = (String::new(), String::new());
    for line in text.lines() {
        if let Some(line) = line.strip_prefix(LINE).or_else(|| line.strip_prefix(LINE.trim_end())) {
            profile.push_str(line);
            profile.push('\n');
        } else {
            scenario.push_str(line);
        }
        // An empty line in place of one of the profile: what stands after it keeps its line.
        scenario.push('\n');
    }
    (scenario, Own::of(&profile).filter(|_| !profile.is_empty()))
}

/// A checked scenario whose place may be one that comes with it.
pub fn parse(text: &str, own: Option<&Own>) -> Result<Scenario, Vec<Problem>> {
    let ids: Vec<&str> = own.iter().map(|own| own.id.as_str()).collect();
    validate::parse_beside(text, &ids)
}

/// The place that a record carries.
pub fn of_record(record: &Record) -> Option<Own> {
    record.profile.as_deref().and_then(Own::of)
}
