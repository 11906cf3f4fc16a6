//! A map of two assumptions: who is ahead at every point of a small grid, filled in while re-runs arrive. A sweep like any other,
//! of which every part is read as it comes.

use super::bench::begin;
use crate::analysis::arms;
use crate::experiment::{Experiment, Kind, Sweep, Vary, YearsKept, sweep, varied};
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::Scenario;
use crate::session::choices::Choices;
use crate::session::message::Effect;
use crate::session::state::{Route, State};
use crate::session::update::{replace, set_hash};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewest and most values of an assumption.
pub const SIZES: [u32; 4] = [3, 5, 7, 9];
/// Re-runs of each cell that can be chosen.
pub const REPLICATES: [u32; 4] = [2, 4, 8, 16];
/// The most people a map's worlds have: it is a sketch.
const MOST_PEOPLE: u32 = 1_000;

/// What the map is of, and what is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The two assumptions: across, and down.
    pub names: [String; 2],
    /// Values of each.
    pub size: u32,
    /// Re-runs of each cell.
    pub replicates: u32,
    /// What is wrong with the choice.
    pub wrong: Option<String>,
    /// What is drawn: the sweep with the question it is about.
    pub drawn: Option<Drawn>,
}

/// A map that was begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The question on the controls when it was begun.
    pub base: Rc<Scenario>,
    /// The grid; the first field is down, the second across.
    pub sweep: Sweep,
    cells: Vec<Cell>,
}

/// One cell: re-runs in which each of the two compared is ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Re-runs that are in, each with whether the first compared is ahead (none where both are level).
    runs: BTreeMap<u32, Option<bool>>,
}

/// Who is ahead in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// Nothing is in yet.
    Unknown,
    /// The one that differences are counted for, in most re-runs.
    First,
    /// The one that is subtracted, in most re-runs.
    Second,
    /// Neither in more re-runs than the other.
    Level,
}

impl Cell {
    /// Re-runs that are in.
    pub fn count(&self) -> usize {
        self.runs.len()
    }

    /// Re-runs in which the first and the second are ahead.
    pub fn wins(&self) -> (usize, usize) {
        let wins = |who: bool| self.runs.values().filter(|ahead| **ahead == Some(who)).count();
        (wins(true), wins(false))
    }

    /// Who is ahead.
    pub fn ahead(&self) -> Ahead {
        let (first, second) = self.wins();
        match first.cmp(&second) {
            _ if self.runs.is_empty() => Ahead::Unknown,
            std::cmp::Ordering::Greater => Ahead::First,
            std::cmp::Ordering::Less => Ahead::Second,
            std::cmp::Ordering::Equal => Ahead::Level,
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Another assumption, across (0) or down (1).
    Name(usize, String),
    /// More or fewer values.
    Size(u32),
    /// More or fewer re-runs.
    Replicates(u32),
    /// Draw it.
    Run,
    /// Open the world of a cell in Explore.
    Open(u32),
}

impl Default for Map {
    fn default() -> Self {
        // What decides most in the worlds of the bundled findings.
        let names = ["control.power", "couplings.community_from_government"].map(str::to_owned);
        Self { names, size: 5, replicates: 4, wrong: None, drawn: None }
    }
}

impl Map {
    /// The cells of what is drawn, point by point.
    pub fn cells(&self) -> &[Cell] {
        self.drawn.as_ref().map_or(&[], |drawn| drawn.cells.as_slice())
    }

    /// Takes in one part.
    pub(super) fn take(&mut self, experiment: &Experiment, task: u32, bytes: &[u8]) {
        let (Some(drawn), Some((first, second))) = (&mut self.drawn, arms::pair(&experiment.scenario)) else { return };
        let Ok(part) = sweep::decode(experiment, task, bytes) else { return };
        let value = |arm: usize| part.arms.get(arm).map(|kept| kept.last(DOING_WELL));
        let (Some(first), Some(second), Some(cell)) = (value(first), value(second), drawn.cells.get_mut(part.point as usize)) else {
            return;
        };
        let ahead = if first == second { None } else { Some(first > second) };
        cell.runs.insert(part.replicate, ahead);
    }

    /// The experiment, smaller than the question is asked.
    ///
    /// Errors: what is wrong with the choice, in words.
    pub fn experiment(&self, scenario: &Scenario) -> Result<Experiment, String> {
        if self.names[0] == self.names[1] {
            return Err("Choose two different assumptions.".to_owned());
        }
        if arms::pair(scenario).is_none() {
            return Err("The question has no two strategies to compare.".to_owned());
        }
        // Down first, across last: the last changes fastest, so that rows fill from left to right.
        let vary = [&self.names[1], &self.names[0]].map(|name| spread(scenario, name, self.size));
        let [down, across] = vary;
        let sweep = Sweep { vary: vec![down?, across?], years_kept: YearsKept::Last };
        let people = scenario.people.min(MOST_PEOPLE);
        let scenario = Scenario { people, replicates: self.replicates, ..scenario.clone() };
        Ok(Experiment { name: "Map of two assumptions".to_owned(), scenario, kind: Kind::Sweep(sweep) })
    }
}

/// Values of an assumption from one end of its range to the other.
fn spread(scenario: &Scenario, name: &str, count: u32) -> Result<Vary, String> {
    let found = varied(scenario, name).filter(|found| !found.whole && found.low < found.high);
    let found = found.ok_or_else(|| format!("There is no assumption “{name}” that can take many values."))?;
    Ok(Vary { name: name.to_owned(), values: crate::experiment::spread(found.low, found.high, u64::from(count)) })
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    let scenario = Rc::clone(&state.scenario);
    let bench = &mut state.lab.bench;
    let map = &mut bench.map;
    match said {
        Said::Name(position, name) => {
            if let Some(known) = map.names.get_mut(position) {
                name.trim().clone_into(known);
            }
            map.wrong = map.experiment(&scenario).err();
        }
        Said::Size(size) if SIZES.contains(&size) => map.size = size,
        Said::Replicates(count) if REPLICATES.contains(&count) => map.replicates = count,
        Said::Size(_) | Said::Replicates(_) => {}
        Said::Run => match map.experiment(&scenario) {
            Ok(experiment) if bench.going.is_none() => {
                map.wrong = None;
                if let Kind::Sweep(sweep) = &experiment.kind {
                    let cells = vec![Cell::default(); sweep::points(sweep) as usize];
                    map.drawn = Some(Drawn { base: scenario, sweep: sweep.clone(), cells });
                }
                return begin(bench, Rc::new(experiment), BTreeMap::new(), true);
            }
            Ok(_) => {}
            Err(words) => map.wrong = Some(words),
        },
        Said::Open(point) => return open(state, point, choices),
    }
    Vec::new()
}

/// Opens the world of a cell in Explore: the question that the map is about, with the two values. One step back returns.
fn open(state: &mut State, point: u32, choices: &Choices) -> Vec<Effect> {
    let Some(drawn) = state.lab.bench.map.drawn.as_ref().filter(|drawn| point < sweep::points(&drawn.sweep)) else { return Vec::new() };
    let there = sweep::scenario_at(&drawn.base, &drawn.sweep, point);
    state.route = Route::Explore;
    let mut effects = replace(state, state.base, Rc::new(there), choices);
    effects.retain(|effect| !matches!(effect, Effect::SetHash { .. }));
    effects.push(set_hash(state, choices, true));
    effects.push(Effect::FocusHeading);
    effects
}
