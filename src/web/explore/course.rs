//! Decisions and shocks on the timeline: a mark to drag for each, and its fields one step away.

mod fields;

use super::super::parts::{Hand, Range, Shared, use_say};
use super::super::text;
use super::cautions::{beside, use_warnings};
use super::editor::Editor;
use crate::ensemble::pair::Pair;
use crate::scenario::strategy::DIMENSIONS;
use crate::scenario::warnings::About;
use crate::scenario::{EventKind, Scenario};
use crate::session::Edit;
use crate::session::course::{decision_words, kind_name, shock_words, when};
use crate::session::edit::{DecisionEdit, ShockEdit, shocks};
use fields::{Decided, Shocked};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The scenario on the controls.
    pub scenario: Shared<Scenario>,
    /// The month at which something new is put.
    pub at: u32,
}

#[component]
pub fn Course(props: &Props) -> Html {
    let editor = Editor(use_say());
    let scenario = &props.scenario;
    let found = use_warnings(props.scenario.clone());
    let pair = Pair::shown(scenario);
    let arms: Vec<(&'static str, usize)> =
        [("first", pair.reference), ("second", pair.alternative)]
            .into_iter()
            .collect();
    let at = props.at;
    let count = scenario.events.len()
        + arms
            .iter()
            .filter_map(|(_, arm)| Some(scenario.arms.get(*arm)?.decisions.len()))
            .sum::<usize>();
    html! {
        <div class="course">
            { marks(scenario, &arms, &editor) }
            <details>
                <summary>{ text::course_count(count) }</summary>
                <p class="hint">{ text::COURSE_HINT }</p>
                <h3>{ text::SHOCKS }</h3>
                if scenario.events.is_empty() { <p class="hint">{ text::NO_SHOCKS }</p> }
                { for shocks(scenario).into_iter().map(|(shock, position)| html! {
                    <Shocked key={format!("{shock:?}")} scenario={props.scenario.clone()} {shock} {position} />
                }) }
                { beside(&found, About::Shocks) }
                <div class="row" role="group" aria-label={text::ADD_SHOCK}>
                    <span class="lead" aria-hidden="true">{ text::ADD_SHOCK }</span>
                    { for EventKind::ALL.iter().map(|(kind, id, _)| html! {
                        <button key={*id} type="button" onclick={editor.press(Edit::Shock(ShockEdit::Add(*kind, at)))}>{ text::plus(kind_name(*kind)) }</button>
                    }) }
                </div>
                { for arms.iter().filter_map(|(class, arm)| Some(decisions(props, class, *arm, scenario.arms.get(*arm)?, at, &editor, beside(&found, About::Decisions(*arm))))) }
            </details>
        </div>
    }
}

/// Where something new is put: at the start of the year shown, or of the one in the middle when that is the first or the last.
pub fn proposed(month: u32, end: u32) -> u32 {
    if month >= 12 && month + 12 < end {
        month / 12 * 12
    } else {
        end / 24 * 12
    }
}

fn decisions(
    props: &Props,
    class: &'static str,
    number: usize,
    arm: &crate::scenario::Arm,
    at: u32,
    editor: &Editor,
    cautions: Html,
) -> Html {
    html! {
        <section key={class} class={classes!("decisions", class)} aria-label={text::decisions_of(&arm.name)}>
            <h3>{ text::decisions_of(&arm.name) }</h3>
            if arm.decisions.is_empty() { <p class="hint">{ text::NO_DECISIONS }</p> }
            { for (0..arm.decisions.len()).map(|turn| html! { <Decided key={turn} scenario={props.scenario.clone()} arm={number} {turn} /> }) }
            { cautions }
            <div class="row" role="group" aria-label={text::ADD_DECISION}>
                <span class="lead" aria-hidden="true">{ text::ADD_DECISION }</span>
                { for DIMENSIONS.iter().map(|d| html! {
                    <button key={d.id} type="button" onclick={editor.press(Edit::Decision { arm: number, edit: DecisionEdit::Add { month: at, dimension: d.id } })}>{ text::plus(d.name) }</button>
                }) }
            </div>
        </section>
    }
}

/// One slider under the timeline for each shock and decision, its months those of the timeline.
fn marks(scenario: &Scenario, arms: &[(&'static str, usize)], editor: &Editor) -> Html {
    let end = scenario.months();
    let shocks = shocks(scenario)
        .into_iter()
        .filter_map(|(shock, position)| {
            let event = scenario.events.get(position)?;
            let moved = editor
                .live(move |month| Edit::Shock(ShockEdit::Month(shock, month.max(0.0) as u32)));
            Some(mark(
                format!("{shock:?}"),
                "both",
                event.month,
                end,
                shock_words(event),
                &moved,
                &editor.done(),
            ))
        });
    let decisions = arms.iter().flat_map(|(class, number)| {
        let (class, number) = (*class, *number);
        let arm = scenario.arms.get(number);
        (0..arm.map_or(0, |arm| arm.decisions.len())).filter_map(move |turn| {
            let arm = arm?;
            let moved = editor.live(move |month| Edit::Decision {
                arm: number,
                edit: DecisionEdit::Month {
                    turn,
                    month: month.max(0.0) as u32,
                },
            });
            let words = format!("{}. {}", arm.name, decision_words(arm, turn));
            Some(mark(
                format!("{class}-{turn}"),
                class,
                arm.decisions.get(turn)?.month,
                end,
                words,
                &moved,
                &editor.done(),
            ))
        })
    });
    html! { <>{ for shocks.chain(decisions) }</> }
}

fn mark(
    key: String,
    class: &'static str,
    month: u32,
    end: u32,
    words: String,
    moved: &Callback<f64>,
    done: &Callback<Hand>,
) -> Html {
    html! {
        <div {key} class={classes!("mark", class)}>
            <p>{ &words }</p>
            <Range label={words} value={f64::from(month)} low={0.0} high={f64::from(end)} words={when(month)} oninput={moved.clone()} ondone={done.clone()} />
        </div>
    }
}
