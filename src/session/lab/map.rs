//! A map of two assumptions: who is ahead at every point of a small grid, filled in while re-runs arrive. A sweep like any other,
//! of which every part is read as it comes.

use crate::analysis::estimate::mean;
use crate::analysis::findings;
use crate::analysis::verdict::{self, Verdict};
use crate::ensemble::pair::Pair;
use crate::experiment::{Experiment, Kind, Sweep, Vary, YearsKept, sweep, varied};
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::Scenario;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewest and most values of an assumption.
pub const SIZES: [u32; 4] = [3, 5, 7, 9];
/// Runs of each cell that can be chosen: with fewer no cell could say who is ahead.
pub const REPLICATES: [u32; 4] = [verdict::FEWEST, 16, 32, 64];
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

/// One cell: what came of its runs so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The paired difference (alternative less reference) of each run that is in, by replicate.
    runs: BTreeMap<u32, f64>,
}

/// Who is ahead in a cell, by the rule of every verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// Nothing is in yet, or too few runs to say.
    Unknown,
    /// The alternative, by enough to matter.
    Alternative,
    /// The reference, by enough to matter.
    Reference,
    /// Neither clearly, or not by enough to matter.
    Neither,
}

impl Cell {
    /// Runs that are in.
    pub fn count(&self) -> usize {
        self.runs.len()
    }

    /// The mean difference of the runs that are in.
    pub fn mean(&self) -> f64 {
        mean(&self.differences())
    }

    /// What the runs come to.
    pub fn verdict(&self) -> Verdict {
        verdict::of_runs(&self.differences(), DOING_WELL)
    }

    /// Who is ahead.
    pub fn ahead(&self) -> Ahead {
        match self.verdict() {
            Verdict::Nothing | Verdict::TooFew => Ahead::Unknown,
            found if found.is_better() => Ahead::Alternative,
            found if found.is_worse() => Ahead::Reference,
            _ => Ahead::Neither,
        }
    }

    fn differences(&self) -> Vec<f64> {
        self.runs.values().copied().collect()
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
        Self {
            names: Default::default(),
            size: 5,
            replicates: REPLICATES[0],
            wrong: None,
            drawn: None,
        }
    }
}

impl Map {
    /// The lab is opened: a map that is of nothing yet is of what decides most. Not before, since findings are much to read for
    /// a page that may never show a map.
    pub(super) fn open(&mut self) {
        if self.names.iter().all(String::is_empty) {
            let decides = findings::bundled()
                .map(|findings| findings.robustness.decides)
                .unwrap_or_default();
            self.names = deciding(&decides);
        }
    }
}

/// The two assumptions that decide most in the worlds drawn for the bundled findings. Effects of an approach are left out: a
/// question may be without it.
fn deciding(decides: &[(String, f64)]) -> [String; 2] {
    let mut names = decides
        .iter()
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("approaches."))
        .cloned();
    [
        names.next().unwrap_or_default(),
        names.next().unwrap_or_default(),
    ]
}

/// Where a key leads from a cell of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// One up.
    Up,
    /// One down.
    Down,
    /// To the first of the row.
    Start,
    /// To the last of the row.
    End,
}

/// The cell that a step leads to; at the edge of the map it stays.
pub fn stepped(point: usize, step: Step, (columns, rows): (usize, usize)) -> usize {
    let (row, column) = (point / columns.max(1), point % columns.max(1));
    let (row, column) = match step {
        Step::Left => (row, column.saturating_sub(1)),
        Step::Right => (row, (column + 1).min(columns.saturating_sub(1))),
        Step::Up => (row.saturating_sub(1), column),
        Step::Down => ((row + 1).min(rows.saturating_sub(1)), column),
        Step::Start => (row, 0),
        Step::End => (row, columns.saturating_sub(1)),
    };
    row * columns + column
}

impl Map {
    /// The cells of what is drawn, point by point.
    pub fn cells(&self) -> &[Cell] {
        self.drawn
            .as_ref()
            .map_or(&[], |drawn| drawn.cells.as_slice())
    }

    /// Takes in one part.
    pub(super) fn take(&mut self, experiment: &Experiment, task: u32, bytes: &[u8]) {
        let (Some(drawn), Some(pair)) = (&mut self.drawn, Pair::of(&experiment.scenario)) else {
            return;
        };
        let Ok(part) = sweep::decode(experiment, task, bytes) else {
            return;
        };
        let value = |arm: usize| part.arms.get(arm).map(|kept| kept.last(DOING_WELL));
        let (Some(reference), Some(alternative), Some(cell)) = (
            value(pair.reference),
            value(pair.alternative),
            drawn.cells.get_mut(part.point as usize),
        ) else {
            return;
        };
        cell.runs.insert(part.replicate, alternative - reference);
    }

