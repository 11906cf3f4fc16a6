//! The re-runs of a game: a run of its own beside the page's.
//!
//! Why not the page's own run: it belongs to the room's question, which the rest of the hour goes on with; a game would put
//! a step into its history for every round and throw its result away. So the workers are lent to the game for as long as it
//! runs and given back then, with whatever of the page's run was still to come. Every lending takes two numbers of runs, so
//! that no late answer of one is taken for the other's.

use super::game::Game;
use super::{Teams, seat};
use crate::ensemble::{Ensemble, Job, Outcome, kept};
use crate::scenario::Scenario;
use crate::session::inquiries::Wanted;
use crate::session::message::Effect;
use crate::session::state::State;
use crate::session::update::jobs;
use crate::session::workshop::shows_teams;
use std::rc::Rc;

/// How a game's run stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It goes on.
    Going,
    /// Every re-run is in.
    Done,
    /// It was stopped, by the person or because the page needed the workers.
    Stopped,
    /// It cannot go on; the words are for people.
    Failed(String),
}

/// The run of a game's rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The number of the run.
    pub epoch: u32,
    /// What was asked.
    pub scenario: Rc<Scenario>,
    /// How many rounds it lives.
    pub rounds: u32,
    /// The game as it was asked about.
    pub game: Rc<Game>,
    /// What is in.
    pub gathered: Rc<Ensemble>,
    /// How it stands.
    pub standing: Standing,
}

impl Run {
    fn is_whole(&self, replicate: u32) -> bool {
        self.gathered
            .outcome(replicate)
            .is_some_and(|outcome| outcome.arms.len() == self.scenario.arms.len())
    }

    /// Re-runs in which every team has lived.
    pub fn done(&self) -> u32 {
        (0..self.scenario.replicates)
            .filter(|replicate| self.is_whole(*replicate))
            .count() as u32
    }

    fn jobs(&self) -> Vec<Job> {
        let there = |replicate, arm: u32| {
            self.gathered
                .outcome(replicate)
                .is_some_and(|outcome| outcome.arms.iter().any(|other| other.arm == arm))
        };
        let job = |replicate| {
            let arms: Vec<u32> = (0..self.scenario.arms.len() as u32)
                .filter(|arm| !there(replicate, *arm))
                .collect();
            (!arms.is_empty()).then_some(Job {
                replicate,
                arms,
                frames: false,
            })
        };
        (0..self.scenario.replicates).filter_map(job).collect()
    }
}

/// Lives the rounds of the game in front of the person. What is there of the same question and the same teams is kept.
pub(super) fn start(state: &mut State) -> Vec<Effect> {
    let seat = seat(&state.teams);
    let Some(game) = state.teams.games[seat]
        .clone()
        .filter(|game| game.lived > 0)
    else {
        return Vec::new();
    };
    let rounds = game.lived;
    let scenario = Rc::new(game.scenario(rounds));
    let mut gathered = Ensemble::default();
    if let Some(before) = &state.teams.run {
        kept::kept(&before.gathered, &before.scenario, &scenario)
            .for_each(|outcome| gathered.add(outcome));
    }
    let epoch = state.run.epoch + 1;
    let run = Run {
        epoch,
        scenario: Rc::clone(&scenario),
        rounds,
        game: Rc::new(game),
        gathered: Rc::new(gathered),
        standing: Standing::Going,
    };
    let jobs = run.jobs();
    if jobs.is_empty() {
        state.teams.run = Some(Run {
            standing: Standing::Done,
            ..run
        });
        return Vec::new();
    }
    state.run.epoch += 2;
    state.teams.run = Some(run);
    vec![Effect::Start {
        epoch,
        scenario,
        show_place: false,
        jobs,
    }]
}

/// Whether a message is about the run of a game.
pub fn is_own(teams: &Teams, epoch: u32) -> bool {
    going(teams).is_some_and(|run| run.epoch == epoch)
}

fn going(teams: &Teams) -> Option<&Run> {
    teams
        .run
        .as_ref()
        .filter(|run| run.standing == Standing::Going)
}

/// Takes in what some re-runs came to.
pub fn arrived(state: &mut State, outcomes: Vec<Outcome>) -> Vec<Effect> {
    let Some(run) = &mut state.teams.run else {
        return Vec::new();
    };
    let gathered = Rc::make_mut(&mut run.gathered);
    for outcome in outcomes {
        gathered.add(outcome);
    }
    if run.done() < run.scenario.replicates {
        Vec::new()
    } else {
        end(state, Standing::Done)
    }
}

/// The run cannot go on.
pub fn failed(state: &mut State, words: String) -> Vec<Effect> {
    end(state, Standing::Failed(words))
}

/// The run goes no further, and the workers go back to the page.
pub(super) fn end(state: &mut State, standing: Standing) -> Vec<Effect> {
    if going(&state.teams).is_none() {
        return Vec::new();
    }
    if let Some(run) = &mut state.teams.run {
        run.standing = standing;
    }
    vec![back(state)]
}

/// The workers are the page's again: its question, and what of its run was still to come.
fn back(state: &State) -> Effect {
    let run = &state.run;
    let jobs = if run.cancelled || state.failure.is_some() {
        Vec::new()
    } else {
        jobs(run, 0)
    };
    Effect::Start {
        epoch: run.epoch,
        scenario: Rc::clone(&run.scenario),
        show_place: run.place.is_none(),
        jobs,
    }
}

/// What was lived before the page was closed is lived again once somebody looks at it: the same choices come to the same.
fn resume(state: &mut State, effects: &mut Vec<Effect>) {
    let lived = state.teams.game().is_some_and(|game| game.lived > 0);
    // The page's own question goes first; the next message asks again.
    let asked = effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Start { .. } | Effect::More(_) | Effect::Inquire(_)
        )
    });
    if !asked && lived && state.teams.loaded && state.teams.run.is_none() && shows_teams(state) {
        effects.extend(start(state));
    }
}

/// After any message: when the page itself asks for the workers while they are lent, they go back, and the game's run waits
/// until it is asked for again.
pub fn follow(state: &mut State, effects: &mut Vec<Effect>) {
    resume(state, effects);
    let Some(own) = going(&state.teams).map(|run| run.epoch) else {
        return;
    };
    let taken = effects
        .iter()
        .any(|effect| matches!(effect, Effect::Start { epoch, .. } if *epoch != own));
    let needed = effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::More(_) | Effect::Cancel | Effect::Inquire(Wanted::Begin { .. })
        )
    });
    if !taken && !needed {
        return;
    }
    if let Some(run) = &mut state.teams.run {
        run.standing = Standing::Stopped;
    }
    if !taken {
        // What is asked for in addition is among what is still to come.
        effects.retain(|effect| !matches!(effect, Effect::More(_)));
        effects.insert(0, back(state));
    }
}
