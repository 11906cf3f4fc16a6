//! The first page: one comparison, from the sentence down to the pennies.

mod bundled;
mod cautions;
pub mod chart;
mod controls;
mod course;
mod editor;
pub mod headline;
mod kept;
pub mod lives;
mod look;
mod money;
mod outcomes;
mod overlay;
mod rainbow;
mod report;
mod spending;
mod strategy;
mod table;
mod time;
pub mod why;
pub mod worlds;

use super::parts::Shared;
use crate::place::Whole;
use crate::session::question::Question;
use crate::session::question::first_look::FirstLook;
use crate::session::{Choices, State};
use std::rc::Rc;
use yew::prelude::*;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the page knows.
    pub state: Shared<State>,
    /// What there is to choose from.
    pub choices: Shared<Choices>,
    /// Whether pictures are drawn for dark paper.
    pub dark: bool,
}

/// The pictured run while it is lived, with the years that it will have.
fn growing(question: &Question) -> Option<(Shared<FirstLook>, u32)> {
    let look = question.first_look()?;
    Some((Shared(Rc::clone(look)), question.run.scenario.years))
}

/// The comparison.
#[component]
pub fn Explore(props: &Props) -> Html {
    let state = &props.state;
    let shown = state.question.shown();
    let figures = Shared(Rc::clone(&shown.figures));
    let scenario = Shared(Rc::clone(&shown.scenario));
    let place = props.choices.place_name(&shown.scenario.place).to_owned();
    let whole = shown.place.as_deref().map(Whole::of);
    let printed = report::Props {
        figures: figures.clone(),
        scenario: scenario.clone(),
        ensemble: Shared(Rc::clone(&shown.ensemble)),
        axes: Shared(Rc::clone(&state.question.axes)),
        place: place.clone().into(),
        whole: whole.clone(),
        link: super::effects::address().into(),
    };
    let why_place = props
        .choices
        .place_name(&state.question.run.scenario.place)
        .to_owned();
    let (stale, settled) = (
        state.question.is_stale(),
        *state.question.run.scenario == *state.question.scenario,
    );
    let outcomes = outcomes::Props {
        figures: figures.clone(),
        scenario: scenario.clone(),
        axes: Shared(Rc::clone(&state.question.axes)),
        ensemble: Shared(Rc::clone(&shown.ensemble)),
        single_runs: state.explore.single_runs,
        first_look: growing(&state.question),
        chosen: state.explore.chosen,
        place: place.clone(),
        whole: whole.clone(),
        stale,
    };
    html! {
        <div class={classes!("explore", stale.then_some("stale"))}>
            <headline::Headline question={Shared(Rc::clone(&state.question))} inquiries={Shared(Rc::clone(&state.inquiries))} choices={props.choices.clone()} />
            <div class={classes!("first-sight", (!state.shows_difference()).then_some("wide"))}>
                <worlds::Worlds ..worlds::Props::of(state, props.dark) />
                <outcomes::Main ..outcomes.clone() />
            </div>
            <controls::Controls scenario={Shared(Rc::clone(state.question.on_controls()))} choices={props.choices.clone()} moving={state.question.moving}
                can_undo={!state.question.undo.is_empty()} can_redo={!state.question.redo.is_empty()} back={kept::BackProps::of(state)} />
            <headline::Sureness scenario={Shared(Rc::clone(&shown.scenario))} inquiries={Shared(Rc::clone(&state.inquiries))} {stale} />
            <rainbow::Rainbow scenario={Shared(Rc::clone(state.question.on_controls()))} />
            <outcomes::Others ..outcomes />
            <div class="results" aria-busy={stale.then_some("true")}>
                <table::Table figures={figures.clone()} scenario={scenario.clone()} {whole} chosen={state.explore.chosen} />
                <money::Money ensemble={Shared(Rc::clone(&shown.ensemble))} {scenario} {figures} flow={state.explore.flow} {place} />
                <lives::Lives ..lives::Props::of(state) />
            </div>
            <div class="results" aria-busy={(!settled).then_some("true")}>
                <why::Why inquiries={Shared(Rc::clone(&state.inquiries))} scenario={Shared(Rc::clone(&state.question.run.scenario))} {settled} place={why_place} />
            </div>
            <kept::Kept kept={Shared(Rc::clone(&state.kept))} address={printed.link.clone()} />
            <report::First ..printed.clone() />
            <report::Second ..printed />
        </div>
    }
}
