//! How many worlds an experiment lives, and how long that is expected to take, before any worker was asked. Counts only.

use crate::analysis::arms::LIVES;
use crate::analysis::attribute::COALITIONS;
use crate::analysis::factorial::CELLS;
use crate::analysis::factors::factors;
use crate::experiment::{Experiment, Kind, Players, Sensitivity, sweep};
use crate::scenario::parameters::Couplings;

/// Tasks and worlds lived for each; nothing for what only its file tells.
pub fn tasks_and_lives(experiment: &Experiment) -> Option<(u32, u32)> {
    let scenario = &experiment.scenario;
    let (replicates, arms) = (scenario.replicates, scenario.arms.len() as u32);
    let moved = |what: &Sensitivity| factors(scenario, what.only.as_deref()).len() as u32;
    Some(match &experiment.kind {
        Kind::Replicates => (replicates, 1 + arms),
        Kind::Sweep(grid) => (sweep::points(grid).saturating_mul(replicates), 1 + arms),
        Kind::Factorial { .. } => (replicates, 1 + CELLS as u32),
        Kind::Shapley {
            of: Players::Dimensions,
            ..
        } => (replicates, 1 + COALITIONS as u32),
        Kind::Shapley {
            of: Players::Couplings,
            orders,
        } => (*orders, LIVES * (Couplings::INFO.len() as u32 + 1)),
        Kind::Morris { trajectories, what } => (
            trajectories.saturating_mul(moved(what) + 1),
            LIVES * replicates,
        ),
        Kind::Sobol { points, what } => {
            (points.saturating_mul(moved(what) + 2), LIVES * replicates)
        }
        Kind::Robustness { draws } => (*draws, LIVES * replicates),
        Kind::Trial { .. } => (replicates, 1),
        Kind::Versions { .. } => return None,
    })
}

/// How long it is expected to take at a pace in months lived by persons a second. Unit: seconds.
pub fn seconds(experiment: &Experiment, pace: f64) -> Option<f64> {
    let (tasks, lives) = tasks_and_lives(experiment)?;
    let scenario = &experiment.scenario;
    let months = match &experiment.kind {
        Kind::Trial { months, .. } => scenario.spin_up_months + 2 * months,
        _ => scenario.months(),
    };
    Some(
        f64::from(tasks) * f64::from(lives) * f64::from(scenario.people) * f64::from(months) / pace,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::{Ready, parse};

    #[test]
    fn every_question_is_as_large_as_the_workers_will_find_it() {
        let questions = [
            "question = \"replicates\"",
            "question = \"sweep\"\nvary = [{ name = \"control.power\", values = [0.0, 0.1] }]",
            "question = \"factorial\"",
            "question = \"shapley\"",
            "question = \"shapley\"\nof = \"couplings\"\norders = 3",
            "question = \"morris\"\ntrajectories = 2\nonly = \"couplings\"",
            "question = \"sobol\"\npoints = 4\nonly = \"couplings\"",
            "question = \"robustness\"\ndraws = 8",
            "question = \"trial\"\napproach = \"timebanking\"",
        ];
        for question in questions {
            let text = format!(
                "format = 1\nname = \"A\"\nscenario = \"trafford\"\npeople = 500\nyears = 1\nreplicates = 2\n{question}\n"
            );
            let experiment =
                parse(&text).unwrap_or_else(|problems| panic!("{question}: {problems:?}"));
            let ready = Ready::new(&experiment, None).unwrap();
            assert_eq!(
                tasks_and_lives(&experiment),
                Some((ready.tasks(), ready.lives_a_task())),
                "{question}"
            );
            assert!(seconds(&experiment, 1e6).unwrap() > 0.0);
        }
    }
}