    /// The experiment, smaller than the question is asked.
    ///
    /// Errors: what is wrong with the choice, in words.
    pub fn experiment(&self, scenario: &Scenario) -> Result<Experiment, String> {
        if self.names[0] == self.names[1] {
            return Err("Choose two different assumptions.".to_owned());
        }
        if Pair::of(scenario).is_none() {
            return Err("The question has no two strategies to compare.".to_owned());
        }
        // Down first, across last: the last changes fastest, so that rows fill from left to right.
        let vary = [&self.names[1], &self.names[0]].map(|name| spread(scenario, name, self.size));
        let [down, across] = vary;
        let sweep = Sweep {
            vary: vec![down?, across?],
            years_kept: YearsKept::Last,
        };
        let people = scenario.people.min(MOST_PEOPLE);
        let scenario = Scenario {
            people,
            replicates: self.replicates,
            ..scenario.clone()
        };
        Ok(Experiment {
            name: "Map of two assumptions".to_owned(),
            scenario,
            kind: Kind::Sweep(sweep),
        })
    }
}

/// Values of an assumption from one end of its range to the other.
fn spread(scenario: &Scenario, name: &str, count: u32) -> Result<Vary, String> {
    let found = varied(scenario, name).filter(|found| !found.whole && found.low < found.high);
    let found = found
        .ok_or_else(|| format!("There is no assumption “{name}” that can take many values."))?;
    Ok(Vary {
        name: name.to_owned(),
        values: crate::experiment::spread(found.low, found.high, u64::from(count)),
    })
}

/// What follows from what happened to the map.
pub(super) enum Asked {
    /// Nothing.
    Nothing,
    /// It is to be drawn: this is to be run.
    Run(Rc<Experiment>),
    /// The world of a cell is to be opened in Explore: the question that the map is about, with the two values.
    Open(Rc<Scenario>),
}

