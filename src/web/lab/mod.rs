//! The researcher's afternoon: assumptions, experiments, results. Draws what it is given.

mod assumptions;
mod bench;
mod delta;
mod files;
mod form;
mod keep;
mod map;
pub mod orders;
mod progress;
mod results;
mod row;

use super::parts::{Shared, use_say};
use super::text;
use super::text::lab as words;
use crate::session::{Choices, Message, State, question};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    pub dark: bool,
}

#[component]
pub fn Lab(props: &Props) -> Html {
    let say = use_say();
    let state = &props.state;
    let scenario = &state.question.scenario;
    let undo = say.reform(|_: MouseEvent| Message::Question(question::Said::Undo));
    let redo = say.reform(|_: MouseEvent| Message::Question(question::Said::Redo));
    html! {
        <div class="lab">
            <div class="lab-head">
                <h1 tabindex="-1">{ words::TITLE }</h1>
                <p>{ words::ABOUT }{ " " }<strong>{ words::question(scenario, props.choices.place_name(&scenario.place)) }</strong></p>
                <p class="row">
                    <button type="button" disabled={state.question.undo.is_empty()} onclick={undo}>{ text::UNDO }</button>
                    <button type="button" disabled={state.question.redo.is_empty()} onclick={redo}>{ text::REDO }</button>
                </p>
            </div>
            <assumptions::Assumptions state={props.state.clone()} />
            <bench::Bench state={props.state.clone()} />
            <map::Map state={props.state.clone()} />
        </div>
    }
}
