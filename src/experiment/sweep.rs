//! Every arm at every point of a grid, under every luck: its tasks, what one part holds, and where
//! a point stands. Knows no way of showing an answer.
//!
//! A task is one luck at one point. Tasks go through all points under the first luck, then under
//! the second: whoever watches sees the whole grid early, and worlds that differ only in strategy
//! and money share one spin-up.

use super::{Experiment, Kind, Sweep, YearsKept, vary};
use crate::analysis::in_parts;
use crate::analysis::question::Question;
use crate::ensemble::kept::same_spin_up;
use crate::ensemble::prepared::Start;
use crate::ensemble::{self, Prepared};
use crate::indicators::Table;
use crate::indicators::catalogue::CATALOGUE;
use crate::place::Place;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one task of a sweep, or of replicates, came to.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepPart {
    /// The position of its point.
    pub point: u32,
    /// Which luck.
    pub replicate: u32,
    /// Every arm of the scenario, in its order.
    pub arms: Vec<Kept>,
}

/// What is kept of one arm: the years kept, every indicator of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Values, year by year. Shape: years kept × indicators.
    pub values: Vec<f64>,
}

impl Kept {
    /// An indicator in the last year.
    pub fn last(&self, indicator: usize) -> f64 {
        let last = self.values.len().saturating_sub(CATALOGUE.len());
        self.values
            .get(last + indicator)
            .copied()
            .unwrap_or(f64::NAN)
    }

    /// All indicators of a year kept, by its position.
    pub fn year(&self, position: usize) -> &[f64] {
        self.values
            .chunks(CATALOGUE.len())
            .nth(position)
            .unwrap_or_default()
    }

    fn of(table: &Table, years: YearsKept) -> Self {
        let first = if years == YearsKept::All {
            0
        } else {
            table.columns.saturating_sub(1)
        };
        let year = |year: u32| (0..CATALOGUE.len()).map(move |k| table.row(k)[year as usize]);
        Self {
            values: (first..table.columns).flat_map(year).collect(),
        }
    }
}

/// How many points a sweep has.
pub fn points(sweep: &Sweep) -> u32 {
    sweep
        .vary
        .iter()
        .map(|vary| vary.values.len() as u32)
        .product()
}

/// Where a point stands: a position among the values of each field. The last field changes fastest.
pub fn position(sweep: &Sweep, point: u32) -> Vec<usize> {
    let mut rest = point as usize;
    let mut at: Vec<usize> = sweep
        .vary
        .iter()
        .rev()
        .map(|vary| {
            let count = vary.values.len().max(1);
            let here = rest % count;
            rest /= count;
            here
        })
        .collect();
    at.reverse();
    at
}

/// The values at a point, one a field.
pub fn values(sweep: &Sweep, point: u32) -> Vec<f64> {
    position(sweep, point)
        .iter()
        .zip(&sweep.vary)
        .map(|(at, vary)| vary.values[*at])
        .collect()
}

/// The scenario at a point.
pub fn scenario_at(scenario: &Scenario, sweep: &Sweep, point: u32) -> Scenario {
    let mut there = scenario.clone();
    for (vary, value) in sweep.vary.iter().zip(values(sweep, point)) {
        // A name that stands for nothing was refused when the experiment was read.
        if let Some(varied) = vary::find(scenario, &vary.name) {
            varied.set(&mut there, value);
        }
    }
    there
}

/// The grid of an experiment: replicates are a grid of one point with all its years.
pub fn grid(experiment: &Experiment) -> Option<Sweep> {
    match &experiment.kind {
        Kind::Sweep(sweep) => Some(sweep.clone()),
        Kind::Replicates => Some(Sweep {
            vary: Vec::new(),
            years_kept: YearsKept::All,
        }),
        _ => None,
    }
}

/// Reads one part of a sweep, or of replicates, by its task.
///
/// Errors: a sentence where the experiment is another one or the bytes are broken.
pub fn decode(experiment: &Experiment, task: u32, bytes: &[u8]) -> Result<SweepPart, String> {
    let points =
        points(&grid(experiment).ok_or("found an experiment without points; wanted a sweep")?)
            .max(1);
    Ok(SweepPart {
        point: task % points,
        replicate: task / points,
        arms: in_parts::decode(bytes)?,
    })
}

/// A spun-up world, kept by whoever does one task after another: points that differ only in
/// strategy and money branch from the same one.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    kept: Option<(Scenario, u32, Start)>,
}

impl Starts {
    /// The spun-up world of a scenario under a luck: the one that is kept, where it is the same to
    /// the bit.
    fn of(&mut self, there: &Prepared, replicate: u32) -> &Start {
        let fits = |(scenario, luck, _): &(Scenario, u32, Start)| {
            *luck == replicate && same_spin_up(scenario, &there.scenario)
        };
        if !self.kept.as_ref().is_some_and(fits) {
            self.kept = None;
        }
        &self
            .kept
            .get_or_insert_with(|| (there.scenario.clone(), replicate, there.spin_up(replicate)))
            .2
    }
}

/// A sweep ready to be lived.
#[derive(Clone)]
pub(super) struct Grid {
    prepared: Prepared,
    sweep: Sweep,
    /// Places of other sizes than the scenario's, where size is varied.
    places: BTreeMap<u32, Arc<Place>>,
}

