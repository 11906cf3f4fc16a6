//! The re-runs of a game: a run of its own beside the page's.
//!
//! Why not the page's own run: it belongs to the room's question, which the rest of the hour goes on with; a game would put
//! a step into its history for every round and throw its result away. So the workers are lent to the game for as long as it
//! runs and given back then, with whatever of the page's run was still to come. Every lending takes two numbers of runs, so
//! that no late answer of one is taken for the other's.

use super::run::{Run, Standing};
use super::state::Teams;
use crate::ensemble::{Ensemble, Outcome, kept};
use crate::session::action::Action;
use crate::session::effect::Effect;
use crate::session::inquiries::Wanted;
use crate::session::question::{Question, go_on};
use std::rc::Rc;

/// Lives the rounds of the game in front of the person. What is there of the same question and the same teams is kept.
pub fn start(teams: &mut Teams, question: &Question) -> Vec<Action> {
    let Some(game) = teams.game().filter(|game| game.lived > 0).cloned() else {
        return Vec::new();
    };
    let rounds = game.lived;
    let scenario = Rc::new(game.scenario(rounds));
    let mut gathered = Ensemble::default();
    if let Some(before) = &teams.run {
        kept::kept(&before.gathered, &before.scenario, &scenario)
            .for_each(|outcome| gathered.add(outcome));
    }
    let epoch = question.run.epoch + 1;
    let run = teams.run.insert(Run {
        epoch,
        scenario: Rc::clone(&scenario),
        rounds,
        game: Rc::new(game),
        gathered: Rc::new(gathered),
        standing: Standing::Going,
    });
    let jobs = run.jobs();
    if jobs.is_empty() {
        run.standing = Standing::Done;
        return Vec::new();
    }
    vec![Action::Lend {
        epoch,
        scenario,
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
pub fn arrived(teams: &mut Teams, outcomes: Vec<Outcome>) -> Vec<Action> {
    let Some(run) = &mut teams.run else {
        return Vec::new();
    };
    let gathered = Rc::make_mut(&mut run.gathered);
    for outcome in outcomes {
        gathered.add(outcome);
    }
    if run.done() < run.scenario.replicates {
        Vec::new()
    } else {
        end(teams, Standing::Done)
    }
}

/// The run goes no further, and the workers go back to the page.
pub fn end(teams: &mut Teams, standing: Standing) -> Vec<Action> {
    match &mut teams.run {
        Some(run) if run.standing == Standing::Going => {
            run.standing = standing;
            vec![Action::GiveBack]
        }
        _ => Vec::new(),
    }
}

/// The run cannot go on; the words are for people.
pub fn failed(teams: &mut Teams, words: String) -> Vec<Action> {
    end(teams, Standing::Failed(words))
}

/// Whether somebody looks at what was lived before the page was closed: it is lived again, and the same choices come to the
/// same. The page's own question goes first; the next message asks again.
pub fn waits(teams: &Teams, effects: &[Effect]) -> bool {
    let lived = teams.game().is_some_and(|game| game.lived > 0);
    let asked = effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Start { .. } | Effect::More(_) | Effect::Inquire(_)
        )
    });
    !asked && lived && teams.loaded && teams.run.is_none()
}

/// After any message: when the page itself asks for the workers while they are lent, they go back, and the game's run waits
/// until it is asked for again.
pub fn follow(teams: &mut Teams, question: &Question, effects: &mut Vec<Effect>) {
    let Some(own) = going(teams).map(|run| run.epoch) else {
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
    if let Some(run) = &mut teams.run {
        run.standing = Standing::Stopped;
    }
    if !taken {
        // What is asked for in addition is among what is still to come.
        effects.retain(|effect| !matches!(effect, Effect::More(_)));
        effects.insert(0, go_on(question));
    }
}
