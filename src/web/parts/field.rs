//! Fields: a slider with a number box beside it, and a list to choose from. They know numbers and words, no scenario.

use super::gesture::{Hand, use_gesture};
use super::range::Range;
use super::typing::use_typing;
use crate::charts::number::plain;
use crate::charts::steps::steps;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A number with its slider.
#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    /// Unique in the page.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// The value in the unit shown.
    pub value: f64,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// One step.
    pub step: f64,
    /// The unit, beside the number.
    pub unit: AttrValue,
    /// A sentence below.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What the two ends mean.
    #[prop_or_default]
    pub ends: Option<(AttrValue, AttrValue)>,
    /// Says the value while it moves.
    pub oninput: Callback<f64>,
    /// Says that the hand rests or has left.
    pub ondone: Callback<Hand>,
}

/// A slider and a number box for the same value.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let hint = (!props.hint.is_empty()).then(|| format!("{}-hint", props.id));
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <div class="slider">
                <Range id={props.id.clone()} value={props.value} low={props.low} high={props.high} step={props.step}
                    words={format!("{} {}", plain(props.value, digits(props.step)), props.unit)} described={hint.clone().map(AttrValue::from)}
                    oninput={props.oninput.clone()} ondone={props.ondone.clone()} />
                <NumberBox label={props.label.clone()} value={props.value} low={props.low} high={props.high} step={props.step}
                    unit={props.unit.clone()} oninput={props.oninput.clone()} ondone={props.ondone.clone()} />
            </div>
            if let Some((low, high)) = &props.ends {
                <p class="ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></p>
            }
            if let Some(id) = hint {
                <p class="hint" {id}>{ &props.hint }</p>
            }
        </div>
    }
}

/// A number to type.
#[derive(Clone, PartialEq, Properties)]
pub struct NumberBoxProps {
    /// What it is.
    pub label: AttrValue,
    /// The value.
    pub value: f64,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// One step.
    pub step: f64,
    /// The unit beside it.
    pub unit: AttrValue,
    /// Says the value.
    pub oninput: Callback<f64>,
    /// Says that it is typed, or that keys that step it rest.
    pub ondone: Callback<Hand>,
}

/// A box to type a number into: it shows the value whenever nobody is typing.
#[component]
pub fn NumberBox(props: &NumberBoxProps) -> Html {
    let (say, low, high) = (props.oninput.clone(), props.low, props.high);
    let before = written(props.value, props.step);
    let kept = before.clone();
    let typing = use_typing(before.into());
    let hand = use_gesture(props.ondone.clone());
    let typed = {
        let hand = hand.clone();
        typing.onchange(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let value = field.value_as_number();
            let steps = hand.is_stepping();
            if !steps {
                // A number that is typed is a change of its own.
                hand.leave();
            }
            if value.is_finite() {
                say.emit(value.clamp(low, high));
                if steps { hand.changed() } else { hand.leave() }
            } else {
                field.set_value(&kept);
            }
        })
    };
    let (left, let_go) = (typing.onblur(), hand.onblur());
    let onblur = move |event: FocusEvent| {
        left.emit(event.clone());
        let_go.emit(event);
    };
    let ends = steps(props.low, props.high, props.step);
    html! {
        <span class="number">
            <input type="number" aria-label={format!("{} ({})", props.label, props.unit)} min={ends.low} max={ends.high}
                step={if props.step < 1.0 { AttrValue::from("any") } else { AttrValue::from(props.step.to_string()) }} value={typing.shown()} oninput={typing.oninput()} onchange={typed}
                onkeydown={hand.onkeydown()} {onblur} inputmode="decimal" />
            <span class="unit" aria-hidden="true">{ &props.unit }</span>
        </span>
    }
}

/// A list to choose from.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Unique in the page.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// Ids and names.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The id chosen.
    pub value: AttrValue,
    /// A sentence below.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Says the id chosen.
    pub onchange: Callback<String>,
}

/// A list to choose from.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let chosen = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <select id={props.id.clone()} onchange={chosen}>
                { for props.options.iter().map(|(id, name)| html! {
                    <option key={id.to_string()} value={id.clone()} selected={*id == props.value}>{ name }</option>
                }) }
            </select>
            if !props.hint.is_empty() { <p class="hint">{ &props.hint }</p> }
        </div>
    }
}

fn digits(step: f64) -> u8 {
    u8::from(step < 1.0)
}

/// A value as fields want it: no thousands apart, a point, no digits without meaning.
fn written(value: f64, step: f64) -> String {
    let factor = if step >= 1.0 { 1.0 } else { 100.0 };
    ((value * factor).round() / factor).to_string()
}