/// Takes in what happened; `busy` while an experiment is on its way.
pub(super) fn update(map: &mut Map, said: Said, scenario: &Rc<Scenario>, busy: bool) -> Asked {
    match said {
        Said::Name(position, name) => {
            if let Some(known) = map.names.get_mut(position) {
                name.trim().clone_into(known);
            }
            map.wrong = map.experiment(scenario).err();
        }
        Said::Size(size) if SIZES.contains(&size) => map.size = size,
        Said::Replicates(count) if REPLICATES.contains(&count) => map.replicates = count,
        Said::Size(_) | Said::Replicates(_) => {}
        Said::Run => match map.experiment(scenario) {
            Ok(experiment) if !busy => {
                map.wrong = None;
                if let Kind::Sweep(sweep) = &experiment.kind {
                    map.drawn = Some(Drawn {
                        base: Rc::clone(scenario),
                        sweep: sweep.clone(),
                        cells: vec![Cell::default(); sweep::points(sweep) as usize],
                    });
                }
                return Asked::Run(Rc::new(experiment));
            }
            Ok(_) => {}
            Err(words) => map.wrong = Some(words),
        },
        Said::Open(point) => {
            let drawn = map.drawn.as_ref();
            if let Some(drawn) = drawn.filter(|drawn| point < sweep::points(&drawn.sweep)) {
                let there = sweep::scenario_at(&drawn.base, &drawn.sweep, point);
                return Asked::Open(Rc::new(there));
            }
        }
    }
    Asked::Nothing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Message;
    use crate::session::lab;
    use crate::session::{Choices, Effect, Route, State, update as session_update};

    fn opened() -> (State, Choices) {
        let choices = Choices::bundled();
        let (base, scenario) = choices.default_scenario();
        let scenario = Scenario {
            people: 200,
            years: 1,
            ..scenario.clone()
        };
        let mut state = State::new(base, scenario);
        session_update(
            &mut state,
            Message::Lab(lab::Said::Bench(lab::bench::Said::Opened)),
            &choices,
        );
        (state, choices)
    }

    fn said(state: &mut State, choices: &Choices, said: Said) -> Vec<Effect> {
        session_update(
            state,
            Message::Lab(lab::Said::Bench(lab::bench::Said::Map(said))),
            choices,
        )
    }

    #[test]
    fn the_map_begins_with_what_decides_most_and_can_be_drawn() {
        let (state, _) = opened();
        let map = &state.lab.bench.map;
        let decides = findings::bundled().unwrap().robustness.decides;
        assert_eq!(map.names[0], decides[0].0);
        assert!(map.experiment(&state.question.scenario).is_ok());
        let without = deciding(&[
            ("approaches.x.y".to_owned(), 0.5),
            ("a.b".to_owned(), 0.2),
            ("c.d".to_owned(), 0.1),
        ]);
        assert_eq!(without, ["a.b", "c.d"]);
    }

    #[test]
    fn steps_stay_on_the_map() {
        let size = (3, 2);
        assert_eq!(stepped(4, Step::Left, size), 3);
        assert_eq!(stepped(3, Step::Left, size), 3);
        assert_eq!(stepped(2, Step::Right, size), 2);
        assert_eq!(stepped(1, Step::Down, size), 4);
        assert_eq!(stepped(4, Step::Down, size), 4);
        assert_eq!(stepped(4, Step::Up, size), 1);
        assert_eq!(
            (stepped(4, Step::Start, size), stepped(4, Step::End, size)),
            (3, 5)
        );
    }

    #[test]
    fn a_wrong_choice_is_told_before_anything_runs() {
        let (mut state, choices) = opened();
        let same = state.lab.bench.map.names[1].clone();
        said(&mut state, &choices, Said::Name(0, same));
        assert!(
            state
                .lab
                .bench
                .map
                .wrong
                .as_ref()
                .unwrap()
                .contains("two different")
        );
        assert!(
            said(&mut state, &choices, Said::Run).is_empty() && state.lab.bench.map.drawn.is_none()
        );
        said(
            &mut state,
            &choices,
            Said::Name(0, "control.powre".to_owned()),
        );
        assert!(
            state
                .lab
                .bench
                .map
                .wrong
                .as_ref()
                .unwrap()
                .contains("“control.powre”")
        );
    }

    #[test]
    fn cells_fill_in_as_parts_arrive_and_open_their_own_world() {
        let (mut state, choices) = opened();
        said(&mut state, &choices, Said::Size(3));
        said(&mut state, &choices, Said::Replicates(8));
        assert!(!said(&mut state, &choices, Said::Run).is_empty());
        let experiment = state
            .lab
            .bench
            .map
            .experiment(&state.question.scenario)
            .unwrap();
        let Kind::Sweep(grid) = &experiment.kind else {
            panic!("a map is a sweep")
        };
        assert_eq!((sweep::points(grid), experiment.scenario.people), (9, 200));
        let ready = crate::experiment::Ready::new(&experiment, None).unwrap();
        for task in [0, 1] {
            let bytes = ready.part(task, &mut || ()).unwrap();
            state.lab.bench.map.take(&experiment, task, &bytes);
        }
        let filled = state
            .lab
            .bench
            .map
            .cells()
            .iter()
            .map(Cell::count)
            .sum::<usize>();
        assert_eq!(filled, 2);
        state.lab.bench.map.take(&experiment, 0, &[1, 2, 3]);
        assert_eq!(
            state
                .lab
                .bench
                .map
                .cells()
                .iter()
                .map(Cell::count)
                .sum::<usize>(),
            2,
            "bytes of nothing change nothing"
        );
        said(&mut state, &choices, Said::Open(8));
        assert_eq!(state.route, Route::Explore);
        assert_eq!(
            *state.question.scenario,
            sweep::scenario_at(&state.lab.bench.map.drawn.as_ref().unwrap().base, grid, 8)
        );
        let before = state.question.scenario.clone();
        said(&mut state, &choices, Said::Open(9));
        assert_eq!(state.question.scenario, before, "there is no tenth cell");
    }

    #[test]
    fn who_is_ahead_follows_the_rule_of_every_verdict() {
        let cell = |runs: &[f64]| Cell {
            runs: runs
                .iter()
                .enumerate()
                .map(|(k, difference)| (k as u32, *difference))
                .collect(),
        };
        let around = |middle: f64| {
            [-0.02, 0.02, -0.01, 0.01, 0.0, 0.03, -0.03, 0.0].map(|luck| middle + luck)
        };
        assert_eq!(cell(&[]).ahead(), Ahead::Unknown);
        assert_eq!(
            cell(&[1.0, 1.1]).ahead(),
            Ahead::Unknown,
            "two runs claim no direction"
        );
        assert_eq!(cell(&around(1.0)).ahead(), Ahead::Alternative);
        assert_eq!(cell(&around(-1.0)).ahead(), Ahead::Reference);
        assert_eq!(
            cell(&around(0.03)).ahead(),
            Ahead::Neither,
            "clear, and too little to matter"
        );
        assert_eq!(cell(&[0.0; 8]).ahead(), Ahead::Neither);
        assert!((cell(&around(1.0)).mean() - 1.0).abs() < 1e-9);
    }
}
