//! One run of a scenario, as far as it has come: what is there, what is still to be run, what of it another run can use.

use super::first_look::FirstLook;
use crate::charts::layout::Layout;
use crate::charts::picture;
use crate::ensemble::pair::Pair;
use crate::ensemble::{Ensemble, Job, Outcome, kept};
use crate::indicators::{FrameMeasure, Frames};
use crate::place::Place;
use crate::scenario::Scenario;
use crate::session::figures::Figures;
use std::rc::Rc;

/// One run of a scenario, as far as it has come.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its number.
    pub epoch: u32,
    /// What was asked.
    pub scenario: Rc<Scenario>,
    /// Replicates of which every arm is there.
    pub ensemble: Rc<Ensemble>,
    /// Replicates of which some arms are there: just arrived, or kept from the run before because nothing changed for them.
    pub parts: Rc<Ensemble>,
    /// What that says.
    pub figures: Rc<Figures>,
    /// The pictured re-run as far as it is told while it is lived.
    pub first_look: Rc<FirstLook>,
    /// Pictures of everybody in the first re-run, one an arm; none until it is in.
    pub pictures: Rc<Vec<Frames>>,
    /// How many replicates were asked for.
    pub wanted: u32,
    /// The digest of the result, once it is complete.
    pub fingerprint: Option<String>,
    /// The place, as soon as it is here.
    pub place: Option<Rc<Place>>,
    /// Where everybody stands.
    pub layout: Option<Rc<Layout>>,
    /// Whether the person stopped it.
    pub cancelled: bool,
}

impl Run {
    /// The run of a scenario, before anything of it is there.
    pub(in crate::session) fn of(epoch: u32, scenario: Rc<Scenario>, wanted: u32) -> Self {
        Self {
            epoch,
            scenario,
            ensemble: Rc::default(),
            parts: Rc::default(),
            figures: Rc::default(),
            first_look: Rc::default(),
            pictures: Rc::default(),
            wanted,
            fingerprint: None,
            place: None,
            layout: None,
            cancelled: false,
        }
    }

    /// What moved most between its two worlds, of what people can be coloured by; nothing before its pictures are in.
    pub(in crate::session) fn moved_most(&self) -> Option<FrameMeasure> {
        let pair = Pair::shown(&self.scenario);
        picture::moved_most(
            self.pictures.get(pair.reference)?,
            self.pictures.get(pair.alternative)?,
        )
    }

    /// Pictures are large and drawn only: they are kept apart from the numbers.
    pub(in crate::session) fn keep_pictures(&mut self, outcome: &mut Outcome) {
        if outcome.replicate != 0 {
            return;
        }
        let pictures = Rc::make_mut(&mut self.pictures);
        pictures.resize(self.scenario.arms.len(), Frames::default());
        for arm in &mut outcome.arms {
            if let (Some(frames), Some(place)) =
                (arm.frames.take(), pictures.get_mut(arm.arm as usize))
            {
                *place = frames;
            }
        }
    }

    /// Whether every replicate of the scenario is in.
    pub fn is_complete(&self) -> bool {
        self.ensemble.len() as u32 >= self.scenario.replicates
    }

    /// Takes over what the run before has of worlds for which nothing changed.
    pub(in crate::session) fn keep(&mut self, before: &Self) {
        for gathered in [&before.ensemble, &before.parts] {
            for mut outcome in kept::kept(gathered, &before.scenario, &self.scenario) {
                for arm in &mut outcome.arms {
                    arm.frames = before
                        .pictures
                        .get(arm.arm as usize)
                        .filter(|_| outcome.replicate == 0)
                        .cloned();
                }
                self.take(outcome);
            }
        }
    }

    /// Takes in some arms of a replicate; with the last of them it is one of the ensemble.
    pub(in crate::session) fn take(&mut self, mut outcome: Outcome) {
        self.keep_pictures(&mut outcome);
        if outcome.replicate == 0 {
            Rc::make_mut(&mut self.first_look).know(&outcome);
        }
        let (replicate, arms) = (outcome.replicate, self.scenario.arms.len());
        let parts = Rc::make_mut(&mut self.parts);
        parts.add(outcome);
        if parts
            .outcome(replicate)
            .is_some_and(|gathered| gathered.arms.len() == arms)
            && let Some(whole) = parts.remove(replicate)
        {
            Rc::make_mut(&mut self.ensemble).add(whole);
        }
    }

    /// What is to be run of the replicates from one on, up to those wanted. The arms of the pictured one are jobs of their own,
    /// so that all workers work on what is looked at; arms that are there already are not run again.
    pub(in crate::session) fn jobs(&self, from: u32) -> Vec<Job> {
        let there = |replicate: u32, arm: u32| {
            let gathered = [&self.ensemble, &self.parts]
                .into_iter()
                .filter_map(|gathered| gathered.outcome(replicate));
            gathered
                .flat_map(|outcome| &outcome.arms)
                .any(|outcome| outcome.arm == arm)
        };
        let mut jobs = Vec::new();
        for replicate in from..self.wanted {
            let arms: Vec<u32> = (0..self.scenario.arms.len() as u32)
                .filter(|arm| !there(replicate, *arm))
                .collect();
            if replicate == 0 {
                jobs.extend(arms.into_iter().map(|arm| Job {
                    replicate,
                    arms: vec![arm],
                    frames: true,
                }));
            } else if !arms.is_empty() {
                jobs.push(Job {
                    replicate,
                    arms,
                    frames: false,
                });
            }
        }
        jobs
    }
}
