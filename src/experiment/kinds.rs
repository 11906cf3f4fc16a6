//! Which question of the model an experiment's kind is, and how many worlds one of its tasks lives.
//! Knows no answer.

use super::results;
use super::sweep::{self, Grid};
use super::versions::Lived;
use super::{Experiment, Kind, Players, Sensitivity};
use crate::analysis::arms::LIVES;
use crate::analysis::attribute::{Attribution, COALITIONS};
use crate::analysis::couplings::CouplingShares;
use crate::analysis::factorial::{CELLS, Factorial};
use crate::analysis::in_parts::{InParts, digested};
use crate::analysis::regression::Regression;
use crate::analysis::robustness::Robustness;
use crate::analysis::sensitivity::morris::Morris;
use crate::analysis::sensitivity::saltelli::Saltelli;
use crate::analysis::sensitivity::{self, Design};
use crate::analysis::trial::Trial;
use crate::answers::about::About;
use crate::answers::{assumptions, levels, movement, parts, trial, worlds};
use crate::ensemble::Prepared;
use crate::export::regression;
use crate::indicators::catalogue;
use crate::report::Report;
use crate::scenario::parameters::Couplings;

/// A question in parts, with the worlds that each of its tasks lives.
type Asked = (Box<dyn InParts<Report>>, u32);

/// The grid of a sweep, or of replicates, whose points may share spun-up worlds.
pub fn grid(experiment: &Experiment, prepared: &Prepared) -> Result<Option<Grid>, String> {
    sweep::grid(experiment)
        .map(|sweep| Grid::new(prepared, sweep))
        .transpose()
}

/// The question of a kind, asked of a place.
pub fn question(
    kind: &Kind,
    grid: Option<&Grid>,
    prepared: &Prepared,
    about: About,
) -> Result<Asked, String> {
    let arms = prepared.scenario.arms.len() as u32;
    let replicates = prepared.scenario.replicates;
    Ok(match kind {
        Kind::Replicates | Kind::Sweep(_) => {
            // invariant: `grid` gives one for these two kinds.
            (points(grid.expect("a sweep has a grid"), about), 1 + arms)
        }
        Kind::Factorial { couplings } => (
            digested(Factorial::new(prepared, *couplings)?, move |answer| {
                Ok(levels::report(&answer, &about))
            }),
            1 + CELLS as u32,
        ),
        Kind::Shapley {
            of: Players::Dimensions,
            ..
        } => (
            digested(Attribution::new(prepared)?, move |answer| {
                Ok(parts::report(&answer, &about))
            }),
            1 + COALITIONS as u32,
        ),
        Kind::Shapley {
            of: Players::Couplings,
            orders,
        } => {
            let question = CouplingShares::new(prepared, *orders)?;
            let shares = digested(question, move |answer| Ok(parts::report(&answer, &about)));
            (shares, LIVES * (Couplings::INFO.len() as u32 + 1))
        }
        Kind::Morris { trajectories, what } => {
            let (walks, seed) = (*trajectories as usize, prepared.scenario.seed);
            (
                moved(prepared, what, about, |count| {
                    Morris::new(count, walks, seed)
                })?,
                LIVES * replicates,
            )
        }
        Kind::Sobol { points, what } => {
            let (base, seed) = (*points as usize, prepared.scenario.seed);
            (
                moved(prepared, what, about, |count| {
                    Saltelli::new(count, base, seed)
                })?,
                LIVES * replicates,
            )
        }
        Kind::Robustness { draws } => (
            digested(Robustness::new(prepared, *draws)?, move |answer| {
                Ok(worlds::report(&answer, &about))
            }),
            LIVES * replicates,
        ),
        Kind::Trial { approach, months } => (trial_of(approach, *months, prepared, about)?, 1),
        Kind::Versions { text, .. } => versions(text, prepared, about)?,
    })
}

fn points(grid: &Grid, about: About) -> Box<dyn InParts<Report>> {
    let sweep = grid.sweep().clone();
    digested(grid.clone(), move |parts| {
        results::grid::results(&sweep, &parts, &about)
    })
}

fn trial_of(
    approach: &str,
    months: u32,
    prepared: &Prepared,
    about: About,
) -> Result<Box<dyn InParts<Report>>, String> {
    let mut known = prepared.scenario.approaches.iter();
    let known = known
        .find(|known| known.id == *approach)
        .ok_or_else(|| format!("approach: found \"{approach}\"; wanted one of the catalogue"))?
        .clone();
    let trial = Trial::new(prepared, &known, months);
    Ok(digested(trial, move |answer| {
        Ok(trial::report(&answer, &known.name, &about))
    }))
}

fn moved<D: Design + 'static>(
    prepared: &Prepared,
    what: &Sensitivity,
    about: About,
    design: impl FnOnce(usize) -> D,
) -> Result<Box<dyn InParts<Report>>, String> {
    let indicator = catalogue::position(&what.indicator).unwrap_or(catalogue::DOING_WELL);
    let question =
        sensitivity::Sensitivity::new(prepared, indicator, what.only.as_deref(), design)?;
    Ok(digested(question, move |answer| {
        Ok(assumptions::report(&answer, &about))
    }))
}

/// The set of scenarios, or one comparison: whichever the earlier version's file holds.
fn versions(text: &str, prepared: &Prepared, about: About) -> Result<Asked, String> {
    let before = regression::read(text)?;
    let lives = 1 + prepared.scenario.arms.len() as u32;
    if !regression::is_of_set(text) {
        return Ok((
            digested(Lived::new(prepared), move |outcomes| {
                movement::comparison(&before, outcomes, &about)
            }),
            lives,
        ));
    }
    let set = Regression {
        scenarios: before.scenarios.len() as u32,
    };
    Ok((
        digested(set, move |record| movement::set(&before, &record?, &about)),
        1,
    ))
}
