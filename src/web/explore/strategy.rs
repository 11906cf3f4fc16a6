//! One strategy: its preset in view, its words, its seven dimensions and its share of the money one step away.

use super::super::parts::{Choice, Hand, Shared, Slider, use_say};
use super::super::text;
use super::cautions::{beside, use_still};
use super::editor::Editor;
use super::why::Interdependence;
use crate::scenario::strategy::{DIMENSIONS, Dimension, Level, PRESETS, preset};
use crate::scenario::warnings::About;
use crate::scenario::{Scenario, limits};
use crate::session::strategy::paragraph;
use crate::session::{Edit, Message, question};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub scenario: Shared<Scenario>,
    pub arm: usize,
    pub side: AttrValue,
    pub label: AttrValue,
    /// Whether a hand is moving a control.
    pub moving: bool,
}

#[component]
pub fn Strategy(props: &Props) -> Html {
    let say = use_say();
    let found = use_still(props.scenario.clone(), props.moving);
    let Some(arm) = props.scenario.arms.get(props.arm) else {
        return html! {};
    };
    let number = props.arm;
    let choose = {
        let say = say.clone();
        Callback::from(move |preset: String| {
            say.emit(Message::Question(question::Said::Edit(Edit::Preset {
                arm: number,
                preset,
            })));
            say.emit(Message::Question(question::Said::EditDone));
        })
    };
    let done = Editor(say.clone()).done();
    let weighed = {
        let say = say.clone();
        Callback::from(move |(level, weight)| {
            say.emit(Message::Question(question::Said::Edit(Edit::Level {
                arm: number,
                level,
                weight,
            })));
        })
    };
    let options = PRESETS
        .iter()
        .map(|p| (AttrValue::from(p.id), AttrValue::from(p.name)))
        .collect::<Vec<_>>();
    let known = preset(&arm.preset);
    let changed = known.is_some_and(|p| p.design != arm.design);
    html! {
        <fieldset class={classes!("strategy", props.side.to_string())}>
            <legend>{ &props.label }</legend>
            <Choice id={format!("preset-{number}")} label={text::STRATEGY} {options} value={arm.preset.clone()} onchange={choose} hint={known.map_or("", |p| p.sentence)} />
            { beside(&found, About::Budget(number)) }
            { beside(&found, About::Design(number)) }
            <details>
                <summary>{ text::DIMENSIONS }{ if changed { text::CHANGED.text() } else { "" } }</summary>
                <p class="group-name">{ text::LEVELS }</p>
                <p class="hint">{ text::dimension_hint(DIMENSIONS[0].sentence, DIMENSIONS[0].source) }</p>
                <Interdependence label={text::why::weights(&arm.design.levels)} weights={Some(arm.design.levels)} on_weight={weighed} on_done={done.reform(|()| Hand::Left)} />
                <p class="hint">{ text::why::WEIGHTS_HINT }</p>
                { for Level::ALL.iter().enumerate().map(|(level, which)| {
                    let say = say.clone();
                    let moved = Callback::from(move |value: f64| say.emit(Message::Question(question::Said::Edit(Edit::Level { arm: number, level, weight: (value / 100.0) as f32 }))));
                    html! {
                        <Slider key={which.id()} id={format!("level-{number}-{level}")} label={text::level(*which)} value={percent(arm.design.levels[level])} low={0.0} high={100.0} step={5.0}
                            unit={text::PERCENT_WEIGHT} oninput={moved} ondone={done.clone()} />
                    }
                }) }
                { for DIMENSIONS.iter().filter(|d| d.id != "levels").map(|dimension| slider(&say, &done, number, dimension, arm.design.get(dimension.id).unwrap_or_default())) }
                <Slider id={format!("budget-{number}")} label={text::OWN_MONEY} value={(arm.budget * 1000.0).round() / 10.0} low={limits::BUDGET.0 * 100.0} high={limits::BUDGET.1 * 100.0}
                    step={5.0} unit="%" hint={text::OWN_MONEY_HINT} oninput={Callback::from({
                        let say = say.clone();
                        move |value: f64| say.emit(Message::Question(question::Said::Edit(Edit::Budget { arm: number, share: value / 100.0 })))
                    })} ondone={done.clone()} />
                // Last, so that nothing moves under the hand while it grows.
                <p class="in-words">{ paragraph(arm, props.scenario.approaches.len()) }</p>
            </details>
        </fieldset>
    }
}

fn slider(
    say: &Callback<Message>,
    done: &Callback<Hand>,
    arm: usize,
    dimension: &'static Dimension,
    value: f32,
) -> Html {
    let share = dimension.unit == "share";
    let factor = if share { 100.0 } else { 1.0 };
    let say = say.clone();
    let moved = Callback::from(move |value: f64| {
        say.emit(Message::Question(question::Said::Edit(Edit::Dimension {
            arm,
            id: dimension.id,
            value: (value / factor) as f32,
        })));
    });
    let shown = if share {
        percent(value)
    } else {
        f64::from(value)
    };
    html! {
        <Slider key={dimension.id} id={format!("{}-{arm}", dimension.id)} label={dimension.name} value={shown} low={f64::from(dimension.low) * factor}
            high={f64::from(dimension.high) * factor} step={if share { 5.0 } else { 12.0 }} unit={if share { "%" } else { dimension.unit }}
            hint={text::dimension_hint(dimension.sentence, dimension.source)} ends={Some((dimension.low_end.into(), dimension.high_end.into()))} oninput={moved} ondone={done.clone()} />
    }
}

/// A share in per cent, without the noise of single precision.
fn percent(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 10.0
}
