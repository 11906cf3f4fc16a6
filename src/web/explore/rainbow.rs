//! What the money may buy: every approach on the rainbow from prevention to crisis, switched on or off for each world.

use super::super::parts::{Shared, use_say};
use super::super::text;
use super::cautions::{beside, use_warnings};
use super::editor::Editor;
use crate::ensemble::pair::Pair;
use crate::scenario::approaches::Approach;
use crate::scenario::rainbow::{BANDS, in_band};
use crate::scenario::strategy::preset;
use crate::scenario::warnings::About;
use crate::scenario::{Arm, Scenario};
use crate::session::Edit;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub scenario: Shared<Scenario>,
}

/// One of the two worlds on the rainbow.
#[derive(Clone, Copy)]
struct Side<'a> {
    class: &'static str,
    number: usize,
    arm: &'a Arm,
    /// Whether it buys approaches at all.
    buys: bool,
    /// How many it may buy.
    count: usize,
}

#[component]
pub fn Rainbow(props: &Props) -> Html {
    let editor = Editor(use_say());
    let scenario = &props.scenario;
    let found = use_warnings(props.scenario.clone());
    let pair = Pair::shown(scenario);
    let sides: Vec<Side> = [("first", pair.reference), ("second", pair.alternative)]
        .into_iter()
        .filter_map(|(class, number)| {
            let arm = scenario.arms.get(number)?;
            let buys = preset(&arm.preset).is_none_or(|preset| preset.buys_approaches);
            Some(Side {
                class,
                number,
                arm,
                buys,
                count: scenario
                    .approaches
                    .iter()
                    .filter(|a| arm.may_buy(a))
                    .count(),
            })
        })
        .collect();
    let names = pair.names(scenario);
    let (reference, alternative) = text::short_names(names.reference, names.alternative);
    let short = [reference, alternative];
    html! {
        <section class="rainbow" aria-labelledby="rainbow-title">
            <h2 id="rainbow-title">{ text::RAINBOW }</h2>
            { for sides.iter().map(|side| html! {
                <div key={side.class} class={classes!("choosing", side.class)}>
                    <p><strong>{ &side.arm.name }</strong>{ ": " }{ choosing(side, scenario.approaches.len()) }</p>
                    { beside(&found, About::Approaches(side.number)) }
                    if !side.arm.approaches.is_empty() {
                        <button type="button" onclick={editor.press(Edit::AllApproaches(side.number))}>{ text::all_again(&side.arm.name) }</button>
                    }
                </div>
            }) }
            <details>
                <summary>{ text::RAINBOW_OPEN }</summary>
                <p class="hint">{ text::RAINBOW_HINT }</p>
                <div class="bands">
                    { for BANDS.iter().enumerate().map(|(k, band)| html! {
                        <div key={k} class={classes!("band-of", format!("band-{k}"))} role="group" aria-label={band.name}>
                            <h3>{ band.name }</h3>
                            <p class="hint">{ band.sentence }</p>
                            <ul>{ for in_band(&scenario.approaches, k).into_iter().map(|approach| card(approach, &sides, &short, &editor)) }</ul>
                        </div>
                    }) }
                </div>
            </details>
        </section>
    }
}

fn choosing(side: &Side, all: usize) -> String {
    if side.buys {
        text::chooses(side.count, all, !side.arm.approaches.is_empty())
    } else {
        text::ONLY_SERVICES.to_string()
    }
}

fn card(approach: &Approach, sides: &[Side], short: &[String; 2], editor: &Editor) -> Html {
    let facts = text::approach_facts(
        text::level(approach.level),
        &text::cost(approach.unit_cost_pounds),
        approach.eligible.unit(),
        approach.max_reach,
        approach.grade.words(),
        &approach.source,
    );
    html! {
        <li key={approach.id.clone()} class="approach">
            <details>
                <summary>{ &approach.name }</summary>
                <p>{ &approach.sentence }</p>
                <p class="hint">{ facts }</p>
            </details>
            <div class="row">
                { for sides.iter().zip(short).filter(|(side, _)| side.buys).map(|(side, name)| toggle(approach, *side, name, editor)) }
            </div>
        </li>
    }
}

fn toggle(approach: &Approach, side: Side, name: &str, editor: &Editor) -> Html {
    let on = side.arm.may_buy(approach);
    let funded = side.arm.design.levels[approach.level as usize] > 0.0;
    let edit = Edit::Approach {
        arm: side.number,
        id: approach.id.clone(),
        allowed: !on,
    };
    let last = on && side.count == 1;
    html! {
        <button key={side.class} type="button" class={classes!(side.class, (!funded).then_some("idle"))} aria-pressed={on.to_string()} disabled={last}
            title={if last { text::LAST_ONE.text() } else if funded { "" } else { text::NO_MONEY_AT_LEVEL.text() }}
            aria-label={text::may_buy(&approach.name, name, funded)} onclick={editor.press(edit)}>
            <span aria-hidden="true">{ if on { "✓" } else { "–" } }</span>{ name }
        </button>
    }
}
