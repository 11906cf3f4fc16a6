//! What does one coupling explain of the difference between two arms? Both arms are lived as they are and with that coupling
//! switched off, under the same luck. Knows no way of showing an answer.

use super::arms::{self, LIVES};
use super::estimate::Estimate;
use super::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::Scenario;
use crate::scenario::parameters::Couplings;

/// Worlds lived for one replicate.
pub const WORLDS: u32 = 2 * LIVES;

/// One coupling on and off.
#[derive(Clone, Debug)]
pub struct Without {
    on: Prepared,
    off: Prepared,
    pair: Pair,
}

/// What it says of adults doing well in the last year, alternative less reference. Unit: percentage points.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Answer {
    /// The arm that is subtracted.
    pub reference: String,
    /// The arm that the difference is counted for.
    pub alternative: String,
    /// Replicates in it.
    pub replicates: u32,
    /// The difference as it is.
    pub with: Estimate,
    /// The difference with the coupling at 0.
    pub without: Estimate,
    /// What goes when the coupling goes: the one less the other, replicate by replicate.
    pub explained: Estimate,
}

impl Without {
    /// The scenario with and without the coupling at a position of [`Couplings::INFO`].
    ///
    /// Errors: a sentence for people when there are no two arms, or no such coupling.
    pub fn new(prepared: &Prepared, coupling: usize) -> Result<Self, String> {
        let last = Couplings::INFO.len() - 1;
        let info = Couplings::INFO
            .get(coupling)
            .ok_or_else(|| format!("coupling: found {coupling}; wanted one from 0 to {last}"))?;
        Self::changed(prepared, |scenario| {
            scenario.parameters.set(&info.id(), 0.0);
        })
    }

    /// The scenario as it is and with a change in both arms, of which the place is not made.
    ///
    /// Errors: a sentence for people when there are no two arms.
    pub fn changed(
        prepared: &Prepared,
        change: impl FnOnce(&mut Scenario),
    ) -> Result<Self, String> {
        let pair = arms::wanted_pair(&prepared.scenario)?;
        let mut scenario = prepared.scenario.clone();
        change(&mut scenario);
        Ok(Self {
            on: prepared.clone(),
            off: arms::with(prepared, scenario),
            pair,
        })
    }
}

impl Question for Without {
    /// The difference with the coupling and without it.
    type Part = [f64; 2];
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.on.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> [f64; 2] {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> [f64; 2] {
        [&self.on, &self.off].map(|world| {
            arms::live_pair_telling(world, self.pair, task as u32, lived).difference(DOING_WELL)
        })
    }

    fn answer(&self, parts: Vec<[f64; 2]>) -> Answer {
        let over = |value: &dyn Fn(&[f64; 2]) -> f64| {
            Estimate::of(&parts.iter().map(value).collect::<Vec<_>>())
        };
        let named = |arm: usize| self.on.scenario.arms[arm].id.clone();
        Answer {
            reference: named(self.pair.reference),
            alternative: named(self.pair.alternative),
            replicates: parts.len() as u32,
            with: over(&|part| part[0]),
            without: over(&|part| part[1]),
            explained: over(&|part| part[0] - part[1]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::PAIR;

    #[test]
    fn what_a_coupling_explains_is_the_difference_less_the_one_without_it() {
        let mut prepared = arms::tests::small();
        prepared.scenario.years = 1;
        let family = Couplings::INFO
            .iter()
            .position(|info| info.field == "person_from_family")
            .unwrap();
        let answer = Without::new(&prepared, family).unwrap().ask();
        let pairs: Vec<f64> = (0..2)
            .map(|replicate| arms::live_pair(&prepared, PAIR, replicate).difference(DOING_WELL))
            .collect();
        assert_eq!((answer.replicates, answer.with), (2, Estimate::of(&pairs)));
        assert!((answer.with.mean - answer.without.mean - answer.explained.mean).abs() < 1e-9);
        // Switched off already, it explains nothing, to the bit.
        prepared.scenario.parameters.couplings.person_from_family = 0.0;
        assert_eq!(
            Without::new(&prepared, family).unwrap().ask().explained,
            Estimate::default()
        );
    }

    #[test]
    fn a_coupling_that_is_not_there_is_refused() {
        assert!(
            Without::new(&arms::tests::small(), 99)
                .unwrap_err()
                .contains("found 99")
        );
    }
}
