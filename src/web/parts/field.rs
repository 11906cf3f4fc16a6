//! Fields: a slider with a number box beside it, and a list to choose from. They know numbers and words, no scenario.

use super::typing::use_typing;
use crate::charts::number::plain;
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
    /// Says that the hand has left.
    pub ondone: Callback<()>,
}

/// A slider and a number box for the same value.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let moved = props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value_as_number());
    let done = props.ondone.reform(|_: Event| ());
    let value = written(props.value, props.step);
    let hint = (!props.hint.is_empty()).then(|| format!("{}-hint", props.id));
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <div class="slider">
                <input type="range" id={props.id.clone()} min={props.low.to_string()} max={props.high.to_string()} step={props.step.to_string()}
                    value={value.clone()} aria-valuetext={format!("{} {}", plain(props.value, digits(props.step)), props.unit)}
                    aria-describedby={hint.clone()} oninput={moved} onchange={done} />
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
    /// Says that it is typed.
    pub ondone: Callback<()>,
}

/// A box to type a number into.
#[component]
pub fn NumberBox(props: &NumberBoxProps) -> Html {
    let (say, done, low, high) = (props.oninput.clone(), props.ondone.clone(), props.low, props.high);
    let before = written(props.value, props.step);
    let kept = before.clone();
    let typing = use_typing(before.into());
    let typed = typing.onchange(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let value = field.value_as_number();
        if value.is_finite() {
            say.emit(value.clamp(low, high));
            done.emit(());
        } else {
            field.set_value(&kept);
        }
    });
    html! {
        <span class="number">
            <input type="number" aria-label={format!("{} ({})", props.label, props.unit)} min={props.low.to_string()} max={props.high.to_string()}
                step={if props.step < 1.0 { AttrValue::from("any") } else { AttrValue::from(props.step.to_string()) }} value={typing.shown()} oninput={typing.oninput()} onchange={typed} inputmode="decimal" />
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
    let chosen = props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
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