impl Grid {
    /// Makes it ready: generates the places of all sizes. Errors: a sentence for people.
    pub fn new(prepared: &Prepared, sweep: Sweep) -> Result<Self, String> {
        let mut places = BTreeMap::from([(prepared.scenario.people, Arc::clone(&prepared.place))]);
        for people in sweep
            .vary
            .iter()
            .filter(|vary| vary.name == "people")
            .flat_map(|vary| &vary.values)
        {
            let people = *people as u32;
            if let std::collections::btree_map::Entry::Vacant(entry) = places.entry(people) {
                entry.insert(
                    ensemble::prepare(Scenario {
                        people,
                        ..prepared.scenario.clone()
                    })?
                    .place,
                );
            }
        }
        Ok(Self {
            prepared: prepared.clone(),
            sweep,
            places,
        })
    }

    /// What is varied.
    pub fn sweep(&self) -> &Sweep {
        &self.sweep
    }

    /// Does one task, to the same bits, from a spun-up world that was kept, where it fits.
    pub fn run_keeping(
        &self,
        task: usize,
        starts: &mut Starts,
        lived: &mut dyn FnMut(),
    ) -> Vec<Kept> {
        let points = points(&self.sweep) as usize;
        let (point, replicate) = ((task % points) as u32, (task / points) as u32);
        let scenario = scenario_at(&self.prepared.scenario, &self.sweep, point);
        let place = self
            .places
            .get(&scenario.people)
            .unwrap_or(&self.prepared.place);
        let there = Prepared {
            scenario,
            place: Arc::clone(place),
        };
        let start = starts.of(&there, replicate);
        lived();
        (0..there.scenario.arms.len() as u32)
            .map(|arm| {
                let kept = Kept::of(&there.live(start, arm, false).table, self.sweep.years_kept);
                lived();
                kept
            })
            .collect()
    }
}

impl Question for Grid {
    type Part = Vec<Kept>;
    /// Part by part, in the order of the tasks.
    type Answer = Vec<Vec<Kept>>;

    fn tasks(&self) -> usize {
        points(&self.sweep) as usize * self.prepared.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> Self::Part {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Self::Part {
        self.run_keeping(task, &mut Starts::default(), lived)
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer {
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;
    use crate::ensemble::{Job, run};
    use crate::experiment::Vary;
    use crate::indicators::catalogue::WELLBEING;

    fn grid(names: &[(&str, &[f64])]) -> Grid {
        let vary = names
            .iter()
            .map(|(name, values)| Vary {
                name: (*name).to_owned(),
                values: values.to_vec(),
            })
            .collect();
        let mut prepared = small();
        prepared.scenario.years = 1;
        Grid::new(
            &prepared,
            Sweep {
                vary,
                years_kept: YearsKept::Last,
            },
        )
        .unwrap()
    }

    #[test]
    fn points_go_through_all_combinations_the_last_field_fastest() {
        let grid = grid(&[
            ("money.pounds_per_head_year", &[0.0, 40.0]),
            ("arms.whole-area.power", &[0.0, 0.5, 1.0]),
        ]);
        assert_eq!((points(&grid.sweep), grid.tasks()), (6, 12));
        assert_eq!(values(&grid.sweep, 0), [0.0, 0.0]);
        assert_eq!(values(&grid.sweep, 1), [0.0, 0.5]);
        assert_eq!(values(&grid.sweep, 5), [40.0, 1.0]);
        let there = scenario_at(&grid.prepared.scenario, &grid.sweep, 4);
        assert_eq!(
            (there.money.pounds_per_head_year, there.arms[2].design.power),
            (40.0, 0.5)
        );
    }

    #[test]
    fn a_shared_spin_up_changes_no_bit() {
        let grid = grid(&[
            ("arms.whole-area.power", &[0.0, 1.0]),
            ("control.power", &[0.05, 0.1]),
        ]);
        let mut starts = Starts::default();
        for task in [0, 2, 1, 3, 5, 1] {
            let there = arms_with(&grid, task % 4);
            let outcome = run(
                &there,
                &Job {
                    replicate: task / 4,
                    arms: vec![0, 1, 2],
                    frames: false,
                },
            );
            let wanted: Vec<Kept> = outcome
                .arms
                .iter()
                .map(|arm| Kept::of(&arm.table, YearsKept::Last))
                .collect();
            assert_eq!(
                grid.run_keeping(task as usize, &mut starts, &mut || ()),
                wanted,
                "{task}"
            );
        }
        assert_eq!(grid.run(1), grid.run_keeping(1, &mut starts, &mut || ()));
    }

    fn arms_with(grid: &Grid, point: u32) -> Prepared {
        crate::analysis::arms::with(
            &grid.prepared,
            scenario_at(&grid.prepared.scenario, &grid.sweep, point),
        )
    }

    #[test]
    fn another_size_is_another_place() {
        let grid = grid(&[("people", &[600.0, 700.0])]);
        assert_eq!(grid.places.len(), 2);
        assert_ne!(grid.run(0), grid.run(1));
        assert!(
            grid.run(0)[0].last(WELLBEING) > 0.0 && grid.run(0)[0].year(0).len() == CATALOGUE.len()
        );
    }
}
