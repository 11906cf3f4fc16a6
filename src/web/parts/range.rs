//! A slider: stands where the value is, reaches both ends, and knows where one change of it ends. Knows numbers, no scenario.

use super::gesture::{Hand, use_gesture};
use crate::charts::steps::{meant, steps};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A slider.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Unique in the page, where a label points at it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is, where no label points at it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The value.
    pub value: f64,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// One step.
    #[prop_or(1.0)]
    pub step: f64,
    /// The value in words.
    pub words: AttrValue,
    /// The id of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Says the value while it moves.
    pub oninput: Callback<f64>,
    /// Says that the hand rests or has left.
    #[prop_or_default]
    pub ondone: Callback<Hand>,
}

/// A slider.
#[component]
pub fn Range(props: &Props) -> Html {
    let hand = use_gesture(props.ondone.clone());
    let moved = props.oninput.reform(|event: InputEvent| {
        event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number()
    });
    let changed = {
        let hand = hand.clone();
        move |_: Event| hand.changed()
    };
    let steps = steps(props.low, props.high, props.step);
    html! {
        <input type="range" id={props.id.clone()} min={steps.low} max={steps.high} step={steps.step} value={meant(props.value).to_string()}
            aria-label={props.label.clone()} aria-valuetext={props.words.clone()} aria-describedby={props.described.clone()} oninput={moved} onchange={changed}
            onpointerdown={hand.onpointerdown()} onpointerup={hand.onpointerup()} onpointercancel={hand.onpointerup()} onblur={hand.onblur()} />
    }
}
