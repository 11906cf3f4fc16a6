//! What to think twice about: a sentence beside the control it is about, and all of it in a list. It never stops anything.

use super::super::parts::Shared;
use super::super::text;
use crate::scenario::Scenario;
use crate::scenario::sources::ASSUMPTION;
use crate::scenario::warnings::{About, Warning, warnings};
use std::rc::Rc;
use yew::prelude::*;

/// The warnings of a scenario, worked out once for each.
#[hook]
pub fn use_warnings(scenario: Shared<Scenario>) -> Rc<Vec<Warning>> {
    use_memo(scenario, |scenario| warnings(scenario))
}

/// The same, but held still while a hand moves a control: nothing comes or goes under the pointer, and what is new is said
/// once it rests.
#[hook]
pub fn use_still(scenario: Shared<Scenario>, moving: bool) -> Rc<Vec<Warning>> {
    let found = use_warnings(scenario);
    let said = use_mut_ref(|| Rc::clone(&found));
    if !moving {
        *said.borrow_mut() = found;
    }
    said.borrow().clone()
}

/// What is to be said beside a control.
pub fn beside(found: &[Warning], about: About) -> Html {
    html! {
        { for found.iter().filter(|warning| warning.about == about).enumerate().map(|(k, warning)| html! {
            <p key={k} class="caution"><Mark />{ &warning.found }</p>
        }) }
    }
}

#[component]
fn Mark() -> Html {
    html! { <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 1.5 15 14.5H1z" /><path class="stroke" d="M8 6v4.2M8 12v.8" /></svg> }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub scenario: Shared<Scenario>,
}

/// All of it, with reasons and what would be plausible.
#[component]
pub fn Cautions(props: &Props) -> Html {
    let found = use_warnings(props.scenario.clone());
    html! {
        <div class="cautions" role="status">
            if !found.is_empty() {
                <details>
                    <summary>{ text::think_twice(found.len()) }</summary>
                    <ul>
                        { for found.iter().enumerate().map(|(k, warning)| html! {
                            <li key={k}>
                                <strong>{ &warning.found }</strong>{ " " }{ warning.why }{ " " }{ &warning.plausible }
                                if warning.source != ASSUMPTION { { " " }<span class="hint">{ text::source_words(warning.source) }</span> }
                            </li>
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}
